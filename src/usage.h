/*
 * --help, made from the tables of flags and commands, in 80 columns.
 */
#ifndef SRC_USAGE_H
#define SRC_USAGE_H

#include "arguments.h"

/* Of one command; of the wizard: of the whole program. To standard output. */
void usage_print(enum command_id command);

#endif
