/* The user's own themes, and how a theme looks with fewer colours. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "on_example.h"

static void write_theme(const char *name, const char *text)
{
	char path[128];
	FILE *file;

	mkdir("tuneornot", 0700);
	mkdir("tuneornot/themes", 0700);
	snprintf(path, sizeof(path), "tuneornot/themes/%s.theme", name);
	file = fopen(path, "w");
	cr_assert(file);
	fputs(text, file);
	fclose(file);
}

TestSuite(themes, .init = begin, .fini = end);

static const char *in_use(void)
{
	return wizard_program(wizard)->theme;
}

Test(themes, the_users_are_listed_and_go_over_ours)
{
	write_theme("aaa", "text = \"red on black\";\n");
	write_theme("colour-blind-dark", "text = \"green on black\";\n");
	wizard_press(wizard, "t" KEY_HOME);
	cr_expect(shows("aaa"));
	cr_expect_str_eq(in_use(), "aaa");
	cr_expect_eq(wizard_program(wizard)->style.style[ROLE_TEXT].fg, 1);
	cr_expect_eq(screen_cell(wizard_screen(wizard), 0, 12).fg, 1,
		"shown at once");
	wizard_press(wizard, KEY_DOWN);
	cr_expect_str_eq(in_use(), "colour-blind-dark");
	cr_expect_eq(wizard_program(wizard)->style.style[ROLE_TEXT].fg, 2);
	wizard_press(wizard, "\r");
	cr_expect(!shows("aaa"));
	cr_expect_str_eq(in_use(), "colour-blind-dark");
}

Test(themes, a_broken_one_is_told_with_its_line_and_changes_nothing)
{
	write_theme("broken", "text = \"red\";\nfocus = \"rde\";\n");
	wizard_press(wizard, "t" KEY_HOME);
	cr_expect(shows("broken.theme:2: focus"), "%s",
		screen_row(wizard_screen(wizard), 23));
	cr_expect_str_eq(in_use(), "default");
}

Test(themes, all_of_them_are_reached_in_a_small_window)
{
	wizard_resize(wizard, 12, 40);
	wizard_press(wizard, "t" KEY_END);
	cr_expect_str_eq(in_use(), "solarized-light");
	cr_expect(shows("solarized-light"));
}

Test(themes, a_file_is_a_theme_too)
{
	FILE *file = fopen("here.theme", "w");

	fputs("text = \"#ff0000 on #000000\";\n", file);
	fclose(file);
	cr_expect(program_theme(wizard_program(wizard), "./here.theme"));
	cr_expect(program_theme(wizard_program(wizard), "here.theme"));
	cr_expect_not(program_theme(wizard_program(wizard), "nowhere"));
	wizard_press(wizard, "t" KEY_DOWN "\033");
	cr_expect_str_eq(in_use(), "here.theme", "Esc goes back to a file");
}
