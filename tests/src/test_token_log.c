#include "token_log.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct token_use use;

/* At the very end of its room, for the sanitizer. */
static enum token_line read_bytes(const char *line, size_t size)
{
	char *bytes = malloc(size ? size : 1);
	enum token_line kind;

	cr_assert(bytes);
	memcpy(bytes, line, size);
	memset(&use, 0xa5, sizeof(use));
	kind = token_log_line(bytes, size, &use);
	free(bytes);
	return kind;
}

static enum token_line read_line(const char *line)
{
	return read_bytes(line, strlen(line));
}

static void expect_kind(const char *line, enum token_line kind)
{
	enum token_line found = read_line(line);

	cr_expect_eq(found, kind, "%d, not %d: %s", found, kind, line);
}

/* tokens: input, cached, visible output, reasoning */
static void expect_use(
	const char *line, const char *model, int64_t time, const char *tokens)
{
	char found[80];

	cr_expect_eq(read_line(line), TOKEN_LINE_USE, "%s", line);
	snprintf(found, sizeof(found), "%u %u %u %u", use.tokens[TOKEN_INPUT],
		use.tokens[TOKEN_CACHED], use.tokens[TOKEN_OUTPUT],
		use.tokens[TOKEN_REASONING]);
	cr_expect_str_eq(found, tokens, "%s: %s", found, line);
	cr_expect_str_eq(use.model, model);
	cr_expect_eq(use.time, time, "%ld: %s", (long)use.time, line);
}

/* ---- shapes ------------------------------------------------------------- */

static const char chat[] =
	"{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion\","
	"\"created\":1790000000,\"model\":\"gpt-4o-2024-08-06\","
	"\"choices\":[{\"message\":{\"content\":\"Hi \\\"you\\\"\"}}],"
	"\"usage\":{\"prompt_tokens\":2006,\"completion_tokens\":300,"
	"\"total_tokens\":2306,\"prompt_tokens_details\":"
	"{\"cached_tokens\":1920},\"completion_tokens_details\":"
	"{\"reasoning_tokens\":128}}}";

Test(token_log, reads_openai_chat_completions)
{
	expect_use(chat, "gpt-4o-2024-08-06", 1790000000, "2006 1920 172 128");
	expect_use("{\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":8,"
		   "\"prompt_tokens_details\":null}}",
		"", 0, "7 0 8 0");
}

Test(token_log, reads_openai_responses)
{
	expect_use("{\"id\":\"resp_1\",\"created_at\":1790000000.5,"
		   "\"model\":\"o4-mini\",\"usage\":{\"input_tokens\":75,"
		   "\"input_tokens_details\":{\"cached_tokens\":10},"
		   "\"output_tokens\":1186,\"output_tokens_details\":"
		   "{\"reasoning_tokens\":1024},\"total_tokens\":1261}}",
		"o4-mini", 1790000000, "75 10 162 1024");
	expect_use("{\"type\":\"response.completed\",\"response\":"
		   "{\"model\":\"o\",\"created_at\":1790000000,\"usage\":"
		   "{\"input_tokens\":1,\"output_tokens\":2}}}",
		"o", 1790000000, "1 0 2 0");
}

/* Anthropic's input tokens are those that the cache knows nothing of. */
Test(token_log, reads_anthropic_messages)
{
	static const char batch[] =
		"{\"custom_id\":\"a\",\"result\":{\"type\":\"succeeded\","
		"\"message\":{\"model\":\"claude\",\"usage\":"
		"{\"input_tokens\":100,\"cache_creation_input_tokens\":20,"
		"\"cache_read_input_tokens\":1800,\"output_tokens\":50}}}}";

	expect_use("{\"type\":\"message\",\"model\":\"claude\",\"usage\":"
		   "{\"input_tokens\":100,\"cache_creation_input_tokens\":20,"
		   "\"cache_read_input_tokens\":1800,\"output_tokens\":50}}",
		"claude", 0, "1920 1800 50 0");
	expect_use(batch, "claude", 0, "1920 1800 50 0");
	expect_use("{\"usage\":{\"input_tokens\":5,\"output_tokens\":6,"
		   "\"cache_read_input_tokens\":null}}",
		"", 0, "5 0 6 0");
	/* A stream begins with a message that is told again at its end. */
	expect_kind("{\"type\":\"message_start\",\"message\":{\"usage\":"
		    "{\"input_tokens\":25,\"output_tokens\":1}}}",
		TOKEN_LINE_NO_USAGE);
}

