/*
 * A theme file, and a single style.
 */
#include <string.h>

#include "claims.h"
#include "colour.h"
#include "fuzz.h"
#include "theme_file.h"

static void check_colour(int colour)
{
	MUST(colour >= COLOUR_DEFAULT);
	MUST(colour <= 255 || colour == colour_of_rgb(colour_rgb(colour)));
}

static void check_style(const struct style *style)
{
	check_colour(style->fg);
	check_colour(style->bg);
}

static void check_line(char *line)
{
	struct style style = {.fg = COLOUR_DEFAULT, .bg = COLOUR_DEFAULT};
	struct issue issue = {.column = 0};

	if (style_read(line, &style, &issue))
		check_style(&style);
	else
		MUST(issue.what[0]);
	free(line);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz fuzz = fuzz_begin(data, size);
	struct file_issue issue = {.line = 0};
	struct theme theme;
	char *line;

	theme_plain(&theme);
	if (!theme_file_parse(
		    "fuzz.theme", (const char *)data, size, &theme, &issue))
		must_be_told(&issue);
	for (int role = 0; role < ROLES; role++)
		check_style(&theme.style[role]);
	while ((line = fuzz_line(&fuzz)))
		check_line(line);
	return 0;
}
