#include "glossary.h"

#include <stddef.h>

const struct term status_terms[] = {
	{"0", "Done."},
	{"1", "A file or a value is wrong, or could not be read or written; "
	      "standard error says which, where and how to mend it."},
	{"2", "The command line is wrong, or the wizard has no terminal; "
	      "standard error says what was meant, with an example."},
	{"3", "review: a verdict has moved."},
	{"128+n", "Ended by signal n. Unsaved work was kept, and the terminal "
		  "is as it was."},
	{NULL, NULL},
};

const struct term environment_terms[] = {
	{"TERM", "The kind of terminal. The wizard takes xterm-256color where "
		 "it is not known."},
	{"NO_COLOR", "If it is set to anything, no colours."},
	{"CLICOLOR_FORCE", "If it is set to anything but 0, colours also where "
			   "there is no terminal. NO_COLOR is stronger."},
	{"CLICOLOR", "If it is 0, no colours. CLICOLOR_FORCE is stronger."},
	{"LC_ALL", "With LC_CTYPE and LANG: the character set. Where it is not "
		   "UTF-8, screens and texts are plain ASCII. Nothing else "
		   "follows the locale."},
	{"VISUAL", "The editor for long texts (^X^E in the wizard); it may "
		   "have arguments."},
	{"EDITOR", "The same, where VISUAL is not set."},
	{"HOME", "Where the folders of the user are, unless the next three "
		 "say otherwise."},
	{"XDG_CONFIG_HOME", "In place of ~/.config. A relative value is "
			    "ignored, here and in the next two."},
	{"XDG_DATA_HOME", "In place of ~/.local/share."},
	{"XDG_STATE_HOME", "In place of ~/.local/state."},
	{"TUNEORNOT_DATA", "A folder that is looked into first for our themes, "
			   "examples and prices."},
	{"TUNEORNOT_SANDBOX", "\"off\" for debuggers and the like, which need "
			      "what the program gives up before it reads a "
			      "file: the network, other programs, files that "
			      "the command does not name. \"tuneornot doctor\" "
			      "says what of it holds."},
	{NULL, NULL},
};

const struct term file_terms[] = {
	{"~/.local/share/tuneornot/catalogue/*.cfg",
		"Prices of your own; an entry goes over ours with the same "
		"id."},
	{"~/.local/state/tuneornot/recent",
		"The sessions that were open last."},
	{"~/.local/state/tuneornot/journal/*.cfg",
		"Work that is not saved yet, at the latest two seconds after "
		"it was typed. Saving and discarding remove it; after any "
		"other end the wizard offers it."},
	{"~/.local/state/tuneornot/locks/*.lock",
		"Which sessions are open. Locks end with their program."},
	{NULL, NULL},
};

const struct term quantity_terms[] = {
	{"1500", "A number; 1,500 and 1 500 are the same."},
	{"2.5k", "k, M, B (or G) and T behind it are thousands, millions, "
		 "billions and trillions; 1.5e6 is read, too."},
	{"3%", "A share; 0.03 is the same."},
	{"$1,200", "An amount in the session's currency."},
	{"500k to 2M", "A range: one time in ten the truth may lie outside. "
		       "30..60 and 3 to 8% are ranges, too."},
	{NULL, NULL},
};
