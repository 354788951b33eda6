/*
 * The odds worked out the plain way: one scenario after the other through the
 * formulas of cost.c and libm, everything kept, percentiles by sorting. What
 * the simulator must agree with, and what it must be faster than.
 */
#ifndef TESTS_SUPPORT_PLAIN_ODDS_H
#define TESTS_SUPPORT_PLAIN_ODDS_H

#include "model.h"

/* One scenario: what the options cost in it, and which will do. */
struct plain_scenario {
	double total[SESSION_OPTIONS];
	bool feasible[SESSION_OPTIONS];
	double upfront[SESSION_OPTIONS]; /* paid in month 0 */
	double share[RANGED_MAX];        /* of each ranged input, drawn */
};

/* The figures of scenario number s, as this simulator (started with the
 * session) draws them. */
void plain_draw(const struct simulator *simulator,
	const struct session *session, uint32_t scenario, struct facts *facts,
	struct plain_scenario *out);

/* ... and what comes out. */
void plain_work(const struct result *base, const struct facts *facts,
	struct plain_scenario *out);

/* The odds of all scenarios; the simulator must have been started. False: no
 * memory. */
bool plain_odds(const struct simulator *simulator,
	const struct session *session, struct simulation *simulation);

#endif
