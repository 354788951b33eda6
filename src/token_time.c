/*
 * Days are counted without the C library's calendar, which would ask for the
 * time zone: years are taken to begin in March, so that the leap day is the
 * last one (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
 */
#include "token_time.h"

#include <stdio.h>

static bool is_plausible(int64_t time)
{
	return time >= TOKEN_TIME_MIN && time < TOKEN_TIME_MAX;
}

bool token_time_number(double number, int64_t *time)
{
	if (number >= (double)TOKEN_TIME_MIN * 1000)
		number /= 1000;
	if (!(number >= (double)TOKEN_TIME_MIN &&
		    number < (double)TOKEN_TIME_MAX))
		return false;
	*time = (int64_t)number;
	return true;
}

/* Day 0 is 1970-01-01. */
static int64_t day_of(int year, int month, int day)
{
	int64_t from_march = (month + 9) % 12;
	int64_t y = year - (month <= 2);

	return 365 * y + y / 4 - y / 100 + y / 400 +
	       (153 * from_march + 2) / 5 + day - 719469;
}

/* ---- reading ------------------------------------------------------------ */

struct clock_text {
	const char *at, *end;
};

static bool take(struct clock_text *text, char byte)
{
	if (text->at == text->end || *text->at != byte)
		return false;
	text->at++;
	return true;
}

/* Exactly so many digits, from least to most. */
static bool take_number(
	struct clock_text *text, int digits, int least, int most, int *number)
{
	*number = 0;
	for (int i = 0; i < digits; i++, text->at++) {
		if (text->at == text->end || *text->at < '0' || *text->at > '9')
			return false;
		*number = 10 * *number + (*text->at - '0');
	}
	return *number >= least && *number <= most;
}

static void pass_fraction(struct clock_text *text)
{
	if (!take(text, '.') && !take(text, ','))
		return;
	while (text->at < text->end && *text->at >= '0' && *text->at <= '9')
		text->at++;
}

/* "Z", "+02:00", "-0530" or nothing. */
static bool take_offset(struct clock_text *text, int *seconds)
{
	int hours, minutes = 0, sign = 1;

	*seconds = 0;
	if (text->at == text->end || take(text, 'Z') || take(text, 'z'))
		return true;
	if (take(text, '-'))
		sign = -1;
	else if (!take(text, '+'))
		return false;
	if (!take_number(text, 2, 0, 23, &hours))
		return false;
	take(text, ':');
	if (text->at < text->end && !take_number(text, 2, 0, 59, &minutes))
		return false;
	*seconds = sign * (hours * 3600 + minutes * 60);
	return true;
}

static bool take_clock(struct clock_text *text, int *seconds)
{
	int hour, minute, second = 0, offset;

	if (!take(text, 'T') && !take(text, 't') && !take(text, ' '))
		return false;
	if (!take_number(text, 2, 0, 23, &hour) || !take(text, ':') ||
		!take_number(text, 2, 0, 59, &minute))
		return false;
	if (take(text, ':')) {
		if (!take_number(text, 2, 0, 60, &second))
			return false;
		pass_fraction(text);
	}
	if (!take_offset(text, &offset))
		return false;
	*seconds = hour * 3600 + minute * 60 + second - offset;
	return true;
}

bool token_time_text(const char *bytes, size_t size, int64_t *time)
{
	struct clock_text text = {.at = bytes, .end = bytes + size};
	int year, month, day, seconds = 0;
	int64_t found;

	if (!take_number(&text, 4, 1970, 2999, &year) || !take(&text, '-') ||
		!take_number(&text, 2, 1, 12, &month) || !take(&text, '-') ||
		!take_number(&text, 2, 1, 31, &day))
		return false;
	if (text.at < text.end && !take_clock(&text, &seconds))
		return false;
	found = day_of(year, month, day) * TOKEN_DAY + seconds;
	if (text.at != text.end || !is_plausible(found))
		return false;
	*time = found;
	return true;
}

/* ---- writing ------------------------------------------------------------ */

struct token_date token_time_date(int64_t time)
{
	int64_t days = time / TOKEN_DAY;
	int year = 1970 + (int)(days / 366), month = 1;
	struct token_date date;

	while (day_of(year + 1, 1, 1) <= days)
		year++;
	while (month < 12 && day_of(year, month + 1, 1) <= days)
		month++;
	snprintf(date.text, sizeof(date.text), "%04d-%02d-%02d", year, month,
		(int)(days - day_of(year, month, 1)) + 1);
	return date;
}
