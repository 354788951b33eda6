#include "program_files.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atomic_file.h"
#include "blank.h"
#include "keymap_file.h"
#include "memory_stream.h"
#include "output.h"
#include "paths.h"
#include "program_journal.h"
#include "program_prices.h"
#include "program_theirs.h"
#include "report.h"
#include "session_file.h"
#include "theme_file.h"

void program_say_issue(struct program *program, const struct file_issue *issue)
{
	char words[sizeof(program->notice)];

	file_issue_words(issue, words, sizeof(words));
	program_say(program, NOTICE_TROUBLE, "%s", words);
}

/* ---- sessions ----------------------------------------------------------- */

void program_start_over(struct program *program, const char *path)
{
	program_forget(program);
	snprintf(program->path, sizeof(program->path), "%s", path);
	memcpy(&program->kept, &program->session,
		session_size(&program->session));
	history_release(&program->history);
	program->seen = program->stamp;
	program->outside = program->warned = false;
	program->work_found = false;
	program->work.path[0] = '\0';
	program->has_before = false;
	program->saved[0] = '\0';
	program->rescued[0] = '\0';
	program->session_changed = true;
	program->has_repricing = false;
	program->to_ask = program_names_entries(&program->session);
	program_adopt(program);
	program_claim(program);
}

void program_remember(struct program *program)
{
	if (program->to_remember)
		places_remember(program->path);
	program->to_remember = false;
}

void program_begin(struct program *program)
{
	blank_session(&program->session, "");
	program->stamp = (struct stamp){.there = false};
	program_start_over(program, "");
}

/* Examples are opened as copies, to be saved elsewhere. */
static void adopt_file(
	struct program *program, const char *path, enum seal seal)
{
	bool copy = places_is_example(path);

	program_start_over(program, copy ? "" : path);
	program->to_remember = !copy;
	if (seal == SEAL_CHANGED)
		program_say(program, NOTICE_TROUBLE,
			"This file was changed outside tuneornot since it was "
			"saved: look whether it says what you expect.");
	program_find_work(program);
}

bool program_open(
	struct program *program, const char *path, struct file_issue *issue)
{
	enum seal seal = SEAL_NONE;
	struct stamp stamp;

	if (journal_is(path))
		return program_recover(program, path, issue);
	if (access(path, F_OK) != 0 && errno == ENOENT) {
		blank_session(&program->session, path);
		program->stamp = (struct stamp){.there = false};
		program_start_over(program, path);
		program_find_work(program);
		return true;
	}
	if (!session_file_read_stamped(
		    path, &program->trial, &seal, &stamp, issue))
		return false;
	program->stamp = stamp;
	memcpy(&program->session, &program->trial,
		session_size(&program->trial));
	adopt_file(program, path, seal);
	return true;
}

void program_switch(struct program *program, const char *path)
{
	struct file_issue issue;

	if (access(path, F_OK) != 0 && errno == ENOENT) {
		program_say(program, NOTICE_TROUBLE, "%s is not there.", path);
		return;
	}
	if (!program_open(program, path, &issue))
		program_say_issue(program, &issue);
}

static void note_time(struct program *program)
{
	time_t now = time(NULL);
	struct tm local;

	if (localtime_r(&now, &local))
		strftime(program->saved, sizeof(program->saved), "%H:%M",
			&local);
}

/* What is in the session's file is now what is on the screen. */
static void saved(struct program *program, const char *path)
{
	bool elsewhere = strcmp(program->path, path) != 0;

	if (program->rescued[0])
		unlink(program->rescued);
	program->rescued[0] = '\0';
	snprintf(program->path, sizeof(program->path), "%s", path);
	if (elsewhere)
		program_claim(program);
	program->held_by_others = false;
	program->seen = program->stamp;
	program->outside = false;
	program_forget(program);
	memcpy(&program->kept, &program->session,
		session_size(&program->session));
	program->warned = false;
	program->dirty = false;
	program->file_saved = true;
	note_time(program);
	program->to_remember = true;
}

static void save_elsewhere(
	struct program *program, const char *path, bool force)
{
	struct stamp stamp =
		force ? stamp_take(path) : (struct stamp){.there = false};
	struct file_issue issue;
	bool changed;

