/*
 * Reports: one file a format, one row a format in the table.
 *
 * A report is written from a session, its result and its odds; formats differ
 * in dress only. Output is byte-stable: no clock, no locale, no terminal.
 */
#ifndef SRC_REPORT_H
#define SRC_REPORT_H

#include <stdbool.h>
#include <stdio.h>

#include "model.h"

struct comparison;

struct report {
	const struct session *session;
	const struct result *result; /* settled with the odds */
	const struct odds *odds;     /* all of them */
	/* What it is compared with, of which it is A; or NULL. */
	const struct comparison *comparison;
	bool ascii; /* no byte above 0x7f but those of the user's own texts */
};

struct report_format {
	const char *name; /* as in --format */
	const char *help;
	bool (*write)(FILE *out, const struct report *report);
};

extern const struct report_format report_formats[]; /* ends with a NULL name */

const struct report_format *report_format(const char *name);

/* The memo in 80 columns. */
bool report_text(FILE *out, const struct report *report);
/* One JSON object with every figure. */
bool report_json(FILE *out, const struct report *report);

#endif
