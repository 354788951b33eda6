/*
 * Work that is not saved yet, in a folder of the user's state folder, so that
 * no end of the program loses it.
 *
 * A journal is a sealed session file behind lines of comments that say whose
 * it is, which file was being edited, and what that file was like:
 * "journal/20261124T140233Z-4711.cfg". It is written whole or not at all, and
 * for the user's eyes alone.
 */
#ifndef SRC_JOURNAL_H
#define SRC_JOURNAL_H

#include "file_issue.h"
#include "owner.h"
#include "shelf.h"
#include "stamp.h"

struct journal_head {
	struct owner owner;
	char file[PATH_MAX]; /* from / on; "": it has none yet */
	struct stamp stamp;  /* of that file: there, size and hash */
};

/* One that is being written; all zero to begin with. */
struct own_journal {
	char path[PATH_MAX]; /* "": there is none */
	uint64_t hash;       /* of what it says */
};

/* The folder, with a slash behind; nothing is made. False: no home. */
bool journal_folder(char *out, size_t size);

/* Say all of it anew, if it does not say so already. On failure what was there
 * is as it was. */
bool journal_write(struct own_journal *journal, const struct journal_head *head,
	const struct session *session, struct file_issue *issue);

/* It is not needed any more. */
void journal_drop(struct own_journal *journal);

/* Is this the path of one? */
bool journal_is(const char *path);

/* Does it wait for somebody to take it? Its process has ended, or (on another
 * machine) has not touched it for a day; or it cannot be told. */
bool journal_waits(const char *path);

/* Whole journals only: one that is cut or changed is refused in words, and
 * stays where it is. */
bool journal_read(const char *path, struct journal_head *head,
	struct session *session, struct file_issue *issue);

/* The same without the session; false where that cannot be read. */
bool journal_read_head(const char *path, struct journal_head *head);

/* Names of those that wait, the oldest first; see journal_path(). */
void journal_list(struct shelf *shelf);
bool journal_path(const char *name, char *out, size_t size);

/* How many of them wait. Nothing is made. */
int journal_count(void);

#endif
