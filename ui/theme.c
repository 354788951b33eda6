/* Roles into curses' attributes and colour pairs: one pair a role. */
#include "theme.h"

#include <curses.h>
#include <term.h>
#include <unistd.h>

#include "paint.h"

static struct {
	unsigned attributes;
	int pair;
} looks[ROLES];

unsigned theme_attributes(enum role role, int *pair)
{
	*pair = looks[role].pair;
	return looks[role].attributes;
}

static unsigned style_attributes(const struct style *style)
{
	return (style->bold ? A_BOLD : 0) | (style->dim ? A_DIM : 0) |
	       (style->underline ? A_UNDERLINE : 0) |
	       (style->reverse ? A_REVERSE : 0);
}

/* A colour as this terminal counts them. With more than 256 a number above
 * 7 is red, green and blue. */
static int terminal_colour(int colour)
{
	return colour < 8 || COLORS <= 256 ? colour : colour_rgb(colour);
}

static void use_style(enum role role, const struct style *style)
{
	int fg = style->fg, bg = style->bg;

	colour_pair(&fg, &bg, COLORS);
	looks[role].attributes = style_attributes(style);
	looks[role].pair = 0;
	if (init_extended_pair(
		    role + 1, terminal_colour(fg), terminal_colour(bg)) == OK)
		looks[role].pair = role + 1;
}

void theme_use(const struct theme *theme, bool colours)
{
	struct theme plain;

	if (colours && has_colors() && start_color() == OK &&
		use_default_colors() == OK) {
		for (int role = 0; role < ROLES; role++)
			use_style(role, &theme->style[role]);
		return;
	}
	theme_plain(&plain);
	for (int role = 0; role < ROLES; role++) {
		looks[role].attributes = style_attributes(&plain.style[role]);
		looks[role].pair = 0;
	}
}

int theme_terminal_colours(const char *term)
{
	int trouble, colours;

	if (setupterm(term, STDOUT_FILENO, &trouble) != OK)
		return -1;
	colours = tigetnum("colors");
	del_curterm(cur_term);
	return colours > 0 ? colours : 0;
}

const char *theme_library(void)
{
	return curses_version();
}
