/*
 * What an input's scenarios are: the value of its range at each deviate, in
 * every build of the kernel, and what they are made of against libm in long
 * double.
 */
#include <criterion/criterion.h>
#include <float.h>
#include <math.h>

#include "figures.h"
#include "lane_math.h"
#include "ranged.h"

/* ---- the normal quantile, found another way ----------------------------- */

/* p below 1/2. Newton's method from the middle: the distribution is convex
 * there, so it comes down to the root and stops. */
static long double lower_deviate(long double p)
{
	const long double slope = 0.398942280401432677939946L;
	long double x = 0, step;

	do {
		long double area = erfcl(-x * sqrtl(0.5L)) / 2;

		step = (area - p) / (slope * expl(-x * x / 2));
		x -= step;
	} while (step > 1e-18L * (1 - x));
	return x;
}

static long double deviate_of(long double p)
{
	return p < 0.5L ? lower_deviate(p) : -lower_deviate(1 - p);
}

Test(draw, the_quantile_and_its_series_are_exact)
{
	static struct series_columns deviates;
	double worst = 0;

	deviates_init(&deviates);
	for (int k = SERIES_TAIL; k < LANES - SERIES_TAIL; k++)
		for (double v = -1; v <= 1; v += 0.25) {
			long double p = (k + 0.5L + v / 2) / LANES;
			double x = 0;

			for (int j = SERIES_DEGREE; j >= 0; j--)
				x = x * v + deviates.term[j][k];
			worst = fmax(worst, fabs((double)(x - deviate_of(p))));
		}
	cr_expect_lt(worst, 1e-15);
}

/* ---- lane_math.h --------------------------------------------------------- */

/* In units in the last place. */
static double ulps(double x, long double exact)
{
	double unit =
		nextafter(fabs((double)exact), INFINITY) - fabs((double)exact);

	return (double)fabsl((x - exact) / unit);
}

Test(draw, exponentials_are_good_to_the_last_place_or_two)
{
	double worst = 0;

	for (double x = -707.9; x < 708; x += 0.0517)
		worst = fmax(worst, ulps(lane_exp(x), expl(x)));
	for (double x = -1; x < 1; x += 0.000317)
		worst = fmax(worst, ulps(lane_exp(x), expl(x)));
	cr_expect_lt(worst, 2);
	cr_expect_eq(lane_exp(0), 1);
}

Test(draw, exponentials_neither_overflow_nor_vanish)
{
	cr_expect(isfinite(lane_exp(1e9)));
	cr_expect_gt(lane_exp(-1e9), 0);
}

Test(draw, logarithms_are_good_to_the_last_place_or_two)
{
	double worst = 0;

	for (double x = 3e-308; x < 1e308; x *= 1.0171)
		worst = fmax(worst, ulps(lane_log(x), logl(x)));
	for (double x = 0.5; x < 2; x += 0.000317)
		worst = fmax(worst, ulps(lane_log(x), logl(x)));
	cr_expect_lt(worst, 2);
	cr_expect_eq(lane_log(1), 0);
}

Test(draw, deviates_are_good_to_the_last_places)
{
	double worst = 0;

	for (double p = 0x1p-33; p < 0.075; p *= 1.03)
		worst = fmax(worst, ulps(-lane_deviate_tail(p), deviate_of(p)));
	for (double q = -0.425; q <= 0.425; q += 0.001)
		worst = fmax(worst,
			ulps(lane_deviate_central(q), deviate_of(0.5L + q)));
	cr_expect_lt(worst, 6);
}

/* ---- columns ------------------------------------------------------------- */

enum { INPUT = 5, BLOCKS = 40 };

/* Ranges of all shapes, narrow and wide, and cut at the ends of domains. */
static const struct {
	const char *key, *text;
	enum shape shape;
} ranges[] = {
	{"volume.requests_per_month", "1M to 4M", SHAPE_LOGNORMAL},
	{"volume.requests_per_month", "999,999 to 1,000,001", SHAPE_LOGNORMAL},
	{"volume.requests_per_month", "0.1 to 1e12", SHAPE_LOGNORMAL},
	{"volume.requests_per_month", "9e11 to 1e12", SHAPE_LOGNORMAL},
	{"volume.requests_per_month", "0 to 5M", SHAPE_NORMAL},
	{"volume.requests_per_month", "0 to 1e12", SHAPE_NORMAL},
	{"volume.requests_per_month", "1e-300 to 1", SHAPE_LOGNORMAL},
	{"volume.requests_per_month", "1e-300 to 2e-300", SHAPE_LOGNORMAL},
	{"volume.requests_per_month", "5e-324 to 1e12", SHAPE_LOGNORMAL},
	{"volume.requests_per_month", "1e-200 to 2e-200", SHAPE_LOGNORMAL},
	{"volume.requests_per_month", "1 to 100k", SHAPE_LOGNORMAL},
	{"volume.requests_per_month", "1 to 1M", SHAPE_LOGNORMAL},
	{"volume.growth_per_month", "-1% to 3%", SHAPE_NORMAL},
	{"volume.growth_per_month", "-50% to 100%", SHAPE_NORMAL},
	{"volume.cache_hit_rate", "40% to 80%", SHAPE_LOGITNORMAL},
	{"volume.cache_hit_rate", "50% to 50.001%", SHAPE_LOGITNORMAL},
	{"volume.cache_hit_rate", "1% to 99%", SHAPE_LOGITNORMAL},
	{"volume.cache_hit_rate", "1e-9 to 99.9999%", SHAPE_LOGITNORMAL},
	{"volume.cache_hit_rate", "1e-300 to 10%", SHAPE_LOGITNORMAL},
	{"volume.cache_hit_rate", "1e-300 to 2e-300", SHAPE_LOGITNORMAL},
	{"volume.cache_hit_rate", "99.9% to 99.99999%", SHAPE_LOGITNORMAL},
	{"volume.cache_hit_rate", "0% to 100%", SHAPE_NORMAL},
	{"volume.cache_hit_rate", "50% to 100%", SHAPE_NORMAL},
	{"options[1].retry_rate", "10% to 90%", SHAPE_LOGITNORMAL},
	{"options[1].retry_rate", "0% to 90%", SHAPE_NORMAL},
	{"options[1].peak_to_average", "1 to 8", SHAPE_LOGNORMAL},
	{"options[1].price_decline_per_year", "-100% to 100%", SHAPE_NORMAL},
	{"options[1].utilisation", "1% to 100%", SHAPE_NORMAL},
	{"options[1].decode_tokens_per_s", "0.001 to 1e9", SHAPE_LOGNORMAL},
};

