/*
 * The cumulative cost of each option, named at the ends of the lines.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "chart.h"
#include "svg_parts.h"

enum { NAME_CELLS = 17, STEPS = 4, MONTH_TICKS = 6 };

#define TOP 30.0    /* above it is the word of the payback month */
#define BLOCK 44.0  /* a name and an amount, one below the other */
#define LEAST 264.0 /* height of the plot */
#define FOOT 54.0   /* months, and what they are */
#define LEAD 26.0   /* from the end of a line to its name */

struct plot {
	struct svg svg;
	const struct result *result;
	struct svg_axis months, money;
};

static const double *curve(const struct plot *plot, int option)
{
	return plot->result->option[option].ledger.cumulative;
}

static void find_ends(const struct result *result, double *low, double *high)
{
	*low = *high = 0;
	for (int i = 0; i < result->options; i++)
		for (int month = 0; month <= result->horizon; month++) {
			double value =
				result->option[i].ledger.cumulative[month];

			*low = fmin(*low, value);
			*high = fmax(*high, value);
		}
}

bool svg_has_curves(const struct report *report)
{
	double low, high;

	find_ends(report->result, &low, &high);
	return low < high;
}

/* ---- in words ------------------------------------------------------------ */

static void say_payback(struct pen *pen)
{
	const struct result *result = pen->result;
	int month = result->savings.payback_month;

	if (result->baseline < 0 || result->tuned < 0)
		return;
	say(pen, " ");
	say_whole_name(pen, result->tuned);
	if (month < 0) {
		say(pen, " does not pay back within ");
		say_months(pen, result->horizon);
		say(pen, ": there is no month from which it has cost less in "
			 "all than ");
	} else if (month == 0) {
		say(pen, " has cost less in all from the first day on than ");
	} else {
		say(pen, " has cost less in all from month ");
		say_whole(pen, month);
		say(pen, " on than ");
	}
	say_whole_name(pen, result->baseline);
	say(pen, month < 0 ? " and stays so." : ".");
}

static void describe(const struct plot *plot)
{
	char words[SVG_WORDS];
	struct pen pen = svg_pen(plot->svg.report, words, sizeof(words));

	say(&pen, "In present value, after ");
	say_months(&pen, plot->result->horizon);
	say(&pen, ": ");
	for (int i = 0; i < plot->result->options; i++) {
		say(&pen, i ? ", " : "");
		say_whole_name(&pen, i);
		say(&pen, " ");
		say_money(&pen, plot->result->option[i].ledger.total_pv);
	}
	say(&pen, ".");
	say_payback(&pen);
	svg_describe(&plot->svg, "Money spent up to each month", words);
}

/* ---- axes ---------------------------------------------------------------- */

static double widest_amount(const struct plot *plot)
{
	const struct svg_axis *axis = &plot->money;
	double widest = 0;

	for (double i = svg_tick_first(axis); svg_tick_is_inside(axis, i); i++)
		widest = fmax(widest,
			svg_width(
				svg_money_of(&plot->svg, i * axis->step).text));
	return widest;
}

static void draw_amounts(const struct plot *plot)
{
	const struct svg_axis *axis = &plot->money;

	for (double i = svg_tick_first(axis); svg_tick_is_inside(axis, i);
		i++) {
		double y = svg_at(axis, i * axis->step);

		svg_line(&plot->svg, i == 0 ? "tn-axis" : "tn-grid",
			plot->months.from, y, plot->months.to, y);
		svg_text(&plot->svg, "tn-quiet", ANCHOR_END,
			plot->months.from - 8, y + 5,
			svg_money_of(&plot->svg, i * axis->step).text, 20);
	}
}

/* Months between ticks: of those that people count in, the first with which
 * there are not too many. */
static int month_step(int horizon)
{
	static const int steps[] = {1, 2, 3, 6, 12, 24};
	size_t i = 0;

	while (i + 1 < sizeof(steps) / sizeof(steps[0]) &&
		horizon > MONTH_TICKS * steps[i])
		i++;
	return steps[i];
}

static void draw_months(const struct plot *plot)
{
	double foot = plot->money.from;
	int horizon = plot->result->horizon, step = month_step(horizon);

	for (int month = 0; month <= horizon; month += step) {
		double x = svg_at(&plot->months, month);
		char words[16];

		snprintf(words, sizeof(words), "%d", month);
		svg_line(&plot->svg, "tn-tick", x, foot, x, foot + 5);
		svg_text(&plot->svg, "tn-quiet", ANCHOR_MIDDLE, x, foot + 22,
			words, 4);
	}
	svg_text(&plot->svg, "tn-quiet", ANCHOR_MIDDLE,
		(plot->months.from + plot->months.to) / 2, foot + 44,
		"months from now", 20);
}

/* ---- curves -------------------------------------------------------------- */

static bool is_compared(const struct result *result, int option)
{
	return option == result->baseline || option == result->tuned;
}

/* Marks of different curves stand in different months, so that each is seen
 * where the curves run together. */
