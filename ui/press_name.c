#include "press_name.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "text.h"

/* The first name of a key is the one that is shown. */
static const struct {
	const char *name;
	int key;
} names[] = {
	{"Enter", PRESS_ENTER},
	{"Tab", PRESS_TAB},
	{"S-Tab", PRESS_BACKTAB},
	{"Shift-Tab", PRESS_BACKTAB},
	{"Esc", PRESS_ESCAPE},
	{"Escape", PRESS_ESCAPE},
	{"BS", PRESS_BACKSPACE},
	{"Backspace", PRESS_BACKSPACE},
	{"Del", PRESS_DELETE},
	{"Delete", PRESS_DELETE},
	{"Ins", PRESS_INSERT},
	{"Insert", PRESS_INSERT},
	{"Up", PRESS_UP},
	{"Down", PRESS_DOWN},
	{"Left", PRESS_LEFT},
	{"Right", PRESS_RIGHT},
	{"C-Up", PRESS_FAR_UP},
	{"Ctrl-Up", PRESS_FAR_UP},
	{"C-Down", PRESS_FAR_DOWN},
	{"Ctrl-Down", PRESS_FAR_DOWN},
	{"C-Left", PRESS_WORD_LEFT},
	{"Ctrl-Left", PRESS_WORD_LEFT},
	{"C-Right", PRESS_WORD_RIGHT},
	{"Ctrl-Right", PRESS_WORD_RIGHT},
	{"Home", PRESS_HOME},
	{"End", PRESS_END},
	{"PgUp", PRESS_PAGE_UP},
	{"PgDn", PRESS_PAGE_DOWN},
	{"F1", PRESS_F(1)},
	{"F2", PRESS_F(2)},
	{"F3", PRESS_F(3)},
	{"F4", PRESS_F(4)},
	{"F5", PRESS_F(5)},
	{"F6", PRESS_F(6)},
	{"F7", PRESS_F(7)},
	{"F8", PRESS_F(8)},
	{"F9", PRESS_F(9)},
	{"F10", PRESS_F(10)},
	{"F11", PRESS_F(11)},
	{"F12", PRESS_F(12)},
};
enum { NAMES = sizeof(names) / sizeof(names[0]) };

/* With these before a character. */
static const struct {
	const char *before;
	bool alt;
} holds[] = {{"^", false}, {"Ctrl-", false}, {"C-", false}, {"Alt-", true},
	{"M-", true}};

const char *press_name(int index)
{
	return index >= 0 && index < NAMES ? names[index].name : NULL;
}

/* One character that can be seen. */
static bool read_rune(const char *text, uint32_t *rune)
{
	int bytes = text_decode(text, rune);

	return bytes > 0 && text[bytes] == '\0' && *rune > ' ' &&
	       !text_is_hidden(*rune);
}

/* What terminals send for Ctrl with these is another key. */
static bool read_control(uint32_t rune, struct press *press)
{
	if (rune >= 'A' && rune <= 'Z')
		rune += 'a' - 'A';
	*press = (struct press){.key = PRESS_CTRL((int)rune)};
	if (rune >= 'a' && rune <= 'z')
		return !strchr("hijm", (int)rune);
	return rune == '_' || rune == '\\' || rune == ']' || rune == '^';
}

static bool read_held(const char *name, struct press *press)
{
	uint32_t rune;

	for (size_t i = 0; i < sizeof(holds) / sizeof(holds[0]); i++) {
		size_t length = strlen(holds[i].before);

		if (strncasecmp(name, holds[i].before, length) != 0 ||
			!read_rune(name + length, &rune))
			continue;
		if (!holds[i].alt)
			return read_control(rune, press);
		*press = (struct press){.key = PRESS_ALT, .rune = rune};
		return true;
	}
	return false;
}

/* "^X^E", as readline calls its own. */
static bool read_chord(const char *name, struct press *press)
{
	if (strncasecmp(name, "^x^", 3) != 0 ||
		!isalpha((unsigned char)name[3]))
		return false;
	*press = (struct press){
		.key = PRESS_CHORD(tolower((unsigned char)name[3]))};
	return name[4] == '\0';
}

bool press_read(const char *name, struct press *press)
{
	uint32_t rune;

	if (read_chord(name, press))
		return true;
	if (!strcasecmp(name, "Space") || !strcmp(name, " ")) {
		*press = (struct press){.key = PRESS_RUNE, .rune = ' '};
		return true;
	}
	if (read_rune(name, &rune)) {
		*press = (struct press){.key = PRESS_RUNE, .rune = rune};
		return true;
	}
	for (int i = 0; i < NAMES; i++)
		if (!strcasecmp(names[i].name, name)) {
			*press = (struct press){.key = names[i].key};
			return true;
		}
	return read_held(name, press);
}

static void write_rune(struct press press, char out[PRESS_NAME])
{
	char text[5] = "";

	text_encode(press.rune, text);
	snprintf(out, PRESS_NAME, "%s%s", press.key == PRESS_ALT ? "Alt-" : "",
		press.rune == ' ' ? "Space" : text);
}

void press_write(struct press press, char out[PRESS_NAME])
{
	out[0] = '\0';
	if (press.key == PRESS_RUNE || press.key == PRESS_ALT)
		write_rune(press, out);
	else if (press.key >= PRESS_CHORDS) {
		snprintf(out, PRESS_NAME, "^X^%c",
			toupper(press.key - PRESS_CHORDS));
	} else if (press.key >= PRESS_CONTROL) {
		int letter = press.key - PRESS_CONTROL;

		if (letter >= 'a' && letter <= 'z')
			letter += 'A' - 'a';
		snprintf(out, PRESS_NAME, "^%c", letter);
	}
	for (int i = NAMES - 1; i >= 0; i--)
		if (names[i].key == press.key)
			snprintf(out, PRESS_NAME, "%s", names[i].name);
}

bool press_same(struct press a, struct press b)
{
	if (a.key != b.key)
		return false;
	return (a.key != PRESS_RUNE && a.key != PRESS_ALT) || a.rune == b.rune;
}
