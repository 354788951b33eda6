/*
 * The odds of sessions that nobody would expect: whatever goes in, all figures
 * are sound.
 */
#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>

#include "figures.h"
#include "ranges.h"
#include "sound_odds.h"

static struct session session;
static struct result result;
static struct odds odds;
static struct odds_work work;

static void expect_sound(const char *about)
{
	const char *what;

	evaluate(&session, &result);
	evaluate_odds(&session, &result, &odds, &work);
	cr_expect(odds_are_sound(&session, &result, &odds, &what), "%s: %s",
		about, what);
}

/* A close call, and this as well. */
static void expect_sound_with(const char *key, const char *text)
{
	char about[200];

	close_call(&session);
	answer(&session, "scenarios", "1000");
	answer(&session, key, text);
	snprintf(about, sizeof(about), "%s = %s", key, text);
	expect_sound(about);
}

/* ---- ranges -------------------------------------------------------------- */

/* The lowest number that a range may begin with. */
static double lowest(const struct input_row *row)
{
	return row->flags & INPUT_ZERO_IS_NONE ? 1e-6 * row->max : row->min;
}

static void key_of(enum input input, char *key)
{
	int option = input_is_option(input) ? 1 : -1;

	session_key((struct place){input, option}, key, SESSION_KEY);
}

Test(odds_edges, one_input_over_its_whole_domain)
{
	for (int i = 0; i < INPUTS; i++) {
		const struct input_row *row = &input_table[i];
		char key[SESSION_KEY], text[80];

		if (!input_is_quantity((enum input)i))
			continue;
		key_of((enum input)i, key);
		snprintf(text, sizeof(text), "%.17g to %.17g", lowest(row),
			row->max);
		expect_sound_with(key, text);
	}
}

Test(odds_edges, ranges_that_reach_one_end)
{
	for (int i = 0; i < INPUTS; i++) {
		const struct input_row *row = &input_table[i];
		double middle = row->min / 2 + row->max / 2;
		char key[SESSION_KEY], text[80];

		if (!input_is_quantity((enum input)i))
			continue;
		key_of((enum input)i, key);
		snprintf(text, sizeof(text), "%.17g to %.17g", lowest(row),
			middle);
		expect_sound_with(key, text);
		snprintf(
			text, sizeof(text), "%.17g to %.17g", middle, row->max);
		expect_sound_with(key, text);
	}
}

Test(odds_edges, ranges_next_to_nothing)
{
	expect_sound_with("volume.requests_per_month", "5e-324 to 1e-300");
	expect_sound_with("volume.requests_per_month", "1e-300 to 1e12");
	expect_sound_with("volume.cache_hit_rate", "1e-300 to 1e-299");
	expect_sound_with("volume.cache_hit_rate", "5e-324 to 0.999999999");
	expect_sound_with("volume.payload_tokens", "600 to 600.0000000000001");
	expect_sound_with("quality.bar", "1e-300 to 1");
	expect_sound_with("options[1].pass_rate", "0.9999999999999999 to 1");
	expect_sound_with("options[1].retrain_every_months", "1e-3 to 1200");
	expect_sound_with("options[1].base_life_months", "1e-300 to 1e-200");
}

/* As far as all of them go, at once: 350 ranges over whole domains. */
Test(odds_edges, every_input_over_its_whole_domain)
{
	session_init(&session);
	for (int i = 0; i < SESSION_OPTIONS; i++) {
		session_add_option(&session, (const char[]){'A' + (char)i, 0});
		if (i % 2)
			session_set(&session,
				(struct place){IN_option_adaptation, i}, "tune",
				&(struct issue){.what = ""});
		if (i % 4 > 1)
			session_set(&session,
				(struct place){IN_option_serving, i},
				"selfhost", &(struct issue){.what = ""});
	}
	answer(&session, "scenarios", "300");
	for (int option = -1; option < SESSION_OPTIONS; option++)
		for (int i = 0; i < INPUTS; i++) {
			const struct input_row *row = &input_table[i];
			struct place place = {(enum input)i, option};
			struct issue issue;
			char text[80];

			if (!input_is_quantity((enum input)i) ||
				input_is_option((enum input)i) != (option >= 0))
				continue;
			snprintf(text, sizeof(text), "%.17g to %.17g",
				lowest(row), row->max);
			cr_assert(session_set(&session, place, text, &issue));
		}
	expect_sound("every whole domain");
	cr_expect_geq(odds.simulation.measures, 300);
	answer(&session, "savings.horizon_months", "120");
	expect_sound("every whole domain for 120 months");
}

