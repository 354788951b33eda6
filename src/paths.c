/*
 * Our data may lie in a folder that the user names, beside an installed
 * program, in the source tree of a program that was not installed, or where
 * it was configured to be installed. The first that has the file wins.
 */
#include "paths.h"

#include <errno.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char program[] = "tuneornot";

/* ---- data --------------------------------------------------------------- */

/* root/below/name if it is there. */
static bool find(const char *root, const char *below, const char *name,
	char *out, size_t size)
{
	int length = snprintf(out, size, "%s%s/%s", root, below, name);

	return length >= 0 && (size_t)length < size && !access(out, R_OK);
}

/* The folder that the running program lies in, with a slash behind it. */
static bool program_folder(char out[PATH_MAX])
{
	ssize_t length = readlink("/proc/self/exe", out, PATH_MAX - 1);
	char *slash;

	if (length < 0)
		return false;
	out[length] = '\0';
	slash = strrchr(out, '/');
	if (!slash)
		return false;
	slash[1] = '\0';
	return true;
}

static bool begins_with(const char *text, const char *start)
{
	return !strncmp(text, start, strlen(start));
}

static bool find_near_program(const char *name, char *out, size_t size)
{
	char folder[PATH_MAX];

	if (!program_folder(folder))
		return false;
	if (find(folder, "../share/tuneornot", name, out, size))
		return true;
	return begins_with(folder, TUNEORNOT_BUILD_DIR "/") &&
	       (find(TUNEORNOT_SOURCE_DIR, "", name, out, size) ||
		       find(TUNEORNOT_SOURCE_DIR, "/share", name, out, size));
}

/* A name may not lead out of the data folder. */
static bool is_inside(const char *name)
{
	return *name && *name != '/' && !begins_with(name, "../") &&
	       !strstr(name, "/../");
}

bool paths_data(const char *name, char *out, size_t size)
{
	const char *chosen = getenv("TUNEORNOT_DATA");

	if (!is_inside(name))
		return false;
	if (chosen && *chosen == '/' && find(chosen, "", name, out, size))
		return true;
	return find_near_program(name, out, size) ||
	       find(TUNEORNOT_DATA_DIR, "", name, out, size);
}

/* ---- the user's folders ------------------------------------------------- */

static bool is_folder(const char *path)
{
	struct stat status;

	return !stat(path, &status) && S_ISDIR(status.st_mode);
}

bool paths_make_folder(const char *path)
{
	char part[PATH_MAX];
	size_t length = strlen(path);

	if (length >= sizeof(part)) {
		errno = ENAMETOOLONG;
		return false;
	}
	for (size_t i = 1; i <= length; i++) {
		if (path[i] != '/' && path[i])
			continue;
		memcpy(part, path, i);
		part[i] = '\0';
		/* Somebody else may be making it, too. */
		if (!is_folder(part) && mkdir(part, 0700) && !is_folder(part))
			return false;
	}
	return true;
}

bool paths_real(const char *path, char *out, size_t size)
{
	char copy[PATH_MAX], name[PATH_MAX], folder[PATH_MAX];
	int length;

	if (!*path || strlen(path) >= sizeof(copy))
		return false;
	if (realpath(path, folder)) {
		length = snprintf(out, size, "%s", folder);
		return length >= 0 && (size_t)length < size;
	}
	snprintf(copy, sizeof(copy), "%s", path);
	snprintf(name, sizeof(name), "%s", basename(copy));
	snprintf(copy, sizeof(copy), "%s", path);
	if (!realpath(dirname(copy), folder))
		return false;
	length = snprintf(out, size, "%s/%s",
		strcmp(folder, "/") != 0 ? folder : "", name);
	return length >= 0 && (size_t)length < size;
}

/* $variable if it is absolute, else the folder below $HOME. */
static bool base_folder(
	const char *variable, const char *below, char *out, size_t size)
{
	const char *base = getenv(variable), *home = getenv("HOME");
	int length;

	if (base && *base == '/')
		length = snprintf(out, size, "%s/%s", base, program);
	else if (home && *home == '/')
		length = snprintf(out, size, "%s/%s/%s", home, below, program);
	else
		return false;
	return length >= 0 && (size_t)length < size;
}

static bool user_path(const char *variable, const char *below, const char *name,
	char *out, size_t size)
{
	char folder[PATH_MAX];
	int length;

	if (!base_folder(variable, below, folder, sizeof(folder)) ||
		!paths_make_folder(folder))
		return false;
	length = snprintf(out, size, "%s/%s", folder, name);
	return length >= 0 && (size_t)length < size;
}

bool paths_state(const char *name, char *out, size_t size)
{
	return user_path("XDG_STATE_HOME", ".local/state", name, out, size);
}

/* Nothing is made. */
static bool own_path(const char *variable, const char *below, const char *name,
	char *out, size_t size)
{
	char folder[PATH_MAX];
	int length;

	if (!base_folder(variable, below, folder, sizeof(folder)))
		return false;
	length = snprintf(out, size, "%s/%s", folder, name);
	return length >= 0 && (size_t)length < size;
}

bool paths_config_folder(char *out, size_t size)
{
	return own_path("XDG_CONFIG_HOME", ".config", "", out, size);
}

bool paths_state_folder(char *out, size_t size)
{
	return own_path("XDG_STATE_HOME", ".local/state", "", out, size);
}

bool paths_own_data(const char *name, char *out, size_t size)
{
	return own_path("XDG_DATA_HOME", ".local/share", name, out, size);
}

bool paths_own_config(const char *name, char *out, size_t size)
{
	return own_path("XDG_CONFIG_HOME", ".config", name, out, size);
}
