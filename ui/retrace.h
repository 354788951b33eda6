/*
 * What was done to a line of text, to be taken back and done again: pure.
 *
 * Each step is kept as the bytes that went and the bytes that came. When
 * there is no more room the oldest steps are forgotten.
 */
#ifndef UI_RETRACE_H
#define UI_RETRACE_H

#include <stdbool.h>
#include <stddef.h>

enum { RETRACE_STEPS = 256, RETRACE_BYTES = 16 * 1024 };

struct retrace_step {
	unsigned short at, gone, came; /* bytes */
	bool open; /* typing that goes on at its end is a part of it */
};

struct retrace {
	struct retrace_step step[RETRACE_STEPS];
	char bytes[RETRACE_BYTES]; /* of each step what went, what came */
	size_t used;
	int steps, done; /* those behind done were taken back */
};

void retrace_clear(struct retrace *retrace);

/* The text was another one before, each below half of RETRACE_BYTES. Open: see
 * above. */
void retrace_note(struct retrace *retrace, const char *before,
	const char *after, bool open);

/* What is noted next is a step of its own. */
void retrace_close(struct retrace *retrace);

/* Take back the last step in the text, or do it again, and put the cursor
 * behind it; false: there is none. Text has the room that it had then. */
bool retrace_back(struct retrace *retrace, char *text, size_t *cursor);
bool retrace_forth(struct retrace *retrace, char *text, size_t *cursor);

#endif
