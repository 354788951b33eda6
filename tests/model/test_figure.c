#include "figure.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "quantity.h"

struct row {
	double value;
	const char *text;
};

#define ROWS(table) (sizeof(table) / sizeof(*(table)))

typedef int writer(char *, size_t, double);

static void expect_rows(writer *write, const struct row *rows, size_t count)
{
	char text[FIGURE_MAX];

	for (size_t i = 0; i < count; i++) {
		int length = write(text, sizeof(text), rows[i].value);

		cr_expect_str_eq(text, rows[i].text, "%.17g is \"%s\", not %s",
			rows[i].value, text, rows[i].text);
		cr_expect_eq(length, (int)strlen(text));
	}
}

static const struct row shorts[] = {
	{0, "0"},
	{-0.0, "0"},
	{1, "1"},
	{10, "10"},
	{387, "387"},
	{999, "999"},
	{999.4, "999"},
	{999.6, "1k"},
	{1000, "1k"},
	{2400, "2.4k"},
	{387412, "387k"},
	{1.9e6, "1.9M"},
	{999900, "1M"},
	{999499, "999k"},
	{1e9, "1B"},
	{12345678901.0, "12.3B"},
	{5e12, "5T"},
	{9.99e14, "999T"},
	{9.999e14, "1e+15"},
	{1e15, "1e+15"},
	{1.234e300, "1.23e+300"},
	{0.02, "0.02"},
	{0.1 + 0.2, "0.3"},
	{1.005, "1"},
	{3.14159, "3.14"},
	{31.4159, "31.4"},
	{0.000123, "0.000123"},
	{2.5e-07, "2.5e-07"},
	{-2400, "-2.4k"},
	{-0.5, "-0.5"},
	{INFINITY, "inf"},
	{-INFINITY, "-inf"},
	{NAN, "nan"},
};

Test(figure, short_has_three_digits_and_a_suffix)
{
	expect_rows(figure_short, shorts, ROWS(shorts));
}

static const struct row percents[] = {
	{0, "0%"},
	{0.31, "31%"},
	{0.026, "2.6%"},
	{1, "100%"},
	{0.07, "7%"},
	{0.12345, "12.3%"},
	{-0.2, "-20%"},
	{10, "1000%"},
	{0.0001, "0.01%"},
};

Test(figure, percent)
{
	expect_rows(figure_percent, percents, ROWS(percents));
}

static const struct row exacts[] = {
	{0, "0"},
	{0.02, "0.02"},
	{1500, "1500"},
	{39376.9, "39376.9"},
	{1e12, "1000000000000"},
	{999999999999999.0, "999999999999999"},
	{1e15, "1e+15"},
	{1e-6, "0.000001"},
	{9e-7, "9e-07"},
	{1.5e-9, "1.5e-09"},
	{0.1 + 0.2, "0.30000000000000004"},
	{-2.5, "-2.5"},
	{1.7976931348623157e308, "1.7976931348623157e+308"},
	{5e-324, "5e-324"},
	{1.0 / 3, "0.3333333333333333"},
};

Test(figure, exact_is_plain_and_shortest)
{
	expect_rows(figure_exact, exacts, ROWS(exacts));
}

struct money {
	double value;
	const char *currency, *text;
};

typedef int money_writer(char *, size_t, double, const char *);

static void expect_money(
	money_writer *write, const struct money *rows, size_t count)
{
	char text[FIGURE_MAX];

	for (size_t i = 0; i < count; i++) {
		write(text, sizeof(text), rows[i].value, rows[i].currency);
		cr_expect_str_eq(text, rows[i].text, "\"%s\", not \"%s\"", text,
			rows[i].text);
	}
}

Test(figure, money_has_its_label_behind_the_sign)
{
	static const struct money rows[] = {
		{-18000, "$", "-$18k"},
		{0.02, "$", "$0.02"},
		{18000, "CHF", "CHF 18k"},
		{-18000, "CHF", "-CHF 18k"},
		{18000, "US$", "US$18k"},
		{5, "€", "€5"},
		{5, "£", "£5"},
		{5, "¥", "¥5"},
		{5, "₹", "₹5"},
		{5, "Kč", "Kč 5"},
		{5, "Fr.", "Fr. 5"},
		{0, "$", "$0"},
		{5, "", "5"},
		{INFINITY, "$", "$inf"},
		{NAN, "$", "nan"},
	};

	expect_money(figure_money, rows, ROWS(rows));
}

Test(figure, ledger_groups_and_cents)
{
	static const struct money rows[] = {
		{387412, "$", "$387,412"},
		{387412.5, "$", "$387,412"},
		{1000, "$", "$1,000"},
		{-1234567, "$", "-$1,234,567"},
		{100, "$", "$100"},
		{99.5, "$", "$99.50"},
		{99.994, "$", "$99.99"},
		{99.999, "$", "$100"},
		{0.02, "$", "$0.02"},
		{0.0013, "$", "$0.0013"},
		{0, "$", "$0"},
		{50, "CHF", "CHF 50.00"},
		{2e15, "$", "$2e+15"},
		{999999, "$", "$999,999"},
		{NAN, "$", "nan"},
	};

	expect_money(figure_ledger, rows, ROWS(rows));
}

/* A few thousand doubles of all magnitudes, by an LCG over their bits. */
Test(figure, exact_reads_back_as_the_same_double)
{
	uint64_t bits = 42;

	for (int i = 0; i < 5000; i++) {
		char text[FIGURE_MAX];
		struct quantity read = {0, 0};
		struct issue issue;
		double value;

		bits = bits * 6364136223846793005u + 1442695040888963407u;
		memcpy(&value, &bits, sizeof(value));
		if (!isfinite(value))
			continue;
		figure_exact(text, sizeof(text), value);
		cr_assert(quantity_read(text, "$", &read, &issue), "%s", text);
		cr_assert_eq(read.low, value, "%s is not %.17g", text, value);
	}
}

Test(figure, a_short_buffer_is_not_overrun)
{
	char text[8] = "1234567";

	figure_money(text, 4, -18000, "CHF");
	cr_expect_str_eq(text, "-CH");
	cr_expect_eq(text[4], '5');
}

Test(figure, the_locale_has_no_say)
{
	if (!setlocale(LC_ALL, "de_DE.UTF-8")) {
		cr_skip_test("no locale de_DE.UTF-8 here");
	}
	expect_rows(figure_short, shorts, ROWS(shorts));
	expect_rows(figure_percent, percents, ROWS(percents));
	expect_rows(figure_exact, exacts, ROWS(exacts));
	setlocale(LC_ALL, "C");
}

Test(figure, cents_are_there_whatever_the_amount)
{
	char text[FIGURE_MAX];

	figure_cents(text, sizeof(text), 387412.051, "$");
	cr_expect_str_eq(text, "$387,412.05");
	figure_cents(text, sizeof(text), -0.5, "$");
	cr_expect_str_eq(text, "-$0.50");
	figure_cents(text, sizeof(text), 1e18, "$");
	cr_expect(strlen(text) < 12, "%s", text);
}
