#include "figure.h"

#include <float.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "decimal.h"

enum { PLAIN_MIN = -6, PLAIN_MAX = 15 }; /* decimal exponents written plainly */

/* The power of ten of the first digit: 0 for 1..9.99; 0 for 0. */
static long exponent_of(const struct decimal *decimal)
{
	return decimal->count ? decimal->power + decimal->count - 1 : 0;
}

static char digit_at(const struct decimal *decimal, long place)
{
	long index = exponent_of(decimal) - place;

	return index >= 0 && index < decimal->count ? decimal->digits[index]
						    : '0';
}

/* Digits with the decimal point where it belongs: 0.02, 1500, 39376.9. */
static void write_plain(char *out, const struct decimal *decimal)
{
	long exponent = exponent_of(decimal);
	long last = decimal->count && decimal->power < 0 ? decimal->power : 0;

	for (long place = exponent > 0 ? exponent : 0; place >= last; place--) {
		if (place == -1)
			*out++ = '.';
		*out++ = digit_at(decimal, place);
	}
	*out = '\0';
}

static void write_exponent(char *out, struct decimal decimal)
{
	long exponent = exponent_of(&decimal);

	decimal.power = 1 - decimal.count;
	write_plain(out, &decimal);
	sprintf(out + strlen(out), "e%c%02ld", exponent < 0 ? '-' : '+',
		exponent < 0 ? -exponent : exponent);
}

static void write_decimal(char *out, const struct decimal *decimal)
{
	long exponent = exponent_of(decimal);

	if (exponent < PLAIN_MIN || exponent >= PLAIN_MAX)
		write_exponent(out, *decimal);
	else
		write_plain(out, decimal);
}

/* Three digits and a suffix; too large or too small for one: an exponent. */
static void write_short(char *out, double value)
{
	static const char suffixes[] = {'\0', 'k', 'M', 'B', 'T'};
	struct decimal decimal;
	long exponent;

	decimal_round(&decimal, value, 3);
	exponent = exponent_of(&decimal);
	if (exponent < 3 || exponent >= PLAIN_MAX) {
		write_decimal(out, &decimal);
		return;
	}
	decimal.power -= exponent / 3 * 3;
	write_plain(out, &decimal);
	sprintf(out + strlen(out), "%c", suffixes[exponent / 3]);
}

/* Sign, label and the words of the number; the only place with a sign. */
static int finish(char *out, size_t size, double value, const char *label,
	const char *digits)
{
	const char *sign = value < 0 ? "-" : "";

	if (isnan(value))
		return snprintf(out, size, "nan");
	return snprintf(out, size, "%s%s%s", sign, label,
		isinf(value) ? "inf" : digits);
}

/* A label that ends in a letter or a dot stands apart: CHF 18k, but US$18k. */
static bool ends_in_sign(const char *label)
{
	const unsigned char *end = (const unsigned char *)strchr(label, '\0');
	size_t length = strlen(label);

	if (length >= 3 && end[-3] == 0xe2 && (end[-2] & 0xfe) == 0x82)
		return true; /* U+2080..: euro, rupee, won... */
	if (length >= 2 && end[-2] == 0xc2 && end[-1] >= 0xa2 &&
		end[-1] <= 0xa5)
		return true; /* cent, pound, yen */
	return length == 0 || end[-1] == '$';
}

static int finish_money(char *out, size_t size, double value,
	const char *currency, const char *digits)
{
	char label[FIGURE_MAX];

	snprintf(label, sizeof(label), "%s%s", currency,
		ends_in_sign(currency) ? "" : " ");
	return finish(out, size, value, label, digits);
}

int figure_short(char *out, size_t size, double value)
{
	char digits[FIGURE_MAX] = "";

	if (isfinite(value))
		write_short(digits, value);
	return finish(out, size, value, "", digits);
}

int figure_money(char *out, size_t size, double value, const char *currency)
{
	char digits[FIGURE_MAX] = "";

	if (isfinite(value))
		write_short(digits, value);
	return finish_money(out, size, value, currency, digits);
}

/* printf rounds to the last digit wanted, and to nothing else it can add: what
 * is not a digit is the locale's decimal point. */
static void write_ledger(char *out, double value, int cents)
{
	char text[FIGURE_MAX];
	int left = 0;

	snprintf(text, sizeof(text), "%.*f", cents, fabs(value));
	for (const char *at = text; *at; at++)
		left += *at >= '0' && *at <= '9';
	left -= cents;
	for (const char *at = text; *at; at++) {
		if (*at < '0' || *at > '9')
			continue;
		*out++ = *at;
		if (--left == 0 && cents)
			*out++ = '.';
		else if (left > 0 && left % 3 == 0)
			*out++ = ',';
	}
	*out = '\0';
}

/* Less than a cent, and more than a ledger is wide, are not ledger figures. */
int figure_ledger(char *out, size_t size, double value, const char *currency)
{
	char digits[FIGURE_MAX] = "";
	double amount = fabs(value);

	if (amount == 0 || amount < 0.01 || !(amount < 1e15))
		return figure_money(out, size, value, currency);
	write_ledger(digits, value, fabs(value) < 99.995 ? 2 : 0);
	return finish_money(out, size, value, currency, digits);
}

int figure_cents(char *out, size_t size, double value, const char *currency)
{
	char digits[FIGURE_MAX] = "";

	if (!(fabs(value) < 1e15))
		return figure_money(out, size, value, currency);
	write_ledger(digits, value, 2);
	return finish_money(out, size, value, currency, digits);
}

int figure_percent(char *out, size_t size, double fraction)
{
	char digits[FIGURE_MAX] = "";
	struct decimal decimal;

	if (isfinite(fraction)) {
		decimal_round(&decimal, fraction, 3);
		decimal.power += 2;
		write_decimal(digits, &decimal);
	} else {
		strcpy(digits, "inf");
	}
	strcat(digits, "%");
	return finish(out, size, fraction, "", digits);
}

/* 17 digits always suffice. What fits in DBL_DIG comes out of so many, as its
 * zeros are dropped: fewer are tried only where doubles have less precision. */
int figure_exact(char *out, size_t size, double value)
{
	char text[FIGURE_MAX] = "";
	struct decimal decimal;
	int digits = fabs(value) < DBL_MIN ? 1 : DBL_DIG;

	if (isfinite(value)) {
		do
			decimal_round(&decimal, value, digits);
		while (digits++ < 17 &&
			decimal_value(&decimal, 0) != fabs(value));
		write_decimal(text, &decimal);
	}
	return finish(out, size, value, "", text);
}
