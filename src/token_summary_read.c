/*
 * A summary is read into one of its own and added only when all of it is
 * sound. Every function below is true when its part is.
 */
#include <jansson.h>
#include <string.h>

#include "token_summary_file.h"
#include "token_time.h"

static const char opening[] = "{\"tuneornot_usage\":";

bool token_summary_is(const char *bytes, size_t size)
{
	return size >= sizeof(opening) - 1 &&
	       !memcmp(bytes, opening, sizeof(opening) - 1);
}

/* ---- numbers ------------------------------------------------------------ */

static bool take_number(const json_t *number, uint64_t most, uint64_t *out)
{
	if (!json_is_integer(number) || json_integer_value(number) < 0)
		return false;
	*out = (uint64_t)json_integer_value(number);
	return *out <= most;
}

static bool take_member(
	const json_t *object, const char *key, uint64_t most, uint64_t *out)
{
	return take_number(json_object_get(object, key), most, out);
}

static bool take_list(
	const json_t *list, int count, uint64_t most, uint64_t *out)
{
	if (json_array_size(list) != (size_t)count)
		return false;
	for (int i = 0; i < count; i++)
		if (!take_number(
			    json_array_get(list, (size_t)i), most, &out[i]))
			return false;
	return true;
}

/* ---- one model ---------------------------------------------------------- */

static bool take_buckets(const json_t *list, struct token_sketch *sketch)
{
	size_t size = json_array_size(list);
	uint64_t bucket, before = 0;

	for (size_t i = 0; i + 1 < size; i += 2) {
		if (!take_number(json_array_get(list, i), TOKEN_BUCKETS - 1,
			    &bucket) ||
			(i && bucket <= before))
			return false;
		if (!take_number(json_array_get(list, i + 1),
			    TOKEN_REQUESTS_MOST, &sketch->count[bucket]))
			return false;
		before = bucket;
	}
	return size % 2 == 0;
}

static double wide(struct token_wide sum)
{
	return (double)sum.high * (double)TOKEN_WIDE + (double)sum.low;
}

/* Between the least and the most, but for what doubles lose? */
static bool is_between(double least, double value, double most)
{
	return least * (1 - 1e-9) <= value && value <= most * (1 + 1e-9);
}

/* Do buckets, sums and squares tell of the same requests? */
static bool agrees(const struct token_model *model, int kind)
{
	uint64_t requests = 0;
	double low = 0, high = 0, low_squares = 0, high_squares = 0;

	for (int i = 0; i < TOKEN_BUCKETS; i++) {
		uint64_t count = model->sketch[kind].count[i];
		double least = token_bucket_least(i);
		double most = token_bucket_most(i);

		if (count > model->requests - requests)
			return false;
		requests += count;
		low += (double)count * least;
		high += (double)count * most;
		low_squares += (double)count * least * least;
		high_squares += (double)count * most * most;
	}
	return requests == model->requests &&
	       is_between(low, (double)model->sum[kind], high) &&
	       is_between(
		       low_squares, wide(model->squares[kind]), high_squares);
}

static bool take_kinds(const json_t *object, struct token_model *model)
{
	const json_t *squares = json_object_get(object, "squares");
	const json_t *buckets = json_object_get(object, "buckets");
	uint64_t pair[2];

	if (!take_list(json_object_get(object, "sum"), TOKEN_KINDS, INT64_MAX,
		    model->sum))
		return false;
	for (size_t i = 0; i < TOKEN_KINDS; i++) {
		if (!take_list(json_array_get(squares, i), 2, TOKEN_WIDE - 1,
			    pair) ||
			!take_buckets(
				json_array_get(buckets, i), &model->sketch[i]))
			return false;
		model->squares[i] = (struct token_wide){pair[0], pair[1]};
		if (!agrees(model, (int)i))
			return false;
	}
	return true;
}

enum { DAY_NUMBERS = 2 + TOKEN_KINDS };

/* One day: its number, its requests, its sums, none more than what is left. */
static bool take_day(const json_t *list, size_t at, struct token_model *model,
	struct token_model *left)
{
	uint64_t number;
	struct token_day day;

