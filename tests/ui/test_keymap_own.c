#include "keymap_own.h"

#include <criterion/criterion.h>
#include <string.h>

static struct keymap map;

static struct press named(const char *name)
{
	struct press press = {0};

	cr_assert(press_read(name, &press), "%s", name);
	return press;
}

static struct binding bind(
	enum command command, const char *first, const char *second)
{
	struct binding binding = {.command = command, .presses = 1};

	binding.press[0] = named(first);
	if (second)
		binding.press[binding.presses++] = named(second);
	return binding;
}

static enum command at(int where, const char *name)
{
	return keymap_find(map.row, where, named(name));
}

Test(press_name, what_the_table_shows_is_what_a_file_may_say)
{
	for (const struct key_row *row = keymap; row->command; row++) {
		struct press own = {.key = row->key, .rune = row->rune};
		char name[PRESS_NAME];

		press_write(own, name);
		cr_expect_str_eq(name, row->shown);
		cr_expect(press_same(named(row->shown), own), "%s", name);
	}
}

Test(press_name, keys_that_do_not_arrive_are_refused)
{
	static const char *const none[] = {"", "^I", "^M", "Ctrl-H", "F13",
		"Hyper-x", "xx", "^", "Alt-", "\033", "^1"};
	struct press press;

	for (size_t i = 1; i < sizeof(none) / sizeof(*none); i++)
		cr_expect(!press_read(none[i], &press) || !strcmp(none[i], "^"),
			"%s", none[i]);
	cr_expect_eq(named("ctrl-s").key, PRESS_CTRL('s'));
	cr_expect_eq(named("escape").key, PRESS_ESCAPE);
	cr_expect_eq(named("Alt-q").rune, 'q');
	cr_expect_eq(named("é").rune, 0xe9);
}

Test(keymap_own, without_bindings_it_is_the_default)
{
	struct keymap_clash clash;

	keymap_make(&map, NULL, 0);
	for (const struct key_row *row = keymap; row->command; row++)
		cr_expect_eq(at(row->where & -row->where, row->shown),
			keymap_find(keymap, row->where & -row->where,
				named(row->shown)));
	cr_expect(!keymap_clash(&map, NULL, 0, &clash));
}

Test(keymap_own, a_letter_is_no_command_where_it_is_typed)
{
	const struct binding binding = bind(CMD_UNDO, "z", "^U");

	keymap_make(&map, &binding, 1);
	cr_expect_eq(at(ON_NUMBER, "z"), CMD_UNDO);
	cr_expect_eq(at(ON_VERDICT, "z"), CMD_UNDO);
	cr_expect_eq(at(ON_WORDS, "z"), CMD_NONE);
	cr_expect_eq(at(ON_WORDS, "^U"), CMD_UNDO);
	cr_expect_eq(at(ON_NUMBER, "u"), CMD_NONE, "the old one is free");
	cr_expect_eq(at(ON_WORDS, "^_"), CMD_NONE);
	cr_expect_str_eq(keymap_shown(map.row, ON_NUMBER, CMD_UNDO), "z");
	cr_expect_str_eq(keymap_shown(map.row, ON_WORDS, CMD_UNDO), "^U");
}

Test(keymap_own, a_digit_still_begins_a_number)
{
	const struct binding binding = bind(CMD_UNDO, "7", NULL);

	keymap_make(&map, &binding, 1);
	cr_expect_eq(at(ON_NUMBER, "7"), CMD_NONE);
	cr_expect_eq(at(ON_NUMBER, "u"), CMD_UNDO);
	cr_expect_eq(at(ON_VERDICT, "7"), CMD_UNDO);
}

Test(keymap_own, nobody_locks_himself_in)
{
	const struct binding bindings[] = {bind(CMD_QUIT, "x", NULL),
		bind(CMD_CANCEL, "e", NULL), bind(CMD_ENTER, "g", NULL)};

	keymap_make(&map, bindings, 3);
	for (int where = 1; where < ON_ANY; where <<= 1)
		cr_expect_eq(at(where, "^C"), CMD_QUIT, "where %x", where);
	cr_expect_eq(at(ON_TYPING, "Esc"), CMD_CANCEL);
	cr_expect_eq(at(ON_PATH, "Esc"), CMD_CANCEL);
	cr_expect_eq(at(ON_PATH, "Enter"), CMD_ENTER);
	cr_expect_eq(at(ON_PAGE, "e"), CMD_CANCEL);
}

Test(keymap_own, each_place_keeps_its_words)
{
	const struct binding binding = bind(CMD_CANCEL, "^G", NULL);
	int words = 0;

	keymap_make(&map, &binding, 1);
	for (const struct key_row *row = map.row; row->command; row++)
		if (row->command == CMD_CANCEL && row->bar) {
			cr_expect_str_eq(row->shown, "^G");
			words++;
		}
	cr_expect_gt(words, 3);
}

Test(keymap_own, a_key_that_is_taken_is_told)
{
	struct binding bindings[] = {
		bind(CMD_QUIT, "x", NULL), bind(CMD_UNDO, "r", NULL)};
	struct keymap_clash clash;

	keymap_make(&map, bindings, 2);
	cr_assert(keymap_clash(&map, bindings, 2, &clash));
	cr_expect_eq(clash.binding, 1);
	cr_expect_eq(clash.other, CMD_REPORT);
	bindings[1].off = true;
	keymap_make(&map, bindings, 2);
	cr_expect(!keymap_clash(&map, bindings, 2, &clash));
	cr_expect_eq(at(ON_NUMBER, "u"), CMD_UNDO, "the default keeps");
	cr_expect_eq(at(ON_NUMBER, "x"), CMD_QUIT);
}

Test(keymap_own, two_commands_can_change_places)
{
	const struct binding bindings[] = {
		bind(CMD_UNDO, "r", NULL), bind(CMD_REPORT, "u", NULL)};
	struct keymap_clash clash;

	keymap_make(&map, bindings, 2);
	cr_expect(!keymap_clash(&map, bindings, 2, &clash));
	cr_expect_eq(at(ON_NUMBER, "r"), CMD_UNDO);
	cr_expect_eq(at(ON_NUMBER, "u"), CMD_REPORT);
}

Test(keymap_own, every_command_has_a_name_of_its_own)
{
	for (int a = 1; a < CMD_COUNT; a++) {
		cr_assert(command_names[a]);
		for (int b = 1; b < a; b++)
			cr_expect_str_neq(command_names[a], command_names[b]);
	}
}
