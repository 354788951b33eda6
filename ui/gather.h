/*
 * A file in memory that gathers what curses writes, so that it leaves for
 * the terminal in one write.
 */
#ifndef UI_GATHER_H
#define UI_GATHER_H

#include <stdbool.h>
#include <stdio.h>

#include "tty.h"

struct gather {
	FILE *stream; /* for curses, which writes to its descriptor */
};

bool gather_open(struct gather *gather);
void gather_close(struct gather *gather);

/* Add a text behind what is there. */
void gather_add(struct gather *gather, const char *text);

/* Forget what is there. */
void gather_drop(struct gather *gather);

/* Send what is there, if anything, and forget it; *sent grows by it. */
enum tty_written gather_ship(
	struct gather *gather, const struct tty *tty, size_t *sent);

#endif
