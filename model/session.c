#include "session.h"

#include <assert.h>
#include <string.h>

#include "session_parts.h"

const char *const grade_words[GRADES] = {
	[GRADE_GUESS] = "a guess",
	[GRADE_ESTIMATE] = "an estimate",
	[GRADE_CITED] = "cited",
	[GRADE_MEASURED] = "measured",
};

void session_init(struct session *session)
{
	/* What of the pool is not used yet is nobody's business, and most of
	 * the struct: leave its pages alone. */
	memset(session, 0, offsetof(struct session, pool));
	session->pool[0] = '\0'; /* text 0 is "", and says unset */
	session->used = 1;
	for (int i = 0; i < SHARED_INPUTS; i++)
		session->shared[i] = value_unset((enum input)i);
}

size_t session_size(const struct session *session)
{
	return offsetof(struct session, pool) + session->used;
}

const struct value *value_of(const struct session *session, struct place place)
{
	if (!input_is_option(place.input))
		return &session->shared[place.input];
	assert(place.option >= 0 && place.option < session->options);
	return &session->option[place.option][place.input - SHARED_INPUTS];
}

struct value *value_at(struct session *session, struct place place)
{
	return (struct value *)value_of(session, place);
}

/* ---- equality ----------------------------------------------------------- */

static bool value_equal(const struct session *a, const struct value *va,
	const struct session *b, const struct value *vb)
{
	return !strcmp(a->pool + va->text, b->pool + vb->text);
}

static bool evidence_equal(const struct session *a, const struct evidence *ea,
	const struct session *b, const struct evidence *eb)
{
	return ea->grade == eb->grade &&
	       !strcmp(a->pool + ea->source, b->pool + eb->source) &&
	       !strcmp(a->pool + ea->date, b->pool + eb->date);
}

/* Each place has one piece of evidence at the most: order is no matter. */
static bool evidences_equal(const struct session *a, const struct session *b)
{
	if (a->evidences != b->evidences)
		return false;
	for (int i = 0; i < a->evidences; i++) {
		const struct evidence *ea = &a->evidence[i];
		const struct evidence *eb = session_evidence(b, ea->place);

		if (!eb || !evidence_equal(a, ea, b, eb))
			return false;
	}
	return true;
}

bool session_equal(const struct session *a, const struct session *b)
{
	if (a->options != b->options)
		return false;
	for (int i = 0; i < SHARED_INPUTS; i++)
		if (!value_equal(a, &a->shared[i], b, &b->shared[i]))
			return false;
	for (int o = 0; o < a->options; o++)
		for (int i = 0; i < OPTION_INPUTS; i++)
			if (!value_equal(
				    a, &a->option[o][i], b, &b->option[o][i]))
				return false;
	return evidences_equal(a, b);
}

/* ---- reading ------------------------------------------------------------ */

const char *session_text(const struct session *session, struct place place)
{
	const char *fallback = input_table[place.input].fallback;

	if (session_is_set(session, place))
		return session->pool + value_of(session, place)->text;
	return fallback ? fallback : "";
}

bool session_is_set(const struct session *session, struct place place)
{
	return value_of(session, place)->text != 0;
}

struct quantity session_quantity(
	const struct session *session, struct place place)
{
	return value_of(session, place)->quantity;
}

double session_base(const struct session *session, struct place place)
{
	return quantity_base(session_quantity(session, place),
		input_table[place.input].kind);
}

struct option_form session_form(const struct session *session, int option)
{
	struct place adaptation = {IN_option_adaptation, option};
	struct place serving = {IN_option_serving, option};

	return (struct option_form){
		.tuned = session_base(session, adaptation) == ADAPT_TUNE,
		.selfhosted = session_base(session, serving) == SERVE_SELFHOST,
	};
}

const char *session_option_name(const struct session *session, int option)
{
	return session_text(session, (struct place){IN_option_name, option});
}

int session_option(const struct session *session, const char *name)
{
	for (int i = 0; i < session->options; i++)
		if (!strcmp(session_option_name(session, i), name))
			return i;
	return -1;
}

int session_incumbent(const struct session *session)
{
	const char *name =
		session_text(session, SHARED_PLACE(IN_savings_incumbent));

	if (*name)
		return session_option(session, name);
	for (int i = 0; i < session->options; i++)
		if (!session_form(session, i).tuned)
			return i;
	return -1;
}

const char *session_currency(const struct session *session)
{
	return session_text(session, SHARED_PLACE(IN_session_currency));
}

const struct evidence *session_evidence(
	const struct session *session, struct place place)
{
	for (int i = 0; i < session->evidences; i++) {
		const struct evidence *evidence = &session->evidence[i];

		if (place_equal(evidence->place, place))
			return evidence;
	}
	return NULL;
}
