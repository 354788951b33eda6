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

static void put_box(
	const struct svg *svg, double x, double y, double width, double height)
{
	attribute(svg, "x", x);
	attribute(svg, "y", y);
	attribute(svg, "width", fmax(width, 0));
	attribute(svg, "height", fmax(height, 0));
	fputs("/>\n", svg->out);
}

void svg_rect(const struct svg *svg, const char *class, double x, double y,
	double width, double height)
{
	fprintf(svg->out, "<rect class=\"%s\"", class);
	put_box(svg, x, y, width, height);
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

/* A tile of a fill: what is drawn on its colour, and how large it is. */
static const struct tile {
	int size;
	const char *strokes;
} tiles[] = {
	[CATEGORY_BUILD] = {8, ""},
	[CATEGORY_DATA] = {6, "M0 6L6 0M-1 1L1 -1M5 7L7 5"},
	[CATEGORY_EVALUATION] = {6, "M3 0V6"},
	[CATEGORY_TRAINING] = {7, "M0 0L7 7M0 7L7 0"},
	[CATEGORY_SERVING] = {9, ""},
	[CATEGORY_MAINTENANCE] = {6, "M0 3H6"},
	[CATEGORY_FAILURES] = {9, "M-1 8L1 10M0 0L9 9M8 -1L10 1"},
	[FILL_LOSS] = {6, "M0 6L6 0M-1 1L1 -1M5 7L7 5"},
	[FILL_GAIN] = {8, ""},
};

void svg_define_fill(const struct svg *svg, int fill)
{
	const struct tile *tile = &tiles[fill];

	fprintf(svg->out,
		"<defs><pattern id=\"%s-%d\" width=\"%d\" height=\"%d\" "
		"patternUnits=\"userSpaceOnUse\">",
		svg->id, fill, tile->size, tile->size);
	fprintf(svg->out, "<rect class=\"tn-f%d\" width=\"%d\" height=\"%d\"/>",
		fill, tile->size, tile->size);
	if (tile->strokes[0])
		fprintf(svg->out, "<path class=\"tn-stroke\" d=\"%s\"/>",
			tile->strokes);
	fputs("</pattern></defs>\n", svg->out);
}

void svg_bar(const struct svg *svg, int fill, double x, double y, double width,
	double height)
{
	if (!(width > 0))
		return;
	fprintf(svg->out, "<rect fill=\"url(#%s-%d)\"", svg->id, fill);
	put_box(svg, x, y, width, height);
}

void svg_legend(
	const struct svg *svg, int fill, double x, double y, const char *words)
{
	svg_bar(svg, fill, x, y - 12, 18, 14);
	svg_text(svg, "", ANCHOR_START, x + 26, y, words, 40);
}
