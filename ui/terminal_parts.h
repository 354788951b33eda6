/*
 * What terminal.c (curses), terminal_wait.c and terminal_kind.c (none) share.
 */
#ifndef UI_TERMINAL_PARTS_H
#define UI_TERMINAL_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "keys.h"
#include "tty.h"
#include "wake.h"

/* There is one terminal a process. */
struct terminal_state {
	bool open;
	struct tty tty;
	struct wake wake;
	bool resized;         /* to be told as an event */
	bool gone;            /* hung up */
	size_t sent;          /* bytes so far */
	const char *fallback; /* used in place of $TERM, or NULL */
	struct keys keys;     /* last: it ends with room for a paste */
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

/* The kind that is asked for, or $TERM; "" when there is none. */
const char *terminal_kind(const char *asked);

/* Where $COLORTERM says that a terminal has more colours than its kind: the
 * name of the kind that has them all, which terminfo may not know. */
bool terminal_direct_kind(const char *kind, char *out, size_t size);

/* Tell curses the size by the environment, where it must not stay: there it
 * would hold for ever. */
void terminal_tell_size(int rows, int columns);
void terminal_untell_size(void);

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
