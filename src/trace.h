/*
 * What the program does, as lines in a file, for those who look for the reason
 * of something odd: --trace FILE.
 *
 * Each line leaves in one write and has the seconds since the start before it,
 * so the file is whole up to a crash. It has file names, keys by their names,
 * sizes, times and messages; never what is typed into a field, nor an answer
 * (a message may quote one that was refused). A trace that cannot be written
 * any more ends; the work goes on.
 */
#ifndef SRC_TRACE_H
#define SRC_TRACE_H

#include <stdbool.h>

struct arguments;

/* Append to the file, which is made, or is a trace already: nothing else is
 * written into. False after complaining. */
bool trace_begin(const char *path, const struct arguments *arguments);

/* One line, made harmless for a terminal. Nothing without a trace. */
__attribute__((format(printf, 1, 2))) void trace(const char *words, ...);

/* The same as it stands, for who knows no more than a function to call. */
void trace_line(const char *words);

/* How it ended. Says so when the trace is not complete. */
void trace_end(int status);

#endif
