#include "token_summary.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "token_summary_file.h"
#include "token_time.h"

static struct token_summary summary;

static void fini(void)
{
	token_summary_release(&summary);
}

TestSuite(token_summary, .fini = fini);

static uint32_t draw(uint32_t below)
{
	static uint32_t state = 2463534242u;

	state ^= state << 13;
	state ^= state >> 17;
	state ^= state << 5;
	return state % below;
}

static struct token_use use_of(
	const char *model, int64_t time, uint32_t input, uint32_t output)
{
	struct token_use use = {.time = time,
		.tokens = {[TOKEN_INPUT] = input, [TOKEN_OUTPUT] = output}};

	snprintf(use.model, sizeof(use.model), "%s", model);
	return use;
}

static void add(struct token_summary *to, struct token_use use)
{
	cr_assert(token_summary_add(to, &use));
}

/* Any request: some without time, some very large. */
static struct token_use any_use(int models)
{
	char model[32];
	struct token_use use;

	snprintf(model, sizeof(model), "model \"%u\"", draw((uint32_t)models));
	use = use_of(model,
		draw(10) ? TOKEN_TIME_MIN + draw(40 * TOKEN_DAY) : 0,
		draw(50) ? draw(5000) : TOKEN_MOST, draw(900));
	use.tokens[TOKEN_CACHED] = draw(use.tokens[TOKEN_INPUT] + 1);
	use.tokens[TOKEN_REASONING] = draw(2) ? 0 : draw(100);
	return use;
}

static char *format(const struct token_summary *of, size_t *size)
{
	char *bytes = token_summary_format(of, size);

	cr_assert(bytes);
	return bytes;
}

/* The same line, which holds all that a summary knows. */
static void expect_same(
	const struct token_summary *a, const struct token_summary *b)
{
	size_t size_a, size_b;
	char *one = format(a, &size_a), *two = format(b, &size_b);

	cr_expect_eq(size_a, size_b);
	cr_expect_str_eq(one, two);
	free(one);
	free(two);
}

/* ---- adding up ---------------------------------------------------------- */

Test(token_summary, parts_merged_are_the_whole)
{
	struct token_summary part[3] = {{.models = 0}};

	/* All models in the first part: the order is that of the whole. */
	for (int i = 0; i < 5000; i++) {
		struct token_use use = any_use(20);

		add(&summary, use);
		add(&part[i < 400 ? 0 : draw(3)], use);
	}
	summary.skipped[TOKEN_LINE_BROKEN] = 5;
	part[1].skipped[TOKEN_LINE_BROKEN] = 2;
	part[2].skipped[TOKEN_LINE_BROKEN] = 3;
	cr_assert(token_summary_merge(&part[1], &part[2]));
	cr_assert(token_summary_merge(&part[0], &part[1]));
	expect_same(&summary, &part[0]);
	for (int i = 0; i < 3; i++)
		token_summary_release(&part[i]);
}

Test(token_summary, too_many_models_are_one_more)
{
	char model[32];

	for (int i = 0; i < 3 * TOKEN_MODELS; i++) {
		snprintf(model, sizeof(model), "m%d", i / 2);
		add(&summary, use_of(model, 0, 1, 1));
	}
	cr_expect_eq(summary.models, TOKEN_MODELS);
	cr_expect_eq(summary.others->requests, TOKEN_MODELS);
	cr_expect_eq(token_summary_requests(&summary), 3 * TOKEN_MODELS);
}

Test(token_summary, too_many_days_are_not_kept)
{
	for (int i = TOKEN_DAYS; i >= 0; i--)
		add(&summary, use_of("m", TOKEN_TIME_MIN + i * TOKEN_DAY,
				      (uint32_t)i, 1));
	cr_expect(summary.model[0]->crowded);
	cr_expect_eq(summary.model[0]->days, 0);
	cr_expect_eq(summary.model[0]->timed, TOKEN_DAYS + 1);
	cr_expect_not(token_model_mean(summary.model[0], TOKEN_INPUT).by_days);
}

