/*
 * The panel's pages about what is not certain. While a quick sample is all
 * there is, each page says how far off its figures may be.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "view.h"

enum { WORDS = 600 };

struct pen frame_pen(const struct frame *frame, char *out, size_t size)
{
	return pen_on(out, size, frame->session, frame->result);
}

int none_feasible_draw(const struct frame *frame, struct area area, int row)
{
	char words[WORDS];
	struct pen pen = frame_pen(frame, words, sizeof(words));

	if (!say_none_feasible(&pen, &frame->odds->simulation))
		return row;
	return canvas_wrap(area, row, ROLE_NO, words);
}

/* Pages about tuning against prompting have nothing to say without the two. */
static bool has_pair(const struct frame *frame, struct area area)
{
	if (!isnan(frame->result->savings.net))
		return true;
	canvas_wrap(area, 0, ROLE_DIM,
		"Add a prompted and a tuned option to compare them.");
	return false;
}

/* ---- the odds ------------------------------------------------------------ */

static double most_of(const struct frame *frame)
{
	double most = 0;

	for (int i = 0; i < frame->result->options; i++)
		most = fmax(
			most, frame->odds->simulation.option[i].total_pv.p95);
	return most;
}

static void draw_whisker(const struct frame *frame, struct area area, int row,
	int option, int cells)
{
	const struct option_odds *odds =
		&frame->odds->simulation.option[option];
	char whisker[4 * CHART_COLUMNS];

	if (cells > CHART_COLUMNS)
		cells = CHART_COLUMNS;
	chart_whisker(whisker, sizeof(whisker), odds->total_pv.p05,
		odds->total_pv.p50, odds->total_pv.p95, most_of(frame), cells,
		canvas_ascii());
	canvas_put(area, row, 0, ROLE_SERIES_1 + option, whisker);
}

void chance_words(const struct frame *frame, double share, double error,
	char *out, size_t size)
{
	const char *about = share > 0 && share < 0.005    ? "<1"
			    : share < 1 && share >= 0.995 ? ">99"
							  : NULL;

	if (!frame->odds->sharp)
		snprintf(out, size, "%.0f%s%.0f of 100", 100 * share,
			canvas_ascii() ? "+-" : "±", ceil(200 * error));
	else if (about)
		snprintf(out, size, "%s of 100", about);
	else
		snprintf(out, size, "%.0f of 100", 100 * share);
}

static int draw_option_odds(const struct frame *frame, struct area area,
	int row, int option, bool whiskers)
{
	const struct option_odds *odds =
		&frame->odds->simulation.option[option];
	char chance[FIGURE_MAX], money[FIGURE_MAX];

	chance_words(frame, odds->p_cheapest, odds->p_cheapest_error, chance,
		sizeof(chance));
	money_words(frame, odds->total_pv.p50, money, sizeof(money));
	option_draw(frame, area, row, option, whiskers ? money : chance);
	if (!whiskers)
		return row + 1;
	draw_whisker(frame, area, row + 1, option, area.columns - 13);
	canvas_fit(area, row + 1, area.columns - 12, 12, TEXT_RIGHT, ROLE_TEXT,
		chance);
	return row + 2;
}

static int draw_all_odds(const struct frame *frame, struct area area)
{
	int options = frame->result->options;
	bool whiskers = 1 + options * 2 <= area.rows - 4;
	int row = 1;

	canvas_fit(area, 0, 0, area.columns, TEXT_RIGHT, ROLE_DIM,
		area.columns > 34 ? "cheapest that does the job in"
				  : "cheapest that will do in");
	for (int i = 0; i < options; i++)
		row = draw_option_odds(frame, area, row, i, whiskers);
	return row;
}

static void draw_chances(const struct frame *frame, struct area area, int row)
{
	const struct simulation *simulation = &frame->odds->simulation;
	const struct spread *net = &simulation->net;
	char words[WORDS], low[FIGURE_MAX], high[FIGURE_MAX];

	chance_words(frame, simulation->p_net_positive,
		simulation->p_net_positive_error, words, sizeof(words));
	fact_draw(area, row,
		simulation->p_net_positive > 0.5 ? ROLE_YES : ROLE_NO,
		"odds of saving", words);
	chance_words(frame, simulation->p_pays, simulation->p_pays_error, words,
		sizeof(words));
	fact_draw(area, row + 1, ROLE_VALUE, "... and works", words);
	money_words(frame, net->p05, low, sizeof(low));
	money_words(frame, net->p95, high, sizeof(high));
	if (net->p05 < net->p95)
		snprintf(words, sizeof(words), "%s..%s", low, high);
	else
		snprintf(words, sizeof(words), "%s", low);
	fact_draw(area, row + 2, ROLE_VALUE, "net, 9 in 10", words);
}

