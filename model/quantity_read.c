/*
 * Reading a quantity, by hand and from left to right:
 *
 *   quantity := number | number ("to" | "..") number
 *   number   := ["-"] [currency] digits[.digits][e[+|-]digits] [suffix]
 *
 * A number is kept as its decimal digits until both ends are known, because a
 * suffix may come from the other end, and moves the decimal point before
 * anything is rounded: 95% is the double 0.95, and not 95 times 0.01.
 */
#include "quantity.h"

#include <math.h>
#include <string.h>

#include "figure.h"
#include "quantity_parts.h"

#define EXAMPLES                                                               \
	"write a number such as 1500, 2.5k or 3%%, or a range "                \
	"such as 500k to 2M"

/* Beyond it every number is too large or 0, whatever its digits. */
#define EXPONENT_MAX 100000000L

struct number {
	const char *start;
	const char *currency; /* in the text; NULL: none */
	size_t currency_length;
	bool negative;
	bool has_exponent;
	struct decimal decimal;
	char suffix; /* in lower case; 0: none */
};

/* ---- small steps -------------------------------------------------------- */

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_word(char c)
{
	return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'z') || c == '%';
}

static const char *past_blanks(const char *at)
{
	return at + strspn(at, " \t");
}

static bool at_to(const char *at)
{
	return lower(at[0]) == 't' && lower(at[1]) == 'o';
}

bool read_refuse(struct reader *reader)
{
	const char *at = reader->at;

	if (*past_blanks(reader->text) == '\0')
		issue_set(reader->issue, 1, "there is no number here");
	else if (*at == '\0')
		issue_set(reader->issue, column_of(reader, at),
			"%s ends where a number is missing",
			issue_quote(reader->text).text);
	else
		issue_set(reader->issue, column_of(reader, at),
			"cannot read %s in %s", issue_quote(at).text,
			issue_quote(reader->text).text);
	return issue_mend(reader->issue, EXAMPLES);
}

/* ---- the rest of a number ----------------------------------------------- */

static bool read_exponent(struct reader *reader, struct number *number)
{
	bool negative;
	long exponent = 0;

	if (lower(*reader->at) != 'e')
		return true;
	reader->at++;
	negative = *reader->at == '-';
	if (*reader->at == '-' || *reader->at == '+')
		reader->at++;
	if (!is_digit(*reader->at))
		return read_refuse(reader);
	for (; is_digit(*reader->at) ||
		(*reader->at == '_' && is_digit(reader->at[1]));
		reader->at++)
		if (*reader->at != '_' && exponent < EXPONENT_MAX)
			exponent = 10 * exponent + (*reader->at - '0');
	number->decimal.power += negative ? -exponent : exponent;
	number->has_exponent = true;
	return true;
}

/* "1 to 2" and "1to 2" hold no suffix t. */
static bool read_suffix(struct reader *reader, struct number *number)
{
	const char *at = past_blanks(reader->at);

	if (!*at || !strchr("kmbgt%", lower(*at)) || at_to(at))
		return true;
	if (is_word(at[1]) && !at_to(at + 1))
		return true;
	if (number->has_exponent) {
		issue_set(reader->issue, column_of(reader, at),
			"%s has both an exponent and a suffix",
			issue_quote(reader->text).text);
		return issue_mend(reader->issue,
			"write one of the two, as in 1.5e6 or 1.5M");
	}
	number->suffix = lower(*at);
	reader->at = at + 1;
	return true;
}

static void read_currency(struct reader *reader, struct number *number)
{
	const char *const signs[] = {
		reader->currency ? reader->currency : "", "$", "€", "£", "¥"};

	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++) {
		size_t length = strlen(signs[i]);

		if (!length || strncmp(reader->at, signs[i], length) != 0)
			continue;
		number->currency = reader->at;
		number->currency_length = length;
		reader->at = past_blanks(reader->at + length);
		return;
	}
}

