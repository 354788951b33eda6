#include "chart.h"

#include <math.h>
#include <string.h>

#include "text.h"

static const char *const fillings[][2] = {
	{"█", "#"},
	{"▓", "="},
	{"▚", "+"},
	{"▀", "-"},
	{"▒", ":"},
	{"░", "."},
	{"▄", "_"},
	{"▞", "o"},
};

static const char *const marks[CHART_SERIES][2] = {
	{"●", "*"},
	{"○", "o"},
	{"◆", "+"},
	{"◇", "x"},
	{"▲", "#"},
	{"△", "@"},
	{"■", "%"},
	{"□", "="},
};

const char *chart_filling(int share, bool ascii)
{
	const int count = sizeof(fillings) / sizeof(fillings[0]);

	return fillings[(share < 0 ? 0 : share) % count][ascii];
}

const char *chart_mark(int series, bool ascii)
{
	return marks[(series < 0 ? 0 : series) % CHART_SERIES][ascii];
}

/* value/most of so many units, rounded, within 0..units; what is above 0 is
 * never nothing. */
static int portion(double value, double most, int units)
{
	double share;

	if (!(value > 0.0) || !(most > 0.0) || units <= 0)
		return 0;
	share = round(fmin(value / most, 1.0) * units);
	return share < 1.0 ? 1 : (int)share;
}

static size_t put(char *out, size_t size, size_t length, const char *piece)
{
	size_t bytes = strlen(piece);

	if (length + bytes >= size)
		return length;
	memcpy(out + length, piece, bytes);
	return length + bytes;
}

size_t chart_bar(char *out, size_t size, double value, double most, int cells,
	bool ascii)
{
	const int parts = ascii ? 1 : 8;
	int units = portion(value, most, cells * parts);
	size_t length = 0;

	if (size == 0)
		return 0;
	for (int i = 0; i < units / parts; i++)
		length = put(out, size, length, ascii ? "#" : "█");
	if (units % parts > 0) {
		char sliver[5] = "";

		/* U+258F is one eighth, U+2589 are seven */
		text_encode(0x2590 - (uint32_t)(units % parts), sliver);
		length = put(out, size, length, sliver);
	}
	out[length] = '\0';
	return length;
}

enum { SHARES_MOST = 32 };

/* One more cell for the share with the largest remainder. */
static void largest_remainder(const double *exact, int count, int *given)
{
	int best = 0;

	for (int i = 1; i < count; i++)
		if (exact[i] - given[i] > exact[best] - given[best])
			best = i;
	given[best]++;
}

/* A share above half a cell that got none takes one from the richest. */
static void spare_the_small(const double *exact, int count, int *given)
{
	for (int i = 0; i < count; i++) {
		int richest = 0;

		if (given[i] > 0 || exact[i] <= 0.5)
			continue;
		for (int j = 1; j < count; j++)
			if (given[j] > given[richest])
				richest = j;
		if (given[richest] < 2)
			return;
		given[richest]--;
		given[i]++;
	}
}

int chart_shares(const double *share, int count, double most, int cells,
	signed char *shares)
{
	double exact[SHARES_MOST] = {0}, total = 0.0;
	int given[SHARES_MOST] = {0};
	int used, cell = 0, left;

	count = count < SHARES_MOST ? count : SHARES_MOST;
	for (int i = 0; i < count; i++)
		total += share[i] > 0.0 ? share[i] : 0.0;
	used = left = portion(total, most, cells);
	for (int i = 0; i < count && used > 0; i++) {
		if (share[i] > 0.0)
			exact[i] = share[i] / total * used;
		given[i] = (int)exact[i];
		left -= given[i];
	}
	while (left-- > 0)
		largest_remainder(exact, count, given);
	spare_the_small(exact, count, given);
	for (int i = 0; i < count; i++)
		for (int n = 0; n < given[i] && cell < cells; n++)
			shares[cell++] = (signed char)i;
	for (int i = cell; i < cells; i++)
		shares[i] = -1;
	return used;
}

void chart_blank(struct chart *chart, int rows, int columns)
{
	static const struct chart_cell blank = {.glyph = " ", .series = -1};

	chart->rows = rows < CHART_ROWS ? rows : CHART_ROWS;
	chart->columns = columns < CHART_COLUMNS ? columns : CHART_COLUMNS;
	for (int row = 0; row < chart->rows; row++)
		for (int column = 0; column < chart->columns; column++)
			chart->cell[row][column] = blank;
}

double chart_value_at(
	const struct chart_series *series, int column, int columns)
{
	double position, fraction;
	int left;

	if (series->count < 1)
		return NAN;
	if (series->count == 1 || columns < 2)
		return series->value[0];
	position = (double)column * (series->count - 1) / (columns - 1);
	left = (int)position;
	fraction = position - left;
	if (fraction <= 0.0 || left + 1 >= series->count)
		return series->value[left];
	return series->value[left] * (1.0 - fraction) +
	       series->value[left + 1] * fraction;
}

static void chart_mark_rows(struct chart *chart, int column, int from, int to,
	const char *mark, int series)
{
	from = from < 0 ? 0 : from;
	to = to >= chart->rows ? chart->rows - 1 : to;
	for (int row = from; row <= to; row++) {
		struct chart_cell *cell = &chart->cell[row][column];

		memcpy(cell->glyph, mark, strlen(mark) + 1);
		cell->series = (short)series;
	}
}

/*
 * The row of a value is kept one row outside the picture when the value is,
 * so that a curve that leaves is drawn up to the edge and no further. A jump
 * of several rows fills its column, so that the curve stays in one piece.
 */
static void chart_curve(struct chart *chart, const struct chart_series *series,
	int index, double lowest, double highest, bool ascii)
{
	const char *mark = chart_mark(index, ascii);
	const double span = highest > lowest ? highest - lowest : 1.0;
	bool joined = false;
	int before = 0;

	for (int column = 0; column < chart->columns; column++) {
		double value = chart_value_at(series, column, chart->columns);
		double at = (highest - value) / span * (chart->rows - 1);
		int row, from, to;

		if (isnan(at)) {
			joined = false;
			continue;
		}
		row = (int)round(fmin(fmax(at, -1.0), chart->rows));
		from = to = row;
		if (joined && before < row - 1)
			from = before + 1;
		if (joined && before > row + 1)
			to = before - 1;
		chart_mark_rows(chart, column, from, to, mark, index);
		before = row;
		joined = true;
	}
}

void chart_curves(struct chart *chart, int rows, int columns,
	const struct chart_series *series, int count, double lowest,
	double highest, bool ascii)
{
	chart_blank(chart, rows, columns);
	count = count < CHART_SERIES ? count : CHART_SERIES;
	while (count-- > 0)
		chart_curve(
			chart, &series[count], count, lowest, highest, ascii);
}

double chart_round_up(double value)
{
	static const double step[] = {1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};
	double unit;

	if (!(value > 0.0))
		return 0.0;
	if (!isfinite(value))
		return value;
	unit = pow(10.0, floor(log10(value)));
	for (size_t i = 0; i < sizeof(step) / sizeof(step[0]); i++)
		if (step[i] * unit >= value)
			return step[i] * unit;
	return value;
}
