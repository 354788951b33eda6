/*
 * One line of a token log: what did one request take?
 *
 * Read are response objects of OpenAI (chat completions and responses) and of
 * Anthropic (messages), lines that hold one under response, body, result or
 * result.message (batch output, gateways), and spend logs of LiteLLM, whose
 * counts stand in the line itself. A usage object counts before bare counts,
 * an outer one before an inner one; nothing else is searched, so what tools,
 * prompts or strings quote is never taken for usage.
 *
 * What could be read in two ways is refused: a key that matters and is given
 * twice with different values, counts that are no whole numbers, parts that
 * are greater than the whole.
 */
#ifndef SRC_TOKEN_LOG_H
#define SRC_TOKEN_LOG_H

#include <stddef.h>
#include <stdint.h>

#include "token_sketch.h"

enum token_kind {
	TOKEN_INPUT,  /* all of the prompt, from a cache or not */
	TOKEN_CACHED, /* of these, read from a cache */
	TOKEN_OUTPUT, /* the visible answer */
	TOKEN_REASONING,
	TOKEN_KINDS
};

enum { TOKEN_MODEL = 96 }; /* bytes of a model's name, its NUL included */

struct token_use {
	uint32_t tokens[TOKEN_KINDS]; /* each at most TOKEN_MOST */
	int64_t time;                 /* or 0: the line does not say */
	char model[TOKEN_MODEL];      /* or "" */
};

/* What a line is; from TOKEN_LINE_SKIPS on: why it does not count. */
enum token_line {
	TOKEN_LINE_USE,
	TOKEN_LINE_BLANK,
	TOKEN_LINE_SKIPS,
	TOKEN_LINE_BROKEN = TOKEN_LINE_SKIPS,
	TOKEN_LINE_NO_USAGE,
	TOKEN_LINE_TWICE,
	TOKEN_LINE_NUMBER,
	TOKEN_LINE_PARTS,
	TOKEN_LINE_MODEL,
	TOKEN_LINE_LONG,
	TOKEN_LINES
};

/* Each in words, from TOKEN_LINE_SKIPS on. */
extern const char *const token_line_words[TOKEN_LINES];

/* Without its line end, or with it; use is filled in for TOKEN_LINE_USE. */
enum token_line token_log_line(
	const char *bytes, size_t size, struct token_use *use);

#endif
