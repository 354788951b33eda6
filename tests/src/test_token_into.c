#include "token_into.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "token_time.h"

static struct token_summary summary;
static struct session session;
static char *told;
static size_t told_size;

static void init(void)
{
	session_init(&session);
}

static void fini(void)
{
	token_summary_release(&summary);
	free(told);
}

TestSuite(token_into, .init = init, .fini = fini);

static void set(struct place place, const char *text)
{
	struct issue issue;

	cr_assert(session_set(&session, place, text, &issue), "%s", text);
}

static struct place option_model(int option)
{
	return (struct place){IN_option_model, option};
}

static const char *reasoning(int option)
{
	return session_text(
		&session, (struct place){IN_option_reasoning_tokens, option});
}

static const char *shared(enum input input)
{
	return session_text(&session, SHARED_PLACE(input));
}

/* So many days of 24 requests, one an hour, all alike. */
static void log_days(const char *model, int days, uint32_t reasoning_tokens)
{
	struct token_use use = {.tokens = {2000, 1200, 45, reasoning_tokens}};

	snprintf(use.model, sizeof(use.model), "%s", model);
	for (int hour = 0; hour < 24 * days; hour++) {
		use.time = INT64_C(1793491200) + hour * 3600;
		cr_assert(token_summary_add(&summary, &use));
	}
}

static void settle(void)
{
	FILE *out = open_memstream(&told, &told_size);
	struct page page = {.out = out};
	struct token_model *total = token_model_new("");
	struct token_into into = {.summary = &summary,
		.total = total,
		.source = "token log x",
		.page = &page,
		.session = &session};
	struct place place;
	struct issue issue;

	cr_assert(out && total);
	for (int i = 0; i < summary.models; i++)
		token_model_merge(total, summary.model[i]);
	cr_assert(token_into_session(&into, &place, &issue));
	token_model_free(total);
	fclose(out);
}

Test(token_into, sets_volume_with_evidence)
{
	const struct evidence *evidence;

	log_days("gpt-4o", 30, 0);
	settle();
	/* 719 hours from the first to the last of 720. */
	cr_expect_str_eq(shared(IN_volume_requests_per_month), "731");
	cr_expect_str_eq(shared(IN_volume_output_tokens), "45");
	evidence = session_evidence(
		&session, SHARED_PLACE(IN_volume_requests_per_month));
	cr_assert(evidence);
	cr_expect_eq(evidence->grade, GRADE_MEASURED);
	cr_expect_str_eq(
		session_pool_text(&session, evidence->source), "token log x");
	cr_expect_str_eq(
		session_pool_text(&session, evidence->date), "2026-11-30");
	cr_expect(strstr(told, "volume.output_tokens=45"));
}

Test(token_into, a_short_log_is_an_estimate_and_a_shorter_one_nothing)
{
	log_days("gpt-4o", 1, 0);
	settle();
	cr_expect_not(session_is_set(
		&session, SHARED_PLACE(IN_volume_requests_per_month)));
	cr_expect(session_is_set(
		&session, SHARED_PLACE(IN_volume_output_tokens)));
	free(told);
	log_days("gpt-4o", 3, 0);
	settle();
	cr_expect_eq(session_evidence(&session,
			     SHARED_PLACE(IN_volume_requests_per_month))
			     ->grade,
		GRADE_ESTIMATE);
}

/* A log does not tell instructions from payload. */
Test(token_into, instructions_must_be_said)
{
	log_days("gpt-4o", 10, 0);
	settle();
	cr_expect_not(session_is_set(
		&session, SHARED_PLACE(IN_volume_payload_tokens)));
	cr_expect_not(session_is_set(
		&session, SHARED_PLACE(IN_volume_cache_hit_rate)));
	cr_expect(strstr(told, "volume.instruction_tokens"));
	free(told);
	set(SHARED_PLACE(IN_volume_instruction_tokens), "1500");
	settle();
	cr_expect_str_eq(shared(IN_volume_payload_tokens), "500");
	cr_expect_str_eq(shared(IN_volume_cache_hit_rate), "80%");
	cr_expect_str_eq(shared(IN_volume_instruction_tokens), "1500");
}

Test(token_into, what_cannot_be_is_left)
{
	log_days("gpt-4o", 10, 0);
	set(SHARED_PLACE(IN_volume_instruction_tokens), "1000");
	settle();
	cr_expect_not(session_is_set(
		&session, SHARED_PLACE(IN_volume_cache_hit_rate)));
	cr_expect_str_eq(shared(IN_volume_payload_tokens), "1k");
	free(told);
	set(SHARED_PLACE(IN_volume_payload_tokens), "7");
	set(SHARED_PLACE(IN_volume_instruction_tokens), "3000");
	settle();
	cr_expect_str_eq(shared(IN_volume_payload_tokens), "7");
}

Test(token_into, options_get_the_reasoning_of_their_model)
{
	session_add_option(&session, "a");
	session_add_option(&session, "b");
	session_add_option(&session, "c");
	set(option_model(0), "GPT-4o");
	set(option_model(1), "o9");
	log_days("openai/gpt-4o-2024-08-06", 1, 100);
	log_days("gpt-4o", 1, 100);
	log_days("gpt-4o-mini", 1, 7);
	settle();
	cr_expect_str_eq(reasoning(0), "100");
	cr_expect_str_eq(reasoning(1), "0");
	cr_expect_not(session_is_set(
		&session, (struct place){IN_option_reasoning_tokens, 2}));
}

Test(token_into, models_match_with_vendor_and_date)
{
	static const struct {
		const char *option, *logged;
		bool matches;
	} rows[] = {
		{"gpt-4o", "gpt-4o", true},
		{"gpt-4o", "GPT-4O", true},
		{"gpt-4o", "gpt-4o-2024-08-06", true},
		{"gpt-4o", "azure/eu/gpt-4o-2024-08-06", true},
		{"openai/gpt-4o", "gpt-4o", true},
		{"claude-3-5-sonnet", "claude-3-5-sonnet@20240620", true},
		{"gpt-4", "gpt-4-0613", true},
		{"gpt-4", "gpt-4-32k", false},
		{"gpt-4o", "gpt-4o-mini", false},
		{"gpt-4o", "gpt-4o-mini-2024-07-18", false},
		{"gpt-4o-2024-08-06", "gpt-4o", false},
		{"gpt-4", "gpt-4o", false},
		{"claude-3", "claude-3-5", false},
		{"", "", false},
		{"", "gpt-4o", false},
		{"openai/", "gpt-4o", false},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		cr_expect_eq(token_into_matches(rows[i].option, rows[i].logged),
			rows[i].matches, "%s, %s", rows[i].option,
			rows[i].logged);
}
