/*
 * Figures of a comparison in words, and what one of the two has more.
 */
#include <math.h>
#include <string.h>

#include "compare_parts.h"

/* From here on three digits say enough: it would not fit otherwise. */
#define LARGE 1e9

void total_words(const struct contender *of, double value, char out[WORDS])
{
	const char *currency = session_currency(of->session);

	if (isnan(value))
		snprintf(out, WORDS, "-");
	else if (fabs(value) < LARGE)
		figure_ledger(out, WORDS, value, currency);
	else
		figure_money(out, WORDS, value, currency);
}

void signed_money(const struct contender *of, double value, char out[WORDS])
{
	char words[WORDS];

	if (isnan(value)) {
		out[0] = '\0';
		return;
	}
	total_words(of, value, words);
	if (text_width(words) > MORE_CELLS - 1)
		figure_money(words, sizeof(words), value,
			session_currency(of->session));
	snprintf(out, WORDS, "%s%s", value > 0 ? "+" : "", words);
}

static void signed_figure(double value, const char *unit, char out[WORDS])
{
	char words[FIGURE_MAX];

	figure_short(words, sizeof(words), value);
	snprintf(out, WORDS, "%s%s%s", value > 0 ? "+" : "", words, unit);
}

/* ---- a measure ---------------------------------------------------------- */

static void month_words(double month, char out[WORDS])
{
	if (month == 0)
		snprintf(out, WORDS, "at once");
	else
		snprintf(out, WORDS, "in month %.0f", month);
}

static void request_words(
	const struct savings *savings, double requests, char out[WORDS])
{
	char words[FIGURE_MAX];

	figure_short(words, sizeof(words), requests);
	snprintf(out, WORDS, "%s %s",
		savings->break_even_side == SIDE_ABOVE ? "above" : "below",
		words);
}

static void chance_words(
	const struct contender *of, double chance, char out[WORDS])
{
	struct pen pen = compare_pen(of, out, WORDS);

	say_chance(&pen, chance);
}

void measure_words(const struct measure *measure, const struct contender *of,
	char out[WORDS])
{
	double value = measure->of(of);

	if (isnan(value)) {
		snprintf(out, WORDS, "none");
		return;
	}
	switch (measure->unit) {
	case UNIT_MONEY: total_words(of, value, out); break;
	case UNIT_TIMES:
		if (isinf(value))
			snprintf(out, WORDS, "no overhead");
		else
			figure_short(out, WORDS, value);
		break;
	case UNIT_MONTH: month_words(value, out); break;
	case UNIT_REQUESTS:
		request_words(&of->result->savings, value, out);
		break;
	case UNIT_CHANCE: chance_words(of, value, out); break;
	}
}

static bool same_side(const struct comparison *c)
{
	return c->a.result->savings.break_even_side ==
	       c->b.result->savings.break_even_side;
}

static void more_words(const struct comparison *c,
	const struct measure *measure, double more, char out[WORDS])
{
	switch (measure->unit) {
	case UNIT_MONEY: signed_money(&c->a, more, out); break;
	case UNIT_TIMES: signed_figure(more, "", out); break;
	case UNIT_MONTH:
		signed_figure(
			more, fabs(more) == 1 ? " month" : " months", out);
		break;
	case UNIT_REQUESTS:
		if (same_side(c))
			signed_figure(more, "", out);
		break;
	case UNIT_CHANCE: signed_figure(more, " of 100", out); break;
	}
}

/* Of what is shown: 55 of 100 and 86 of 100 differ by 31. A root that was
 * searched for twice is not the same to the last bit. */
static double shown_more(
	const struct comparison *c, const struct measure *measure)
{
	double a = measure->of(&c->a), b = measure->of(&c->b);
	double more = measure_difference(c, measure);

	if (measure->unit == UNIT_CHANCE)
		return round(100 * b) - round(100 * a);
	return fabs(more) <= 1e-6 * (fabs(a) + fabs(b)) ? 0 : more;
}

void measure_more(const struct comparison *c, const struct measure *measure,
	char out[WORDS])
{
	double more = shown_more(c, measure);

	out[0] = '\0';
	if (more == 0)
		snprintf(out, WORDS, "same");
	else if (!isnan(more))
		more_words(c, measure, more, out);
}
