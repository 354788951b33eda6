/*
 * All options of a session in LANES scenarios at a time.
 *
 * Every figure stands at its base value until told otherwise: let some vary,
 * fill their columns, work, and read the options' columns. Work goes only into
 * what the varying figures touch, so that a search over one price costs little
 * and a scenario in which 15 figures vary not much more than those 15.
 *
 * The struct is large (some 100 KiB an option) and owns nothing; it may be
 * dropped at any time.
 */
#ifndef MODEL_SCENARIOS_H
#define MODEL_SCENARIOS_H

#include "kernel.h"

struct scenarios {
	const struct kernel *kernel;
	struct facts facts;
	unsigned wanted; /* options to work out, a bit each; all at first */
	unsigned shared_varies, varies[SESSION_OPTIONS]; /* parts */
	unsigned shared_stale, stale[SESSION_OPTIONS];
	bool waits; /* some option may have the incumbent serve for it */
	struct option_traits traits[SESSION_OPTIONS];
	double zero[LANES];
	struct shared_columns shared;
	struct shared_parts shared_parts;
	struct option_columns option[SESSION_OPTIONS];
	struct option_parts parts[SESSION_OPTIONS];
	/* Products of factors, for one option at a time. */
	double discounted_growth[LANES], ratio[LANES];
};

/* All at base; kernel NULL: the best one. */
void scenarios_init(struct scenarios *scenarios, const struct facts *facts,
	const struct kernel *kernel);

/* The column of a figure, to be filled before the next work; from now on it
 * varies. The place must not be one of words. */
double *scenarios_vary(struct scenarios *scenarios, struct place place);

/* Back to its base value. */
void scenarios_settle(struct scenarios *scenarios, struct place place);

/* Work out what varies. */
void scenarios_work(struct scenarios *scenarios);

#endif
