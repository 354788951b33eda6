#include "plain_odds.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lane_math.h"
#include "plan.h"

/* ---- one scenario -------------------------------------------------------- */

static double deviate(double share)
{
	double q = share - 0.5;

	if (fabs(q) <= 0.425)
		return lane_deviate_central(q);
	return q < 0 ? -lane_deviate_tail(share) : lane_deviate_tail(1 - share);
}

void plain_draw(const struct simulator *simulator,
	const struct session *session, uint32_t scenario, struct facts *facts,
	struct plain_scenario *out)
{
	for (int i = 0; i < simulator->ranged.count; i++) {
		struct place place = simulator->ranged.place[i];
		const struct input_row *row = &input_table[place.input];
		uint32_t drawn =
			sampling_draw(&simulator->sampling, scenario, i);
		double x;

		out->share[i] = (drawn + 0.5) / 4294967296.0;
		x = quantity_at(session_quantity(session, place), row->kind,
			deviate(out->share[i]));
		if (row->offset >= 0)
			*facts_at(facts, place) =
				fmin(fmax(x, row->min), row->max);
	}
}

static bool is_feasible(
	const struct result *base, const struct facts *facts, int option)
{
	const struct shared_facts *shared = &facts->shared;
	const struct option_facts *own = &facts->option[option];
	bool measured = !isnan(base->option[option].pass_rate);
	double pass_rate = measured ? own->pass_rate : 0;

	if (pass_rate < shared->bar)
		return false;
	if (shared->budget_ms > 0 &&
		cost_latency(facts, option) > shared->budget_ms)
		return false;
	return !(own->serving == SERVE_API && shared->api_ruled_out != 0);
}

void plain_work(const struct result *base, const struct facts *facts,
	struct plain_scenario *out)
{
	for (int i = 0; i < base->options; i++) {
		struct plan plan;

		out->total[i] = cost_present_value(facts, i);
		out->feasible[i] = is_feasible(base, facts, i);
		plan_of(&plan, facts, i);
		out->upfront[i] = 0;
		for (int c = 0; c < CATEGORIES; c++)
			out->upfront[i] += plan.upfront.money[c];
	}
}

/* ---- all of them --------------------------------------------------------- */

enum { BINS_OF_32 = 32 };

struct tally {
	const struct simulator *simulator;
	const struct result *base;
	double count;
	double *total[SESSION_OPTIONS], *net;
	double loss[SESSION_OPTIONS]; /* sums */
	double least;                 /* of the least loss in each */
	double bin[RANGED_MAX][BINS_OF_32][SESSION_OPTIONS];
};

static int cheapest_feasible(
	const struct result *base, const struct plain_scenario *scenario)
{
	int cheapest = -1;

	for (int i = 0; i < base->options; i++)
		if (scenario->feasible[i] &&
			(cheapest < 0 ||
				scenario->total[i] < scenario->total[cheapest]))
			cheapest = i;
	return cheapest;
}

static double loss_of(const struct tally *tally,
	const struct plain_scenario *scenario, int option, bool none)
{
	int other = tally->simulator->fallback[option];

	if (scenario->feasible[option] || none || other < 0)
		return scenario->total[option];
	return scenario->upfront[option] + scenario->total[other];
}

static void add_losses(
	struct tally *tally, const struct plain_scenario *scenario, bool none)
{
	double loss[SESSION_OPTIONS], least = INFINITY;

	for (int i = 0; i < tally->base->options; i++) {
		loss[i] = loss_of(tally, scenario, i, none);
		tally->loss[i] += loss[i];
		least = fmin(least, loss[i]);
	}
	tally->least += least;
	for (int k = 0; k < tally->simulator->ranged.count; k++) {
		int bin = (int)(scenario->share[k] * BINS_OF_32);

		for (int i = 0; i < tally->base->options; i++)
			tally->bin[k][bin][i] += loss[i];
	}
}

