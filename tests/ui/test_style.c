#include <criterion/criterion.h>
#include <string.h>

#include "theme.h"

static const struct {
	const char *text;
	struct style style;
} good[] = {
	{"", {-1, -1, 0, 0, 0, 0}},
	{"default", {-1, -1, 0, 0, 0, 0}},
	{"red on default bold", {1, -1, 1, 0, 0, 0}},
	{"bright red on bright black", {9, 8, 0, 0, 0, 0}},
	{"244 on 17 reverse", {244, 17, 0, 0, 0, 1}},
	{"#5f87af", {67, -1, 0, 0, 0, 0}},
	{"#5F87AF on #000000", {67, 16, 0, 0, 0, 0}},
	{"#818181", {244, -1, 0, 0, 0, 0}},
	{"  default   dim\tunderline ", {-1, -1, 0, 1, 1, 0}},
	{"on 17", {-1, 17, 0, 0, 0, 0}},
	{"bold", {-1, -1, 1, 0, 0, 0}},
	{"0 on 255", {0, 255, 0, 0, 0, 0}},
};

Test(style, good_ones_are_read)
{
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		struct style style, want = good[i].style;
		struct issue issue = {0};

		cr_assert(style_read(good[i].text, &style, &issue), "%s: %s",
			good[i].text, issue.what);
		cr_expect_eq(
			style.fg, want.fg, "%s: %d", good[i].text, style.fg);
		cr_expect_eq(
			style.bg, want.bg, "%s: %d", good[i].text, style.bg);
		cr_expect_eq(style.bold, want.bold, "%s", good[i].text);
		cr_expect_eq(style.dim, want.dim, "%s", good[i].text);
		cr_expect_eq(
			style.underline, want.underline, "%s", good[i].text);
		cr_expect_eq(style.reverse, want.reverse, "%s", good[i].text);
	}
}

static const struct {
	const char *text;
	int column;
} bad[] = {
	{"rde on default", 1},
	{"256", 1},
	{"-1", 1},
	{"red blue", 5},
	{"red on", 5},
	{"red on on", 8},
	{"red on blue on green", 13},
	{"#12345", 1},
	{"#12345g", 1},
	{"bright", 1},
	{"bright default", 1},
	{"bold blink", 6},
	{"Red", 1},
	{"red,bold", 1},
};

Test(style, bad_ones_are_refused_where_they_are_bad)
{
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct style style = {.fg = 77};
		struct issue issue = {0};

		cr_expect_not(style_read(bad[i].text, &style, &issue), "%s",
			bad[i].text);
		cr_expect_eq(issue.column, bad[i].column, "%s: %d", bad[i].text,
			issue.column);
		cr_expect_neq(issue.what[0], '\0');
		cr_expect_neq(issue.mend[0], '\0');
		cr_expect_eq(style.fg, 77, "%s: left alone", bad[i].text);
	}
}

Test(style, fewer_colours_take_the_nearest)
{
	cr_expect_eq(style_nearest(COLOUR_DEFAULT, 8), COLOUR_DEFAULT);
	cr_expect_eq(style_nearest(160, 256), 160);
	cr_expect_eq(style_nearest(160, 16), 1);
	cr_expect_eq(style_nearest(160, 8), 1);
	cr_expect_eq(style_nearest(196, 16), 9);
	cr_expect_eq(style_nearest(231, 16), 15);
	cr_expect_eq(style_nearest(231, 8), 7);
	cr_expect_eq(style_nearest(16, 8), 0);
	cr_expect_eq(style_nearest(12, 8), 4);
	cr_expect_eq(style_nearest(8, 8), 7, "grey must not become black");
	cr_expect_eq(style_nearest(160, 2), COLOUR_DEFAULT);
}

Test(style, the_nearest_is_one_of_those_there_are)
{
	for (int colour = -1; colour < 256; colour++) {
		cr_expect_lt(style_nearest(colour, 8), 8);
		cr_expect_lt(style_nearest(colour, 16), 16);
		cr_expect_eq(style_nearest(colour, 256), colour);
	}
}

Test(style, every_role_has_a_name_of_its_own)
{
	for (int role = 0; role < ROLES; role++)
		cr_expect_eq(role_find(role_names[role]), role);
	cr_expect_eq(role_find("txet"), -1);
	cr_expect_eq(role_find(""), -1);
}

Test(style, the_plain_theme_needs_no_colour)
{
	struct theme theme;

	theme_plain(&theme);
	for (int role = 0; role < ROLES; role++) {
		cr_expect_eq(theme.style[role].fg, COLOUR_DEFAULT);
		cr_expect_eq(theme.style[role].bg, COLOUR_DEFAULT);
	}
	cr_expect(theme.style[ROLE_FOCUS].reverse);
	cr_expect(theme.style[ROLE_ERROR].bold);
}
