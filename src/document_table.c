#include "document_table.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void table_column(struct table *table, const struct column *column)
{
	assert(table->columns < TABLE_COLUMNS);
	table->column[table->columns++] = *column;
}

/* Offset 0 of the pool is the empty text. */
static size_t keep(struct table *table, const char *words)
{
	size_t size = strlen(words) + 1;
	size_t at = table->used ? table->used : 1;

	if (size == 1 && table->pool)
		return 0;
	if (!table->pool || at + size > table->room) {
		size_t room = 2 * (at + size);
		char *pool = realloc(table->pool, room);

		if (!pool) {
			table->failed = true;
			return 0;
		}
		pool[0] = '\0';
		table->pool = pool;
		table->room = room;
	}
	memcpy(table->pool + at, words, size);
	table->used = at + size;
	return at;
}

static bool make_room(struct table *table)
{
	struct table_row *row;
	int room = table->rows_room ? 2 * table->rows_room : 16;

	if (table->rows < table->rows_room)
		return true;
	row = realloc(table->row, (size_t)room * sizeof(*row));
	if (!row) {
		table->failed = true;
		return false;
	}
	table->row = row;
	table->rows_room = room;
	return true;
}

void table_row(struct table *table, enum row_kind kind, const char *label)
{
	if (table->failed || !make_room(table))
		return;
	table->row[table->rows++] = (struct table_row){.kind = kind};
	table->filled = 0;
	table_cell(table, label);
}

void table_cell(struct table *table, const char *words)
{
	if (table->failed)
		return;
	assert(table->rows > 0 && table->filled < TABLE_COLUMNS);
	table->row[table->rows - 1].cell[table->filled++] = keep(table, words);
}

const char *table_words(const struct table *table, int row, int column)
{
	return table->pool ? table->pool + table->row[row].cell[column] : "";
}

void table_head_words(const struct column *column, char *out, size_t size)
{
	bool both = column->over && column->over[0];

	snprintf(out, size, "%s%s%s", both ? column->over : "",
		both && column->head[0] ? " " : "", column->head);
}

void table_release(struct table *table)
{
	free(table->row);
	free(table->pool);
	table->row = NULL;
	table->pool = NULL;
	table->rows = 0;
}
