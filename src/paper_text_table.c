/*
 * Tables in cells. Where things stand side by side, up to four of them share
 * the line, with their names wrapped above a rule.
 */
#include <stdlib.h>
#include <string.h>

#include "paper_text.h"

enum {
	DEEPER = 2,  /* what is part of something, and what is noted */
	BLOCK = 4,   /* things side by side at the most */
	WIDEST = 17, /* a column of theirs, the blank before it included */
	NAME_LINES = 3,
};

static bool spans(enum row_kind kind)
{
	return kind == ROW_SUBHEAD || kind == ROW_NOTE;
}

/* ---- a thing a row ------------------------------------------------------- */

/* Heads have one line, or two where one of them has. */
static void write_heads(const struct page *page, const struct table *table)
{
	bool two = false;

	for (int i = 0; i < table->columns; i++)
		two |= table->column[i].over != NULL;
	for (int second = !two; second < 2; second++) {
		struct line line = line_begin(page, table->indent);

		for (int i = 0; i < table->columns; i++) {
			const struct column *column = &table->column[i];
			const char *over = column->over ? column->over : "";

			line_put(&line, second ? column->head : over,
				column->cells, column->align);
			line_fill(&line, " ", column->gap);
		}
		line_end(&line);
	}
}

/* The cells from the first that flows on, each but the last one padded. */
static void flow_rest(struct line *line, const struct table *table, int row)
{
	char words[PAGE_BYTES];
	size_t used = 0;
	int last = table->columns - 1;

	while (last > table->flow && !table_words(table, row, last)[0])
		last--;
	for (int i = table->flow; i <= last && used < sizeof(words); i++) {
		const struct column *column = &table->column[i];
		const char *cell = table_words(table, row, i);
		int room = column->cells - text_width(cell);

		if (i == last)
			room = -column->gap;
		else if (room < 0)
			room = 0;
		used += (size_t)snprintf(words + used, sizeof(words) - used,
			"%s%*s", cell, room + column->gap, "");
	}
	line_flow(line, words);
}

enum { CELL_LINES = 5 };

/* The part of a cell that goes on this line; *at moves behind it. */
static void put_part(struct line *line, const struct column *column, int cells,
	const char **at, bool last)
{
	const char *next = *at;
	char part[LINE_BYTES];
	size_t bytes = text_wrap(*at, cells, &next);

	if (last)
		bytes = strlen(*at);
	snprintf(part, sizeof(part), "%.*s", (int)bytes, *at);
	line_put(line, part, cells, column->align);
	line_fill(line, " ", column->gap);
	*at = next;
}

/* Each cell wrapped within its column, and cut after some lines. */
static void write_wrapped(
	const struct page *page, const struct table *table, int row)
{
	int deeper = table->row[row].kind == ROW_PART ? DEEPER : 0;
	char clean[TABLE_COLUMNS][PAGE_BYTES];
	const char *at[TABLE_COLUMNS];
	bool more = true;

	for (int i = 0; i < table->columns; i++) {
		page_clean(page, clean[i], sizeof(clean[i]),
			table_words(table, row, i));
		at[i] = clean[i];
	}
	for (int n = 0; more && n < CELL_LINES; n++) {
		struct line line = line_begin(page, table->indent + deeper);

		more = false;
		for (int i = 0; i < table->columns; i++) {
			const struct column *column = &table->column[i];

			put_part(&line, column,
				column->cells - (i ? 0 : deeper), &at[i],
				n == CELL_LINES - 1);
			more |= *at[i] != '\0';
		}
		line_end(&line);
	}
}

static void write_cells(
	const struct page *page, const struct table *table, int row)
{
	int deeper = table->row[row].kind == ROW_PART ? DEEPER : 0;
	struct line line = line_begin(page, table->indent + deeper);
	int fixed = table->flow ? table->flow : table->columns;

	for (int i = 0; i < fixed; i++) {
		const struct column *column = &table->column[i];

		line_put(&line, table_words(table, row, i),
			column->cells - (i ? 0 : deeper), column->align);
		line_fill(&line, " ", column->gap);
	}
	if (table->flow)
		flow_rest(&line, table, row);
	else
		line_end(&line);
}

