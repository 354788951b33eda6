/*
 * The odds and what they hang on, beside a result: a plain value.
 *
 * evaluate() takes microseconds and is certain of everything; this takes
 * milliseconds. What of a result depends on the odds (the chance that tuning
 * pays, the fifth answer, the verdict) is put in on the way.
 *
 * Either all of it at once, evaluate_odds(), or for a screen that answers each
 * key: odds_begin() answers from a quick sample, odds_sharpen() goes on while
 * nobody types, odds_take() reads what has come of it. Whoever types on drops
 * it by beginning anew.
 */
#ifndef MODEL_ODDS_H
#define MODEL_ODDS_H

#include "sensitivity.h"
#include "simulation.h"

struct odds {
	struct simulation simulation;
	struct tornado tornado;
	struct flips flips;
	bool has_flips; /* they have been looked for */
	bool sharp;     /* all scenarios are in */
};

/* Room to work in: some megabytes, of which a usual session touches one. It
 * owns nothing, and may be dropped or used again at any time. */
struct odds_work {
	struct simulator simulator;
	struct flip_search flips;
};

/* All of it at once, with as many scenarios as the session says; result is what
 * evaluate() made of the session, and is settled. */
void evaluate_odds(const struct session *session, struct result *result,
	struct odds *odds, struct odds_work *work);

/* ---- in steps ------------------------------------------------------------ */

enum { ODDS_QUICK = 1024 }; /* scenarios: a quarter of a millisecond */

/* The odds from so many scenarios, without flips; result is settled. */
void odds_begin(const struct session *session, struct result *result,
	struct odds *odds, struct odds_work *work);

/* The flips; this may come at any time. */
void odds_find_flips(const struct session *session, const struct result *result,
	struct odds *odds, struct odds_work *work);

/* About so many scenarios more; false when all are in. */
bool odds_sharpen(struct odds_work *work, double scenarios);

/* The odds so far; result is settled again. */
void odds_take(const struct session *session, struct result *result,
	struct odds *odds, struct odds_work *work);

#endif
