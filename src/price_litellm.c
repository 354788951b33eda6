/*
 * LiteLLM's price map: one object, a member a model. Members are read one by
 * one, so that the whole never stands in memory as a tree.
 */
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "json_walk.h"
#include "price_entry.h"

/* ---- what is said of a model -------------------------------------------- */

/* Of two keys for the same figure, the one further down goes over. */
static const struct {
	const char *key;
	enum item_field field;
	enum item_field long_field; /* above some tokens; 0: none */
} figure_table[] = {
	{"input_cost_per_token", EF_INPUT, EF_LONG_INPUT},
	{"output_cost_per_token", EF_OUTPUT, EF_LONG_OUTPUT},
	{"input_cost_per_token_cache_hit", EF_CACHED_INPUT, 0},
	{"cache_read_input_token_cost", EF_CACHED_INPUT, EF_LONG_CACHED_INPUT},
	{"cache_creation_input_token_cost", EF_CACHE_WRITE, 0},
	{"input_cost_per_token_batches", EF_BATCH_INPUT, 0},
	{"output_cost_per_token_batches", EF_BATCH_OUTPUT, 0},
	{"max_input_tokens", EF_CONTEXT, 0},
	{"max_output_tokens", EF_MOST_OUTPUT, 0},
};
enum { FIGURES = sizeof(figure_table) / sizeof(*figure_table) };

static void read_plain(struct price_entry *entry, const json_t *model)
{
	for (int i = 0; i < FIGURES; i++) {
		double value =
			price_entry_number(entry, model, figure_table[i].key);

		if (!isnan(value))
			entry->period[0].value[figure_table[i].field] = value;
	}
}

/* ---- long requests ------------------------------------------------------ */

/* "_above_200k_tokens" as 200000; 0: it is something else. */
static double threshold(const char *text)
{
	static const char start[] = "_above_";
	char *end;
	long thousands;

	if (strncmp(text, start, strlen(start)) != 0)
		return 0;
	text += strlen(start);
	if (*text < '1' || *text > '9')
		return 0;
	thousands = strtol(text, &end, 10);
	return strcmp(end, "k_tokens") != 0 || thousands > INT_MAX
		       ? 0
		       : 1000.0 * (double)thousands;
}

static void read_long(struct price_entry *entry, const json_t *model,
	const char *key, int row)
{
	double *value = entry->period[0].value;
	double above = threshold(key + strlen(figure_table[row].key));

	if (!above || above > value[EF_LONG_ABOVE])
		return; /* a further step: the first one counts */
	if (above < value[EF_LONG_ABOVE])
		for (int i = EF_LONG_INPUT; i <= EF_LONG_OUTPUT; i++)
			value[i] = NAN;
	value[EF_LONG_ABOVE] = above;
	value[figure_table[row].long_field] =
		price_entry_number(entry, model, key);
}

static void read_steps(struct price_entry *entry, json_t *model)
{
	const char *key;
	json_t *ignored;

	json_object_foreach(model, key, ignored)
	{
		if (!strstr(key, "_above_"))
			continue;
		for (int i = 0; i < FIGURES; i++) {
			const char *start = figure_table[i].key;

			if (figure_table[i].long_field &&
				!strncmp(key, start, strlen(start)))
				read_long(entry, model, key, i);
		}
	}
}

/* Prices in tiers: [{range: [from, to], ...prices}]. The first is the usual
 * one, the second that of long requests. */
static double tier_start(const json_t *tier)
{
	const json_t *range = json_object_get(tier, "range");
	const json_t *start = json_array_get(range, 0);

	return json_is_number(start) ? json_number_value(start) : NAN;
}

/* The tier that begins next, behind a start. */
static const json_t *next_tier(const json_t *tiers, double behind)
{
	const json_t *best = NULL;

	for (size_t i = 0; i < json_array_size(tiers); i++) {
		const json_t *tier = json_array_get(tiers, i);
		double start = tier_start(tier);

		if (start > behind && (!best || start < tier_start(best)))
			best = tier;
	}
	return best;
}

