/*
 * Flags that several commands take.
 */
#include <langinfo.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "commands.h"
#include "day.h"
#include "output.h"
#include "shelf.h"
#include "theme_file.h"

bool command_utf8(void)
{
	return !strcmp(nl_langinfo(CODESET), "UTF-8");
}

static bool is_set(const char *text)
{
	return text && *text;
}

struct colour_choice command_choose_colours(const char *when, bool terminal)
{
	const char *force = getenv("CLICOLOR_FORCE");
	const char *clicolor = getenv("CLICOLOR");

	if (when && strcmp(when, "auto") != 0)
		return (struct colour_choice){
			!strcmp(when, "always"), "--color says so"};
	if (is_set(getenv("NO_COLOR")))
		return (struct colour_choice){false, "NO_COLOR is set"};
	if (is_set(force) && strcmp(force, "0") != 0)
		return (struct colour_choice){true, "CLICOLOR_FORCE is set"};
	if (is_set(clicolor) && !strcmp(clicolor, "0"))
		return (struct colour_choice){false, "CLICOLOR is 0"};
	return (struct colour_choice){terminal,
		terminal ? "output is a terminal" : "output is no terminal"};
}

bool command_colours(const char *when, bool terminal)
{
	return command_choose_colours(when, terminal).wanted;
}

static bool check_colour_flag(const char *when)
{
	if (!when || !strcmp(when, "auto") || !strcmp(when, "always") ||
		!strcmp(when, "never"))
		return true;
	complain("--color is auto, always or never, not \"%s\"", when);
	return false;
}

/* A theme is a name, or any file. */
static bool check_theme(const char *theme)
{
	struct shelf shelf = {0};
	char path[PATH_MAX];

	if (!theme || theme_file_find(theme, path, sizeof(path)))
		return true;
	theme_file_list(&shelf);
	complain_of_name("theme", theme, shelf_suggest(&shelf, theme),
		"\"tuneornot themes\" lists them");
	shelf_release(&shelf);
	return false;
}

bool command_flags(const struct arguments *arguments)
{
	return check_colour_flag(arguments->flag[FLAG_COLOR]) &&
	       check_theme(arguments->flag[FLAG_THEME]);
}

bool command_day(const struct arguments *arguments, int *day)
{
	const char *text = arguments->flag[FLAG_DATE];
	int read = 0;

	if (!text)
		return true;
	if (day_read(text, &read) && read > 0) {
		*day = read;
		return true;
	}
	complain("--date is a day such as 2026-11-24, not \"%s\"", text);
	return false;
}

bool command_spares(const struct arguments *arguments, enum flag flag)
{
	const char *path = arguments->flag[flag];
	struct stat written, read;

	if (!path || !strcmp(path, "-") || stat(path, &written))
		return true;
	for (int i = 0; i < arguments->operand_count; i++) {
		if (stat(arguments->operands[i], &read) ||
			written.st_dev != read.st_dev ||
			written.st_ino != read.st_ino)
			continue;
		complain("--%s would replace %s, which is to be read; give it "
			 "another name",
			flag_table[flag].name, arguments->operands[i]);
		return false;
	}
	return true;
}
