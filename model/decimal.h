/*
 * A number as decimal digits: the way in and out of text for quantity and
 * figure.
 *
 * The C library reads and prints the decimal point of the locale. No point
 * ever passes through it here: digits and a power of ten do, which look the
 * same everywhere, and which it converts with correct rounding.
 */
#ifndef MODEL_DECIMAL_H
#define MODEL_DECIMAL_H

#include <stdbool.h>

/* No double lies so close to a midpoint that more digits would count. */
#define DECIMAL_DIGITS 800

/* digits[0..count) times ten to the power; no digits: 0. Start with zeros. */
struct decimal {
	char digits[DECIMAL_DIGITS]; /* '0'..'9', the first one is not '0' */
	int count;
	bool more; /* there were further digits, not all of them 0 */
	long power;
};

/* Append a digit, before or behind the decimal point. */
void decimal_push(struct decimal *decimal, char digit, bool behind_point);

/* The nearest double to decimal * 10^shift; HUGE_VAL when it is too large. */
double decimal_value(const struct decimal *decimal, long shift);

/* Value (finite, its sign ignored) rounded to 1..17 significant digits,
 * trailing zeros dropped. */
void decimal_round(struct decimal *decimal, double value, int digits);

#endif
