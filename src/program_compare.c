/*
 * The session beside another file, as a page to read.
 */
#include <stdio.h>
#include <stdlib.h>

#include "compare.h"
#include "memory_stream.h"
#include "program_files.h"
#include "session_file.h"

/* All that is worked out for it; too large for a stack. */
struct room {
	struct session other;
	struct outlook outlook;
	struct odds_work work;
	struct bridge bridge;
};

static char *write_comparison(
	const struct program *program, struct room *room, const char *path)
{
	const struct comparison comparison = {
		.a = {.file = program->path[0] ? program->path : "not saved",
			.session = &program->session,
			.result = &program->outlook.result,
			.odds = &program->outlook.odds},
		.b = {.file = path,
			.session = &room->other,
			.result = &room->outlook.result,
			.odds = &room->outlook.odds},
		.bridge = &room->bridge,
	};
	const struct report report = {.session = comparison.a.session,
		.result = comparison.a.result,
		.odds = comparison.a.odds,
		.comparison = &comparison,
		.ascii = program->ascii};
	char *bytes = NULL;
	size_t size;
	FILE *memory = memory_stream(&bytes, &size);
	bool whole = memory && report_text(memory, &report);

	if (memory && fclose(memory))
		whole = false;
	if (whole)
		return bytes;
	free(bytes);
	return NULL;
}

static void compare(
	struct program *program, struct room *room, const char *path)
{
	outlook_finish(&program->lookout, &program->session, &program->outlook);
	evaluate(&room->other, &room->outlook.result);
	evaluate_odds(&room->other, &room->outlook.result, &room->outlook.odds,
		&room->work);
	bridge_build(&program->session, &room->other, &room->bridge);
	program->report = write_comparison(program, room, path);
}

void program_compare(struct program *program, const char *path)
{
	struct room *room = calloc(1, sizeof(*room));
	struct file_issue issue;
	enum seal seal;

	free(program->report);
	program->report = NULL;
	if (!room)
		program_say(
			program, NOTICE_TROUBLE, "There is no memory left.");
	else if (session_file_read(path, &room->other, &seal, &issue))
		compare(program, room, path);
	else
		program_say_issue(program, &issue);
	free(room);
}
