/*
 * The catalogue in memory, and where it comes from: the files that come with
 * the program, and the user's own over them.
 *
 *	struct catalogue_store store = {0};
 *	catalogue_load(&store, complain_of_file);
 *	... catalogue_find(&store.catalogue, id) ...
 *	catalogue_store_release(&store);
 */
#ifndef SRC_CATALOGUE_STORE_H
#define SRC_CATALOGUE_STORE_H

#include <stddef.h>

#include "catalogue.h"
#include "file_issue.h"

struct catalogue_chunk;

struct catalogue_store {
	struct catalogue catalogue;
	struct catalogue_chunk *chunks; /* what the items point to */
};

/* The folder's name below our data, and below the user's. */
#define CATALOGUE_FOLDER "catalogue"
#define CATALOGUE_ENDING ".cfg"

/* Files of the user's folder that were imported (price_import.h): what the
 * user's other files say goes over them. */
#define CATALOGUE_LITELLM "litellm"
#define CATALOGUE_GENAI "genai-prices"

/*
 * Read every file of both folders. An item of the user's takes the place of
 * ours with the same id. A file that is wrong is told, and left out as a
 * whole; how many there were.
 */
int catalogue_load(struct catalogue_store *store,
	void (*tell)(const struct file_issue *issue));

/* The same without the user's. */
int catalogue_load_ours(struct catalogue_store *store,
	void (*tell)(const struct file_issue *issue));

void catalogue_store_release(struct catalogue_store *store);

/* ---- for readers of files ----------------------------------------------- */

/* Room that lives as long as the store, and a text kept in it; NULL: there is
 * no memory. */
void *catalogue_store_room(struct catalogue_store *store, size_t size);
const char *catalogue_store_text(
	struct catalogue_store *store, const char *text);

/* Take in items, which are in the order of their ids, each id once; they
 * replace those with the same id. False: there is no memory. */
bool catalogue_store_merge(
	struct catalogue_store *store, const struct item *items, int count);

#endif
