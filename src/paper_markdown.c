/*
 * GitHub-flavoured Markdown as paper. A block is a line, or lines that belong
 * together, with a blank line before it.
 *
 * Every text goes out through write_words(): what it holds is read as text,
 * never as a sign. Pictures are tables where there is one that says as much,
 * else they are drawn with characters, between fences.
 */
#include <stdlib.h>
#include <string.h>

#include "memory_stream.h"
#include "picture_text.h"
#include "report_memo.h"

/* ---- words --------------------------------------------------------------- */

/* Dollars, too: two of them are a formula on some forges. */
static const char signs[] = "\\`*_[]|~$#";

/* These three are entities, which no reader of Markdown takes for HTML. */
static const char *entity(char c)
{
	switch (c) {
	case '&': return "&amp;";
	case '<': return "&lt;";
	case '>': return "&gt;";
	default: return NULL;
	}
}

/* Would this character begin an address that becomes a link? */
static bool is_address(const char *words, const char *at)
{
	if (*at == ':')
		return at[1] == '/';
	return *at == '.' && at > words && (at[-1] == 'w' || at[-1] == 'W');
}

/* Would it make a list, or a rule, of the line that it begins? */
static bool is_beginning(const char *words, const char *at)
{
	size_t digits = strspn(words, "0123456789");
	bool alone = at[1] == ' ' || at[1] == '\0' || at[1] == *at;

	if (at == words)
		return alone && (*at == '-' || *at == '+' || *at == '=');
	return alone && digits > 0 && at == words + digits &&
	       (*at == '.' || *at == ')');
}

/* A mail address stays text with a word joiner in it, which is not seen. */
static void write_words(const struct document *doc, const char *words)
{
	FILE *out = doc->page.out;
	char clean[PAGE_BYTES];

	page_clean(&doc->page, clean, sizeof(clean), words);
	words = clean + strspn(clean, " ");
	for (const char *at = words; *at; at++) {
		if (entity(*at)) {
			fputs(entity(*at), out);
			continue;
		}
		if (strchr(signs, *at) || is_address(words, at) ||
			is_beginning(words, at))
			putc('\\', out);
		putc(*at, out);
		if (*at == '@')
			fputs("&#8288;", out);
	}
}

/* A character of our own. */
static const char *mark(
	const struct document *doc, const char *usual, const char *ascii)
{
	return doc->page.ascii ? ascii : usual;
}

static void write_between(const struct document *doc, const char *before,
	const char *words, const char *behind)
{
	fputs(before, doc->page.out);
	write_words(doc, words);
	fputs(behind, doc->page.out);
}

/* ---- blocks -------------------------------------------------------------- */

static void write_facts(
	struct document *doc, const struct fact *facts, int count)
{
	putc('\n', doc->page.out);
	for (int i = 0; i < count; i++) {
		write_between(doc, "- **", facts[i].label, ":** ");
		write_between(doc, "", facts[i].words, "\n");
	}
}

static void write_head(struct document *doc, const struct head *head)
{
	write_between(doc, "# ", head->title, "\n\n");
	write_between(doc, "", head->question, "\n");
	write_facts(doc, head->facts, head->count);
}

static void write_heading(struct document *doc, enum section section)
{
	write_between(doc, "\n## ", section_table[section].title, "\n");
}

static void write_subheading(struct document *doc, const char *words)
{
	write_between(doc, "\n### ", words, "\n");
}

static void write_paragraph(struct document *doc, const char *words)
{
	write_between(doc, "\n", words, "\n");
}

static void write_decision(
	struct document *doc, const struct decision *decision)
{
	write_between(doc, "\n**", decision->headline, "** ");
	write_between(doc, "", decision->action, "\n");
}

static void list_begin(struct document *doc, enum list list)
{
	(void)list;
	putc('\n', doc->page.out);
}

static void list_end(struct document *doc, enum list list)
{
	(void)doc;
	(void)list;
}

static void write_item(struct document *doc, const struct list_item *item)
{
	if (item->list == LIST_NUMBERS)
		fprintf(doc->page.out, "%d. ", item->number);
	else if (item->list == LIST_BULLETS)
		fputs("- ", doc->page.out);
	else
		fputs(item->holds ? "- [x] " : "- [ ] ", doc->page.out);
	write_between(doc, "", item->words, "\n");
}

