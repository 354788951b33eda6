#include "quantity.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <math.h>
#include <string.h>

/* ---- what can be read -------------------------------------------------------
 */

struct good {
	const char *text;
	double low, high;
};

static const struct good goods[] = {
	/* plain numbers */
	{"0", 0, 0},
	{"7", 7, 7},
	{"007", 7, 7},
	{"1500", 1500, 1500},
	{"0.02", 0.02, 0.02},
	{"39376.9", 39376.9, 39376.9},
	{"-0", 0, 0},
	{"-2.5", -2.5, -2.5},
	{"  42\t", 42, 42},
	{"0.1", 0.1, 0.1},
	/* exponents */
	{"1.5e6", 1500000, 1500000},
	{"1E3", 1000, 1000},
	{"2e+2", 200, 200},
	{"25e-3", 0.025, 0.025},
	{"1e-400", 0, 0},
	{"1.7976931348623157e308", 1.7976931348623157e308,
		1.7976931348623157e308},
	{"0e999999999999999999", 0, 0},
	/* suffixes move the point before anything is rounded */
	{"95%", 0.95, 0.95},
	{"0.1%", 0.001, 0.001},
	{"7 %", 0.07, 0.07},
	{"29%", 0.29, 0.29},
	{"57%", 0.57, 0.57},
	{"1.005k", 1005, 1005},
	{"4.35k", 4350, 4350},
	{"8.2M", 8200000, 8200000},
	{"100k", 100000, 100000},
	{"100K", 100000, 100000},
	{"2.5 M", 2500000, 2500000},
	{"3m", 3000000, 3000000},
	{"1B", 1e9, 1e9},
	{"1g", 1e9, 1e9},
	{"0.3T", 3e11, 3e11},
	{"1t", 1e12, 1e12},
	/* groups and underscores */
	{"1,000,000", 1e6, 1e6},
	{"1 000 000", 1e6, 1e6},
	{"12,345.67", 12345.67, 12345.67},
	{"123,456", 123456, 123456},
	{"1,000k", 1e6, 1e6},
	{"1 000 k", 1e6, 1e6},
	{"1_000_000", 1e6, 1e6},
	{"1_0", 10, 10},
	{"0.000_001", 1e-6, 1e-6},
	{"1,000e3", 1e6, 1e6},
	/* currencies */
	{"$1,200", 1200, 1200},
	{"-$5", -5, -5},
	{"€0.15", 0.15, 0.15},
	{"£3k", 3000, 3000},
	{"¥100 to ¥200", 100, 200},
	{"CHF 18k", 18000, 18000},
	{"CHF18k", 18000, 18000},
	{"-CHF 5", -5, -5},
	{"$1 to $2", 1, 2},
	{"CHF 1 to CHF 2", 1, 2},
	{"$500 to 2k", 500, 2000},
	/* ranges */
	{"500k to 2M", 500000, 2000000},
	{"30..60", 30, 60},
	{"30 .. 60", 30, 60},
	{"1.5..2.5", 1.5, 2.5},
	{"1to2", 1, 2},
	{"0 to 6.531k", 0, 6531},
	{"-10% to 20%", -0.1, 0.2},
	{"-20 to -10", -20, -10},
	{"1 000 to 2 000", 1000, 2000},
	{"1,000..2,000", 1000, 2000},
	{"1T to 2T", 1e12, 2e12},
	{"1tto 2t", 1e12, 2e12},
	{"5 to 5", 5, 5},
	{"1k to 1000", 1000, 1000},
	{"1e3 to 5e3", 1000, 5000},
	/* a suffix for both ends */
	{"3 to 8%", 0.03, 0.08},
	{"3% to 8", 0.03, 0.08},
	{"-3 to 8 %", -0.03, 0.08},
	{"1 to 2M", 1e6, 2e6},
	{"1..2M", 1e6, 2e6},
	{"500 to 2k", 500, 2000},
	{"2 to 2k", 2, 2000},
	{"0 to 2M", 0, 2e6},
	{"-5 to 2k", -5000, 2000},
	{"1k to 2M", 1000, 2e6},
	{"1e1 to 20%", 0.1, 0.2},
	{"1.5e6 to 2M", 1.5e6, 2e6},
};

