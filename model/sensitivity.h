/*
 * What moves the net saving, one input at a time, all others at base and the
 * same two options compared as at the base case.
 */
#ifndef MODEL_SENSITIVITY_H
#define MODEL_SENSITIVITY_H

#include "ranged.h"
#include "result.h"
#include "scenarios.h"

/* The net saving of the result's two options, which must be there, with these
 * figures. */
double net_saving(const struct facts *facts, const struct result *result);

/* The net saving with one ranged input at its 5th and its 95th percentile. */
struct swing {
	struct place place;
	double low, high; /* of the input */
	double net_low, net_high;
};

/* Every ranged input, the widest swing first; some may have no width. */
struct tornado {
	int count;
	struct swing swing[RANGED_MAX];
};

/* How far it moves the net saving, from the one end to the other. */
double swing_width(const struct swing *swing);

/* How many of them have a width; they come first. */
int tornado_moving(const struct tornado *tornado);

/* The nearest value of an input at which "tuning saves" changes. */
struct flip {
	struct place place;
	double base, flip;
	double distance; /* |ln ratio| of positive inputs, else the distance as
			    a share of the domain */
};

/* The nearest first; inputs that flip nothing are left out. */
struct flips {
	int count;
	struct flip flip[RANGED_MAX];
};

/* Both are empty where baseline or tuned is missing. */
void find_tornado(const struct session *session, const struct result *result,
	struct tornado *tornado);

/* The search for flips, in slices; like a simulator it can be dropped. */
struct flip_search {
	struct result base;
	const struct session *session; /* borrowed until the last step */
	struct place next;
	bool saves; /* at the base */
	struct scenarios scenarios;
	struct flips found;
};
void flips_start(struct flip_search *search, const struct session *session,
	const struct result *result);
/* Look at one more input; false when there is none. found is then sorted. */
bool flips_step(struct flip_search *search);

#endif
