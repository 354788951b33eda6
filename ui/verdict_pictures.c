/*
 * The verdict's pictures: how the net saving is spread, and what moves it.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "view.h"

enum { WORDS = 600 };

static const enum role sides[] = {ROLE_NO, ROLE_YES};

static bool has_spread(const struct frame *frame, struct area area)
{
	char words[WORDS];
	struct pen pen = frame_pen(frame, words, sizeof(words));
	const struct simulation *simulation = &frame->odds->simulation;

	if (!isnan(simulation->net.p50) && simulation->measures > 0)
		return true;
	say_odds(&pen, frame->odds);
	canvas_wrap(area, 0, ROLE_DIM, words);
	return false;
}

/* ---- the distribution ---------------------------------------------------- */

/* Where the bars begin and end, and 0 between them; what lies beyond counts in
 * the bars at the ends. */
static void draw_axis(const struct frame *frame, struct area area, int row,
	int columns, int zero)
{
	const struct histogram *histogram = &frame->odds->simulation.histogram;
	double high = histogram->low + histogram->width * HISTOGRAM_BARS;
	char low_end[FIGURE_MAX], high_end[FIGURE_MAX];
	char left[FIGURE_MAX + 4], right[FIGURE_MAX + 4];

	money_words(frame, histogram->low, low_end, sizeof(low_end));
	money_words(frame, high, high_end, sizeof(high_end));
	snprintf(left, sizeof(left), "%s%s", canvas_ascii() ? "<=" : "≤",
		low_end);
	snprintf(right, sizeof(right), "%s%s", canvas_ascii() ? ">=" : "≥",
		high_end);
	canvas_put(area, row, 0, ROLE_DIM, left);
	canvas_fit(area, row, columns - text_width(right), text_width(right),
		TEXT_LEFT, ROLE_DIM, right);
	if (zero > text_width(left) && zero < columns - text_width(right) - 1)
		canvas_put(area, row, zero, ROLE_TITLE, "0");
}

void histogram_draw(const struct frame *frame, struct area area)
{
	const struct histogram *histogram = &frame->odds->simulation.histogram;
	struct chart chart;
	int zero;

	if (area.rows < 3 || histogram->width <= 0)
		return;
	chart_histogram(&chart, area.rows - 1, area.columns, histogram->share,
		HISTOGRAM_BARS, histogram_zero(histogram), canvas_ascii(),
		&zero);
	canvas_chart(area, &chart, sides);
	draw_axis(frame, area, area.rows - 1, chart.columns, zero);
}

static void draw_spread(const struct frame *frame, struct area area)
{
	char words[WORDS];
	struct pen pen = frame_pen(frame, words, sizeof(words));
	int row;

	if (!has_spread(frame, area))
		return;
	say_odds(&pen, frame->odds);
	say(&pen, " ");
	say_net_range(&pen, frame->odds);
	row = canvas_wrap(area, 0, ROLE_TEXT, words) + 1;
	histogram_draw(frame, area_rows(area, row, area.rows - row));
}

/* ---- the tornado --------------------------------------------------------- */

enum { SWINGS = CHART_ROWS };

/* Those that move anything, as many as fit. */
static int shown_swings(
	const struct tornado *tornado, int rows, struct chart_swing *out)
{
	int count = tornado_moving(tornado);

	count = count < rows ? count : rows;
	count = count < SWINGS ? count : SWINGS;
	for (int i = 0; i < count; i++)
		out[i] = (struct chart_swing){
			tornado->swing[i].net_low, tornado->swing[i].net_high};
	return count > 0 ? count : 0;
}

/* An option's name where there is room for it, else just its mark. */
static void draw_place(const struct frame *frame, struct area area, int row,
	struct place place)
{
	char words[WORDS];
	struct pen pen = frame_pen(frame, words, sizeof(words));

	say_input(&pen, place);
	if (place.option >= 0)
		canvas_put(area, row, 0, ROLE_SERIES_1 + place.option,
			chart_mark(place.option, canvas_ascii()));
	if (place.option >= 0 && text_width(words) > area.columns - 2)
		input_noun(place.input, words, sizeof(words));
	canvas_fit(
		area, row, 2, area.columns - 2, TEXT_LEFT, ROLE_LABEL, words);
}

