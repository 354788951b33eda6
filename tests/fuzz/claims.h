/*
 * What must be true of everything that leaves the program, whatever came in.
 * Each ends the process where it does not hold.
 */
#ifndef TESTS_FUZZ_CLAIMS_H
#define TESTS_FUZZ_CLAIMS_H

#include <stddef.h>

#include "file_issue.h"

/* UTF-8 without controls (line ends apart) and without anything that is not
 * seen or turns the direction: safe to send to a terminal. */
void must_be_harmless(const char *bytes, size_t size);

/* The same, no line wider than so many cells. */
void must_be_lines(const char *bytes, size_t size, int cells);

/* An issue that says what is wrong, and is harmless in words. */
void must_be_told(const struct file_issue *issue);

/* A table whose rows are equally long, and no cell of which is a formula. */
void must_be_csv(const char *bytes, size_t size, char separator);

/* Values of JSON, one a line or one in all, no key twice. */
void must_be_json(const char *bytes, size_t size);

/* Markdown without HTML outside of fences. */
void must_be_markdown(const char *bytes, size_t size);

/* Elements that are closed in their order; no script, no handler of events, no
 * address that anything would be fetched from. */
void must_be_markup(const char *bytes, size_t size);

#endif
