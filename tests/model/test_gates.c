#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "figures.h"

static struct session session;
static struct result result;

static void work_out(void)
{
	evaluate(&session, &result);
}

static enum answer suggested(enum question question)
{
	work_out();
	return result.gate[question].suggested;
}

static const char *explained(enum question question)
{
	static char out[2000];

	work_out();
	gate_explain(&session, &result, question, out, sizeof(out));
	return out;
}

static void expect_words(enum question question, const char *words)
{
	cr_expect(strstr(explained(question), words), "no \"%s\" in \"%s\"",
		words, explained(question));
}

/* ---- Wilson ------------------------------------------------------------- */

/* Newcombe, Statistics in Medicine 17 (1998), 857-872, table I, method 3. */
Test(wilson, agrees_with_published_intervals)
{
	static const struct {
		double passes, examples, low, high;
	} rows[] = {
		{81, 263, 0.2553, 0.3662},
		{15, 148, 0.0624, 0.1605},
		{0, 20, 0.0000, 0.1611},
		{1, 29, 0.0061, 0.1718},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		double low, high;

		wilson_interval(rows[i].passes, rows[i].examples,
			1.959963984540054, &low, &high);
		cr_expect_float_eq(low, rows[i].low, 5e-5, "row %zu", i);
		cr_expect_float_eq(high, rows[i].high, 5e-5, "row %zu", i);
	}
}

Test(wilson, ends_are_exact_and_mirrored)
{
	double low, high, other_low, other_high;

	wilson_interval(0, 7, 1.96, &low, &high);
	wilson_interval(7, 7, 1.96, &other_low, &other_high);
	cr_expect_eq(low, 0);
	cr_expect_eq(other_high, 1);
	cr_expect_float_eq(high, 1 - other_low, 1e-15);
}

/* ---- 1. volume ---------------------------------------------------------- */

/* 100 requests, each for 0.01 in tokens: an eighth of a value of 0.08. */
static void a_clear_volume(void)
{
	two_options(&session);
	answer(&session, "volume.requests_per_month", "100");
	answer(&session, "volume.instruction_tokens", "0");
	answer(&session, "volume.payload_tokens", "1000");
	answer(&session, "volume.value_per_request", "0.08");
	answer(&session, "volume.narrow_task", "yes");
	answer(&session, "volume.clear_metric", "yes");
	answer(&session, "options[0].input_price", "10");
}

Test(gates, volume_weighs_cost_against_value)
{
	a_clear_volume();
	cr_expect_eq(suggested(VOLUME), ANSWER_YES);
	cr_near(result.gate[VOLUME].evidence.share, 0.125);
	expect_words(
		VOLUME, "Prompted costs $0.01, 12.5% of its value of $0.08");
	answer(&session, "volume.material_share", "12.5%");
	cr_expect_eq(suggested(VOLUME), ANSWER_YES);
	answer(&session, "volume.material_share", "12.6%");
	cr_expect_eq(suggested(VOLUME), ANSWER_NO);
}

Test(gates, volume_is_no_for_a_broad_or_unclear_task)
{
	a_clear_volume();
	answer(&session, "volume.narrow_task", "no");
	answer(&session, "volume.clear_metric", "unsure");
	cr_expect_eq(suggested(VOLUME), ANSWER_NO);
	cr_expect_not(isnan(result.gate[VOLUME].evidence.share));
	expect_words(VOLUME, "not one narrow task");
	answer(&session, "volume.clear_metric", "no");
	expect_words(VOLUME, "neither");
	answer(&session, "volume.narrow_task", "yes");
	cr_expect_eq(suggested(VOLUME), ANSWER_NO);
	expect_words(VOLUME, "no one metric");
}

Test(gates, volume_is_unsure_while_something_is_missing)
{
	static const char *const missing[][3] = {
		{"volume.narrow_task", "unsure", "one narrow task"},
		{"volume.clear_metric", "unsure", "one metric"},
		{"volume.value_per_request", "0", "worth"},
		{"volume.requests_per_month", "0", "how many requests"},
		{"options[0].adaptation", "tune", "prompted option"},
	};

	for (size_t i = 0; i < sizeof(missing) / sizeof(missing[0]); i++) {
		a_clear_volume();
		answer(&session, missing[i][0], missing[i][1]);
		cr_expect_eq(
			suggested(VOLUME), ANSWER_UNSURE, "%s", missing[i][0]);
		expect_words(VOLUME, missing[i][2]);
	}
}

