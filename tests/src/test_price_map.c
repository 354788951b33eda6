#include "price_map.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "catalogue_file.h"
#include "catalogue_write.h"
#include "price_vendors.h"

static struct catalogue_store store;
static struct price_map_tally tally;
static struct price_map_rules rules;
static struct file_issue issue;

static void release(void)
{
	catalogue_store_release(&store);
}

TestSuite(price_map, .fini = release);

static int on(const char *day)
{
	int number = 0;

	cr_assert(day_read(day, &number));
	return number;
}

static bool parse(const char *text)
{
	rules.day = on("2026-11-10");
	return price_map_parse("prices.json", text, strlen(text), &rules,
		&store, &tally, &issue);
}

static void take(const char *text)
{
	cr_assert(parse(text), "%d: %s", issue.line, issue.issue.what);
}

static const struct item *find(const char *id)
{
	const struct item *item = catalogue_find(&store.catalogue, id);

	cr_assert(item, "%s", id);
	return item;
}

/* What an entry says on the day of the figures; "": nothing. */
static const char *said(const char *id, enum item_field field)
{
	const struct item_figure *figure =
		item_figure_on(find(id), field, on("2026-11-10"));

	return figure ? figure->text : "";
}

static int skipped(enum price_skip why)
{
	return tally.skipped[why].count;
}

/* ---- LiteLLM ------------------------------------------------------------ */

#define CHAT "\"litellm_provider\": \"acme\", \"mode\": \"chat\""
#define PRICES                                                                 \
	"\"input_cost_per_token\": 2e-06, \"output_cost_per_token\": 1e-05"

Test(price_map, litellm_is_read_with_every_figure)
{
	const struct item *item;

	take("{\n"
	     "\"sample_spec\": {\"mode\": \"one of chat, ...\",\n"
	     "  \"input_cost_per_token\": \"in dollars\"},\n"
	     "\"last_updated\": \"2026-07-24\",\n"
	     "\"fallback_generalizations\": {\"rules\": []},\n"
	     "\"acme/large-2\": {" CHAT ",\n"
	     "  \"input_cost_per_token\": 2e-06,\n"
	     "  \"cache_read_input_token_cost\": 2.5e-07,\n"
	     "  \"cache_creation_input_token_cost\": 3e-06,\n"
	     "  \"output_cost_per_token\": 1e-05,\n"
	     "  \"input_cost_per_token_batches\": 1e-06,\n"
	     "  \"output_cost_per_token_batches\": 5e-06,\n"
	     "  \"input_cost_per_token_above_200k_tokens\": 4e-06,\n"
	     "  \"cache_read_input_token_cost_above_200k_tokens\": 5e-07,\n"
	     "  \"output_cost_per_token_above_200k_tokens\": 1.5e-05,\n"
	     "  \"output_cost_per_token_above_200k_tokens_priority\": 9e-05,\n"
	     "  \"input_cost_per_token_above_512k_tokens\": 8e-06,\n"
	     "  \"input_cost_per_token_priority\": 1e-05,\n"
	     "  \"max_input_tokens\": 2000000.0, \"max_tokens\": 7,\n"
	     "  \"max_output_tokens\": 64000,\n"
	     "  \"deprecation_date\": \"2027-03-01\",\n"
	     "  \"supports_vision\": true, \"tpm\": null,\n"
	     "  \"source\": \"https://acme.example/pricing\"}}\n");
	cr_expect_eq(tally.format, PRICE_MAP_LITELLM);
	cr_expect_eq(tally.taken, 1);
	cr_expect_eq(tally.day, on("2026-11-10"));
	item = find("acme/large-2");
	cr_expect_eq(item->kind, ITEM_MODEL);
	cr_expect_str_eq(item->text[ITEM_NAME], "large-2");
	cr_expect_str_eq(item->text[ITEM_VENDOR], "acme");
	cr_expect_eq(item->date[ITEM_RETIRES], on("2027-03-01"));
	cr_expect(item->own);
	cr_expect_str_eq(item->file, "prices.json");
	cr_expect_eq(item->line, 6);
	cr_expect_eq(item->count, 12);
	cr_expect_str_eq(said("acme/large-2", EF_INPUT), "2");
	cr_expect_str_eq(said("acme/large-2", EF_CACHED_INPUT), "0.25");
	cr_expect_str_eq(said("acme/large-2", EF_CACHE_WRITE), "3");
	cr_expect_str_eq(said("acme/large-2", EF_OUTPUT), "10");
	cr_expect_str_eq(said("acme/large-2", EF_BATCH_INPUT), "1");
	cr_expect_str_eq(said("acme/large-2", EF_BATCH_OUTPUT), "5");
	cr_expect_str_eq(said("acme/large-2", EF_LONG_ABOVE), "200000");
	cr_expect_str_eq(said("acme/large-2", EF_LONG_INPUT), "4");
	cr_expect_str_eq(said("acme/large-2", EF_LONG_CACHED_INPUT), "0.5");
	cr_expect_str_eq(said("acme/large-2", EF_LONG_OUTPUT), "15");
	cr_expect_str_eq(said("acme/large-2", EF_CONTEXT), "2000000");
	cr_expect_str_eq(said("acme/large-2", EF_MOST_OUTPUT), "64000");
	cr_expect_eq(item->figures->grade, ITEM_QUOTED);
	cr_expect_eq(item->figures->date, on("2026-11-10"));
	cr_expect_str_eq(item->figures->source,
		"LiteLLM model_prices_and_context_window.json, from "
		"https://acme.example/pricing");
}

