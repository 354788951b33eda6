#include "json_walk.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

/* The bytes stand at the very end of their room, so that a sanitizer sees a
 * step beyond them. */
static char *copy(const char *text, size_t size)
{
	char *bytes = malloc(size ? size : 1);

	cr_assert(bytes);
	memcpy(bytes, text, size);
	return bytes;
}

static bool is_whole(const char *text, size_t size)
{
	char *bytes = copy(text, size);
	struct json_walk walk = json_walk_begin(bytes, size);
	struct json_span value;
	bool whole = json_walk_value(&walk, &value) && json_walk_end(&walk);

	free(bytes);
	return whole;
}

Test(json_walk, passes_whole_values)
{
	static const char *const texts[] = {"{}", "[]", "\"\"", "0", "-1.5e+9",
		"true", "false", "null", " { } ", "[ ]", "[1,2,[3,{}]]",
		"{\"a\":{\"b\":[\"]}\"]},\"a\":1}", "\"\\\"\"", "\"\\\\\"",
		"\"\\\\\\\"\"", "{ \"a\\\"\" : \"{\" , \"b\" : [ ] }\r",
		"\"\x80\xff\"", "{\"\":0}"};

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		cr_expect(is_whole(texts[i], strlen(texts[i])), "%s", texts[i]);
}

Test(json_walk, refuses_what_is_not_whole)
{
	static const char *const texts[] = {"", " ", "{", "}", "[", "]", "\"",
		"\"\\\"", "\"\\\\\\\"", "{]", "[}", "{\"a\"}", "{\"a\":}",
		"{\"a\":1,}", "{,\"a\":1}", "{\"a\":1 \"b\":2}", "{a:1}",
		"{1:2}", "[1,]", "[,1]", "[1 2]", "tru", "trux", "nul", "1x",
		"{} {}", "{}x", "[\"a]", "{\"a\":[}", ":", ",", "'a'", "NaN",
		"{\"a\":1}}", "{\"a\"::1}", "+1", ".5"};

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		cr_expect_not(
			is_whole(texts[i], strlen(texts[i])), "%s", texts[i]);
	cr_expect_not(is_whole("{\"a\":1}\0", 8));
}

/* Whatever a text is cut to is refused, and never read beyond. */
Test(json_walk, refuses_every_beginning)
{
	static const char text[] = "{\"a\\\"\":[1,\"\\\\\",{\"b\":null}],"
				   "\"c\":{\"d\":true,\"e\":\"}\"}}";

	for (size_t size = 0; size < sizeof(text) - 1; size++)
		cr_expect_not(is_whole(text, size), "%zu", size);
	cr_expect(is_whole(text, sizeof(text) - 1));
}

Test(json_walk, refuses_deep_nesting_without_falling)
{
	enum { DEEP = 1000000 };
	char *text = malloc(DEEP);

	cr_assert(text);
	memset(text, '[', DEEP);
	cr_expect_not(is_whole(text, DEEP));
	memset(text + JSON_WALK_DEPTH, ']', JSON_WALK_DEPTH);
	cr_expect(is_whole(text, (size_t)2 * JSON_WALK_DEPTH));
	for (size_t i = 0; i + 5 <= DEEP; i += 5)
		memcpy(text + i, "{\"\":[", 5);
	cr_expect_not(is_whole(text, DEEP));
	free(text);
}

Test(json_walk, finds_members_and_their_values)
{
	static const char text[] = "{\"a\":{\"x\":1},\"b\" : {\"y\":[2]} ,"
				   "\"c\":{}}";
	struct json_walk walk = json_walk_begin(text, strlen(text));
	struct json_span key, value;
	char seen[64] = "";

	cr_assert(json_walk_object(&walk));
	while (json_walk_member(&walk, &key)) {
		strncat(seen, key.at, key.size);
		if (*key.at != 'a') {
			cr_expect(json_walk_value(&walk, &value));
			strncat(seen, value.at, value.size);
			continue;
		}
		cr_assert(json_walk_object(&walk));
		while (json_walk_member(&walk, &key)) {
			strncat(seen, key.at, key.size);
			cr_expect_not(json_walk_object(&walk));
			cr_expect(json_walk_value(&walk, &value));
		}
	}
	cr_expect(json_walk_end(&walk));
	cr_expect_str_eq(seen, "axb{\"y\":[2]}c{}");
}

/* How many elements an array has; -1: it is broken. */
static int count_elements(const char *text)
{
	struct json_walk walk = json_walk_begin(text, strlen(text));
	struct json_span value;
	int count = 0;

	if (!json_walk_array(&walk))
		return -1;
	while (json_walk_element(&walk) && json_walk_value(&walk, &value))
		count++;
	return json_walk_end(&walk) ? count : -1;
}

Test(json_walk, goes_through_an_array)
{
	cr_expect_eq(count_elements("[]"), 0);
	cr_expect_eq(count_elements(" [ {\"a\": [1]} , 2,[],\"]\" ] "), 4);
	cr_expect_eq(count_elements("[,1]"), -1);
	cr_expect_eq(count_elements("[1,]"), -1);
	cr_expect_eq(count_elements("[1 2]"), -1);
	cr_expect_eq(count_elements("[1"), -1);
	cr_expect_eq(count_elements("[1}"), -1);
	cr_expect_eq(count_elements("[1]]"), -1);
	cr_expect_eq(count_elements("{}"), -1);
}
