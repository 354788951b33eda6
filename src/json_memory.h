/*
 * jansson where memory runs out. Where its buffer cannot grow it drops a
 * character and goes on, and a text or a list that was not made looks like one
 * that was not there. So whoever reads with it watches, and uses nothing of
 * what was read when memory ran out on the way.
 */
#ifndef SRC_JSON_MEMORY_H
#define SRC_JSON_MEMORY_H

#include <stdbool.h>

/* From now on; all that ran out before is forgotten. */
void json_memory_watch(void);

bool json_memory_ran_out(void);

#endif