	if (!take_number(json_array_get(list, at), TOKEN_TIME_MAX / TOKEN_DAY,
		    &number) ||
		!take_number(json_array_get(list, at + 1), left->timed,
			&day.requests))
		return false;
	day.day = (int32_t)number;
	left->timed -= day.requests;
	for (size_t i = 0; i < TOKEN_KINDS; i++) {
		if (!take_number(json_array_get(list, at + 2 + i), left->sum[i],
			    &day.sum[i]))
			return false;
		left->sum[i] -= day.sum[i];
	}
	if (!day.requests ||
		(model->days && model->day[model->days - 1].day >= day.day))
		return false;
	return token_model_add_day(model, &day);
}

static bool take_days(const json_t *list, struct token_model *model)
{
	size_t size = json_array_size(list);
	struct token_model left = {.timed = model->timed};

	model->crowded = json_is_null(list);
	if (model->crowded)
		return true;
	if (!json_is_array(list) || size % DAY_NUMBERS ||
		size / DAY_NUMBERS > TOKEN_DAYS)
		return false;
	memcpy(left.sum, model->sum, sizeof(left.sum));
	for (size_t i = 0; i < size; i += DAY_NUMBERS)
		if (!take_day(list, i, model, &left))
			return false;
	return !left.timed;
}

static bool take_model(const json_t *object, struct token_model *model)
{
	return take_member(object, "requests", TOKEN_REQUESTS_MOST,
		       &model->requests) &&
	       model->requests &&
	       take_member(object, "timed", model->requests, &model->timed) &&
	       take_kinds(object, model) &&
	       take_days(json_object_get(object, "days"), model);
}

/* others: where the model goes that stands for those beyond TOKEN_MODELS. */
static bool add_model(const json_t *object, struct token_summary *summary,
	struct token_model **others)
{
	const char *name = json_string_value(json_object_get(object, "name"));
	struct token_model *model;
	bool sound;

	if (!name || strlen(name) >= TOKEN_MODEL)
		return false;
	model = token_model_new(name);
	sound = model && take_model(object, model) &&
		(others ? !*others : token_summary_keep(summary, model));
	if (!sound)
		token_model_free(model);
	else if (others)
		*others = model;
	return sound;
}

/* ---- all of it ---------------------------------------------------------- */

static bool take_times(const json_t *root, struct token_summary *summary)
{
	uint64_t first, last;

	if (!take_member(root, "first", TOKEN_TIME_MAX - 1, &first) ||
		!take_member(root, "last", TOKEN_TIME_MAX - 1, &last))
		return false;
	summary->first = (int64_t)first;
	summary->last = (int64_t)last;
	return first ? first >= (uint64_t)TOKEN_TIME_MIN && first <= last
		     : !last;
}

static bool take_summary(const json_t *root, struct token_summary *summary)
{
	const json_t *models = json_object_get(root, "models");
	const json_t *others = json_object_get(root, "others");

	if (!take_times(root, summary) ||
		!take_list(json_object_get(root, "skipped"),
			TOKEN_LINES - TOKEN_LINE_SKIPS, TOKEN_REQUESTS_MOST,
			summary->skipped + TOKEN_LINE_SKIPS) ||
		!json_is_array(models))
		return false;
	for (size_t i = 0; i < json_array_size(models); i++)
		if (!add_model(json_array_get(models, i), summary, NULL))
			return false;
	return !others || add_model(others, summary, &summary->others);
}

static bool refuse(struct issue *issue, const char *what)
{
	issue_set(issue, 0, "%s", what);
	return issue_mend(issue, "write it again with \"tuneornot usage LOG "
				 "--save FILE\"");
}

bool token_summary_parse(const char *bytes, size_t size,
	struct token_summary *summary, struct issue *issue)
{
	struct token_summary found = {.models = 0};
	json_t *root = json_loadb(bytes, size, JSON_REJECT_DUPLICATES, NULL);
	uint64_t version = 0;
	bool merged = false;

	if (!root)
		refuse(issue, "the summary is cut off or damaged");
	else if (!take_member(root, "tuneornot_usage", 1, &version) || !version)
		refuse(issue, "the summary is of another version");
	else if (!take_summary(root, &found))
		refuse(issue, "the summary's parts do not agree");
	else
		merged = token_summary_merge(summary, &found) ||
			 refuse(issue, "it is too much to add up");
	json_decref(root);
	token_summary_release(&found);
	return merged;
}
