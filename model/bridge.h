/*
 * From the net saving of one session to that of another, change by change.
 *
 * Two sessions are laid side by side: where their answers differ, and which
 * share each change has in the difference of the net savings. The shares add
 * up to exactly that difference, and no order of the changes is preferred:
 * each share is what the change does on average over all orders in which the
 * changes could be made one after the other (Shapley's value: L. S. Shapley,
 * A Value for n-Person Games, 1953).
 *
 * Up to BRIDGE_EXACT changes all orders count; with more a fixed sample of
 * orders, each together with its reverse, so that nothing depends on luck or
 * on which session is called the first.
 *
 * Options are the same when they have the same name, or when all but the name
 * is the same. Others were added or removed, and that changes as a whole.
 */
#ifndef MODEL_BRIDGE_H
#define MODEL_BRIDGE_H

#include "session.h"

enum {
	BRIDGE_EXACT = 12, /* changes with all their orders */
	DIFFERENCES_MAX = SHARED_INPUTS + SESSION_OPTIONS * OPTION_INPUTS,
};

/* Something that is not the same in both sessions. */
struct difference {
	enum input input; /* the name, where a whole option is meant */
	int a, b;   /* index of its option in each session; -1: it has none */
	int change; /* what it is a part of, or -1: it moves no money */
};

/* An option that is in one of the sessions only? */
static inline bool difference_is_option(const struct difference *difference)
{
	return input_is_option(difference->input) &&
	       (difference->a < 0 || difference->b < 0);
}

/* Where it is in each session; not for an option that is not there. */
static inline struct place difference_place_a(const struct difference *d)
{
	return (struct place){.input = d->input, .option = d->a};
}

static inline struct place difference_place_b(const struct difference *d)
{
	return (struct place){.input = d->input, .option = d->b};
}

/*
 * What changes at once: mostly one difference. Another serving takes its
 * prices and speeds along, which mean nothing without it. Options that come
 * and go, and adaptations, are one change where else a prompted or a tuned
 * option could be missing on the way, or the one that serves today.
 */
struct change {
	double share;    /* of to - from */
	int first;       /* its first difference */
	int differences; /* how many belong to it */
};

/* Why there is none. */
enum bridge_gap {
	BRIDGE_STANDS,
	BRIDGE_CURRENCIES, /* they differ, and nothing converts them */
	BRIDGE_NO_NET_A,   /* a prompted or a tuned option is missing */
	BRIDGE_NO_NET_B,
	BRIDGE_NO_NET, /* ... in both */
};

struct bridge {
	/* Shared ones in the order of the table; then those of each option of
	 * A, in A's order; then what only B has. Values count, not how they
	 * were typed: "2M" and "2,000,000" are the same. */
	struct difference difference[DIFFERENCES_MAX];
	int differences;
	/* The largest first; none where there is a gap. */
	struct change change[DIFFERENCES_MAX];
	int changes;
	enum bridge_gap gap;
	double from, to; /* net saving of A and of B; NaN: it has none */
	bool exact;      /* all orders were counted */
};

/* A pure function, like evaluate(); some milliseconds. */
void bridge_build(const struct session *a, const struct session *b,
	struct bridge *bridge);

/* ---- its parts ----------------------------------------------------------- */

/* Which option of B is which of A: index, or -1. */
struct pairing {
	int b_of[SESSION_OPTIONS]; /* by A's index */
	int a_of[SESSION_OPTIONS]; /* by B's index */
};

/* bridge_differences.c: by name, then those that were only renamed. */
void bridge_pair(const struct session *a, const struct session *b,
	struct pairing *pairing);

/* Fill in the differences, and which changes they make
 * up, in the order of the differences and without shares. */
void bridge_differences(const struct session *a, const struct session *b,
	struct pairing *pairing, struct bridge *bridge);

#endif
