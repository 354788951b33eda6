/*
 * Where the figures come from: what counts, how old it is, what it weighs.
 */
#include "provenance.h"

#include <math.h>

#include "day.h"
#include "odds.h"
#include "sessions.h"

static struct session session;
static struct result result;
static struct tornado tornado;
static struct provenance provenance;

/* "Prompted" and "Tuned", both behind an API, and "Own", a prompt on GPUs. */
static void begin(void)
{
	three_options(&session);
	set(&session, "options[1].name", "Tuned");
}

TestSuite(provenance, .init = begin);

static int day(const char *text)
{
	int read = 0;

	cr_assert(day_read(text, &read), "%s", text);
	return read;
}

static void work_out(const char *as_of)
{
	evaluate(&session, &result);
	find_tornado(&session, &result, &tornado);
	provenance_find(&provenance, &session, &result, &tornado,
		as_of ? day(as_of) : 0);
}

static void say_so(
	const char *key, const char *text, enum grade grade, const char *date)
{
	struct issue issue;

	set(&session, key, text);
	cr_assert(session_add_evidence(&session, find(&session, key), grade,
			  "somebody", date, &issue),
		"%s", issue.what);
}

static bool is_mover(const char *key)
{
	struct place place = find(&session, key);

	for (int i = 0; i < provenance.movers; i++)
		if (provenance.mover[i].input == place.input &&
			provenance.mover[i].option == place.option)
			return true;
	return false;
}

/* ---- what counts --------------------------------------------------------- */

Test(provenance, counts_the_figures_by_who_vouches_for_them)
{
	say_so("volume.requests_per_month", "2M", GRADE_MEASURED, "2026-10-31");
	say_so("options[0].input_price", "2", GRADE_CITED, "2026-11-10");
	say_so("options[0].output_price", "10", GRADE_CITED, "");
	say_so("options[1].pass_rate", "90% to 95%", GRADE_GUESS, "");
	set(&session, "volume.payload_tokens", "900");
	work_out(NULL);
	cr_expect_eq(provenance.given, 5);
	cr_expect_eq(provenance.origin[GRADE_MEASURED], 1);
	cr_expect_eq(provenance.origin[GRADE_CITED], 2);
	cr_expect_eq(provenance.origin[GRADE_ESTIMATE], 0);
	cr_expect_eq(provenance.origin[GRADE_GUESS], 1);
	cr_expect_eq(provenance.origin[ORIGIN_UNKNOWN], 1);
	cr_expect_eq(provenance.dated, 2);
}

Test(provenance, a_figure_that_says_its_default_is_given)
{
	work_out(NULL);
	cr_expect_eq(provenance.given, 0);
	set(&session, "savings.horizon_months", "24");
	work_out(NULL);
	cr_expect_eq(provenance.given, 1);
}

Test(provenance, only_numbers_of_the_decision_count)
{
	static const char *const rows[][2] = {{"name", "A name"}, {"seed", "7"},
		{"scenarios", "5000"}, {"volume.narrow_task", "yes"},
		{"quality.answer", "no"}, {"quality.reason", "Because."},
		{"latency.scope", "full"}, {"latency.api_ruled_out", "true"},
		{"options[0].priced_on", "2026-11-10"},
		{"options[2].autoscale", "yes"}};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		set(&session, rows[i][0], rows[i][1]);
		work_out(NULL);
		cr_expect_eq(provenance.given, 0, "%s", rows[i][0]);
	}
}

Test(provenance, what_has_no_effect_on_its_option_does_not_count)
{
	int defaults;

	work_out(NULL);
	defaults = provenance.defaults;
	say_so("options[2].input_price", "1 to 3", GRADE_GUESS, "2020-01-01");
	say_so("options[1].gpu_price_per_hour", "2", GRADE_CITED, "2020-01-01");
	work_out("2026-11-24");
	cr_expect_eq(provenance.given, 0);
	cr_expect_eq(provenance.old, 0);
	cr_expect_eq(provenance.prices.given, 0);
	cr_expect_eq(provenance.defaults, defaults);
	set(&session, "options[2].gpu_price_per_hour", "2");
	set(&session, "options[1].input_price", "1");
	work_out(NULL);
	cr_expect_eq(provenance.given, 2);
	cr_expect_eq(provenance.prices.given, 2);
	cr_expect_eq(provenance.defaults, defaults - 2);
}

Test(provenance, evidence_of_a_figure_that_was_taken_back_counts_for_nothing)
{
	say_so("volume.requests_per_month", "2M", GRADE_MEASURED, "2026-10-31");
	session_unset(&session, find(&session, "volume.requests_per_month"));
	work_out(NULL);
	cr_expect_eq(provenance.given, 0);
	cr_expect_eq(provenance.dated, 0);
}

