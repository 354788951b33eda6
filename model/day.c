/*
 * The number of a day: a year is taken to begin in March, so that the leap
 * day is its last one, and months have lengths that a line through 153/5
 * gives (Fliegel and Van Flandern, CACM 11 (1968), p. 657).
 */
#include "day.h"

#include <stdio.h>
#include <string.h>

enum { EPOCH = 719468 }; /* days from 0000-03-01 to 1970-01-01 */

static int number(int year, int month, int day)
{
	int march_year = year - (month <= 2);
	int march_month = (month + 9) % 12;

	return 365 * march_year + march_year / 4 - march_year / 100 +
	       march_year / 400 + (153 * march_month + 2) / 5 + day - 1 - EPOCH;
}

static int month_length(int year, int month)
{
	return month == 12
		       ? 31
		       : number(year, month + 1, 1) - number(year, month, 1);
}

/* The value of some digits, or -1. */
static int digits(const char *text, int count)
{
	int value = 0;

	for (int i = 0; i < count; i++) {
		if (text[i] < '0' || text[i] > '9')
			return -1;
		value = 10 * value + text[i] - '0';
	}
	return value;
}

bool day_read(const char *text, int *day)
{
	int year, month, day_of_month;

	if (strlen(text) != DAY_MAX - 1 || text[4] != '-' || text[7] != '-')
		return false;
	year = digits(text, 4);
	month = digits(text + 5, 2);
	day_of_month = digits(text + 8, 2);
	if (year < 1970 || month < 1 || month > 12 || day_of_month < 1 ||
		day_of_month > month_length(year, month))
		return false;
	*day = number(year, month, day_of_month);
	return true;
}

void day_write(char out[DAY_MAX], int day)
{
	int year = 1970 + day / 366, month = 1;

	out[0] = '\0';
	if (day <= 0)
		return;
	while (number(year + 1, 1, 1) <= day)
		year++;
	while (month < 12 && number(year, month + 1, 1) <= day)
		month++;
	snprintf(out, DAY_MAX, "%04d-%02d-%02d", year % 10000, month,
		day - number(year, month, 1) + 1);
}
