/*
 * What one option costs, month by month.
 *
 * The formulas are in three files: service.c, what it takes to serve;
 * plan.c, what it takes to build and to keep; cost.c, how that adds up.
 *
 * Money is in the session's currency; month 0 is paid up front; months 1 to
 * H follow. A month has 730 hours and 2,628,000 seconds.
 */
#ifndef MODEL_COST_H
#define MODEL_COST_H

#include "facts.h"

enum {
	HORIZON_MAX = 120, /* months */
	MONTHS_MAX = HORIZON_MAX + 1,
};

/* In this order everywhere. */
enum category {
	CATEGORY_BUILD,
	CATEGORY_DATA,
	CATEGORY_EVALUATION,
	CATEGORY_TRAINING,
	CATEGORY_SERVING,
	CATEGORY_MAINTENANCE,
	CATEGORY_FAILURES,
	CATEGORIES
};

extern const char *const category_names[CATEGORIES]; /* "build"... */

/* Money by category, nominal, spent at one time. */
struct outlay {
	double money[CATEGORIES];
};

/* What a ledger is the sum of: each month by itself. */
struct journal {
	int months;                       /* 0..months are filled in */
	struct outlay outlay[MONTHS_MAX]; /* nominal */
	double discount[MONTHS_MAX];      /* present value of 1 */
};

/* One option's money over the horizon. */
struct ledger {
	double monthly[MONTHS_MAX];     /* nominal, months 0..H */
	double cumulative[MONTHS_MAX];  /* present value of months 0..t */
	double by_category[CATEGORIES]; /* present value */
	double total_pv;
	double total_nominal;
	double good; /* requests answered well over the horizon */
};

/* Whole months of the horizon, 1..HORIZON_MAX. */
int cost_horizon(const struct facts *facts);

/* Requests over the whole horizon. */
double cost_requests(const struct facts *facts);

void cost_option(const struct facts *facts, int option, struct ledger *ledger);

/* The same months before they are added up; added up in their order, the
 * categories in theirs, they are the ledger's figures to the last bit. */
void cost_months(
	const struct facts *facts, int option, struct journal *journal);

/* total_pv alone, for searches that ask thousands of times. */
double cost_present_value(const struct facts *facts, int option);

/* Serving of one request in month 1, by the option itself (no waiting); there
 * must be requests. */
double cost_first_request(const struct facts *facts, int option);

/* Milliseconds until the answer, or its first token, as latency.scope says. */
double cost_latency(const struct facts *facts, int option);

/* People hours a month that it takes once it runs. */
double cost_people_hours(const struct facts *facts, int option);

#endif
