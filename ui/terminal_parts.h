/*
 * What terminal.c (curses) and terminal_wait.c (none) share.
 */
#ifndef UI_TERMINAL_PARTS_H
#define UI_TERMINAL_PARTS_H

#include <stdbool.h>

#include "keys.h"
#include "tty.h"
#include "wake.h"

/* There is one terminal a process. */
struct terminal_state {
	bool open;
	struct tty tty;
	struct keys keys;
	struct wake wake;
	bool resized; /* to be told as an event */
	bool gone;    /* hung up */
};

extern struct terminal_state terminal;

enum terminal_code {
	CODE_NONE = -1,
	/* 0..255: a byte */
	CODE_PASTE_BEGIN = 256,
	CODE_PASTE_END,
	CODE_IGNORED,
	CODE_KEY, /* + enum key */
};

/* Sequences that terminals send and terminfo may not know, or knows only in
 * the other of the two modes that a terminal has for arrows; and some that it
 * knows under names of its own. */
struct terminal_sequence {
	const char *sequence;   /* or NULL: of the capability */
	const char *capability; /* both NULL: the end */
	int code;               /* enum terminal_code */
};
extern const struct terminal_sequence terminal_sequences[];

/* What has been typed, if anything; waits only for what may follow an ESC. */
int terminal_code(void);

/* Take the terminal's size over and draw anew. */
void terminal_take_size(void);

/* Modes and picture again, after somebody stopped and continued us. */
void terminal_come_back(void);

#endif
