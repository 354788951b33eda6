/*
 * Where the scenarios lie: evenly, in every input and in every part of the run.
 */
#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "sampling.h"

enum { MANY = 12800 };

static uint8_t hits[MANY];

/* Of so many equal parts of a distribution, the one that a draw lies in. */
static uint32_t part_of(uint32_t draw, uint32_t parts)
{
	return (uint32_t)((uint64_t)draw * parts >> 32);
}

/* Does each of count equal parts hold one of count scenarios from first on? */
static bool each_part_once(const struct sampling *sampling, int input,
	uint32_t first, uint32_t count)
{
	memset(hits, 0, count);
	for (uint32_t s = first; s < first + count; s++)
		hits[part_of(sampling_draw(sampling, s, input), count)]++;
	for (uint32_t k = 0; k < count; k++)
		if (hits[k] != 1)
			return false;
	return true;
}

Test(sampling, every_input_goes_through_n_equal_parts_once)
{
	struct sampling few = sampling_of(7, 1280);
	struct sampling many = sampling_of(7, MANY);

	for (int input = 0; input < SAMPLING_INPUTS; input++)
		cr_expect(each_part_once(&few, input, 0, 1280), "input %d",
			input);
	for (int input = 0; input < SAMPLING_INPUTS; input += 31)
		cr_expect(each_part_once(&many, input, 0, MANY), "input %d",
			input);
}

Test(sampling, every_block_goes_through_128_strata_once)
{
	struct sampling sampling = sampling_of(3, 1000);

	cr_assert_eq(sampling.blocks, 8, "1000 rounded up");
	for (int input = 0; input < SAMPLING_INPUTS; input += 3)
		for (uint32_t block = 0; block < sampling.blocks; block++)
			cr_expect(
				each_part_once(&sampling, input,
					block * SAMPLING_BLOCK, SAMPLING_BLOCK),
				"input %d, block %u", input, block);
}

/* Neighbours by 2^k of them are evenly spaced, so that the few scenarios of a
 * last block that is cut short are spread out, too. */
Test(sampling, the_first_scenarios_of_a_block_are_spread_out)
{
	struct sampling sampling = sampling_of(11, MANY);

	for (int input = 0; input < 64; input++)
		for (uint32_t few = 2; few <= 64; few *= 2)
			cr_expect(each_part_once(&sampling, input,
					  9 * SAMPLING_BLOCK, few),
				"input %d, the first %u", input, few);
}

static bool is_permutation(uint32_t seed, uint32_t blocks)
{
	struct sampling sampling = {.seed = seed, .blocks = blocks};

	memset(hits, 0, blocks);
	for (uint32_t b = 0; b < blocks; b++) {
		uint32_t to = sampling_block(&sampling, b);

		if (to >= blocks || hits[to]++)
			return false;
	}
	return true;
}

Test(sampling, blocks_are_shuffled_and_none_is_left_out)
{
	static const uint32_t seeds[] = {0, 1, 77, UINT32_MAX};

	for (uint32_t blocks = 1; blocks <= MANY; blocks += 1 + blocks / 8)
		for (int i = 0; i < 4; i++)
			cr_expect(is_permutation(seeds[i], blocks),
				"seed %u, %u blocks", seeds[i], blocks);
	cr_expect(is_permutation(1, 782), "those of 100 000 scenarios");
}

Test(sampling, the_order_of_blocks_hangs_on_the_seed)
{
	struct sampling one = sampling_of(1, MANY);
	struct sampling two = sampling_of(2, MANY);
	int same = 0, in_order = 0;

	for (uint32_t b = 0; b < one.blocks; b++) {
		same += sampling_block(&one, b) == sampling_block(&two, b);
		in_order += sampling_block(&one, b) == b;
	}
	cr_expect_lt(same, 10, "of 100 one or two may be");
	cr_expect_lt(in_order, 10);
}

/* Over seeds a scenario is anywhere, in two inputs together, too: that is what
 * makes means right on average. 4096 seeds in 8 x 8 cells: 64 in each, give or
 * take 8. */
