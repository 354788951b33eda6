/*
 * tuneornot completions: a script for a shell. And what the script asks:
 *
 *	tuneornot __complete -- WORD... LAST
 *
 * What could LAST become? It is asked at every Tab, so that a shell knows
 * what this very program knows. The words are those behind the program's
 * name; the last one is being typed and may be "". The first line of the
 * answer is none, files or sessions: which files the shell should offer
 * beside ours. Then a line a word: the word, a tab, what it is.
 */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "output.h"
#include "paths.h"
#include "placeholders.h"
#include "suggestion.h"
#include "text.h"

enum { MOST_OPERANDS = 64, MOST_SLOTS = 8 };

/* The line so far. */
struct line {
	enum command_id command;
	const char *operands[MOST_OPERANDS];
	int count;
	bool given[FLAGS];
	enum flag open; /* it waits for its argument; FLAGS: none does */
	bool ended;     /* by "--": no flags any more */
};

static void print_offer(void *context, const char *word, const char *about)
{
	char clean[512];

	(void)context;
	if (!text_is_plain(word)) /* it would be typed into a terminal */
		return;
	text_clean(clean, sizeof(clean), about);
	printf("%s\t%s\n", word, clean);
}

static void print_files(enum files files)
{
	static const char *const names[] = {
		[FILES_NONE] = "none",
		[FILES_ANY] = "files",
		[FILES_SESSIONS] = "sessions",
	};

	puts(names[files]);
}

/* ---- reading the words -------------------------------------------------- */

/* A flag by its long name of so many bytes, which may be cut short. */
static enum flag flag_named(const char *name, size_t length)
{
	enum flag found = FLAGS;

	for (int i = FLAGS - 1; i >= 0; i--) {
		if (strncmp(flag_table[i].name, name, length) != 0)
			continue;
		found = (enum flag)i;
		if (!flag_table[i].name[length])
			return found;
	}
	return found;
}

static enum flag flag_lettered(char letter)
{
	int flag = 0;

	while (flag < FLAGS && flag_table[flag].letter != letter)
		flag++;
	return (enum flag)flag;
}

static void take_flag(struct line *line, enum flag flag, bool with_argument)
{
	if (flag == FLAGS)
		return;
	line->given[flag] = true;
	if (flag_table[flag].argument && !with_argument)
		line->open = flag;
}

static void take_operand(struct line *line, const char *word)
{
	if (line->command == COMMAND_WIZARD && !line->count) {
		line->command = command_named(word);
		if (line->command != COMMAND_WIZARD)
			return;
	}
	if (line->count < MOST_OPERANDS)
		line->operands[line->count++] = word;
}

static void take_word(struct line *line, const char *word)
{
	size_t length;

	if (line->open != FLAGS) {
		line->open = FLAGS;
	} else if (line->ended || word[0] != '-' || !word[1]) {
		take_operand(line, word);
	} else if (!strcmp(word, "--")) {
		line->ended = true;
	} else if (word[1] != '-') {
		take_flag(line, flag_lettered(word[1]), word[2]);
	} else {
		length = strcspn(word + 2, "=");
		take_flag(line, flag_named(word + 2, length), word[2 + length]);
	}
}

/* ---- answering ---------------------------------------------------------- */

static enum files files_of(const char *name, size_t length)
{
	const struct placeholder_row *row = placeholder(name, length);

	return row ? row->files : FILES_NONE;
}

static void offer_placeholder(
	struct offers *offers, const char *name, size_t length)
{
	const struct placeholder_row *row = placeholder(name, length);

	if (row && row->offer)
		row->offer(offers);
}

/* The argument of "--flag ARG". */
static void answer_argument(enum flag flag, struct offers *offers)
{
	const char *argument = flag_table[flag].argument;

	print_files(files_of(argument, strlen(argument)));
	offer_placeholder(offers, argument, strlen(argument));
}

/* A word that is offered behind "--flag=". */
struct joined {
	const char *start;
	size_t length;
};

static void print_joined(void *context, const char *word, const char *about)
{
	const struct joined *joined = context;
	char all[512];

	snprintf(all, sizeof(all), "%.*s%s", (int)joined->length, joined->start,
		word);
	print_offer(NULL, all, about);
}

/* The argument of "--flag=ARG"; length is that of "--flag=". */
static void answer_joined(const struct offers *offers, size_t length)
{
	struct joined joined = {offers->typed, length};
	struct offers behind = {.typed = offers->typed + length,
		.session = offers->session,
		.take = print_joined,
		.context = &joined};
	enum flag flag = flag_named(offers->typed + 2, length - 3);

	if (flag != FLAGS && flag_table[flag].argument)
		answer_argument(flag, &behind);
	else
		print_files(FILES_NONE);
}

static void answer_flags(const struct line *line, struct offers *offers)
{
	print_files(FILES_NONE);
	for (int i = 0; i < FLAGS; i++) {
		const struct flag_row *row = &flag_table[i];
		char word[64];

		if (!(row->commands & COMMAND_BIT(line->command)) ||
			(line->given[i] && !row->repeats))
			continue;
		snprintf(word, sizeof(word), "--%s", row->name);
		offer(offers, word, row->help);
	}
}

