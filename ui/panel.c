/*
 * The live panel: what each option costs, and what follows, beside every
 * question. It is drawn from this turn's result, so it cannot be stale; what
 * the last edit changed stands beside the new figure.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "hits.h"
#include "view.h"

enum { WORDS = 200 };

void money_words(
	const struct frame *frame, double value, char *out, size_t size)
{
	figure_money(out, size, value, session_currency(frame->session));
}

/* Largest total, for one scale of all bars. */
static double most(const struct result *result)
{
	double most = 0;

	for (int i = 0; i < result->options; i++)
		most = fmax(most, result->option[i].ledger.total_pv);
	return most;
}

/* ---- bars --------------------------------------------------------------- */

static const char *const obstacle_words[OBSTACLES] = {
	[OBSTACLE_QUALITY] = "misses the bar",
	[OBSTACLE_NOT_MEASURED] = "not measured",
	[OBSTACLE_LATENCY] = "too slow",
	[OBSTACLE_API_RULED_OUT] = "ruled out",
};

static const char *first_obstacle(const struct option_result *option)
{
	for (int i = 0; i < OBSTACLES; i++)
		if (option->obstacle[i])
			return obstacle_words[i];
	return "";
}

/* The change with the last edit, "+$12k", or "" where there is none to tell. */
static void delta_words(const struct frame *frame, double now, double before,
	char *out, size_t size)
{
	char money[FIGURE_MAX];

	out[0] = '\0';
	if (!frame->before || fabs(now - before) < 0.5 ||
		fabs(now - before) < fabs(before) * 1e-4)
		return;
	money_words(frame, now - before, money, sizeof(money));
	snprintf(out, size, "%s%s", now > before ? "+" : "", money);
}

static void option_delta(
	const struct frame *frame, int option, char *out, size_t size)
{
	out[0] = '\0';
	if (frame->before && frame->before->options == frame->result->options)
		delta_words(frame,
			frame->result->option[option].ledger.total_pv,
			frame->before->option[option].ledger.total_pv, out,
			size);
}

void option_draw(const struct frame *frame, struct area area, int row,
	int option, const char *figure)
{
	const struct result *result = frame->result;
	bool best = option == result->baseline || option == result->tuned;
	int room = area.columns - text_width(figure);
	bool alert = has_alert(frame, option);

	canvas_put(area, row, 0, ROLE_SERIES_1 + option,
		chart_mark(option, canvas_ascii()));
	room -= alert ? 2 : 0;
	canvas_fit(area, row, 2, room - 3, TEXT_LEFT,
		best ? ROLE_TITLE : ROLE_TEXT,
		session_option_name(frame->session, option));
	if (alert)
		canvas_put(area, row, room, ROLE_UNSURE, "!");
	canvas_put(area, row, area.columns - text_width(figure), ROLE_VALUE,
		figure);
}

static void draw_total(
	const struct frame *frame, struct area area, int row, int option)
{
	char money[FIGURE_MAX];

	money_words(frame, frame->result->option[option].ledger.total_pv, money,
		sizeof(money));
	option_draw(frame, area, row, option, money);
}

/* The bar is split into the seven categories by its fillings. */
static void draw_bar(const struct frame *frame, struct area area, int row,
	int option, int cells)
{
	const struct ledger *ledger = &frame->result->option[option].ledger;
	signed char shares[CHART_COLUMNS];

	if (cells > CHART_COLUMNS)
		cells = CHART_COLUMNS;
	chart_shares(ledger->by_category, CATEGORIES, most(frame->result),
		cells, shares);
	for (int i = 0; i < cells; i++)
		if (shares[i] >= 0)
			canvas_put(area, row, i, ROLE_SERIES_1 + option,
				chart_filling(shares[i], canvas_ascii()));
}

/* What stands behind a bar: what moved, else why it will not do. */
static enum role bar_words(
	const struct frame *frame, int option, char *out, size_t size)
{
	option_delta(frame, option, out, size);
	if (*out)
		return ROLE_CHANGED;
	snprintf(out, size, "%s",
		first_obstacle(&frame->result->option[option]));
	return ROLE_NO;
}

