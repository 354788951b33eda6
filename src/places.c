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
#include "journal.h"
#include "memory_stream.h"
#include "paths.h"
#include "shelf.h"
#include "template.h"
#include "work.h"

enum { RECENT = 9 };

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

/* Damaged work is offered, too: who takes it is told what is wrong. */
static void add_unsaved_work(
	struct places *places, const char *path, struct session *scratch)
{
	struct file_issue issue;
	struct work work;
	char label[300];

	if (work_look(path, &work, scratch, &issue))
		snprintf(label, sizeof(label), "%s, not saved, %s", work.name,
			work.age);
	else if (issue.issue.what[0])
		snprintf(label, sizeof(label), "Unsaved work, damaged");
	else
		return;
	add(places, label, path, "unsaved", false);
}

/* The latest first. */
static void add_unsaved(struct places *places)
{
	struct shelf shelf = {.count = 0};
	struct session *scratch = NULL;
	char path[PATH_MAX];

	journal_list(&shelf);
	if (shelf.count)
		scratch = malloc(sizeof(*scratch));
	for (int i = shelf.count - 1; scratch && i >= 0; i--)
		if (journal_path(shelf.name[i], path, sizeof(path)))
			add_unsaved_work(places, path, scratch);
	for (int i = 0; i < places->count; i++)
		places->entry[i].unsaved = true;
	free(scratch);
	shelf_release(&shelf);
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
	add_unsaved(places);
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
