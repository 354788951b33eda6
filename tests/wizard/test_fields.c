/*
 * Walking, typing and taking back: what every field of every question does.
 */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "form.h"
#include "keymap.h"
#include "on_example.h"

TestSuite(fields, .init = begin, .fini = end);

static const struct session *session(void)
{
	return &wizard_program(wizard)->session;
}

static const char *text_of(enum input input)
{
	return session_text(session(), SHARED_PLACE(input));
}

static void press(const char *keys)
{
	wizard_press(wizard, keys);
}

/* To question 1 to 5, or the verdict. */
static void go_to(int step)
{
	char keys[8];

	snprintf(keys, sizeof(keys), KEY_ALT "%d", step);
	press(keys);
}

static void shows_step(int step, const char *after)
{
	char words[8];

	snprintf(words, sizeof(words), "%d/5", step);
	cr_expect(shows(words), "%s: not at %s\n%s", after, words,
		screen_text(wizard_screen(wizard)));
}

/* The row of the cursor: which field is in focus. */
static int cursor_row(void)
{
	int row = -1, column;

	screen_cursor(wizard_screen(wizard), &row, &column);
	return row;
}

/* ---- from step to step --------------------------------------------------- */

Test(fields, five_steps_back_and_forth_change_nothing)
{
	struct session before = *session();

	go_to(5);
	for (int step = 4; step >= 1; step--) {
		press(KEY_PAGE_UP);
		shows_step(step, "PgUp");
	}
	for (int step = 2; step <= 5; step++) {
		press(KEY_PAGE_DOWN);
		shows_step(step, "PgDn");
	}
	for (int i = 0; i < 400; i++)
		press(KEY_BACKTAB);
	shows_step(1, "Shift-Tab, all the way");
	cr_expect(session_equal(session(), &before));
	cr_expect(!wizard_program(wizard)->dirty);
}

/* Back from a field of each step that cannot be read: it stays, marked. */
Test(fields, each_step_can_be_left_from_a_field_that_cannot_be_read)
{
	for (int step = 1; step <= 5; step++) {
		go_to(step);
		press(KEY_HOME "12 to" KEY_PAGE_UP);
		shows_step(step > 1 ? step - 1 : 1, "PgUp");
		go_to(step);
		cr_expect(shows("[12 to"), "step %d lost it", step);
		cr_expect(shows("]!"), "step %d does not mark it", step);
		cr_expect(shows("ends where a number is missing"),
			"step %d does not say why", step);
	}
	press(KEY_HOME "\r");
	cr_expect(shows("take it"), "it can be edited on");
}

Test(fields, steps_are_seen_and_reached_at_any_size)
{
	static const int sizes[][2] = {{24, 80}, {12, 40}, {40, 120}};

	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		wizard_resize(wizard, sizes[i][0], sizes[i][1]);
		for (int step = 5; step >= 1; step--) {
			go_to(step);
			shows_step(step, "Alt and its number");
		}
	}
	go_to(6);
	press("3");
	shows_step(3, "a number where none is typed");
}

Test(fields, what_is_left_alone_is_marked_as_default)
{
	wizard_end(wizard);
	wizard = wizard_begin(24, 80, "new.cfg");
	cr_expect(shows("(100k           ) default"));
	cr_expect(shows("(•)unsure default"));
	press("7\r");
	cr_expect(shows("[7 "));
	press(KEY_UP KEY_DELETE);
	cr_expect(shows("(100k           ) default"));
}

Test(fields, a_question_goes_back_to_its_defaults_and_returns)
{
	struct session before = *session();

	press("D");
	cr_expect(shows("This question is at the defaults again"));
	cr_expect(shows("(100k           ) default"));
	cr_expect_str_eq(text_of(IN_quality_bar), "93%", "another question");
	cr_expect_eq(session()->options, 4, "options are not taken away");
	press("u");
	cr_expect(session_equal(session(), &before));
	go_to(6);
	press("D");
	cr_expect(shows("All five questions are at the defaults again"));
	cr_expect(!session_is_set(session(), SHARED_PLACE(IN_quality_bar)));
	cr_expect_str_eq(text_of(IN_session_name), "Support triage");
	press("u");
	cr_expect(session_equal(session(), &before), "one step of undo");
}