Test(price_map, floats_come_out_as_the_decimals_that_were_meant)
{
	static const char *const pairs[][2] = {{"1e-07", "0.1"},
		{"9.999999999999999e-08", "0.1"}, {"4.35e-07", "0.435"},
		{"0.00015", "150"}, {"6.000000000000001e-07", "0.6"},
		{"8.33333333333333333e-08", "0.0833333333333"},
		{"2.8e-09", "0.0028"}, {"0.0003", "300"}, {"1e-12", "0.000001"},
		{"0.000075", "75"}};

	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++) {
		char text[256];

		snprintf(text, sizeof(text),
			"{\"acme/a\": {" CHAT ", \"input_cost_per_token\": %s,"
			"\"output_cost_per_token\": 1e-05}}",
			pairs[i][0]);
		take(text);
		cr_expect_str_eq(said("acme/a", EF_INPUT), pairs[i][1]);
		cr_expect_float_eq(find("acme/a")->figures->value,
			strtod(pairs[i][1], NULL), 1e-15);
	}
}

Test(price_map, what_cannot_be_true_is_counted_with_its_reason)
{
	take("{\"acme/good\": {" CHAT "," PRICES "},\n"
	     "\"a\": "
	     "{\"litellm_provider\":\"acme\",\"mode\":\"embedding\"," PRICES
	     "},\n"
	     "\"b\": {\"litellm_provider\":\"acme\"," PRICES "},\n"
	     "\"c\": {" CHAT ",\"input_cost_per_token\":-1e-6,"
	     "\"output_cost_per_token\":1e-6},\n"
	     "\"d\": {" CHAT ",\"input_cost_per_token\":0.135,"
	     "\"output_cost_per_token\":0.54},\n"
	     "\"e\": {" CHAT ",\"input_cost_per_token\":0.00030001,"
	     "\"output_cost_per_token\":1e-6},\n"
	     "\"f\": {" CHAT ",\"input_cost_per_token\":\"2e-06\","
	     "\"output_cost_per_token\":1e-6},\n"
	     "\"g\": {" CHAT ",\"max_input_tokens\":\"many\"," PRICES "},\n"
	     "\"h\": {" CHAT ",\"input_cost_per_token\":1e999,"
	     "\"output_cost_per_token\":1e-6},\n"
	     "\"i\": {" CHAT ",\"output_cost_per_token\":1e-6},\n"
	     "\"j\": {" CHAT ",\"input_cost_per_token\":1e-6,"
	     "\"output_cost_per_token\":null},\n"
	     "\"k\": {" CHAT ",\"input_cost_per_token\":0,"
	     "\"output_cost_per_token\":0.0},\n"
	     "\"l\": {" CHAT ",\"input_cost_per_token\":1e-6,"
	     "\"output_cost_per_token\":0},\n"
	     "\"m\": {" CHAT ",\"cache_read_input_token_cost\":-1," PRICES
	     "},\n"
	     "\"n\": 5, \"o\": [], \"p\": \"\"}\n");
	cr_expect_eq(tally.taken, 1);
	cr_expect_eq(store.catalogue.count, 1);
	cr_expect_eq(skipped(PRICE_SKIP_NO_TEXT), 2);
	cr_expect_eq(skipped(PRICE_SKIP_NEGATIVE), 2);
	cr_expect_eq(skipped(PRICE_SKIP_TOO_DEAR), 2);
	cr_expect_eq(skipped(PRICE_SKIP_NO_NUMBER), 3);
	cr_expect_eq(skipped(PRICE_SKIP_NO_INPUT), 1);
	cr_expect_eq(skipped(PRICE_SKIP_NO_OUTPUT), 1);
	cr_expect_eq(skipped(PRICE_SKIP_ZERO), 2);
	cr_expect_eq(skipped(PRICE_SKIP_NO_ENTRY), 3);
	cr_expect_str_eq(tally.skipped[PRICE_SKIP_TOO_DEAR].name[0], "d");
	cr_expect_str_eq(tally.skipped[PRICE_SKIP_TOO_DEAR].name[1], "e");
}

