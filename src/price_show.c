#include "prices.h"

#include <string.h>

enum { LABEL = 26, VALUE = 10, UNIT = 15, GRADE = 9, AGE = 9 };

struct show {
	const struct page *page;
	const struct item *item;
	int day;
};

/* ---- sources ------------------------------------------------------------ */

static bool same_source(
	const struct item_figure *a, const struct item_figure *b)
{
	return a->date == b->date && !strcmp(a->source, b->source);
}

/* Is it the first figure from its source and day? */
static bool is_first(const struct item *item, int at)
{
	for (int i = 0; i < at; i++)
		if (same_source(&item->figures[i], &item->figures[at]))
			return false;
	return true;
}

/* Sources are numbered in the order in which the file has them. */
static int source_number(
	const struct item *item, const struct item_figure *figure)
{
	int number = 0;

	for (int i = 0; i < item->count; i++) {
		number += is_first(item, i);
		if (same_source(&item->figures[i], figure))
			break;
	}
	return number;
}

static void print_sources(const struct show *show)
{
	const struct item *item = show->item;

	page_blank(show->page);
	page_paragraph(show->page, 0, "", "Sources");
	for (int i = 0; i < item->count; i++) {
		const struct item_figure *figure = &item->figures[i];
		char lead[32], date[DAY_MAX];

		if (!is_first(item, i))
			continue;
		day_write(date, figure->date);
		snprintf(lead, sizeof(lead), "[%d] %s  ",
			source_number(item, figure), date);
		page_paragraph(show->page, PAGE_INDENT, lead, figure->source);
	}
	if (*item->dates_source)
		page_paragraph(
			show->page, PAGE_INDENT, "[days] ", item->dates_source);
}

/* ---- figures ------------------------------------------------------------ */

enum state { HOLDS, ANNOUNCED, REPLACED };

static enum state state_of(
	const struct show *show, const struct item_figure *figure)
{
	if (figure->from > show->day)
		return ANNOUNCED;
	return item_figure_holds(show->item, figure, show->day) ? HOLDS
								: REPLACED;
}

static void days_words(char *out, size_t size, int days)
{
	snprintf(out, size, "%d day%s", days, days == 1 ? "" : "s");
}

/* "on demand: Hyperstack"; a long one has a line of its own. */
static struct line begin_figure(
	const struct show *show, const struct item_figure *figure)
{
	struct line line = line_begin(show->page, PAGE_INDENT);
	char label[512];

	snprintf(label, sizeof(label), "%s%s%s",
		item_field_table[figure->field].label, *figure->of ? ": " : "",
		figure->of);
	if (text_width(label) > LABEL) {
		page_paragraph(show->page, PAGE_INDENT, "", label);
		label[0] = '\0';
	}
	line_put(&line, label, LABEL, TEXT_LEFT);
	return line;
}

static void print_figure(
	const struct show *show, const struct item_figure *figure)
{
	struct line line = begin_figure(show, figure);
	char text[32], age[32];
	int days = show->day - figure->date;

	line_put(&line, figure->text, VALUE, TEXT_RIGHT);
	line_fill(&line, " ", 1);
	line_put(&line, item_field_table[figure->field].unit, UNIT, TEXT_LEFT);
	line_put(&line, item_grade_names[figure->grade], GRADE, TEXT_LEFT);
	days_words(age, sizeof(age), days > 0 ? days : 0);
	line_put(&line, age, AGE, TEXT_RIGHT);
	snprintf(
		text, sizeof(text), " [%d]", source_number(show->item, figure));
	line_put(&line, text, (int)strlen(text), TEXT_LEFT);
	line_end(&line);
}

/* A note stands below the last of the figures that share it. */
static void print_note(const struct show *show,
	const struct item_figure *figure, const struct item_figure *next)
{
	if (*figure->note && (!next || strcmp(figure->note, next->note) != 0))
		page_paragraph(show->page, 2 * PAGE_INDENT, "", figure->note);
}

/* In the order of the table of fields, and of the file. */
static void print_figures(
	const struct show *show, const char *heading, enum state state)
{
	const struct item *item = show->item;
	const struct item_figure *last = NULL;

	for (int field = 0; field < ITEM_FIELDS; field++)
		for (int i = 0; i < item->count; i++) {
			const struct item_figure *figure = &item->figures[i];

			if (figure->field != (enum item_field)field ||
				state_of(show, figure) != state)
				continue;
			if (last) {
				print_note(show, last, figure);
			} else {
				page_blank(show->page);
				page_paragraph(show->page, 0, "", heading);
			}
			print_figure(show, figure);
			last = figure;
		}
	if (last)
		print_note(show, last, NULL);
}

