/*
 * What leaves the program without a screen: results on standard output or in
 * a file, everything else on standard error.
 *
 * A pipe that was closed at the other end ends the output quietly; a full
 * disk is told.
 */
#ifndef SRC_OUTPUT_H
#define SRC_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "atomic_file.h"

/* "tuneornot: ..." as one line, made harmless for a terminal. */
__attribute__((format(printf, 1, 2))) void complain(const char *words, ...);

/* Something has no such name: the one that was meant, or NULL, and then where
 * the names are. */
void complain_of_name(const char *what, const char *written, const char *meant,
	const char *otherwise);

/* As complain(), for what is no mistake but worth knowing. After
 * output_be_quiet() (--quiet) it says nothing. */
__attribute__((format(printf, 1, 2))) void notice(const char *words, ...);
void output_be_quiet(void);
bool output_is_quiet(void);

/* A complaint with the file, the line and the key in front. */
void complain_of_file(const struct file_issue *issue);

/* All of it to a file, atomically, or to standard output ("-"). False after
 * complaining. */
bool output_write(const char *path, const char *bytes, size_t size);

/* The same in pieces: begin, put, end. A file takes its name at the end. What
 * fails has complained and left nothing behind; output_drop() leaves nothing
 * behind when something else went wrong. */
struct output {
	bool to_file;
	struct atomic_file file;
	struct file_issue issue;
};

bool output_begin(struct output *output, const char *path);
bool output_put(struct output *output, const char *bytes, size_t size);
bool output_end(struct output *output);
void output_drop(struct output *output);

/* One text of the user's on standard output: as it is in a pipe or a file,
 * made harmless on a terminal. */
void output_text(const char *text);

/* Send what stands in standard output's buffer; false: nobody can read it. */
bool output_flush(void);

/* Flush standard output; the exit status, which is status if all of it went
 * out. */
int output_finish(int status);

#endif
