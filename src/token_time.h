/*
 * Times of log lines: seconds since 1970 in UTC.
 */
#ifndef SRC_TOKEN_TIME_H
#define SRC_TOKEN_TIME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { TOKEN_DAY = 86400 }; /* seconds */

/* From 2015 on, before 2100: anything else is no time of a request. */
#define TOKEN_TIME_MIN INT64_C(1420070400)
#define TOKEN_TIME_MAX INT64_C(4102444800)

/* Seconds or milliseconds since 1970, as logs write them. False: neither can
 * be meant. */
bool token_time_number(double number, int64_t *time);

/* ISO 8601 as in "2026-10-31T23:59:59.123Z", with a blank for the T, with an
 * offset, or without both and then taken for UTC; or a day alone. */
bool token_time_text(const char *text, size_t size, int64_t *time);

/* "2026-10-31" */
struct token_date {
	char text[16];
};
struct token_date token_time_date(int64_t time);

#endif
