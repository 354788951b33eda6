#include "session.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "sessions.h"

Test(session, a_new_one_is_all_defaults)
{
	struct session session;

	session_init(&session);
	cr_expect_eq(session.options, 0);
	cr_expect_str_eq(get(&session, "volume.requests_per_month"), "100k");
	cr_expect_eq(base(&session, "volume.requests_per_month"), 100000);
	cr_expect_eq(base(&session, "volume.narrow_task"), TRI_UNSURE);
	cr_expect_eq(base(&session, "quality.tried_retrieval"), 0);
	cr_expect_str_eq(get(&session, "name"), "");
	cr_expect_str_eq(session_currency(&session), "$");
	cr_expect_eq(session_incumbent(&session), -1);
	for (int i = 0; i < SHARED_INPUTS; i++)
		cr_expect_not(
			session_is_set(&session, SHARED_PLACE((enum input)i)));
}

Test(session, forms_and_incumbents)
{
	struct session session;

	three_options(&session);
	cr_expect(session_form(&session, 1).tuned);
	cr_expect_not(session_form(&session, 1).selfhosted);
	cr_expect(session_form(&session, 2).selfhosted);
	cr_expect_eq(session_incumbent(&session), 0);
	set(&session, "options[0].adaptation", "tune");
	cr_expect_eq(session_incumbent(&session), 2);
	set(&session, "savings.incumbent", "Small, tuned");
	cr_expect_eq(session_incumbent(&session), 1);
	set(&session, "savings.incumbent", "nobody");
	cr_expect_eq(session_incumbent(&session), -1);
}

/* ---- the pool -------------------------------------------------------------
 */

Test(session, a_hundred_thousand_changes_fit)
{
	struct session session;
	char text[40];

	three_options(&session);
	set(&session, "notes", "stays");
	add_evidence(&session, "options[2].labels", "stays too");
	for (int i = 0; i < 100000; i++) {
		snprintf(text, sizeof(text), "%d to %d", i, i + 1);
		set(&session,
			i % 2 ? "options[1].labels" : "volume.payload_tokens",
			text);
	}
	cr_expect_str_eq(get(&session, "options[1].labels"), "99999 to 100000");
	cr_expect_str_eq(
		get(&session, "volume.payload_tokens"), "99998 to 99999");
	cr_expect_str_eq(get(&session, "notes"), "stays");
	cr_expect_str_eq(source_of(&session, "options[2].labels"), "stays too");
	cr_expect_str_eq(session_option_name(&session, 1), "Small, tuned");
}

/* Evidence with the longest sources there are, until no more fits. */
static int fill(struct session *session)
{
	static char source[SESSION_TEXT + 1];
	struct issue issue;
	int i = 0;

	memset(source, 's', SESSION_TEXT);
	for (; i < OPTION_INPUTS; i++) {
		struct place place = {(enum input)(SHARED_INPUTS + i), 0};

		if (!session_add_evidence(
			    session, place, GRADE_GUESS, source, "", &issue))
			break;
	}
	cr_expect(strstr(issue.what, "full"), "%s", issue.what);
	return i;
}

Test(session, a_full_pool_refuses_and_changes_nothing)
{
	static char long_text[SESSION_TEXT + 1];
	struct session session, before;
	struct edit copy = {EDIT_COPY, .place = {IN_option_name, 0}};
	struct issue issue;

	three_options(&session);
	memset(long_text, 'n', SESSION_TEXT);
	cr_expect_gt(fill(&session), 20);
	before = session;
	cr_expect_not(try_set(&session, "notes", long_text, &issue));
	cr_expect(strstr(issue.what, "full"), "%s", issue.what);
	cr_expect_eq(session_add_option(&session, long_text), -1);
	cr_expect_eq(session_copy_option(&session, 0), -1);
	cr_expect_not(session_edit(&session, &copy, &issue));
	cr_expect(session_equal(&before, &session));
	cr_expect_leq(session_size(&session), sizeof(session));
}

Test(session, a_copy_of_session_size_bytes_is_whole)
{
	struct session session, copy;

	three_options(&session);
	set(&session, "notes", "the last text in the pool");
	cr_expect_lt(session_size(&session), sizeof(session) / 2);
	memset(&copy, 0xa5, sizeof(copy));
	memcpy(&copy, &session, session_size(&session));
	cr_expect(session_equal(&session, &copy));
	set(&copy, "notes", "x");
	cr_expect_not(session_equal(&session, &copy));
}

Test(session, equality_is_of_texts_not_of_layout)
{
	struct session a, b;

	three_options(&a);
	three_options(&b);
	set(&a, "name", "one");
	set(&a, "notes", "two");
	set(&b, "notes", "two");
	set(&b, "name", "other");
	set(&b, "name", "one");
	add_evidence(&a, "options[0].labels", "x");
	add_evidence(&a, "options[1].labels", "y");
	cr_expect_not(session_equal(&a, &b));
	add_evidence(&b, "options[1].labels", "y");
	add_evidence(&b, "options[0].labels", "x");
	cr_expect(session_equal(&a, &b));
	add_evidence(&b, "options[0].labels", "z");
	cr_expect_not(session_equal(&a, &b));
	session_remove_option(&b, 0);
	cr_expect_not(session_equal(&a, &b));
}
