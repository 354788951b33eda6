/*
 * The price list of genai-prices: an array of providers, each with models.
 * Prices are one group, or a list of groups of which the last one counts
 * whose condition holds: it has none, it begins on a day, or it is for some
 * hours of every day.
 */
#include <math.h>
#include <string.h>

#include "json_walk.h"
#include "price_entry.h"

static const struct {
	const char *key;
	enum item_field field;
	enum item_field long_field; /* above some tokens; 0: none */
} figure_table[] = {
	{"input_mtok", EF_INPUT, EF_LONG_INPUT},
	{"output_mtok", EF_OUTPUT, EF_LONG_OUTPUT},
	{"cache_read_mtok", EF_CACHED_INPUT, EF_LONG_CACHED_INPUT},
	{"cache_write_mtok", EF_CACHE_WRITE, 0},
};
enum { FIGURES = sizeof(figure_table) / sizeof(*figure_table) };

static const char *text_of(const json_t *object, const char *key)
{
	const char *text = json_string_value(json_object_get(object, key));

	return text ? text : "";
}

/* ---- a group of prices -------------------------------------------------- */

/* {base, tiers: [{start, price}]}: the tier that begins first is that of long
 * requests. */
static void read_tiers(struct price_entry *entry, struct price_period *period,
	const json_t *tiers, int row)
{
	const json_t *first = NULL;
	double *above = &period->value[EF_LONG_ABOVE];

	for (size_t i = 0; i < json_array_size(tiers); i++) {
		const json_t *tier = json_array_get(tiers, i);
		double start = price_entry_number(entry, tier, "start");

		if (!first || start < price_entry_number(entry, first, "start"))
			first = tier;
	}
	if (!first || !figure_table[row].long_field)
		return;
	if (json_array_size(tiers) > 1)
		period->note = "longer requests still have further prices";
	if (isnan(*above))
		*above = price_entry_number(entry, first, "start");
	period->value[figure_table[row].long_field] =
		price_entry_number(entry, first, "price");
}

static void read_prices(struct price_entry *entry, struct price_period *period,
	const json_t *prices)
{
	price_period_begin(period);
	for (int i = 0; i < FIGURES; i++) {
		const char *key = figure_table[i].key;
		const json_t *price = json_object_get(prices, key);
		double *value = &period->value[figure_table[i].field];

		if (json_is_object(price)) {
			*value = price_entry_number(entry, price, "base");
			read_tiers(entry, period,
				json_object_get(price, "tiers"), i);
		} else {
			*value = price_entry_number(entry, prices, key);
		}
	}
}

/* Where long requests have prices of their own no more, theirs are the usual
 * ones from that day on. */
static void level(
	const struct price_period *before, struct price_period *period)
{
	if (isnan(before->value[EF_LONG_ABOVE]) ||
		!isnan(period->value[EF_LONG_ABOVE]))
		return;
	for (int i = 0; i < FIGURES; i++)
		if (figure_table[i].long_field)
			period->value[figure_table[i].long_field] =
				period->value[figure_table[i].field];
}

/* ---- conditions --------------------------------------------------------- */

static void add_announced(
	struct price_entry *entry, const struct price_period *period, int from)
{
	struct price_period *added;

	if (entry->count == PRICE_PERIODS)
		return;
	added = &entry->period[entry->count];
	for (int i = 1; i < entry->count; i++)
		if (entry->period[i].from == from)
			added = &entry->period[i];
	if (added == &entry->period[entry->count])
		entry->count++;
	*added = *period;
	added->from = from;
}

/* Of the prices of a day, the dearest: at night they are lower. */
static void take_hours(
	struct price_period *now, const struct price_period *period)
{
	if (isnan(now->value[EF_INPUT]) ||
		period->value[EF_INPUT] > now->value[EF_INPUT])
		*now = *period;
	now->note = "at some hours of the day it costs less";
}

