/*
 * A session between two others: some changes taken from B, all else from A.
 *
 * It is made of facts, not of texts: figures are within their domains, and the
 * only other rule that matters for the net saving, that the option which
 * serves today is among the options, is kept by bridge_differences().
 */
#ifndef MODEL_MIXTURE_H
#define MODEL_MIXTURE_H

#include "bridge.h"
#include "result.h"

struct mixture {
	struct facts a, b, facts;
	const struct bridge *bridge;
	const struct pairing *pairing;
	int gone[SESSION_OPTIONS];   /* the change that takes A's option away */
	int come[SESSION_OPTIONS];   /* the change that brings B's option */
	int a_at[SESSION_OPTIONS];   /* where A's option is in the facts */
	int b_at[SESSION_OPTIONS];   /* where B's option is, -1: it is not */
	bool taken[DIFFERENCES_MAX]; /* changes that are taken from B */
	struct result result;
};

/* With no change taken. All but the sessions is borrowed. */
void mixture_begin(struct mixture *mixture, const struct session *a,
	const struct session *b, const struct pairing *pairing,
	const struct bridge *bridge);

/* The net saving with the changes that are taken; baseline and tune are
 * chosen anew, as for any session. */
double mixture_net(struct mixture *mixture);

#endif
