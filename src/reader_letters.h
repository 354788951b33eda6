/*
 * What the letters of a configuration file are: for a tokenizer that asks of
 * each byte once.
 */
#ifndef SRC_READER_LETTERS_H
#define SRC_READER_LETTERS_H

#include <stddef.h>

/* What a byte can begin. */
enum reader_sort { STRAY, BLANK, LETTER, NUMBER, OPEN, CLOSE, MARK };

enum reader_sort reader_sort(char c);

/* Bytes of the blanks, of the name that begin here; 0: there is none. */
size_t reader_blanks(const char *at);
size_t reader_name(const char *at);

#endif