Test(token_log, reads_litellm_spend_logs)
{
	expect_use("{\"call_type\":\"acompletion\",\"prompt_tokens\":20,"
		   "\"completion_tokens\":30,\"total_tokens\":50,"
		   "\"startTime\":\"2026-10-31T23:59:59.123456Z\","
		   "\"endTime\":\"2026-11-01T00:00:09Z\",\"model\":\"gpt-4o\","
		   "\"metadata\":\"{\\\"usage\\\":{}}\",\"response\":{}}",
		"gpt-4o", 1793491199, "20 0 30 0");
	expect_use("{\"prompt_tokens\":20,\"completion_tokens\":30,"
		   "\"endTime\":1790000000.25,\"metadata\":{\"usage_object\":"
		   "{\"prompt_tokens\":20,\"completion_tokens\":30,"
		   "\"prompt_tokens_details\":{\"cached_tokens\":16}}}}",
		"", 1790000000, "20 16 30 0");
}

Test(token_log, reads_batch_output)
{
	char line[2000];

	snprintf(line, sizeof(line),
		"{\"custom_id\":\"a\",\"response\":{\"status_code\":200,"
		"\"body\":%s},\"error\":null}",
		chat);
	expect_use(line, "gpt-4o-2024-08-06", 1790000000, "2006 1920 172 128");
	expect_kind("{\"response\":{\"status_code\":500,\"body\":null}}",
		TOKEN_LINE_NO_USAGE);
}

/* The nearest model, the best time, the outer usage. */
Test(token_log, knows_which_of_several_counts)
{
	expect_use("{\"model\":\"router\",\"timestamp\":\"2026-10-01\","
		   "\"response\":{\"model\":\"real\",\"created\":1790000000,"
		   "\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":2}}}",
		"real", 1790000000, "1 0 2 0");
	expect_use("{\"response\":{\"usage\":{\"prompt_tokens\":1,"
		   "\"completion_tokens\":2}},\"model\":\"around\"}",
		"around", 0, "1 0 2 0");
	expect_use("{\"response\":{\"usage\":{\"prompt_tokens\":1,"
		   "\"completion_tokens\":2}},\"usage\":{\"prompt_tokens\":3,"
		   "\"completion_tokens\":4}}",
		"", 0, "3 0 4 0");
	expect_use("{\"prompt_tokens\":1,\"completion_tokens\":2,\"response\":"
		   "{\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":4}}}",
		"", 0, "3 0 4 0");
}

/* Some vendors count reasoning beside the output; the total tells. */
Test(token_log, splits_reasoning_off)
{
	expect_use("{\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":5,"
		   "\"total_tokens\":115,\"completion_tokens_details\":"
		   "{\"reasoning_tokens\":100}}}",
		"", 0, "10 0 5 100");
	expect_kind("{\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":5,"
		    "\"completion_tokens_details\":{\"reasoning_tokens\":6}}}",
		TOKEN_LINE_PARTS);
	expect_kind("{\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":5,"
		    "\"prompt_tokens_details\":{\"cached_tokens\":11}}}",
		TOKEN_LINE_PARTS);
}

/* ---- lines that want to fool it ----------------------------------------- */

#define USAGE "\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":2}"
#define QUOTED "\\\"usage\\\":{\\\"prompt_tokens\\\":9,"
#define QUOTED_USAGE QUOTED "\\\"completion_tokens\\\":9}"

