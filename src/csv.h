/*
 * Tables as comma-separated values: RFC 4180, or what spreadsheets want.
 *
 * A cell never does anything in a spreadsheet: a text that would be taken for
 * a formula gets an apostrophe in front (OWASP, "CSV Injection"), and control
 * characters leave as text_clean() shows them. Lines end with CR LF.
 */
#ifndef SRC_CSV_H
#define SRC_CSV_H

#include <stdbool.h>
#include <stdio.h>

struct csv_dialect {
	const char *name; /* as in --csv-dialect */
	const char *help;
	char separator, point;
	bool marked; /* begins with the mark by which UTF-8 is told */
};

extern const struct csv_dialect csv_dialects[]; /* ends with a NULL name */

/* By its name; NULL: there is none. */
const struct csv_dialect *csv_dialect(const char *name);

/* A table being written. Errors are the stream's: see ferror(). */
struct csv {
	FILE *out;
	const struct csv_dialect *dialect;
	bool within; /* a row that has cells already */
};

/* What stands before the first row. */
void csv_begin(struct csv *csv);

/* One cell. Texts are foreign and cut after some thousand bytes. */
void csv_text(struct csv *csv, const char *text);

/* The shortest decimal that reads back as the very same double; nothing for
 * one that is not finite. */
void csv_number(struct csv *csv, double value);

/* Cells as they were written before, in this dialect. */
void csv_again(struct csv *csv, const char *cells);

void csv_end_row(struct csv *csv);

#endif
