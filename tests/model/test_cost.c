#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>

#include "figures.h"
#include "volume_curve.h"

static double month(const struct facts *facts, int option, int number)
{
	struct ledger ledger;

	cost_option(facts, option, &ledger);
	return ledger.monthly[number];
}

static double category(
	const struct facts *facts, int option, enum category category)
{
	struct ledger ledger;

	cost_option(facts, option, &ledger);
	return ledger.by_category[category];
}

/* 1000 requests of 1000 + 500 tokens in and 100 out, at 10 and 20 a million. */
static struct facts one_api(void)
{
	struct facts facts = plain_facts(1);

	facts.shared.horizon_months = 2;
	facts.shared.requests_per_month = 1000;
	facts.shared.instruction_tokens = 1000;
	facts.shared.payload_tokens = 500;
	facts.shared.output_tokens = 100;
	facts.option[0].input_price = 10;
	facts.option[0].output_price = 20;
	return facts;
}

/* One request a second for all month, 1000 tokens in, 100 out, on replicas of
 * 10,000 and 1000 tokens a second: 0.2 s of a replica each. */
static struct facts one_server(void)
{
	struct facts facts = plain_facts(1);

	facts.shared.horizon_months = 2;
	facts.shared.requests_per_month = 2628000;
	facts.shared.instruction_tokens = 600;
	facts.shared.payload_tokens = 400;
	facts.shared.output_tokens = 100;
	facts.option[0].serving = SERVE_SELFHOST;
	facts.option[0].gpus_per_replica = 2;
	facts.option[0].gpu_price_per_hour = 3;
	facts.option[0].utilisation = 0.6;
	facts.option[0].peak_to_average = 3;
	return facts;
}

Test(cost, api_bills_tokens_and_hosting)
{
	struct facts facts = one_api();

	/* 1000 x (1500 x 10 + 100 x 20)/1e6 = 17 */
	cr_near(month(&facts, 0, 1), 17);
	facts.option[0].hosting_per_hour = 0.5; /* 365 a month */
	cr_near(month(&facts, 0, 2), 382);
	facts.option[0].reasoning_tokens = 400; /* 400 x 20/1e6 x 1000 = 8 */
	cr_near(month(&facts, 0, 2), 390);
}

Test(cost, cache_batch_and_retries_change_the_bill)
{
	struct facts facts = one_api();
	struct option_facts *own = &facts.option[0];

	facts.shared.cache_hit_rate = 0.5;
	cr_near(month(&facts, 0, 1), 17); /* unset: the input price */
	own->cached_input_price = 1;
	own->cached_input_priced = true;
	/* 500 x 10 + 500 x 10 + 500 x 1 + 100 x 20 = 12,500 */
	cr_near(month(&facts, 0, 1), 12.5);
	own->cache_write_price = 12.5;
	own->cache_write_priced = true;
	cr_near(month(&facts, 0, 1), 13.75);
	facts.shared.batch_share = 0.4;
	own->batch_discount = 0.5; /* a fifth off */
	cr_near(month(&facts, 0, 1), 11);
	own->retrieval_cost_per_1k = 2;
	own->retry_rate = 0.2; /* 1250 calls: 13.75 + 2.50 */
	cr_near(month(&facts, 0, 1), 16.25);
	own->retry_rate = 0.9; /* 10,000 calls */
	cr_near(month(&facts, 0, 1), 130);
}

Test(cost, tuning_keeps_a_share_of_the_instructions)
{
	struct facts facts = one_api();

	facts.option[0].instruction_share = 0.1;
	/* (100 + 500) x 10 + 100 x 20 = 8000 */
	cr_near(month(&facts, 0, 1), 8);
	facts.option[0].retrieval_tokens = 200;
	cr_near(month(&facts, 0, 1), 10);
}

