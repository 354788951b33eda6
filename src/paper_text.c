/*
 * Text as paper: a memo in 80 columns. A blank line parts two blocks, unless
 * one is the heading or the lead of the other.
 */
#include <ctype.h>
#include <string.h>

#include "paper_text.h"
#include "picture_text.h"
#include "report_memo.h"

enum { LEAD = 96 };

static void part(const struct document *doc)
{
	if (!doc->joined)
		page_blank(&doc->page);
}

/* Labels as wide as the widest, and two blanks. */
static void write_facts(const struct page *page, int indent,
	const struct fact *facts, int count)
{
	int widest = 0;

	for (int i = 0; i < count; i++)
		if (text_width(facts[i].label) > widest)
			widest = text_width(facts[i].label);
	for (int i = 0; i < count; i++) {
		char lead[LEAD];

		snprintf(
			lead, sizeof(lead), "%-*s", widest + 2, facts[i].label);
		page_paragraph(page, indent, lead, facts[i].words);
	}
}

static void write_head(struct document *doc, const struct head *head)
{
	page_paragraph(&doc->page, 0, "", head->title);
	page_paragraph(&doc->page, 0, "", head->question);
	page_rule(&doc->page);
	write_facts(&doc->page, 0, head->facts, head->count);
}

static void write_heading(struct document *doc, enum section section)
{
	char title[LEAD];
	size_t length = 0;

	for (const char *c = section_table[section].title; *c; c++)
		title[length++] = (char)toupper((unsigned char)*c);
	title[length] = '\0';
	page_heading(&doc->page, title);
}

static void write_subheading(struct document *doc, const char *words)
{
	page_blank(&doc->page);
	page_paragraph(&doc->page, PAGE_INDENT, "", words);
}

static void write_paragraph(struct document *doc, const char *words)
{
	part(doc);
	page_paragraph(&doc->page, PAGE_INDENT, "", words);
}

static void write_decision(
	struct document *doc, const struct decision *decision)
{
	char words[2 * SENTENCE];

	snprintf(words, sizeof(words), "%s %s", decision->headline,
		decision->action);
	write_paragraph(doc, words);
}

static void write_fact_list(
	struct document *doc, const struct fact *facts, int count)
{
	part(doc);
	write_facts(&doc->page, PAGE_INDENT, facts, count);
}

static void list_begin(struct document *doc, enum list list)
{
	(void)list;
	part(doc);
}

static void list_end(struct document *doc, enum list list)
{
	(void)doc;
	(void)list;
}

static void write_item(struct document *doc, const struct list_item *item)
{
	bool ascii = doc->page.ascii;
	char lead[LEAD];

	if (item->list == LIST_NUMBERS)
		snprintf(lead, sizeof(lead), "%d. ", item->number);
	else if (item->list == LIST_BULLETS)
		snprintf(lead, sizeof(lead), "%s ", ascii ? "-" : "•");
	else if (item->holds)
		snprintf(lead, sizeof(lead), "%s ", ascii ? "[x]" : "✓");
	else
		snprintf(lead, sizeof(lead), "%s ", ascii ? "[ ]" : "·");
	page_paragraph(&doc->page, PAGE_INDENT, lead, item->words);
}

static void write_answered(
	struct document *doc, const struct answered *answered)
{
	enum { ANSWER = 10, TITLE = PAGE_CELLS - PAGE_INDENT - 3 - ANSWER };
	struct line line = line_begin(&doc->page, PAGE_INDENT);
	char number[LEAD];

	part(doc);
	snprintf(number, sizeof(number), "%d. ", answered->number);
	line_put(&line, number, 3, TEXT_LEFT);
	line_put(&line, answered->title, TITLE, TEXT_LEFT);
	line_put(&line, answered->answer, ANSWER, TEXT_RIGHT);
	line_end(&line);
	if (answered->why[0])
		page_paragraph(&doc->page, PAGE_INDENT + 3, "", answered->why);
	page_paragraph(&doc->page, PAGE_INDENT + 3, "", answered->suggestion);
}

static void write_table(struct document *doc, const struct table *table)
{
	part(doc);
	paper_text_table(&doc->page, table);
}

static void write_picture(
	struct document *doc, enum picture picture, const struct table *figures)
{
	(void)figures;
	if (!picture_text_has(picture))
		return;
	if (picture_table[picture].drawn) {
		part(doc);
		page_paragraph(&doc->page, PAGE_INDENT, "",
			picture_table[picture].drawn);
		doc->joined = false;
	}
	part(doc);
	picture_text(&doc->page, doc->report, picture);
}

static void write_foot(struct document *doc, const char *words)
{
	page_blank(&doc->page);
	page_rule(&doc->page);
	page_paragraph(&doc->page, 0, "", words);
}

static const struct paper paper = {
	.excerpts = true,
	.head = write_head,
	.heading = write_heading,
	.subheading = write_subheading,
	.decision = write_decision,
	.paragraph = write_paragraph,
	.facts = write_fact_list,
	.list_begin = list_begin,
	.item = write_item,
	.list_end = list_end,
	.answered = write_answered,
	.table = write_table,
	.picture = write_picture,
	.foot = write_foot,
};

bool report_text(FILE *out, const struct report *report)
{
	struct document doc = document_on(out, &paper, report);

	memo_write(&doc);
	return document_finish(&doc);
}
