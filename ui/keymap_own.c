/*
 * A row with words for the key bar or the help leads those of the same command
 * behind it. The user's keys take the places of all of them, in the order of
 * the table, since the first row that fits wins.
 */
#include "keymap_own.h"

#include <string.h>

enum {
	/* where a character that is no number can be a command */
	QUIET = ON_SILENT | ON_START | ON_LIST | ON_PAGE | ON_LEAVE | ON_OFFER |
		ON_WORK | ON_HELD | ON_REPORT | ON_HELP | ON_WIDE | ON_UNSIGNED,
	NUMBERS = ON_NUMBER | ON_UNSIGNED,
};

static bool leads(const struct key_row *row)
{
	return row->bar || row->help;
}

/* ---- where a key holds -------------------------------------------------- */

/* Where a row and those that it leads hold; or only where a character is one
 * of their keys. */
static int places(const struct key_row *lead, bool characters)
{
	const struct key_row *row = lead;
	int where = 0;

	for (; row->command; row++) {
		if (row->command != lead->command)
			continue;
		if (row != lead && leads(row))
			break;
		if (!characters || row->key == PRESS_RUNE)
			where |= row->where;
	}
	return where;
}

static bool begins_number(uint32_t rune)
{
	return (rune >= '0' && rune <= '9') || strchr(".,$(", (int)rune) ||
	       rune >= 0x80;
}

static int holds_at(const struct key_row *lead, struct press press)
{
	int where = places(lead, true);

	if (press.key != PRESS_RUNE)
		return places(lead, false);
	if (!where)
		where = places(lead, false) & QUIET;
	return begins_number(press.rune) ? where & ~NUMBERS : where;
}

/* ---- making ------------------------------------------------------------- */

static void add(struct keymap *map, struct key_row row)
{
	if (row.where && map->rows < KEYMAP_ROWS - 1)
		map->row[map->rows++] = row;
}

static const char *name_of(struct keymap *map, struct press press)
{
	char name[PRESS_NAME];

	press_write(press, name);
	for (int i = 0; i < map->names; i++)
		if (!strcmp(map->name[i], name))
			return map->name[i];
	if (map->names == KEYMAP_NAMES)
		return "";
	return strcpy(map->name[map->names++], name);
}

/* The user's keys in the place of a row and of those that it leads. */
static void add_own(struct keymap *map, const struct binding *binding,
	const struct key_row *lead)
{
	struct key_row row = *lead;

	for (int i = 0; i < binding->presses; i++) {
		struct press press = binding->press[i];
		int before = map->rows;

		row.where = holds_at(lead, press);
		row.key = press.key;
		row.rune = press.rune;
		row.shown = name_of(map, press);
		add(map, row);
		if (map->rows > before)
			row.bar = row.help = NULL;
	}
}

/* Where none of the user's keys can work. */
static int left_over(const struct binding *binding)
{
	int where = 0, covered = 0;

	for (const struct key_row *row = keymap; row->command; row++) {
		if (row->command != binding->command)
			continue;
		where |= row->where;
		for (int i = 0; leads(row) && i < binding->presses; i++)
			covered |= holds_at(row, binding->press[i]);
	}
	return where & ~covered;
}

static const struct binding *binding_of(
	const struct binding *bindings, int count, enum command command)
{
	for (int i = 0; i < count; i++)
		if (bindings[i].command == command && !bindings[i].off)
			return &bindings[i];
	return NULL;
}

void keymap_make(struct keymap *map, const struct binding *bindings, int count)
{
	static const struct key_row always = {
		CMD_QUIT, ON_ANY, PRESS_CTRL('c'), 0, "^C", NULL, NULL};

	map->rows = map->names = 0;
	for (const struct key_row *row = keymap; row->command; row++) {
		const struct binding *binding =
			binding_of(bindings, count, row->command);
		struct key_row rest = *row;

		if (binding) {
			if (leads(row))
				add_own(map, binding, row);
			rest.where &= left_over(binding);
		}
		add(map, rest);
	}
	add(map, always);
	map->row[map->rows] = (struct key_row){.command = CMD_NONE};
}

/* ---- clashes ------------------------------------------------------------ */

/* Some places lie within others, or beside them on one screen. */
static int reach(int where)
{
	if (where & (ON_OPTIONS | ON_COLUMN))
		where |= ON_FORM;
	if (where & (ON_REPORT | ON_HELP | ON_WIDE))
		where |= ON_PAGE;
	if (where & ON_UNSIGNED)
		where |= ON_NUMBER;
	return where;
}

static bool meet(const struct key_row *a, const struct key_row *b)
{
	return a->command != b->command && reach(a->where) & reach(b->where) &&
	       press_same(keymap_press(a), keymap_press(b));
}

static bool has(const struct binding *binding, const struct key_row *row)
{
	for (int i = 0; i < binding->presses; i++)
		if (press_same(binding->press[i], keymap_press(row)))
			return true;
	return false;
}

/* The last binding that one of two rows comes from, or -1. */
static int to_blame(const struct binding *bindings, int count,
	const struct key_row *a, const struct key_row *b)
{
	for (int i = count - 1; i >= 0; i--) {
		const struct binding *binding = &bindings[i];

		if (binding->off)
			continue;
		if (binding->command == a->command && has(binding, a))
			return i;
		if (binding->command == b->command && has(binding, b))
			return i;
	}
	return -1;
}

bool keymap_clash(const struct keymap *map, const struct binding *bindings,
	int count, struct keymap_clash *clash)
{
	for (const struct key_row *a = map->row; a->command; a++)
		for (const struct key_row *b = a + 1; b->command; b++) {
			if (!meet(a, b))
				continue;
			clash->binding = to_blame(bindings, count, a, b);
			if (clash->binding < 0)
				continue;
			clash->press = keymap_press(a);
			clash->other =
				bindings[clash->binding].command == a->command
					? b->command
					: a->command;
			return true;
		}
	return false;
}
