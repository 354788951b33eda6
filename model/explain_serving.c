/*
 * What a request and a month of serving cost with an option, from tokens and
 * prices, or from replicas.
 */
#include <math.h>

#include "explain.h"
#include "plan.h"

#define MILLION 1e6

static const char *name_of(const struct explained *explained, int option)
{
	return session_option_name(explained->session, option);
}

/* Money for so many tokens of a kind in one call. */
static void step_tokens(const struct explained *explained, double tokens,
	double price, const char *what, struct explanation *explanation)
{
	if (tokens == 0 && explanation->steps)
		return;
	explain_step(explanation, explanation->steps ? STEP_PLUS : STEP_FIRST,
		UNIT_MONEY, tokens * price / MILLION,
		"%s: %s tokens at %s/Mtok", what, short_number(tokens).text,
		short_money(explained, price).text);
}

static void step_call(const struct explained *explained, int option,
	struct explanation *explanation)
{
	const struct shared_facts *shared = &explained->facts.shared;
	const struct option_facts *own = &explained->facts.option[option];
	double prefix = shared->instruction_tokens * own->instruction_share;
	double cached = prefix * shared->cache_hit_rate;

	step_tokens(explained, shared->payload_tokens + own->retrieval_tokens,
		own->input_price, "payload", explanation);
	step_tokens(explained, prefix - cached,
		own->cache_write_priced ? own->cache_write_price
					: own->input_price,
		"instructions not in the cache", explanation);
	step_tokens(explained, cached,
		own->cached_input_priced ? own->cached_input_price
					 : own->input_price,
		"instructions from the cache", explanation);
	step_tokens(explained, shared->output_tokens + own->reasoning_tokens,
		own->output_price, "output", explanation);
	if (shared->batch_share * own->batch_discount != 0)
		explain_step(explanation, STEP_TIMES, UNIT_NUMBER,
			1 - shared->batch_share * own->batch_discount,
			"batches: %s of the requests at %s less",
			short_percent(shared->batch_share).text,
			short_percent(own->batch_discount).text);
	if (own->retry_rate != 0)
		explain_step(explanation, STEP_OVER, UNIT_NUMBER,
			1 - own->retry_rate, "calls: %s are made again",
			short_percent(own->retry_rate).text);
	if (own->retrieval_cost_per_1k != 0)
		explain_step(explanation, STEP_PLUS, UNIT_MONEY,
			own->retrieval_cost_per_1k / 1000 /
				(1 - own->retry_rate),
			"retrieval: %s for 1,000 calls",
			short_money(explained, own->retrieval_cost_per_1k)
				.text);
}

static bool is_selfhosted(const struct explained *explained, int option)
{
	return explained->facts.option[option].serving == SERVE_SELFHOST;
}

static void step_hosting(const struct explained *explained, int option,
	struct explanation *explanation)
{
	double price = explained->facts.option[option].hosting_per_hour;

	if (price != 0)
		explain_step(explanation, STEP_PLUS, UNIT_MONEY,
			price * HOURS_A_MONTH, "hosting: 730 hours at %s",
			short_money(explained, price).text);
}

static void note_load(const struct explained *explained, int option,
	const struct service *service, double replicas,
	struct explanation *explanation)
{
	const struct facts *facts = &explained->facts;
	const struct option_facts *own = &facts->option[option];

	explain_note(explanation,
		"A call keeps a replica busy for %s s: %s input tokens at %s a "
		"second and %s output tokens at %s a second.",
		short_number(call_input_tokens(facts, option) /
				     own->prefill_tokens_per_s +
			     call_output_tokens(facts, option) /
				     own->decode_tokens_per_s)
			.text,
		short_number(call_input_tokens(facts, option)).text,
		short_number(own->prefill_tokens_per_s).text,
		short_number(call_output_tokens(facts, option)).text,
		short_number(own->decode_tokens_per_s).text);
	explain_note(explanation,
		"At the peak, loaded to %s, that takes %s replicas; at least "
		"%s run, so %s do.",
		short_percent(own->utilisation).text,
		short_number(facts->shared.requests_per_month *
			     service->replicas_per_request)
			.text,
		short_number(own->min_replicas).text,
		short_number(replicas).text);
}

static void step_replicas(const struct explained *explained, int option,
	struct explanation *explanation)
{
	const struct option_facts *own = &explained->facts.option[option];
	double requests = explained->facts.shared.requests_per_month;
	struct service service;
	double replicas;

	service_of(&service, &explained->facts, option);
	replicas = service_replicas(&service, requests);
	explain_step(
		explanation, STEP_FIRST, UNIT_NUMBER, replicas, "replicas");
	explain_step(explanation, STEP_TIMES, UNIT_NUMBER,
		own->gpus_per_replica, "GPUs each");
	explain_step(explanation, STEP_TIMES, UNIT_MONEY,
		own->gpu_price_per_hour, "a GPU for an hour");
	explain_step(explanation, STEP_TIMES, UNIT_NUMBER, HOURS_A_MONTH,
		"hours a month");
	if (service.retrieval != 0)
		explain_step(explanation, STEP_PLUS, UNIT_MONEY,
			requests * service.retrieval, "retrieval");
	note_load(explained, option, &service, replicas, explanation);
}

void explain_serving_month(const struct explained *explained, int option,
	struct explanation *explanation)
{
	double requests = explained->facts.shared.requests_per_month;
	struct service service;

	service_of(&service, &explained->facts, option);
	explain_title(explanation,
		"%.80s: serving in month 1, at its prices, if it were live",
		name_of(explained, option));
	explanation->value =
		service_bill(&service, service_weather(&service), requests);
	if (is_selfhosted(explained, option)) {
		step_replicas(explained, option, explanation);
		return;
	}
	step_call(explained, option, explanation);
	explain_step(
		explanation, STEP_TIMES, UNIT_NUMBER, requests, "requests");
	step_hosting(explained, option, explanation);
}

/* What falls due whatever the load is spread over all requests. */
void explain_request(const struct explained *explained, int option,
	struct explanation *explanation)
{
	const struct option_facts *own = &explained->facts.option[option];
	double requests = explained->facts.shared.requests_per_month;

	if (requests <= 0)
		explain_note(explanation, "There are no requests.");
	else if (!is_selfhosted(explained, option) &&
		 own->hosting_per_hour == 0)
		step_call(explained, option, explanation);
	else {
		explain_serving_month(explained, option, explanation);
		explain_step(explanation, STEP_OVER, UNIT_NUMBER, requests,
			"requests");
	}
	if (requests > 0)
		explanation->value =
			cost_first_request(&explained->facts, option);
	explain_title(explanation, "%.80s: serving one request in month 1",
		name_of(explained, option));
}
