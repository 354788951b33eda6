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

#include "csv.h"
#include "model.h"

struct comparison;

struct report {
	const struct session *session;
	const struct result *result; /* settled with the odds */
	const struct odds *odds;     /* all of them */
	unsigned sections; /* SECTION_BIT()s (document.h) of those to write;
			    * 0: all */
	/* What it is compared with, of which it is A; or NULL. */
	const struct comparison *comparison;
	bool ascii; /* no byte above 0x7f but those of the user's own texts */
	int day;    /* ages are counted to it; 0: to the newest day here */
	const struct csv_dialect *dialect; /* of tables; NULL: the first */
	/* One of several in a stream: the session's file; NULL: alone in it. */
	const char *file;
	bool goes_on; /* others stand before it */
};

enum { FORMAT_NAMES = 2 };

struct report_format {
	/* As in --format, and as the ending of a file; the second may be
	 * NULL. */
	const char *names[FORMAT_NAMES];
	const char *help;
	bool sections; /* can be written one by one */
	bool local; /* on a terminal it is ASCII where the locale wants that */
	bool several; /* reports of several sessions make one stream */
	bool (*write)(FILE *out, const struct report *report);
};

extern const struct report_format report_formats[]; /* ends without write */

/* Among formats; NULL if there is no such name. */
const struct report_format *format_find(
	const struct report_format *formats, const char *name);
/* By the ending of a file; the first if it tells nothing. */
const struct report_format *format_of(
	const struct report_format *formats, const char *path);

/* ... among those of a report. */
const struct report_format *report_format(const char *name);

/* The memo in 80 columns. */
bool report_text(FILE *out, const struct report *report);
/* The memo in GitHub-flavoured Markdown. */
bool report_markdown(FILE *out, const struct report *report);
/* The memo as a page of HTML that needs nothing but itself. */
bool report_html(FILE *out, const struct report *report);
/* One JSON object with every figure; on a line, if there are several. */
bool report_json(FILE *out, const struct report *report);
/* A table of costs: one row an option, month and category. */
bool report_csv(FILE *out, const struct report *report);

#endif
