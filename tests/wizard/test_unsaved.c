/*
 * Work that was not saved, and sessions that somebody else is at.
 */
#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>

#include "claim.h"
#include "file_issue.h"
#include "on_example.h"
#include "paths.h"
#include "session_file.h"

static void begin_empty(void)
{
	alarm(TEST_SECONDS);
	scratch_begin();
}

TestSuite(unsaved, .init = begin_empty, .fini = end);

static const struct place requests = {IN_volume_requests_per_month, -1};

static const char *typed(void)
{
	return session_text(&wizard_program(wizard)->session, requests);
}

static void wait_ms(long milliseconds)
{
	const struct timespec pause = {.tv_sec = milliseconds / 1000,
		.tv_nsec = milliseconds % 1000 * 1000000};

	nanosleep(&pause, NULL);
}

/* What the loop does when nobody types. */
static void idle(void)
{
	static const struct reply reply = {.kind = REPLY_IDLE};

	wizard_settle(wizard);
	program_take(wizard_program(wizard), &reply);
	wizard_settle(wizard);
}

/* A process of its own types into a session, waits, and ends without a word;
 * a program of ours comes to it then. */
static void die_at_work(const char *path, const char *keys, long milliseconds)
{
	pid_t child = fork();

	if (child == 0) {
		wizard = wizard_begin(24, 80, path);
		wizard_settle(wizard);
		wizard_press(wizard, keys);
		wait_ms(milliseconds);
		idle();
		_exit(0);
	}
	cr_assert_gt(child, 0);
	waitpid(child, NULL, 0);
}

static void save_first_text(const char *path)
{
	wizard = wizard_begin(24, 80, path);
	wizard_press(wizard, "5M\r\023");
	cr_assert(shows("Saved in"));
	wizard_end(wizard);
}

Test(unsaved, work_of_a_program_that_died_is_offered_where_it_belongs)
{
	save_first_text("mine.cfg");
	die_at_work("mine.cfg", "8M\r", 320);
	wizard = wizard_begin(24, 80, "mine.cfg");
	cr_expect(shows("Work that was not saved"));
	cr_expect(shows("last changed just now"));
	cr_expect(shows("mine.cfg."));
	cr_expect_str_eq(typed(), "5M");
	wizard_press(wizard, "r");
	cr_expect_str_eq(typed(), "8M");
	cr_expect(shows("not saved yet"));
	cr_expect_eq(journal_count(), 0, "it is ours now");
	wizard_press(wizard, "\023");
	cr_expect(shows("Saved in mine.cfg"));
}

Test(unsaved, the_offer_says_the_verdict_that_the_wizard_says)
{
	cr_assert_eq(system("cp " EXAMPLE " mine.cfg"), 0);
	die_at_work("mine.cfg", "9M\r", 320);
	wizard = wizard_begin(24, 80, "mine.cfg");
	cr_expect(shows("just now: find out first"), "%s",
		screen_text(wizard_screen(wizard)));
	wizard_press(wizard, "r");
	cr_expect(shows("find out: Savings"));
}

Test(unsaved, what_is_being_typed_is_kept_too_if_it_can_be_read)
{
	die_at_work("mine.cfg", "8M", 320);
	wizard = wizard_begin(24, 80, "mine.cfg");
	wizard_press(wizard, "r");
	cr_expect_str_eq(typed(), "8M");
}

Test(unsaved, nothing_is_written_before_somebody_pauses)
{
	wizard = wizard_begin(24, 80, "mine.cfg");
	wizard_settle(wizard);
	wizard_press(wizard, "8M\r");
	idle();
	cr_expect_str_eq(wizard_program(wizard)->journal.path, "");
	wait_ms(320);
	idle();
	cr_expect_eq(access(wizard_program(wizard)->journal.path, F_OK), 0);
}

Test(unsaved, who_never_pauses_is_two_seconds_ahead_at_most)
{
	wizard = wizard_begin(24, 80, "mine.cfg");
	wizard_settle(wizard);
	wizard_press(wizard, "5");
	for (int i = 0; i < 21; i++) {
		wizard_press(wizard, i % 2 ? "\177" : "7");
		wait_ms(100);
	}
	wizard_press(wizard, "7");
	cr_expect_eq(access(wizard_program(wizard)->journal.path, F_OK), 0);
}

