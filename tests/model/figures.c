#include "figures.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

void answer(struct session *session, const char *key, const char *text)
{
	struct place place;
	struct issue issue = {.what = ""};

	cr_assert(session_find(session, key, &place, &issue), "%s: %s", key,
		issue.what);
	cr_assert(session_set(session, place, text, &issue), "%s = %s: %s", key,
		text, issue.what);
}

void two_options(struct session *session)
{
	session_init(session);
	session_add_option(session, "Prompted");
	session_add_option(session, "Tuned");
	answer(session, "options[1].adaptation", "tune");
}

struct facts plain_facts(int options)
{
	static struct session session;
	struct facts facts;

	session_init(&session);
	for (int i = 0; i < options; i++)
		session_add_option(&session, (const char[]){'A' + (char)i, 0});
	facts_base(&facts, &session);
	facts.shared.discount_rate = 0;
	facts.shared.changes_per_year = 0;
	facts.shared.monitoring_hours = 0;
	facts.shared.versioning_hours = 0;
	facts.shared.tracking_hours = 0;
	facts.shared.hiring_hours = 0;
	return facts;
}

/* ---- at random ---------------------------------------------------------- */

static double draw(unsigned *seed)
{
	*seed = *seed * 1664525U + 1013904223U;
	return (double)(*seed >> 8) / (double)(1U << 24);
}

/* A domain of many decades is used in its middle, and one in four at 0. */
static double draw_figure(enum input input, unsigned *seed)
{
	const struct input_row *row = &input_table[input];
	double chance = draw(seed);

	switch (row->kind) {
	case KIND_SWITCH: return chance < 0.5;
	case KIND_CHOICE: return floor(2 * chance);
	case KIND_FRACTION: return row->max * chance;
	case KIND_SIGNED: return -0.2 + 0.4 * chance;
	case KIND_WHOLE: return row->min + floor(4 * chance);
	default: break;
	}
	if (chance < 0.25 && row->min == 0)
		return 0;
	return fmax(row->min, fmin(row->max, pow(10, 4 * draw(seed) - 1)));
}

struct facts random_facts(unsigned seed, int options)
{
	struct facts facts = plain_facts(options);

	seed = seed * 7919 + 1;
	for (int i = 0; i < INPUTS; i++) {
		struct place place = {.input = (enum input)i};

		if (input_table[i].offset < 0)
			continue;
		place.option = input_is_option(place.input) ? options - 1 : -1;
		for (; place.option >= -1; place.option--) {
			if (place.option < 0 && input_is_option(place.input))
				break;
			*facts_at(&facts, place) =
				draw_figure(place.input, &seed);
		}
	}
	facts.shared.discount_rate = fabs(facts.shared.discount_rate);
	facts.shared.horizon_months = 1 + floor(120 * draw(&seed));
	facts.shared.requests_per_month = pow(10, 7 * draw(&seed));
	facts.incumbent = (int)(draw(&seed) * (options + 1)) - 1;
	for (int i = 0; i < options; i++) {
		facts.option[i].live_after_months = 12 * draw(&seed);
		facts.option[i].utilisation = 0.2 + 0.8 * draw(&seed);
		facts.option[i].retry_rate *= 0.9;
	}
	return facts;
}

/* ---- near and sound ----------------------------------------------------- */

bool near(double a, double b, double tolerance)
{
	return a == b || fabs(a - b) <= tolerance * fmax(fabs(a), fabs(b));
}

static bool finite_or_none(double value)
{
	return !isinf(value);
}

static bool option_is_sound(const struct option_result *option, int horizon)
{
	for (int t = 0; t <= horizon; t++)
		if (!isfinite(option->ledger.monthly[t]) ||
			!isfinite(option->ledger.cumulative[t]))
			return false;
	for (int i = 0; i < CATEGORIES; i++)
		if (!isfinite(option->ledger.by_category[i]))
			return false;
	return isfinite(option->ledger.total_pv) &&
	       isfinite(option->ledger.total_nominal) &&
	       isfinite(option->ledger.good) && isfinite(option->latency_ms) &&
	       isfinite(option->people_hours) &&
	       finite_or_none(option->cost_per_1k) &&
	       finite_or_none(option->cost_per_1k_good);
}

bool result_is_sound(const struct result *result, const char **what)
{
	bool pair = result->baseline >= 0 && result->tuned >= 0;
	const struct savings *savings = &result->savings;

	*what = "an option";
	for (int i = 0; i < result->options; i++)
		if (!option_is_sound(&result->option[i], result->horizon))
			return false;
	*what = "requests";
	if (!isfinite(result->requests))
		return false;
	*what = "savings";
	if (pair &&
		!(isfinite(savings->running) && isfinite(savings->overhead) &&
			isfinite(savings->net) && !isnan(savings->ratio) &&
			isfinite(savings->p_pays)))
		return false;
	*what = "break-even";
	if (!finite_or_none(savings->break_even_requests))
		return false;
	*what = "evidence";
	return finite_or_none(result->gate[VOLUME].evidence.share) &&
	       finite_or_none(result->gate[QUALITY].evidence.examples_needed);
}
