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

struct report {
	const struct session *session;
	const struct result *result; /* settled with the odds */
	const struct odds *odds;     /* all of them */
	bool ascii; /* no byte above 0x7f but those of the user's own texts */
};

enum { FORMAT_NAMES = 2 };

struct report_format {
	/* As in --format, and as the ending of a file; the second may be
	 * NULL. */
	const char *names[FORMAT_NAMES];
	const char *help;
	bool local; /* on a terminal it is ASCII where the locale wants that */
	bool (*write)(FILE *out, const struct report *report);
};

extern const struct report_format report_formats[]; /* ends without write */

/* NULL if there is no such name. */
const struct report_format *report_format(const char *name);
/* By the ending of a file; text if it tells nothing. */
const struct report_format *report_format_of(const char *path);

/* The memo in 80 columns. */
bool report_text(FILE *out, const struct report *report);
/* The memo in GitHub-flavoured Markdown. */
bool report_markdown(FILE *out, const struct report *report);
/* The memo as a page of HTML that needs nothing but itself. */
bool report_html(FILE *out, const struct report *report);
/* One JSON object with every figure. */
bool report_json(FILE *out, const struct report *report);

#endif
