/*
 * The table of keys with the user's own in it: a value.
 *
 *	struct keymap map;
 *	keymap_make(&map, bindings, count);
 *	while (keymap_clash(&map, bindings, count, &clash)) {
 *		... tell, bindings[clash.binding].off = true ...
 *		keymap_make(&map, bindings, count);
 *	}
 *	keymap_find(map.row, where, press)
 */
#ifndef UI_KEYMAP_OWN_H
#define UI_KEYMAP_OWN_H

#include "keymap.h"
#include "press_name.h"

enum { BINDING_KEYS = 4, KEYMAP_ROWS = 400, KEYMAP_NAMES = 200 };

/* The keys of a command, instead of those that it has by default. */
struct binding {
	enum command command;
	struct press press[BINDING_KEYS];
	int presses;
	bool off; /* does not count */
};

struct keymap {
	struct key_row row[KEYMAP_ROWS]; /* ends with CMD_NONE */
	int rows;
	char name[KEYMAP_NAMES][PRESS_NAME]; /* shown, of the user's keys */
	int names;
};

/*
 * The default table, with the bindings in it. A key holds wherever its command
 * is possible; a character only where it is not typed. Where none of its own
 * keys can work a command keeps those it had, and ^C quits whatever is bound.
 * The map must stay where it is: its rows point into it.
 */
void keymap_make(struct keymap *map, const struct binding *bindings, int count);

/* A key of a binding that means something else in the same place. */
struct keymap_clash {
	int binding;
	struct press press;
	enum command other;
};
bool keymap_clash(const struct keymap *map, const struct binding *bindings,
	int count, struct keymap_clash *clash);

#endif
