/*
 * A figure, one step up or down: what a field holds after + and -.
 */
#ifndef MODEL_STEPPING_H
#define MODEL_STEPPING_H

#include <stdbool.h>
#include <stddef.h>

#include "session.h"

enum step_size {
	STEP_FINE, /* the next figure of two digits: 4.9M, 5M, 5.1M */
	STEP_FAR,  /* the next of 1, 2, 5, 10: 2M, 5M, 10M */
};

/*
 * Write what a number would be one step up (by > 0) or down, as a user would
 * type it, within its domain. A range takes both its ends along and stays one.
 * Shares near 100% go by what they lack: 93%, 95%, 98%, 99%. False where there
 * is no number, or no step left.
 */
bool stepping_words(const struct session *session, struct place place, int by,
	enum step_size size, char *out, size_t bytes);

#endif
