#include "inputs.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

/* Cells of a label: its characters, as labels hold no wide ones. */
static int cells(const char *text)
{
	int count = 0;

	for (; *text; text++)
		count += (*text & 0xc0) != 0x80;
	return count;
}

Test(inputs, every_row_can_be_shown)
{
	for (int i = 0; i < INPUTS; i++) {
		const struct input_row *row = &input_table[i];

		cr_assert(row->key && *row->key, "row %d has no key", i);
		cr_assert(row->label && *row->label, "%s: label", row->key);
		cr_expect_leq(cells(row->label), 22, "%s: \"%s\" is too wide",
			row->key, row->label);
		cr_expect(row->help && *row->help, "%s: no help", row->key);
		cr_expect(!row->typical || *row->typical, "%s: typical",
			row->key);
		cr_expect_eq(row->group == GROUP_OPTION,
			input_is_option((enum input)i), "%s: group", row->key);
	}
}

Test(inputs, keys_are_unique_in_their_group)
{
	for (int i = 0; i < INPUTS; i++)
		for (int j = 0; j < i; j++)
			cr_expect(
				input_table[i].group != input_table[j].group ||
					strcmp(input_table[i].key,
						input_table[j].key) != 0,
				"%s stands twice in \"%s\"", input_table[i].key,
				group_name(input_table[i].group));
}

static void expect_in_domain(enum input input)
{
	const struct input_row *row = &input_table[input];
	struct quantity read;
	struct issue issue;

	cr_expect_lt(row->min, row->max, "%s: empty domain", row->key);
	if (!row->fallback) {
		cr_expect(row->flags & INPUT_NO_DEFAULT, "%s: no default",
			row->key);
		return;
	}
	cr_expect(quantity_read(row->fallback, "$", &read, &issue), "%s: %s",
		row->key, issue.what);
	cr_expect(read.low == read.high && read.low >= row->min &&
			  read.low <= row->max,
		"%s: default outside its domain", row->key);
	if (row->kind == KIND_WHOLE)
		cr_expect_eq(read.low, floor(read.low), "%s", row->key);
}

Test(inputs, defaults_are_readable_and_inside_their_domain)
{
	for (int i = 0; i < INPUTS; i++) {
		const struct input_row *row = &input_table[i];

		if (input_is_number((enum input)i))
			expect_in_domain((enum input)i);
		else if (row->kind == KIND_CHOICE)
			cr_expect(
				input_choice((enum input)i, row->fallback) >= 0,
				"%s: default is no choice", row->key);
		else if (row->kind == KIND_SWITCH)
			cr_expect_str_eq(
				row->fallback, "false", "%s", row->key);
	}
}

Test(inputs, zero_is_none_only_where_zero_is_allowed)
{
	for (int i = 0; i < INPUTS; i++)
		if (input_table[i].flags & INPUT_ZERO_IS_NONE) {
			cr_expect_eq(input_table[i].min, 0);
			cr_expect_str_eq(input_table[i].fallback, "0");
		}
	cr_expect(input_table[IN_quality_bar].flags & INPUT_ZERO_IS_NONE);
}

Test(inputs, numbers_are_told_from_words)
{
	cr_expect(input_is_quantity(IN_volume_growth_per_month));
	cr_expect(input_is_number(IN_savings_horizon_months));
	cr_expect_not(input_is_quantity(IN_savings_horizon_months));
	cr_expect_not(input_is_number(IN_volume_narrow_task));
	cr_expect_not(input_is_number(IN_session_name));
	cr_expect_not(input_is_number(IN_quality_tried_retrieval));
}

Test(inputs, choices_have_the_order_of_their_enumerators)
{
	cr_expect_eq(input_choice(IN_volume_narrow_task, "no"), TRI_NO);
	cr_expect_eq(input_choice(IN_volume_narrow_task, "unsure"), TRI_UNSURE);
	cr_expect_eq(input_choice(IN_savings_answer, "auto"), ANSWER_AUTO);
	cr_expect_eq(input_choice(IN_savings_answer, "no"), ANSWER_NO);
	cr_expect_eq(input_choice(IN_latency_scope, "first_token"),
		SCOPE_FIRST_TOKEN);
	cr_expect_eq(input_choice(IN_option_adaptation, "tune"), ADAPT_TUNE);
	cr_expect_eq(
		input_choice(IN_option_serving, "selfhost"), SERVE_SELFHOST);
	cr_expect_eq(input_choice(IN_option_serving, "Selfhost"), -1);
	cr_expect_eq(input_choice(IN_session_name, "no"), -1);
}

Test(inputs, serving_decides_what_applies)
{
	struct option_form api = {false, false}, own = {true, true};

	cr_expect(input_applies(IN_option_input_price, api));
	cr_expect_not(input_applies(IN_option_input_price, own));
	cr_expect(input_applies(IN_option_gpu_price_per_hour, own));
	cr_expect_not(input_applies(IN_option_gpu_price_per_hour, api));
	cr_expect(input_applies(IN_option_pass_rate, api));
}

Test(inputs, domains_read_well)
{
	static const struct {
		enum input input;
		const char *text;
	} rows[] = {
		{IN_volume_requests_per_month, "0 to 1T"},
		{IN_volume_growth_per_month, "-50% to 100%"},
		{IN_volume_batch_share, "0% to 100%"},
		{IN_option_retry_rate, "0% to 90%"},
		{IN_quality_bar, "0% to 100%; 0: none"},
		{IN_option_prefill_tokens_per_s, "0.001 to 1B"},
		{IN_savings_horizon_months, "whole, 1 to 120"},
		{IN_session_seed, "whole, 0 to 4294967295"},
		{IN_volume_narrow_task, "no, yes or unsure"},
		{IN_option_serving, "api or selfhost"},
		{IN_option_autoscale, "true or false"},
		{IN_option_priced_on, "a day, such as 2026-10-31"},
		{IN_session_notes, "one line of text"},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		char text[100];

		input_domain(rows[i].input, text, sizeof(text));
		cr_expect_str_eq(text, rows[i].text, "\"%s\"", text);
	}
}

Test(inputs, a_short_buffer_is_not_overrun)
{
	char text[8] = "1234567";

	input_domain(IN_volume_narrow_task, text, 6);
	cr_expect_str_eq(text, "no, y");
	cr_expect_eq(text[6], '7');
}
