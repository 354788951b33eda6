#include "svg_parts.h"

#include <math.h>
#include <string.h>

#include "report_page.h"

/* ---- the frame ----------------------------------------------------------- */

static void attribute(const struct svg *svg, const char *name, double value)
{
	fprintf(svg->out, " %s=\"", name);
	svg_number(svg->out, value);
	putc('"', svg->out);
}

struct svg svg_begin(
	FILE *out, const struct report *report, const char *id, double height)
{
	fputs("<svg class=\"tn\" xmlns=\"http://www.w3.org/2000/svg\" "
	      "viewBox=\"0 0 ",
		out);
	svg_number(out, SVG_WIDTH);
	putc(' ', out);
	svg_number(out, height);
	fprintf(out, "\" role=\"img\" aria-labelledby=\"%s-title %s-desc\">\n",
		id, id);
	return (struct svg){.out = out, .report = report, .id = id};
}

void svg_describe(const struct svg *svg, const char *title, const char *words)
{
	fprintf(svg->out, "<title id=\"%s-title\">", svg->id);
	svg_words(svg->out, title);
	fprintf(svg->out, "</title>\n<desc id=\"%s-desc\">", svg->id);
	svg_words(svg->out, words);
	fputs("</desc>\n", svg->out);
}

void svg_end(const struct svg *svg)
{
	fputs("</svg>\n", svg->out);
}

void svg_group(const struct svg *svg, const char *class, const char *name)
{
	fprintf(svg->out, "<g class=\"%s\"><title>", class);
	svg_words(svg->out, name);
	fputs("</title>\n", svg->out);
}

void svg_group_end(const struct svg *svg)
{
	fputs("</g>\n", svg->out);
}

void svg_clip_begin(const struct svg *svg)
{
	fprintf(svg->out, "<clipPath id=\"%s-clip\">", svg->id);
}

void svg_clip_end(const struct svg *svg)
{
	fprintf(svg->out, "</clipPath>\n<g clip-path=\"url(#%s-clip)\">\n",
		svg->id);
}

/* ---- shapes -------------------------------------------------------------- */

void svg_line(const struct svg *svg, const char *class, double x1, double y1,
	double x2, double y2)
{
	fprintf(svg->out, "<line class=\"%s\"", class);
	attribute(svg, "x1", x1);
	attribute(svg, "y1", y1);
	attribute(svg, "x2", x2);
	attribute(svg, "y2", y2);
	fputs("/>\n", svg->out);
}

void svg_circle(
	const struct svg *svg, const char *class, double x, double y, double r)
{
	fprintf(svg->out, "<circle class=\"%s\"", class);
	attribute(svg, "cx", x);
	attribute(svg, "cy", y);
	attribute(svg, "r", r);
	fputs("/>\n", svg->out);
}

void svg_path_begin(const struct svg *svg, const char *class)
{
	fprintf(svg->out, "<path class=\"%s\" d=\"", class);
}

void svg_point(const struct svg *svg, bool first, double x, double y)
{
	putc(first ? 'M' : 'L', svg->out);
	svg_number(svg->out, x);
	putc(' ', svg->out);
	svg_number(svg->out, y);
}

void svg_path_end(const struct svg *svg, bool closed)
{
	fputs(closed ? "Z\"/>\n" : "\"/>\n", svg->out);
}

/* ---- words in the picture ------------------------------------------------ */

static const char *const anchors[] = {
	[ANCHOR_START] = "",
	[ANCHOR_MIDDLE] = " text-anchor=\"middle\"",
	[ANCHOR_END] = " text-anchor=\"end\"",
};

/* Cleaned before it is cut: what is shown is what is measured. */
static void put_fitted(const struct svg *svg, const char *words, int cells)
{
	char clean[PAGE_BYTES], fitted[PAGE_BYTES];
	size_t length;

	text_clean(clean, sizeof(clean), words);
	length = text_fit(
		fitted, sizeof(fitted), clean, cells, TEXT_LEFT, false);
	while (length > 0 && fitted[length - 1] == ' ')
		fitted[--length] = '\0';
	svg_words(svg->out, fitted);
}

static void begin_text(const struct svg *svg, const char *class,
	enum anchor anchor, double x, double y)
{
	fputs("<text", svg->out);
	if (class[0])
		fprintf(svg->out, " class=\"%s\"", class);
	fputs(anchors[anchor], svg->out);
	attribute(svg, "x", x);
	attribute(svg, "y", y);
	putc('>', svg->out);
}

void svg_text(const struct svg *svg, const char *class, enum anchor anchor,
	double x, double y, const char *words, int cells)
{
	begin_text(svg, class, anchor, x, y);
	put_fitted(svg, words, cells);
	fputs("</text>\n", svg->out);
}

void svg_text_pair(
	const struct svg *svg, double x, double y, const struct svg_pair *pair)
{
	begin_text(svg, "", ANCHOR_START, x, y);
	put_fitted(svg, pair->words, pair->cells);
	if (pair->quiet[0]) {
		fputs("<tspan class=\"tn-quiet\" dx=\"8\">", svg->out);
		put_fitted(svg, pair->quiet, pair->quiet_cells);
		fputs("</tspan>", svg->out);
	}
	fputs("</text>\n", svg->out);
}

