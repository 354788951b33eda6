/*
 * The odds of nine sessions, worked out by another program with scenarios of
 * its own: what is not drawn at random agrees to 1e-6 of itself, what is
 * within 4 standard errors of the two samples.
 *
 * Their errors are those of independent draws. The error of a percentile is
 * read off the distance between percentiles of ours; that of what knowing is
 * worth, off other seeds of ours with as many scenarios as theirs, since the
 * bins make it larger the fewer there are.
 */
#include <criterion/criterion.h>
#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model.h"
#include "session_file.h"

enum { VECTORS = 9, SEEDS = 24 };

static struct session session;
static struct result result;
static struct odds odds;
static struct odds_work work;
static json_t *expected;
static int number; /* of the vector, for messages */

static void read_vector(int which)
{
	char path[512];
	struct file_issue issue;
	json_error_t error;

	number = which;
	snprintf(path, sizeof(path), TEST_DATA "/vectors/case-%02d.cfg", which);
	cr_assert(session_file_read(path, &session, NULL, &issue), "%s", path);
	evaluate(&session, &result);
	evaluate_odds(&session, &result, &odds, &work);
	snprintf(
		path, sizeof(path), TEST_DATA "/vectors/case-%02d.json", which);
	expected = json_load_file(path, 0, &error);
	cr_assert(expected, "%s: %s", path, error.text);
}

static double figure(const json_t *in, const char *key)
{
	return json_number_value(json_object_get(in, key));
}

/* The entry of an input in a list of theirs, or NULL. */
static const json_t *entry(const json_t *list, struct place place)
{
	char key[SESSION_KEY];

	session_key(place, key, sizeof(key));
	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *object = json_array_get(list, i);
		const json_t *input = json_object_get(object, "input");

		if (!strcmp(json_string_value(input), key))
			return object;
	}
	return NULL;
}

static void expect_same(
	struct place place, const json_t *theirs, const char *key, double ours)
{
	double other = figure(theirs, key);
	char name[SESSION_KEY];

	session_key(place, name, sizeof(name));
	cr_expect(fabs(ours - other) <=
			  1e-6 * fmax(fabs(ours), fabs(other)) + 1e-15,
		"%d: %s of %s is %.15g, not %.15g", number, key, name, ours,
		other);
}

Test(odds_vectors, tornado)
{
	for (int v = 1; v <= VECTORS; v++) {
		const json_t *list;

		read_vector(v);
		list = json_object_get(expected, "tornado");
		cr_assert_eq(json_array_size(list), (size_t)odds.tornado.count);
		for (int i = 0; i < odds.tornado.count; i++) {
			const struct swing *ours = &odds.tornado.swing[i];
			const json_t *theirs = entry(list, ours->place);

			cr_assert(theirs);
			expect_same(ours->place, theirs, "low", ours->low);
			expect_same(ours->place, theirs, "high", ours->high);
			expect_same(
				ours->place, theirs, "net_low", ours->net_low);
			expect_same(ours->place, theirs, "net_high",
				ours->net_high);
		}
		json_decref(expected);
	}
}

Test(odds_vectors, flips)
{
	for (int v = 1; v <= VECTORS; v++) {
		const json_t *list;

		read_vector(v);
		list = json_object_get(expected, "flips");
		cr_expect_eq(json_array_size(list), (size_t)odds.flips.count,
			"%d: %d flips, not %zu", v, odds.flips.count,
			json_array_size(list));
		for (int i = 0; i < odds.flips.count; i++) {
			const struct flip *ours = &odds.flips.flip[i];
			const json_t *theirs = entry(list, ours->place);

			cr_expect(theirs, "%d: a flip of ours alone", v);
			if (!theirs)
				continue;
			expect_same(ours->place, theirs, "base", ours->base);
			expect_same(ours->place, theirs, "flip", ours->flip);
		}
		json_decref(expected);
	}
}

/* ---- what is drawn at random --------------------------------------------- */

/* error is one standard error of theirs; ours has more scenarios, and the
 * last digits of either are worth nothing. */
static void expect_near(const char *what, double ours, double theirs,
	double error, double scale)
{
	double both =
		error * sqrt(1 + figure(json_object_get(expected, "simulation"),
					 "scenarios") /
					 odds.simulation.scenarios);

	cr_expect(fabs(ours - theirs) <= 4 * both + 1e-9 * fabs(scale),
		"%d: %s is %.9g, not %.9g +- %.3g", number, what, ours, theirs,
		both);
}

static double their_scenarios(void)
{
	return figure(json_object_get(expected, "simulation"), "scenarios");
}

/* Even 0 of 3000 leaves room for one more. */
static void expect_share(const char *what, double ours, const json_t *in)
{
	double n = their_scenarios(), theirs = figure(in, what);
	double p = (ours * n + 0.5) / (n + 1);

	expect_near(what, ours, theirs, sqrt(p * (1 - p) / n), 0);
}

/* Scenarios between two percentiles say how dense they lie there: of the error
 * of the share below, what that is in money. A long tail is less dense further
 * out: twice as much. */
static void expect_spread(const struct spread *ours, const json_t *theirs)
{
	double root = sqrt(their_scenarios());
	double scale = fmax(fabs(ours->p05), fabs(ours->p95));
	double deviation = (ours->p95 - ours->p05) / (2 * QUANTITY_Z);
	double below = (ours->p50 - ours->p05) / 0.45;
	double above = (ours->p95 - ours->p50) / 0.45;
	double tail = 2 * 0.218 / root, middle = 0.5 / root;

	expect_near("mean", ours->mean, figure(theirs, "mean"),
		1.3 * deviation / root, scale);
	expect_near("p05", ours->p05, figure(theirs, "p05"), tail * 2 * below,
		scale);
	expect_near("p50", ours->p50, figure(theirs, "p50"),
		middle * fmax(below, above), scale);
	expect_near("p95", ours->p95, figure(theirs, "p95"), tail * 2 * above,
		scale);
}

