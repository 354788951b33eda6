/*
 * tuneornot compare.
 */
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "compare.h"
#include "output.h"

/* ---- one of the two ----------------------------------------------------- */

/* All that is worked out; too large for a stack. */
struct room {
	struct session session[2];
	struct result result[2];
	struct odds odds[2];
	struct odds_work work;
	struct bridge bridge;
};

static int load(const struct arguments *arguments,
	const struct catalogue *catalogue, struct room *room)
{
	for (int i = 0; i < 2; i++) {
		struct session *session = &room->session[i];
		int status;

		if (!command_load(arguments->operands[i], session))
			return STATUS_FAILED;
		status = command_apply(
			session, arguments, arguments->operands[i]);
		if (status == STATUS_DONE)
			status = command_reprice(
				session, catalogue, 0, arguments->operands[i]);
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

static int compare_and_write(const struct arguments *arguments,
	struct room *room, const struct report_format *format, const char *path)
{
	struct comparison comparison = {.bridge = &room->bridge};
	struct catalogue_store prices = {0};
	int status = STATUS_FAILED;

	if (command_prices_file(arguments, &prices))
		status = load(arguments, &prices.catalogue, room);
	catalogue_store_release(&prices);

	if (status != STATUS_DONE)
		return status;
	comparison.a = work_out(arguments, room, 0);
	comparison.b = work_out(arguments, room, 1);
	bridge_build(&room->session[0], &room->session[1], &room->bridge);
	return command_write(format,
		&(struct report){.session = comparison.a.session,
			.result = comparison.a.result,
			.odds = comparison.a.odds,
			.comparison = &comparison,
			.ascii = command_ascii(arguments, format, path)},
		path);
}

int command_compare(const struct arguments *arguments)
{
	const char *file = arguments->flag[FLAG_OUTPUT];
	const char *path = file ? file : "-";
	const struct report_format *format =
		command_format(compare_formats, arguments, path);
	struct room *room;
	int status;

	if (!format)
		return STATUS_USAGE;
	if (!strcmp(arguments->operands[0], "-") &&
		!strcmp(arguments->operands[1], "-")) {
		complain("only one of the two can be standard input");
		return STATUS_USAGE;
	}
	room = calloc(1, sizeof(*room));
	if (!room) {
		complain("there is no memory left");
		return STATUS_FAILED;
	}
	status = compare_and_write(arguments, room, format, path);
	free(room);
	return status;
}
