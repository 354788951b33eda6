/*
 * JSON of others, with one thing wrong after the other: each value of a sound
 * text is replaced by each of another kind, taken out, or cut off in the
 * middle. It is read with what can be true, or refused with a reason; nothing
 * that cannot be true comes through.
 */
#include <criterion/criterion.h>
#include <jansson.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "price_map.h"
#include "token_summary_file.h"
#include "token_time.h"

/* Reads a text; true: taken. */
typedef bool reading(const char *text);

static const char *const others[] = {"null", "true", "-1", "0", "1", "2.5",
	"1e300", "99999999999999999", "\"\"", "\"x\"", "\"2027-02-30\"", "[]",
	"[1]", "[[]]", "[{}]", "{}", "{\"base\": 1}",
	"{\"base\": 1, \"tiers\": [{\"start\": 5}]}"};
enum { OTHERS = sizeof(others) / sizeof(*others) };

struct damage {
	json_t *root;
	reading *read;
	int taken, refused;
};

static void try_it(struct damage *damage)
{
	char *text = json_dumps(damage->root, 0);

	cr_assert(text);
	if (damage->read(text))
		damage->taken++;
	else
		damage->refused++;
	free(text);
}

static void harm(struct damage *damage, json_t *at);

static void harm_member(struct damage *damage, json_t *object, const char *key)
{
	json_t *sound = json_incref(json_object_get(object, key));

	for (int i = 0; i < OTHERS; i++) {
		json_object_set_new(object, key,
			json_loads(others[i], JSON_DECODE_ANY, NULL));
		try_it(damage);
	}
	json_object_del(object, key);
	try_it(damage);
	json_object_set_new(object, key, sound);
	harm(damage, sound);
}

static void harm_element(struct damage *damage, json_t *array, size_t at)
{
	json_t *sound = json_incref(json_array_get(array, at));

	for (int i = 0; i < OTHERS; i++) {
		json_array_set_new(array, at,
			json_loads(others[i], JSON_DECODE_ANY, NULL));
		try_it(damage);
	}
	json_array_set(array, at, sound);
	json_array_insert(array, at, sound);
	try_it(damage); /* twice */
	json_array_remove(array, at);
	json_array_remove(array, at);
	try_it(damage);
	json_array_insert_new(array, at, sound);
	harm(damage, sound);
}

static void harm(struct damage *damage, json_t *at)
{
	char *keys[32];
	const char *key;
	json_t *value;
	size_t count = 0;

	for (size_t i = 0; i < json_array_size(at); i++)
		harm_element(damage, at, i);
	json_object_foreach(at, key, value)
	{
		cr_assert_lt(count, sizeof(keys) / sizeof(*keys));
		keys[count++] = strdup(key);
	}
	for (size_t i = 0; i < count; i++) {
		harm_member(damage, at, keys[i]);
		free(keys[i]);
	}
}

static void cut_off(const char *text, reading *read)
{
	size_t length = strlen(text);

	for (size_t end = 1; end < length - 1; end++) {
		char *begun = strndup(text, end);

		cr_expect_not(read(begun), "%s", begun);
		free(begun);
	}
}

static struct damage harm_all(const char *text, reading *read)
{
	struct damage damage = {.read = read};

	cr_assert(read(text), "the text itself is refused");
	cut_off(text, read);
	damage.root = json_loads(text, 0, NULL);
	cr_assert(damage.root);
	harm(&damage, damage.root);
	json_decref(damage.root);
	return damage;
}

/* ---- prices -------------------------------------------------------------- */

static void check_item(const struct item *item, const char *text)
{
	cr_expect(*item->text[ITEM_ID] && *item->text[ITEM_NAME], "%s", text);
	for (int i = 0; i < item->count; i++) {
		const struct item_figure *figure = &item->figures[i];

		cr_expect(isfinite(figure->value) && figure->value >= 0, "%s",
			text);
		cr_expect(figure->value <= item_field_table[figure->field].most,
			"%s", text);
		cr_expect(figure->date && *figure->source, "%s", text);
	}
}

static bool read_prices(const char *text)
{
	struct catalogue_store store = {0};
	struct price_map_rules rules = {.day = 20000};
	struct price_map_tally tally;
	struct file_issue issue = {.line = 0};
	bool sound = price_map_parse(
		"prices", text, strlen(text), &rules, &store, &tally, &issue);

	cr_expect(sound || issue.issue.what[0], "%s: says nothing", text);
	cr_expect(sound || !store.catalogue.count, "%s", text);
	for (int i = 0; i < store.catalogue.count; i++)
		check_item(&store.catalogue.items[i], text);
	catalogue_store_release(&store);
	return sound;
}

