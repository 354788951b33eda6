/*
 * The names of what lies in a folder, such as one of our data: themes,
 * examples.
 */
#ifndef SRC_SHELF_H
#define SRC_SHELF_H

struct shelf {
	char **name; /* without the ending, in alphabetical order */
	int count;
	int error; /* an errno: not all of them are here; 0: they are */
};

/* Add the names of a folder's files with this ending (".theme"). A folder
 * that is not there adds nothing. Start with a zeroed shelf. */
void shelf_add(struct shelf *shelf, const char *folder, const char *ending);

/* The same for any folder. */
void shelf_add_folder(
	struct shelf *shelf, const char *path, const char *ending);

/* Keep one of those that have the same name. */
void shelf_unite(struct shelf *shelf);

void shelf_release(struct shelf *shelf);

/* The most alike name, or NULL. */
const char *shelf_suggest(const struct shelf *shelf, const char *written);

#endif
