/*
 * What people do with the wizard, from the first key to the last.
 */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "file_issue.h"
#include "on_example.h"
#include "session_file.h"

TestSuite(flow, .init = scratch_begin, .fini = scratch_end);

TestSuite(keys, .init = begin, .fini = end);

static const char *text_of(enum input input)
{
	return session_text(
		&wizard_program(wizard)->session, SHARED_PLACE(input));
}

Test(keys, enter_alone_walks_from_the_first_field_to_the_verdict)
{
	int presses = 0;

	wizard_end(wizard);
	wizard = wizard_begin(24, 80, "new.cfg");
	while (!shows("The verdict") && presses < 2000) {
		wizard_press(wizard, "\r");
		presses++;
	}
	cr_expect(shows("The verdict"));
	cr_expect(!wizard_program(wizard)->dirty,
		"walking through changes nothing");
}

Test(keys, the_panel_moves_with_each_key_before_anything_is_taken)
{
	cr_expect(shows("$819k"));
	wizard_press(wizard, "8M");
	cr_expect(shows("$1.33M"));
	cr_expect(shows("+$510k"), "what changed stands beside it");
	cr_expect_str_eq(text_of(IN_volume_requests_per_month), "4M to 6M");
	wizard_press(wizard, "\033");
	cr_expect(shows("[4M to 6M"));
	cr_expect(shows("$819k"));
	cr_expect(!shows("+$510k"));
}

Test(keys, what_cannot_be_read_stays_and_says_why)
{
	wizard_press(wizard, "8M to\r");
	cr_expect(shows("[8M to "));
	cr_expect(shows("ends where a number is missing"));
	wizard_press(wizard, " 9M\r");
	cr_expect_str_eq(text_of(IN_volume_requests_per_month), "8M to 9M");
}

Test(keys, going_back_works_from_a_field_that_cannot_be_read)
{
	wizard_press(wizard, KEY_PAGE_DOWN "abc");
	cr_expect(shows("2/5"));
	wizard_press(wizard, "7%%");
	wizard_press(wizard, KEY_PAGE_UP);
	cr_expect(shows("1/5"));
	wizard_press(wizard, KEY_PAGE_DOWN);
	cr_expect(shows("7%%"), "it is still there");
	cr_expect(shows("!"), "with its mark");
	cr_expect_str_eq(text_of(IN_quality_bar), "93%");
}

Test(keys, steps_are_reached_from_a_half_typed_field)
{
	wizard_press(wizard, "12 to" KEY_ALT "5");
	cr_expect(shows("5/5"));
	wizard_press(wizard, KEY_ALT "1");
	cr_expect(shows("12 to"));
}

Test(keys, letters_are_text_in_a_text_field)
{
	wizard_press(wizard, KEY_END "quit? no\r");
	cr_expect_str_eq(text_of(IN_volume_reason), "quit? no");
	cr_expect(shows("2/5"), "the last field leads to the next question");
}

Test(keys, undo_and_redo_a_hundred_edits)
{
	char keys[32];

	for (int i = 1; i <= 100; i++) {
		snprintf(keys, sizeof(keys), KEY_HOME "%d\r", i);
		wizard_press(wizard, keys);
	}
	cr_expect_str_eq(text_of(IN_volume_requests_per_month), "100");
	for (int i = 0; i < 100; i++)
		wizard_press(wizard, "u");
	cr_expect_str_eq(text_of(IN_volume_requests_per_month), "4M to 6M");
	for (int i = 0; i < 100; i++)
		wizard_press(wizard, "\022");
	cr_expect_str_eq(text_of(IN_volume_requests_per_month), "100");
}

Test(keys, choices_cycle_and_the_verdict_follows)
{
	cr_expect(shows("stops at Savings"));
	wizard_press(wizard, KEY_END KEY_UP " ");
	cr_expect_str_eq(text_of(IN_volume_answer), "yes");
	wizard_press(wizard, " ");
	cr_expect_str_eq(text_of(IN_volume_answer), "no");
	cr_expect(shows("stops at Volume"));
	cr_expect(shows("you say otherwise"));
	wizard_press(wizard, KEY_LEFT KEY_LEFT);
	cr_expect_str_eq(text_of(IN_volume_answer), "auto");
}

Test(keys, delete_takes_a_value_back_to_its_default)
{
	wizard_press(wizard, KEY_DELETE);
	cr_expect(shows("(100k "));
	cr_expect(shows("default"));
}

