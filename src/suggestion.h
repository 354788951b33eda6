/*
 * "Did you mean": the most alike of some words.
 *
 *	struct suggestion suggestion = {.written = word};
 *	for each known word: suggestion_try(&suggestion, known);
 *	suggestion_best(&suggestion)
 */
#ifndef SRC_SUGGESTION_H
#define SRC_SUGGESTION_H

struct suggestion {
	const char *written;
	const char *nearest; /* borrowed */
	int distance;
};

void suggestion_try(struct suggestion *suggestion, const char *known);

/* The most alike, or NULL when none is like it at all. */
const char *suggestion_best(const struct suggestion *suggestion);

#endif
