#include <jansson.h>
#include <locale.h>
#include <math.h>

#include "report_fixture.h"

static json_t *parsed(void)
{
	char *bytes = report_of("json", false);
	json_error_t error;
	json_t *root = json_loads(bytes, JSON_REJECT_DUPLICATES, &error);

	cr_assert(root, "%s in line %d", error.text, error.line);
	free(bytes);
	return root;
}

/* The very same double, or null for none. */
static void expect_same(const json_t *in, const char *key, double ours)
{
	const json_t *value = json_object_get(in, key);

	cr_assert(value, "no %s", key);
	if (isnan(ours))
		cr_expect(json_is_null(value), "%s is not null", key);
	else if (isinf(ours))
		cr_expect_str_eq(json_string_value(value), "inf", "%s", key);
	else
		cr_expect(json_is_real(value) && json_real_value(value) == ours,
			"%s is %.17g, not %.17g", key, json_real_value(value),
			ours);
}

static void expect_keys(const json_t *object, const char *keys)
{
	char found[600] = "";
	const char *key;
	json_t *value;

	json_object_foreach((json_t *)object, key, value)
	{
		strcat(found, key);
		strcat(found, " ");
	}
	cr_expect_str_eq(found, keys);
}

static void expect_option(const json_t *option, int i)
{
	const struct option_result *ours = &result.option[i];
	const json_t *months = json_object_get(option, "monthly");
	const json_t *parts = json_object_get(option, "by_category");

	cr_expect_str_eq(json_string_value(json_object_get(option, "name")),
		session_option_name(&session, i));
	expect_same(option, "pass_rate", ours->pass_rate);
	expect_same(option, "latency_ms", ours->latency_ms);
	expect_same(option, "total_pv", ours->ledger.total_pv);
	expect_same(option, "total_nominal", ours->ledger.total_nominal);
	expect_same(option, "cost_per_1k", ours->cost_per_1k);
	expect_same(option, "cost_per_1k_good", ours->cost_per_1k_good);
	expect_same(option, "people_hours", ours->people_hours);
	for (int c = 0; c < CATEGORIES; c++)
		expect_same(
			parts, category_names[c], ours->ledger.by_category[c]);
	cr_assert_eq((int)json_array_size(months), result.horizon + 1);
	for (int month = 0; month <= result.horizon; month++)
		cr_expect(json_real_value(
				  json_array_get(months, (size_t)month)) ==
				  ours->ledger.monthly[month],
			"month %d", month);
}

Test(report_json, holds_every_figure_to_the_last_bit)
{
	for (int i = 0; i < SESSION_FILES; i++) {
		json_t *root, *options, *savings;

		open_session(session_files[i]);
		root = parsed();
		options = json_object_get(root, "options");
		savings = json_object_get(root, "savings");
		cr_assert_eq((int)json_array_size(options), result.options);
		for (int k = 0; k < result.options; k++)
			expect_option(json_array_get(options, (size_t)k), k);
		expect_same(savings, "running", result.savings.running);
		expect_same(savings, "overhead", result.savings.overhead);
		expect_same(savings, "net", result.savings.net);
		expect_same(savings, "ratio", result.savings.ratio);
		expect_same(savings, "break_even_requests",
			result.savings.break_even_requests);
		json_decref(root);
	}
}

Test(report_json, has_the_keys_in_their_order)
{
	json_t *root, *part;

	open_session(session_files[8]);
	root = parsed();
	expect_keys(root,
		"report name currency horizon_months options baseline tuned "
		"savings gates verdict fits simulation tornado flips ");
	part = json_array_get(json_object_get(root, "options"), 0);
	expect_keys(part, "name adaptation serving feasible why_not pass_rate "
			  "latency_ms total_pv total_nominal cost_per_1k "
			  "cost_per_1k_good people_hours by_category monthly ");
	expect_keys(json_object_get(root, "savings"),
		"running overhead net ratio payback_month "
		"break_even_requests break_even_side ");
	part = json_array_get(json_object_get(root, "gates"), QUALITY);
	expect_keys(
		part, "question suggested answer followed reason evidence ");
	expect_keys(
		json_object_get(part, "evidence"), "low high examples_needed ");
	expect_keys(json_object_get(root, "verdict"), "outcome at action ");
	part = json_object_get(root, "simulation");
	expect_keys(part,
		"scenarios seed net p_net_positive p_pays p_none_feasible "
		"options evpi evppi ");
	expect_keys(json_array_get(json_object_get(part, "options"), 0),
		"name mean p05 p50 p95 p_feasible p_cheapest regret ");
	json_decref(root);
}

/* Every leaf of the other program's report is there under the same path. */
static void expect_shape(
	const json_t *theirs, const json_t *ours, const char *path)
{
	const char *key;
	json_t *value;

	if (!json_is_object(theirs))
		return;
	json_object_foreach((json_t *)theirs, key, value)
	{
		char deeper[256];

		snprintf(deeper, sizeof(deeper), "%s.%s", path, key);
		cr_expect(json_object_get(ours, key), "no %s", deeper);
		if (json_object_get(ours, key))
			expect_shape(value, json_object_get(ours, key), deeper);
	}
}