/* The words of "bash|zsh|fish". */
static void offer_literals(struct offers *offers, const struct slot *slot)
{
	char word[64];
	size_t at = 0;

	while (at < slot->length) {
		size_t length = strcspn(slot->text + at, "| ]");

		if (length > slot->length - at)
			length = slot->length - at;
		snprintf(word, sizeof(word), "%.*s", (int)length,
			slot->text + at);
		offer(offers, word, "");
		at += length + 1;
	}
}

/* The slot for the next operand in the alternative that begins at text; where
 * the next alternative begins, or NULL. */
static const char *next_slot(const struct line *line, const char *text,
	struct slot *next, bool *fits)
{
	struct slot slot;
	int at = 0;

	*fits = true;
	next->length = 0;
	do {
		text = slot_read(text, &slot);
		if (at == line->count || (slot.repeats && at < line->count))
			*next = slot;
		if (at < line->count && !slot_fits(&slot, line->operands[at]))
			*fits = false;
		at++;
	} while (!slot.ends);
	return text;
}

/* Every alternative of a usage that what is there fits. */
static void answer_operand(const struct line *line, struct offers *offers)
{
	const char *text = command_table[line->command].operands;
	struct slot slots[MOST_SLOTS];
	enum files files = FILES_NONE;
	int count = 0;

	while (text && *text && count < MOST_SLOTS) {
		bool fits;

		text = next_slot(line, text, &slots[count], &fits);
		if (!fits || !slots[count].length)
			continue;
		if (files == FILES_NONE)
			files = files_of(
				slots[count].text, slots[count].length);
		count++;
	}
	print_files(files);
	if (line->command == COMMAND_WIZARD && !line->count && !line->ended)
		offer_placeholder(offers, "COMMAND", strlen("COMMAND"));
	for (int i = 0; i < count; i++)
		if (slot_is_placeholder(&slots[i]))
			offer_placeholder(
				offers, slots[i].text, slots[i].length);
		else
			offer_literals(offers, &slots[i]);
}

static void answer(const struct line *line, struct offers *offers)
{
	const char *typed = offers->typed;
	const char *equals = strchr(typed, '=');

	if (line->open != FLAGS)
		answer_argument(line->open, offers);
	else if (line->ended || typed[0] != '-')
		answer_operand(line, offers);
	else if (!strncmp(typed, "--", 2) && equals)
		answer_joined(offers, (size_t)(equals + 1 - typed));
	else
		answer_flags(line, offers);
}

const char *command_expand(const char *path, char *out, size_t size)
{
	const char *home = getenv("HOME");

	if (strncmp(path, "~/", 2) != 0 || !home)
		return path;
	snprintf(out, size, "%s%s", home, path + 1);
	return out;
}

int command_complete(const struct arguments *arguments)
{
	int last = arguments->operand_count - 1;
	struct line line = {.command = COMMAND_WIZARD, .open = FLAGS};
	struct offers offers = {
		.typed = arguments->operands[last], .take = print_offer};
	char path[PATH_MAX];

	for (int i = 0; i < last; i++)
		take_word(&line, arguments->operands[i]);
	if (line.count)
		offers.session =
			command_expand(line.operands[0], path, sizeof(path));
	answer(&line, &offers);
	return STATUS_DONE;
}

/* ---- the scripts -------------------------------------------------------- */

static const char *const shells[] = {"bash", "zsh", "fish"};

enum { SHELLS = sizeof(shells) / sizeof(*shells) };

static bool check_shell(const char *name)
{
	struct suggestion suggestion = {.written = name};

	for (size_t i = 0; i < SHELLS; i++) {
		if (!strcmp(name, shells[i]))
			return true;
		suggestion_try(&suggestion, shells[i]);
	}
	if (suggestion_best(&suggestion))
		complain("there are no completions for \"%s\"; did you mean "
			 "\"%s\"?",
			name, suggestion_best(&suggestion));
	else
		complain("there are no completions for \"%s\"; there are: "
			 "bash, zsh, fish",
			name);
	return false;
}

static bool print_file(const char *path)
{
	char bytes[4096];
	FILE *file = fopen(path, "re");
	size_t length;
	bool done;

	if (!file)
		return false;
	while ((length = fread(bytes, 1, sizeof(bytes), file)) > 0)
		output_write("-", bytes, length);
	done = !ferror(file);
	fclose(file);
	return done;
}

int command_completions(const struct arguments *arguments)
{
	const char *shell = arguments->operands[0];
	char name[64], path[PATH_MAX];

	if (!check_shell(shell))
		return STATUS_USAGE;
	snprintf(name, sizeof(name), "completions/tuneornot.%s", shell);
	if (paths_data(name, path, sizeof(path)) && print_file(path))
		return STATUS_DONE;
	complain("%s of our data could not be read; \"tuneornot paths\" shows "
		 "where it is looked for",
		name);
	return STATUS_FAILED;
}
