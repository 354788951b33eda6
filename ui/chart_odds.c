/*
 * Pictures of what is not certain: whiskers, a distribution, a tornado.
 */
#include <math.h>
#include <string.h>

#include "chart.h"

/* ---- whiskers ------------------------------------------------------------ */

/* The pieces of a whisker: bar, left end, line, median, right end. */
enum piece { BAR, LEFT, LINE, MEDIAN, RIGHT };
static const char *const pieces[][2] = {
	[BAR] = {"▄", "="},
	[LEFT] = {"├", "|"},
	[LINE] = {"─", "-"},
	[MEDIAN] = {"┼", "+"},
	[RIGHT] = {"┤", "|"},
};

/* The cell in which a value lies, within 0..cells - 1. */
static int cell_of(double value, double most, int cells)
{
	double at = most > 0 ? floor(value / most * cells) : 0;

	return (int)fmin(fmax(at, 0), cells - 1);
}

static enum piece piece_at(int cell, int left, int middle, int right)
{
	if (cell < left || left == right)
		return BAR;
	if (cell == left)
		return LEFT;
	if (cell == right)
		return RIGHT;
	return cell == middle ? MEDIAN : LINE;
}

size_t chart_whisker(char *out, size_t size, double p05, double p50, double p95,
	double most, int cells, bool ascii)
{
	int left = cell_of(p05, most, cells);
	int middle = cell_of(p50, most, cells);
	int right = cell_of(p95, most, cells);
	size_t length = 0;

	if (size == 0)
		return 0;
	out[0] = '\0';
	for (int i = 0; i <= right && cells > 0 && p95 > 0; i++) {
		const char *piece =
			pieces[piece_at(i, left, middle, right)][ascii];
		size_t bytes = strlen(piece);

		if (length + bytes >= size)
			break;
		memcpy(out + length, piece, bytes + 1);
		length += bytes;
	}
	return length;
}

/* ---- a distribution ------------------------------------------------------ */

static void put_cell(
	struct chart *chart, int row, int column, const char *glyph, int series)
{
	struct chart_cell *cell = &chart->cell[row][column];

	memcpy(cell->glyph, glyph, strlen(glyph) + 1);
	cell->series = (short)series;
}

/* A column of so many eighths of a cell: losses are hatched, so that they are
 * told apart without colours, and then every begun cell counts. */
static void put_column(
	struct chart *chart, int column, int eighths, int series, bool ascii)
{
	static const char *const steps[] = {
		"", "▁", "▂", "▃", "▄", "▅", "▆", "▇"};
	const char *whole =
		series == 0 ? (ascii ? ":" : "▒") : (ascii ? "#" : "█");
	bool coarse = ascii || series == 0;
	int full = coarse ? (eighths + 4) / 8 : eighths / 8;
	int row = chart->rows - 1;

	if (coarse && eighths > 0 && full == 0)
		full = 1;
	for (; full > 0 && row >= 0; full--)
		put_cell(chart, row--, column, whole, series);
	if (!coarse && eighths % 8 > 0 && row >= 0)
		put_cell(chart, row, column, steps[eighths % 8], series);
}

/* How bars become columns: so many bars together, each so many columns wide. */
struct binning {
	int together, wide;
	int before; /* groups to the left of 0 */
	int groups;
};

static struct binning binning_of(int columns, int count, int zero)
{
	struct binning binning = {.together = 1};
	do {
		int n = binning.together;

		/* 0 begins a group, on either side of it. */
		binning.before = (zero + n - 1) / n;
		binning.groups = binning.before + (count - zero + n - 1) / n;
	} while (binning.groups > columns && binning.together++ < count);
	binning.wide = columns / (binning.groups > 0 ? binning.groups : 1);
	if (binning.wide < 1)
		binning.wide = 1;
	return binning;
}

static void put_together(const struct binning *binning, const double *share,
	int count, int zero, double *sum)
{
	for (int i = 0; i < count; i++) {
		int n = binning->together;
		int group = i < zero ? binning->before - 1 - (zero - 1 - i) / n
				     : binning->before + (i - zero) / n;

		sum[group] += share[i];
	}
}

void chart_histogram(struct chart *chart, int rows, int columns,
	const double *share, int count, int zero, bool ascii, int *at)
{
	struct binning binning;
	double sum[CHART_COLUMNS + 2] = {0}, most = 0;

	chart_blank(chart, rows, columns);
	*at = -1;
	if (count < 1 || count > CHART_COLUMNS || chart->columns < 1)
		return;
	binning = binning_of(chart->columns, count, zero);
	put_together(&binning, share, count, zero, sum);
	chart->columns =
		(int)fmin(chart->columns, binning.groups * binning.wide);
	for (int g = 0; g < binning.groups; g++)
		most = fmax(most, sum[g]);
	for (int g = 0; g < binning.groups; g++) {
		int series = g >= binning.before ? 1 : 0;
		double height = most > 0 ? sum[g] / most * rows * 8 : 0;
		int eighths = height > 0 && height < 1 ? 1 : (int)round(height);

		for (int c = 0; c < binning.wide; c++)
			if (g * binning.wide + c < chart->columns)
				put_column(chart, g * binning.wide + c, eighths,
					series, ascii);
	}
	if (zero > 0 && zero < count)
		*at = binning.before * binning.wide;
}

/* ---- a tornado ----------------------------------------------------------- */

struct axis {
	double from, to;
	int columns;
};

static struct axis axis_of(
	const struct chart_swing *swing, int count, double base, int columns)
{
	struct axis axis = {base, base, columns};

	for (int i = 0; i < count; i++) {
		axis.from = fmin(axis.from, fmin(swing[i].low, swing[i].high));
		axis.to = fmax(axis.to, fmax(swing[i].low, swing[i].high));
	}
	return axis;
}

static int column_of(const struct axis *axis, double value)
{
	double span = axis->to - axis->from;
	double share = span > 0 ? (value - axis->from) / span : 0.5;

	return (int)round(share * (axis->columns - 1));
}

/* One side of a bar: the cells between the base and its end. */
static void put_side(struct chart *chart, int row, const struct axis *axis,
	double base, double end, int series, const char *glyph)
{
	int from = column_of(axis, base), to = column_of(axis, end);
	int step = to > from ? 1 : -1;

	for (int column = from; column != to; column += step)
		put_cell(chart, row, column + step, glyph, series);
}

static void put_lines(struct chart *chart, int row, const struct axis *axis,
	double base, bool ascii)
{
	if (axis->from < 0 && axis->to > 0) {
		int zero = column_of(axis, 0);

		if (chart->cell[row][zero].series < 0)
			put_cell(chart, row, zero, ascii ? "." : "┊", -1);
	}
	put_cell(chart, row, column_of(axis, base), ascii ? "|" : "│", -1);
}

void chart_tornado(struct chart *chart, int columns,
	const struct chart_swing *swing, int count, double base, bool ascii)
{
	struct axis axis = axis_of(swing, count, base, columns);

	chart_blank(chart, count, columns);
	axis.columns = chart->columns;
	for (int i = 0; i < chart->rows && chart->columns > 0; i++) {
		double low = swing[i].low, high = swing[i].high;
		bool far_low = fabs(low - base) > fabs(high - base);

		/* Where both ends lie on one side the nearer one stays seen. */
		for (int side = 0; side < 2; side++) {
			bool is_low = (side == 0) == far_low;

			put_side(chart, i, &axis, base, is_low ? low : high,
				is_low ? 0 : 1,
				is_low ? (ascii ? ":" : "▒")
				       : (ascii ? "#" : "█"));
		}
		put_lines(chart, i, &axis, base, ascii);
	}
}
