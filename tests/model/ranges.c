#include "ranges.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>

#include "figures.h"

void close_call(struct session *session)
{
	two_options(session);
	answer(session, "scenarios", "20000");
	answer(session, "volume.requests_per_month", "1M to 4M");
	answer(session, "volume.growth_per_month", "-1 to 3%");
	answer(session, "volume.cache_hit_rate", "40% to 80%");
	answer(session, "quality.bar", "90%");
	answer(session, "quality.failure_cost", "0.01 to 0.03");
	answer(session, "options[0].input_price", "2");
	answer(session, "options[0].output_price", "8 to 12");
	answer(session, "options[0].pass_rate", "88% to 96%");
	answer(session, "options[1].input_price", "0.3");
	answer(session, "options[1].output_price", "1.2");
	answer(session, "options[1].pass_rate", "89% to 96%");
	answer(session, "options[1].labels", "5k to 20k");
	answer(session, "options[1].label_cost", "6");
	answer(session, "options[1].live_after_months", "0 to 4");
	answer(session, "options[1].retrain_every_months", "4 to 9");
	answer(session, "options[1].refresh_share", "30%");
}

/* ---- at random ----------------------------------------------------------- */

static double draw(unsigned *seed)
{
	*seed = *seed * 1664525U + 1013904223U;
	return (double)(*seed >> 8) / (double)(1U << 24);
}

static void set(struct session *session, struct place place, const char *text)
{
	struct issue issue;
	char key[SESSION_KEY];

	session_key(place, key, sizeof(key));
	cr_assert(session_set(session, place, text, &issue), "%s = %s: %s", key,
		text, issue.what);
}

/* Ends of a range within the domain, or a point. Many decades are used in
 * their middle. */
static void set_quantity(
	struct session *session, struct place place, bool range, unsigned *seed)
{
	const struct input_row *row = &input_table[place.input];
	double low = row->min + (row->max - row->min) * draw(seed) * 0.9;
	double high = row->max, reach = draw(seed);
	char text[80];

	if (row->kind == KIND_POSITIVE)
		low = fmax(row->min, pow(10, 3 * draw(seed) - 1));
	if (row->kind == KIND_SIGNED)
		low = fmax(row->min, 0.2 * draw(seed) - 0.1);
	if (row->kind != KIND_FRACTION)
		high = fmin(high, low + reach * (0.1 + fabs(low)));
	high = low + reach * (high - low);
	if (range && low < high)
		snprintf(text, sizeof(text), "%.9e to %.9e", low, high);
	else
		snprintf(text, sizeof(text), "%.9e", low);
	set(session, place, text);
}

static void set_at_random(
	struct session *session, struct place place, int one_in, unsigned *seed)
{
	bool range = draw(seed) * one_in < 1;

	if (input_is_quantity(place.input) && (range || draw(seed) < 0.3))
		set_quantity(session, place, range, seed);
	else if (place.input == IN_option_adaptation && draw(seed) < 0.5)
		set(session, place, "tune");
	else if (place.input == IN_option_serving && draw(seed) < 0.5)
		set(session, place, "selfhost");
	else if (place.input == IN_option_autoscale && draw(seed) < 0.5)
		set(session, place, "true");
}

/* Some options within them and some not: at random it would be all or none. */
static void set_limits(struct session *session)
{
	answer(session, "quality.bar", "70% to 85%");
	answer(session, "volume.output_tokens", "100 to 300");
	answer(session, "latency.budget_ms", "4000 to 9000");
	for (int i = 0; i < session->options; i++) {
		struct place pass_rate = {IN_option_pass_rate, i};
		struct place speed = {IN_option_output_tokens_per_s, i};

		set(session, pass_rate, i % 2 ? "65% to 90%" : "75% to 95%");
		set(session, speed, i % 3 ? "50" : "30 to 60");
	}
}

void random_session(
	struct session *session, unsigned seed, int options, int one_in)
{
	unsigned at = seed * 7919 + 1;
	char months[8];

	session_init(session);
	for (int i = 0; i < options; i++)
		session_add_option(session, (const char[]){'A' + (char)i, 0});
	for (int i = 0; i < SHARED_INPUTS; i++)
		set_at_random(
			session, SHARED_PLACE((enum input)i), one_in, &at);
	for (int option = 0; option < options; option++)
		for (int i = SHARED_INPUTS; i < INPUTS; i++)
			set_at_random(session,
				(struct place){(enum input)i, option}, one_in,
				&at);
	snprintf(months, sizeof(months), "%d", 1 + (int)(60 * draw(&at)));
	answer(session, "savings.horizon_months", months);
	answer(session, "volume.requests_per_month", "100k to 300k");
	if (seed % 2 == 0)
		set_limits(session);
}