/* ---- what changes when -------------------------------------------------- */

static void figure_change_words(const struct show *show,
	const struct item_change *change, char *out, size_t size)
{
	const struct item_figure *figure = change->figure;
	const struct item_field_row *row = &item_field_table[figure->field];
	bool past = change->day <= show->day;

	if (change->kind == CHANGE_PRICE)
		snprintf(out, size, "%s %s %s %s", row->label,
			past ? "was to become" : "is to become", figure->text,
			row->unit);
	else
		snprintf(out, size, "the price of %s %s promised up to here%s",
			row->label, past ? "was" : "is",
			past ? ": check it" : "");
}

static void change_words(const struct show *show,
	const struct item_change *change, char *out, size_t size)
{
	const struct item_date_row *row = &item_date_table[change->date];

	if (change->figure)
		figure_change_words(show, change, out, size);
	else
		snprintf(out, size, "%s",
			change->day <= show->day ? row->after : row->before);
}

static void print_change(
	const struct show *show, const struct item_change *change)
{
	char date[DAY_MAX], age[32], when[48], lead[80], words[256];
	int days = change->day - show->day;

	day_write(date, change->day);
	days_words(age, sizeof(age), days < 0 ? -days : days);
	snprintf(when, sizeof(when), "%s%s%s", days > 0 ? "in " : "",
		days ? age : "today", days < 0 ? " ago" : "");
	snprintf(lead, sizeof(lead), "%s  %-13s  ", date, when);
	change_words(show, change, words, sizeof(words));
	page_paragraph(show->page, PAGE_INDENT, lead, words);
}

static void print_changes(const struct show *show)
{
	struct item_change changes[ITEM_CHANGES];
	int count = item_changes(show->item, changes);

	if (!count)
		return;
	page_blank(show->page);
	page_paragraph(show->page, 0, "", "What changes when");
	for (int i = 0; i < count; i++)
		print_change(show, &changes[i]);
}

/* ---- the rest ----------------------------------------------------------- */

static void print_texts(const struct show *show)
{
	const struct item *item = show->item;

	for (int text = 0; text < ITEM_TEXTS; text++) {
		char lead[64];

		if (text == ITEM_NAME || text == ITEM_NOTE ||
			!*item->text[text])
			continue;
		snprintf(lead, sizeof(lead), "%-15s",
			item_text_table[text].label);
		page_paragraph(show->page, PAGE_INDENT, lead, item->text[text]);
	}
}

static void print_notes(const struct show *show)
{
	const struct item *item = show->item;

	if (!*item->text[ITEM_NOTE] && !*item->remark && !item->check)
		return;
	page_blank(show->page);
	page_paragraph(show->page, 0, "", "Notes");
	if (item->check)
		page_paragraph(show->page, PAGE_INDENT, "",
			"Needs a check before you rely on it.");
	if (*item->text[ITEM_NOTE])
		page_paragraph(
			show->page, PAGE_INDENT, "", item->text[ITEM_NOTE]);
	if (*item->remark)
		page_paragraph(show->page, PAGE_INDENT, "", item->remark);
}

/* The path stays whole, so that it can be copied. */
static void print_origin(const struct show *show)
{
	char path[PAGE_BYTES];

	page_clean(show->page, path, sizeof(path), show->item->file);
	fprintf(show->page->out, "\n%s, line %d of\n%*s%s\n",
		show->item->own ? "Your own" : "Ours", show->item->line,
		PAGE_INDENT, "", path);
}

void price_show(const struct page *page, const struct item *item, int day)
{
	const struct show show = {.page = page, .item = item, .day = day};
	char heading[64], date[DAY_MAX];

	page_heading(page, item->text[ITEM_NAME]);
	print_texts(&show);
	day_write(date, day);
	snprintf(heading, sizeof(heading), "On %s", date);
	print_figures(&show, heading, HOLDS);
	print_figures(&show, "Announced", ANNOUNCED);
	print_figures(&show, "Before", REPLACED);
	print_changes(&show);
	print_notes(&show);
	print_sources(&show);
	print_origin(&show);
}
