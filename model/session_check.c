/*
 * The whole: what no single value can show, and edits that keep it whole.
 */
#include <stdio.h>
#include <string.h>

#include "pricing.h"
#include "session_parts.h"

static bool check_names(
	const struct session *session, struct place *place, struct issue *issue)
{
	for (int i = 0; i < session->options; i++) {
		const char *name = session_option_name(session, i);
		int first = session_option(session, name);

		*place = (struct place){IN_option_name, i};
		if (!*name) {
			issue_set(issue, 0, "option %d has no name", i + 1);
			return issue_mend(issue, "name it after its model, "
						 "such as Small, tuned");
		}
		if (first < i) {
			issue_set(issue, 0, "options %d and %d are both %s",
				first + 1, i + 1, issue_quote(name).text);
			return issue_mend(
				issue, "give each option a name of its own");
		}
	}
	return true;
}

static bool check_incumbent(
	const struct session *session, struct place *place, struct issue *issue)
{
	*place = SHARED_PLACE(IN_savings_incumbent);
	if (!session_is_set(session, *place) || session_incumbent(session) >= 0)
		return true;
	issue_set(issue, 0, "no option is named %s",
		issue_quote(session_text(session, *place)).text);
	if (session->options == 0)
		return issue_mend(issue, "add it as an option, or leave this "
					 "empty");
	return issue_mend(issue,
		"write the name of an option, such as %s, or leave it empty",
		issue_quote(session_option_name(session, 0)).text);
}

static bool check_passes(
	const struct session *session, struct place *place, struct issue *issue)
{
	struct place examples = SHARED_PLACE(IN_quality_eval_examples);

	*place = SHARED_PLACE(IN_quality_eval_passes);
	if (session_base(session, *place) <= session_base(session, examples))
		return true;
	issue_set(issue, 0, "%s passed, but only %s were tested",
		issue_quote(session_text(session, *place)).text,
		issue_quote(session_text(session, examples)).text);
	return issue_mend(issue, "passes can be at most the examples tested");
}

bool session_check(
	const struct session *session, struct place *place, struct issue *issue)
{
	struct place first;
	bool good = check_names(session, &first, issue) &&
		    check_incumbent(session, &first, issue) &&
		    check_passes(session, &first, issue);

	if (!good)
		*place = first;
	return good;
}

/* ---- edits -------------------------------------------------------------- */

static bool refuse_option(const struct session *session, struct issue *issue)
{
	if (session->options < SESSION_OPTIONS) {
		issue_set(issue, 0, "the session has no room for a copy");
		return issue_mend(issue, "shorten notes, reasons or sources");
	}
	issue_set(issue, 0, "there are %d options already", SESSION_OPTIONS);
	return issue_mend(issue, "remove one that is out of the question");
}

/* session_add_option() says no more than no: the name's own faults first. */
static bool add_option(
	struct session *session, const char *name, struct issue *issue)
{
	struct place place = {IN_option_name, session->options};

	if (session_add_option(session, "") < 0)
		return refuse_option(session, issue);
	return session_set(session, place, name, issue);
}

/* What the user types over a price of the catalogue is the user's own. */
static bool set_value(struct session *session, struct place place,
	const char *text, struct issue *issue)
{
	char before[SESSION_TEXT + 1];

	snprintf(before, sizeof(before), "%s", session_text(session, place));
	if (!session_set(session, place, text, issue))
		return false;
	if (strcmp(before, session_text(session, place)) != 0)
		pricing_typed(session, place);
	return true;
}

static bool apply(
	struct session *session, const struct edit *edit, struct issue *issue)
{
	switch (edit->kind) {
	case EDIT_SET:
		return set_value(session, edit->place, edit->text, issue);
	case EDIT_UNSET:
		session_unset(session, edit->place);
		pricing_typed(session, edit->place);
		return true;
	case EDIT_CLEAR:
		for (int i = 0; i < QUESTIONS; i++)
			if (edit->to == i || edit->to == QUESTIONS)
				session_clear(session, (enum question)i);
		return true;
	case EDIT_ADD: return add_option(session, edit->text, issue);
	case EDIT_COPY:
		return session_copy_option(session, edit->place.option) >= 0 ||
		       refuse_option(session, issue);
	case EDIT_REMOVE:
		session_remove_option(session, edit->place.option);
		return true;
	case EDIT_MOVE:
		session_move_option(session, edit->place.option, edit->to);
		return true;
	}
	return true;
}

/* On a copy: some 120 KB of stack, as nothing here allocates. */
bool session_edit(
	struct session *session, const struct edit *edit, struct issue *issue)
{
	struct session copy;
	struct place place;

	memcpy(&copy, session, session_size(session));
	if (!apply(&copy, edit, issue) || !session_check(&copy, &place, issue))
		return false;
	memcpy(session, &copy, session_size(&copy));
	return true;
}
