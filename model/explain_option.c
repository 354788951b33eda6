/*
 * The figures of an option: what it costs in all and by category, a request,
 * a month, its latency and its people's hours.
 */
#include <math.h>
#include <stdio.h>

#include "explain.h"
#include "plan.h"

static const char *name_of(const struct explained *explained, int option)
{
	return session_option_name(explained->session, option);
}

static const struct ledger *ledger_of(
	const struct explained *explained, int option)
{
	return &explained->result->option[option].ledger;
}

/* ---- the whole, and its categories -------------------------------------- */

static void explain_total(const struct explained *explained, int option,
	struct explanation *explanation)
{
	const struct ledger *ledger = ledger_of(explained, option);

	explain_title(explanation,
		"What %.80s costs over %d months, in present value",
		name_of(explained, option), explained->result->horizon);
	for (int i = 0; i < CATEGORIES; i++)
		explain_key(
			explain_step(explanation, i ? STEP_PLUS : STEP_FIRST,
				UNIT_MONEY, ledger->by_category[i], "%s",
				category_names[i]),
			option, category_names[i]);
	explanation->value = ledger->total_pv;
}

/* What a category is paid for before month 1, product by product. */
struct product {
	enum category category;
	double amount, price;
	const char *words;
};

static void step_upfront(const struct explained *explained, int option,
	enum category category, struct explanation *explanation)
{
	const struct option_facts *own = &explained->facts.option[option];
	double rate = explained->facts.shared.engineer_rate;
	double run = own->training_mtok * own->training_price +
		     own->training_hours * own->training_per_hour;
	const struct product products[] = {
		{CATEGORY_BUILD, own->setup_hours, rate, "hours to set it up"},
		{CATEGORY_DATA, own->curation_hours, rate, "hours to curate"},
		{CATEGORY_DATA, own->labels, own->label_cost, "labels"},
		{CATEGORY_EVALUATION, own->eval_hours, rate,
			"hours to build the evaluation"},
		{CATEGORY_TRAINING, own->training_runs, run, "training runs"},
	};

	for (size_t i = 0; i < sizeof(products) / sizeof(*products); i++) {
		const struct product *product = &products[i];
		double value = product->amount * product->price;

		if (product->category == category && value != 0)
			explain_step(explanation,
				explanation->steps ? STEP_PLUS : STEP_FIRST,
				UNIT_MONEY, value, "at once: %s %s at %s each",
				short_number(product->amount).text,
				product->words,
				short_money(explained, product->price).text);
	}
}

/* The present value of a year's months. */
static double year_value(
	const struct journal *journal, int year, enum category category)
{
	double sum = 0;

	for (int month = 12 * (year - 1) + 1;
		month <= 12 * year && month <= journal->months; month++)
		sum += journal->outlay[month].money[category] *
		       journal->discount[month];
	return sum;
}

static void explain_category(const struct explained *explained, int option,
	enum category category, struct explanation *explanation)
{
	struct journal journal;
	int years;

	cost_months(&explained->facts, option, &journal);
	years = (journal.months + 11) / 12;
	explain_title(explanation, "%.80s: %s, in present value",
		name_of(explained, option), category_names[category]);
	step_upfront(explained, option, category, explanation);
	for (int year = 1; year <= years; year++)
		explain_step(explanation,
			explanation->steps ? STEP_PLUS : STEP_FIRST, UNIT_MONEY,
			year_value(&journal, year, category),
			"year %d: months %d to %d", year, 12 * (year - 1) + 1,
			12 * year < journal.months ? 12 * year
						   : journal.months);
	explanation->value =
		ledger_of(explained, option)->by_category[category];
}

static void explain_build(const struct explained *explained, int option,
	struct explanation *explanation)
{
	explain_category(explained, option, CATEGORY_BUILD, explanation);
}

static void explain_data(const struct explained *explained, int option,
	struct explanation *explanation)
{
	explain_category(explained, option, CATEGORY_DATA, explanation);
	explain_note(explanation,
		"Years: the part of the data work that each retraining and "
		"each move to a new base model does again.");
}

static void explain_evaluation(const struct explained *explained, int option,
	struct explanation *explanation)
{
	explain_category(explained, option, CATEGORY_EVALUATION, explanation);
	explain_note(explanation,
		"Years: the evaluation of each retraining and of each move to "
		"a new base model.");
}

static void explain_training(const struct explained *explained, int option,
	struct explanation *explanation)
{
	explain_category(explained, option, CATEGORY_TRAINING, explanation);
	explain_note(explanation,
		"Years: one run a retraining, and all runs again at a move to "
		"a new base model.");
}

static void explain_serving(const struct explained *explained, int option,
	struct explanation *explanation)
{
	explain_category(explained, option, CATEGORY_SERVING, explanation);
	explain_note(explanation,
		"Months grow with the requests and fall with prices; until the "
		"option is live the one that serves today is paid. Month 1 by "
		"itself: options[%d].serving_month.",
		option);
}

static void explain_maintenance(const struct explained *explained, int option,
	struct explanation *explanation)
{
	explain_category(explained, option, CATEGORY_MAINTENANCE, explanation);
	explain_note(explanation,
		"People's hours at their rate: running it, changes of the "
		"task, the upkeep of a tuned model, retraining, moving. The "
		"hours: options[%d].people_hours.",
		option);
}

static void explain_failures(const struct explained *explained, int option,
	struct explanation *explanation)
{
	const struct facts *facts = &explained->facts;