/* Squares of large numbers go beyond 64 bits. */
Test(token_summary, squares_do_not_overflow)
{
	struct token_range range;

	for (int i = 0; i < 20; i++)
		add(&summary, use_of("m", 0, TOKEN_MOST, 0));
	for (int i = 0; i < 20; i++) {
		struct token_summary twice = {.models = 0};

		cr_assert(token_summary_merge(&twice, &summary));
		cr_assert(token_summary_merge(&summary, &twice));
		token_summary_release(&twice);
	}
	range = token_model_mean(summary.model[0], TOKEN_INPUT);
	cr_expect_eq(range.mean, TOKEN_MOST);
	cr_expect_float_eq(range.low, TOKEN_MOST, 1);
	cr_expect_eq(summary.model[0]->squares[TOKEN_INPUT].high, 2097);
}

/* ---- means -------------------------------------------------------------- */

/* By hand: 10 and 20, the mean 15, its error sqrt(50 / 2). */
Test(token_summary, the_range_of_a_mean_by_requests)
{
	struct token_range range;

	add(&summary, use_of("m", 0, 10, 1));
	range = token_model_mean(summary.model[0], TOKEN_INPUT);
	cr_expect(range.low == 10 && range.mean == 10 && range.high == 10);
	add(&summary, use_of("m", 0, 20, 1));
	range = token_model_mean(summary.model[0], TOKEN_INPUT);
	cr_expect_eq(range.mean, 15);
	cr_expect_float_eq(range.high, 15 + 1.6448536 * 5, 1e-6);
	cr_expect_float_eq(range.low, 15 - 1.6448536 * 5, 1e-6);
	cr_expect_not(range.by_days);
}

/* All requests of a day are alike: only the days tell how sure it is. */
Test(token_summary, the_range_of_a_mean_by_days)
{
	static const uint32_t of_day[] = {10, 20, 10, 20, 15};
	struct token_range range;

	for (int day = 0; day < 5; day++)
		for (int i = 0; i < 1000; i++)
			add(&summary,
				use_of("m", TOKEN_TIME_MIN + day * TOKEN_DAY,
					of_day[day], 1));
	range = token_model_mean(summary.model[0], TOKEN_INPUT);
	cr_expect(range.by_days);
	cr_expect_eq(range.mean, 15);
	/* Five days, their standard deviation 5. */
	cr_expect_float_eq(range.high, 15 + 1.6448536 * 5 / sqrt(5), 1e-6);
	add(&summary, use_of("m", 0, 15, 1));
	range = token_model_mean(summary.model[0], TOKEN_INPUT);
	cr_expect_not(range.by_days);
}

/* 100 and 300 requests a day in turn, at noon, for 14 days. */
Test(token_summary, requests_a_month)
{
	struct token_range rate;

	for (int day = 0; day < 14; day++)
		for (int i = 0; i < 100 + 200 * (day % 2); i++)
			add(&summary, use_of("m",
					      TOKEN_TIME_MIN + day * TOKEN_DAY +
						      43200,
					      1, 1));
	rate = token_model_rate(summary.model[0], &summary);
	cr_expect(rate.known && rate.by_days);
	cr_expect_float_eq(rate.mean, 2800 / (13 * 24.) * 730, 1e-6);
	/* Twelve whole days: mean 200, deviation 104.4, error 30.15. */
	cr_expect_float_eq(
		rate.high / rate.mean, 1 + 1.6448536 * 30.1511 / 200, 1e-4);
}

Test(token_summary, requests_a_month_are_not_known_without_a_span)
{
	add(&summary, use_of("m", 0, 1, 1));
	cr_expect_not(token_model_rate(summary.model[0], &summary).known);
	add(&summary, use_of("m", TOKEN_TIME_MIN, 1, 1));
	add(&summary, use_of("m", TOKEN_TIME_MIN + 3599, 1, 1));
	cr_expect_not(token_model_rate(summary.model[0], &summary).known);
	add(&summary, use_of("m", TOKEN_TIME_MIN + 7200, 1, 1));
	cr_expect_eq(
		token_model_rate(summary.model[0], &summary).mean, 1.5 * 730);
}

/* ---- files -------------------------------------------------------------- */

