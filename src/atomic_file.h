/*
 * A file is replaced whole or not at all.
 *
 * The bytes go to a new file beside the real one (behind symbolic links),
 * are checked, synced and renamed over it, and the folder is synced. Old
 * permissions are kept, new files get 0600. On failure the old file is as it
 * was, no temporary file is left, and the issue says why and what to do.
 *
 * A process that is killed while it writes leaves its temporary file,
 * ".NAME.tuneornot-XXXXXX". The next one that writes NAME removes it, a minute
 * later at the earliest and never while its writer lives.
 */
#ifndef SRC_ATOMIC_FILE_H
#define SRC_ATOMIC_FILE_H

#include <limits.h>
#include <stddef.h>
#include <sys/stat.h>

#include "file_issue.h"
#include "stamp.h"

bool atomic_file_write(const char *path, const char *bytes, size_t size,
	struct file_issue *issue);

/* The same, but an existing file is an error and stays as it is. */
bool atomic_file_create(const char *path, const char *bytes, size_t size,
	struct file_issue *issue);

/* The same, if the file still is what the stamp says; otherwise it stays as
 * somebody else has made it, and changed says that this is why. Two programs
 * that both do this never lose what the other one wrote. */
bool atomic_file_replace(const char *path, const char *bytes, size_t size,
	const struct stamp *expected, bool *changed, struct file_issue *issue);

/*
 * The same in pieces: begin, put any number of times, end. What fails has
 * dropped the file already; drop it when something else went wrong.
 */
struct atomic_file {
	const char *path;         /* as the user knows it; borrowed */
	struct file_issue *issue; /* borrowed */
	char target[PATH_MAX];    /* behind links */
	char folder[PATH_MAX];
	char temp[PATH_MAX]; /* "": none */
	struct stat old;     /* of the target; st_mode 0: there is none */
	bool fresh;          /* the target must not exist */
	const struct stamp *expected; /* what it must be; borrowed, or NULL */
	bool changed;                 /* and is not */
	int fd, folder_fd;            /* -1: not open */
};

bool atomic_file_begin(
	struct atomic_file *saving, const char *path, struct file_issue *issue);
bool atomic_file_put(
	struct atomic_file *saving, const char *bytes, size_t size);
bool atomic_file_end(struct atomic_file *saving);
void atomic_file_drop(struct atomic_file *saving);

#endif
