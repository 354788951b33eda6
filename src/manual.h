/*
 * The man page: mdoc(7), made from the tables of commands, flags and words.
 */
#ifndef SRC_MANUAL_H
#define SRC_MANUAL_H

/* All of it on standard output. */
void manual_print(void);

#endif
