/*
 * Changing options and evidence, checking the whole, and edits.
 */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "session_parts.h"

/* ---- options ------------------------------------------------------------ */

/* Give every piece of evidence of an option its new index; -1 drops it. */
static void follow_options(
	struct session *session, const int new_index[SESSION_OPTIONS])
{
	int kept = 0;

	for (int i = 0; i < session->evidences; i++) {
		struct evidence evidence = session->evidence[i];

		if (input_is_option(evidence.place.input)) {
			evidence.place.option =
				new_index[evidence.place.option];
			if (evidence.place.option < 0)
				continue;
		}
		session->evidence[kept++] = evidence;
	}
	session->evidences = kept;
}

int session_add_option(struct session *session, const char *name)
{
	int option = session->options;
	struct issue issue;

	if (option == SESSION_OPTIONS)
		return -1;
	for (int i = SHARED_INPUTS; i < INPUTS; i++)
		session->option[option][i - SHARED_INPUTS] =
			value_unset((enum input)i);
	session->options++;
	if (session_set(session, (struct place){IN_option_name, option}, name,
		    &issue))
		return option;
	session->options--;
	return -1;
}

void session_remove_option(struct session *session, int option)
{
	struct place incumbent = SHARED_PLACE(IN_savings_incumbent);
	int new_index[SESSION_OPTIONS];

	assert(option >= 0 && option < session->options);
	if (session_is_set(session, incumbent) &&
		session_incumbent(session) == option)
		session_unset(session, incumbent);
	for (int i = 0; i < SESSION_OPTIONS; i++)
		new_index[i] = i == option ? -1 : i - (i > option);
	session->options--;
	memmove(session->option[option], session->option[option + 1],
		(size_t)(session->options - option) *
			sizeof(session->option[0]));
	follow_options(session, new_index);
}

static void move_step(struct session *session, int from, int to)
{
	struct value moved[OPTION_INPUTS];
	int new_index[SESSION_OPTIONS];

	memcpy(moved, session->option[from], sizeof(moved));
	memcpy(session->option[from], session->option[to], sizeof(moved));
	memcpy(session->option[to], moved, sizeof(moved));
	for (int i = 0; i < SESSION_OPTIONS; i++)
		new_index[i] = i == from ? to : i == to ? from : i;
	follow_options(session, new_index);
}

void session_move_option(struct session *session, int from, int to)
{
	assert(from >= 0 && from < session->options);
	assert(to >= 0 && to < session->options);
	for (; from < to; from++)
		move_step(session, from, from + 1);
	for (; from > to; from--)
		move_step(session, from, from - 1);
}

/* ---- a whole question --------------------------------------------------- */

static void clear_place(struct session *session, struct place place)
{
	if (!session_is_set(session, place))
		return;
	session_unset(session, place);
	session_drop_evidence(session, place);
}

static bool makes_an_option(enum input input)
{
	return input == IN_option_name || input == IN_option_adaptation ||
	       input == IN_option_serving;
}

void session_clear(struct session *session, enum question question)
{
	for (int i = 0; i < SHARED_INPUTS; i++)
		if (input_table[i].group == question_group(question))
			clear_place(session, SHARED_PLACE((enum input)i));
	for (int i = SHARED_INPUTS; i < INPUTS; i++) {
		enum input input = (enum input)i;

		if (input_table[i].question != question ||
			makes_an_option(input))
			continue;
		for (int option = 0; option < session->options; option++)
			clear_place(session, (struct place){input, option});
	}
}

/* ---- copies ------------------------------------------------------------- */

/* "Small copy", "Small copy 2"...: the first that is free. */
static void name_copy(
	const struct session *session, int option, char out[SESSION_TEXT + 1])
{
	const int room = SESSION_TEXT - (int)sizeof(" copy 9");
	const char *name = session_option_name(session, option);
	int length = (int)strlen(name);

	if (length > room)
		for (length = room; length > 0; length--)
			if (((unsigned char)name[length] & 0xc0) != 0x80)
				break;
	snprintf(out, SESSION_TEXT + 1, "%.*s copy", length, name);
	for (int n = 2; session_option(session, out) >= 0; n++)
		snprintf(
			out, SESSION_TEXT + 1, "%.*s copy %d", length, name, n);
}

