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

double decimal_value(const struct decimal *decimal, long shift)
{
	char text[DECIMAL_DIGITS + 32];
	long power = decimal->power + shift;

	if (decimal->count == 0)
		return 0;
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
