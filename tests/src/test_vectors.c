/*
 * Nine sessions worked out by another program: every figure that is not drawn
 * at random agrees to 1e-9 of itself (break-even: 1e-6, as it is defined). The
 * fifth gate hangs on the odds, and agrees, too.
 */
#include <criterion/criterion.h>
#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "model.h"
#include "session_file.h"

enum { VECTORS = 9 };

static struct session session;
static struct result result;
static struct odds odds;
static struct odds_work work;
static int number; /* of the vector, for messages */

static json_t *read_vector(int which)
{
	char path[512];
	struct file_issue issue;
	json_error_t error;
	json_t *expected;

	number = which;
	snprintf(path, sizeof(path), TEST_DATA "/vectors/case-%02d.cfg", which);
	cr_assert(session_file_read(path, &session, NULL, &issue), "%s", path);
	evaluate(&session, &result);
	evaluate_odds(&session, &result, &odds, &work);
	snprintf(
		path, sizeof(path), TEST_DATA "/vectors/case-%02d.json", which);
	expected = json_load_file(path, 0, &error);
	cr_assert(expected, "%s: %s", path, error.text);
	return expected;
}

/* ---- one value ---------------------------------------------------------- */

static void expect_near(
	const json_t *in, const char *key, double ours, double tolerance)
{
	const json_t *value = json_object_get(in, key);
	double theirs = json_number_value(value);

	if (json_is_null(value))
		cr_expect(isnan(ours), "%d: %s is %.17g, not null", number, key,
			ours);
	else if (json_is_string(value))
		cr_expect(isinf(ours), "%d: %s is %.17g, not %s", number, key,
			ours, json_string_value(value));
	else
		cr_expect(fabs(ours - theirs) <=
				  tolerance * fmax(fabs(ours), fabs(theirs)),
			"%d: %s is %.17g, not %.17g", number, key, ours,
			theirs);
}

static void expect_number(const json_t *in, const char *key, double ours)
{
	cr_assert(json_object_get(in, key), "%d: no %s", number, key);
	expect_near(in, key, ours, 1e-9);
}

static void expect_bool(const json_t *in, const char *key, bool ours)
{
	cr_expect_eq(json_is_true(json_object_get(in, key)), ours, "%d: %s",
		number, key);
}

/* NULL is null. */
static void expect_text(const json_t *in, const char *key, const char *ours)
{
	const char *theirs = json_string_value(json_object_get(in, key));

	cr_expect(ours && theirs ? !strcmp(ours, theirs) : ours == theirs,
		"%d: %s is %s, not %s", number, key, ours ? ours : "null",
		theirs ? theirs : "null");
}

/* ---- options ------------------------------------------------------------ */

static void expect_obstacles(
	const json_t *expected, const struct option_result *option)
{
	const json_t *list = json_object_get(expected, "why_not");
	size_t count = 0;

	for (int i = 0; i < OBSTACLES; i++) {
		if (!option->obstacle[i])
			continue;
		cr_expect_str_eq(json_string_value(json_array_get(list, count)),
			obstacle_names[i]);
		count++;
	}
	cr_expect_eq(json_array_size(list), count, "%d: why_not", number);
}

static void expect_ledger(const json_t *expected, const struct ledger *ledger)
{
	const json_t *categories = json_object_get(expected, "by_category");
	const json_t *months = json_object_get(expected, "monthly");

	for (int i = 0; i < CATEGORIES; i++)
		expect_number(
			categories, category_names[i], ledger->by_category[i]);
	cr_expect_eq(json_array_size(months), (size_t)result.horizon + 1);
	for (size_t t = 0; t < json_array_size(months); t++) {
		double theirs = json_number_value(json_array_get(months, t));

		cr_expect(fabs(ledger->monthly[t] - theirs) <=
				  1e-9 * fabs(theirs),
			"%d: month %zu is %.17g, not %.17g", number, t,
			ledger->monthly[t], theirs);
	}
	expect_number(expected, "total_pv", ledger->total_pv);
	expect_number(expected, "total_nominal", ledger->total_nominal);
}

