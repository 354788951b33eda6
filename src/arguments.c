/*
 * From argv to struct arguments.
 *
 * getopt_long reads the flags; its table is made from ours. It is told to
 * hand over operands in their order, so that flags work before and behind the
 * command, whatever POSIXLY_CORRECT says. The first operand names the command;
 * if it does not, the wizard is meant, and the operand is its session.
 */
#include "arguments.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "output.h"
#include "suggestion.h"
#include "usage.h"

/* ---- getopt ------------------------------------------------------------- */

/* Values of long flags begin here, behind all letters. */
enum { LONG_FLAG = 256 };

struct getopt_tables {
	struct option longs[FLAGS + 1];
	char letters[2 + 2 * FLAGS + 1];
};

static void make_getopt_tables(struct getopt_tables *tables)
{
	/* "-": operands come in order; ":": tell a missing argument. */
	char *letter = stpcpy(tables->letters, "-:");

	memset(tables->longs, 0, sizeof(tables->longs));
	for (int i = 0; i < FLAGS; i++) {
		const struct flag_row *row = &flag_table[i];

		tables->longs[i] = (struct option){.name = row->name,
			.has_arg =
				row->argument ? required_argument : no_argument,
			.val = LONG_FLAG + i};
		if (!row->letter)
			continue;
		*letter++ = row->letter;
		if (row->argument)
			*letter++ = ':';
	}
	*letter = '\0';
}

/* FLAGS: it is none of ours. */
static enum flag flag_of(int value)
{
	if (value >= LONG_FLAG)
		return (enum flag)(value - LONG_FLAG);
	for (int i = 0; i < FLAGS; i++)
		if (flag_table[i].letter == value)
			return (enum flag)i;
	return FLAGS;
}

/* ---- what can be wrong -------------------------------------------------- */

/* "--s" begins several names: which of them was meant? */
static bool refuse_short(const char *name)
{
	char list[256] = "";
	size_t length = 0;
	int count = 0;

	for (int i = 0; i < FLAGS; i++) {
		if (strncmp(flag_table[i].name, name, strlen(name)) != 0)
			continue;
		length += (size_t)snprintf(list + length, sizeof(list) - length,
			"%s--%s", count++ ? ", " : "", flag_table[i].name);
		if (length >= sizeof(list))
			length = sizeof(list) - 1;
	}
	if (count > 1)
		complain("--%s begins several flags; write one of %s", name,
			list);
	return count > 1;
}

static bool refuse_flag(const char *written)
{
	struct suggestion suggestion = {0};
	size_t dashes = strspn(written, "-");
	char name[64];

	snprintf(name, sizeof(name), "%.*s",
		(int)strcspn(written + dashes, "="), written + dashes);
	if (dashes == 2 && refuse_short(name))
		return false;
	suggestion.written = name;
	for (int i = 0; i < FLAGS; i++)
		suggestion_try(&suggestion, flag_table[i].name);
	if (suggestion_best(&suggestion))
		complain("there is no flag %.*s%s; did you mean --%s?",
			(int)dashes, written, name,
			suggestion_best(&suggestion));
	else
		complain("there is no flag %.*s%s; \"tuneornot --help\" "
			 "lists them",
			(int)dashes, written, name);
	return false;
}

/* What getopt did not like; word is where it was reading. */
static bool refuse(int found, const char *word)
{
	enum flag flag = flag_of(optopt);

	if (found == ':')
		complain("--%s wants %s behind it; for example: --%s %s",
			flag_table[flag].name, flag_table[flag].argument,
			flag_table[flag].name, flag_table[flag].argument);
	else if (optopt >= LONG_FLAG)
		complain("--%s takes no value; write --%s alone",
			flag_table[flag].name, flag_table[flag].name);
	else
		return refuse_flag(word);
	return false;
}

static bool check_flags(const struct arguments *arguments)
{
	const struct command_row *row = &command_table[arguments->command];

	for (int i = 0; i < FLAGS; i++) {
		if (!arguments->flag[i] ||
			flag_table[i].commands &
				COMMAND_BIT(arguments->command))
			continue;
		complain("%s%s does not take --%s; for example: %.*s",
			arguments->command == COMMAND_WIZARD ? "the wizard"
							     : "tuneornot ",
			row->name, flag_table[i].name,
			(int)strcspn(row->examples, "\n"), row->examples);
		return false;
	}
	return true;
}

static bool check_operands(const struct arguments *arguments)
{
	const struct command_row *row = &command_table[arguments->command];
	int count = arguments->operand_count;

	if (count < row->least)
		complain("tuneornot %s wants %s; for example: %.*s", row->name,
			row->operands, (int)strcspn(row->examples, "\n"),
			row->examples);
	else if (row->most >= 0 && count > row->most)
		complain("what is \"%s\" for? It is: tuneornot %s %s",
			arguments->operands[row->most], row->name,
			row->operands);
	else
		return true;
	return false;
}

/*
 * Is the first operand, which names no command, a misspelt one? With others
 * behind it surely; alone it may be the name of a session.
 */
