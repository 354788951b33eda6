/*
 * Two sessions beside each other: where they differ, what each comes to, and
 * how the net saving of the first leads to that of the second.
 *
 * One file a format, one row a format in the table, as for reports; output is
 * as byte-stable as theirs.
 */
#ifndef SRC_COMPARE_H
#define SRC_COMPARE_H

#include <stdbool.h>
#include <stdio.h>

#include "report.h"

/* One of the two. */
struct contender {
	const char *file; /* as it is called on the command line */
	const struct session *session;
	const struct result *result; /* settled with the odds */
	const struct odds *odds;
};

struct comparison {
	struct contender a, b;
	const struct bridge *bridge; /* from a to b */
};

/* Its formats take a report of A with this as its comparison. */
extern const struct report_format compare_formats[]; /* ends without write */

struct document;

/* In prose, for whatever paper: the report of the document has a comparison. */
void compare_write(struct document *doc);
/* One JSON object with every figure. */
bool compare_json(FILE *out, const struct report *report);
/* One table: differences, results and shares, a line each. */
bool compare_csv(FILE *out, const struct report *report);

#endif
