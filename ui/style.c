/* The half of theme.h that needs no screen. */
#include "theme.h"

#include <string.h>

const char *const role_names[ROLES] = {
	[ROLE_TEXT] = "text",
	[ROLE_DIM] = "dim",
	[ROLE_TITLE] = "title",
	[ROLE_FRAME] = "frame",
	[ROLE_LABEL] = "label",
	[ROLE_VALUE] = "value",
	[ROLE_FOCUS] = "focus",
	[ROLE_EDIT] = "edit",
	[ROLE_ERROR] = "error",
	[ROLE_NOTICE] = "notice",
	[ROLE_YES] = "yes",
	[ROLE_NO] = "no",
	[ROLE_UNSURE] = "unsure",
	[ROLE_CHANGED] = "changed",
	[ROLE_KEY] = "key",
	[ROLE_POPUP] = "popup",
	[ROLE_SERIES_1] = "series_1",
	[ROLE_SERIES_2] = "series_2",
	[ROLE_SERIES_3] = "series_3",
	[ROLE_SERIES_4] = "series_4",
	[ROLE_SERIES_5] = "series_5",
	[ROLE_SERIES_6] = "series_6",
	[ROLE_SERIES_7] = "series_7",
	[ROLE_SERIES_8] = "series_8",
};

static const char *const colour_names[8] = {
	"black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"};

int role_find(const char *name)
{
	for (int role = 0; role < ROLES; role++)
		if (strcmp(role_names[role], name) == 0)
			return role;
	return -1;
}

void theme_plain(struct theme *theme)
{
	*theme = (struct theme){.name = "plain"};
	for (int role = 0; role < ROLES; role++) {
		theme->style[role].fg = COLOUR_DEFAULT;
		theme->style[role].bg = COLOUR_DEFAULT;
	}
	theme->style[ROLE_DIM].dim = true;
	theme->style[ROLE_TITLE].bold = true;
	theme->style[ROLE_FRAME].dim = true;
	theme->style[ROLE_VALUE].bold = true;
	theme->style[ROLE_FOCUS].reverse = true;
	theme->style[ROLE_EDIT].underline = true;
	theme->style[ROLE_EDIT].bold = true;
	theme->style[ROLE_ERROR].bold = true;
	theme->style[ROLE_ERROR].reverse = true;
	theme->style[ROLE_NOTICE].bold = true;
	theme->style[ROLE_YES].bold = true;
	theme->style[ROLE_NO].bold = true;
	theme->style[ROLE_UNSURE].underline = true;
	theme->style[ROLE_CHANGED].bold = true;
	theme->style[ROLE_KEY].bold = true;
}

/* ---- reading a style ---------------------------------------------------- */

/* A word of the text; empty at the end. */
struct word {
	const char *start;
	size_t length;
};

static struct word word_next(const char **text)
{
	struct word word = {.start = *text + strspn(*text, " \t")};

	word.length = strcspn(word.start, " \t");
	*text = word.start + word.length;
	return word;
}

static bool word_is(struct word word, const char *what)
{
	return strlen(what) == word.length &&
	       memcmp(word.start, what, word.length) == 0;
}

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

static bool read_hex(struct word word, int *colour)
{
	int value = 0;

	if (word.length != 7 || word.start[0] != '#')
		return false;
	for (int i = 1; i < 7; i++) {
		int digit = hex_digit(word.start[i]);

		if (digit < 0)
			return false;
		value = value * 16 + digit;
	}
	*colour = colour_of_rgb(value);
	return true;
}

static bool read_number(struct word word, int *colour)
{
	int value = 0;

	if (word.length < 1 || word.length > 3)
		return false;
	for (size_t i = 0; i < word.length; i++) {
		if (word.start[i] < '0' || word.start[i] > '9')
			return false;
		value = value * 10 + word.start[i] - '0';
	}
	*colour = value;
	return value < 256;
}

static bool read_name(struct word word, int *colour)
{
	for (int i = 0; i < 8; i++) {
		if (word_is(word, colour_names[i])) {
			*colour = i;
			return true;
		}
	}
	return false;
}

/* A colour of one word, or of two when the first is "bright". */
static bool read_colour(struct word word, const char **text, int *colour)
{
	if (word_is(word, "bright")) {
		if (!read_name(word_next(text), colour))
			return false;
		*colour += 8;
		return true;
	}
	if (word_is(word, "default")) {
		*colour = COLOUR_DEFAULT;
		return true;
	}
	return read_name(word, colour) || read_number(word, colour) ||
	       read_hex(word, colour);
}

static bool read_attribute(struct word word, struct style *style)
{
	if (word_is(word, "bold"))
		style->bold = true;
	else if (word_is(word, "dim"))
		style->dim = true;
	else if (word_is(word, "underline"))
		style->underline = true;
	else if (word_is(word, "reverse"))
		style->reverse = true;
	else
		return false;
	return true;
}

static bool refuse(const char *text, struct word word, struct issue *issue)
{
	issue_set(issue, (int)(word.start - text) + 1,
		"\"%.*s\" is not understood in the style \"%.80s\"",
		word.length < 40 ? (int)word.length : 40, word.start, text);
	return issue_mend(issue,
		"write for example \"bright red on default bold\", "
		"\"#5f87af\", \"244 reverse\" or \"default dim underline\"");
}

bool style_read(const char *text, struct style *style, struct issue *issue)
{
	struct style read = {.fg = COLOUR_DEFAULT, .bg = COLOUR_DEFAULT};
	const char *rest = text;
	bool fg = false, bg = false;

	for (;;) {
		struct word word = word_next(&rest);

		if (word.length == 0)
			break;
		if (read_attribute(word, &read))
			continue;
		if (!bg && word_is(word, "on")) {
			struct word paper = word_next(&rest);

			bg = read_colour(paper, &rest, &read.bg);
			if (!bg)
				return refuse(text,
					paper.length > 0 ? paper : word, issue);
			continue;
		}
		if (fg || bg || !read_colour(word, &rest, &read.fg))
			return refuse(text, word, issue);
		fg = true;
	}
	*style = read;
	return true;
}
