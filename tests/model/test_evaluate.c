#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "figures.h"

static struct session session;
static struct result result;

static void expect_sound(const char *which)
{
	const char *what;

	evaluate(&session, &result);
	cr_expect(result_is_sound(&result, &what), "%s: %s", which, what);
}

/* ---- facts -------------------------------------------------------------- */

Test(facts, are_defaults_until_answered)
{
	struct facts facts;

	two_options(&session);
	facts_base(&facts, &session);
	cr_expect_eq(facts.options, 2);
	cr_expect_eq(facts.incumbent, 0);
	cr_expect_eq(facts.shared.requests_per_month, 100e3);
	cr_expect_eq(facts.shared.narrow_task, TRI_UNSURE);
	cr_expect_eq(facts.shared.horizon_months, 24);
	cr_expect_eq(facts.option[1].adaptation, ADAPT_TUNE);
	cr_expect_eq(facts.option[1].instruction_share, 1);
	cr_expect_not(facts.option[0].measured);
	cr_expect_eq(facts.option[0].pass_rate, 1, "costs as if 1");
	cr_expect_not(facts.option[0].cached_input_priced);
	cr_expect_not(facts.option[0].cache_write_priced);
}

Test(facts, are_base_values_of_ranges)
{
	struct facts facts;

	two_options(&session);
	answer(&session, "volume.requests_per_month", "1M to 4M");
	answer(&session, "options[0].pass_rate", "0");
	answer(&session, "options[1].cached_input_price", "0");
	answer(&session, "options[1].cache_write_price", "2");
	answer(&session, "savings.incumbent", "Tuned");
	facts_base(&facts, &session);
	cr_near(facts.shared.requests_per_month, 2e6);
	cr_expect(facts.option[0].measured, "0 is a measurement");
	cr_expect_eq(facts.option[0].pass_rate, 0);
	cr_expect(facts.option[1].cached_input_priced, "0 is a price");
	cr_expect(facts.option[1].cache_write_priced);
	cr_expect_eq(facts.incumbent, 1);
}

Test(facts, every_figure_has_its_place)
{
	struct facts facts;

	two_options(&session);
	facts_base(&facts, &session);
	for (int i = 0; i < INPUTS; i++) {
		struct place place = {.input = (enum input)i};

		place.option = input_is_option(place.input) ? 1 : -1;
		if (input_table[i].offset < 0)
			continue;
		*facts_at(&facts, place) = 1000 + i;
	}
	cr_expect_eq(facts.shared.requests_per_month,
		1000 + IN_volume_requests_per_month);
	cr_expect_eq(facts.shared.confidence, 1000 + IN_savings_confidence);
	cr_expect_eq(facts.option[1].live_after_months,
		1000 + IN_option_live_after_months);
	cr_expect_eq(facts.option[1].adaptation, 1000 + IN_option_adaptation);
	cr_expect_eq(facts.option[0].live_after_months, 0);
}

/* ---- evaluate ----------------------------------------------------------- */

Test(evaluate, is_a_pure_function)
{
	static struct result again;

	two_options(&session);
	answer(&session, "volume.requests_per_month", "1M to 4M");
	answer(&session, "options[0].input_price", "1 to 2");
	evaluate(&session, &result);
	memset(&again, 0x5a, sizeof(again));
	evaluate(&session, &again);
	cr_expect_eq(again.savings.net, result.savings.net);
	cr_expect(!memcmp(again.option, result.option, sizeof(again.option)));
	cr_expect_eq(again.verdict.action, result.verdict.action);
}

Test(evaluate, an_empty_session_is_a_question)
{
	session_init(&session);
	expect_sound("empty");
	cr_expect_eq(result.options, 0);
	cr_expect_eq(result.baseline, -1);
	cr_expect_eq(result.tuned, -1);
	cr_expect_eq(result.verdict.outcome, OUTCOME_FIND_OUT);
	cr_expect_eq(result.verdict.at, VOLUME);
	for (int i = 0; i < QUESTIONS; i++)
		cr_expect_eq(result.gate[i].suggested, ANSWER_UNSURE);
}

