/*
 * What the hands do beside typing: stepping through figures.
 */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "on_example.h"

TestSuite(steps, .init = begin, .fini = end);

static const char *text_of(enum input input)
{
	return session_text(
		&wizard_program(wizard)->session, SHARED_PLACE(input));
}

Test(steps, plus_and_minus_step_a_range_and_the_panel_follows)
{
	cr_expect(shows("$819k"));
	wizard_press(wizard, "+");
	cr_expect_str_eq(text_of(IN_volume_requests_per_month), "4.1M to 6.1M");
	cr_expect(!shows("$819k"));
	wizard_press(wizard, "--");
	cr_expect_str_eq(text_of(IN_volume_requests_per_month), "3.9M to 5.9M");
	wizard_press(wizard, KEY_FAR_UP);
	cr_expect_str_eq(text_of(IN_volume_requests_per_month), "5M to 10M");
	wizard_press(wizard, KEY_FAR_DOWN);
	cr_expect_str_eq(text_of(IN_volume_requests_per_month), "2M to 5M");
}

Test(steps, one_undo_takes_back_a_run_of_steps_on_one_field)
{
	wizard_press(wizard, "+++++" KEY_FAR_UP);
	wizard_press(wizard, KEY_DOWN "+");
	wizard_press(wizard, "u");
	cr_expect_str_eq(text_of(IN_volume_growth_per_month), "0% to 1.5%");
	cr_expect_str_eq(text_of(IN_volume_requests_per_month), "5M to 10M");
	wizard_press(wizard, "u");
	cr_expect_str_eq(text_of(IN_volume_requests_per_month), "4M to 6M");
	wizard_press(wizard, "\022");
	cr_expect_str_eq(text_of(IN_volume_requests_per_month), "5M to 10M");
	wizard_press(wizard, KEY_UP "+u");
	cr_expect_str_eq(text_of(IN_volume_requests_per_month), "5M to 10M",
		"a step after an undo is one of its own");
}

Test(steps, a_minus_begins_a_number_where_it_may_be_negative)
{
	wizard_press(wizard, KEY_DOWN "-2%\r");
	cr_expect_str_eq(text_of(IN_volume_growth_per_month), "-2%");
}

Test(steps, while_typing_plus_is_typed_and_up_leaves_the_field)
{
	wizard_press(wizard, "1e+6" KEY_DOWN);
	cr_expect_str_eq(text_of(IN_volume_requests_per_month), "1e+6");
}

/* ---- the palette, and the search in the help ---------------------------- */

TestSuite(palette, .init = begin, .fini = end);

Test(palette, a_command_is_found_by_its_words_and_run)
{
	wizard_press(wizard, "\020");
	cr_expect(shows("undo an edit"));
	wizard_press(wizard, "REPORT prev");
	cr_expect(shows("1 found"));
	cr_expect(!shows("undo an edit"));
	wizard_press(wizard, "\r");
	cr_expect(shows("The report, line 1"));
}

Test(palette, it_lists_what_is_possible_below_and_no_more)
{
	wizard_press(wizard, ":add an option");
	cr_expect(shows("0 found"));
	wizard_press(wizard, "\r");
	cr_expect(shows("0 found"), "nothing to run");
	wizard_press(wizard, "\033");
	wizard_press(wizard, "o\020add an option");
	cr_expect(shows("1 found"));
	wizard_press(wizard, "\r");
	cr_expect_eq(wizard_program(wizard)->session.options, 5);
}

Test(palette, esc_leaves_everything_as_it_was)
{
	wizard_press(wizard, KEY_DOWN ":quit");
	wizard_press(wizard, "\033");
	cr_expect(!shows("found"));
	wizard_press(wizard, "3%\r");
	cr_expect_str_eq(text_of(IN_volume_growth_per_month), "3%");
}

Test(palette, what_was_typed_is_taken_first)
{
	wizard_press(wizard, "8M\020verdict\r");
	cr_expect_str_eq(text_of(IN_volume_requests_per_month), "8M");
}

Test(palette, steps_are_in_it_and_arrows_choose)
{
	wizard_press(wizard, ":question" KEY_DOWN);
	cr_expect(shows("question 3, latency"));
	wizard_press(wizard, "\177\177\177\177\177\177\177\177latency\r");
	cr_expect(shows("3/5"));
}

Test(palette, the_help_is_searched)
{
	wizard_press(wizard, "?/UNDO");
	cr_expect(shows("undo an edit"));
	cr_expect(!shows("About this field"));
	wizard_press(wizard, "\r");
	cr_expect(shows("found"));
	wizard_press(wizard, "\033");
	cr_expect(shows("About this field"), "Esc leaves the search first");
	wizard_press(wizard, "\033");
	cr_expect(!shows("About this field"));
}

/* ---- keys of one's own -------------------------------------------------- */

static void begin_with_keys(void)
{
	FILE *file;

	scratch_begin();
	cr_assert_eq(mkdir("tuneornot", 0700), 0);
	file = fopen("tuneornot/keys.cfg", "w");
	fputs("quit = \"x\";\nundo = (\"z\", \"^_\");\nreport = \"z\";\n",
		file);
	fclose(file);
	wizard = wizard_begin(24, 80, EXAMPLE);
}

TestSuite(own_keys, .init = begin_with_keys, .fini = end);

Test(own_keys, they_work_and_are_shown_in_bar_palette_and_help)
{
	cr_expect(shows("keys.cfg:3: report: the key"), "trouble is told");
	wizard_press(wizard, "8M\r");
	cr_expect(shows("z undo"));
	wizard_press(wizard, ":undo");
	cr_expect(shows(" z "));
	wizard_press(wizard, "\033");
	wizard_press(wizard, "?/undo");
	cr_expect(shows("z, ^_      undo an edit"));
	wizard_press(wizard, "\033");
	wizard_press(wizard, "\033");
	wizard_press(wizard, "z");
	cr_expect_str_eq(text_of(IN_volume_requests_per_month), "4M to 6M");
	cr_expect_eq(wizard_press(wizard, "q"), TURN_ON, "typed, or nothing");
	wizard_press(wizard, "\033");
	cr_expect_eq(wizard_press(wizard, "x"), TURN_QUIT);
}

Test(steps, the_verdict_goes_to_the_clipboard_at_a_key)
{
	wizard_press(wizard, "y");
	cr_expect(shows("Copied, if the terminal lets us: Support triage"));
	/* "Support triage: stop at savings." begins so in base 64 */
	cr_expect(strstr(screen_bytes(wizard_screen(wizard)),
		"\033]52;c;U3VwcG9ydCB0cmlhZ2U6IHN0b3AgYXQgc2F2aW5ncy4g"));
}
