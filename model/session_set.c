/*
 * Changing one value.
 *
 * Everything is read and checked, and room made for all texts, before the
 * first byte changes: from there on nothing can fail.
 */
#include <assert.h>
#include <string.h>

#include "session_parts.h"

/* ---- the currency's label in numbers ------------------------------------ */

static bool reads_same(
	const char *text, const char *label, struct quantity quantity)
{
	struct quantity read;
	struct issue issue;

	return quantity_read(text, label, &read, &issue) &&
	       read.low == quantity.low && read.high == quantity.high;
}

/* Past the label of the number that begins here, which goes. */
static char *drop_at(char *at, const char *label)
{
	size_t length = strlen(label);

	at += strspn(at, " \t");
	at += *at == '-';
	if (!strncmp(at, label, length)) {
		const char *rest = at + length + strspn(at + length, " \t");

		memmove(at, rest, strlen(rest) + 1);
	}
	return at;
}

/* In place, as a text only gets shorter: before the first number, and before
 * the one behind "to" or "..". */
static void drop_label(char *text, const char *label)
{
	for (char *at = drop_at(text, label); *at; at++)
		if (!strncmp(at, "..", 2) ||
			((at[0] | 0x20) == 't' && (at[1] | 0x20) == 'o')) {
			drop_at(at + 2, label);
			return;
		}
}

static void relabel_value(struct session *session, enum input input,
	struct value *value, const char *from, const char *to)
{
	if (value->text == 0 || !input_is_number(input))
		return;
	if (!reads_same(session->pool + value->text, to, value->quantity))
		drop_label(session->pool + value->text, from);
}

static void relabel(struct session *session, const char *from, const char *to)
{
	for (int i = 0; i < SHARED_INPUTS; i++)
		relabel_value(
			session, (enum input)i, &session->shared[i], from, to);
	for (int o = 0; o < session->options; o++)
		for (int i = 0; i < OPTION_INPUTS; i++)
			relabel_value(session, (enum input)(SHARED_INPUTS + i),
				&session->option[o][i], from, to);
}

/* ---- one value ---------------------------------------------------------- */

/* Is this the name by which savings.incumbent knows the option? */
static bool names_incumbent(const struct session *session, struct place place)
{
	struct place incumbent = SHARED_PLACE(IN_savings_incumbent);

	return place.input == IN_option_name &&
	       session_is_set(session, incumbent) &&
	       session_incumbent(session) == place.option;
}

static void follow_name(struct session *session, const char *name)
{
	session->shared[IN_savings_incumbent].text = pool_put(session, name);
}

bool session_set(struct session *session, struct place place, const char *text,
	struct issue *issue)
{
	/* Copies: text may stand in the pool, which is about to move. */
	char trimmed[SESSION_TEXT + 1];
	struct value read = {.quantity = {0, 0}};
	const char *typed;
	bool renames, relabels = place.input == IN_session_currency;
	struct value *value;

	if (!text_trim(trimmed, text, issue) ||
		!value_read(place.input, trimmed, session_currency(session),
			&read.quantity, &typed, issue))
		return false;
	if (!*typed) {
		session_unset(session, place);
		return true;
	}
	value = value_at(session, place);
	if (!strcmp(session->pool + value->text, typed))
		return true;
	if (!pool_reserve(session, 2 * (strlen(typed) + 1)))
		return pool_is_full(issue);
	if (relabels)
		relabel(session, session_currency(session), typed);
	renames = names_incumbent(session, place);
	value->text = pool_put(session, typed);
	value->quantity = read.quantity;
	if (renames)
		follow_name(session, typed);
	return true;
}

void session_unset(struct session *session, struct place place)
{
	if (place.input == IN_session_currency)
		relabel(session, session_currency(session),
			input_table[IN_session_currency].fallback);
	*value_at(session, place) = value_unset(place.input);
}
