/*
 * A price file into the user's folder for catalogue files, where it takes the
 * place of what was imported from the same source before.
 */
#ifndef SRC_PRICE_IMPORT_H
#define SRC_PRICE_IMPORT_H

#include <limits.h>

#include "price_map.h"

enum { PRICE_CHANGES = 8 };

/* What an entry says now, and what it said in the former file. */
struct price_change {
	char id[128];
	char words[160]; /* "input 2 to 1.5, output 10 to 8" */
};

struct price_import {
	struct price_map_tally tally;
	int fresh, updated, unchanged; /* entries, by the former file */
	int gone;                      /* of the former file */
	int over_ours;  /* entries of ours with the same id: of these, */
	int over_other; /* so many have other prices of input or output, */
	int over_newer; /* and of so many, ours was read on a later day */
	bool again;     /* there was a former file */
	struct price_change change[PRICE_CHANGES]; /* the first updated ones */
	char path[PATH_MAX];                       /* that was written */
};

/*
 * Read a file ("-": standard input) and write it, whole or not at all; what
 * is written has been read back before. On false the issue says what is
 * wrong, and the former file is as it was. Nothing is written when no entry
 * is taken (tally.taken 0). Notices about files in the way go to tell.
 */
bool price_import(const char *path, const struct price_map_rules *rules,
	struct price_import *import, struct file_issue *issue,
	void (*tell)(const struct file_issue *issue));

#endif
