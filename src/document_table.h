/*
 * A table of words: columns that say what they hold, rows of several kinds.
 *
 * Columns first, then row by row, each with its cells from the left. What is
 * missing in a row is empty. Words are copied. Where memory runs out the table
 * has failed, and further rows are dropped.
 */
#ifndef SRC_DOCUMENT_TABLE_H
#define SRC_DOCUMENT_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "session.h"
#include "text.h"

enum { TABLE_COLUMNS = 1 + SESSION_OPTIONS };

enum table_kind {
	TABLE_LIST,   /* a thing a row */
	TABLE_BESIDE, /* things side by side, a column each */
};

enum row_kind {
	ROW_PLAIN,
	ROW_PART,    /* belongs to the subhead, or to the total, of its part */
	ROW_MORE,    /* a further line of the row above */
	ROW_TOTAL,   /* what those above add up to */
	ROW_SUBHEAD, /* one text across all columns: what follows belongs to */
	ROW_NOTE,    /* one text across all columns: about what is above */
};

/* The first column names the row. */
struct column {
	const char *head; /* says what it holds; "" where the table does */
	const char *over; /* the beginning of a head in two lines, or NULL */
	enum text_align align;
	short cells; /* where width is counted in cells: so many, then a gap */
	short gap;
};

struct table_row {
	enum row_kind kind;
	size_t cell[TABLE_COLUMNS]; /* where in the pool */
};

struct table {
	enum table_kind kind;
	const char *name; /* what the table is about */
	/* Where width is counted in cells: from where on, and the column from
	 * which on words are wrapped rather than cut (0: none). */
	short indent, flow;
	bool wraps; /* ... or all of them, each within its column */
	bool bare;  /* the words around it say what the columns hold */
	bool rough; /* says less than the picture to which it belongs */

	struct column column[TABLE_COLUMNS];
	int columns;
	struct table_row *row; /* owned, like the pool */
	int rows, rows_room;
	char *pool;
	size_t used, room;
	int filled; /* cells of the last row */
	bool failed;
};

void table_column(struct table *table, const struct column *column);
void table_row(struct table *table, enum row_kind kind, const char *label);
void table_cell(struct table *table, const char *words);

/* The words of a cell; valid until the table changes. */
const char *table_words(const struct table *table, int row, int column);

/* "cost, low": the head of a column in one line. */
void table_head_words(const struct column *column, char *out, size_t size);

void table_release(struct table *table);

#endif