Test(price_map, the_dearest_that_there_are_are_taken)
{
	take("{\"openai/o1-pro\": {\"litellm_provider\": \"openai\","
	     "\"mode\": \"responses\", \"input_cost_per_token\": 0.00015,"
	     "\"output_cost_per_token\": 0.0006}}");
	cr_expect_str_eq(said("openai/o1-pro", EF_OUTPUT), "600");
}

Test(price_map, prices_of_zero_are_taken_only_when_asked_for)
{
	static const char text[] =
		"{\"acme/free\": {" CHAT ", \"input_cost_per_token\": 0,"
		"\"output_cost_per_token\": 0},\n"
		"\"acme/paid\": {" CHAT
		", \"cache_read_input_token_cost\": 0," PRICES "}}";

	take(text);
	cr_expect_eq(tally.taken, 1);
	cr_expect_eq(tally.zeros, 1);
	cr_expect_str_eq(said("acme/paid", EF_CACHED_INPUT), "");
	rules.free = true;
	take(text);
	cr_expect_eq(tally.taken, 2);
	cr_expect_eq(tally.zeros, 0);
	cr_expect_str_eq(said("acme/free", EF_OUTPUT), "0");
	cr_expect_str_eq(said("acme/paid", EF_CACHED_INPUT), "0");
}

Test(price_map, ids_that_are_not_plain_are_passed_over)
{
	take("{\"acme/good\": {" CHAT "," PRICES "},\n"
	     "\"acme/a b\": {" CHAT "," PRICES "},\n"
	     "\"acme/a\\nb\": {" CHAT "," PRICES "},\n"
	     "\"acme/a\\u001b[2Jb\": {" CHAT "," PRICES "},\n"
	     "\"acme/a\\\"; b\": {" CHAT "," PRICES "},\n"
	     "\"acme/\xe2\x80\xae"
	     "b\": {" CHAT "," PRICES "},\n"
	     "\"acme/\": {" CHAT "," PRICES "},\n"
	     "\"\": {" CHAT "," PRICES "},\n"
	     "\" \": {\"litellm_provider\": \"acme/\", \"mode\": "
	     "\"chat\"," PRICES "},\n"
	     "\"acme//\": {\"litellm_provider\": \"acme/\", \"mode\": "
	     "\"chat\"," PRICES "},\n"
	     "\"x\": {\"litellm_provider\": \"ft:openai\", \"mode\": "
	     "\"chat\"," PRICES "},\n"
	     "\"acme/"
	     "0123456789012345678901234567890123456789012345678901234567890123"
	     "0123456789012345678901234567890123456789012345678901234567890123"
	     "\": {" CHAT "," PRICES "},\n"
	     "\"bare\": {\"mode\": \"chat\"," PRICES "}}\n");
	cr_expect_eq(tally.taken, 1);
	cr_expect_eq(skipped(PRICE_SKIP_ID), 12);
}

