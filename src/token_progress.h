/*
 * One line on standard error that tells how far the reading is; nothing where
 * that is no terminal, or when it is done within a moment.
 */
#ifndef SRC_TOKEN_PROGRESS_H
#define SRC_TOKEN_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

struct token_progress {
	char name[128];
	uint64_t size; /* bytes in all; 0: not known */
	double next;   /* seconds; when to show it again */
	bool terminal, shown;
};

void token_progress_begin(
	struct token_progress *progress, const char *name, uint64_t size);

/* For struct line_stream; context is the struct token_progress. */
void token_progress_at(void *context, uint64_t done);

/* Before anything else is written, and at the end. */
void token_progress_clear(struct token_progress *progress);

#endif
