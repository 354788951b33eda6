/*
 * Colours as numbers: pure functions, no screen needed.
 *
 * A colour is COLOUR_DEFAULT (the terminal's own), 0..255 as xterm counts, or
 * colour_of_rgb().
 */
#ifndef UI_COLOUR_H
#define UI_COLOUR_H

#include <stdbool.h>

enum { COLOUR_DEFAULT = -1 };

/* Any of 16 million, from 0xrrggbb. */
int colour_of_rgb(int rgb);

/* A colour as 0xrrggbb; the default one has none (-1). */
int colour_rgb(int colour);

/* How well one can be read on the other: 1 (not at all) to 21, as WCAG 2.1
 * defines the contrast ratio. Both are known colours. */
double colour_contrast(int a, int b);

/* The nearest of the first so many colours (8, 16 or 256; more: all). Fewer
 * than 8 have none but the default one. */
int colour_nearest(int colour, int colours);

/*
 * The same for ink and paper together: the ink is the nearest that can still
 * be read on the nearest paper, as well as the wanted ones could, but no
 * better than 4.5 (3 with fewer than 256 colours).
 */
void colour_pair(int *ink, int *paper, int colours);

#endif
