/*
 * Two sessions beside each other, in each format: what a reader relies on.
 */
#include "compare.h"

#include <criterion/criterion.h>
#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "session_file.h"
#include "text.h"

#define TRIAGE TEST_SOURCE "/share/examples/support-triage.cfg"
#define CODING TEST_SOURCE "/share/examples/medical-coding.cfg"

static struct session a, b;
static struct result result_a, result_b;
static struct odds odds_a, odds_b;
static struct odds_work work;
static struct bridge bridge;

static void open_both(const char *path_a, const char *path_b)
{
	struct file_issue issue;

	cr_assert(session_file_read(path_a, &a, NULL, &issue));
	cr_assert(session_file_read(path_b, &b, NULL, &issue));
}

static void set(struct session *session, const char *key, const char *text)
{
	struct place place;
	struct issue issue;

	cr_assert(session_find(session, key, &place, &issue), "%s", issue.what);
	cr_assert(session_set(session, place, text, &issue), "%s", issue.what);
}

static struct comparison work_out(void)
{
	evaluate(&a, &result_a);
	evaluate(&b, &result_b);
	evaluate_odds(&a, &result_a, &odds_a, &work);
	evaluate_odds(&b, &result_b, &odds_b, &work);
	bridge_build(&a, &b, &bridge);
	return (struct comparison){
		.a = {"a.cfg", &a, &result_a, &odds_a},
		.b = {"b.cfg", &b, &result_b, &odds_b},
		.bridge = &bridge,
	};
}

/* The caller frees. */
static char *written(
	bool (*write)(FILE *out, const struct report *report), bool ascii)
{
	const struct comparison comparison = work_out();
	char *bytes = NULL;
	size_t size;
	FILE *out = open_memstream(&bytes, &size);

	cr_assert(write(out, &(struct report){.session = &a,
				     .result = &result_a,
				     .odds = &odds_a,
				     .comparison = &comparison,
				     .ascii = ascii}));
	fclose(out);
	return bytes;
}

/* The example, and twelve things changed in it. */
static void change_twelve(void)
{
	open_both(TRIAGE, TRIAGE);
	set(&b, "volume.requests_per_month", "6M to 8M");
	set(&b, "volume.cache_hit_rate", "92%");
	set(&b, "volume.output_tokens", "60");
	set(&b, "quality.failure_cost", "$0.05 to $0.10");
	set(&b, "upkeep.changes_per_year", "4 to 8");
	set(&b, "upkeep.hiring_owner", "Ada");
	set(&b, "savings.engineer_rate", "120");
	set(&b, "savings.horizon_months", "36");
	set(&b, "options[Frontier prompted].input_price", "1.5");
	set(&b, "options[Hosted tune].pass_rate", "95.5% to 96.5%");
	set(&b, "options[Hosted tune].labels", "30,000");
	set(&b, "options[Self-hosted tune].gpu_price_per_hour", "1.2");
}

static bool has(const char *text, const char *part)
{
	return strstr(text, part) != NULL;
}

/* ---- text --------------------------------------------------------------- */

/* The amount at the end of a line: "-$1,292". */
static double amount_at(const char *line, size_t length)
{
	char digits[32] = "";
	size_t count = 0, at = length;

	while (at > 0 && line[at - 1] != ' ')
		at--;
	for (; at < length && count < sizeof(digits) - 1; at++)
		if (strchr("-.0123456789", line[at]))
			digits[count++] = line[at];
	return strtod(digits, NULL);
}

/* What is printed between A's net saving and B's adds up to the last digit. */
static void check_printed_sum(const char *text)
{
	const char *line = strstr(text, "A: net saving");
	double sum = 0;
	int steps = 0;

	cr_assert_not_null(line);
	for (; strncmp(line, "B: net saving", 13) != 0; steps++) {
		sum += amount_at(line, strcspn(line, "\n"));
		line = strchr(line, '\n') + 1;
		line += strspn(line, " ");
	}
	cr_assert_gt(steps, 1);
	cr_assert_float_eq(amount_at(line, strcspn(line, "\n")), sum, 1e-6);
}

static void check_width(const char *text)
{
	while (*text) {
		char line[1000];
		size_t length = strcspn(text, "\n");

		snprintf(line, sizeof(line), "%.*s", (int)length, text);
		cr_assert_leq(text_width(line), 80, "%s", line);
		text += length + 1;
	}
}

/* Lines put together again: where they break is no matter. */
static char *unwrapped(char *text)
{
	char *out = text;

	for (char *at = text; *at; at++) {
		bool blank = *at == ' ' || *at == '\n';

		if (!blank)
			*out++ = *at;
		else if (out > text && out[-1] != ' ')
			*out++ = ' ';
	}
	*out = '\0';
	return text;
}