Test(provenance, a_session_without_evidence_has_neither_days_nor_grades)
{
	set(&session, "volume.requests_per_month", "1M to 3M");
	set(&session, "options[0].input_price", "2");
	work_out(NULL);
	cr_expect_eq(provenance.given, 2);
	cr_expect_eq(provenance.origin[ORIGIN_UNKNOWN], 2);
	cr_expect_eq(provenance.day, 0);
	cr_expect_eq(provenance.dated, 0);
	cr_expect_eq(provenance.old, 0);
	cr_expect_eq(provenance.later, 0);
	cr_expect_eq(provenance.prices.dated, 0);
}

Test(provenance, an_empty_session_is_no_trouble)
{
	session_init(&session);
	work_out("2026-11-24");
	cr_expect_eq(provenance.given, 0);
	cr_expect_gt(provenance.defaults, 0);
	cr_expect_eq(provenance.movers, 0, "there is nothing to compare");
	cr_expect(isnan(provenance.share[ORIGIN_UNKNOWN]));
}

/* ---- days ---------------------------------------------------------------- */

Test(provenance, is_old_from_ninety_one_days_on)
{
	say_so("volume.requests_per_month", "2M", GRADE_MEASURED, "2026-08-26");
	work_out("2026-11-24");
	cr_expect_eq(provenance.old, 0, "90 days");
	work_out("2026-11-25");
	cr_expect_eq(provenance.old, 1, "91 days");
	work_out("2026-08-26");
	cr_expect_eq(provenance.later, 0, "that very day");
	work_out("2026-08-25");
	cr_expect_eq(provenance.later, 1);
	cr_expect_eq(provenance.old, 0);
}

Test(provenance, counts_ages_to_the_newest_day_that_the_session_mentions)
{
	say_so("volume.requests_per_month", "2M", GRADE_MEASURED, "2026-05-01");
	say_so("volume.narrow_task", "yes", GRADE_CITED, "2026-08-01");
	work_out(NULL);
	cr_expect_eq(provenance.day, day("2026-08-01"));
	cr_expect_eq(provenance.old, 1, "92 days");
	set(&session, "options[2].priced_on", "2026-08-03");
	work_out(NULL);
	cr_expect_eq(provenance.day, day("2026-08-03"));
	cr_expect_eq(provenance_newest(&session), day("2026-08-03"));
	work_out("2026-05-02");
	cr_expect_eq(provenance.day, day("2026-05-02"), "a day that is named");
	cr_expect_eq(provenance.old, 0);
}

Test(provenance, names_the_oldest_figure)
{
	struct place oldest = find(&session, "options[1].pass_rate");

	say_so("volume.requests_per_month", "2M", GRADE_MEASURED, "2026-05-01");
	say_so("options[1].pass_rate", "92%", GRADE_ESTIMATE, "2026-02-01");
	say_so("options[2].pass_rate", "93%", GRADE_ESTIMATE, "2026-02-01");
	work_out(NULL);
	cr_expect_eq(provenance.oldest_day, day("2026-02-01"));
	cr_expect_eq(provenance.oldest.input, oldest.input);
	cr_expect_eq(provenance.oldest.option, oldest.option);
}

Test(provenance, a_price_is_of_its_own_day_or_of_that_of_its_option)
{
	set(&session, "options[0].priced_on", "2026-11-01");
	set(&session, "options[0].output_price", "10");
	set(&session, "options[0].pass_rate", "92%");
	say_so("options[0].input_price", "2", GRADE_CITED, "2026-09-15");
	set(&session, "options[1].hosting_per_hour", "5");
	set(&session, "savings.engineer_rate", "90");
	work_out("2026-11-24");
	cr_expect_eq(provenance.prices.given, 3, "a wage is no price");
	cr_expect_eq(provenance.prices.dated, 2);
	cr_expect_eq(provenance.prices.oldest, day("2026-09-15"));
	cr_expect_eq(provenance.prices.newest, day("2026-11-01"));
	cr_expect_eq(provenance.dated, 2, "the pass rate has no day");
}

/* ---- the uncertainty ----------------------------------------------------- */

static double sum_of_shares(void)
{
	double sum = 0;

	for (int i = 0; i < ORIGINS; i++)
		sum += provenance.share[i];
	return sum;
}

static double swing_at(const char *key)
{
	struct place place = find(&session, key);

	for (int i = 0; i < tornado.count; i++)
		if (tornado.swing[i].place.input == place.input &&
			tornado.swing[i].place.option == place.option)
			return swing_width(&tornado.swing[i]);
	cr_assert(false, "%s has no swing", key);
	return NAN;
}

static void set_ranges(void)
{
	set(&session, "volume.requests_per_month", "1M to 3M");
	say_so("options[0].input_price", "2 to 5", GRADE_CITED, "2026-11-10");
	say_so("options[1].curation_hours", "100 to 600", GRADE_GUESS, "");
	say_so("options[1].eval_hours", "20 to 90", GRADE_GUESS, "");
	/* So dear that it is not compared. */
	say_so("options[2].ops_hours", "300 to 400", GRADE_MEASURED, "");
}

