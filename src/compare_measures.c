/*
 * What both sessions come to, in figures and names: one table for all formats.
 */
#include <math.h>

#include "compare_parts.h"

/* ---- figures ------------------------------------------------------------ */

static double net(const struct contender *of)
{
	return of->result->savings.net;
}

static double running(const struct contender *of)
{
	return of->result->savings.running;
}

static double overhead(const struct contender *of)
{
	return of->result->savings.overhead;
}

static double ratio(const struct contender *of)
{
	return of->result->savings.ratio;
}

static double payback(const struct contender *of)
{
	int month = of->result->savings.payback_month;

	return month < 0 ? NAN : month;
}

static double break_even(const struct contender *of)
{
	return of->result->savings.break_even_requests;
}

static double net_p05(const struct contender *of)
{
	return isnan(net(of)) ? NAN : of->odds->simulation.net.p05;
}

static double net_p95(const struct contender *of)
{
	return isnan(net(of)) ? NAN : of->odds->simulation.net.p95;
}

static double p_net_positive(const struct contender *of)
{
	return of->odds->simulation.p_net_positive;
}

static double p_pays(const struct contender *of)
{
	return of->odds->simulation.p_pays;
}

const struct measure measure_table[] = {
	{"running", "Saved on running it", UNIT_MONEY, false, running},
	{"overhead", "Overhead", UNIT_MONEY, false, overhead},
	{"net", "Net saving", UNIT_MONEY, false, net},
	{"net_p05", "its low end", UNIT_MONEY, true, net_p05},
	{"net_p95", "its high end", UNIT_MONEY, true, net_p95},
	{"ratio", "Savings : overhead", UNIT_TIMES, false, ratio},
	{"payback_month", "Pays back", UNIT_MONTH, false, payback},
	{"break_even_requests", "Break-even", UNIT_REQUESTS, false, break_even},
	{"p_net_positive", "Odds of saving", UNIT_CHANCE, false,
		p_net_positive},
	{"p_pays", "and of doing the job", UNIT_CHANCE, true, p_pays},
};
const int measures = sizeof(measure_table) / sizeof(*measure_table);

double measure_difference(
	const struct comparison *comparison, const struct measure *measure)
{
	double a = measure->of(&comparison->a);
	double b = measure->of(&comparison->b);

	if (!isfinite(a) || !isfinite(b) ||
		(measure->unit == UNIT_MONEY && !compare_currency(comparison)))
		return NAN;
	return b - a;
}

/* ---- names -------------------------------------------------------------- */

static int baseline(const struct result *result)
{
	return result->baseline;
}

static int tuned(const struct result *result)
{
	return result->tuned;
}

static int cheapest(const struct result *result)
{
	return result->cheapest;
}

const struct choice choice_table[] = {
	{"cheapest", "Cheapest that will do", cheapest},
	{"baseline", "Best prompted option", baseline},
	{"tuned", "Best tuned option", tuned},
};
const int choices = sizeof(choice_table) / sizeof(*choice_table);

const char *compare_choice(
	const struct contender *of, const struct choice *choice)
{
	int option = choice->option(of->result);

	return option < 0 ? "none" : session_option_name(of->session, option);
}

/* ---- options ------------------------------------------------------------ */

void compare_pairs(const struct comparison *comparison, struct pairs *pairs)
{
	struct pairing pairing;

	bridge_pair(comparison->a.session, comparison->b.session, &pairing);
	pairs->count = 0;
	for (int i = 0; i < comparison->a.session->options; i++) {
		pairs->a[pairs->count] = i;
		pairs->b[pairs->count++] = pairing.b_of[i];
	}
	for (int i = 0; i < comparison->b.session->options; i++) {
		if (pairing.a_of[i] >= 0)
			continue;
		pairs->a[pairs->count] = -1;
		pairs->b[pairs->count++] = i;
	}
}

const char *compare_name(
	const struct comparison *comparison, const struct pairs *pairs, int i)
{
	if (pairs->a[i] >= 0)
		return session_option_name(comparison->a.session, pairs->a[i]);
	return session_option_name(comparison->b.session, pairs->b[i]);
}

double compare_total(const struct contender *of, int option)
{
	return option < 0 ? NAN : of->result->option[option].ledger.total_pv;
}