static void add(struct tally *tally, int at,
	const struct plain_scenario *scenario, struct simulation *out)
{
	int baseline = tally->base->baseline, tuned = tally->base->tuned;
	int cheapest = cheapest_feasible(tally->base, scenario);

	for (int i = 0; i < tally->base->options; i++) {
		tally->total[i][at] = scenario->total[i];
		out->option[i].p_feasible += scenario->feasible[i];
	}
	if (cheapest >= 0)
		out->option[cheapest].p_cheapest++;
	else
		out->p_none_feasible++;
	add_losses(tally, scenario, cheapest < 0);
	if (baseline < 0 || tuned < 0)
		return;
	tally->net[at] = scenario->total[baseline] - scenario->total[tuned];
	if (tally->net[at] > 0) {
		out->p_net_positive++;
		out->p_pays += scenario->feasible[tuned];
	}
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double percentile(const double *sorted, double count, double share)
{
	double place = (count - 1) * share;
	size_t rank = (size_t)place;
	double beyond = place - (double)rank;

	return beyond > 0 ? sorted[rank] +
				    (sorted[rank + 1] - sorted[rank]) * beyond
			  : sorted[rank];
}

static struct spread spread_of(double *values, double count)
{
	double sum = 0;

	qsort(values, (size_t)count, sizeof(*values), by_size);
	for (size_t i = 0; i < (size_t)count; i++)
		sum += values[i];
	return (struct spread){
		.mean = sum / count,
		.p05 = percentile(values, count, 0.05),
		.p50 = percentile(values, count, 0.5),
		.p95 = percentile(values, count, 0.95),
	};
}

static double least_of(const double *values, int count)
{
	double least = values[0];

	for (int i = 1; i < count; i++)
		least = fmin(least, values[i]);
	return least;
}

static void value_knowing(const struct tally *tally, struct simulation *out)
{
	int options = tally->base->options;
	double blind = least_of(tally->loss, options);

	out->evpi = (blind - tally->least) / tally->count;
	out->measures = tally->simulator->ranged.count;
	for (int k = 0; k < out->measures; k++) {
		double informed = 0;

		for (int bin = 0; bin < BINS_OF_32; bin++)
			informed += least_of(tally->bin[k][bin], options);
		out->measure[k] = (struct measure_first){
			.place = tally->simulator->ranged.place[k],
			.value = fmax(0, (blind - informed) / tally->count),
		};
	}
}

static void read_tally(struct tally *tally, struct simulation *out)
{
	bool pair = tally->base->baseline >= 0 && tally->base->tuned >= 0;
	double count = tally->count;

	for (int i = 0; i < tally->base->options; i++) {
		struct option_odds *odds = &out->option[i];

		odds->total_pv = spread_of(tally->total[i], count);
		odds->p_feasible /= count;
		odds->p_cheapest /= count;
		odds->regret = (tally->loss[i] - tally->least) / count;
	}
	out->p_none_feasible /= count;
	out->p_net_positive = pair ? out->p_net_positive / count : NAN;
	out->p_pays = pair ? out->p_pays / count : NAN;
	out->net = pair ? spread_of(tally->net, count)
			: (struct spread){NAN, NAN, NAN, NAN, 0};
	value_knowing(tally, out);
}

static void run(struct tally *tally, const struct session *session,
	struct simulation *out)
{
	struct plain_scenario scenario;
	struct facts facts;

	facts_base(&facts, session);
	for (uint32_t s = 0; s < (uint32_t)tally->count; s++) {
		plain_draw(tally->simulator, session, s, &facts, &scenario);
		plain_work(tally->base, &facts, &scenario);
		add(tally, (int)s, &scenario, out);
	}
	read_tally(tally, out);
}

bool plain_odds(const struct simulator *simulator,
	const struct session *session, struct simulation *simulation)
{
	struct tally *tally = calloc(1, sizeof(*tally));
	size_t count = (size_t)simulator->target;
	double *values = calloc(count * (SESSION_OPTIONS + 1), sizeof(double));
	bool room = tally && values;

	memset(simulation, 0, sizeof(*simulation));
	if (room) {
		tally->simulator = simulator;
		tally->base = &simulator->base;
		tally->count = simulator->target;
		for (int i = 0; i < SESSION_OPTIONS; i++)
			tally->total[i] = values + (size_t)i * count;
		tally->net = values + SESSION_OPTIONS * count;
		simulation->scenarios = simulator->target;
		run(tally, session, simulation);
	}
	free(values);
	free(tally);
	return room;
}
