/*
 * The inputs that a user gave as ranges, and how they are drawn.
 */
#ifndef MODEL_RANGED_H
#define MODEL_RANGED_H

#include "kernel.h"
#include "session.h"

enum { RANGED_MAX = SHARED_INPUTS + SESSION_OPTIONS * OPTION_INPUTS };

struct ranged {
	int count;
	struct place place[RANGED_MAX]; /* shared first, then by option */
};

void ranged_list(struct ranged *ranged, const struct session *session);

/* How number index of the list is drawn; the polynomials are left to the
 * kernel. */
void ranged_draw(struct draw *draw, const struct session *session,
	struct place place, int index, const struct sampling *sampling);

#endif
