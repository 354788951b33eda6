/*
 * The odds on the screen: while one types, and when one pauses.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "on_example.h"
#include "session_file.h"

TestSuite(odds, .init = begin, .fini = end);

static bool is_sharp(void)
{
	return program_frame(wizard_program(wizard)).odds->sharp;
}

Test(odds, a_key_is_answered_at_once_and_the_odds_sharpen_in_a_pause)
{
	wizard_press(wizard, "ppp");
	cr_expect(shows("±"), "a quick sample says how rough it is");
	cr_expect(!shows("of 100,000 scenarios"));
	wizard_settle(wizard);
	cr_expect(!shows("±"));
	cr_expect(shows("of 100,000 scenarios"));
}

Test(odds, the_first_screen_does_not_wait_for_them)
{
	wizard_open_at_once(wizard, EXAMPLE);
	cr_expect(shows("odds of saving           …"));
	cr_expect(shows("verdict      savings: stop"), "no odds change that");
	cr_expect(shows("Savings ✗"));
	wizard_settle(wizard);
	cr_expect(shows("odds of saving   55 of 100"));
}

Test(odds, a_verdict_that_hangs_on_them_is_not_told_before)
{
	wizard_open_at_once(
		wizard, TEST_SOURCE "/share/examples/medical-coding.cfg");
	cr_expect(shows("verdict                  …"));
	cr_expect(shows("Savings ?"));
	cr_expect(!shows("worth evaluating"));
	wizard_settle(wizard);
	cr_expect(shows("worth evaluating"));
	cr_expect(shows("Savings ✓"));
}

/* The example, but so sure as no odds can make it. */
static void write_unsure(const char *path)
{
	static struct session session;
	const struct place place = SHARED_PLACE(IN_savings_confidence);
	struct file_issue issue;

	cr_assert(session_file_read(TEST_SOURCE
		"/share/examples/medical-coding.cfg",
		&session, NULL, &issue));
	cr_assert(session_set(&session, place, "99.99%", &issue.issue));
	cr_assert(session_file_write(path, &session, &issue));
}

Test(odds, a_verdict_is_copied_as_they_leave_it)
{
	write_unsure("unsure.cfg");
	wizard_open_at_once(wizard, "unsure.cfg");
	cr_expect(shows("verdict                  …"));
	wizard_press(wizard, "y");
	cr_expect(shows("Copied, if the terminal lets us: Medical coding: find "
			"out"));
}

Test(odds, where_nothing_is_uncertain_there_is_nothing_to_wait_for)
{
	wizard_open_at_once(wizard, "certain.cfg"); /* a new one */
	cr_expect(!shows("odds of saving"));
}

Test(odds, a_pause_draws_little_and_then_nothing)
{
	wizard_settle(wizard);
	cr_expect_leq(
		wizard_drawn(wizard), 200, "%zu bytes", wizard_drawn(wizard));
	wizard_settle(wizard);
	cr_expect_eq(wizard_drawn(wizard), 0);
}

Test(odds, keys_go_before_what_is_left_to_sharpen)
{
	static const struct reply idle = {.kind = REPLY_IDLE};

	wizard_press(wizard, "8M");
	program_take(wizard_program(wizard), &idle);
	cr_expect(!is_sharp(), "a slice is not all of it");
	wizard_press(wizard, "\r");
	cr_expect(shows("8M"));
}

Test(odds, taking_what_was_typed_keeps_what_has_sharpened)
{
	wizard_press(wizard, "8M");
	wizard_settle(wizard);
	cr_assert(is_sharp());
	wizard_press(wizard, "\r");
	cr_expect(is_sharp());
	cr_expect(shows("not saved yet"));
}

Test(odds, going_back_keeps_what_had_sharpened_before)
{
	wizard_settle(wizard);
	wizard_press(wizard, "8M");
	cr_expect(!is_sharp());
	wizard_press(wizard, "\033");
	cr_expect(is_sharp());
	cr_expect(!program_frame(wizard_program(wizard)).dirty);
}

