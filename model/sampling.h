/*
 * Which scenarios are drawn: a lattice for the inputs that matter most, moved
 * by the seed, and a Latin hypercube for the others.
 *
 * N scenarios, rounded up to n, a multiple of 128, give each input n shares of
 * its distribution, the points of a rank-1 lattice:
 *
 *   frac(i step[j] / n + shift(seed, j)),   i = 0..n-1
 *
 * So each input goes through n equal parts of its distribution once, and any
 * two or three of the first 16 inputs fill their square or cube evenly. What
 * 100 000 scenarios leave uncertain is then a small part of what as many
 * independent ones do: I. H. Sloan, S. Joe, "Lattice methods for multiple
 * integration" (Oxford, 1994). Any n will do, unlike with Sobol's points, and
 * no tables of direction numbers are needed. The first 16 steps were searched
 * one after the other for n = 100 096, as in I. H. Sloan, A. V. Reztsov,
 * "Component-by-component construction of good lattice rules", Math. Comp. 71
 * (2002), 263-273, for pairs and triples of inputs. The shift makes each point
 * uniform, so that every mean is right on average over seeds: R. Cranley, T. N.
 * L. Patterson, SIAM J. Numer. Anal. 13 (1976), 904-914.
 *
 * Scenarios come in blocks of 128, i = b, b + n/128, b + 2 n/128...: each block
 * goes through 128 equal parts, or strata, of every input once. The blocks come
 * in an order shuffled by the seed, and the steps of the first 16 inputs are
 * +-9^k modulo 128, so that no two of them go in step within a block: then the
 * first few blocks are a fair sample, too. Not more than 16 inputs can be kept
 * apart like that; the strata of all others are shuffled anew for each block:
 * M. D. McKay, R. J. Beckman, W. J. Conover, Technometrics 21 (1979), 239-245.
 * A Latin hypercube alone (even in single inputs only) would miss the chance of
 * a net saving by 0.3 points for one seed in some hundreds.
 *
 * All of it is integer arithmetic on the seed, N, and the numbers of scenario
 * and input: any part can be worked out by anybody, in any order, on any
 * machine, with the same result.
 */
#ifndef MODEL_SAMPLING_H
#define MODEL_SAMPLING_H

#include <stdint.h>

enum {
	SAMPLING_INPUTS = 512, /* ranged inputs at the most */
	SAMPLING_EVEN = 16,    /* the first so many are a lattice together */
	SAMPLING_BLOCK = 128,  /* scenarios that go together, and strata */
};

struct sampling {
	uint32_t seed;
	uint32_t blocks;
};

/* scenarios from 1 to 2^31. */
struct sampling sampling_of(uint32_t seed, double scenarios);

/* How an input goes from point to point. */
struct stride {
	uint64_t pace;  /* from i to i + 1, in units of 2^-64 */
	uint64_t shift; /* of point 0 */
	uint32_t step;  /* 0: strata are shuffled */
};
/* Input counts the ranged inputs from 0, the most important first. */
struct stride sampling_stride(const struct sampling *sampling, int input);

/* The point i with which the block of this number begins. */
uint32_t sampling_block(const struct sampling *sampling, uint32_t block);

/*
 * Where a block's scenarios lie in an input's distribution: number l of it in
 * the stratum ((r first ^ flip) second + start) modulo 128, r being l with its
 * 7 bits reversed; rest / 2^32 from the lower end of the stratum.
 */
struct strata {
	uint32_t first, flip, second, start;
	uint32_t rest;
};
struct strata sampling_strata(const struct stride *stride, uint32_t point);

/* The share of scenario number s: (x + 1/2) / 2^32. */
uint32_t sampling_draw(
	const struct sampling *sampling, uint32_t scenario, int input);

#endif