Test(price_map, of_one_id_the_last_entry_counts)
{
	take("{\"deepseek-chat\": {\"litellm_provider\": \"deepseek\","
	     "\"mode\": \"chat\"," PRICES "},\n"
	     "\"deepseek/deepseek-chat\": {\"litellm_provider\": \"deepseek\","
	     "\"mode\": \"chat\", \"input_cost_per_token\": 5e-06,"
	     "\"output_cost_per_token\": 1e-05},\n"
	     "\"acme/a\": {" CHAT "," PRICES "},\n"
	     "\"acme/a\": {" CHAT ",\"input_cost_per_token\": 1e-06,"
	     "\"input_cost_per_token\": 7e-06,"
	     "\"output_cost_per_token\": 1e-05}}\n");
	cr_expect_eq(tally.taken, 2);
	cr_expect_eq(skipped(PRICE_SKIP_TWICE), 2);
	cr_expect_str_eq(said("deepseek/deepseek-chat", EF_INPUT), "5");
	cr_expect_str_eq(said("acme/a", EF_INPUT), "7");
}

Test(price_map, tiers_become_the_usual_and_the_long_price)
{
	take("{\"acme/t\": {" CHAT ", \"tiered_pricing\": [\n"
	     "{\"range\": [128000.0, 1e6], \"input_cost_per_token\": 4e-06,"
	     "\"output_cost_per_token\": 4e-05},\n"
	     "{\"range\": [0, 32000.0], \"input_cost_per_token\": 1e-06,"
	     "\"output_cost_per_token\": 1e-05},\n"
	     "{\"range\": [32000.0, 128000.0], \"input_cost_per_token\": 2e-06,"
	     "\"output_cost_per_token\": 2e-05}]}}");
	cr_expect_str_eq(said("acme/t", EF_INPUT), "1");
	cr_expect_str_eq(said("acme/t", EF_LONG_ABOVE), "32000");
	cr_expect_str_eq(said("acme/t", EF_LONG_INPUT), "2");
	cr_expect_str_eq(said("acme/t", EF_LONG_OUTPUT), "20");
	cr_expect_str_eq(find("acme/t")->figures->note,
		"longer requests still have further prices");
}

/* Prices of a further step are not mixed with those of the first. */
Test(price_map, the_first_step_of_long_requests_counts)
{
	take("{\"acme/s\": {" CHAT "," PRICES ",\n"
	     "\"output_cost_per_token_above_512k_tokens\": 3e-05,\n"
	     "\"input_cost_per_token_above_128k_tokens\": 4e-06}}");
	cr_expect_str_eq(said("acme/s", EF_LONG_ABOVE), "128000");
	cr_expect_str_eq(said("acme/s", EF_LONG_INPUT), "4");
	cr_expect_str_eq(said("acme/s", EF_LONG_OUTPUT), "");
}

Test(price_map, sources_that_are_no_plain_address_are_left_out)
{
	take("{\"acme/a\": {" CHAT "," PRICES ", \"source\": \"Somebody said "
	     "so\"},\n"
	     "\"acme/b\": {" CHAT "," PRICES ", \"source\": "
	     "\"https://x.example/\\\"; evil\"},\n"
	     "\"acme/c\": {" CHAT "," PRICES ", \"source\": 7}}");
	for (int i = 0; i < store.catalogue.count; i++)
		cr_expect_str_eq(store.catalogue.items[i].figures->source,
			"LiteLLM model_prices_and_context_window.json");
}

Test(price_map, vendors_have_our_words)
{
	static const char *const rows[][3] = {
		{"gemini", "gemini/gemini-9", "google/gemini-9"},
		{"openai", "gpt-9", "openai/gpt-9"},
		{"openai", "openai/gpt-9", "openai/gpt-9"},
		{"together_ai", "together_ai/a/b", "together/a/b"},
		{"bedrock_converse", "us.amazon.nova",
			"amazon-bedrock/us.amazon.nova"},
		{"bedrock", "bedrock/eu-west-3/a",
			"amazon-bedrock/eu-west-3/a"},
		{"vertex_ai-language-models", "gemini-9", "vertex_ai/gemini-9"},
		{"vertex_ai-anthropic_models", "vertex_ai/claude-9",
			"vertex_ai/claude-9"},
		{"openrouter", "openrouter/openrouter/auto",
			"openrouter/openrouter/auto"},
		{"groq", "groq/openai/gpt-oss", "groq/openai/gpt-oss"},
		{"nobody", "nobody/x", "nobody/x"}};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		char text[512];

		snprintf(text, sizeof(text),
			"{\"%s\": {\"litellm_provider\": \"%s\","
			"\"mode\": \"chat\"," PRICES "}}",
			rows[i][1], rows[i][0]);
		take(text);
		find(rows[i][2]);
	}
	cr_expect_str_eq(find("google/gemini-9")->text[ITEM_VENDOR], "Google");
	cr_expect_str_eq(find("nobody/x")->text[ITEM_VENDOR], "nobody");
	cr_expect_null(price_vendor_find("open"));
	cr_expect_null(price_vendor_find("openai2"));
}