/* Cells of the longest words behind a bar, so that all bars have one scale. */
static int words_beside(const struct frame *frame)
{
	char words[WORDS];
	int longest = 0;

	for (int i = 0; i < frame->result->options; i++) {
		bar_words(frame, i, words, sizeof(words));
		if (text_width(words) > longest)
			longest = text_width(words);
	}
	return longest;
}

static void draw_option(const struct frame *frame, struct area area, int row,
	int option, int beside)
{
	char words[WORDS];
	enum role role = bar_words(frame, option, words, sizeof(words));

	draw_total(frame, area, row, option);
	draw_bar(frame, area, row + 1, option, area.columns - beside - 1);
	canvas_fit(area, row + 1, area.columns - beside, beside, TEXT_RIGHT,
		role, words);
}

static int draw_options(const struct frame *frame, struct area area, int row)
{
	int options = frame->result->options;
	bool bars = options * 2 <= area.rows - 6;
	int beside = words_beside(frame);

	for (int i = 0; i < options; i++) {
		if (bars)
			draw_option(frame, area, row, i, beside);
		else
			draw_total(frame, area, row, i);
		row += bars ? 2 : 1;
	}
	if (!options)
		row = canvas_wrap(area, row, ROLE_DIM,
			"No options yet: press o, then ^N.");
	return row;
}

/* ---- what follows ------------------------------------------------------- */

void fact_draw(struct area area, int row, enum role role, const char *label,
	const char *value)
{
	int room = area.columns - text_width(value);

	canvas_fit(area, row, 0, room - 1, TEXT_LEFT, ROLE_LABEL, label);
	canvas_put(area, row, room, role, value);
}

static void net_words(
	const struct frame *frame, int room, char *out, size_t size)
{
	const struct savings *savings = &frame->result->savings;
	char net[FIGURE_MAX], delta[WORDS];

	money_words(frame, savings->net, net, sizeof(net));
	delta[0] = '\0';
	if (frame->before && !isnan(frame->before->savings.net))
		delta_words(frame, savings->net, frame->before->savings.net,
			delta, sizeof(delta));
	snprintf(out, size, "%s%s%s%s", net, *delta ? " (" : "", delta,
		*delta ? ")" : "");
	if (*delta && text_width(out) > room)
		snprintf(out, size, "%s %s", net, delta);
}

static bool has_chance(const struct frame *frame)
{
	return frame->waits || frame->odds->simulation.measures > 0;
}

/* How likely a net saving is, unless nothing is uncertain. */
static int draw_chance(const struct frame *frame, struct area area, int row)
{
	const struct simulation *simulation = &frame->odds->simulation;
	enum role role = ROLE_NO;
	char words[WORDS];

	if (!has_chance(frame))
		return row;
	if (frame->waits) {
		role = ROLE_DIM;
		snprintf(words, sizeof(words), "%s", waiting_words());
	} else {
		if (simulation->p_net_positive > 0.5)
			role = ROLE_YES;
		chance_words(frame, simulation->p_net_positive,
			simulation->p_net_positive_error, words, sizeof(words));
	}
	fact_draw(area, row, role, "odds of saving", words);
	return row + 1;
}

static void payback_words(const struct savings *savings, char *out, size_t size)
{
	if (savings->payback_month < 0)
		snprintf(out, size, "never");
	else if (savings->payback_month == 0)
		snprintf(out, size, "at once");
	else
		snprintf(out, size, "in month %d", savings->payback_month);
}

static void break_even_words(
	const struct savings *savings, char *out, size_t size)
{
	char number[FIGURE_MAX];

	if (isnan(savings->break_even_requests)) {
		snprintf(out, size, "at %s volume",
			savings->net > 0 ? "any" : "no");
		return;
	}
	figure_short(number, sizeof(number), savings->break_even_requests);
	snprintf(out, size, "%s %s/month",
		savings->break_even_side == SIDE_BELOW ? "below" : "above",
		number);
}

