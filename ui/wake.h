/*
 * Signals, as they come through the wake pipe: one byte each, its number.
 */
#ifndef UI_WAKE_H
#define UI_WAKE_H

#include <stdbool.h>

enum { WAKE_SIGNALS = 8 };

struct wake {
	int pipe;                  /* read end, or -1 */
	bool resized;              /* SIGWINCH came, once or often */
	bool continued;            /* SIGCONT */
	bool stop;                 /* SIGTSTP: somebody wants us to stop */
	int signals[WAKE_SIGNALS]; /* all others, in order */
	int count;
};

/* Take in what has come; never waits if poll() said that something is there. */
void wake_read(struct wake *wake);

/* The next signal that the program must hear of, or 0. */
int wake_signal(struct wake *wake);

#endif
