/*
 * The odds as people read them.
 */
#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "figures.h"

static struct session session;
static struct result result;
static struct odds odds;
static struct odds_work work;
static char words[600];

static void begin(void)
{
	two_options(&session);
	answer(&session, "scenarios", "2000");
	answer(&session, "volume.requests_per_month", "1M to 4M");
	answer(&session, "options[0].input_price", "2");
	answer(&session, "options[0].output_price", "10");
	answer(&session, "options[0].pass_rate", "92%");
	answer(&session, "options[1].input_price", "1");
	answer(&session, "options[1].output_price", "4");
	answer(&session, "options[1].pass_rate", "92%");
	answer(&session, "options[1].curation_hours", "1000");
}

static void work_out(void)
{
	evaluate(&session, &result);
	evaluate_odds(&session, &result, &odds, &work);
}

static struct pen pen(void)
{
	return pen_on(words, sizeof(words), &session, &result);
}

TestSuite(odds_words, .init = begin);

static const char *chance(double share)
{
	struct pen p = pen();

	say_chance(&p, share);
	return words;
}

Test(odds_words, a_chance_is_so_many_of_a_hundred)
{
	cr_expect_str_eq(chance(0.31), "31 of 100");
	cr_expect_str_eq(chance(0.314), "31 of 100");
	cr_expect_str_eq(chance(0), "0 of 100");
	cr_expect_str_eq(chance(1e-9), "under 1 of 100", "it is not none");
	cr_expect_str_eq(chance(0.9999), "over 99 of 100", "nor all");
	cr_expect_str_eq(chance(1), "100 of 100");
	cr_expect_str_eq(chance(0.005), "1 of 100");
}

Test(odds_words, a_rough_chance_says_how_rough)
{
	struct pen p = pen();

	say_rough_chance(&p, 0.31, 0.0145, false);
	cr_expect_str_eq(words, "31 of 100, give or take 3");
	p = pen();
	say_rough_chance(&p, 0.31, 0.0145, true);
	cr_expect_str_eq(words, "31 of 100");
}

static const char *flip(const char *key, double now, double there)
{
	struct pen p = pen();
	struct flip f = {.base = now, .flip = there};
	struct issue issue;

	cr_assert(session_find(&session, key, &f.place, &issue), "%s", key);
	say_flip(&p, &f);
	return words;
}

Test(odds_words, a_flip_is_a_sentence_with_units)
{
	cr_expect_str_eq(flip("volume.requests_per_month", 1.9e6, 2e6),
		"requests per month rise above 2M (now 1.9M)");
	cr_expect_str_eq(flip("options[1].pass_rate", 0.93, 0.9),
		"Tuned's pass rate falls below 90% (now 93%)");
	cr_expect_str_eq(flip("options[1].label_cost", 0.2, 1.5),
		"Tuned's cost of a label rises above $1.5 (now $0.2)");
	cr_expect_str_eq(flip("options[0].input_price", 2, 1),
		"Prompted's input price falls below $1/Mtok (now $2/Mtok)");
	cr_expect_str_eq(flip("options[1].live_after_months", 3, 9),
		"Tuned's months until it is live rise above 9 (now 3)");
	cr_expect_str_eq(flip("upkeep.monitoring_hours", 8, 16),
		"hours to watch for drift rise above 16 h/month (now 8 "
		"h/month)");
}

Test(odds_words, what_is_nearer_than_three_digits_is_called_so)
{
	cr_expect_str_eq(flip("options[1].pass_rate", 0.948, 0.94803),
		"Tuned's pass rate rises just above 94.8%");
}

/* Every input that can flip anything has a name for a sentence. */
Test(odds_words, every_figure_has_a_noun)
{
	for (int i = 0; i < INPUTS; i++) {
		char noun[64];

		input_noun((enum input)i, noun, sizeof(noun));
		cr_expect_gt(strlen(noun), 2, "%s", input_table[i].key);
		cr_expect_neq(noun[0], ' ', "%s", input_table[i].key);
		cr_expect(noun[0] < 'A' || noun[0] > 'Z' || noun[1] <= 'Z',
			"%s", noun);
	}
}

static const char *said(void)
{
	struct pen p = pen();

	say_odds(&p, &odds);
	return words;
}

Test(odds_words, odds_name_what_is_missing)
{
	answer(&session, "options[1].adaptation", "prompt");
	work_out();
	cr_expect(strstr(said(), "one of the two is missing"));
	begin();
	answer(&session, "volume.requests_per_month", "2M");
	work_out();
	cr_expect(strstr(said(), "No figure is a range"));
}

Test(odds_words, a_close_call_is_called_one)
{
	work_out();
	cr_assert(odds.simulation.p_net_positive > 0.25 &&
			  odds.simulation.p_net_positive < 0.75,
		"%g", odds.simulation.p_net_positive);
	cr_expect(strstr(said(), "A close call. Tuning saves money in "));
	answer(&session, "volume.requests_per_month", "100M to 400M");
	work_out();
	cr_expect(!strstr(said(), "close call"));
	cr_expect(strstr(said(), "Tuning saves money in 100 of 100"));
}

Test(odds_words, a_tune_that_saves_but_does_not_do_is_told)
{
	answer(&session, "volume.requests_per_month", "100M to 400M");
	answer(&session, "quality.bar", "91%");
	answer(&session, "options[1].pass_rate", "89% to 94%");
	work_out();
	cr_expect(strstr(said(), "it saves and Tuned does the job."));
}

Test(odds_words, ranges_that_move_nothing_are_told)
{
	struct pen p;

	answer(&session, "volume.requests_per_month", "2M");
	answer(&session, "volume.value_per_request", "0.01 to 0.02");
	work_out();
	p = pen();
	say_net_range(&p, &odds);
	cr_expect(strstr(words, "None of the ranges moves the net saving"),
		"%s", words);
	cr_expect(!strstr(words, "between"));
}

Test(odds_words, when_nothing_does_the_job_it_is_said)
{
	struct pen p = pen();

	work_out();
	cr_expect(!say_none_feasible(&p, &odds.simulation));
	cr_expect_str_eq(words, "");
	answer(&session, "quality.bar", "99%");
	work_out();
	p = pen();
	cr_expect(say_none_feasible(&p, &odds.simulation));
	cr_expect_str_eq(
		words, "Nothing here does the job in 100 of 100 scenarios.");
}

Test(odds_words, measuring_says_what_it_is_worth_or_that_it_is_not)
{
	struct pen p;

	work_out();
	p = pen();
	say_measure_lead(&p, &odds);
	cr_expect(strstr(words, "The most that it is worth"));
	cr_expect(!strstr(words, "give or take"));
	odds.sharp = false;
	p = pen();
	say_measure_lead(&p, &odds);
	cr_expect(strstr(words, "give or take"));
	answer(&session, "volume.requests_per_month", "1k to 2k");
	work_out();
	p = pen();
	say_measure_lead(&p, &odds);
	cr_expect(strstr(words, "No single figure is worth measuring"));
}
