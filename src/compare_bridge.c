/*
 * From A's net saving to B's: a table with bars that hang where the one before
 * ends. Amounts are rounded so that what is printed adds up.
 */
#include <math.h>
#include <stdlib.h>

#include "compare_parts.h"

enum { ROWS = 12, LABEL = 37, BAR = 24, MONEY = 13 };

/* The largest changes, and the others as one. */
struct steps {
	double from, to;
	double share[ROWS + 1];
	int count;   /* of them, with that of the others */
	int others;  /* how many changes the last one stands for, or 0 */
	int without; /* changes that move nothing */
};

/* ---- amounts that add up ------------------------------------------------- */

static void sum_steps(const struct bridge *bridge, struct steps *steps)
{
	int moving = bridge->changes;

	while (moving > 0 && bridge->change[moving - 1].share == 0)
		moving--;
	*steps = (struct steps){.from = bridge->from,
		.to = bridge->to,
		.count = moving > ROWS + 1 ? ROWS + 1 : moving,
		.others = moving > ROWS + 1 ? moving - ROWS : 0,
		.without = bridge->changes - moving};
	for (int i = 0; i < moving; i++)
		steps->share[i < ROWS || !steps->others ? i : ROWS] +=
			bridge->change[i].share;
}

static double largest(const struct steps *steps)
{
	double most = fmax(fabs(steps->from), fabs(steps->to));

	for (int i = 0; i < steps->count; i++)
		most = fmax(most, fabs(steps->share[i]));
	return most;
}

/* To cents where all is below a hundred, else to whole units, as a ledger
 * shows them. What rounding leaves over goes to the largest. */
static void round_steps(struct steps *steps)
{
	double unit = largest(steps) < 99 ? 100 : 1;
	double rest;

	steps->from = round(steps->from * unit);
	steps->to = round(steps->to * unit);
	rest = steps->to - steps->from;
	for (int i = 0; i < steps->count; i++) {
		steps->share[i] = round(steps->share[i] * unit);
		rest -= steps->share[i];
	}
	if (steps->count > 0)
		steps->share[0] += rest;
	for (int i = 0; i < steps->count; i++)
		steps->share[i] /= unit;
	steps->from /= unit;
	steps->to /= unit;
}

/* ---- bars ---------------------------------------------------------------- */

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

/* ---- rows ---------------------------------------------------------------- */

struct hanging {
	const struct page *page;
	const struct comparison *comparison;
	struct axis axis;
	double at; /* where the bar before ended */
};

static void total_row(
	const struct hanging *hanging, const char *label, double value)
{
	struct line line = line_begin(hanging->page, PAGE_INDENT);
	char words[WORDS];

	total_words(&hanging->comparison->a, value, words);
	line_put(&line, label, LABEL - 1, TEXT_LEFT);
	line_fill(&line, " ", 1);
	put_bar(&line, &hanging->axis, 0, value,
		hanging->page->ascii ? "=" : "▄");
	line_put(&line, words, MONEY, TEXT_RIGHT);
	line_end(&line);
}

static void step_row(struct hanging *hanging, const char *label, double share)
{
	struct line line = line_begin(hanging->page, PAGE_INDENT);
	bool ascii = hanging->page->ascii;
	char words[WORDS];

	signed_money(&hanging->comparison->a, share, words);
	line_put(&line, label, LABEL - 1, TEXT_LEFT);
	line_fill(&line, " ", 1);
	if (share < 0)
		put_bar(&line, &hanging->axis, hanging->at, hanging->at + share,
			ascii ? ":" : "▒");
	else
		put_bar(&line, &hanging->axis, hanging->at, hanging->at + share,
			ascii ? "#" : "█");
	line_put(&line, words, MONEY, TEXT_RIGHT);
	line_end(&line);
	hanging->at += share;
}

static void write_steps(struct hanging *hanging, const struct steps *steps)
{
	const struct comparison *c = hanging->comparison;

	total_row(hanging, "A: net saving", steps->from);
	for (int i = 0; i < steps->count; i++) {
		char words[WORDS];
		struct pen pen = compare_pen(&c->a, words, sizeof(words));

		if (steps->others && i == ROWS) {
			say_whole(&pen, steps->others);
			say(&pen, " smaller changes");
		} else {
			say_change(&pen, c, &c->bridge->change[i]);
		}
		step_row(hanging, words, steps->share[i]);
	}
	total_row(hanging, "B: net saving", steps->to);
}

