/*
 * Drawing in rows and columns and roles; the screens' only way to the screen.
 *
 * Everything is cut at the edge of its area. Text is UTF-8 and may be
 * foreign: it is cleaned here, always. Nothing reaches the terminal before
 * terminal_flush().
 */
#ifndef UI_CANVAS_H
#define UI_CANVAS_H

#include <stdbool.h>

#include "chart.h"
#include "text.h"
#include "theme.h"

struct area {
	int row, column; /* of the upper left corner, on the screen */
	int rows, columns;
};

/* The whole screen, emptied. ascii holds for all that follows. */
struct area canvas_begin(bool ascii);
bool canvas_ascii(void);

/* Curves in dots of braille from now on; never in ASCII. */
void canvas_use_braille(bool braille);
bool canvas_braille(void);

/* Areas inside areas; never outside, never negative. */
struct area area_inset(struct area area, int rows, int columns);
struct area area_rows(struct area area, int first, int rows);
struct area area_columns(struct area area, int first, int columns);
bool area_holds(struct area area, int row, int column); /* screen position */

/* Put text at a row and column of the area; returns the column behind it,
 * so that calls can be chained. A column may be negative: the text is cut. */
int canvas_put(struct area area, int row, int column, enum role role,
	const char *text);

/* The same, exactly so many cells wide (see text_fit). */
int canvas_fit(struct area area, int row, int column, int cells,
	enum text_align align, enum role role, const char *text);

/* The same from a format, cut at 512 bytes. */
__attribute__((format(printf, 5, 6))) int canvas_printf(struct area area,
	int row, int column, enum role role, const char *format, ...);

/* Words wrapped into the area from a row on; returns the row behind them. */
int canvas_wrap(struct area area, int row, enum role role, const char *text);

/* Blank cells in a role's paper. */
void canvas_fill(struct area area, enum role role);

/* A border with a title in it; returns the inside. */
struct area canvas_box(struct area area, enum role role, const char *title);

/* A level line inside an area. */
void canvas_rule(struct area area, int row);

/* A picture; series i is drawn in roles[i], or, with NULL for roles, in
 * ROLE_SERIES_1 + i; paper in ROLE_DIM. */
void canvas_chart(
	struct area area, const struct chart *chart, const enum role *roles);

/* Where the hardware cursor stands when all is drawn: on the focus. */
void canvas_cursor(struct area area, int row, int column);

#endif