Test(cost, servers_are_whole_and_sized_for_the_peak)
{
	struct facts facts = one_server();
	double replica = 2 * 3 * 730;

	/* 0.2 busy x 3 at the peak / 0.6 = exactly 1: not 2 by rounding */
	cr_near(month(&facts, 0, 1), replica);
	facts.shared.requests_per_month *= 1.01;
	cr_near(month(&facts, 0, 1), 2 * replica);
	facts.shared.batch_share = 0.5; /* peak 2: 0.67 */
	cr_near(month(&facts, 0, 1), replica);
	facts.option[0].min_replicas = 3;
	cr_near(month(&facts, 0, 1), 3 * replica);
	facts.option[0].min_replicas = 0;
	facts.shared.requests_per_month = 0;
	cr_near(month(&facts, 0, 1), 0);
}

Test(cost, autoscaled_servers_follow_the_load)
{
	struct facts facts = one_server();
	double replica = 2 * 3 * 730;

	facts.option[0].autoscale = 1;
	facts.option[0].min_replicas = 0;
	cr_near(month(&facts, 0, 1), replica / 3); /* 0.2/0.6, no peak */
	facts.shared.cache_hit_rate = 1;           /* 400 in: 0.04 + 0.1 */
	cr_near(month(&facts, 0, 1), replica * 0.14 / 0.6);
	facts.option[0].min_replicas = 1;
	cr_near(month(&facts, 0, 1), replica);
	facts.option[0].retrieval_cost_per_1k = 1;
	cr_near(month(&facts, 0, 1), replica + 2628);
}

Test(cost, prices_fall_but_search_does_not)
{
	struct facts facts = one_api();

	facts.shared.horizon_months = 25;
	facts.option[0].price_decline_per_year = 0.5;
	facts.option[0].retrieval_cost_per_1k = 3;
	cr_near(month(&facts, 0, 1), 17 + 3);
	cr_near(month(&facts, 0, 13), 8.5 + 3);
	cr_near(month(&facts, 0, 25), 4.25 + 3);
	facts.option[0].price_decline_per_year = 1;
	cr_near(month(&facts, 0, 1), 20); /* 0^0 is 1 */
	cr_near(month(&facts, 0, 2), 3);
}

Test(cost, growth_failures_and_their_change)
{
	struct facts facts = one_api();
	struct ledger ledger;

	facts.option[0].input_price = facts.option[0].output_price = 0;
	facts.shared.horizon_months = 13;
	facts.shared.failure_cost = 2;
	facts.option[0].pass_rate = 0.9;
	cr_near(month(&facts, 0, 1), 200);
	facts.shared.growth_per_month = 1;
	cr_near(month(&facts, 0, 3), 800);
	facts.shared.growth_per_month = 0;
	facts.option[0].failure_change_per_year = -0.5;
	cr_near(month(&facts, 0, 13), 100);
	facts.option[0].failure_change_per_year = 10; /* 110%, so all */
	cr_near(month(&facts, 0, 13), 2000);
	facts.option[0].failure_change_per_year = -1;
	cost_option(&facts, 0, &ledger);
	cr_near(ledger.by_category[CATEGORY_FAILURES], 200);
	cr_near(ledger.good, 900 + 12 * 1000);
	cr_near(cost_requests(&facts), 13000);
}

Test(cost, building_is_paid_up_front)
{
	struct facts facts = plain_facts(1);
	struct option_facts *own = &facts.option[0];
	struct ledger ledger;

	own->setup_hours = 10;
	own->eval_hours = 5;
	own->curation_hours = 20;
	own->labels = 1000;
	own->label_cost = 0.5;
	own->training_mtok = 30;
	own->training_price = 3;
	own->training_hours = 4;
	own->training_per_hour = 10;
	own->training_runs = 2;
	cost_option(&facts, 0, &ledger);
	cr_near(ledger.by_category[CATEGORY_BUILD], 1000);
	cr_near(ledger.by_category[CATEGORY_EVALUATION], 500);
	cr_near(ledger.by_category[CATEGORY_DATA], 2500);
	cr_near(ledger.by_category[CATEGORY_TRAINING], 260);
	cr_near(ledger.monthly[0], 4260);
	cr_near(ledger.total_nominal, 4260);
}

/* A retraining of 1000 people's money: 10 hours at 100. */
static struct facts one_retrained(double every)
{
	struct facts facts = plain_facts(1);

	facts.shared.horizon_months = 12;
	facts.option[0].retrain_every_months = every;
	facts.option[0].retrain_hours = 10;
	return facts;
}

