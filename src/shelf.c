#include "shelf.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "paths.h"
#include "suggestion.h"

static void keep(struct shelf *shelf, const char *name, size_t length)
{
	size_t count = (size_t)shelf->count + 1;
	char **more = realloc(shelf->name, count * sizeof(*more));

	if (more) {
		shelf->name = more;
		more[shelf->count] = strndup(name, length);
	}
	if (more && more[shelf->count])
		shelf->count++;
	else
		shelf->error = ENOMEM;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

void shelf_add_folder(struct shelf *shelf, const char *path, const char *ending)
{
	struct dirent *entry;
	DIR *directory = opendir(path);

	if (!directory && errno != ENOENT && errno != ENOTDIR)
		shelf->error = errno;
	if (!directory)
		return;
	while ((entry = readdir(directory)) != NULL) {
		size_t length = strlen(entry->d_name), tail = strlen(ending);

		if (length > tail && entry->d_name[0] != '.' &&
			!strcmp(entry->d_name + length - tail, ending))
			keep(shelf, entry->d_name, length - tail);
	}
	closedir(directory);
	if (shelf->count)
		qsort(shelf->name, (size_t)shelf->count, sizeof(*shelf->name),
			by_name);
}

void shelf_add(struct shelf *shelf, const char *folder, const char *ending)
{
	char path[PATH_MAX];

	if (paths_data(folder, path, sizeof(path)))
		shelf_add_folder(shelf, path, ending);
}

void shelf_unite(struct shelf *shelf)
{
	int kept = 0;

	for (int i = 0; i < shelf->count; i++) {
		if (kept && !strcmp(shelf->name[kept - 1], shelf->name[i]))
			free(shelf->name[i]);
		else
			shelf->name[kept++] = shelf->name[i];
	}
	shelf->count = kept;
}

void shelf_release(struct shelf *shelf)
{
	for (int i = 0; i < shelf->count; i++)
		free(shelf->name[i]);
	free(shelf->name);
}

const char *shelf_suggest(const struct shelf *shelf, const char *written)
{
	struct suggestion suggestion = {.written = written};

	for (int i = 0; i < shelf->count; i++)
		suggestion_try(&suggestion, shelf->name[i]);
	return suggestion_best(&suggestion);
}