static bool read_number(struct reader *reader, struct number *number)
{
	const char *start;

	*number = (struct number){.start = reader->at};
	if (*reader->at == '-') {
		number->negative = true;
		reader->at++;
	}
	read_currency(reader, number);
	start = reader->at;
	if (!is_digit(*start))
		return read_refuse(reader);
	return read_whole(reader, &number->decimal) &&
	       read_fraction(reader, start, &number->decimal) &&
	       read_exponent(reader, number) && read_suffix(reader, number);
}

/* ---- values ------------------------------------------------------------- */

static int suffix_power(char suffix)
{
	switch (suffix) {
	case 'k': return 3;
	case 'm': return 6;
	case 'b':
	case 'g': return 9;
	case 't': return 12;
	case '%': return -2;
	default: return 0;
	}
}

static double number_value(const struct number *number, char suffix)
{
	double value = decimal_value(&number->decimal, suffix_power(suffix));

	/* Nobody means a negative zero. */
	return number->negative && value > 0 ? -value : value;
}

static bool evaluate_number(
	struct reader *reader, const struct number *number, double *value)
{
	*value = number_value(number, number->suffix);
	if (isfinite(*value))
		return true;
	issue_set(reader->issue, column_of(reader, number->start),
		"%s is too large to count with",
		issue_quote(reader->text).text);
	return issue_mend(reader->issue, EXAMPLES);
}

/* % on one number alone holds for both; so does another suffix on the second
 * alone, if the first is the smaller as it was typed. */
static void share_suffix(struct number *first, struct number *second)
{
	if (first->suffix == '%' && !second->suffix)
		second->suffix = '%';
	else if (second->suffix == '%' && !first->suffix)
		first->suffix = '%';
	else if (second->suffix && !first->suffix &&
		 number_value(first, 0) < number_value(second, 0))
		first->suffix = second->suffix;
}

static bool same_currency(struct reader *reader, const struct number *first,
	const struct number *second)
{
	if (!first->currency || !second->currency)
		return true;
	if (first->currency_length == second->currency_length &&
		!memcmp(first->currency, second->currency,
			first->currency_length))
		return true;
	issue_set(reader->issue, column_of(reader, second->currency),
		"%s has two currencies", issue_quote(reader->text).text);
	return issue_mend(
		reader->issue, "write both ends in the same currency");
}

static bool read_to(struct reader *reader)
{
	bool dots = reader->at[0] == '.' && reader->at[1] == '.';

	if (!dots && !at_to(reader->at))
		return read_refuse(reader);
	reader->at = past_blanks(reader->at + 2);
	return true;
}

static bool in_order(struct reader *reader, const struct number *second,
	struct quantity quantity)
{
	char low[FIGURE_MAX], high[FIGURE_MAX];

	if (quantity.low <= quantity.high)
		return true;
	figure_exact(low, sizeof(low), quantity.high);
	figure_exact(high, sizeof(high), quantity.low);
	issue_set(reader->issue, column_of(reader, second->start),
		"%s runs backwards", issue_quote(reader->text).text);
	return issue_mend(reader->issue,
		"write the smaller end first: %s to %s", low, high);
}

static bool read_range(
	struct reader *reader, struct number *first, struct quantity *quantity)
{
	struct number second;

	if (!read_to(reader) || !read_number(reader, &second))
		return false;
	reader->at = past_blanks(reader->at);
	if (*reader->at)
		return read_refuse(reader);
	share_suffix(first, &second);
	return same_currency(reader, first, &second) &&
	       evaluate_number(reader, first, &quantity->low) &&
	       evaluate_number(reader, &second, &quantity->high) &&
	       in_order(reader, &second, *quantity);
}

bool quantity_read(const char *text, const char *currency,
	struct quantity *quantity, struct issue *issue)
{
	struct reader reader = {.text = text,
		.at = past_blanks(text),
		.currency = currency,
		.issue = issue};
	struct number first;
	struct quantity read;

	if (!read_number(&reader, &first))
		return false;
	reader.at = past_blanks(reader.at);
	if (*reader.at) {
		if (!read_range(&reader, &first, &read))
			return false;
	} else {
		if (!evaluate_number(&reader, &first, &read.low))
			return false;
		read.high = read.low;
	}
	*quantity = read;
	return true;
}
