/*
 * What the wizard does with files: private to program.c and
 * program_files.c. Each leaves a notice that says how it went.
 */
#ifndef SRC_PROGRAM_FILES_H
#define SRC_PROGRAM_FILES_H

#include "program.h"

__attribute__((format(printf, 3, 4))) void program_say(
	struct program *program, enum notice_kind kind, const char *words, ...);

/* The same with what is wrong with an edit; always false. */
bool program_refuse(struct program *program, const struct issue *issue);

/* The same with what is wrong with a file. */
void program_say_issue(struct program *program, const struct file_issue *issue);

/* The session has changed: work it out, see whether it is saved. */
void program_adopt(struct program *program);

/* Save; over an existing other file only if force. */
void program_save(struct program *program, const char *path, bool force);

/* The session is another one now, of this file or (""): of none; nothing of
 * the old one remains. */
void program_start_over(struct program *program, const char *path);

/* Open another session; what is open stays when that fails. */
void program_switch(struct program *program, const char *path);

/* List a folder for the dialog; "": where the session's file is. */
void program_list(struct program *program, const char *folder);

void program_list_themes(struct program *program);
void program_report(struct program *program);
/* The session beside that file (program_compare.c). */
void program_compare(struct program *program, const char *path);
void program_export(struct program *program, const char *path, bool force);

#endif
