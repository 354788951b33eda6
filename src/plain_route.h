/*
 * The order in which the plain interview asks: the rows of a screen's form,
 * but option by option, and only what has an effect there. Pure.
 */
#ifndef SRC_PLAIN_ROUTE_H
#define SRC_PLAIN_ROUTE_H

#include "form.h"

enum { ROUTE_MOST = SHARED_INPUTS + SESSION_OPTIONS * OPTION_INPUTS };

/* A page has three parts: its own fields, each option's, and the answer. */
enum { PART_OWN = -1, PART_ANSWER = SESSION_OPTIONS };

struct route {
	struct place place[ROUTE_MOST];
	int part[ROUTE_MOST]; /* PART_OWN, the option's index, PART_ANSWER */
	int count;
};

/* A page of form.h. Without more, fields are left out that are rare, or for
 * tuned options only, unless they are set. A reason is asked for where the
 * answer does not follow the evidence. */
void route_make(struct route *route, const struct session *session,
	const struct result *result, int page, bool more);

/* Where a place is on it, or -1. */
int route_find(const struct route *route, struct place place);

/* The first of the part behind that of the one at an index, or count. */
int route_skip(const struct route *route, int at);

#endif