Test(gates, volume_share_stays_finite)
{
	a_clear_volume();
	answer(&session, "volume.value_per_request", "1e-300");
	answer(&session, "volume.requests_per_month", "1e-300");
	answer(&session, "options[0].hosting_per_hour", "1000");
	cr_expect_eq(suggested(VOLUME), ANSWER_YES);
	cr_expect(isfinite(result.gate[VOLUME].evidence.share));
}

/* ---- 2. quality --------------------------------------------------------- */

static void tested(const char *passes, const char *examples, const char *bar)
{
	two_options(&session);
	answer(&session, "quality.eval_examples", examples);
	answer(&session, "quality.eval_passes", passes);
	answer(&session, "quality.bar", bar);
}

static void try_every_rung(void)
{
	answer(&session, "quality.tried_instructions", "true");
	answer(&session, "quality.tried_few_shot", "true");
	answer(&session, "quality.tried_structured_output", "true");
	answer(&session, "quality.tried_decomposition", "true");
	answer(&session, "quality.tried_retrieval", "true");
	answer(&session, "quality.tried_stronger_model", "true");
}

Test(gates, quality_below_the_bar_is_yes_when_all_was_tried)
{
	tested("512", "600", "93%"); /* 82.3% to 87.9% */
	cr_expect_eq(suggested(QUALITY), ANSWER_UNSURE);
	expect_words(QUALITY, "better instructions, examples in the prompt,");
	expect_words(QUALITY, " and a stronger model.");
	try_every_rung();
	cr_expect_eq(suggested(QUALITY), ANSWER_YES);
	cr_expect(isnan(result.gate[QUALITY].evidence.examples_needed));
	expect_words(QUALITY, "512 of 600");
	expect_words(QUALITY, "between 82.3% and 87.9%");
	expect_words(QUALITY, "every rung");
	answer(&session, "quality.tried_retrieval", "false");
	expect_words(QUALITY, "are left: retrieval.");
}

Test(gates, quality_above_the_bar_is_no)
{
	tested("512", "600", "82%");
	cr_expect_eq(suggested(QUALITY), ANSWER_NO);
	expect_words(QUALITY, "reaches the bar");
}

Test(gates, quality_between_asks_for_more_examples)
{
	double needed, low, high;

	tested("512", "600", "87%");
	cr_expect_eq(suggested(QUALITY), ANSWER_UNSURE);
	needed = result.gate[QUALITY].evidence.examples_needed;
	/* 1.96^2 x 0.87 x 0.13 / (0.8533 - 0.87)^2 = 1564.1: the next above */
	cr_expect_eq(needed, 1565, "%g", needed);
	wilson_interval(
		needed * 512 / 600, needed, 1.959963984540054, &low, &high);
	cr_expect_lt(high, 0.87);
	wilson_interval((needed - 1) * 512 / 600, needed - 1, 1.959963984540054,
		&low, &high);
	cr_expect_geq(high, 0.87);
	expect_words(QUALITY, "1,565 examples");
}

Test(gates, examples_needed_is_the_least_that_settles)
{
	for (int passes = 1; passes < 40; passes++) {
		double rate = passes / 40.0, bar = 0.62, needed, low, high;
		char text[16];

		snprintf(text, sizeof(text), "%d", passes);
		tested(text, "40", "62%");
		work_out();
		needed = result.gate[QUALITY].evidence.examples_needed;
		if (isnan(needed))
			continue;
		wilson_interval(
			rate * needed, needed, 1.959963984540054, &low, &high);
		cr_expect(low >= bar || high < bar, "%d", passes);
		needed--;
		wilson_interval(
			rate * needed, needed, 1.959963984540054, &low, &high);
		cr_expect(low < bar && high >= bar, "%d", passes);
		cr_expect_geq(needed, 40);
	}
}

