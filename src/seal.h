/*
 * The seal of a session file: its first line and its last.
 */
#ifndef SRC_SEAL_H
#define SRC_SEAL_H

#include "reader.h"
#include "session_file.h"

#define SEAL_HEAD "sealed = true;\n"

/* Room for the last line and a NUL. */
enum { SEAL_LINE = sizeof("seal = \"crc32:01234567\";\n") };

/* The last line that belongs behind these bytes. */
void seal_line(const char *bytes, size_t size, char line[SEAL_LINE]);

/*
 * Tell whether a file that was read is as we wrote it. False: it was cut, or
 * its two seal settings are not what they should be.
 */
bool seal_check(
	const struct reader *reader, enum seal *seal, struct file_issue *issue);

#endif
