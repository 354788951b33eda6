#include "simulation_parts.h"

#include <math.h>
#include <string.h>

static struct spread point(double value)
{
	return (struct spread){value, value, value, value, 0};
}

/* Is a the better choice? Feasible ones by cost; the others by pass rate (not
 * measured counts as 0), then by cost. */
static bool better(const struct option_result *a, const struct option_result *b)
{
	double pass_a = isnan(a->pass_rate) ? 0 : a->pass_rate;
	double pass_b = isnan(b->pass_rate) ? 0 : b->pass_rate;

	if (a->feasible != b->feasible)
		return a->feasible;
	if (!a->feasible && pass_a != pass_b)
		return pass_a > pass_b;
	return a->ledger.total_pv < b->ledger.total_pv;
}

int simulation_fallback(const struct result *result, int option)
{
	int best = -1;

	for (int i = 0; i < result->options; i++) {
		if (i == option)
			continue;
		if (best < 0 ||
			better(&result->option[i], &result->option[best]))
			best = i;
	}
	return best;
}

/* The money spent by choosing an option: its own, or what was paid for it in
 * month 0 and then the fallback's, if it does not do and another one does. */
static double loss(const struct result *result, int option)
{
	const struct option_result *own = &result->option[option];
	int other = simulation_fallback(result, option);

	if (own->feasible || result->cheapest < 0 || other < 0)
		return own->ledger.total_pv;
	return own->ledger.monthly[0] + result->option[other].ledger.total_pv;
}

void simulation_base(const struct result *result, struct simulation *simulation)
{
	double least = INFINITY;
	double net = result->savings.net;

	memset(simulation, 0, sizeof(*simulation));
	simulation->scenarios = 1;
	simulation->net = point(net);
	simulation->p_net_positive = isnan(net) ? NAN : net > 0;
	simulation->p_pays = result->savings.p_pays;
	simulation->p_none_feasible = result->cheapest < 0;
	for (int i = 0; i < result->options; i++)
		least = fmin(least, loss(result, i));
	for (int i = 0; i < result->options; i++)
		simulation->option[i] = (struct option_odds){
			.total_pv = point(result->option[i].ledger.total_pv),
			.p_feasible = result->option[i].feasible,
			.p_cheapest = result->cheapest == i,
			.regret = loss(result, i) - least,
		};
}
