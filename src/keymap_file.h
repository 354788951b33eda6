/*
 * The user's keys: libconfig text with a line a command.
 *
 *	quit = "x";
 *	undo = ("z", "^_");
 *
 * Commands are called as in command_names, keys as in press_name.h.
 */
#ifndef SRC_KEYMAP_FILE_H
#define SRC_KEYMAP_FILE_H

#include "file_issue.h"
#include "keymap_own.h"

#define KEYMAP_FILE "keys.cfg" /* in the folder for configuration */

/*
 * Read a file into a table of keys. What is wrong is told one by one; that
 * line does not count, and its command keeps its keys. The number of lines
 * told; 0 also where there is no file.
 */
int keymap_file_read(const char *path, struct keymap *map,
	void (*tell)(const struct file_issue *issue, void *context),
	void *context);

#endif
