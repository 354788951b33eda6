/*
 * Taylor's series of the quantile x(p) about the middle of a stratum, from the
 * differential equation that it solves:
 *
 *   p = Phi(x), so x' = sqrt(2 pi) exp(x^2/2) and x'' = x (x')^2.
 *
 * (G. Steinbrecher, W. T. Shaw, "Quantile mechanics", Eur. J. Appl. Math. 19
 * (2008), 87-112.) The nearest singularity is at p = 0 or 1; from the ninth
 * stratum on it is 17 times as far as the ends of the stratum, so that what is
 * left out behind v^12 is below 17^-13 = 1e-16.
 */
#include "deviates.h"

#include "lane_math.h"

#define SQRT_2_PI 2.50662827463100050242

/* Of the lower half of the probabilities. */
static double quantile(double p)
{
	double q = p - 0.5;

	return q < -0.425 ? -lane_deviate_tail(p) : lane_deviate_central(q);
}

/* Term n of the product of two series. */
static double product_term(const double *a, const double *b, int n)
{
	double sum = 0;

	for (int i = 0; i <= n; i++)
		sum += a[i] * b[n - i];
	return sum;
}

/* The series of x in powers of p - middle, each divided by step^j. */
static void expand(double middle, double step, double x[SERIES_TERMS])
{
	double slope[SERIES_TERMS], square[SERIES_TERMS];

	x[0] = quantile(middle);
	slope[0] = SQRT_2_PI * lane_exp(x[0] * x[0] / 2) * step;
	for (int j = 0; j + 1 < SERIES_TERMS; j++) {
		x[j + 1] = slope[j] / (j + 1);
		square[j] = product_term(slope, slope, j);
		slope[j + 1] = product_term(x, square, j) / (j + 1);
	}
}

/* The upper half mirrors the lower one: x(1 - p) = -x(p). */
void deviates_init(struct series_columns *deviates)
{
	const double width = 1.0 / LANES;

	for (int k = 0; k < LANES / 2; k++) {
		double x[SERIES_TERMS] = {0};

		if (k >= SERIES_TAIL)
			expand((k + 0.5) * width, width / 2, x);
		for (int j = 0; j < SERIES_TERMS; j++) {
			deviates->term[j][k] = x[j];
			deviates->term[j][LANES - 1 - k] = j % 2 ? x[j] : -x[j];
		}
	}
}
