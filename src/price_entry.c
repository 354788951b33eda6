/*
 * An entry is checked as a whole and then made an item, with its figures in
 * the order of the table of fields. Prices are rounded to twelve digits while
 * they are still dollars a token: 9.999999999999999e-08 becomes 1e-07, and
 * moving the point makes it 0.1, with nothing multiplied.
 */
#include "price_entry.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "catalogue_reading.h"
#include "decimal.h"
#include "price_vendors.h"

enum { DIGITS = 12 };

const char *const price_skip_words[PRICE_SKIPS] = {
	[PRICE_SKIP_NO_ENTRY] = "no entry, but some other value",
	[PRICE_SKIP_NO_TEXT] = "no text model",
	[PRICE_SKIP_ID] = "no plain id of 96 bytes at most",
	[PRICE_SKIP_NO_NUMBER] = "no number where one belongs",
	[PRICE_SKIP_NEGATIVE] = "a price below 0",
	[PRICE_SKIP_TOO_DEAR] = "too dear to be true",
	[PRICE_SKIP_NO_INPUT] = "no input price",
	[PRICE_SKIP_NO_OUTPUT] = "no output price",
	[PRICE_SKIP_ZERO] = "a price of 0",
	[PRICE_SKIP_TWICE] = "the same id again further down",
};

/* ---- an entry ----------------------------------------------------------- */

void price_period_begin(struct price_period *period)
{
	*period = (struct price_period){.note = ""};
	for (int i = 0; i < PRICE_FIELDS; i++)
		period->value[i] = NAN;
}

void price_entry_begin(struct price_entry *entry)
{
	*entry = (struct price_entry){
		.key = "", .name = "", .vendor = "", .text = true, .count = 1};
	price_period_begin(&entry->period[0]);
}

static const char *behind(const char *text, const char *start)
{
	size_t length = strlen(start);

	return !strncmp(text, start, length) && text[length] == '/'
		       ? text + length + 1
		       : text;
}

void price_entry_name(
	struct price_entry *entry, const char *provider, const char *key)
{
	const struct price_vendor *vendor = price_vendor_find(provider);
	const char *word = vendor ? vendor->word : provider;
	const char *before =
		vendor && vendor->before ? vendor->before : provider;
	const char *bare = behind(key, before);

	if (bare == key)
		bare = behind(key, word);
	entry->name = bare;
	entry->vendor = vendor ? vendor->name : provider;
	snprintf(entry->id, sizeof(entry->id), "%s/%s", word, bare);
}

double price_entry_number(
	struct price_entry *entry, const json_t *object, const char *key)
{
	const json_t *found = json_object_get(object, key);

	if (json_is_number(found))
		return json_number_value(found);
	entry->no_number |= found && !json_is_null(found);
	return NAN;
}

/* ---- figures ------------------------------------------------------------ */

static bool is_price(enum item_field field)
{
	return !strcmp(
		item_field_table[field].unit, item_field_table[EF_INPUT].unit);
}

struct decimal price_decimal(enum item_field field, int shift, double value)
{
	struct decimal decimal;

	decimal_round(&decimal, value, DIGITS);
	decimal.power += is_price(field) && decimal.count ? shift : 0;
	return decimal;
}

/* ---- the rules ---------------------------------------------------------- */

/* A price below a millionth of this unit counts as none. */
static const double least = 1e-6;

/*
 * The dearest that we know of is o1-pro: 150 for input, 600 for output. Above
 * this, somebody mistook the unit. Token counts that make no sense are left
 * out instead.
 */
static double most(int field)
{
	switch (field) {
	case EF_OUTPUT:
	case EF_BATCH_OUTPUT:
	case EF_LONG_OUTPUT: return item_field_table[field].most;
	default: return 300;
	}
}

static void tidy_counts(struct price_period *period)
{
	for (int i = 0; i < PRICE_FIELDS; i++) {
		double *value = &period->value[i];

		if (!is_price((enum item_field)i) &&
			!(*value >= 1 && *value <= item_field_table[i].most &&
				*value == floor(*value)))
			*value = NAN;
	}
}

/* Prices of long requests are of no use without the length, nor is that
 * without them. */
static void tidy_long(double value[PRICE_FIELDS])
{
	bool priced = !isnan(value[EF_LONG_INPUT]) ||
		      !isnan(value[EF_LONG_CACHED_INPUT]) ||
		      !isnan(value[EF_LONG_OUTPUT]);

	if (isnan(value[EF_LONG_ABOVE]))
		for (int i = EF_LONG_INPUT; i <= EF_LONG_OUTPUT; i++)
			value[i] = NAN;
	if (!priced)
		value[EF_LONG_ABOVE] = NAN;
}

/* What is true of one price; PRICE_SKIPS: it is sound. It has not been rounded
 * yet, so the limits are a little wider. */
static enum price_skip judge(int field, double price)
{
	const double noise = 1e-9;

	if (price < 0)
		return PRICE_SKIP_NEGATIVE;
	if (price > most(field) * (1 + noise))
		return PRICE_SKIP_TOO_DEAR;
	if (price < least * (1 - noise))
		return PRICE_SKIP_ZERO;
	return PRICE_SKIPS;
}

static bool is_main(int field)
{
	return field == EF_INPUT || field == EF_OUTPUT;
}

/* What is wrong with the prices of a period? Lesser prices of 0 mostly mean
 * that nobody knew: they are left out. */
static enum price_skip check_period(
	struct price_period *period, int shift, bool free, int *zeros)
{
	enum price_skip why = PRICE_SKIPS, found;
	double scale = pow(10, shift);

	tidy_counts(period);
	for (int i = 0; i < PRICE_FIELDS; i++) {
		double *value = &period->value[i];

		if (isnan(*value) || !is_price((enum item_field)i))
			continue;
		found = judge(i, scale * *value);
		if (found == PRICE_SKIP_ZERO && free) {
			*value = 0;
			continue;
		}
		if (found == PRICE_SKIP_ZERO && !is_main(i)) {
			*value = NAN;
			++*zeros;
			continue;
		}
		if (found < why)
			why = found;
	}
	return why;
}

/* A period that follows says only what changes. */
static enum price_skip check_first(const struct price_period *first)
{
	if (isnan(first->value[EF_INPUT]))
		return PRICE_SKIP_NO_INPUT;
	if (isnan(first->value[EF_OUTPUT]))
		return PRICE_SKIP_NO_OUTPUT;
	return PRICE_SKIPS;
}

/* ASCII without blanks, and nothing that would need quoting anywhere. */
static bool is_plain_id(const char *id)
{
	size_t length = strlen(id);
	size_t word = strcspn(id, "/:");

	if (!word || id[word] != '/' || !id[word + 1] || length > CATALOGUE_ID)
		return false;
	for (size_t i = 0; i < length; i++)
		if (id[i] <= ' ' || id[i] > '~' || strchr("\"'\\`", id[i]))
			return false;
	return true;
}

enum price_skip price_entry_check(
	struct price_entry *entry, int shift, bool free, int *zeros)
{
	enum price_skip why = PRICE_SKIPS, found;

	if (!entry->text)
		return PRICE_SKIP_NO_TEXT;
	if (!*entry->name || !is_plain_id(entry->id))
		return PRICE_SKIP_ID;
	if (entry->no_number)
		return PRICE_SKIP_NO_NUMBER;
	for (int i = 0; i < entry->count; i++) {
		found = check_period(&entry->period[i], shift, free, zeros);
		if (found < why)
			why = found;
	}
	tidy_long(entry->period[0].value);
	found = check_first(&entry->period[0]);
	return found < why ? found : why;
}
