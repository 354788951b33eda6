/*
 * Folders and what lies in them. Nothing is made or changed.
 */
#include "doctor.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "catalogue_store.h"
#include "file_issue.h"
#include "journal.h"
#include "paths.h"
#include "shelf.h"

/* ---- ours --------------------------------------------------------------- */

static void check_data(
	struct doctor *doctor, const char *folder, const char *ending)
{
	struct shelf shelf = {0};
	char path[PATH_MAX];

	if (!paths_data(folder, path, sizeof(path))) {
		doctor_row(folder, "not found");
		doctor_wrong(doctor,
			"our %s are not found; install the "
			"program, or set TUNEORNOT_DATA to the "
			"folder that holds them",
			folder);
		return;
	}
	shelf_add(&shelf, folder, ending);
	doctor_row(folder, "%s, %d files", path, shelf.count);
	shelf_release(&shelf);
}

static void check_variable(struct doctor *doctor, const char *name)
{
	const char *value = getenv(name);

	if (value && *value && *value != '/')
		doctor_wrong(doctor,
			"%s is \"%s\" and is ignored; give it a "
			"path from / on, or unset it",
			name, value);
}

/* ---- the user's --------------------------------------------------------- */

enum state { MISSING, READ_ONLY, IMPOSSIBLE, USABLE };

/* Cut a path to the folder that it lies in. */
static void climb(char *path)
{
	char *slash = strrchr(path, '/');

	if (slash)
		slash[slash == path] = '\0';
}

/* What can be done in a folder, or where it would be made? */
static enum state state_of(const char *folder)
{
	char path[PATH_MAX];
	struct stat status;
	bool there = true;

	snprintf(path, sizeof(path), "%s", folder);
	while (stat(path, &status)) {
		if (errno != ENOENT || !strcmp(path, "/"))
			return IMPOSSIBLE;
		there = false;
		climb(path);
	}
	if (!S_ISDIR(status.st_mode))
		return IMPOSSIBLE;
	if (access(path, W_OK | X_OK))
		return there ? READ_ONLY : IMPOSSIBLE;
	return there ? USABLE : MISSING;
}

static void check_own(struct doctor *doctor, const char *name,
	const char *variable, bool (*find)(char *, size_t))
{
	static const char *const words[] = {
		[MISSING] = "is made when it is needed",
		[READ_ONLY] = "cannot be written",
		[IMPOSSIBLE] = "cannot be made",
		[USABLE] = "can be written",
	};
	char path[PATH_MAX];
	enum state state;

	if (!find(path, sizeof(path))) {
		doctor_row(name, "none: HOME is not set");
		doctor_wrong(doctor,
			"there is no folder for your %s; set HOME, "
			"or %s, to a path from / on",
			name, variable);
		return;
	}
	if (path[strlen(path) - 1] == '/')
		path[strlen(path) - 1] = '\0';
	state = state_of(path);
	doctor_row(name, "%s, %s", path, words[state]);
	if (state == READ_ONLY || state == IMPOSSIBLE)
		doctor_wrong(doctor,
			"%s %s; make it yours, or set %s to a "
			"folder that is",
			path, words[state], variable);
}

/* ---- prices ------------------------------------------------------------- */

static struct doctor *told; /* catalogue_load() hands over nothing of ours */

static void tell(const struct file_issue *issue)
{
	char line[4096];

	file_issue_words(issue, line, sizeof(line));
	doctor_wrong(told, "%s", line);
}

static int by_number(const void *left, const void *right)
{
	const int *a = left, *b = right;

	return (*a > *b) - (*a < *b);
}

/* The days on which figures were read, the oldest first; owned. NULL: none,
 * or no memory. */
static int *list_days(const struct catalogue *catalogue, size_t *count)
{
	size_t most = 0;
	int *days;

	*count = 0;
	for (int i = 0; i < catalogue->count; i++)
		most += (size_t)catalogue->items[i].count;
	days = most ? malloc(most * sizeof(*days)) : NULL;
	for (int i = 0; days && i < catalogue->count; i++)
		for (int j = 0; j < catalogue->items[i].count; j++)
			days[(*count)++] = catalogue->items[i].figures[j].date;
	if (days)
		qsort(days, *count, sizeof(*days), by_number);
	return days;
}

static void print_ages(const struct catalogue *catalogue)
{
	size_t count;
	int *days = list_days(catalogue, &count);
	char middle[DAY_MAX], last[DAY_MAX];

	if (days) {
		day_write(middle, days[count / 2]);
		day_write(last, days[count - 1]);
		doctor_row("",
			"half of their figures were read on %s or later, the "
			"latest on %s",
			middle, last);
	}
	free(days);
}

static void check_prices(struct doctor *doctor)
{
	struct catalogue_store store = {0};
	int own = 0;

	told = doctor;
	catalogue_load(&store, tell);
	for (int i = 0; i < store.catalogue.count; i++)
		own += store.catalogue.items[i].own;
	doctor_row("prices", "%d entries, %d of them your own",
		store.catalogue.count, own);
	print_ages(&store.catalogue);
	catalogue_store_release(&store);
}

/* ---- all ---------------------------------------------------------------- */

static bool find_own_prices(char *out, size_t size)
{
	return paths_own_data(CATALOGUE_FOLDER, out, size);
}

void doctor_folders(struct doctor *doctor)
{
	int unsaved = journal_count();

	check_data(doctor, "themes", ".theme");
	check_data(doctor, "examples", ".cfg");
	check_data(doctor, CATALOGUE_FOLDER, CATALOGUE_ENDING);
	check_variable(doctor, "TUNEORNOT_DATA");
	check_prices(doctor);
	check_own(doctor, "own prices", "XDG_DATA_HOME", find_own_prices);
	check_own(doctor, "config", "XDG_CONFIG_HOME", paths_config_folder);
	check_own(doctor, "state", "XDG_STATE_HOME", paths_state_folder);
	check_variable(doctor, "XDG_DATA_HOME");
	check_variable(doctor, "XDG_CONFIG_HOME");
	check_variable(doctor, "XDG_STATE_HOME");
	if (unsaved)
		doctor_row("unsaved",
			"%d, which the wizard's start screen "
			"offers",
			unsaved);
	else
		doctor_row("unsaved", "no work waits");
}
