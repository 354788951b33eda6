/*
 * Entries as the text of a catalogue file, which catalogue_file.h reads back.
 */
#ifndef SRC_CATALOGUE_WRITE_H
#define SRC_CATALOGUE_WRITE_H

#include <stddef.h>

#include "catalogue.h"

/*
 * Everything that a file can say of the entries but their remarks, in the
 * order of the kinds. Heading, of whole lines that begin with "#", goes in
 * front. The caller frees; NULL: there is no memory.
 */
char *catalogue_write(
	const struct catalogue *catalogue, const char *heading, size_t *size);

#endif
