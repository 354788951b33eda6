#include "gates.h"

#include <float.h>
#include <math.h>

#define Z_95 1.959963984540054

const char *const question_names[QUESTIONS] = {
	[VOLUME] = "volume",
	[QUALITY] = "quality",
	[LATENCY] = "latency",
	[UPKEEP] = "upkeep",
	[SAVINGS] = "savings",
};

const char *const answer_names[] = {
	[ANSWER_AUTO] = "auto",
	[ANSWER_YES] = "yes",
	[ANSWER_NO] = "no",
	[ANSWER_UNSURE] = "unsure",
};

const char *const outcome_names[] = {
	[OUTCOME_TUNE] = "tune",
	[OUTCOME_STOP] = "stop",
	[OUTCOME_FIND_OUT] = "find_out",
};

const enum input gate_rungs[RUNGS] = {
	IN_quality_tried_instructions,
	IN_quality_tried_few_shot,
	IN_quality_tried_structured_output,
	IN_quality_tried_decomposition,
	IN_quality_tried_retrieval,
	IN_quality_tried_stronger_model,
};

const enum input gate_burdens[BURDENS] = {
	IN_upkeep_monitoring_owner,
	IN_upkeep_retraining_owner,
	IN_upkeep_versioning_owner,
	IN_upkeep_tracking_owner,
	IN_upkeep_hiring_owner,
};

bool gate_rung_tried(const struct session *session, int rung)
{
	return session_base(session, SHARED_PLACE(gate_rungs[rung])) != 0;
}

bool gate_burden_owned(const struct session *session, int burden)
{
	return session_text(session, SHARED_PLACE(gate_burdens[burden]))[0];
}

bool gate_reaches_bar(const struct option_result *option, double bar)
{
	return isnan(option->pass_rate) ? bar <= 0 : option->pass_rate >= bar;
}

/* ---- 1. volume ---------------------------------------------------------- */

static double cost_share(const struct facts *facts, int baseline)
{
	const struct shared_facts *shared = &facts->shared;
	double share;

	if (baseline < 0 || shared->value_per_request <= 0 ||
		shared->requests_per_month <= 0)
		return NAN;
	share = cost_first_request(facts, baseline) / shared->value_per_request;
	return fmin(share, DBL_MAX);
}

static enum answer suggest_volume(const struct facts *facts,
	const struct result *result, struct gate_evidence *evidence)
{
	const struct shared_facts *shared = &facts->shared;

	evidence->share = cost_share(facts, result->baseline);
	if (shared->narrow_task == TRI_NO || shared->clear_metric == TRI_NO)
		return ANSWER_NO;
	if (shared->narrow_task == TRI_UNSURE ||
		shared->clear_metric == TRI_UNSURE || isnan(evidence->share))
		return ANSWER_UNSURE;
	return evidence->share >= shared->material_share ? ANSWER_YES
							 : ANSWER_NO;
}

/* ---- 2. quality --------------------------------------------------------- */

void wilson_interval(
	double passes, double examples, double z, double *low, double *high)
{
	double rate = passes / examples;
	double shrink = z * z / examples;
	double centre = (rate + shrink / 2) / (1 + shrink);
	double half =
		z / (1 + shrink) *
		sqrt(rate * (1 - rate) / examples + shrink / examples / 4);

	/* Exactly so, where rounding would leave a speck. */
	*low = passes <= 0 ? 0 : centre - half;
	*high = passes >= examples ? 1 : centre + half;
}

/* Would this many examples at this rate lie wholly on one side of the bar? */
static bool settles(double rate, double bar, double examples)
{
	double low, high;

	wilson_interval(rate * examples, examples, Z_95, &low, &high);
	return low >= bar || high < bar;
}

/*
 * The bar is an end of the interval where examples (rate - bar)^2 =
 * z^2 bar (1 - bar): Wilson's interval is that test turned around. One step
 * to either side makes good for rounding.
 */
static double examples_needed(double rate, double bar)
{
	double distance = rate - bar;
	double needed;

	if (distance == 0)
		return NAN;
	needed = ceil(Z_95 * Z_95 * bar * (1 - bar) / (distance * distance));
	needed = fmax(1, needed - 1);
	for (int step = 0; step < 2 && !settles(rate, bar, needed); step++)
		needed++;
	return needed;
}

static bool every_rung_tried(const struct session *session)
{
	for (int i = 0; i < RUNGS; i++)
		if (!gate_rung_tried(session, i))
			return false;
	return true;
}

static enum answer suggest_quality(const struct session *session,
	const struct facts *facts, struct gate_evidence *evidence)
{
	const struct shared_facts *shared = &facts->shared;

	if (shared->eval_examples <= 0)
		return ANSWER_UNSURE;
	wilson_interval(shared->eval_passes, shared->eval_examples, Z_95,
		&evidence->low, &evidence->high);
	if (shared->bar <= 0)
		return ANSWER_UNSURE;
	if (evidence->high < shared->bar)
		return every_rung_tried(session) ? ANSWER_YES : ANSWER_UNSURE;
	if (evidence->low >= shared->bar)
		return ANSWER_NO;
	evidence->examples_needed = examples_needed(
		shared->eval_passes / shared->eval_examples, shared->bar);
	return ANSWER_UNSURE;
}

/* ---- 3. latency --------------------------------------------------------- */

/* Is some option of this serving good enough, and in time? */
struct candidates {
	bool good, in_time, any_in_time;
};

static struct candidates candidates_of(
	const struct facts *facts, const struct result *result, bool selfhosted)
{
	struct candidates found = {.good = false};

	for (int i = 0; i < result->options; i++) {
		const struct option_result *option = &result->option[i];
		bool good = gate_reaches_bar(option, facts->shared.bar);
		bool in_time = option->latency_ms <= facts->shared.budget_ms;

		if (option->form.selfhosted != selfhosted)
			continue;
		found.good |= good;
		found.in_time |= good && in_time;
		found.any_in_time |= in_time;
	}
	return found;
}

