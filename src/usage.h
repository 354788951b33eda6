/*
 * --help: made from the tables of commands and flags.
 */
#ifndef SRC_USAGE_H
#define SRC_USAGE_H

#include "arguments.h"

/* The help of a command on standard output; of the wizard: of them all. */
void usage_print(enum command_id command);

enum { USAGE_LINE = 512 };

/* The whole command with the flags that are its own, as one line. */
void usage_line(char out[USAGE_LINE], enum command_id command);

#endif