/* ---- what else is to be said -------------------------------------------- */

static void paragraph(const struct page *page, const char *words)
{
	page_blank(page);
	page_paragraph(page, PAGE_INDENT, "", words);
}

/* Which differences stand behind "and 2 more". */
static void write_members(
	const struct page *page, const struct comparison *c, int change)
{
	const struct bridge *bridge = c->bridge;
	char words[PAGE_BYTES];
	struct pen pen = compare_pen(&c->a, words, sizeof(words));
	int said = 0;

	if (bridge->change[change].differences == 1)
		return;
	say(&pen, "Counted as one: ");
	for (int i = 0; i < bridge->differences; i++) {
		if (bridge->difference[i].change != change)
			continue;
		say(&pen, said++ ? "; " : "");
		say_difference(&pen, c, &bridge->difference[i]);
	}
	say(&pen, ".");
	paragraph(page, words);
}

/* A few by name; of many how many. */
static void write_without(const struct page *page, const struct comparison *c,
	const struct steps *steps)
{
	enum { NAMED = 5 };
	const struct bridge *bridge = c->bridge;
	char words[PAGE_BYTES];
	struct pen pen = compare_pen(&c->a, words, sizeof(words));

	if (steps->without == 0)
		return;
	say(&pen, "Without effect on it: ");
	for (int i = 0; i < steps->without && i < NAMED; i++) {
		say(&pen, i ? ", " : "");
		say_change(&pen, c,
			&bridge->change[bridge->changes - steps->without + i]);
	}
	if (steps->without > NAMED) {
		say(&pen, " and ");
		say_whole(&pen, steps->without - NAMED);
		say(&pen, " more");
	}
	say(&pen, ".");
	paragraph(page, words);
}

static void write_bridge(const struct page *page, const struct comparison *c)
{
	struct steps steps;
	struct hanging hanging = {.page = page, .comparison = c};

	sum_steps(c->bridge, &steps);
	round_steps(&steps);
	hanging.axis = axis_of(&steps, page->ascii);
	hanging.at = steps.from;
	page_paragraph(page, PAGE_INDENT, "",
		page->ascii ? "The share of each change; # adds to the net "
			      "saving, : takes from it:"
			    : "The share of each change; █ adds to the net "
			      "saving, ▒ takes from it:");
	page_blank(page);
	write_steps(&hanging, &steps);
	for (int i = 0; i < steps.count && i < c->bridge->changes; i++)
		write_members(page, c, i);
	write_without(page, c, &steps);
	if (steps.count < 2)
		return;
	paragraph(page,
		c->bridge->exact
			? "What a change does depends on what was changed "
			  "before it. Its share is what it does on average "
			  "over all orders of the changes, so no order is "
			  "preferred, and the shares add up."
			: "What a change does depends on what was changed "
			  "before it. Its share is what it does on average "
			  "over many orders of the changes, always the same "
			  "ones, so no order is preferred, and the shares add "
			  "up.");
}

void compare_bridge(const struct page *page, const struct comparison *c)
{
	static const char *const gaps[] = {
		[BRIDGE_CURRENCIES] =
			"The currencies differ, and nothing here converts one "
			"into the other: amounts of A and B cannot be set "
			"against each other.",
		[BRIDGE_NO_NET_A] =
			"A has no net saving: it takes a prompted and a tuned "
			"option, and one of the two is missing.",
		[BRIDGE_NO_NET_B] =
			"B has no net saving: it takes a prompted and a tuned "
			"option, and one of the two is missing.",
		[BRIDGE_NO_NET] =
			"Neither has a net saving: it takes a prompted and a "
			"tuned option, and one of the two is missing.",
	};

	page_heading(page, "FROM A'S NET SAVING TO B'S");
	if (c->bridge->gap != BRIDGE_STANDS)
		page_paragraph(page, PAGE_INDENT, "", gaps[c->bridge->gap]);
	else
		write_bridge(page, c);
}
