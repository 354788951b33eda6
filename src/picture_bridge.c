/*
 * From one net saving to another: bars that hang where the one before ends.
 */
#include <math.h>

#include "compare_parts.h"
#include "picture_text.h"

enum { BAR = 24, GAP = 2 };

struct axis {
	double low, high;
	bool ascii;
};

static struct axis axis_of(const struct steps *steps, bool ascii)
{
	struct axis axis = {fmin(0, steps->from), fmax(0, steps->from), ascii};
	double at = steps->from;

	for (int i = 0; i < steps->count; i++) {
		at += steps->share[i];
		axis.low = fmin(axis.low, at);
		axis.high = fmax(axis.high, at);
	}
	return axis;
}

static int column_of(const struct axis *axis, double value)
{
	double width = axis->high - axis->low;

	if (!(width > 0))
		return 0;
	return (int)round((value - axis->low) / width * BAR);
}

/* From one value to another; what moves shows at least a cell. */
static void put_bar(struct line *line, const struct axis *axis, double from,
	double to, const char *glyph)
{
	int start = column_of(axis, fmin(from, to));
	int end = column_of(axis, fmax(from, to));
	int zero = column_of(axis, 0);

	if (start == end && from != to && start == BAR)
		start--;
	else if (start == end && from != to)
		end++;
	for (int i = 0; i < BAR; i++) {
		if (i >= start && i < end)
			line_fill(line, glyph, 1);
		else if (i == zero && axis->low < 0)
			line_fill(line, axis->ascii ? "|" : "│", 1);
		else
			line_fill(line, " ", 1);
	}
}

struct hanging {
	const struct page *page;
	const struct comparison *comparison;
	const struct steps *steps;
	struct axis axis;
	int label, money; /* cells */
	double at;        /* where the bar before ended */
};

static void total_row(
	const struct hanging *hanging, const char *label, double value)
{
	struct line line = line_begin(hanging->page, PAGE_INDENT);
	char words[WORDS];

	step_amount(hanging->comparison, hanging->steps, value, false, words);
	line_put(&line, label, hanging->label, TEXT_LEFT);
	line_fill(&line, " ", GAP);
	put_bar(&line, &hanging->axis, 0, value,
		hanging->page->ascii ? "=" : "▄");
	line_fill(&line, " ", GAP);
	line_put(&line, words, hanging->money, TEXT_RIGHT);
	line_end(&line);
}

static void step_row(struct hanging *hanging, const char *label, double share)
{
	struct line line = line_begin(hanging->page, PAGE_INDENT);
	bool ascii = hanging->page->ascii;
	char words[WORDS];

	step_amount(hanging->comparison, hanging->steps, share, true, words);
	line_put(&line, label, hanging->label, TEXT_LEFT);
	line_fill(&line, " ", GAP);
	if (share < 0)
		put_bar(&line, &hanging->axis, hanging->at, hanging->at + share,
			ascii ? ":" : "▒");
	else
		put_bar(&line, &hanging->axis, hanging->at, hanging->at + share,
			ascii ? "#" : "█");
	line_fill(&line, " ", GAP);
	line_put(&line, words, hanging->money, TEXT_RIGHT);
	line_end(&line);
	hanging->at += share;
}

static void widen(struct hanging *hanging, double value)
{
	char words[WORDS], clean[WORDS];

	step_amount(hanging->comparison, hanging->steps, value, true, words);
	page_clean(hanging->page, clean, sizeof(clean), words);
	if (text_width(clean) > hanging->money)
		hanging->money = text_width(clean);
}

/* Amounts are never cut; the labels have what is left. */
static void share_line(struct hanging *hanging)
{
	const struct steps *steps = hanging->steps;

	widen(hanging, steps->from);
	widen(hanging, steps->to);
	for (int i = 0; i < steps->count; i++)
		widen(hanging, steps->share[i]);
	hanging->label =
		PAGE_CELLS - PAGE_INDENT - BAR - 2 * GAP - hanging->money;
}

void picture_bridge(const struct page *page, const struct report *report)
{
	const struct comparison *c = report->comparison;
	const struct steps steps = compare_steps(c->bridge);
	struct hanging hanging = {.page = page,
		.comparison = c,
		.steps = &steps,
		.axis = axis_of(&steps, page->ascii),
		.at = steps.from};

	share_line(&hanging);
	total_row(&hanging, BRIDGE_FROM, steps.from);
	for (int i = 0; i < steps.count; i++) {
		char words[WORDS];

		step_words(c, &steps, i, words);
		step_row(&hanging, words, steps.share[i]);
	}
	total_row(&hanging, BRIDGE_TO, steps.to);
}
