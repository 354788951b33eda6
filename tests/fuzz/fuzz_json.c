/*
 * The walk through a JSON text beside jansson: whatever that one takes, the
 * walk takes, too, and finds the same members in it.
 */
#include <jansson.h>
#include <string.h>

#include "fuzz.h"
#include "json_walk.h"

/* Everything in it; how many values there are. */
static size_t walk_all(struct json_walk *walk)
{
	struct json_span key, value;
	size_t count = 1;

	if (json_walk_object(walk))
		while (json_walk_member(walk, &key))
			count += walk_all(walk);
	else if (json_walk_array(walk))
		while (json_walk_element(walk))
			count += walk_all(walk);
	else
		json_walk_value(walk, &value);
	return count;
}

static size_t count_all(const json_t *value)
{
	size_t count = 1, i;
	const char *key;
	json_t *inner;

	json_array_foreach((json_t *)value, i, inner) count += count_all(inner);
	json_object_foreach((json_t *)value, key, inner) count +=
		count_all(inner);
	return count;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz fuzz = fuzz_begin(data, size);
	char *bytes = fuzz_text(&fuzz, size);
	struct json_walk walk = json_walk_begin(bytes, size);
	struct json_span value;
	json_error_t error;
	json_t *theirs = json_loadb(bytes, size,
		JSON_DECODE_ANY | JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL,
		&error);
	size_t count = walk_all(&walk);
	bool sound = json_walk_end(&walk);

	/* Theirs takes a NUL for the end; ours, for what it is. */
	if (theirs && count < JSON_WALK_DEPTH && !memchr(bytes, '\0', size))
		MUST(sound && count == count_all(theirs));
	walk = json_walk_begin(bytes, size);
	json_walk_value(&walk, &value);
	MUST(json_walk_end(&walk) == sound);
	json_decref(theirs);
	free(bytes);
	return 0;
}
