/*
 * Most bytes of a log stand in long strings. memchr() crosses them from quote
 * to quote, many bytes at a time; what is between strings is short and is
 * walked byte by byte.
 */
#include "json_walk.h"

#include <string.h>

struct json_walk json_walk_begin(const char *bytes, size_t size)
{
	return (struct json_walk){.at = bytes, .end = bytes + size};
}

static bool fail(struct json_walk *walk)
{
	walk->broken = true;
	walk->at = walk->end;
	return false;
}

static bool is_blank(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

char json_walk_peek(struct json_walk *walk)
{
	while (walk->at < walk->end && is_blank(*walk->at))
		walk->at++;
	return walk->at < walk->end ? *walk->at : '\0';
}

/* Is the quote escaped: an odd number of backslashes before it? They are
 * counted back to the beginning at the most. */
static bool is_escaped(const char *quote, const char *begin)
{
	const char *at = quote;

	while (at > begin && at[-1] == '\\')
		at--;
	return (quote - at) % 2;
}

/* From an opening quote to behind the closing one. */
static bool pass_string(struct json_walk *walk)
{
	const char *begin = walk->at + 1;

	for (;;) {
		const char *quote =
			memchr(begin, '"', (size_t)(walk->end - begin));

		if (!quote)
			return fail(walk);
		if (!is_escaped(quote, begin)) {
			walk->at = quote + 1;
			return true;
		}
		begin = quote + 1;
	}
}

static bool is_number_byte(char byte)
{
	return (byte >= '0' && byte <= '9') || byte == '.' || byte == '-' ||
	       byte == '+' || byte == 'e' || byte == 'E';
}

static bool pass_number(struct json_walk *walk)
{
	while (walk->at < walk->end && is_number_byte(*walk->at))
		walk->at++;
	return true;
}

static bool pass_word(struct json_walk *walk, const char *word, size_t size)
{
	if ((size_t)(walk->end - walk->at) < size ||
		memcmp(walk->at, word, size) != 0)
		return fail(walk);
	walk->at += size;
	return true;
}

static bool pass_value(struct json_walk *walk);

static bool pass_array(struct json_walk *walk)
{
	char next;

	if (++walk->depth > JSON_WALK_DEPTH)
		return fail(walk);
	walk->at++;
	if (json_walk_peek(walk) != ']') {
		do {
			if (!pass_value(walk))
				return false;
			next = json_walk_peek(walk);
		} while (next == ',' && walk->at++);
		if (next != ']')
			return fail(walk);
	}
	walk->at++;
	walk->depth--;
	return true;
}

static bool pass_object(struct json_walk *walk)
{
	struct json_span key;

	json_walk_object(walk);
	while (json_walk_member(walk, &key))
		pass_value(walk);
	return !walk->broken;
}

static bool pass_value(struct json_walk *walk)
{
	char next = json_walk_peek(walk);

	switch (next) {
	case '"': return pass_string(walk);
	case '{': return pass_object(walk);
	case '[': return pass_array(walk);
	case 't': return pass_word(walk, "true", 4);
	case 'f': return pass_word(walk, "false", 5);
	case 'n': return pass_word(walk, "null", 4);
	default:
		if (next != '-' && (next < '0' || next > '9'))
			return fail(walk);
		return pass_number(walk);
	}
}

static bool enter(struct json_walk *walk, char bracket)
{
	if (json_walk_peek(walk) != bracket)
		return false;
	walk->at++;
	walk->fresh = true;
	if (++walk->depth > JSON_WALK_DEPTH)
		return fail(walk);
	return true;
}

bool json_walk_object(struct json_walk *walk)
{
	return enter(walk, '{');
}

bool json_walk_array(struct json_walk *walk)
{
	return enter(walk, '[');
}

/* To what comes next in the object or array that was entered last; false
 * behind its bracket. */
static bool go_on(struct json_walk *walk, char bracket)
{
	bool fresh = walk->fresh;
	char next = json_walk_peek(walk);

	walk->fresh = false;
	if (walk->broken)
		return false;
	if (next == bracket) {
		walk->at++;
		walk->depth--;
		return false;
	}
	if (fresh)
		return true;
	if (next != ',')
		return fail(walk);
	walk->at++;
	return true;
}

bool json_walk_element(struct json_walk *walk)
{
	return go_on(walk, ']');
}

bool json_walk_member(struct json_walk *walk, struct json_span *key)
{
	char next;

	if (!go_on(walk, '}'))
		return false;
	next = json_walk_peek(walk);
	key->at = walk->at + 1;
	if (next != '"' || !pass_string(walk))
		return fail(walk);
	key->size = (size_t)(walk->at - 1 - key->at);
	if (json_walk_peek(walk) != ':')
		return fail(walk);
	walk->at++;
	return true;
}

bool json_walk_value(struct json_walk *walk, struct json_span *value)
{
	json_walk_peek(walk);
	value->at = walk->at;
	value->size = 0;
	if (!pass_value(walk))
		return false;
	value->size = (size_t)(walk->at - value->at);
	return true;
}

bool json_walk_end(struct json_walk *walk)
{
	json_walk_peek(walk);
	return !walk->broken && walk->at == walk->end && !walk->depth;
}
