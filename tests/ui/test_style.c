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
	{"#5f87af", {1 << 24 | 0x5f87af, -1, 0, 0, 0, 0}},
	{"#5F87AF on #000000", {1 << 24 | 0x5f87af, 1 << 24, 0, 0, 0, 0}},
	{"#818181", {1 << 24 | 0x818181, -1, 0, 0, 0, 0}},
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
	cr_expect_eq(colour_nearest(COLOUR_DEFAULT, 8), COLOUR_DEFAULT);
	cr_expect_eq(colour_nearest(160, 256), 160);
	cr_expect_eq(colour_nearest(160, 16), 1);
	cr_expect_eq(colour_nearest(160, 8), 1);
	cr_expect_eq(colour_nearest(196, 16), 9);
	cr_expect_eq(colour_nearest(231, 16), 15);
	cr_expect_eq(colour_nearest(231, 8), 7);
	cr_expect_eq(colour_nearest(16, 8), 0);
	cr_expect_eq(colour_nearest(12, 8), 4);
	cr_expect_eq(colour_nearest(8, 8), 7, "grey must not become black");
	cr_expect_eq(colour_nearest(160, 2), COLOUR_DEFAULT);
}

Test(style, any_colour_takes_the_nearest_of_those_there_are)
{
	const int steel = colour_of_rgb(0x5f87af),
		  grey = colour_of_rgb(0x818181);

	cr_expect_eq(colour_nearest(steel, 1 << 24), steel);
	cr_expect_eq(colour_nearest(steel, 256), 67);
	cr_expect_eq(colour_nearest(grey, 256), 244, "a grey stays grey");
	cr_expect_eq(colour_nearest(grey, 16), 8);
	cr_expect_eq(colour_nearest(colour_of_rgb(0), 256), 16,
		"not one of those that users change");
	cr_expect_eq(colour_nearest(colour_of_rgb(0xff2020), 16), 9);
	cr_expect_eq(colour_nearest(colour_of_rgb(0xff2020), 8), 1);
	cr_expect_eq(colour_nearest(steel, 88), colour_nearest(steel, 16));
}

Test(style, ink_can_be_read_on_its_paper_with_any_number_of_colours)
{
	for (int paper = 0; paper < 0x1000000; paper += 0x3f3b1d)
		for (int ink = 0; ink < 0x1000000; ink += 0x1f2d13) {
			const double wanted = colour_contrast(
				colour_of_rgb(ink), colour_of_rgb(paper));

			for (int colours = 8; colours <= 256; colours *= 2) {
				int fg = colour_of_rgb(ink);
				int bg = colour_of_rgb(paper);
				double least = colours < 256 ? 3.0 : 4.5;

				colour_pair(&fg, &bg, colours);
				cr_assert_lt(fg, colours);
				cr_assert_lt(bg, colours);
				cr_assert_geq(colour_contrast(fg, bg),
					wanted < least ? wanted : least,
					"%06x on %06x with %d: %d on %d", ink,
					paper, colours, fg, bg);
			}
		}
}

Test(style, what_the_terminal_has_is_left_as_it_is)
{
	int fg = 4, bg = 0;

	colour_pair(&fg, &bg, 256);
	cr_expect_eq(fg, 4);
	cr_expect_eq(bg, 0);
	fg = COLOUR_DEFAULT;
	bg = colour_of_rgb(0xfdf6e3);
	colour_pair(&fg, &bg, 8);
	cr_expect_eq(fg, COLOUR_DEFAULT);
	cr_expect_eq(bg, 7);
}

Test(style, the_nearest_is_one_of_those_there_are)
{
	for (int colour = -1; colour < 256; colour++) {
		cr_expect_lt(colour_nearest(colour, 8), 8);
		cr_expect_lt(colour_nearest(colour, 16), 16);
		cr_expect_eq(colour_nearest(colour, 256), colour);
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
