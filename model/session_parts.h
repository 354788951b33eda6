/*
 * What the files session*.c share; nobody else includes it.
 */
#ifndef MODEL_SESSION_PARTS_H
#define MODEL_SESSION_PARTS_H

#include "session.h"

/* ---- session_pool.c ----------------------------------------------------- */

/* Make room for this many bytes of text, each NUL included, by dropping texts
 * that nothing refers to any more; false when there is none. It moves texts:
 * what was borrowed before is stale. */
bool pool_reserve(struct session *session, size_t bytes);

/* Keep a copy of text, for which room was reserved; 0 for "". */
uint32_t pool_put(struct session *session, const char *text);

bool pool_is_full(struct issue *issue);

/* ---- session_value.c ---------------------------------------------------- */

/* Where a place's answer is kept; the place must exist. */
struct value *value_at(struct session *session, struct place place);
const struct value *value_of(const struct session *session, struct place place);

/* An unset value: without a text, but with the quantity of its default. */
struct value value_unset(enum input input);

/*
 * Read what was typed, blanks around it already dropped, by the input's kind
 * and domain. *typed is what to keep, mostly text itself, and "" to unset it.
 */
bool value_read(enum input input, const char *text, const char *currency,
	struct quantity *quantity, const char **typed, struct issue *issue);

/* Take blanks and tabs and ends of lines off both ends; false if it is longer
 * than SESSION_TEXT, with the issue. */
bool text_trim(
	char out[SESSION_TEXT + 1], const char *text, struct issue *issue);

/* A line of valid UTF-8 without control characters. */
bool text_read(const char *text, struct issue *issue);

/* A day as YYYY-MM-DD, or nothing. */
bool date_read(const char *text, struct issue *issue);

#endif