/* What the figures rest on, or by how much they may move yet. */
static void draw_certainty(const struct frame *frame, struct area area, int row)
{
	const struct simulation *simulation = &frame->odds->simulation;
	char words[WORDS], money[FIGURE_MAX];

	if (frame->odds->sharp) {
		figure_ledger(money, sizeof(money), simulation->scenarios, "");
		snprintf(words, sizeof(words), "of %s scenarios", money);
	} else {
		money_words(frame, SPREAD_SURE * simulation->net.error, money,
			sizeof(money));
		snprintf(words, sizeof(words), "%s%s so far",
			canvas_ascii() ? "+-" : "±", money);
	}
	canvas_fit(area, row, 0, area.columns, TEXT_RIGHT, ROLE_DIM, words);
}

void odds_draw(const struct frame *frame, struct area area)
{
	int row;

	if (frame->odds->simulation.measures == 0) {
		canvas_wrap(area, 0, ROLE_DIM,
			"No figure is a range yet, so nothing is uncertain. "
			"Type a low and a high end, 1M to 3M, wherever you "
			"are not sure.");
		return;
	}
	row = draw_all_odds(frame, area);
	if (isnan(frame->odds->simulation.p_net_positive))
		return;
	row += area.rows - row > 6;
	draw_chances(frame, area, row);
	draw_certainty(frame, area, row + 3);
	row = verdict_line_draw(frame, area, row + 4) + 1;
	if (area.rows - row >= 6)
		histogram_draw(frame, area_rows(area, row, area.rows - row));
}

/* ---- what would flip it -------------------------------------------------- */

static int draw_flip(const struct frame *frame, struct area area, int row,
	const struct flip *flip)
{
	char words[WORDS];
	struct pen pen = frame_pen(frame, words, sizeof(words));

	say_flip(&pen, flip);
	canvas_put(area, row, 0, ROLE_DIM, canvas_ascii() ? "-" : "•");
	return canvas_wrap(
		area_columns(area, 2, area.columns - 2), row, ROLE_TEXT, words);
}

void flips_draw(const struct frame *frame, struct area area)
{
	const struct flips *flips = &frame->odds->flips;
	char words[WORDS];
	struct pen pen = frame_pen(frame, words, sizeof(words));
	int row;

	if (!has_pair(frame, area))
		return;
	if (flips->count == 0) {
		canvas_wrap(area, 0, ROLE_TEXT, FLIPS_NONE);
		return;
	}
	say_flips_lead(&pen);
	row = canvas_wrap(area, 0, ROLE_TEXT, words);
	for (int i = 0; i < flips->count && row < area.rows; i++)
		row = draw_flip(frame, area, row, &flips->flip[i]);
}

/* ---- what to measure first ----------------------------------------------- */

static int draw_measure(const struct frame *frame, struct area area, int row,
	const struct measure_first *measure, double most)
{
	char words[WORDS], money[FIGURE_MAX], bar[4 * CHART_COLUMNS];
	struct pen pen = frame_pen(frame, words, sizeof(words));
	int cells = area.columns < CHART_COLUMNS ? area.columns : CHART_COLUMNS;

	say_input(&pen, measure->place);
	money_words(frame, measure->value, money, sizeof(money));
	row = canvas_wrap(area, row, ROLE_TEXT, words);
	cells -= text_width(money) + 1;
	chart_bar(
		bar, sizeof(bar), measure->value, most, cells, canvas_ascii());
	canvas_put(area, row, 0, ROLE_UNSURE, bar);
	canvas_put(area, row, cells + 1, ROLE_VALUE, money);
	return row + 1;
}

/* A line each where there is little room. */
static void draw_measures_briefly(const struct frame *frame, struct area area)
{
	const struct simulation *simulation = &frame->odds->simulation;
	char words[WORDS], money[FIGURE_MAX];

	canvas_put(area, 0, 0, ROLE_DIM, "Measure first (worth at the most):");
	for (int i = 0; i < simulation->measures && i + 1 < area.rows; i++) {
		struct pen pen = frame_pen(frame, words, sizeof(words));

		if (!simulation_tells(simulation, &simulation->measure[i]))
			return;
		say_input(&pen, simulation->measure[i].place);
		money_words(frame, simulation->measure[i].value, money,
			sizeof(money));
		fact_draw(area, i + 1, ROLE_VALUE, words, money);
	}
}

void measures_draw(const struct frame *frame, struct area area)
{
	const struct simulation *simulation = &frame->odds->simulation;
	const struct measure_first *first = &simulation->measure[0];
	bool tells =
		simulation->measures > 0 && simulation_tells(simulation, first);
	char words[WORDS];
	struct pen pen = frame_pen(frame, words, sizeof(words));
	int row;

	if (tells && area.rows < 8) {
		draw_measures_briefly(frame, area);
		return;
	}
	say_measure_lead(&pen, frame->odds);
	row = canvas_wrap(area, 0, ROLE_DIM, words) + 1;
	for (int i = 0; i < simulation->measures && row + 2 <= area.rows; i++)
		if (simulation_tells(simulation, &simulation->measure[i]))
			row = draw_measure(frame, area, row,
				&simulation->measure[i], first->value);
}
