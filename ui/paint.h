/*
 * What the three files that know curses (terminal, canvas, theme) share.
 * Screens have no use for it.
 */
#ifndef UI_PAINT_H
#define UI_PAINT_H

#include <stdbool.h>

#include "theme.h"

/* How a role looks, as curses' attributes and a colour pair (0: none). */
unsigned theme_attributes(enum role role, int *pair);

/* Where this picture wants the cursor; false: nowhere. */
bool canvas_cursor_at(int *row, int *column);

#endif
