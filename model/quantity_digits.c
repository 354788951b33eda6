/*
 * The digits of a number, before and behind the point, in groups or not.
 *
 * They may have "_" between them, or "," or a space between groups of three.
 * A comma that does not stand between groups of three may be the decimal comma
 * of half the world, so that it is refused with both readings.
 */
#include <string.h>

#include "figure.h"
#include "quantity_parts.h"

/* Digits, marks between them and points, from the number's first digit on. */
static size_t figure_span(const char *at)
{
	size_t length = 0;

	while (is_digit(at[length]) ||
		(at[length] && strchr(" ,._", at[length]) &&
			is_digit(at[length + 1])))
		length++;
	return length;
}

/* The digits of a span as one number, with a point for the mark at point. */
static void span_reading(
	const char *start, const char *point, char out[FIGURE_MAX])
{
	const char *end = start + figure_span(start);
	size_t length = 0;

	for (const char *at = start; at < end; at++) {
		bool leading = *at == '0' && length == 0 && at + 1 < end &&
			       at + 1 != point;

		if ((is_digit(*at) && !leading) || at == point)
			if (length + 1 < FIGURE_MAX)
				out[length++] = at == point ? '.' : *at;
	}
	out[length] = '\0';
}

/* Could a comma here be a decimal comma? The only one, with no point after. */
static bool lone_comma(const char *start, const char *mark)
{
	const char *end = start + figure_span(start);

	for (const char *at = start; at < end; at++)
		if (at != mark && (*at == ',' || (*at == '.' && at > mark)))
			return false;
	return *mark == ',';
}

/* A mark between digits that do not form groups of three. */
static bool refuse_mark(
	struct reader *reader, const char *start, const char *mark)
{
	struct issue *issue = reader->issue;
	char span[FIGURE_MAX] = "", with_point[FIGURE_MAX], without[FIGURE_MAX];
	size_t length = figure_span(start);
	const char *point = memchr(start, '.', length);

	memcpy(span, start, length < FIGURE_MAX ? length : FIGURE_MAX - 1);
	span_reading(start, mark, with_point);
	span_reading(start, point == mark ? NULL : point, without);
	if (lone_comma(start, mark)) {
		issue_set(issue, column_of(reader, mark),
			"%s can be read in two ways", issue_quote(span).text);
		return issue_mend(issue, "write %s or %s", with_point, without);
	}
	issue_set(issue, column_of(reader, mark),
		*mark == '.' ? "%s has more than one decimal point"
			     : "%s is not in groups of three",
		issue_quote(span).text);
	return issue_mend(issue, "write %s", without);
}

static bool may_follow(char mark, char earlier, int run, bool lone_zero)
{
	if (earlier && mark != earlier)
		return false;
	if (mark == '_')
		return true;
	return earlier ? run == 3 : run <= 3 && !lone_zero;
}

/* The digits before the point. */
bool read_whole(struct reader *reader, struct decimal *decimal)
{
	const char *start = reader->at, *last = NULL; /* mark */
	int run = 0;                                  /* digits since then */

	for (;; reader->at++) {
		const char *at = reader->at;

		if (is_digit(*at)) {
			decimal_push(decimal, *at, false);
			run++;
		} else if (*at && strchr(",_ ", *at) && is_digit(at[1])) {
			bool lone_zero = run == 1 && *start == '0';

			if (!may_follow(*at, last ? *last : 0, run, lone_zero))
				return refuse_mark(reader, start, at);
			last = at;
			run = 0;
		} else {
			break;
		}
	}
	if (last && *last != '_' && run != 3)
		return refuse_mark(reader, start, last);
	return true;
}

/* The point and the digits behind it, if there are any. */
bool read_fraction(
	struct reader *reader, const char *start, struct decimal *decimal)
{
	if (reader->at[0] != '.' || reader->at[1] == '.')
		return true;
	reader->at++;
	if (!is_digit(*reader->at))
		return read_refuse(reader);
	for (; is_digit(*reader->at) ||
		(*reader->at == '_' && is_digit(reader->at[1]));
		reader->at++)
		if (*reader->at != '_')
			decimal_push(decimal, *reader->at, true);
	if ((*reader->at == ',' || *reader->at == '.') &&
		is_digit(reader->at[1]))
		return refuse_mark(reader, start, reader->at);
	return true;
}
