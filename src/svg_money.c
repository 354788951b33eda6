/*
 * Where the money goes: a bar an option, in seven categories.
 */
#include <math.h>

#include "report_memo.h"
#include "svg_parts.h"

#define ROW 78.0 /* from one option to the next */
#define BAR 22.0 /* height of a bar */
#define LEGEND_COLUMNS 3
#define LEGEND_LINE 24.0

static const char *const names[CATEGORIES] = {
	[CATEGORY_BUILD] = "building it",
	[CATEGORY_DATA] = "data, labels",
	[CATEGORY_EVALUATION] = "evaluation",
	[CATEGORY_TRAINING] = "training runs",
	[CATEGORY_SERVING] = "serving",
	[CATEGORY_MAINTENANCE] = "maintenance",
	[CATEGORY_FAILURES] = "failures",
};

static double highest(const struct result *result)
{
	double highest = 0;

	for (int i = 0; i < result->options; i++)
		highest = fmax(highest, result->option[i].ledger.total_pv);
	return highest;
}

bool svg_has_money(const struct report *report)
{
	return highest(report->result) > 0;
}

/* ---- in words ------------------------------------------------------------ */

static int largest(const struct ledger *ledger)
{
	int found = 0;

	for (int i = 1; i < CATEGORIES; i++)
		if (ledger->by_category[i] > ledger->by_category[found])
			found = i;
	return found;
}

static void say_option(struct pen *pen, int option)
{
	const struct ledger *ledger = &pen->result->option[option].ledger;
	int most = largest(ledger);

	say_whole_name(pen, option);
	say(pen, " ");
	say_money(pen, ledger->total_pv);
	if (!(ledger->by_category[most] > 0))
		return;
	say(pen, ", most of it for ");
	say(pen, names[most]);
	say(pen, " (");
	say_money(pen, ledger->by_category[most]);
	say(pen, ")");
}

static void describe(const struct svg *svg)
{
	char words[SVG_WORDS];
	struct pen pen = svg_pen(svg->report, words, sizeof(words));

	say(&pen, "In present value over ");
	say_months(&pen, svg->report->result->horizon);
	say(&pen, ": ");
	for (int i = 0; i < svg->report->result->options; i++) {
		say(&pen, i ? "; " : "");
		say_option(&pen, i);
	}
	say(&pen, ".");
	svg_describe(svg, "Where the money goes", words);
}

/* ---- a bar --------------------------------------------------------------- */

/* Name, what it misses, and the total on the right. */
static void draw_heading(const struct svg *svg, int option, double y)
{
	const struct option_result *result =
		&svg->report->result->option[option];
	struct svg_money total = svg_money_of(svg, result->ledger.total_pv);
	const char *reasons[OBSTACLES];
	char quiet[100];
	struct pen pen = svg_pen(svg->report, quiet, sizeof(quiet));
	int count = 0;
	struct svg_pair pair = {
		.words = session_option_name(svg->report->session, option),
		.quiet = quiet};

	for (int i = 0; i < OBSTACLES; i++)
		if (result->obstacle[i])
			reasons[count++] = obstacle_words[i];
	say_list(&pen, reasons, count);
	svg_share(&pair, SVG_WIDTH - SVG_STRONG * svg_width(total.text) - 16);
	svg_text_pair(svg, 0, y, &pair);
	svg_text(svg, "tn-strong", ANCHOR_END, SVG_WIDTH, y, total.text, 20);
}

/* What a part is, below it, where it is wide enough for that. */
static void draw_part_words(const struct svg *svg, double x, double y,
	double width, int category, double value)
{
	char words[100];
	struct pen pen = svg_pen(svg->report, words, sizeof(words));

	say(&pen, names[category]);
	say(&pen, " ");
	say_money(&pen, value);
	if (svg_width(words) + 8 <= width)
		svg_text(svg, "tn-quiet", ANCHOR_START, x, y, words, 40);
}

static void draw_part(const struct svg *svg, int option, int category, double x,
	double y, double width)
{
	double value = svg->report->result->option[option]
			       .ledger.by_category[category];
	char name[100];
	struct pen pen = svg_pen(svg->report, name, sizeof(name));

	say(&pen, names[category]);
	say(&pen, ": ");
	say_money(&pen, value);
	svg_group(svg, "tn-part", name);
	svg_bar(svg, category, x, y, width, BAR);
	svg_group_end(svg);
	draw_part_words(svg, x, y + BAR + 17, width, category, value);
}

static void draw_bar(const struct svg *svg, int option, double y)
{
	const struct result *result = svg->report->result;
	double unit = SVG_WIDTH / highest(result), sum = 0;

	for (int i = 0; i < CATEGORIES; i++) {
		double value = result->option[option].ledger.by_category[i];

		if (!(value > 0))
			continue;
		draw_part(svg, option, i, sum * unit, y, value * unit);
		sum += value;
	}
	svg_line(svg, "tn-axis", 0, y - 3, 0, y + BAR + 3);
}

/* ---- all of it ----------------------------------------------------------- */

static double legend_height(void)
{
	int lines = (CATEGORIES + LEGEND_COLUMNS - 1) / LEGEND_COLUMNS;

	return LEGEND_LINE * lines + 14;
}

static void draw_legend(const struct svg *svg)
{
	for (int i = 0; i < CATEGORIES; i++) {
		int column = i % LEGEND_COLUMNS, line = i / LEGEND_COLUMNS;

		svg_legend(svg, i, SVG_WIDTH / LEGEND_COLUMNS * column,
			14 + LEGEND_LINE * line, names[i]);
	}
}

void svg_money(FILE *out, const struct report *report)
{
	int options = report->result->options;
	double top = legend_height();
	struct svg svg;

	if (!svg_has_money(report))
		return;
	svg = svg_begin(out, report, "tn-money", top + ROW * options);
	describe(&svg);
	draw_legend(&svg);
	for (int i = 0; i < options; i++) {
		double y = top + ROW * i;

		draw_heading(&svg, i, y + 18);
		draw_bar(&svg, i, y + 27);
	}
	svg_end(&svg);
}
