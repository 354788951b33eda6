#include "explain.h"

#include "sessions.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static struct session session;
static struct result result;
static struct odds odds;
static struct odds_work work;
static struct explained explained;

static void work_out(void)
{
	evaluate(&session, &result);
	evaluate_odds(&session, &result, &odds, &work);
	explained.session = &session;
	explained.result = &result;
	explained.odds = &odds;
	facts_base(&explained.facts, &session);
}

/* One of everything that a formula has a term for. */
static void begin(void)
{
	static const char *const values[][2] = {
		{"volume.requests_per_month", "1M to 3M"},
		{"volume.growth_per_month", "2%"},
		{"volume.cache_hit_rate", "70%"},
		{"volume.batch_share", "30%"},
		{"volume.value_per_request", "0.01"},
		{"quality.failure_cost", "0.02"},
		{"savings.horizon_months", "30"},
		{"savings.incumbent", "Prompted"},
	};
	static const char *const own[][2] = {
		{"input_price", "2"},
		{"cached_input_price", "0.2"},
		{"cache_write_price", "2.5"},
		{"output_price", "10"},
		{"batch_discount", "50%"},
		{"hosting_per_hour", "3"},
		{"price_decline_per_year", "10%"},
		{"instruction_share", "40%"},
		{"retrieval_tokens", "100"},
		{"retrieval_cost_per_1k", "0.1"},
		{"reasoning_tokens", "50"},
		{"retry_rate", "2%"},
		{"pass_rate", "90% to 95%"},
		{"failure_change_per_year", "5%"},
		{"network_ms", "50"},
		{"first_token_ms", "300"},
		{"setup_hours", "80"},
		{"eval_hours", "40"},
		{"curation_hours", "100"},
		{"labels", "5,000"},
		{"label_cost", "0.5"},
		{"training_mtok", "20"},
		{"training_price", "3"},
		{"training_hours", "2"},
		{"training_per_hour", "20"},
		{"training_runs", "3"},
		{"retrain_every_months", "6"},
		{"refresh_share", "25%"},
		{"retrain_hours", "10"},
		{"retrain_eval_hours", "5"},
		{"change_hours", "4"},
		{"base_life_months", "14"},
		{"migration_hours", "20"},
		{"live_after_months", "2.5"},
		{"ops_hours", "6"},
		{"gpu_price_per_hour", "2"},
		{"gpus_per_replica", "2"},
	};
	char key[SESSION_KEY];

	three_options(&session);
	for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++)
		set(&session, values[i][0], values[i][1]);
	for (int option = 0; option < session.options; option++)
		for (size_t i = 0; i < sizeof(own) / sizeof(*own); i++) {
			snprintf(key, sizeof(key), "options[%d].%s", option,
				own[i][0]);
			set(&session, key, own[i][1]);
		}
	set(&session, "options[1].input_price", "0.5");
	set(&session, "options[1].output_price", "1");
	work_out();
}

TestSuite(explain, .init = begin);

static struct explanation ask(const char *key)
{
	struct explanation explanation;
	struct issue issue;

	cr_assert(explain(&explained, key, &explanation, &issue), "%s: %s", key,
		issue.what);
	return explanation;
}

static bool near(double a, double b)
{
	return fabs(a - b) <= 1e-9 * fmax(1, fmax(fabs(a), fabs(b)));
}

/* Its steps lead to it, and those that can be asked further say the same. */
static void expect_sound(const char *key)
{
	struct explanation asked = ask(key);

	cr_expect(*asked.title, "%s", key);
	cr_expect(strlen(asked.notes) < EXPLAIN_WORDS - 1, "%s: cut", key);
	if (!asked.steps)
		return;
	cr_expect_lt(asked.steps, EXPLAIN_STEPS, "%s", key);
	cr_expect(near(explanation_walk(&asked), asked.value),
		"%s: %.17g is not %.17g", key, explanation_walk(&asked),
		asked.value);
	for (int i = 0; i < asked.steps; i++) {
		const struct step *step = &asked.step[i];
		struct explanation further;

		if (!*step->key)
			continue;
		further = ask(step->key);
		cr_expect(near(further.value, step->value), "%s: %s: %.17g",
			key, step->key, step->value);
	}
}

