#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* flock */
#endif
#include "claim.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "paths.h"
#include "stamp.h"

enum { TRIES = 8, TEXT = 200 };

/* "locks/0123456789abcdef.lock" in the state folder. */
static bool lock_path(const char *file, char *out, size_t size)
{
	char folder[PATH_MAX];

	return paths_state("locks", folder, sizeof(folder)) &&
	       paths_make_folder(folder) &&
	       snprintf(out, size, "%s/%016llx.lock", folder,
		       (unsigned long long)stamp_hash(file, strlen(file))) <
		       (int)size;
}

/* Who drops a claim removes its file: then a lock on what was opened before is
 * one on nothing. */
static bool is_there(int fd, const char *path)
{
	struct stat held, named;

	return !fstat(fd, &held) && !stat(path, &named) &&
	       held.st_dev == named.st_dev && held.st_ino == named.st_ino;
}

static void sign(int fd)
{
	char text[TEXT], host[65] = "";
	int length;

	gethostname(host, sizeof(host) - 1);
	length = snprintf(text, sizeof(text), "%ld %lld %s\n", (long)getpid(),
		(long long)time(NULL), host);
	if (ftruncate(fd, 0) || write(fd, text, (size_t)length) != length) {
		/* A full disk: then the holder has no name. */
	}
}

static void read_holder(int fd, struct claim_holder *holder)
{
	char text[TEXT];
	long long since = 0;
	ssize_t length = pread(fd, text, sizeof(text) - 1, 0);

	*holder = (struct claim_holder){.pid = 0};
	text[length > 0 ? length : 0] = '\0';
	if (sscanf(text, "%ld %lld %64s", &holder->pid, &since, holder->host) <
		2)
		holder->pid = 0;
	holder->since = (time_t)since;
}

static enum claim_state try_lock(
	struct claim *claim, struct claim_holder *holder, bool *again)
{
	int fd = open(
		claim->path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

	if (fd < 0)
		return CLAIM_NONE;
	if (flock(fd, LOCK_EX | LOCK_NB)) {
		enum claim_state state =
			errno == EWOULDBLOCK ? CLAIM_OTHERS : CLAIM_NONE;

		read_holder(fd, holder);
		close(fd);
		return state;
	}
	if (!is_there(fd, claim->path)) {
		close(fd);
		*again = true;
		return CLAIM_NONE;
	}
	sign(fd);
	claim->fd = fd;
	claim->held = true;
	return CLAIM_HELD;
}

enum claim_state claim_take(
	struct claim *claim, const char *file, struct claim_holder *holder)
{
	enum claim_state state = CLAIM_NONE;
	bool again = true;

	claim_drop(claim);
	if (!lock_path(file, claim->path, sizeof(claim->path)))
		return CLAIM_NONE;
	for (int i = 0; again && i < TRIES; i++) {
		again = false;
		state = try_lock(claim, holder, &again);
	}
	return state;
}

void claim_drop(struct claim *claim)
{
	if (!claim->held)
		return;
	unlink(claim->path);
	close(claim->fd);
	claim->held = false;
}
