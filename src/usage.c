#include "usage.h"

#include <stdio.h>
#include <string.h>

#include "glossary.h"
#include "placeholders.h"
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

/* Does every command take it? */
static bool is_common(const struct flag_row *flag)
{
	return flag->commands == EVERY_COMMAND;
}

static bool has_own_flags(enum command_id command)
{
	for (int i = 0; i < FLAGS; i++)
		if (!is_common(&flag_table[i]) &&
			flag_table[i].commands & COMMAND_BIT(command))
			return true;
	return false;
}

static void print_flags(const char *title, enum command_id command, bool common)
{
	printf("\n%s\n", title);
	for (int i = 0; i < FLAGS; i++)
		if (flag_table[i].commands & COMMAND_BIT(command) &&
			is_common(&flag_table[i]) == common)
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

/* " [-o FILE]" or " [--set KEY=VALUE]..." */
static int write_flag(char *out, size_t size, const struct flag_row *flag)
{
	char name[64];

	if (flag->letter)
		snprintf(name, sizeof(name), "-%c", flag->letter);
	else
		snprintf(name, sizeof(name), "--%s", flag->name);
	return snprintf(out, size, " [%s%s%s]%s", name,
		flag->argument ? " " : "", flag->argument ? flag->argument : "",
		flag->repeats ? "..." : "");
}

void usage_line(char out[USAGE_LINE], enum command_id command)
{
	const struct command_row *row = &command_table[command];
	int length = snprintf(out, USAGE_LINE, "tuneornot%s%s%s%s",
		*row->name ? " " : "", row->name, *row->operands ? " " : "",
		row->operands);

	for (int i = 0; i < FLAGS; i++)
		if (!is_common(&flag_table[i]) &&
			flag_table[i].commands & COMMAND_BIT(command) &&
			length < USAGE_LINE)
			length += write_flag(out + length,
				USAGE_LINE - (size_t)length, &flag_table[i]);
}

static void print_synopsis(enum command_id command)
{
	char line[USAGE_LINE];
	const char *next;
	const char *rest = line;
	int column = 2;

	usage_line(line, command);
	printf("\nUsage\n");
	for (size_t bytes; (bytes = text_wrap(rest, WIDTH - column, &next)) > 0;
		rest = next) {
		printf("%*s%.*s\n", column, "", (int)bytes, rest);
		column = 4;
	}
}

/* What the words in capitals stand for, each once. */
static void print_placeholders(enum command_id command)
{
	char line[USAGE_LINE];
	bool first = true;

	usage_line(line, command);
	for (const struct placeholder_row *row = placeholder_table; row->name;
		row++) {
		if (!row->help || !placeholder_is_in(row, line))
			continue;
		if (first)
			printf("\nWords\n");
		first = false;
		print_row(row->name, row->help);
	}
}

static void print_statuses(void)
{
	printf("\nExit status\n");
	for (const struct term *term = status_terms; term->name; term++)
		print_row(term->name, term->help);
}

static void print_command(enum command_id command)
{
	const struct command_row *row = &command_table[command];

	printf("%s.\n\nExamples\n", row->summary);
	print_examples(row->examples, true);
	print_synopsis(command);
	printf("\n");
	print_wrapped(0, row->help);
	if (has_own_flags(command))
		print_flags("Flags", command, false);
	print_flags("Flags of every command", command, true);
	print_placeholders(command);
}

static void print_commands(void)
{
	printf("\nCommands\n");
	for (int i = COMMAND_WIZARD; i < COMMANDS; i++) {
		const struct command_row *row = &command_table[i];
		char name[80];

		if (row->hidden)
			continue;
		snprintf(name, sizeof(name), "%s%s%s", row->name,
			*row->name ? " " : "", row->operands);
		print_row(name, row->summary);
	}
}

static void print_program(void)
{
	print_wrapped(0, command_table[COMMAND_WIZARD].help);
	printf("\nExamples\n");
	for (int i = 0; i < COMMANDS; i++)
		if (!command_table[i].hidden && *command_table[i].operands)
			print_examples(command_table[i].examples, false);
	print_commands();
	if (has_own_flags(COMMAND_WIZARD))
		print_flags("Flags of the wizard", COMMAND_WIZARD, false);
	print_flags("Flags of every command, before or behind it",
		COMMAND_WIZARD, true);
	print_statuses();
	printf("\n\"tuneornot help COMMAND\" has the flags and examples of a "
	       "command;\n\"man tuneornot\" has all of it.\n");
}

void usage_print(enum command_id command)
{
	if (command == COMMAND_WIZARD)
		print_program();
	else
		print_command(command);
}
