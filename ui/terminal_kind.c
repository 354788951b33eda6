/* What curses takes from the environment; no curses here. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "terminal.h"
#include "terminal_parts.h"

const char *terminal_fallback(void)
{
	return terminal.fallback;
}

size_t terminal_sent(void)
{
	return terminal.sent;
}

const char *terminal_kind(const char *asked)
{
	if (!asked || asked[0] == '\0')
		asked = getenv("TERM");
	return asked ? asked : "";
}

/* A multiplexer hands COLORTERM on from the terminal around it, whether or not
 * it can do the same. */
static bool is_multiplexer(const char *kind)
{
	return !strncmp(kind, "tmux", 4) || !strncmp(kind, "screen", 6);
}

bool terminal_direct_kind(const char *kind, char *out, size_t size)
{
	static const char fewer[] = "-256color";
	const char *said = getenv("COLORTERM");
	size_t length = strlen(kind), tail = strlen(fewer);

	if (!said ||
		(strcmp(said, "truecolor") != 0 && strcmp(said, "24bit") != 0))
		return false;
	if (length <= tail || strcmp(kind + length - tail, fewer) != 0 ||
		is_multiplexer(kind))
		return false;
	return snprintf(out, size, "%.*s-direct", (int)(length - tail), kind) <
	       (int)size;
}

static void set_number(const char *name, int value)
{
	char text[16];

	snprintf(text, sizeof(text), "%d", value);
	setenv(name, text, 1);
}

void terminal_tell_size(int rows, int columns)
{
	set_number("LINES", rows);
	set_number("COLUMNS", columns);
}

void terminal_untell_size(void)
{
	unsetenv("LINES");
	unsetenv("COLUMNS");
}
