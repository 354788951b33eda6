/*
 * A screen as an SVG in a window's frame, and its words back again.
 *
 * Words are text, in cells of one width whatever font there is. Lines, bars
 * and dots are drawn, because fonts differ most in these; their characters
 * are in the file, too, as text that is not painted.
 */
#ifndef TESTS_SUPPORT_PICTURE_H
#define TESTS_SUPPORT_PICTURE_H

#include <stdio.h>

#include "support/screen.h"

struct picture {
	struct screen *screen;
	int rows, columns;
	int ink, paper;          /* as xterm counts colours */
	const char *title;       /* in the window's frame */
	const char *description; /* for who cannot see it */
};

void picture_write(const struct picture *picture, FILE *out);

/* The screen in the text of a picture, as screen_text() gives it; false if
 * it says what does not fit rows and columns, or size. */
bool picture_read(
	const char *svg, int rows, int columns, char *out, size_t size);

#endif