static void expect_all_sound(void)
{
	char key[SESSION_KEY];

	for (const struct explain_row *row = explain_shared; row->name; row++)
		expect_sound(row->name);
	for (int option = 0; option < session.options; option++)
		for (const struct explain_row *row = explain_option; row->name;
			row++) {
			snprintf(key, sizeof(key), "options[%d].%s", option,
				row->name);
			expect_sound(key);
		}
}

Test(explain, every_figure_is_reached_by_its_steps)
{
	expect_all_sound();
}

Test(explain, with_all_else_too)
{
	set(&session, "latency.scope", "first_token");
	set(&session, "volume.batch_share", "0");
	set(&session, "options[2].autoscale", "true");
	set(&session, "options[2].adaptation", "tune");
	set(&session, "savings.horizon_months", "1");
	work_out();
	expect_all_sound();
	set(&session, "savings.horizon_months", "120");
	set(&session, "volume.requests_per_month", "0");
	work_out();
	expect_all_sound();
}

Test(explain, a_session_without_a_pair_says_what_is_missing)
{
	session_init(&session);
	session_add_option(&session, "Alone");
	work_out();
	expect_all_sound();
	cr_expect(isnan(ask("net").value));
	cr_expect(strstr(ask("net").notes, "one of the two is missing"));
	session_init(&session);
	work_out();
	expect_all_sound();
}

Test(explain, every_input_has_an_explanation)
{
	char key[SESSION_KEY];

	for (int i = 0; i < INPUTS; i++) {
		struct place place = {
			(enum input)i, input_is_option((enum input)i) ? 1 : -1};

		session_key(place, key, sizeof(key));
		cr_expect(*ask(key).title, "%s", key);
		cr_expect(*ask(key).notes, "%s", key);
	}
}

Test(explain, an_input_says_how_it_was_read_and_what_hangs_on_it)
{
	struct explanation asked = ask("volume.requests_per_month");

	cr_expect_str_eq(asked.title, "requests per month");
	cr_expect(strstr(asked.notes, "\"1M to 3M\""));
	cr_expect(strstr(asked.notes, "It counts as 1.73M"), "%s", asked.notes);
	cr_expect(strstr(asked.notes, "lognormal"));
	cr_expect(strstr(asked.notes, "Nothing is said of its origin."));
	cr_expect(strstr(asked.notes, "Alone at its low end"));
	add_evidence(&session, "volume.requests_per_month", "gateway log");
	cr_expect(strstr(ask("volume.requests_per_month").notes,
		"measured: gateway log (2026-10-31)"));
}

Test(explain, names_and_numbers_lead_to_the_same_option)
{
	cr_expect_eq(ask("options[Small, tuned].total_pv").value,
		result.option[1].ledger.total_pv);
	set(&session, "options[2].name", "a].b");
	work_out();
	cr_expect_eq(ask("options[a].b].total_pv").value,
		result.option[2].ledger.total_pv);
}

Test(explain, what_is_misspelt_is_told)
{
	struct explanation explanation;
	struct issue issue;

	cr_expect_not(explain(&explained, "nett", &explanation, &issue));
	cr_expect(strstr(issue.mend, "net"), "%s", issue.mend);
	cr_expect_not(explain(
		&explained, "options[0].totalpv", &explanation, &issue));
	cr_expect(strstr(issue.mend, "options[0].total_pv"), "%s", issue.mend);
	cr_expect_not(explain(&explained, "quality.bat", &explanation, &issue));
	cr_expect(strstr(issue.mend, "quality.bar"), "%s", issue.mend);
	cr_expect_not(explain(
		&explained, "options[9].total_pv", &explanation, &issue));
}
