/*
 * From sums over scenarios to odds.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "simulation_parts.h"

/* ---- sums ---------------------------------------------------------------- */

/* A. Neumaier, ZAMM 54 (1974), 39-51: what an addition rounds off is added up
 * too. */
void sum_add(struct sum *sum, double value)
{
	double total = sum->sum + value;

	if (fabs(sum->sum) >= fabs(value))
		sum->rest += (sum->sum - total) + value;
	else
		sum->rest += (value - total) + sum->sum;
	sum->sum = total;
}

double sum_of(const struct sum *sum)
{
	return sum->sum + sum->rest;
}

/* ---- spreads and chances ------------------------------------------------- */

static struct spread spread_of(
	const struct sum *sum, struct order orders[3], double count)
{
	return (struct spread){
		.mean = sum_of(sum) / count,
		.p05 = order_value(&orders[0]),
		.p50 = order_value(&orders[1]),
		.p95 = order_value(&orders[2]),
		.error = fmax(order_error(&orders[0]), order_error(&orders[2])),
	};
}

/* Of a share counted; never 0, since even 1000 of 1000 is no certainty. A.
 * Agresti, B. A. Coull, The American Statistician 52 (1998), 119-126. */
static double share_error(double hits, double count)
{
	double share = (hits + 2) / (count + 4);

	return sqrt(share * (1 - share) / (count + 4));
}

static void read_net(struct simulator *simulator, struct simulation *simulation)
{
	double count = simulator->done;

	if (!simulation_has_pair(simulator)) {
		simulation->net = (struct spread){NAN, NAN, NAN, NAN, 0};
		simulation->p_net_positive = NAN;
		simulation->p_pays = NAN;
		return;
	}
	simulation->net =
		spread_of(&simulator->net_sum, simulator->net_order, count);
	simulation_read_bars(simulator, &simulation->histogram);
	simulation->p_net_positive = simulator->net_positive / count;
	simulation->p_net_positive_error =
		share_error(simulator->net_positive, count);
	simulation->p_pays = simulator->pays / count;
	simulation->p_pays_error = share_error(simulator->pays, count);
}

static void read_option(
	struct simulator *simulator, int option, struct option_odds *odds)
{
	const struct option_sums *sums = &simulator->option[option];
	double count = simulator->done;

	*odds = (struct option_odds){
		.total_pv = spread_of(
			&sums->total, simulator->option_order[option], count),
		.p_feasible = sums->feasible / count,
		.p_cheapest = sums->cheapest / count,
		.p_cheapest_error = share_error(sums->cheapest, count),
		.regret = sum_of(&sums->regret) / count,
	};
}

/* ---- what knowing is worth ----------------------------------------------- */

/* What a bad surprise costs the best choice that none of the scenarios so far
 * has shown: it, or everything, turns out not to do. */
static double worst_surprise(const struct simulator *simulator,
	const struct simulation *simulation, int best)
{
	const struct option_result *option = simulator->base.option;
	double own = option[best].ledger.total_pv, worst = 0;
	int other = simulator->fallback[best];

	if (other >= 0)
		worst = option[best].ledger.monthly[0] +
			option[other].ledger.total_pv - own;
	for (int i = 0; i < simulator->base.options; i++) {
		worst = fmax(worst, own - option[i].ledger.total_pv);
		worst = fmax(worst, simulation->option[i].regret);
	}
	return worst;
}

/* The least mean loss is that of the least mean regret, the two differ by the
 * mean of the least loss; so evpi is that regret. */
static void read_evpi(
	const struct simulator *simulator, struct simulation *simulation)
{
	double count = simulator->done;
	int best = 0;
	double squared;

	for (int i = 1; i < simulator->base.options; i++)
		if (simulation->option[i].regret <
			simulation->option[best].regret)
			best = i;
	simulation->evpi = simulation->option[best].regret;
	squared = sum_of(&simulator->option[best].regret_squared) / count;
	simulation->evpi_error = sqrt(
		fmax(0, squared - simulation->evpi * simulation->evpi) / count);
	simulation->evpi_reach =
		5 * simulation->evpi_error +
		3 / count * worst_surprise(simulator, simulation, best);
}

/* Bins that are put together while there are few scenarios: with a few dozens
 * in each, chance would make every input look worth measuring. */
static int bins_together(const struct simulator *simulator)
{
	enum { ENOUGH = 128 };
	int together = 1;

	if (simulator->done >= simulator->target)
		return 1;
	while (together < BINS / 2 &&
		simulator->done * together < (double)ENOUGH * BINS)
		together *= 2;
	return together;
}

/* With regrets for losses in it the formula is the same (what is taken off is
 * the same for all options), and no digits are lost. */
static double read_evppi(const struct simulator *simulator, int input)
{
	int options = simulator->base.options;
	int width = options <= 4 ? 4 : 8;
	int together = bins_together(simulator);
	const double *bins = simulator->bin[input];
	double all[SESSION_OPTIONS] = {0};
	double informed = 0, blind = INFINITY;

	for (int b = 0; b < BINS; b += together) {
		double least = INFINITY;

		for (int i = 0; i < options; i++) {
			double regret = 0;

			for (int k = b; k < b + together; k++)
				regret += bins[k * width + i];
			all[i] += regret;
			least = fmin(least, regret);
		}
		informed += least;
	}
	for (int i = 0; i < options; i++)
		blind = fmin(blind, all[i]);
	return fmax(0, blind - informed) / simulator->done;
}

static int largest_first(const void *a, const void *b)
{
	const struct measure_first *x = (const struct measure_first *)a;
	const struct measure_first *y = (const struct measure_first *)b;

	if (x->value != y->value)
		return x->value < y->value ? 1 : -1;
	if (x->place.option != y->place.option)
		return x->place.option - y->place.option;
	return (int)x->place.input - (int)y->place.input;
}

static void read_measures(
	const struct simulator *simulator, struct simulation *simulation)
{
	simulation->measures = simulator->ranged.count;
	for (int i = 0; i < simulator->ranged.count; i++)
		simulation->measure[i] = (struct measure_first){
			.place = simulator->ranged.place[i],
			.value = read_evppi(simulator, i),
		};
	qsort(simulation->measure, (size_t)simulation->measures,
		sizeof(simulation->measure[0]), largest_first);
}

bool simulation_tells(const struct simulation *simulation,
	const struct measure_first *measure)
{
	return measure->value > 0 &&
	       measure->value >= 2 * simulation->evpi_error;
}

bool simulation_is_close(const struct simulation *simulation)
{
	return simulation->measures > 0 && simulation->p_net_positive > 0.25 &&
	       simulation->p_net_positive < 0.75;
}

void simulation_read(struct simulator *simulator, struct simulation *simulation)
{
	simulation_base(&simulator->base, simulation);
	if (simulator->ranged.count == 0 || simulator->base.options == 0)
		return;
	simulation->scenarios = simulator->done;
	read_net(simulator, simulation);
	for (int i = 0; i < simulator->base.options; i++)
		read_option(simulator, i, &simulation->option[i]);
	simulation->p_none_feasible =
		simulator->none_feasible / simulator->done;
	read_evpi(simulator, simulation);
	read_measures(simulator, simulation);
}
