/*
 * How the net saving is spread over the scenarios.
 */
#include <math.h>

#include "odds_words.h"
#include "svg_parts.h"

#define LEGEND 16.0 /* foot of its words */
#define TOP 44.0
#define FLOOR 230.0   /* on it the columns stand */
#define WHISKER 284.0 /* below the amounts */
#define HEIGHT 350.0
#define EDGE 34.0 /* so that the amounts at the ends have room */
#define PERCENTILES 3

static const struct simulation *simulation_of(const struct report *report)
{
	return &report->odds->simulation;
}

bool svg_has_spread(const struct report *report)
{
	const struct simulation *simulation = simulation_of(report);

	return report->result->baseline >= 0 && report->result->tuned >= 0 &&
	       simulation->measures > 0 && simulation->histogram.width > 0;
}

static void describe(const struct svg *svg)
{
	char words[SVG_WORDS];
	struct pen pen = svg_pen(svg->report, words, sizeof(words));

	say_odds(&pen, svg->report->odds);
	say(&pen, " ");
	say_net_range(&pen, svg->report->odds);
	say(&pen, " What lies beyond the ends is counted at the ends.");
	svg_describe(svg, "How the net saving is spread", words);
}

/* ---- the columns --------------------------------------------------------- */

static double tallest(const struct histogram *histogram)
{
	double tallest = 0;

	for (int i = 0; i < HISTOGRAM_BARS; i++)
		tallest = fmax(tallest, histogram->share[i]);
	return tallest > 0 ? tallest : 1;
}

/* Columns from..to - 1 as one shape, so that no seams are seen. */
static void put_columns(const struct svg *svg, const struct svg_axis *axis,
	const char *class, int from, int to)
{
	const struct histogram *histogram =
		&simulation_of(svg->report)->histogram;
	double unit = (FLOOR - TOP) / tallest(histogram);

	svg_path_begin(svg, class);
	for (int i = from; i <= to; i++) {
		double x = svg_at(axis, histogram->low + histogram->width * i);
		double before = i > from ? histogram->share[i - 1] : 0;
		double after = i < to ? histogram->share[i] : 0;

		svg_point(svg, i == from, x, FLOOR - before * unit);
		svg_point(svg, false, x, FLOOR - after * unit);
	}
	svg_path_end(svg, true);
}

/* The strokes that tell it apart are cut to its shape. */
static void draw_losses(
	const struct svg *svg, const struct svg_axis *axis, int zero)
{
	const struct histogram *histogram =
		&simulation_of(svg->report)->histogram;
	double low = svg_at(axis, histogram->low);
	double high = svg_at(axis, histogram->low + histogram->width * zero);

	svg_group(svg, "tn-part", "losses");
	put_columns(svg, axis, "tn-losses", 0, zero);
	svg_clip_begin(svg);
	put_columns(svg, axis, "", 0, zero);
	svg_clip_end(svg);
	svg_hatch(svg, FILL_LOSS, low, TOP, high - low, FLOOR - TOP);
	svg_group_end(svg);
	svg_group_end(svg);
}

static void draw_histogram(const struct svg *svg, const struct svg_axis *axis)
{
	int zero = histogram_zero(&simulation_of(svg->report)->histogram);

	if (zero > 0)
		draw_losses(svg, axis, zero);
	if (zero < HISTOGRAM_BARS) {
		svg_group(svg, "tn-part", "savings");
		put_columns(svg, axis, "tn-gains", zero, HISTOGRAM_BARS);
		svg_group_end(svg);
	}
	svg_line(svg, "tn-axis", EDGE, FLOOR, SVG_WIDTH - EDGE, FLOOR);
}

static void draw_legend(const struct svg *svg)
{
	double saves = simulation_of(svg->report)->p_net_positive;
	char words[100];
	struct pen pen = svg_pen(svg->report, words, sizeof(words));

	say(&pen, "a loss in ");
	say_chance(&pen, 1 - saves);
	svg_legend(svg, FILL_LOSS, 0, LEGEND, words);
	pen = svg_pen(svg->report, words, sizeof(words));
	say(&pen, "a saving in ");
	say_chance(&pen, saves);
	svg_legend(svg, FILL_GAIN, SVG_WIDTH / 2, LEGEND, words);
}

/* ---- the percentiles ----------------------------------------------------- */

static void draw_percentile(const struct svg *svg, double x, double place,
	double value, const char *words)
{
	svg_line(svg, "tn-here", x, TOP, x, WHISKER);
	svg_line(svg, "tn-lead", x, WHISKER + 7, place, WHISKER + 20);
	svg_text(svg, "tn-strong", ANCHOR_MIDDLE, place, WHISKER + 36,
		svg_money_of(svg, value).text, 20);
	svg_text(svg, "tn-quiet", ANCHOR_MIDDLE, place, WHISKER + 36 + SVG_LINE,
		words, 20);
}

static void draw_percentiles(const struct svg *svg, const struct svg_axis *axis)
{
	static const char *const words[PERCENTILES] = {
		"5 of 100 below", "half above", "5 of 100 above"};
	const struct spread *net = &simulation_of(svg->report)->net;
	const double value[PERCENTILES] = {net->p05, net->p50, net->p95};
	double half = svg_width(words[0]) / 2, place[PERCENTILES];
	double x[PERCENTILES];

	for (int i = 0; i < PERCENTILES; i++)
		place[i] = x[i] = svg_at(axis, value[i]);
	svg_spread_out(
		place, PERCENTILES, 2 * half + 8, half, SVG_WIDTH - half);
	for (int i = 0; i < PERCENTILES; i++)
		draw_percentile(svg, x[i], place[i], value[i], words[i]);
	svg_line(svg, "tn-whisker", x[0], WHISKER, x[2], WHISKER);
	svg_line(svg, "tn-whisker", x[0], WHISKER - 6, x[0], WHISKER + 6);
	svg_line(svg, "tn-whisker", x[2], WHISKER - 6, x[2], WHISKER + 6);
	svg_circle(svg, "tn-dot", x[1], WHISKER, 5);
}

void svg_spread(FILE *out, const struct report *report)
{
	const struct histogram *histogram = &simulation_of(report)->histogram;
	struct svg_axis axis;
	struct svg svg;

	if (!svg_has_spread(report))
		return;
	svg = svg_begin(out, report, "tn-spread", HEIGHT);
	axis = svg_axis(histogram->low,
		histogram->low + histogram->width * HISTOGRAM_BARS, 5);
	axis.from = EDGE;
	axis.to = SVG_WIDTH - EDGE;
	describe(&svg);
	draw_legend(&svg);
	svg_grid(&svg, &axis, TOP, FLOOR);
	draw_histogram(&svg, &axis);
	draw_percentiles(&svg, &axis);
	svg_amounts(&svg, &axis, FLOOR);
	svg_end(&svg);
}