void svg_share(struct svg_pair *pair, double width)
{
	int all = svg_cells(width) - 1, half = all / 2;
	int first = text_width(pair->words), quiet = text_width(pair->quiet);

	pair->cells = quiet < half ? all - quiet : half;
	pair->cells = first < pair->cells ? first : pair->cells;
	pair->quiet_cells = all - pair->cells;
}

/* ---- marks and fills ----------------------------------------------------- */

/* The corners of a mark's shape; none: it is round. */
struct polygon {
	int corners;
	double x[4], y[4];
};

static const struct polygon shapes[] = {
	{0, {0}, {0}},
	{4, {0, 5.5, 0, -5.5}, {-5.5, 0, 5.5, 0}},
	{3, {0, 5.2, -5.2}, {-5.2, 4, 4}},
	{4, {-4, 4, 4, -4}, {-4, -4, 4, 4}},
};

/* Full and hollow in turn. */
void svg_mark(const struct svg *svg, int series, double x, double y)
{
	const struct polygon *shape = &shapes[series % SESSION_OPTIONS / 2];
	char class[40];

	snprintf(class, sizeof(class), "tn-mark tn-o%d%s", series + 1,
		series % 2 ? " tn-hollow" : "");
	if (shape->corners == 0) {
		svg_circle(svg, class, x, y, 4.5);
		return;
	}
	svg_path_begin(svg, class);
	for (int i = 0; i < shape->corners; i++)
		svg_point(svg, i == 0, x + shape->x[i], y + shape->y[i]);
	svg_path_end(svg, true);
}

/*
 * What is drawn on a fill's colour: lines across.x * x + across.y * y = n *
 * step, in one direction or two. (Not <pattern>: browsers print each use of
 * one as a picture of a whole page, ten megabytes a report.)
 */
struct direction {
	double x, y;
};

#define RISING                                                                 \
	{                                                                      \
		1, 1                                                           \
	} /* y points down */
#define FALLING                                                                \
	{                                                                      \
		1, -1                                                          \
	}
#define UPRIGHT                                                                \
	{                                                                      \
		1, 0                                                           \
	}
#define LEVEL                                                                  \
	{                                                                      \
		0, 1                                                           \
	}

static const struct hatching {
	double step; /* 0: none */
	int count;
	struct direction across[2];
} hatchings[] = {
	[CATEGORY_BUILD] = {0},
	[CATEGORY_DATA] = {6, 1, {RISING}},
	[CATEGORY_EVALUATION] = {6, 1, {UPRIGHT}},
	[CATEGORY_TRAINING] = {7, 2, {RISING, FALLING}},
	[CATEGORY_SERVING] = {0},
	[CATEGORY_MAINTENANCE] = {6, 1, {LEVEL}},
	[CATEGORY_FAILURES] = {9, 1, {FALLING}},
	[FILL_LOSS] = {6, 1, {RISING}},
	[FILL_GAIN] = {0},
};

struct box {
	double left, top, right, bottom;
};

/* The line of that value within the box. */
static void put_stroke(const struct svg *svg, const struct box *box,
	struct direction across, double value)
{
	double left = box->left, right = box->right;

	if (across.y == 0) {
		svg_point(svg, true, value, box->top);
		svg_point(svg, false, value, box->bottom);
		return;
	}
	if (across.x != 0) {
		double one = value - across.y * box->top;
		double other = value - across.y * box->bottom;

		left = fmax(left, fmin(one, other));
		right = fmin(right, fmax(one, other));
	}
	svg_point(svg, true, left, across.y * (value - across.x * left));
	svg_point(svg, false, right, across.y * (value - across.x * right));
}

/* The path begins with the first stroke that is there. */
static void put_strokes(const struct svg *svg, const struct box *box,
	struct direction across, double step, bool *begun)
{
	double one = across.x * box->left + across.y * box->top;
	double other = across.x * box->right + across.y * box->bottom;
	double third = across.x * box->left + across.y * box->bottom;
	double fourth = across.x * box->right + across.y * box->top;
	double last = fmax(fmax(one, other), fmax(third, fourth));
	double first = fmin(fmin(one, other), fmin(third, fourth));

	for (double n = floor(first / step) + 1; n * step < last; n++) {
		if (!*begun)
			svg_path_begin(svg, "tn-stroke");
		*begun = true;
		put_stroke(svg, box, across, n * step);
	}
}

void svg_hatch(const struct svg *svg, int fill, double x, double y,
	double width, double height)
{
	const struct hatching *hatching = &hatchings[fill];
	const struct box box = {x, y, x + width, y + height};
	bool begun = false;

	for (int i = 0; i < hatching->count; i++)
		put_strokes(
			svg, &box, hatching->across[i], hatching->step, &begun);
	if (begun)
		svg_path_end(svg, false);
}

void svg_bar(const struct svg *svg, int fill, double x, double y, double width,
	double height)
{
	if (!(width > 0))
		return;
	fprintf(svg->out, "<rect class=\"tn-f%d\"", fill);
	attribute(svg, "x", x);
	attribute(svg, "y", y);
	attribute(svg, "width", width);
	attribute(svg, "height", fmax(height, 0));
	fputs("/>\n", svg->out);
	svg_hatch(svg, fill, x, y, width, height);
}

void svg_legend(
	const struct svg *svg, int fill, double x, double y, const char *words)
{
	svg_bar(svg, fill, x, y - 12, 18, 14);
	svg_text(svg, "", ANCHOR_START, x + 26, y, words, 40);
}
