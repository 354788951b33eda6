#include "session.h"

#include <criterion/criterion.h>
#include <stdio.h>

#include "sessions.h"

/* ---- options --------------------------------------------------------------
 */

Test(session_edit, there_are_eight_options_at_most)
{
	struct session session;
	char name[20];

	session_init(&session);
	for (int i = 0; i < SESSION_OPTIONS; i++) {
		snprintf(name, sizeof(name), "option %d", i);
		cr_assert_eq(session_add_option(&session, name), i);
	}
	cr_expect_eq(session_add_option(&session, "one more"), -1);
	cr_expect_eq(session_copy_option(&session, 0), -1);
	session_remove_option(&session, SESSION_OPTIONS - 1);
	cr_expect_eq(session.options, SESSION_OPTIONS - 1);
	cr_expect_eq(session_add_option(&session, "one more"), 7);
}

Test(session_edit, a_removed_option_leaves_nothing_behind)
{
	struct session session;

	three_options(&session);
	set(&session, "options[1].labels", "123");
	set(&session, "savings.incumbent", "Small, tuned");
	add_evidence(&session, "volume.payload_tokens", "log");
	add_evidence(&session, "options[1].labels", "invoice");
	add_evidence(&session, "options[2].labels", "offer");
	session_remove_option(&session, 1);
	cr_expect_eq(session.options, 2);
	cr_expect_str_eq(session_option_name(&session, 1), "Own");
	cr_expect_str_eq(get(&session, "savings.incumbent"), "");
	cr_expect_eq(session.evidences, 2);
	cr_expect_str_eq(source_of(&session, "options[1].labels"), "offer");
	cr_expect_str_eq(source_of(&session, "volume.payload_tokens"), "log");
	cr_assert_eq(session_add_option(&session, "New"), 2);
	cr_expect_str_eq(get(&session, "options[2].labels"), "0");
	cr_expect_eq(base(&session, "options[2].serving"), SERVE_API);
}

Test(session_edit, evidence_and_incumbent_follow_a_move)
{
	struct session session;

	three_options(&session);
	set(&session, "savings.incumbent", "Own");
	add_evidence(&session, "options[0].labels", "of prompted");
	add_evidence(&session, "options[2].labels", "of own");
	session_move_option(&session, 2, 0);
	cr_expect_str_eq(session_option_name(&session, 0), "Own");
	cr_expect_str_eq(session_option_name(&session, 1), "Prompted");
	cr_expect_str_eq(session_option_name(&session, 2), "Small, tuned");
	cr_expect_str_eq(source_of(&session, "options[0].labels"), "of own");
	cr_expect_str_eq(
		source_of(&session, "options[1].labels"), "of prompted");
	cr_expect_eq(session_incumbent(&session), 0);
	session_move_option(&session, 0, 2);
	cr_expect_str_eq(session_option_name(&session, 1), "Small, tuned");
	cr_expect_str_eq(source_of(&session, "options[2].labels"), "of own");
	cr_expect_eq(session_incumbent(&session), 2);
}

Test(session_edit, a_copy_stands_behind_its_original)
{
	struct session session;

	three_options(&session);
	set(&session, "options[0].labels", "2k to 3k");
	set(&session, "savings.incumbent", "Small, tuned");
	add_evidence(&session, "options[0].labels", "invoice");
	cr_expect_eq(session_copy_option(&session, 0), 1);
	cr_expect_str_eq(session_option_name(&session, 1), "Prompted copy");
	cr_expect_eq(session_copy_option(&session, 0), 1);
	cr_expect_str_eq(session_option_name(&session, 1), "Prompted copy 2");
	cr_expect_str_eq(get(&session, "options[1].labels"), "2k to 3k");
	cr_expect_eq(
		session_quantity(&session, find(&session, "options[1].labels"))
			.high,
		3000);
	cr_expect_str_eq(source_of(&session, "options[1].labels"), "invoice");
	cr_expect_eq(session_incumbent(&session), 3);
	set(&session, "options[1].labels", "1");
	cr_expect_str_eq(get(&session, "options[0].labels"), "2k to 3k");
}

Test(session_edit, the_incumbent_keeps_its_job_when_it_is_renamed)
{
	struct session session;

	three_options(&session);
	set(&session, "options[0].name", "Frontier");
	cr_expect_str_eq(get(&session, "savings.incumbent"), "");
	set(&session, "savings.incumbent", "Own");
	set(&session, "options[2].name", "Ours");
	cr_expect_str_eq(get(&session, "savings.incumbent"), "Ours");
	set(&session, "options[1].name", "Small");
	cr_expect_str_eq(get(&session, "savings.incumbent"), "Ours");
}

/* ---- evidence -------------------------------------------------------------
 */

Test(session_edit, evidence_is_replaced_and_checked)
{
	struct session session;
	struct place place;
	struct issue issue;

	session_init(&session);
	place = find(&session, "volume.payload_tokens");
	cr_expect_null(session_evidence(&session, place));
	add_evidence(&session, "volume.payload_tokens", "gateway log");
	cr_expect(session_add_evidence(
		&session, place, GRADE_CITED, " a paper ", NULL, &issue));
	cr_expect_eq(session.evidences, 1);
	cr_expect_eq(session_evidence(&session, place)->grade, GRADE_CITED);
	cr_expect_eq(session_evidence(&session, place)->date, 0);
	cr_expect_str_eq(
		source_of(&session, "volume.payload_tokens"), "a paper");
	cr_expect_not(session_add_evidence(
		&session, place, GRADE_GUESS, "x", "tomorrow", &issue));
	cr_expect_not(session_add_evidence(
		&session, place, GRADE_GUESS, "\n\x01", "", &issue));
	cr_expect_str_eq(
		source_of(&session, "volume.payload_tokens"), "a paper");
}
