/*
 * How far the odds of 100 000 scenarios are from those of very many: what the
 * lattice is for.
 */
#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>

#include "figures.h"
#include "ranges.h"

enum { SEEDS = 20 };

static struct session session;
static struct result result;
static struct simulator simulator;

static struct simulation simulate(unsigned seed, double scenarios)
{
	const struct simulation_setup setup = {.scenarios = scenarios};
	struct simulation odds;
	char text[16];

	snprintf(text, sizeof(text), "%u", seed);
	answer(&session, "seed", text);
	simulation_start_as(&simulator, &session, &result, &setup);
	while (simulation_step(&simulator, 1e6))
		;
	simulation_read(&simulator, &odds);
	return odds;
}

static void expect_share(
	const char *what, unsigned seed, double few, double many)
{
	cr_expect_leq(fabs(few - many), 0.003, "seed %u: %s is %g, not %g",
		seed, what, few, many);
}

/* As independent draws one in 17 would be off by more than 0.3 points, and the
 * root of their mean square 0.16 points. */
static void check_seeds(double many_scenarios, int ranged)
{
	struct simulation many;
	double squares = 0;

	evaluate(&session, &result);
	many = simulate(12345, many_scenarios);
	cr_expect_eq(many.measures, ranged);
	cr_expect(many.p_net_positive > 0.3 && many.p_net_positive < 0.7,
		"a close call: %g", many.p_net_positive);
	for (unsigned seed = 0; seed < SEEDS; seed++) {
		struct simulation few = simulate(seed, 100e3);
		double off = few.p_net_positive - many.p_net_positive;

		expect_share("p_net_positive", seed, few.p_net_positive,
			many.p_net_positive);
		expect_share("p_pays", seed, few.p_pays, many.p_pays);
		squares += off * off;
	}
	cr_expect_lt(sqrt(squares / SEEDS), 0.0008);
}

Test(odds_seeds, a_close_call_is_the_same_for_every_seed)
{
	close_call(&session);
	check_seeds(4e6, 10);
}

/* Most of its inputs are beyond the lattice's first 16. */
Test(odds_seeds, so_is_one_with_a_hundred_ranges)
{
	random_session(&session, 136, 4, 2);
	check_seeds(1e6, 96);
}
