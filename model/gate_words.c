/*
 * What the suggestion of each question rests on, in words and with this
 * session's figures.
 */
#include <math.h>

#include "gates.h"
#include "pen.h"

/* ---- 1. volume ---------------------------------------------------------- */

static void explain_share(struct pen *pen)
{
	double share = pen->result->gate[VOLUME].evidence.share;
	double value = pen_base(pen, IN_volume_value_per_request);

	say(pen, "Serving a request with ");
	say_name(pen, pen->result->baseline);
	say(pen, " costs ");
	say_money(pen, share * value);
	say(pen, ", ");
	say_percent(pen, share);
	say(pen, " of its value of ");
	say_money(pen, value);
	say(pen, "; you said cost matters from ");
	say_percent(pen, pen_base(pen, IN_volume_material_share));
	say(pen, ".");
}

static void explain_unknown_volume(struct pen *pen)
{
	const char *missing[5];
	int count = 0;

	if (pen_base(pen, IN_volume_narrow_task) == TRI_UNSURE)
		missing[count++] = "whether it is one narrow task";
	if (pen_base(pen, IN_volume_clear_metric) == TRI_UNSURE)
		missing[count++] = "whether one metric settles it";
	if (pen_base(pen, IN_volume_value_per_request) <= 0)
		missing[count++] = "what a request is worth";
	if (pen_base(pen, IN_volume_requests_per_month) <= 0)
		missing[count++] = "how many requests come";
	if (pen->result->baseline < 0)
		missing[count++] = "what a prompted option costs (add one)";
	if (count == 0)
		return;
	say(pen, "Still open: ");
	say_list(pen, missing, count);
	say(pen, ". ");
}

static void explain_volume(struct pen *pen)
{
	bool broad = pen_base(pen, IN_volume_narrow_task) == TRI_NO;
	bool unclear = pen_base(pen, IN_volume_clear_metric) == TRI_NO;

	if (broad && unclear)
		say(pen, "You say it is neither one narrow task nor settled "
			 "by one metric. ");
	else if (broad)
		say(pen, "You say it is not one narrow task. ");
	else if (unclear)
		say(pen, "You say no one metric settles it. ");
	else
		explain_unknown_volume(pen);
	if (!isnan(pen->result->gate[VOLUME].evidence.share))
		explain_share(pen);
}

/* ---- 2. quality --------------------------------------------------------- */

static void explain_rungs(struct pen *pen)
{
	static const char *const names[RUNGS] = {"better instructions",
		"examples in the prompt", "structured output", "smaller steps",
		"retrieval", "a stronger model"};
	const char *left[RUNGS];
	int count = 0;

	for (int i = 0; i < RUNGS; i++)
		if (!gate_rung_tried(pen->session, i))
			left[count++] = names[i];
	if (count == 0) {
		say(pen, " That misses the bar, with every rung of the "
			 "prompting ladder tried.");
		return;
	}
	say(pen, " That misses the bar, but these rungs of the prompting "
		 "ladder are left: ");
	say_list(pen, left, count);
	say(pen, ".");
}

static void explain_against_bar(
	struct pen *pen, const struct gate_evidence *evidence, double bar)
{
	if (bar <= 0) {
		say(pen, " Say which pass rate the task needs.");
	} else if (evidence->high < bar) {
		explain_rungs(pen);
	} else if (evidence->low >= bar) {
		say(pen, " Prompting reaches the bar.");
	} else if (isnan(evidence->examples_needed)) {
		say(pen, " That is the bar itself: no number of examples at "
			 "this rate tells the side.");
	} else {
		say(pen, " The bar lies between; at this rate ");
		say_whole(pen, evidence->examples_needed);
		say(pen, " examples in all would settle it.");
	}
}

/* Two figures for one thing should not contradict each other. */
static void explain_contradiction(
	struct pen *pen, const struct gate_evidence *evidence)
{
	int baseline = pen->result->baseline;
	double rate;

	if (baseline < 0)
		return;
	rate = pen->result->option[baseline].pass_rate;
	if (isnan(rate) || (rate >= evidence->low && rate <= evidence->high))
		return;
	say(pen, " ");
	say_name(pen, baseline);
	say(pen, " is entered with ");
	say_percent(pen, rate);
	say(pen, ", outside that range: one of the two needs another look.");
}

static void explain_quality(struct pen *pen)
{
	const struct gate_evidence *evidence =
		&pen->result->gate[QUALITY].evidence;
	double examples = pen_base(pen, IN_quality_eval_examples);
	double passes = pen_base(pen, IN_quality_eval_passes);
	double bar = pen_base(pen, IN_quality_bar);

	if (examples <= 0) {
		say(pen, "Nothing is measured yet: run the best prompt on some "
			 "200 examples of your own and count what passes.");
		if (bar <= 0)
			say(pen, " Say which pass rate the task needs, too.");
		return;
	}
	say_whole(pen, passes);
	say(pen, " of ");
	say_whole(pen, examples);
	say(pen, " examples passed: the true rate is between ");
	say_percent(pen, evidence->low);
	say(pen, " and ");
	say_percent(pen, evidence->high);
	if (bar > 0) {
		say(pen, " (95% sure), and the bar is ");
		say_percent(pen, bar);
		say(pen, ".");
	} else {
		say(pen, " (95% sure).");
	}
	explain_against_bar(pen, evidence, bar);
	explain_contradiction(pen, evidence);
}

