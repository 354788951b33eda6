/*
 * A comparison as a document, for whatever paper: what happened, what differs,
 * what both come to, and how the one leads to the other.
 */
#include <math.h>
#include <string.h>

#include "compare_parts.h"

enum { SIDES = 2 };

static void begin_table(
	struct table *table, const struct column *column, int columns)
{
	for (int i = 0; i < columns; i++)
		table_column(table, &column[i]);
}

/* ---- what differs ------------------------------------------------------- */

/* What stands above the differences of an option, or of a question. */
static const char *heading_of(
	const struct comparison *c, const struct difference *d)
{
	const char *option = difference_option(c, d);
	enum group group = input_table[d->input].group;

	if (option)
		return option;
	return group == GROUP_SESSION ? "The session"
				      : question_titles[group - GROUP_VOLUME];
}

static void fill_difference(struct table *table, const struct comparison *c,
	const struct difference *d)
{
	char words[SESSION_TEXT + 1];

	difference_label(d, words);
	table_row(table, ROW_PART, words);
	difference_value(&c->a, d, d->a, words, sizeof(words));
	table_cell(table, words);
	difference_value(&c->b, d, d->b, words, sizeof(words));
	table_cell(table, words);
}

static void write_differences(struct document *doc, const struct comparison *c)
{
	static const struct column columns[] = {
		{.head = "Input", .cells = 26, .gap = 1},
		{.head = "A", .cells = 23, .gap = 1},
		{.head = "B", .cells = 24},
	};
	struct table table = {
		.name = "What differs", .indent = PAGE_INDENT, .wraps = true};
	const char *before = "";

	begin_table(&table, columns, 1 + SIDES);
	for (int i = 0; i < c->bridge->differences; i++) {
		const struct difference *d = &c->bridge->difference[i];
		const char *heading = heading_of(c, d);

		if (strcmp(heading, before) != 0)
			table_row(&table, ROW_SUBHEAD, heading);
		before = heading;
		fill_difference(&table, c, d);
	}
	doc_heading(doc, SECTION_DIFFERENCES);
	doc_table(doc, &table);
}

/* ---- what they come to -------------------------------------------------- */

static void fill_row(struct table *table, enum row_kind kind, const char *label,
	const char *const cells[SIDES + 1])
{
	table_row(table, kind, label);
	for (int i = 0; i < SIDES + 1; i++)
		table_cell(table, cells[i]);
}

static void fill_verdicts(struct table *table, const struct comparison *c)
{
	char a[WORDS], b[WORDS];
	struct pen of_a = compare_pen(&c->a, a, sizeof(a));
	struct pen of_b = compare_pen(&c->b, b, sizeof(b));

	say_verdict(&of_a, c->a.result);
	say_verdict(&of_b, c->b.result);
	fill_row(table, ROW_PLAIN, "Verdict", (const char *[]){a, b, ""});
}

static void fill_choice(struct table *table, const struct comparison *c,
	const struct choice *choice)
{
	fill_row(table, ROW_PLAIN, choice->label,
		(const char *[]){compare_choice(&c->a, choice),
			compare_choice(&c->b, choice), ""});
}

static void fill_measure(struct table *table, const struct comparison *c,
	const struct measure *measure)
{
	char a[WORDS], b[WORDS], more[WORDS];

	measure_words(measure, &c->a, a);
	measure_words(measure, &c->b, b);
	measure_more(c, measure, more);
	fill_row(table, measure->part ? ROW_PART : ROW_PLAIN, measure->label,
		(const char *[]){a, b, more});
}

static void fill_options(struct table *table, const struct comparison *c)
{
	struct pairs pairs;

	table_row(table, ROW_SUBHEAD, "Cost of each option, in present value");
	compare_pairs(c, &pairs);
	for (int i = 0; i < pairs.count; i++) {
		double a = compare_total(&c->a, pairs.a[i]);
		double b = compare_total(&c->b, pairs.b[i]);
		char in_a[WORDS], in_b[WORDS], more[WORDS];

		total_words(&c->a, a, in_a);
		total_words(&c->b, b, in_b);
		signed_money(&c->a, compare_currency(c) ? b - a : NAN, more);
		fill_row(table, ROW_PART, compare_name(c, &pairs, i),
			(const char *[]){in_a, in_b, more});
	}
}

static void write_results(struct document *doc, const struct comparison *c)
{
	static const struct column columns[] = {
		{.head = "Result", .cells = 23},
		{.head = "A", .cells = 19, .gap = 1, .align = TEXT_RIGHT},
		{.head = "B", .cells = 19, .gap = 1, .align = TEXT_RIGHT},
		{.head = "Difference",
			.cells = MORE_CELLS,
			.align = TEXT_RIGHT},
	};
	struct table table = {.name = "The results side by side",
		.indent = PAGE_INDENT,
		.wraps = true};

	begin_table(&table, columns, 1 + SIDES + 1);
	fill_verdicts(&table, c);
	for (int i = 0; i < choices; i++)
		fill_choice(&table, c, &choice_table[i]);
	for (int i = 0; i < measures; i++)
		fill_measure(&table, c, &measure_table[i]);
	fill_options(&table, c);
	doc_heading(doc, SECTION_RESULTS);
	doc_table(doc, &table);
	doc_paragraph(doc,
		"Nine times in ten the net saving lies between its low and "
		"its high end. Saved on running it: on serving and failures; "
		"overhead is what all the rest costs more.");
}

/* ---- the whole ---------------------------------------------------------- */

static void contender_words(const struct contender *of, char *out, size_t size)
{
	struct place place = SHARED_PLACE(IN_session_name);
	const char *name = session_text(of->session, place);

	snprintf(out, size, "%s (%s)",
		*name ? name : "A decision without a name", of->file);
}

static void write_head(struct document *doc, const struct comparison *c)
{
	char a[PAGE_BYTES], b[PAGE_BYTES];
	const struct fact facts[] = {{"A", a}, {"B", b}};

	contender_words(&c->a, a, sizeof(a));
	contender_words(&c->b, b, sizeof(b));
	doc_head(doc,
		&(struct head){.title = "Two sessions side by side",
			.question = "Fine-tune a model of our own, or prompt "
				    "one that exists?",
			.facts = facts,
			.count = SIDES});
}

static void write_summary(struct document *doc, const struct comparison *c)
{
	char words[PAGE_BYTES];
	struct pen pen = compare_pen(&c->a, words, sizeof(words));

	say_comparison(&pen, c);
	doc_heading(doc, SECTION_SUMMARY);
	doc_paragraph(doc, words);
}

static void write_foot(struct document *doc)
{
	doc_foot(doc,
		"How to read the figures: each session counts with its own "
		"horizon and discount rate. Present value counts a payment for "
		"less the later it comes.");
}

void compare_write(struct document *doc)
{
	const struct comparison *comparison = doc->report->comparison;

	write_head(doc, comparison);
	write_summary(doc, comparison);
	if (comparison->bridge->differences) {
		write_differences(doc, comparison);
		write_results(doc, comparison);
		compare_bridge(doc, comparison);
	}
	write_foot(doc);
}