Test(price_map, entries_go_over_what_is_in_the_store)
{
	static const char ours[] =
		"sources: { s = \"ours\"; };\n"
		"models = ( { id = \"acme/a\"; name = \"A\"; vendor = "
		"\"Acme\"; figures = ( { source = \"s\"; date = "
		"\"2026-01-01\"; input = \"1\"; } ); },\n"
		"{ id = \"acme/z\"; name = \"Z\"; vendor = \"Acme\"; figures "
		"= ( { source = \"s\"; date = \"2026-01-01\"; input = \"1\"; } "
		"); } );\n";

	cr_assert(catalogue_file_parse(
		"ours.cfg", ours, strlen(ours), false, &store, &issue));
	take("{\"acme/a\": {" CHAT "," PRICES "}}");
	cr_expect_eq(store.catalogue.count, 2);
	cr_expect_str_eq(said("acme/a", EF_INPUT), "2");
	cr_expect_not(find("acme/z")->own);
	cr_expect_not(parse("{\"acme/z\": {" CHAT "," PRICES "}, "));
	cr_expect_str_eq(said("acme/z", EF_INPUT), "1", "all or nothing");
}

/* ---- genai-prices ------------------------------------------------------- */

#define PROVIDER(models)                                                       \
	"[{\"id\": \"x-ai\", \"name\": \"X AI\", \"pricing_urls\": "           \
	"[\"https://x.example/pricing\"], \"api_pattern\": \"x\",\n"           \
	"\"models\": [" models "]}]"

Test(price_map, genai_is_read)
{
	take(PROVIDER(
		"{\"id\": \"grok-9\", \"name\": \"Grok 9\", \"match\": "
		"{\"equals\": \"grok-9\"}, \"context_window\": 256000,\n"
		"\"prices\": {\"input_mtok\": {\"base\": 2, \"tiers\": "
		"[{\"start\": 200000, \"price\": 4}]}, \"output_mtok\": "
		"{\"base\": 10, \"tiers\": [{\"start\": 200000, \"price\": "
		"15}]}, \"cache_read_mtok\": 0.2, \"cache_write_mtok\": 2.5,"
		"\"web_searches_kcount\": 10}},\n"
		"{\"id\": \"grok-free\", \"prices\": {}},\n"
		"{\"id\": \"grok-embed\", \"prices\": {\"input_mtok\": 1}},\n"
		"{\"id\": \"x-ai/grok\", \"prices\": {\"input_mtok\": 1, "
		"\"output_mtok\": 2}}"));
	cr_expect_eq(tally.format, PRICE_MAP_GENAI);
	cr_expect_eq(tally.taken, 2);
	cr_expect_eq(skipped(PRICE_SKIP_NO_INPUT), 1);
	cr_expect_eq(skipped(PRICE_SKIP_NO_OUTPUT), 1);
	cr_expect_str_eq(find("xai/grok-9")->text[ITEM_NAME], "Grok 9");
	cr_expect_str_eq(find("xai/grok-9")->text[ITEM_VENDOR], "xAI");
	cr_expect_str_eq(said("xai/grok-9", EF_INPUT), "2");
	cr_expect_str_eq(said("xai/grok-9", EF_OUTPUT), "10");
	cr_expect_str_eq(said("xai/grok-9", EF_CACHED_INPUT), "0.2");
	cr_expect_str_eq(said("xai/grok-9", EF_CACHE_WRITE), "2.5");
	cr_expect_str_eq(said("xai/grok-9", EF_LONG_ABOVE), "200000");
	cr_expect_str_eq(said("xai/grok-9", EF_LONG_INPUT), "4");
	cr_expect_str_eq(said("xai/grok-9", EF_LONG_OUTPUT), "15");
	cr_expect_str_eq(said("xai/grok-9", EF_CONTEXT), "256000");
	cr_expect_str_eq(said("xai/x-ai/grok", EF_INPUT), "1");
	cr_expect_str_eq(find("xai/grok-9")->figures->source,
		"genai-prices data.json, from https://x.example/pricing");
}

