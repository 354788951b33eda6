#include "day.h"

#include <criterion/criterion.h>

static void expect_day(const char *text, int wanted)
{
	char back[DAY_MAX];
	int day = -1;

	cr_assert(day_read(text, &day), "%s", text);
	cr_expect_eq(day, wanted, "%s is %d", text, day);
	day_write(back, day);
	cr_expect_str_eq(back, day > 0 ? text : "");
}

/* The numbers are those of "date -u -d DAY +%s" over 86,400. */
Test(day, a_day_is_a_number_and_back)
{
	expect_day("1970-01-01", 0);
	expect_day("1970-01-02", 1);
	expect_day("1999-12-31", 10956);
	expect_day("2000-02-29", 11016);
	expect_day("2000-03-01", 11017);
	expect_day("2026-11-24", 20781);
	expect_day("2027-01-06", 20824);
	expect_day("2100-02-28", 47540);
	expect_day("2100-03-01", 47541);
	expect_day("9999-12-31", 2932896);
}

Test(day, days_follow_one_another)
{
	char text[DAY_MAX];
	int again;

	for (int day = 1; day < 60000; day++) {
		day_write(text, day);
		cr_assert(day_read(text, &again), "%d: %s", day, text);
		cr_assert_eq(again, day, "%s", text);
	}
}

Test(day, what_is_no_day_is_refused)
{
	static const char *const texts[] = {"", "2026", "2026-11", "2026-1-24",
		"24.11.2026", "2026-11-24 ", " 2026-11-24", "2026-11-31",
		"2026-02-29", "2100-02-29", "2026-00-10", "2026-13-10",
		"2026-10-00", "1969-12-31", "2026/11/24", "2026-1a-24",
		"12026-11-24", "-026-11-24"};
	int day = 7;

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		cr_expect_not(day_read(texts[i], &day), "%s", texts[i]);
	cr_expect_eq(day, 7, "left alone");
}