Test(unsaved, saving_undoing_and_discarding_leave_nothing_behind)
{
	struct program *program;

	wizard = wizard_begin(24, 80, "mine.cfg");
	program = wizard_program(wizard);
	wizard_press(wizard, "8M\r");
	wait_ms(320);
	idle();
	wizard_press(wizard, "\023");
	cr_expect_str_eq(program->journal.path, "");
	wizard_press(wizard, KEY_HOME "9M\r");
	wait_ms(320);
	idle();
	cr_expect_str_neq(program->journal.path, "");
	wizard_press(wizard, "\037");
	wait_ms(320);
	idle();
	cr_expect_str_eq(program->journal.path, "", "undone");
	wizard_press(wizard, KEY_HOME "9M\r");
	wait_ms(320);
	idle();
	cr_expect_eq(wizard_press(wizard, "\021d"), TURN_QUIT);
	cr_expect_str_eq(program->journal.path, "", "discarded");
}

Test(unsaved, keeping_for_later_offers_it_again)
{
	die_at_work("mine.cfg", "8M\r", 320);
	wizard = wizard_begin(24, 80, "mine.cfg");
	wizard_press(wizard, "\033");
	cr_expect(!shows("Work that was not saved"));
	cr_expect_eq(journal_count(), 1);
	wizard_end(wizard);
	wizard = wizard_begin(24, 80, "mine.cfg");
	cr_expect(shows("Work that was not saved"));
}

Test(unsaved, it_is_discarded_only_when_asked_twice)
{
	die_at_work("mine.cfg", "8M\r", 320);
	wizard = wizard_begin(24, 80, "mine.cfg");
	wizard_press(wizard, "d");
	cr_expect(shows("press again"));
	cr_expect_eq(journal_count(), 1);
	wizard_press(wizard, "d");
	cr_expect_eq(journal_count(), 0);
	cr_expect(!shows("Work that was not saved"));
	cr_expect(shows("is removed"));
}

Test(unsaved, the_start_screen_has_the_latest_on_top)
{
	die_at_work("one.cfg", "8M\r", 320);
	wait_ms(1000);
	die_at_work("two.cfg", "9M\r", 320);
	wizard = wizard_begin(24, 80, NULL);
	cr_expect(shows("two, not saved, just now"));
	cr_expect(shows("one, not saved, just now"));
	wizard_press(wizard, "\r");
	cr_expect(shows("two.cfg."));
	wizard_press(wizard, "\r");
	cr_expect_str_eq(typed(), "9M");
	cr_expect(shows("1/5"));
}

Test(unsaved, damaged_work_is_refused_with_a_word_and_stays)
{
	struct shelf shelf = {.count = 0};
	char path[PATH_MAX];

	die_at_work("mine.cfg", "8M\r", 320);
	journal_list(&shelf);
	cr_assert_eq(shelf.count, 1);
	cr_assert(journal_path(shelf.name[0], path, sizeof(path)));
	cr_assert_eq(truncate(path, 500), 0);
	shelf_release(&shelf);
	wizard = wizard_begin(24, 80, "mine.cfg");
	cr_expect(!shows("Work that was not saved"));
	cr_expect_eq(wizard_program(wizard)->notice_kind, NOTICE_TROUBLE);
	wizard_end(wizard);
	wizard = wizard_begin(24, 80, NULL);
	cr_expect(shows("Unsaved work, damaged"));
	wizard_press(wizard, "\r");
	cr_expect(shows("Should you fine-tune"));
	cr_expect(strstr(wizard_program(wizard)->notice, path));
	cr_expect_eq(access(path, F_OK), 0);
}

