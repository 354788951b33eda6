/*
 * Files that may be opened, by the kernel's Landlock. A rule is about a file
 * or about a folder with all below it; there is none about the files of one
 * folder alone. Standard streams are open already and need none.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* O_PATH */
#endif
#include "sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>

#include "sandbox_parts.h"

#ifdef TUNEORNOT_LANDLOCK

#include <dirent.h>
#include <libgen.h>
#include <limits.h>
#include <linux/landlock.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* What a version of Landlock knows of: each some rights more, in order. */
enum { RIGHTS_1 = 13, RIGHTS_2 = 14, RIGHTS_3 = 15 };

static const uint64_t file_read = LANDLOCK_ACCESS_FS_READ_FILE;
static const uint64_t names = LANDLOCK_ACCESS_FS_READ_DIR;
static const uint64_t replace =
	LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR |
	LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG |
	LANDLOCK_ACCESS_FS_REMOVE_FILE;

int landlock_begin(int *version)
{
	struct landlock_ruleset_attr rules = {.handled_access_fs = 0};
	long abi = syscall(SYS_landlock_create_ruleset, NULL, 0,
		LANDLOCK_CREATE_RULESET_VERSION);
	int rights = abi >= 3 ? RIGHTS_3 : abi == 2 ? RIGHTS_2 : RIGHTS_1;
	long ruleset;

	if (abi < 1)
		return -1;
	rules.handled_access_fs = (UINT64_C(1) << rights) - 1;
	ruleset =
		syscall(SYS_landlock_create_ruleset, &rules, sizeof(rules), 0);
	*version = ruleset >= 0 ? (int)abi : 0;
	return (int)ruleset;
}

bool landlock_enter(int ruleset)
{
	bool done = !syscall(SYS_landlock_restrict_self, ruleset, 0);

	close(ruleset);
	return done;
}

/* ---- rules -------------------------------------------------------------- */

/* Of what lies there, behind links: the rights of a file, or of a folder. A
 * descriptor, which reads nothing, or -1. */
static int allow(const struct sandbox *sandbox, int at, const char *path,
	uint64_t of_file, uint64_t of_folder)
{
	struct landlock_path_beneath_attr rule = {
		.parent_fd = openat(at, path, O_PATH | O_CLOEXEC)};
	struct stat status;

	if (rule.parent_fd < 0 || fstat(rule.parent_fd, &status))
		return rule.parent_fd;
	rule.allowed_access = S_ISDIR(status.st_mode) ? of_folder : of_file;
	syscall(SYS_landlock_add_rule, sandbox->ruleset,
		LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
	return rule.parent_fd;
}

static void allow_briefly(const struct sandbox *sandbox, int at,
	const char *path, uint64_t of_file, uint64_t of_folder)
{
	int fd = allow(sandbox, at, path, of_file, of_folder);

	if (fd >= 0)
		close(fd);
}

/* Who keeps files elsewhere and links to them means the files. */
static void allow_links(const struct sandbox *sandbox, const char *path)
{
	DIR *folder = opendir(path);
	const struct dirent *entry;

	if (!folder)
		return;
	while ((entry = readdir(folder)) != NULL)
		if (entry->d_type == DT_LNK || entry->d_type == DT_UNKNOWN)
			allow_briefly(sandbox, dirfd(folder), entry->d_name,
				file_read, 0);
	closedir(folder);
}

void sandbox_read_folder(struct sandbox *sandbox, const char *path)
{
	if (sandbox->ruleset < 0)
		return;
	allow_briefly(sandbox, AT_FDCWD, path, file_read, file_read | names);
	allow_links(sandbox, path);
}

void sandbox_write_folder(struct sandbox *sandbox, const char *path)
{
	if (sandbox->ruleset >= 0)
		allow_briefly(sandbox, AT_FDCWD, path, 0, replace);
}

/* The folder behind links, as atomic_file.c finds it; what is no ordinary file
 * is not replaced. */
void sandbox_write(struct sandbox *sandbox, const char *path)
{
	char target[PATH_MAX];
	struct stat status;

	if (sandbox->ruleset < 0 || !strcmp(path, "-") ||
		strlen(path) >= sizeof(target))
		return;
	if (!realpath(path, target))
		snprintf(target, sizeof(target), "%s", path);
	else if (stat(target, &status) || !S_ISREG(status.st_mode))
		return;
	sandbox_write_folder(sandbox, dirname(target));
}

/* ---- files that somebody else replaces ---------------------------------- */

/* A rule is about the file, not about its name. An editor that saves, or
 * another tuneornot, puts a new file in its place, and the name would be
 * refused: then the one that was there is read. */
enum { HELD = 64 };

static struct {
	const char *path;
	int fd;
} held[HELD];

static int holds;

/* Descriptors are few: of many files the folders are allowed. */
static void read_beside(struct sandbox *sandbox, const char *path)
{
	static char last[PATH_MAX];
	char target[PATH_MAX];

	if (!realpath(path, target))
		return;
	dirname(target);
	if (strcmp(target, last) != 0)
		sandbox_read_folder(sandbox, target);
	snprintf(last, sizeof(last), "%s", target);
}

void sandbox_read(struct sandbox *sandbox, const char *path)
{
	int fd;

	if (sandbox->ruleset < 0 || !strcmp(path, "-"))
		return;
	if (holds == HELD) {
		read_beside(sandbox, path);
		return;
	}
	fd = allow(sandbox, AT_FDCWD, path, file_read, names);
	if (fd < 0)
		return;
	held[holds].path = path;
	held[holds++].fd = fd;
}

static int open_held(const char *path, int flags)
{
	char name[32];

	for (int i = 0; i < holds; i++) {
		if (strcmp(held[i].path, path) != 0)
			continue;
		snprintf(name, sizeof(name), "/proc/self/fd/%d", held[i].fd);
		return open(name, flags);
	}
	return -1;
}

int sandbox_open(const char *path, int flags)
{
	int fd = open(path, flags);

	if (fd >= 0 || errno != EACCES)
		return fd;
	fd = open_held(path, flags);
	if (fd < 0)
		errno = EACCES;
	return fd;
}

#else

int landlock_begin(int *version)
{
	*version = 0;
	return -1;
}

bool landlock_enter(int ruleset)
{
	(void)ruleset;
	return false;
}

void sandbox_read(struct sandbox *sandbox, const char *path)
{
	(void)sandbox;
	(void)path;
}

void sandbox_read_folder(struct sandbox *sandbox, const char *path)
{
	(void)sandbox;
	(void)path;
}

void sandbox_write(struct sandbox *sandbox, const char *path)
{
	(void)sandbox;
	(void)path;
}

void sandbox_write_folder(struct sandbox *sandbox, const char *path)
{
	(void)sandbox;
	(void)path;
}

int sandbox_open(const char *path, int flags)
{
	return open(path, flags);
}

#endif
