/*
 * THE table of keys: dispatch, the key bar and the help read its rows.
 */
#ifndef UI_KEYMAP_H
#define UI_KEYMAP_H

#include <stdbool.h>

#include "press.h"

/* What a user can ask for. */
enum command {
	CMD_NONE,
	CMD_UP,
	CMD_DOWN,
	CMD_LEFT,
	CMD_RIGHT,
	CMD_NEXT,     /* the next field */
	CMD_PREVIOUS, /* the field before */
	CMD_FIRST,    /* the first field, line or entry */
	CMD_LAST,
	CMD_FORWARD, /* the next question, page */
	CMD_BACK,    /* the question, page before */
	CMD_ENTER,   /* edit, take, choose */
	CMD_EDIT,    /* edit what is there */
	CMD_EDITOR,  /* ... in the user's own editor */
	CMD_CYCLE,   /* the next of a few choices */
	CMD_CLEAR,   /* a whole question, or all five, back to the default */
	CMD_UNSET,   /* back to the default */
	CMD_RAISE,   /* a number, to the next round figure */
	CMD_LOWER,
	CMD_RAISE_FAR,
	CMD_LOWER_FAR,
	CMD_CANCEL, /* leave without doing it */
	CMD_STEP_1, /* ..6 in a row: a question, the verdict */
	CMD_STEP_2,
	CMD_STEP_3,
	CMD_STEP_4,
	CMD_STEP_5,
	CMD_STEP_6,
	CMD_UNDO,
	CMD_REDO,
	CMD_PANEL,   /* turn the panel's page */
	CMD_MORE,    /* show or hide the rare fields */
	CMD_OPTIONS, /* the options editor */
	CMD_ADD,
	CMD_COPY,
	CMD_REMOVE,
	CMD_MOVE_LEFT,
	CMD_MOVE_RIGHT,
	CMD_PICK,    /* prices from the catalogue */
	CMD_PRICES,  /* what has moved since */
	CMD_TAKE,    /* the new prices */
	CMD_ANSWERS, /* all of them on a list */
	CMD_COMPARE, /* with another session */
	CMD_FILTER,
	CMD_SAVE,
	CMD_SAVE_AS,
	CMD_OPEN,
	CMD_REPORT,
	CMD_WRITE,   /* the report into a file */
	CMD_DISCARD, /* leave without saving */
	CMD_RECOVER, /* work that was not saved */
	CMD_THEME,
	CMD_HELP,
	CMD_FIND,    /* a line of the help */
	CMD_PALETTE, /* every command by its words */
	CMD_YANK,    /* the verdict, into the clipboard */
	CMD_MOUSE,   /* on or off */
	CMD_SUSPEND,
	CMD_REFRESH,
	CMD_QUIT,
	CMD_COUNT
};

/* What a file of keys calls them. */
extern const char *const command_names[CMD_COUNT];

/* Where a key means something: the focus is on... */
enum {
	ON_START = 1 << 0,  /* the start screen */
	ON_NUMBER = 1 << 1, /* a number: letters are commands */
	ON_CHOICE = 1 << 2, /* a choice or a switch */
	ON_WORDS = 1 << 3,  /* a text: letters are typed */
	ON_TYPING = 1 << 4, /* a field that is being typed into */
	ON_VERDICT = 1 << 5,
	ON_OPTIONS = 1 << 6,   /* the options editor, beside one of the above */
	ON_LIST = 1 << 7,      /* a list to choose from */
	ON_PATH = 1 << 8,      /* a list with a line to type a path into */
	ON_PAGE = 1 << 9,      /* a text to scroll */
	ON_REPORT = 1 << 10,   /* that text is the report */
	ON_LEAVE = 1 << 11,    /* the question whether to save first */
	ON_OFFER = 1 << 12,    /* new prices, beside what is on below */
	ON_UNSIGNED = 1 << 13, /* a number that is never negative, so that a
				* minus does not begin it */
	ON_HELP = 1 << 14,     /* that text is the help */
	ON_WORK = 1 << 15,     /* what becomes of unsaved work */
	ON_HELD = 1 << 16,     /* a session that is open elsewhere */
	ON_COLUMN = 1 << 17,   /* an option's column of the options editor */
	ON_PROSE = 1 << 18,    /* a text, typed or not, that may be long */
	ON_WIDE = 1 << 19,     /* a text to scroll, with lines of a width of
				* their own */

	ON_FORM = ON_NUMBER | ON_CHOICE | ON_WORDS,
	ON_SILENT = ON_NUMBER | ON_CHOICE | ON_VERDICT, /* letters are free */
	ON_SCREEN = ON_FORM | ON_VERDICT,
	ON_ANY = (1 << 17) - 1,
};

struct key_row {
	enum command command;
	int where;         /* any of these */
	int key;           /* enum key */
	uint32_t rune;     /* of PRESS_RUNE */
	const char *shown; /* "^S", "PgDn" */
	const char *bar;   /* a word for the key bar, or NULL */
	const char *help;  /* a line for the help, or NULL: one of several */
};

/* As it is without a file of keys; ends with CMD_NONE. Users may have another
 * table: see keymap_own.h. */
extern const struct key_row keymap[];

/* The press that a row is for. */
struct press keymap_press(const struct key_row *row);

/* What a press means there; CMD_NONE: nothing. */
enum command keymap_find(
	const struct key_row *rows, int where, struct press press);

/* Does any key there begin with Ctrl-X? */
bool keymap_has_chords(const struct key_row *rows, int where);

/* The first key of a command there, as it is shown, or "". */
const char *keymap_shown(
	const struct key_row *rows, int where, enum command command);

#endif
