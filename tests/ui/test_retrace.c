#include "retrace.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static struct retrace retrace;
static char text[RETRACE_BYTES / 2];
static size_t cursor;

static void now(const char *after, bool open)
{
	retrace_note(&retrace, text, after, open);
	snprintf(text, sizeof(text), "%s", after);
}

static void back(const char *expected, size_t at)
{
	cr_expect(retrace_back(&retrace, text, &cursor));
	cr_expect_str_eq(text, expected);
	cr_expect_eq(cursor, at, "cursor at %zu", cursor);
}

static void forth(const char *expected, size_t at)
{
	cr_expect(retrace_forth(&retrace, text, &cursor));
	cr_expect_str_eq(text, expected);
	cr_expect_eq(cursor, at, "cursor at %zu", cursor);
}

Test(retrace, steps_go_back_and_forth)
{
	now("500", false);
	now("50", false);
	now("1500", false);
	back("50", 1);
	back("500", 3);
	back("", 0);
	cr_expect_not(retrace_back(&retrace, text, &cursor));
	forth("500", 3);
	forth("50", 2);
	now("5", false);
	cr_expect_not(retrace_forth(&retrace, text, &cursor));
	back("50", 2);
}

Test(retrace, typing_is_one_step_until_it_is_closed_or_elsewhere)
{
	now("a", true);
	now("ab", true);
	now("abc", true);
	retrace_close(&retrace);
	now("abc ", true);
	now("abc d", true);
	now("xabc d", true);
	back("abc d", 0);
	back("abc", 3);
	back("", 0);
}

Test(retrace, no_change_is_no_step)
{
	now("a", false);
	now("a", true);
	back("", 0);
	cr_expect_not(retrace_back(&retrace, text, &cursor));
}

Test(retrace, without_room_the_oldest_are_forgotten)
{
	static char large[4001];

	for (int i = 0; i < 2 * RETRACE_STEPS; i++)
		now(i % 2 ? "a" : "b", false);
	for (int i = 0; i < RETRACE_STEPS; i++)
		cr_expect(retrace_back(&retrace, text, &cursor));
	cr_expect_not(retrace_back(&retrace, text, &cursor));
	for (int i = 0; i < 20; i++) {
		memset(large, 'a' + i, 4000);
		now(large, false);
	}
	for (int i = 18; i >= 17; i--) {
		memset(large, 'a' + i, 4000);
		back(large, 4000);
	}
	cr_expect_not(retrace_back(&retrace, text, &cursor),
		"a third one of this size had no room");
}
