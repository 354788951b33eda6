#include "program_journal.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "paths.h"
#include "program_files.h"
#include "session_file.h"
#include "work.h"

enum {
	SILENCE_MS = 300, /* after an edit */
	LATE_MS = 2000,   /* after the first one that is not written */
	RETRY_MS = 10000,
	LOOK_MS = 2000,
};

static long long clock_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

/* ---- writing ------------------------------------------------------------ */

/* With what is being typed, if it can be read. */
static const struct session *work_of(const struct program *program)
{
	return program->trying ? &program->trial : &program->session;
}

static bool is_unsaved(const struct program *program)
{
	if (program->trying)
		return !session_equal(&program->trial, &program->kept);
	return program->dirty;
}

void program_touch(struct program *program)
{
	long long now = clock_ms();

	if (!program->touched || program->changed_at > now)
		program->changed_at = now;
	program->touched = true;
	program->touched_at = now;
}

static long long journal_due(const struct program *program)
{
	long long silent = program->touched_at + SILENCE_MS;
	long long late = program->changed_at + LATE_MS;

	return silent < late ? silent : late;
}

static struct journal_head head_of(const struct program *program)
{
	struct journal_head head = {
		.owner = owner_self(), .stamp = program->stamp};

	if (program->path[0] &&
		!paths_real(program->path, head.file, sizeof(head.file)))
		head.file[0] = '\0';
	return head;
}

static bool write_journal(
	struct program *program, const struct journal_head *head)
{
	struct file_issue issue;

	if (!journal_write(&program->journal, head, work_of(program), &issue)) {
		if (!program->untold)
			program_say_issue(program, &issue);
		program->untold = true;
		return false;
	}
	program->untold = false;
	if (program->rescued[0])
		unlink(program->rescued);
	program->rescued[0] = '\0';
	return true;
}

/* What could not be written is tried again. */
static void try_later(struct program *program)
{
	program->touched = true;
	program->changed_at = program->touched_at = clock_ms() + RETRY_MS;
}

void program_keep(struct program *program)
{
	struct journal_head head;

	program->touched = false;
	if (!is_unsaved(program)) {
		journal_drop(&program->journal);
		return;
	}
	head = head_of(program);
	if (!write_journal(program, &head))
		try_later(program);
}

void program_keep_late(struct program *program)
{
	if (program->touched && clock_ms() >= program->changed_at + LATE_MS)
		program_keep(program);
}

void program_forget(struct program *program)
{
	program->touched = false;
	journal_drop(&program->journal);
}

/* Nobody's any more, so that whoever comes next may take it at once. */
bool program_rescue(struct program *program)
{
	struct journal_head head;

	if (!is_unsaved(program)) {
		program_forget(program);
		return false;
	}
	head = head_of(program);
	head.owner.pid = 0;
	if (write_journal(program, &head)) {
		program_say(program, NOTICE_DONE,
			"Unsaved work is kept in %s and offered at the next "
			"start.",
			program->journal.path);
		return true;
	}
	if (program->rescued[0])
		program_say(program, NOTICE_TROUBLE,
			"Unsaved work could not be kept; what was recovered "
			"is still in %s",
			program->rescued);
	else
		program_say(program, NOTICE_TROUBLE,
			"Unsaved work could not be kept anywhere.");
	return false;
}

/* ---- others ------------------------------------------------------------- */

static void note_holder(
	struct program *program, const struct claim_holder *holder)
{
	char since[8] = "", host[OWNER_HOST];
	struct tm local;
	bool here;

	if (!holder->pid) {
		snprintf(program->holder, sizeof(program->holder),
			"another tuneornot");
		return;
	}
	if (localtime_r(&holder->since, &local))
		strftime(since, sizeof(since), "%H:%M", &local);
	owner_host(host);
	here = !strcmp(host, holder->host);
	snprintf(program->holder, sizeof(program->holder),
		"another tuneornot, process %ld%s%s, since %s", holder->pid,
		here ? "" : " on ", here ? "" : holder->host, since);
}

/* True: somebody else has it. */
static bool claim(struct program *program)
{
	struct claim_holder holder;
	char file[PATH_MAX];

	if (!paths_real(program->path, file, sizeof(file)) ||
		claim_take(&program->claim, file, &holder) != CLAIM_OTHERS)
		return false;
	note_holder(program, &holder);
	return true;
}

void program_claim(struct program *program)
{
	program->looked_at = clock_ms();
	program->holder[0] = '\0';
	program->held_by_others = false;
	claim_drop(&program->claim);
	if (program->path[0])
		program->held_by_others = claim(program);
}