Test(gates, quality_on_the_bar_is_never_settled)
{
	tested("45", "60", "75%");
	cr_expect_eq(suggested(QUALITY), ANSWER_UNSURE);
	cr_expect(isnan(result.gate[QUALITY].evidence.examples_needed));
	expect_words(QUALITY, "the bar itself");
}

Test(gates, quality_without_test_or_bar_is_unsure)
{
	tested("0", "0", "75%");
	cr_expect_eq(suggested(QUALITY), ANSWER_UNSURE);
	cr_expect(isnan(result.gate[QUALITY].evidence.low));
	expect_words(QUALITY, "Nothing is measured");
	tested("45", "60", "0");
	cr_expect_eq(suggested(QUALITY), ANSWER_UNSURE);
	cr_expect_not(isnan(result.gate[QUALITY].evidence.low));
	expect_words(QUALITY, "which pass rate the task needs");
	tested("0", "0", "0");
	expect_words(QUALITY, "which pass rate the task needs, too");
}

Test(gates, quality_tells_two_figures_that_contradict)
{
	tested("512", "600", "93%");
	answer(&session, "options[0].pass_rate", "91%");
	expect_words(QUALITY, "Prompted is entered with 91%");
	answer(&session, "options[0].pass_rate", "85%");
	cr_expect_not(strstr(explained(QUALITY), "entered"));
}

/* ---- 3. latency --------------------------------------------------------- */

/* The API answers in 250 tokens at 500 a second, 500 ms; the tuned option on
 * its own servers in 250 ms. */
static void a_budget(const char *budget)
{
	two_options(&session);
	answer(&session, "options[0].output_tokens_per_s", "500");
	answer(&session, "options[1].output_tokens_per_s", "1000");
	answer(&session, "options[1].serving", "selfhost");
	answer(&session, "latency.budget_ms", budget);
}

Test(gates, latency_asks_whether_an_api_will_do)
{
	a_budget("500");
	cr_expect_eq(suggested(LATENCY), ANSWER_NO);
	expect_words(LATENCY, "Prompted needs about 500 ms, within the 500 ms");
	a_budget("499");
	cr_expect_eq(suggested(LATENCY), ANSWER_YES);
	expect_words(LATENCY, "on your own servers Tuned needs about 250 ms");
	a_budget("249");
	cr_expect_eq(suggested(LATENCY), ANSWER_UNSURE);
	expect_words(LATENCY, "users accept 249 ms. Add a smaller");
	a_budget("0");
	cr_expect_eq(suggested(LATENCY), ANSWER_UNSURE);
	expect_words(LATENCY, "No budget");
	answer(&session, "latency.api_ruled_out", "true");
	cr_expect_eq(suggested(LATENCY), ANSWER_YES);
	expect_words(LATENCY, "must not go");
}

Test(gates, latency_counts_only_what_is_good_enough)
{
	a_budget("400");
	answer(&session, "quality.bar", "90%");
	cr_expect_eq(suggested(LATENCY), ANSWER_UNSURE, "nothing is measured");
	expect_words(LATENCY, "no self-hosted option is known");
	answer(&session, "options[1].pass_rate", "90%");
	cr_expect_eq(suggested(LATENCY), ANSWER_YES);
	/* A fast API that is not good enough counts only if none is. */
	session_add_option(&session, "Fast");
	answer(&session, "options[2].output_tokens_per_s", "5000");
	answer(&session, "options[2].pass_rate", "80%");
	cr_expect_eq(suggested(LATENCY), ANSWER_NO);
	answer(&session, "options[0].pass_rate", "95%");
	cr_expect_eq(suggested(LATENCY), ANSWER_YES);
	expect_words(LATENCY, "Of the API options Prompted needs about 500 ms");
}

Test(gates, latency_without_an_api_option)
{
	a_budget("400");
	answer(&session, "latency.scope", "first_token");
	answer(&session, "options[0].serving", "selfhost");
	answer(&session, "options[0].first_token_ms", "1234");
	cr_expect_eq(suggested(LATENCY), ANSWER_YES);
	expect_words(LATENCY, "There is no API option; on your own servers "
			      "Tuned needs about 0 ms to its first token");
}

