/*
 * From A's net saving to B's: the shares, rounded so that what is printed adds
 * up, and what is to be said about them.
 */
#include <math.h>

#include "compare_parts.h"

/* ---- amounts that add up ------------------------------------------------- */

static double largest(const struct bridge *bridge)
{
	double most = fmax(fabs(bridge->from), fabs(bridge->to));

	return bridge->changes > 0 ? fmax(most, fabs(bridge->change[0].share))
				   : most;
}

/* Cents where all is below a hundred, else so large a unit that a few digits
 * say all. */
static void choose_unit(const struct bridge *bridge, struct steps *steps)
{
	static const char *const suffixes[] = {"", "k", "M", "B", "T"};
	const int last = (int)(sizeof(suffixes) / sizeof(*suffixes)) - 1;
	const double most = 1e7;
	int thousands = 0;

	steps->unit = largest(bridge) < 99 ? 0.01 : 1;
	while (largest(bridge) >= most * steps->unit && thousands < last) {
		steps->unit *= 1000;
		thousands++;
	}
	steps->suffix = suffixes[thousands];
}

/* Those that show in that unit stand alone, the others together; a single one
 * needs no sum. */
static void sum_steps(const struct bridge *bridge, struct steps *steps)
{
	int moving = bridge->changes, alone = 0;

	while (moving > 0 && bridge->change[moving - 1].share == 0)
		moving--;
	while (alone < moving && alone < STEPS &&
		fabs(bridge->change[alone].share) >= steps->unit / 2)
		alone++;
	if (moving - alone == 1)
		alone++;
	steps->others = moving - alone;
	steps->count = alone + (steps->others > 0);
	steps->without = bridge->changes - moving;
	for (int i = 0; i < moving; i++)
		steps->share[i < alone ? i : alone] += bridge->change[i].share;
}

/* What rounding leaves over goes to the largest share. */
static void round_steps(const struct bridge *bridge, struct steps *steps)
{
	double rest;

	steps->from = round(bridge->from / steps->unit);
	steps->to = round(bridge->to / steps->unit);
	rest = steps->to - steps->from;
	for (int i = 0; i < steps->count; i++) {
		steps->share[i] = round(steps->share[i] / steps->unit);
		rest -= steps->share[i];
	}
	if (steps->count > 0)
		steps->share[0] += rest;
}

struct steps compare_steps(const struct bridge *bridge)
{
	struct steps steps = {.count = 0};

	choose_unit(bridge, &steps);
	sum_steps(bridge, &steps);
	round_steps(bridge, &steps);
	return steps;
}

void step_words(const struct comparison *c, const struct steps *steps, int i,
	char out[WORDS])
{
	struct pen pen = compare_pen(&c->a, out, WORDS);

	if (steps->others && i == steps->count - 1) {
		say_whole(&pen, steps->others);
		say(&pen, " smaller changes");
	} else {
		say_change(&pen, c, &c->bridge->change[i]);
	}
}

/* ---- what else is to be said -------------------------------------------- */

/* Which differences stand behind "and 2 more". */
static void write_members(
	struct document *doc, const struct comparison *c, int change)
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
	doc_paragraph(doc, words);
}

/* A few by name; of many how many. */
static void write_without(struct document *doc, const struct comparison *c,
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
	doc_paragraph(doc, words);
}

void step_amount(const struct comparison *c, const struct steps *steps,
	double value, bool sign, char out[WORDS])
{
	const char *currency = session_currency(c->a.session);
	char words[FIGURE_MAX];

	if (steps->unit < 1)
		figure_ledger(
			words, sizeof(words), value * steps->unit, currency);
	else if (fabs(value) < 1000)
		figure_money(words, sizeof(words), value, currency);
	else
		figure_ledger(words, sizeof(words), value, currency);
	snprintf(out, WORDS, "%s%s%s", sign && value > 0 ? "+" : "", words,
		steps->suffix);
}

static void write_picture(struct document *doc, const struct comparison *c,
	const struct steps *steps)
{
	struct table table = {.name = "The share of each change"};
	char words[WORDS], amount[WORDS];

	table_column(&table, &(struct column){.head = "Change"});
	table_column(
		&table, &(struct column){.head = "Share", .align = TEXT_RIGHT});
	step_amount(c, steps, steps->from, false, amount);
	table_row(&table, ROW_PLAIN, BRIDGE_FROM);
	table_cell(&table, amount);
	for (int i = 0; i < steps->count; i++) {
		step_words(c, steps, i, words);
		step_amount(c, steps, steps->share[i], true, amount);
		table_row(&table, ROW_PLAIN, words);
		table_cell(&table, amount);
	}
	step_amount(c, steps, steps->to, false, amount);
	table_row(&table, ROW_TOTAL, BRIDGE_TO);
	table_cell(&table, amount);
	doc_picture(doc, PICTURE_BRIDGE, &table);
}

static void write_bridge(struct document *doc, const struct comparison *c)
{
	const struct steps steps = compare_steps(c->bridge);

	write_picture(doc, c, &steps);
	for (int i = 0; i < steps.count - (steps.others > 0); i++)
		write_members(doc, c, i);
	write_without(doc, c, &steps);
	if (steps.count < 2)
		return;
	doc_paragraph(doc,
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

void compare_bridge(struct document *doc, const struct comparison *c)
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

	doc_heading(doc, SECTION_BRIDGE);
	if (c->bridge->gap != BRIDGE_STANDS)
		doc_paragraph(doc, gaps[c->bridge->gap]);
	else
		write_bridge(doc, c);
}
