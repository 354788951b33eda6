/*
 * Where things are: our data (build tree or installed), and the user's
 * folders as XDG says (relative values are ignored).
 */
#ifndef SRC_PATHS_H
#define SRC_PATHS_H

#include <stdbool.h>
#include <stddef.h>

/* A file of ours by its name below the data folder: "themes/dark.theme",
 * "examples/support-triage.cfg". False when there is none. */
bool paths_data(const char *name, char *out, size_t size);

/* Below the user's folder for state, in a folder of our own which is made
 * (0700) when it is missing. False: no home, or it cannot be made. */
bool paths_state(const char *name, char *out, size_t size);

/* These folders themselves, with a slash behind; nothing is made. False: no
 * home. */
bool paths_config_folder(char *out, size_t size);
bool paths_state_folder(char *out, size_t size);

/* Below the user's folder for data ("catalogue") or for configuration
 * ("themes"). Nothing is made, and it need not be there. False: no home. */
bool paths_own_data(const char *name, char *out, size_t size);
bool paths_own_config(const char *name, char *out, size_t size);

/* Make a folder, and those above it that are missing, for the user alone
 * (0700). False with errno. */
bool paths_make_folder(const char *path);

/* The path from / on, behind links, of a file that need not be there yet.
 * False: not even its folder is. */
bool paths_real(const char *path, char *out, size_t size);

#endif
