/*
 * What an option takes over the horizon, before it is added up: who serves in
 * which month, and what is spent once, at a retraining and at a migration.
 *
 * cost.c walks the months of a plan and adds; volume_curve.c walks them once
 * to see how the sum depends on the volume.
 */
#ifndef MODEL_PLAN_H
#define MODEL_PLAN_H

#include "cost.h"
#include "service.h"

struct plan {
	struct service own;
	struct service meanwhile; /* the incumbent's, while one waits */
	double live_after;        /* months until its own service begins */
	int months;
	double requests;                       /* in month 1 */
	double growth_factor, discount_factor; /* a month */
	struct outlay upfront, retraining, migration;
	double changes; /* retrainings a month because the task changes */
	double retrain_every, base_life; /* months, 0: never */
};

/* One month of a plan. */
struct month {
	int number;
	double requests;
	double discount; /* present value of 1 */
	double waiting;  /* share of it in which the incumbent serves */
	struct weather own, meanwhile;
};

void plan_of(struct plan *plan, const struct facts *facts, int option);

/* Month 1, and the month after. */
struct month plan_first_month(const struct plan *plan);
void plan_next_month(const struct plan *plan, struct month *month);

/* Retrainings and migrations that a month pays for: parts of one. */
double plan_retrainings(const struct plan *plan, const struct month *month);
double plan_migrations(const struct plan *plan, const struct month *month);

/* How often a month something comes that comes every so many; 0: never. */
double plan_frequency(double every_months);

#endif
