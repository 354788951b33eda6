/*
 * A walk through one JSON text (RFC 8259) that looks only at what is asked
 * for.
 *
 *	struct json_walk walk = json_walk_begin(bytes, size);
 *	if (json_walk_object(&walk))
 *		while (json_walk_member(&walk, &key))
 *			... json_walk_value(&walk, &value), or an object again
 *	json_walk_end(&walk) tells whether all of it was well formed
 *
 * The structure is checked everywhere: brackets, commas, colons, literals,
 * where strings begin and end. What is inside strings and the digits of
 * numbers are not looked at; whoever wants a value has jansson read it. Spans
 * point into the text and need not end with NUL.
 *
 * After the first mistake nothing is found any more: loops end by themselves.
 */
#ifndef SRC_JSON_WALK_H
#define SRC_JSON_WALK_H

#include <stdbool.h>
#include <stddef.h>

enum { JSON_WALK_DEPTH = 200 }; /* deeper nesting is a mistake */

/* A value as it is written, its quotes included; a key without them. */
struct json_span {
	const char *at;
	size_t size;
};

struct json_walk {
	const char *at, *end;
	int depth;
	bool broken;
	bool fresh; /* what was opened last has nothing in it yet */
};

struct json_walk json_walk_begin(const char *bytes, size_t size);

/* The first byte of the value that comes next, or 0: nothing does. */
char json_walk_peek(struct json_walk *walk);

/* Step into the value that comes next; false, without moving, when it is no
 * object. */
bool json_walk_object(struct json_walk *walk);

/* To the next member of the object that was entered last; its value must be
 * passed before the next call. False behind the last one, which leaves the
 * object. */
bool json_walk_member(struct json_walk *walk, struct json_span *key);

/* The same for an array: step in, and to the next element. */
bool json_walk_array(struct json_walk *walk);
bool json_walk_element(struct json_walk *walk);

/* Past the value that comes next. False: there is none. */
bool json_walk_value(struct json_walk *walk, struct json_span *value);

/* Was all of it one well-formed value, and nothing behind it? */
bool json_walk_end(struct json_walk *walk);

#endif
