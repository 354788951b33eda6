/*
 * The present value of an option as a function of the volume, all else fixed.
 *
 * In requests of month 1, V, it is
 *
 *   fixed + linear V + sum over steps of weight max(least, replicas(V))
 *
 * with replicas(V) = per_request V, rounded up where replicas are whole: one
 * step a month of the option's own servers, and of the incumbent's while one
 * waits for the option. Months that differ in nothing but weight share a step.
 *
 * Build it once for a search over requests_per_month: a trial then takes a few
 * nanoseconds a step, and often none, because two bounds tell the sign.
 */
#ifndef MODEL_VOLUME_CURVE_H
#define MODEL_VOLUME_CURVE_H

#include "cost.h"

struct step {
	double weight;      /* present value of one replica for that month */
	double per_request; /* replicas wanted for one request of month 1 */
	double least;
	bool whole;
};

struct volume_curve {
	double fixed, linear;
	/* Sums over the steps, weighted: the bounds are made of them. */
	double least, slope, slack;
	int steps;
	struct step step[MONTHS_MAX + 1]; /* only one month has two services */
};

void volume_curve_of(
	struct volume_curve *curve, const struct facts *facts, int option);

/* The same as cost_present_value() with that many requests in month 1. */
double volume_curve_at(const struct volume_curve *curve, double requests);

/* Is the present value of a above that of b at this volume? */
bool volume_curve_above(const struct volume_curve *a,
	const struct volume_curve *b, double requests);

/*
 * The volume nearest to base (by ratio) within [1, 1e12] at which "a costs
 * more than b" changes, and the side of it on which it holds; false if there
 * is none, or if base is outside.
 */
struct crossing {
	double requests;
	bool holds_above;
};
bool volume_curve_crossing(const struct volume_curve *a,
	const struct volume_curve *b, double base, struct crossing *crossing);

#endif
