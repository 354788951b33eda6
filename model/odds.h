/*
 * The odds and what they hang on, beside a result: a plain value.
 *
 * evaluate() takes microseconds and is certain of everything; this takes
 * milliseconds. What of a result depends on the odds (the chance that tuning
 * pays, the fifth answer, the verdict) is put in by odds_settle().
 */
#ifndef MODEL_ODDS_H
#define MODEL_ODDS_H

#include "sensitivity.h"
#include "simulation.h"

struct odds {
	struct simulation simulation;
	struct tornado tornado;
	struct flips flips;
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

/* Answer the gates of a result again with this simulation's chance that tuning
 * pays. */
void odds_settle(const struct session *session, struct result *result,
	const struct simulation *simulation);

#endif
