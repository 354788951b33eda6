#include "commands.h"

#include <criterion/criterion.h>
#include <stdlib.h>

/* What is tested end to end is in tests/cli.sh; colour shows only on a
 * terminal. */

static void set(const char *variable, const char *value)
{
	if (value)
		setenv(variable, value, 1);
	else
		unsetenv(variable);
}

Test(commands, the_stronger_word_on_colour_counts)
{
	static const struct {
		const char *flag, *no_color, *force, *clicolor;
		bool terminal, colours;
	} rows[] = {
		{NULL, NULL, NULL, NULL, true, true},
		{NULL, NULL, NULL, NULL, false, false},
		{"auto", NULL, NULL, NULL, true, true},
		{NULL, NULL, NULL, "0", true, false},
		{NULL, NULL, NULL, "1", false, false},
		{NULL, NULL, "1", "0", false, true},
		{NULL, NULL, "0", NULL, true, true},
		{NULL, NULL, "0", NULL, false, false},
		{NULL, "1", "1", NULL, true, false},
		{NULL, "", NULL, NULL, true, true},
		{"auto", "1", NULL, NULL, true, false},
		{"always", "1", NULL, NULL, false, true},
		{"never", NULL, "1", NULL, true, false},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		set("NO_COLOR", rows[i].no_color);
		set("CLICOLOR_FORCE", rows[i].force);
		set("CLICOLOR", rows[i].clicolor);
		cr_expect_eq(command_colours(rows[i].flag, rows[i].terminal),
			rows[i].colours, "row %zu", i);
	}
}