Test(odds, going_back_from_a_trial_begins_anew_what_had_not)
{
	wizard_press(wizard, "8M");
	wizard_press(wizard, "\033");
	wizard_settle(wizard);
	cr_expect(is_sharp());
}

Test(odds, a_notice_survives_the_sharpening)
{
	wizard_press(wizard, "8M\r\023new.cfg\r");
	cr_assert(shows("Saved in"));
	wizard_settle(wizard);
	cr_expect(shows("Saved in"));
}

Test(odds, the_panel_tells_what_would_flip_it_with_the_same_key)
{
	wizard_press(wizard, "pppp");
	cr_expect(shows("Tuning saves $14.3k"));
	cr_expect(shows("Hosted tune's pass rate"));
	wizard_press(wizard, "40M\r");
	cr_expect(shows("What would flip it") && shows("Tuning saves $"));
	cr_expect(!shows("Tuning saves $14.3k"), "of the old session");
}

Test(odds, hardly_ever_and_nearly_always_are_no_round_numbers)
{
	wizard_end(wizard);
	wizard = wizard_begin(
		24, 80, TEST_SOURCE "/share/examples/medical-coding.cfg");
	wizard_settle(wizard);
	cr_expect(shows(">99 of 100"));
}

Test(odds, a_spread_of_nothing_is_no_picture)
{
	wizard_end(wizard);
	wizard = wizard_begin(24, 80, "new.cfg");
	wizard_press(wizard, "1M to 3M"); /* no request has a price yet */
	wizard_press(wizard, "\r" KEY_ALT "6\t");
	wizard_settle(wizard);
	cr_expect(shows("of the ranges moves the net saving"));
	cr_expect(!shows("▒"), "no bar of a histogram");
}

Test(odds, the_panel_goes_round)
{
	wizard_press(wizard, "ppppp");
	cr_expect(shows("Measure first"));
	wizard_press(wizard, "p");
	cr_expect(shows("Cost over 24 months"));
}

Test(odds, the_verdict_has_its_pictures)
{
	static const char *const titles[] = {"The verdict",
		"How the net saving is spread", "What moves the net saving",
		"Adding up, month by month", "Where the money goes",
		"What would flip it, what to measure", "The verdict"};

	wizard_press(wizard, KEY_ALT "6");
	for (int i = 0; i < 7; i++) {
		cr_expect(shows(titles[i]), "%s", titles[i]);
		wizard_press(wizard, "\t");
	}
	wizard_press(wizard, KEY_BACKTAB);
	cr_expect(shows(titles[0]));
	wizard_press(wizard, KEY_LEFT);
	cr_expect(shows("5/5"), "on from the first picture to question 5");
}

Test(odds, a_tall_screen_shows_path_and_picture_and_tab_turns_at_once)
{
	wizard_resize(wizard, 40, 120);
	wizard_press(wizard, KEY_ALT "6");
	cr_expect(shows("The verdict") && shows("is spread"));
	wizard_press(wizard, "\t");
	cr_expect(shows("The verdict") && shows("What moves"));
	wizard_press(wizard, KEY_BACKTAB KEY_BACKTAB);
	cr_expect(shows("The verdict") && shows("what to measure"));
}

Test(odds, pages_have_something_to_say_without_ranges_or_a_pair)
{
	wizard_end(wizard);
	wizard = wizard_begin(24, 80, "new.cfg");
	wizard_press(wizard, "ppp");
	cr_expect(shows("No figure is a range"));
	wizard_press(wizard, "pp");
	cr_expect(shows("nothing to"));
	wizard_press(wizard, KEY_ALT "6\t");
	cr_expect(shows("No figure is a range"));
}

Test(odds, the_report_is_sharp_even_if_asked_for_at_once)
{
	wizard_press(wizard, "8M\rr" KEY_END);
	cr_expect(strstr(wizard_program(wizard)->report,
		"Worked out in 100,000 scenarios"));
	cr_expect(!strstr(wizard_program(wizard)->report, "give or take"));
}
