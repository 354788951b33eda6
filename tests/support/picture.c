/*
 * A row is cut into runs of one look: ASCII with single blanks in it, one
 * drawn character, or any other one alone, whose width a font may get wrong.
 */
#include "support/picture.h"

#include <stdlib.h>
#include <string.h>

/* Of a cell, in pixels; and the frame around the cells. */
enum { WIDE = 9, HIGH = 20, FONT = 15, BASE = 15 };
enum { LEFT = 18, TOP = 48, BOTTOM = 16, RUN_BYTES = 2048 };

/* ---- what is drawn ------------------------------------------------------ */

enum way { LINE, DOWN, AREA, SHADE_1, SHADE_2, SHADE_3 };

/* In a cell with its corner at 0,0. The run's length stands before the tail, if
 * there is one: such characters are drawn as one shape however many there are.
 * Corners reach over the border: no gap shows at any scale. */
static const struct drawn {
	const char *character, *path, *tail;
	enum way way;
} all_drawn[] = {
	{"─", "M-.5 10H", ".5", LINE},
	{"│", "M4.5 0V", "", DOWN},
	{"┌", "M4.5 20.5V10H9.5", NULL, LINE},
	{"┐", "M4.5 20.5V10H-.5", NULL, LINE},
	{"└", "M4.5-.5V10H9.5", NULL, LINE},
	{"┘", "M4.5-.5V10H-.5", NULL, LINE},
	{"▄", "M0 18V10H", "V18Z", AREA},
	{"█", "M0 18V2H", "V18Z", AREA},
	{"░", "M0 18V2H", "V18Z", SHADE_1},
	{"▒", "M0 18V2H", "V18Z", SHADE_2},
	{"▓", "M0 18V2H", "V18Z", SHADE_3},
	{"●", "M1 10a3.5 3.5 0 0 0 7 0a3.5 3.5 0 0 0-7 0Z", NULL, AREA},
	{"○", "M1.6 10a2.9 2.9 0 0 0 5.8 0a2.9 2.9 0 0 0-5.8 0Z", NULL, LINE},
	{"◆", "M.3 10L4.5 5.8L8.7 10L4.5 14.2Z", NULL, AREA},
	{"◇", "M1 10L4.5 6.5L8 10L4.5 13.5Z", NULL, LINE},
	{"•", "M2 10a2.5 2.5 0 0 0 5 0a2.5 2.5 0 0 0-5 0Z", NULL, AREA},
	{"▸", "M1.5 5.5L8 10L1.5 14.5Z", NULL, AREA},
	{"▼", "M.5 6.5H8.5L4.5 13.5Z", NULL, AREA},
	{"✓", "M1 10.5L3.5 13.5L8 6.5", NULL, LINE},
	{"✗", "M1.5 6.5L7.5 13.5M7.5 6.5L1.5 13.5", NULL, LINE},
};

static const struct drawn *find_drawn(const char *character)
{
	for (size_t i = 0; i < sizeof(all_drawn) / sizeof(*all_drawn); i++)
		if (!strcmp(all_drawn[i].character, character))
			return &all_drawn[i];
	return NULL;
}

/* ---- colours ------------------------------------------------------------ */

/* xterm's 16 first, then a cube of six steps a side, then greys. */
static unsigned rgb_of(int colour)
{
	static const unsigned first[] = {0x000000, 0xcd0000, 0x00cd00, 0xcdcd00,
		0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5, 0x7f7f7f, 0xff0000,
		0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff};
	static const unsigned steps[] = {0, 95, 135, 175, 215, 255};
	unsigned index = (unsigned)colour;

	if (index < 16)
		return first[index];
	if (index >= 232)
		return (8 + 10 * (index - 232)) * 0x010101;
	index -= 16;
	return steps[index / 36] << 16 | steps[index / 6 % 6] << 8 |
	       steps[index % 6];
}

static struct screen_cell cell_of(
	const struct picture *picture, int row, int column)
{
	struct screen_cell cell = screen_cell(picture->screen, row, column);
	int fg = cell.fg < 0 ? picture->ink : cell.fg;
	int bg = cell.bg < 0 ? picture->paper : cell.bg;

	cell.fg = cell.reverse ? bg : fg;
	cell.bg = cell.reverse ? fg : bg;
	return cell;
}

/* ---- runs --------------------------------------------------------------- */

struct run {
	char text[RUN_BYTES];
	int row, column, cells;
	struct screen_cell look; /* of its first cell */
};

static bool is_blank(const struct screen_cell *cell)
{
	return !strcmp(cell->text, " ");
}

static bool is_ascii(const struct screen_cell *cell)
{
	return cell->text[0] && !((unsigned char)cell->text[0] & 0x80);
}

static bool look_alike(const struct screen_cell *a, const struct screen_cell *b)
{
	return a->fg == b->fg && a->bg == b->bg && a->bold == b->bold &&
	       a->underline == b->underline;
}

