#include "keymap.h"

#include <criterion/criterion.h>
#include <string.h>

static struct press rune(uint32_t character)
{
	return (struct press){.key = PRESS_RUNE, .rune = character};
}

static struct press key(int key)
{
	return (struct press){.key = key};
}

Test(keymap, letters_are_typed_where_text_is_asked_for)
{
	for (uint32_t c = ' '; c <= '~'; c++) {
		cr_expect_eq(keymap_find(keymap, ON_WORDS, rune(c)), CMD_NONE,
			"'%c' does something in a text field", (int)c);
		cr_expect_eq(keymap_find(keymap, ON_TYPING, rune(c)), CMD_NONE,
			"'%c' does something while typing", (int)c);
		cr_expect_eq(keymap_find(keymap, ON_PATH, rune(c)), CMD_NONE,
			"'%c' does something in a path", (int)c);
	}
}

Test(keymap, numbers_begin_a_text_in_a_number_field)
{
	for (const char *c = "0123456789.-$"; *c; c++)
		cr_expect_eq(keymap_find(keymap, ON_NUMBER, rune((uint32_t)*c)),
			CMD_NONE, "'%c'", *c);
}

Test(keymap, everything_can_be_left_and_quit)
{
	for (int where = 1; where < ON_ANY; where <<= 1) {
		cr_expect_eq(keymap_find(keymap, where, key(PRESS_CTRL('q'))),
			CMD_QUIT, "where %x", where);
		cr_expect_eq(keymap_find(keymap, where, key(PRESS_CTRL('c'))),
			CMD_QUIT, "where %x", where);
	}
	cr_expect_eq(
		keymap_find(keymap, ON_PAGE, key(PRESS_ESCAPE)), CMD_CANCEL);
	cr_expect_eq(
		keymap_find(keymap, ON_LIST, key(PRESS_ESCAPE)), CMD_CANCEL);
	cr_expect_eq(
		keymap_find(keymap, ON_TYPING, key(PRESS_ESCAPE)), CMD_CANCEL);
	cr_expect_eq(
		keymap_find(keymap, ON_LEAVE, key(PRESS_ESCAPE)), CMD_CANCEL);
}

/* What has a letter has a key that works in text fields too. */
Test(keymap, letter_commands_have_a_twin_for_text_fields)
{
	for (const struct key_row *row = keymap; row->command; row++) {
		bool twin = false;

		if ((row->where & ON_SILENT) != ON_SILENT ||
			row->key != PRESS_RUNE || !row->help)
			continue;
		for (const struct key_row *other = keymap; other->command;
			other++)
			twin = twin || (other->command == row->command &&
					       other->where & ON_WORDS);
		cr_expect(twin || row->command == CMD_QUIT ||
				  row->command == CMD_MOVE_LEFT ||
				  row->command == CMD_MOVE_RIGHT,
			"%s", row->shown);
	}
}

Test(keymap, no_key_means_two_things_in_one_place)
{
	for (const struct key_row *a = keymap; a->command; a++)
		for (const struct key_row *b = a + 1; b->command; b++)
			cr_expect(a->key != b->key || a->rune != b->rune ||
					  !(a->where & b->where) ||
					  a->command == b->command ||
					  (a->where | b->where) &
						  (ON_OPTIONS | ON_COLUMN),
				"%s is given twice: %d and %d", a->shown,
				a->command, b->command);
}

Test(keymap, every_command_is_in_the_help)
{
	for (const struct key_row *a = keymap; a->command; a++) {
		bool told = false;

		for (const struct key_row *b = keymap; b->command; b++)
			told = told || (b->help && b->command == a->command);
		cr_expect(told, "%s", a->shown);
	}
}

Test(keymap, steps_are_reached_from_anywhere_in_a_form)
{
	struct press press = {.key = PRESS_ALT, .rune = '5'};

	cr_expect_eq(keymap_find(keymap, ON_TYPING, press), CMD_STEP_5);
	cr_expect_eq(keymap_find(keymap, ON_WORDS, press), CMD_STEP_5);
	cr_expect_eq(keymap_find(keymap, ON_CHOICE, rune('6')), CMD_STEP_6);
}
