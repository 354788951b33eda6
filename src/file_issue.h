/*
 * What is wrong with a file, in words for the user:
 * "file:line: key: what is wrong; what would be right".
 */
#ifndef SRC_FILE_ISSUE_H
#define SRC_FILE_ISSUE_H

#include <limits.h>
#include <stdbool.h>
#include <stdio.h>

#include "model.h"

struct file_issue {
	char file[PATH_MAX];
	char key[SESSION_KEY]; /* or "" */
	int line;              /* or 0 */
	struct issue issue;
};

/* Start one about a file; line 0: about the whole. Always returns false. */
__attribute__((format(printf, 4, 5))) bool file_issue_set(
	struct file_issue *issue, const char *file, int line, const char *what,
	...);

/* One line without a line end, cleaned for a terminal. */
void file_issue_words(const struct file_issue *issue, char *out, size_t size);

#endif
