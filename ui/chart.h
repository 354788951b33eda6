/*
 * Pictures made of cells: pure functions, used by screens and reports.
 *
 * Colour is never the only sign: each series has a mark of its own, and each
 * share of a bar a filling of its own.
 */
#ifndef UI_CHART_H
#define UI_CHART_H

#include <stdbool.h>
#include <stddef.h>

enum {
	CHART_COLUMNS = 160,
	CHART_ROWS = 40,
	CHART_SERIES = 8,
	CHART_GLYPH = 5, /* bytes of a cell's character, NUL included */
};

/* A cell of a picture: what stands there, and which series or share it
 * belongs to (-1: none, paper or axis). */
struct chart_cell {
	char glyph[CHART_GLYPH];
	short series;
};

struct chart {
	int rows, columns;
	struct chart_cell cell[CHART_ROWS][CHART_COLUMNS];
};

/*
 * A bar of value/most of so many cells, in eighths (UTF-8) or whole cells
 * (ASCII). A value above 0 shows at least a sliver. Returns bytes.
 */
size_t chart_bar(char *out, size_t size, double value, double most, int cells,
	bool ascii);

/*
 * A bar split into shares: cell i of a bar of total/most of so many cells
 * belongs to the share that covers its middle. Fills shares[cells] with the
 * index of the share, or -1 behind the end; the largest remainders decide,
 * so that no share above half a cell is lost. Returns cells used.
 */
int chart_shares(const double *share, int count, double most, int cells,
	signed char *shares);

/* The filling of a share, one cell wide: distinct without colour. */
const char *chart_filling(int share, bool ascii);

/* The mark of a series, one cell wide. */
const char *chart_mark(int series, bool ascii);

struct chart_series {
	const double
		*value; /* count of them, from the left to the right edge */
	int count;
};

/*
 * Curves over a common time: fills a picture of so many rows and columns
 * (within CHART_ROWS and CHART_COLUMNS), from lowest (bottom) to highest
 * (top). Where curves meet the earlier series is on top. Resamples to the
 * columns.
 */
void chart_curves(struct chart *chart, int rows, int columns,
	const struct chart_series *series, int count, double lowest,
	double highest, bool ascii);

/*
 * The same as dots of braille, two across and four down in a cell, which not
 * every font has. The mark of each series stands on its curve, near its right
 * end, each in a column of its own.
 */
void chart_dots(struct chart *chart, int rows, int columns,
	const struct chart_series *series, int count, double lowest,
	double highest);

/* The value above a column of so many, between two points on a straight line;
 * NAN where there is none. */
double chart_value_at(
	const struct chart_series *series, int column, int columns);

/* An empty picture, cut at CHART_ROWS and CHART_COLUMNS. */
void chart_blank(struct chart *chart, int rows, int columns);

/* ---- what is not certain (chart_odds.c) ---------------------------------- */

/*
 * A bar up to the 5th percentile, and a whisker from there over the median to
 * the 95th: "▄▄▄▄├─┼──┤". All on a scale of most to so many cells; a spread of
 * nothing is a bar alone. Returns bytes.
 */
size_t chart_whisker(char *out, size_t size, double p05, double p50, double p95,
	double most, int cells, bool ascii);

/*
 * A distribution as columns: count bars from the left to the right, of which
 * those before bar zero (0..count) are series 0, since they lie below 0, and
 * the others series 1. Bars are put together, or made broader, to fill the
 * columns as far as they do; at says in which column 0 lies if it is in
 * between, else -1.
 */
void chart_histogram(struct chart *chart, int rows, int columns,
	const double *share, int count, int zero, bool ascii, int *at);

/* What one input alone does: the result with it at its low and its high end. */
struct chart_swing {
	double low, high;
};

/*
 * A tornado: a row a swing, as a bar from one end over the base to the other;
 * series 0 is towards the low end of the input, series 1 towards the high one.
 * A line marks the base, and one 0 where that is in sight. The axis goes from
 * the least to the most of all.
 */
void chart_tornado(struct chart *chart, int columns,
	const struct chart_swing *swing, int count, double base, bool ascii);

/* A round number at or above value for the end of an axis: 400k for 387k. */
double chart_round_up(double value);

#endif
