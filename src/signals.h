/*
 * Signals as bytes in a pipe: the handler does nothing else.
 */
#ifndef SRC_SIGNALS_H
#define SRC_SIGNALS_H

/*
 * Catch INT TERM HUP QUIT TSTP CONT WINCH and ignore PIPE. Returns the read
 * end of the pipe, which gets a byte with each signal's number, or -1. Call it
 * once, before the terminal is opened.
 */
int signals_open(void);

/* The same of those that end a program; there is no screen to be restored. */
int signals_open_to_end(void);

/*
 * For work in steps that must not be left half done: from now on the first of
 * INT, TERM and HUP is remembered, to be asked for between steps (0: none has
 * come). A second one ends the process at once. When things are in order,
 * signals_end_by() ends it as the signal would have.
 */
void signals_remember(void);
int signals_remembered(void);
void signals_end_by(int number);

#endif
