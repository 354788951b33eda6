/*
 * What quantity_read.c and quantity_digits.c share; nobody else includes it.
 */
#ifndef MODEL_QUANTITY_PARTS_H
#define MODEL_QUANTITY_PARTS_H

#include "decimal.h"
#include "quantity.h"

struct reader {
	const char *text, *at; /* the whole, and what is not yet read */
	const char *currency;
	struct issue *issue;
};

static inline bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline int column_of(const struct reader *reader, const char *at)
{
	return (int)(at - reader->text) + 1;
}

/* Refuse what stands at reader->at; false. */
bool read_refuse(struct reader *reader);

/* The digits before the point, of which there is at least one. */
bool read_whole(struct reader *reader, struct decimal *decimal);

/* The point and the digits behind it, if there are any; start is where the
 * digits before it began. */
bool read_fraction(
	struct reader *reader, const char *start, struct decimal *decimal);

#endif
