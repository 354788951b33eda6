#include <criterion/criterion.h>
#include <math.h>

#include "figures.h"
#include "volume_curve.h"

static double directly(struct facts facts, int option, double requests)
{
	facts.shared.requests_per_month = requests;
	return cost_present_value(&facts, option);
}

Test(volume_curve, agrees_with_the_ledger)
{
	static struct volume_curve curve;

	for (unsigned seed = 0; seed < 300; seed++) {
		struct facts facts = random_facts(seed, 3);

		volume_curve_of(&curve, &facts, 1);
		for (double v = 0.7; v < 2e12; v *= 13.7)
			cr_near_in(seed, volume_curve_at(&curve, v),
				directly(facts, 1, v));
		cr_near_in(seed, volume_curve_at(&curve, 0),
			directly(facts, 1, 0));
	}
}

/* The bounds only ever tell what the sums would tell. */
Test(volume_curve, above_is_the_comparison_of_the_sums)
{
	static struct volume_curve a, b;

	for (unsigned seed = 0; seed < 300; seed++) {
		struct facts facts = random_facts(seed, 3);

		volume_curve_of(&a, &facts, 0);
		volume_curve_of(&b, &facts, 2);
		for (double v = 1; v <= 1e12; v *= 1.9) {
			bool above =
				volume_curve_at(&a, v) > volume_curve_at(&b, v);

			cr_expect_eq(volume_curve_above(&a, &b, v), above,
				"seed %u at %g", seed, v);
		}
	}
}

Test(volume_curve, months_alike_share_a_step)
{
	static struct volume_curve curve;
	struct facts facts = plain_facts(2);

	facts.option[0].serving = facts.option[1].serving = SERVE_SELFHOST;
	facts.option[0].gpu_price_per_hour = 2;
	facts.option[1].gpu_price_per_hour = 1;
	facts.option[1].decode_tokens_per_s = 5;
	facts.option[1].live_after_months = 2.5;
	facts.incumbent = 0;
	facts.shared.horizon_months = 120;
	volume_curve_of(&curve, &facts, 0);
	cr_expect_eq(curve.steps, 1);
	volume_curve_of(&curve, &facts, 1);
	cr_expect_eq(curve.steps, 4, "two of the incumbent; own, its, own");
	facts.shared.growth_per_month = 0.01;
	volume_curve_of(&curve, &facts, 1);
	cr_expect_eq(curve.steps, 121, "month 3 has both");
}

Test(volume_curve, whole_replicas_and_parts_do_not_share_a_step)
{
	static struct volume_curve curve;
	struct facts facts = plain_facts(2);

	for (int i = 0; i < 2; i++) {
		facts.option[i].serving = SERVE_SELFHOST;
		facts.option[i].gpu_price_per_hour = 2;
		facts.option[i].peak_to_average = 1;
	}
	facts.option[1].autoscale = 1;
	facts.option[1].live_after_months = 3;
	facts.incumbent = 0;
	volume_curve_of(&curve, &facts, 1);
	cr_expect_eq(curve.steps, 2);
	cr_near(volume_curve_at(&curve, 1e7), directly(facts, 1, 1e7));
}

/* ---- the search --------------------------------------------------------- */

/* A curve without steps: fixed + linear V. */
static struct volume_curve line(double fixed, double linear)
{
	return (struct volume_curve){.fixed = fixed, .linear = linear};
}

/* Rent of 100 a replica, one for each 1000 requests begun. */
static struct volume_curve stairs(double fixed)
{
	struct volume_curve curve = {.fixed = fixed,
		.slope = 0.1,
		.slack = 100,
		.steps = 1,
		.step = {{.weight = 100, .per_request = 1e-3, .whole = true}}};

	return curve;
}

static void expect_crossing(const struct volume_curve *a,
	const struct volume_curve *b, double base, double root, bool above)
{
	struct crossing crossing = {0};

	cr_expect(
		volume_curve_crossing(a, b, base, &crossing), "from %g", base);
	cr_expect(near(crossing.requests, root, 1e-9), "from %g: %.12g", base,
		crossing.requests);
	cr_expect_eq(crossing.holds_above, above, "from %g", base);
}

static void expect_none(
	const struct volume_curve *a, const struct volume_curve *b, double base)
{
	struct crossing crossing;

	cr_expect_not(
		volume_curve_crossing(a, b, base, &crossing), "from %g", base);
}

