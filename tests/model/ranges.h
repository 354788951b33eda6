/*
 * What the tests of the odds share: sessions with ranges, and odds that are
 * sound.
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

/* Every figure is finite, or NaN where the header says so, in its bounds and
 * in order. Writes the name of the first that is not. */
bool odds_are_sound(const struct session *session, const struct result *result,
	const struct odds *odds, const char **what);

#endif
