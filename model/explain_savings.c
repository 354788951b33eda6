/*
 * The figures that compare: net saving and what it consists of, payback,
 * break-even, the odds.
 */
#include <math.h>
#include <stdio.h>

#include "explain.h"
#include "figure.h"

static const char *name_of(const struct explained *explained, int option)
{
	return session_option_name(explained->session, option);
}

/* False, and the reason, without a pair to compare. */
static bool compares(
	const struct explained *explained, struct explanation *explanation)
{
	const struct result *result = explained->result;

	if (result->baseline >= 0 && result->tuned >= 0)
		return true;
	explain_note(explanation,
		"It takes a prompted and a tuned option to compare them; one "
		"of the two is missing.");
	return false;
}

static const struct ledger *ledger_of(
	const struct explained *explained, int option)
{
	return &explained->result->option[option].ledger;
}

/* ---- saving ------------------------------------------------------------- */

static void step_total(const struct explained *explained,
	struct explanation *explanation, enum step_sign sign, int option)
{
	explain_key(
		explain_step(explanation, sign, UNIT_MONEY,
			ledger_of(explained, option)->total_pv,
			"what %.80s costs in all", name_of(explained, option)),
		option, "total_pv");
}

static void explain_net(const struct explained *explained, int option,
	struct explanation *explanation)
{
	const struct result *result = explained->result;

	(void)option;
	explain_title(explanation,
		"What tuning saves net over %d months, in present value",
		result->horizon);
	if (!compares(explained, explanation))
		return;
	step_total(explained, explanation, STEP_FIRST, result->baseline);
	step_total(explained, explanation, STEP_MINUS, result->tuned);
	explanation->value = result->savings.net;
	explain_note(explanation,
		"The cheapest prompted option that will do against the "
		"cheapest tuned one that will do. The same as \"running\" "
		"less \"overhead\".");
}

static void step_category(const struct explained *explained,
	struct explanation *explanation, enum step_sign sign, int option,
	enum category category)
{
	double value = ledger_of(explained, option)->by_category[category];

	if (value == 0 && sign != STEP_FIRST)
		return;
	explain_key(
		explain_step(explanation, sign, UNIT_MONEY, value, "%.80s: %s",
			name_of(explained, option), category_names[category]),
		option, category_names[category]);
}

static bool is_running(enum category category)
{
	return category == CATEGORY_SERVING || category == CATEGORY_FAILURES;
}

/* The one side's categories, less the other's; what is nothing is left out,
 * but for the first. */
static void step_difference(const struct explained *explained,
	struct explanation *explanation, int from, int less, bool running)
{
	enum step_sign sign = STEP_FIRST;

	for (int i = 0; i < CATEGORIES; i++) {
		if (is_running((enum category)i) != running)
			continue;
		step_category(
			explained, explanation, sign, from, (enum category)i);
		sign = STEP_PLUS;
	}
	for (int i = 0; i < CATEGORIES; i++)
		if (is_running((enum category)i) == running)
			step_category(explained, explanation, STEP_MINUS, less,
				(enum category)i);
}

static void explain_running(const struct explained *explained, int option,
	struct explanation *explanation)
{
	const struct result *result = explained->result;

	(void)option;
	explain_title(explanation,
		"What tuning saves on serving and failures, in present value");
	if (!compares(explained, explanation))
		return;
	step_difference(
		explained, explanation, result->baseline, result->tuned, true);
	explanation->value = result->savings.running;
}

static void explain_overhead(const struct explained *explained, int option,
	struct explanation *explanation)
{
	const struct result *result = explained->result;

	(void)option;
	explain_title(explanation,
		"What tuning takes more than prompting: all but serving and "
		"failures, in present value");
	if (!compares(explained, explanation))
		return;
	step_difference(
		explained, explanation, result->tuned, result->baseline, false);
	explanation->value = result->savings.overhead;
}

static void explain_ratio(const struct explained *explained, int option,
	struct explanation *explanation)
{
	const struct savings *savings = &explained->result->savings;

	(void)option;
	explain_title(explanation, "Savings as a multiple of the overhead");
	explanation->unit = UNIT_NUMBER;
	if (!compares(explained, explanation))
		return;
	explanation->value = savings->ratio;
	if (savings->overhead <= 0 || savings->running <= 0) {
		explain_note(explanation,
			savings->ratio > 0
				? "The saving comes without any overhead: no "
				  "multiple is large enough to say it."
				: "Nothing is saved on serving and failures: "
				  "it counts as 0.");
		return;
	}
	explain_key(explain_step(explanation, STEP_FIRST, UNIT_MONEY,
			    savings->running, "saved on serving and failures"),
		-1, "running");
	explain_key(explain_step(explanation, STEP_OVER, UNIT_MONEY,
			    savings->overhead, "overhead"),
		-1, "overhead");
}

/* ---- payback and break-even --------------------------------------------- */

static void explain_payback(const struct explained *explained, int option,
	struct explanation *explanation)
{
	const struct result *result = explained->result;
	int month = result->savings.payback_month;

