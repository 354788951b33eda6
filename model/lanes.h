/*
 * The figures of a session for many scenarios side by side: each figure is a
 * column of LANES numbers, one a scenario.
 *
 * What the formulas make of the figures, an option's parts, are columns too.
 * A part is worked out again only when a figure that it is made of varies;
 * lanes.c says which figure goes into which part.
 */
#ifndef MODEL_LANES_H
#define MODEL_LANES_H

#include "deviates.h"
#include "facts.h"

struct shared_columns {
#define SHARED(group, key, ...) double key[LANES];
#include "inputs.def"
};

struct option_columns {
#define OPTION(key, ...) double key[LANES];
#include "inputs.def"
};

/* What goes on from figures into sums and totals. */
enum part {
	PART_VOLUME = 1 << 0,   /* requests of month 1 */
	PART_GROWTH = 1 << 1,   /* ... and their growth */
	PART_DISCOUNT = 1 << 2, /* what a later month is worth */
	PART_FAILURE = 1 << 3,  /* what a failed request costs */
	PART_CHANGES = 1 << 4,  /* how often the task changes */
	PART_LIMITS = 1 << 5,   /* the bar and the budget */
	PART_CALL = 1 << 6,     /* what a request costs to serve */
	PART_PEOPLE = 1 << 7,   /* a month's hours */
	PART_OUTLAY = 1 << 8,   /* building, retraining, migrating */
	PART_PRICES = 1 << 9,   /* their decline */
	PART_PASS = 1 << 10,    /* share of requests that fail in month 1 */
	PART_FAILING = 1 << 11, /* ... and its change */
	PART_LIVE = 1 << 12,    /* when the option goes live */
	PART_RETRAIN = 1 << 13, /* how often it is trained again */
	PART_LIFE = 1 << 14,    /* how long its base model lasts */
	PART_LATENCY = 1 << 15,
	PARTS_ALL = (1 << 16) - 1,
};

/* The parts that an input goes into; 0: it changes no cost. */
unsigned lanes_parts(enum input input);

/* Sums over the months of the horizon, for one of the two services: the share
 * of each month in which it serves, discounted, times what the name says; the
 * volume counted in requests of month 1. */
struct service_sums {
	double priced_volume[LANES]; /* volume at that month's prices */
	double volume[LANES];
	double failing[LANES]; /* volume that fails */
	double prices[LANES];  /* that month's prices */
	double time[LANES];
	double replicas[LANES]; /* replicas at that month's prices */
};

/* The parts of one option: see struct service and struct plan. */
struct option_parts {
	double tokens[LANES], retrieval[LANES], hosting[LANES];
	double replica[LANES], replicas_per_request[LANES];
	double people[LANES];
	double upfront[LANES], retraining[LANES], migration[LANES];
	double price_factor[LANES], failing_factor[LANES];
	struct service_sums own, meanwhile;
	double retrainings[LANES], migrations[LANES]; /* discounted numbers */
	double total[LANES];    /* present value of all its cost */
	double feasible[LANES]; /* 1 or 0 */
};

struct shared_parts {
	double growth_factor[LANES], discount_factor[LANES];
};

/* What does not vary at all. */
struct option_traits {
	bool tuned, selfhosted, autoscaled, measured, ruled_out;
	bool cached_input_priced, cache_write_priced;
	bool may_wait; /* there is an incumbent, and this is not it */
	double gpus_per_replica, least_replicas;
};

#endif
