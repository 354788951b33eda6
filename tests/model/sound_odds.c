#include "sound_odds.h"

#include <math.h>

#include "figures.h"

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
