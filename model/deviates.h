/*
 * The normal quantile within each of LANES equal parts (strata) of the
 * probabilities, as a polynomial of where in the part one is.
 *
 * A block of scenarios asks for one point of each stratum, all at the same
 * distance from its middle. So what is drawn can be a polynomial a stratum
 * (kernel_draw.inc makes one for each input), which takes a fraction of the
 * work of a quantile and an exponential, and is as exact.
 */
#ifndef MODEL_DEVIATES_H
#define MODEL_DEVIATES_H

#include "sampling.h"

enum {
	LANES = SAMPLING_BLOCK, /* a column of 128 numbers is 1 KiB: what one
				   formula reads stays in the nearest cache */
	SERIES_DEGREE = 12,
	SERIES_TERMS = SERIES_DEGREE + 1,
	/* Strata at either end where the quantile goes to infinity, and no
	 * polynomial follows. */
	SERIES_TAIL = LANES / 16,
};

/* x = sum of term[j][k] v^j in stratum k; v, from -1 to 1, is twice the
 * distance from its middle over its width. 0 in the tails. */
struct series_columns {
	double term[SERIES_TERMS][LANES];
};

/* The quantile; the same bits on every machine. */
void deviates_init(struct series_columns *deviates);

#endif
