#include "decimal.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

void decimal_push(struct decimal *decimal, char digit, bool behind_point)
{
	if (behind_point)
		decimal->power--;
	if (decimal->count == 0 && digit == '0')
		return;
	if (decimal->count < DECIMAL_DIGITS) {
		decimal->digits[decimal->count++] = digit;
		return;
	}
	decimal->power++;
	decimal->more |= digit != '0';
}

/*
 * Up to 15 digits are a double exactly, and so are the powers of ten up to
 * 22: one division or product of the two is rounded correctly.
 */
static bool simple_value(
	const struct decimal *decimal, long power, double *value)
{
	static const double tens[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7,
		1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
		1e19, 1e20, 1e21, 1e22};
	double whole = 0;

	if (decimal->count > 15 || power < -22 || power > 22)
		return false;
	for (int i = 0; i < decimal->count; i++)
		whole = whole * 10 + (decimal->digits[i] - '0');
	*value = power < 0 ? whole / tens[-power] : whole * tens[power];
	return true;
}

double decimal_value(const struct decimal *decimal, long shift)
{
	char text[DECIMAL_DIGITS + 32];
	long power = decimal->power + shift;
	double value;

	if (simple_value(decimal, power, &value))
		return value;
	/* Digits left out are worth less than one more digit, above 0. */
	snprintf(text, sizeof(text), "%.*s%se%ld", decimal->count,
		decimal->digits, decimal->more ? "1" : "",
		decimal->more ? power - 1 : power);
	return strtod(text, NULL);
}

void decimal_round(struct decimal *decimal, double value, int digits)
{
	char text[40];
	const char *at = text;

	*decimal = (struct decimal){0};
	snprintf(text, sizeof(text), "%.*e", digits - 1, fabs(value));
	for (; *at != 'e'; at++)
		if (*at >= '0' && *at <= '9')
			decimal_push(decimal, *at, false);
	if (decimal->count == 0)
		return;
	decimal->power = strtol(at + 1, NULL, 10) - (decimal->count - 1);
	while (decimal->digits[decimal->count - 1] == '0') {
		decimal->count--;
		decimal->power++;
	}
}