static int draw_savings(const struct frame *frame, struct area area, int row)
{
	const struct result *result = frame->result;
	const struct savings *savings = &result->savings;
	const char *net = "net saving";
	char words[WORDS];

	if (result->baseline < 0 || result->tuned < 0)
		return canvas_wrap(area, row, ROLE_DIM,
			"Add a prompted and a tuned option to compare them.");
	net_words(frame, area.columns - text_width(net) - 1, words,
		sizeof(words));
	fact_draw(
		area, row++, savings->net > 0 ? ROLE_YES : ROLE_NO, net, words);
	row = draw_chance(frame, area, row);
	payback_words(savings, words, sizeof(words));
	fact_draw(area, row++, ROLE_VALUE, "pays back", words);
	break_even_words(savings, words, sizeof(words));
	fact_draw(area, row++, ROLE_VALUE, "saves", words);
	return row;
}

/* ---- pages --------------------------------------------------------------- */

static void draw_rest(const struct frame *frame, struct area area, int row)
{
	row = draw_savings(frame, area, row);
	row = verdict_line_draw(frame, area, row) + 1;
	curves_draw(frame, area_rows(area, row, area.rows - row));
}

static void draw_cost(const struct frame *frame, struct area area)
{
	draw_rest(
		frame, area, draw_options(frame, area, 0) + (area.rows >= 12));
}

/* Where there is no room for both the picture stays: what follows from it
 * stands on the first page, too. */
static void draw_curves(const struct frame *frame, struct area area)
{
	int facts = 4 + has_chance(frame);
	int picture = area.rows - facts - 1;

	if (picture < CURVES_ROWS) {
		curves_draw(frame, area);
		return;
	}
	verdict_line_draw(
		frame, area, draw_savings(frame, area, area.rows - facts));
	curves_draw(frame, area_rows(area, 0, picture));
}

static void draw_money(const struct frame *frame, struct area area)
{
	categories_draw(frame, area);
	draw_rest(frame, area, 2 + CATEGORIES);
}

static const struct {
	const char *title;
	bool over; /* followed by the horizon */
	void (*draw)(const struct frame *frame, struct area area);
} pages[PANEL_PAGES] = {
	[PANEL_COST] = {"Cost over", true, draw_cost},
	[PANEL_CURVES] = {"Adding up,", true, draw_curves},
	[PANEL_MONEY] = {"Money by use,", true, draw_money},
	[PANEL_ODDS] = {"The odds over", true, odds_draw},
	[PANEL_FLIPS] = {"What would flip it", false, flips_draw},
	[PANEL_MEASURE] = {"Measure first", false, measures_draw},
};

/* ---- the whole ----------------------------------------------------------- */

void panel_draw(
	const struct ui *ui, const struct frame *frame, struct area area)
{
	char title[WORDS];
	int page = ui->panel_page, row;

	if (pages[page].over)
		snprintf(title, sizeof(title), "%s %d months",
			pages[page].title, frame->result->horizon);
	else
		snprintf(title, sizeof(title), "%s", pages[page].title);
	hit_command(area, CMD_PANEL);
	area = area_inset(canvas_box(area, ROLE_FRAME, title), 0, 1);
	row = none_feasible_draw(frame, area, 0);
	pages[page].draw(frame, area_rows(area, row, area.rows - row));
}

static int panel_width(int columns)
{
	int width = columns * 38 / 100;

	if (width < 30)
		return 29;
	return width > 58 ? 58 : width;
}

struct area panel_place(
	struct ui *ui, const struct frame *frame, struct area area)
{
	int width = panel_width(area.columns);
	int form = area.rows * 3 / 5;

	ui->narrow = area.columns < PANEL_FROM && area.rows < PANEL_UNDER;
	if (area.columns >= PANEL_FROM) {
		panel_draw(ui, frame,
			area_columns(area, area.columns - width, width));
		return area_columns(area, 0, area.columns - width);
	}
	if (!ui->narrow) {
		panel_draw(ui, frame, area_rows(area, form, area.rows - form));
		return area_rows(area, 0, form);
	}
	if (!ui->panel_open)
		return area;
	panel_draw(ui, frame, area);
	canvas_cursor(area, 0, 2);
	return area_rows(area, 0, 0);
}
