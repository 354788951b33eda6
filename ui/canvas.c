/*
 * Text into curses' cells.
 *
 * Everything goes through draw(): it takes cleaned text, counts cells as
 * text.h does, and hands curses one run of cells. Where the C library has
 * another opinion on a character's width than we (it knows fewer of them, or
 * the locale has none) curses would shift the rest of the line: there a
 * replacement of our width is shown instead. Joiners and emoji selectors are
 * left out, since terminals do not agree on what they do to the width.
 */
#include "canvas.h"

#include <curses.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>

#include "paint.h"

enum { TEXT_MOST = 8192, LINE_MOST = 1024, MARKS_MOST = CCHARW_MAX - 1 };

static struct {
	bool ascii;
	bool cursor;
	int row, column; /* of the cursor */
} canvas;

static char cleaned[TEXT_MOST];

static int within(int value, int low, int high)
{
	if (value > high)
		value = high;
	return value < low ? low : value;
}

/* ---- the picture -------------------------------------------------------- */

static cchar_t cell_of(enum role role, wchar_t c)
{
	int pair;
	attr_t attributes = theme_attributes(role, &pair);
	const wchar_t text[2] = {c, L'\0'};
	cchar_t cell;

	setcchar(&cell, text, attributes, (short)pair, NULL);
	return cell;
}

struct area canvas_begin(bool ascii)
{
	struct area all = {.rows = LINES, .columns = COLS};
	cchar_t paper = cell_of(ROLE_TEXT, L' ');

	canvas.ascii = ascii;
	canvas.cursor = false;
	bkgrndset(&paper);
	erase();
	return all;
}

bool canvas_ascii(void)
{
	return canvas.ascii;
}

void canvas_cursor(struct area area, int row, int column)
{
	canvas.cursor = row >= 0 && row < area.rows && area.columns > 0;
	canvas.row = area.row + row;
	canvas.column = area.column + within(column, 0, area.columns - 1);
}

bool canvas_cursor_at(int *row, int *column)
{
	*row = canvas.row;
	*column = canvas.column;
	return canvas.cursor;
}

/* ---- a run of cells ----------------------------------------------------- */

/* One line of an area while text is put on it. */
struct run {
	int columns; /* of the area */
	int column;  /* where the next character goes; may be outside */
	int first;   /* column of the first cell of the line */
	int count;   /* characters in the line */
	bool open;   /* may the last one still take a mark? */
	cchar_t blank;
	cchar_t line[LINE_MOST];
};

static struct run run;

static void run_cell(wchar_t c)
{
	if (run.count == LINE_MOST)
		return;
	run.line[run.count] = run.blank;
	run.line[run.count++].chars[0] = c;
}

/* A character so many cells wide; what is half outside becomes blank. */
static void run_put(wchar_t c, int cells)
{
	int from = within(run.column, 0, run.columns);
	int to = within(run.column + cells, 0, run.columns);

	run.open = to - from == cells;
	if (run.count == 0)
		run.first = from;
	if (run.open)
		run_cell(c);
	for (int i = from; i < to && !run.open; i++)
		run_cell(L' ');
	run.column += cells;
}

static void run_mark(wchar_t mark)
{
	wchar_t *chars = run.line[run.count - 1].chars;

	for (int i = 1; i <= MARKS_MOST; i++) {
		if (chars[i] == L'\0') {
			chars[i] = mark;
			return;
		}
	}
}

/* Characters that we send to no terminal. */
static bool is_joiner(uint32_t rune)
{
	return rune == 0x200d || rune == 0xfe0e || rune == 0xfe0f;
}

/* Where the C library disagrees on a width: something that it agrees on. */
static void run_replacement(int cells)
{
	run_put(wcwidth(0xfffd) == 1 ? 0xfffd : L'?', 1);
	for (int i = 1; i < cells; i++)
		run_put(L' ', 1);
}

static void run_rune(uint32_t rune)
{
	int cells = text_rune_width(rune);

	if (is_joiner(rune))
		return;
	if (wcwidth((wchar_t)rune) == cells) {
		if (cells > 0)
			run_put((wchar_t)rune, cells);
		else if (run.open && run.count > 0)
			run_mark((wchar_t)rune);
	} else {
		run_replacement(cells);
	}
}

/* Cleaned text. Returns the column behind it. */
static int draw(
	struct area area, int row, int column, enum role role, const char *text)
{
	uint32_t rune;
	int bytes;

	if (row < 0 || row >= area.rows || area.columns <= 0)
		return column + text_width(text);
	run.columns = area.columns;
	run.column = column;
	run.count = 0;
	run.open = false;
	run.blank = cell_of(role, L' ');
	for (; run.column < area.columns &&
		(bytes = text_decode(text, &rune)) > 0;
		text += bytes) {
		if (rune < 0x80)
			run_put((wchar_t)rune, 1);
		else
			run_rune(rune);
	}
	if (run.count > 0)
		mvadd_wchnstr(area.row + row, area.column + run.first, run.line,
			run.count);
	return run.column + text_width(text);
}

/* ---- text --------------------------------------------------------------- */

static bool is_printable_ascii(const char *text)
{
	while (*text >= 0x20 && *text < 0x7f)
		text++;
	return *text == '\0';
}

/* Text as it may be drawn; valid until the next call. */
static const char *clean(const char *text)
{
	static char ascii[TEXT_MOST];

	if (is_printable_ascii(text))
		return text;
	text_clean(cleaned, sizeof(cleaned), text);
	if (!canvas.ascii)
		return cleaned;
	text_to_ascii(ascii, sizeof(ascii), cleaned);
	return ascii;
}

int canvas_put(
	struct area area, int row, int column, enum role role, const char *text)
{
	return draw(area, row, column, role, clean(text));
}