static void read_tiers(struct price_entry *entry, const json_t *model)
{
	const json_t *tiers = json_object_get(model, "tiered_pricing");
	const json_t *first = next_tier(tiers, -1), *second;
	struct price_period *period = &entry->period[0];

	if (!first || !isnan(period->value[EF_INPUT]))
		return;
	read_plain(entry, first);
	second = next_tier(tiers, tier_start(first));
	if (!second)
		return;
	period->value[EF_LONG_ABOVE] = tier_start(second);
	for (int i = 0; i < FIGURES; i++)
		if (figure_table[i].long_field)
			period->value[figure_table[i].long_field] =
				price_entry_number(
					entry, second, figure_table[i].key);
	if (next_tier(tiers, tier_start(second)))
		period->note = "longer requests still have further prices";
}

/* ---- a model ------------------------------------------------------------ */

static const char *text_of(const json_t *object, const char *key)
{
	const char *text = json_string_value(json_object_get(object, key));

	return text ? text : "";
}

static bool is_plain(struct json_span text)
{
	for (size_t i = 0; i < text.size; i++)
		if (text.at[i] < ' ' || text.at[i] > '~' || text.at[i] == '\\')
			return false;
	return text.size;
}

static bool is_text_mode(const char *mode)
{
	return !strcmp(mode, "chat") || !strcmp(mode, "completion") ||
	       !strcmp(mode, "responses");
}

/* Who sells it; if nothing says so, the word before the first "/", or
 * nobody. */
static const char *provider_of(
	const json_t *model, const char *key, char word[PRICE_TEXT])
{
	const char *provider = text_of(model, "litellm_provider");

	if (*provider)
		return provider;
	snprintf(word, PRICE_TEXT, "%.*s",
		strchr(key, '/') ? (int)strcspn(key, "/") : 0, key);
	return word;
}

static bool read_model(
	struct price_taking *taking, json_t *model, const char *key, int line)
{
	struct price_entry entry;
	char word[PRICE_TEXT];

	price_entry_begin(&entry);
	entry.key = key;
	entry.line = line;
	entry.text = is_text_mode(text_of(model, "mode"));
	entry.url = text_of(model, "source");
	day_read(text_of(model, "deprecation_date"), &entry.retires);
	price_entry_name(&entry, provider_of(model, key, word), key);
	read_plain(&entry, model);
	read_steps(&entry, model);
	read_tiers(&entry, model);
	return price_taking_add(taking, &entry);
}

/* ---- the sieve ---------------------------------------------------------- */

/* Most of an entry is of no use here. Only what is goes to jansson, which
 * takes its time, and only of models that can be taken. */
struct sieve {
	char *bytes;
	size_t used, room;
	struct json_span mode; /* size 0: not given */
	bool known;            /* is it an entry of a price map? */
};

static bool is_key(struct json_span key, const char *name, bool begins)
{
	size_t length = strlen(name);

	return (begins ? key.size >= length : key.size == length) &&
	       !memcmp(key.at, name, length);
}

static bool is_needed(struct json_span key)
{
	static const char *const names[] = {"litellm_provider", "mode",
		"source", "deprecation_date", "tiered_pricing"};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (is_key(key, names[i], false))
			return true;
	for (int i = 0; i < FIGURES; i++)
		if (is_key(key, figure_table[i].key, true))
			return true;
	return !is_plain(key);
}

/* There is room for the whole entry, which has a comma or a bracket before
 * each member, too. */
static void keep_member(
	struct sieve *sieve, struct json_span key, struct json_span value)
{
	const char *begin = key.at - 1;
	size_t size = (size_t)(value.at + value.size - begin);

	if (sieve->used > 1)
		sieve->bytes[sieve->used++] = ',';
	memcpy(sieve->bytes + sieve->used, begin, size);
	sieve->used += size;
	if (is_key(key, "mode", false))
		sieve->mode = value;
	sieve->known |= is_key(key, "litellm_provider", false) ||
			is_key(key, "input_cost_per_token", false);
}

