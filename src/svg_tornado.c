/*
 * What moves the net saving: a bar an input, the widest first.
 */
#include <math.h>
#include <string.h>

#include "odds_words.h"
#include "svg_parts.h"

enum { SWINGS = 10, STEPS = 4, NAMED = 3 };

#define LEGEND 16.0 /* foot of its words */
#define BASE 46.0   /* foot of the words of the base */
#define TOP 56.0    /* of the first row */
#define ROW 50.0
#define BAR 16.0
#define FOOT 30.0

struct picture {
	struct svg svg;
	const struct tornado *tornado;
	int count;
	double base; /* the net saving as it stands */
	struct svg_axis axis;
};

static int shown(const struct report *report)
{
	int moving = tornado_moving(&report->odds->tornado);

	return moving < SWINGS ? moving : SWINGS;
}

bool svg_has_tornado(const struct report *report)
{
	return report->result->baseline >= 0 && report->result->tuned >= 0 &&
	       shown(report) > 0;
}

static double least(const struct swing *swing)
{
	return fmin(swing->net_low, swing->net_high);
}

static double most(const struct swing *swing)
{
	return fmax(swing->net_low, swing->net_high);
}

/* ---- in words ------------------------------------------------------------ */

static void say_place(struct pen *pen, struct place place)
{
	char noun[64];

	if (place.option >= 0) {
		say_whole_name(pen, place.option);
		say(pen, "'s ");
	}
	input_noun(place.input, noun, sizeof(noun));
	say(pen, noun);
}

static void describe(const struct picture *picture)
{
	char words[SVG_WORDS];
	struct pen pen = svg_pen(picture->svg.report, words, sizeof(words));
	int named = picture->count < NAMED ? picture->count : NAMED;

	say(&pen, "The net saving is ");
	say_money(&pen, picture->base);
	say(&pen, " as it stands. One figure alone at the low and at the high "
		  "end of its range moves it, the widest first: ");
	for (int i = 0; i < named; i++) {
		const struct swing *swing = &picture->tornado->swing[i];

		say(&pen, i ? "; " : "");
		say_place(&pen, swing->place);
		say(&pen, " to ");
		say_money(&pen, swing->net_low);
		say(&pen, " and ");
		say_money(&pen, swing->net_high);
	}
	say(&pen, named < picture->count ? "; and so on." : ".");
	svg_describe(&picture->svg, "What moves the net saving", words);
}

/* ---- the frame ----------------------------------------------------------- */

/* From the least to the most, with room for their amounts on either side. */
static struct svg_axis axis_of(const struct picture *picture)
{
	double low = picture->base, high = picture->base;
	double left = 0, right = 0;
	struct svg_axis axis;

	for (int i = 0; i < picture->count; i++) {
		const struct swing *swing = &picture->tornado->swing[i];

		low = fmin(low, least(swing));
		high = fmax(high, most(swing));
		left = fmax(left,
			svg_width(svg_money_of(&picture->svg, least(swing))
					  .text));
		right = fmax(right,
			svg_width(
				svg_money_of(&picture->svg, most(swing)).text));
	}
	axis = svg_axis(low, high, STEPS);
	axis.from = left + 8;
	axis.to = SVG_WIDTH - right - 8;
	return axis;
}

static void draw_base(const struct picture *picture, double foot)
{
	char words[100];
	struct pen pen = svg_pen(picture->svg.report, words, sizeof(words));
	double x = svg_at(&picture->axis, picture->base), half;

	say(&pen, "as it stands ");
	say_money(&pen, picture->base);
	half = SVG_STRONG * svg_width(words) / 2;
	svg_line(&picture->svg, "tn-here", x, TOP - 4, x, foot);
	svg_text(&picture->svg, "tn-strong", ANCHOR_MIDDLE,
		fmin(fmax(x, half), SVG_WIDTH - half), BASE, words, 40);
}

