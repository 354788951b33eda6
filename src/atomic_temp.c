/*
 * The mark in the name keeps us from ever taking a file of the user's, such
 * as ".session.cfg.backup", for one of ours.
 */
#include "atomic_temp.h"

#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static const char mark[] = ".tuneornot-"; /* and six letters behind it */

enum {
	LETTERS = 6,
	NAME_ROOM = NAME_MAX - (int)sizeof(mark) - LETTERS,
	LEFT_AFTER = 60, /* seconds */
};

/* Length of a name that leaves room for the rest, not cut inside a
 * character. */
static int name_room(const char *name)
{
	size_t length = strlen(name);

	if (length > NAME_ROOM)
		for (length = NAME_ROOM;
			length && (name[length] & 0xc0) == 0x80;)
			length--;
	return (int)length;
}

bool atomic_temp_name(
	const char *folder, const char *name, char *out, size_t size)
{
	int length = snprintf(out, size, "%s/.%.*s%sXXXXXX", folder,
		name_room(name), name, mark);

	return length >= 0 && (size_t)length < size;
}

/* ---- what was left ------------------------------------------------------- */

/* ".NAME.tuneornot-XXXXXX", of this name or (NULL) of any? */
static bool is_temp(const char *found, const char *name)
{
	size_t length = strlen(found), tail = sizeof(mark) - 1 + LETTERS;
	size_t room = name ? (size_t)name_room(name) : 0;

	if (length < 1 + tail || found[0] != '.' ||
		strncmp(found + length - tail, mark, sizeof(mark) - 1) != 0)
		return false;
	return !name ||
	       (length == 1 + room + tail && !strncmp(found + 1, name, room));
}

/* Its writer holds a lock until it ends, however it ends. What cannot be
 * opened may have one. */
static bool has_writer(int folder, const char *found)
{
	int fd = openat(folder, found, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	bool locked;

	if (fd < 0)
		return true;
	locked = flock(fd, LOCK_EX | LOCK_NB) != 0;
	close(fd);
	return locked;
}

static void remove_left(int folder, const char *found)
{
	struct stat status;

	if (!fstatat(folder, found, &status, AT_SYMLINK_NOFOLLOW) &&
		S_ISREG(status.st_mode) && status.st_uid == geteuid() &&
		time(NULL) - status.st_mtime > LEFT_AFTER &&
		!has_writer(folder, found))
		unlinkat(folder, found, 0);
}

void atomic_file_sweep(const char *folder, const char *name)
{
	DIR *open_folder = opendir(folder);
	const struct dirent *found;

	if (!open_folder)
		return;
	while ((found = readdir(open_folder)) != NULL)
		if (is_temp(found->d_name, name))
			remove_left(dirfd(open_folder), found->d_name);
	closedir(open_folder);
}
