#include "session.h"

#include <criterion/criterion.h>
#include <string.h>

#include "sessions.h"

/* ---- the whole ------------------------------------------------------------
 */

static void expect_check(
	const struct session *session, const char *key, const char *what)
{
	struct place place = {0};
	struct issue issue;
	char found[SESSION_KEY];

	cr_assert_not(session_check(session, &place, &issue), "%s", key);
	session_key(place, found, sizeof(found));
	cr_expect_str_eq(found, key);
	cr_expect(strstr(issue.what, what), "%s", issue.what);
	cr_expect(issue.mend[0] != '\0');
}

Test(session_check, check_sees_what_no_single_value_shows)
{
	struct session session;
	struct place place;
	struct issue issue;

	three_options(&session);
	cr_expect(session_check(&session, &place, &issue));
	set(&session, "quality.eval_passes", "5");
	expect_check(&session, "quality.eval_passes", "\"5\"");
	set(&session, "quality.eval_examples", "5");
	cr_expect(session_check(&session, &place, &issue));
	set(&session, "savings.incumbent", "Nobody");
	expect_check(&session, "savings.incumbent", "\"Nobody\"");
	set(&session, "savings.incumbent", "Own");
	cr_expect(session_check(&session, &place, &issue));
	set(&session, "options[1].name", "Prompted");
	expect_check(&session, "options[1].name", "\"Prompted\"");
	set(&session, "options[1].name", "");
	expect_check(&session, "options[1].name", "no name");
}

static bool edit_ok(struct session *session, struct edit edit)
{
	struct issue issue = {{0}, {0}, 0};
	bool good = session_edit(session, &edit, &issue);

	cr_expect_eq(good, issue.what[0] == '\0');
	return good;
}

Test(session_check, a_question_is_cleared_and_what_makes_an_option_stays)
{
	struct session session;
	struct place labels, bar;
	struct issue issue;

	three_options(&session);
	labels = find(&session, "options[1].labels");
	bar = find(&session, "quality.bar");
	session_set(&session, labels, "5", &issue);
	session_set(&session, bar, "90%", &issue);
	session_add_evidence(
		&session, labels, GRADE_MEASURED, "counted", "", &issue);
	cr_expect(edit_ok(&session, (struct edit){EDIT_CLEAR, .to = QUALITY}));
	cr_expect_not(session_is_set(&session, bar));
	cr_expect(session_is_set(&session, labels), "on another question");
	cr_expect(
		edit_ok(&session, (struct edit){EDIT_CLEAR, .to = QUESTIONS}));
	cr_expect_not(session_is_set(&session, labels));
	cr_expect_null(session_evidence(&session, labels));
	cr_expect_eq(session.options, 3);
	cr_expect(session_is_set(
		&session, (struct place){IN_option_adaptation, 1}));
}

Test(session_check, edits_are_carried_out)
{
	struct session session;
	struct place labels;

	three_options(&session);
	labels = find(&session, "options[1].labels");
	cr_expect(edit_ok(&session,
		(struct edit){EDIT_SET, .place = labels, .text = "5"}));
	cr_expect_eq(session_base(&session, labels), 5);
	cr_expect(
		edit_ok(&session, (struct edit){EDIT_UNSET, .place = labels}));
	cr_expect_not(session_is_set(&session, labels));
	cr_expect(
		edit_ok(&session, (struct edit){EDIT_ADD, .text = " Fourth "}));
	cr_expect_str_eq(session_option_name(&session, 3), "Fourth");
	cr_expect(edit_ok(&session, (struct edit){EDIT_COPY, .place = labels}));
	cr_expect_str_eq(session_option_name(&session, 2), "Small, tuned copy");
	cr_expect(edit_ok(
		&session, (struct edit){EDIT_MOVE, .place = labels, .to = 4}));
	cr_expect_str_eq(session_option_name(&session, 4), "Small, tuned");
	cr_expect(
		edit_ok(&session, (struct edit){EDIT_REMOVE, .place = labels}));
	cr_expect_eq(session.options, 4);
}

Test(session_check, a_refused_edit_is_rolled_back)
{
	struct session session, before;
	struct edit edits[] = {
		{EDIT_ADD, .text = "Own"},
		{EDIT_ADD, .text = ""},
		{EDIT_ADD, .text = "two\tcolumns"},
		{EDIT_SET, .place = {IN_option_name, 0}, .text = "Own"},
		{EDIT_SET, .place = {IN_option_name, 0}, .text = ""},
		{EDIT_UNSET, .place = {IN_option_name, 2}},
		{EDIT_SET, .place = {IN_option_labels, 0}, .text = "x"},
		{EDIT_SET, .place = {IN_savings_incumbent, -1}, .text = "x"},
		{EDIT_SET, .place = {IN_quality_eval_passes, -1}, .text = "9"},
	};

	three_options(&session);
	set(&session, "savings.incumbent", "Own");
	before = session;
	for (size_t i = 0; i < sizeof(edits) / sizeof(*edits); i++) {
		cr_expect_not(edit_ok(&session, edits[i]), "edit %zu", i);
		cr_expect_eq(memcmp(&session, &before, session_size(&before)),
			0, "edit %zu", i);
	}
}

Test(session_check, an_edit_beyond_eight_options_says_so)
{
	struct session session;
	struct edit copy = {EDIT_COPY, .place = {IN_option_name, 0}};
	struct edit add = {EDIT_ADD, .text = "x"};
	struct issue issue;

	session_init(&session);
	session_add_option(&session, "a");
	while (session.options < SESSION_OPTIONS)
		cr_assert(session_edit(&session, &copy, &issue));
	cr_expect_not(session_edit(&session, &copy, &issue));
	cr_expect(strstr(issue.what, "8 options"), "%s", issue.what);
	cr_expect_not(session_edit(&session, &add, &issue));
	cr_expect(strstr(issue.what, "8 options"), "%s", issue.what);
}