static bool goes_on(const struct picture *picture, const struct run *run)
{
	int column = run->column + run->cells;
	const struct drawn *shape = find_drawn(run->look.text);
	struct screen_cell next, after;

	if (column >= picture->columns)
		return false;
	next = cell_of(picture, run->row, column);
	if (!look_alike(&run->look, &next))
		return false;
	if (shape)
		return shape->tail && shape->way != DOWN &&
		       !strcmp(next.text, shape->character);
	if (!is_ascii(&run->look) || is_blank(&run->look) || !is_ascii(&next))
		return false;
	if (!is_blank(&next))
		return true;
	if (column + 1 >= picture->columns)
		return false;
	after = cell_of(picture, run->row, column + 1);
	return is_ascii(&after) && !is_blank(&after) &&
	       look_alike(&next, &after);
}

/* The run that begins in a cell. */
static struct run run_at(const struct picture *picture, int row, int column)
{
	struct run run = {.row = row, .column = column};
	size_t length = 0;

	run.look = cell_of(picture, row, column);
	do {
		struct screen_cell cell =
			cell_of(picture, row, column + run.cells++);
		size_t bytes = strlen(cell.text);

		if (length + bytes >= RUN_BYTES)
			abort();
		memcpy(run.text + length, cell.text, bytes);
		length += bytes;
	} while (goes_on(picture, &run));
	return run;
}

/* ---- writing ------------------------------------------------------------ */

static void write_escaped(FILE *out, const char *text)
{
	for (; *text; text++) {
		switch (*text) {
		case '&': fputs("&amp;", out); break;
		case '<': fputs("&lt;", out); break;
		case '>': fputs("&gt;", out); break;
		default: fputc(*text, out);
		}
	}
}

/* Is the line of this run in this row, too? */
static bool is_line(
	const struct picture *picture, const struct run *run, int row)
{
	struct screen_cell cell;

	if (row < 0 || row >= picture->rows)
		return false;
	cell = cell_of(picture, row, run->column);
	return !strcmp(cell.text, run->look.text) &&
	       look_alike(&cell, &run->look);
}

/* Pixels to the run's end; 0 if it was drawn with the row above. */
static int length_of(const struct picture *picture, const struct run *run,
	const struct drawn *shape)
{
	int rows = 0;

	if (shape->way != DOWN)
		return run->cells * WIDE;
	if (is_line(picture, run, run->row - 1))
		return 0;
	while (is_line(picture, run, run->row + rows))
		rows++;
	return rows * HIGH;
}

static void write_shape(const struct picture *picture, FILE *out,
	const struct run *run, const struct drawn *shape)
{
	static const char *const opacity[] = {
		[SHADE_1] = ".3", [SHADE_2] = ".5", [SHADE_3] = ".75"};
	unsigned rgb = rgb_of(run->look.fg);
	int length = length_of(picture, run, shape);

	if (length == 0)
		return;
	fprintf(out, "<path transform=\"translate(%d %d)\" d=\"%s",
		LEFT + run->column * WIDE, TOP + run->row * HIGH, shape->path);
	if (shape->tail)
		fprintf(out, "%d%s", length, shape->tail);
	if (shape->way <= DOWN)
		fprintf(out, "\" class=\"l\" stroke=\"#%06x\"/>\n", rgb);
	else if (shape->way == AREA)
		fprintf(out, "\" fill=\"#%06x\"/>\n", rgb);
	else
		fprintf(out, "\" fill=\"#%06x\" opacity=\"%s\"/>\n", rgb,
			opacity[shape->way]);
}

static void write_words(
	const struct picture *picture, FILE *out, const struct run *run)
{
	bool alone = !is_ascii(&run->look);

	fprintf(out, "<text x=\"%d\" y=\"%d\"", LEFT + run->column * WIDE,
		TOP + run->row * HIGH + BASE);
	if (find_drawn(run->look.text)) {
		fputs(" class=\"u\"", out);
	} else {
		if (!alone && run->cells > 1)
			fprintf(out, " textLength=\"%d\"", run->cells * WIDE);
		if (run->look.fg != picture->ink)
			fprintf(out, " fill=\"#%06x\"", rgb_of(run->look.fg));
		if (run->look.bold)
			fputs(" font-weight=\"bold\"", out);
		if (run->look.underline)
			fputs(" text-decoration=\"underline\"", out);
	}
	fputc('>', out);
	write_escaped(out, run->text);
	fputs("</text>\n", out);
}

static void write_row(const struct picture *picture, FILE *out, int row)
{
	for (int column = 0; column < picture->columns;) {
		struct run run = run_at(picture, row, column);
		const struct drawn *shape = find_drawn(run.look.text);

		if (shape)
			write_shape(picture, out, &run, shape);
		if (!is_blank(&run.look) && run.text[0])
			write_words(picture, out, &run);
		column += run.cells;
	}
}

/* Paper of another colour than the window's, below the words. */
static void write_paper(const struct picture *picture, FILE *out, int row)
{
	for (int column = 0, end; column < picture->columns; column = end) {
		int bg = cell_of(picture, row, column).bg;

		for (end = column + 1; end < picture->columns; end++)
			if (cell_of(picture, row, end).bg != bg)
				break;
		if (bg == picture->paper)
			continue;
		fprintf(out,
			"<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" "
			"fill=\"#%06x\"/>\n",
			LEFT + column * WIDE, TOP + row * HIGH,
			(end - column) * WIDE, HIGH, rgb_of(bg));
	}
}

