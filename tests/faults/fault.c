/*
 * Calls that fail, for a program that was not built for it.
 *
 *	LD_PRELOAD=libfault.so FAULT=CALL:K[+][:ERROR] PROGRAM...
 *	LD_PRELOAD=libfault.so FAULT_TALLY=FILE PROGRAM...
 *
 * The first fails the K-th CALL, with "+" all from there on. ERROR is a name
 * such as ENOSPC; SHORT makes write() take half of what it is given. The
 * second appends how often each CALL was made, "write 3", to FILE at exit.
 *
 * CALL is a row of the table below, or one of two kinds of memory:
 *
 *	memory	  what the program asks for itself, also by strdup() and streams
 *	library	  what libconfig and curses ask for
 *
 * They are kept apart because these libraries use what they get unseen: there
 * the program can only see to it that no file is harmed.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <locale.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* glibc's own, which need no dlsym() and so no memory. */
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);

/* What others call, checked or under a name of libc's own. */
extern char *__strdup(const char *text);
extern int __open_2(const char *path, int flags);
extern int __openat_2(int folder, const char *path, int flags);
extern ssize_t __read_chk(int fd, void *bytes, size_t size, size_t room);
extern char *__realpath_chk(const char *path, char *out, size_t room);

/* ---- which call fails ---------------------------------------------------- */

#define CALLS(X)                                                               \
	X(memory)                                                              \
	X(library)                                                             \
	X(write)                                                               \
	X(fsync)                                                               \
	X(rename)                                                              \
	X(link)                                                                \
	X(open)                                                                \
	X(close)                                                               \
	X(unlink)                                                              \
	X(ftruncate)                                                           \
	X(mkdir)                                                               \
	X(fdopen)                                                              \
	X(fchmod)                                                              \
	X(fstat)                                                               \
	X(read)                                                                \
	X(opendir)                                                             \
	X(realpath)

enum call {
#define ROW(name) CALL_##name,
	CALLS(ROW)
#undef ROW
		CALL_KINDS
};

static const char *const call_names[CALL_KINDS] = {
#define ROW(name) [CALL_##name] = #name,
	CALLS(ROW)
#undef ROW
};

enum { SHORT = -1 }; /* in place of an errno */

static const struct {
	const char *name;
	int error;
} errors[] = {
	{"ENOSPC", ENOSPC},
	{"EIO", EIO},
	{"EACCES", EACCES},
	{"EINTR", EINTR},
	{"EMFILE", EMFILE},
	{"EDQUOT", EDQUOT},
	{"EROFS", EROFS},
	{"EPERM", EPERM},
	{"ENOMEM", ENOMEM},
	{"SHORT", SHORT},
};

static struct {
	enum call call;
	unsigned long from; /* 0: none */
	bool on;            /* and all behind it */
	int error;
} wanted = {.error = EIO};

static atomic_ulong count[CALL_KINDS];

/* Is it this one's turn? errno is set then. */
static bool fails(enum call call)
{
	unsigned long number = ++count[call];

	if (call != wanted.call || !wanted.from || number < wanted.from ||
		(number > wanted.from && !wanted.on))
		return false;
	errno = wanted.error == SHORT ? EIO : wanted.error;
	return true;
}

static _Noreturn void misuse(const char *what)
{
	fprintf(stderr, "FAULT: %s is not understood\n", what);
	_exit(99);
}

static void read_error(const char *name)
{
	for (size_t i = 0; i < sizeof(errors) / sizeof(*errors); i++)
		if (!strcmp(errors[i].name, name)) {
			wanted.error = errors[i].error;
			return;
		}
	misuse(name);
}

static void read_wanted(const char *text)
{
	const char *colon = strchr(text, ':');
	char *end;

	for (int i = 0; colon && i < CALL_KINDS; i++)
		if (strlen(call_names[i]) == (size_t)(colon - text) &&
			!strncmp(text, call_names[i], (size_t)(colon - text))) {
			wanted.call = (enum call)i;
			wanted.from = strtoul(colon + 1, &end, 10);
			wanted.on = *end == '+';
			end += wanted.on;
			if (*end == ':')
				read_error(end + 1);
			return;
		}
	misuse(text);
}

/* ---- who asks for memory --------------------------------------------------
 */

enum { RANGES = 32 };

/* Where the code of libraries lies that use memory unseen. */
static struct range {
	uintptr_t begin, end;
} ranges[RANGES];
static int range_count;

/* A function of libc was called from there, and asks for memory in turn. */
static _Thread_local int from_library;

