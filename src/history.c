#include "history.h"

#include <stdlib.h>
#include <string.h>

static struct session *copy(const struct session *session)
{
	size_t size = session_size(session);
	struct session *copied = malloc(size);

	if (copied)
		memcpy(copied, session, size);
	return copied;
}

static void forget_behind(struct history *history)
{
	while (history->steps > history->undos)
		free(history->step[--history->steps]);
}

void history_release(struct history *history)
{
	history->undos = 0;
	forget_behind(history);
	free(history->step);
	*history = (struct history){.step = NULL};
}

static bool make_room(struct history *history)
{
	int room = history->room ? history->room * 2 : 32;
	struct session **step;

	if (history->steps < history->room)
		return true;
	step = realloc(history->step, (size_t)room * sizeof(*step));
	if (!step)
		return false;
	history->step = step;
	history->room = room;
	return true;
}

void history_push(struct history *history, const struct session *session)
{
	struct session *step;

	forget_behind(history);
	if (!make_room(history))
		return;
	step = copy(session);
	if (step)
		history->step[history->steps++] = step;
	history->undos = history->steps;
}

/* The step takes the session's place in the history, and it the step's. */
static bool exchange(struct history *history, struct session *session, int at)
{
	struct session *now = copy(session);
	struct session *then = history->step[at];

	if (!now)
		return false;
	memcpy(session, then, session_size(then));
	free(then);
	history->step[at] = now;
	return true;
}

bool history_undo(struct history *history, struct session *session)
{
	if (!history->undos || !exchange(history, session, history->undos - 1))
		return false;
	history->undos--;
	return true;
}

bool history_redo(struct history *history, struct session *session)
{
	if (history->undos == history->steps ||
		!exchange(history, session, history->undos))
		return false;
	history->undos++;
	return true;
}