/* A window that stands out from light pages and from dark ones. */
static void write_frame(
	const struct picture *picture, FILE *out, int width, int height)
{
	fprintf(out,
		"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" "
		"height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\" "
		"aria-labelledby=\"title description\">\n<title id=\"title\">",
		width, height, width, height);
	write_escaped(out, picture->title);
	fputs("</title>\n<desc id=\"description\">", out);
	write_escaped(out, picture->description);
	fprintf(out,
		"</desc>\n<style>\n"
		"svg{font:%dpx ui-monospace,SFMono-Regular,Menlo,Consolas,"
		"\"DejaVu Sans Mono\",\"Liberation Mono\",monospace}\n"
		".u{fill:none}\n"
		".l{fill:none;stroke-width:1.25}\n"
		".t{font-size:13px;text-anchor:middle}\n"
		"</style>\n"
		"<rect x=\".5\" y=\".5\" width=\"%d\" height=\"%d\" rx=\"9.5\" "
		"fill=\"#%06x\" stroke=\"#6e7681\"/>\n"
		"<path d=\"M1 36V10a9 9 0 0 1 9-9H%da9 9 0 0 1 9 9V36Z\" "
		"fill=\"#303030\"/>\n",
		FONT, width - 1, height - 1, rgb_of(picture->paper),
		width - 10);
	for (int dot = 0; dot < 3; dot++)
		fprintf(out,
			"<circle cx=\"%d\" cy=\"18.5\" r=\"6\" "
			"fill=\"#5f5f5f\"/>\n",
			22 + 20 * dot);
	fprintf(out, "<text class=\"t\" x=\"%d\" y=\"23\" fill=\"#bcbcbc\">",
		width / 2);
	write_escaped(out, picture->title);
	fprintf(out, "</text>\n<g fill=\"#%06x\">\n", rgb_of(picture->ink));
}

void picture_write(const struct picture *picture, FILE *out)
{
	write_frame(picture, out, 2 * LEFT + picture->columns * WIDE,
		TOP + picture->rows * HIGH + BOTTOM);
	for (int row = 0; row < picture->rows; row++)
		write_paper(picture, out, row);
	for (int row = 0; row < picture->rows; row++)
		write_row(picture, out, row);
	fputs("</g>\n</svg>\n", out);
}

/* ---- reading ------------------------------------------------------------ */

/* One character of a text, an entity resolved; the bytes it takes. */
static size_t read_character(const char *at, char out[8])
{
	static const char *const entities[] = {"&amp;", "&lt;", "&gt;"};
	size_t length = 1;

	for (size_t i = 0; i < 3; i++) {
		if (!strncmp(at, entities[i], strlen(entities[i]))) {
			snprintf(out, 8, "%c", "&<>"[i]);
			return strlen(entities[i]);
		}
	}
	while (((unsigned char)at[length] & 0xc0) == 0x80 && length < 7)
		length++;
	memcpy(out, at, length);
	out[length] = '\0';
	return length;
}

struct grid {
	int rows, columns;
	char (*cells)[8];
};

/* A text element of the cells into the grid. */
static bool read_words(struct grid *grid, const char *element)
{
	const char *at = strchr(element, '>');
	int x, y, row, column;

	if (!at || sscanf(element, "<text x=\"%d\" y=\"%d\"", &x, &y) != 2)
		return false;
	row = (y - BASE - TOP) / HIGH;
	column = (x - LEFT) / WIDE;
	if (row < 0 || row >= grid->rows || column < 0)
		return false;
	for (at++; *at && *at != '<'; column++) {
		if (column >= grid->columns)
			return false;
		at += read_character(
			at, grid->cells[row * grid->columns + column]);
	}
	return true;
}

/* Rows without the blanks at their ends. */
static bool write_grid(const struct grid *grid, char *out, size_t size)
{
	size_t length = 0;

	for (int row = 0; row < grid->rows; row++) {
		int last = grid->columns;
		const size_t first = (size_t)row * (size_t)grid->columns;

		while (last > 0 && !grid->cells[first + (size_t)last - 1][0])
			last--;
		for (int column = 0; column <= last; column++) {
			const char *text =
				column == last
					? "\n"
					: grid->cells[first + (size_t)column];

			length += (size_t)snprintf(out + length, size - length,
				"%s", *text ? text : " ");
			if (length >= size)
				return false;
		}
	}
	return true;
}

bool picture_read(
	const char *svg, int rows, int columns, char *out, size_t size)
{
	struct grid grid = {.rows = rows, .columns = columns};
	bool fits = true;

	grid.cells = calloc((size_t)rows * (size_t)columns, 8);
	if (!grid.cells)
		abort();
	while (fits && (svg = strstr(svg, "<text x=")) != NULL)
		fits = read_words(&grid, svg++);
	fits = fits && write_grid(&grid, out, size);
	free(grid.cells);
	return fits;
}
