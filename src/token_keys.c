#include "token_keys.h"

#include <jansson.h>
#include <string.h>

/* An escaped letter takes six bytes, and the shortest key has four letters. */
enum { ESCAPED = 8 };

#define KEY(text) .name = (text), .size = sizeof(text) - 1

static const struct token_key key_table[] = {
	{KEY("model"), IN_LINE | IN_ANSWER, ROLE_MODEL, 0},
	{KEY("usage"), IN_LINE | IN_ANSWER, ROLE_USAGE, SCORE_USAGE},
	{KEY("usage_object"), IN_METADATA, ROLE_USAGE, SCORE_METADATA},
	{KEY("response"), IN_LINE, ROLE_ANSWER, 0},
	{KEY("body"), IN_LINE | IN_ANSWER, ROLE_ANSWER, 0},
	{KEY("result"), IN_LINE, ROLE_ANSWER, 0},
	/* Not in the line: events of a stream would be counted twice. */
	{KEY("message"), IN_ANSWER, ROLE_ANSWER, 0},
	{KEY("metadata"), IN_LINE, ROLE_METADATA, 0},
	{KEY("startTime"), IN_LINE | IN_ANSWER, ROLE_TIME, 5},
	{KEY("created"), IN_LINE | IN_ANSWER, ROLE_TIME, 4},
	{KEY("created_at"), IN_LINE | IN_ANSWER, ROLE_TIME, 4},
	{KEY("timestamp"), IN_LINE | IN_ANSWER, ROLE_TIME, 3},
	{KEY("time"), IN_LINE | IN_ANSWER, ROLE_TIME, 2},
	{KEY("endTime"), IN_LINE | IN_ANSWER, ROLE_TIME, 1},
	{KEY("prompt_tokens"), IN_LINE | IN_USAGE, ROLE_COUNT, COUNT_PROMPT},
	{KEY("completion_tokens"), IN_LINE | IN_USAGE, ROLE_COUNT,
		COUNT_COMPLETION},
	{KEY("total_tokens"), IN_LINE | IN_USAGE, ROLE_COUNT, COUNT_TOTAL},
	{KEY("input_tokens"), IN_USAGE, ROLE_COUNT, COUNT_INPUT},
	{KEY("output_tokens"), IN_USAGE, ROLE_COUNT, COUNT_OUTPUT},
	{KEY("cache_read_input_tokens"), IN_USAGE, ROLE_COUNT,
		COUNT_CACHE_READ},
	{KEY("cache_creation_input_tokens"), IN_USAGE, ROLE_COUNT,
		COUNT_CACHE_WRITE},
	{KEY("prompt_tokens_details"), IN_USAGE, ROLE_DETAILS, 0},
	{KEY("input_tokens_details"), IN_USAGE, ROLE_DETAILS, 0},
	{KEY("completion_tokens_details"), IN_USAGE, ROLE_DETAILS, 0},
	{KEY("output_tokens_details"), IN_USAGE, ROLE_DETAILS, 0},
	{KEY("cached_tokens"), IN_DETAILS, ROLE_COUNT, COUNT_CACHED},
	{KEY("reasoning_tokens"), IN_DETAILS, ROLE_COUNT, COUNT_REASONING},
};

static const struct token_key *find_plain(
	const char *key, size_t size, enum token_place place)
{
	for (size_t i = 0; i < sizeof(key_table) / sizeof(*key_table); i++) {
		const struct token_key *row = &key_table[i];

		if (row->size == size && row->places & place &&
			!memcmp(row->name, key, size))
			return row;
	}
	return NULL;
}

/* "us\u0061ge" is a way to write "usage". The key's quotes are around it. */
static const struct token_key *find_escaped(
	struct json_span key, enum token_place place)
{
	json_t *text = json_loadb(key.at - 1, key.size + 2,
		JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
	const struct token_key *row = NULL;

	if (text)
		row = find_plain(json_string_value(text),
			json_string_length(text), place);
	json_decref(text);
	return row;
}

const struct token_key *token_key_find(
	struct json_span key, enum token_place place)
{
	return key.size > ESCAPED && memchr(key.at, '\\', key.size)
		       ? find_escaped(key, place)
		       : find_plain(key.at, key.size, place);
}
