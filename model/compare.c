#include <float.h>
#include <math.h>
#include <string.h>

#include "result.h"
#include "volume_curve.h"

const char *const obstacle_names[OBSTACLES] = {
	[OBSTACLE_QUALITY] = "quality",
	[OBSTACLE_NOT_MEASURED] = "not_measured",
	[OBSTACLE_LATENCY] = "latency",
	[OBSTACLE_API_RULED_OUT] = "api_ruled_out",
};

/* ---- each option by itself ---------------------------------------------- */

static void find_obstacles(
	const struct facts *facts, int option, struct option_result *result)
{
	const struct shared_facts *shared = &facts->shared;
	const struct option_facts *own = &facts->option[option];
	bool *obstacle = result->obstacle;

	obstacle[OBSTACLE_QUALITY] =
		own->measured && own->pass_rate < shared->bar;
	obstacle[OBSTACLE_NOT_MEASURED] = !own->measured && shared->bar > 0;
	obstacle[OBSTACLE_LATENCY] =
		shared->budget_ms > 0 && result->latency_ms > shared->budget_ms;
	obstacle[OBSTACLE_API_RULED_OUT] =
		own->serving == SERVE_API && shared->api_ruled_out != 0;
	result->feasible = true;
	for (int i = 0; i < OBSTACLES; i++)
		if (obstacle[i])
			result->feasible = false;
}

/* NaN where there is nothing to divide by, or next to nothing. */
static double per_thousand(double money, double count)
{
	double each = count > 0 ? 1000 * money / count : NAN;

	return isfinite(each) ? each : NAN;
}

static void compare_one(const struct facts *facts, int option, double requests,
	struct option_result *result)
{
	const struct option_facts *own = &facts->option[option];
	const struct ledger *ledger = &result->ledger;

	cost_option(facts, option, &result->ledger);
	result->form = (struct option_form){
		.tuned = own->adaptation == ADAPT_TUNE,
		.selfhosted = own->serving == SERVE_SELFHOST,
	};
	result->pass_rate = own->measured ? own->pass_rate : NAN;
	result->latency_ms = cost_latency(facts, option);
	result->people_hours = cost_people_hours(facts, option);
	result->cost_per_1k = per_thousand(ledger->total_nominal, requests);
	result->cost_per_1k_good =
		per_thousand(ledger->total_nominal, ledger->good);
	find_obstacles(facts, option, result);
}

/* ---- the best of several ------------------------------------------------ */

static bool is_cheaper(
	const struct option_result *a, const struct option_result *b)
{
	return a->ledger.total_pv < b->ledger.total_pv;
}

static double ranked_pass_rate(const struct option_result *option)
{
	return isnan(option->pass_rate) ? 0 : option->pass_rate;
}

/* Feasible ones first, the cheapest of them; none feasible: the one that
 * comes out right most often. */
static bool is_better(
	const struct option_result *a, const struct option_result *b)
{
	if (a->feasible != b->feasible)
		return a->feasible;
	if (!a->feasible && ranked_pass_rate(a) != ranked_pass_rate(b))
		return ranked_pass_rate(a) > ranked_pass_rate(b);
	return is_cheaper(a, b);
}

static int best(const struct result *result, bool tuned)
{
	const struct option_result *option = result->option;
	int found = -1;

	for (int i = 0; i < result->options; i++)
		if (option[i].form.tuned == tuned &&
			(found < 0 || is_better(&option[i], &option[found])))
			found = i;
	return found;
}

static int cheapest(const struct result *result)
{
	const struct option_result *option = result->option;
	int found = -1;

	for (int i = 0; i < result->options; i++)
		if (option[i].feasible &&
			(found < 0 || is_cheaper(&option[i], &option[found])))
			found = i;
	return found;
}

void compare_options(const struct facts *facts, struct result *result)
{
	result->options = facts->options;
	result->horizon = cost_horizon(facts);
	result->requests = cost_requests(facts);
	for (int i = 0; i < facts->options; i++)
		compare_one(facts, i, result->requests, &result->option[i]);
	result->baseline = best(result, false);
	result->tuned = best(result, true);
	result->cheapest = cheapest(result);
}

/* ---- tuned against baseline --------------------------------------------- */

static double running(const struct ledger *ledger)
{
	return ledger->by_category[CATEGORY_SERVING] +
	       ledger->by_category[CATEGORY_FAILURES];
}

static double overhead(const struct ledger *ledger)
{
	return ledger->by_category[CATEGORY_BUILD] +
	       ledger->by_category[CATEGORY_DATA] +
	       ledger->by_category[CATEGORY_EVALUATION] +
	       ledger->by_category[CATEGORY_TRAINING] +
	       ledger->by_category[CATEGORY_MAINTENANCE];
}

static double savings_ratio(const struct savings *savings)
{
	if (savings->overhead <= 0 && savings->net > 0)
		return INFINITY;
	if (savings->running <= 0)
		return 0;
	return savings->running / savings->overhead;
}

/* From the far end back while the tuned one stays at or below. */
static int payback_month(
	const struct ledger *baseline, const struct ledger *tuned, int horizon)
{
	int month = horizon + 1;

	while (month > 0 &&
		tuned->cumulative[month - 1] <= baseline->cumulative[month - 1])
		month--;
	return month <= horizon ? month : -1;
}

static void find_break_even(const struct facts *facts,
	const struct result *result, struct savings *savings)
{
	struct volume_curve baseline, tuned;
	struct crossing crossing;

	volume_curve_of(&baseline, facts, result->baseline);
	volume_curve_of(&tuned, facts, result->tuned);
	if (!volume_curve_crossing(&baseline, &tuned,
		    facts->shared.requests_per_month, &crossing))
		return;
	savings->break_even_requests = crossing.requests;
	savings->break_even_side =
		crossing.holds_above ? SIDE_ABOVE : SIDE_BELOW;
}

static const struct savings no_savings = {
	.running = NAN,
	.overhead = NAN,
	.net = NAN,
	.ratio = NAN,
	.payback_month = -1,
	.break_even_requests = NAN,
	.break_even_side = SIDE_NONE,
	.p_pays = NAN,
};

/* Not the difference of the totals: so net and ratio always agree. */
static void fill_net(const struct result *result, struct savings *savings)
{
	const struct ledger *baseline, *tuned;

	baseline = &result->option[result->baseline].ledger;
	tuned = &result->option[result->tuned].ledger;
	savings->running = running(baseline) - running(tuned);
	savings->overhead = overhead(tuned) - overhead(baseline);
	savings->net = savings->running - savings->overhead;
}

double compare_net(const struct result *result)
{
	struct savings savings = no_savings;

	if (result->baseline >= 0 && result->tuned >= 0)
		fill_net(result, &savings);
	return savings.net;
}

void compare_savings(const struct facts *facts, struct result *result)
{
	const struct ledger *baseline, *tuned;
	struct savings *savings = &result->savings;

	*savings = no_savings;
	if (result->baseline < 0 || result->tuned < 0)
		return;
	baseline = &result->option[result->baseline].ledger;
	tuned = &result->option[result->tuned].ledger;
	fill_net(result, savings);
	savings->ratio = savings_ratio(savings);
	savings->payback_month =
		payback_month(baseline, tuned, result->horizon);
	/* The base case is one scenario, and certain. */
	savings->p_pays =
		savings->net > 0 && result->option[result->tuned].feasible;
	find_break_even(facts, result, savings);
}
