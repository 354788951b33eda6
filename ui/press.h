/*
 * What people do with a terminal, freed from how it is sent.
 */
#ifndef UI_PRESS_H
#define UI_PRESS_H

#include <stdint.h>

enum key {
	PRESS_RUNE, /* a character: see rune */
	PRESS_ALT,  /* a character with Alt held: see rune */
	PRESS_ENTER,
	PRESS_TAB,
	PRESS_BACKTAB,
	PRESS_ESCAPE,
	PRESS_BACKSPACE,
	PRESS_DELETE,
	PRESS_INSERT,
	PRESS_UP,
	PRESS_DOWN,
	PRESS_FAR_UP, /* Ctrl-Up, Shift-Up */
	PRESS_FAR_DOWN,
	PRESS_LEFT,
	PRESS_RIGHT,
	PRESS_WORD_LEFT,  /* Ctrl-Left, Alt-b */
	PRESS_WORD_RIGHT, /* Ctrl-Right, Alt-f */
	PRESS_HOME,
	PRESS_END,
	PRESS_PAGE_UP,
	PRESS_PAGE_DOWN,
	PRESS_CLICK, /* of the mouse: see row and column */
	PRESS_WHEEL_UP,
	PRESS_WHEEL_DOWN,
	PRESS_F1, /* ..F12 in a row */
	PRESS_F12 = PRESS_F1 + 11,
	PRESS_CONTROL = 256, /* + 'a'..'z', '_', '\\': with Ctrl held */
	PRESS_CHORDS = 512,  /* + 'a'..'z': with Ctrl held, behind Ctrl-X */
};

struct press {
	int key;         /* enum key */
	uint32_t rune;   /* with PRESS_RUNE and PRESS_ALT: the character */
	int row, column; /* of the mouse, from 0 */
};

#define PRESS_CTRL(letter) (PRESS_CONTROL + (letter))
#define PRESS_CHORD(letter) (PRESS_CHORDS + (letter))
#define PRESS_F(number) (PRESS_F1 + (number)-1)

enum event_kind {
	EVENT_NONE,   /* the time is up */
	EVENT_PRESS,  /* a key */
	EVENT_PASTE,  /* text pasted at once, cleaned of controls */
	EVENT_RESIZE, /* draw anew */
	EVENT_SIGNAL, /* INT, TERM, HUP, QUIT came in */
	EVENT_HANGUP, /* the terminal is gone */
};

struct event {
	enum event_kind kind;
	struct press press;
	const char *paste; /* borrowed until the next wait */
	int signal;
};

#endif