/* ---- every field --------------------------------------------------------- */

/* The form of a question as it is shown, rare fields left out. */
static struct form form_of(int step)
{
	struct form form;

	form_make(&form, session(), step - 1, false);
	return form;
}

static bool is_field(const struct form_row *row)
{
	return row->kind == FORM_FIELD || row->kind == FORM_CELLS;
}

/* Words of the help, which may be broken over lines. */
static bool help_shows(const char *words)
{
	char first[40];

	snprintf(first, sizeof(first), "%.38s", words);
	return shows(first);
}

static void check_help(enum input input)
{
	const struct input_row *row = &input_table[input];
	const char *label = row->label + strspn(row->label, " ");
	char words[300], domain[200];

	press(KEY_F1);
	snprintf(words, sizeof(words), "About this field: %s", label);
	cr_expect(shows(words), "%s", label);
	if (row->unit) {
		snprintf(words, sizeof(words), "Unit: %s", row->unit);
		cr_expect(shows(words), "%s: its unit", label);
	}
	if (input_is_number(input)) {
		input_domain(input, domain, sizeof(domain));
		snprintf(words, sizeof(words), "Takes %s", domain);
		cr_expect(help_shows(words), "%s: its range", label);
		cr_expect(shows("For example: "), "%s: an example", label);
	}
	press("\033");
}

/* With each field of the five questions in focus. */
static void check_each(void (*check)(enum input input))
{
	for (int step = 1; step <= 5; step++) {
		struct form form = form_of(step);

		go_to(step);
		press(KEY_HOME);
		for (int i = 0; i < form.rows; i++) {
			if (!is_field(&form.row[i]))
				continue;
			check(form.row[i].input);
			press(KEY_DOWN);
		}
	}
}

Test(fields, the_help_of_each_has_unit_range_and_example)
{
	check_each(check_help);
}

/* Three that no number takes, typed into the field in focus. */
static void check_wrong(enum input input)
{
	static const char *const wrong[] = {"1 2 x", "9e99", "-9e99"};
	const char *label = input_table[input].label;

	if (!input_is_number(input))
		return;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		char domain[200], low[100];
		char *space;

		press("\r\025");
		press(wrong[i]);
		press("\r");
		cr_expect(shows("take it"), "%s takes %s", label, wrong[i]);
		input_domain(input, domain, sizeof(domain));
		snprintf(low, sizeof(low), "%.99s", domain);
		space = strchr(low, ' ');
		if (space)
			*space = '\0';
		cr_expect(shows(wrong[i]), "%s keeps what is typed", label);
		cr_expect(shows(low), "%s, %s: no word of %s\n%s", label,
			wrong[i], domain, screen_text(wizard_screen(wizard)));
		press("\033");
	}
}

Test(fields, what_a_number_does_not_take_is_told_with_its_range)
{
	alarm(4 * TEST_SECONDS);
	check_each(check_wrong);
	cr_expect(!wizard_program(wizard)->dirty);
}

Test(fields, what_an_edit_changed_is_seen_until_the_next_one)
{
	press("8M\r");
	cr_expect(shows("+$510k"));
	press("\t\t");
	go_to(4);
	press("?\033");
	cr_expect(shows("+$510k"), "on other pages, too");
	press("p");
	press("ppppp");
	cr_expect(shows("+$510k"));
	wizard_settle(wizard);
	cr_expect(shows("+$510k"), "while the odds sharpen");
	press(KEY_HOME "81\r");
	cr_expect(!shows("+$510k"), "it is of the last edit alone");
	wizard_resize(wizard, 12, 40);
	go_to(1);
	press(KEY_HOME "4M\rp");
	cr_expect(shows("net saving"));
	cr_expect(shows("(-$"), "in a small window, behind p");
}

