/*
 * Drawing scenarios and adding up what comes out.
 */
#include "simulation.h"

#include <limits.h>
#include <math.h>
#include <string.h>

#include "simulation_parts.h"

/* ---- starting ------------------------------------------------------------ */

static const double shares[3] = {0.05, 0.5, 0.95};

static void init_orders(struct order orders[3], int keep)
{
	for (int i = 0; i < 3; i++)
		order_init(&orders[i], shares[i], keep);
}

static void init_tallies(struct simulator *simulator, int keep)
{
	for (int i = 0; i < simulator->base.options; i++) {
		simulator->option[i] = (struct option_sums){.feasible = 0};
		init_orders(simulator->option_order[i], keep);
	}
	init_orders(simulator->net_order, keep);
	simulator->net_sum = (struct sum){0, 0};
	simulator->net_positive = simulator->pays = 0;
	simulator->none_feasible = 0;
	simulator->early = 0;
	memset(&simulator->histogram, 0, sizeof(simulator->histogram));
	for (int i = 0; i < simulator->ranged.count; i++)
		memset(simulator->bin[i], 0, sizeof(simulator->bin[i]));
}

/* How much an input moves the net saving, as a power of two: a coarse measure,
 * so that no rounding on another machine changes an order that rests on it. */
static int weight_of(const struct tornado *tornado, struct place place)
{
	int power = INT_MIN;

	for (int i = 0; i < tornado->count; i++) {
		const struct swing *swing = &tornado->swing[i];

		if (place_equal(swing->place, place) &&
			swing->net_high != swing->net_low)
			frexp(swing->net_high - swing->net_low, &power);
	}
	return power;
}

/* The most important first; the others as they were. */
static void rank_inputs(
	struct simulator *simulator, const struct session *session)
{
	struct ranged *ranged = &simulator->ranged;
	int weight[RANGED_MAX];

	find_tornado(session, &simulator->base, &simulator->tornado);
	for (int i = 0; i < ranged->count; i++) {
		struct place place = ranged->place[i];
		int own = weight_of(&simulator->tornado, place), at = i;

		for (; at > 0 && weight[at - 1] < own; at--) {
			weight[at] = weight[at - 1];
			ranged->place[at] = ranged->place[at - 1];
		}
		weight[at] = own;
		ranged->place[at] = place;
	}
}

static void init_draws(
	struct simulator *simulator, const struct session *session)
{
	double seed = session_base(session, SHARED_PLACE(IN_session_seed));
	struct sampling *sampling = &simulator->sampling;
	struct series_columns deviates;

	ranged_list(&simulator->ranged, session);
	if (simulator->ranged.count == 0)
		simulator->target = 1;
	rank_inputs(simulator, session);
	*sampling = sampling_of((uint32_t)seed, simulator->target);
	if (simulator->ranged.count > 0)
		deviates_init(&deviates);
	for (int i = 0; i < simulator->ranged.count; i++) {
		ranged_draw(&simulator->draw[i], session,
			simulator->ranged.place[i], i, sampling);
		simulator->scenarios.kernel->expand(
			&simulator->draw[i], &deviates);
	}
}

void simulation_start_as(struct simulator *simulator,
	const struct session *session, const struct result *result,
	const struct simulation_setup *setup)
{
	struct facts facts;

	facts_base(&facts, session);
	simulator->base = *result;
	simulator->done = 0;
	simulator->again = false;
	simulator->block = 0;
	simulator->target = setup->scenarios;
	if (simulator->target < 1)
		simulator->target = session_base(
			session, SHARED_PLACE(IN_session_scenarios));
	scenarios_init(&simulator->scenarios, &facts, setup->kernel);
	init_draws(simulator, session);
	for (int i = 0; i < result->options; i++)
		simulator->fallback[i] = simulation_fallback(result, i);
	init_tallies(simulator, setup->keep > 0 ? setup->keep : ORDER_KEPT);
}

void simulation_start(struct simulator *simulator,
	const struct session *session, const struct result *result)
{
	simulation_start_as(simulator, session, result,
		&(struct simulation_setup){.keep = 0});
}

/* ---- one block of scenarios ---------------------------------------------- */

static void draw_block(struct simulator *simulator)
{
	const struct kernel *kernel = simulator->scenarios.kernel;

	for (int i = 0; i < simulator->ranged.count; i++) {
		struct place place = simulator->ranged.place[i];

		if (lanes_parts(place.input))
			kernel->draw(
				scenarios_vary(&simulator->scenarios, place),
				&simulator->draw[i], simulator->point);
	}
	scenarios_work(&simulator->scenarios);
}

