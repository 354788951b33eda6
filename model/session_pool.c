/*
 * The pool: all texts of a session, one behind the other, each with its NUL.
 *
 * Texts are only ever appended; changing a value leaves its old text behind
 * as waste. When the end is reached, the texts in use are put together again.
 * Each text has exactly one reference, so that they always fit.
 */
#include <string.h>

#include "session_parts.h"

bool pool_is_full(struct issue *issue)
{
	issue_set(issue, 0, "the session is full: it holds %d kB of text",
		SESSION_POOL / 1024);
	return issue_mend(issue, "shorten notes, reasons or sources");
}

static void keep(struct session *session, const char *old, uint32_t *text)
{
	*text = pool_put(session, old + *text);
}

/* 96 KB of stack for the old pool: nothing here allocates. */
static void compact(struct session *session)
{
	char old[SESSION_POOL];

	memcpy(old, session->pool, session->used);
	session->used = 1;
	for (int i = 0; i < SHARED_INPUTS; i++)
		keep(session, old, &session->shared[i].text);
	for (int o = 0; o < session->options; o++)
		for (int i = 0; i < OPTION_INPUTS; i++)
			keep(session, old, &session->option[o][i].text);
	for (int e = 0; e < session->evidences; e++) {
		keep(session, old, &session->evidence[e].source);
		keep(session, old, &session->evidence[e].date);
	}
}

bool pool_reserve(struct session *session, size_t bytes)
{
	if (bytes > SESSION_POOL - session->used)
		compact(session);
	return bytes <= SESSION_POOL - session->used;
}

uint32_t pool_put(struct session *session, const char *text)
{
	size_t bytes = strlen(text) + 1;
	uint32_t at = session->used;

	if (bytes == 1)
		return 0;
	memcpy(session->pool + at, text, bytes);
	session->used += (uint32_t)bytes;
	return at;
}

const char *session_pool_text(const struct session *session, uint32_t text)
{
	return session->pool + text;
}
