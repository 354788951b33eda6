#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "figures.h"

/* Prompted options 0 and 1 and tuned ones 2 and 3, at a flat price a month
 * each, over 10 months. */
static struct facts four(double p, double q, double t, double u)
{
	struct facts facts = plain_facts(4);
	double hourly[] = {p, q, t, u};

	facts.shared.horizon_months = 10;
	for (int i = 0; i < 4; i++) {
		facts.option[i].hosting_per_hour = hourly[i] / 730;
		facts.option[i].adaptation = i < 2 ? ADAPT_PROMPT : ADAPT_TUNE;
		facts.option[i].pass_rate = 0.9;
		facts.option[i].measured = true;
	}
	facts.incumbent = -1;
	return facts;
}

static struct result compared(const struct facts *facts)
{
	struct result result;

	memset(&result, 0, sizeof(result));
	compare_options(facts, &result);
	compare_savings(facts, &result);
	return result;
}

Test(compare, the_cheapest_feasible_of_each_kind)
{
	struct facts facts = four(20, 10, 5, 7);
	struct result result = compared(&facts);

	cr_expect_eq(result.baseline, 1);
	cr_expect_eq(result.tuned, 2);
	cr_expect_eq(result.cheapest, 2);
	facts.shared.bar = 0.95;
	facts.option[0].pass_rate = facts.option[3].pass_rate = 0.96;
	result = compared(&facts);
	cr_expect_eq(result.baseline, 0);
	cr_expect_eq(result.tuned, 3);
	cr_expect_eq(result.cheapest, 3);
}

Test(compare, the_cheapest_wherever_it_stands)
{
	for (int at = 0; at < 4; at++) {
		double hourly[] = {20, 21, 22, 23};
		struct facts facts;

		hourly[at] = 5;
		facts = four(hourly[0], hourly[1], hourly[2], hourly[3]);
		cr_expect_eq(compared(&facts).cheapest, at);
	}
}

Test(compare, none_feasible_the_best_then_the_cheapest)
{
	struct facts facts = four(20, 10, 5, 7);
	struct result result;

	facts.shared.bar = 0.95;
	facts.option[0].pass_rate = 0.94;
	facts.option[2].measured = facts.option[3].measured = false;
	result = compared(&facts);
	cr_expect_eq(result.baseline, 0, "the higher pass rate");
	cr_expect_eq(result.tuned, 2, "both count as 0: the cheaper");
	cr_expect_eq(result.cheapest, -1);
	facts.option[3].measured = true;
	cr_expect_eq(compared(&facts).tuned, 3);
}

Test(compare, ties_go_to_the_earlier)
{
	struct facts facts = four(10, 10, 5, 5);
	struct result result = compared(&facts);

	cr_expect_eq(result.baseline, 0);
	cr_expect_eq(result.tuned, 2);
	cr_expect_eq(result.cheapest, 2);
}

Test(compare, each_obstacle_is_told)
{
	struct facts facts = four(1, 1, 1, 1);
	struct result result;

	facts.shared.bar = 0.9;
	facts.shared.budget_ms = 100;
	facts.shared.api_ruled_out = 1;
	facts.option[0].network_ms = 101;
	facts.option[1].pass_rate = 0.89;
	facts.option[2].measured = false;
	facts.option[3].serving = SERVE_SELFHOST;
	for (int i = 0; i < 4; i++) /* 250 tokens in 25 ms */
		facts.option[i].output_tokens_per_s = 10000;
	result = compared(&facts);
	cr_expect(result.option[0].obstacle[OBSTACLE_LATENCY]);
	cr_expect_not(result.option[0].obstacle[OBSTACLE_QUALITY]);
	cr_expect(result.option[0].obstacle[OBSTACLE_API_RULED_OUT]);
	cr_expect(result.option[1].obstacle[OBSTACLE_QUALITY]);
	cr_expect(result.option[2].obstacle[OBSTACLE_NOT_MEASURED]);
	cr_expect_not(result.option[2].obstacle[OBSTACLE_QUALITY]);
	cr_expect(isnan(result.option[2].pass_rate));
	cr_expect(result.option[3].feasible);
	cr_expect_str_eq(obstacle_names[OBSTACLE_NOT_MEASURED], "not_measured");
	facts.shared.bar = 0;
	facts.shared.api_ruled_out = 0;
	cr_expect(compared(&facts).option[2].feasible, "nothing is asked");
}

