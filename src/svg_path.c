/*
 * The five questions as a path: solid as far as one gets, dashed beyond.
 */
#include <ctype.h>
#include <math.h>

#include "svg_parts.h"

enum { STATIONS = QUESTIONS + 1 };

#define STEP (SVG_WIDTH / STATIONS)
#define CENTRE 46.0 /* of the stations */
#define RADIUS 15.0
#define NAMES 86.0
#define ANSWERS (NAMES + SVG_LINE)
#define NOTES (ANSWERS + SVG_LINE)
#define HEIGHT (NOTES + 8)

bool svg_has_path(const struct report *report)
{
	return report->result->options > 0;
}

/* How many stations are reached: the first always is. */
static int reached(const struct result *result)
{
	int at = result->verdict.at;

	return at < 0 ? STATIONS : at + 1;
}

/* ---- in words ------------------------------------------------------------ */

static void describe(const struct svg *svg)
{
	const struct result *result = svg->report->result;
	int at = result->verdict.at;
	char words[SVG_WORDS];
	struct pen pen = svg_pen(svg->report, words, sizeof(words));

	if (at < 0) {
		say(&pen, "All five questions are answered yes: the path leads "
			  "to tuning.");
	} else {
		say(&pen, "The path stops at question ");
		say_whole(&pen, at + 1);
		say(&pen, ", ");
		say(&pen, question_names[at]);
		say(&pen, ".");
	}
	say(&pen, " The answers: ");
	for (int i = 0; i < QUESTIONS; i++) {
		say(&pen, i ? ", " : "");
		say(&pen, question_names[i]);
		say(&pen, " ");
		say(&pen, answer_names[result->gate[i].answer]);
		say(&pen, result->gate[i].followed ? "" : " (overruled)");
	}
	say(&pen, ".");
	svg_describe(svg, "The five questions", words);
}

/* ---- the stations -------------------------------------------------------- */

static double centre_of(int station)
{
	return STEP * (station + 0.5);
}

static void draw_yes(const struct svg *svg, double x)
{
	svg_path_begin(svg, "tn-sign");
	svg_point(svg, true, x - 6.5, CENTRE + 0.5);
	svg_point(svg, false, x - 2, CENTRE + 5.5);
	svg_point(svg, false, x + 7, CENTRE - 5);
	svg_path_end(svg, false);
}

static void draw_no(const struct svg *svg, double x)
{
	svg_line(svg, "tn-sign", x - 5.5, CENTRE - 5.5, x + 5.5, CENTRE + 5.5);
	svg_line(svg, "tn-sign", x - 5.5, CENTRE + 5.5, x + 5.5, CENTRE - 5.5);
}

static void draw_star(const struct svg *svg, double x)
{
	enum { POINTS = 10 };

	svg_path_begin(svg, "tn-star");
	for (int i = 0; i < POINTS; i++) {
		double angle = 2 * acos(-1) * i / POINTS;
		double radius = i % 2 ? 4 : 9.5;

		svg_point(svg, i == 0, x + radius * sin(angle),
			CENTRE - radius * cos(angle));
	}
	svg_path_end(svg, true);
}

static void draw_answer_sign(
	const struct svg *svg, double x, enum answer answer)
{
	if (answer == ANSWER_YES)
		draw_yes(svg, x);
	else if (answer == ANSWER_NO)
		draw_no(svg, x);
	else
		svg_text(svg, "tn-question", ANCHOR_MIDDLE, x, CENTRE + 7, "?",
			1);
}

static const char *station_class(const struct result *result, int station)
{
	if (station >= reached(result))
		return "tn-ahead";
	if (station == QUESTIONS || result->gate[station].answer == ANSWER_YES)
		return "tn-yes";
	return result->gate[station].answer == ANSWER_NO ? "tn-no"
							 : "tn-unsure";
}

static void draw_station(const struct svg *svg, int station)
{
	const struct result *result = svg->report->result;
	double x = centre_of(station);

	svg_circle(svg, station_class(result, station), x, CENTRE, RADIUS);
	if (station >= reached(result))
		return;
	if (station == QUESTIONS)
		draw_star(svg, x);
	else
		draw_answer_sign(svg, x, result->gate[station].answer);
}

static void draw_way(const struct svg *svg, int station)
{
	bool there = station < reached(svg->report->result);

	svg_line(svg, there ? "tn-way" : "tn-way tn-beyond",
		centre_of(station - 1) + RADIUS + 4, CENTRE,
		centre_of(station) - RADIUS - 4, CENTRE);
}

/* ---- their words --------------------------------------------------------- */

static void draw_name(const struct svg *svg, int station)
{
	bool there = station < reached(svg->report->result);
	char name[16];

	snprintf(name, sizeof(name), "%s",
		station < QUESTIONS ? question_names[station] : "tune");
	name[0] = (char)toupper((unsigned char)name[0]);
	svg_text(svg, there ? "tn-strong" : "tn-quiet", ANCHOR_MIDDLE,
		centre_of(station), NAMES, name, 9);
}

/* Answers beyond the stop stand in brackets: they did not decide. */
static void draw_answer(const struct svg *svg, int station)
{
	const struct gate *gate = &svg->report->result->gate[station];
	bool there = station < reached(svg->report->result);
	char words[16];

	snprintf(words, sizeof(words), there ? "%s" : "(%s)",
		answer_names[gate->answer]);
	svg_text(svg, there ? "" : "tn-quiet", ANCHOR_MIDDLE,
		centre_of(station), ANSWERS, words, 9);
	if (!gate->followed)
		svg_text(svg, "tn-quiet", ANCHOR_MIDDLE, centre_of(station),
			NOTES, "overruled", 9);
}

static void draw_stop(const struct svg *svg)
{
	int at = svg->report->result->verdict.at;

	if (at >= 0)
		svg_text(svg, "tn-strong", ANCHOR_MIDDLE, centre_of(at), 18,
			"stops here", 10);
}

void svg_path(FILE *out, const struct report *report)
{
	struct svg svg;

	if (!svg_has_path(report))
		return;
	svg = svg_begin(out, report, "tn-path", HEIGHT);
	describe(&svg);
	for (int i = 1; i < STATIONS; i++)
		draw_way(&svg, i);
	for (int i = 0; i < STATIONS; i++) {
		draw_station(&svg, i);
		draw_name(&svg, i);
		if (i < QUESTIONS)
			draw_answer(&svg, i);
	}
	draw_stop(&svg);
	svg_end(&svg);
}
