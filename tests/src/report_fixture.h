/*
 * Sessions as files, and what the report of each format makes of them.
 */
#ifndef TESTS_REPORT_FIXTURE_H
#define TESTS_REPORT_FIXTURE_H

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "report.h"
#include "session_file.h"

static const char *const session_files[] = {
	TEST_DATA "/vectors/case-01.cfg",
	TEST_DATA "/vectors/case-02.cfg",
	TEST_DATA "/vectors/case-03.cfg",
	TEST_DATA "/vectors/case-04.cfg",
	TEST_DATA "/vectors/case-05.cfg",
	TEST_DATA "/vectors/case-06.cfg",
	TEST_DATA "/vectors/case-07.cfg",
	TEST_DATA "/vectors/case-08.cfg",
	TEST_DATA "/vectors/case-09.cfg",
	TEST_SOURCE "/share/examples/internal-assistant.cfg",
	TEST_SOURCE "/share/examples/medical-coding.cfg",
	TEST_SOURCE "/share/examples/document-extraction.cfg",
	TEST_SOURCE "/share/examples/support-triage.cfg",
	TEST_SOURCE "/share/examples/typing-assistant.cfg",
	TEST_SOURCE "/share/examples/air-gapped-site.cfg",
};
enum { SESSION_FILES = sizeof(session_files) / sizeof(session_files[0]) };

static struct session session;
static struct result result;
static struct odds odds;
static struct odds_work work;
static int day; /* of the report, or 0 */

static inline void work_out(void)
{
	evaluate(&session, &result);
	evaluate_odds(&session, &result, &odds, &work);
}

static inline void open_session(const char *path)
{
	struct file_issue issue;

	cr_assert(session_file_read(path, &session, NULL, &issue), "%s", path);
	work_out();
}

/* The report of the session; the caller frees. */
static inline char *report_of(const char *format, bool ascii)
{
	const struct report report = {.session = &session,
		.result = &result,
		.odds = &odds,
		.ascii = ascii,
		.day = day};
	char *bytes = NULL;
	size_t size;
	FILE *out = open_memstream(&bytes, &size);

	cr_assert(report_format(format)->write(out, &report));
	fclose(out);
	return bytes;
}

static inline void set_text(enum input input, int option, const char *text)
{
	struct place place = {.input = input, .option = option};
	struct issue issue = {.what = ""};

	cr_assert(session_set(&session, place, text, &issue), "%s", issue.what);
}

/* A text the session would refuse from a user, put where a bug could. */
static inline void smuggle(struct place place, const char *text)
{
	struct value *value =
		place.option < 0 ? &session.shared[place.input]
				 : &session.option[place.option]
						  [place.input - SHARED_INPUTS];
	size_t size = strlen(text) + 1;

	memcpy(session.pool + session.used, text, size);
	value->text = session.used;
	session.used += (uint32_t)size;
}

#endif
