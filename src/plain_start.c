/*
 * What to begin with: where no session was named, and where others were at
 * the one that was.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "plain_parts.h"

static void list_starts(struct plain *plain)
{
	struct frame frame = program_frame(plain->program);

	voice_say(&plain->voice, "Begin with:");
	for (int i = 0; i < frame.start_count; i++)
		voice_say(&plain->voice, "%d) %s, %s", i + 1,
			frame.starts[i].label, frame.starts[i].note);
}

static void open_start(struct plain *plain, int at)
{
	struct frame frame = program_frame(plain->program);
	char path[PATH_MAX] = "";
	struct reply reply = {.kind = REPLY_NEW, .text = path};

	if (frame.starts[at].path) {
		snprintf(path, sizeof(path), "%s", frame.starts[at].path);
		reply.kind = REPLY_OPEN;
	}
	program_take(plain->program, &reply);
}

/* ---- a session that others were at -------------------------------------- */

static void say_others(struct plain *plain)
{
	const struct program *program = plain->program;
	const struct work *work = &program->work;

	if (program->holder[0])
		voice_say(&plain->voice,
			"This session is open in %s. Whoever saves second is "
			"asked, and can keep both texts.",
			program->holder);
	if (work->path[0])
		voice_say(&plain->voice,
			"There is work for it that was not saved: %s, last "
			"changed %s: %s.%s",
			work->name, work->age, work->verdict,
			work->outdated ? " The file was changed since." : "");
}

static void take_unsaved(struct plain *plain, enum reply_kind kind)
{
	char path[PATH_MAX];
	const struct reply reply = {.kind = kind, .text = path};

	snprintf(path, sizeof(path), "%s", plain->program->work.path);
	plain_take(plain, &reply);
}

bool plain_ask_unsaved(struct plain *plain)
{
	char line[ANSWER_BYTES];

	say_others(plain);
	if (!plain->program->work.path[0] || !plain->lines.terminal)
		return true;
	for (;;) {
		voice_ask(&plain->voice, "1) keep it for later  2) recover it  "
					 "3) discard it [keep it for later]:");
		if (!plain_hear(plain, line))
			return false;
		if (!*line || !strcmp(line, "1"))
			return true;
		if (!strcmp(line, "2"))
			take_unsaved(plain, REPLY_OPEN);
		else if (!strcmp(line, "3"))
			take_unsaved(plain, REPLY_FORGET);
		else
			plain_refuse(plain, "start", "Type 1, 2 or 3.");
		if (!plain->program->work.path[0])
			return true;
	}
}

/* ---- where no session was named ----------------------------------------- */

bool plain_choose_start(struct plain *plain)
{
	char line[ANSWER_BYTES];
	int count, chosen;

	program_begin(plain->program);
	program_list_starts(plain->program);
	list_starts(plain);
	count = program_frame(plain->program).start_count;
	for (;;) {
		voice_ask(&plain->voice, "1 to %d [%d]:", count, count);
		if (!plain_hear(plain, line))
			return false;
		chosen = *line ? atoi(line) : count;
		if (chosen >= 1 && chosen <= count)
			break;
		plain_refuse(plain, "start", "Type one of these numbers.");
	}
	open_start(plain, chosen - 1);
	return true;
}
