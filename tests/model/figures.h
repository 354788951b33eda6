/*
 * What the tests of the model share: sessions made of keys and texts, facts
 * without a session, and figures that are near enough.
 */
#ifndef TESTS_MODEL_FIGURES_H
#define TESTS_MODEL_FIGURES_H

#include "model.h"

/* Set a value by its key, as --set does; the test fails if it is refused. */
void answer(struct session *session, const char *key, const char *text);

/* An empty session, and options "Prompted" and "Tuned" if asked for. */
void two_options(struct session *session);

/* All defaults, but figures that hide others at 0: no discounting, no upkeep
 * hours, no changes. Options are prompted by API until told otherwise. */
struct facts plain_facts(int options);

/* Facts drawn at random within sensible bounds; seed picks them. */
struct facts random_facts(unsigned seed, int options);

/* Within tolerance of each other, relative to the larger one. */
bool near(double a, double b, double tolerance);
#define cr_near(a, b)                                                          \
	cr_expect(near((a), (b), 1e-12), "%.17g, not %.17g", (double)(a),      \
		(double)(b))
/* The same for one of many cases. */
#define cr_near_in(number, a, b)                                               \
	cr_expect(near((a), (b), 1e-12), "case %d: %.17g, not %.17g",          \
		(int)(number), (double)(a), (double)(b))

/* Every figure of a result is finite, or NaN or infinite where the header
 * says so. Writes the name of the first that is not. */
bool result_is_sound(const struct result *result, const char **what);

#endif
