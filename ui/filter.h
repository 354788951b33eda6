/*
 * Words that something is looked for by.
 */
#ifndef UI_FILTER_H
#define UI_FILTER_H

#include "canvas.h"
#include "editor.h"

/* Is each word of the filter somewhere in the texts? Case of ASCII does not
 * count, nor does the order. */
bool filter_fits(const char *filter, const char *const *texts, int count);

/* The line that it is typed into, and how many were found (negative: nothing
 * is sought yet); the cursor. */
void filter_draw(struct area area, int row, const char *label,
	const struct editor *filter, int found);

#endif