Test(keys, what_is_saved_is_what_is_opened_again)
{
	struct session session;
	struct file_issue issue;
	enum seal seal;

	wizard_press(wizard, "8M\r\023");
	cr_assert(shows("Save the session as"));
	wizard_press(wizard, "\r");
	cr_expect(shows("Saved in support-triage.cfg"));
	cr_expect(!wizard_program(wizard)->dirty);
	cr_assert(session_file_read(
		"support-triage.cfg", &session, &seal, &issue));
	cr_expect(session_equal(&session, &wizard_program(wizard)->session));
	cr_expect_eq(seal, SEAL_WHOLE);
}

Test(keys, saving_takes_what_is_being_typed)
{
	wizard_press(wizard, "8M\023");
	cr_expect_str_eq(text_of(IN_volume_requests_per_month), "8M");
	cr_expect(shows("Save the session as"));
}

Test(keys, quitting_with_unsaved_work_asks_once)
{
	cr_expect_eq(wizard_press(wizard, "8M\r\021"), TURN_ON);
	cr_expect(shows("Save first?"));
	cr_expect_eq(wizard_press(wizard, "\033"), TURN_ON);
	cr_expect(!shows("Save first?"));
	cr_expect_eq(wizard_press(wizard, "\021d"), TURN_QUIT);
}

Test(keys, save_first_saves_and_quits)
{
	cr_expect_eq(wizard_press(wizard, "8M\r\021s\r"), TURN_QUIT);
	cr_expect_eq(access("support-triage.cfg", F_OK), 0);
}

Test(keys, a_clean_session_is_left_at_once)
{
	cr_expect_eq(wizard_press(wizard, "q"), TURN_QUIT);
}

Test(keys, an_existing_file_is_replaced_only_when_asked_twice)
{
	FILE *file = fopen("support-triage.cfg", "w");

	fputs("precious\n", file);
	fclose(file);
	wizard_press(wizard, "8M\r\023\r");
	cr_expect(shows("exists already"));
	cr_expect(wizard_program(wizard)->dirty);
	wizard_press(wizard, "\r");
	cr_expect(shows("Saved in"));
}

Test(keys, what_was_said_is_gone_with_the_next_key)
{
	wizard_press(wizard, "8M\r\023new.cfg\r");
	cr_expect(shows("Saved in"));
	wizard_press(wizard, KEY_DOWN);
	cr_expect(!shows("Saved in"));
	cr_expect(shows("^S save") || shows("? help"));
}

Test(keys, tab_leaves_a_field_that_cannot_be_read)
{
	wizard_press(wizard, "abc\t5%\r");
	cr_expect_str_eq(text_of(IN_volume_growth_per_month), "5%");
	cr_expect(shows("[abc "));
}

Test(keys, help_begins_with_the_keys_of_where_one_is)
{
	wizard_press(wizard, KEY_ALT "6r?");
	cr_expect(shows("Keys here"));
	cr_expect(shows("write the report into a file"));
	cr_expect(!shows("the next field"));
	wizard_press(wizard, "\033");
	cr_expect(shows("The report, line 1"));
	wizard_press(wizard, "\033t\033OP");
	cr_expect(shows("Keys here"), "of the themes");
}

Test(keys, what_esc_took_can_be_brought_back)
{
	wizard_press(wizard, "123\033");
	cr_expect(shows("[4M to 6M"));
	cr_expect(shows("^_ brings back what was typed"));
	wizard_press(wizard, "\037");
	cr_expect(shows("[123 "));
	wizard_press(wizard, "4\r");
	cr_expect_str_eq(text_of(IN_volume_requests_per_month), "1234");
	wizard_press(wizard, KEY_UP "99\033");
	wizard_press(wizard, KEY_DOWN KEY_UP "u");
	cr_expect(shows("[4M to 6M"), "later it takes the last edit back");
}

Test(keys, the_money_by_use_is_told_whole)
{
	wizard_press(wizard, "pp");
	cr_expect(shows("serving      242k   109k"));
	cr_expect(shows("maintenance 13.2k  55.2k"));
}

Test(keys, another_session_can_be_opened)
{
	wizard_press(wizard, "8M\r\023other.cfg");
	wizard_press(wizard, "\025mine.cfg\r");
	cr_expect(shows("Saved in mine.cfg"));
	wizard_press(wizard, KEY_HOME "9M\r\017mine.cfg\r");
	cr_expect(shows("Save first?"));
	wizard_press(wizard, "d");
	cr_expect_str_eq(text_of(IN_volume_requests_per_month), "8M");
}

