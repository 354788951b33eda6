/*
 * A comparison in 80 columns.
 */
#include <math.h>
#include <string.h>

#include "compare_parts.h"

/* ---- rows of a table ---------------------------------------------------- */

enum { CELLS = 4, CELL_LINES = 5 };

struct cell {
	const char *words;
	int cells; /* the blank before it included */
	enum text_align align;
};

/* The part of a cell that goes on this line; *at moves behind it. */
static void cell_line(
	struct line *line, const struct cell *cell, const char **at, bool last)
{
	const char *next = *at;
	char part[LINE_BYTES];
	size_t bytes = text_wrap(*at, cell->cells - 1, &next);

	if (last)
		bytes = strlen(*at);
	snprintf(part, sizeof(part), "%.*s", (int)bytes, *at);
	line_fill(line, " ", 1);
	line_put(line, part, cell->cells - 1, cell->align);
	*at = next;
}

/* Words that are too long are wrapped, and cut after some lines. */
static void row(
	const struct page *page, int indent, const struct cell *cell, int count)
{
	char clean[CELLS][PAGE_BYTES];
	const char *at[CELLS];
	bool more = true;

	for (int i = 0; i < count; i++) {
		page_clean(page, clean[i], sizeof(clean[i]), cell[i].words);
		at[i] = clean[i];
	}
	for (int n = 0; more; n++) {
		struct line line = line_begin(page, indent - 1);

		more = false;
		for (int i = 0; i < count; i++) {
			cell_line(&line, &cell[i], &at[i], n == CELL_LINES - 1);
			more |= *at[i] != '\0';
		}
		line_end(&line);
		more &= n < CELL_LINES - 1;
	}
}

/* ---- what differs ------------------------------------------------------- */

enum { LABEL = 25, VALUE = 25 };

static void write_difference(const struct page *page,
	const struct comparison *c, const struct difference *d)
{
	char label[WORDS], a[SESSION_TEXT + 1], b[SESSION_TEXT + 1];

	difference_label(d, label);
	difference_value(&c->a, d, d->a, a, sizeof(a));
	difference_value(&c->b, d, d->b, b, sizeof(b));
	row(page, PAGE_INDENT,
		(struct cell[]){{label, LABEL, TEXT_LEFT},
			{a, VALUE, TEXT_LEFT}, {b, VALUE, TEXT_LEFT}},
		3);
}

/* What stands above the differences of an option, or of a question. */
static void heading_words(const struct comparison *c,
	const struct difference *d, char *out, size_t size)
{
	const char *option = difference_option(c, d);
	enum group group = input_table[d->input].group;

	if (option)
		snprintf(out, size, "%s", option);
	else if (group == GROUP_SESSION)
		snprintf(out, size, "The session");
	else
		snprintf(
			out, size, "%s", question_titles[group - GROUP_VOLUME]);
}

static void write_differences(
	const struct page *page, const struct comparison *c)
{
	char heading[SESSION_TEXT + 1], before[SESSION_TEXT + 1] = "";

	page_heading(page, "WHAT DIFFERS");
	row(page, PAGE_INDENT,
		(struct cell[]){{"", LABEL, TEXT_LEFT}, {"A", VALUE, TEXT_LEFT},
			{"B", VALUE, TEXT_LEFT}},
		3);
	for (int i = 0; i < c->bridge->differences; i++) {
		const struct difference *d = &c->bridge->difference[i];

		heading_words(c, d, heading, sizeof(heading));
		if (strcmp(heading, before) != 0) {
			page_blank(page);
			page_paragraph(page, PAGE_INDENT, "", heading);
		}
		strcpy(before, heading);
		write_difference(page, c, d);
	}
}

/* ---- what they come to -------------------------------------------------- */

enum { RESULT = 23, FIGURE = 20, MORE = 13 };

static void result_row(const struct page *page, const char *label,
	const char *a, const char *b, const char *difference)
{
	row(page, PAGE_INDENT,
		(struct cell[]){{label, RESULT, TEXT_LEFT},
			{a, FIGURE, TEXT_RIGHT}, {b, FIGURE, TEXT_RIGHT},
			{difference, MORE, TEXT_RIGHT}},
		4);
}

