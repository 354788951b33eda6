/*
 * What is remarkable about an entry of the catalogue, as letters behind it.
 */
#ifndef MODEL_ITEM_MARKS_H
#define MODEL_ITEM_MARKS_H

#include "catalogue.h"

enum item_mark {
	MARK_RETIRES,
	MARK_RETIRED,
	MARK_CLOSES,
	MARK_CLOSED,
	MARK_ANNOUNCED,
	MARK_DOUBTFUL,
	MARK_OWN,
	ITEM_MARKS
};

struct item_mark_row {
	char letter;
	const char *meaning;
};
extern const struct item_mark_row item_mark_table[ITEM_MARKS];

/* A bit each, on a day. */
unsigned item_marks(const struct item *item, int day);

#endif