int canvas_fit(struct area area, int row, int column, int cells,
	enum text_align align, enum role role, const char *text)
{
	char fitted[TEXT_MOST];

	cells = within(cells, 0, LINE_MOST);
	text_fit(fitted, sizeof(fitted), clean(text), cells, align,
		canvas.ascii);
	return draw(area, row, column, role, fitted);
}

int canvas_printf(struct area area, int row, int column, enum role role,
	const char *format, ...)
{
	char text[512];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(text, sizeof(text), format, arguments);
	va_end(arguments);
	return canvas_put(area, row, column, role, text);
}

/* The last line that fits ends in an ellipsis when more would follow. */
static void mark_cut(char *line, size_t size, int cells)
{
	char longer[4 * LINE_MOST + 4];

	snprintf(longer, sizeof(longer), "%s%s", line,
		canvas.ascii ? "..." : " …");
	if (text_width(longer) <= cells)
		snprintf(line, size, "%s", longer);
	else
		text_fit(line, size, longer, cells, TEXT_LEFT, canvas.ascii);
}

/* One paragraph, cleaned. */
static int wrap(struct area area, int row, enum role role, const char *text)
{
	const char *next = text;
	char line[4 * LINE_MOST];
	size_t bytes;

	while ((bytes = text_wrap(text, area.columns, &next)) > 0) {
		if (bytes >= sizeof(line))
			bytes = sizeof(line) - 1;
		memcpy(line, text, bytes);
		line[bytes] = '\0';
		if (row == area.rows - 1 && *next)
			mark_cut(line, sizeof(line), area.columns);
		draw(area, row++, 0, role, line);
		text = next;
	}
	return row;
}

int canvas_wrap(struct area area, int row, enum role role, const char *text)
{
	char paragraph[TEXT_MOST];

	while (*text != '\0') {
		size_t bytes = strcspn(text, "\n");
		size_t kept = bytes;
		int start = row;

		if (kept >= sizeof(paragraph))
			kept = sizeof(paragraph) - 1;
		memcpy(paragraph, text, kept);
		paragraph[kept] = '\0';
		row = wrap(area, row, role, clean(paragraph));
		text += bytes;
		if (*text == '\n') {
			text++;
			row += row == start;
		}
	}
	return row;
}

/* ---- shapes ------------------------------------------------------------- */

/* The same character over and over. */
static void draw_line(struct area area, int row, int column, int cells,
	enum role role, const char *glyph)
{
	cchar_t cell = cell_of(role, L' ');
	uint32_t rune;

	cells = within(cells, 0, within(area.columns - column, 0, LINE_MOST));
	if (row < 0 || row >= area.rows || column < 0 || cells == 0)
		return;
	text_decode(glyph, &rune);
	cell.chars[0] = (wchar_t)rune;
	for (int i = 0; i < cells; i++)
		run.line[i] = cell;
	mvadd_wchnstr(area.row + row, area.column + column, run.line, cells);
}

void canvas_fill(struct area area, enum role role)
{
	for (int row = 0; row < area.rows; row++)
		draw_line(area, row, 0, area.columns, role, " ");
}

void canvas_rule(struct area area, int row)
{
	draw_line(area, row, 0, area.columns, ROLE_FRAME,
		canvas.ascii ? "-" : "─");
}

struct area canvas_box(struct area area, enum role role, const char *title)
{
	const char *level = canvas.ascii ? "-" : "─";
	const char *upright = canvas.ascii ? "|" : "│";
	const int right = area.columns - 1, bottom = area.rows - 1;
	int room = area.columns - 4;
	int width;

	draw_line(area, 0, 1, right - 1, role, level);
	draw_line(area, bottom, 1, right - 1, role, level);
	for (int row = 1; row < bottom; row++) {
		draw(area, row, 0, role, upright);
		draw(area, row, right, role, upright);
	}
	draw(area, 0, 0, role, canvas.ascii ? "+" : "┌");
	draw(area, 0, right, role, canvas.ascii ? "+" : "┐");
	draw(area, bottom, 0, role, canvas.ascii ? "+" : "└");
	draw(area, bottom, right, role, canvas.ascii ? "+" : "┘");
	if (title && title[0] != '\0' && room > 0) {
		width = text_width(clean(title));
		draw(area, 0, 1, role, " ");
		width = within(width, 0, room);
		canvas_fit(area, 0, 2, width, TEXT_LEFT, ROLE_TITLE, title);
		draw(area, 0, 2 + width, role, " ");
	}
	return area_inset(area, 1, 1);
}

/* ---- charts ------------------------------------------------------------- */

static enum role series_role(const enum role *roles, int series)
{
	if (series < 0)
		return ROLE_DIM;
	return roles ? roles[series]
		     : (enum role)(ROLE_SERIES_1 + series % CHART_SERIES);
}

/* Cells of one series side by side are drawn at once. */
static void draw_chart_row(struct area area, int row,
	const struct chart_cell *cell, int columns, const enum role *roles)
{
	char text[CHART_COLUMNS * CHART_GLYPH];

	for (int column = 0; column < columns;) {
		int start = column, series = cell[column].series;
		size_t length = 0;

		for (; column < columns && cell[column].series == series;
			column++) {
			size_t bytes = strlen(cell[column].glyph);

			memcpy(text + length, cell[column].glyph, bytes);
			length += bytes;
		}
		text[length] = '\0';
		canvas_put(area, row, start, series_role(roles, series), text);
	}
}

void canvas_chart(
	struct area area, const struct chart *chart, const enum role *roles)
{
	for (int row = 0; row < chart->rows && row < area.rows; row++)
		draw_chart_row(
			area, row, chart->cell[row], chart->columns, roles);
}
