/*
 * Themes from files: one line a role, as in themes/. The user's own lie in
 * the folder themes/ of the configuration, and go over ours of the same name.
 */
#ifndef SRC_THEME_FILE_H
#define SRC_THEME_FILE_H

#include <stddef.h>

#include "file_issue.h"
#include "shelf.h"
#include "theme.h"

#define THEME_FOLDER "themes"
#define THEME_ENDING ".theme"

/* The names of all there are, ours and the user's, each once. */
void theme_file_list(struct shelf *shelf);

/* Where a theme lies: what has a slash is a path; then the user's of that
 * name, ours, or a file in the current folder. False: there is none. */
bool theme_file_find(const char *name, char *path, size_t size);

/* Roles that the file does not name look as in theme_plain(). The theme's
 * name is the file's without folder and ending. On failure the theme is left
 * alone. */
bool theme_file_read(
	const char *path, struct theme *theme, struct file_issue *issue);

/* The same from memory; name stands for the file. */
bool theme_file_parse(const char *name, const char *bytes, size_t size,
	struct theme *theme, struct file_issue *issue);

#endif
