#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* flock */
#endif
#include "claim.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "paths.h"
#include "stamp.h"

enum { TRIES = 8, LINE = 200, TEXT = 4096 };

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

/* Who is the last to drop a claim removes its file: then a lock on what was
 * opened before is one on nothing. */
static bool is_there(int fd, const char *path)
{
	struct stat held, named;

	return !fstat(fd, &held) && !stat(path, &named) &&
	       held.st_dev == named.st_dev && held.st_ino == named.st_ino;
}

/* A line for each who has it. */
static void sign(int fd)
{
	char text[LINE], host[OWNER_HOST];
	int length;

	owner_host(host);
	length = snprintf(text, sizeof(text), "%ld %lld %s\n", (long)getpid(),
		(long long)time(NULL), host);
	if (write(fd, text, (size_t)length) != length) {
		/* A full disk: then the holder has no name. */
	}
}

/* A line may be of a process that was killed, while others go on. */
static bool may_live(const struct claim_holder *holder)
{
	char host[OWNER_HOST];

	owner_host(host);
	return strcmp(host, holder->host) != 0 ||
	       !kill((pid_t)holder->pid, 0) || errno != ESRCH;
}

/* The first who is still there. */
static void read_holder(int fd, struct claim_holder *holder)
{
	char text[TEXT];
	ssize_t length = pread(fd, text, sizeof(text) - 1, 0);
	char *line = text;

	text[length > 0 ? length : 0] = '\0';
	for (; *line; line += strcspn(line, "\n"), line += *line == '\n') {
		long long since;

		*holder = (struct claim_holder){.pid = 0};
		if (sscanf(line, "%ld %lld %64s", &holder->pid, &since,
			    holder->host) < 2)
			break;
		holder->since = (time_t)since;
		if (may_live(holder))
			return;
	}
	*holder = (struct claim_holder){.pid = 0};
}

/*
 * All who have a session share its lock; who could have had it alone is the
 * first, and begins the list of names anew.
 */
static enum claim_state lock(int fd, struct claim_holder *holder)
{
	if (!flock(fd, LOCK_EX | LOCK_NB))
		return ftruncate(fd, 0) ? CLAIM_NONE : CLAIM_HELD;
	if (errno != EWOULDBLOCK)
		return CLAIM_NONE;
	read_holder(fd, holder);
	return CLAIM_OTHERS;
}

static enum claim_state try_claim(
	struct claim *claim, struct claim_holder *holder, bool *again)
{
	int fd = open(claim->path,
		O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	enum claim_state state;

	if (fd < 0)
		return CLAIM_NONE;
	state = lock(fd, holder);
	/* Not shared yet: somebody comes or goes at this very moment. */
	if (state == CLAIM_NONE || flock(fd, LOCK_SH | LOCK_NB)) {
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
	return state;
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
		state = try_claim(claim, holder, &again);
	}
	return state;
}

void claim_drop(struct claim *claim)
{
	if (!claim->held)
		return;
	if (!flock(claim->fd, LOCK_EX | LOCK_NB))
		unlink(claim->path);
	close(claim->fd);
	claim->held = false;
}