enum { RANGES = sizeof(ranges) / sizeof(ranges[0]) };

static struct session session;
static struct series_columns deviates;

static void begin(void)
{
	deviates_init(&deviates);
	two_options(&session);
}

TestSuite(column, .init = begin);

static struct place set_range(int number)
{
	struct place place;
	struct issue issue;

	answer(&session, ranges[number].key, ranges[number].text);
	cr_assert(session_find(&session, ranges[number].key, &place, &issue));
	return place;
}

static struct draw draw_of(int number, const struct kernel *kernel)
{
	struct sampling sampling = sampling_of(1, 1e5);
	struct place place = set_range(number);
	struct draw draw;

	ranged_draw(&draw, &session, place, INPUT, &sampling);
	kernel->expand(&draw, &deviates);
	return draw;
}

/* Where in the distribution each scenario of a block lies: sampling_draw(). */
static void find_shares(
	long double *share, const struct stride *stride, uint32_t point)
{
	struct strata s = sampling_strata(stride, point);

	for (uint32_t l = 0; l < LANES; l++) {
		uint32_t r = 0, stratum;

		for (int bit = 0; bit < 7; bit++)
			r |= (l >> bit & 1) << (6 - bit);
		stratum = ((r * s.first ^ s.flip) * s.second + s.start);
		share[l] = ((stratum << 25) + s.rest + 0.5L) / 0x1p32L;
	}
}

/* An exponential magnifies what rounding does to its argument, which is made
 * of the ends' logarithms. What is next to nothing may come out as something
 * else that is. */
static bool is_right(double x, double exact, const struct quantity *quantity,
	enum shape shape)
{
	double off = fabs(x - exact), low = quantity->low;
	double decades;

	if (shape == SHAPE_NORMAL)
		return off <= 4 * DBL_EPSILON * (fabs(low) + quantity->high);
	decades = fabs(log(low)) + fabs(log(quantity->high)) + fabs(log(exact));
	return off <= 2 * DBL_EPSILON * (16 + decades) * exact || off < 1e-300;
}

static void check_block(int number, const struct draw *draw, uint32_t point)
{
	struct place place = set_range(number);
	const struct input_row *row = &input_table[place.input];
	struct quantity quantity = session_quantity(&session, place);
	long double share[LANES];
	double drawn[LANES];

	kernel_best()->draw(drawn, draw, point);
	find_shares(share, &draw->stride, point);
	for (int l = 0; l < LANES; l++) {
		double x = quantity_at(
			quantity, row->kind, (double)deviate_of(share[l]));

		x = fmin(fmax(x, row->min), row->max);
		cr_expect(is_right(drawn[l], x, &quantity, draw->shape),
			"%s of %s at %.10Lg: %.17g, not %.17g",
			ranges[number].text, ranges[number].key, share[l],
			drawn[l], x);
		cr_expect(drawn[l] >= row->min && drawn[l] <= row->max);
	}
}

Test(column, each_scenario_is_the_range_at_its_deviate)
{
	for (int i = 0; i < RANGES; i++) {
		struct draw draw = draw_of(i, kernel_best());

		cr_expect_eq(draw.shape, ranges[i].shape, "%s of %s",
			ranges[i].text, ranges[i].key);
		for (uint32_t point = 0; point < BLOCKS; point++)
			check_block(i, &draw, point);
	}
}

/* Where all scenarios of a block lie at the very ends of their strata: the
 * polynomials are least exact there, and the outermost value is the furthest
 * that there can be. */
Test(column, the_ends_of_strata_are_no_worse)
{
	static const uint64_t shifts[] = {
		0, 0x01ffffff00000000u, UINT64_MAX, 0xfe00000000000000u};

	for (int i = 0; i < RANGES; i++) {
		struct draw draw = draw_of(i, kernel_best());

		draw.stride.pace = 0;
		for (int k = 0; k < 4; k++) {
			draw.stride.shift = shifts[k];
			check_block(i, &draw, 0);
		}
	}
}

Test(column, every_build_of_the_kernel_draws_the_same_bits)
{
	for (int n = 1; kernel_nth(n); n++)
		for (int i = 0; i < RANGES; i++) {
			struct draw plain = draw_of(i, kernel_nth(0));
			struct draw other = draw_of(i, kernel_nth(n));
			double a[LANES], b[LANES];

			cr_expect_arr_eq(&plain.series, &other.series,
				sizeof(plain.series), "%s: the series of %s",
				kernel_nth(n)->name, ranges[i].text);
			for (uint32_t point = 0; point < BLOCKS; point++) {
				kernel_nth(0)->draw(a, &plain, point);
				kernel_nth(n)->draw(b, &other, point);
				cr_expect_arr_eq(a, b, sizeof(a), "%s: %s",
					kernel_nth(n)->name, ranges[i].text);
			}
		}
}
