#include "program_theirs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "atomic_file.h"
#include "paths.h"
#include "program_files.h"
#include "reader.h"
#include "session_file.h"

enum { THEIRS = 99 };

static const char ending[] = ".cfg";

/* "decision.theirs-1.cfg" of "decision.cfg". */
static bool theirs_path(const char *path, int number, char *out, size_t size)
{
	size_t length = strlen(path), tail = sizeof(ending) - 1;
	int written;

	if (length > tail && !strcmp(path + length - tail, ending))
		length -= tail;
	written = snprintf(out, size, "%.*s.theirs-%d%s", (int)length, path,
		number, ending);
	return written >= 0 && (size_t)written < size;
}

static bool keep_as(
	const char *path, const char *bytes, size_t size, char out[PATH_MAX])
{
	struct file_issue issue;

	for (int i = 1; i <= THEIRS; i++) {
		if (!theirs_path(path, i, out, PATH_MAX))
			return false;
		if (access(out, F_OK) == 0)
			continue;
		if (atomic_file_create(out, bytes, size, &issue))
			return true;
		if (access(out, F_OK) != 0)
			return false; /* not because somebody was faster */
	}
	return false;
}

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* Beside the file, or where that cannot be, in the state folder. */
static bool keep_bytes(
	const char *path, const char *bytes, size_t size, char out[PATH_MAX])
{
	char elsewhere[PATH_MAX];

	return keep_as(path, bytes, size, out) ||
	       (paths_state(base_name(path), elsewhere, sizeof(elsewhere)) &&
		       keep_as(elsewhere, bytes, size, out));
}

/* Theirs is kept in out, and the stamp says what was kept. */
static bool keep_theirs(
	struct program *program, struct stamp *stamp, char out[PATH_MAX])
{
	struct file_issue issue;
	size_t size;
	char *bytes = reader_slurp(program->path, READER_BYTES, &size, &issue);
	bool kept = bytes && keep_bytes(program->path, bytes, size, out);

	if (!bytes) {
		program_say_issue(program, &issue);
	} else if (!kept) {
		program_say(program, NOTICE_TROUBLE,
			"Nothing was saved: the other text in %s could not be "
			"kept. ^W saves under another name.",
			program->path);
	} else {
		stamp_of_text(stamp, bytes, size);
	}
	free(bytes);
	return kept;
}

static void warn(struct program *program, const struct stamp *now)
{
	program->warned = true;
	program->theirs = *now;
	program_say(program, NOTICE_TROUBLE,
		now->there ? "Changed by somebody else meanwhile: ^S again "
			     "saves and keeps both, ^W elsewhere: %s"
			   : "Removed by somebody else meanwhile: ^S again "
			     "writes it anew, ^W elsewhere: %s",
		program->path);
}

/* Write, if the file is still what the stamp says. */
static bool replace(struct program *program, struct stamp *stamp)
{
	struct file_issue issue;
	struct stamp now;
	bool changed;

	if (session_file_replace(program->path, &program->session, stamp,
		    &changed, &issue)) {
		program->stamp = *stamp;
		return true;
	}
	now = stamp_take(program->path);
	if (changed)
		warn(program, &now);
	else
		program_say_issue(program, &issue);
	return false;
}

static bool save_over_theirs(struct program *program)
{
	struct stamp stamp = stamp_note(program->path);
	char kept[PATH_MAX] = "";

	if (stamp.there && !keep_theirs(program, &stamp, kept))
		return false;
	if (!replace(program, &stamp))
		return false;
	if (kept[0])
		program_say(program, NOTICE_DONE,
			"Saved; the other text is in %s", kept);
	else
		program_say(program, NOTICE_DONE, "Saved in %s", program->path);
	return true;
}

bool program_save_here(struct program *program)
{
	struct stamp now = stamp_take(program->path);

	if (program->warned && stamp_equal(&now, &program->theirs) &&
		!stamp_equal(&now, &program->stamp))
		return save_over_theirs(program);
	if (!replace(program, &program->stamp))
		return false;
	program_say(program, NOTICE_DONE, "Saved in %s", program->path);
	return true;
}
