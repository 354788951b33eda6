#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* fopencookie, mkostemp */
#endif
#include "trip.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

const char *const trip_names[TRIPS] = {
	[TRIP_ACCESS] = "access",
	[TRIP_CALLOC] = "calloc",
	[TRIP_CLOSE] = "close",
	[TRIP_FCHMOD] = "fchmod",
	[TRIP_FCHOWN] = "fchown",
	[TRIP_FLOCK] = "flock",
	[TRIP_FOPENCOOKIE] = "fopencookie",
	[TRIP_FSTAT] = "fstat",
	[TRIP_FSYNC] = "fsync",
	[TRIP_LINK] = "link",
	[TRIP_LSTAT] = "lstat",
	[TRIP_MALLOC] = "malloc",
	[TRIP_MKOSTEMP] = "mkostemp",
	[TRIP_OPEN] = "open",
	[TRIP_OPENAT] = "openat",
	[TRIP_OPENDIR] = "opendir",
	[TRIP_READ] = "read",
	[TRIP_REALLOC] = "realloc",
	[TRIP_REALPATH] = "realpath",
	[TRIP_RENAME] = "rename",
	[TRIP_STAT] = "stat",
	[TRIP_UNLINK] = "unlink",
	[TRIP_WRITE] = "write",
};

enum { WIRES = 2 };
static struct wire {
	enum trip call;
	int left; /* calls up to the one that fails; 0: none does */
	int error;
	bool failed;
} wires[WIRES];
static int stretched;

/* What the call that has just failed says. */
static int error;

void trip_set(enum trip call, int nth, int with)
{
	stretched = 0;
	trip_add(call, nth, with);
}

void trip_add(enum trip call, int nth, int with)
{
	if (stretched == WIRES)
		abort();
	wires[stretched++] =
		(struct wire){.call = call, .left = nth, .error = with};
}

void trip_pause(void)
{
	for (int i = 0; i < stretched; i++)
		wires[i].left = 0;
}

bool trip_end(void)
{
	trip_pause();
	for (int i = 0; i < stretched; i++)
		if (!wires[i].failed)
			return false;
	return true;
}

static bool trips(enum trip call)
{
	for (int i = 0; i < stretched; i++) {
		struct wire *wire = &wires[i];

		if (wire->call != call || !wire->left || --wire->left)
			continue;
		wire->failed = true;
		error = wire->error;
		if (error > 0)
			errno = error;
		return true;
	}
	return false;
}

/* WRAP(result, name, failed, (parameters), (arguments)) */
#define WRAP(result, call, name, failure, parameters, arguments)               \
	result __real_##name parameters;                                       \
	result __wrap_##name parameters;                                       \
	result __wrap_##name parameters                                        \
	{                                                                      \
		return trips(call) ? (failure) : __real_##name arguments;      \
	}

WRAP(int, TRIP_ACCESS, access, -1, (const char *path, int mode), (path, mode))
WRAP(void *, TRIP_CALLOC, calloc, NULL, (size_t count, size_t size),
	(count, size))
WRAP(int, TRIP_FCHMOD, fchmod, -1, (int fd, mode_t mode), (fd, mode))
WRAP(int, TRIP_FCHOWN, fchown, -1, (int fd, uid_t user, gid_t group),
	(fd, user, group))
WRAP(int, TRIP_FLOCK, flock, -1, (int fd, int how), (fd, how))
WRAP(FILE *, TRIP_FOPENCOOKIE, fopencookie, NULL,
	(void *cookie, const char *mode, cookie_io_functions_t functions),
	(cookie, mode, functions))
WRAP(int, TRIP_FSTAT, fstat, -1, (int fd, struct stat *status), (fd, status))
WRAP(int, TRIP_FSYNC, fsync, -1, (int fd), (fd))
WRAP(int, TRIP_LINK, link, -1, (const char *from, const char *to), (from, to))
WRAP(int, TRIP_LSTAT, lstat, -1, (const char *path, struct stat *status),
	(path, status))
WRAP(void *, TRIP_MALLOC, malloc, NULL, (size_t size), (size))
WRAP(int, TRIP_MKOSTEMP, mkostemp, -1, (char *name, int flags), (name, flags))
WRAP(int, TRIP_OPEN, __open_2, -1, (const char *path, int flags), (path, flags))
WRAP(int, TRIP_OPENAT, openat, -1, (int at, const char *path, int flags),
	(at, path, flags))
WRAP(DIR *, TRIP_OPENDIR, opendir, NULL, (const char *path), (path))
WRAP(ssize_t, TRIP_READ, read, -1, (int fd, void *bytes, size_t size),
	(fd, bytes, size))
WRAP(ssize_t, TRIP_READ, __read_chk, -1,
	(int fd, void *bytes, size_t size, size_t room),
	(fd, bytes, size, room))
WRAP(void *, TRIP_REALLOC, realloc, NULL, (void *old, size_t size), (old, size))
WRAP(char *, TRIP_REALPATH, realpath, NULL, (const char *path, char *out),
	(path, out))
WRAP(char *, TRIP_REALPATH, __realpath_chk, NULL,
	(const char *path, char *out, size_t room), (path, out, room))
WRAP(int, TRIP_RENAME, rename, -1, (const char *from, const char *to),
	(from, to))
WRAP(int, TRIP_STAT, stat, -1, (const char *path, struct stat *status),
	(path, status))
WRAP(int, TRIP_UNLINK, unlink, -1, (const char *path), (path))

/* What the kernel cannot write behind is told by close(), which closes. */
int __real_close(int fd);
int __wrap_close(int fd);
int __wrap_close(int fd)
{
	bool failed = trips(TRIP_CLOSE);
	int result = __real_close(fd);

	if (failed)
		errno = error;
	return failed ? -1 : result;
}

int __real_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...)
{
	mode_t mode = 0;
	va_list rest;

	va_start(rest, flags);
	if (flags & O_CREAT)
		mode = va_arg(rest, mode_t);
	va_end(rest);
	return trips(TRIP_OPEN) ? -1 : __real_open(path, flags, mode);
}

ssize_t __real_write(int fd, const void *bytes, size_t size);
ssize_t __wrap_write(int fd, const void *bytes, size_t size);
ssize_t __wrap_write(int fd, const void *bytes, size_t size)
{
	if (!trips(TRIP_WRITE))
		return __real_write(fd, bytes, size);
	return error == TRIP_SHORT ? __real_write(fd, bytes, size / 2) : -1;
}
