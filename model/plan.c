/*
 * The first model covers its first m months, and each later one is accrued
 * evenly over its life: month x pays clamp(x - m, 0, 1) of m months' share. So
 * a horizon of k m months pays for k - 1 retrainings.
 *
 * Powers with the month as the exponent are products carried from month to
 * month; over 120 months that stays within 3e-14 of the power itself.
 */
#include "plan.h"

#include <math.h>

/* Once a nanosecond: no figure is sensible beyond, and none overflows. */
#define FREQUENCY_MAX 1e15

static double clamp01(double x)
{
	return x < 0 ? 0 : x > 1 ? 1 : x;
}

double plan_frequency(double every_months)
{
	if (every_months <= 0)
		return 0;
	return fmin(1 / every_months, FREQUENCY_MAX);
}

/* ---- what is spent at one time ------------------------------------------ */

static double data_money(const struct facts *facts, int option)
{
	const struct option_facts *own = &facts->option[option];

	return own->curation_hours * facts->shared.engineer_rate +
	       own->labels * own->label_cost;
}

static double training_run(const struct option_facts *own)
{
	return own->training_mtok * own->training_price +
	       own->training_hours * own->training_per_hour;
}

static struct outlay upfront(const struct facts *facts, int option)
{
	const struct option_facts *own = &facts->option[option];
	double rate = facts->shared.engineer_rate;

	return (struct outlay){
		.money = {
			[CATEGORY_BUILD] = own->setup_hours * rate,
			[CATEGORY_DATA] = data_money(facts, option),
			[CATEGORY_EVALUATION] = own->eval_hours * rate,
			[CATEGORY_TRAINING] =
				own->training_runs * training_run(own),
		}};
}

static struct outlay retraining(const struct facts *facts, int option)
{
	const struct option_facts *own = &facts->option[option];
	double rate = facts->shared.engineer_rate;

	return (struct outlay){
		.money = {
			[CATEGORY_DATA] =
				own->refresh_share * data_money(facts, option),
			[CATEGORY_EVALUATION] = own->retrain_eval_hours * rate,
			[CATEGORY_TRAINING] = training_run(own),
			[CATEGORY_MAINTENANCE] = own->retrain_hours * rate,
		}};
}

static struct outlay migration(const struct facts *facts, int option)
{
	const struct option_facts *own = &facts->option[option];
	double rate = facts->shared.engineer_rate;
	struct outlay outlay = {
		.money = {
			[CATEGORY_EVALUATION] = own->retrain_eval_hours * rate,
			[CATEGORY_MAINTENANCE] = own->migration_hours * rate,
		}};

	if (own->adaptation == ADAPT_TUNE) {
		outlay.money[CATEGORY_DATA] =
			own->refresh_share * data_money(facts, option);
		outlay.money[CATEGORY_TRAINING] =
			own->training_runs * training_run(own);
	}
	return outlay;
}

/* ---- the plan ----------------------------------------------------------- */

/* The incumbent is live already; without one there is nothing to wait on. */
static double live_after(const struct facts *facts, int option)
{
	if (facts->incumbent < 0 || facts->incumbent == option)
		return 0;
	return facts->option[option].live_after_months;
}

void plan_of(struct plan *plan, const struct facts *facts, int option)
{
	const struct shared_facts *shared = &facts->shared;
	const struct option_facts *own = &facts->option[option];
	bool tuned = own->adaptation == ADAPT_TUNE;

	*plan = (struct plan){
		.live_after = live_after(facts, option),
		.months = cost_horizon(facts),
		.requests = shared->requests_per_month,
		.growth_factor = 1 + shared->growth_per_month,
		.discount_factor = pow(1 + shared->discount_rate, -1.0 / 12),
		.upfront = upfront(facts, option),
		.retraining = retraining(facts, option),
		.migration = migration(facts, option),
		.changes = tuned ? shared->changes_per_year / 12 : 0,
		.retrain_every = own->retrain_every_months,
		.base_life = own->base_life_months,
	};
	service_of(&plan->own, facts, option);
	if (plan->live_after > 0)
		service_of(&plan->meanwhile, facts, facts->incumbent);
}

/* ---- its months --------------------------------------------------------- */

/* The share of a month that passes before the option is live. */
static double waiting(const struct plan *plan, int month)
{
	return clamp01(plan->live_after - (month - 1));
}

struct month plan_first_month(const struct plan *plan)
{
	return (struct month){
		.number = 1,
		.requests = plan->requests,
		.discount = plan->discount_factor,
		.waiting = waiting(plan, 1),
		.own = service_weather(&plan->own),
		.meanwhile = service_weather(&plan->meanwhile),
	};
}

void plan_next_month(const struct plan *plan, struct month *month)
{
	month->number++;
	month->requests *= plan->growth_factor;
	month->discount *= plan->discount_factor;
	month->waiting = waiting(plan, month->number);
	service_next(&plan->own, &month->own);
	if (month->waiting > 0)
		service_next(&plan->meanwhile, &month->meanwhile);
}

static double accrued(double age, double life)
{
	return clamp01(age - life) * plan_frequency(life);
}

double plan_retrainings(const struct plan *plan, const struct month *month)
{
	return (1 - month->waiting) * plan->changes +
	       accrued(month->number - plan->live_after, plan->retrain_every);
}

double plan_migrations(const struct plan *plan, const struct month *month)
{
	return accrued(month->number, plan->base_life);
}