static void draw_swing_words(const struct frame *frame, struct area area,
	int row, const struct swing *swing, int label, int bar)
{
	char low[FIGURE_MAX], high[FIGURE_MAX];

	draw_place(frame, area_columns(area, 0, label - 1), row, swing->place);
	money_words(
		frame, fmin(swing->net_low, swing->net_high), low, sizeof(low));
	money_words(frame, fmax(swing->net_low, swing->net_high), high,
		sizeof(high));
	canvas_fit(area, row, label + bar, 8, TEXT_RIGHT, ROLE_VALUE, low);
	canvas_fit(area, row, label + bar + 8, 8, TEXT_RIGHT, ROLE_VALUE, high);
}

static void draw_tornado(const struct frame *frame, struct area area)
{
	const struct tornado *tornado = &frame->odds->tornado;
	struct chart_swing swings[SWINGS];
	struct chart chart;
	int bar = (area.columns - 16) * 2 / 5, label = area.columns - 16 - bar;
	int count, row;

	if (!has_spread(frame, area))
		return;
	row = canvas_wrap(area, 0, ROLE_DIM,
		canvas_ascii()
			? "The net saving with one figure alone at its low (:) "
			  "or high (#) end."
			: "The net saving with one figure alone at its low "
			  "(▒) or high (█) end.");
	row += area.rows - row > 8;
	count = shown_swings(tornado, area.rows - row, swings);
	chart_tornado(&chart, bar, swings, count, frame->result->savings.net,
		canvas_ascii());
	canvas_chart(
		area_columns(area_rows(area, row, area.rows - row), label, bar),
		&chart, sides);
	for (int i = 0; i < count; i++)
		draw_swing_words(
			frame, area, row + i, &tornado->swing[i], label, bar);
}

/* ---- what next ----------------------------------------------------------- */

/* Side by side where there is room, else flips first. */
static void draw_next(const struct frame *frame, struct area area)
{
	int half = area.columns / 2;

	if (area.columns >= 60) {
		flips_draw(frame, area_columns(area, 0, half - 1));
		measures_draw(frame,
			area_columns(area, half + 1, area.columns - half - 1));
		return;
	}
	half = area.rows / 2;
	flips_draw(frame, area_rows(area, 0, half));
	measures_draw(frame, area_rows(area, half + 1, area.rows - half - 1));
}

/* ---- all of them --------------------------------------------------------- */

static const struct {
	const char *title;
	void (*draw)(const struct frame *frame, struct area area);
} pictures[PICTURES] = {
	[PICTURE_PATH] = {"The verdict", NULL},
	[PICTURE_SPREAD] = {"How the net saving is spread", draw_spread},
	[PICTURE_TORNADO] = {"What moves the net saving", draw_tornado},
	[PICTURE_CURVES] = {"Adding up, month by month", curves_draw},
	[PICTURE_MONEY] = {"Where the money goes", categories_draw},
	[PICTURE_NEXT] = {"What would flip it, what to measure", draw_next},
};

const char *picture_title(enum picture picture)
{
	return pictures[picture].title;
}

void picture_draw(
	const struct frame *frame, struct area area, enum picture picture)
{
	if (pictures[picture].draw)
		pictures[picture].draw(frame, area);
}

static void draw_boxed(
	const struct frame *frame, struct area area, enum picture picture)
{
	area = canvas_box(area, ROLE_FRAME, picture_title(picture));
	picture_draw(frame, area_inset(area, 0, 1), picture);
}

struct area pictures_place(const struct frame *frame, struct area area)
{
	enum { BOTH_FROM = 18 };
	int width = area.columns * 34 / 100;
	int upper = area.rows >= BOTH_FROM ? area.rows / 2 : area.rows;
	struct area column = area_columns(area, area.columns - width, width);

	if (area.columns < PICTURES_FROM)
		return area;
	draw_boxed(frame, area_rows(column, 0, upper), PICTURE_SPREAD);
	if (upper < area.rows)
		draw_boxed(frame, area_rows(column, upper, area.rows - upper),
			PICTURE_TORNADO);
	return area_columns(area, 0, area.columns - width);
}