Test(cost, k_lives_pay_for_k_minus_1_retrainings)
{
	struct facts facts = one_retrained(3);

	cr_near(category(&facts, 0, CATEGORY_MAINTENANCE), 3000);
	facts = one_retrained(12);
	cr_near(category(&facts, 0, CATEGORY_MAINTENANCE), 0);
	facts = one_retrained(4.5); /* half of month 5, then 7 more */
	cr_near(category(&facts, 0, CATEGORY_MAINTENANCE), 1000 * 7.5 / 4.5);
	facts = one_retrained(0.5); /* half of month 1 at 2 a month, then 11 */
	cr_near(category(&facts, 0, CATEGORY_MAINTENANCE), 1000 * 11.5 * 2);
	facts = one_retrained(1e-300);
	cr_expect(isfinite(category(&facts, 0, CATEGORY_MAINTENANCE)));
	cr_expect(isfinite(cost_people_hours(&facts, 0)));
}

Test(cost, retraining_spreads_over_categories)
{
	struct facts facts = one_retrained(6);
	struct option_facts *own = &facts.option[0];

	own->refresh_share = 0.25;
	own->curation_hours = 40;
	own->labels = 100;
	own->label_cost = 4;
	own->training_mtok = 50;
	own->training_price = 2;
	own->training_runs = 3;
	own->retrain_eval_hours = 2;
	/* up front 4400 and 300, then one retraining of a quarter and 100 */
	cr_near(category(&facts, 0, CATEGORY_DATA), 4400 + 1100);
	cr_near(category(&facts, 0, CATEGORY_TRAINING), 300 + 100);
	cr_near(category(&facts, 0, CATEGORY_EVALUATION), 200);
	cr_near(category(&facts, 0, CATEGORY_MAINTENANCE), 1000);
}

Test(cost, migration_of_a_tuned_model_trains_again)
{
	struct facts facts = plain_facts(1);
	struct option_facts *own = &facts.option[0];

	facts.shared.horizon_months = 12;
	own->base_life_months = 6;
	own->migration_hours = 10;
	own->retrain_eval_hours = 2;
	own->training_hours = 1;
	own->training_per_hour = 100;
	own->training_runs = 3;
	own->curation_hours = 8;
	own->refresh_share = 0.5;
	cr_near(category(&facts, 0, CATEGORY_MAINTENANCE), 1000);
	cr_near(category(&facts, 0, CATEGORY_EVALUATION), 200);
	cr_near(category(&facts, 0, CATEGORY_TRAINING), 300);
	cr_near(category(&facts, 0, CATEGORY_DATA), 800);
	own->adaptation = ADAPT_TUNE;
	cr_near(category(&facts, 0, CATEGORY_TRAINING), 600);
	cr_near(category(&facts, 0, CATEGORY_DATA), 1200);
}

Test(cost, changes_retrain_a_tuned_model_only)
{
	struct facts facts = one_retrained(0);

	facts.shared.changes_per_year = 6;
	facts.option[0].change_hours = 2;
	facts.shared.monitoring_hours = 3;
	facts.shared.hiring_hours = 1;
	/* half a change a month: 1 hour; a tuned one 5 more, and upkeep of 4 */
	cr_near(month(&facts, 0, 1), 100);
	cr_near(cost_people_hours(&facts, 0), 1);
	facts.option[0].adaptation = ADAPT_TUNE;
	cr_near(month(&facts, 0, 1), 100 + 500 + 400);
	cr_near(cost_people_hours(&facts, 0), 1 + 5 + 4);
}

Test(cost, people_hours_count_every_rhythm)
{
	struct facts facts = one_retrained(5);
	struct option_facts *own = &facts.option[0];

	own->ops_hours = 7;
	own->retrain_eval_hours = 4;
	own->refresh_share = 0.5;
	own->curation_hours = 12;
	own->base_life_months = 10;
	own->migration_hours = 16;
	/* 7 + (10 + 4 + 6)/5 + (16 + 4)/10 */
	cr_near(cost_people_hours(&facts, 0), 13);
	own->adaptation = ADAPT_TUNE; /* a move takes curation too: 6/10 */
	cr_near(cost_people_hours(&facts, 0), 13.6);
}

