/*
 * THE table of flags: parsing, --help and "did you mean" are made from it.
 */
#include "arguments.h"

const struct flag_row flag_table[FLAGS] = {
	[FLAG_TEMPLATE] = {.name = "template",
		.argument = "TEMPLATE",
		.commands = COMMAND_BIT(COMMAND_NEW),
		.help = "What to start from: an example that \"tuneornot "
			"templates\" lists."},
	[FLAG_BARE] = {.name = "bare",
		.commands = COMMAND_BIT(COMMAND_NEW),
		.help = "Start without options; --set can add them."},
	[FLAG_AS_COMMAND] = {.name = "as-command",
		.commands = COMMAND_BIT(COMMAND_GET),
		.help = "Print the shell command that makes this session "
			"again: a copy with the same figures."},
	[FLAG_FORMAT] = {.name = "format",
		.argument = "FORMAT",
		.commands = COMMAND_BIT(COMMAND_REPORT) |
			    COMMAND_BIT(COMMAND_REVIEW) |
			    COMMAND_BIT(COMMAND_COMPARE),
		.help = "text: a memo in 80 columns; markdown (md); html: "
			"a page with pictures; json: every figure; csv: costs "
			"by month and category. Not given: by the ending of "
			"FILE, else text."},
	[FLAG_CSV_DIALECT] = {.name = "csv-dialect",
		.argument = "DIALECT",
		.commands = COMMAND_BIT(COMMAND_REPORT),
		.help = "rfc4180 (if not given), excel, or excel-eu with "
			"semicolons and decimal commas."},
	[FLAG_OUTPUT] = {.name = "output",
		.letter = 'o',
		.argument = "FILE",
		.commands = COMMAND_BIT(COMMAND_REPORT) |
			    COMMAND_BIT(COMMAND_COMPARE),
		.help = "Write to FILE, whole or not at all; \"-\" is standard "
			"output."},
	[FLAG_SECTION] = {.name = "section",
		.argument = "SECTION",
		.repeats = true,
		.commands = COMMAND_BIT(COMMAND_REPORT),
		.help = "Write this section of the memo only, such as decision "
			"or odds. May be repeated."},
	[FLAG_SET] = {.name = "set",
		.argument = "KEY=VALUE",
		.repeats = true,
		.commands = COMMAND_BIT(COMMAND_NEW) |
			    COMMAND_BIT(COMMAND_REPORT) |
			    COMMAND_BIT(COMMAND_REVIEW) |
			    COMMAND_BIT(COMMAND_COMPARE),
		.help = "Give a value: to the new session, or for this time "
			"only where one is read. May be repeated."},
	[FLAG_SCENARIOS] = {.name = "scenarios",
		.argument = "N",
		.commands = COMMAND_BIT(COMMAND_REPORT) |
			    COMMAND_BIT(COMMAND_REVIEW) |
			    COMMAND_BIT(COMMAND_COMPARE),
		.help = "Draw N scenarios for the odds; more "
			"take longer and are surer."},
	[FLAG_SEED] = {.name = "seed",
		.argument = "N",
		.commands = COMMAND_BIT(COMMAND_REPORT) |
			    COMMAND_BIT(COMMAND_REVIEW) |
			    COMMAND_BIT(COMMAND_COMPARE),
		.help = "Begin the drawing elsewhere: odds that hold do so "
			"with any seed."},
	[FLAG_PRICES] = {.name = "prices",
		.argument = "FILE",
		.commands = COMMAND_BIT(COMMAND_REPORT) |
			    COMMAND_BIT(COMMAND_REVIEW) |
			    COMMAND_BIT(COMMAND_COMPARE),
		.help = "Take prices from FILE, as \"tuneornot prices import\" "
			"reads it, for this run only: those of the models "
			"that a session names."},
	[FLAG_EXPLAIN] = {.name = "explain",
		.argument = "FIGURE",
		.commands = COMMAND_BIT(COMMAND_REPORT),
		.help = "In place of the report: how a figure, such as net or "
			"options[0].serving, or an input comes about, step by "
			"step."},
	[FLAG_VENDOR] = {.name = "vendor",
		.argument = "VENDOR",
		.commands = COMMAND_BIT(COMMAND_PRICES),
		.help = "List what this vendor has, such as Anthropic."},
	[FLAG_KIND] = {.name = "kind",
		.argument = "KIND",
		.commands = COMMAND_BIT(COMMAND_PRICES),
		.help = "List model, tuning, gpu, throughput, labelling or "
			"role."},
	[FLAG_DATE] = {.name = "date",
		.argument = "DAY",
		.commands = COMMAND_BIT(COMMAND_REPORT) |
			    COMMAND_BIT(COMMAND_PRICES) |
			    COMMAND_BIT(COMMAND_REVIEW),
		.help = "Take that day, such as 2026-11-24, for today: ages "
			"and announced prices follow it. With \"import\": the "
			"day of the file's prices."},
	[FLAG_FREE] = {.name = "free",
		.commands = COMMAND_BIT(COMMAND_PRICES),
		.help = "Import prices of 0, too; mostly nobody knew them."},
	[FLAG_INTO] = {.name = "into",
		.argument = "SESSION",
		.commands = COMMAND_BIT(COMMAND_USAGE),
		.help = "Set what the logs can tell in this session file, "
			"with its evidence."},
	[FLAG_SAVE] = {.name = "save",
		.argument = "FILE",
		.commands = COMMAND_BIT(COMMAND_USAGE),
		.help = "Write a summary that this command reads like a log; "
			"\"-\" is standard output, in place of the table."},
	[FLAG_PLAIN] = {.name = "plain",
		.commands = EVERY_COMMAND,
		.help = "The wizard line by line: for screen readers, simple "
			"terminals and pipes. Also with ACCESSIBLE=1, and "
			"where TERM is dumb."},
	[FLAG_THEME] = {.name = "theme",
		.argument = "THEME",
		.commands = EVERY_COMMAND,
		.help = "Colours of the wizard: a name that \"tuneornot "
			"themes\" lists, or a file."},
	[FLAG_COLOR] = {.name = "color",
		.argument = "WHEN",
		.commands = EVERY_COMMAND,
		.help = "always, never or auto. Stronger than NO_COLOR, "
			"CLICOLOR_FORCE and CLICOLOR."},
	[FLAG_ASCII] = {.name = "ascii",
		.commands = EVERY_COMMAND,
		.help = "Draw and write with plain ASCII. Happens by itself "
			"where the locale is not UTF-8."},
	[FLAG_QUIET] = {.name = "quiet",
		.letter = 'q',
		.commands = EVERY_COMMAND,
		.help = "Leave out notices; what is wrong is still said."},
	[FLAG_NO_INPUT] = {.name = "no-input",
		.commands = EVERY_COMMAND,
		.help = "Never ask and never open the wizard: it ends with "
			"status 2 instead."},
	[FLAG_NO_MOUSE] = {.name = "no-mouse",
		.commands = EVERY_COMMAND,
		.help = "Leave the mouse to the terminal. F12 does so in the "
			"wizard; Shift and drag selects text in any case."},
	[FLAG_DEMO] = {.name = "demo",
		.commands = COMMAND_BIT(COMMAND_WIZARD),
		.help = "Look around in an example; it stays as it is."},
	[FLAG_BRAILLE] = {.name = "braille",
		.commands = EVERY_COMMAND,
		.help = "Draw the wizard's curves as dots of braille, finer "
			"where the font has them. Not in ASCII."},
	[FLAG_TRACE] = {.name = "trace",
		.argument = "FILE",
		.commands = EVERY_COMMAND,
		.help = "Add what the program does to FILE, a line each, to "
			"find the reason of something odd: terminal, files, "
			"keys by name, paints, times, messages. No answers, "
			"and nothing that is typed into a field."},
	[FLAG_HELP] = {.name = "help",
		.letter = 'h',
		.commands = EVERY_COMMAND,
		.help = "Show the help, of the command if there is one."},
	[FLAG_VERSION] = {.name = "version",
		.commands = EVERY_COMMAND,
		.help = "Show the version."},
};