static bool parse(const char *bytes, size_t size, struct token_summary *into)
{
	struct issue issue = {.what = ""};
	bool done = token_summary_parse(bytes, size, into, &issue);

	cr_expect_eq(done, !issue.what[0]);
	return done;
}

Test(token_summary, a_file_reads_back)
{
	struct token_summary again = {.models = 0};
	size_t size;
	char *bytes;

	for (int i = 0; i < 5000; i++)
		add(&summary, any_use(2 * TOKEN_MODELS));
	for (int i = TOKEN_LINE_SKIPS; i < TOKEN_LINES; i++)
		summary.skipped[i] = (uint64_t)i;
	for (int i = 0; i <= TOKEN_DAYS; i++)
		add(&summary, use_of("crowded", TOKEN_TIME_MIN + i * TOKEN_DAY,
				      1, 1));
	bytes = format(&summary, &size);
	cr_expect(token_summary_is(bytes, size));
	cr_expect(parse(bytes, size, &again));
	expect_same(&summary, &again);
	/* A file is added to what is there. */
	cr_expect(parse(bytes, size, &again));
	cr_expect_eq(token_summary_requests(&again),
		2 * token_summary_requests(&summary));
	token_summary_release(&again);
	free(bytes);
}

/* Cut anywhere, or any digit changed: refused, or the parts still agree; and
 * what was there stays as it was. */
Test(token_summary, a_damaged_file_is_refused)
{
	struct token_summary found = {.models = 0};
	size_t size, refused = 0, digits = 0;
	char *bytes;

	for (int i = 0; i < 20; i++)
		add(&summary, any_use(2));
	bytes = format(&summary, &size);
	for (size_t cut = 0; cut < size - 2; cut++)
		cr_expect_not(parse(bytes, cut, &found), "%zu", cut);
	for (size_t i = 0; i < size; i++) {
		if (bytes[i] < '0' || bytes[i] > '9')
			continue;
		digits++;
		bytes[i] ^= 1;
		refused += !parse(bytes, size, &found);
		bytes[i] ^= 1;
	}
	/* The last digits of squares, and times, cannot be checked. */
	cr_expect_gt(refused, digits / 2);
	token_summary_release(&found);
	free(bytes);
}

#define HEAD "{\"tuneornot_usage\":1,\"first\":0,\"last\":0,"
#define SKIPPED "\"skipped\":[0,0,0,0,0,0,0],"
#define MODEL                                                                  \
	"{\"name\":\"m\",\"requests\":1,\"timed\":0,\"sum\":[3,0,0,0],"        \
	"\"squares\":[[0,9],[0,0],[0,0],[0,0]],\"buckets\":[[3,1],[0,1],"      \
	"[0,1],[0,1]],\"days\":[]}"

Test(token_summary, a_file_that_lies_is_refused)
{
	static const char *const lies[] = {
		"{\"tuneornot_usage\":2,\"first\":0}",
		"{\"tuneornot_usage\":1}",
		HEAD "\"skipped\":[0],\"models\":[]}",
		HEAD SKIPPED "\"models\":{}}",
		HEAD SKIPPED "\"models\":[" MODEL "," MODEL "]}",
		HEAD SKIPPED "\"models\":[" MODEL "],\"models\":[]}",
		HEAD SKIPPED "\"models\":[7]}",
		"{\"tuneornot_usage\":1,\"first\":-1,\"last\":0," SKIPPED
		"\"models\":[]}",
		"{\"tuneornot_usage\":1,\"first\":2000000000,"
		"\"last\":1900000000," SKIPPED "\"models\":[]}",
	};
	struct token_summary found = {.models = 0};

	for (size_t i = 0; i < sizeof(lies) / sizeof(*lies); i++)
		cr_expect_not(
			parse(lies[i], strlen(lies[i]), &found), "%s", lies[i]);
	cr_expect_eq(token_summary_requests(&found), 0);
	cr_expect(parse(HEAD SKIPPED "\"models\":[" MODEL "]}",
		strlen(HEAD SKIPPED "\"models\":[" MODEL "]}"), &found));
	cr_expect_eq(found.model[0]->sum[TOKEN_INPUT], 3);
	token_summary_release(&found);
}