Test(odds_vectors, spreads_and_chances)
{
	for (int v = 1; v <= VECTORS; v++) {
		const struct simulation *ours = &odds.simulation;
		const json_t *theirs, *options;

		read_vector(v);
		theirs = json_object_get(expected, "simulation");
		options = json_object_get(theirs, "options");
		expect_spread(&ours->net, json_object_get(theirs, "net"));
		expect_share("p_net_positive", ours->p_net_positive, theirs);
		expect_share("p_pays", ours->p_pays, theirs);
		expect_share("p_none_feasible", ours->p_none_feasible, theirs);
		for (int i = 0; i < result.options; i++) {
			const json_t *option =
				json_array_get(options, (size_t)i);
			const struct option_odds *odd = &ours->option[i];

			expect_spread(&odd->total_pv, option);
			expect_share("p_feasible", odd->p_feasible, option);
			expect_share("p_cheapest", odd->p_cheapest, option);
		}
		json_decref(expected);
	}
}

/* ---- regrets and what knowing is worth ----------------------------------- */

/* A figure over several seeds, each with as many scenarios as theirs. */
struct sample {
	double sum, squares;
};

static struct sample evpi[1], regret[SESSION_OPTIONS], evppi[RANGED_MAX];
static struct ranged ranged;

static void put(struct sample *sample, double x)
{
	sample->sum += x;
	sample->squares += x * x;
}

static int index_of(struct place place)
{
	int i = 0;

	while (ranged.place[i].input != place.input ||
		ranged.place[i].option != place.option)
		i++;
	return i;
}

static void sample_seed(int seed)
{
	static struct simulation simulation;
	struct simulation_setup setup = {.scenarios = their_scenarios()};
	struct issue issue;
	char text[16];

	snprintf(text, sizeof(text), "%d", 100 + seed);
	cr_assert(session_set(
		&session, SHARED_PLACE(IN_session_seed), text, &issue));
	simulation_start_as(&work.simulator, &session, &result, &setup);
	while (simulation_step(&work.simulator, 1e6))
		;
	simulation_read(&work.simulator, &simulation);
	put(evpi, simulation.evpi);
	for (int i = 0; i < result.options; i++)
		put(&regret[i], simulation.option[i].regret);
	for (int i = 0; i < simulation.measures; i++)
		put(&evppi[index_of(simulation.measure[i].place)],
			simulation.measure[i].value);
}

/* Seeds of ours vary less than independent draws would: the error of a mean of
 * regrets is at least their deviation over the root of theirs. */
static void expect_sample(const char *what, const struct sample *sample,
	double theirs, double error, double scale)
{
	double mean = sample->sum / SEEDS;
	double variance = sample->squares / SEEDS - mean * mean;

	variance = fmax(0, variance) * SEEDS / (SEEDS - 1);
	error = sqrt(variance * (1 + 1.0 / SEEDS) + error * error);
	cr_expect(fabs(mean - theirs) <= 4 * error + 1e-9 * scale,
		"%d: %s is %.9g, not %.9g +- %.3g", number, what, mean, theirs,
		error);
}

/* The error of the mean of option i's regrets, drawn independently. */
static double regret_error(int i)
{
	const struct option_sums *sums = &work.simulator.option[i];
	double n = work.simulator.done;
	double mean = (sums->regret.sum + sums->regret.rest) / n;
	double squares =
		(sums->regret_squared.sum + sums->regret_squared.rest) / n;

	return sqrt(fmax(0, squares - mean * mean) / their_scenarios());
}

static void expect_regrets(const json_t *theirs)
{
	const json_t *options = json_object_get(theirs, "options");
	const json_t *inputs = json_object_get(theirs, "evppi");
	double scale = 0, least = INFINITY, error = 0;

	for (int i = 0; i < result.options; i++) {
		scale = fmax(scale, odds.simulation.option[i].total_pv.p95);
		if (odds.simulation.option[i].regret < least) {
			least = odds.simulation.option[i].regret;
			error = regret_error(i);
		}
	}
	for (int i = 0; i < result.options; i++)
		expect_sample("regret", &regret[i],
			figure(json_array_get(options, (size_t)i), "regret"),
			regret_error(i), scale);
	expect_sample("evpi", evpi, figure(theirs, "evpi"), error, scale);
	cr_assert_eq(json_array_size(inputs), (size_t)ranged.count);
	for (int i = 0; i < ranged.count; i++)
		expect_sample("evppi", &evppi[i],
			figure(entry(inputs, ranged.place[i]), "value"), error,
			scale);
}

Test(odds_vectors, regrets_and_what_knowing_is_worth)
{
	for (int v = 1; v <= VECTORS; v++) {
		read_vector(v);
		ranged_list(&ranged, &session);
		memset(evpi, 0, sizeof(evpi));
		memset(regret, 0, sizeof(regret));
		memset(evppi, 0, sizeof(evppi));
		for (int seed = 0; seed < SEEDS; seed++)
			sample_seed(seed);
		expect_regrets(json_object_get(expected, "simulation"));
		json_decref(expected);
	}
}