static void write_answered(
	struct document *doc, const struct answered *answered)
{
	fprintf(doc->page.out, "\n### %d. ", answered->number);
	write_words(doc, answered->title);
	write_between(doc, " **", answered->answer, "**\n");
	if (answered->why[0])
		write_paragraph(doc, answered->why);
	write_paragraph(doc, answered->suggestion);
}

/* ---- tables -------------------------------------------------------------- */

static void write_heads(const struct document *doc, const struct table *table)
{
	FILE *out = doc->page.out;

	fputs("\n|", out);
	for (int i = 0; i < table->columns; i++) {
		char words[PAGE_BYTES];

		table_head_words(&table->column[i], words, sizeof(words));
		write_between(doc, " ", words, " |");
	}
	fputs("\n|", out);
	for (int i = 0; i < table->columns; i++)
		fputs(table->column[i].align == TEXT_RIGHT ? " ---: |"
							   : " --- |",
			out);
	putc('\n', out);
}

static void write_label(
	const struct document *doc, enum row_kind kind, const char *label)
{
	bool strong = kind == ROW_SUBHEAD || kind == ROW_TOTAL;
	const char *before = "";

	if (kind == ROW_NOTE)
		before = mark(doc, "↑ ", "^ ");
	else if (label[0] == ' ')
		before = mark(doc, "– ", "- ");
	fputs(strong && label[0] ? "**" : "", doc->page.out);
	write_between(doc, before, label, "");
	fputs(strong && label[0] ? "**" : "", doc->page.out);
}

static void write_row(
	const struct document *doc, const struct table *table, int row)
{
	enum row_kind kind = table->row[row].kind;

	fputs("| ", doc->page.out);
	write_label(doc, kind, table_words(table, row, 0));
	for (int i = 1; i < table->columns; i++) {
		const char *words = table_words(table, row, i);
		bool strong = kind == ROW_TOTAL && words[0];

		fputs(strong ? " | **" : " | ", doc->page.out);
		write_between(doc, "", words, strong ? "**" : "");
	}
	fputs(" |\n", doc->page.out);
}

static void write_table(struct document *doc, const struct table *table)
{
	write_heads(doc, table);
	for (int i = 0; i < table->rows; i++)
		write_row(doc, table, i);
}

/* ---- pictures ------------------------------------------------------------ */

/* More of them than the picture has in a row anywhere. */
static void write_fence(FILE *out, const char *picture)
{
	size_t longest = 2;

	for (const char *at = picture; *at; at++) {
		size_t run = strspn(at, "`");

		if (run > longest)
			longest = run;
		if (run > 0)
			at += run - 1;
	}
	for (size_t i = 0; i <= longest; i++)
		putc('`', out);
}

static void draw(struct document *doc, enum picture picture)
{
	struct page page = doc->page;
	char *bytes = NULL;
	size_t size;

	page.out = memory_stream(&bytes, &size);
	if (page.out)
		picture_text(&page, doc->report, picture);
	if (!page.out || fclose(page.out) || !bytes) {
		doc->failed = true;
	} else {
		putc('\n', doc->page.out);
		write_fence(doc->page.out, bytes);
		fprintf(doc->page.out, "text\n%s", bytes);
		write_fence(doc->page.out, bytes);
		putc('\n', doc->page.out);
	}
	free(bytes);
}

static void write_picture(
	struct document *doc, enum picture picture, const struct table *figures)
{
	bool drawn = !figures || figures->rough;
	const struct picture_row *row = &picture_table[picture];

	if (drawn && !picture_text_has(picture))
		return;
	if (row->told)
		write_paragraph(doc, drawn ? row->drawn : row->told);
	if (drawn)
		draw(doc, picture);
	else
		write_table(doc, figures);
}

static void write_foot(struct document *doc, const char *words)
{
	fputs("\n---\n", doc->page.out);
	write_paragraph(doc, words);
}

static const struct paper paper = {
	.excerpts = true,
	.head = write_head,
	.heading = write_heading,
	.subheading = write_subheading,
	.decision = write_decision,
	.paragraph = write_paragraph,
	.facts = write_facts,
	.list_begin = list_begin,
	.item = write_item,
	.list_end = list_end,
	.answered = write_answered,
	.table = write_table,
	.picture = write_picture,
	.foot = write_foot,
};

bool report_markdown(FILE *out, const struct report *report)
{
	struct document doc = document_on(out, &paper, report);

	memo_write(&doc);
	return document_finish(&doc);
}
