/*
 * What holds of all odds, whatever the session.
 */
#ifndef TESTS_MODEL_SOUND_ODDS_H
#define TESTS_MODEL_SOUND_ODDS_H

#include "model.h"

/* Every figure is finite, or NaN where the header says so, in its bounds and
 * in order. Writes the name of the first that is not. */
bool odds_are_sound(const struct session *session, const struct result *result,
	const struct odds *odds, const char **what);

#endif
