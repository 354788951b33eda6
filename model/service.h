/*
 * How an option serves, month by month: half of the cost formulas (the other
 * half, what it takes to build it and to keep it, is in cost.c).
 *
 * What a month of service costs is a price a request, a price a replica and
 * a sum that falls due whatever the load. Both ways of serving have this
 * shape; an API has no replicas, servers of one's own have no token prices.
 */
#ifndef MODEL_SERVICE_H
#define MODEL_SERVICE_H

#include "facts.h"

#define HOURS_A_MONTH 730.0
#define SECONDS_A_MONTH 2628000.0

/* An option's service: figures that no month changes, at month 1's prices. */
struct service {
	double tokens;    /* money a request for tokens */
	double retrieval; /* money a request for search; prices do not fall */
	double hosting;   /* money a month */
	double replica;   /* money a month for one replica */
	double replicas_per_request; /* wanted for one request a month */
	double least_replicas;
	bool whole_replicas;
	double people;         /* money a month for the hours it takes */
	double failing;        /* share of the requests that fail in month 1 */
	double failure;        /* money a failed request */
	double price_factor;   /* prices from one month to the next */
	double failing_factor; /* failures from one month to the next */
};

/* What changes from month to month of a service. */
struct weather {
	double prices;  /* as a share of month 1's */
	double failing; /* before it is cut at 1 */
};

void service_of(struct service *service, const struct facts *facts, int option);

struct weather service_weather(const struct service *service);
void service_next(const struct service *service, struct weather *weather);

/* The share of the requests that fail, 0..1. */
double service_failing(struct weather weather);

/* Replicas that run in a month of so many requests. */
double service_replicas(const struct service *service, double requests);

/* The three parts of a month's bill, and the bill. */
double service_per_request(
	const struct service *service, struct weather weather);
double service_per_replica(
	const struct service *service, struct weather weather);
double service_whatever(const struct service *service, struct weather weather);
double service_bill(
	const struct service *service, struct weather weather, double requests);

/* Hours a month that a tuned option takes beside its own: the four burdens. */
double upkeep_hours(const struct facts *facts, int option);

/* Input tokens (instructions that it still needs, payload, retrieval) that no
 * cache holds, and all output tokens, hidden ones too, of one call. */
double call_input_tokens(const struct facts *facts, int option);
double call_output_tokens(const struct facts *facts, int option);

#endif