/* ---- 4. upkeep ---------------------------------------------------------- */

/* Tuned takes 20 hours of upkeep and 10 to run. */
static void an_upkeep(const char *capacity)
{
	two_options(&session);
	answer(&session, "options[1].ops_hours", "10");
	answer(&session, "upkeep.capacity_hours", capacity);
	answer(&session, "upkeep.monitoring_owner", "ops");
	answer(&session, "upkeep.retraining_owner", "ml");
	answer(&session, "upkeep.versioning_owner", "ml");
	answer(&session, "upkeep.tracking_owner", "ml");
	answer(&session, "upkeep.hiring_owner", "cto");
}

Test(gates, upkeep_needs_hours_and_owners)
{
	an_upkeep("30");
	cr_expect_eq(suggested(UPKEEP), ANSWER_YES);
	cr_near(result.gate[UPKEEP].evidence.required_hours, 30);
	expect_words(UPKEEP, "within the 30 that you can commit. Each burden");
	an_upkeep("29");
	cr_expect_eq(suggested(UPKEEP), ANSWER_NO);
	expect_words(UPKEEP, "more than the 29");
	an_upkeep("0");
	cr_expect_eq(suggested(UPKEEP), ANSWER_UNSURE);
	expect_words(UPKEEP, "how many you can really commit");
	an_upkeep("30");
	answer(&session, "upkeep.retraining_owner", "");
	answer(&session, "upkeep.hiring_owner", "");
	cr_expect_eq(suggested(UPKEEP), ANSWER_UNSURE);
	expect_words(
		UPKEEP, "Without an owner: retraining and finding the people");
	answer(&session, "options[1].adaptation", "prompt");
	cr_expect_eq(suggested(UPKEEP), ANSWER_UNSURE);
	cr_expect(isnan(result.gate[UPKEEP].evidence.required_hours));
	expect_words(UPKEEP, "no tuned option");
}

/* ---- 5. savings --------------------------------------------------------- */

/* Over 10 months hosting of 40 an hour against 10: 219,000 of savings, and
 * 1000 hours of setting up: an overhead of 100,000. */
static void some_savings(void)
{
	two_options(&session);
	answer(&session, "savings.horizon_months", "10");
	answer(&session, "savings.discount_rate", "0");
	answer(&session, "upkeep.monitoring_hours", "0");
	answer(&session, "upkeep.versioning_hours", "0");
	answer(&session, "upkeep.tracking_hours", "0");
	answer(&session, "upkeep.hiring_hours", "0");
	answer(&session, "options[0].hosting_per_hour", "40");
	answer(&session, "options[1].hosting_per_hour", "10");
	answer(&session, "options[1].setup_hours", "1000");
}

Test(gates, savings_must_be_clearly_larger)
{
	some_savings();
	cr_expect_eq(suggested(SAVINGS), ANSWER_YES);
	cr_near(result.savings.ratio, 2.19);
	expect_words(SAVINGS, "Over 10 months Tuned saves $219k");
	expect_words(SAVINGS, "against Prompted, 2.19 times the $100k more");
	expect_words(SAVINGS, "to build and keep; you ask for 2 times.");
	expect_words(SAVINGS, "a net saving of $119k");
	answer(&session, "savings.factor", "2.2");
	cr_expect_eq(suggested(SAVINGS), ANSWER_NO);
}

Test(gates, savings_that_are_losses)
{
	some_savings();
	answer(&session, "options[0].hosting_per_hour", "5");
	cr_expect_eq(suggested(SAVINGS), ANSWER_NO);
	expect_words(SAVINGS, "Tuned costs $36.5k more in service");
	expect_words(SAVINGS, "a net loss of $136k");
}

Test(gates, savings_without_overhead)
{
	some_savings();
	answer(&session, "options[0].setup_hours", "1500");
	cr_expect_eq(suggested(SAVINGS), ANSWER_YES);
	expect_words(SAVINGS, "takes $50k less");
	expect_words(SAVINGS, "no overhead at all");
}