Test(unsaved, a_file_that_was_changed_since_is_not_overwritten)
{
	struct session theirs;
	struct file_issue issue;

	save_first_text("mine.cfg");
	die_at_work("mine.cfg", "8M\r", 320);
	save_first_text("other.cfg");
	cr_assert(session_file_read("other.cfg", &theirs, NULL, &issue));
	cr_assert(session_set(&theirs, requests, "6M", &issue.issue));
	cr_assert(session_file_write("mine.cfg", &theirs, &issue));
	wizard = wizard_begin(24, 80, "mine.cfg");
	cr_expect(shows("was changed since"));
	wizard_press(wizard, "r\023");
	cr_expect(shows("Changed by somebody else"));
	wizard_press(wizard, "\023");
	cr_expect(shows("mine.theirs-1.cfg"));
	cr_assert(
		session_file_read("mine.theirs-1.cfg", &theirs, NULL, &issue));
	cr_expect_str_eq(session_text(&theirs, requests), "6M");
	cr_assert(session_file_read("mine.cfg", &theirs, NULL, &issue));
	cr_expect_str_eq(session_text(&theirs, requests), "8M");
}

Test(unsaved, a_journal_that_cannot_be_written_is_told_once)
{
	wizard = wizard_begin(24, 80, "mine.cfg");
	wizard_settle(wizard);
	setenv("XDG_STATE_HOME", "/dev/null", 1);
	wizard_press(wizard, "8M\r");
	wait_ms(320);
	idle();
	cr_expect(shows("cannot be made"));
	wizard_press(wizard, KEY_HOME "9M\r");
	cr_expect(!shows("cannot be made"));
	wait_ms(320);
	idle();
	cr_expect(!shows("cannot be made"));
	cr_expect_str_eq(typed(), "9M");
	wizard_press(wizard, "\023");
	cr_expect(shows("Saved in mine.cfg"));
}

/* ---- others ------------------------------------------------------------- */

Test(unsaved, a_session_that_is_open_elsewhere_says_so_and_lets_one_go_on)
{
	struct claim claim = {.held = false};
	struct claim_holder holder;
	char file[PATH_MAX], words[64];

	save_first_text("mine.cfg");
	cr_assert(paths_real("mine.cfg", file, sizeof(file)));
	cr_assert_eq(claim_take(&claim, file, &holder), CLAIM_HELD);
	wizard = wizard_begin(24, 80, "mine.cfg");
	cr_expect(shows("Open elsewhere"));
	snprintf(words, sizeof(words), "process %d", (int)getpid());
	cr_expect(shows(words));
	wizard_press(wizard, "\r");
	cr_expect(!shows("Open elsewhere"));
	wizard_press(wizard, "8M\r");
	cr_expect_str_eq(typed(), "8M");
	claim_drop(&claim);
	cr_expect_eq(claim_take(&claim, file, &holder), CLAIM_OTHERS);
	claim_drop(&claim);
}

static void write_text(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	cr_assert(file);
	fputs(text, file);
	fclose(file);
}

Test(unsaved, a_change_from_outside_is_noticed_while_nobody_types)
{
	static const char theirs[] =
		"volume: { requests_per_month = \"6M\"; };";
	const struct timespec old[2] = {{.tv_sec = 1000}, {.tv_sec = 1000}};

	save_first_text("mine.cfg");
	wizard = wizard_begin(24, 80, "mine.cfg");
	idle();
	cr_assert_eq(rename("mine.cfg", "kept.cfg"), 0);
	write_text("mine.cfg", theirs);
	wait_ms(2000);
	idle();
	cr_expect(shows("changed by somebody else"));
	cr_expect(shows("^O opens it anew"));
	cr_expect_str_eq(typed(), "5M", "nothing is taken over unasked");
	wizard_press(wizard, "5M\r");
	cr_expect(shows("changed by somebody else"), "the mark stays");
	cr_expect(!shows("^O opens it anew"));
	cr_assert_eq(rename("kept.cfg", "mine.cfg"), 0);
	wait_ms(2000);
	idle();
	cr_expect(!shows("changed by somebody else"), "it is back");
	cr_assert_eq(utimensat(AT_FDCWD, "mine.cfg", old, 0), 0);
	wait_ms(2000);
	idle();
	cr_expect(!shows("changed by somebody else"), "only touched");
	cr_assert_eq(unlink("mine.cfg"), 0);
	wait_ms(2000);
	idle();
	cr_expect(shows("Removed by somebody else"));
}
