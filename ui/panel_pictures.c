/*
 * Pictures of the panel: money adding up over the months, and where it goes.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "view.h"

/* ---- curves ------------------------------------------------------------- */

static void curves_of(
	const struct result *result, struct chart_series series[], double *top)
{
	*top = 0;
	for (int i = 0; i < result->options; i++) {
		const double *value = result->option[i].ledger.cumulative;

		series[i] = (struct chart_series){
			.value = value, .count = result->horizon + 1};
		*top = fmax(*top, value[result->horizon]);
	}
	*top = chart_round_up(*top);
}

void curves_draw(const struct frame *frame, struct area area)
{
	enum { AXIS = 7 };
	const struct result *result = frame->result;
	struct chart_series series[SESSION_OPTIONS];
	struct chart chart;
	char label[FIGURE_MAX];
	double top;

	if (area.rows < CURVES_ROWS || area.columns < 20 || !result->options)
		return;
	curves_of(result, series, &top);
	if (canvas_braille())
		chart_dots(&chart, area.rows - 1, area.columns - AXIS, series,
			result->options, 0, top);
	else
		chart_curves(&chart, area.rows - 1, area.columns - AXIS, series,
			result->options, 0, top, canvas_ascii());
	canvas_chart(
		area_columns(area, AXIS, area.columns - AXIS), &chart, NULL);
	money_words(frame, top, label, sizeof(label));
	canvas_fit(area, 0, 0, AXIS - 1, TEXT_RIGHT, ROLE_DIM, label);
	canvas_fit(area, area.rows - 2, 0, AXIS - 1, TEXT_RIGHT, ROLE_DIM, "0");
	canvas_put(area, area.rows - 1, AXIS, ROLE_DIM, "now");
	snprintf(label, sizeof(label), "month %d", result->horizon);
	canvas_put(area, area.rows - 1, area.columns - text_width(label),
		ROLE_DIM, label);
}

/* ---- where the money goes ----------------------------------------------- */

/* The options whose columns fit: all, or of the two that are compared. */
struct shown {
	int option[SESSION_OPTIONS];
	int count;
};

enum { TITLE_CELLS = 13, MONEY_CELLS = 7 };

static struct shown shown_options(const struct result *result, int columns)
{
	int fit = (columns - TITLE_CELLS + 1) / MONEY_CELLS;
	struct shown shown = {.count = 0};

	if (result->options > fit) {
		if (result->baseline >= 0 && shown.count < fit)
			shown.option[shown.count++] = result->baseline;
		if (result->tuned >= 0 && shown.count < fit)
			shown.option[shown.count++] = result->tuned;
		return shown;
	}
	for (int i = 0; i < result->options; i++)
		shown.option[shown.count++] = i;
	return shown;
}

/* A line of the table: one category, or what there is no room for. */
struct money_line {
	const char *mark, *title;
	double amount[SESSION_OPTIONS];
};

static void add_category(
	const struct frame *frame, int category, struct money_line *line)
{
	for (int i = 0; i < frame->result->options; i++)
		line->amount[i] +=
			frame->result->option[i].ledger.by_category[category];
}

static void draw_line(struct area area, int row, const struct shown *shown,
	const struct money_line *line)
{
	canvas_put(area, row, 0, ROLE_TEXT, line->mark);
	canvas_fit(area, row, 2, TITLE_CELLS - 2, TEXT_LEFT, ROLE_LABEL,
		line->title);
	for (int i = 0; i < shown->count; i++) {
		int option = shown->option[i];
		char number[FIGURE_MAX];

		figure_short(number, sizeof(number), line->amount[option]);
		canvas_fit(area, row, TITLE_CELLS + i * MONEY_CELLS,
			MONEY_CELLS - 1, TEXT_RIGHT, ROLE_SERIES_1 + option,
			number);
	}
}

/* What it is at the most for an option that is shown. */
static double weight(
	const struct frame *frame, const struct shown *shown, int category)
{
	double most = 0;

	for (int i = 0; i < shown->count; i++)
		most = fmax(most, frame->result->option[shown->option[i]]
					  .ledger.by_category[category]);
	return most;
}

/* Of the chosen ones that which weighs least. */
static int lightest(const struct frame *frame, const struct shown *shown,
	const bool chosen[CATEGORIES])
{
	double least = INFINITY;
	int found = 0;

	for (int i = 0; i < CATEGORIES; i++) {
		double here = weight(frame, shown, i);

		if (!chosen[i] || here >= least)
			continue;
		least = here;
		found = i;
	}
	return found;
}

/* Where room is short the categories that weigh least stand in one line, so
 * that the columns still add up. The number of those with a line. */
static int choose_categories(const struct frame *frame,
	const struct shown *shown, int rows, bool chosen[CATEGORIES])
{
	int room = rows < CATEGORIES ? rows - 1 : CATEGORIES, count;

	for (int i = 0; i < CATEGORIES; i++)
		chosen[i] = true;
	for (count = CATEGORIES; count > room && count > 0; count--)
		chosen[lightest(frame, shown, chosen)] = false;
	return count;
}

void categories_draw(const struct frame *frame, struct area area)
{
	struct shown shown = shown_options(frame->result, area.columns);
	bool chosen[CATEGORIES];
	int count = choose_categories(frame, &shown, area.rows - 1, chosen);
	struct money_line rest = {.mark = " ", .title = "the others"};
	int row = 1;

	for (int i = 0; i < shown.count; i++)
		canvas_fit(area, 0, TITLE_CELLS + i * MONEY_CELLS,
			MONEY_CELLS - 1, TEXT_RIGHT,
			ROLE_SERIES_1 + shown.option[i],
			session_option_name(frame->session, shown.option[i]));
	for (int i = 0; i < CATEGORIES; i++) {
		struct money_line line = {
			.mark = chart_filling(i, canvas_ascii()),
			.title = category_names[i]};

		add_category(frame, i, chosen[i] ? &line : &rest);
		if (chosen[i])
			draw_line(area, row++, &shown, &line);
	}
	if (count < CATEGORIES)
		draw_line(area, row, &shown, &rest);
}
