/*
 * What to begin with, where no session was named.
 */
#include <stdio.h>
#include <stdlib.h>

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