/* ---- keys, on every step ------------------------------------------------- */

Test(fields, moving_keys_do_the_obvious_on_every_step)
{
	for (int step = 1; step <= 5; step++) {
		int first, second;

		go_to(step);
		press(KEY_HOME);
		first = cursor_row();
		press("\t");
		second = cursor_row();
		cr_expect_gt(second, first, "Tab on %d", step);
		press(KEY_BACKTAB);
		cr_expect_eq(cursor_row(), first, "Shift-Tab on %d", step);
		press(KEY_DOWN);
		cr_expect_eq(cursor_row(), second, "Down on %d", step);
		press(KEY_UP);
		cr_expect_eq(cursor_row(), first, "Up on %d", step);
		press("\r");
		cr_expect(shows("take it"), "Enter opens it on %d", step);
		press("\r");
		cr_expect_eq(cursor_row(), second, "and takes it on %d", step);
		press(KEY_END);
		cr_expect_gt(cursor_row(), second, "End on %d", step);
		press(KEY_UP " ");
		cr_expect(wizard_program(wizard)->dirty, "Space on %d", step);
		press("u");
		cr_expect(!wizard_program(wizard)->dirty);
		press(KEY_PAGE_DOWN KEY_PAGE_UP);
		shows_step(step, "PgDn and PgUp");
	}
}

/* From the text and the cursor behind it, keys to a text. */
static const struct {
	const char *name, *typed, *keys, *text;
} edits[] = {
	{"^A", "45", "\0011", "145"},
	{"^E", "45", "\001\0051", "451"},
	{"^U", "45", "\0257", "7"},
	{"^K", "45", "\001\033[C\013", "4"},
	{"^W", "4 to 5", "\0276", "4 to 6"},
	{"^D", "45", "\001\004", "5"},
	{"^B ^F", "45", "\001\006\006\0021", "415"},
	{"Alt-b", "4 to 5", "\033b1", "4 to 15"},
	{"Alt-f", "4 to 5", "\001\033f1", "41 to 5"},
	{"Alt-d", "4 to 5", "\001\033d\033d\004", "5"},
	{"Ctrl-Left", "4 to 5", "\033[1;5D1", "4 to 15"},
	{"Ctrl-Right", "4 to 5", "\001\033[1;5C1", "41 to 5"},
	{"Home", "45", KEY_HOME "1", "145"},
	{"End", "45", KEY_HOME KEY_END "1", "451"},
	{"Left", "45", KEY_LEFT "1", "415"},
	{"Delete", "45", KEY_HOME KEY_DELETE, "5"},
	{"backspace, 7f", "45", "\177", "4"},
	{"backspace, 08", "45", "\b", "4"},
	{"^_ is one word", "4 to 5", "\037", "4 to"},
	{"^_ and ^R", "4 to 5", "\037\022", "4 to 5"},
	{"^_ of ^U", "45", "\025\037", "45"},
};

Test(fields, a_field_is_edited_as_a_shell_line_is)
{
	for (size_t i = 0; i < sizeof(edits) / sizeof(*edits); i++) {
		char wanted[40];

		press(KEY_HOME);
		press(edits[i].typed);
		press(edits[i].keys);
		snprintf(wanted, sizeof(wanted), "[%s ", edits[i].text);
		cr_expect(shows(wanted), "%s: no %s\n%s", edits[i].name, wanted,
			screen_row(wizard_screen(wizard), 3));
		press("\033");
	}
	cr_expect(!wizard_program(wizard)->dirty);
}

Test(fields, vi_keys_move_and_are_text_where_text_is_typed)
{
	int first = cursor_row();

	press("j");
	cr_expect_gt(cursor_row(), first);
	press("k");
	cr_expect_eq(cursor_row(), first);
	press(KEY_END "hjklq:?");
	cr_expect(shows("[hjklq:?"));
	press("\r");
	cr_expect_str_eq(text_of(IN_volume_reason), "hjklq:?");
	go_to(1);
	press(KEY_HOME "1jk");
	cr_expect(shows("[1jk"), "in a number that is typed, too");
}

