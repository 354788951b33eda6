/*
 * What the plain interview says: lines of at most 78 cells on standard
 * output, no sequences for a terminal, nothing that is drawn.
 */
#ifndef SRC_PLAIN_VOICE_H
#define SRC_PLAIN_VOICE_H

#include <stdbool.h>

enum { VOICE_CELLS = 78, VOICE_BYTES = 8192 };

struct voice {
	bool ascii; /* nothing else may be written */
};

/* A paragraph, made harmless and wrapped, with its line end. */
__attribute__((format(printf, 2, 3))) void voice_say(
	const struct voice *voice, const char *words, ...);

/* The same without a line end: what is typed stands behind it. */
__attribute__((format(printf, 2, 3))) void voice_ask(
	const struct voice *voice, const char *words, ...);

void voice_blank(void);

/* Send what was said; false: nobody can read it any more. */
bool voice_reach(void);

#endif