Test(odds_edges, equal_ends_are_a_point)
{
	expect_sound_with("volume.payload_tokens", "5 to 5");
	cr_expect_eq(odds.simulation.measures, 10, "it is not ranged");
	two_options(&session);
	answer(&session, "volume.requests_per_month", "5M to 5M");
	expect_sound("one point");
	cr_expect_eq(odds.simulation.scenarios, 1);
	cr_expect_eq(odds.simulation.measures, 0);
	cr_expect_eq(odds.tornado.count, 0);
}

Test(odds_edges, sixty_ranges_and_more)
{
	for (unsigned seed = 0; seed < 6; seed++) {
		random_session(&session, seed, SESSION_OPTIONS, 4);
		answer(&session, "scenarios", "2000");
		expect_sound("at random");
		cr_expect_geq(odds.simulation.measures, 60);
	}
}

/* ---- numbers of scenarios and months ------------------------------------- */

Test(odds_edges, one_scenario)
{
	expect_sound_with("scenarios", "1");
	cr_expect_eq(odds.simulation.scenarios, 1);
	cr_expect_eq(odds.simulation.net.p05, odds.simulation.net.p95);
}

/* It takes no more room than a few: the simulator is one struct. */
Test(odds_edges, ten_million_scenarios)
{
	two_options(&session);
	answer(&session, "volume.requests_per_month", "1M to 4M");
	answer(&session, "options[0].output_price", "10");
	answer(&session, "options[1].setup_hours", "500 to 20k");
	answer(&session, "savings.horizon_months", "1");
	answer(&session, "scenarios", "10,000,000");
	expect_sound("ten million scenarios");
	cr_expect_eq(odds.simulation.scenarios, 10e6);
}

Test(odds_edges, one_month_and_ten_years)
{
	expect_sound_with("savings.horizon_months", "1");
	expect_sound_with("savings.horizon_months", "120");
}

/* ---- options ------------------------------------------------------------- */

Test(odds_edges, no_tuned_option)
{
	expect_sound_with("options[1].adaptation", "prompt");
	cr_assert_lt(result.tuned, 0);
	cr_expect(isnan(odds.simulation.p_pays));
	cr_expect_eq(odds.tornado.count, 0);
	cr_expect_eq(odds.flips.count, 0);
	cr_expect_eq(odds.simulation.measures, 10);
}

Test(odds_edges, no_prompted_option)
{
	expect_sound_with("options[0].adaptation", "tune");
	cr_assert_lt(result.baseline, 0);
	cr_expect(isnan(odds.simulation.p_net_positive));
}

Test(odds_edges, one_option_and_none)
{
	close_call(&session);
	session_remove_option(&session, 0);
	expect_sound("one option");
	cr_expect_eq(odds.simulation.option[0].regret, 0);
	session_remove_option(&session, 0);
	expect_sound("no option, but ranges");
	cr_expect_eq(odds.simulation.p_none_feasible, 1);
}

Test(odds_edges, nothing_will_do)
{
	expect_sound_with("quality.bar", "99% to 99.9%");
	answer(&session, "options[0].pass_rate", "10% to 20%");
	answer(&session, "options[1].pass_rate", "10% to 20%");
	expect_sound("a bar out of reach");
	cr_expect_eq(odds.simulation.p_none_feasible, 1);
	cr_expect_eq(odds.simulation.option[1].p_cheapest, 0);
	cr_expect_eq(odds.simulation.p_pays, 0);
	expect_sound_with("latency.api_ruled_out", "true");
	cr_expect_eq(odds.simulation.p_none_feasible, 1);
}

Test(odds_edges, pass_rates_that_nobody_measured)
{
	close_call(&session);
	answer(&session, "options[0].pass_rate", "");
	expect_sound("one not measured");
	cr_expect_eq(odds.simulation.option[0].p_feasible, 0,
		"it cannot meet a bar");
	answer(&session, "options[1].pass_rate", "");
	expect_sound("none measured");
	answer(&session, "quality.bar", "");
	expect_sound("none measured, and no bar");
	cr_expect_eq(odds.simulation.option[0].p_feasible, 1);
}

/* ---- in steps ------------------------------------------------------------ */

Test(odds_edges, odds_are_sound_at_any_time)
{
	const char *what;

	close_call(&session);
	evaluate(&session, &result);
	odds_begin(&session, &result, &odds, &work);
	do {
		odds_take(&session, &result, &odds, &work);
		cr_expect(odds_are_sound(&session, &result, &odds, &what),
			"%.0f: %s", odds.simulation.scenarios, what);
	} while (odds_sharpen(&work, 1000));
}
