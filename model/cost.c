#include "cost.h"

#include <math.h>

#include "plan.h"
#include "service.h"

const char *const category_names[CATEGORIES] = {
	[CATEGORY_BUILD] = "build",
	[CATEGORY_DATA] = "data",
	[CATEGORY_EVALUATION] = "evaluation",
	[CATEGORY_TRAINING] = "training",
	[CATEGORY_SERVING] = "serving",
	[CATEGORY_MAINTENANCE] = "maintenance",
	[CATEGORY_FAILURES] = "failures",
};

int cost_horizon(const struct facts *facts)
{
	return (int)facts->shared.horizon_months;
}

double cost_requests(const struct facts *facts)
{
	double requests = facts->shared.requests_per_month;
	double sum = 0;

	for (int t = 1; t <= cost_horizon(facts); t++) {
		sum += requests;
		requests *= 1 + facts->shared.growth_per_month;
	}
	return sum;
}

/* ---- the ledger --------------------------------------------------------- */

/* The incumbent's figure for the part of the month in which it serves, the
 * option's own for the rest. */
static double shared_month(double waiting, double own, double meanwhile)
{
	if (waiting == 0)
		return own;
	return (1 - waiting) * own + waiting * meanwhile;
}

static double month_failing(const struct month *month)
{
	return shared_month(month->waiting, service_failing(month->own),
		service_failing(month->meanwhile));
}

static double month_failures(const struct plan *plan, const struct month *month)
{
	return month->requests *
	       shared_month(month->waiting,
		       service_failing(month->own) * plan->own.failure,
		       service_failing(month->meanwhile) *
			       plan->meanwhile.failure);
}

static double month_people(const struct plan *plan, const struct month *month)
{
	return shared_month(
		month->waiting, plan->own.people, plan->meanwhile.people);
}

static double month_serving(const struct plan *plan, const struct month *month)
{
	double own = service_bill(&plan->own, month->own, month->requests);

	if (month->waiting == 0)
		return own;
	return shared_month(month->waiting, own,
		service_bill(
			&plan->meanwhile, month->meanwhile, month->requests));
}

static struct outlay month_outlay(
	const struct plan *plan, const struct month *month)
{
	double retrainings = plan_retrainings(plan, month);
	double migrations = plan_migrations(plan, month);
	struct outlay outlay;

	for (int i = 0; i < CATEGORIES; i++)
		outlay.money[i] = retrainings * plan->retraining.money[i] +
				  migrations * plan->migration.money[i];
	outlay.money[CATEGORY_SERVING] += month_serving(plan, month);
	outlay.money[CATEGORY_MAINTENANCE] += month_people(plan, month);
	outlay.money[CATEGORY_FAILURES] += month_failures(plan, month);
	return outlay;
}

static void enter(struct ledger *ledger, int month, double discount,
	const struct outlay *outlay)
{
	double sum = 0;

	for (int i = 0; i < CATEGORIES; i++) {
		sum += outlay->money[i];
		ledger->by_category[i] += outlay->money[i] * discount;
	}
	ledger->monthly[month] = sum;
	ledger->total_nominal += sum;
	ledger->total_pv += sum * discount;
	ledger->cumulative[month] = ledger->total_pv;
}

void cost_option(const struct facts *facts, int option, struct ledger *ledger)
{
	struct plan plan;
	struct month month;

	*ledger = (struct ledger){.good = 0};
	plan_of(&plan, facts, option);
	enter(ledger, 0, 1, &plan.upfront);
	for (month = plan_first_month(&plan); month.number <= plan.months;
		plan_next_month(&plan, &month)) {
		struct outlay outlay = month_outlay(&plan, &month);

		enter(ledger, month.number, month.discount, &outlay);
		ledger->good += month.requests * (1 - month_failing(&month));
	}
}

static void note(struct journal *journal, int month, double discount,
	const struct outlay *outlay)
{
	journal->outlay[month] = *outlay;
	journal->discount[month] = discount;
}

/* A walk of its own: nobody who only asks for the sums waits for this. */
void cost_months(const struct facts *facts, int option, struct journal *journal)
{
	struct plan plan;
	struct month month;

	plan_of(&plan, facts, option);
	journal->months = plan.months;
	note(journal, 0, 1, &plan.upfront);
	for (month = plan_first_month(&plan); month.number <= plan.months;
		plan_next_month(&plan, &month)) {
		struct outlay outlay = month_outlay(&plan, &month);

		note(journal, month.number, month.discount, &outlay);
	}
}

double cost_present_value(const struct facts *facts, int option)
{
	struct ledger ledger;

	cost_option(facts, option, &ledger);
	return ledger.total_pv;
}

/* ---- single figures ----------------------------------------------------- */

double cost_first_request(const struct facts *facts, int option)
{
	double requests = facts->shared.requests_per_month;
	struct service service;

	service_of(&service, facts, option);
	return service_bill(&service, service_weather(&service), requests) /
	       requests;
}

/* Slow network and first token, average answer: an estimate. */
double cost_latency(const struct facts *facts, int option)
{
	const struct option_facts *own = &facts->option[option];
	double tokens = facts->shared.scope == SCOPE_FIRST_TOKEN
				? own->reasoning_tokens
				: call_output_tokens(facts, option);

	return own->network_ms + own->first_token_ms +
	       1000 * tokens / own->output_tokens_per_s;
}

double cost_people_hours(const struct facts *facts, int option)
{
	const struct option_facts *own = &facts->option[option];
	bool tuned = own->adaptation == ADAPT_TUNE;
	double curation = own->refresh_share * own->curation_hours;
	double retraining =
		own->retrain_hours + own->retrain_eval_hours + curation;
	double change = own->change_hours + (tuned ? retraining : 0);
	double migration = own->migration_hours + own->retrain_eval_hours +
			   (tuned ? curation : 0);

	return own->ops_hours + upkeep_hours(facts, option) +
	       plan_frequency(own->retrain_every_months) * retraining +
	       facts->shared.changes_per_year / 12 * change +
	       plan_frequency(own->base_life_months) * migration;
}
