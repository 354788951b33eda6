/*
 * The odds: what the ranges do to the result.
 *
 * Without ranges there is one scenario, the base case, and every spread is a
 * point.
 */
#ifndef MODEL_SIMULATION_H
#define MODEL_SIMULATION_H

#include "result.h"

/* A distribution in four numbers. */
struct spread {
	double mean, p05, p50, p95;
};

struct option_odds {
	struct spread total_pv;
	double p_feasible;
	double p_cheapest; /* of those feasible in the same scenario */
	double regret;     /* present value lost on average by choosing it */
};

/* net, p_net_positive and p_pays are NaN where baseline or tuned is missing. */
struct simulation {
	double scenarios;
	struct spread net;
	double p_net_positive;
	double p_pays; /* net > 0 and the tuned option is feasible */
	double p_none_feasible;
	struct option_odds option[SESSION_OPTIONS];
	double evpi; /* what knowing everything would be worth */
};

/* The base case as the one scenario. */
void simulation_base(
	const struct result *result, struct simulation *simulation);

#endif
