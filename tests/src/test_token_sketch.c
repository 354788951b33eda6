#include "token_sketch.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static struct token_sketch sketch;
static uint32_t values[100001];

/* xorshift32: the same numbers everywhere. */
static uint32_t draw(void)
{
	static uint32_t state = 2463534242u;

	state ^= state << 13;
	state ^= state >> 17;
	state ^= state << 5;
	return state;
}

static int compare(const void *a, const void *b)
{
	uint32_t one = *(const uint32_t *)a, two = *(const uint32_t *)b;

	return (one > two) - (one < two);
}

/* Buckets touch, without gap or overlap, to the greatest number. */
Test(token_sketch, buckets_hold_every_number)
{
	for (int i = 0; i < TOKEN_BUCKETS; i++) {
		cr_expect_eq(token_bucket(token_bucket_least(i)), i);
		cr_expect_eq(token_bucket(token_bucket_most(i)), i);
		if (i)
			cr_expect_eq(token_bucket_least(i),
				token_bucket_most(i - 1) + 1);
	}
	cr_expect_eq(token_bucket(TOKEN_MOST), TOKEN_BUCKETS - 1);
}

Test(token_sketch, small_numbers_are_exact_and_others_within_a_128th)
{
	for (uint32_t value = 0; value <= TOKEN_MOST;
		value += 1 + value / 1000) {
		int bucket = token_bucket(value);
		double middle = (token_bucket_least(bucket) +
					(double)token_bucket_most(bucket)) /
				2;

		if (value < 128)
			cr_expect_eq(middle, value);
		cr_expect_leq(fabs(middle - value), value / 128., "%u", value);
	}
}

/* Beside the median of all values, sorted. */
Test(token_sketch, the_median_is_within_one_percent)
{
	for (int shape = 0; shape < 4; shape++) {
		int count = (int)(sizeof(values) / sizeof(*values));
		double median, found;

		memset(&sketch, 0, sizeof(sketch));
		for (int i = 0; i < count; i++) {
			double uniform = (draw() + .5) / 4294967296.;
			double value[] = {uniform * 300, exp(uniform * 16),
				-2000 * log(uniform), 5e6 + 5e6 * uniform};

			values[i] = (uint32_t)value[shape];
			token_sketch_add(&sketch, values[i]);
		}
		qsort(values, (size_t)count, sizeof(*values), compare);
		median = values[count / 2];
		found = token_sketch_median(&sketch);
		cr_expect_leq(fabs(found - median), .01 * median,
			"shape %d: %g, not %g", shape, found, median);
	}
}

Test(token_sketch, a_median_of_few)
{
	memset(&sketch, 0, sizeof(sketch));
	cr_expect_eq(token_sketch_median(&sketch), 0);
	token_sketch_add(&sketch, 7);
	cr_expect_eq(token_sketch_median(&sketch), 7);
	token_sketch_add(&sketch, 9);
	cr_expect_eq(token_sketch_median(&sketch), 7);
	token_sketch_add(&sketch, 9);
	cr_expect_eq(token_sketch_median(&sketch), 9);
}
