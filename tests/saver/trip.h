/*
 * Calls of the system that fail when a test wants them to. The linker puts
 * these in the place of the real ones in what it links from our libraries
 * (--wrap; tests/CMakeLists.txt), so this works where gcov counts, too. Other
 * programs are failed from outside: tests/faults.py.
 */
#ifndef TESTS_SAVER_TRIP_H
#define TESTS_SAVER_TRIP_H

#include <stdbool.h>

enum trip {
	TRIP_ACCESS,
	TRIP_CALLOC,
	TRIP_CLOSE,
	TRIP_FCHMOD,
	TRIP_FCHOWN,
	TRIP_FLOCK,
	TRIP_FOPENCOOKIE,
	TRIP_FSTAT,
	TRIP_FSYNC,
	TRIP_LINK,
	TRIP_LSTAT,
	TRIP_MALLOC,
	TRIP_MKOSTEMP,
	TRIP_OPEN,
	TRIP_OPENAT,
	TRIP_OPENDIR,
	TRIP_READ,
	TRIP_REALLOC,
	TRIP_REALPATH,
	TRIP_RENAME,
	TRIP_STAT,
	TRIP_UNLINK,
	TRIP_WRITE,
	TRIPS
};

extern const char *const trip_names[TRIPS];

/* Instead of a number of errno.h: write() takes half of what it is given. */
#define TRIP_SHORT (-1)

/* The nth such call from now on, from 1, fails with that error. */
void trip_set(enum trip call, int nth, int error);

/* And this one, too: two at the most. */
void trip_add(enum trip call, int nth, int error);

/* From now on none fails: what follows only looks at what was done. */
void trip_pause(void);

/* The same, and have all of them failed? */
bool trip_end(void);

#endif
