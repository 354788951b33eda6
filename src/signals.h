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

#endif
