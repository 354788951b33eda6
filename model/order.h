/*
 * A percentile of a stream of numbers, exactly, in little memory.
 *
 * Of the numbers seen it keeps those between two bounds that hold the
 * percentile, and counts the others. When many are kept the bounds are drawn in
 * around the percentile so far, by five standard deviations of where it may
 * come to lie: each time that three times as many have been seen, so that few
 * are kept and looked through. Should it come to lie outside after all, the
 * stream has to be shown again, and the search goes on on the side where it
 * must be; that side is smaller each time, so it ends.
 *
 * The idea is J. I. Munro and M. S. Paterson's, "Selection and sorting with
 * limited storage", Theoretical Computer Science 12 (1980), 315-323.
 */
#ifndef MODEL_ORDER_H
#define MODEL_ORDER_H

#include <stdbool.h>

#include "kernel.h"

enum { ORDER_KEPT = 4096 };

struct order {
	double share;     /* 0.05: the 5th percentile */
	double low, high; /* what lies strictly between is kept */
	double below, at_low, at_high, seen; /* whole numbers */
	int keep;                            /* room, at most ORDER_KEPT */
	int enough; /* kept, to draw the bounds in; grows with what is seen */
	int kept;
	bool settled; /* known for good: more is ignored */
	/* When the stream is shown again: the numbers that count, how many they
	 * are, the wanted one's rank among them, and how far beyond. */
	bool again;
	double from, to, size, rank, beyond;
	double value[ORDER_KEPT + LANES];
};

void order_init(struct order *order, double share, int keep);

/* A column, or the first so many of it. */
void order_add(struct order *order, const struct kernel *kernel,
	const double *values, int count);

/* The percentile of what was seen, interpolated linearly at (n - 1) share;
 * while the stream must be shown again, an estimate. NaN: nothing seen. It puts
 * what is kept into another order. */
double order_value(struct order *order);

/* One standard error of it, as if the numbers were drawn independently: half
 * the distance between those that stand one standard deviation of its rank
 * below and above. 0: nothing seen. */
double order_error(struct order *order);

/* At the end of the stream: must all of it be shown again? Then it is ready for
 * that; if not, it takes nothing more. */
bool order_again(struct order *order);

#endif
