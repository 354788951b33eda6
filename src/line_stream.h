/*
 * The lines of a file of any size, in constant memory.
 *
 * The file is read in pieces; a line is handed over where it lies. Only a line
 * longer than a piece makes the room larger, up to LINE_STREAM_MOST; one that
 * is longer still is passed over, and told.
 */
#ifndef SRC_LINE_STREAM_H
#define SRC_LINE_STREAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { LINE_STREAM_MOST = 32 << 20, LINE_STREAM_PIECE = 1 << 20 };

struct line_stream {
	/* One line without its "\n"; bytes are NULL when it is too long. Lines
	 * count from 1. False ends the reading. */
	bool (*line)(
		void *context, const char *bytes, size_t size, uint64_t number);
	/* After each piece: bytes so far; may be NULL. */
	void (*progress)(void *progress_context, uint64_t done);
	void *context, *progress_context;
	size_t piece; /* bytes read at once; 0: LINE_STREAM_PIECE */
};

/* From an open file to its end. False when line() ended it, or with errno when
 * it cannot be read. */
bool line_stream_read(const struct line_stream *stream, int fd);

#endif
