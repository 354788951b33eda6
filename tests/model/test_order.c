/*
 * Percentiles of streams against sorting.
 */
#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "order.h"

enum { MOST = 20000, PASSES = 1000 };

static double stream[MOST], sorted[MOST];
static struct order order;

static double at_random(int i, int count)
{
	(void)i;
	(void)count;
	return (double)rand() / RAND_MAX - 0.3;
}

static double ascending(int i, int count)
{
	(void)count;
	return i;
}

static double descending(int i, int count)
{
	return count - i;
}

static double all_equal(int i, int count)
{
	(void)i;
	(void)count;
	return -7;
}

static double one_of_two(int i, int count)
{
	(void)count;
	return i * 7 % 10 < 4 ? 1 : 2;
}

static double with_ties(int i, int count)
{
	(void)i;
	(void)count;
	return rand() % 20;
}

/* What comes first says nothing of what comes later: first the upper half,
 * very narrow, then the lower one. */
static double late_lower_half(int i, int count)
{
	return i < count / 2 ? 1 + 1e-6 * (i % 97) : (double)i / count - 1;
}

/* The other way round, and with most of it the same number. */
static double late_upper_half(int i, int count)
{
	return i < count / 2 || i % 3 ? 0.25 : 1 + (double)i / count;
}

/* From both ends to the middle, which comes last. */
static double closing_in(int i, int count)
{
	return i % 2 ? count - i : i - count;
}

static const struct {
	const char *name;
	double (*number)(int i, int count);
} streams[] = {
	{"at random", at_random},
	{"ascending", ascending},
	{"descending", descending},
	{"all equal", all_equal},
	{"one of two", one_of_two},
	{"with ties", with_ties},
	{"late lower half", late_lower_half},
	{"late upper half", late_upper_half},
	{"closing in", closing_in},
};

enum { STREAMS = sizeof(streams) / sizeof(streams[0]) };

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static void make_stream(int number, int count)
{
	srand(5);
	for (int i = 0; i < count; i++)
		stream[i] = streams[number].number(i, count);
	memcpy(sorted, stream, sizeof(stream[0]) * (size_t)count);
	qsort(sorted, (size_t)count, sizeof(sorted[0]), by_size);
}

static double by_sorting(int count, double share)
{
	double place = (count - 1) * share;
	int rank = (int)place;

	if (place == rank)
		return sorted[rank];
	return sorted[rank] +
	       (sorted[rank + 1] - sorted[rank]) * (place - rank);
}

static void show(int from, int to, const struct kernel *kernel)
{
	for (int i = from; i < to; i += LANES)
		order_add(&order, kernel, stream + i,
			to - i < LANES ? to - i : LANES);
}

/* The number of times that the stream had to be shown. */
static int show_all(
	int count, double share, int keep, const struct kernel *kernel)
{
	int passes = 0;

	order_init(&order, share, keep);
	do {
		show(0, count, kernel);
		passes++;
	} while (order_again(&order) && passes < PASSES);
	cr_expect_lt(passes, PASSES, "it must end");
	return passes;
}

static void check(int number, int count, double share, int keep)
{
	make_stream(number, count);
	show_all(count, share, keep, kernel_best());
	cr_expect_eq(order_value(&order), by_sorting(count, share),
		"%g of %d %s in %d: %.17g, not %.17g", share, count,
		streams[number].name, keep, order_value(&order),
		by_sorting(count, share));
}

static const double shares[] = {0, 0.05, 1.0 / 3, 0.5, 0.95, 1};

Test(order, percentiles_are_those_of_sorting)
{
	static const int keeps[] = {64, 256, ORDER_KEPT};

	for (int s = 0; s < STREAMS; s++)
		for (int p = 0; p < 6; p++)
			for (int k = 0; k < 3; k++) {
				check(s, 1000, shares[p], keeps[k]);
				check(s, 6001, shares[p], keeps[k]);
			}
}

Test(order, percentiles_of_few_numbers)
{
	for (int s = 0; s < STREAMS; s++)
		for (int count = 1; count <= 300; count += 1 + count / 20)
			for (int p = 0; p < 6; p++)
				check(s, count, shares[p], 64);
}

/* Else the tests above would not test what they are for. */
Test(order, some_streams_must_be_shown_again)
{
	make_stream(0, MOST);
	cr_expect_eq(show_all(MOST, 0.5, ORDER_KEPT, kernel_best()), 1,
		"not one at random, where there is room");
	make_stream(6, MOST);
	cr_expect_geq(show_all(MOST, 0.5, 64, kernel_best()), 3);
}

Test(order, every_build_of_the_kernel_finds_the_same)
{
	for (int n = 0; kernel_nth(n); n++)
		for (int s = 0; s < STREAMS; s++) {
			make_stream(s, 3000);
			show_all(3000, 0.05, 256, kernel_nth(n));
			cr_expect_eq(order_value(&order),
				by_sorting(3000, 0.05), "%s, %s",
				kernel_nth(n)->name, streams[s].name);
		}
}

/* After 2000 of 20000 at random: by five standard deviations of the rank. */
Test(order, what_is_read_early_is_near)
{
	for (int p = 1; p < 5; p++) {
		double share = shares[p];
		double off = 5 * sqrt(share * (1 - share) / 2000);
		double early;

		make_stream(0, MOST);
		order_init(&order, share, 256);
		show(0, 2048, kernel_best());
		early = order_value(&order);
		cr_expect_geq(early, by_sorting(MOST, fmax(share - off, 0)));
		cr_expect_leq(early, by_sorting(MOST, fmin(share + off, 1)));
		show(2048, MOST, kernel_best());
		if (order_again(&order))
			show(0, MOST, kernel_best());
		cr_expect_eq(order_value(&order), by_sorting(MOST, share),
			"reading early changes nothing");
	}
}

/* A screen may read at any time, also when little or nothing that counts has
 * been shown again yet. */
static void read_all_the_time(int number, int count, double share)
{
	int passes = 0;

	make_stream(number, count);
	order_init(&order, share, 64);
	do {
		for (int i = 0; i < count; i += LANES) {
			double early;

			show(i, i + LANES < count ? i + LANES : count,
				kernel_best());
			early = order_value(&order);
			cr_expect(early >= sorted[0] &&
					  early <= sorted[count - 1],
				"%g of %s: %g", share, streams[number].name,
				early);
		}
	} while (order_again(&order) && passes++ < PASSES);
	cr_expect_eq(order_value(&order), by_sorting(count, share));
}

Test(order, what_is_read_in_between_is_a_number_of_the_stream)
{
	for (int s = 0; s < STREAMS; s++)
		for (int p = 1; p < 5; p++)
			read_all_the_time(s, 3000, shares[p]);
}

Test(order, nothing_seen_is_no_number)
{
	order_init(&order, 0.5, ORDER_KEPT);
	cr_expect(isnan(order_value(&order)));
}

Test(order, what_is_known_for_good_stays)
{
	make_stream(0, 3000);
	show_all(3000, 0.5, ORDER_KEPT, kernel_best());
	show(0, 1000, kernel_best());
	cr_expect(!order_again(&order));
	cr_expect_eq(order_value(&order), by_sorting(3000, 0.5));
}
