/*
 * A new file beside the old one takes its name only when every byte is known
 * to be on the disk. Until then nothing of the old file is touched.
 *
 * Symbolic links are followed first: a rename over a link would replace the
 * link itself. The folder is opened before anything is written, because a
 * folder that cannot be synced cannot promise that the name will last.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* mkostemp, flock */
#endif
#include "atomic_file.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "atomic_temp.h"
#include "trace.h"

/* ---- refusing ----------------------------------------------------------- */

__attribute__((format(printf, 3, 4))) static bool refuse(
	struct atomic_file *saving, const char *mend, const char *what, ...)
{
	char text[sizeof(saving->issue->issue.what)];
	va_list words;

	va_start(words, what);
	vsnprintf(text, sizeof(text), what, words);
	va_end(words);
	file_issue_set(saving->issue, saving->path, 0, "%s", text);
	return issue_mend(&saving->issue->issue, "%s", mend);
}

static bool refuse_errno(struct atomic_file *saving, const char *verb)
{
	const char *elsewhere = "save under a name in another folder";
	int error = errno;

	switch (error) {
	case ENOSPC:
	case EDQUOT:
	case EFBIG:
		return refuse(saving, "make room, or save on another disk",
			"there is no room left on the disk; nothing was "
			"changed");
	case EACCES:
	case EPERM:
	case EROFS:
		return refuse(saving, elsewhere,
			"its folder is read-only for you; nothing was changed");
	case ENOENT:
	case ENOTDIR:
		return refuse(saving,
			"make the folder first, or "
			"save under a name in another one",
			"its folder is not there");
	case ENAMETOOLONG:
		return refuse(saving, "choose a shorter name",
			"the name is too long");
	case EEXIST:
		return refuse(saving, "choose another name",
			"it exists already; nothing was overwritten");
	default:
		return refuse(saving, elsewhere, "it cannot be %s: %s", verb,
			strerror(error));
	}
}

/* ---- where -------------------------------------------------------------- */

/* The folder's real path, for names that do not exist and for links that must
 * not be followed. */
static bool find_new(struct atomic_file *saving)
{
	char copy[PATH_MAX], name[PATH_MAX];
	int length;

	snprintf(copy, sizeof(copy), "%s", saving->path);
	snprintf(name, sizeof(name), "%s", basename(copy));
	snprintf(copy, sizeof(copy), "%s", saving->path);
	if (!realpath(dirname(copy), saving->folder))
		return refuse_errno(saving, "found");
	length = snprintf(saving->target, sizeof(saving->target), "%s/%s",
		saving->folder, name);
	if (length >= (int)sizeof(saving->target)) {
		errno = ENAMETOOLONG;
		return refuse_errno(saving, "found");
	}
	return true;
}

static bool find_old(struct atomic_file *saving)
{
	char copy[PATH_MAX];

	snprintf(copy, sizeof(copy), "%s", saving->target);
	snprintf(saving->folder, sizeof(saving->folder), "%s", dirname(copy));
	if (stat(saving->target, &saving->old))
		return refuse_errno(saving, "found");
	if (S_ISDIR(saving->old.st_mode))
		return refuse(saving, "name a file in it", "it is a folder");
	if (!S_ISREG(saving->old.st_mode))
		return refuse(saving, "name an ordinary file",
			"it is no ordinary file; nothing was written");
	if (access(saving->target, W_OK))
		return refuse(saving,
			"save under another name, or make it writable",
			"it is write-protected");
	return true;
}

static bool find_target(struct atomic_file *saving)
{
	struct stat link;

	if (strlen(saving->path) >= PATH_MAX) {
		errno = ENAMETOOLONG;
		return refuse_errno(saving, "found");
	}
	if (saving->fresh)
		return find_new(saving);
	if (realpath(saving->path, saving->target))
		return find_old(saving);
	if (errno != ENOENT)
		return refuse_errno(saving, "found");
	if (!lstat(saving->path, &link))
		return refuse(saving,
			"mend the link or save under another name",
			"it is a link to a file that is not there");
	return find_new(saving);
}

/* ---- the temporary file ------------------------------------------------- */

/* Locked while we live, so that nobody takes it for one that was left. */
static int open_temp(struct atomic_file *saving)
{
	const char *name = strrchr(saving->target, '/') + 1;
	int fd;

	atomic_file_sweep(saving->folder, name);
	if (!atomic_temp_name(
		    saving->folder, name, saving->temp, sizeof(saving->temp))) {
		errno = ENAMETOOLONG;
		return -1;
	}
	fd = mkostemp(saving->temp, O_CLOEXEC);
	if (fd >= 0)
		flock(fd, LOCK_EX | LOCK_NB);
	return fd;
}

static bool write_all(int fd, const char *bytes, size_t size)
{
	ssize_t count;

	for (; size; bytes += count, size -= (size_t)count) {
		do
			count = write(fd, bytes, size);
		while (count < 0 && errno == EINTR);
		if (count < 0)
			return false;
	}
	return true;
}

/* Owner and permissions of the old file. A group that cannot be given back
 * gets nothing: never wider than before. */
static bool keep_rights(int fd, const struct stat *old)
{
	mode_t mode = old->st_mode & 0777;
	struct stat temp;

	if (!old->st_mode)
		return true;
	if (fstat(fd, &temp))
		return false;
	if ((temp.st_uid != old->st_uid || temp.st_gid != old->st_gid) &&
		fchown(fd, old->st_uid, old->st_gid) &&
		fchown(fd, (uid_t)-1, old->st_gid))
		mode &= 0707;
	return !fchmod(fd, mode);
}