static void draw_marks(const struct plot *plot, int option)
{
	int horizon = plot->result->horizon, options = plot->result->options;
	int apart = horizon / 4 > options ? horizon / 4 : options;
	int first = 1 + option * apart / options;

	for (int month = first; month < horizon; month += apart)
		svg_mark(&plot->svg, option, svg_at(&plot->months, month),
			svg_at(&plot->money, curve(plot, option)[month]));
}

static void draw_curve(const struct plot *plot, int option)
{
	char class[40];

	snprintf(class, sizeof(class), "tn-curve tn-o%d%s", option + 1,
		is_compared(plot->result, option) ? " tn-main" : "");
	svg_path_begin(&plot->svg, class);
	for (int month = 0; month <= plot->result->horizon; month++)
		svg_point(&plot->svg, month == 0, svg_at(&plot->months, month),
			svg_at(&plot->money, curve(plot, option)[month]));
	svg_path_end(&plot->svg, false);
	draw_marks(plot, option);
}

/* ---- names at their ends ------------------------------------------------- */

/* The highest end first. */
static void sort_by_place(int *option, double *place, int count)
{
	for (int i = 1; i < count; i++)
		for (int k = i; k > 0 && place[k] < place[k - 1]; k--) {
			double other = place[k];
			int index = option[k];

			place[k] = place[k - 1];
			place[k - 1] = other;
			option[k] = option[k - 1];
			option[k - 1] = index;
		}
}

static void draw_name(
	const struct plot *plot, int option, double end, double place)
{
	const struct svg *svg = &plot->svg;
	double x = plot->months.to + LEAD;
	const char *name = session_option_name(svg->report->session, option);

	svg_line(svg, "tn-lead", plot->months.to, end, x - 9, place);
	svg_mark(svg, option, x - 5, place);
	svg_text(svg, "", ANCHOR_START, x + 5, place + 4, name, NAME_CELLS);
	svg_text(svg, "tn-quiet", ANCHOR_START, x + 5, place + 4 + SVG_LINE,
		svg_money_of(svg, plot->result->option[option].ledger.total_pv)
			.text,
		20);
}

static void draw_names(const struct plot *plot)
{
	int options = plot->result->options, option[SESSION_OPTIONS];
	double place[SESSION_OPTIONS], end[SESSION_OPTIONS];

	for (int i = 0; i < options; i++) {
		option[i] = i;
		place[i] = svg_at(
			&plot->money, curve(plot, i)[plot->result->horizon]);
	}
	sort_by_place(option, place, options);
	memcpy(end, place, sizeof(end));
	svg_spread_out(place, options, BLOCK, TOP, plot->money.from - 8);
	for (int i = 0; i < options; i++)
		draw_name(plot, option[i], end[i], place[i]);
}

/* ---- the month in which it pays back ------------------------------------- */

static void draw_payback(const struct plot *plot)
{
	const struct result *result = plot->result;
	int month = result->savings.payback_month;
	double x, y, half;
	char words[40];

	if (result->baseline < 0 || result->tuned < 0 || month < 0)
		return;
	snprintf(words, sizeof(words),
		month ? "pays back in month %d" : "pays from the first day on",
		month);
	x = svg_at(&plot->months, month);
	y = svg_at(&plot->money, curve(plot, result->tuned)[month]);
	half = SVG_STRONG * svg_width(words) / 2;
	svg_line(&plot->svg, "tn-here", x, TOP - 8, x, plot->money.from);
	svg_circle(&plot->svg, "tn-ring", x, y, 8);
	svg_text(&plot->svg, "tn-strong", ANCHOR_MIDDLE, fmax(x, half),
		TOP - 14, words, 30);
}

/* ---- all of it ----------------------------------------------------------- */

/* Room on the right for the longest name and the longest total. */
static double names_width(const struct plot *plot)
{
	double widest = 0;

	for (int i = 0; i < plot->result->options; i++) {
		const char *name =
			session_option_name(plot->svg.report->session, i);
		double total = plot->result->option[i].ledger.total_pv;

		widest = fmax(widest, svg_width(name));
		widest = fmin(widest, NAME_CELLS * SVG_CELL);
		widest = fmax(widest,
			svg_width(svg_money_of(&plot->svg, total).text));
	}
	return LEAD + 5 + widest;
}

void svg_curves(FILE *out, const struct report *report)
{
	const struct result *result = report->result;
	double height = fmax(LEAST, BLOCK * result->options + 8);
	struct plot plot = {.result = result};
	double low, high;

	if (!svg_has_curves(report))
		return;
	plot.svg = svg_begin(out, report, "tn-curves", TOP + height + FOOT);
	find_ends(result, &low, &high);
	plot.money = svg_axis_round(low, high, STEPS);
	plot.money.from = TOP + height;
	plot.money.to = TOP;
	plot.months = (struct svg_axis){.high = result->horizon,
		.step = 1,
		.from = widest_amount(&plot) + 10,
		.to = SVG_WIDTH - names_width(&plot)};
	describe(&plot);
	draw_amounts(&plot);
	draw_months(&plot);
	for (int i = result->options - 1; i >= 0; i--)
		draw_curve(&plot, i);
	draw_payback(&plot);
	draw_names(&plot);
	svg_end(&plot.svg);
}
