#include "theme_file.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const ours[] = {"default", "dark", "light", "high-contrast",
	"colour-blind-dark", "colour-blind-light", "solarized-dark",
	"solarized-light", "monochrome"};

static void path_of(const char *name, char *path, size_t size)
{
	snprintf(path, size, TEST_SOURCE "/themes/%s.theme", name);
}

Test(theme_file, ours_are_read_and_name_every_role)
{
	for (size_t i = 0; i < sizeof(ours) / sizeof(ours[0]); i++) {
		char path[PATH_MAX], line[256];
		struct file_issue issue = {0};
		struct theme theme;
		bool named[ROLES] = {false};
		FILE *file;

		path_of(ours[i], path, sizeof(path));
		cr_assert(theme_file_read(path, &theme, &issue), "%s:%d: %s",
			path, issue.line, issue.issue.what);
		cr_expect_str_eq(theme.name, ours[i]);
		file = fopen(path, "r");
		while (fgets(line, sizeof(line), file)) {
			line[strcspn(line, " =\n")] = '\0';
			if (role_find(line) >= 0)
				named[role_find(line)] = true;
		}
		fclose(file);
		for (int role = 0; role < ROLES; role++)
			cr_expect(named[role], "%s does not name %s", path,
				role_names[role]);
	}
}

/* ---- can they be read? -------------------------------------------------- */

static struct theme theme_of(const char *name)
{
	char path[PATH_MAX];
	struct file_issue issue;
	struct theme theme;

	path_of(name, path, sizeof(path));
	cr_assert(theme_file_read(path, &theme, &issue), "%s", name);
	return theme;
}

static double least_contrast(const char *name, int role)
{
	if (!strcmp(name, "high-contrast"))
		return 7.0;
	return role >= ROLE_SERIES_1 ? 3.0 : 4.5;
}

/* On paper that nobody knows: no ink, or a middle one; never paper without
 * ink. */
static void check_open(const char *name, int role, const struct style *style)
{
	enum { BLACK = 16, WHITE = 231 };

	cr_expect_eq(
		style->bg, COLOUR_DEFAULT, "%s: %s", name, role_names[role]);
	if (style->fg != COLOUR_DEFAULT)
		cr_expect(colour_contrast(style->fg, BLACK) >= 3.5 &&
				  colour_contrast(style->fg, WHITE) >= 3.5,
			"%s: %s", name, role_names[role]);
}

static void check_ink(const char *name, int role, struct style style)
{
	double least = least_contrast(name, role);
	int fg = style.fg, bg = style.bg;

	cr_expect_geq(colour_contrast(fg, bg), least, "%s: %s: %.2f", name,
		role_names[role], colour_contrast(fg, bg));
	colour_pair(&fg, &bg, 256);
	cr_expect_geq(colour_contrast(fg, bg), fmin(least, 4.5),
		"%s: %s in 256 colours: %.2f", name, role_names[role],
		colour_contrast(fg, bg));
}

Test(theme_file, ink_can_be_read_on_its_paper)
{
	for (size_t i = 0; i < sizeof(ours) / sizeof(ours[0]); i++) {
		const struct theme theme = theme_of(ours[i]);

		for (int role = 0; role < ROLES; role++) {
			const struct style *style = &theme.style[role];

			if (style->fg < 0 || style->bg < 0)
				check_open(ours[i], role, style);
			else
				check_ink(ours[i], role, *style);
		}
	}
}

Test(theme_file, a_theme_with_paper_has_it_everywhere)
{
	for (size_t i = 0; i < sizeof(ours) / sizeof(ours[0]); i++) {
		const struct theme theme = theme_of(ours[i]);

		for (int role = 0; role < ROLES; role++)
			cr_expect_eq(theme.style[role].bg, theme.style[0].bg,
				"%s: %s", ours[i], role_names[role]);
	}
}

Test(theme_file, the_focus_and_what_is_wrong_need_no_colour_to_be_seen)
{
	for (size_t i = 0; i < sizeof(ours) / sizeof(ours[0]); i++) {
		const struct theme theme = theme_of(ours[i]);
		const struct style *error = &theme.style[ROLE_ERROR];

		cr_expect(theme.style[ROLE_FOCUS].reverse, "%s", ours[i]);
		cr_expect(theme.style[ROLE_EDIT].underline, "%s", ours[i]);
		cr_expect(error->bold && error->reverse, "%s", ours[i]);
	}
}

/* ---- eyes that see fewer colours ----------------------------------------- */