static bool check_session_name(const struct arguments *arguments)
{
	const char *word = arguments->operands[0];

	if (!word)
		return true;
	if (arguments->operand_count == 1 &&
		(strpbrk(word, "./-") || !access(word, F_OK)))
		return true;
	if (arguments->operand_count == 1 && !command_suggest(word))
		return true;
	complain_of_command(word);
	return false;
}

/* ---- commands by name --------------------------------------------------- */

enum command_id command_named(const char *word)
{
	for (int i = COMMAND_WIZARD + 1; i < COMMANDS; i++)
		if (!strcmp(word, command_table[i].name))
			return (enum command_id)i;
	return COMMAND_WIZARD;
}

const char *command_suggest(const char *word)
{
	struct suggestion suggestion = {.written = word};

	for (int i = COMMAND_WIZARD + 1; i < COMMANDS; i++)
		if (!command_table[i].hidden)
			suggestion_try(&suggestion, command_table[i].name);
	return suggestion_best(&suggestion);
}

void complain_of_command(const char *word)
{
	const char *meant = command_suggest(word);

	if (meant)
		complain("there is no command \"%s\"; did you mean "
			 "\"tuneornot %s\"?",
			word, meant);
	else
		complain("there is no command \"%s\"; \"tuneornot --help\" "
			 "lists them",
			word);
}

/* ---- reading ------------------------------------------------------------ */

static void take_command(struct arguments *arguments)
{
	const char *word = arguments->operands[0];

	if (word)
		arguments->command = command_named(word);
	if (arguments->command == COMMAND_WIZARD)
		return;
	arguments->operand_count--;
	memmove(arguments->operands, arguments->operands + 1,
		(size_t)(arguments->operand_count + 1) *
			sizeof(*arguments->operands));
}

static void take_flag(
	struct arguments *arguments, enum flag flag, const char *value)
{
	if (flag == FLAGS)
		return;
	arguments->flag[flag] = value ? value : "";
	if (flag == FLAG_SET)
		arguments->sets[arguments->set_count++] = value;
	if (flag == FLAG_SECTION)
		arguments->sections[arguments->section_count++] = value;
}

static bool take_words(struct arguments *arguments, int argc, char **argv)
{
	struct getopt_tables tables;
	int found, at = 1;

	make_getopt_tables(&tables);
	opterr = 0;
	while ((found = getopt_long(argc, argv, tables.letters, tables.longs,
			NULL)) != -1) {
		if (found == '?' || found == ':')
			return refuse(found, argv[at]);
		if (found == 1)
			arguments->operands[arguments->operand_count++] =
				optarg;
		else
			take_flag(arguments, flag_of(found), optarg);
		at = optind;
	}
	while (optind < argc)
		arguments->operands[arguments->operand_count++] =
			argv[optind++];
	return true;
}

/* Is one of these words there, as it stands, before a "--"? */
static bool has_word(char **argv, const char *word, const char *other)
{
	for (argv++; *argv && strcmp(*argv, "--") != 0; argv++)
		if (!strcmp(*argv, word) || !strcmp(*argv, other))
			return true;
	return false;
}

/* The first word that names a command. */
static enum command_id command_among(char **argv)
{
	enum command_id command = COMMAND_WIZARD;

	for (argv++; *argv && command == COMMAND_WIZARD; argv++)
		command = command_named(*argv);
	return command;
}

static bool answer(bool help, bool version, enum command_id command)
{
	if (help)
		usage_print(command);
	else if (version)
		printf("tuneornot %s\n", TUNEORNOT_VERSION);
	return help || version;
}

/* Who asks for help gets it, whatever else is wrong with the line. */
static bool answer_words(char **argv)
{
	return answer(has_word(argv, "--help", "-h"),
		has_word(argv, "--version", "--version"), command_among(argv));
}

/* The same for what getopt alone understands: "--hel", "-qh". */
static bool answer_flags(const struct arguments *arguments)
{
	return answer(arguments->flag[FLAG_HELP], arguments->flag[FLAG_VERSION],
		arguments->command);
}

bool arguments_read(
	struct arguments *arguments, int argc, char **argv, int *status)
{
	*arguments = (struct arguments){.command = COMMAND_WIZARD};
	arguments->operands = calloc((size_t)argc + 1, sizeof(char *));
	arguments->sets = calloc((size_t)argc + 1, sizeof(char *));
	arguments->sections = calloc((size_t)argc + 1, sizeof(char *));
	*status = STATUS_FAILED;
	if (!arguments->operands || !arguments->sets || !arguments->sections)
		return complain("there is not enough memory"), false;
	*status = STATUS_DONE;
	if (argc > 0 && answer_words(argv))
		return false;
	*status = STATUS_USAGE;
	if (!take_words(arguments, argc, argv))
		return false;
	take_command(arguments);
	*status = STATUS_DONE;
	if (answer_flags(arguments))
		return false;
	*status = STATUS_USAGE;
	return (arguments->command != COMMAND_WIZARD ||
		       check_session_name(arguments)) &&
	       check_flags(arguments) && check_operands(arguments);
}

void arguments_release(struct arguments *arguments)
{
	free(arguments->operands);
	free(arguments->sets);
	free(arguments->sections);
}
