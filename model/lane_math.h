/*
 * exp(), log() and the normal quantile for many numbers side by side.
 *
 * Straight lines of additions, multiplications, divisions and a square root,
 * which IEEE 754 rounds in one way only, without tables or branches: compilers
 * turn loops over them into vector instructions, and the result is the same
 * to the last bit whatever the width of the vectors, the compiler or the libm.
 * (That takes -ffp-contract=off.)
 *
 * Both are within 2 units in the last place. For the kernel's files only.
 */
#ifndef MODEL_LANE_MATH_H
#define MODEL_LANE_MATH_H

#include <math.h>
#include <stdint.h>
#include <string.h>

#if defined(__GNUC__)
#define LANE_INLINE static inline __attribute__((always_inline))
#else
#define LANE_INLINE static inline
#endif

LANE_INLINE uint64_t lane_bits(double x)
{
	uint64_t bits;

	memcpy(&bits, &x, sizeof(bits));
	return bits;
}

LANE_INLINE double lane_from_bits(uint64_t bits)
{
	double x;

	memcpy(&x, &bits, sizeof(x));
	return x;
}

LANE_INLINE double lane_clamp(double x, double low, double high)
{
	x = x < low ? low : x;
	return x > high ? high : x;
}

/* x within -708..708. 2^k e^r with |r| <= ln 2 / 2, and e^r = 1 + r + r^2 q(r)
 * with q the polynomial of degree 9 that is e^r's at the ten zeros of
 * Chebyshev's: off by 2e-17 at the most. */
LANE_INLINE double lane_exp_within(double x)
{
	/* Adding this rounds to an integer, and leaves it in the low bits. */
	const double magic = 0x1.8p52;
	const double ln2_high = 6.93147180369123816490e-01;
	const double ln2_low = 1.90821492927058770002e-10;
	double shifted = x * 1.44269504088896340736 + magic;
	double k = shifted - magic;
	double r = (x - k * ln2_high) - k * ln2_low;
	double sum = 2.510038549551032e-08;

	sum = sum * r + 2.7620088445409746e-07;
	sum = sum * r + 2.7557268459997064e-06;
	sum = sum * r + 2.4801521295954376e-05;
	sum = sum * r + 0.00019841269863053618;
	sum = sum * r + 0.0013888888917213717;
	sum = sum * r + 0.008333333333330062;
	sum = sum * r + 0.04166666666662413;
	sum = sum * r + 0.16666666666666669;
	sum = sum * r + 0.5000000000000001;
	sum = sum * r * r + r + 1;
	return lane_from_bits(lane_bits(sum) + (lane_bits(shifted) << 52));
}

/* Any x, cut there. */
LANE_INLINE double lane_exp(double x)
{
	return lane_exp_within(lane_clamp(x, -708, 708));
}

/* x positive and not subnormal. The method and the constants are fdlibm's
 * (e_log.c, Sun Microsystems 1993). */
LANE_INLINE double lane_log(double x)
{
	const double ln2_high = 6.93147180369123816490e-01;
	const double ln2_low = 1.90821492927058770002e-10;
	/* So that the fraction comes out between sqrt(1/2) and sqrt(2). */
	uint64_t shifted = lane_bits(x) + 0x00095f6200000000u;
	uint64_t biased = shifted >> 52;
	double k =
		lane_from_bits(biased | 0x4330000000000000u) - (0x1p52 + 1023);
	double f = lane_from_bits(lane_bits(x) - ((biased - 1023) << 52)) - 1;
	double s = f / (2 + f);
	double z = s * s, w = z * z;
	double even = w * (3.999999999940941908e-01 +
				  w * (2.222219843214978396e-01 +
					      w * 1.531383769920937332e-01));
	double odd =
		z *
		(6.666666666666735130e-01 +
			w * (2.857142874366239149e-01 +
				    w * (1.818357216161805012e-01 +
						w * 1.479819860511658591e-01)));
	double half = 0.5 * f * f;

	return k * ln2_high -
	       ((half - (s * (half + (even + odd)) + k * ln2_low)) - f);
}

/*
 * The normal quantile: M. J. Wichura, Algorithm AS 241, "The percentage points
 * of the normal distribution", Applied Statistics 37 (1988), 477-484; PPND16,
 * good to one part in 1e16. Two of its three ranges: the third begins at
 * 1.4e-11, closer to the end than any of our draws.
 */

/* q = p - 1/2, |q| <= 0.425. */
LANE_INLINE double lane_deviate_central(double q)
{
	double r = 0.180625 - q * q;
	double a = 2.5090809287301226727e+3, b = 5.2264952788528545610e+3;

	a = a * r + 3.3430575583588128105e+4;
	a = a * r + 6.7265770927008700853e+4;
	a = a * r + 4.5921953931549871457e+4;
	a = a * r + 1.3731693765509461125e+4;
	a = a * r + 1.9715909503065514427e+3;
	a = a * r + 1.3314166789178437745e+2;
	a = a * r + 3.3871328727963666080e0;
	b = b * r + 2.8729085735721942674e+4;
	b = b * r + 3.9307895800092710610e+4;
	b = b * r + 2.1213794301586595867e+4;
	b = b * r + 5.3941960214247511077e+3;
	b = b * r + 6.8718700749205790830e+2;
	b = b * r + 4.2313330701600911252e+1;
	b = b * r + 1;
	return q * a / b;
}

/* p from 1.4e-11 to 0.075: the quantile of 1 - p. */
LANE_INLINE double lane_deviate_tail(double p)
{
	double r = sqrt(-lane_log(p)) - 1.6;
	double c = 7.74545014278341407640e-4, d = 1.05075007164441684324e-9;

	c = c * r + 2.27238449892691845833e-2;
	c = c * r + 2.41780725177450611770e-1;
	c = c * r + 1.27045825245236838258e0;
	c = c * r + 3.64784832476320460504e0;
	c = c * r + 5.76949722146069140550e0;
	c = c * r + 4.63033784615654529590e0;
	c = c * r + 1.42343711074968357734e0;
	d = d * r + 5.47593808499534494600e-4;
	d = d * r + 1.51986665636164571966e-2;
	d = d * r + 1.48103976427480074590e-1;
	d = d * r + 6.89767334985100004550e-1;
	d = d * r + 1.67638483018380384940e0;
	d = d * r + 2.05319162663775882187e0;
	d = d * r + 1;
	return c / d;
}

#endif