static int note_object(struct dl_phdr_info *info, size_t size, void *unused)
{
	(void)size;
	(void)unused;
	if (!strstr(info->dlpi_name, "libconfig") &&
		!strstr(info->dlpi_name, "libncurses") &&
		!strstr(info->dlpi_name, "libtinfo"))
		return 0;
	for (int i = 0; i < info->dlpi_phnum && range_count < RANGES; i++) {
		uintptr_t begin = info->dlpi_addr + info->dlpi_phdr[i].p_vaddr;

		if (info->dlpi_phdr[i].p_type == PT_LOAD)
			ranges[range_count++] = (struct range){
				begin, begin + info->dlpi_phdr[i].p_memsz};
	}
	return 0;
}

static bool is_library(const void *caller)
{
	for (int i = 0; i < range_count; i++)
		if ((uintptr_t)caller >= ranges[i].begin &&
			(uintptr_t)caller < ranges[i].end)
			return true;
	return false;
}

static bool started;

static bool memory_fails(const void *caller)
{
	if (!started)
		return false;
	if (!fails(from_library || is_library(caller) ? CALL_library
						      : CALL_memory))
		return false;
	errno = ENOMEM;
	return true;
}

#define CALLER __builtin_return_address(0)

void *malloc(size_t size)
{
	return memory_fails(CALLER) ? NULL : __libc_malloc(size);
}

void *calloc(size_t number, size_t size)
{
	return memory_fails(CALLER) ? NULL : __libc_calloc(number, size);
}

void *realloc(void *old, size_t size)
{
	return memory_fails(CALLER) ? NULL : __libc_realloc(old, size);
}

/* ---- the real ones --------------------------------------------------------
 */

/* REAL(type, name, parameters): next_name() is what the program would have
 * called. POSIX guarantees that a pointer to data holds one to a function. */
