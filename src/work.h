/*
 * Work that waits in a journal, in words for those who are to decide what
 * becomes of it.
 */
#ifndef SRC_WORK_H
#define SRC_WORK_H

#include "file_issue.h"
#include "ui.h"

/*
 * Look at it; the session is filled in, too. False and an issue: it is damaged
 * or cannot be read. False and no words in the issue: its file says the same
 * already, so that there is nothing to recover, and it is removed.
 */
bool work_look(const char *path, struct work *work, struct session *session,
	struct file_issue *issue);

/* The same of the newest that waits for a file (a path from / on). False and
 * no words in the issue: there is none. */
bool work_find(const char *file, struct work *work, struct session *session,
	struct file_issue *issue);

/* "just now", "5 minutes ago", "3 days ago" */
void work_age(double seconds, char *out, size_t size);

#endif
