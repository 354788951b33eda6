/*
 * The odds of a session: what must hold whatever is drawn.
 */
#include <criterion/criterion.h>
#include <math.h>

#include "figures.h"
#include "ranges.h"

static struct session session;
static struct result result;
static struct simulator simulator;
static struct simulation odds;

static void begin(void)
{
	close_call(&session);
	evaluate(&session, &result);
}

static void simulate(double slice)
{
	simulation_start(&simulator, &session, &result);
	while (simulation_step(&simulator, slice))
		;
	simulation_read(&simulator, &odds);
}

TestSuite(simulator, .init = begin);

static void expect_in_order(const struct spread *spread)
{
	cr_expect(isfinite(spread->mean));
	cr_expect_leq(spread->p05, spread->p50);
	cr_expect_leq(spread->p50, spread->p95);
}

Test(simulator, figures_are_probabilities_and_losses)
{
	double cheapest = odds.p_none_feasible, least = INFINITY;

	simulate(1e6);
	cheapest = odds.p_none_feasible;
	cr_expect_eq(odds.scenarios, 20000);
	expect_in_order(&odds.net);
	for (int i = 0; i < result.options; i++) {
		const struct option_odds *own = &odds.option[i];

		expect_in_order(&own->total_pv);
		cr_expect(own->p_feasible > 0 && own->p_feasible < 1);
		cr_expect_leq(own->p_cheapest, own->p_feasible);
		cr_expect_geq(own->regret, 0);
		cheapest += own->p_cheapest;
		least = fmin(least, own->regret);
	}
	cr_expect(fabs(cheapest - 1) < 1e-12,
		"somebody is the cheapest wherever somebody will do");
	cr_expect_leq(odds.p_pays, odds.p_net_positive);
	cr_expect(near(odds.evpi, least, 1e-9),
		"knowing everything takes away the least regret");
}

Test(simulator, the_same_whatever_the_slices)
{
	struct simulation whole;

	simulate(1e6);
	whole = odds;
	simulate(700);
	cr_expect_eq(whole.net.mean, odds.net.mean);
	cr_expect_eq(whole.net.p05, odds.net.p05);
	cr_expect_eq(whole.net.p95, odds.net.p95);
	cr_expect_eq(whole.p_pays, odds.p_pays);
	cr_expect_eq(whole.evpi, odds.evpi);
	cr_expect_eq(whole.option[1].regret, odds.option[1].regret);
}

Test(simulator, what_is_read_early_is_near_what_is_read_late)
{
	double early, error;

	simulation_start(&simulator, &session, &result);
	cr_assert(simulation_step(&simulator, 2048));
	simulation_read(&simulator, &odds);
	early = odds.p_pays;
	error = odds.p_pays_error;
	simulate(1e6);
	cr_expect_leq(fabs(odds.p_pays - early), 4 * error);
}

Test(simulator, another_seed_gives_other_odds_that_agree)
{
	double first;

	simulate(1e6);
	first = odds.p_net_positive;
	answer(&session, "seed", "99");
	simulate(1e6);
	cr_expect_leq(fabs(odds.p_net_positive - first),
		4 * odds.p_net_positive_error);
}

Test(simulator, without_ranges_the_base_case_is_the_one_scenario)
{
	two_options(&session);
	evaluate(&session, &result);
	simulate(1e6);
	cr_expect_eq(odds.scenarios, 1);
	cr_expect_eq(odds.measures, 0);
	cr_near(odds.net.mean, result.savings.net);
	cr_near(odds.option[0].total_pv.p95, result.option[0].ledger.total_pv);
}

Test(simulator, every_ranged_input_is_measured_the_largest_first)
{
	simulate(1e6);
	cr_expect_eq(odds.measures, 10);
	for (int i = 1; i < odds.measures; i++)
		cr_expect_geq(odds.measure[i - 1].value, odds.measure[i].value);
	cr_expect_leq(odds.measure[0].value, odds.evpi * 1.05);
}

Test(simulator, one_scenario_and_no_options_are_no_trouble)
{
	answer(&session, "scenarios", "1");
	simulate(1);
	cr_expect_eq(odds.scenarios, 1);
	expect_in_order(&odds.net);
	session_init(&session);
	evaluate(&session, &result);
	simulation_start(&simulator, &session, &result);
	cr_expect(!simulation_step(&simulator, 100));
}

Test(simulator, the_histogram_counts_every_scenario_once)
{
	double sum = 0;

	simulate(1e6);
	cr_assert_gt(odds.histogram.width, 0);
	for (int i = 0; i < HISTOGRAM_BARS; i++)
		sum += odds.histogram.share[i];
	cr_expect(fabs(sum - 1) < 1e-9);
}

/* ---- what one falls back on ---------------------------------------------- */

/* "Prompted" and "Tuned" as in the close call, and one that is much cheaper. */
static void add_cheap_option(const char *pass_rate)
{
	int cheap = session_add_option(&session, "Cheap");

	cr_assert_eq(cheap, 2);
	answer(&session, "options[2].input_price", "0.01");
	answer(&session, "options[2].pass_rate", pass_rate);
	evaluate(&session, &result);
	simulation_start(&simulator, &session, &result);
}

Test(simulator, one_falls_back_on_the_cheapest_that_will_do)
{
	add_cheap_option("95%");
	cr_expect_eq(simulator.fallback[0], 2);
	cr_expect_eq(simulator.fallback[1], 2);
	cr_expect_neq(simulator.fallback[2], 2, "never on itself");
	cr_expect(result.option[simulator.fallback[2]].feasible);
}

Test(simulator, one_does_not_fall_back_on_what_will_not_do)
{
	answer(&session, "latency.budget_ms", "9000");
	add_cheap_option("95%");
	answer(&session, "options[2].first_token_ms", "9000");
	evaluate(&session, &result);
	simulation_start(&simulator, &session, &result);
	cr_expect_eq(simulator.fallback[0], 1, "the cheap one is too slow");
	cr_expect_eq(simulator.fallback[1], 0);
}

Test(simulator, where_nothing_will_do_on_the_highest_pass_rate)
{
	answer(&session, "quality.bar", "99%");
	add_cheap_option("98%");
	cr_assert_lt(result.cheapest, 0);
	cr_expect_eq(simulator.fallback[0], 2);
	cr_expect_eq(simulator.fallback[1], 2);
	cr_expect_eq(simulator.fallback[2], 1, "92.9%% against 92.4%%");
}

Test(simulator, a_single_option_has_nothing_to_fall_back_on)
{
	session_remove_option(&session, 1);
	evaluate(&session, &result);
	simulate(1e6);
	cr_expect_lt(simulator.fallback[0], 0);
	cr_expect_eq(odds.option[0].regret, 0);
}
