/*
 * Which process something belongs to, as it can be told later: when that
 * process is gone, when its number is another one's, after a new start of the
 * machine, and from another machine that shares the folder.
 */
#ifndef SRC_OWNER_H
#define SRC_OWNER_H

#include <stdbool.h>

enum { OWNER_HOST = 65 };

struct owner {
	long pid;                   /* 0: nobody any more */
	unsigned long long started; /* ticks after the boot; 0: not known */
	char boot[40];              /* which run of the kernel; "": not known */
	char host[OWNER_HOST];
};

enum owner_state {
	OWNER_GONE,
	OWNER_LIVES,
	OWNER_ELSEWHERE, /* on another machine: it cannot be told from here */
};

struct owner owner_self(void);

/* The name of this machine; "": it has none. */
void owner_host(char host[OWNER_HOST]);

enum owner_state owner_state(const struct owner *owner);

#endif