static bool sift(struct sieve *sieve, struct json_span entry)
{
	struct json_walk walk = json_walk_begin(entry.at, entry.size);
	struct json_span key, value;
	size_t room = entry.size;
	char *bytes = sieve->bytes;

	if (!bytes || room > sieve->room) {
		bytes = realloc(sieve->bytes, room);
		if (!bytes)
			return false;
		sieve->bytes = bytes;
		sieve->room = room;
	}
	sieve->used = sieve->mode.size = 0;
	sieve->known = false;
	bytes[sieve->used++] = '{';
	json_walk_object(&walk);
	while (json_walk_member(&walk, &key) && json_walk_value(&walk, &value))
		if (is_needed(key))
			keep_member(sieve, key, value);
	bytes[sieve->used++] = '}';
	return true;
}

/* Is it a model of another kind, as far as can be seen without reading it? */
static bool is_other_mode(const struct sieve *sieve)
{
	char mode[32];

	if (!sieve->mode.at || !sieve->mode.size)
		return true;
	if (!is_plain(sieve->mode) || sieve->mode.size >= sizeof(mode) ||
		sieve->mode.at[0] != '"')
		return false;
	snprintf(mode, sizeof(mode), "%.*s", (int)sieve->mode.size - 2,
		sieve->mode.at + 1);
	return !is_text_mode(mode);
}

/* ---- the file ----------------------------------------------------------- */

static bool is_no_model(const char *key)
{
	static const char *const names[] = {
		"sample_spec", "fallback_generalizations", "last_updated"};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (!strcmp(key, names[i]))
			return true;
	return false;
}

/* What the sieve has kept. When that cannot be read, the entry itself says in
 * which line, and why. */
static bool read_kept(struct price_taking *taking, struct price_text *text,
	const struct sieve *sieve, const char *key, struct json_span entry)
{
	json_t *model = json_loadb(sieve->bytes, sieve->used, 0, NULL);
	bool huge = false, sound;

	if (!model)
		model = price_text_value(
			text, entry.at, entry.size, &huge, taking);
	if (huge)
		price_taking_skip(taking, PRICE_SKIP_NO_NUMBER, key);
	sound = huge || (model && read_model(taking, model, key,
					  price_text_line(text, entry.at)));
	json_decref(model);
	return sound;
}

static bool read_member(struct price_taking *taking, struct price_text *text,
	struct sieve *sieve, const char *key, struct json_span value)
{
	if (is_no_model(key))
		return true;
	if (*value.at != '{') {
		price_taking_skip(taking, PRICE_SKIP_NO_ENTRY, key);
		return true;
	}
	if (!sift(sieve, value))
		return price_taking_no_memory(taking);
	taking->known |= sieve->known;
	if (!is_other_mode(sieve))
		return read_kept(taking, text, sieve, key, value);
	price_taking_skip(taking, PRICE_SKIP_NO_TEXT, key);
	return true;
}

/* As it stands: a key with a backslash is no plain id anyway. */
static void copy_key(char *out, size_t size, struct json_span key)
{
	size_t length = key.size < size ? key.size : size - 1;

	for (size_t i = 0; i < length; i++)
		out[i] = key.at[i] ? key.at[i] : ' ';
	out[length] = '\0';
}

static bool read_members(struct price_taking *taking, struct price_text *text,
	struct sieve *sieve)
{
	struct json_walk walk = json_walk_begin(text->at, text->size);
	struct json_span span, value;
	char key[PRICE_KEY];

	json_walk_object(&walk);
	while (json_walk_member(&walk, &span) &&
		json_walk_value(&walk, &value)) {
		copy_key(key, sizeof(key), span);
		if (!read_member(taking, text, sieve, key, value))
			return false;
	}
	return json_walk_end(&walk) || price_text_broken(text, taking);
}

bool price_litellm_read(struct price_taking *taking, struct price_text *text)
{
	struct sieve sieve = {.used = 0};
	bool sound = read_members(taking, text, &sieve);

	free(sieve.bytes);
	return sound;
}