Test(keys, options_are_added_renamed_moved_and_removed)
{
	const struct session *session = &wizard_program(wizard)->session;

	wizard_press(wizard, "o\016");
	cr_assert_eq(session->options, 5);
	wizard_press(wizard, "Distilled\r");
	cr_expect_str_eq(session_option_name(session, 4), "Distilled");
	wizard_press(wizard, KEY_UP KEY_UP KEY_UP KEY_UP KEY_UP KEY_UP);
	wizard_press(wizard, KEY_END KEY_UP KEY_UP "<");
	cr_expect_str_eq(session_option_name(session, 3), "Distilled");
	wizard_press(wizard, "\030");
	cr_assert_eq(session->options, 4);
	wizard_press(wizard, "\033");
	cr_expect(shows("1/5"), "Esc leaves the editor");
}

Test(keys, help_is_about_the_field_and_lists_the_keys)
{
	wizard_press(wizard, "?");
	cr_expect(shows("About this field: Requests per month"));
	wizard_press(wizard, "\033");
	cr_expect(!shows("About this field"));
	wizard_press(wizard, KEY_END KEY_F1);
	cr_expect(shows("About this field: Because"));
	wizard_press(wizard, KEY_END);
	cr_expect(shows("^P commands."), "its last words, and at once");
}

/* Where its lines do not fit it is moved to and fro; what lies on top of it
 * does not bring it back. */
Test(keys, a_wide_report_can_be_read_to_its_right_end)
{
	wizard_press(wizard, "r");
	cr_expect(!shows("more: "), "it has its 80 columns");
	wizard_resize(wizard, 12, 40);
	cr_expect(shows("line 1 of") && shows("more: Right"));
	cr_expect(shows("or prompt") && !shows("one that exists?"));
	wizard_press(wizard, KEY_RIGHT KEY_RIGHT KEY_RIGHT);
	cr_expect(shows("one that exists?") && shows("more: Right"));
	wizard_press(wizard, "w\033");
	cr_expect(shows("one that exists?"));
	wizard_press(wizard, "llllllllll");
	cr_expect(shows("more: Left"), "its end");
	wizard_press(wizard, KEY_LEFT);
	cr_expect(shows("one that exists?"), "no further than its end");
	wizard_press(wizard, "hhhhhhhhhh");
	cr_expect(shows("or prompt") && shows("more: Right"));
}

Test(keys, the_report_is_shown_and_written)
{
	wizard_press(wizard, "r");
	cr_expect(shows("THE DECISION"));
	wizard_press(wizard, KEY_END);
	cr_expect(!shows("THE DECISION"));
	wizard_press(wizard, "w\r");
	cr_expect(shows("The report is in support-triage.txt"));
	cr_expect_eq(access("support-triage.txt", F_OK), 0);
}

Test(keys, a_theme_is_tried_on_and_taken_off)
{
	wizard_press(wizard, "t" KEY_DOWN);
	cr_expect_str_eq(wizard_program(wizard)->theme, "high-contrast");
	wizard_press(wizard, "\033");
	cr_expect_str_eq(wizard_program(wizard)->theme, "default");
}

Test(keys, a_paste_is_one_edit_and_its_line_end_no_enter)
{
	wizard_press(wizard, "\033[200~1e6\n\033[201~");
	cr_expect(shows("[1e6"));
	cr_expect_str_eq(text_of(IN_volume_requests_per_month), "4M to 6M");
	wizard_press(wizard, "\r");
	cr_expect_str_eq(text_of(IN_volume_requests_per_month), "1e6");
}

Test(keys, the_cursor_stands_on_the_focus)
{
	int row, column, named, at;

	for (int page = 1; page <= 5; page++) {
		char jump[8];

		snprintf(jump, sizeof(jump), KEY_ALT "%d", page);
		wizard_press(wizard, jump);
		for (int i = 0; i < 12; i++) {
			struct screen_cell cell;

			cr_assert(screen_cursor(
				wizard_screen(wizard), &row, &column));
			cell = screen_cell(wizard_screen(wizard), row, column);
			cr_expect(cell.reverse, "page %d, field %d", page, i);
			wizard_press(wizard, "\t");
		}
	}
	wizard_press(wizard, KEY_ALT "1" KEY_HOME "77");
	cr_assert(screen_find(wizard_screen(wizard), "[77", &named, &at));
	cr_assert(screen_cursor(wizard_screen(wizard), &row, &column));
	cr_expect_eq(row, named);
	cr_expect_eq(column, at + 3);
}

