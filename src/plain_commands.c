/*
 * THE table of commands of the plain interview, and what they do: dispatch,
 * :help and "did you mean" are made from it (plain_lookup.c).
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "plain_parts.h"

/* ---- moving ------------------------------------------------------------- */

static void go_back(struct plain *plain, const char *argument)
{
	(void)argument;
	if (!plain_backward(plain))
		voice_say(&plain->voice, "This is the first field.");
}

static void go_next(struct plain *plain, const char *argument)
{
	(void)argument;
	if (plain->page != PLAIN_END)
		plain_leave_page(plain);
}

static void skip_part(struct plain *plain, const char *argument)
{
	(void)argument;
	plain_skip_part(plain);
}

/* "3", "3.5" or "end". */
static void go_to(struct plain *plain, const char *argument)
{
	char *rest;
	long page = strtol(argument, &rest, 10), field = 1;

	if (!strcmp(argument, "end")) {
		plain_go(plain, PLAIN_END);
		return;
	}
	if (*rest == '.')
		field = strtol(rest + 1, &rest, 10);
	if (*rest || page < 1 || page > QUESTIONS || field < 1) {
		plain_refuse(plain, "go",
			"Go where? :go 2 is question 2, :go 2.3 its third "
			"field, :go end the review.");
		return;
	}
	plain_go(plain, (int)page - 1);
	if (field > plain->route.count)
		field = plain->route.count;
	plain_go_to(plain, (int)page - 1, plain->route.place[field - 1]);
}

static void go_to_options(struct plain *plain, const char *argument)
{
	(void)argument;
	if (plain->page != PAGE_OPTIONS) {
		plain->back_page = plain->page;
		plain->back_place = plain->place;
	}
	plain_go(plain, PAGE_OPTIONS);
}

static void ask_more(struct plain *plain, const char *argument)
{
	(void)argument;
	plain->more = !plain->more;
	voice_say(&plain->voice, "Rare fields are %s.",
		plain->more ? "asked for, too" : "left out again");
}

/* ---- changing ----------------------------------------------------------- */

static bool edit(struct plain *plain, const struct edit *what)
{
	const struct reply reply = {.kind = REPLY_EDIT, .edit = *what};

	if (!plain_take(plain, &reply))
		return false;
	plain_tell_changes(plain);
	plain_tell_result(plain, false);
	return true;
}

static void retrace(struct plain *plain, enum reply_kind kind)
{
	const struct reply reply = {.kind = kind};

	plain_take(plain, &reply);
	plain_tell_changes(plain);
	plain_tell_result(plain, false);
}

static void undo(struct plain *plain, const char *argument)
{
	(void)argument;
	retrace(plain, REPLY_UNDO);
}

static void redo(struct plain *plain, const char *argument)
{
	(void)argument;
	retrace(plain, REPLY_REDO);
}

/* Something is in focus at all; at the end nothing is. */
static bool has_place(struct plain *plain)
{
	if (plain->page != PLAIN_END)
		return true;
	plain_refuse(plain, "end", "No field is asked for here.");
	return false;
}

static void reset(struct plain *plain, const char *argument)
{
	const struct edit what = {.kind = EDIT_UNSET, .place = plain->place};

	(void)argument;
	if (has_place(plain))
		edit(plain, &what);
}

static void add_option(struct plain *plain, const char *argument)
{
	const struct edit what = {.kind = EDIT_ADD, .text = argument};

	if (!*argument) {
		plain_refuse(plain, "add", "Name it, as in :add Small tune");
		return;
	}
	if (!edit(plain, &what))
		return;
	go_to_options(plain, "");
	plain_go_to(plain, PAGE_OPTIONS,
		(struct place){
			IN_option_model, plain->program->session.options - 1});
}

/* The one that is named, or the one in focus; -1 after refusing. */
static int option_of(struct plain *plain, const char *name)
{
	int option = session_option(&plain->program->session, name);

	if (!*name && plain->page != PLAIN_END)
		option = plain->place.option;
	if (option < 0)
		plain_refuse(plain, "option",
			*name ? "There is no option of that name."
			      : "Which option? Put its name behind.");
	return option;
}

static void copy_option(struct plain *plain, const char *argument)
{
	struct edit what = {.kind = EDIT_COPY};

	what.place.option = option_of(plain, argument);
	if (what.place.option < 0 || !edit(plain, &what))
		return;
	go_to_options(plain, "");
	plain_go_to(plain, PAGE_OPTIONS,
		(struct place){IN_option_name, what.place.option + 1});
}

static void remove_option(struct plain *plain, const char *argument)
{
	struct edit what = {.kind = EDIT_REMOVE};

	what.place.option = option_of(plain, argument);
	if (what.place.option >= 0 && edit(plain, &what))
		plain->named_part = PART_OWN;
}

/* ---- prices ------------------------------------------------------------- */

static bool is_known(struct plain *plain, const char *id)
{
	struct frame frame = program_frame(plain->program);

	return frame.catalogue && catalogue_find(frame.catalogue, id);
}

