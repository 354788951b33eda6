/*
 * What the pictures are made of: elements, words, axes.
 *
 * A picture is SVG_WIDTH units wide and as high as it has to be. Its text has
 * 14 units; on a narrow screen, where everything shrinks, it has 17 (svg_style
 * says so), and the room for words is reckoned with these.
 *
 * Coordinates are rounded to a tenth and never written as anything but digits,
 * whatever the figures behind them.
 */
#ifndef SRC_SVG_PARTS_H
#define SRC_SVG_PARTS_H

#include "figure.h"
#include "pen.h"
#include "svg.h"

#define SVG_WIDTH 560.0
#define SVG_CELL 9.8    /* units of a character on a narrow screen */
#define SVG_STRONG 1.15 /* times as wide are strong words */
#define SVG_LINE 20.0   /* ... and from one line of words to the next */

enum { SVG_WORDS = 40000 }; /* bytes of a description with whole names */

struct svg {
	FILE *out;
	const struct report *report;
	const char *id; /* of this picture: "tn-curves" */
};

/* Where a text stands: from there on, around there, up to there. */
enum anchor { ANCHOR_START, ANCHOR_MIDDLE, ANCHOR_END };

/* ---- elements (svg_parts.c) -----------------------------------------------
 */

/* The picture's frame, title and description; svg_end() closes it. */
struct svg svg_begin(
	FILE *out, const struct report *report, const char *id, double height);
void svg_describe(const struct svg *svg, const char *title, const char *words);
void svg_end(const struct svg *svg);

/* A group, whose name is shown to whoever points at it. */
void svg_group(const struct svg *svg, const char *class, const char *name);
void svg_group_end(const struct svg *svg);

/* Between the two stands the path that a group is cut to; one a picture. The
 * group follows, and is ended like any other. */
void svg_clip_begin(const struct svg *svg);
void svg_clip_end(const struct svg *svg);

/* A class is one or several of those in svg_style. */
void svg_line(const struct svg *svg, const char *class, double x1, double y1,
	double x2, double y2);
void svg_circle(
	const struct svg *svg, const char *class, double x, double y, double r);

/* A path: begin, points (the first one is moved to), end. Closed ones end
 * where they began. */
void svg_path_begin(const struct svg *svg, const char *class);
void svg_point(const struct svg *svg, bool first, double x, double y);
void svg_path_end(const struct svg *svg, bool closed);

/* One line of words at (x, y), the foot of its letters; no more than so many
 * characters, the last of them an ellipsis if more there were. */
void svg_text(const struct svg *svg, const char *class, enum anchor anchor,
	double x, double y, const char *words, int cells);

/* The same with a second part in a quiet colour behind it. */
struct svg_pair {
	const char *words, *quiet;
	int cells, quiet_cells;
};
void svg_text_pair(
	const struct svg *svg, double x, double y, const struct svg_pair *pair);

/* Share out so many units: the quiet part is cut only where it takes more than
 * half of them, and the first part where it takes more than the rest. */
void svg_share(struct svg_pair *pair, double width);

/* The mark of a series, as chart_mark() has it. */
void svg_mark(const struct svg *svg, int series, double x, double y);

/* A fill that is told apart without colour: a category's, or one of two sides.
 */
enum { FILL_LOSS = CATEGORIES, FILL_GAIN };
/* A bar of that fill; none if it has no width. */
void svg_bar(const struct svg *svg, int fill, double x, double y, double width,
	double height);
/* Only the strokes that tell it apart, over what is drawn there. */
void svg_hatch(const struct svg *svg, int fill, double x, double y,
	double width, double height);
/* A sample of a fill and what it means. */
void svg_legend(
	const struct svg *svg, int fill, double x, double y, const char *words);

/* ---- words (svg_words.c) --------------------------------------------------
 */

/* Any text, made harmless and escaped, for text and attributes alike. */
void svg_words(FILE *out, const char *words);
/* A coordinate. */
void svg_number(FILE *out, double value);

/* Units that a text takes at the most, on a narrow screen. */
double svg_width(const char *words);
/* Characters of a long text that fit into so many units. */
int svg_cells(double width);

/* An amount in the session's currency, in three digits. */
struct svg_money {
	char text[64];
};
struct svg_money svg_money_of(const struct svg *svg, double value);

/* A pen for a description of this report; names are to be said whole, with
 * say_whole_name(). */
struct pen svg_pen(const struct report *report, char *out, size_t size);
void say_whole_name(struct pen *pen, int option);
/* "1 month", "24 months" */
void say_months(struct pen *pen, int months);

/* ---- axes (svg_axis.c) ----------------------------------------------------
 */

/* Values low..high lie at from..to; ticks at multiples of step. */
struct svg_axis {
	double low, high, step;
	double from, to;
};

/* With about so many steps, all of them round. The ends are as given, or the
 * next ticks outside with svg_axis_round(). */
struct svg_axis svg_axis(double low, double high, int steps);
struct svg_axis svg_axis_round(double low, double high, int steps);

/* Where a value lies; those beyond the ends lie at the ends. */
double svg_at(const struct svg_axis *axis, double value);

/* The ticks: first is the least index; the value is index x step. */
double svg_tick_first(const struct svg_axis *axis);
bool svg_tick_is_inside(const struct svg_axis *axis, double index);

/* Of a horizontal axis at y: grid lines up to top, and the amounts below it,
 * which are to be drawn on top of any line there. */
void svg_grid(const struct svg *svg, const struct svg_axis *axis, double top,
	double y);
void svg_amounts(const struct svg *svg, const struct svg_axis *axis, double y);

/* Move places apart until they stand a gap from each other, no farther than
 * needed and within low..high, if there is room; their order stays. */
void svg_spread_out(
	double *place, int count, double gap, double low, double high);

#endif
