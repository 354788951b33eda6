/*
 * How long evaluate() takes: the median of many, in microseconds, for a
 * session of four options over 24 and 36 months. Not a test: it prints.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "model.h"

enum { ROUNDS = 5000 };

static const char *const answers[][2] = {
	{"volume.requests_per_month", "1.2M to 3M"},
	{"volume.growth_per_month", "1 to 4%"},
	{"volume.instruction_tokens", "2,400"},
	{"volume.payload_tokens", "500 to 1k"},
	{"volume.output_tokens", "60 to 140"},
	{"volume.cache_hit_rate", "60%"},
	{"volume.batch_share", "0 to 20%"},
	{"volume.value_per_request", "$0.02"},
	{"volume.narrow_task", "yes"},
	{"volume.clear_metric", "yes"},
	{"quality.bar", "93%"},
	{"quality.eval_examples", "600"},
	{"quality.eval_passes", "512"},
	{"quality.failure_cost", "$0.01 to $0.04"},
	{"latency.budget_ms", "1600"},
	{"upkeep.capacity_hours", "80 to 120"},
	{"savings.engineer_rate", "$90 to $140"},
	{"options[0].input_price", "2.5"},
	{"options[0].cached_input_price", "1.25"},
	{"options[0].output_price", "10"},
	{"options[0].price_decline_per_year", "10 to 40%"},
	{"options[0].pass_rate", "88 to 93%"},
	{"options[0].failure_change_per_year", "-30 to 0%"},
	{"options[0].first_token_ms", "300 to 700"},
	{"options[0].setup_hours", "40 to 90"},
	{"options[1].input_price", "0.15"},
	{"options[1].output_price", "0.6"},
	{"options[1].pass_rate", "80%"},
	{"options[1].change_hours", "20"},
	{"options[2].adaptation", "tune"},
	{"options[2].live_after_months", "2 to 4"},
	{"options[2].base_life_months", "14 to 24"},
	{"options[2].input_price", "0.3"},
	{"options[2].output_price", "1.2"},
	{"options[2].hosting_per_hour", "1"},
	{"options[2].instruction_share", "10%"},
	{"options[2].pass_rate", "93 to 97%"},
	{"options[2].curation_hours", "200 to 400"},
	{"options[2].labels", "20k to 60k"},
	{"options[2].label_cost", "$1 to $2"},
	{"options[2].retrain_every_months", "6 to 12"},
	{"options[2].refresh_share", "20%"},
	{"options[3].adaptation", "tune"},
	{"options[3].serving", "selfhost"},
	{"options[3].live_after_months", "3"},
	{"options[3].pass_rate", "91 to 96%"},
	{"options[3].gpu_price_per_hour", "2 to 4"},
	{"options[3].min_replicas", "2"},
	{"options[3].prefill_tokens_per_s", "12k to 30k"},
	{"options[3].decode_tokens_per_s", "2k to 5k"},
	{"options[3].curation_hours", "300"},
	{"options[3].retrain_every_months", "9"},
};

static void answer(struct session *session, const char *key, const char *text)
{
	struct place place;
	struct issue issue;

	if (session_find(session, key, &place, &issue) &&
		session_set(session, place, text, &issue))
		return;
	fprintf(stderr, "%s = %s: %s\n", key, text, issue.what);
	exit(1);
}

static double microseconds(void)
{
	struct timespec now;

	timespec_get(&now, TIME_UTC);
	return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static void measure(const struct session *session, const char *what)
{
	static struct result result;
	static double took[ROUNDS];

	for (int i = 0; i < ROUNDS; i++) {
		double start = microseconds();

		evaluate(session, &result);
		took[i] = microseconds() - start;
	}
	qsort(took, ROUNDS, sizeof(took[0]), by_size);
	printf("evaluate, %s: %.1f us median, %.1f us in 99 of 100; net %.0f, "
	       "break-even %.0f\n",
		what, took[ROUNDS / 2], took[ROUNDS * 99 / 100],
		result.savings.net, result.savings.break_even_requests);
}

int main(void)
{
	static const char *const names[] = {
		"Frontier", "Small", "Hosted tune", "Self-hosted"};
	static struct session session;

	session_init(&session);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		session_add_option(&session, names[i]);
	for (size_t i = 0; i < sizeof(answers) / sizeof(answers[0]); i++)
		answer(&session, answers[i][0], answers[i][1]);
	measure(&session, "24 months, four options");
	answer(&session, "savings.horizon_months", "36");
	measure(&session, "36 months, four options");
	/* Only self-hosted tuning is left: the search climbs its steps. */
	answer(&session, "options[2].adaptation", "prompt");
	measure(&session, "36 months, tuned on own servers");
	answer(&session, "options[3].setup_hours", "1M");
	measure(&session, "36 months, no break-even near");
	answer(&session, "savings.horizon_months", "120");
	measure(&session, "120 months");
	return 0;
}