Test(price_map, genai_periods_hold_from_their_day)
{
	const struct item_figure *figure;

	take(PROVIDER(
		"{\"id\": \"m\", \"prices\": [\n"
		"{\"prices\": {\"input_mtok\": {\"base\": 9, \"tiers\": "
		"[{\"start\": 200000, \"price\": 18}]}, \"output_mtok\": 9}},\n"
		"{\"constraint\": {\"start_date\": \"2026-03-13\"}, "
		"\"prices\": {\"input_mtok\": {\"base\": 2, \"tiers\": "
		"[{\"start\": 200000, \"price\": 4}]}, \"output_mtok\": 10}},\n"
		"{\"constraint\": {\"start_date\": \"2027-01-01\"}, "
		"\"prices\": {\"input_mtok\": 3, \"output_mtok\": 15}}]}"));
	cr_expect_str_eq(said("xai/m", EF_INPUT), "2");
	cr_expect_str_eq(said("xai/m", EF_LONG_INPUT), "4");
	figure = item_figure_on(find("xai/m"), EF_INPUT, on("2027-01-01"));
	cr_expect_str_eq(figure->text, "3");
	cr_expect_eq(figure->from, on("2027-01-01"));
	figure = item_figure_on(find("xai/m"), EF_LONG_INPUT, on("2027-01-01"));
	cr_expect_str_eq(figure->text, "3", "no long price any more");
}

Test(price_map, genai_hours_of_the_day_give_the_dearest)
{
	take(PROVIDER(
		"{\"id\": \"m\", \"prices\": [\n"
		"{\"prices\": {\"input_mtok\": 0.135, \"output_mtok\": "
		"0.55}},\n"
		"{\"constraint\": {\"start_time\": \"00:30:00Z\", "
		"\"end_time\": \"16:30:00Z\"}, \"prices\": {\"input_mtok\": "
		"0.27, \"output_mtok\": 1.1}}]}"));
	cr_expect_str_eq(said("xai/m", EF_INPUT), "0.27");
	cr_expect_str_eq(said("xai/m", EF_OUTPUT), "1.1");
	cr_expect_str_eq(find("xai/m")->figures->note,
		"at some hours of the day it costs less");
}

Test(price_map, genai_of_odd_shapes_does_no_harm)
{
	take("[5, null, [], {\"id\": 7}, {\"models\": {}}, {\"id\": \"a\", "
	     "\"models\": [7, {}, {\"id\": \"b\", \"prices\": 3}, {\"id\": "
	     "\"c\", \"prices\": [1, {\"prices\": []}]}, {\"id\": \"d\", "
	     "\"prices\": {\"input_mtok\": \"1\", \"output_mtok\": 2}}, "
	     "{\"id\": \"e\", \"prices\": {\"input_mtok\": {\"base\": 1, "
	     "\"tiers\": [3]}, \"output_mtok\": {\"tiers\": 4, \"base\": 2}}}, "
	     "{\"id\": \"f\", \"prices\": {\"input_mtok\": 1e400}}]}, "
	     "{\"id\": \"a\", \"models\": [{\"id\": \"e\\u0007\\nname\", "
	     "\"prices\": {\"input_mtok\": 1, \"output_mtok\": 2}}, {\"id\": "
	     "\"g\", \"name\": \"G\\n\\u001b[2J \\\"x\\\"\", \"prices\": "
	     "{\"input_mtok\": 1, \"output_mtok\": 2}}]}]");
	cr_expect_eq(tally.taken, 1);
	cr_expect_str_eq(find("a/g")->text[ITEM_NAME], "G  [2J \"x\"");
}

/* ---- any file ----------------------------------------------------------- */

Test(price_map, a_file_of_our_own_is_read_as_ever)
{
	static const char good[] =
		"# mine\nsources: { s = \"x\"; };\nmodels = ( { id = \"a/b\"; "
		"name = \"B\"; vendor = \"A\"; figures = ( { source = \"s\"; "
		"date = \"2026-01-01\"; input = \"0\"; } ); } );\n";

	take(good);
	cr_expect_eq(tally.format, PRICE_MAP_OWN);
	cr_expect_eq(tally.taken, 1);
	cr_expect_eq(tally.day, 0);
	cr_expect_not(parse("sources: { s = \"x\"; };\nmodels = ( {} );\n"));
	cr_expect_eq(issue.line, 2);
	cr_expect_str_eq(issue.issue.what, "this entry has no id");
}

