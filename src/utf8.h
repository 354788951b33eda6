/*
 * Is it text?
 */
#ifndef SRC_UTF8_H
#define SRC_UTF8_H

#include <stddef.h>

/* Index of the first byte that is NUL or no part of valid UTF-8; size: none.
 */
size_t utf8_bad_byte(const char *bytes, size_t size);

#endif
