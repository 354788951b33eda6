#include "decimal.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>

enum { DRAWS = 200000 };

static unsigned int next(unsigned int *state)
{
	*state = *state * 1664525 + 1013904223;
	return *state >> 8;
}

/* Short ones take a road of their own: the C library is the reference. */
Test(decimal, every_road_leads_to_the_nearest_double)
{
	unsigned int state = 20261124;

	for (int i = 0; i < DRAWS; i++) {
		struct decimal decimal = {.power = 0};
		int count = 1 + (int)(next(&state) % 19);
		long power = (long)(next(&state) % 60) - 30;
		char text[64];
		int used = 0;
		double value;

		for (int j = 0; j < count; j++) {
			char digit = (char)('0' + next(&state) % 10);

			decimal_push(&decimal, digit, false);
			text[used++] = digit;
		}
		snprintf(text + used, sizeof(text) - (size_t)used, "e%ld",
			power);
		value = decimal_value(&decimal, power);
		cr_assert(value == strtod(text, NULL), "%s is %.17g, not %.17g",
			text, strtod(text, NULL), value);
	}
}
