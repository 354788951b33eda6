/*
 * Tables in HTML. A wide one scrolls in a box of its own; one that fits on a
 * printed page is not torn.
 */
#include "paper_html.h"

enum {
	WIDE = 4,  /* columns from which on a narrow screen has to scroll */
	MANY = 7,  /* ... and from which on paper wants small letters */
	LONG = 24, /* rows: more may go over to the next page */
};

static void write_head(const struct document *doc, const struct column *column)
{
	const char *number = column->align == TEXT_RIGHT ? " class=\"n\"" : "";
	char words[PAGE_BYTES];

	table_head_words(column, words, sizeof(words));
	if (!words[0]) {
		fputs("<td></td>", doc->page.out);
		return;
	}
	fprintf(doc->page.out, "<th scope=\"col\"%s>", number);
	html_between(doc, "", words, "</th>");
}

static void write_heads(const struct document *doc, const struct table *table)
{
	fputs("<thead><tr>", doc->page.out);
	for (int i = 0; i < table->columns; i++)
		write_head(doc, &table->column[i]);
	fputs("</tr></thead>\n<tbody>\n", doc->page.out);
}

static void write_label(
	const struct document *doc, const struct table *table, int row)
{
	const char *label = table_words(table, row, 0);
	bool number = table->column[0].align == TEXT_RIGHT;

	if (!label[0])
		fputs("<td></td>", doc->page.out);
	else
		html_between(doc,
			number            ? "<th scope=\"row\" class=\"n\">"
			: label[0] == ' ' ? "<th scope=\"row\" class=\"deep\">"
					  : "<th scope=\"row\">",
			label, "</th>");
}

static void write_cells(
	const struct document *doc, const struct table *table, int row)
{
	static const char *const classes[] = {
		[ROW_PLAIN] = "",
		[ROW_PART] = " class=\"part\"",
		[ROW_MORE] = " class=\"more\"",
		[ROW_TOTAL] = " class=\"total\"",
	};

	fprintf(doc->page.out, "<tr%s>", classes[table->row[row].kind]);
	write_label(doc, table, row);
	for (int i = 1; i < table->columns; i++)
		html_between(doc,
			table->column[i].align == TEXT_RIGHT
				? "<td class=\"n\">"
				: "<td>",
			table_words(table, row, i), "</td>");
	fputs("</tr>\n", doc->page.out);
}

static void write_row(
	const struct document *doc, const struct table *table, int row)
{
	const char *words = table_words(table, row, 0);

	switch (table->row[row].kind) {
	case ROW_SUBHEAD:
		fprintf(doc->page.out,
			"<tr class=\"subhead\"><th scope=\"colgroup\" "
			"colspan=\"%d\">",
			table->columns);
		html_between(doc, "", words, "</th></tr>\n");
		break;
	case ROW_NOTE:
		fprintf(doc->page.out,
			"<tr class=\"note\"><td colspan=\"%d\">↑ ",
			table->columns);
		html_between(doc, "", words, "</td></tr>\n");
		break;
	default: write_cells(doc, table, row);
	}
}

void html_table(struct document *doc, const struct table *table)
{
	FILE *out = doc->page.out;

	fprintf(out, "<div class=\"scroll%s%s\"",
		table->rows > LONG ? " long" : "",
		table->columns >= MANY ? " many" : "");
	if (table->columns >= WIDE)
		html_between(doc,
			" tabindex=\"0\" role=\"region\" "
			"aria-label=\"",
			table->name, "\"");
	fprintf(out, ">\n<table%s>\n",
		table->kind == TABLE_BESIDE ? " class=\"beside\""
		: table->flow               ? " class=\"words\""
					    : "");
	html_between(doc, "<caption>", table->name, "</caption>\n");
	write_heads(doc, table);
	for (int i = 0; i < table->rows; i++)
		write_row(doc, table, i);
	fputs("</tbody>\n</table>\n</div>\n", out);
}