Test(gates, savings_of_an_option_that_will_not_do)
{
	some_savings();
	answer(&session, "quality.bar", "90%");
	cr_expect_eq(suggested(SAVINGS), ANSWER_NO);
	expect_words(SAVINGS, "not measured");
	answer(&session, "options[1].pass_rate", "80%");
	answer(&session, "latency.budget_ms", "1");
	answer(&session, "latency.api_ruled_out", "true");
	cr_expect_eq(suggested(SAVINGS), ANSWER_NO);
	expect_words(SAVINGS, "It will not do: its pass rate is below the bar, "
			      "it is too slow and an API is ruled out.");
}

Test(gates, savings_need_pass_rates_once_failures_cost)
{
	some_savings();
	answer(&session, "quality.failure_cost", "0.001");
	cr_expect_eq(suggested(SAVINGS), ANSWER_UNSURE);
	expect_words(SAVINGS, "pass rate of Prompted and of Tuned: failures");
	answer(&session, "options[0].pass_rate", "90%");
	cr_expect_eq(suggested(SAVINGS), ANSWER_UNSURE);
	expect_words(SAVINGS, "Measure the pass rate of Tuned:");
	answer(&session, "options[1].pass_rate", "90%");
	cr_expect_eq(suggested(SAVINGS), ANSWER_YES);
	cr_expect_not(strstr(explained(SAVINGS), "Measure"));
}

Test(gates, savings_need_both_kinds)
{
	some_savings();
	answer(&session, "options[1].adaptation", "prompt");
	cr_expect_eq(suggested(SAVINGS), ANSWER_UNSURE);
	expect_words(SAVINGS, "no tuned option");
	answer(&session, "options[0].adaptation", "tune");
	answer(&session, "options[1].adaptation", "tune");
	cr_expect_eq(suggested(SAVINGS), ANSWER_UNSURE);
	expect_words(SAVINGS, "no prompted option");
	session_init(&session);
	cr_expect_eq(suggested(SAVINGS), ANSWER_UNSURE);
	expect_words(SAVINGS, "nothing to compare");
}

/* The odds come from a simulation; without one they are 0 or 1. */
Test(gates, savings_need_the_odds_asked_for)
{
	struct facts facts;
	char out[1000];

	some_savings();
	work_out();
	facts_base(&facts, &session);
	result.savings.p_pays = 0.89;
	gates_answer(&session, &facts, &result);
	cr_expect_eq(result.gate[SAVINGS].suggested, ANSWER_UNSURE);
	gate_explain(&session, &result, SAVINGS, out, sizeof(out));
	cr_expect(strstr(out, "in 89 of 100 scenarios; you ask for 90."));
	result.savings.p_pays = 0.9;
	gates_answer(&session, &facts, &result);
	cr_expect_eq(result.gate[SAVINGS].suggested, ANSWER_YES);
}

/* ---- answers and verdict ------------------------------------------------ */

static void answer_all(const char *word)
{
	answer(&session, "volume.answer", word);
	answer(&session, "quality.answer", word);
	answer(&session, "latency.answer", word);
	answer(&session, "upkeep.answer", word);
	answer(&session, "savings.answer", word);
}

Test(gates, an_answer_of_ones_own_overrules)
{
	two_options(&session);
	answer(&session, "volume.answer", "yes");
	answer(&session, "quality.answer", "unsure");
	work_out();
	cr_expect_eq(result.gate[VOLUME].answer, ANSWER_YES);
	cr_expect_eq(result.gate[VOLUME].suggested, ANSWER_UNSURE);
	cr_expect_not(result.gate[VOLUME].followed);
	cr_expect(result.gate[QUALITY].followed, "the same, if not auto");
	cr_expect(result.gate[SAVINGS].followed);
	cr_expect_eq(
		result.gate[SAVINGS].answer, result.gate[SAVINGS].suggested);
}

