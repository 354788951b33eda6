/*
 * From token logs into a session: what a log can know of its inputs.
 *
 * - volume.requests_per_month, when the log covers a day or more; graded an
 *   estimate when it covers less than a week.
 * - volume.output_tokens: the visible output.
 * - A log does not tell instructions from payload. Only when somebody has set
 *   volume.instruction_tokens are volume.payload_tokens (the rest of the
 *   input) and volume.cache_hit_rate (the cached tokens as a share of the
 *   instructions) known, and only if they come out possible.
 * - reasoning_tokens of each option whose model is in the log, also with a
 *   vendor before it or a date behind it: "gpt-4o" is "openai/gpt-4o" and
 *   "gpt-4o-2024-08-06", but not "gpt-4o-mini".
 *
 * Each comes with evidence of its origin.
 */
#ifndef SRC_TOKEN_INTO_H
#define SRC_TOKEN_INTO_H

#include "model.h"
#include "report_page.h"
#include "token_summary.h"

struct token_into {
	const struct token_summary *summary;
	const struct token_model *total; /* all its models together */
	const char *source;              /* for the evidence */
	const struct page *page;         /* says what was set, and what not */
	struct session *session;
};

/* False with an issue about the input at place, or without a word when there
 * is not enough memory. The session may have changed in part then. */
bool token_into_session(const struct token_into *into, struct place *place,
	struct issue *issue);

bool token_into_matches(const char *option_model, const char *logged);

#endif
