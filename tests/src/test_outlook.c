/*
 * What a screen is told of the odds: at once, and better while nobody types.
 */
#include "outlook.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "session_file.h"

#define EXAMPLES TEST_SOURCE "/share/examples/"

static const char *const files[] = {
	EXAMPLES "internal-assistant.cfg",
	EXAMPLES "medical-coding.cfg",
	EXAMPLES "document-extraction.cfg",
	EXAMPLES "support-triage.cfg",
	EXAMPLES "typing-assistant.cfg",
	TEST_DATA "/vectors/case-03.cfg",
	TEST_DATA "/vectors/case-04.cfg",
	TEST_DATA "/vectors/case-07.cfg",
	EXAMPLES "air-gapped-site.cfg",
};
enum { CLOSE_CALL = 3, FILES = sizeof(files) / sizeof(files[0]), SEEDS = 3 };

static struct session session;
static struct outlook outlook;
static struct lookout lookout;

static void open_file(const char *path)
{
	struct file_issue issue;

	cr_assert(session_file_read(path, &session, NULL, &issue), "%s", path);
}

static void set(enum input input, const char *text)
{
	struct issue issue;

	cr_assert(session_set(&session, SHARED_PLACE(input), text, &issue),
		"%s", issue.what);
}

/* As a screen would: the odds are asked for at once. */
static void begin(struct outlook *where)
{
	outlook_begin(&lookout, &session, where);
	outlook_answer(&lookout);
}

static void sharpen_all(void)
{
	while (outlook_patience(&lookout) >= 0)
		outlook_sharpen(&lookout);
}

Test(outlook, answers_at_once_and_waits_for_a_pause_before_it_goes_on)
{
	open_file(files[CLOSE_CALL]);
	begin(&outlook);
	cr_expect(!outlook.odds.sharp);
	cr_expect_gt(outlook.odds.simulation.scenarios, 1000);
	cr_expect_gt(outlook_patience(&lookout), 30, "a typist is left alone");
	outlook_sharpen(&lookout);
	cr_expect_eq(outlook_patience(&lookout), 0, "then without a break");
	sharpen_all();
	cr_expect(outlook.odds.sharp);
	cr_expect_eq(outlook.odds.simulation.scenarios, 100000);
	cr_expect(!outlook_sharpen(&lookout), "nothing is left to be done");
}

Test(outlook, keys_that_are_not_shown_cost_no_odds)
{
	open_file(files[CLOSE_CALL]);
	outlook.odds.simulation.scenarios = 0;
	outlook_begin(&lookout, &session, &outlook);
	cr_expect_gt(outlook.result.savings.net, 0, "the result is there");
	cr_expect_eq(outlook.odds.simulation.scenarios, 0);
	outlook_finish(&lookout, &session, &outlook);
	cr_expect(outlook.odds.sharp && outlook.odds.has_flips);
}

Test(outlook, nothing_is_left_to_do_without_ranges)
{
	session_init(&session);
	begin(&outlook);
	cr_expect(outlook.odds.sharp);
	cr_expect_eq(outlook_patience(&lookout), -1);
}

Test(outlook, comes_to_what_evaluate_odds_says)
{
	static struct odds whole;
	static struct odds_work work;
	struct result result;

	open_file(files[CLOSE_CALL]);
	begin(&outlook);
	sharpen_all();
	outlook_find_flips(&lookout, &session, &outlook);
	evaluate(&session, &result);
	evaluate_odds(&session, &result, &whole, &work);
	cr_expect_eq(outlook.odds.simulation.p_pays, whole.simulation.p_pays);
	cr_expect_eq(outlook.odds.simulation.net.p95, whole.simulation.net.p95);
	cr_expect_eq(outlook.odds.simulation.evpi, whole.simulation.evpi);
	cr_expect_eq(outlook.odds.flips.count, whole.flips.count);
	cr_expect_eq(outlook.result.gate[SAVINGS].suggested,
		result.gate[SAVINGS].suggested);
}