/* ---- taking back --------------------------------------------------------- */

Test(fields, typing_is_taken_back_word_by_word_and_then_left)
{
	press("8M to 9M");
	press("\037");
	cr_expect(shows("[8M to "));
	press("\037\037");
	cr_expect(shows("[4M to 6M"), "what the field held");
	cr_expect(shows("take it"));
	press("\022");
	cr_expect(shows("[8M "));
	press("\037\037");
	cr_expect(!shows("take it"), "behind that it is left");
	cr_expect(!wizard_program(wizard)->dirty);
	press("8M\r" KEY_HOME "9M\r");
	press(KEY_HOME "1\037\037\037");
	cr_expect_str_eq(text_of(IN_volume_requests_per_month), "8M",
		"out of the field, and on with the session's edits");
}

Test(fields, a_paste_is_one_step_and_its_line_ends_submit_nothing)
{
	press("\033[200~1e6\n2\033[201~");
	cr_expect(shows("[1e6 2"));
	cr_expect(shows("take it"), "it was not submitted");
	press("\037");
	cr_expect(shows("[4M to 6M"), "one step");
	press("\033");
	press("5\033[200~\r00\r\033[201~");
	press("\037");
	cr_expect(shows("[5 "), "a paste alone is taken back");
	press("\033\023");
	press("\033[200~\nx\n\033[201~");
	cr_expect(shows("Save the session as"), "in the dialog, too");
}

Test(fields, a_hundred_edits_across_fields_are_taken_back_in_their_order)
{
	struct session before = *session();

	for (int i = 0; i < 100; i++) {
		char keys[32];

		go_to(1 + i % 5);
		snprintf(keys, sizeof(keys), KEY_HOME "%d\r", 1 + i % 90);
		press(keys);
	}
	for (int i = 0; i < 100; i++)
		press("\037");
	cr_expect(session_equal(session(), &before));
	for (int i = 0; i < 100; i++)
		press("\022");
	cr_expect_str_eq(text_of(IN_volume_requests_per_month), "6");
	cr_expect_str_eq(text_of(IN_savings_horizon_months), "10");
}

/* ---- help and bar -------------------------------------------------------- */

/* In a window in which all of it has room. */
Test(fields, every_bound_key_stands_in_the_help)
{
	wizard_resize(wizard, 120, 100);
	press("?");
	for (const struct key_row *row = keymap; row->command; row++) {
		char own[80], first[80];

		if (row->help)
			snprintf(own, sizeof(own), "%s", row->help);
		snprintf(first, sizeof(first), "%.30s", own);
		if (row->help)
			cr_expect(shows(first), "%s: no line", row->shown);
		cr_expect(shows(row->shown), "no %s", row->shown);
	}
	cr_expect(shows("q, ^Q, ^C"));
	cr_expect(shows("Up, k"));
}

Test(fields, the_bar_shows_the_way_to_the_help_where_there_is_one)
{
	static const int columns[] = {40, 60, 80, 120};

	for (size_t i = 0; i < sizeof(columns) / sizeof(*columns); i++) {
		wizard_resize(wizard, 24, columns[i]);
		go_to(1);
		cr_expect(shows("? help"));
		press(KEY_END);
		cr_expect(shows("F1 help"), "in a text field");
		press(KEY_HOME "1");
		cr_expect(shows("F1 help"), "while typing");
		press("\033");
		go_to(6);
		cr_expect(shows("? help"));
	}
}

Test(fields, longer_help_takes_the_rows_that_no_field_needs)
{
	wizard_press(wizard, "o");
	cr_expect(shows("No two options have the"));
	cr_expect(shows("│ same."), "and its last word");
}
