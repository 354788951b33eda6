/*
 * Undo and redo without limit: whole sessions, as small as they are.
 */
#ifndef SRC_HISTORY_H
#define SRC_HISTORY_H

#include <stdbool.h>

#include "model.h"

struct history {
	struct session **step; /* undo steps, then redo steps behind them */
	int undos, steps, room;
};

/* Start with a zeroed one. */
void history_release(struct history *history);

/* Remember how it was before an edit; what could be redone is forgotten.
 * Without memory the step is lost, and nothing else. */
void history_push(struct history *history, const struct session *session);

/* Exchange the session with the step before, or behind; false: there is
 * none. */
bool history_undo(struct history *history, struct session *session);
bool history_redo(struct history *history, struct session *session);

#endif