	(void)option;
	explain_title(explanation,
		"The month from which tuning has cost less in all, and stays "
		"so");
	explanation->unit = UNIT_MONTHS;
	if (!compares(explained, explanation))
		return;
	if (month < 0) {
		explain_note(explanation,
			"There is none within %d months: at the end tuning has "
			"not cost less.",
			result->horizon);
		return;
	}
	explanation->value = month;
	for (int at = month ? month - 1 : 0; at <= month; at++) {
		char mine[FIGURE_MAX], theirs[FIGURE_MAX];
		const char *currency = session_currency(explained->session);

		figure_ledger(mine, sizeof(mine),
			ledger_of(explained, result->tuned)->cumulative[at],
			currency);
		figure_ledger(theirs, sizeof(theirs),
			ledger_of(explained, result->baseline)->cumulative[at],
			currency);
		explain_note(explanation,
			"Up to month %d %.80s has cost %s and %.80s %s.", at,
			name_of(explained, result->tuned), mine,
			name_of(explained, result->baseline), theirs);
	}
}

static void explain_break_even(const struct explained *explained, int option,
	struct explanation *explanation)
{
	const struct savings *savings = &explained->result->savings;
	double base = explained->facts.shared.requests_per_month;
	char requests[FIGURE_MAX];

	(void)option;
	explain_title(explanation,
		"The requests in the first month at which both cost the same");
	explanation->unit = UNIT_NUMBER;
	if (!compares(explained, explanation))
		return;
	explanation->value = savings->break_even_requests;
	figure_short(requests, sizeof(requests), base);
	if (isnan(savings->break_even_requests))
		explain_note(explanation,
			"There is none between 1 and 1e12: which side is "
			"cheaper does not hang on the volume.");
	else
		explain_note(explanation,
			"Found by a search from %s outward, with all else as "
			"it stands; tuning saves %s it.",
			requests,
			savings->break_even_side == SIDE_ABOVE ? "above"
							       : "below");
}

/* ---- the odds ----------------------------------------------------------- */

static void explain_share_of(const struct explained *explained, double share,
	const char *what, struct explanation *explanation)
{
	double scenarios = explained->odds->simulation.scenarios;

	explanation->unit = UNIT_PERCENT;
	if (!compares(explained, explanation))
		return;
	explanation->value = share;
	explain_step(explanation, STEP_FIRST, UNIT_NUMBER,
		round(share * scenarios), "%s", what);
	explain_step(explanation, STEP_OVER, UNIT_NUMBER, scenarios,
		"scenarios, each with one value from every range");
}

static void explain_p_net(const struct explained *explained, int option,
	struct explanation *explanation)
{
	(void)option;
	explain_title(explanation, "The chance that tuning saves money");
	explain_share_of(explained, explained->odds->simulation.p_net_positive,
		"scenarios in which the net saving is above 0", explanation);
}

static void explain_p_pays(const struct explained *explained, int option,
	struct explanation *explanation)
{
	(void)option;
	explain_title(explanation,
		"The chance that tuning saves money and does the job");
	explain_share_of(explained, explained->odds->simulation.p_pays,
		"scenarios with a net saving in which the tuned option will do",
		explanation);
}

static void explain_evpi(const struct explained *explained, int option,
	struct explanation *explanation)
{
	const struct simulation *simulation = &explained->odds->simulation;
	int best = 0;

	(void)option;
	explain_title(explanation,
		"What knowing every figure before the choice would be worth");
	explanation->value = simulation->evpi;
	for (int i = 1; i < explained->result->options; i++)
		if (simulation->option[i].regret <
			simulation->option[best].regret)
			best = i;
	if (explained->result->options == 0)
		return;
	explain_step(explanation, STEP_FIRST, UNIT_MONEY,
		simulation->option[best].regret,
		"the least regret of all options: that of %.80s",
		name_of(explained, best));
	explain_note(explanation,
		"Regret is what choosing an option today costs on average over "
		"the choice that turns out best, in %.0f scenarios.",
		simulation->scenarios);
}

/* ---- gates -------------------------------------------------------------- */

static void explain_share(const struct explained *explained, int option,
	struct explanation *explanation)
{
	const struct result *result = explained->result;
	double value = explained->facts.shared.value_per_request;
	double share = result->gate[VOLUME].evidence.share;

	(void)option;
	explain_title(explanation,
		"Serving a request as a share of what it is worth");
	explanation->unit = UNIT_PERCENT;
	if (isnan(share)) {
		explain_note(explanation,
			"It takes a prompted option, requests, and the value "
			"of one.");
		return;
	}
	explanation->value = share;
	explain_key(
		explain_step(explanation, STEP_FIRST, UNIT_MONEY, share * value,
			"serving a request with %.80s in month 1",
			name_of(explained, result->baseline)),
		result->baseline, "request");
	explain_key(explain_step(explanation, STEP_OVER, UNIT_MONEY, value,
			    "value of a request"),
		-1, "volume.value_per_request");
}

const struct explain_row explain_shared[] = {
	{"net", explain_net},
	{"running", explain_running},
	{"overhead", explain_overhead},
	{"ratio", explain_ratio},
	{"payback_month", explain_payback},
	{"break_even_requests", explain_break_even},
	{"share", explain_share},
	{"p_net_positive", explain_p_net},
	{"p_pays", explain_p_pays},
	{"evpi", explain_evpi},
	{0},
};