/* A file that was only touched, or came back, is as we know it. */
static bool look_outside(struct program *program)
{
	bool before = program->outside;

	if (stamp_looks_the_same(&program->seen, program->path))
		return false;
	program->seen = stamp_take(program->path);
	program->outside = !stamp_equal(&program->seen, &program->stamp);
	if (!program->outside)
		return before;
	if (program->warned && stamp_equal(&program->seen, &program->theirs))
		return !before;
	program_say(program, NOTICE_TROUBLE,
		program->seen.there
			? "Changed by somebody else: ^O opens it anew, ^S can "
			  "keep both: %s"
			: "Removed by somebody else: ^S writes it anew: %s",
		program->path);
	return true;
}

static bool look_around(struct program *program)
{
	program->looked_at = clock_ms();
	if (!program->claim.held)
		claim(program);
	return look_outside(program);
}

/* ---- time --------------------------------------------------------------- */

int program_due(const struct program *program)
{
	long long now = clock_ms(), due = -1;

	if (program->path[0])
		due = program->looked_at + LOOK_MS;
	if (program->touched && (due < 0 || journal_due(program) < due))
		due = journal_due(program);
	if (due < 0)
		return -1;
	return due > now ? (int)(due - now) : 0;
}

bool program_pulse(struct program *program)
{
	long long now = clock_ms();
	bool untold = program->untold, changed = false;

	if (program->touched && now >= journal_due(program)) {
		program_keep(program);
		changed = program->untold && !untold;
	}
	if (program->path[0] && now >= program->looked_at + LOOK_MS)
		changed = look_around(program) || changed;
	return changed;
}

/* ---- work that waits ---------------------------------------------------- */

static void offer(
	struct program *program, bool found, const struct file_issue *issue)
{
	program->work_found = found;
	if (!found)
		program->work.path[0] = '\0';
	if (issue->issue.what[0])
		program_say_issue(program, issue);
}

void program_find_work(struct program *program)
{
	struct file_issue issue = {.line = 0};
	char file[PATH_MAX];

	if (paths_real(program->path, file, sizeof(file)))
		offer(program,
			work_find(file, &program->work, &program->candidate,
				&issue),
			&issue);
}

void program_look(struct program *program, const char *path)
{
	struct file_issue issue = {.line = 0};

	offer(program,
		work_look(path, &program->work, &program->candidate, &issue),
		&issue);
	if (!program->work_found && !issue.issue.what[0]) {
		program_say(program, NOTICE_DONE, "It is saved already.");
		program_list_starts(program);
	}
}

void program_forget_work(struct program *program, const char *path)
{
	if (journal_is(path) && unlink(path) == 0)
		program_say(
			program, NOTICE_DONE, "The unsaved work is removed.");
	program->work.path[0] = '\0'; /* which may be that very path */
	program_list_starts(program);
}

/* What was recovered differs from its file, if that is as it was. */
static void compare_with_file(
	struct program *program, const struct journal_head *head)
{
	struct file_issue issue;
	struct stamp now;

	session_init(&program->kept);
	program->stamp = program->seen = head->stamp;
	if (head->stamp.there &&
		session_file_read_stamped(
			head->file, &program->candidate, NULL, &now, &issue) &&
		stamp_equal(&now, &head->stamp)) {
		memcpy(&program->kept, &program->candidate,
			session_size(&program->candidate));
		program->stamp = program->seen = now;
	}
	program->dirty = !session_equal(&program->session, &program->kept);
}

/* The path as the user wrote it, if it is the same file. */
static void find_path(
	const struct program *program, const char *file, char out[PATH_MAX])
{
	char real[PATH_MAX];
	bool same = paths_real(program->path, real, sizeof(real)) &&
		    !strcmp(real, file);

	snprintf(out, PATH_MAX, "%s", same ? program->path : file);
}

bool program_recover(
	struct program *program, const char *path, struct file_issue *issue)
{
	struct journal_head head;
	char journal[PATH_MAX], file[PATH_MAX];

	snprintf(journal, sizeof(journal), "%s", path);
	if (!journal_waits(journal)) {
		file_issue_set(issue, journal, 0,
			"a tuneornot that runs is writing this");
		return issue_mend(&issue->issue, "leave it to that one");
	}
	if (!journal_read(journal, &head, &program->trial, issue))
		return false;
	memcpy(&program->session, &program->trial,
		session_size(&program->trial));
	find_path(program, head.file, file);
	program_start_over(program, file);
	compare_with_file(program, &head);
	snprintf(program->rescued, sizeof(program->rescued), "%s", journal);
	program_say(program, NOTICE_DONE, "Recovered, and not saved yet.");
	program_keep(program);
	return true;
}