static void read_condition(
	struct price_entry *entry, const json_t *element, int day)
{
	const json_t *condition = json_object_get(element, "constraint");
	struct price_period period, *now = &entry->period[0];
	int from = 0;

	read_prices(entry, &period, json_object_get(element, "prices"));
	day_read(text_of(condition, "start_date"), &from);
	if (from > day)
		add_announced(entry, &period, from);
	else if (*text_of(condition, "start_time"))
		take_hours(now, &period);
	else if (from || !json_is_object(condition))
		*now = period;
}

static void read_conditions(
	struct price_entry *entry, const json_t *list, int day)
{
	for (size_t i = 0; i < json_array_size(list); i++)
		read_condition(entry, json_array_get(list, i), day);
	for (int i = 1; i < entry->count; i++)
		level(&entry->period[0], &entry->period[i]);
}

/* ---- a model ------------------------------------------------------------ */

/* The first page with prices that the provider names. */
static const char *page_of(const json_t *provider)
{
	return json_string_value(
		json_array_get(json_object_get(provider, "pricing_urls"), 0));
}

static void name_model(struct price_entry *entry, const json_t *provider,
	const json_t *model, char key[PRICE_KEY])
{
	const char *vendor = text_of(provider, "id"), *name;
	const char *id = text_of(model, "id");

	/* The vendor's word in front is taken off again: the id behind it
	 * stays whole even where it begins with that word, too. */
	snprintf(key, PRICE_KEY, "%s/%s", vendor, id);
	entry->key = key;
	price_entry_name(entry, vendor, key);
	name = text_of(model, "name");
	entry->name = *name ? name : id;
	name = text_of(provider, "name");
	if (entry->vendor == vendor && *name)
		entry->vendor = name;
}

static bool read_model(struct price_taking *taking, const json_t *provider,
	const json_t *model, int line)
{
	const json_t *prices = json_object_get(model, "prices");
	struct price_entry entry;
	char key[PRICE_KEY];

	price_entry_begin(&entry);
	entry.line = line;
	entry.url = page_of(provider);
	name_model(&entry, provider, model, key);
	if (json_is_array(prices))
		read_conditions(&entry, prices, taking->tally->day);
	else
		read_prices(&entry, &entry.period[0], prices);
	entry.period[0].value[EF_CONTEXT] =
		price_entry_number(&entry, model, "context_window");
	taking->known |= prices != NULL;
	return price_taking_add(taking, &entry);
}

static bool read_provider(
	struct price_taking *taking, const json_t *provider, int line)
{
	const json_t *models = json_object_get(provider, "models");

	if (!json_is_array(models)) {
		price_taking_skip(
			taking, PRICE_SKIP_NO_ENTRY, text_of(provider, "id"));
		return true;
	}
	for (size_t i = 0; i < json_array_size(models); i++)
		if (!read_model(
			    taking, provider, json_array_get(models, i), line))
			return false;
	return true;
}

static bool read_element(struct price_taking *taking, struct price_text *text,
	struct json_span value)
{
	int line = price_text_line(text, value.at);
	bool huge = false, sound;
	json_t *provider =
		price_text_value(text, value.at, value.size, &huge, taking);
	char name[48];

	if (huge) {
		snprintf(name, sizeof(name), "all of line %d", line);
		price_taking_skip(taking, PRICE_SKIP_NO_NUMBER, name);
		return true;
	}
	sound = provider && read_provider(taking, provider, line);
	json_decref(provider);
	return sound;
}

bool price_genai_read(struct price_taking *taking, struct price_text *text)
{
	struct json_walk walk = json_walk_begin(text->at, text->size);
	struct json_span value;

	json_walk_array(&walk);
	while (json_walk_element(&walk) && json_walk_value(&walk, &value))
		if (!read_element(taking, text, value))
			return false;
	return json_walk_end(&walk) || price_text_broken(text, taking);
}
