#include "chart.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "text.h"

static const char *bar(double value, double most, int cells, bool ascii)
{
	static char out[256];

	cr_expect_eq(chart_bar(out, sizeof(out), value, most, cells, ascii),
		strlen(out));
	return out;
}

Test(chart, bars_are_in_proportion)
{
	cr_expect_str_eq(bar(10, 10, 4, false), "████");
	cr_expect_str_eq(bar(5, 10, 4, false), "██");
	cr_expect_str_eq(bar(5, 10, 5, false), "██▌");
	cr_expect_str_eq(bar(1, 32, 4, false), "▏");
	cr_expect_str_eq(bar(7, 32, 4, false), "▉");
	cr_expect_str_eq(bar(5, 10, 4, true), "##");
}

Test(chart, bars_stay_within_bounds)
{
	cr_expect_str_eq(bar(0, 10, 4, false), "");
	cr_expect_str_eq(bar(1e-9, 10, 4, false), "▏", "a sliver");
	cr_expect_str_eq(bar(1e-9, 10, 4, true), "#");
	cr_expect_str_eq(bar(99, 10, 4, false), "████");
	cr_expect_str_eq(bar(-5, 10, 4, false), "");
	cr_expect_str_eq(bar(NAN, 10, 4, false), "");
	cr_expect_str_eq(bar(INFINITY, 10, 2, false), "██");
	cr_expect_str_eq(bar(5, 0, 4, false), "");
	cr_expect_str_eq(bar(5, 10, 0, false), "");
}

Test(chart, bars_are_cut_in_whole_characters)
{
	char out[8];

	chart_bar(out, sizeof(out), 1, 1, 40, false);
	cr_expect_str_eq(out, "██");
}

static void expect_shares(
	const double *share, int count, double most, const char *expected)
{
	signed char cells[64];
	char text[65] = "";
	int size = (int)strlen(expected);
	int used = chart_shares(share, count, most, size, cells);

	for (int i = 0; i < size; i++)
		text[i] = (char)(cells[i] < 0 ? '.' : '0' + cells[i]);
	cr_expect_str_eq(text, expected, "%s", text);
	cr_expect_eq(used, (int)strcspn(expected, "."));
}

Test(chart, shares_fill_the_bar)
{
	expect_shares((double[]){5, 3, 2}, 3, 10, "0000011122");
	expect_shares((double[]){5, 3, 2}, 3, 20, "00012.....");
	expect_shares((double[]){1, 1, 1}, 3, 3, "0000111222");
	expect_shares((double[]){0, 4, 0}, 3, 4, "1111");
	expect_shares((double[]){0, 0}, 2, 4, "....");
	expect_shares((double[]){-3, NAN, 4}, 3, 4, "2222");
}

Test(chart, no_share_above_half_a_cell_is_lost)
{
	expect_shares((double[]){0.6, 0.7, 8.7}, 3, 10, "0122222222");
	expect_shares(
		(double[]){7.4, 0.55, 0.55, 0.75, 0.75}, 5, 10, "0000001234");
}

/* ---- curves ------------------------------------------------------------- */

static const char *picture(const struct chart *chart)
{
	static char out[4096];

	out[0] = '\0';
	for (int row = 0; row < chart->rows; row++) {
		for (int column = 0; column < chart->columns; column++)
			strcat(out, chart->cell[row][column].glyph);
		strcat(out, "\n");
	}
	return out;
}

static struct chart chart;

Test(chart, a_line_goes_from_corner_to_corner)
{
	const double up[] = {0, 4};
	const struct chart_series series = {.value = up, .count = 2};

	chart_curves(&chart, 5, 5, &series, 1, 0, 4, true);
	cr_expect_str_eq(picture(&chart), "    *\n"
					  "   * \n"
					  "  *  \n"
					  " *   \n"
					  "*    \n");
	cr_expect_eq(chart.cell[0][4].series, 0);
	cr_expect_eq(chart.cell[0][0].series, -1);
}

Test(chart, a_jump_stays_connected)
{
	const double jump[] = {0, 0, 4, 4};
	const struct chart_series series = {.value = jump, .count = 4};

	chart_curves(&chart, 5, 4, &series, 1, 0, 4, true);
	cr_expect_str_eq(picture(&chart), "  **\n"
					  "  * \n"
					  "  * \n"
					  "  * \n"
					  "**  \n");
}

Test(chart, the_earlier_series_is_on_top)
{
	const double flat[] = {1, 1}, up[] = {0, 2};
	const struct chart_series series[] = {
		{.value = flat, .count = 2}, {.value = up, .count = 2}};

	chart_curves(&chart, 3, 3, series, 2, 0, 2, false);
	cr_expect_str_eq(picture(&chart), "  ○\n●●●\n○  \n");
	cr_expect_eq(chart.cell[1][1].series, 0);
}

