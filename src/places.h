/*
 * Lists of files for the screens: where to begin, and what a folder holds.
 */
#ifndef SRC_PLACES_H
#define SRC_PLACES_H

#include "ui.h"

enum { PLACES_MAX = 512 };

struct places {
	struct entry entry[PLACES_MAX];
	int count;
};

/* All start with a zeroed one; entries own their texts. */
void places_release(struct places *places);

/* Unsaved work, recent sessions, examples, and an empty session. */
void places_start(struct places *places);

/* Folders and session files of a folder, in order, "../" first. */
void places_folder(struct places *places, const char *folder);

/* Remember a session as the most recent one. Failure is no trouble. */
void places_remember(const char *path);

/* Is it one of our example sessions? They are opened as copies. */
bool places_is_example(const char *path);

#endif