Test(compare, says_first_what_happened)
{
	char *text;

	open_both(TRIAGE, TRIAGE);
	set(&b, "volume.requests_per_month", "8M to 10M");
	text = unwrapped(written(report_text, false));
	cr_assert(has(text,
		"The verdict moves from stop at savings to find "
		"out first about savings. In A tuning saves $14.3k, and in "
		"B $183k; the net saving rises by $169k. All of "
		"that comes from requests per month."));
	cr_assert(has(text, "Requests per month 4M to 6M 8M to 10M"));
	free(text);
}

Test(compare, printed_shares_add_up)
{
	char *text;

	change_twelve();
	text = written(report_text, false);
	check_printed_sum(text);
	check_width(text);
	free(text);
	open_both(TRIAGE, CODING);
	text = written(report_text, true);
	check_printed_sum(text);
	check_width(text);
	cr_assert(has(text, " smaller changes"));
	free(text);
}

Test(compare, says_what_counts_as_one)
{
	char *text;

	open_both(TRIAGE, TRIAGE);
	set(&b, "options[2].serving", "selfhost");
	set(&b, "options[2].gpu_price_per_hour", "3");
	text = unwrapped(written(report_text, false));
	cr_assert(has(text, "Hosted tune's served by, and 1 more"));
	cr_assert(has(text, "Counted as one: Hosted tune's served by; Hosted "
			    "tune's GPU price."));
	free(text);
}

/* Millions in thousands, so that they still fit and still add up. */
Test(compare, large_amounts_are_printed_in_a_larger_unit)
{
	char *text;

	open_both(TRIAGE, TRIAGE);
	set(&a, "currency", "Rs. lakh");
	set(&b, "currency", "Rs. lakh");
	set(&a, "volume.requests_per_month", "400M to 600M");
	set(&b, "volume.requests_per_month", "900M");
	set(&b, "savings.horizon_months", "36");
	set(&b, "quality.failure_cost", "0.03");
	text = written(report_text, false);
	check_printed_sum(text);
	check_width(text);
	cr_assert_gt(bridge.to, 1e7);
	cr_assert(has(text, "k\n"));
	free(text);
}

Test(compare, cents_add_up_too)
{
	char *text;

	open_both(TRIAGE, TRIAGE);
	session_remove_option(&a, 3);
	set(&a, "volume.requests_per_month", "10");
	set(&a, "options[2].hosting_per_hour", "0");
	set(&a, "savings.engineer_rate", "0");
	set(&a, "options[2].labels", "0");
	set(&a, "options[2].training_runs", "0");
	set(&a, "options[2].training_price", "0");
	b = a;
	set(&b, "volume.requests_per_month", "17");
	set(&b, "quality.failure_cost", "$0.3");
	text = written(report_text, false);
	check_printed_sum(text);
	cr_assert_lt(fabs(bridge.to), 99);
	free(text);
}

Test(compare, without_differences_there_is_little_to_say)
{
	char *text;

	open_both(TRIAGE, TRIAGE);
	text = written(report_text, false);
	cr_assert(has(text, "Nothing differs"));
	cr_assert_not(has(text, "SIDE BY SIDE"));
	free(text);
}

Test(compare, options_that_are_in_one_only_are_said_to_be)
{
	char *text;

	open_both(TRIAGE, TRIAGE);
	session_remove_option(&b, 3);
	set(&b, "options[Hosted tune].labels", "5000");
	text = written(report_text, false);
	cr_assert(has(text, "tuned, own GPUs         not there"));
	cr_assert(has(text, "removing Self-hosted tune"));
	free(text);
}

Test(compare, nothing_converts_currencies)
{
	char *text;

	open_both(TRIAGE, TRIAGE);
	set(&b, "currency", "CHF");
	text = written(report_text, false);
	cr_assert(has(text, "The currencies differ"));
	cr_assert(has(text, "CHF 14,336"));
	cr_assert_not(has(text, "A: net saving"));
	free(text);
}

Test(compare, a_missing_pair_is_said)
{
	char *text;

	open_both(TRIAGE, TRIAGE);
	session_remove_option(&b, 3);
	session_remove_option(&b, 2);
	text = written(report_text, false);
	cr_assert(has(text, "B has no net saving"));
	free(text);
	session_remove_option(&a, 3);
	session_remove_option(&a, 2);
	set(&b, "volume.growth_per_month", "3%");
	text = written(report_text, false);
	cr_assert(has(text, "Neither has a net saving"));
	free(text);
}

Test(compare, ascii_is_ascii)
{
	char *text;

	change_twelve();
	text = written(report_text, true);
	for (const char *at = text; *at; at++)
		cr_assert((*at >= ' ' && *at <= '~') || *at == '\n');
	free(text);
}

/* ---- texts of the user -------------------------------------------------- */

