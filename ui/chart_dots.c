/* Curves in dots of braille. */
#include <math.h>
#include <string.h>

#include "chart.h"
#include "text.h"

enum { ACROSS = 2, DOWN = 4, BLANK = 0x2800 };

/* Unicode numbers the dots down the left, down the right, then the lowest
 * two. */
static const unsigned char bits[DOWN][ACROSS] = {
	{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

/* A cell with one dot more; the last series that it gets owns it. */
static void put_dot(struct chart *chart, int x, int y, int series)
{
	struct chart_cell *cell = &chart->cell[y / DOWN][x / ACROSS];
	uint32_t rune = BLANK;
	int bytes;

	if (cell->glyph[0] != ' ')
		text_decode(cell->glyph, &rune);
	bytes = text_encode(rune | bits[y % DOWN][x % ACROSS], cell->glyph);
	cell->glyph[bytes] = '\0';
	cell->series = (short)series;
}

/* The dot's row for a value; one outside the picture when the value is. */
static int dot_row(
	const struct chart *chart, double value, double lowest, double highest)
{
	double span = highest > lowest ? highest - lowest : 1.0;
	int dots = chart->rows * DOWN;
	double at = (highest - value) / span * (dots - 1);

	return (int)round(fmin(fmax(at, -1.0), dots));
}

/* From one dot to the next, so that the curve stays in one piece. */
static void put_column(struct chart *chart, int x, int from, int to, int series)
{
	int step = from < to ? 1 : -1;

	for (int y = from; y != to + step; y += step)
		if (y >= 0 && y < chart->rows * DOWN)
			put_dot(chart, x, y, series);
}

static void put_curve(struct chart *chart, const struct chart_series *series,
	int index, double lowest, double highest)
{
	int dots = chart->columns * ACROSS, before = 0;
	bool joined = false;

	for (int x = 0; x < dots; x++) {
		double value = chart_value_at(series, x, dots);
		int y, from;

		if (isnan(value)) {
			joined = false;
			continue;
		}
		y = dot_row(chart, value, lowest, highest);
		from = y;
		if (joined && before != y)
			from = before < y ? before + 1 : before - 1;
		put_column(chart, x, from, y, index);
		before = y;
		joined = true;
	}
}

static void put_mark(struct chart *chart, const struct chart_series *series,
	int index, double lowest, double highest)
{
	int column = chart->columns - 1 - 2 * index;
	double value = chart_value_at(series, column, chart->columns);
	struct chart_cell *cell;
	int y;

	if (column < 0 || isnan(value))
		return;
	y = dot_row(chart, value, lowest, highest);
	if (y < 0 || y >= chart->rows * DOWN)
		return;
	cell = &chart->cell[y / DOWN][column];
	strcpy(cell->glyph, chart_mark(index, false));
	cell->series = (short)index;
}

void chart_dots(struct chart *chart, int rows, int columns,
	const struct chart_series *series, int count, double lowest,
	double highest)
{
	chart_blank(chart, rows, columns);
	count = count < CHART_SERIES ? count : CHART_SERIES;
	for (int i = count - 1; i >= 0; i--)
		put_curve(chart, &series[i], i, lowest, highest);
	for (int i = count - 1; i >= 0; i--)
		put_mark(chart, &series[i], i, lowest, highest);
}
