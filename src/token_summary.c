#include "token_summary.h"

#include <stdlib.h>
#include <string.h>

#include "token_time.h"

/* ---- one model ---------------------------------------------------------- */

struct token_model *token_model_new(const char *name)
{
	struct token_model *model = calloc(1, sizeof(*model));

	if (model)
		memccpy(model->name, name, '\0', sizeof(model->name) - 1);
	return model;
}

void token_model_free(struct token_model *model)
{
	if (model)
		free(model->day);
	free(model);
}

static void widen(struct token_wide *sum, struct token_wide more)
{
	sum->low += more.low;
	sum->high += more.high + sum->low / TOKEN_WIDE;
	sum->low %= TOKEN_WIDE;
}

/* Where the day is, or where it would be. Logs go on from day to day. */
static int find_day(const struct token_model *model, int32_t day)
{
	int low = 0, high = model->days;

	if (high && model->day[high - 1].day <= day)
		return model->day[high - 1].day == day ? high - 1 : high;
	while (low < high) {
		int middle = (low + high) / 2;

		if (model->day[middle].day < day)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool make_room(struct token_model *model)
{
	int room = model->day_room ? 2 * model->day_room : 32;
	struct token_day *days;

	if (model->days < model->day_room)
		return true;
	days = realloc(model->day, (size_t)room * sizeof(*days));
	if (!days)
		return false;
	model->day = days;
	model->day_room = room;
	return true;
}

static void forget_days(struct token_model *model)
{
	free(model->day);
	model->day = NULL;
	model->days = model->day_room = 0;
	model->crowded = true;
}

bool token_model_add_day(
	struct token_model *model, const struct token_day *more)
{
	int at = find_day(model, more->day);
	struct token_day *day;

	if (model->crowded)
		return true;
	if (at == model->days || model->day[at].day != more->day) {
		if (model->days == TOKEN_DAYS)
			return forget_days(model), true;
		if (!make_room(model))
			return false;
		memmove(model->day + at + 1, model->day + at,
			(size_t)(model->days++ - at) * sizeof(*day));
		model->day[at] = (struct token_day){.day = more->day};
	}
	day = &model->day[at];
	day->requests += more->requests;
	for (int i = 0; i < TOKEN_KINDS; i++)
		day->sum[i] += more->sum[i];
	return true;
}

static bool model_add(struct token_model *model, const struct token_use *use)
{
	struct token_day day = {
		.day = (int32_t)(use->time / TOKEN_DAY), .requests = 1};

	model->requests++;
	for (int i = 0; i < TOKEN_KINDS; i++) {
		uint64_t tokens = use->tokens[i];

		model->sum[i] += tokens;
		day.sum[i] = tokens;
		widen(&model->squares[i],
			(struct token_wide){.low = tokens * tokens});
		token_sketch_add(&model->sketch[i], use->tokens[i]);
	}
	if (!use->time)
		return true;
	model->timed++;
	return token_model_add_day(model, &day);
}

bool token_model_merge(struct token_model *into, const struct token_model *from)
{
	into->requests += from->requests;
	into->timed += from->timed;
	for (int i = 0; i < TOKEN_KINDS; i++) {
		into->sum[i] += from->sum[i];
		widen(&into->squares[i], from->squares[i]);
		token_sketch_merge(&into->sketch[i], &from->sketch[i]);
	}
	if (from->crowded)
		forget_days(into);
	for (int i = 0; i < from->days; i++)
		if (!token_model_add_day(into, &from->day[i]))
			return false;
	return true;
}

/* ---- all of them -------------------------------------------------------- */

void token_summary_release(struct token_summary *summary)
{
	for (int i = 0; i < summary->models; i++)
		token_model_free(summary->model[i]);
	token_model_free(summary->others);
	*summary = (struct token_summary){.models = 0};
}

/* FNV-1a */
static unsigned hash(const char *name)
{
	uint32_t hash = 2166136261u;

	for (; *name; name++)
		hash = (hash ^ (unsigned char)*name) * 16777619u;
	return hash % TOKEN_SLOTS;
}

static struct token_model *others(struct token_summary *summary)
{
	if (!summary->others)
		summary->others = token_model_new("");
	return summary->others;
}

/* The slot of that name, or the free one where it would be. */
static unsigned find_slot(const struct token_summary *summary, const char *name)
{
	unsigned slot = hash(name);

	while (summary->slot[slot] &&
		strcmp(summary->model[summary->slot[slot] - 1]->name, name) !=
			0)
		slot = (slot + 1) % TOKEN_SLOTS;
	return slot;
}

bool token_summary_keep(
	struct token_summary *summary, struct token_model *model)
{
	unsigned slot = find_slot(summary, model->name);

	if (summary->slot[slot] || summary->models == TOKEN_MODELS)
		return false;
	summary->model[summary->models++] = model;
	summary->slot[slot] = (short)summary->models;
	return true;
}

/* The model of that name, a new one if need be; NULL: out of memory. */
static struct token_model *find(struct token_summary *summary, const char *name)
{
	short at = summary->slot[find_slot(summary, name)];
	struct token_model *model;

	if (at)
		return summary->model[at - 1];
	if (summary->models == TOKEN_MODELS)
		return others(summary);
	model = token_model_new(name);
	if (model)
		token_summary_keep(summary, model);
	return model;
}

static void extend(struct token_summary *summary, int64_t first, int64_t last)
{
	if (!first)
		return;
	if (!summary->first || first < summary->first)
		summary->first = first;
	if (last > summary->last)
		summary->last = last;
}

bool token_summary_add(
	struct token_summary *summary, const struct token_use *use)
{
	struct token_model *model = summary->recent;

	if (!model || strcmp(model->name, use->model) != 0)
		model = find(summary, use->model);
	if (!model || model->requests == TOKEN_REQUESTS_MOST)
		return false;
	if (model != summary->others)
		summary->recent = model;
	extend(summary, use->time, use->time);
	return model_add(model, use);
}

static bool merge_model(
	struct token_model *into, const struct token_model *from)
{
	return into && into->requests + from->requests <= TOKEN_REQUESTS_MOST &&
	       token_model_merge(into, from);
}

bool token_summary_merge(
	struct token_summary *into, const struct token_summary *from)
{
	for (int i = 0; i < from->models; i++)
		if (!merge_model(
			    find(into, from->model[i]->name), from->model[i]))
			return false;
	if (from->others && !merge_model(others(into), from->others))
		return false;
	for (int i = 0; i < TOKEN_LINES; i++)
		into->skipped[i] += from->skipped[i];
	extend(into, from->first, from->last);
	return true;
}

uint64_t token_summary_requests(const struct token_summary *summary)
{
	uint64_t all = summary->others ? summary->others->requests : 0;

	for (int i = 0; i < summary->models; i++)
		all += summary->model[i]->requests;
	return all;
}

uint64_t token_summary_skipped(const struct token_summary *summary)
{
	uint64_t all = 0;

	for (int i = TOKEN_LINE_SKIPS; i < TOKEN_LINES; i++)
		all += summary->skipped[i];
	return all;
}