static enum answer suggest_latency(
	const struct facts *facts, const struct result *result)
{
	struct candidates api = candidates_of(facts, result, false);
	struct candidates servers = candidates_of(facts, result, true);

	if (facts->shared.api_ruled_out != 0)
		return ANSWER_YES;
	if (facts->shared.budget_ms <= 0)
		return ANSWER_UNSURE;
	if (api.good ? api.in_time : api.any_in_time)
		return ANSWER_NO;
	return servers.in_time ? ANSWER_YES : ANSWER_UNSURE;
}

/* ---- 4. upkeep ---------------------------------------------------------- */

static bool every_burden_owned(const struct session *session)
{
	for (int i = 0; i < BURDENS; i++)
		if (!gate_burden_owned(session, i))
			return false;
	return true;
}

static enum answer suggest_upkeep(const struct session *session,
	const struct facts *facts, const struct result *result,
	struct gate_evidence *evidence)
{
	double capacity = facts->shared.capacity_hours;

	if (result->tuned < 0)
		return ANSWER_UNSURE;
	evidence->required_hours = result->option[result->tuned].people_hours;
	if (capacity <= 0)
		return ANSWER_UNSURE;
	if (evidence->required_hours > capacity)
		return ANSWER_NO;
	return every_burden_owned(session) ? ANSWER_YES : ANSWER_UNSURE;
}

/* ---- 5. savings --------------------------------------------------------- */

static enum answer suggest_savings(
	const struct facts *facts, const struct result *result)
{
	const struct savings *savings = &result->savings;
	const struct option_result *baseline, *tuned;

	if (result->baseline < 0 || result->tuned < 0)
		return ANSWER_UNSURE;
	baseline = &result->option[result->baseline];
	tuned = &result->option[result->tuned];
	if (facts->shared.failure_cost > 0 &&
		(isnan(baseline->pass_rate) || isnan(tuned->pass_rate)))
		return ANSWER_UNSURE;
	if (!tuned->feasible || savings->net <= 0 ||
		savings->ratio < facts->shared.factor)
		return ANSWER_NO;
	return savings->p_pays < facts->shared.confidence ? ANSWER_UNSURE
							  : ANSWER_YES;
}

/* ---- all five ----------------------------------------------------------- */

static enum answer suggest(const struct session *session,
	const struct facts *facts, const struct result *result,
	enum question question, struct gate_evidence *evidence)
{
	switch (question) {
	case VOLUME: return suggest_volume(facts, result, evidence);
	case QUALITY: return suggest_quality(session, facts, evidence);
	case LATENCY: return suggest_latency(facts, result);
	case UPKEEP: return suggest_upkeep(session, facts, result, evidence);
	default: return suggest_savings(facts, result);
	}
}

static enum answer given(const struct session *session, enum question question)
{
	static const enum input answers[QUESTIONS] = {
		[VOLUME] = IN_volume_answer,
		[QUALITY] = IN_quality_answer,
		[LATENCY] = IN_latency_answer,
		[UPKEEP] = IN_upkeep_answer,
		[SAVINGS] = IN_savings_answer,
	};

	return (enum answer)session_base(
		session, SHARED_PLACE(answers[question]));
}

static void answer_gate(const struct session *session,
	const struct facts *facts, struct result *result,
	enum question question)
{
	struct gate *gate = &result->gate[question];

	gate->evidence = (struct gate_evidence){NAN, NAN, NAN, NAN, NAN};
	gate->suggested =
		suggest(session, facts, result, question, &gate->evidence);
	gate->answer = given(session, question);
	if (gate->answer == ANSWER_AUTO)
		gate->answer = gate->suggested;
	gate->followed = gate->answer == gate->suggested;
}

static struct verdict reach_verdict(const struct gate *gates)
{
	struct verdict verdict = {.outcome = OUTCOME_TUNE, .at = -1};

	for (int i = 0; i < QUESTIONS && verdict.at < 0; i++) {
		if (gates[i].answer == ANSWER_YES)
			continue;
		verdict.outcome = gates[i].answer == ANSWER_NO
					  ? OUTCOME_STOP
					  : OUTCOME_FIND_OUT;
		verdict.at = i;
	}
	verdict.action = gate_action(verdict.outcome, verdict.at);
	return verdict;
}

static bool some_reach_bar(const struct result *result, bool tuned, double bar)
{
	for (int i = 0; i < result->options; i++)
		if (result->option[i].form.tuned == tuned &&
			gate_reaches_bar(&result->option[i], bar))
			return true;
	return false;
}

static struct fits find_fits(
	const struct facts *facts, const struct result *result)
{
	const struct option_result *tuned =
		result->tuned < 0 ? NULL : &result->option[result->tuned];
	double bar = facts->shared.bar;

	return (struct fits){
		.high_volume = result->gate[VOLUME].answer == ANSWER_YES,
		.latency = result->gate[LATENCY].answer == ANSWER_YES &&
			   tuned && tuned->form.selfhosted && tuned->feasible,
		.domain = result->gate[QUALITY].answer == ANSWER_YES &&
			  some_reach_bar(result, true, bar) &&
			  !some_reach_bar(result, false, bar),
		.massive_scale =
			result->requests >= 1e9 && result->savings.net >= 1e6,
	};
}

void gates_answer(const struct session *session, const struct facts *facts,
	struct result *result)
{
	for (int i = 0; i < QUESTIONS; i++)
		answer_gate(session, facts, result, (enum question)i);
	result->verdict = reach_verdict(result->gate);
	result->fits = find_fits(facts, result);
}
