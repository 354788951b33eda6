/*
 * The one door through which libconfig text comes in.
 *
 * libconfig trusts its input: @include opens any file and can end the
 * process, integers wrap in silence, numbers become infinite. So the bytes
 * are read and looked at here first (regular file, at most 8 MiB, UTF-8, no
 * NUL, no @include), integers are widened so that they cannot wrap, and only
 * then parsed.
 */
#ifndef SRC_READER_H
#define SRC_READER_H

#include <libconfig.h>
#include <stddef.h>

#include "file_issue.h"

enum { READER_BYTES = 8 * 1024 * 1024 };

struct reader {
	config_t config;
	char *bytes; /* of the file, as read; NUL behind them */
	size_t size;
	char file[PATH_MAX];
};

/* Read and parse a file ("-": standard input). On failure there is nothing
 * to release. */
bool reader_open(
	struct reader *reader, const char *path, struct file_issue *issue);

/* The same from memory; name stands in messages for the file. */
bool reader_parse(struct reader *reader, const char *name, const char *bytes,
	size_t size, struct file_issue *issue);

/* For who needs the settings only: the bytes take as much room again. */
void reader_forget_bytes(struct reader *reader);

void reader_release(struct reader *reader);

/* Whole content of a regular file or "-", NUL behind it; the caller frees. */
char *reader_slurp(
	const char *path, size_t limit, size_t *size, struct file_issue *issue);

/*
 * The text of a scalar setting: a string as it stands, a number as its
 * shortest exact text, true or false. False for anything else, and for
 * numbers that are not finite.
 */
bool reader_scalar(const config_setting_t *setting, char *out, size_t size);

/* "options[2].pass_rate": the place of a setting in its file; "": the root. */
void reader_key(const config_setting_t *setting, char *out, size_t size);

/* Say where: the issue gets the file, the line and the key of a setting.
 * Always false. */
bool reader_blame(const struct reader *reader, const config_setting_t *setting,
	struct file_issue *issue);

#endif