static void expect_good(const struct good *row)
{
	struct quantity read = {-1, -2};
	struct issue issue = {.column = -1};

	cr_expect(quantity_read(row->text, "CHF", &read, &issue),
		"\"%s\" is refused: %s", row->text, issue.what);
	cr_expect(read.low == row->low && read.high == row->high,
		"\"%s\" is %.17g to %.17g", row->text, read.low, read.high);
	cr_expect_eq(
		issue.column, -1, "\"%s\": an issue without need", row->text);
}

Test(quantity, reads_what_people_write)
{
	for (size_t i = 0; i < sizeof(goods) / sizeof(*goods); i++)
		expect_good(&goods[i]);
}

/* ---- what cannot ------------------------------------------------------------
 */

struct bad {
	const char *text;
	int column;
	const char *mend; /* a part of it, or NULL */
};

static const struct bad bads[] = {
	{"", 1, "500k to 2M"},
	{"   ", 1, "500k to 2M"},
	{"abc", 1, NULL},
	{"12abc", 3, NULL},
	{"5kg", 2, NULL},
	{"5mm", 2, NULL},
	{"5x", 2, NULL},
	{".5", 1, NULL},
	{"5.", 3, NULL},
	{"+5", 1, NULL},
	{"- 5", 2, NULL},
	{"--5", 2, NULL},
	{"$-5", 2, NULL},
	{"5$", 2, NULL},
	{"$", 2, NULL},
	{"EUR 5", 1, NULL},
	{"nan", 1, NULL},
	{"inf", 1, NULL},
	{"0x10", 2, NULL},
	/* exponents */
	{"1e", 3, NULL},
	{"1e+", 4, NULL},
	{"1e3k", 4, "one of the two"},
	{"1e3 %", 5, "one of the two"},
	{"1 e3", 3, NULL},
	{"1e1.5", 4, NULL},
	/* two suffixes */
	{"5k%", 2, NULL},
	{"5k k", 4, NULL},
	/* what can be read in two ways */
	{"0,5", 2, "write 0.5 or 5"},
	{"1,2345", 2, "write 1.2345 or 12345"},
	{"12,34", 3, "write 12.34 or 1234"},
	{"0,500", 2, "write 0.500 or 500"},
	{"1234,567", 5, "write 1234.567 or 1234567"},
	{"1 000,5", 6, "write 1000.5 or 10005"},
	{"1.234,5", 6, "write 1234.5 or 1.2345"},
	{"1 to 2,5", 7, "write 2.5 or 25"},
	{"0,5k", 2, "write 0.5 or 5"},
	{"-0,25", 3, "write 0.25 or 25"},
	/* groups that are none */
	{"1,234,56", 6, "write 123456"},
	{"1,23,456", 5, "write 123456"},
	{"1,23.4", 2, "write 123.4"},
	{"1 00", 2, "write 100"},
	{"0 500", 2, "write 500"},
	{"1234 567", 5, "write 1234567"},
	{"1,000 000", 6, NULL},
	{"1_000,000", 6, NULL},
	{"1.234.567", 6, "more"},
	{"1,", 2, NULL},
	{",5", 1, NULL},
	{"1__0", 2, NULL},
	{"1_", 2, NULL},
	{"_1", 1, NULL},
	{"1,,000", 2, NULL},
	{"1  000", 4, NULL},
	{"1\t000", 3, NULL},
	/* ranges */
	{"5 to", 5, NULL},
	{"5..", 4, NULL},
	{"to 5", 1, NULL},
	{"5 to x", 6, NULL},
	{"5-10", 2, "500k to 2M"},
	{"5–10", 2, "500k to 2M"},
	{"1...2", 4, NULL},
	{"1 to 2 to 3", 8, NULL},
	{"1 2", 2, NULL},
	{"5 to 3", 6, "3 to 5"},
	{"8 to 3%", 6, "0.03 to 0.08"},
	{"1k to 2", 7, "2 to 1000"},
	{"2k to 1.5k", 7, "1500 to 2000"},
	{"-1 to -2", 7, "-2 to -1"},
	{"$1 to €2", 7, "same currency"},
	{"CHF 1 to $2", 10, "same currency"},
	/* too large */
	{"1e309", 1, NULL},
	{"1e999999999999999999999", 1, NULL},
	{"1 to 1e400", 6, NULL},
	{"-1e309", 1, NULL},
};