Test(outlook, few_looks_on_the_way_to_many_scenarios)
{
	int looks = 0;

	open_file(files[CLOSE_CALL]);
	set(IN_session_scenarios, "600000");
	begin(&outlook);
	while (outlook_patience(&lookout) >= 0)
		looks += outlook_sharpen(&lookout);
	cr_expect_eq(looks, 3, "at 131072, at 524288 and at the end");
}

Test(outlook, an_interrupted_refinement_costs_nothing)
{
	struct simulation first;

	open_file(files[CLOSE_CALL]);
	begin(&outlook);
	first = outlook.odds.simulation;
	for (int i = 0; i < 7; i++)
		outlook_sharpen(&lookout);
	begin(&outlook);
	cr_expect_eq(outlook.odds.simulation.p_pays, first.p_pays);
	cr_expect_eq(outlook.odds.simulation.scenarios, first.scenarios);
}

Test(outlook, goes_on_for_a_copy)
{
	static struct session copy;
	static struct outlook other;

	open_file(files[CLOSE_CALL]);
	begin(&outlook);
	outlook_sharpen(&lookout);
	memcpy(&copy, &session, sizeof(copy));
	outlook_move(&lookout, &copy, &other);
	cr_expect(outlook_is_sharpening(&lookout, &other));
	cr_expect(!outlook_is_sharpening(&lookout, &outlook));
	sharpen_all();
	cr_expect(other.odds.sharp);
	cr_expect(!outlook.odds.sharp);
}

Test(outlook, finishes_whatever_state_it_is_in)
{
	static struct outlook other;

	open_file(files[CLOSE_CALL]);
	begin(&outlook);
	begin(&other);
	outlook_finish(&lookout, &session, &outlook);
	cr_expect(outlook.odds.sharp && outlook.odds.has_flips);
	cr_expect_eq(outlook.odds.simulation.scenarios, 100000);
}

/* ---- figures move by no more than they say ------------------------------- */

static void expect_within(
	const char *what, double early, double late, double said)
{
	cr_expect(fabs(early - late) <= said + 1e-12 * fabs(late),
		"%s: first %g, then %g, more than %g away", what, early, late,
		said);
}

static double points(double error)
{
	return ceil(200 * error) / 100;
}

/* What a list of figures to measure shows for an input: 0 where it tells
 * nothing. */
static double shown_value(
	const struct simulation *simulation, struct place place)
{
	for (int i = 0; i < simulation->measures; i++) {
		const struct measure_first *measure = &simulation->measure[i];

		if (measure->place.input == place.input &&
			measure->place.option == place.option &&
			simulation_tells(simulation, measure))
			return measure->value;
	}
	return 0;
}

static void expect_steady(
	const struct simulation *early, const struct simulation *late)
{
	double said = SPREAD_SURE * early->net.error;

	expect_within("odds of saving", early->p_net_positive,
		late->p_net_positive, points(early->p_net_positive_error));
	expect_within("it pays", early->p_pays, late->p_pays,
		points(early->p_pays_error));
	for (int i = 0; i < outlook.result.options; i++)
		expect_within("cheapest", early->option[i].p_cheapest,
			late->option[i].p_cheapest,
			points(early->option[i].p_cheapest_error));
	expect_within("low end", early->net.p05, late->net.p05, said);
	expect_within("high end", early->net.p95, late->net.p95, said);
	expect_within(
		"knowing all", early->evpi, late->evpi, early->evpi_reach);
	for (int i = 0; i < early->measures; i++) {
		struct place place = early->measure[i].place;

		expect_within("knowing one", shown_value(early, place),
			shown_value(late, place), early->evpi_reach);
	}
}

Test(outlook, figures_sharpen_by_no_more_than_they_say)
{
	struct simulation early;

	for (int i = 0; i < FILES; i++)
		for (int seed = 1; seed <= SEEDS; seed++) {
			char text[8];

			open_file(files[i]);
			snprintf(text, sizeof(text), "%d", seed);
			set(IN_session_seed, text);
			set(IN_session_scenarios, "50000");
			begin(&outlook);
			early = outlook.odds.simulation;
			sharpen_all();
			expect_steady(&early, &outlook.odds.simulation);
		}
}
