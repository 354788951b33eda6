/*
 * The figures of a session as plain doubles: what the formulas work on.
 *
 * One field for each figure of inputs.def, named by its key. Scenarios and
 * searches change single fields; the table's offset says which.
 */
#ifndef MODEL_FACTS_H
#define MODEL_FACTS_H

#include "inputs.h"
#include "session.h"

struct shared_facts {
#define SHARED(group, key, ...) double key;
#include "inputs.def"
};

struct option_facts {
#define OPTION(key, ...) double key;
#include "inputs.def"
	/* Unset figures have stand-ins in their fields (pass_rate 1, the two
	 * cache prices 0) and are told by these. */
	bool measured;            /* pass_rate is set */
	bool cached_input_priced; /* else the input price counts */
	bool cache_write_priced;  /* else the input price counts */
};

struct facts {
	struct shared_facts shared;
	struct option_facts option[SESSION_OPTIONS];
	int options;
	int incumbent; /* index of the option that serves today, or -1 */
};

/* All figures at their base values. */
void facts_base(struct facts *facts, const struct session *session);

/* The field of a figure; the place must not be one of words. */
double *facts_at(struct facts *facts, struct place place);

#endif
