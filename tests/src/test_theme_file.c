#include "theme_file.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const ours[] = {"default", "dark", "light"};

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

/* ---- contrast (WCAG 2.1) ------------------------------------------------ */

static double channel(int value)
{
	double share = value / 255.0;

	return share <= 0.03928 ? share / 12.92
				: pow((share + 0.055) / 1.055, 2.4);
}

static double luminance(int colour)
{
	int rgb = style_rgb(colour);

	return 0.2126 * channel(rgb >> 16) + 0.7152 * channel(rgb >> 8 & 255) +
	       0.0722 * channel(rgb & 255);
}

static double contrast(int a, int b)
{
	double high = fmax(luminance(a), luminance(b));
	double low = fmin(luminance(a), luminance(b));

	return (high + 0.05) / (low + 0.05);
}

enum { BLACK = 16, WHITE = 231 };

Test(theme_file, ink_can_be_read_on_its_paper)
{
	for (size_t i = 0; i < sizeof(ours) / sizeof(ours[0]); i++) {
		char path[PATH_MAX];
		struct file_issue issue;
		struct theme theme;

		path_of(ours[i], path, sizeof(path));
		cr_assert(theme_file_read(path, &theme, &issue));
		for (int role = 0; role < ROLES; role++) {
			struct style s = theme.style[role];

			if (s.bg != COLOUR_DEFAULT && s.fg != COLOUR_DEFAULT) {
				cr_expect_geq(contrast(s.fg, s.bg), 4.5,
					"%s: %s", ours[i], role_names[role]);
				continue;
			}
			/* on paper that nobody knows: no ink, or a middle one;
			 * never paper without ink */
			cr_expect_eq(s.bg, COLOUR_DEFAULT, "%s", ours[i]);
			if (s.fg != COLOUR_DEFAULT)
				cr_expect(contrast(s.fg, BLACK) >= 3.5 &&
						  contrast(s.fg, WHITE) >= 3.5,
					"%s: %s", ours[i], role_names[role]);
		}
	}
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

Test(theme_file, a_missing_one_is_told)
{
	struct file_issue issue = {0};
	struct theme theme;

	cr_expect_not(theme_file_read("/nowhere/x.theme", &theme, &issue));
	cr_expect_str_eq(issue.file, "/nowhere/x.theme");
}
