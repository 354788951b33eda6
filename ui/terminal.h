/*
 * The terminal: opened, waited for, written to, and always given back.
 *
 * ncurses keeps the picture and says what changed; a refresh leaves in one
 * write. Modes (raw, paste, alternate screen) are set and undone here, from
 * a copy of what the terminal was before.
 */
#ifndef UI_TERMINAL_H
#define UI_TERMINAL_H

#include "issue.h"
#include "press.h"

struct terminal_setup {
	int in, out; /* the terminal, or pipes in tests */
	int wake;    /* read end of a pipe that gets one byte, the signal's
		      * number, for each signal; -1: none */
	int rows, columns; /* fixed size, for tests; 0: ask the terminal */
	const char *term;  /* NULL: $TERM; unknown ones fall back */
	bool colours;      /* false: attributes only */
	bool mouse;        /* let it report clicks and the wheel */
};

/* There is one terminal a process. False and an issue when it cannot be. */
bool terminal_open(const struct terminal_setup *setup, struct issue *issue);

/* Give it back as it was. Harmless when it is not open. */
void terminal_close(void);

/* What it is: "xterm, 24 rows, 80 columns, 8 colours, mouse". */
void terminal_describe(char *out, size_t size);

/* Bytes that were sent to it so far. */
size_t terminal_sent(void);

/* The name that was used instead of an unknown $TERM, or NULL. */
const char *terminal_fallback(void);

/* All that changed since the last time, in one write. */
void terminal_flush(void);

/* Wait for the next event, at most so many milliseconds (-1: for ever).
 * Resizing, stopping and coming back are dealt with here and end as
 * EVENT_RESIZE. */
void terminal_wait(int milliseconds, struct event *event);

/* Is there something to read already? */
bool terminal_pending(void);

/* Let the mouse report, or leave it to the terminal. */
void terminal_use_mouse(bool on);
bool terminal_mouse(void);

/* Put text into the clipboard, where the terminal lets us (clipboard.c). */
void terminal_copy(const char *text);

/* Was anything typed, or signalled, that is not read yet? What has begun and
 * waits for its rest does not count. */
bool terminal_typed(void);

/* Draw everything anew with the next flush, whatever stands there. */
void terminal_refresh(void);

/* Stop the program as Ctrl-Z does; returns when it is continued. */
void terminal_suspend(void);

/* Leave the screen and its modes to another program, until it is taken back:
 * then all is drawn anew, in the size that the terminal has by then. */
void terminal_lend(void);
void terminal_take_back(void);

/* Another size, for tests with a fixed one. */
void terminal_resize(int rows, int columns);

#endif