/*
 * What red-blind and green-blind eyes see of linear red, green and blue: G.
 * Machado, M. Oliveira, L. Fernandes, A Physiologically-based Model for
 * Simulation of Color Vision Deficiency, IEEE Transactions on Visualization
 * and Computer Graphics 15(6), 2009, at severity 1. The first row of three is
 * the usual eye.
 */
static const double eyes[][3][3] = {
	{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216},
		{-0.003882, -0.048116, 1.051998}},
	{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413},
		{-0.011820, 0.042940, 0.968881}},
};

enum { EYES = sizeof(eyes) / sizeof(eyes[0]) };

static double linear(int value)
{
	double share = (value & 255) / 255.0;

	return share <= 0.04045 ? share / 12.92
				: pow((share + 0.055) / 1.055, 2.4);
}

static double lightness(double share)
{
	return share > 0.008856 ? cbrt(share) : 7.787 * share + 16.0 / 116.0;
}

struct lab {
	double l, a, b;
};

/* CIE L*a*b* (D65) of what an eye sees. */
static struct lab lab_of(int colour, int eye)
{
	int rgb = colour_rgb(colour);
	double in[3] = {linear(rgb >> 16), linear(rgb >> 8), linear(rgb)};
	double seen[3], x, y, z;

	for (int i = 0; i < 3; i++)
		seen[i] = fmin(1.0, fmax(0.0, eyes[eye][i][0] * in[0] +
						      eyes[eye][i][1] * in[1] +
						      eyes[eye][i][2] * in[2]));
	x = lightness((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) /
		      0.95047);
	y = lightness(0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
	z = lightness((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) /
		      1.08883);
	return (struct lab){116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

/* How far two colours are apart to the eye that sees it worst. A difference
 * of 2 can be seen side by side, one of 10 at a glance. */
static double apart(int a, int b)
{
	double least = INFINITY;

	for (int eye = 0; eye < EYES; eye++) {
		struct lab of_a = lab_of(a, eye), of_b = lab_of(b, eye);

		least = fmin(least,
			sqrt(pow(of_a.l - of_b.l, 2) + pow(of_a.a - of_b.a, 2) +
				pow(of_a.b - of_b.b, 2)));
	}
	return least;
}

static void check_apart(const struct theme *theme, int a, int b, double least)
{
	int of_a = theme->style[a].fg, of_b = theme->style[b].fg;

	cr_expect_geq(apart(of_a, of_b), least, "%s: %s and %s: %.1f",
		theme->name, role_names[a], role_names[b], apart(of_a, of_b));
	of_a = colour_nearest(of_a, 256);
	of_b = colour_nearest(of_b, 256);
	cr_expect_geq(apart(of_a, of_b), least * 0.8,
		"%s: %s and %s in 256 colours: %.1f", theme->name,
		role_names[a], role_names[b], apart(of_a, of_b));
}

Test(theme_file, two_stay_apart_for_colour_blind_eyes)
{
	static const char *const safe[] = {
		"colour-blind-dark", "colour-blind-light"};

	for (size_t i = 0; i < sizeof(safe) / sizeof(safe[0]); i++) {
		const struct theme theme = theme_of(safe[i]);

		for (int a = ROLE_SERIES_1; a < ROLES; a++)
			for (int b = a + 1; b < ROLES; b++)
				check_apart(&theme, a, b, 15.0);
		check_apart(&theme, ROLE_YES, ROLE_NO, 40.0);
		check_apart(&theme, ROLE_YES, ROLE_UNSURE, 20.0);
		check_apart(&theme, ROLE_NO, ROLE_UNSURE, 20.0);
	}
}

/* Red and green would not do: the measure tells. */
Test(theme_file, red_and_green_are_told_to_be_alike)
{
	cr_expect_lt(apart(colour_of_rgb(0xb04040), colour_of_rgb(0x606a30)),
		apart(colour_of_rgb(0x0072b2), colour_of_rgb(0xd55e00)) / 3);
}

/* ---- wrong files -------------------------------------------------------- */

static bool read_text(
	const char *text, struct theme *theme, struct file_issue *issue)
{
	char path[] = "/tmp/test-theme-XXXXXX";
	int file = mkstemp(path);
	bool read;

	cr_assert_geq(file, 0);
	cr_assert_eq(write(file, text, strlen(text)), (ssize_t)strlen(text));
	close(file);
	read = theme_file_read(path, theme, issue);
	unlink(path);
	return read;
}

static const struct {
	const char *text;
	int line;
	const char *key, *word;
} wrong[] = {
	{"text = \"red\";\ntitel = \"bold\";\n", 2, "titel", "role"},
	{"\n\nfocus = \"rde\";\n", 3, "focus", "rde"},
	{"zzzzzzzz = \"red\";\n", 1, "zzzzzzzz", "themes/dark.theme"},
	{"focus = { fg = 3; };\n", 1, "focus", "text"},
	{"focus = (1, 2);\n", 1, "focus", "text"},
	{"focus = 12;\nfocus = 13;\n", 2, "focus", "twice"},
	{"focus = \n", 0, "", ""},
	{"@include \"/etc/passwd\"\n", 1, "", "include"},
};

Test(theme_file, wrong_ones_are_refused_with_line_and_key)
{
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		struct file_issue issue = {0};
		struct theme theme = {.name = "as before"};
		char words[1024];

		cr_expect_not(read_text(wrong[i].text, &theme, &issue), "%s",
			wrong[i].text);
		file_issue_words(&issue, words, sizeof(words));
		if (wrong[i].line)
			cr_expect_eq(issue.line, wrong[i].line, "%s", words);
		cr_expect_str_eq(issue.key, wrong[i].key, "%s", words);
		cr_expect(strstr(words, wrong[i].word), "%s", words);
		cr_expect_str_eq(theme.name, "as before");
	}
}

Test(theme_file, what_is_not_named_looks_plain)
{
	struct file_issue issue = {0};
	struct theme theme, plain;

	theme_plain(&plain);
	cr_assert(read_text("yes = \"28\"; no = 130;", &theme, &issue));
	cr_expect_eq(theme.style[ROLE_YES].fg, 28);
	cr_expect_eq(theme.style[ROLE_NO].fg, 130);
	cr_expect_eq(theme.style[ROLE_FOCUS].reverse,
		plain.style[ROLE_FOCUS].reverse);
}

Test(theme_file, its_name_is_that_of_the_file)
{
	static const char *const names[][2] = {{"mine.theme", "mine"},
		{"/a/b.c/mine", "mine"}, {"/a/.theme", ".theme"},
		{"two.dots.theme", "two.dots"}};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		struct file_issue issue = {0};
		struct theme theme;

		cr_assert(theme_file_parse(names[i][0], "", 0, &theme, &issue));
		cr_expect_str_eq(theme.name, names[i][1]);
	}
}

Test(theme_file, what_is_no_text_is_refused)
{
	struct file_issue issue = {0};
	struct theme theme;

	cr_expect_not(theme_file_parse("x", "\xff", 1, &theme, &issue));
}

/* The user's goes over ours; a path is a path; too long is not there. */
Test(theme_file, is_found_by_name_or_path)
{
	static char huge[PATH_MAX + 10];
	char home[] = "/tmp/test-theme-XXXXXX", path[PATH_MAX], own[PATH_MAX];
	struct shelf shelf = {0};

	cr_assert(mkdtemp(home));
	setenv("XDG_CONFIG_HOME", home, 1);
	setenv("TUNEORNOT_DATA", TEST_SOURCE "/share", 1);
	cr_expect(theme_file_find("/a/path", path, sizeof(path)));
	cr_expect_str_eq(path, "/a/path");
	cr_expect_not(theme_file_find("there-is-none", path, sizeof(path)));
	memset(huge, 'x', sizeof(huge) - 1);
	cr_expect_not(theme_file_find(huge, path, sizeof(path)));
	huge[0] = '/';
	cr_expect_not(theme_file_find(huge, path, sizeof(path)));

	snprintf(own, sizeof(own),
		"mkdir -p %s/tuneornot/themes && "
		"touch %s/tuneornot/themes/dark.theme",
		home, home);
	cr_assert_eq(system(own), 0);
	snprintf(own, sizeof(own), "%s/tuneornot/themes/dark.theme", home);
	cr_expect(theme_file_find("dark", path, sizeof(path)));
	cr_expect_str_eq(path, own);

	/* Without a place for files of one's own there are still ours. */
	unsetenv("XDG_CONFIG_HOME");
	unsetenv("HOME");
	cr_expect(theme_file_find("dark", path, sizeof(path)));
	cr_expect_str_neq(path, own);
	theme_file_list(&shelf);
	cr_expect_geq(shelf.count, 8);
	shelf_release(&shelf);
	snprintf(own, sizeof(own), "rm -rf %s", home);
	cr_assert_eq(system(own), 0);
}

Test(theme_file, a_missing_one_is_told)
{
	struct file_issue issue = {0};
	struct theme theme;

	cr_expect_not(theme_file_read("/nowhere/x.theme", &theme, &issue));
	cr_expect_str_eq(issue.file, "/nowhere/x.theme");
}