/* As a bug would put it there: a session refuses control characters. */
static void smuggle(
	struct session *session, struct place place, const char *text)
{
	struct value *value =
		place.option < 0
			? &session->shared[place.input]
			: &session->option[place.option]
					  [place.input - SHARED_INPUTS];
	size_t size = strlen(text) + 1;

	memcpy(session->pool + session->used, text, size);
	value->text = session->used;
	session->used += (uint32_t)size;
}

Test(compare, no_control_character_gets_through)
{
	open_both(TRIAGE, TRIAGE);
	smuggle(&b, SHARED_PLACE(IN_session_name), "\033]0;x\007");
	smuggle(&b, SHARED_PLACE(IN_upkeep_hiring_owner), "A\033[2Jd\302\233a");
	smuggle(&b, (struct place){IN_option_name, 1}, "S\r\nm\033[31m");
	smuggle(&b, (struct place){IN_option_model, 1}, "\xff\xfe\x7f");
	set(&b, "volume.growth_per_month", "3%");
	for (int i = 0; compare_formats[i].write; i++) {
		char *text = written(compare_formats[i].write, false);

		cr_assert_not(has(text, "\033"));
		cr_assert_not(has(text, "\007"));
		cr_assert_not(has(text, "\x7f"));
		cr_assert_not(has(text, "\302\233"));
		free(text);
	}
}

/* ---- JSON --------------------------------------------------------------- */

static json_t *read_json(void)
{
	char *text = written(compare_json, false);
	json_error_t error;
	json_t *root = json_loads(text, JSON_REJECT_DUPLICATES, &error);

	cr_assert_not_null(root, "%s", error.text);
	free(text);
	return root;
}

static double number(const json_t *root, const char *first, const char *second,
	const char *third)
{
	json_t *object = json_object_get(json_object_get(root, first), second);

	if (third)
		object = json_object_get(object, third);
	cr_assert(json_is_number(object));
	return json_number_value(object);
}

Test(compare, json_has_the_figures_of_both_reports)
{
	json_t *root;

	change_twelve();
	root = read_json();
	cr_assert_eq(number(root, "results", "net", "a"), result_a.savings.net);
	cr_assert_eq(number(root, "results", "net", "b"), result_b.savings.net);
	cr_assert_eq(number(root, "results", "p_pays", "b"),
		odds_b.simulation.p_pays);
	cr_assert_eq(number(root, "bridge", "from", NULL), bridge.from);
	cr_assert_eq(number(root, "bridge", "to", NULL), bridge.to);
	cr_assert_eq(json_array_size(json_object_get(root, "differences")), 12);
	json_decref(root);
}

Test(compare, json_shares_add_up)
{
	double sum = 0;
	json_t *root, *shares;

	change_twelve();
	root = read_json();
	shares = json_object_get(json_object_get(root, "bridge"), "shares");
	cr_assert_eq(json_array_size(shares), 11); /* an owner moves nothing */
	for (size_t i = 0; i < json_array_size(shares); i++)
		sum += json_number_value(
			json_object_get(json_array_get(shares, i), "share"));
	cr_assert_float_eq(sum, bridge.to - bridge.from, 1e-8);
	cr_assert_str_eq(json_string_value(json_object_get(
				 json_array_get(shares, 0), "input")),
		"options[Hosted tune].pass_rate");
	json_decref(root);
}

Test(compare, json_says_why_there_is_no_bridge)
{
	json_t *root, *found;

	open_both(TRIAGE, TRIAGE);
	set(&b, "currency", "CHF");
	root = read_json();
	found = json_object_get(root, "bridge");
	cr_assert_str_eq(json_string_value(json_object_get(found, "why_not")),
		"currencies");
	cr_assert_eq(json_array_size(json_object_get(found, "shares")), 0);
	cr_assert(json_is_null(json_object_get(
		json_object_get(json_object_get(root, "results"), "net"),
		"difference")));
	json_decref(root);
}

/* ---- CSV ---------------------------------------------------------------- */

/* Commas outside of quotes, in each line that ends outside of them. */
static void check_csv(const char *text)
{
	int commas = 0;
	bool quoted = false;

	for (const char *at = text; *at; at++) {
		if (*at == '"')
			quoted = !quoted;
		else if (*at == ',' && !quoted)
			commas++;
		else if (*at == '\n' && !quoted) {
			cr_assert_eq(commas, 5);
			commas = 0;
		}
	}
	cr_assert_not(quoted);
}

Test(compare, csv_has_six_columns_whatever_names_hold)
{
	char *text;

	change_twelve();
	set(&b, "options[3].name", "=cmd, \"quoted\"");
	set(&b, "volume.growth_per_month", "-5%");
	text = written(compare_csv, false);
	check_csv(text);
	cr_assert(has(text, "\"'=cmd, \"\"quoted\"\"\""));
	cr_assert(has(text, "'-5%"));
	cr_assert(has(text, "\r\nbridge,net,,"));
	free(text);
}