/* All of it on the disk. */
static bool settle_temp(struct atomic_file *saving)
{
	bool whole =
		keep_rights(saving->fd, &saving->old) && !fsync(saving->fd);
	int error = errno;
	bool closed = !close(saving->fd);

	saving->fd = -1;
	if (!whole)
		errno = error;
	return whole && closed;
}

/* ---- the name ----------------------------------------------------------- */

/* File systems without hard links: claim the name with an empty file, then
 * replace that. */
static bool claim(const char *temp, const char *target)
{
	int fd = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	int error;

	if (fd < 0)
		return false;
	close(fd);
	if (!rename(temp, target))
		return true;
	error = errno;
	unlink(target);
	errno = error;
	return false;
}

static bool name_fresh(const char *temp, const char *target)
{
	if (!link(temp, target)) {
		unlink(temp);
		return true;
	}
	if (errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS)
		return claim(temp, target);
	return false;
}

/* Others of our kind wait meanwhile, each for some tenths of a second at the
 * most; where folders cannot be locked nobody does. */
static void lock_folder(const struct atomic_file *saving)
{
	static const struct timespec pause = {.tv_nsec = 2000000};

	for (int i = 0; i < 200; i++) {
		if (!flock(saving->folder_fd, LOCK_EX | LOCK_NB) ||
			errno != EWOULDBLOCK)
			return;
		nanosleep(&pause, NULL);
	}
}

static bool is_as_expected(struct atomic_file *saving)
{
	struct stamp now = stamp_take(saving->target);

	saving->changed = !stamp_equal(&now, saving->expected);
	return !saving->changed ||
	       refuse(saving, "look at it, and do it again",
		       "somebody else has changed it meanwhile; nothing was "
		       "written");
}

static bool rename_temp(struct atomic_file *saving)
{
	if (saving->fresh)
		return name_fresh(saving->temp, saving->target);
	return !rename(saving->temp, saving->target);
}

/* False and saving->changed has told why already. */
static bool give_name(struct atomic_file *saving)
{
	bool named;

	if (!saving->expected)
		return rename_temp(saving);
	lock_folder(saving);
	named = is_as_expected(saving) && rename_temp(saving);
	flock(saving->folder_fd, LOCK_UN);
	return named;
}

static bool sync_folder(struct atomic_file *saving)
{
	/* EINVAL: a file system that has nothing to sync there. */
	return !fsync(saving->folder_fd) || errno == EINVAL ||
	       refuse(saving, "save again, or on another disk",
		       "it was written, but the disk did not confirm it: %s",
		       strerror(errno));
}

/* ---- in pieces ---------------------------------------------------------- */

static bool begin(struct atomic_file *saving)
{
	saving->fd = saving->folder_fd = -1;
	if (!find_target(saving))
		return false;
	saving->folder_fd =
		open(saving->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (saving->folder_fd >= 0)
		saving->fd = open_temp(saving);
	if (saving->fd >= 0)
		return true;
	refuse_errno(saving, "written");
	saving->temp[0] = '\0';
	atomic_file_drop(saving);
	return false;
}

static bool give_up(struct atomic_file *saving)
{
	if (!saving->changed)
		refuse_errno(saving, "written");
	atomic_file_drop(saving);
	return false;
}

bool atomic_file_begin(
	struct atomic_file *saving, const char *path, struct file_issue *issue)
{
	*saving = (struct atomic_file){.path = path, .issue = issue};
	return begin(saving);
}

bool atomic_file_put(struct atomic_file *saving, const char *bytes, size_t size)
{
	return write_all(saving->fd, bytes, size) || give_up(saving);
}

bool atomic_file_end(struct atomic_file *saving)
{
	bool synced;

	if (!settle_temp(saving) || !give_name(saving))
		return give_up(saving);
	saving->temp[0] = '\0';
	synced = sync_folder(saving);
	trace("written: %s", saving->target);
	atomic_file_drop(saving);
	return synced;
}

void atomic_file_drop(struct atomic_file *saving)
{
	if (saving->fd >= 0)
		close(saving->fd);
	if (saving->temp[0])
		unlink(saving->temp);
	if (saving->folder_fd >= 0)
		close(saving->folder_fd);
	saving->fd = saving->folder_fd = -1;
	saving->temp[0] = '\0';
}

/* ---- at once ------------------------------------------------------------ */

static bool save(struct atomic_file *saving, const char *bytes, size_t size)
{
	return begin(saving) && atomic_file_put(saving, bytes, size) &&
	       atomic_file_end(saving);
}

bool atomic_file_write(const char *path, const char *bytes, size_t size,
	struct file_issue *issue)
{
	struct atomic_file saving = {.path = path, .issue = issue};

	return save(&saving, bytes, size);
}

bool atomic_file_create(const char *path, const char *bytes, size_t size,
	struct file_issue *issue)
{
	struct atomic_file saving = {
		.path = path, .issue = issue, .fresh = true};

	return save(&saving, bytes, size);
}

bool atomic_file_replace(const char *path, const char *bytes, size_t size,
	const struct stamp *expected, bool *changed, struct file_issue *issue)
{
	struct atomic_file saving = {
		.path = path, .issue = issue, .expected = expected};
	bool done = save(&saving, bytes, size);

	*changed = saving.changed;
	return done;
}