	if (session_file_replace(
		    path, &program->session, &stamp, &changed, &issue)) {
		program->stamp = stamp;
		saved(program, path);
		program_say(program, NOTICE_DONE, "Saved in %s", path);
	} else if (changed && !force) {
		program_say(program, NOTICE_TROUBLE,
			"%s exists already. Enter again replaces it.", path);
	} else {
		program_say_issue(program, &issue);
	}
}

void program_save(struct program *program, const char *path, bool force)
{
	char target[PATH_MAX];

	snprintf(target, sizeof(target), "%s", path);
	if (strcmp(target, program->path) != 0)
		save_elsewhere(program, target, force);
	else if (program_save_here(program))
		saved(program, target);
}

/* ---- dialogs ------------------------------------------------------------ */

void program_list_starts(struct program *program)
{
	places_release(&program->starts);
	places_start(&program->starts);
}

void program_list(struct program *program, const char *folder)
{
	char *slash;

	if (*folder)
		snprintf(
			program->folder, sizeof(program->folder), "%s", folder);
	else if (!program->path[0] ||
		 !realpath(program->path, program->folder)) {
		if (!getcwd(program->folder, sizeof(program->folder)))
			snprintf(program->folder, sizeof(program->folder), "/");
	} else {
		slash = strrchr(program->folder, '/');
		slash[slash == program->folder] = '\0';
	}
	places_release(&program->files);
	places_folder(&program->files, program->folder);
}

static char *report_of(struct program *program,
	const struct report_format *format, bool ascii, size_t *size)
{
	const struct report report = {
		.session = &program->session,
		.result = &program->outlook.result,
		.odds = &program->outlook.odds,
		.ascii = ascii,
	};
	char *bytes = NULL;
	FILE *out = memory_stream(&bytes, size);
	bool written;

	if (!out)
		return NULL;
	outlook_finish(&program->lookout, &program->session, &program->outlook);
	written = format->write(out, &report);
	if (fclose(out) == 0 && written)
		return bytes;
	free(bytes);
	return NULL;
}

void program_report(struct program *program)
{
	size_t size;

	free(program->report);
	program->report =
		report_of(program, report_formats, program->ascii, &size);
}

/* A file is the same on every machine: this terminal has no say in it. */
void program_export(struct program *program, const char *path, bool force)
{
	struct file_issue issue;
	bool written = false;
	size_t size;
	char *bytes;

	if (!force && access(path, F_OK) == 0) {
		program_say(program, NOTICE_TROUBLE,
			"%s exists already. Enter again replaces it.", path);
		return;
	}
	bytes = report_of(
		program, format_of(report_formats, path), false, &size);
	if (bytes)
		written = atomic_file_write(path, bytes, size, &issue);
	free(bytes);
	if (!bytes) {
		program_say(program, NOTICE_TROUBLE,
			"There is no memory left for the report.");
	} else if (!written) {
		program_say_issue(program, &issue);
	} else {
		program->file_saved = true;
		program_say(program, NOTICE_DONE, "The report is in %s", path);
	}
}

/* ---- themes ------------------------------------------------------------- */

static void tell_of_keys(const struct file_issue *issue, void *context)
{
	struct program *program = context;
	char words[600];

	complain_of_file(issue);
	if (program->notice_kind == NOTICE_TROUBLE)
		return; /* the first one is enough for a line */
	file_issue_words(issue, words, sizeof(words));
	program_say(program, NOTICE_TROUBLE, "%s", words);
}

void program_read_keys(struct program *program)
{
	char path[PATH_MAX];

	if (paths_own_config(KEYMAP_FILE, path, sizeof(path)))
		keymap_file_read(path, &program->keys, tell_of_keys, program);
}

void program_list_themes(struct program *program)
{
	if (program->theme_names)
		return;
	theme_file_list(&program->themes);
	program->theme_names =
		calloc((size_t)program->themes.count + 1, sizeof(char *));
	for (int i = 0; program->theme_names && i < program->themes.count; i++)
		program->theme_names[i] = program->themes.name[i];
}

bool program_theme(struct program *program, const char *name)
{
	char path[PATH_MAX];
	struct file_issue issue;
	struct theme theme;

	if (!theme_file_find(name, path, sizeof(path))) {
		program_say(program, NOTICE_TROUBLE,
			"There is no theme \"%s\".", name);
		return false;
	}
	if (!theme_file_read(path, &theme, &issue)) {
		program_say_issue(program, &issue);
		return false;
	}
	program->style = theme;
	program->style_changed = true;
	snprintf(program->theme, sizeof(program->theme), "%s", name);
	return true;
}