Test(volume_curve, crossing_is_found_from_both_sides)
{
	struct volume_curve dear = line(0, 3), cheap = line(1000, 1);
	static const double bases[] = {1, 499, 500, 501, 77e3, 1e12};

	/* 3 V > 1000 + V above 500 */
	for (size_t i = 0; i < sizeof(bases) / sizeof(bases[0]); i++) {
		expect_crossing(&dear, &cheap, bases[i], 500, true);
		expect_crossing(&cheap, &dear, bases[i], 500, false);
	}
}

Test(volume_curve, no_crossing_where_there_is_none)
{
	struct volume_curve a = line(10, 1), b = line(5, 1);
	struct volume_curve dear = line(0, 3), cheap = line(1000, 1);

	expect_none(&a, &b, 1000);
	expect_none(&b, &a, 1000);
	expect_none(&a, &a, 1000); /* equal everywhere is never above */
	expect_none(&dear, &cheap, 0);
	expect_none(&dear, &cheap, 0.5);
	expect_none(&dear, &cheap, 2e12);
	cheap.fixed = 1e14; /* beyond 1e12 */
	expect_none(&dear, &cheap, 1000);
	cheap.fixed = 1; /* below 1 */
	expect_none(&dear, &cheap, 1000);
}

Test(volume_curve, ends_of_the_range_are_looked_at)
{
	struct volume_curve dear = line(0, 1), cheap = line(1.01, 0);

	expect_crossing(&dear, &cheap, 50, 1.01, true);
	cheap.fixed = 0.99e12;
	expect_crossing(&dear, &cheap, 3e11, 0.99e12, true);
}

Test(volume_curve, equal_at_the_base_is_not_above)
{
	struct volume_curve dear = line(0, 2), cheap = line(1000, 1);

	/* At 1000 both cost 2000; above it dear costs more. */
	expect_crossing(&dear, &cheap, 1000, 1000, true);
}

Test(volume_curve, a_step_can_be_a_crossing)
{
	struct volume_curve servers = stairs(0), flat = line(250, 0);

	/* The third replica, beyond 2000, makes it 300. */
	expect_crossing(&servers, &flat, 500, 2000, true);
	expect_crossing(&servers, &flat, 90000, 2000, true);
}

Test(volume_curve, the_nearer_of_two_wins)
{
	struct volume_curve servers = stairs(0), api = line(95, 0.1);

	/* 95 + V/10: the second replica is dearer from 1000 to 1050, the
	 * third from 2000 to 2050... */
	expect_crossing(&servers, &api, 1049, 1050, false);
	expect_crossing(&servers, &api, 1001, 1000, true);
	expect_crossing(&api, &servers, 2001, 2000, false);
}

/* The search as it is described, with the whole ledger at each point. */
static bool saves(const struct facts *facts, double v)
{
	return directly(*facts, 0, v) > directly(*facts, 1, v);
}

static bool bracket(
	const struct facts *facts, double base, double *low, double *high)
{
	bool at_base = saves(facts, base);

	for (int i = 1; i <= 64 * 12; i++) {
		double up = fmin(1e12, base * pow(10, i / 64.0));
		double down = fmax(1, base * pow(10, -i / 64.0));

		*low = fmax(1, base * pow(10, -(i - 1) / 64.0));
		*high = fmin(1e12, base * pow(10, (i - 1) / 64.0));
		if (saves(facts, down) != at_base) {
			*high = saves(facts, up) != at_base ? up : *low;
			*low = down;
			return true;
		}
		if (saves(facts, up) != at_base) {
			*low = *high;
			*high = up;
			return true;
		}
	}
	return false;
}

Test(volume_curve, crossing_lies_in_the_first_bracket)
{
	static struct volume_curve a, b;

	for (unsigned seed = 0; seed < 60; seed++) {
		struct facts facts = random_facts(seed, 2);
		double base = facts.shared.requests_per_month, low, high;
		struct crossing crossing;
		bool found;

		facts.shared.horizon_months =
			fmin(24, facts.shared.horizon_months);
		volume_curve_of(&a, &facts, 0);
		volume_curve_of(&b, &facts, 1);
		found = volume_curve_crossing(&a, &b, base, &crossing);
		cr_expect_eq(found, bracket(&facts, base, &low, &high),
			"seed %u", seed);
		if (!found)
			continue;
		cr_expect(crossing.requests >= low * (1 - 1e-9) &&
				  crossing.requests <= high * (1 + 1e-9),
			"seed %u: %g not in %g..%g", seed, crossing.requests,
			low, high);
		cr_expect(saves(&facts, crossing.requests) !=
					  saves(&facts, crossing.requests *
								(1 - 1e-9)) ||
				  saves(&facts, crossing.requests) !=
					  saves(&facts, crossing.requests *
								(1 + 1e-9)),
			"seed %u: nothing changes at %g", seed,
			crossing.requests);
	}
}
