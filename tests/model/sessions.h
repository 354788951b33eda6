/*
 * What the tests of sessions share: values by their keys.
 */
#ifndef TESTS_MODEL_SESSIONS_H
#define TESTS_MODEL_SESSIONS_H

#include <criterion/criterion.h>

#include "session.h"

static inline struct place find(const struct session *session, const char *key)
{
	struct place place = {0};
	struct issue issue;

	cr_assert(session_find(session, key, &place, &issue), "%s: %s", key,
		issue.what);
	return place;
}

static inline bool try_set(struct session *session, const char *key,
	const char *text, struct issue *issue)
{
	return session_set(session, find(session, key), text, issue);
}

static inline void set(
	struct session *session, const char *key, const char *text)
{
	struct issue issue;

	cr_assert(try_set(session, key, text, &issue), "%s = %s: %s", key, text,
		issue.what);
}

static inline const char *get(const struct session *session, const char *key)
{
	return session_text(session, find(session, key));
}

static inline double base(const struct session *session, const char *key)
{
	return session_base(session, find(session, key));
}

/* Three options: "Prompted", "Small, tuned" and "Own". */
static inline void three_options(struct session *session)
{
	session_init(session);
	cr_assert_eq(session_add_option(session, "Prompted"), 0);
	cr_assert_eq(session_add_option(session, "Small, tuned"), 1);
	cr_assert_eq(session_add_option(session, "Own"), 2);
	set(session, "options[1].adaptation", "tune");
	set(session, "options[2].serving", "selfhost");
}

static inline void add_evidence(
	struct session *session, const char *key, const char *source)
{
	struct issue issue;

	cr_assert(session_add_evidence(session, find(session, key),
			  GRADE_MEASURED, source, "2026-10-31", &issue),
		"%s", issue.what);
}

static inline const char *source_of(
	const struct session *session, const char *key)
{
	const struct evidence *evidence =
		session_evidence(session, find(session, key));

	return evidence ? session_pool_text(session, evidence->source) : NULL;
}

#endif
