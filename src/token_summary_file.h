/*
 * Summaries as files: logs are summed where they lie, and only this travels.
 *
 * A summary is one JSON object on one line, so several may stand in one file,
 * and one that was cut off is no JSON any more:
 *
 *	{"tuneornot_usage":1,"first":T,"last":T,"skipped":[N,...],
 *	 "models":[{"name":"...","requests":N,"timed":N,"sum":[N,...],
 *	 "squares":[[HIGH,LOW],...],"buckets":[[BUCKET,N,...],...],
 *	 "days":[DAY,N,SUM,...]}],"others":{...}}
 *
 * T is in seconds since 1970 or 0, DAY in days; lists of four are in the order
 * of enum token_kind, squares are HIGH * 10^18 + LOW, buckets are those of
 * token_sketch.h that hold anything, each with its count. "days" is null when
 * there were too many, "others" is there when there were too many models.
 *
 * Reading checks that the parts agree with each other; whatever else a file
 * claims, it cannot make a sum overflow.
 */
#ifndef SRC_TOKEN_SUMMARY_FILE_H
#define SRC_TOKEN_SUMMARY_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "model.h"
#include "token_summary.h"

/* The line with its line end; the caller frees. NULL: out of memory. */
char *token_summary_format(const struct token_summary *summary, size_t *size);

/* Does the line begin as a summary does? */
bool token_summary_is(const char *bytes, size_t size);

/* Read one and add it to what is there. */
bool token_summary_parse(const char *bytes, size_t size,
	struct token_summary *summary, struct issue *issue);

#endif
