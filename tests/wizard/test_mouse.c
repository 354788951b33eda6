/*
 * The mouse, as terminals report it.
 */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "on_example.h"

TestSuite(mouse, .init = begin, .fini = end);

static const char *text_of(enum input input)
{
	return session_text(
		&wizard_program(wizard)->session, SHARED_PLACE(input));
}

static void report(int button, int row, int column)
{
	char bytes[64];

	snprintf(bytes, sizeof(bytes), "\033[<%d;%d;%dM", button, column + 1,
		row + 1);
	wizard_press(wizard, bytes);
}

/* Where that text stands on the screen. */
static void click(const char *text)
{
	int row, column;

	cr_assert(screen_find(wizard_screen(wizard), text, &row, &column),
		"%s is nowhere", text);
	report(0, row, column);
}

static void turn_wheel(int by)
{
	report(by < 0 ? 64 : 65, 10, 10);
}

Test(mouse, a_click_goes_to_a_field_and_the_second_opens_it)
{
	click("Output tokens");
	wizard_press(wizard, "50\r");
	cr_expect_str_eq(text_of(IN_volume_output_tokens), "50");
	click("Output tokens");
	click("Output tokens");
	cr_expect(shows("Enter take it"));
}

Test(mouse, a_click_elsewhere_hands_in_what_was_typed)
{
	wizard_press(wizard, "8M");
	click("Output tokens");
	cr_expect_str_eq(text_of(IN_volume_requests_per_month), "8M");
	wizard_press(wizard, "50\r");
	cr_expect_str_eq(text_of(IN_volume_output_tokens), "50");
}

Test(mouse, a_word_of_a_choice_is_chosen)
{
	click("unsure");
	cr_expect_str_eq(text_of(IN_volume_narrow_task), "unsure");
}

Test(mouse, steps_panel_and_key_bar_are_pressed)
{
	click("Latency");
	cr_expect(shows("3/5"));
	click("Cost over");
	cr_expect(shows("Adding up"));
	click("options");
	cr_expect(shows("The session and its options"));
}

Test(mouse, lists_are_chosen_from_and_what_lies_below_is_not_hit)
{
	wizard_press(wizard, "t");
	click("monochrome");
	cr_expect_str_eq(wizard_program(wizard)->theme, "monochrome");
	report(0, 1, 30);
	cr_expect(shows("Themes"), "the steps lie below");
	click("monochrome");
	cr_expect(!shows("Themes"));
	cr_expect_str_eq(wizard_program(wizard)->theme, "monochrome");
}

Test(mouse, the_palette_and_questions_are_clicked)
{
	wizard_press(wizard, ":");
	click("undo an edit");
	click("undo an edit");
	cr_expect(shows("There is nothing to undo."));
	wizard_press(wizard, "8M\r\021");
	click("stay here");
	cr_expect(!shows("Save first?"));
}

Test(mouse, the_wheel_scrolls_and_takes_nobody_out_of_a_field)
{
	wizard_press(wizard, "r");
	cr_expect(shows("line 1 of"));
	turn_wheel(1);
	cr_expect(shows("line 4 of"));
	turn_wheel(-1);
	cr_expect(shows("line 1 of"));
	wizard_press(wizard, "q12");
	turn_wheel(1);
	cr_expect(shows("[12 "));
}

Test(mouse, f12_gives_it_back_to_the_terminal)
{
	wizard_press(wizard, "\033[24~");
	cr_expect(strstr(screen_bytes(wizard_screen(wizard)), "\033[?1000l"));
	cr_expect(shows("The mouse is off"));
	click("Latency");
	cr_expect(shows("1/5"), "a late report means nothing");
	wizard_press(wizard, "\033[24~");
	cr_expect(strstr(screen_bytes(wizard_screen(wizard)), "\033[?1006h"));
}

/* Whatever comes in a report's clothes, nothing of it is typed. */
Test(mouse, garbage_is_no_key)
{
	static const char *const garbage[] = {"\033[<0;1M", "\033[<;;M",
		"\033[<0;99999;99999M", "\033[<0;9999;9999M", "\033[<0;0;0M",
		"\033[<-1;5;5M", "\033[<0;5;5;5M", "\033[<35;5;5M",
		"\033[<4;5;5M", "\033[<2;5;5M", "\033[<66;5;5M",
		"\033[<00000000000000000000000000000000;1;1M", "\033[M !!",
		"\033[M\177\177\177", "\033[<0;5;5x", "\033[?0;5;5M"};

	for (size_t i = 0; i < sizeof(garbage) / sizeof(*garbage); i++) {
		wizard_press(wizard, garbage[i]);
		wizard_press(wizard, "\014");
		cr_expect(shows("[4M to 6M"), "%s", garbage[i] + 1);
		cr_expect(shows("1/5"), "%s", garbage[i] + 1);
		cr_expect(!wizard_program(wizard)->dirty);
		cr_expect(!shows("take it"), "%s", garbage[i] + 1);
	}
}

Test(mouse, every_cell_of_every_screen_can_be_clicked)
{
	static const char *const visits[] = {"", KEY_ALT "3", KEY_ALT "6", "o",
		"?", "r", "t", ":", "c", "v", "\023"};

	for (size_t i = 0; i < sizeof(visits) / sizeof(*visits); i++) {
		wizard_end(wizard);
		wizard = wizard_begin(24, 80, EXAMPLE);
		wizard_press(wizard, visits[i]);
		for (int cell = 0; cell < 24 * 80; cell += 37)
			report(0, cell / 80, cell % 80);
		report(0, 500, 500);
	}
}
