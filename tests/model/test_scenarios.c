/*
 * Scenarios worked out in columns against the formulas worked out one by one,
 * and against each other in every build of the kernel.
 */
#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "figures.h"
#include "scenarios.h"

enum { OPTIONS = 4, SESSIONS = 60 };

/* Where a number may lie so that nothing overflows. */
static double draw_within(enum input input)
{
	const struct input_row *row = &input_table[input];
	double share = (double)rand() / RAND_MAX;
	double max = row->max > 50 ? 50 : row->max;

	if (row->kind == KIND_SIGNED)
		return -0.2 + 0.4 * share;
	return row->min + share * (max - row->min);
}

static bool can_vary(enum input input)
{
	return input_is_quantity(input) && input_table[input].offset >= 0;
}

/* Some figures vary: each lane has its own value for each. */
static void vary(struct scenarios *scenarios, struct facts *lanes,
	const struct facts *facts, int one_in)
{
	for (int k = 0; k < LANES; k++)
		lanes[k] = *facts;
	for (int i = 0; i < INPUTS; i++) {
		bool own = input_is_option((enum input)i);
		struct place place = {
			(enum input)i, own ? rand() % OPTIONS : -1};
		double *column;

		if (!can_vary(place.input) || rand() % one_in)
			continue;
		column = scenarios_vary(scenarios, place);
		for (int k = 0; k < LANES; k++) {
			column[k] = draw_within(place.input);
			*facts_at(&lanes[k], place) = column[k];
		}
	}
}

static bool is_feasible(const struct facts *facts, int option)
{
	static struct result result;

	memset(&result, 0, sizeof(result));
	compare_options(facts, &result);
	return result.option[option].feasible;
}

static struct scenarios scenarios;
static struct facts lanes[LANES];

static void check_lanes(int number)
{
	for (int k = 0; k < LANES; k += 37)
		for (int i = 0; i < OPTIONS; i++) {
			double alone = cost_present_value(&lanes[k], i);

			cr_expect(
				near(scenarios.parts[i].total[k], alone, 1e-12),
				"session %d, option %d, lane %d: %.17g, not "
				"%.17g",
				number, i, k, scenarios.parts[i].total[k],
				alone);
			cr_expect_eq(scenarios.parts[i].feasible[k],
				is_feasible(&lanes[k], i),
				"session %d, option %d, lane %d", number, i, k);
		}
}

Test(scenarios, each_agrees_with_the_formulas_on_its_figures)
{
	for (int number = 0; number < SESSIONS; number++) {
		struct facts facts = random_facts((unsigned)number, OPTIONS);

		srand((unsigned)number);
		scenarios_init(&scenarios, &facts, NULL);
		vary(&scenarios, lanes, &facts, 1 + number % 6);
		scenarios_work(&scenarios);
		check_lanes(number);
	}
}

/* Each lane has its own value of one figure; the others stay. */
static void vary_one(const struct facts *facts, struct place place)
{
	double *column;

	scenarios_init(&scenarios, facts, NULL);
	column = scenarios_vary(&scenarios, place);
	for (int k = 0; k < LANES; k++) {
		lanes[k] = *facts;
		column[k] = draw_within(place.input);
		*facts_at(&lanes[k], place) = column[k];
	}
	scenarios_work(&scenarios);
}

/* What hangs on a figure is worked out again although nothing else varies. The
 * limits are such that an option just meets them. */
Test(scenarios, each_figure_alone_reaches_all_that_hangs_on_it)
{
	for (int number = 0; number < 8 * INPUTS; number++) {
		struct place place = {(enum input)(number % INPUTS), -1};
		int round = number / INPUTS, option = round / 2;
		struct facts facts = random_facts((unsigned)number, OPTIONS);

		if (!can_vary(place.input))
			continue;
		if (input_is_option(place.input))
			place.option = option;
		facts.shared.api_ruled_out = 0;
		facts.shared.scope = round % 2;
		facts.option[option].measured = true;
		facts.shared.bar = facts.option[option].pass_rate;
		facts.shared.budget_ms = cost_latency(&facts, option);
		vary_one(&facts, place);
		check_lanes(number);
	}
}

Test(scenarios, every_build_of_the_kernel_gives_the_same_bits)
{
	static struct scenarios plain;

	for (int number = 0; number < SESSIONS / 4; number++) {
		struct facts facts = random_facts((unsigned)number, OPTIONS);

		srand((unsigned)number);
		scenarios_init(&plain, &facts, kernel_nth(0));
		vary(&plain, lanes, &facts, 3);
		scenarios_work(&plain);
		for (int n = 1; kernel_nth(n); n++) {
			srand((unsigned)number);
			scenarios_init(&scenarios, &facts, kernel_nth(n));
			vary(&scenarios, lanes, &facts, 3);
			scenarios_work(&scenarios);
			for (int i = 0; i < OPTIONS; i++)
				cr_expect_arr_eq(scenarios.parts[i].total,
					plain.parts[i].total,
					sizeof(plain.parts[i].total),
					"session %d, option %d, %s", number, i,
					kernel_nth(n)->name);
		}
	}
}

Test(scenarios, what_is_settled_is_at_its_base_again)
{
	struct facts facts = random_facts(7, OPTIONS);
	struct place place = SHARED_PLACE(IN_volume_requests_per_month);
	double *column;

	scenarios_init(&scenarios, &facts, NULL);
	column = scenarios_vary(&scenarios, place);
	for (int k = 0; k < LANES; k++)
		column[k] = 1000.0 * (k + 1);
	scenarios_work(&scenarios);
	scenarios_settle(&scenarios, place);
	scenarios_work(&scenarios);
	for (int i = 0; i < OPTIONS; i++)
		cr_near(scenarios.parts[i].total[0],
			cost_present_value(&facts, i));
}
