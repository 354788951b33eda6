/*
 * The two services of the kernel, for sandbox.c. Each does nothing where it is
 * not there.
 */
#ifndef SRC_SANDBOX_PARTS_H
#define SRC_SANDBOX_PARTS_H

#include <stdbool.h>

/* Landlock: a set of rules, -1 without it; *version stays 0 then. */
int landlock_begin(int *version);
bool landlock_enter(int ruleset); /* and close it */

/* Refuse (EPERM) what no command needs; and where files are known, too, what
 * changes a file by its name alone. How many calls these are, or 0. */
int calls_refuse(bool files_known);

#endif
