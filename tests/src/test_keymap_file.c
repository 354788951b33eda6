#include "keymap_file.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct keymap map;
static char told[2000];

static void note(const struct file_issue *issue, void *context)
{
	char words[1000];

	(void)context;
	file_issue_words(issue, words, sizeof(words));
	strcat(told, strrchr(words, '/') + 1);
	strcat(told, "\n");
}

/* How many lines were told. */
static int read_text(const char *text)
{
	char path[] = "/tmp/tuneornot-keys-XXXXXX";
	int file = mkstemp(path), count;

	cr_assert(file >= 0);
	cr_assert_eq(write(file, text, strlen(text)), (ssize_t)strlen(text));
	close(file);
	told[0] = '\0';
	count = keymap_file_read(path, &map, note, NULL);
	unlink(path);
	return count;
}

static enum command at(int where, const char *name)
{
	struct press press = {0};

	cr_assert(press_read(name, &press));
	return keymap_find(map.row, where, press);
}

Test(keymap_file, keys_are_taken_as_they_stand)
{
	cr_expect_eq(read_text("quit = \"x\";\nundo = (\"z\", \"Alt-u\");\n"
			       "verdict = 9;\n"),
		0, "%s", told);
	cr_expect_eq(at(ON_NUMBER, "x"), CMD_QUIT);
	cr_expect_eq(at(ON_NUMBER, "q"), CMD_NONE);
	cr_expect_eq(at(ON_WORDS, "Alt-u"), CMD_UNDO);
	cr_expect_eq(at(ON_CHOICE, "9"), CMD_STEP_6);
}

static const struct {
	const char *text, *says;
} wrong[] = {
	{"undo = \"z\";\nqiut = \"x\";\n",
		":2: qiut: there is no such command; did you mean \"quit\"?"},
	{"quit = \"Escpae\";\n",
		":1: quit: there is no key \"Escpae\"; did you mean \"Escape"
		"\"?"},
	{"\nsave = \"^I\";\n", ":2: save: there is no key \"^I\"; "},
	{"save = \"^C\";\n", ":1: save: ^C is taken; it always quits"},
	{"save = \"u\";\n", ":1: save: the key \"u\" is \"undo\" there "},
	{"undo = \"z\";\nredo = \"z\";\n",
		":2: redo: the key \"z\" is \"undo\" there already; "},
	{"save = ();\n", ":1: save: there is no key in it; "},
	{"save = { a = 1; };\n", ":1: save: a key is a text; "},
	{"save = [];\n", ":1: save: there is no key in it; "},
	{"save = (\"F9\", { a = 1; });\n", ":1: save: a key is a text; "},
	{"save = (\"F9\", \"F10\", \"F11\", \"F12\", \"Z\");\n",
		":1: save: these are too many keys; 4 at the most"},
	{"zzzzzzzzzz = \"x\";\n",
		":1: zzzzzzzzzz: there is no such command; README.md lists"},
	{"save = \"zzzzzzzzzz\";\n",
		":1: save: there is no key \"zzzzzzzzzz\"; keys are "},
	{"save = \"\033\";\n", ":1: "},
	{"save = \n", ":"},
};

Test(keymap_file, what_is_wrong_is_told_with_its_line_and_the_default_keeps)
{
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		cr_expect_eq(read_text(wrong[i].text), 1, "%s", wrong[i].text);
		cr_expect(strstr(told, wrong[i].says), "%s", told);
		cr_expect_eq(at(ON_NUMBER, "q"), CMD_QUIT);
		cr_expect_eq(at(ON_NUMBER, "^S"), CMD_SAVE);
		cr_expect_eq(at(ON_NUMBER, "^R"), CMD_REDO);
	}
}

Test(keymap_file, no_file_is_no_trouble)
{
	cr_expect_eq(
		keymap_file_read("/nowhere/keys.cfg", &map, note, NULL), 0);
	cr_expect_eq(at(ON_NUMBER, "q"), CMD_QUIT);
}
