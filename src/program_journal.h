/*
 * Keeping what is not saved, finding what others did not save, and noticing
 * what others do to the file: private to program*.c and the loops.
 */
#ifndef SRC_PROGRAM_JOURNAL_H
#define SRC_PROGRAM_JOURNAL_H

#include "program.h"

/* The session, or what is being typed into it, may be another one now. */
void program_touch(struct program *program);

/* Milliseconds until something is due; -1: nothing ever is. */
int program_due(const struct program *program);

/* Do what is due while nobody types; true if the screens differ. */
bool program_pulse(struct program *program);

/* Write the journal now, or remove it when everything is saved. */
void program_keep(struct program *program);

/* The same between two keys of somebody who types without a pause: only when
 * it has waited for long. */
void program_keep_late(struct program *program);

/* The user does not want it: remove the journal. */
void program_forget(struct program *program);

/* The session's file is this one now: claim it; is there work for it? */
void program_claim(struct program *program);
void program_find_work(struct program *program);

/* What the start screen asks for: look at work that waits, remove it. */
void program_look(struct program *program, const char *path);
void program_forget_work(struct program *program, const char *path);

/* Open work that waits. It is in a journal of our own before the old one
 * goes. */
bool program_recover(
	struct program *program, const char *path, struct file_issue *issue);

#endif
