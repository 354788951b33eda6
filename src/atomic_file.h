/*
 * A file is replaced whole or not at all.
 *
 * The bytes go to a new file beside the real one (behind symbolic links),
 * are checked, synced and renamed over it, and the folder is synced. Old
 * permissions are kept, new files get 0600. On failure the old file is as it
 * was, no temporary file is left, and the issue says why and what to do.
 */
#ifndef SRC_ATOMIC_FILE_H
#define SRC_ATOMIC_FILE_H

#include <stddef.h>

#include "file_issue.h"

bool atomic_file_write(const char *path, const char *bytes, size_t size,
	struct file_issue *issue);

/* The same, but an existing file is an error and stays as it is. */
bool atomic_file_create(const char *path, const char *bytes, size_t size,
	struct file_issue *issue);

#endif
