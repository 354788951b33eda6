#include "manual.h"

#include <stdio.h>
#include <string.h>

#include "arguments.h"
#include "glossary.h"
#include "model.h"
#include "placeholders.h"
#include "usage.h"

/* ---- mdoc --------------------------------------------------------------- */

/* Does a sentence end here? Each begins a line of its own in mdoc. */
static bool ends_sentence(const char *at)
{
	return *at == '.' && at[1] == ' ' && at[2] >= 'A' && at[2] <= 'Z';
}

static void print_character(char c)
{
	switch (c) {
	case '\\': fputs("\\e", stdout); break;
	case '-': fputs("\\-", stdout); break;
	case '~': fputs("\\(ti", stdout); break;
	case '^': fputs("\\(ha", stdout); break;
	case '`': fputs("\\(ga", stdout); break;
	case '\'': fputs("\\(aq", stdout); break;
	case '"': fputs("\\(dq", stdout); break;
	default: putchar(c);
	}
}

/* Words of ours as text lines. A dot or an apostrophe at the start of a line
 * would be a request. */
static void print_text(const char *text)
{
	bool starts = true;

	for (; *text; text++) {
		if (starts && (*text == '.' || *text == '\''))
			fputs("\\&", stdout);
		starts = false;
		if (ends_sentence(text)) {
			puts(".");
			text++;
			starts = true;
			continue;
		}
		print_character(*text);
	}
	putchar('\n');
}

static void print_section(const char *title)
{
	printf(".Sh %s\n", title);
}

static void begin_list(void)
{
	puts(".Bl -tag -width Ds");
}

static void end_list(void)
{
	puts(".El");
}

/* A summary has no full stop of its own. */
static void print_summary(const struct command_row *row)
{
	char line[256];

	snprintf(line, sizeof(line), "%s.", row->summary);
	print_text(line);
}

/* What a list explains: in one argument, whatever it holds. */
static void print_term(const char *name)
{
	printf(".It Sy \"");
	for (; *name; name++)
		print_character(*name);
	puts("\"");
}

/* Whole lines as they are to be typed. */
static void print_literal(const char *lines)
{
	puts(".Bd -literal -offset indent");
	for (bool starts = true; *lines; lines++) {
		if (starts && (*lines == '.' || *lines == '\''))
			fputs("\\&", stdout);
		starts = *lines == '\n';
		if (starts)
			putchar('\n');
		else
			print_character(*lines);
	}
	puts("\n.Ed");
}

static void print_terms(const char *title, const struct term *terms)
{
	if (title)
		print_section(title);
	begin_list();
	for (; terms->name; terms++) {
		print_term(terms->name);
		print_text(terms->help);
	}
	end_list();
}

/* ---- commands and flags ------------------------------------------------- */

static bool is_common(const struct flag_row *flag)
{
	return flag->commands == EVERY_COMMAND;
}

static void print_flag(const struct flag_row *flag)
{
	printf(".It ");
	if (flag->letter)
		printf("Fl %c , ", flag->letter);
	printf("Fl \\-%s", flag->name);
	if (flag->argument)
		printf(" Ar %s", flag->argument);
	putchar('\n');
	print_text(flag->help);
}

/* Those that are a command's own, or those of them all. */
static void print_flags(enum command_id command, bool common)
{
	bool any = false;

	for (int i = 0; i < FLAGS; i++) {
		const struct flag_row *flag = &flag_table[i];

		if (!(flag->commands & COMMAND_BIT(command)) ||
			is_common(flag) != common)
			continue;
		if (!any)
			begin_list();
		any = true;
		print_flag(flag);
	}
	if (any)
		end_list();
}

/* "Ar SESSION ...", or "Cm bash | zsh | fish" */
static void print_slot(const struct slot *slot)
{
	printf(".%s%s ", slot->optional ? "Op " : "",
		slot_is_placeholder(slot) ? "Ar" : "Cm");
	for (size_t i = 0; i < slot->length; i++)
		if (slot->text[i] == '|')
			fputs(" | ", stdout);
		else
			print_character(slot->text[i]);
	puts(slot->repeats ? " ..." : "");
}

static void print_operands(const char *operands)
{
	struct slot slot;

	while (operands && *operands) {
		operands = slot_read(operands, &slot);
		print_slot(&slot);
		if (operands && slot.ends)
			puts("|");
	}
}