Test(compare, savings_split_into_running_and_overhead)
{
	struct facts facts = four(20, 90, 5, 90);
	struct result result;

	facts.option[0].setup_hours = 1;
	facts.option[2].setup_hours = 1.5;
	facts.option[2].ops_hours = 0.05;
	result = compared(&facts);
	cr_near(result.savings.running, 150);
	cr_near(result.savings.overhead, 50 + 50);
	cr_near(result.savings.net, 50);
	cr_near(compare_net(&result), 50);
	cr_near(result.savings.ratio, 1.5);
	cr_near(result.option[0].ledger.total_pv -
			result.option[2].ledger.total_pv,
		result.savings.net);
	cr_expect_eq(result.savings.p_pays, 1);
	/* 100 + 20 t against 150 + 10 t */
	cr_expect_eq(result.savings.payback_month, 5);
}

Test(compare, ratio_of_no_overhead_and_of_no_savings)
{
	struct facts facts = four(20, 90, 5, 90);
	struct result result = compared(&facts);

	cr_expect(isinf(result.savings.ratio));
	cr_expect_eq(result.savings.payback_month, 0);
	facts = four(5, 90, 20, 90);
	facts.option[2].setup_hours = 1;
	result = compared(&facts);
	cr_expect_eq(result.savings.ratio, 0);
	cr_expect_eq(result.savings.payback_month, -1);
	cr_expect_eq(result.savings.p_pays, 0);
	facts = four(5, 90, 5, 90); /* nothing either way */
	result = compared(&facts);
	cr_expect_eq(result.savings.net, 0);
	cr_expect_eq(result.savings.ratio, 0);
	cr_expect_eq(result.savings.payback_month, 0, "stays at or below");
	cr_expect(isnan(result.savings.break_even_requests));
}

Test(compare, payback_must_last)
{
	struct facts facts = four(20, 90, 10, 90);

	facts.option[2].setup_hours = 0.5; /* back after 5 months... */
	cr_expect_eq(compared(&facts).savings.payback_month, 5);
	facts.option[2].base_life_months = 8; /* ... until a move in month 9 */
	facts.option[2].migration_hours = 8;
	cr_expect_eq(compared(&facts).savings.payback_month, -1);
}

Test(compare, break_even_and_its_side)
{
	struct facts facts = four(0, 9e6, 0, 9e6);
	struct result result;

	/* 600 tokens, 10 months: 0.024 V against 0.012 V and 1200 */
	facts.shared.instruction_tokens = 0;
	facts.option[0].input_price = 4;
	facts.option[2].input_price = 2;
	facts.option[2].setup_hours = 12;
	facts.shared.requests_per_month = 1e6;
	result = compared(&facts);
	cr_expect(near(result.savings.break_even_requests, 1e5, 1e-9));
	cr_expect_eq(result.savings.break_even_side, SIDE_ABOVE);
	facts.option[0].input_price = 0;
	facts.option[0].setup_hours = 24;
	result = compared(&facts);
	cr_expect(near(result.savings.break_even_requests, 1e5, 1e-9));
	cr_expect_eq(result.savings.break_even_side, SIDE_BELOW);
	/* over what was there before */
	facts.shared.requests_per_month = 0;
	compare_options(&facts, &result);
	compare_savings(&facts, &result);
	cr_expect(isnan(result.savings.break_even_requests));
	cr_expect_eq(result.savings.break_even_side, SIDE_NONE);
}

Test(compare, one_kind_alone_saves_nothing)
{
	struct facts facts = four(1, 2, 3, 4);
	struct result result;

	facts.options = 2;
	result = compared(&facts);
	cr_expect_eq(result.tuned, -1);
	cr_expect(isnan(result.savings.net));
	cr_expect(isnan(result.savings.ratio));
	cr_expect_eq(result.savings.payback_month, -1);
	facts.options = 0;
	result = compared(&facts);
	cr_expect_eq(result.baseline, -1);
	cr_expect_eq(result.cheapest, -1);
}

Test(compare, costs_a_request_and_a_good_one)
{
	struct facts facts = four(100, 1, 1, 1);
	struct result result;

	facts.shared.requests_per_month = 500;
	facts.option[0].pass_rate = 0.8;
	result = compared(&facts);
	cr_near(result.option[0].cost_per_1k, 200);
	cr_near(result.option[0].cost_per_1k_good, 250);
	facts.option[0].pass_rate = 0;
	cr_expect(isnan(compared(&facts).option[0].cost_per_1k_good));
	facts.shared.requests_per_month = 0;
	cr_expect(isnan(compared(&facts).option[0].cost_per_1k));
	facts.shared.requests_per_month = 1e-307; /* no figure to speak of */
	cr_expect(isnan(compared(&facts).option[0].cost_per_1k));
}

Test(compare, all_figures_are_sound_whatever_goes_in)
{
	for (unsigned seed = 0; seed < 500; seed++) {
		struct facts facts = random_facts(seed, 4);
		struct result result = compared(&facts);
		const char *what;

		for (int i = 0; i < QUESTIONS; i++)
			result.gate[i].evidence.share = NAN;
		cr_expect(result_is_sound(&result, &what), "seed %u: %s", seed,
			what);
	}
}
