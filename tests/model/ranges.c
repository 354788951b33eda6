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

/* Else a bar drawn at random rules out all options, or none. */
static void set_pass_rates(struct session *session)
{
	answer(session, "quality.bar", "70% to 85%");
	for (int i = 0; i < session->options; i++) {
		struct place place = {IN_option_pass_rate, i};

		set(session, place, i % 2 ? "65% to 90%" : "75% to 95%");
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
		set_pass_rates(session);
}

/* ---- sound --------------------------------------------------------------- */

static bool is_share(double x)
{
	return x >= 0 && x <= 1;
}

static bool is_amount(double x)
{
	return x >= 0 && isfinite(x);
}

static bool is_close(double x, double y)
{
	return fabs(x - y) <= 1e-9 * fmax(fabs(x), fabs(y));
}

static bool spread_is_sound(const struct spread *spread)
{
	return isfinite(spread->mean) && isfinite(spread->p05) &&
	       isfinite(spread->p95) && spread->p05 <= spread->p50 &&
	       spread->p50 <= spread->p95 && is_amount(spread->error);
}

static bool spread_is_missing(const struct spread *spread)
{
	return isnan(spread->mean) && isnan(spread->p05) &&
	       isnan(spread->p50) && isnan(spread->p95);
}

/* Every scenario in a bar; none where there is no saving that is drawn. */
static bool histogram_is_sound(const struct histogram *histogram, bool drawn)
{
	double sum = 0;

	if (!isfinite(histogram->low) || !is_amount(histogram->width))
		return false;
	for (int i = 0; i < HISTOGRAM_BARS; i++) {
		if (!is_share(histogram->share[i]))
			return false;
		sum += histogram->share[i];
	}
	return drawn ? fabs(sum - 1) < 1e-9 : sum == 0;
}

static bool net_is_sound(const struct simulation *simulation, bool pair)
{
	if (!pair)
		return spread_is_missing(&simulation->net) &&
		       isnan(simulation->p_net_positive) &&
		       isnan(simulation->p_pays);
	return spread_is_sound(&simulation->net) &&
	       is_share(simulation->p_net_positive) &&
	       is_share(simulation->p_pays) &&
	       simulation->p_pays <= simulation->p_net_positive &&
	       is_share(simulation->p_net_positive_error) &&
	       is_share(simulation->p_pays_error);
}

/* In each scenario one is the cheapest, or none will do. */
static bool options_are_sound(const struct simulation *simulation, int options)
{
	double sum = simulation->p_none_feasible, least = INFINITY;

	for (int i = 0; i < options; i++) {
		const struct option_odds *odds = &simulation->option[i];

		if (!spread_is_sound(&odds->total_pv) ||
			!is_share(odds->p_feasible) ||
			!is_share(odds->p_cheapest) ||
			!is_share(odds->p_cheapest_error) ||
			odds->p_cheapest > odds->p_feasible ||
			!is_amount(odds->regret))
			return false;
		sum += odds->p_cheapest;
		least = fmin(least, odds->regret);
	}
	return fabs(sum - 1) < 1e-9 &&
	       (options == 0 || is_close(least, simulation->evpi));
}

/* Nothing alone is worth more than all of it together. */
static bool measures_are_sound(const struct simulation *simulation, int ranged)
{
	double last = simulation->evpi * (1 + 1e-9);

	if (!is_amount(simulation->evpi) ||
		!is_amount(simulation->evpi_error) ||
		!is_amount(simulation->evpi_reach) ||
		simulation->measures != ranged)
		return false;
	for (int i = 0; i < ranged; i++) {
		double value = simulation->measure[i].value;

		if (!is_amount(value) || value > last)
			return false;
		last = value;
	}
	return true;
}

static bool is_within(double x, struct place place)
{
	return x >= input_table[place.input].min &&
	       x <= input_table[place.input].max;
}

static bool tornado_is_sound(const struct tornado *tornado)
{
	double last = INFINITY;

	for (int i = 0; i < tornado->count; i++) {
		const struct swing *swing = &tornado->swing[i];
		double width = fabs(swing->net_high - swing->net_low);

		if (!is_within(swing->low, swing->place) ||
			!is_within(swing->high, swing->place) ||
			swing->low > swing->high || !isfinite(swing->net_low) ||
			!isfinite(swing->net_high) || width > last)
			return false;
		last = width;
	}
	return true;
}

static bool flips_are_sound(const struct flips *flips)
{
	double last = 0;

	for (int i = 0; i < flips->count; i++) {
		const struct flip *flip = &flips->flip[i];

		if (!is_within(flip->base, flip->place) ||
			!is_within(flip->flip, flip->place) ||
			!is_amount(flip->distance) || flip->distance < last)
			return false;
		last = flip->distance;
	}
	return true;
}

bool odds_are_sound(const struct session *session, const struct result *result,
	const struct odds *odds, const char **what)
{
	const struct simulation *simulation = &odds->simulation;
	bool pair = result->baseline >= 0 && result->tuned >= 0;
	static struct ranged ranged;

	ranged_list(&ranged, session);
	if (!result_is_sound(result, what))
		return false;
	*what = "net";
	if (!net_is_sound(simulation, pair))
		return false;
	*what = "chance that tuning pays";
	if (pair && result->savings.p_pays != simulation->p_pays)
		return false;
	*what = "histogram";
	if (!histogram_is_sound(
		    &simulation->histogram, pair && ranged.count > 0))
		return false;
	*what = "options";
	if (!options_are_sound(simulation, result->options))
		return false;
	*what = "what knowing is worth";
	if (!measures_are_sound(
		    simulation, result->options > 0 ? ranged.count : 0))
		return false;
	*what = "tornado";
	if (odds->tornado.count != (pair ? ranged.count : 0) ||
		!tornado_is_sound(&odds->tornado))
		return false;
	*what = "flips";
	return flips_are_sound(&odds->flips);
}
