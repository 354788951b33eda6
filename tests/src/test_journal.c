/*
 * Journals, whose they are, and who else has a session open.
 */
#include "journal.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "blank.h"
#include "claim.h"
#include "paths.h"
#include "session_file.h"
#include "work.h"

static char folder[] = "/tmp/tuneornot-journal-XXXXXX";
static struct session session, other;
static struct own_journal journal;
static struct file_issue issue;

static void begin(void)
{
	cr_assert(mkdtemp(folder));
	cr_assert_eq(chdir(folder), 0);
	setenv("XDG_STATE_HOME", folder, 1);
	blank_session(&session, "decision.cfg");
}

static void end(void)
{
	char command[128];

	snprintf(command, sizeof(command), "chmod -R u+w '%s'; rm -rf '%s'",
		folder, folder);
	cr_expect_eq(system(command), 0);
}

TestSuite(journal, .init = begin, .fini = end);

static const struct place requests = {IN_volume_requests_per_month, -1};

static void type(const char *text)
{
	struct issue wrong;

	cr_assert(session_set(&session, requests, text, &wrong));
}

static struct journal_head nobodys(const char *file)
{
	struct journal_head head = {.owner = owner_self()};

	head.owner.pid = 0;
	snprintf(head.file, sizeof(head.file), "%s", file);
	return head;
}

/* A process that was, and is no more. */
static struct owner dead_owner(void)
{
	int ends[2];
	struct owner owner;
	pid_t child;

	cr_assert_eq(pipe(ends), 0);
	child = fork();
	if (child == 0) {
		owner = owner_self();
		_exit(write(ends[1], &owner, sizeof(owner)) < 0);
	}
	cr_assert_eq(
		read(ends[0], &owner, sizeof(owner)), (ssize_t)sizeof(owner));
	waitpid(child, NULL, 0);
	return owner;
}

Test(journal, it_says_what_was_typed_and_where_it_belongs)
{
	static const char file[] = "/home/z\xc3\xb6"
				   "e/50%\n\xff.cfg";
	struct journal_head head = nobodys(file), read;

	head.stamp = (struct stamp){
		.there = true, .size = 1234, .hash = UINT64_C(0xfedc0123)};
	type("8M");
	cr_assert(journal_write(&journal, &head, &session, &issue));
	cr_expect(journal_is(journal.path));
	cr_assert(journal_read(journal.path, &read, &other, &issue), "%s",
		issue.issue.what);
	cr_expect(session_equal(&session, &other));
	cr_expect_str_eq(read.file, file);
	cr_expect(stamp_equal(&read.stamp, &head.stamp));
	cr_expect_str_eq(read.owner.boot, head.owner.boot);
	cr_expect_str_eq(read.owner.host, head.owner.host);
}

Test(journal, it_is_for_the_users_eyes_alone)
{
	struct journal_head head = nobodys("");
	struct stat status;
	char path[PATH_MAX];

	umask(0);
	cr_assert(journal_write(&journal, &head, &session, &issue));
	cr_assert_eq(stat(journal.path, &status), 0);
	cr_expect_eq(status.st_mode & 0777, 0600);
	cr_assert(journal_folder(path, sizeof(path)));
	cr_assert_eq(stat(path, &status), 0);
	cr_expect_eq(status.st_mode & 0777, 0700);
}

Test(journal, only_what_changed_is_written_and_over_the_old_text)
{
	struct journal_head head = nobodys("");
	struct stat before, after;
	char path[PATH_MAX];

	cr_assert(journal_write(&journal, &head, &session, &issue));
	snprintf(path, sizeof(path), "%s", journal.path);
	cr_assert_eq(stat(path, &before), 0);
	cr_assert(journal_write(&journal, &head, &session, &issue));
	cr_assert_eq(stat(path, &after), 0);
	cr_expect_eq(before.st_ino, after.st_ino, "nothing was written");
	type("9M");
	cr_assert(journal_write(&journal, &head, &session, &issue));
	cr_expect_str_eq(journal.path, path);
	cr_assert(journal_read(path, &head, &other, &issue));
	cr_expect(session_equal(&session, &other));
	unlink(path);
	cr_assert(journal_write(&journal, &head, &session, &issue));
	cr_expect_eq(access(path, F_OK), 0, "somebody removed it");
}

Test(journal, two_of_one_second_have_names_of_their_own)
{
	struct own_journal second = {.path = ""};
	struct journal_head head = nobodys("");

	cr_assert(journal_write(&journal, &head, &session, &issue));
	cr_assert(journal_write(&second, &head, &session, &issue));
	cr_expect_str_neq(journal.path, second.path);
	cr_expect_eq(journal_count(), 2);
	journal_drop(&journal);
	cr_expect_eq(journal_count(), 1);
}