static void expect_bad(const struct bad *row)
{
	struct quantity read = {-1, -2};
	struct issue issue = {.column = -1};

	cr_expect_not(quantity_read(row->text, "CHF", &read, &issue),
		"\"%s\" is read as %g to %g", row->text, read.low, read.high);
	cr_expect_eq(issue.column, row->column, "\"%s\": column %d", row->text,
		issue.column);
	cr_expect(
		issue.what[0] && issue.mend[0], "\"%s\": no words", row->text);
	if (row->mend)
		cr_expect(strstr(issue.mend, row->mend) ||
				  strstr(issue.what, row->mend),
			"\"%s\": %s; %s", row->text, issue.what, issue.mend);
	cr_expect(read.low == -1 && read.high == -2, "\"%s\" wrote something",
		row->text);
}

Test(quantity, refuses_the_rest_and_says_where)
{
	for (size_t i = 0; i < sizeof(bads) / sizeof(*bads); i++)
		expect_bad(&bads[i]);
}

Test(quantity, an_issue_quotes_the_text)
{
	struct quantity read;
	struct issue issue;

	quantity_read("12abc", "$", &read, &issue);
	cr_expect(strstr(issue.what, "\"12abc\""), "%s", issue.what);
	quantity_read("5 to 3", "$", &read, &issue);
	cr_expect(strstr(issue.what, "\"5 to 3\""), "%s", issue.what);
	quantity_read("5 to", "$", &read, &issue);
	cr_expect_str_eq(issue.what, "\"5 to\" ends where a number is missing");
	quantity_read("5 to x", "$", &read, &issue);
	cr_expect_str_eq(issue.what, "cannot read \"x\" in \"5 to x\"");
}

Test(quantity, a_label_counts_only_where_it_is_the_sessions_own)
{
	struct quantity read;
	struct issue issue;

	cr_expect(quantity_read("US$5", "US$", &read, &issue));
	cr_expect(quantity_read("$5", "US$", &read, &issue));
	cr_expect(quantity_read("5", NULL, &read, &issue));
	cr_expect_not(quantity_read("CHF 5", "US$", &read, &issue));
	cr_expect_not(quantity_read("US$1 to $2", "US$", &read, &issue));
}

/* One ulp apart at the 17th digit, and behind hundreds of digits. */
Test(quantity, rounds_long_numbers_correctly)
{
	char text[2000] = "9007199254740993.";
	size_t length = strlen(text);
	struct quantity read;
	struct issue issue;

	memset(text + length, '0', 1500);
	text[length + 1500] = '\0';
	cr_assert(quantity_read(text, "$", &read, &issue));
	cr_expect_eq(read.low, 9007199254740992.0); /* a tie, to even */
	text[length + 1499] = '1';
	cr_assert(quantity_read(text, "$", &read, &issue));
	cr_expect_eq(read.low, 9007199254740994.0);
}

Test(quantity, leading_and_trailing_zeros_do_not_count)
{
	char text[4000] = "0.";
	struct quantity read;
	struct issue issue;

	memset(text + 2, '0', 2000);
	strcpy(text + 2002, "1e2001");
	cr_assert(quantity_read(text, "$", &read, &issue));
	cr_expect_eq(read.low, 1);
	text[0] = '1';
	memset(text + 1, '0', 2000);
	strcpy(text + 2001, "e-2000");
	cr_assert(quantity_read(text, "$", &read, &issue));
	cr_expect_eq(read.low, 1);
}