#define REAL(type, name, ...)                                                  \
	static type (*next_##name)(__VA_ARGS__);                               \
	static void find_##name(void)                                          \
	{                                                                      \
		void *found = dlsym(RTLD_NEXT, #name);                         \
                                                                               \
		memcpy(&next_##name, &found, sizeof(found));                   \
	}

REAL(char *, strdup, const char *)
REAL(char *, strndup, const char *, size_t)
REAL(locale_t, newlocale, int, const char *, locale_t)
REAL(ssize_t, write, int, const void *, size_t)
REAL(ssize_t, read, int, void *, size_t)
REAL(int, fsync, int)
REAL(int, rename, const char *, const char *)
REAL(int, link, const char *, const char *)
REAL(int, open, const char *, int, ...)
REAL(int, openat, int, const char *, int, ...)
REAL(int, mkostemp, char *, int)
REAL(FILE *, fopen, const char *, const char *)
REAL(int, close, int)
REAL(int, fclose, FILE *)
REAL(int, unlink, const char *)
REAL(int, unlinkat, int, const char *, int)
REAL(int, ftruncate, int, off_t)
REAL(int, mkdir, const char *, mode_t)
REAL(FILE *, fdopen, int, const char *)
REAL(int, fchmod, int, mode_t)
REAL(int, fstat, int, struct stat *)
REAL(DIR *, opendir, const char *)
REAL(char *, realpath, const char *, char *)
REAL(char *, __realpath_chk, const char *, char *, size_t)
REAL(ssize_t, __read_chk, int, void *, size_t, size_t)

__attribute__((constructor)) static void start(void)
{
	static void (*const find[])(void) = {find_strdup, find_strndup,
		find_newlocale, find_write, find_read, find_fsync, find_rename,
		find_link, find_open, find_openat, find_mkostemp, find_fopen,
		find_close, find_fclose, find_unlink, find_unlinkat,
		find_ftruncate, find_mkdir, find_fdopen, find_fchmod,
		find_fstat, find_opendir, find_realpath, find___realpath_chk,
		find___read_chk};
	const char *text = getenv("FAULT");

	for (size_t i = 0; i < sizeof(find) / sizeof(*find); i++)
		find[i]();
	dl_iterate_phdr(note_object, NULL);
	if (text)
		read_wanted(text);
	started = true;
}

__attribute__((destructor)) static void tell(void)
{
	const char *path = getenv("FAULT_TALLY");
	char line[64];
	int fd, length;

	if (!path)
		return;
	fd = next_open(path, O_WRONLY | O_CREAT | O_APPEND, 0600);
	for (int i = 0; fd >= 0 && i < CALL_KINDS; i++) {
		length = snprintf(line, sizeof(line), "%s %lu\n", call_names[i],
			(unsigned long)count[i]);
		if (next_write(fd, line, (size_t)length) != length)
			break;
	}
	if (fd >= 0)
		next_close(fd);
}

/* ---- memory by way of libc ------------------------------------------------
 */

/* What libc asks for inside of value is asked for by our caller. */
#define AS_CALLER(type, value)                                                 \
	bool theirs = is_library(CALLER);                                      \
	type result;                                                           \
                                                                               \
	from_library += theirs;                                                \
	result = (value);                                                      \
	from_library -= theirs;                                                \
	return result

char *strdup(const char *text)
{
	AS_CALLER(char *, next_strdup(text));
}

char *__strdup(const char *text)
{
	AS_CALLER(char *, next_strdup(text));
}

char *strndup(const char *text, size_t most)
{
	AS_CALLER(char *, next_strndup(text, most));
}

locale_t newlocale(int mask, const char *name, locale_t base)
{
	AS_CALLER(locale_t, next_newlocale(mask, name, base));
}

/* ---- files ----------------------------------------------------------------
 */

ssize_t write(int fd, const void *bytes, size_t size)
{
	if (!fails(CALL_write))
		return next_write(fd, bytes, size);
	return wanted.error == SHORT ? next_write(fd, bytes, (size + 1) / 2)
				     : -1;
}

ssize_t read(int fd, void *bytes, size_t size)
{
	return fails(CALL_read) ? -1 : next_read(fd, bytes, size);
}

ssize_t __read_chk(int fd, void *bytes, size_t size, size_t room)
{
	return fails(CALL_read) ? -1 : next___read_chk(fd, bytes, size, room);
}

int fsync(int fd)
{
	return fails(CALL_fsync) ? -1 : next_fsync(fd);
}

int rename(const char *from, const char *to)
{
	return fails(CALL_rename) ? -1 : next_rename(from, to);
}

int link(const char *from, const char *to)
{
	return fails(CALL_link) ? -1 : next_link(from, to);
}

static mode_t mode_of(int flags, va_list rest)
{
	return flags & (O_CREAT | O_TMPFILE) ? (mode_t)va_arg(rest, int) : 0;
}

int open(const char *path, int flags, ...)
{
	va_list rest;
	mode_t mode;

	va_start(rest, flags);
	mode = mode_of(flags, rest);
	va_end(rest);
	return fails(CALL_open) ? -1 : next_open(path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...)
{
	va_list rest;
	mode_t mode;

	va_start(rest, flags);
	mode = mode_of(flags, rest);
	va_end(rest);
	return fails(CALL_open) ? -1 : next_openat(folder, path, flags, mode);
}

int __open_2(const char *path, int flags)
{
	return fails(CALL_open) ? -1 : next_open(path, flags);
}

int __openat_2(int folder, const char *path, int flags)
{
	return fails(CALL_open) ? -1 : next_openat(folder, path, flags);
}

int mkostemp(char *name, int flags)
{
	return fails(CALL_open) ? -1 : next_mkostemp(name, flags);
}

FILE *fopen(const char *path, const char *mode)
{
	return fails(CALL_open) ? NULL : next_fopen(path, mode);
}

/* As on Linux, what could not be closed in peace is closed all the same. */
int close(int fd)
{
	bool failed = fails(CALL_close);
	int error = errno;

	if (!failed)
		return next_close(fd);
	next_close(fd);
	errno = error;
	return -1;
}

int fclose(FILE *file)
{
	bool failed = fails(CALL_close);
	int error = errno;

	if (!failed)
		return next_fclose(file);
	next_fclose(file);
	errno = error;
	return EOF;
}

int unlink(const char *path)
{
	return fails(CALL_unlink) ? -1 : next_unlink(path);
}

int unlinkat(int folder, const char *path, int flags)
{
	return fails(CALL_unlink) ? -1 : next_unlinkat(folder, path, flags);
}

int ftruncate(int fd, off_t length)
{
	return fails(CALL_ftruncate) ? -1 : next_ftruncate(fd, length);
}

int mkdir(const char *path, mode_t mode)
{
	return fails(CALL_mkdir) ? -1 : next_mkdir(path, mode);
}

FILE *fdopen(int fd, const char *mode)
{
	return fails(CALL_fdopen) ? NULL : next_fdopen(fd, mode);
}

int fchmod(int fd, mode_t mode)
{
	return fails(CALL_fchmod) ? -1 : next_fchmod(fd, mode);
}

int fstat(int fd, struct stat *status)
{
	return fails(CALL_fstat) ? -1 : next_fstat(fd, status);
}

DIR *opendir(const char *path)
{
	return fails(CALL_opendir) ? NULL : next_opendir(path);
}

char *realpath(const char *path, char *out)
{
	return fails(CALL_realpath) ? NULL : next_realpath(path, out);
}

char *__realpath_chk(const char *path, char *out, size_t room)
{
	return fails(CALL_realpath) ? NULL
				    : next___realpath_chk(path, out, room);
}
