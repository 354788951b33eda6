/*
 * Temporary files beside those that are being written: their names, and what
 * becomes of those whose writer was killed.
 */
#ifndef SRC_ATOMIC_TEMP_H
#define SRC_ATOMIC_TEMP_H

#include <stdbool.h>
#include <stddef.h>

/* "FOLDER/.NAME.tuneornot-XXXXXX", for mkostemp(). False: too long. */
bool atomic_temp_name(
	const char *folder, const char *name, char *out, size_t size);

/* Remove what was left in a folder a minute ago or longer, of one name or
 * (NULL) of all: our own files, and only when their writer, who holds a lock
 * on them, has ended. */
void atomic_file_sweep(const char *folder, const char *name);

#endif
