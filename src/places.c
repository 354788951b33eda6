#include "places.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atomic_file.h"
#include "memory_stream.h"
#include "paths.h"
#include "session_file.h"
#include "shelf.h"
#include "template.h"

enum { RECENT = 9, RESCUED = 99 };

void places_release(struct places *places)
{
	for (int i = 0; i < places->count; i++) {
		free((char *)places->entry[i].label);
		free((char *)places->entry[i].path);
	}
	places->count = 0;
}

static void add(struct places *places, const char *label, const char *path,
	const char *note, bool folder)
{
	struct entry *entry = &places->entry[places->count];

	if (places->count == PLACES_MAX)
		return;
	*entry = (struct entry){
		.label = strdup(label),
		.path = path ? strdup(path) : NULL,
		.note = note,
		.folder = folder,
	};
	if (entry->label && (entry->path || !path)) {
		places->count++;
		return;
	}
	free((char *)entry->label);
	free((char *)entry->path);
}

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

static bool has_ending(const char *name, const char *ending)
{
	size_t length = strlen(name), of_ending = strlen(ending);

	return length > of_ending && !strcmp(name + length - of_ending, ending);
}

/* ---- where to begin ----------------------------------------------------- */

/* Their names below the state folder. */
static void rescue_name(int number, char name[32])
{
	snprintf(name, 32, "rescued-%d.cfg", number);
}

static bool rescue_path(int number, char *path, size_t size)
{
	char name[32];

	rescue_name(number, name);
	return paths_state(name, path, size);
}

int places_count_rescued(void)
{
	char folder[PATH_MAX], path[PATH_MAX + 32];
	int count = 0;

	if (!paths_state_folder(folder, sizeof(folder)))
		return 0;
	for (int i = 1; i <= RESCUED; i++) {
		char name[32];

		rescue_name(i, name);
		snprintf(path, sizeof(path), "%s%s", folder, name);
		count += access(path, R_OK) == 0;
	}
	return count;
}

static void add_rescued(struct places *places)
{
	char path[PATH_MAX];

	for (int i = 1; i <= RESCUED; i++) {
		if (!rescue_path(i, path, sizeof(path)))
			return;
		if (access(path, R_OK) == 0)
			add(places, "Work that was not saved", path, "rescued",
				false);
	}
}

static FILE *open_recent(const char *mode)
{
	char path[PATH_MAX];

	if (!paths_state("recent", path, sizeof(path)))
		return NULL;
	return fopen(path, mode);
}

/* Paths, one a line, the latest first; fills at most RECENT of them. */
static int read_recent(char recent[RECENT][PATH_MAX])
{
	FILE *file = open_recent("re");
	int count = 0;

	if (!file)
		return 0;
	while (count < RECENT && fgets(recent[count], PATH_MAX, file)) {
		recent[count][strcspn(recent[count], "\n")] = '\0';
		if (recent[count][0] == '/')
			count++;
	}
	fclose(file);
	return count;
}

static void add_recent(struct places *places)
{
	char recent[RECENT][PATH_MAX];
	int count = read_recent(recent);

	for (int i = 0; i < count; i++)
		if (access(recent[i], R_OK) == 0)
			add(places, base_name(recent[i]), recent[i], "recent",
				false);
}

void places_remember(const char *path)
{
	char recent[RECENT][PATH_MAX];
	char real[PATH_MAX], list[PATH_MAX];
	int count = read_recent(recent);
	struct file_issue issue;
	char *bytes = NULL;
	size_t size = 0;
	FILE *out;

	if (!realpath(path, real) || strchr(real, '\n') ||
		!paths_state("recent", list, sizeof(list)))
		return;
	out = memory_stream(&bytes, &size);
	if (!out)
		return;
	fprintf(out, "%s\n", real);
	for (int i = 0, kept = 1; i < count && kept < RECENT; i++)
		if (strcmp(recent[i], real) != 0 && kept++)
			fprintf(out, "%s\n", recent[i]);
	if (fclose(out) == 0)
		atomic_file_write(list, bytes, size, &issue);
	free(bytes);
}

