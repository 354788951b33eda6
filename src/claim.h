/*
 * Who has a session open: a file with a lock on it in the user's state folder
 * for each path that is being edited. The kernel takes the lock away when its
 * process ends in whatever way, so that no lock is ever left behind.
 *
 * It keeps nobody from anything: it lets the second one know.
 */
#ifndef SRC_CLAIM_H
#define SRC_CLAIM_H

#include <limits.h>
#include <stdbool.h>
#include <time.h>

#include "owner.h"

struct claim {
	bool held;
	int fd;
	char path[PATH_MAX]; /* of the lock's file */
};

struct claim_holder {
	long pid;     /* 0: not known */
	time_t since; /* the same */
	char host[OWNER_HOST];
};

enum claim_state {
	CLAIM_HELD,   /* by us alone */
	CLAIM_OTHERS, /* others have one, too; ours counts all the same */
	CLAIM_NONE,   /* there is no folder for it, or it cannot lock */
};

/* Claim a path from / on, which need not exist; others fill in the holder, the
 * first of them who is still there. All zero to begin with. */
enum claim_state claim_take(
	struct claim *claim, const char *file, struct claim_holder *holder);

void claim_drop(struct claim *claim);

#endif