static int by_size(const void *left, const void *right)
{
	const size_t *a = left, *b = right;

	return (*a > *b) - (*a < *b);
}

Test(keys, a_key_costs_few_bytes_and_nothing_when_nothing_changes)
{
	static const char *const each[] = {KEY_DOWN, KEY_DOWN, "2", "6", "5",
		"0", "\r", "4", "0", "0", "\r", "\t", "\t", KEY_UP, "u"};
	enum { KEYS = sizeof(each) / sizeof(*each) };
	size_t bytes[KEYS];

	for (size_t i = 0; i < KEYS; i++) {
		wizard_press(wizard, each[i]);
		cr_expect_leq(screen_writes(wizard_screen(wizard)), 1);
		bytes[i] = wizard_drawn(wizard);
	}
	qsort(bytes, KEYS, sizeof(*bytes), by_size);
	cr_expect_leq(bytes[KEYS / 2], 400, "%zu bytes", bytes[KEYS / 2]);
	wizard_press(wizard, KEY_HOME);
	wizard_press(wizard, KEY_HOME);
	cr_expect_eq(wizard_drawn(wizard), 0);
}

Test(keys, resizing_keeps_focus_and_what_is_typed)
{
	wizard_press(wizard, "12345");
	for (int rows = 1; rows <= 60; rows += 3)
		for (int columns = 1; columns <= 200; columns += 7)
			wizard_resize(wizard, rows, columns);
	wizard_resize(wizard, 12, 40);
	cr_expect(shows("[12345"));
	wizard_resize(wizard, 24, 80);
	cr_expect(shows("[12345"));
	wizard_press(wizard, "6\r");
	cr_expect_str_eq(text_of(IN_volume_requests_per_month), "123456");
}

Test(keys, a_low_panel_has_the_picture_and_all_of_the_money)
{
	wizard_resize(wizard, 12, 40);
	wizard_press(wizard, "\033[15~p");
	cr_expect(shows("month 24"), "the curves");
	wizard_press(wizard, "p");
	cr_expect(shows("failures     564k   570k"), "the largest");
	cr_expect(shows("the others      0   9.8k"), "build and training");
}

Test(keys, a_small_window_asks_for_room_and_loses_nothing)
{
	wizard_press(wizard, "77");
	wizard_resize(wizard, 8, 30);
	cr_expect(shows("larger"));
	wizard_resize(wizard, 24, 80);
	cr_expect(shows("[77"));
}

Test(keys, below_80_columns_the_panel_is_behind_p)
{
	wizard_resize(wizard, 14, 50);
	cr_expect(!shows("Cost over"));
	wizard_press(wizard, "p");
	cr_expect(shows("Cost over"));
	wizard_press(wizard, KEY_DOWN);
	cr_expect(!shows("Cost over"));
}

Test(keys, a_hangup_ends_it_and_the_work_is_kept)
{
	wizard_press(wizard, "8M\r");
	screen_hang_up(wizard_screen(wizard));
	cr_expect_eq(wizard_press(wizard, ""), TURN_SIGNAL);
	cr_expect(program_rescue(wizard_program(wizard)));
	cr_expect(strstr(wizard_program(wizard)->notice, "/journal/"));
}

Test(flow, foreign_text_is_shown_and_never_obeyed)
{
	static const char file[] =
		"name = \"evil \\x1b]0;x\\x07 \xe2\x80\xae name\";\n";
	FILE *out = fopen("evil.cfg", "w");
	struct program *program = program_new(false);
	struct file_issue issue;

	fputs(file, out);
	fclose(out);
	cr_expect(!program_open(program, "evil.cfg", &issue),
		"control characters are refused in texts");
	program_free(program);
}

Test(flow, the_start_screen_leads_to_a_session)
{
	struct wizard *start = wizard_begin(24, 80, NULL);

	cr_expect(screen_shows(
		wizard_screen(start), "Should you fine-tune your own model?"));
	wizard_press(start, KEY_DOWN KEY_DOWN KEY_DOWN KEY_DOWN "\r");
	cr_expect(screen_shows(wizard_screen(start), "1/5"));
	cr_expect(screen_shows(wizard_screen(start), "Support triage"));
	wizard_end(start);
}