Test(token_log, is_not_fooled_by_what_is_quoted)
{
	static const char *const none[] = {
		"{\"content\":\"{" QUOTED_USAGE "}\"}",
		"{\"content\":\"\\\\\\\"," QUOTED_USAGE "\"}",
		"{\"usage\":\"{\\\"prompt_tokens\\\":1,"
		"\\\"completion_tokens\\\":2}\"}",
		"{\"usage\":[{\"prompt_tokens\":1,\"completion_tokens\":2}]}",
		"{\"usage\":null}",
		"{\"usage\":7}",
		"{\"usage\":{}}",
		"{\"usage\":{\"prompt_tokens\":1}}",
		"{\"usage\":{\"usage\":{\"prompt_tokens\":1,"
		"\"completion_tokens\":2}}}",
		"{\"choices\":[{" USAGE "}]}",
		"{\"tool\":{" USAGE "}}",
		"{\"output\":[{\"content\":{" USAGE "}}]}",
		"{\"usage \":{\"prompt_tokens\":1,\"completion_tokens\":2}}",
		"{\"a\":\"usage\",\"b\":{\"prompt_tokens\":1,"
		"\"completion_tokens\":2}}",
		"{\"metadata\":{" USAGE "}}",
		"{\"body\":{\"body\":{\"body\":{\"body\":{\"body\":{" USAGE
		"}}}}}}",
	};

	for (size_t i = 0; i < sizeof(none) / sizeof(*none); i++)
		expect_kind(none[i], TOKEN_LINE_NO_USAGE);
	expect_use("{\"content\":\"{" QUOTED_USAGE "}\\\\\"," USAGE "}", "", 0,
		"1 0 2 0");
	expect_use("{\"tool\":{\"usage\":{\"prompt_tokens\":9,"
		   "\"completion_tokens\":9}}," USAGE "}",
		"", 0, "1 0 2 0");
}

Test(token_log, knows_an_escaped_key)
{
	expect_use("{\"us\\u0061ge\":{\"prompt\\u005ftokens\":1,"
		   "\"completion_tokens\":2},\"mode\\u006c\":\"m\\u00e9\"}",
		"m\xc3\xa9", 0, "1 0 2 0");
}

Test(token_log, refuses_what_is_said_twice)
{
	static const char *const twice[] = {
		"{\"usage\":{\"prompt_tokens\":1,\"prompt_tokens\":2,"
		"\"completion_tokens\":2}}",
		"{" USAGE ",\"usage\":{\"prompt_tokens\":1,"
		"\"completion_tokens\":3}}",
		"{" USAGE ",\"model\":\"a\",\"model\":\"b\"}",
		"{\"response\":{" USAGE "},\"body\":{\"usage\":"
		"{\"prompt_tokens\":7,\"completion_tokens\":8}}}",
		"{\"prompt_tokens\":1,\"prompt_tokens\":2,"
		"\"completion_tokens\":2}",
	};

	for (size_t i = 0; i < sizeof(twice) / sizeof(*twice); i++)
		expect_kind(twice[i], TOKEN_LINE_TWICE);
	expect_use("{" USAGE "," USAGE "}", "", 0, "1 0 2 0");
}