Test(chart, what_is_outside_is_not_drawn)
{
	const double out[] = {-5, -5, 9, 9}, gap[] = {1, NAN, 1};
	struct chart_series series = {.value = out, .count = 4};

	chart_curves(&chart, 3, 4, &series, 1, 0, 2, true);
	cr_expect_str_eq(picture(&chart), "  * \n  * \n  * \n");
	series = (struct chart_series){.value = gap, .count = 3};
	chart_curves(&chart, 3, 3, &series, 1, 0, 2, true);
	cr_expect_str_eq(picture(&chart), "   \n* *\n   \n");
}

Test(chart, odd_pictures_do_no_harm)
{
	const double one[] = {1}, wild[] = {1e308, -1e308, INFINITY, 0};
	struct chart_series series = {.value = one, .count = 1};

	chart_curves(&chart, 500, 500, &series, 1, 0, 2, false);
	cr_expect_eq(chart.rows, CHART_ROWS);
	cr_expect_eq(chart.columns, CHART_COLUMNS);
	chart_curves(&chart, 1, 1, &series, 1, 3, 3, false);
	chart_curves(&chart, 0, 0, &series, 1, 0, 1, false);
	series = (struct chart_series){.value = wild, .count = 4};
	chart_curves(&chart, 5, 9, &series, 1, 0, 1, false);
	series.count = 0;
	chart_curves(&chart, 5, 9, &series, 1, 0, 1, false);
}

Test(chart, marks_and_fillings_differ_without_colour)
{
	for (int ascii = 0; ascii < 2; ascii++) {
		for (int i = 0; i < CHART_SERIES; i++) {
			cr_expect_eq(text_width(chart_mark(i, ascii)), 1);
			cr_expect_eq(text_width(chart_filling(i, ascii)), 1);
			for (int j = 0; j < i; j++) {
				cr_expect_str_neq(chart_mark(i, ascii),
					chart_mark(j, ascii));
				cr_expect_str_neq(chart_filling(i, ascii),
					chart_filling(j, ascii));
			}
		}
	}
	cr_expect_lt(chart_mark(0, true)[0], 0x7f);
}

Test(chart, axes_end_at_round_numbers)
{
	static const double pairs[][2] = {{387e3, 400e3}, {1, 1}, {1.01, 1.5},
		{7, 8}, {8.1, 10}, {99, 100}, {0.034, 0.04}, {1000, 1000}};

	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		cr_expect_float_eq(chart_round_up(pairs[i][0]), pairs[i][1],
			1e-9 * pairs[i][1], "%g", pairs[i][0]);
	for (double value = 1e-9; value < 1e15; value *= 1.37)
		cr_expect_geq(chart_round_up(value), value);
	cr_expect_eq(chart_round_up(0), 0);
	cr_expect_eq(chart_round_up(-3), 0);
}

/* ---- dots ---------------------------------------------------------------- */

Test(chart, dots_are_two_across_and_four_down)
{
	static const double rising[] = {0, 1}, flat[] = {0, 0};
	const struct chart_series series[] = {
		{.value = rising, .count = 2}, {.value = flat, .count = 2}};

	chart_dots(&chart, 2, 4, series, 1, 0, 1);
	cr_expect_str_eq(chart.cell[1][0].glyph, "⡠");
	cr_expect_str_eq(chart.cell[1][1].glyph, "⠊");
	cr_expect_str_eq(chart.cell[0][2].glyph, "⡠");
	cr_expect_str_eq(chart.cell[0][3].glyph, chart_mark(0, false));
	cr_expect_str_eq(chart.cell[0][0].glyph, " ");
	chart_dots(&chart, 2, 4, series, 2, 0, 1);
	cr_expect_str_eq(chart.cell[1][1].glyph, chart_mark(1, false),
		"each curve has its mark");
	cr_expect_eq(chart.cell[1][3].series, 1);
}

Test(chart, dots_stay_within_the_picture)
{
	static const double wild[] = {-1e300, NAN, 1e300, 0.5, -INFINITY};
	const struct chart_series series[] = {{.value = wild, .count = 5},
		{.value = wild, .count = 1}, {.value = NULL, .count = 0}};

	for (int rows = 1; rows < 12; rows++)
		for (int columns = 1; columns < 40; columns++)
			chart_dots(&chart, rows, columns, series, 3, 0, 1);
	chart_dots(&chart, 1000, 1000, series, 3, 0, 1);
	cr_expect_eq(chart.rows, CHART_ROWS);
	cr_expect_eq(chart.columns, CHART_COLUMNS);
}