/* ---- waiting ------------------------------------------------------------ */

/* The incumbent 0 costs 17 a month, the newcomer 1 only 8. */
static struct facts newcomer(double live_after)
{
	struct facts facts = plain_facts(2);
	struct facts api = one_api();

	facts.shared = api.shared;
	facts.shared.horizon_months = 6;
	facts.option[0] = facts.option[1] = api.option[0];
	facts.option[1].instruction_share = 0.1;
	facts.option[1].live_after_months = live_after;
	facts.incumbent = 0;
	return facts;
}

Test(cost, the_incumbent_serves_until_the_newcomer_is_live)
{
	struct facts facts = newcomer(2.25);

	cr_near(month(&facts, 1, 1), 17);
	cr_near(month(&facts, 1, 2), 17);
	cr_near(month(&facts, 1, 3), 0.25 * 17 + 0.75 * 8);
	cr_near(month(&facts, 1, 4), 8);
	facts = newcomer(100);
	cr_near(category(&facts, 1, CATEGORY_SERVING), 6 * 17);
	facts.incumbent = -1;
	cr_near(category(&facts, 1, CATEGORY_SERVING), 6 * 8);
	facts.incumbent = 1;
	cr_near(category(&facts, 1, CATEGORY_SERVING), 6 * 8);
}

Test(cost, waiting_takes_the_incumbents_people_and_failures)
{
	struct facts facts = newcomer(1);
	struct ledger ledger;

	facts.shared.failure_cost = 1;
	facts.option[0].pass_rate = 0.8;
	facts.option[0].ops_hours = 5;
	facts.option[0].retrain_every_months = 1; /* its own affair */
	facts.option[0].retrain_hours = 50;
	facts.option[1].pass_rate = 0.9;
	cost_option(&facts, 1, &ledger);
	cr_near(ledger.monthly[1], 17 + 500 + 200);
	cr_near(ledger.monthly[2], 8 + 100);
	cr_near(ledger.good, 800 + 5 * 900);
}

Test(cost, a_new_models_life_begins_when_it_is_live)
{
	struct facts facts = newcomer(2);

	facts.option[1].retrain_every_months = 3;
	facts.option[1].retrain_hours = 3;
	facts.option[1].base_life_months = 5;
	facts.option[1].migration_hours = 5;
	cr_near(month(&facts, 1, 5), 8);
	/* a third of a retraining and a fifth of a move in month 6 */
	cr_near(month(&facts, 1, 6), 8 + 100 + 100);
	facts.shared.changes_per_year = 12;
	facts.option[1].adaptation = ADAPT_TUNE;
	/* changes are the incumbent's yet */
	cr_near(month(&facts, 1, 1), 17);
	cr_near(month(&facts, 1, 3), 8 + 300);
}

Test(cost, the_incumbents_own_life_began_already)
{
	struct facts facts = newcomer(2);

	facts.incumbent = 1;
	facts.option[1].retrain_every_months = 3;
	facts.option[1].retrain_hours = 3;
	cr_near(month(&facts, 1, 3), 8);
	cr_near(month(&facts, 1, 4), 8 + 100);
}

/* ---- single figures ----------------------------------------------------- */

Test(cost, latency_is_of_the_answer_or_of_its_first_token)
{
	struct facts facts = one_api();

	facts.option[0].network_ms = 40;
	facts.option[0].first_token_ms = 300;
	facts.option[0].output_tokens_per_s = 50;
	facts.option[0].reasoning_tokens = 20;
	cr_near(cost_latency(&facts, 0), 340 + 2400);
	facts.shared.scope = SCOPE_FIRST_TOKEN;
	cr_near(cost_latency(&facts, 0), 340 + 400);
}

Test(cost, first_request_is_the_options_own)
{
	struct facts facts = newcomer(6);

	cr_near(cost_first_request(&facts, 0), 0.017);
	cr_near(cost_first_request(&facts, 1), 0.008);
}

/* ---- whatever the figures ----------------------------------------------- */

