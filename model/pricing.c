#include "pricing.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "figure.h"

/* ---- what an entry can fill --------------------------------------------- */

/*
 * A row for each field that is copied; of several for one input the first that
 * an entry has counts. How an input is found that is not copied, its shape
 * says.
 */
enum price_shape {
	PRICE_COPY,
	PRICE_DISCOUNT, /* 1 - field / other, of the batch price */
	PRICE_RANGE,    /* field to other */
};

struct price_row {
	enum item_kind kind;
	enum input input;
	enum item_field field, other;
	enum price_shape shape;
};

#define MODEL_AND_TUNING(...)                                                  \
	{ITEM_MODEL, __VA_ARGS__},                                             \
	{                                                                      \
		ITEM_TUNING, __VA_ARGS__                                       \
	}

static const struct price_row price_rows[] = {
	MODEL_AND_TUNING(IN_option_input_price, EF_INPUT, EF_INPUT, PRICE_COPY),
	MODEL_AND_TUNING(IN_option_cached_input_price, EF_CACHED_INPUT,
		EF_CACHED_INPUT, PRICE_COPY),
	MODEL_AND_TUNING(IN_option_cache_write_price, EF_CACHE_WRITE,
		EF_CACHE_WRITE, PRICE_COPY),
	MODEL_AND_TUNING(
		IN_option_output_price, EF_OUTPUT, EF_OUTPUT, PRICE_COPY),
	MODEL_AND_TUNING(IN_option_batch_discount, EF_BATCH_OUTPUT, EF_OUTPUT,
		PRICE_DISCOUNT),
	MODEL_AND_TUNING(IN_option_batch_discount, EF_BATCH_INPUT, EF_INPUT,
		PRICE_DISCOUNT),
	{ITEM_TUNING, IN_option_hosting_per_hour, EF_HOSTING_PER_HOUR,
		EF_HOSTING_PER_HOUR, PRICE_COPY},
	{ITEM_TUNING, IN_option_hosting_per_hour, EF_HOSTING_PER_GPU_HOUR,
		EF_HOSTING_PER_GPU_HOUR, PRICE_COPY},
	{ITEM_TUNING, IN_option_training_price, EF_TRAINING, EF_TRAINING,
		PRICE_COPY},
	{ITEM_TUNING, IN_option_training_price, EF_TRAINING_LORA_SFT,
		EF_TRAINING_LORA_SFT, PRICE_COPY},
	{ITEM_TUNING, IN_option_training_price, EF_TRAINING_FULL_SFT,
		EF_TRAINING_FULL_SFT, PRICE_COPY},
	{ITEM_TUNING, IN_option_training_per_hour, EF_TRAINING_PER_HOUR,
		EF_TRAINING_PER_HOUR, PRICE_COPY},
	{ITEM_GPU, IN_option_gpu_price_per_hour, EF_LOW, EF_HIGH, PRICE_RANGE},
	{ITEM_LABELLING, IN_option_label_cost, EF_PER_LABEL, EF_PER_LABEL,
		PRICE_COPY},
	{ITEM_LABELLING, IN_option_label_cost, EF_PER_OBJECT, EF_PER_OBJECT,
		PRICE_COPY},
	{ITEM_LABELLING, IN_option_label_cost, EF_PER_UNIT, EF_PER_UNIT,
		PRICE_COPY},
};
enum { PRICE_ROWS = sizeof(price_rows) / sizeof(*price_rows) };

static const enum grade grade_of[ITEM_GRADES] = {
	[ITEM_QUOTED] = GRADE_CITED,
	[ITEM_DERIVED] = GRADE_ESTIMATE,
	[ITEM_ESTIMATE] = GRADE_ESTIMATE,
};

/* What comes off, as a percentage; nothing where batches cost more. */
static bool discount_words(char out[PRICE_TEXT], double batch, double price)
{
	char percent[FIGURE_MAX];

	if (price <= 0 || batch > price)
		return false;
	figure_exact(percent, sizeof(percent),
		round((1 - batch / price) * 1000) / 10);
	snprintf(out, PRICE_TEXT, "%.40s%%", percent);
	return true;
}

static bool price_words(const struct price_row *row,
	const struct item_figure *figure, const struct item_figure *other,
	char out[PRICE_TEXT])
{
	if (row->shape == PRICE_DISCOUNT)
		return discount_words(out, figure->value, other->value);
	if (row->shape == PRICE_COPY || figure->value == other->value)
		snprintf(out, PRICE_TEXT, "%.60s", figure->text);
	else
		snprintf(out, PRICE_TEXT, "%.28s to %.28s", figure->text,
			other->text);
	return figure->value <= other->value;
}

static bool has_price(const struct price *price, int count, enum input input)
{
	for (int i = 0; i < count; i++)
		if (price[i].input == input)
			return true;
	return false;
}