Test(journal, it_waits_only_when_its_process_has_ended)
{
	struct journal_head head = nobodys("");

	head.owner = owner_self();
	cr_assert(journal_write(&journal, &head, &session, &issue));
	cr_expect_eq(journal_count(), 0, "we live");
	head.owner = dead_owner();
	cr_assert(journal_write(&journal, &head, &session, &issue));
	cr_expect_eq(journal_count(), 1);
}

Test(journal, a_number_that_is_another_process_now_is_no_owner)
{
	struct owner owner = owner_self();

	cr_assert_gt(owner.started, 0);
	cr_expect_eq(owner_state(&owner), OWNER_LIVES);
	owner.started++;
	cr_expect_eq(owner_state(&owner), OWNER_GONE);
	owner.started = 0;
	cr_expect_eq(owner_state(&owner), OWNER_LIVES, "it cannot be told");
	owner.boot[0] ^= 1;
	cr_expect_eq(owner_state(&owner), OWNER_GONE, "a new start");
	owner.host[0] ^= 1;
	cr_expect_eq(owner_state(&owner), OWNER_ELSEWHERE);
}

Test(journal, a_killed_process_that_nobody_asked_after_is_no_owner)
{
	pid_t child = fork();
	struct owner owner = owner_self();
	siginfo_t info;

	if (child == 0) {
		pause();
		_exit(0);
	}
	owner.pid = child;
	owner.started = 0;
	cr_expect_eq(owner_state(&owner), OWNER_LIVES);
	kill(child, SIGKILL);
	waitid(P_PID, (id_t)child, &info, WEXITED | WNOWAIT);
	owner.started = 1;
	cr_expect_eq(owner_state(&owner), OWNER_GONE);
	waitpid(child, NULL, 0);
}

Test(journal, that_of_another_machine_waits_after_a_day)
{
	struct journal_head head = nobodys("");
	const struct timespec old[2] = {{.tv_sec = 1000}, {.tv_sec = 1000}};

	head.owner = owner_self();
	head.owner.boot[0] ^= 1;
	head.owner.host[0] ^= 1;
	cr_assert(journal_write(&journal, &head, &session, &issue));
	cr_expect_eq(journal_count(), 0);
	cr_assert_eq(utimensat(AT_FDCWD, journal.path, old, 0), 0);
	cr_expect_eq(journal_count(), 1);
}

static void change(const char *path, long at, int byte)
{
	FILE *file = fopen(path, "r+");

	cr_assert(file);
	fseek(file, at, SEEK_SET);
	fputc(byte, file);
	fclose(file);
}

Test(journal, damage_is_told_and_nothing_of_it_is_removed)
{
	struct journal_head head = nobodys("/there/decision.cfg");
	struct stat status;
	struct work work;

	cr_assert(journal_write(&journal, &head, &session, &issue));
	cr_assert_eq(stat(journal.path, &status), 0);
	for (off_t size = status.st_size - 1; size >= 0; size -= 7) {
		cr_assert_eq(truncate(journal.path, size), 0);
		cr_expect(!work_look(journal.path, &work, &other, &issue),
			"%d bytes", (int)size);
		cr_expect(issue.issue.what[0]);
		cr_expect_eq(journal_count(), 1);
	}
	journal.hash = 0;
	for (long at = 0; at < status.st_size; at += 3) {
		cr_assert(journal_write(&journal, &head, &session, &issue));
		change(journal.path, at, '~');
		journal.hash = 0;
		cr_expect(!work_look(journal.path, &work, &other, &issue),
			"byte %ld", at);
		cr_expect_eq(access(journal.path, F_OK), 0);
	}
}

Test(journal, what_its_file_says_already_is_not_offered)
{
	char file[PATH_MAX];
	struct journal_head head;
	struct work work;

	cr_assert(session_file_write("decision.cfg", &session, &issue));
	cr_assert(paths_real("decision.cfg", file, sizeof(file)));
	head = nobodys(file);
	cr_assert(journal_write(&journal, &head, &session, &issue));
	cr_expect(!work_find(file, &work, &other, &issue));
	cr_expect_str_eq(issue.issue.what, "");
	cr_expect_neq(access(journal.path, F_OK), 0);
}

Test(journal, the_newest_of_a_file_is_found_with_what_is_to_be_known)
{
	struct own_journal older = {.path = ""}, foreign = {.path = ""};
	char file[PATH_MAX];
	struct journal_head head;
	struct work work;

	cr_assert(paths_real("decision.cfg", file, sizeof(file)));
	head = nobodys(file);
	cr_assert(journal_write(&older, &head, &session, &issue));
	type("9M");
	cr_assert(journal_write(&journal, &head, &session, &issue));
	head = nobodys("/somewhere/else.cfg");
	cr_assert(journal_write(&foreign, &head, &session, &issue));
	cr_assert(work_find(file, &work, &other, &issue));
	cr_expect_str_eq(session_text(&other, requests), "9M");
	cr_expect_str_eq(work.path, journal.path);
	cr_expect_str_eq(work.age, "just now");
	cr_expect(work.verdict[0]);
	cr_expect(!work.outdated);
	cr_assert(session_file_write("decision.cfg", &other, &issue));
	type("7M");
	cr_assert(journal_write(&journal, &head, &session, &issue));
	cr_assert(work_look(older.path, &work, &other, &issue));
	cr_expect(work.outdated, "the file was made since");
}