Test(report_json, has_the_shape_of_the_vectors)
{
	for (int i = 1; i <= 9; i++) {
		char path[512];
		json_t *theirs, *ours;

		snprintf(path, sizeof(path),
			TEST_DATA "/vectors/case-%02d.json", i);
		open_session(session_files[i - 1]);
		theirs = json_load_file(path, 0, NULL);
		cr_assert(theirs, "%s", path);
		ours = parsed();
		expect_shape(theirs, ours, path);
		json_decref(theirs);
		json_decref(ours);
	}
}

/* Every range becomes its middle. */
static void make_certain(void)
{
	struct ranged ranged;

	ranged_list(&ranged, &session);
	for (int i = 0; i < ranged.count; i++) {
		char text[FIGURE_MAX];

		figure_exact(text, sizeof(text),
			session_base(&session, ranged.place[i]));
		set_text(ranged.place[i].input, ranged.place[i].option, text);
	}
	work_out();
}

Test(report_json, without_ranges_the_base_case_is_the_one_scenario)
{
	json_t *root, *simulation, *options;

	open_session(session_files[8]);
	make_certain();
	root = parsed();
	simulation = json_object_get(root, "simulation");
	options = json_object_get(simulation, "options");
	cr_expect_eq(
		json_integer_value(json_object_get(simulation, "scenarios")),
		1);
	cr_expect_eq(json_array_size(json_object_get(simulation, "evppi")), 0);
	expect_same(
		json_object_get(simulation, "net"), "p50", result.savings.net);
	for (int i = 0; i < result.options; i++) {
		const json_t *option = json_array_get(options, (size_t)i);

		expect_same(option, "p05", result.option[i].ledger.total_pv);
		expect_same(option, "p_cheapest", result.cheapest == i);
	}
	json_decref(root);
}

static const json_t *first_of(const json_t *in, const char *list)
{
	return json_array_get(json_object_get(in, list), 0);
}

Test(report_json, holds_the_odds_and_what_they_hang_on)
{
	const struct simulation *simulation = &odds.simulation;
	const json_t *ours;
	json_t *root;

	open_session(session_files[12]);
	root = parsed();
	ours = json_object_get(root, "simulation");
	expect_same(ours, "p_net_positive", simulation->p_net_positive);
	expect_same(ours, "p_pays", simulation->p_pays);
	expect_same(ours, "evpi", simulation->evpi);
	expect_same(
		first_of(ours, "evppi"), "value", simulation->measure[0].value);
	expect_same(first_of(ours, "options"), "regret",
		simulation->option[0].regret);
	expect_same(first_of(root, "tornado"), "net_low",
		odds.tornado.swing[0].net_low);
	expect_same(first_of(root, "flips"), "flip", odds.flips.flip[0].flip);
	cr_expect_str_eq(json_string_value(json_object_get(
				 first_of(root, "tornado"), "input")),
		"options[2].pass_rate");
	json_decref(root);
}

Test(report_json, what_does_not_exist_is_null)
{
	json_t *root;

	session_init(&session);
	work_out();
	root = parsed();
	cr_expect(json_is_null(json_object_get(root, "savings")));
	cr_expect(json_is_null(json_object_get(root, "baseline")));
	cr_expect(json_is_null(json_object_get(root, "tuned")));
	cr_expect(json_is_null(
		json_object_get(json_object_get(root, "simulation"), "net")));
	json_decref(root);
}

Test(report_json, hostile_texts_come_back_and_never_raw)
{
	static const char *const hostile[] = {"\x1b[31mred", "\xe2\x80\xaelive",
		"\"quoted\" \\ back", "\x7f\xc2\x9b", "日本語", "a\nb"};

	open_session(session_files[8]);
	for (size_t i = 0; i < sizeof(hostile) / sizeof(hostile[0]); i++) {
		char *bytes;
		json_t *root;

		smuggle(SHARED_PLACE(IN_session_name), hostile[i]);
		bytes = report_of("json", false);
		for (const char *at = bytes; *at; at++)
			cr_assert((*at >= ' ' && *at < 0x7f) || *at == '\n');
		free(bytes);
		root = parsed();
		cr_expect_str_eq(
			json_string_value(json_object_get(root, "name")),
			hostile[i]);
		json_decref(root);
	}
}

Test(report_json, bytes_that_are_no_text_do_not_stop_it)
{
	json_t *root;

	open_session(session_files[8]);
	smuggle(SHARED_PLACE(IN_session_name), "a\xff\xc3");
	root = parsed();
	cr_expect_str_eq(json_string_value(json_object_get(root, "name")),
		"a\xef\xbf\xbd\xef\xbf\xbd");
	json_decref(root);
}

Test(report_json, is_the_same_twice_and_in_another_locale)
{
	open_session(session_files[8]);
	for (int round = 0; round < 2; round++) {
		char *first = report_of("json", false), *second;

		if (round == 1 && !setlocale(LC_ALL, "de_DE.UTF-8"))
			cr_skip_test("no locale de_DE.UTF-8 here");
		second = report_of("json", false);
		cr_expect_str_eq(first, second);
		free(first);
		free(second);
	}
}
