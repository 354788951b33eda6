/*
 * Whiskers, distributions and tornados as cells.
 */
#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "chart.h"

static const char *whisker(double p05, double p50, double p95, bool ascii)
{
	static char out[256];

	cr_expect_eq(
		chart_whisker(out, sizeof(out), p05, p50, p95, 100, 10, ascii),
		strlen(out));
	return out;
}

Test(chart_odds, a_whisker_goes_from_the_fifth_to_the_last_percentile)
{
	cr_expect_str_eq(whisker(40, 60, 99, false), "▄▄▄▄├─┼──┤");
	cr_expect_str_eq(whisker(40, 60, 99, true), "====|-+--|");
	cr_expect_str_eq(whisker(0, 35, 75, false), "├──┼───┤");
}

Test(chart_odds, a_spread_of_nothing_is_a_bar)
{
	cr_expect_str_eq(whisker(45, 45, 45, false), "▄▄▄▄▄");
	cr_expect_str_eq(whisker(0, 0, 0, false), "");
}

Test(chart_odds, a_whisker_stays_within_its_cells)
{
	cr_expect_str_eq(whisker(80, 120, 500, true), "========||");
	cr_expect_str_eq(whisker(-50, 20, 60, true), "|-+---|");
}

static struct chart chart;

/* What stands in a row, marks of series instead of glyphs. */
static const char *row(int number)
{
	static char out[CHART_COLUMNS + 1];

	for (int c = 0; c < chart.columns; c++) {
		short series = chart.cell[number][c].series;

		out[c] = series < 0 ? ' ' : (char)('0' + series);
	}
	out[chart.columns] = '\0';
	return out;
}

Test(chart_odds, losses_and_savings_are_two_series_with_0_between)
{
	static const double share[] = {0.1, 0.2, 0.4, 0.3};
	int at;

	chart_histogram(&chart, 4, 4, share, 4, 2, false, &at);
	cr_expect_eq(at, 2);
	cr_expect_str_eq(row(0), "  1 ");
	cr_expect_str_eq(row(3), "0011");
	cr_expect_str_eq(chart.cell[3][0].glyph, "▒", "told without colours");
	cr_expect_str_eq(chart.cell[3][3].glyph, "█");
}

Test(chart_odds, bars_are_put_together_so_that_0_begins_one)
{
	static const double share[] = {0.1, 0.1, 0.1, 0.2, 0.2, 0.2, 0.1};
	int at;

	chart_histogram(&chart, 2, 4, share, 7, 3, false, &at);
	cr_expect_leq(chart.columns, 4);
	cr_expect_eq(at, 2, "{1} {2 3} | {4 5} {6 7}");
	cr_expect_str_eq(row(1), "0011");
}

Test(chart_odds, bars_become_broader_where_there_is_room)
{
	static const double share[] = {0.5, 0.5};
	int at;

	chart_histogram(&chart, 2, 9, share, 2, 1, false, &at);
	cr_expect_eq(chart.columns, 8);
	cr_expect_eq(at, 4);
	cr_expect_str_eq(row(1), "00001111");
}

Test(chart_odds, all_on_one_side_has_no_0)
{
	static const double share[] = {0.5, 0.5};
	int at;

	chart_histogram(&chart, 2, 2, share, 2, 0, false, &at);
	cr_expect_eq(at, -1);
	cr_expect_str_eq(row(1), "11");
	chart_histogram(&chart, 2, 2, share, 2, 2, false, &at);
	cr_expect_eq(at, -1);
	cr_expect_str_eq(row(1), "00");
}

Test(chart_odds, what_is_rare_still_shows)
{
	static const double share[] = {1e-9, 1};
	int at;

	chart_histogram(&chart, 8, 2, share, 2, 1, false, &at);
	cr_expect_str_eq(row(7), "01");
	chart_histogram(&chart, 8, 2, share, 2, 0, false, &at);
	cr_expect_str_eq(chart.cell[7][0].glyph, "▁");
}

Test(chart_odds, any_size_and_any_zero_stay_inside)
{
	double share[72];
	int at;

	for (int i = 0; i < 72; i++)
		share[i] = 1.0 / 72;
	for (int columns = 0; columns <= CHART_COLUMNS + 9; columns++)
		for (int zero = 0; zero <= 72; zero += 5) {
			chart_histogram(&chart, 3, columns, share, 72, zero,
				columns % 2, &at);
			cr_expect_leq(chart.columns, columns);
			cr_expect_lt(at, columns > 0 ? columns + 1 : 1);
		}
}

Test(chart_odds, a_tornado_has_its_two_sides_about_the_base)
{
	static const struct chart_swing swing[] = {{-10, 10}, {5, -5}, {0, 0}};

	chart_tornado(&chart, 11, swing, 3, 0, true);
	cr_expect_str_eq(row(0), "00000 11111");
	cr_expect_str_eq(row(1), "   11 000  ", "the low end may save more");
	cr_expect_str_eq(row(2), "           ");
	for (int i = 0; i < 3; i++)
		cr_expect_str_eq(chart.cell[i][5].glyph, "|", "the base");
}

Test(chart_odds, both_ends_on_one_side_stay_seen)
{
	static const struct chart_swing swing[] = {{10, 4}};

	chart_tornado(&chart, 11, swing, 1, 0, true);
	cr_expect_str_eq(row(0), " 1111000000");
}

Test(chart_odds, zero_is_marked_where_it_is_in_sight)
{
	static const struct chart_swing swing[] = {{-2, 8}, {6, 7}};

	chart_tornado(&chart, 11, swing, 2, 6, true);
	cr_expect_str_eq(chart.cell[1][2].glyph, ".");
}
