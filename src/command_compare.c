/*
 * tuneornot compare.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "compare.h"
#include "output.h"
#include "suggestion.h"

static const struct compare_format *choose_format(const char *name)
{
	const struct compare_format *format;
	struct suggestion suggestion = {.written = name};

	if (!name)
		return compare_formats;
	format = compare_format(name);
	if (format)
		return format;
	for (format = compare_formats; format->name; format++)
		suggestion_try(&suggestion, format->name);
	if (suggestion_best(&suggestion))
		complain("there is no format \"%s\"; did you mean \"%s\"?",
			name, suggestion_best(&suggestion));
	else
		complain("there is no format \"%s\"; it is text, json or csv",
			name);
	return NULL;
}

/* ---- one of the two ----------------------------------------------------- */

/* All that is worked out; too large for a stack. */
struct room {
	struct session session[2];
	struct result result[2];
	struct odds odds[2];
	struct odds_work work;
	struct bridge bridge;
};

static int load(const struct arguments *arguments, struct room *room)
{
	for (int i = 0; i < 2; i++) {
		struct session *session = &room->session[i];
		int status;

		if (!command_load(arguments->operands[i], session))
			return STATUS_FAILED;
		status = command_what_if(session, arguments);
		if (status != STATUS_DONE)
			return status;
	}
	return STATUS_DONE;
}

static struct contender work_out(
	const struct arguments *arguments, struct room *room, int i)
{
	const char *file = arguments->operands[i];

	evaluate(&room->session[i], &room->result[i]);
	evaluate_odds(&room->session[i], &room->result[i], &room->odds[i],
		&room->work);
	return (struct contender){
		.file = strcmp(file, "-") != 0 ? file : "standard input",
		.session = &room->session[i],
		.result = &room->result[i],
		.odds = &room->odds[i],
	};
}

/* ---- both --------------------------------------------------------------- */

static int deliver(const struct compare_format *format,
	const struct comparison *comparison, const char *path)
{
	char *bytes = NULL;
	size_t size = 0;
	FILE *memory = open_memstream(&bytes, &size);
	bool done = memory && format->write(memory, comparison);

	if (memory && fclose(memory))
		done = false;
	if (!done)
		complain("the comparison could not be made; there may not be "
			 "enough memory");
	else
		done = output_write(path, bytes, size);
	free(bytes);
	return done ? STATUS_DONE : STATUS_FAILED;
}

static int compare_and_deliver(const struct arguments *arguments,
	struct room *room, const struct compare_format *format)
{
	const char *path = arguments->flag[FLAG_OUTPUT];
	struct comparison comparison = {.bridge = &room->bridge};
	int status = load(arguments, room);

	if (status != STATUS_DONE)
		return status;
	if (!path)
		path = "-";
	comparison.ascii = command_ascii(arguments, path);
	comparison.a = work_out(arguments, room, 0);
	comparison.b = work_out(arguments, room, 1);
	bridge_build(&room->session[0], &room->session[1], &room->bridge);
	return deliver(format, &comparison, path);
}

int command_compare(const struct arguments *arguments)
{
	const struct compare_format *format =
		choose_format(arguments->flag[FLAG_FORMAT]);
	const char *const *files = arguments->operands;
	struct room *room;
	int status;

	if (!format)
		return STATUS_USAGE;
	if (!strcmp(files[0], "-") && !strcmp(files[1], "-")) {
		complain("only one of the two can be standard input");
		return STATUS_USAGE;
	}
	room = calloc(1, sizeof(*room));
	if (!room) {
		complain("there is no memory left");
		return STATUS_FAILED;
	}
	status = compare_and_deliver(arguments, room, format);
	free(room);
	return status;
}
