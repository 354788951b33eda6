#include "reader_number.h"

#include <stdlib.h>
#include <string.h>

#define DIGITS "0123456789"

/* The suffix that keeps an integer's value: none, L, or .0 when not even 64
 * bits hold it. */
static const char *integer_suffix(
	const char *digits, size_t count, int base, bool negative)
{
	unsigned long long value = 0, radix = (unsigned long long)base;
	unsigned long long most = negative ? 1ULL << 63 : (1ULL << 63) - 1;

	for (size_t i = 0; i < count; i++) {
		char digit[2] = {digits[i], '\0'};
		unsigned long long unit = strtoull(digit, NULL, base);

		if (value > (most - unit) / radix)
			return ".0";
		value = value * radix + unit;
	}
	return value <= (negative ? 1ULL << 31 : (1ULL << 31) - 1) ? "" : "L";
}

/* Behind an integer: L or LL, which ask for 64 bits. */
static void take_suffix(struct number *number, const char *rest)
{
	size_t given = strspn(rest, "L");

	number->length += given;
	if (given && !*number->suffix)
		number->suffix = "L";
}

static struct number hexadecimal(const char *text)
{
	size_t count = strspn(text + 2, DIGITS "abcdefABCDEF");
	struct number number = {.length = 2 + count,
		.digits = text,
		.kept = 2 + count,
		.suffix = integer_suffix(text + 2, count, 16, false)};

	if (*number.suffix == '.') {
		number.wrong = "this number is too large";
		number.mend = "write it in decimal";
	}
	take_suffix(&number, text + number.length);
	return number;
}

static struct number integer(const char *text, size_t sign, size_t count)
{
	const char *digits = text + sign;
	size_t zeros = strspn(digits, "0");
	struct number number = {
		.length = sign + count, .negative = *text == '-'};

	zeros -= zeros == count;
	number.digits = digits + zeros;
	number.kept = count - zeros;
	number.suffix =
		integer_suffix(number.digits, number.kept, 10, number.negative);
	take_suffix(&number, text + number.length);
	return number;
}

/* Bytes of an exponent that stands here, or 0. */
static size_t exponent(const char *text)
{
	size_t sign, count;

	if (*text != 'e' && *text != 'E')
		return 0;
	sign = text[1] == '+' || text[1] == '-';
	count = strspn(text + 1 + sign, DIGITS);
	return count ? 1 + sign + count : 0;
}

struct number reader_number(const char *text)
{
	size_t sign = *text == '-' || *text == '+';
	size_t whole = strspn(text + sign, DIGITS);
	const char *rest = text + sign + whole;
	size_t fraction = *rest == '.' ? 1 + strspn(rest + 1, DIGITS) : 0;
	size_t kept = whole + fraction + exponent(rest + fraction);

	if (!whole && fraction < 2)
		return (struct number){.wrong = "this is no number",
			.mend = "a number has digits: 0.5"};
	if (!sign && *text == '0' && (*rest == 'x' || *rest == 'X'))
		return hexadecimal(text);
	if (kept == whole)
		return integer(text, sign, whole);
	return (struct number){.length = sign + kept,
		.negative = *text == '-',
		.digits = text + sign,
		.kept = kept,
		.suffix = ""};
}