	explain_category(explained, option, CATEGORY_FAILURES, explanation);
	explain_note(explanation,
		"Each month's requests, times the share that fails (%s in "
		"month 1), times what a failure costs (%s).",
		short_percent(1 - facts->option[option].pass_rate).text,
		short_money(explained, facts->shared.failure_cost).text);
}

/* ---- a thousand requests ------------------------------------------------ */

static void explain_thousand(const struct explained *explained, int option,
	struct explanation *explanation)
{
	const struct option_result *own = &explained->result->option[option];

	explain_title(explanation, "%.80s: 1,000 requests, not discounted",
		name_of(explained, option));
	explanation->value = own->cost_per_1k;
	if (isnan(own->cost_per_1k))
		return;
	explain_step(explanation, STEP_FIRST, UNIT_MONEY,
		own->ledger.total_nominal,
		"all that is paid over the horizon, as it is paid");
	explain_step(explanation, STEP_TIMES, UNIT_NUMBER, 1000, "requests");
	explain_step(explanation, STEP_OVER, UNIT_NUMBER,
		explained->result->requests, "requests over the horizon");
}

static void explain_thousand_good(const struct explained *explained, int option,
	struct explanation *explanation)
{
	const struct option_result *own = &explained->result->option[option];

	explain_title(explanation, "%.80s: 1,000 good answers, not discounted",
		name_of(explained, option));
	explanation->value = own->cost_per_1k_good;
	if (isnan(own->cost_per_1k_good))
		return;
	explain_step(explanation, STEP_FIRST, UNIT_MONEY,
		own->ledger.total_nominal,
		"all that is paid over the horizon, as it is paid");
	explain_step(explanation, STEP_TIMES, UNIT_NUMBER, 1000, "answers");
	explain_step(explanation, STEP_OVER, UNIT_NUMBER, own->ledger.good,
		"requests that are answered well over the horizon");
}

/* ---- time --------------------------------------------------------------- */

static void explain_latency(const struct explained *explained, int option,
	struct explanation *explanation)
{
	const struct facts *facts = &explained->facts;
	const struct option_facts *own = &facts->option[option];
	bool first = facts->shared.scope == SCOPE_FIRST_TOKEN;
	double tokens = first ? own->reasoning_tokens
			      : call_output_tokens(facts, option);

	explain_title(explanation, "%.80s: milliseconds until %s",
		name_of(explained, option),
		first ? "the first token that can be shown"
		      : "the whole answer");
	explanation->unit = UNIT_MS;
	explanation->value = explained->result->option[option].latency_ms;
	explain_step(
		explanation, STEP_FIRST, UNIT_MS, own->network_ms, "network");
	explain_step(explanation, STEP_PLUS, UNIT_MS, own->first_token_ms,
		"time to the first token");
	explain_step(explanation, STEP_PLUS, UNIT_MS,
		1000 * tokens / own->output_tokens_per_s,
		"%s tokens at %s a second", short_number(tokens).text,
		short_number(own->output_tokens_per_s).text);
	explain_note(explanation,
		"An estimate: slow network and first token, average answer.");
}

/* Hours that come so often a month. */
static void step_hours(struct explanation *explanation, double often,
	double hours, const char *what)
{
	if (often * hours != 0)
		explain_step(explanation, STEP_PLUS, UNIT_HOURS, often * hours,
			"%s: %s h, %s a month", what, short_number(hours).text,
			short_number(often).text);
}

static void explain_people(const struct explained *explained, int option,
	struct explanation *explanation)
{
	const struct facts *facts = &explained->facts;
	const struct option_facts *own = &facts->option[option];
	bool tuned = own->adaptation == ADAPT_TUNE;
	double curation = own->refresh_share * own->curation_hours;
	double retraining =
		own->retrain_hours + own->retrain_eval_hours + curation;
	double changes = facts->shared.changes_per_year / 12;

	explain_title(explanation, "%.80s: people hours a month, once it runs",
		name_of(explained, option));
	explanation->unit = UNIT_HOURS;
	explanation->value = explained->result->option[option].people_hours;
	explain_step(explanation, STEP_FIRST, UNIT_HOURS, own->ops_hours,
		"running it");
	if (tuned)
		explain_step(explanation, STEP_PLUS, UNIT_HOURS,
			upkeep_hours(facts, option),
			"upkeep: drift, versions, new models, people");
	step_hours(explanation, plan_frequency(own->retrain_every_months),
		retraining, "retraining, with evaluation and data");
	step_hours(
		explanation, changes, own->change_hours, "changes of the task");
	if (tuned)
		step_hours(explanation, changes, retraining,
			"retraining when the task changes");
	step_hours(explanation, plan_frequency(own->base_life_months),
		own->migration_hours + own->retrain_eval_hours +
			(tuned ? curation : 0),
		"moving to a new base model");
}

const struct explain_row explain_option[] = {
	{"total_pv", explain_total},
	{"build", explain_build},
	{"data", explain_data},
	{"evaluation", explain_evaluation},
	{"training", explain_training},
	{"serving", explain_serving},
	{"maintenance", explain_maintenance},
	{"failures", explain_failures},
	{"serving_month", explain_serving_month},
	{"request", explain_request},
	{"cost_per_1k", explain_thousand},
	{"cost_per_1k_good", explain_thousand_good},
	{"latency_ms", explain_latency},
	{"people_hours", explain_people},
	{0},
};
