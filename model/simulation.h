/*
 * The odds: what the ranges do to the result.
 *
 * Each scenario draws every ranged input once, the same draw for every option
 * (sampling.h says how), and works all options out. Without ranges there is one
 * scenario, the base case, and every spread is a point.
 *
 * A simulator is worked in slices: start it, let it step while nobody types,
 * read the odds so far at any time, and drop it whenever the session changes.
 * What is read early differs from what is read later by about the errors that
 * stand beside the figures. The same session gives the same odds whatever the
 * slices and the machine.
 */
#ifndef MODEL_SIMULATION_H
#define MODEL_SIMULATION_H

#include "order.h"
#include "ranged.h"
#include "result.h"
#include "scenarios.h"
#include "sensitivity.h"

/* A distribution in four numbers, and one standard error of the less certain
 * one of the outer percentiles. */
struct spread {
	double mean, p05, p50, p95;
	double error;
};

/* By so many errors a percentile does not move any more. */
#define SPREAD_SURE 3

struct option_odds {
	struct spread total_pv;
	double p_feasible;
	double p_cheapest; /* of those feasible in the same scenario */
	double p_cheapest_error;
	double regret; /* present value lost on average by choosing it */
};

/* What knowing one input beforehand would be worth. */
struct measure_first {
	struct place place;
	double value; /* evppi: money, present value */
};

/* How often the net saving lies between low + i width and low + (i + 1)
 * width; beyond the ends it counts at the ends. 0 is the end of a bar if it is
 * in sight at all. Width 0: it does not vary, or there is none. */
enum { HISTOGRAM_BARS = 72 };
struct histogram {
	double low, width;
	double share[HISTOGRAM_BARS]; /* of the scenarios */
};

/* The bar that begins at 0, or HISTOGRAM_BARS or 0 where all lie on one side.
 */
int histogram_zero(const struct histogram *histogram);

/* net, p_net_positive and p_pays are NaN where baseline or tuned is missing.
 * An error is one standard error, as if scenarios were drawn independently;
 * they are not, and the true error is smaller. A reach holds for what comes
 * seldom and costs much, too: what n scenarios have not shown happens in less
 * than 3/n of all (J. A. Hanley, A. Lippman-Hand, JAMA 249 (1983), 1743-1745).
 */
struct simulation {
	double scenarios; /* so far */
	struct spread net;
	struct histogram histogram;
	double p_net_positive, p_net_positive_error;
	double p_pays, p_pays_error; /* net > 0 and the tuned is feasible */
	double p_none_feasible;
	struct option_odds option[SESSION_OPTIONS];
	double evpi, evpi_error; /* what knowing everything would be worth */
	double evpi_reach;       /* how far it and each measure may yet move */
	int measures;            /* every ranged input, the largest first */
	struct measure_first measure[RANGED_MAX];
};

/* Does neither side win in three of four scenarios? */
bool simulation_is_close(const struct simulation *simulation);

/* Is what measuring this input is worth told from nothing? */
bool simulation_tells(const struct simulation *simulation,
	const struct measure_first *measure);

/* The base case as the one scenario. */
void simulation_base(
	const struct result *result, struct simulation *simulation);

/* ---- the simulator ------------------------------------------------------- */

/* A sum that forgets nothing worth mentioning; see simulation_read.c. */
struct sum {
	double sum, rest;
};

struct option_sums {
	struct sum total, regret, regret_squared;
	double feasible, cheapest; /* scenarios */
};

enum { SIMULATION_EARLY = 1024 };

/* One megabyte and more; nothing in it needs to be freed. */
struct simulator {
	double target, done; /* scenarios */
	bool again;     /* the percentiles want to see the scenarios again */
	uint32_t block; /* next, of LANES scenarios */
	uint32_t point; /* its first, see sampling.h */
	struct sampling sampling;
	struct tornado tornado; /* ranks the inputs */
	struct ranged ranged;
	struct draw draw[RANGED_MAX];
	struct result base;
	int fallback[SESSION_OPTIONS];
	struct scenarios scenarios;
	struct verdicts verdicts;
	double net[LANES], rows[LANES * SESSION_OPTIONS];

	struct option_sums option[SESSION_OPTIONS];
	struct sum net_sum;
	double net_positive, pays, none_feasible;
	int early; /* the first savings: they say where the bars stand */
	double early_net[SIMULATION_EARLY];
	struct histogram histogram; /* with counts for shares */
	struct order option_order[SESSION_OPTIONS][3], net_order[3];
	double bin[RANGED_MAX][BINS * SESSION_OPTIONS];
};

/* Result is what evaluate() made of the session; both are copied. */
void simulation_start(struct simulator *simulator,
	const struct session *session, const struct result *result);

/* The same with another number of scenarios, kernel (NULL: the best) and
 * room for percentiles than usual. */
struct simulation_setup {
	double scenarios; /* 0: as the session says */
	const struct kernel *kernel;
	int keep; /* 0: ORDER_KEPT */
};
void simulation_start_as(struct simulator *simulator,
	const struct session *session, const struct result *result,
	const struct simulation_setup *setup);

/* Work out about so many scenarios more; false when all are done. */
bool simulation_step(struct simulator *simulator, double scenarios);

/* The odds so far; there must have been a step. */
void simulation_read(
	struct simulator *simulator, struct simulation *simulation);

#endif