Test(json_damage, prices_of_litellm)
{
	struct damage damage = harm_all(
		"{\"sample_spec\": {\"mode\": \"one of\"},"
		"\"a/x\": {\"litellm_provider\": \"a\", \"mode\": \"chat\","
		"\"input_cost_per_token\": 2e-06,"
		"\"cache_read_input_token_cost\": 2e-07,"
		"\"output_cost_per_token\": 1e-05,"
		"\"input_cost_per_token_above_512k_tokens\": 8e-06,"
		"\"input_cost_per_token_above_200k_tokens\": 4e-06,"
		"\"output_cost_per_token_above_200k_tokens\": 2e-05,"
		"\"output_cost_per_token_above_lots\": 2e-05,"
		"\"max_input_tokens\": 200000,"
		"\"deprecation_date\": \"2027-03-01\","
		"\"source\": \"https://a.example/prices\"},"
		"\"b/y\": {\"litellm_provider\": \"b\", \"mode\": "
		"\"responses\","
		"\"tiered_pricing\": [{\"range\": [0, 1000],"
		"\"input_cost_per_token\": 1e-06,"
		"\"output_cost_per_token\": 4e-06},"
		"{\"range\": [1000, 2000], \"input_cost_per_token\": 2e-06,"
		"\"output_cost_per_token\": 8e-06},"
		"{\"range\": [2000, 3000], \"input_cost_per_token\": 3e-06,"
		"\"output_cost_per_token\": 9e-06}]}}",
		read_prices);

	cr_expect_gt(damage.taken, 500);
}

Test(json_damage, prices_of_genai)
{
	struct damage damage = harm_all(
		"[{\"id\": \"a\", \"name\": \"A\","
		"\"pricing_urls\": [\"https://a.example/prices\"],"
		"\"models\": [{\"id\": \"x\", \"name\": \"X\","
		"\"context_window\": 1000, \"prices\": ["
		"{\"prices\": {\"input_mtok\": {\"base\": 2, \"tiers\": ["
		"{\"start\": 900, \"price\": 5}, {\"start\": 200, \"price\": 3}"
		"]}, \"output_mtok\": 10}},"
		"{\"constraint\": {\"start_date\": \"2027-01-01\"},"
		"\"prices\": {\"input_mtok\": 3, \"output_mtok\": 15}},"
		"{\"constraint\": {\"start_date\": \"2027-01-01\"},"
		"\"prices\": {\"input_mtok\": 4, \"output_mtok\": 16}},"
		"{\"constraint\": {\"start_date\": \"2020-01-01\"},"
		"\"prices\": {\"input_mtok\": 2, \"output_mtok\": 11}},"
		"{\"constraint\": {\"start_time\": \"02:00\"},"
		"\"prices\": {\"input_mtok\": 1, \"output_mtok\": 5}}]},"
		"{\"id\": \"y\", \"prices\": {\"input_mtok\": 1,"
		"\"cache_read_mtok\": 0.5, \"cache_write_mtok\":"
		"{\"base\": 2, \"tiers\": [{\"start\": 900, \"price\": 5}]},"
		"\"output_mtok\": 2}}]}, {\"id\": \"b\", \"models\": []}]",
		read_prices);

	cr_expect_gt(damage.taken, 500);
}

/* ---- summaries of usage -------------------------------------------------- */

/* What is read can be written, and read again to the same. */
static bool read_summary(const char *text)
{
	struct token_summary summary = {.models = 0}, again = {.models = 0};
	struct issue issue = {.what = ""};
	bool sound = token_summary_parse(text, strlen(text), &summary, &issue);
	size_t size, size_again;
	char *one = token_summary_format(&summary, &size), *two;

	cr_expect(sound || issue.what[0], "%s: says nothing", text);
	cr_expect(sound || !summary.models, "%s", text);
	cr_expect(token_summary_parse(one, size, &again, &issue), "%s: %s",
		text, issue.what);
	two = token_summary_format(&again, &size_again);
	cr_expect_str_eq(one, two);
	free(one);
	free(two);
	token_summary_release(&summary);
	token_summary_release(&again);
	return sound;
}

static void add(struct token_summary *summary, const char *model, int64_t time,
	uint32_t input)
{
	struct token_use use = {.time = time,
		.tokens = {[TOKEN_INPUT] = input, [TOKEN_OUTPUT] = 80}};

	snprintf(use.model, sizeof(use.model), "%s", model);
	cr_assert(token_summary_add(summary, &use));
}

Test(json_damage, summaries_of_usage)
{
	struct token_summary summary = {.models = 0};
	struct damage damage;
	size_t size;
	char *text;

	add(&summary, "m", TOKEN_TIME_MIN + 5, 900);
	add(&summary, "m", TOKEN_TIME_MIN + TOKEN_DAY, 950);
	add(&summary, "n", 0, 7);
	text = token_summary_format(&summary, &size);
	cr_assert(text);
	text[strcspn(text, "\n")] = '\0';
	damage = harm_all(text, read_summary);
	/* Hardly anything in it can be another way. */
	cr_expect_gt(damage.refused, 20 * damage.taken);
	free(text);
	token_summary_release(&summary);
}
