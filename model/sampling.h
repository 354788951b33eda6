/*
 * Which scenarios are drawn: a lattice, moved by the seed.
 *
 * Scenario s, input j is the number
 *
 *   x = (reversed bits of s) step[j] + shift(seed, j)   modulo 2^32
 *
 * and (x + 1/2) / 2^32 the share of the input's distribution below the value.
 * It takes s, j and the seed and nothing else, so any part of the scenarios can
 * be worked out by anybody in any order, on any machine, with the same result.
 *
 * For the first 2^m scenarios this is a rank-1 lattice: every input goes
 * through 2^m equal parts of its distribution once, and any two or three of
 * them fill their square or cube evenly. A longer run keeps the points of a
 * shorter one and goes between them. Reversing the bits makes the lattice
 * extensible: F. J. Hickernell, H. S. Hong, P. L'Ecuyer, C. Lemieux,
 * "Extensible lattice sequences for quasi-Monte Carlo quadrature", SIAM J. Sci.
 * Comput. 22 (2000), 1117-1138. The steps were searched one after the other, as
 * in R. Cools, F. Y. Kuo, D. Nuyens, "Constructing embedded lattice rules for
 * multivariate integration", SIAM J. Sci. Comput. 28 (2006), 2162-2188, for all
 * of m = 10..17 together and for pairs and triples of inputs, since which two
 * matter is not known before.
 *
 * The shift makes each single point uniform, so that every mean is right on
 * average over seeds: R. Cranley, T. N. L. Patterson, SIAM J. Numer. Anal. 13
 * (1976), 904-914.
 */
#ifndef MODEL_SAMPLING_H
#define MODEL_SAMPLING_H

#include <stdint.h>

enum { SAMPLING_INPUTS = 512 }; /* ranged inputs at the most */

/* Odd; input counts the ranged inputs from 0. */
uint32_t sampling_step(int input);
uint32_t sampling_shift(uint32_t seed, int input);

/* x of one scenario of one input. */
uint32_t sampling_draw(uint32_t seed, uint32_t scenario, int input);

uint32_t sampling_reverse(uint32_t bits);

#endif