static void add_examples(struct places *places)
{
	struct shelf shelf = {.count = 0};
	struct template_words words;
	char path[PATH_MAX];

	shelf_add(&shelf, TEMPLATE_FOLDER, TEMPLATE_ENDING);
	for (int i = 0; i < shelf.count; i++) {
		if (!template_path(shelf.name[i], path, sizeof(path)))
			continue;
		template_describe(shelf.name[i], &words);
		add(places, words.title, path, "example", false);
	}
	shelf_release(&shelf);
}

void places_start(struct places *places)
{
	add_rescued(places);
	add_recent(places);
	add_examples(places);
	add(places, "An empty session", NULL, "new", false);
}

bool places_is_example(const char *path)
{
	char folder[PATH_MAX], real[PATH_MAX], of_folder[PATH_MAX];
	size_t length;

	if (!paths_data(TEMPLATE_FOLDER, folder, sizeof(folder)) ||
		!realpath(folder, of_folder) || !realpath(path, real))
		return false;
	length = strlen(of_folder);
	return !strncmp(real, of_folder, length) && real[length] == '/';
}

/* ---- rescue ------------------------------------------------------------- */

bool places_rescue(const struct session *session, char *path, size_t size)
{
	size_t length;
	struct file_issue issue;
	char *bytes = session_file_format(session, &length);
	bool kept = false;

	for (int i = 1; bytes && !kept && i <= RESCUED; i++) {
		if (!rescue_path(i, path, size))
			break;
		if (access(path, F_OK) != 0)
			kept = atomic_file_create(path, bytes, length, &issue);
	}
	free(bytes);
	return kept;
}

bool places_is_rescued(const char *path)
{
	char folder[PATH_MAX];
	size_t length;

	if (!paths_state("rescued-", folder, sizeof(folder)))
		return false;
	length = strlen(folder);
	return !strncmp(path, folder, length);
}

/* ---- folders ------------------------------------------------------------ */

static int by_kind_and_name(const void *left, const void *right)
{
	const struct entry *a = left, *b = right;

	if (a->folder != b->folder)
		return b->folder - a->folder;
	return strcmp(a->label, b->label);
}

static void add_file(
	struct places *places, const char *folder, const char *name)
{
	char path[PATH_MAX], label[NAME_MAX + 2];
	struct stat status;

	if (snprintf(path, sizeof(path), "%s/%s",
		    strcmp(folder, "/") != 0 ? folder : "",
		    name) >= (int)sizeof(path) ||
		stat(path, &status) != 0)
		return;
	snprintf(label, sizeof(label), "%s%s", name,
		S_ISDIR(status.st_mode) ? "/" : "");
	if (S_ISDIR(status.st_mode))
		add(places, label, path, "folder", true);
	else if (S_ISREG(status.st_mode) && has_ending(name, ".cfg"))
		add(places, label, path, "", false);
}

static void add_parent(struct places *places, const char *folder)
{
	char parent[PATH_MAX];
	char *slash;

	snprintf(parent, sizeof(parent), "%s", folder);
	slash = strrchr(parent, '/');
	if (!slash || !strcmp(folder, "/"))
		return;
	slash[slash == parent] = '\0';
	add(places, "../", parent, "folder", true);
}

void places_folder(struct places *places, const char *folder)
{
	DIR *dir = opendir(folder);
	struct dirent *found;
	int first;

	add_parent(places, folder);
	first = places->count;
	if (!dir)
		return;
	while ((found = readdir(dir)) != NULL)
		if (found->d_name[0] != '.')
			add_file(places, folder, found->d_name);
	closedir(dir);
	qsort(&places->entry[first], (size_t)(places->count - first),
		sizeof(places->entry[0]), by_kind_and_name);
}