static size_t text_bytes(const struct session *session, uint32_t text)
{
	return strlen(session->pool + text) + 1;
}

/* What its values and evidence take; and how much evidence that is. */
static size_t copy_bytes(
	const struct session *session, int option, int *evidences)
{
	size_t bytes = 0;

	*evidences = 0;
	for (int i = 0; i < OPTION_INPUTS; i++)
		bytes += text_bytes(session, session->option[option][i].text);
	for (int i = 0; i < session->evidences; i++) {
		const struct evidence *evidence = &session->evidence[i];

		if (evidence->place.option != option)
			continue;
		bytes += text_bytes(session, evidence->source) +
			 text_bytes(session, evidence->date);
		++*evidences;
	}
	return bytes;
}

/* Texts have one reference each: a copy has texts of its own. */
static void copy_values(struct session *session, int from, int to)
{
	for (int i = 0; i < OPTION_INPUTS; i++) {
		struct value value = session->option[from][i];

		if (SHARED_INPUTS + i == IN_option_name)
			continue;
		value.text = pool_put(session, session->pool + value.text);
		session->option[to][i] = value;
	}
	for (int i = 0, end = session->evidences; i < end; i++) {
		struct evidence evidence = session->evidence[i];

		if (evidence.place.option != from)
			continue;
		evidence.place.option = to;
		evidence.source =
			pool_put(session, session->pool + evidence.source);
		evidence.date =
			pool_put(session, session->pool + evidence.date);
		session->evidence[session->evidences++] = evidence;
	}
}

int session_copy_option(struct session *session, int option)
{
	char name[SESSION_TEXT + 1];
	int evidences, copy;
	size_t bytes = copy_bytes(session, option, &evidences);

	name_copy(session, option, name);
	if (session->evidences + evidences > SESSION_EVIDENCE ||
		!pool_reserve(session, bytes + 2 * (strlen(name) + 1)))
		return -1;
	copy = session_add_option(session, name);
	if (copy < 0)
		return -1;
	copy_values(session, option, copy);
	session_move_option(session, copy, option + 1);
	return option + 1;
}

/* ---- evidence ----------------------------------------------------------- */

static struct evidence *evidence_slot(
	struct session *session, struct place place)
{
	const struct evidence *known = session_evidence(session, place);

	if (known)
		return &session->evidence[known - session->evidence];
	if (session->evidences == SESSION_EVIDENCE)
		return NULL;
	session->evidence[session->evidences] = (struct evidence){0};
	return &session->evidence[session->evidences++];
}

bool session_add_evidence(struct session *session, struct place place,
	enum grade grade, const char *source, const char *date,
	struct issue *issue)
{
	char kept_source[SESSION_TEXT + 1], kept_date[SESSION_TEXT + 1];
	struct evidence *slot;

	if (!text_trim(kept_source, source, issue) ||
		!text_trim(kept_date, date ? date : "", issue) ||
		!text_read(kept_source, issue) || !date_read(kept_date, issue))
		return false;
	if (!pool_reserve(session, strlen(kept_source) + strlen(kept_date) + 2))
		return pool_is_full(issue);
	slot = evidence_slot(session, place);
	if (!slot) {
		issue_set(issue, 0, "there are %d pieces of evidence already",
			SESSION_EVIDENCE);
		return issue_mend(issue, "leave some out");
	}
	*slot = (struct evidence){.place = place,
		.grade = grade,
		.source = pool_put(session, kept_source),
		.date = pool_put(session, kept_date)};
	return true;
}

void session_drop_evidence(struct session *session, struct place place)
{
	const struct evidence *known = session_evidence(session, place);
	size_t at, behind;

	if (!known)
		return;
	at = (size_t)(known - session->evidence);
	behind = (size_t)session->evidences - at - 1;
	memmove(&session->evidence[at], &session->evidence[at + 1],
		behind * sizeof(*known));
	session->evidences--;
}
