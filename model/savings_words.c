/*
 * What the suggestion of the fifth question rests on, in words.
 */
#include <math.h>

#include "gates.h"
#include "odds_words.h"

static void explain_missing(struct pen *pen)
{
	if (pen->result->baseline < 0 && pen->result->tuned < 0)
		say(pen, "There is nothing to compare: add a prompted and a "
			 "tuned option.");
	else if (pen->result->baseline < 0)
		say(pen, "There is no prompted option to compare with: add "
			 "one.");
	else
		say(pen, "There is no tuned option to compare with: add one.");
}

static void say_net(struct pen *pen, double net)
{
	say(pen, net > 0   ? "a net saving of "
		 : net < 0 ? "a net loss of "
			   : "a net result of ");
	say_money(pen, fabs(net));
}

static void explain_running(struct pen *pen, double running)
{
	say(pen, "Over ");
	say_whole(pen, pen->result->horizon);
	say(pen, " months ");
	say_name(pen, pen->result->tuned);
	say(pen, running >= 0 ? " saves " : " costs ");
	say_money(pen, fabs(running));
	say(pen, running >= 0 ? " in service and failures against "
			      : " more in service and failures than ");
	say_name(pen, pen->result->baseline);
}

/* What decides comes first: there may not be room for all of it. */
static void explain_ratio(struct pen *pen, const struct savings *savings)
{
	say(pen, ", ");
	say_figure(pen, savings->ratio);
	say(pen, " times the ");
	say_money(pen, savings->overhead);
	say(pen, " more that it takes to build and keep; you ask for ");
	say_figure(pen, pen_base(pen, IN_savings_factor));
	say(pen, " times. That is ");
	say_net(pen, savings->net);
	say(pen, ".");
}

/* Where no saving stands against an overhead. */
static void explain_overhead(struct pen *pen, const struct savings *savings)
{
	say(pen, " and takes ");
	say_money(pen, fabs(savings->overhead));
	say(pen, savings->overhead >= 0 ? " more" : " less");
	say(pen, " to build and keep: ");
	say_net(pen, savings->net);
	say(pen, isinf(savings->ratio) ? ", with no overhead at all." : ".");
}

static void explain_sum(struct pen *pen, const struct savings *savings)
{
	explain_running(pen, savings->running);
	if (savings->running > 0 && savings->overhead > 0)
		explain_ratio(pen, savings);
	else
		explain_overhead(pen, savings);
}

static void explain_tuned_obstacles(struct pen *pen)
{
	static const char *const names[OBSTACLES] = {
		[OBSTACLE_QUALITY] = "its pass rate is below the bar",
		[OBSTACLE_NOT_MEASURED] = "its pass rate is not measured",
		[OBSTACLE_LATENCY] = "it is too slow",
		[OBSTACLE_API_RULED_OUT] = "an API is ruled out",
	};
	const struct option_result *tuned =
		&pen->result->option[pen->result->tuned];
	const char *reasons[OBSTACLES];
	int count = 0;

	if (tuned->feasible)
		return;
	for (int i = 0; i < OBSTACLES; i++)
		if (tuned->obstacle[i])
			reasons[count++] = names[i];
	say(pen, " It will not do: ");
	say_list(pen, reasons, count);
	say(pen, ".");
}

static void explain_unmeasured(struct pen *pen)
{
	int pair[2] = {pen->result->baseline, pen->result->tuned};
	int said = 0;

	if (pen_base(pen, IN_quality_failure_cost) <= 0)
		return;
	for (int i = 0; i < 2; i++) {
		if (!isnan(pen->result->option[pair[i]].pass_rate))
			continue;
		say(pen, said++ ? " and of " : " Measure the pass rate of ");
		say_name(pen, pair[i]);
	}
	if (said)
		say(pen, ": failures cost money, and count as none so far.");
}

static void explain_odds(struct pen *pen)
{
	double odds = pen->result->savings.p_pays;

	if (odds <= 0 || odds >= 1)
		return;
	say(pen, " It saves, and does the job, in ");
	say_chance(pen, odds);
	say(pen, " scenarios; you ask for ");
	say_share(pen, pen_base(pen, IN_savings_confidence));
	say(pen, ".");
}

void explain_savings(struct pen *pen)
{
	if (isnan(pen->result->savings.net)) {
		explain_missing(pen);
		return;
	}
	explain_sum(pen, &pen->result->savings);
	explain_tuned_obstacles(pen);
	explain_unmeasured(pen);
	explain_odds(pen);
}