/* ---- 3. latency --------------------------------------------------------- */

/* The fastest of a serving; those below the bar only if they all are, and
 * only for an API. -1: none. */
static int fastest(const struct pen *pen, bool selfhosted)
{
	const struct option_result *option = pen->result->option;
	double bar = pen_base(pen, IN_quality_bar);
	int good = -1, any = -1;

	for (int i = 0; i < pen->result->options; i++) {
		if (option[i].form.selfhosted != selfhosted)
			continue;
		if (any < 0 || option[i].latency_ms < option[any].latency_ms)
			any = i;
		if (gate_reaches_bar(&option[i], bar) &&
			(good < 0 ||
				option[i].latency_ms < option[good].latency_ms))
			good = i;
	}
	return good >= 0 || selfhosted ? good : any;
}

static void say_latency(struct pen *pen, int option)
{
	bool first = pen_base(pen, IN_latency_scope) == SCOPE_FIRST_TOKEN;

	say_name(pen, option);
	say(pen, " needs about ");
	say_whole(pen, pen->result->option[option].latency_ms);
	say(pen, first ? " ms to its first token" : " ms");
}

static void explain_too_slow(struct pen *pen, int api, int servers)
{
	if (api >= 0) {
		say(pen, "Of the API options ");
		say_latency(pen, api);
		say(pen, " at the least; ");
	} else {
		say(pen, "There is no API option; ");
	}
	if (servers >= 0) {
		say(pen, "on your own servers ");
		say_latency(pen, servers);
	} else {
		say(pen, "no self-hosted option is known to be good enough");
	}
}

static void explain_against_budget(struct pen *pen, double budget)
{
	enum answer suggested = pen->result->gate[LATENCY].suggested;
	int api = fastest(pen, false);

	if (suggested == ANSWER_NO)
		say_latency(pen, api);
	else
		explain_too_slow(pen, api, fastest(pen, true));
	say(pen, suggested == ANSWER_NO ? ", within the " : "; users accept ");
	say_whole(pen, budget);
	say(pen, suggested == ANSWER_NO ? " ms that users accept." : " ms.");
	if (suggested == ANSWER_UNSURE)
		say(pen, " Add a smaller or faster option, or measure again.");
}

static void explain_latency(struct pen *pen)
{
	double budget = pen_base(pen, IN_latency_budget_ms);

	if (pen_base(pen, IN_latency_api_ruled_out) != 0)
		say(pen, "You say that the data must not go to a hosted API.");
	else if (budget <= 0)
		say(pen, "No budget is stated: say how many milliseconds the "
			 "slowest one in twenty requests may take.");
	else
		explain_against_budget(pen, budget);
}

/* ---- 4. upkeep ---------------------------------------------------------- */

static void explain_owners(struct pen *pen)
{
	static const char *const names[BURDENS] = {"watching for drift",
		"retraining", "versions and rollback",
		"keeping pace with new models", "finding the people"};
	const char *orphans[BURDENS];
	int count = 0;

	for (int i = 0; i < BURDENS; i++)
		if (!gate_burden_owned(pen->session, i))
			orphans[count++] = names[i];
	if (count == 0) {
		say(pen, " Each burden has an owner.");
		return;
	}
	say(pen, " Without an owner: ");
	say_list(pen, orphans, count);
	say(pen, ".");
}

static void explain_upkeep(struct pen *pen)
{
	double required = pen->result->gate[UPKEEP].evidence.required_hours;
	double capacity = pen_base(pen, IN_upkeep_capacity_hours);

	if (pen->result->tuned < 0) {
		say(pen, "There is no tuned option to keep up: add one to see "
			 "the hours it takes.");
		return;
	}
	say_name(pen, pen->result->tuned);
	say(pen, " takes ");
	say_figure(pen, required);
	say(pen, " people hours a month");
	if (capacity <= 0) {
		say(pen, "; say how many you can really commit.");
	} else {
		say(pen, required > capacity ? ", more than the "
					     : ", within the ");
		say_figure(pen, capacity);
		say(pen, " that you can commit.");
	}
	explain_owners(pen);
}

/* ---- all five ----------------------------------------------------------- */

void gate_explain(const struct session *session, const struct result *result,
	enum question question, char *out, size_t size)
{
	static void (*const explain[QUESTIONS])(struct pen *) = {
		[VOLUME] = explain_volume,
		[QUALITY] = explain_quality,
		[LATENCY] = explain_latency,
		[UPKEEP] = explain_upkeep,
		[SAVINGS] = explain_savings,
	};
	struct pen pen;

	if (size == 0)
		return;
	pen = pen_on(out, size, session, result);
	explain[question](&pen);
	pen_rest(&pen);
}