static void write_list(const struct page *page, const struct table *table)
{
	if (!table->bare)
		write_heads(page, table);
	for (int i = 0; i < table->rows; i++) {
		const char *words = table_words(table, i, 0);

		if (table->row[i].kind == ROW_SUBHEAD)
			page_paragraph(page, table->indent, "", words);
		else if (table->row[i].kind == ROW_NOTE)
			page_paragraph(page, table->indent + DEEPER,
				page->ascii ? "^ " : "↑ ", words);
		else if (table->wraps)
			write_wrapped(page, table, i);
		else
			write_cells(page, table, i);
	}
}

/* ---- things side by side ------------------------------------------------- */

struct block {
	const struct page *page;
	const struct table *table;
	int first, count; /* columns of the table */
	int column;       /* cells of one, the blank before it included */
};

static void put(const struct block *block, struct line *line, const char *words)
{
	line_fill(line, " ", 1);
	line_put(line, words, block->column - 1, TEXT_RIGHT);
}

static struct line begin(const struct block *block)
{
	return line_begin(block->page,
		block->table->indent + block->table->column[0].cells);
}

/* Line n of a name that is wrapped to so many cells; the last is cut. */
static void name_line(const char *name, int cells, int n, char *out)
{
	size_t bytes = 0;

	for (int i = 0; i <= n; i++) {
		const char *next;

		bytes = text_wrap(name, cells, &next);
		if (i == n && n == NAME_LINES - 1)
			bytes = strlen(name);
		if (i < n)
			name = next;
	}
	snprintf(out, LINE_BYTES, "%.*s", (int)bytes, name);
}

static void write_names(const struct block *block)
{
	for (int n = 0; n < NAME_LINES; n++) {
		struct line line = begin(block);
		bool any = false;

		for (int i = 0; i < block->count; i++) {
			const char *head =
				block->table->column[block->first + i].head;
			char name[PAGE_BYTES], words[LINE_BYTES];

			page_clean(block->page, name, sizeof(name), head);
			name_line(name, block->column - 1, n, words);
			put(block, &line, words);
			any |= words[0] != '\0';
		}
		if (any)
			line_end(&line);
	}
}

static void write_rule(const struct block *block)
{
	struct line line = begin(block);

	for (int i = 0; i < block->count; i++) {
		line_fill(&line, " ", 1);
		line_fill(&line, block->page->ascii ? "-" : "─",
			block->column - 1);
	}
	line_end(&line);
}

/* A further line of the row above is left out where it is empty. */
static void write_row(const struct block *block, int row)
{
	const struct table *table = block->table;
	enum row_kind kind = table->row[row].kind;
	int deeper = kind == ROW_PART || kind == ROW_TOTAL ? DEEPER : 0;
	struct line line = line_begin(block->page, table->indent + deeper);
	bool any = kind != ROW_MORE;

	if (kind == ROW_TOTAL)
		write_rule(block);
	line_put(&line, table_words(table, row, 0),
		table->column[0].cells - deeper, TEXT_LEFT);
	for (int i = 0; i < block->count; i++) {
		const char *words = table_words(table, row, block->first + i);

		put(block, &line, words);
		any |= words[0] != '\0';
	}
	if (any)
		line_end(&line);
}

static void write_block(const struct block *block)
{
	const struct table *table = block->table;

	write_names(block);
	write_rule(block);
	for (int i = 0; i < table->rows; i++) {
		if (!spans(table->row[i].kind)) {
			write_row(block, i);
			continue;
		}
		page_blank(block->page);
		page_paragraph(block->page, table->indent, "",
			table_words(table, i, 0));
	}
}

static void write_beside(const struct page *page, const struct table *table)
{
	int room = PAGE_CELLS - table->indent - table->column[0].cells;
	int things = table->columns - 1;
	int blocks = (things + BLOCK - 1) / BLOCK;
	struct block block = {.page = page, .table = table};

	for (int i = 0; i < blocks; i++) {
		block.first = 1 + things * i / blocks;
		block.count = 1 + things * (i + 1) / blocks - block.first;
		block.column = room / block.count;
		if (block.column > WIDEST)
			block.column = WIDEST;
		if (i > 0)
			page_blank(page);
		write_block(&block);
	}
}

void paper_text_table(const struct page *page, const struct table *table)
{
	if (table->kind == TABLE_BESIDE)
		write_beside(page, table);
	else
		write_list(page, table);
}