/* Known by its first list or sources, with "=" or ":" behind blanks; and
 * whatever else it is, it is that with a byte order mark in front. */
Test(price_map, a_file_of_our_own_is_known_by_its_first_words)
{
	static const struct {
		const char *text;
		bool own;
	} files[] = {
		{"sources: { };\n", true},
		{"\n  gpus = ();", true},
		{"\tmodels\t: ();", true},
		{"models", false},
		{"models ();", false},
		{"models2 = ();", false},
		{"a = 1;\nmodels = ();", true},
	};
	static const char marked[] =
		"\xef\xbb\xbf{\"acme/a\": {" CHAT "," PRICES "}}";

	for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++) {
		parse(files[i].text);
		cr_expect_eq(tally.format == PRICE_MAP_OWN, files[i].own, "%s",
			files[i].text);
	}
	take(marked);
	cr_expect_eq(tally.taken, 1);
	cr_expect_not(parse("\xef\xbb"));
	cr_expect_not(parse("abc"));
}

/* "_above_200k_tokens" and nothing that only looks like it. */
Test(price_map, a_step_is_of_so_many_thousand_tokens)
{
	static const struct {
		const char *key, *above;
	} steps[] = {
		{"_above_128k_tokens", "128000"},
		{"_above_0k_tokens", ""},
		{"_above_-1k_tokens", ""},
		{"_above_ 1k_tokens", ""},
		{"_above_:k_tokens", ""},
		{"_above_200k_words", ""},
		{"_above_200", ""},
		{"_above_99999999999k_tokens", ""},
		{"_batches_above_200k_tokens", ""},
		{"_beyond_200k_above_tokens", ""},
	};
	char text[400];

	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++) {
		snprintf(text, sizeof(text),
			"{\"acme/a\": {" CHAT "," PRICES
			", \"input_cost_per_token%s\": 4e-06}}",
			steps[i].key);
		take(text);
		cr_expect_str_eq(said("acme/a", EF_LONG_ABOVE), steps[i].above,
			"%s", steps[i].key);
	}
}

/* By what the file says, or by the word in front of the name. */
Test(price_map, who_sells_a_model)
{
	take("{\"acme/a\": {\"mode\": \"chat\", " PRICES "},\n"
	     "\"b\": {\"mode\": \"chat\", \"litellm_provider\": \"\", " PRICES
	     "},\n"
	     "\"c\": {\"mode\": \"chat\", \"litellm_provider\": "
	     "\"acme\", " PRICES "}}");
	cr_expect_str_eq(find("acme/a")->text[ITEM_VENDOR], "acme");
	cr_expect_str_eq(find("acme/c")->text[ITEM_VENDOR], "acme");
	cr_expect_eq(tally.taken, 2);
	cr_expect_eq(skipped(PRICE_SKIP_ID), 1, "nobody sells b");
}

Test(price_map, other_shapes_are_told_which_are_known)
{
	static const char *const texts[] = {"", "  \n", "id,input\na,1\n",
		"<html>models: </html>", "{}", "[]", "{\"a\": 1}",
		"{\"vendor\": \"a\", \"models\": [{\"id\": \"b\"}]}", "[1, 2]",
		"\"text\"", "hello = 1;"};

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		cr_expect_not(parse(texts[i]), "%s", texts[i]);
		cr_expect_str_eq(issue.issue.what,
			"it is no price file that is known", "%s", texts[i]);
		cr_expect(strstr(issue.issue.mend, "genai-prices"));
	}
}