Test(gates, verdict_is_the_first_that_is_not_yes)
{
	static const char *const keys[] = {"volume.answer", "quality.answer",
		"latency.answer", "upkeep.answer", "savings.answer"};
	const char *before = "";

	two_options(&session);
	answer_all("yes");
	work_out();
	cr_expect_eq(result.verdict.outcome, OUTCOME_TUNE);
	cr_expect_eq(result.verdict.at, -1);
	cr_expect(strstr(result.verdict.action, "evaluation"));
	for (int i = QUESTIONS - 1; i >= 0; i--) {
		answer(&session, keys[i], "no");
		work_out();
		cr_expect_eq(result.verdict.outcome, OUTCOME_STOP);
		cr_expect_eq(result.verdict.at, i);
		cr_expect_str_neq(result.verdict.action, before);
		before = result.verdict.action;
		answer(&session, keys[i], "unsure");
		work_out();
		cr_expect_eq(result.verdict.outcome, OUTCOME_FIND_OUT);
		cr_expect_eq(result.verdict.at, i);
		cr_expect_str_neq(result.verdict.action, before);
		before = result.verdict.action;
	}
}

/* ---- fits --------------------------------------------------------------- */

Test(gates, fits_follow_the_answers)
{
	a_budget("400");
	work_out();
	cr_expect(result.fits.latency);
	cr_expect_not(result.fits.high_volume);
	cr_expect_not(result.fits.domain);
	answer(&session, "volume.answer", "yes");
	answer(&session, "quality.answer", "yes");
	answer(&session, "quality.bar", "90%");
	answer(&session, "options[0].pass_rate", "89%");
	answer(&session, "options[1].pass_rate", "91%");
	work_out();
	cr_expect(result.fits.high_volume);
	cr_expect(result.fits.domain);
	answer(&session, "options[0].pass_rate", "90%");
	work_out();
	cr_expect_not(result.fits.domain, "prompting reaches it, too");
	answer(&session, "latency.answer", "no");
	work_out();
	cr_expect_not(result.fits.latency);
	answer(&session, "options[1].adaptation", "prompt");
	work_out();
	cr_expect_not(result.fits.domain);
}

Test(gates, massive_scale_is_a_billion_and_a_million)
{
	some_savings();
	answer(&session, "options[1].setup_hours", "0");
	answer(&session, "options[0].hosting_per_hour", "150"); /* 1.022M */
	answer(&session, "volume.requests_per_month", "100M");
	work_out();
	cr_expect(result.fits.massive_scale);
	answer(&session, "volume.requests_per_month", "99M");
	work_out();
	cr_expect_not(result.fits.massive_scale);
	answer(&session, "volume.requests_per_month", "200M");
	answer(&session, "options[0].hosting_per_hour", "140"); /* 0.949M */
	work_out();
	cr_expect_not(result.fits.massive_scale);
}

/* ---- words -------------------------------------------------------------- */

Test(gates, explanations_fit_any_buffer)
{
	char whole[2000];

	an_upkeep("30");
	answer(&session, "options[1].name",
		"Größe und Güte, immer größer und güter, ein überlanger Name");
	for (int q = 0; q < QUESTIONS; q++) {
		work_out();
		gate_explain(&session, &result, (enum question)q, whole,
			sizeof(whole));
		for (size_t size = 0; size < 300; size++) {
			char out[301] = "untouched";
			size_t length;

			gate_explain(
				&session, &result, (enum question)q, out, size);
			if (size == 0) {
				cr_expect_str_eq(out, "untouched");
				continue;
			}
			length = strlen(out);
			cr_expect_lt(length, size);
			cr_expect(!memcmp(out, whole, length));
			cr_expect_neq((unsigned char)whole[length] & 0xC0, 0x80,
				"half a character at %zu", length);
		}
	}
}

Test(gates, names_of_things)
{
	cr_expect_str_eq(question_names[VOLUME], "volume");
	cr_expect_str_eq(question_names[SAVINGS], "savings");
	cr_expect_str_eq(answer_names[ANSWER_UNSURE], "unsure");
	cr_expect_str_eq(outcome_names[OUTCOME_FIND_OUT], "find_out");
	for (int i = 0; i < QUESTIONS; i++)
		cr_expect(strchr(question_titles[i], '?'));
}
