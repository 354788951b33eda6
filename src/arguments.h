/*
 * The command line: one table of flags, one table of commands.
 *
 * Parsing, --help, "did you mean", the man page and what shells complete are
 * made from these rows. To add a flag, add its row in flags.c; to add a
 * command, its row in commands.c. Words in capitals that stand for something
 * of the user's (SESSION, FILE) are rows of placeholders.c. (What
 * getopt calls an option is a flag here: an option is an alternative of the
 * decision.)
 */
#ifndef SRC_ARGUMENTS_H
#define SRC_ARGUMENTS_H

#include <stdbool.h>

enum status {
	STATUS_DONE,   /* 0 */
	STATUS_FAILED, /* a file or a value is wrong */
	STATUS_USAGE,  /* the command line is wrong */
	STATUS_MOVED,  /* review: a verdict moved */
};

enum command_id {
	COMMAND_WIZARD, /* the one without a name */
	COMMAND_NEW,
	COMMAND_REPORT,
	COMMAND_COMPARE,
	COMMAND_GET,
	COMMAND_SET,
	COMMAND_CHECK,
	COMMAND_REVIEW,
	COMMAND_PRICES,
	COMMAND_USAGE,
	COMMAND_TEMPLATES,
	COMMAND_THEMES,
	COMMAND_PATHS,
	COMMAND_DOCTOR,
	COMMAND_COMPLETIONS,
	COMMAND_HELP,
	COMMAND_COMPLETE,
	COMMAND_MANUAL,
	COMMANDS
};

enum flag {
	FLAG_TEMPLATE,
	FLAG_BARE,
	FLAG_AS_COMMAND,
	FLAG_FORMAT,
	FLAG_CSV_DIALECT,
	FLAG_OUTPUT,
	FLAG_SECTION,
	FLAG_SET,
	FLAG_SCENARIOS,
	FLAG_SEED,
	FLAG_PRICES,
	FLAG_EXPLAIN,
	FLAG_VENDOR,
	FLAG_KIND,
	FLAG_DATE,
	FLAG_FREE,
	FLAG_INTO,
	FLAG_SAVE,
	FLAG_PLAIN,
	FLAG_THEME,
	FLAG_COLOR,
	FLAG_ASCII,
	FLAG_QUIET,
	FLAG_NO_INPUT,
	FLAG_NO_MOUSE,
	FLAG_DEMO,
	FLAG_BRAILLE,
	FLAG_TRACE,
	FLAG_HELP,
	FLAG_VERSION,
	FLAGS
};

struct flag_row {
	const char *name;     /* without the dashes */
	char letter;          /* or 0 */
	const char *argument; /* "FILE", or NULL: it takes none */
	bool repeats;         /* may be given several times */
	const char *help;
	unsigned commands; /* COMMAND_BIT()s of those that take it */
};

extern const struct flag_row flag_table[FLAGS];

#define COMMAND_BIT(command) (1u << (command))
#define EVERY_COMMAND (COMMAND_BIT(COMMANDS) - 1)

struct arguments;

struct command_row {
	const char *name;
	bool hidden;          /* for other programs, not for people */
	const char *operands; /* what stands behind the name: "SESSION" */
	const char *summary;  /* one line */
	const char *help;     /* what else to know */
	const char *examples; /* whole command lines, one a line */
	int least, most;      /* operands; most -1: any number */
	int (*run)(const struct arguments *arguments); /* the exit status */
};

extern const struct command_row command_table[COMMANDS];

struct arguments {
	enum command_id command;
	/* The last one given; "" for a flag without argument; NULL: absent. */
	const char *flag[FLAGS];
	const char **operands; /* borrowed from argv, like the rest */
	int operand_count;
	const char **sets; /* every --set, in their order */
	int set_count;
	const char **sections; /* every --section */
	int section_count;
};

/*
 * Read argv. False when there is nothing to run: then help, the version or
 * what is wrong has been written, and *status is the exit status. Release in
 * either case.
 */
bool arguments_read(
	struct arguments *arguments, int argc, char **argv, int *status);

/* The command of that name; COMMAND_WIZARD: there is none. */
enum command_id command_named(const char *word);

/* The visible command whose name is the most alike, or NULL. */
const char *command_suggest(const char *word);

/* "There is no command...", with that one. */
void complain_of_command(const char *word);

void arguments_release(struct arguments *arguments);

#endif