Test(token_log, refuses_counts_that_are_none)
{
	static const char *const numbers[] = {"-1", "1.5", "10000001", "1e9",
		"1e999", "123456789012345678901234567890", "\"12\"", "true",
		"[]", "{}", "01", "1-2", "-", "1e", "-0.5"};
	static const struct {
		const char *written, *tokens;
	} good[] = {{"0", "0 0 2 0"}, {"10000000", "10000000 0 2 0"},
		{"12.0", "12 0 2 0"}, {"1.2e3", "1200 0 2 0"},
		{"-0", "0 0 2 0"}};
	char line[200];

	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++) {
		snprintf(line, sizeof(line),
			"{\"usage\":{\"prompt_tokens\":%s,"
			"\"completion_tokens\":2}}",
			numbers[i]);
		expect_kind(line, TOKEN_LINE_NUMBER);
	}
	for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++) {
		snprintf(line, sizeof(line),
			"{\"usage\":{\"prompt_tokens\":%s,"
			"\"completion_tokens\":2}}",
			good[i].written);
		expect_use(line, "", 0, good[i].tokens);
	}
	expect_kind("{\"usage\":{\"input_tokens\":9000000,\"output_tokens\":1,"
		    "\"cache_read_input_tokens\":9000000}}",
		TOKEN_LINE_NUMBER);
}

Test(token_log, refuses_names_that_are_none)
{
	char line[400];

	expect_kind("{\"model\":\"\"," USAGE "}", TOKEN_LINE_MODEL);
	expect_kind("{\"model\":\"\xff\"," USAGE "}", TOKEN_LINE_MODEL);
	expect_kind("{\"model\":\"\\ud800\"," USAGE "}", TOKEN_LINE_MODEL);
	expect_kind("{\"model\":\"a\\u0000b\"," USAGE "}", TOKEN_LINE_MODEL);
	expect_use("{\"model\":null," USAGE "}", "", 0, "1 0 2 0");
	expect_use("{\"model\":{\"a\":1}," USAGE "}", "", 0, "1 0 2 0");
	snprintf(line, sizeof(line), "{\"model\":\"%096d\"," USAGE "}", 0);
	expect_kind(line, TOKEN_LINE_MODEL);
	snprintf(line, sizeof(line), "{\"model\":\"%095d\"," USAGE "}", 0);
	cr_expect_eq(read_line(line), TOKEN_LINE_USE);
}

Test(token_log, knows_lines_that_are_broken_or_blank)
{
	static const char nul[] = "{\"a\":\"\0\"," USAGE "}";
	static const char outside[] = "{\"a\":\0 1," USAGE "}";

	expect_kind("", TOKEN_LINE_BLANK);
	expect_kind(" \t\r", TOKEN_LINE_BLANK);
	expect_kind("[]", TOKEN_LINE_BROKEN);
	expect_kind("7", TOKEN_LINE_BROKEN);
	expect_kind("no JSON", TOKEN_LINE_BROKEN);
	expect_kind("{" USAGE "} {" USAGE "}", TOKEN_LINE_BROKEN);
	expect_kind("{" USAGE ",}", TOKEN_LINE_BROKEN);
	expect_use("{" USAGE "}\r", "", 0, "1 0 2 0");
	expect_use("{\"a\":\"\x80\xff\"," USAGE "}", "", 0, "1 0 2 0");
	cr_expect_eq(read_bytes(nul, sizeof(nul) - 1), TOKEN_LINE_USE);
	cr_expect_eq(
		read_bytes(outside, sizeof(outside) - 1), TOKEN_LINE_BROKEN);
	for (size_t size = 1; size < sizeof(chat) - 1; size++)
		cr_expect_eq(
			read_bytes(chat, size), TOKEN_LINE_BROKEN, "%zu", size);
}

/* One byte changed anywhere: any answer, but nothing read beyond. */
Test(token_log, survives_every_changed_byte)
{
	static const char bytes[] = {'"', '\\', '{', '}', '[', ']', ',', ':',
		'\0', '\xff', '9', '-', 'e', ' '};
	char line[sizeof(chat)];

	for (size_t at = 0; at < sizeof(chat) - 1; at++) {
		for (size_t i = 0; i < sizeof(bytes); i++) {
			memcpy(line, chat, sizeof(chat));
			line[at] = bytes[i];
			if (read_bytes(line, sizeof(chat) - 1) ==
				TOKEN_LINE_USE)
				cr_expect_leq(use.tokens[TOKEN_CACHED],
					use.tokens[TOKEN_INPUT]);
		}
	}
}
