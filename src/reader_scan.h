/*
 * What libconfig would do wrong with a text, found before it sees it.
 *
 * Refused with the line and the key: @include, texts, comments and brackets
 * that are never closed, settings given twice, and more depth or more settings
 * than memory and time allow. Integers that do not fit 32 bits are widened.
 */
#ifndef SRC_READER_SCAN_H
#define SRC_READER_SCAN_H

#include <stddef.h>

#include "file_issue.h"

enum {
	SCAN_DEPTH = 16,      /* brackets within brackets */
	SCAN_NAMES = 256,     /* settings of one group */
	SCAN_TOKENS = 300000, /* names, values and brackets in all */
};

/*
 * The text to give to libconfig, line by line as it stands in bytes, which
 * are UTF-8 with a NUL behind them and nowhere else. The caller frees; NULL:
 * refused.
 */
char *reader_scan(const char *file, const char *bytes, size_t size,
	struct file_issue *issue);

#endif