Test(provenance, shares_are_squared_swings_and_add_up_to_one)
{
	double volume, price, curation, evaluation, sum;

	set_ranges();
	work_out(NULL);
	volume = pow(swing_at("volume.requests_per_month"), 2);
	price = pow(swing_at("options[0].input_price"), 2);
	curation = pow(swing_at("options[1].curation_hours"), 2);
	evaluation = pow(swing_at("options[1].eval_hours"), 2);
	sum = volume + price + curation + evaluation;
	cr_expect_float_eq(
		provenance.share[ORIGIN_UNKNOWN], volume / sum, 1e-12);
	cr_expect_float_eq(provenance.share[GRADE_CITED], price / sum, 1e-12);
	cr_expect_float_eq(provenance.share[GRADE_GUESS],
		(curation + evaluation) / sum, 1e-12);
	cr_expect_eq(provenance.share[GRADE_MEASURED], 0);
	cr_expect_float_eq(sum_of_shares(), 1, 1e-12);
}

/* The share of the variance that the header promises is one. */
Test(provenance, squared_swings_account_for_the_spread_of_the_scenarios)
{
	static struct odds odds;
	static struct odds_work work;
	double sum = 0, width;

	set_ranges();
	work_out(NULL);
	evaluate_odds(&session, &result, &odds, &work);
	for (int i = 0; i < tornado.count; i++)
		sum += pow(swing_width(&tornado.swing[i]), 2);
	width = odds.simulation.net.p95 - odds.simulation.net.p05;
	cr_expect_float_eq(
		sqrt(sum), width, 0.1 * width, "%g and %g", sqrt(sum), width);
}

Test(provenance, without_ranges_that_move_anything_there_are_no_shares)
{
	set(&session, "volume.requests_per_month", "2M");
	work_out(NULL);
	cr_expect(isnan(sum_of_shares()), "no range");
	set(&session, "quality.bar", "80% to 90%");
	work_out(NULL);
	cr_expect(isnan(sum_of_shares()), "a range that moves nothing");
	set(&session, "options[1].curation_hours", "100 to 600");
	work_out(NULL);
	cr_expect_float_eq(provenance.share[ORIGIN_UNKNOWN], 1, 1e-12);
}

/* ---- defaults ------------------------------------------------------------ */

Test(provenance, names_the_defaults_that_would_move_the_net_saving)
{
	set(&session, "options[0].input_price", "2");
	set(&session, "options[0].output_price", "10");
	set(&session, "options[1].input_price", "1");
	set(&session, "options[2].ops_hours", "300");
	work_out(NULL);
	cr_assert_eq(result.baseline, 0);
	cr_assert_eq(result.tuned, 1);
	cr_expect(is_mover("savings.horizon_months"));
	cr_expect(is_mover("volume.growth_per_month"), "it is 0");
	cr_expect(is_mover("upkeep.monitoring_hours"));
	cr_expect(is_mover("options[1].output_price"));
	cr_expect_not(is_mover("options[0].input_price"), "it is given");
	cr_expect_not(is_mover("options[2].pass_rate"), "not compared");
	cr_expect_not(is_mover("options[0].gpu_price_per_hour"), "an API");
	cr_expect_not(is_mover("options[1].labels"), "a label costs nothing");
	cr_expect(is_mover("options[1].curation_hours"));
	cr_expect_not(is_mover("options[0].curation_hours"), "a prompt");
	cr_expect_not(is_mover("options[0].network_ms"), "only the gates");
	cr_expect_not(is_mover("savings.confidence"), "only the gates");
}

Test(provenance, what_costs_both_the_same_moves_nothing)
{
	set(&session, "options[0].input_price", "2");
	set(&session, "options[1].input_price", "1");
	set(&session, "options[0].pass_rate", "92%");
	set(&session, "options[1].pass_rate", "92%");
	set(&session, "options[2].ops_hours", "300");
	work_out(NULL);
	cr_expect_not(is_mover("quality.failure_cost"));
	set(&session, "options[1].pass_rate", "94%");
	work_out(NULL);
	cr_expect(is_mover("quality.failure_cost"));
}

Test(provenance, a_pass_rate_that_is_missed_counts_and_a_cache_price_does_not)
{
	int defaults;

	set(&session, "options[0].input_price", "2");
	work_out(NULL);
	defaults = provenance.defaults;
	cr_expect_not(
		is_mover("options[1].pass_rate"), "failures cost nothing");
	cr_expect_not(is_mover("options[0].cached_input_price"));
	set(&session, "quality.failure_cost", "1");
	work_out(NULL);
	cr_expect(is_mover("options[1].pass_rate"));
	cr_expect_eq(provenance.defaults, defaults - 1 + 2, "both are missed");
}
