#include "keymap.h"

#include <stddef.h>

#include "press_name.h"

#define ON_ALL_STEPS (ON_SCREEN | ON_TYPING)

/*
 * The order is that of the key bar and of the help; the first row that fits
 * wins. Letters are commands only where no text can be typed.
 */
const struct key_row keymap[] = {
	/* typing */
	{CMD_ENTER, ON_TYPING, PRESS_ENTER, 0, "Enter", "take it",
		"take what was typed and go on"},
	{CMD_CANCEL, ON_TYPING, PRESS_ESCAPE, 0, "Esc", "as it was",
		"the field as it was; undo brings back what was typed"},

	/* the question whether to save first */
	{CMD_SAVE, ON_LEAVE, PRESS_RUNE, 's', "s", "save first",
		"save, then go on"},
	{CMD_DISCARD, ON_LEAVE, PRESS_RUNE, 'd', "d", "discard",
		"go on without saving"},
	{CMD_CANCEL, ON_LEAVE, PRESS_ESCAPE, 0, "Esc", "stay", "stay here"},

	/* work that was not saved, a session that is open elsewhere */
	{CMD_RECOVER, ON_WORK, PRESS_RUNE, 'r', "r", "recover",
		"recover work that was not saved"},
	{CMD_RECOVER, ON_WORK, PRESS_ENTER, 0, "Enter", NULL, NULL},
	{CMD_DISCARD, ON_WORK, PRESS_RUNE, 'd', "d", "discard", NULL},
	{CMD_CANCEL, ON_WORK, PRESS_ESCAPE, 0, "Esc", "keep for later",
		"keep unsaved work for later"},
	{CMD_CANCEL, ON_HELD, PRESS_ENTER, 0, "Enter", "open it",
		"open what is open elsewhere, too"},
	{CMD_CANCEL, ON_HELD, PRESS_ESCAPE, 0, "Esc", NULL, NULL},

	/* prices that have moved */
	{CMD_TAKE, ON_OFFER, PRESS_RUNE, 't', "t", "take them",
		"take the prices that have moved (one step of undo)"},
	{CMD_CANCEL, ON_OFFER, PRESS_ESCAPE, 0, "Esc", "keep mine",
		"keep the prices as they are"},

	/* within a form */
	{CMD_NEXT, ON_FORM | ON_TYPING, PRESS_TAB, 0, "Tab", "field",
		"the next field"},
	{CMD_PREVIOUS, ON_FORM | ON_TYPING, PRESS_BACKTAB, 0, "S-Tab", NULL,
		"the field before"},
	{CMD_ENTER, ON_NUMBER | ON_WORDS, PRESS_ENTER, 0, "Enter", "edit",
		"edit the field; on a choice: go on"},
	{CMD_ENTER, ON_CHOICE, PRESS_ENTER, 0, "Enter", "go on", NULL},
	{CMD_CYCLE, ON_CHOICE, PRESS_RUNE, ' ', "Space", "change",
		"the next choice"},
	{CMD_EDIT, ON_NUMBER | ON_WORDS, PRESS_F(2), 0, "F2", NULL,
		"edit what the field holds"},
	{CMD_UNSET, ON_FORM, PRESS_DELETE, 0, "Del", NULL,
		"back to the default"},
	{CMD_UNSET, ON_FORM, PRESS_BACKSPACE, 0, "BS", NULL, NULL},
	{CMD_CLEAR, ON_SILENT, PRESS_RUNE, 'D', "D", NULL,
		"this question back to its defaults; on the last page: all "
		"five"},
	{CMD_CLEAR, ON_SCREEN, PRESS_ALT, 'd', "Alt-d", NULL, NULL},
	{CMD_RAISE, ON_NUMBER, PRESS_RUNE, '+', "+", NULL,
		"a number: up to the next round figure, ranges with both ends"},
	{CMD_LOWER, ON_UNSIGNED, PRESS_RUNE, '-', "-", NULL,
		"a number: down (not where a minus begins it)"},
	{CMD_RAISE_FAR, ON_NUMBER, PRESS_FAR_UP, 0, "C-Up", NULL,
		"a number: far up, to the next of 1, 2, 5 and 10"},
	{CMD_LOWER_FAR, ON_NUMBER, PRESS_FAR_DOWN, 0, "C-Down", NULL,
		"a number: far down"},
	{CMD_FORWARD, ON_SCREEN | ON_TYPING | ON_PAGE, PRESS_PAGE_DOWN, 0,
		"PgDn", "next", "the next question, or page"},
	{CMD_BACK, ON_SCREEN | ON_TYPING | ON_PAGE, PRESS_PAGE_UP, 0, "PgUp",
		"back", "the question before, or page"},
	{CMD_ENTER, ON_START | ON_LIST | ON_PATH, PRESS_ENTER, 0, "Enter",
		"choose", "choose what is marked"},
	{CMD_FILTER, ON_START, PRESS_RUNE, '/', "/", "filter",
		"show only what has the words that are typed"},
	{CMD_WRITE, ON_REPORT, PRESS_RUNE, 'w', "w", "write to a file",
		"write the report into a file"},
	{CMD_CANCEL, ON_LIST | ON_PATH | ON_PAGE, PRESS_ESCAPE, 0, "Esc",
		"close", "close what lies on top"},
	{CMD_CANCEL, ON_PAGE, PRESS_RUNE, 'q', "q", NULL, NULL},

	/* the verdict */
	{CMD_NEXT, ON_VERDICT, PRESS_TAB, 0, "Tab", "next picture",
		"the next picture of the verdict"},
	{CMD_PREVIOUS, ON_VERDICT, PRESS_BACKTAB, 0, "S-Tab", NULL,
		"the picture before"},

	/* the options editor */
	{CMD_ADD, ON_OPTIONS, PRESS_CTRL('n'), 0, "^N", "add",
		"add an option (options editor)"},
	{CMD_COPY, ON_COLUMN, PRESS_CTRL('d'), 0, "^D", "duplicate",
		"duplicate the option (options editor)"},
	{CMD_REMOVE, ON_COLUMN, PRESS_CTRL('x'), 0, "^X", "remove",
		"remove the option (options editor)"},
	{CMD_MOVE_LEFT, ON_COLUMN, PRESS_RUNE, '<', "<", NULL,
		"move the option to the left (options editor)"},
	{CMD_MOVE_RIGHT, ON_COLUMN, PRESS_RUNE, '>', ">", NULL,
		"move the option to the right (options editor)"},
	{CMD_CANCEL, ON_OPTIONS, PRESS_ESCAPE, 0, "Esc", "close", NULL},

	/* everywhere in the wizard */
	{CMD_UNDO, ON_SILENT, PRESS_RUNE, 'u', "u", "undo",
		"undo an edit; while typing, a word of it"},
	{CMD_UNDO, ON_SCREEN, PRESS_CTRL('_'), 0, "^_", NULL, NULL},
	{CMD_REDO, ON_SCREEN, PRESS_CTRL('r'), 0, "^R", NULL,
		"do it again after all"},
	{CMD_OPTIONS, ON_SILENT, PRESS_RUNE, 'o', "o", "options",
		"the options: add, rename, reorder, remove"},
	{CMD_OPTIONS, ON_SCREEN, PRESS_F(4), 0, "F4", NULL, NULL},
	{CMD_PANEL, ON_SILENT, PRESS_RUNE, 'p', "p", "panel",
		"turn the panel's pages"},
	{CMD_PANEL, ON_SCREEN | ON_TYPING, PRESS_F(5), 0, "F5", NULL, NULL},
	{CMD_MORE, ON_SILENT, PRESS_RUNE, 'm', "m", NULL,
		"show or hide the rarer fields"},
	{CMD_MORE, ON_SCREEN, PRESS_F(6), 0, "F6", NULL, NULL},
	{CMD_REPORT, ON_SILENT, PRESS_RUNE, 'r', "r", "report",
		"preview the report"},
	{CMD_REPORT, ON_SCREEN, PRESS_F(7), 0, "F7", NULL, NULL},
	{CMD_SAVE, ON_SCREEN | ON_TYPING, PRESS_CTRL('s'), 0, "^S", "save",
		"save the session"},
	{CMD_EDITOR, ON_PROSE, PRESS_CHORD('e'), 0, "^X^E", "editor",
		"write the text in your own editor ($VISUAL, $EDITOR)"},
	{CMD_SAVE_AS, ON_SCREEN, PRESS_CTRL('w'), 0, "^W", NULL,
		"save under another name"},
	{CMD_OPEN, ON_SCREEN | ON_START | ON_HELD, PRESS_CTRL('o'), 0, "^O",
		"open", "open another session"},
	{CMD_THEME, ON_SILENT | ON_START, PRESS_RUNE, 't', "t", NULL,
		"choose a theme"},
	{CMD_THEME, ON_SCREEN, PRESS_F(9), 0, "F9", NULL, NULL},
	{CMD_HELP, ON_SILENT | ON_START, PRESS_RUNE, '?', "?", "help",
		"help: about this field, and all keys"},
	{CMD_HELP, ON_SCREEN | ON_TYPING | ON_START, PRESS_F(1), 0, "F1",
		"help", NULL},
	{CMD_HELP, ON_PAGE | ON_LIST, PRESS_F(1), 0, "F1", NULL, NULL},
	{CMD_HELP, ON_PAGE, PRESS_RUNE, '?', "?", NULL, NULL},
	{CMD_FIND, ON_HELP, PRESS_RUNE, '/', "/", "find",
		"find a line of the help by its words"},
	{CMD_PALETTE, ON_SILENT | ON_START, PRESS_RUNE, ':', ":", "commands",
		"every command by its words"},
	{CMD_PALETTE, ON_SCREEN | ON_TYPING | ON_START | ON_PAGE | ON_LIST,
		PRESS_CTRL('p'), 0, "^P", NULL, NULL},
	{CMD_QUIT, ON_SILENT | ON_START | ON_HELD, PRESS_RUNE, 'q', "q", "quit",
		"quit"},
	{CMD_QUIT, ON_ANY, PRESS_CTRL('q'), 0, "^Q", NULL, NULL},
	{CMD_QUIT, ON_ANY, PRESS_CTRL('c'), 0, "^C", NULL, NULL},
	{CMD_CANCEL, ON_SCREEN | ON_START, PRESS_ESCAPE, 0, "Esc", NULL,
		"twice: leave; unsaved work is asked about"},
	{CMD_PICK, ON_SILENT, PRESS_RUNE, 'c', "c", "catalogue",
		"fill in prices from the catalogue"},
	{CMD_PICK, ON_SCREEN, PRESS_F(3), 0, "F3", NULL, NULL},
	{CMD_PRICES, ON_SILENT, PRESS_RUNE, 'v', "v", NULL,
		"which prices have moved"},
	{CMD_PRICES, ON_SCREEN, PRESS_F(8), 0, "F8", NULL, NULL},
	{CMD_ANSWERS, ON_SILENT, PRESS_RUNE, 's', "s", "answers",
		"all answers on one list; Enter goes to the field"},
	{CMD_ANSWERS, ON_SCREEN, PRESS_F(10), 0, "F10", NULL, NULL},
	{CMD_COMPARE, ON_SILENT, PRESS_RUNE, '=', "=", "compare",
		"this session beside another one"},
	{CMD_COMPARE, ON_SCREEN, PRESS_F(11), 0, "F11", NULL, NULL},
	{CMD_STEP_1, ON_ALL_STEPS, PRESS_ALT, '1', "Alt-1", NULL,
		"question 1, volume"},
	{CMD_STEP_2, ON_ALL_STEPS, PRESS_ALT, '2', "Alt-2", NULL,
		"question 2, quality"},
	{CMD_STEP_3, ON_ALL_STEPS, PRESS_ALT, '3', "Alt-3", NULL,
		"question 3, latency"},
	{CMD_STEP_4, ON_ALL_STEPS, PRESS_ALT, '4', "Alt-4", NULL,
		"question 4, upkeep"},
	{CMD_STEP_5, ON_ALL_STEPS, PRESS_ALT, '5', "Alt-5", NULL,
		"question 5, savings"},
	{CMD_STEP_6, ON_ALL_STEPS, PRESS_ALT, '6', "Alt-6", NULL,
		"the verdict"},
	{CMD_STEP_1, ON_CHOICE | ON_VERDICT, PRESS_RUNE, '1', "1", NULL, NULL},
	{CMD_STEP_2, ON_CHOICE | ON_VERDICT, PRESS_RUNE, '2', "2", NULL, NULL},
	{CMD_STEP_3, ON_CHOICE | ON_VERDICT, PRESS_RUNE, '3', "3", NULL, NULL},
	{CMD_STEP_4, ON_CHOICE | ON_VERDICT, PRESS_RUNE, '4', "4", NULL, NULL},
	{CMD_STEP_5, ON_CHOICE | ON_VERDICT, PRESS_RUNE, '5', "5", NULL, NULL},
	{CMD_STEP_6, ON_CHOICE | ON_VERDICT, PRESS_RUNE, '6', "6", NULL, NULL},

	/* moving */
	{CMD_UP, ON_ANY, PRESS_UP, 0, "Up", NULL, "up"},
	{CMD_DOWN, ON_ANY, PRESS_DOWN, 0, "Down", NULL, "down"},
	{CMD_LEFT, ON_SCREEN, PRESS_LEFT, 0, "Left", NULL,
		"the option to the left; on a choice: the one before"},
	{CMD_RIGHT, ON_SCREEN, PRESS_RIGHT, 0, "Right", NULL,
		"the option to the right; on a choice: the next"},
	{CMD_LEFT, ON_WIDE, PRESS_LEFT, 0, "Left", NULL,
		"of a page wider than the screen, the left"},
	{CMD_RIGHT, ON_WIDE, PRESS_RIGHT, 0, "Right", NULL,
		"of a page wider than the screen, the right"},
	{CMD_UP, ON_SILENT | ON_START | ON_LIST | ON_PAGE, PRESS_RUNE, 'k', "k",
		NULL, NULL},
	{CMD_DOWN, ON_SILENT | ON_START | ON_LIST | ON_PAGE, PRESS_RUNE, 'j',
		"j", NULL, NULL},
	{CMD_LEFT, ON_SILENT | ON_WIDE, PRESS_RUNE, 'h', "h", NULL, NULL},
	{CMD_RIGHT, ON_SILENT | ON_WIDE, PRESS_RUNE, 'l', "l", NULL, NULL},
	{CMD_FIRST, ON_SCREEN | ON_LIST | ON_PAGE | ON_START, PRESS_HOME, 0,
		"Home", NULL, "the first field or line"},
	{CMD_LAST, ON_SCREEN | ON_LIST | ON_PAGE | ON_START, PRESS_END, 0,
		"End", NULL, "the last field or line"},
	{CMD_FORWARD, ON_PAGE, PRESS_RUNE, ' ', "Space", NULL, NULL},
	{CMD_YANK, ON_SILENT, PRESS_RUNE, 'y', "y", NULL,
		"copy the verdict into the clipboard (OSC 52)"},
	{CMD_YANK, ON_SCREEN, PRESS_ALT, 'y', "Alt-y", NULL, NULL},
	{CMD_MOUSE, ON_ANY, PRESS_F(12), 0, "F12", NULL,
		"the mouse on or off (Shift and drag selects text in any "
		"case)"},
	{CMD_SUSPEND, ON_ANY, PRESS_CTRL('z'), 0, "^Z", NULL,
		"back to the shell for a moment; fg returns"},
	{CMD_REFRESH, ON_ANY, PRESS_CTRL('l'), 0, "^L", NULL,
		"draw the screen anew"},
	{.command = CMD_NONE},
};

