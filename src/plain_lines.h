/*
 * Answers line by line: from a terminal, a pipe or a file.
 *
 * Bytes are read with poll() beside the pipe of signals, so that a signal is
 * noticed while nobody types, and no line is lost between two of them.
 */
#ifndef SRC_PLAIN_LINES_H
#define SRC_PLAIN_LINES_H

#include <stdbool.h>
#include <stddef.h>

enum { ANSWER_BYTES = 8192 }; /* of a line at the most; the rest is dropped */

enum line_event {
	LINE_READ,
	LINE_END,    /* nothing more will come */
	LINE_SIGNAL, /* lines->signal says which */
};

struct lines {
	int in, wake; /* wake -1: no signals */
	bool terminal;
	long number; /* of the line that was read last, from 1 */
	int signal;
	int error; /* an errno: what came before the end may not be all */
	char bytes[4096];
	size_t used, at;
};

void lines_open(struct lines *lines, int in, int wake);

/* The next line without its end, in ANSWER_BYTES. A last line need not have an
 * end; a NUL in it becomes a control character, which no field takes. */
enum line_event lines_next(struct lines *lines, char *out);

#endif