static void expect_sums(const struct facts *facts, unsigned seed)
{
	struct ledger ledger;
	double nominal = 0, categories = 0;

	cost_option(facts, 0, &ledger);
	for (int t = 0; t <= cost_horizon(facts); t++)
		nominal += ledger.monthly[t];
	for (int i = 0; i < CATEGORIES; i++)
		categories += ledger.by_category[i];
	cr_near_in(seed, nominal, ledger.total_nominal);
	cr_near_in(seed, categories, ledger.total_pv);
	cr_expect_eq(ledger.cumulative[cost_horizon(facts)], ledger.total_pv);
	cr_expect_eq(cost_present_value(facts, 0), ledger.total_pv);
	cr_expect_leq(ledger.total_pv, ledger.total_nominal * (1 + 1e-12));
}

Test(cost, sums_agree)
{
	for (unsigned seed = 0; seed < 200; seed++) {
		struct facts facts = random_facts(seed, 3);
		struct ledger ledger;

		expect_sums(&facts, seed);
		facts.shared.discount_rate = 0;
		cost_option(&facts, 0, &ledger);
		cr_near_in(seed, ledger.total_pv, ledger.total_nominal);
	}
}

/* Months and categories, each added up in its order. */
static void expect_ledger(const struct facts *facts, unsigned seed)
{
	struct journal journal;
	struct ledger ledger;
	double by_category[CATEGORIES] = {0};

	cost_option(facts, 0, &ledger);
	cost_months(facts, 0, &journal);
	cr_assert_eq(journal.months, cost_horizon(facts));
	for (int t = 0; t <= journal.months; t++) {
		double sum = 0;

		for (int i = 0; i < CATEGORIES; i++) {
			double money = journal.outlay[t].money[i];

			sum += money;
			by_category[i] += money * journal.discount[t];
		}
		cr_expect_eq(
			sum, ledger.monthly[t], "seed %u, month %d", seed, t);
	}
	for (int i = 0; i < CATEGORIES; i++)
		cr_expect_eq(by_category[i], ledger.by_category[i],
			"seed %u, %s", seed, category_names[i]);
}

Test(cost, months_add_up_to_the_ledger_to_the_last_bit)
{
	for (unsigned seed = 0; seed < 300; seed++) {
		struct facts facts = random_facts(seed, 2);

		expect_ledger(&facts, seed);
	}
}

/* All figures of money, in a currency worth a tenth as much. */
static void inflate(struct facts *facts)
{
	static const enum input money[] = {IN_savings_engineer_rate,
		IN_quality_failure_cost, IN_option_input_price,
		IN_option_cached_input_price, IN_option_cache_write_price,
		IN_option_output_price, IN_option_hosting_per_hour,
		IN_option_retrieval_cost_per_1k, IN_option_label_cost,
		IN_option_training_price, IN_option_training_per_hour,
		IN_option_gpu_price_per_hour};

	for (size_t i = 0; i < sizeof(money) / sizeof(money[0]); i++) {
		struct place place = {.input = money[i], .option = -1};

		if (!input_is_option(money[i]))
			*facts_at(facts, place) *= 10;
		for (int o = 0; o < facts->options; o++) {
			place.option = o;
			if (input_is_option(money[i]))
				*facts_at(facts, place) *= 10;
		}
	}
}

Test(cost, another_currency_changes_nothing_but_the_unit)
{
	for (unsigned seed = 0; seed < 100; seed++) {
		struct facts facts = random_facts(seed, 3);
		double before = cost_present_value(&facts, 1);

		inflate(&facts);
		cr_near_in(seed, cost_present_value(&facts, 1), 10 * before);
	}
}

/* Products carried from month to month against the power itself. */
Test(cost, the_last_month_of_ten_years_is_exact)
{
	struct facts facts = one_api();
	struct ledger ledger;

	facts.shared.horizon_months = 120;
	facts.shared.growth_per_month = 0.031;
	facts.shared.discount_rate = 0.083;
	facts.option[0].price_decline_per_year = 0.37;
	cost_option(&facts, 0, &ledger);
	cr_near(ledger.monthly[120],
		17 * pow(1.031, 119) * pow(0.63, 119.0 / 12));
	cr_near(ledger.cumulative[120],
		ledger.cumulative[119] + ledger.monthly[120] * pow(1.083, -10));
}