int pricing_of(
	const struct item *item, int day, struct price price[ITEM_PRICES])
{
	int count = 0;

	for (int i = 0; i < PRICE_ROWS; i++) {
		const struct price_row *row = &price_rows[i];
		const struct item_figure *figure, *other;

		if (row->kind != item->kind || count == ITEM_PRICES ||
			has_price(price, count, row->input))
			continue;
		figure = item_figure_on(item, row->field, day);
		other = item_figure_on(item, row->other, day);
		if (!figure || !other ||
			!price_words(row, figure, other, price[count].text))
			continue;
		price[count].input = row->input;
		price[count].figure = figure;
		price[count].grade = grade_of[figure->grade];
		count++;
	}
	return count;
}

bool pricing_knows(enum input input)
{
	for (int i = 0; i < PRICE_ROWS; i++)
		if (price_rows[i].input == input)
			return true;
	return false;
}

bool pricing_currency_fits(const struct session *session)
{
	const char *currency = session_currency(session);

	return !strcmp(currency, "$") || !strcmp(currency, "US$") ||
	       !strcmp(currency, "USD");
}

/* ---- what to look up ---------------------------------------------------- */

/* Inputs that have entries of their own, or a part of an entry. */
static const struct {
	enum input input;
	enum item_kind kind;
} alone_rows[] = {
	{IN_option_gpu_price_per_hour, ITEM_GPU},
	{IN_option_label_cost, ITEM_LABELLING},
	{IN_option_hosting_per_hour, ITEM_TUNING},
	{IN_option_training_price, ITEM_TUNING},
	{IN_option_training_per_hour, ITEM_TUNING},
};

enum item_kind pricing_kind(
	const struct session *session, struct place place, bool *alone)
{
	struct option_form form;

	*alone = true;
	if (place.option < 0)
		return ITEM_KINDS;
	for (size_t i = 0; i < sizeof(alone_rows) / sizeof(*alone_rows); i++)
		if (alone_rows[i].input == place.input)
			return alone_rows[i].kind;
	form = session_form(session, place.option);
	if (form.selfhosted)
		return ITEM_GPU;
	*alone = false;
	return form.tuned ? ITEM_TUNING : ITEM_MODEL;
}

bool pricing_missing(const struct session *session, int option)
{
	static const enum input bills[][3] = {
		{IN_option_input_price, IN_option_output_price,
			IN_option_hosting_per_hour},
		{IN_option_gpu_price_per_hour, IN_option_gpu_price_per_hour,
			IN_option_gpu_price_per_hour}};
	bool own = session_form(session, option).selfhosted;

	for (int i = 0; i < 3; i++)
		if (session_is_set(
			    session, (struct place){bills[own][i], option}))
			return false;
	return true;
}

/* ---- where a price comes from ------------------------------------------- */

static const char *source_of(const struct session *session, struct place place)
{
	const struct evidence *evidence = session_evidence(session, place);

	return evidence ? session_pool_text(session, evidence->source) : "";
}

bool pricing_is_own(const struct session *session, struct place place)
{
	const struct evidence *evidence = session_evidence(session, place);

	return evidence && (evidence->grade == GRADE_MEASURED ||
				   !strncmp(source_of(session, place),
					   PRICING_OWN, strlen(PRICING_OWN)));
}

static bool names_entry(const char *source)
{
	return !strncmp(source, PRICING_SOURCE, strlen(PRICING_SOURCE));
}

bool pricing_is_catalogue(
	const struct session *session, const struct evidence *evidence)
{
	return names_entry(session_pool_text(session, evidence->source));
}

const struct item *pricing_named(
	const char *source, const struct catalogue *catalogue)
{
	char id[SESSION_KEY];
	const char *end;

	if (!names_entry(source))
		return NULL;
	source += strlen(PRICING_SOURCE);
	end = strstr(source, ": ");
	if (!end)
		end = source + strlen(source);
	snprintf(id, sizeof(id), "%.*s", (int)(end - source), source);
	return catalogue_find(catalogue, id);
}

const struct item *pricing_model(const struct session *session, int option,
	const struct catalogue *catalogue)
{
	return catalogue_find(catalogue,
		session_text(session, (struct place){IN_option_model, option}));
}

const struct item *pricing_item(const struct session *session,
	struct place place, const struct catalogue *catalogue)
{
	const struct item *named =
		pricing_named(source_of(session, place), catalogue);

	return named ? named : pricing_model(session, place.option, catalogue);
}

void pricing_typed(struct session *session, struct place place)
{
	struct place dated = {IN_option_priced_on, place.option};
	struct issue issue;

	if (place.option < 0 || !pricing_knows(place.input))
		return;
	if (!session_is_set(session, place))
		session_drop_evidence(session, place);
	else if (session_evidence(session, place) ||
		 session_is_set(session, dated))
		session_add_evidence(session, place, GRADE_ESTIMATE,
			PRICING_OWN, "", &issue);
}