Test(evaluate, tunes_when_all_speaks_for_it)
{
	two_options(&session);
	answer(&session, "volume.value_per_request", "0.01");
	answer(&session, "volume.narrow_task", "yes");
	answer(&session, "volume.clear_metric", "yes");
	answer(&session, "quality.bar", "90%");
	answer(&session, "quality.eval_examples", "1000");
	answer(&session, "quality.eval_passes", "800");
	answer(&session, "quality.tried_instructions", "true");
	answer(&session, "quality.tried_few_shot", "true");
	answer(&session, "quality.tried_structured_output", "true");
	answer(&session, "quality.tried_decomposition", "true");
	answer(&session, "quality.tried_retrieval", "true");
	answer(&session, "quality.tried_stronger_model", "true");
	answer(&session, "latency.budget_ms", "1000");
	answer(&session, "upkeep.capacity_hours", "100");
	answer(&session, "upkeep.monitoring_owner", "ops");
	answer(&session, "upkeep.retraining_owner", "ops");
	answer(&session, "upkeep.versioning_owner", "ops");
	answer(&session, "upkeep.tracking_owner", "ops");
	answer(&session, "upkeep.hiring_owner", "ops");
	answer(&session, "options[0].input_price", "2");
	answer(&session, "options[0].pass_rate", "80%");
	answer(&session, "options[0].hosting_per_hour", "100");
	answer(&session, "options[1].serving", "selfhost");
	answer(&session, "options[1].pass_rate", "95%");
	answer(&session, "options[1].output_tokens_per_s", "500");
	expect_sound("all for it");
	for (int i = 0; i < QUESTIONS; i++)
		cr_expect_eq(result.gate[i].suggested, ANSWER_YES, "%s",
			question_names[i]);
	cr_expect_eq(result.verdict.outcome, OUTCOME_TUNE);
	cr_expect(result.fits.high_volume && result.fits.latency &&
		  result.fits.domain);
}

/* Each input at either end of its domain, all others as they are. */
Test(evaluate, is_sound_at_the_ends_of_every_domain)
{
	static struct session before;

	two_options(&session);
	answer(&session, "volume.value_per_request", "0.01");
	answer(&session, "options[0].input_price", "2");
	answer(&session, "options[1].serving", "selfhost");
	answer(&session, "options[1].gpu_price_per_hour", "2");
	answer(&session, "options[1].live_after_months", "2.5");
	answer(&session, "options[1].retrain_every_months", "6");
	answer(&session, "options[1].retrain_hours", "6");
	before = session;
	for (int i = 0; i < INPUTS; i++)
		for (int end = 0; end < 2; end++) {
			const struct input_row *row = &input_table[i];
			struct place place = {.input = (enum input)i};
			char text[FIGURE_MAX];
			struct issue issue;

			if (!input_is_number(place.input))
				continue;
			session = before;
			place.option = input_is_option(place.input) ? 1 : -1;
			figure_exact(
				text, sizeof(text), end ? row->max : row->min);
			if (session_set(&session, place, text, &issue))
				expect_sound(row->key);
		}
}

Test(evaluate, is_sound_for_figures_next_to_nothing)
{
	static const char *const keys[] = {"volume.requests_per_month",
		"volume.value_per_request", "options[1].retrain_every_months",
		"options[1].base_life_months", "options[1].live_after_months",
		"options[0].input_price", "quality.bar", "latency.budget_ms"};

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		two_options(&session);
		answer(&session, "volume.value_per_request", "0.01");
		answer(&session, "options[1].retrain_hours", "100");
		answer(&session, "options[1].migration_hours", "100");
		answer(&session, keys[i], "1e-300");
		expect_sound(keys[i]);
	}
}

Test(evaluate, horizons_of_one_month_and_of_ten_years)
{
	two_options(&session);
	answer(&session, "savings.horizon_months", "1");
	answer(&session, "options[1].live_after_months", "120");
	answer(&session, "options[0].hosting_per_hour", "1");
	answer(&session, "options[1].ops_hours", "50");
	expect_sound("one month");
	/* it never goes live: the same bill, and not yet the 50 hours */
	cr_near(result.option[1].ledger.total_pv,
		result.option[0].ledger.total_pv);
	answer(&session, "savings.horizon_months", "120");
	expect_sound("ten years");
	cr_expect_eq(result.horizon, 120);
	cr_near(result.savings.net, 0);
}