static void print_usage(enum command_id command)
{
	const struct command_row *row = &command_table[command];

	puts(".Nm");
	if (*row->name)
		printf(".Cm %s\n", row->name);
	print_operands(row->operands);
	for (int i = 0; i < FLAGS; i++) {
		const struct flag_row *flag = &flag_table[i];

		if (!(flag->commands & COMMAND_BIT(command)) || is_common(flag))
			continue;
		if (flag->letter)
			printf(".Op Fl %c", flag->letter);
		else
			printf(".Op Fl \\-%s", flag->name);
		if (flag->argument)
			printf(" Ar %s", flag->argument);
		puts(flag->repeats ? " ..." : "");
	}
}

static void print_command(enum command_id command)
{
	const struct command_row *row = &command_table[command];

	printf(".Ss %s\n", *row->name ? row->name : "The wizard");
	print_usage(command);
	puts(".Pp");
	print_summary(row);
	print_text(row->help);
	print_flags(command, false);
	print_literal(row->examples);
}

static void print_each(void (*print)(enum command_id command))
{
	for (int i = 0; i < COMMANDS; i++)
		if (!command_table[i].hidden)
			print((enum command_id)i);
}

/* ---- words and keys ----------------------------------------------------- */

static void print_placeholders(void)
{
	const struct placeholder_row *row = placeholder_table;

	puts(".Pp\nIn all of these stands");
	begin_list();
	for (; row->name; row++) {
		if (!row->help)
			continue;
		printf(".It Ar %s\n", row->name);
		print_text(row->help);
	}
	end_list();
}

static void print_key(enum input input)
{
	const struct input_row *row = &input_table[input];
	struct place place = {input, input_is_option(input) ? 0 : -1};
	char key[SESSION_KEY], domain[256];

	session_key(place, key, sizeof(key));
	input_domain(input, domain, sizeof(domain));
	printf(".It Va %s\n", key);
	print_text(row->help);
	if (domain[0])
		printf("(%s", domain);
	if (row->fallback && row->fallback[0])
		printf("%sdefault %s", domain[0] ? "; " : "(", row->fallback);
	if (domain[0] || (row->fallback && row->fallback[0]))
		puts(")");
}

static void print_keys(void)
{
	print_section("SESSION KEYS");
	print_text("What get, set and --set can name. Those of an option stand "
		   "here with options[0], the first one; options[1] is the "
		   "second, and an option can also be named: options[Hosted "
		   "tune].pass_rate.");
	begin_list();
	for (int i = 0; i < INPUTS; i++)
		print_key((enum input)i);
	end_list();
}

/* ---- the page ----------------------------------------------------------- */

static void print_head(void)
{
	puts(".Dd " TUNEORNOT_RELEASED "\n.Dt TUNEORNOT 1\n.Os\n"
	     ".Sh NAME\n.Nm tuneornot\n"
	     ".Nd fine-tune a model of your own, or prompt one that exists?");
	print_section("SYNOPSIS");
	print_each(print_usage);
	print_section("DESCRIPTION");
	print_text("Five questions, what each way costs beside every key you "
		   "press, and a memo for the meeting in which it is decided. "
		   "Every command runs the same model as the screens, needs no "
		   "terminal and asks nothing; only the wizard does.");
	puts(".Pp");
	print_text("In the wizard ? shows every key, and help about the field "
		   "that you are in.");
}

static void print_first_example(enum command_id command)
{
	const struct command_row *row = &command_table[command];
	char line[256];

	snprintf(line, sizeof(line), "%.*s", (int)strcspn(row->examples, "\n"),
		row->examples);
	print_summary(row);
	print_literal(line);
}

void manual_print(void)
{
	print_head();
	print_section("COMMANDS");
	print_each(print_command);
	print_section("FLAGS OF EVERY COMMAND");
	print_text("Flags stand before or behind the command, and may be cut "
		   "short where it stays clear which one is meant. Everything "
		   "behind -- is no flag.");
	print_flags(COMMAND_WIZARD, true);
	print_placeholders();
	print_terms("QUANTITIES", quantity_terms);
	print_keys();
	print_terms("ENVIRONMENT", environment_terms);
	print_terms("FILES", file_terms);
	print_terms("EXIT STATUS", status_terms);
	print_section("EXAMPLES");
	print_each(print_first_example);
}
