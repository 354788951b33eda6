#include "token_time.h"

#include <criterion/criterion.h>
#include <string.h>

static int64_t read_text(const char *text)
{
	int64_t time = 0;

	return token_time_text(text, strlen(text), &time) ? time : -1;
}

static int64_t read_number(double number)
{
	int64_t time = 0;

	return token_time_number(number, &time) ? time : -1;
}

Test(token_time, reads_what_logs_write)
{
	cr_expect_eq(read_text("2026-10-31T23:59:59Z"), 1793491199);
	cr_expect_eq(read_text("2026-10-31T23:59:59.999999Z"), 1793491199);
	cr_expect_eq(read_text("2026-10-31 23:59:59"), 1793491199);
	cr_expect_eq(read_text("2026-10-31T23:59:59+00:00"), 1793491199);
	cr_expect_eq(read_text("2026-11-01T01:29:59+01:30"), 1793491199);
	cr_expect_eq(read_text("2026-10-31T18:59:59-0500"), 1793491199);
	cr_expect_eq(read_text("2026-10-31T21:59-02"), 1793491140);
	cr_expect_eq(read_text("2026-10-31"), 1793404800);
	cr_expect_eq(read_text("2024-02-29"), 1709164800);
	cr_expect_eq(read_number(1793491199), 1793491199);
	cr_expect_eq(read_number(1793491199.75), 1793491199);
	cr_expect_eq(read_number(1793491199750.), 1793491199);
}

Test(token_time, refuses_what_is_no_time)
{
	static const char *const texts[] = {"", "2026", "2026-13-01",
		"2026-00-01", "2026-10-32", "2026-1-1", "2026-10-31T",
		"2026-10-31T24:00:00Z", "2026-10-31T23:59:59Zx",
		"2026-10-31T23:59:59+1", "1999-01-01", "2150-01-01",
		"31.10.2026", "yesterday", "2026-10-31T23:59:59.Z+"};

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		cr_expect_eq(read_text(texts[i]), -1, "%s", texts[i]);
	cr_expect_eq(read_number(0), -1);
	cr_expect_eq(read_number(-1e300), -1);
	cr_expect_eq(read_number(1e300), -1);
	cr_expect_eq(read_number(0. / 0.), -1);
}

Test(token_time, a_date_reads_back)
{
	for (int64_t time = TOKEN_TIME_MIN; time < TOKEN_TIME_MAX;
		time += TOKEN_DAY)
		cr_assert_eq(read_text(token_time_date(time).text), time);
	cr_expect_str_eq(token_time_date(1793491199).text, "2026-10-31");
}
