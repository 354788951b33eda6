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

/* A round number at or above value for the end of an axis: 400k for 387k. */
double chart_round_up(double value);

#endif