static void pick(struct plain *plain, const char *argument)
{
	const struct reply ask = {.kind = REPLY_PRICES};
	const struct reply reply = {.kind = REPLY_PICK,
		.edit = {.place = plain->place},
		.text = argument};

	if (!has_place(plain))
		return;
	plain_take(plain, &ask);
	if (plain->place.option < 0 || !is_known(plain, argument)) {
		plain_refuse(plain, "pick",
			plain->place.option < 0
				? "Go to a field of an option first."
				: "The catalogue has no such entry; "
				  "\"tuneornot prices list\" shows all.");
		return;
	}
	plain_take(plain, &reply);
	plain_tell_changes(plain);
	plain_tell_result(plain, false);
}

static void reprice(struct plain *plain, const char *argument)
{
	const struct reply ask = {.kind = REPLY_PRICES};

	(void)argument;
	plain_take(plain, &ask);
	if (plain->program->repricing.moved == 0)
		voice_say(&plain->voice, "No price has moved.");
	else
		retrace(plain, REPLY_REPRICE);
}

/* ---- files -------------------------------------------------------------- */

static bool may_replace(struct plain *plain, const char *path)
{
	char words[ANSWER_BYTES + 32];

	if (!strcmp(path, plain->program->path) || access(path, F_OK) != 0)
		return true;
	snprintf(words, sizeof(words), "%s exists. Replace it?", path);
	return plain_confirm(plain, words);
}

static void save(struct plain *plain, const char *argument)
{
	const char *path = *argument ? argument : plain->program->path;
	const struct reply reply = {
		.kind = REPLY_SAVE_AS, .text = path, .force = true};

	if (!*path)
		plain_refuse(plain, "save",
			"In which file? For example: :save decision.cfg");
	else if (may_replace(plain, path))
		plain_take(plain, &reply);
}

static void write_report(struct plain *plain, const char *argument)
{
	const struct reply reply = {
		.kind = REPLY_EXPORT, .text = argument, .force = true};

	if (!*argument)
		plain_refuse(plain, "report",
			"To which file? For example: :report memo.md");
	else if (may_replace(plain, argument))
		plain_take(plain, &reply);
}

static void quit(struct plain *plain, const char *argument)
{
	(void)argument;
	if (!plain->program->dirty) {
		plain->over = true;
		return;
	}
	plain_go(plain, PLAIN_END);
	plain->named_page = PLAIN_END;
}

/* ---- hearing ------------------------------------------------------------ */

static void hear_panel(struct plain *plain, const char *argument)
{
	(void)argument;
	plain_panel(plain);
}

static void hear_verdict(struct plain *plain, const char *argument)
{
	(void)argument;
	plain_verdict(plain);
}

static void hear_review(struct plain *plain, const char *argument)
{
	(void)argument;
	plain_review(plain);
}

static void explain(struct plain *plain, const char *argument)
{
	(void)argument;
	if (has_place(plain))
		plain_help_field(plain);
}

static void list_commands(struct plain *plain, const char *argument)
{
	(void)argument;
	voice_say(&plain->voice,
		"Enter keeps the value. In a text, a \\ in front of : ? < > "
		"makes it no command.");
	for (const struct plain_command *row = plain_commands; row->name; row++)
		voice_say(&plain->voice, "%s%s:%s%s%s. %s",
			row->sign ? row->sign : "", row->sign ? " or " : "",
			row->name, row->argument ? " " : "",
			row->argument ? row->argument : "", row->help);
}

/* ---- the table ---------------------------------------------------------- */

const struct plain_command plain_commands[] = {
	{"?", "explain", NULL, "What this field means and takes.", explain},
	{NULL, "help", NULL, "This list.", list_commands},
	{"<", "back", NULL, "The field before.", go_back},
	{">", "next", NULL, "The next question.", go_next},
	{NULL, "skip", NULL, "The next option, or the answer.", skip_part},
	{NULL, "go", "PLACE", "2: question 2; 2.3: its third field; end.",
		go_to},
	{NULL, "undo", NULL, "Take the last change back.", undo},
	{NULL, "redo", NULL, "Make it again.", redo},
	{NULL, "default", NULL, "This field back to its default.", reset},
	{NULL, "more", NULL, "Ask for rare fields, too, or no longer.",
		ask_more},
	{NULL, "panel", NULL, "Costs, net saving, odds, verdict.", hear_panel},
	{NULL, "verdict", NULL, "What to do, and what would change it.",
		hear_verdict},
	{NULL, "review", NULL, "All answers.", hear_review},
	{NULL, "options", NULL,
		"The session's name; each option's name and "
		"kind.",
		go_to_options},
	{NULL, "add", "NAME", "A new option.", add_option},
	{NULL, "copy", "[NAME]", "A copy of this option, or of another.",
		copy_option},
	{NULL, "remove", "[NAME]", "Remove this option, or another.",
		remove_option},
	{NULL, "pick", "ID", "This option's prices from the catalogue.", pick},
	{NULL, "reprice", NULL, "Take all prices that have moved.", reprice},
	{NULL, "save", "[FILE]", "Save.", save},
	{NULL, "report", "FILE", "Write the report: .txt, .md, .json, .csv.",
		write_report},
	{NULL, "quit", NULL, "End; unsaved work is asked about.", quit},
	{NULL, NULL, NULL, NULL, NULL},
};
