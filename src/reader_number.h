/*
 * A number as libconfig can take it without harm.
 *
 * libconfig 1.5 wraps integers beyond 32 bits in silence, clamps those beyond
 * 64, and newer versions take leading zeros for octal.
 */
#ifndef SRC_READER_NUMBER_H
#define SRC_READER_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

struct number {
	size_t length;      /* bytes of it in the file */
	bool negative;      /* write "-", */
	const char *digits; /* then so many of these bytes, */
	size_t kept;
	const char *suffix;       /* then this: "", "L" or ".0" */
	const char *wrong, *mend; /* or what is wrong; else NULL */
};

/* The number at text, which begins with a digit, a sign or a point. */
struct number reader_number(const char *text);

#endif
