/*
 * Token logs in constant room: for each model how many requests, and the sums,
 * squares, sketches and days of their tokens.
 *
 * Everything that is kept is a whole number, so summaries of two logs added
 * up are the very summary of both together, in any order. (Beyond
 * TOKEN_MODELS models which of them are kept apart depends on the order.)
 *
 * How sure a mean is comes from how it varies. Days vary more than requests
 * do, so where at least TOKEN_DAYS_LEAST days are seen the days are the
 * sample: the standard error is that of a ratio estimated from clusters
 * (Cochran, "Sampling Techniques", 3rd ed., 1977, 2.11 and 9A). Else requests
 * are. Low and high are 1.645 standard errors away: the p05 and the p95 of
 * the mean.
 */
#ifndef SRC_TOKEN_SUMMARY_H
#define SRC_TOKEN_SUMMARY_H

#include <stdbool.h>
#include <stdint.h>

#include "token_log.h"

enum {
	TOKEN_MODELS = 256,      /* kept apart; those beyond are one more */
	TOKEN_DAYS = 800,        /* of one model; with more, none are kept */
	TOKEN_DAYS_LEAST = 5,    /* to be the sample */
	TOKEN_MONTH = 730,       /* hours */
	TOKEN_SPAN_LEAST = 3600, /* seconds that tell a rate */
	TOKEN_WEEK = 7,          /* days: fewer are warned of */
};

/* No sum overflows below so many. */
#define TOKEN_REQUESTS_MOST UINT64_C(500000000000)

/* high * 10^18 + low */
struct token_wide {
	uint64_t high, low;
};
#define TOKEN_WIDE UINT64_C(1000000000000000000)

struct token_day {
	int32_t day; /* since 1970 */
	uint64_t requests;
	uint64_t sum[TOKEN_KINDS];
};

struct token_model {
	char name[TOKEN_MODEL];
	uint64_t requests;
	uint64_t timed; /* of these, with a time */
	uint64_t sum[TOKEN_KINDS];
	struct token_wide squares[TOKEN_KINDS];
	struct token_sketch sketch[TOKEN_KINDS];
	struct token_day *day; /* in their order; owned */
	int days, day_room;
	bool crowded; /* more than TOKEN_DAYS */
};

enum { TOKEN_SLOTS = 1024 };

struct token_summary {
	struct token_model *model[TOKEN_MODELS]; /* as they came; owned */
	int models;
	struct token_model *others; /* or NULL */
	int64_t first, last;        /* times; 0: none was told */
	uint64_t skipped[TOKEN_LINES];
	short slot[TOKEN_SLOTS];    /* by hash of the name: index + 1 */
	struct token_model *recent; /* the one found last, or NULL */
};

/* Zeroes are an empty summary. */
void token_summary_release(struct token_summary *summary);

/* False: out of memory, or too many requests. */
bool token_summary_add(
	struct token_summary *summary, const struct token_use *use);
bool token_summary_merge(
	struct token_summary *into, const struct token_summary *from);

/* Take a model in, which is the summary's then. False: its name is there
 * already, or there are TOKEN_MODELS. */
bool token_summary_keep(
	struct token_summary *summary, struct token_model *model);

/* Requests of all models, and lines that were skipped for all reasons. */
uint64_t token_summary_requests(const struct token_summary *summary);
uint64_t token_summary_skipped(const struct token_summary *summary);

/* A model of its own, to be freed; NULL: out of memory. */
struct token_model *token_model_new(const char *name);
void token_model_free(struct token_model *model);
bool token_model_merge(
	struct token_model *into, const struct token_model *from);

/* One more day, or more of a day that is there. */
bool token_model_add_day(
	struct token_model *model, const struct token_day *more);

/* ---- what follows from it -------------------------------------------------
 */

struct token_range {
	double low, mean, high; /* low and high: the mean where not known */
	bool known;             /* is there a mean? */
	bool by_days;           /* is the range told by the days? */
};

struct token_range token_model_mean(
	const struct token_model *model, enum token_kind kind);

/* Requests a month at the rate of the whole time from first to last. */
struct token_range token_model_rate(
	const struct token_model *model, const struct token_summary *summary);

#endif
