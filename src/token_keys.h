/*
 * The keys of token logs that matter: one table.
 *
 * A row says where a key counts and what it is; another spelling of another
 * gateway is another row.
 */
#ifndef SRC_TOKEN_KEYS_H
#define SRC_TOKEN_KEYS_H

#include "json_walk.h"

/* Places in a line where a key may count. */
enum token_place {
	IN_LINE = 1 << 0,
	IN_ANSWER = 1 << 1, /* an object in the line that may have usage */
	IN_METADATA = 1 << 2,
	IN_USAGE = 1 << 3,
	IN_DETAILS = 1 << 4, /* an object in the usage */
};

enum token_role {
	ROLE_MODEL,
	ROLE_TIME,  /* what: the greater, the better it tells */
	ROLE_COUNT, /* what: enum token_count */
	ROLE_USAGE, /* what: a score, which the place lowers */
	ROLE_DETAILS,
	ROLE_ANSWER,
	ROLE_METADATA,
};

enum token_count {
	COUNT_PROMPT,     /* with what was cached */
	COUNT_INPUT,      /* with it at OpenAI, without it at Anthropic */
	COUNT_CACHE_READ, /* Anthropic */
	COUNT_CACHE_WRITE,
	COUNT_CACHED, /* OpenAI */
	COUNT_COMPLETION,
	COUNT_OUTPUT,
	COUNT_REASONING,
	COUNT_TOTAL,
	COUNTS
};

/* Usage in the line, one level deeper...: 16, 15...; the others are less. */
enum { SCORE_BARE = 1, SCORE_METADATA = 4, SCORE_USAGE = 16 };

enum { TOKEN_LEVELS = 4 }; /* objects in each other that are looked into */

struct token_key {
	const char *name;
	size_t size;
	int places; /* enum token_place */
	enum token_role role;
	int what;
};

/* The row of a key at a place, or NULL. An escaped key, "us\u0061ge", means
 * what it means; the quotes must stand around its span. */
const struct token_key *token_key_find(
	struct json_span key, enum token_place place);

#endif