static void draw_legend(const struct picture *picture)
{
	svg_legend(&picture->svg, FILL_LOSS, 0, LEGEND, "at its low end");
	svg_legend(&picture->svg, FILL_GAIN, SVG_WIDTH / 2, LEGEND,
		"at its high end");
}

/* ---- a row --------------------------------------------------------------- */

/* "4M to 6M", and a unit that both ends have once: "0% to 25% a year". */
static void range_words(
	const struct session *session, const struct swing *swing, char out[140])
{
	char low[64], high[64];
	size_t number, rest;

	input_value_words(
		session, swing->place.input, swing->low, low, sizeof(low));
	input_value_words(
		session, swing->place.input, swing->high, high, sizeof(high));
	number = strcspn(low, " /");
	rest = strlen(low + number);
	if (number > 0 && rest < strlen(high) &&
		!strcmp(high + strlen(high) - rest, low + number))
		low[number] = '\0';
	snprintf(out, 140, "%s to %s", low, high);
}

/* "requests per month", and quietly behind it the range. */
static void draw_input(
	const struct picture *picture, const struct swing *swing, double y)
{
	char noun[SVG_WORDS], range[140];
	struct pen pen = svg_pen(picture->svg.report, noun, sizeof(noun));
	struct svg_pair pair = {.words = noun, .quiet = range};

	say_place(&pen, swing->place);
	range_words(picture->svg.report->session, swing, range);
	svg_share(&pair, SVG_WIDTH - 8);
	svg_text_pair(&picture->svg, 0, y, &pair);
}

static void draw_side(
	const struct picture *picture, double y, double end, int fill)
{
	double a = svg_at(&picture->axis, picture->base);
	double b = svg_at(&picture->axis, end);

	svg_bar(&picture->svg, fill, fmin(a, b), y, fabs(b - a), BAR);
}

/* Where both ends lie on one side the nearer one stays seen. */
static void draw_sides(
	const struct picture *picture, const struct swing *swing, double y)
{
	bool far_low = fabs(swing->net_low - picture->base) >
		       fabs(swing->net_high - picture->base);

	draw_side(picture, y, far_low ? swing->net_low : swing->net_high,
		far_low ? FILL_LOSS : FILL_GAIN);
	draw_side(picture, y, far_low ? swing->net_high : swing->net_low,
		far_low ? FILL_GAIN : FILL_LOSS);
}

static void draw_amounts(
	const struct picture *picture, const struct swing *swing, double y)
{
	double left = svg_at(&picture->axis, fmin(least(swing), picture->base));
	double right = svg_at(&picture->axis, fmax(most(swing), picture->base));

	svg_text(&picture->svg, "", ANCHOR_END, left - 6, y,
		svg_money_of(&picture->svg, least(swing)).text, 20);
	svg_text(&picture->svg, "", ANCHOR_START, right + 6, y,
		svg_money_of(&picture->svg, most(swing)).text, 20);
}

static void draw_row(const struct picture *picture, int i)
{
	const struct swing *swing = &picture->tornado->swing[i];
	double y = TOP + ROW * i;

	draw_input(picture, swing, y + 18);
	draw_sides(picture, swing, y + 26);
	draw_amounts(picture, swing, y + 26 + BAR - 3);
}

void svg_tornado(FILE *out, const struct report *report)
{
	struct picture picture = {
		.tornado = &report->odds->tornado,
		.count = shown(report),
		.base = report->result->savings.net,
	};
	double foot = TOP + ROW * picture.count + 4;

	if (!svg_has_tornado(report))
		return;
	picture.svg = svg_begin(out, report, "tn-tornado", foot + FOOT);
	picture.axis = axis_of(&picture);
	describe(&picture);
	draw_legend(&picture);
	svg_grid(&picture.svg, &picture.axis, TOP - 4, foot);
	svg_amounts(&picture.svg, &picture.axis, foot);
	draw_base(&picture, foot);
	for (int i = 0; i < picture.count; i++)
		draw_row(&picture, i);
	svg_end(&picture.svg);
}
