/*
 * What every fuzz target needs: the input in pieces, and claims that end the
 * process where they do not hold.
 *
 * A target is one file with LLVMFuzzerTestOneInput(), which must do the same
 * with the same bytes each time and leave nothing behind.
 */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define MUST(claim)                                                            \
	do {                                                                   \
		if (!(claim))                                                  \
			must_failed(__FILE__, __LINE__, #claim);               \
	} while (0)

_Noreturn static inline void must_failed(
	const char *file, int line, const char *claim)
{
	fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, claim);
	abort();
}

/* The rest of an input. */
struct fuzz {
	const uint8_t *at;
	size_t left;
};

static inline struct fuzz fuzz_begin(const uint8_t *data, size_t size)
{
	return (struct fuzz){data, size};
}

/* The next byte; 0 at the end. */
static inline uint8_t fuzz_byte(struct fuzz *fuzz)
{
	if (!fuzz->left)
		return 0;
	fuzz->left--;
	return *fuzz->at++;
}

static inline size_t fuzz_number(struct fuzz *fuzz)
{
	size_t high = fuzz_byte(fuzz);

	return high << 8 | fuzz_byte(fuzz);
}

/* So many bytes of it, or all that is left, as a text of its own at the very
 * end of its room, for the sanitizer; the caller frees. */
char *fuzz_text(struct fuzz *fuzz, size_t size);

/* The same up to the next line end, or the end. NULL: nothing is left. */
char *fuzz_line(struct fuzz *fuzz);

/* A path under which these bytes can be read as a file, until the next call.
 */
const char *fuzz_file(const uint8_t *data, size_t size);

#endif