static void add_options(struct simulator *simulator, int count)
{
	const struct kernel *kernel = simulator->scenarios.kernel;
	const struct verdicts *verdicts = &simulator->verdicts;

	for (int i = 0; i < simulator->base.options; i++) {
		const struct option_parts *parts =
			&simulator->scenarios.parts[i];
		struct option_sums *sums = &simulator->option[i];

		sum_add(&sums->total, kernel->add(parts->total, count));
		sum_add(&sums->regret, kernel->add(verdicts->regret[i], count));
		sum_add(&sums->regret_squared,
			kernel->add_squares(verdicts->regret[i], count));
		sums->feasible += kernel->add(parts->feasible, count);
		sums->cheapest += kernel->add(verdicts->cheapest[i], count);
	}
	simulator->none_feasible += kernel->add(verdicts->none_feasible, count);
}

static void find_net(struct simulator *simulator)
{
	const struct option_parts *parts = simulator->scenarios.parts;
	const double *baseline = parts[simulator->base.baseline].total;
	const double *tuned = parts[simulator->base.tuned].total;

	for (int l = 0; l < LANES; l++)
		simulator->net[l] = baseline[l] - tuned[l];
}

static void add_net(struct simulator *simulator, int count)
{
	const struct option_parts *tuned =
		&simulator->scenarios.parts[simulator->base.tuned];
	int positive = 0, pays = 0;

	for (int l = 0; l < count; l++) {
		bool saves = simulator->net[l] > 0;

		positive += saves;
		pays += saves & (tuned->feasible[l] > 0);
	}
	sum_add(&simulator->net_sum,
		simulator->scenarios.kernel->add(simulator->net, count));
	simulator->net_positive += positive;
	simulator->pays += pays;
}

static void add_bins(struct simulator *simulator, int count)
{
	const struct kernel *kernel = simulator->scenarios.kernel;
	int options = simulator->base.options;
	int width = options <= 4 ? 4 : 8;

	kernel->rows(
		simulator->rows, &simulator->verdicts, options, width, count);
	for (int i = 0; i < simulator->ranged.count; i++)
		kernel->bin(simulator->bin[i], simulator->rows, width,
			&simulator->draw[i], simulator->point);
}

static void add_orders(struct simulator *simulator, int count)
{
	const struct kernel *kernel = simulator->scenarios.kernel;

	for (int i = 0; i < simulator->base.options; i++)
		for (int k = 0; k < 3; k++)
			order_add(&simulator->option_order[i][k], kernel,
				simulator->scenarios.parts[i].total, count);
	if (simulation_has_pair(simulator))
		for (int k = 0; k < 3; k++)
			order_add(&simulator->net_order[k], kernel,
				simulator->net, count);
}

static void add_block(struct simulator *simulator, int count)
{
	struct option_parts *parts[SESSION_OPTIONS];

	for (int i = 0; i < simulator->base.options; i++)
		parts[i] = &simulator->scenarios.parts[i];
	simulator->scenarios.kernel->judge(&simulator->verdicts, parts,
		simulator->fallback, simulator->base.options);
	add_options(simulator, count);
	add_bins(simulator, count);
	if (simulation_has_pair(simulator)) {
		add_net(simulator, count);
		simulation_add_bars(simulator, count);
	}
}

static void work_block(struct simulator *simulator)
{
	double left = simulator->target - (double)simulator->block * LANES;
	int count = left < LANES ? (int)left : LANES;

	simulator->point =
		sampling_block(&simulator->sampling, simulator->block);
	draw_block(simulator);
	if (simulation_has_pair(simulator))
		find_net(simulator);
	add_orders(simulator, count);
	if (!simulator->again) {
		add_block(simulator, count);
		simulator->done += count;
	}
	simulator->block++;
}

/* ---- all of them --------------------------------------------------------- */

static bool orders_again(struct order orders[3])
{
	bool again = false;

	for (int k = 0; k < 3; k++)
		again |= order_again(&orders[k]);
	return again;
}

/* Those that know their percentile see the scenarios once more for nothing. */
static bool must_see_again(struct simulator *simulator)
{
	bool again = false;

	for (int i = 0; i < simulator->base.options; i++)
		again |= orders_again(simulator->option_order[i]);
	if (simulation_has_pair(simulator))
		again |= orders_again(simulator->net_order);
	return again;
}

bool simulation_step(struct simulator *simulator, double scenarios)
{
	long blocks = (long)ceil(scenarios / LANES);

	if (simulator->base.options == 0)
		return false;
	for (; blocks > 0; blocks--) {
		if ((double)simulator->block * LANES >= simulator->target) {
			if (!must_see_again(simulator))
				return false;
			simulator->again = true;
			simulator->block = 0;
		}
		work_block(simulator);
	}
	return true;
}
