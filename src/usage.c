#include "usage.h"

#include <stdio.h>
#include <string.h>

#include "text.h"

enum { WIDTH = 79, NAMES = 28 };

/* Text from a column on; the cursor stands somewhere left of it. */
static void print_wrapped(int column, const char *text)
{
	const char *next;
	size_t bytes;

	while ((bytes = text_wrap(text, WIDTH - column, &next)) > 0) {
		printf("%.*s\n", (int)bytes, text);
		text = next;
		if (*text)
			printf("%*s", column, "");
	}
}

/* A name in its column, and what it is about behind it. */
static void print_row(const char *name, const char *help)
{
	printf("  %-*s", NAMES - 2, name);
	if (strlen(name) > NAMES - 3)
		printf("\n%*s", NAMES, "");
	print_wrapped(NAMES, help);
}

static void print_flag(const struct flag_row *flag)
{
	char name[64], letter[8] = "    ";

	if (flag->letter)
		snprintf(letter, sizeof(letter), "-%c, ", flag->letter);
	snprintf(name, sizeof(name), "%s--%s%s%s", letter, flag->name,
		flag->argument ? " " : "",
		flag->argument ? flag->argument : "");
	print_row(name, flag->help);
}

static void print_flags(unsigned commands)
{
	printf("\nFlags, before or behind the command\n");
	for (int i = 0; i < FLAGS; i++)
		if (flag_table[i].commands & commands)
			print_flag(&flag_table[i]);
}

/* The first one, or all of them. */
static void print_examples(const char *examples, bool all)
{
	do {
		int length = (int)strcspn(examples, "\n");

		printf("  %.*s\n", length, examples);
		examples += length + (examples[length] == '\n');
	} while (all && *examples);
}

/* The whole command with the flags that are its own. */
static void print_synopsis(
	const struct command_row *row, enum command_id command)
{
	char line[256];
	int length = snprintf(line, sizeof(line), "tuneornot %s%s%s", row->name,
		*row->operands ? " " : "", row->operands);

	for (int i = 0; i < FLAGS; i++) {
		const struct flag_row *flag = &flag_table[i];

		if (flag->commands != EVERY_COMMAND &&
			flag->commands & COMMAND_BIT(command))
			length += snprintf(line + length,
				sizeof(line) - (size_t)length, " [--%s %s]",
				flag->name, flag->argument);
	}
	printf("\nUsage\n  ");
	print_wrapped(2, line);
}

static void print_command(
	const struct command_row *row, enum command_id command)
{
	printf("%s.\n\nExamples\n", row->summary);
	print_examples(row->examples, true);
	print_synopsis(row, command);
	printf("\n");
	print_wrapped(0, row->help);
	print_flags(COMMAND_BIT(command));
}

static void print_program(void)
{
	const struct command_row *wizard = &command_table[COMMAND_WIZARD];

	print_wrapped(0, wizard->help);
	printf("\nExamples\n");
	for (int i = 0; i < COMMANDS; i++)
		print_examples(command_table[i].examples, false);
	printf("\nCommands\n");
	print_row(wizard->operands, wizard->summary);
	for (int i = COMMAND_WIZARD + 1; i < COMMANDS; i++) {
		char name[80];

		snprintf(name, sizeof(name), "%s %s", command_table[i].name,
			command_table[i].operands);
		print_row(name, command_table[i].summary);
	}
	print_flags(EVERY_COMMAND);
	printf("\nSESSION is a file, KEY is group.key, options[0].key or "
	       "options[NAME].key,\nand \"-\" is standard input or output.\n"
	       "\nExit status: 0 done; 1 a file or a value is wrong; 2 the "
	       "command line is wrong.\n");
}

void usage_print(enum command_id command)
{
	if (command == COMMAND_WIZARD)
		print_program();
	else
		print_command(&command_table[command], command);
}