Test(sampling, over_seeds_each_scenario_is_anywhere)
{
	static const int inputs[] = {0, 1, 15, 16, 300};

	for (int i = 1; i < 5; i++) {
		int count[64] = {0};

		for (uint32_t seed = 0; seed < 4096; seed++) {
			struct sampling sampling = sampling_of(seed, 1000);
			uint32_t x = sampling_draw(&sampling, 5, inputs[i - 1]);
			uint32_t y = sampling_draw(&sampling, 5, inputs[i]);

			count[(x >> 29) * 8 + (y >> 29)]++;
		}
		for (int k = 0; k < 64; k++)
			cr_expect(count[k] > 24 && count[k] < 104,
				"inputs %d and %d: %d in cell %d",
				inputs[i - 1], inputs[i], count[k], k);
	}
}

Test(sampling, another_seed_draws_other_scenarios)
{
	struct sampling one = sampling_of(1, 1000);
	struct sampling two = sampling_of(2, 1000);

	for (int input = 0; input < SAMPLING_INPUTS; input++)
		cr_expect_neq(sampling_draw(&one, 0, input),
			sampling_draw(&two, 0, input), "input %d", input);
}

Test(sampling, scenarios_can_be_drawn_in_any_order)
{
	struct sampling sampling = sampling_of(5, 1000);
	uint32_t drawn[1000];

	for (uint32_t s = 0; s < 1000; s++)
		drawn[s] = sampling_draw(&sampling, s, (int)s % 40);
	for (uint32_t s = 1000; s-- > 0;) {
		struct sampling again = sampling_of(5, 1000);

		cr_expect_eq(sampling_draw(&again, s, (int)s % 40), drawn[s]);
	}
}

static uint32_t reversed(uint32_t l)
{
	uint32_t r = 0;

	for (int bit = 0; bit < 7; bit++)
		r |= (l >> bit & 1) << (6 - bit);
	return r;
}

/* What the kernel goes by: the header's formula for a block's strata. */
Test(sampling, strata_say_what_the_draws_are)
{
	struct sampling sampling = sampling_of(9, MANY);

	for (int input = 0; input < SAMPLING_INPUTS; input += 7) {
		struct stride stride = sampling_stride(&sampling, input);
		uint32_t point = sampling_block(&sampling, 42);
		struct strata s = sampling_strata(&stride, point);

		for (uint32_t l = 0; l < SAMPLING_BLOCK; l++) {
			uint32_t stratum =
				((reversed(l) * s.first ^ s.flip) * s.second +
					s.start) %
				SAMPLING_BLOCK;
			uint32_t scenario = 42 * SAMPLING_BLOCK + l;

			cr_expect_eq(sampling_draw(&sampling, scenario, input),
				(stratum << 25) + s.rest, "input %d, %u", input,
				l);
		}
	}
}

/* ---- several inputs together -------------------------------------------- */

enum { MOST = 100096 };

/* In which eighth of each of the first inputs each scenario lies. */
static uint8_t eighth[SAMPLING_EVEN][MOST];

static void find_eighths(uint32_t count)
{
	struct sampling sampling = sampling_of(1, count);

	for (int input = 0; input < SAMPLING_EVEN; input++)
		for (uint32_t s = 0; s < count; s++)
			eighth[input][s] = (uint8_t)part_of(
				sampling_draw(&sampling, s, input), 8);
}

/* How far the fullest or emptiest of 8 x 8 cells is from the mean, as a share
 * of it. */
static double unevenness(int a, int b, uint32_t count)
{
	double cell[64] = {0}, mean = count / 64.0, furthest = 0;

	for (uint32_t s = 0; s < count; s++)
		cell[eighth[a][s] * 8 + eighth[b][s]]++;
	for (int k = 0; k < 64; k++)
		furthest = fmax(furthest, fabs(cell[k] / mean - 1));
	return furthest;
}

/* Of independent draws, some cell of most squares would be off by 18 % and by
 * 6 %. Two inputs in step would leave most cells empty. */
Test(sampling, pairs_of_the_first_16_inputs_fill_their_square)
{
	static const struct {
		uint32_t count;
		double most;
	} cases[] = {{MANY, 0.15}, {MOST, 0.04}};

	for (int n = 0; n < 2; n++) {
		find_eighths(cases[n].count);
		for (int a = 0; a < SAMPLING_EVEN; a++)
			for (int b = 0; b < a; b++)
				cr_expect_lt(unevenness(a, b, cases[n].count),
					cases[n].most, "%u: %d and %d",
					cases[n].count, b, a);
	}
}
