/*
 * The odds against the plain way of working them out: the same scenarios, one
 * after the other through the formulas of cost.c, percentiles by sorting.
 */
#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "figures.h"
#include "ranges.h"
#include "support/plain_odds.h"

static struct session session;
static struct result result;
static struct simulator simulator;
static struct simulation odds, plain;
static char about[80]; /* the session, for messages */

static void begin_close_call(double scenarios)
{
	close_call(&session);
	evaluate(&session, &result);
	snprintf(about, sizeof(about), "close call, %.0f", scenarios);
}

static void begin_at_random(unsigned seed, int options, int one_in)
{
	random_session(&session, seed, options, one_in);
	evaluate(&session, &result);
	snprintf(about, sizeof(about), "%d options, 1 in %d, seed %u", options,
		one_in, seed);
}

/* ---- one scenario -------------------------------------------------------- */

static void check_block(uint32_t block)
{
	struct plain_scenario one;
	struct facts facts;

	facts_base(&facts, &session);
	for (uint32_t l = 0; l < LANES; l += 5) {
		plain_draw(
			&simulator, &session, block * LANES + l, &facts, &one);
		plain_work(&result, &facts, &one);
		for (int i = 0; i < result.options; i++) {
			const struct option_parts *parts =
				&simulator.scenarios.parts[i];

			cr_near_in(block, parts->total[l], one.total[i]);
			cr_expect_eq(parts->feasible[l], one.feasible[i],
				"%s: option %d", about, i);
		}
	}
}

/* Block after block, as each kernel draws and works it out. */
static void check_blocks(const struct kernel *kernel, uint32_t blocks)
{
	const struct simulation_setup setup = {
		.scenarios = blocks * LANES, .kernel = kernel};

	simulation_start_as(&simulator, &session, &result, &setup);
	for (uint32_t block = 0; block < blocks; block++) {
		cr_assert(simulation_step(&simulator, 1));
		check_block(block);
	}
}

Test(odds_plain, each_scenario_costs_what_its_figures_cost)
{
	for (int n = 0; kernel_nth(n); n++) {
		begin_close_call(0);
		check_blocks(kernel_nth(n), 20);
		for (int options = 1; options <= SESSION_OPTIONS; options++) {
			begin_at_random((unsigned)options, options, options);
			check_blocks(kernel_nth(n), 2);
		}
		begin_at_random(99, SESSION_OPTIONS, 1);
		check_blocks(kernel_nth(n), 2);
	}
}

/* ---- all figures --------------------------------------------------------- */

static void simulate(const struct simulation_setup *setup)
{
	simulation_start_as(&simulator, &session, &result, setup);
	while (simulation_step(&simulator, 1e6))
		;
	simulation_read(&simulator, &odds);
}

/* Money, as a share of what is at stake. */
static void expect_near(const char *what, double x, double y, double scale)
{
	cr_expect((isnan(x) && isnan(y)) || fabs(x - y) <= 1e-9 * scale,
		"%s: %s is %.17g, not %.17g", about, what, x, y);
}

static void expect_share(const char *what, double x, double y)
{
	cr_expect((isnan(x) && isnan(y)) || x == y,
		"%s: %s is %.17g, not %.17g", about, what, x, y);
}

static void expect_spread(const char *what, const struct spread *x,
	const struct spread *y, double scale)
{
	char name[80];

	snprintf(name, sizeof(name), "mean of %s", what);
	expect_near(name, x->mean, y->mean, scale);
	snprintf(name, sizeof(name), "p05 of %s", what);
	expect_near(name, x->p05, y->p05, scale);
	snprintf(name, sizeof(name), "p50 of %s", what);
	expect_near(name, x->p50, y->p50, scale);
	snprintf(name, sizeof(name), "p95 of %s", what);
	expect_near(name, x->p95, y->p95, scale);
}

static double most_at_stake(void)
{
	double most = 0;

	for (int i = 0; i < result.options; i++)
		most = fmax(most, fabs(plain.option[i].total_pv.p95));
	return most;
}

static void compare_option(int option, double most)
{
	const struct option_odds *x = &odds.option[option];
	const struct option_odds *y = &plain.option[option];

	expect_spread(
		"total", &x->total_pv, &y->total_pv, fabs(y->total_pv.p95));
	expect_share("p_feasible", x->p_feasible, y->p_feasible);
	expect_share("p_cheapest", x->p_cheapest, y->p_cheapest);
	expect_near("regret", x->regret, y->regret, most);
}

/* Ours are sorted. */
static void compare_measures(double most)
{
	cr_assert_eq(odds.measures, plain.measures);
	for (int i = 0; i < odds.measures; i++) {
		struct place place = odds.measure[i].place;
		char key[SESSION_KEY];
		int at = 0;

		while (at < plain.measures &&
			memcmp(&plain.measure[at].place, &place, sizeof(place)))
			at++;
		session_key(place, key, sizeof(key));
		cr_assert_lt(at, plain.measures, "%s: %s", about, key);
		expect_near(key, odds.measure[i].value, plain.measure[at].value,
			most);
	}
}

static void compare(void)
{
	double most = most_at_stake();

	cr_expect_eq(odds.scenarios, plain.scenarios);
	for (int i = 0; i < result.options; i++)
		compare_option(i, most);
	expect_spread("net", &odds.net, &plain.net, most);
	expect_share(
		"p_net_positive", odds.p_net_positive, plain.p_net_positive);
	expect_share("p_pays", odds.p_pays, plain.p_pays);
	expect_share(
		"p_none_feasible", odds.p_none_feasible, plain.p_none_feasible);
	expect_near("evpi", odds.evpi, plain.evpi, most);
	compare_measures(most);
}

static void check(double scenarios)
{
	struct simulation_setup setup = {.scenarios = scenarios};
	struct simulation best;

	simulate(&setup);
	cr_assert(plain_odds(&simulator, &session, &plain));
	compare();
	best = odds;
	for (int n = 0; kernel_nth(n); n++) {
		setup.kernel = kernel_nth(n);
		simulate(&setup);
		cr_expect_arr_eq(&odds, &best, sizeof(odds),
			"%s: other bits from %s", about, setup.kernel->name);
	}
}

Test(odds_plain, of_a_close_call)
{
	static const double counts[] = {1, 2, 127, 128, 129, 1000, 20000};

	for (int i = 0; i < 7; i++) {
		begin_close_call(counts[i]);
		check(counts[i]);
	}
}

Test(odds_plain, of_sessions_at_random)
{
	for (unsigned seed = 0; seed < 24; seed++) {
		begin_at_random(seed, 1 + (int)seed / 3, 1 + (int)seed % 5);
		check(200 + 37 * (double)seed);
	}
}

Test(odds_plain, of_the_largest_sessions)
{
	begin_at_random(1, SESSION_OPTIONS, 5);
	check(5000);
	cr_expect_geq(odds.measures, 60);
	begin_at_random(2, SESSION_OPTIONS, 1);
	check(1);
	check(500);
	cr_expect_geq(odds.measures, 300, "%d", odds.measures);
}

/* Percentiles have to see the scenarios several times then. */
Test(odds_plain, percentiles_in_little_room_are_the_same)
{
	const struct simulation_setup setup = {.scenarios = 20000, .keep = 256};

	begin_close_call(setup.scenarios);
	simulate(&setup);
	cr_assert(plain_odds(&simulator, &session, &plain));
	compare();
}