static void write_verdicts(const struct page *page, const struct comparison *c)
{
	char a[WORDS], b[WORDS];
	struct pen of_a = compare_pen(&c->a, a, sizeof(a));
	struct pen of_b = compare_pen(&c->b, b, sizeof(b));

	say_verdict(&of_a, c->a.result);
	say_verdict(&of_b, c->b.result);
	result_row(page, "Verdict", a, b, "");
}

static void write_measure(const struct page *page, const struct comparison *c,
	const struct measure *measure)
{
	char a[WORDS], b[WORDS], difference[WORDS];

	measure_words(measure, &c->a, a);
	measure_words(measure, &c->b, b);
	measure_more(c, measure, difference);
	result_row(page, measure->label, a, b, difference);
}

static void write_options(const struct page *page, const struct comparison *c)
{
	struct pairs pairs;

	page_blank(page);
	page_paragraph(
		page, PAGE_INDENT, "", "Cost of each option, in present value");
	compare_pairs(c, &pairs);
	for (int i = 0; i < pairs.count; i++) {
		double a = compare_total(&c->a, pairs.a[i]);
		double b = compare_total(&c->b, pairs.b[i]);
		char in_a[WORDS], in_b[WORDS], difference[WORDS];
		char name[SESSION_TEXT + 3];

		total_words(&c->a, a, in_a);
		total_words(&c->b, b, in_b);
		signed_money(
			&c->a, compare_currency(c) ? b - a : NAN, difference);
		snprintf(
			name, sizeof(name), "  %s", compare_name(c, &pairs, i));
		result_row(page, name, in_a, in_b, difference);
	}
}

static void write_results(const struct page *page, const struct comparison *c)
{
	page_heading(page, "THE RESULTS SIDE BY SIDE");
	result_row(page, "", "A", "B", "Difference");
	write_verdicts(page, c);
	for (int i = 0; i < choices; i++)
		result_row(page, choice_table[i].label,
			compare_choice(&c->a, &choice_table[i]),
			compare_choice(&c->b, &choice_table[i]), "");
	page_blank(page);
	for (int i = 0; i < measures; i++)
		write_measure(page, c, &measure_table[i]);
	write_options(page, c);
	page_blank(page);
	page_paragraph(page, PAGE_INDENT, "",
		"Nine times in ten the net saving lies between its low and "
		"its high end. Saved on running it: on serving and failures; "
		"overhead is what all the rest costs more.");
}

/* ---- the whole ---------------------------------------------------------- */

static void write_contender(
	const struct page *page, const char *letter, const struct contender *of)
{
	struct place place = SHARED_PLACE(IN_session_name);
	const char *name = session_text(of->session, place);
	char words[PAGE_BYTES];

	snprintf(words, sizeof(words), "%s (%s)",
		*name ? name : "A decision without a name", of->file);
	page_paragraph(page, 0, letter, words);
}

static void write_summary(const struct page *page, const struct comparison *c)
{
	char words[PAGE_BYTES];
	struct pen pen = compare_pen(&c->a, words, sizeof(words));

	say_comparison(&pen, c);
	page_blank(page);
	page_paragraph(page, 0, "", words);
}

bool compare_text(FILE *out, const struct comparison *comparison)
{
	const struct page page = {.out = out, .ascii = comparison->ascii};

	page_paragraph(&page, 0, "", "Two sessions side by side");
	page_paragraph(&page, 0, "",
		"Fine-tune a model of our own, or prompt one that exists?");
	page_rule(&page);
	write_contender(&page, "A  ", &comparison->a);
	write_contender(&page, "B  ", &comparison->b);
	write_summary(&page, comparison);
	if (comparison->bridge->differences > 0) {
		write_differences(&page, comparison);
		write_results(&page, comparison);
		compare_bridge(&page, comparison);
	}
	return fflush(out) == 0 && !ferror(out);
}