const char *const command_names[CMD_COUNT] = {
	[CMD_NONE] = "none",
	[CMD_UP] = "up",
	[CMD_DOWN] = "down",
	[CMD_LEFT] = "left",
	[CMD_RIGHT] = "right",
	[CMD_NEXT] = "next",
	[CMD_PREVIOUS] = "previous",
	[CMD_FIRST] = "first",
	[CMD_LAST] = "last",
	[CMD_FORWARD] = "forward",
	[CMD_BACK] = "back",
	[CMD_ENTER] = "enter",
	[CMD_EDIT] = "edit",
	[CMD_EDITOR] = "editor",
	[CMD_CYCLE] = "change",
	[CMD_UNSET] = "default",
	[CMD_CLEAR] = "all_default",
	[CMD_RAISE] = "raise",
	[CMD_LOWER] = "lower",
	[CMD_RAISE_FAR] = "raise_far",
	[CMD_LOWER_FAR] = "lower_far",
	[CMD_CANCEL] = "cancel",
	[CMD_STEP_1] = "question_1",
	[CMD_STEP_2] = "question_2",
	[CMD_STEP_3] = "question_3",
	[CMD_STEP_4] = "question_4",
	[CMD_STEP_5] = "question_5",
	[CMD_STEP_6] = "verdict",
	[CMD_UNDO] = "undo",
	[CMD_REDO] = "redo",
	[CMD_PANEL] = "panel",
	[CMD_MORE] = "more",
	[CMD_OPTIONS] = "options",
	[CMD_ADD] = "add_option",
	[CMD_COPY] = "duplicate_option",
	[CMD_REMOVE] = "remove_option",
	[CMD_MOVE_LEFT] = "move_option_left",
	[CMD_MOVE_RIGHT] = "move_option_right",
	[CMD_PICK] = "catalogue",
	[CMD_PRICES] = "prices",
	[CMD_TAKE] = "take_prices",
	[CMD_ANSWERS] = "answers",
	[CMD_COMPARE] = "compare",
	[CMD_FILTER] = "filter",
	[CMD_SAVE] = "save",
	[CMD_SAVE_AS] = "save_as",
	[CMD_OPEN] = "open",
	[CMD_REPORT] = "report",
	[CMD_WRITE] = "write_report",
	[CMD_DISCARD] = "discard",
	[CMD_RECOVER] = "recover",
	[CMD_THEME] = "theme",
	[CMD_HELP] = "help",
	[CMD_FIND] = "find",
	[CMD_PALETTE] = "commands",
	[CMD_YANK] = "copy_verdict",
	[CMD_MOUSE] = "mouse",
	[CMD_SUSPEND] = "suspend",
	[CMD_REFRESH] = "redraw",
	[CMD_QUIT] = "quit",
};

struct press keymap_press(const struct key_row *row)
{
	return (struct press){.key = row->key, .rune = row->rune};
}

static bool means(const struct key_row *row, int where, struct press press)
{
	return row->where & where && press_same(keymap_press(row), press);
}

enum command keymap_find(
	const struct key_row *rows, int where, struct press press)
{
	for (const struct key_row *row = rows; row->command; row++)
		if (means(row, where, press))
			return row->command;
	return CMD_NONE;
}

bool keymap_has_chords(const struct key_row *rows, int where)
{
	for (const struct key_row *row = rows; row->command; row++)
		if (row->where & where && row->key >= PRESS_CHORDS)
			return true;
	return false;
}

const char *keymap_shown(
	const struct key_row *rows, int where, enum command command)
{
	for (const struct key_row *row = rows; row->command; row++)
		if (row->command == command && row->where & where)
			return row->shown;
	return "";
}