Test(journal, whatever_lies_in_the_folder_a_start_goes_on)
{
	struct journal_head head = nobodys("");
	char path[PATH_MAX];
	struct work work;

	alarm(60);
	cr_assert(journal_write(&journal, &head, &session, &issue));
	cr_assert(journal_path("pipe", path, sizeof(path)));
	cr_assert_eq(mkfifo(path, 0600), 0);
	cr_assert(journal_path("folder", path, sizeof(path)));
	cr_assert_eq(mkdir(path, 0700), 0);
	cr_expect_eq(journal_count(), 3);
	cr_expect(!work_look(path, &work, &other, &issue));
	cr_expect(!work_find("/a/b.cfg", &work, &other, &issue));
}

Test(journal, ages_are_said_in_round_figures)
{
	static const struct {
		double seconds;
		const char *words;
	} ages[] = {{-5, "just now"}, {59, "just now"}, {60, "1 minute ago"},
		{3599, "59 minutes ago"}, {7200, "2 hours ago"},
		{86400, "1 day ago"}, {8640000, "100 days ago"}};

	for (size_t i = 0; i < sizeof(ages) / sizeof(*ages); i++) {
		char words[40];

		work_age(ages[i].seconds, words, sizeof(words));
		cr_expect_str_eq(words, ages[i].words);
	}
}

Test(journal, where_it_cannot_be_written_words_say_why)
{
	struct journal_head head = nobodys("");
	char words[600];

	setenv("XDG_STATE_HOME", "/dev/null", 1);
	cr_expect(!journal_write(&journal, &head, &session, &issue));
	file_issue_words(&issue, words, sizeof(words));
	cr_expect(strstr(words, "/dev/null/tuneornot/journal"), "%s", words);
	unsetenv("XDG_STATE_HOME");
	unsetenv("HOME");
	cr_expect(!journal_write(&journal, &head, &session, &issue));
	file_issue_words(&issue, words, sizeof(words));
	cr_expect(strstr(words, "set HOME"), "%s", words);
	cr_expect_str_eq(journal.path, "");
}

/* ---- claims ------------------------------------------------------------- */

Test(journal, a_second_claim_is_told_who_has_the_first)
{
	struct claim first = {.held = false}, second = {.held = false};
	struct claim_holder holder;

	cr_expect_eq(claim_take(&first, "/a/b.cfg", &holder), CLAIM_HELD);
	cr_expect_eq(claim_take(&second, "/a/b.cfg", &holder), CLAIM_OTHERS);
	cr_expect_eq(holder.pid, getpid());
	cr_expect_gt(holder.since, time(NULL) - 60);
	cr_expect_eq(claim_take(&second, "/a/c.cfg", &holder), CLAIM_HELD);
	claim_drop(&first);
	cr_expect_eq(claim_take(&second, "/a/b.cfg", &holder), CLAIM_HELD);
	claim_drop(&second);
	cr_expect_neq(access(second.path, F_OK), 0, "nothing is left");
}

Test(journal, who_came_second_counts_when_the_first_has_gone)
{
	struct claim first = {.held = false}, second = {.held = false},
		     third = {.held = false};
	struct claim_holder holder;

	claim_take(&first, "/a/b.cfg", &holder);
	claim_take(&second, "/a/b.cfg", &holder);
	claim_drop(&first);
	cr_expect_eq(claim_take(&third, "/a/b.cfg", &holder), CLAIM_OTHERS);
	claim_drop(&third);
	claim_drop(&second);
	cr_expect_eq(claim_take(&third, "/a/b.cfg", &holder), CLAIM_HELD);
	claim_drop(&third);
}

Test(journal, a_claim_ends_with_its_process_however_that_ends)
{
	struct claim claim = {.held = false};
	struct claim_holder holder;
	int ends[2];
	char byte;
	pid_t child;

	cr_assert_eq(pipe(ends), 0);
	child = fork();
	if (child == 0) {
		claim_take(&claim, "/a/b.cfg", &holder);
		if (write(ends[1], "x", 1) == 1)
			pause();
		_exit(0);
	}
	cr_assert_eq(read(ends[0], &byte, 1), 1);
	cr_expect_eq(claim_take(&claim, "/a/b.cfg", &holder), CLAIM_OTHERS);
	cr_expect_eq(holder.pid, child);
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
	cr_expect_eq(claim_take(&claim, "/a/b.cfg", &holder), CLAIM_HELD);
	claim_drop(&claim);
}
