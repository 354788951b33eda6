/*
 * Sessions with ranges, for the tests of the odds.
 */
#ifndef TESTS_MODEL_RANGES_H
#define TESTS_MODEL_RANGES_H

#include "model.h"

/* Two options, of which neither is clearly better, and ranges of every shape;
 * 20000 scenarios. */
void close_call(struct session *session);

/* So many options with figures at random within sensible bounds; one input in
 * so many is a range. Seed picks them. */
void random_session(
	struct session *session, unsigned seed, int options, int one_in);

#endif