Test(quantity, the_locale_has_no_say)
{
	struct quantity read;
	struct issue issue;

	if (!setlocale(LC_ALL, "de_DE.UTF-8")) {
		cr_skip_test("no locale de_DE.UTF-8 here");
	}
	for (size_t i = 0; i < sizeof(goods) / sizeof(*goods); i++)
		expect_good(&goods[i]);
	cr_expect_not(quantity_read("0,5", "$", &read, &issue));
	setlocale(LC_ALL, "C");
}

/* ---- distributions ----------------------------------------------------------
 */

static void expect_near(double value, double expected)
{
	cr_expect(fabs(value - expected) <= 1e-12 * fabs(expected),
		"%.17g instead of %.17g", value, expected);
}

Test(quantity, a_positive_range_is_lognormal)
{
	struct quantity range = {100, 400};

	cr_expect_eq(quantity_shape(range, KIND_POSITIVE), SHAPE_LOGNORMAL);
	expect_near(quantity_base(range, KIND_POSITIVE), 200);
	expect_near(quantity_at(range, KIND_POSITIVE, 1),
		exp((log(100) + log(400)) / 2 +
			(log(400) - log(100)) / (2 * QUANTITY_Z)));
}

Test(quantity, a_fraction_range_is_logit_normal)
{
	struct quantity range = {0.5, 0.9};

	cr_expect_eq(quantity_shape(range, KIND_FRACTION), SHAPE_LOGITNORMAL);
	/* odds 1 and 9: the middle one is 3 */
	expect_near(quantity_base(range, KIND_FRACTION), 0.75);
	expect_near(quantity_at(range, KIND_FRACTION, -QUANTITY_Z / 2),
		sqrt(3) / (1 + sqrt(3)));
}

Test(quantity, a_signed_range_is_normal)
{
	struct quantity range = {-1, 3};

	cr_expect_eq(quantity_shape(range, KIND_SIGNED), SHAPE_NORMAL);
	expect_near(quantity_base(range, KIND_SIGNED), 1);
	expect_near(quantity_at(range, KIND_SIGNED, 1), 1 + 2 / QUANTITY_Z);
}

Test(quantity, ranges_that_touch_an_end_are_normal)
{
	struct quantity from_zero = {0, 10}, to_one = {0.5, 1};

	cr_expect_eq(quantity_shape(from_zero, KIND_POSITIVE), SHAPE_NORMAL);
	cr_expect_eq(quantity_shape(from_zero, KIND_FRACTION), SHAPE_NORMAL);
	cr_expect_eq(quantity_shape(to_one, KIND_FRACTION), SHAPE_NORMAL);
	cr_expect_eq(quantity_shape(to_one, KIND_POSITIVE), SHAPE_LOGNORMAL);
	expect_near(quantity_base(from_zero, KIND_POSITIVE), 5);
	expect_near(quantity_base(to_one, KIND_FRACTION), 0.75);
}

Test(quantity, the_ends_and_the_middle_are_exact)
{
	const struct quantity range = {0.03, 0.08};

	for (enum kind kind = KIND_POSITIVE; kind <= KIND_SIGNED; kind++) {
		cr_expect_eq(quantity_at(range, kind, -QUANTITY_Z), 0.03);
		cr_expect_eq(quantity_at(range, kind, QUANTITY_Z), 0.08);
		cr_expect_eq(quantity_at(range, kind, 0),
			quantity_base(range, kind));
	}
}

Test(quantity, a_point_stays_where_it_is)
{
	struct quantity point = {7, 7};

	cr_expect_not(quantity_is_range(point));
	cr_expect_eq(quantity_shape(point, KIND_POSITIVE), SHAPE_POINT);
	cr_expect_eq(quantity_at(point, KIND_POSITIVE, 2.5), 7);
	cr_expect_eq(quantity_base(point, KIND_SIGNED), 7);
}

Test(quantity, tiny_and_huge_ends_do_not_overflow)
{
	struct quantity tiny = {1e-300, 1e-200}, huge = {1e200, 1e300};

	expect_near(quantity_base(tiny, KIND_POSITIVE), 1e-250);
	expect_near(quantity_base(huge, KIND_POSITIVE), 1e250);
}
