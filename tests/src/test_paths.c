#include <criterion/criterion.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "paths.h"

static char folder[] = "/tmp/paths-XXXXXX", out[PATH_MAX];

static void enter(void)
{
	unsetenv("TUNEORNOT_DATA");
	unsetenv("XDG_CONFIG_HOME");
	unsetenv("XDG_DATA_HOME");
	unsetenv("XDG_STATE_HOME");
	cr_assert(mkdtemp(folder));
	cr_assert_eq(chdir(folder), 0);
	setenv("HOME", folder, 1);
}

static void leave(void)
{
	char command[64];

	snprintf(command, sizeof(command), "rm -rf %s", folder);
	cr_assert_eq(system(command), 0);
}

TestSuite(paths, .init = enter, .fini = leave);

static void touch(const char *path)
{
	FILE *file = fopen(path, "w");

	cr_assert(file, "%s", path);
	fclose(file);
}

static void expect_below(const char *below)
{
	char wanted[PATH_MAX];

	snprintf(wanted, sizeof(wanted), "%s/%s", folder, below);
	cr_expect_str_eq(out, wanted);
}

Test(paths, data_is_found_in_the_folder_that_the_user_names)
{
	mkdir("themes", 0700);
	touch("themes/x.theme");
	cr_expect_not(paths_data("themes/x.theme", out, sizeof(out)));
	setenv("TUNEORNOT_DATA", folder, 1);
	cr_assert(paths_data("themes/x.theme", out, sizeof(out)));
	expect_below("themes/x.theme");
	setenv("TUNEORNOT_DATA", ".", 1); /* relative: ignored */
	cr_expect_not(paths_data("themes/x.theme", out, sizeof(out)));
}

Test(paths, a_program_that_is_not_installed_finds_the_source_tree)
{
	cr_assert(paths_data("themes", out, sizeof(out)));
	cr_expect_str_eq(out, TEST_SOURCE "/themes");
	cr_assert(paths_data("examples", out, sizeof(out)));
	cr_expect_str_eq(out, TEST_SOURCE "/share/examples");
}

Test(paths, names_lead_nowhere_else)
{
	static const char *const names[] = {"", "/etc/passwd", "../x",
		"themes/../../etc/passwd", "themes/none.theme"};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		cr_expect_not(
			paths_data(names[i], out, sizeof(out)), "%s", names[i]);
	setenv("TUNEORNOT_DATA", "/etc", 1);
	cr_expect(paths_data("passwd", out, sizeof(out)));
	cr_expect_not(paths_data("passwd", out, 5), "cut to five bytes");
}

Test(paths, the_users_folders_are_made_for_the_user_alone)
{
	struct stat status;

	umask(0);
	cr_assert(paths_state("journal", out, sizeof(out)));
	expect_below(".local/state/tuneornot/journal");
	cr_assert_eq(stat(".local/state/tuneornot", &status), 0);
	cr_expect_eq(status.st_mode & 0777, 0700);
	cr_assert(paths_state("journal", out, sizeof(out)), "a second time");
}

Test(paths, XDG_folders_count_when_they_are_absolute)
{
	char chosen[PATH_MAX];

	snprintf(chosen, sizeof(chosen), "%s/mine", folder);
	setenv("XDG_STATE_HOME", chosen, 1);
	cr_assert(paths_state("x", out, sizeof(out)));
	expect_below("mine/tuneornot/x");
	setenv("XDG_STATE_HOME", "relative", 1);
	cr_assert(paths_state("x", out, sizeof(out)));
	expect_below(".local/state/tuneornot/x");
	cr_expect_neq(access("relative", F_OK), 0);
}

Test(paths, the_users_folder_for_data_is_not_made)
{
	char chosen[PATH_MAX];

	cr_assert(paths_own_data("catalogue", out, sizeof(out)));
	expect_below(".local/share/tuneornot/catalogue");
	cr_expect_neq(access(".local", F_OK), 0);
	snprintf(chosen, sizeof(chosen), "%s/mine", folder);
	setenv("XDG_DATA_HOME", chosen, 1);
	cr_assert(paths_own_data("catalogue", out, sizeof(out)));
	expect_below("mine/tuneornot/catalogue");
	setenv("XDG_DATA_HOME", "relative", 1);
	cr_assert(paths_own_data("catalogue", out, sizeof(out)));
	expect_below(".local/share/tuneornot/catalogue");
	cr_expect_not(paths_own_data("catalogue", out, 5), "cut");
	unsetenv("XDG_DATA_HOME");
	unsetenv("HOME");
	cr_expect_not(paths_own_data("catalogue", out, sizeof(out)));
}

Test(paths, no_home_is_no_crash)
{
	unsetenv("HOME");
	cr_expect_not(paths_state("x", out, sizeof(out)));
	setenv("HOME", "not/absolute", 1);
	cr_expect_not(paths_state("x", out, sizeof(out)));
	setenv("HOME", "/dev/null", 1);
	cr_expect_not(paths_state("x", out, sizeof(out)));
}
