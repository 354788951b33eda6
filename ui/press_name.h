/*
 * Keys by their names, as the key bar shows them and a file of keys has them.
 */
#ifndef UI_PRESS_NAME_H
#define UI_PRESS_NAME_H

#include <stdbool.h>
#include <stddef.h>

#include "press.h"

enum { PRESS_NAME = 12 }; /* bytes of a name at the most */

/* "x", "^S" or Ctrl-S, "^X^E", "Alt-1", "F5", "PgDn", "Space"; case counts for
 * single characters only. False: no key is called so, or it does not arrive as
 * one of its own (^I is Tab). */
bool press_read(const char *name, struct press *press);

/* The name that is shown. */
void press_write(struct press press, char out[PRESS_NAME]);

/* Is it the same key? */
bool press_same(struct press a, struct press b);

/* The names of keys that are no characters, one by one; NULL behind the last,
 * for "did you mean". */
const char *press_name(int index);

#endif
