/*
 * What the screens' roles look like.
 *
 * A screen says what a text is (a role), a theme says what that looks like.
 * Themes are files, one line a role: see themes/. Colours are never the only
 * sign of anything.
 */
#ifndef UI_THEME_H
#define UI_THEME_H

#include <stdbool.h>

#include "colour.h"
#include "issue.h"

enum role {
	ROLE_TEXT,     /* plain words */
	ROLE_DIM,      /* hints, units, defaults, what does not apply */
	ROLE_TITLE,    /* the session's name, headings */
	ROLE_FRAME,    /* borders */
	ROLE_LABEL,    /* names of fields */
	ROLE_VALUE,    /* what the user typed */
	ROLE_FOCUS,    /* where the keys go */
	ROLE_EDIT,     /* the field being typed into */
	ROLE_ERROR,    /* what is wrong */
	ROLE_NOTICE,   /* what just happened */
	ROLE_YES,      /* a gate's yes, tuning saves */
	ROLE_NO,       /* a gate's no, tuning loses */
	ROLE_UNSURE,   /* not known yet */
	ROLE_CHANGED,  /* what moved with the last edit */
	ROLE_KEY,      /* a key in the foot */
	ROLE_POPUP,    /* paper of what lies on top */
	ROLE_SERIES_1, /* options in bars and curves */
	ROLE_SERIES_2,
	ROLE_SERIES_3,
	ROLE_SERIES_4,
	ROLE_SERIES_5,
	ROLE_SERIES_6,
	ROLE_SERIES_7,
	ROLE_SERIES_8,
	ROLES
};

/* Names of the roles in theme files: "text", "dim"... */
extern const char *const role_names[ROLES];

struct style {
	int fg, bg; /* ink and paper, as in colour.h */
	bool bold, dim, underline, reverse;
};

struct theme {
	char name[32];
	struct style style[ROLES];
};

/* Readable on any terminal: its own colours, bold, dim and reverse. */
void theme_plain(struct theme *theme);

/*
 * Read "red on default bold", "#5f87af", "244 on 17 reverse", "default dim":
 * a colour (a name of the eight, with "bright " before it, a number 0..255
 * or #rrggbb), "on" and another, and attributes, each of them optional.
 */
bool style_read(const char *text, struct style *style, struct issue *issue);

/* Index of a role's name, or -1. */
int role_find(const char *name);

/* Tell curses; colours false uses attributes alone. Needs an open terminal.
 */
void theme_use(const struct theme *theme, bool colours);

/* How many colours a kind of terminal has (0: none), without opening it; -1:
 * it is not known here. */
int theme_terminal_colours(const char *term);

/* "ncurses 6.4.20221231" */
const char *theme_library(void);

#endif
