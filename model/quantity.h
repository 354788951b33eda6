/*
 * A quantity as people write it: "500k to 2M", "2%", "$1,200", "30..60".
 *
 * The grammar is the one that help and README show: a number or a range of
 * two, with a currency sign, groups of three, an exponent or a suffix. Reading
 * and writing never depend on the locale. What could be read in two ways is
 * refused with both readings.
 */
#ifndef MODEL_QUANTITY_H
#define MODEL_QUANTITY_H

#include <stdbool.h>
#include <stddef.h>

#include "issue.h"

/* A point (low == high), or a 90 % range from its 5th to its 95th percentile.
 */
struct quantity {
	double low, high;
};

/* How a range is spread between its ends, and what may be written. */
enum kind {
	KIND_POSITIVE, /* lognormal between positive ends */
	KIND_FRACTION, /* logit-normal strictly between 0 and 1 */
	KIND_SIGNED,   /* normal */
	KIND_WHOLE,    /* an integer, never a range */
	KIND_SWITCH,   /* true or false */
	KIND_CHOICE,   /* one of a few words */
	KIND_TEXT,     /* free text, one line */
	KIND_DATE,     /* YYYY-MM-DD or nothing */
};

/* The normal quantile of 0.95: a range holds 90 % of what may happen. */
#define QUANTITY_Z 1.6448536269514722

/*
 * Read text; currency is the session's label, accepted before a number beside
 * the signs of dollar, euro, pound and yen. On failure the issue has the
 * column of the first byte that cannot be read, and nothing else is written.
 */
bool quantity_read(const char *text, const char *currency,
	struct quantity *quantity, struct issue *issue);

bool quantity_is_range(struct quantity quantity);

/* Which of the three shapes a range of this kind takes between these ends. */
enum shape { SHAPE_POINT, SHAPE_NORMAL, SHAPE_LOGNORMAL, SHAPE_LOGITNORMAL };
enum shape quantity_shape(struct quantity quantity, enum kind kind);

/*
 * The value at a standard normal deviate: 0 gives the median (the base
 * value), -QUANTITY_Z the low end, +QUANTITY_Z the high end. Not clamped.
 */
double quantity_at(struct quantity quantity, enum kind kind, double deviate);

/* The median, which all deterministic results use. */
double quantity_base(struct quantity quantity, enum kind kind);

#endif