Test(price_map, broken_json_is_told_with_its_line)
{
	static const struct {
		const char *text;
		int line;
	} rows[] = {{"{\n\"a\": {" CHAT "},\n\"b\": }", 3},
		{"{\n\"a\": {" CHAT "},\n\n", 4}, {"[\n{\"id\": \"a\",]", 2},
		{"{\n\n\"a\": {\"mode\": \"\\q\"}}", 3},
		{"{\"a\": {" CHAT "," PRICES "}}\n\nx", 3},
		{"{\"a\": {\"input_cost_per_token\":\n NaN}}", 2},
		{"{\"a\": {\n\"mode\": \"\xff\"}}", 2}, {"[", 1}, {"{", 1}};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		cr_expect_not(parse(rows[i].text), "%s", rows[i].text);
		cr_expect_eq(issue.line, rows[i].line, "%s: %d", rows[i].text,
			issue.line);
		cr_expect(strstr(issue.issue.what, "no JSON"), "%s",
			issue.issue.what);
	}
	cr_expect_eq(store.catalogue.count, 0);
}

Test(price_map, nesting_has_an_end)
{
	char text[3000] = "{\"a\": ";
	size_t used = strlen(text);

	memset(text + used, '[', 1000);
	memset(text + used + 1000, ']', 1000);
	strcpy(text + used + 2000, "}");
	cr_expect_not(parse(text));
	cr_expect_str_eq(issue.issue.what,
		"it is nested more deeply than any price file");
}

/* Whatever a file is cut to is refused, or says less; nothing is read beyond
 * its end. */
Test(price_map, every_beginning_of_a_file_is_safe)
{
	static const char whole[] =
		"{\"acme/a\": {" CHAT "," PRICES ", \"source\": "
		"\"https://a.example/\", \"tiered_pricing\": [{\"range\": [0]}]"
		"}, \"b\\u0041\": {\"input_cost_per_token\": 1}}";

	for (size_t size = 0; size < sizeof(whole) - 1; size++) {
		char *copy = strndup(whole, size);

		cr_expect_not(price_map_parse(
			"x", copy, size, &rules, &store, &tally, &issue));
		free(copy);
	}
	take(whole);
}

/* ---- written and read back ---------------------------------------------- */

Test(price_map, what_is_taken_can_be_written_and_read_back)
{
	struct catalogue_store again = {0};
	size_t size;
	char *text;

	take(PROVIDER(
		"{\"id\": \"m\", \"name\": \"A \\\"name\\\" \\\\ @include "
		"\\\"x\\\"\", \"prices\": [\n"
		"{\"prices\": {\"input_mtok\": 2, \"output_mtok\": 10}},\n"
		"{\"constraint\": {\"start_date\": \"2027-01-01\"}, "
		"\"prices\": {\"input_mtok\": 3, \"output_mtok\": 15}}]}"));
	text = catalogue_write(&store.catalogue, "# a heading\n", &size);
	cr_assert(text);
	cr_assert_eq(strlen(text), size);
	cr_expect(!strncmp(text, "# a heading\n", 12));
	cr_assert(
		catalogue_file_parse("x.cfg", text, size, true, &again, &issue),
		"%d: %s", issue.line, issue.issue.what);
	cr_assert_eq(again.catalogue.count, 1);
	cr_assert_eq(again.catalogue.items->count, 4);
	cr_expect_str_eq(again.catalogue.items->text[ITEM_NAME],
		"A \"name\" \\ @include \"x\"");
	cr_expect_eq(again.catalogue.items->figures[2].from, on("2027-01-01"));
	catalogue_store_release(&again);
	free(text);
}

Test(price_map, files_are_loaded_by_name)
{
	rules.day = 0;
	cr_expect_not(price_map_load(
		"/nonexistent/prices.json", &rules, &store, &tally, &issue));
	cr_expect_str_eq(issue.issue.what, "there is no such file");
}

Test(price_map, a_file_has_the_day_on_which_it_was_changed)
{
	static const char text[] = "{\"acme/a\": {" CHAT "," PRICES "}}";
	char path[] = "/tmp/price-map-XXXXXX";
	struct timespec noon[2] = {
		{.tv_sec = 1784894400}, {.tv_sec = 1784894400}};
	int fd = mkstemp(path);

	cr_assert_geq(fd, 0);
	cr_assert_eq(write(fd, text, strlen(text)), (ssize_t)strlen(text));
	cr_assert_eq(futimens(fd, noon), 0);
	close(fd);
	rules.day = 0;
	cr_expect(price_map_load(path, &rules, &store, &tally, &issue));
	unlink(path);
	cr_expect_eq(tally.day, on("2026-07-24"));
	cr_expect_eq(find("acme/a")->figures->date, on("2026-07-24"));
	cr_expect_str_eq(find("acme/a")->file, path);
}
