/*
 * Texts and figures are small and many, and all of them go at once: they lie
 * in chunks, one behind the other. Items are kept in the order of their
 * ids, so that taking in a file is one merge, and looking up a bisection.
 */
#include "catalogue_store.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "catalogue_file.h"
#include "paths.h"
#include "shelf.h"

/* ---- room --------------------------------------------------------------- */

enum { CHUNK = 16 * 1024 };

struct catalogue_chunk {
	struct catalogue_chunk *next;
	size_t used, size;
	max_align_t bytes[];
};

static struct catalogue_chunk *add_chunk(
	struct catalogue_store *store, size_t size)
{
	struct catalogue_chunk *chunk = malloc(sizeof(*chunk) + size);

	if (!chunk)
		return NULL;
	*chunk = (struct catalogue_chunk){.next = store->chunks, .size = size};
	store->chunks = chunk;
	return chunk;
}

static void *take_room(
	struct catalogue_store *store, size_t size, size_t alignment)
{
	struct catalogue_chunk *chunk = store->chunks;
	size_t start = 0;

	if (chunk)
		start = (chunk->used + alignment - 1) / alignment * alignment;
	if (!chunk || start > chunk->size || chunk->size - start < size) {
		chunk = add_chunk(store, size > CHUNK ? size : CHUNK);
		start = 0;
	}
	if (!chunk)
		return NULL;
	chunk->used = start + size;
	return (char *)chunk->bytes + start;
}

void *catalogue_store_room(struct catalogue_store *store, size_t size)
{
	return take_room(store, size, _Alignof(max_align_t));
}

const char *catalogue_store_text(
	struct catalogue_store *store, const char *text)
{
	size_t size = strlen(text) + 1;
	char *kept;

	if (size == 1)
		return "";
	kept = take_room(store, size, 1);
	return kept ? memcpy(kept, text, size) : NULL;
}

void catalogue_store_release(struct catalogue_store *store)
{
	while (store->chunks) {
		struct catalogue_chunk *next = store->chunks->next;

		free(store->chunks);
		store->chunks = next;
	}
	free((void *)store->catalogue.items);
	store->catalogue = (struct catalogue){0};
}

/* ---- merging ------------------------------------------------------------ */

bool catalogue_store_merge(
	struct catalogue_store *store, const struct item *items, int count)
{
	const struct item *old = store->catalogue.items;
	const struct item *old_end = old, *end;
	struct item *merged, *at;

	if (!count)
		return true;
	if (old)
		old_end += store->catalogue.count;
	end = items + count;
	merged = at = calloc((size_t)store->catalogue.count + (size_t)count,
		sizeof(*merged));
	if (!merged)
		return false;
	while (old < old_end || items < end) {
		int order = old == old_end ? 1
			    : items == end ? -1
					   : strcmp(old->text[ITEM_ID],
						     items->text[ITEM_ID]);

		*at++ = order < 0 ? *old : *items;
		if (order <= 0)
			old++;
		if (order >= 0)
			items++;
	}
	free((void *)store->catalogue.items);
	store->catalogue.items = merged;
	store->catalogue.count = (int)(at - merged);
	return true;
}

/* ---- the folders -------------------------------------------------------- */

/* A program that is installed below the user's home may have its data where
 * the user's own lies. */
static bool is_same_folder(const char *a, const char *b)
{
	struct stat x, y;

	return !stat(a, &x) && !stat(b, &y) && x.st_dev == y.st_dev &&
	       x.st_ino == y.st_ino;
}

static bool is_imported(const char *name)
{
	return !strcmp(name, CATALOGUE_LITELLM) ||
	       !strcmp(name, CATALOGUE_GENAI);
}

/* How many of the files on a shelf are wrong, of those imported, or of the
 * others. */
static int read_shelf(struct catalogue_store *store, const char *folder,
	const struct shelf *shelf, bool imported, bool own,
	void (*tell)(const struct file_issue *issue))
{
	struct file_issue issue;
	char path[PATH_MAX];
	int wrong = 0;

	for (int i = 0; i < shelf->count; i++) {
		if (is_imported(shelf->name[i]) != imported)
			continue;
		snprintf(path, sizeof(path), "%s/%s%s", folder, shelf->name[i],
			CATALOGUE_ENDING);
		if (catalogue_file_read(path, own, store, &issue))
			continue;
		tell(&issue);
		wrong++;
	}
	return wrong;
}

/* 1 if some of its files are not known. */
static int check_shelf(const char *folder, const struct shelf *shelf,
	void (*tell)(const struct file_issue *issue))
{
	struct file_issue issue;

	if (!shelf->error)
		return 0;
	file_issue_set(&issue, folder, 0, "this folder cannot be read: %s",
		strerror(shelf->error));
	tell(&issue);
	return 1;
}

static int read_folder(struct catalogue_store *store, const char *folder,
	bool own, void (*tell)(const struct file_issue *issue))
{
	struct shelf shelf = {0};
	int wrong;

	shelf_add_folder(&shelf, folder, CATALOGUE_ENDING);
	wrong = check_shelf(folder, &shelf, tell);
	wrong += read_shelf(store, folder, &shelf, true, own, tell);
	wrong += read_shelf(store, folder, &shelf, false, own, tell);
	shelf_release(&shelf);
	return wrong;
}

int catalogue_load_ours(struct catalogue_store *store,
	void (*tell)(const struct file_issue *issue))
{
	char ours[PATH_MAX];

	return paths_data(CATALOGUE_FOLDER, ours, sizeof(ours))
		       ? read_folder(store, ours, false, tell)
		       : 0;
}

int catalogue_load(struct catalogue_store *store,
	void (*tell)(const struct file_issue *issue))
{
	char ours[PATH_MAX], own[PATH_MAX];
	bool shipped = paths_data(CATALOGUE_FOLDER, ours, sizeof(ours));
	int wrong = 0;

	if (shipped)
		wrong += read_folder(store, ours, false, tell);
	if (paths_own_data(CATALOGUE_FOLDER, own, sizeof(own)) &&
		!(shipped && is_same_folder(ours, own)))
		wrong += read_folder(store, own, true, tell);
	return wrong;
}