Test(flow, wide_and_combining_characters_keep_the_borders_straight)
{
	struct wizard *own = wizard_begin(24, 80, "new.cfg");

	wizard_press(own, "o" KEY_HOME);
	wizard_press(
		own, "Zoe\xcc\x88 \xe4\xbe\xa1\xe6\xa0\xbc \xf0\x9f\xa6\x8a\r");
	for (int row = 3; row < 22; row++)
		cr_expect_str_eq(screen_cell(wizard_screen(own), row, 79).text,
			"│", "row %d", row);
	wizard_end(own);
}

Test(keys, all_answers_stand_on_one_list_and_lead_to_their_fields)
{
	wizard_press(wizard, "\t" KEY_F10);
	cr_expect(shows("All answers"));
	cr_expect(shows("1. Is it one narrow task"));
	cr_expect(shows("Growth per month"));
	for (int i = 0; i < 200 && !shows("An engineer's hour"); i++)
		wizard_press(wizard, KEY_DOWN);
	cr_expect(shows("An engineer's hour"));
	wizard_press(wizard, KEY_HOME KEY_DOWN KEY_DOWN "\r");
	cr_expect(!shows("All answers"));
	wizard_press(wizard, "3%\r");
	cr_expect_str_eq(text_of(IN_volume_growth_per_month), "3%");
	wizard_press(wizard, KEY_F10 "\033");
	cr_expect(!shows("All answers"));
}

/* What lies above has a list and a page of its own. */
Test(keys, a_list_stands_where_it_was_when_what_lay_above_is_closed)
{
	struct screen *screen = wizard_screen(wizard);
	int row, column, row_now, column_now;

	wizard_press(wizard, "7M\r" KEY_F10 KEY_DOWN KEY_DOWN KEY_DOWN);
	cr_assert(screen_cursor(screen, &row, &column));
	wizard_press(wizard, "\021");
	cr_assert(shows("Save"), "%s", screen_text(screen));
	wizard_press(wizard, "\033");
	cr_assert(shows("All answers"));
	cr_assert(screen_cursor(screen, &row_now, &column_now));
	cr_expect_eq(row_now, row);
	cr_expect_eq(column_now, column);
}

Test(keys, a_session_is_compared_with_another_one)
{
	wizard_press(wizard, "9M\r");
	wizard_press(wizard, KEY_F11);
	cr_expect(shows("Compare this session with"));
	wizard_press(wizard, EXAMPLE "\r");
	cr_expect(shows("The comparison, line 1"));
	cr_expect(shows("WHAT DIFFERS"));
	wizard_press(wizard, "w");
	cr_expect(shows("The comparison"), "it is no report to write");
	wizard_press(wizard, "\033");
	cr_expect(!shows("The comparison"));
	wizard_press(wizard, KEY_F11 "nowhere.cfg\r");
	cr_expect(shows("nowhere.cfg"));
	cr_expect(shows("there is no such file"));
	wizard_press(wizard, "\033");
	wizard_press(wizard, "r");
	cr_expect(shows("The report, line 1"));
}

Test(flow, words_are_pasted_into_the_filter_of_the_start)
{
	wizard = wizard_begin(24, 80, NULL);
	wizard_press(wizard, "/\033[200~triage\033[201~");
	cr_expect(shows("1 found"));
	wizard_end(wizard);
}

Test(flow, a_start_makes_no_folder_for_a_configuration_that_there_is_not)
{
	setenv("XDG_CONFIG_HOME", "/tmp/tuneornot-none", 1);
	wizard = wizard_begin(24, 80, NULL);
	wizard_end(wizard);
	cr_expect_neq(access("/tmp/tuneornot-none", F_OK), 0);
}

Test(flow, the_start_is_filtered_as_one_types)
{
	wizard = wizard_begin(24, 80, NULL);
	wizard_press(wizard, "/tri");
	cr_expect(shows("1 found"));
	cr_expect(shows("Support triage"));
	cr_expect(!shows("Medical coding"));
	wizard_press(wizard, "\033");
	cr_expect(shows("Medical coding"));
	wizard_press(wizard, "/triage example\r");
	cr_expect(shows("1/5"));
	cr_expect_str_eq(text_of(IN_session_name), "Support triage");
	wizard_end(wizard);
}
