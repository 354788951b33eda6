/*
 * xterm's 256 colours, and the nearest of those that a terminal has.
 *
 * The first sixteen are whatever the user's terminal makes of them: xterm's
 * are taken for it. Of 256 only the others are taken for the nearest, which
 * are the same nearly everywhere.
 */
#include "colour.h"

#include <math.h>

enum { FIXED = 16, ALL = 256, RGB = 1 << 24 };

static int cube_level(int step)
{
	return step == 0 ? 0 : 55 + 40 * step;
}

static int rgb_of(int red, int green, int blue)
{
	return red << 16 | green << 8 | blue;
}

int colour_of_rgb(int rgb)
{
	return RGB | rgb;
}

int colour_rgb(int colour)
{
	static const int named[FIXED] = {0x000000, 0xcd0000, 0x00cd00, 0xcdcd00,
		0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5, 0x7f7f7f, 0xff0000,
		0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff};
	int cube = colour - FIXED;
	int grey = 8 + 10 * (colour - 232);

	if (colour < 0)
		return -1;
	if (colour >= ALL)
		return colour & (RGB - 1);
	if (colour < FIXED)
		return named[colour];
	if (colour >= 232)
		return rgb_of(grey, grey, grey);
	return rgb_of(cube_level(cube / 36), cube_level(cube / 6 % 6),
		cube_level(cube % 6));
}

/* ---- contrast ------------------------------------------------------------ */

/* Light of one of the three, 0..1. */
static double light(int value)
{
	double share = (value & 255) / 255.0;

	return share <= 0.03928 ? share / 12.92
				: pow((share + 0.055) / 1.055, 2.4);
}

static double luminance(int rgb)
{
	return 0.2126 * light(rgb >> 16) + 0.7152 * light(rgb >> 8) +
	       0.0722 * light(rgb);
}

double colour_contrast(int a, int b)
{
	double of_a = luminance(colour_rgb(a)), of_b = luminance(colour_rgb(b));

	return (fmax(of_a, of_b) + 0.05) / (fmin(of_a, of_b) + 0.05);
}

/* ---- the nearest --------------------------------------------------------- */

/* The eye sees green best and blue least. */
static int distance(int a, int b)
{
	int red = (a >> 16) - (b >> 16);
	int green = (a >> 8 & 255) - (b >> 8 & 255);
	int blue = (a & 255) - (b & 255);

	return 3 * red * red + 4 * green * green + 2 * blue * blue;
}

static bool is_grey(int rgb)
{
	return rgb >> 16 == (rgb >> 8 & 255) && (rgb & 255) == rgb >> 16;
}

/* The nearest that has so much contrast to the paper (any: no paper), or -1.
 * A grey stays grey: among few colours a gaudy one may be nearer. */
static int nearest(int rgb, int colours, int paper, double contrast)
{
	int best = COLOUR_DEFAULT;

	for (int i = colours < ALL ? 0 : FIXED; i < colours; i++) {
		int of_i = colour_rgb(i);

		if (is_grey(rgb) && !is_grey(of_i))
			continue;
		if (paper >= 0 && colour_contrast(i, paper) < contrast)
			continue;
		if (best < 0 ||
			distance(rgb, of_i) < distance(rgb, colour_rgb(best)))
			best = i;
	}
	return best;
}

static bool is_there(int colour, int colours)
{
	return colour < 0 || colour < colours || colours > ALL;
}

/* With fewer colours 8 and 16 are all that terminals have. */
static int counted(int colours)
{
	if (colours < 8)
		return 0;
	if (colours < ALL)
		return colours < 16 ? 8 : 16;
	return colours;
}

int colour_nearest(int colour, int colours)
{
	colours = counted(colours);
	if (colours == 0)
		return COLOUR_DEFAULT;
	if (is_there(colour, colours))
		return colour;
	if (colours == 8 && colour > 8 && colour < FIXED)
		return colour - 8;
	return nearest(colour_rgb(colour), colours, COLOUR_DEFAULT, 0.0);
}

void colour_pair(int *ink, int *paper, int colours)
{
	double enough = colours < ALL ? 3.0 : 4.5;
	int wanted = *ink, on = *paper, found;

	*ink = colour_nearest(wanted, colours);
	*paper = colour_nearest(on, colours);
	if (*ink < 0 || *paper < 0 || (*ink == wanted && *paper == on))
		return;
	enough = fmin(enough, colour_contrast(wanted, on));
	if (colour_contrast(*ink, *paper) >= enough)
		return;
	found = nearest(colour_rgb(wanted), counted(colours), *paper, enough);
	if (found >= 0)
		*ink = found;
	else
		*ink = nearest(
			colour_rgb(colour_contrast(*paper, 0) > 4.5 ? 0 : 15),
			counted(colours), COLOUR_DEFAULT, 0.0);
}
