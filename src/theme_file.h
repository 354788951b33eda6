/*
 * Themes from files: one line a role, as in themes/.
 */
#ifndef SRC_THEME_FILE_H
#define SRC_THEME_FILE_H

#include <stddef.h>

#include "file_issue.h"
#include "theme.h"

/* Roles that the file does not name look as in theme_plain(). The theme's
 * name is the file's without folder and ending. On failure the theme is left
 * alone. */
bool theme_file_read(
	const char *path, struct theme *theme, struct file_issue *issue);

/* The same from memory; name stands for the file. */
bool theme_file_parse(const char *name, const char *bytes, size_t size,
	struct theme *theme, struct file_issue *issue);

#endif