static void expect_option(
	const json_t *expected, const struct option_result *option)
{
	expect_text(
		expected, "adaptation", option->form.tuned ? "tune" : "prompt");
	expect_text(expected, "serving",
		option->form.selfhosted ? "selfhost" : "api");
	expect_bool(expected, "feasible", option->feasible);
	expect_obstacles(expected, option);
	expect_number(expected, "pass_rate", option->pass_rate);
	expect_number(expected, "latency_ms", option->latency_ms);
	expect_number(expected, "cost_per_1k", option->cost_per_1k);
	expect_number(expected, "cost_per_1k_good", option->cost_per_1k_good);
	expect_number(expected, "people_hours", option->people_hours);
	expect_ledger(expected, &option->ledger);
}

Test(vectors, options)
{
	for (int v = 1; v <= VECTORS; v++) {
		json_t *expected = read_vector(v);
		const json_t *options = json_object_get(expected, "options");

		cr_assert_eq(json_array_size(options), (size_t)result.options);
		for (int i = 0; i < result.options; i++)
			expect_option(json_array_get(options, (size_t)i),
				&result.option[i]);
		json_decref(expected);
	}
}

/* ---- savings ------------------------------------------------------------ */

static const char *name_of(int option)
{
	return option < 0 ? NULL : session_option_name(&session, option);
}

Test(vectors, savings)
{
	static const char *const sides[] = {
		[SIDE_NONE] = NULL,
		[SIDE_ABOVE] = "above",
		[SIDE_BELOW] = "below",
	};
	const struct savings *ours = &result.savings;

	for (int v = 1; v <= VECTORS; v++) {
		json_t *expected = read_vector(v);
		const json_t *theirs = json_object_get(expected, "savings");

		expect_text(expected, "baseline", name_of(result.baseline));
		expect_text(expected, "tuned", name_of(result.tuned));
		expect_number(theirs, "running", ours->running);
		expect_number(theirs, "overhead", ours->overhead);
		expect_number(theirs, "net", ours->net);
		expect_number(theirs, "ratio", ours->ratio);
		expect_number(theirs, "payback_month",
			ours->payback_month < 0 ? NAN : ours->payback_month);
		expect_near(theirs, "break_even_requests",
			ours->break_even_requests, 1e-6);
		expect_text(theirs, "break_even_side",
			sides[ours->break_even_side]);
		json_decref(expected);
	}
}

/* ---- gates -------------------------------------------------------------- */

static void expect_gate(const json_t *expected, enum question question)
{
	const json_t *evidence = json_object_get(expected, "evidence");
	const struct gate *gate = &result.gate[question];

	expect_text(expected, "question", question_names[question]);
	if (question == VOLUME)
		expect_number(evidence, "share", gate->evidence.share);
	if (question == QUALITY) {
		expect_number(evidence, "low", gate->evidence.low);
		expect_number(evidence, "high", gate->evidence.high);
		expect_number(evidence, "examples_needed",
			gate->evidence.examples_needed);
	}
	if (question == UPKEEP)
		expect_number(evidence, "required_hours",
			gate->evidence.required_hours);
	expect_text(expected, "suggested", answer_names[gate->suggested]);
	expect_text(expected, "answer", answer_names[gate->answer]);
	expect_bool(expected, "followed", gate->followed);
}

static void expect_verdict(const json_t *expected)
{
	const struct verdict *verdict = &result.verdict;

	expect_text(expected, "outcome", outcome_names[verdict->outcome]);
	expect_text(expected, "at",
		verdict->at < 0 ? NULL : question_names[verdict->at]);
}

Test(vectors, gates_and_verdict)
{
	for (int v = 1; v <= VECTORS; v++) {
		json_t *expected = read_vector(v);
		const json_t *gates = json_object_get(expected, "gates");

		for (int i = 0; i < QUESTIONS; i++)
			expect_gate(json_array_get(gates, (size_t)i),
				(enum question)i);
		expect_verdict(json_object_get(expected, "verdict"));
		json_decref(expected);
	}
}

Test(vectors, fits)
{
	for (int v = 1; v <= VECTORS; v++) {
		json_t *expected = read_vector(v);
		const json_t *fits = json_object_get(expected, "fits");

		expect_bool(fits, "high_volume", result.fits.high_volume);
		expect_bool(fits, "latency", result.fits.latency);
		expect_bool(fits, "domain", result.fits.domain);
		expect_bool(fits, "massive_scale", result.fits.massive_scale);
		json_decref(expected);
	}
}
