#include "service.h"

#include <math.h>

#define MILLION 1e6

static bool is_tuned(const struct option_facts *own)
{
	return own->adaptation == ADAPT_TUNE;
}

/* ---- tokens of one call ------------------------------------------------- */

static double cached_tokens(
	const struct shared_facts *shared, const struct option_facts *own)
{
	return shared->instruction_tokens * own->instruction_share *
	       shared->cache_hit_rate;
}

static double fresh_tokens(
	const struct shared_facts *shared, const struct option_facts *own)
{
	return shared->instruction_tokens * own->instruction_share -
	       cached_tokens(shared, own);
}

double call_input_tokens(const struct facts *facts, int option)
{
	const struct option_facts *own = &facts->option[option];

	return fresh_tokens(&facts->shared, own) +
	       facts->shared.payload_tokens + own->retrieval_tokens;
}

double call_output_tokens(const struct facts *facts, int option)
{
	return facts->shared.output_tokens +
	       facts->option[option].reasoning_tokens;
}

/* Calls that one request takes: a call thrown away is made again. */
static double calls_per_request(const struct option_facts *own)
{
	return 1 / (1 - own->retry_rate);
}

/* ---- an API ------------------------------------------------------------- */

/* What a call's tokens cost at the prices of month 1. */
static double token_cost(const struct facts *facts, int option)
{
	const struct shared_facts *shared = &facts->shared;
	const struct option_facts *own = &facts->option[option];
	double write_price = own->cache_write_priced ? own->cache_write_price
						     : own->input_price;
	double cached_price = own->cached_input_priced ? own->cached_input_price
						       : own->input_price;
	double money = (shared->payload_tokens + own->retrieval_tokens) *
			       own->input_price +
		       fresh_tokens(shared, own) * write_price +
		       cached_tokens(shared, own) * cached_price +
		       call_output_tokens(facts, option) * own->output_price;

	return money / MILLION *
	       (1 - shared->batch_share * own->batch_discount);
}

static void serve_by_api(
	struct service *service, const struct facts *facts, int option)
{
	const struct option_facts *own = &facts->option[option];

	service->tokens = calls_per_request(own) * token_cost(facts, option);
	service->hosting = own->hosting_per_hour * HOURS_A_MONTH;
}

/* ---- servers of one's own ----------------------------------------------- */

/* Share of a month for which one call keeps one replica busy. */
static double replica_load(const struct facts *facts, int option)
{
	const struct option_facts *own = &facts->option[option];
	double seconds =
		call_input_tokens(facts, option) / own->prefill_tokens_per_s +
		call_output_tokens(facts, option) / own->decode_tokens_per_s;

	return seconds / SECONDS_A_MONTH;
}

/* Peak over average load; requests that can wait flatten it. */
static double peak_factor(const struct facts *facts, int option)
{
	return 1 + (facts->option[option].peak_to_average - 1) *
			   (1 - facts->shared.batch_share);
}

static void serve_by_replicas(
	struct service *service, const struct facts *facts, int option)
{
	const struct option_facts *own = &facts->option[option];
	bool autoscaled = own->autoscale != 0;
	double peak = autoscaled ? 1 : peak_factor(facts, option);

	service->replica =
		own->gpus_per_replica * own->gpu_price_per_hour * HOURS_A_MONTH;
	service->replicas_per_request = calls_per_request(own) *
					replica_load(facts, option) * peak /
					own->utilisation;
	service->least_replicas = own->min_replicas;
	service->whole_replicas = !autoscaled;
}

double service_replicas(const struct service *service, double requests)
{
	double wanted = requests * service->replicas_per_request;

	/* The hair's breadth keeps rounding from renting one more. */
	if (service->whole_replicas)
		wanted = ceil(wanted - 1e-9);
	return wanted > service->least_replicas ? wanted
						: service->least_replicas;
}

/* ---- both --------------------------------------------------------------- */

double upkeep_hours(const struct facts *facts, int option)
{
	const struct shared_facts *shared = &facts->shared;

	if (!is_tuned(&facts->option[option]))
		return 0;
	return shared->monitoring_hours + shared->versioning_hours +
	       shared->tracking_hours + shared->hiring_hours;
}

static double people_money(const struct facts *facts, int option)
{
	const struct shared_facts *shared = &facts->shared;
	const struct option_facts *own = &facts->option[option];
	double hours = own->ops_hours + upkeep_hours(facts, option) +
		       shared->changes_per_year / 12 * own->change_hours;

	return hours * shared->engineer_rate;
}

/* One twelfth of a year's change, compounded; a fall to nothing is at once. */
static double monthly_factor(double yearly_factor)
{
	return yearly_factor == 1 ? 1 : pow(yearly_factor, 1.0 / 12);
}

void service_of(struct service *service, const struct facts *facts, int option)
{
	const struct option_facts *own = &facts->option[option];

	*service = (struct service){
		.retrieval = calls_per_request(own) *
			     own->retrieval_cost_per_1k / 1000,
		.people = people_money(facts, option),
		.failing = 1 - own->pass_rate,
		.failure = facts->shared.failure_cost,
		.price_factor = monthly_factor(1 - own->price_decline_per_year),
		.failing_factor =
			monthly_factor(1 + own->failure_change_per_year),
	};
	if (own->serving == SERVE_SELFHOST)
		serve_by_replicas(service, facts, option);
	else
		serve_by_api(service, facts, option);
}

struct weather service_weather(const struct service *service)
{
	return (struct weather){.prices = 1, .failing = service->failing};
}

void service_next(const struct service *service, struct weather *weather)
{
	weather->prices *= service->price_factor;
	weather->failing *= service->failing_factor;
}

double service_failing(struct weather weather)
{
	return weather.failing < 1 ? weather.failing : 1;
}

double service_per_request(
	const struct service *service, struct weather weather)
{
	return service->tokens * weather.prices + service->retrieval;
}

double service_per_replica(
	const struct service *service, struct weather weather)
{
	return service->replica * weather.prices;
}

double service_whatever(const struct service *service, struct weather weather)
{
	return service->hosting * weather.prices;
}

double service_bill(
	const struct service *service, struct weather weather, double requests)
{
	return requests * service_per_request(service, weather) +
	       service_replicas(service, requests) *
		       service_per_replica(service, weather) +
	       service_whatever(service, weather);
}
