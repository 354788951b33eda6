#include "program.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "file_issue.h"
#include "session_file.h"

static char folder[] = "/tmp/tuneornot-program-XXXXXX";
static struct program *program;

static void begin(void)
{
	cr_assert(mkdtemp(folder));
	cr_assert_eq(chdir(folder), 0);
	setenv("XDG_STATE_HOME", folder, 1);
	setenv("XDG_CONFIG_HOME", folder, 1);
	program = program_new(false);
	cr_assert(program);
	program_begin(program);
}

static void end(void)
{
	char command[128];

	program_free(program);
	snprintf(command, sizeof(command), "rm -rf '%s'", folder);
	cr_expect_eq(system(command), 0);
}

TestSuite(program, .init = begin, .fini = end);

static const struct place requests = {IN_volume_requests_per_month, -1};

static enum turn edit(
	enum reply_kind kind, struct place place, const char *text)
{
	const struct reply reply = {
		.kind = kind,
		.edit = {.kind = EDIT_SET, .place = place, .text = text},
	};

	return program_take(program, &reply);
}

static enum turn ask(enum reply_kind kind, const char *text)
{
	const struct reply reply = {.kind = kind, .text = text};

	return program_take(program, &reply);
}

static const char *text_of(struct place place)
{
	return session_text(program_frame(program).session, place);
}

Test(program, an_empty_session_has_the_four_usual_options)
{
	struct frame frame = program_frame(program);

	cr_assert_eq(frame.session->options, 4);
	cr_expect(!session_form(frame.session, 0).tuned);
	cr_expect(session_form(frame.session, 3).tuned);
	cr_expect(session_form(frame.session, 3).selfhosted);
	cr_expect(!frame.dirty);
	cr_expect_null(frame.file);
}

Test(program, what_is_typed_shows_at_once_and_is_kept_only_when_taken)
{
	double before = program_frame(program).result->requests;

	edit(REPLY_TRY, requests, "2M");
	cr_expect_gt(program_frame(program).result->requests, before);
	cr_expect_eq(program_frame(program).before->requests, before);
	cr_expect(!program_frame(program).dirty);
	ask(REPLY_DROP, NULL);
	cr_expect_eq(program_frame(program).result->requests, before);

	edit(REPLY_EDIT, requests, "2M");
	cr_expect_str_eq(text_of(requests), "2M");
	cr_expect(program_frame(program).dirty);
	cr_expect_eq(program_frame(program).before->requests, before);
}

Test(program, undo_and_redo_move_the_dirty_mark_with_them)
{
	edit(REPLY_EDIT, requests, "2M");
	ask(REPLY_UNDO, NULL);
	cr_expect_str_eq(text_of(requests), "100k");
	cr_expect(!program_frame(program).dirty, "it is as it was");
	ask(REPLY_REDO, NULL);
	cr_expect_str_eq(text_of(requests), "2M");
	cr_expect(program_frame(program).dirty);
}

Test(program, an_edit_that_changes_nothing_is_no_step)
{
	edit(REPLY_EDIT, requests, "2M");
	edit(REPLY_EDIT, requests, "2M");
	ask(REPLY_UNDO, NULL);
	cr_expect_str_eq(text_of(requests), "100k");
}

Test(program, a_refused_edit_changes_nothing_and_says_why)
{
	edit(REPLY_EDIT, requests, "abc");
	cr_expect_str_eq(text_of(requests), "100k");
	cr_expect_eq(program_frame(program).notice_kind, NOTICE_TROUBLE);
	cr_expect_gt(strlen(program_frame(program).notice), 10);
}

Test(program, what_is_saved_is_read_again)
{
	struct file_issue issue;
	struct program *other = program_new(false);

	edit(REPLY_EDIT, requests, "500k to 2M");
	ask(REPLY_SAVE_AS, "mine.cfg");
	cr_expect(!program_frame(program).dirty);
	cr_expect_str_eq(program_frame(program).file, "mine.cfg");
	cr_assert(program_open(other, "mine.cfg", &issue));
	cr_expect(session_equal(&other->session, &program->session));
	program_free(other);
}

Test(program, saving_over_another_file_asks_first)
{
	FILE *file = fopen("theirs.cfg", "w");
	char line[32] = "";

	fputs("precious\n", file);
	fclose(file);
	ask(REPLY_SAVE_AS, "theirs.cfg");
	cr_expect_eq(program_frame(program).notice_kind, NOTICE_TROUBLE);
	file = fopen("theirs.cfg", "r");
	cr_expect(fgets(line, sizeof(line), file));
	fclose(file);
	cr_expect_str_eq(line, "precious\n");

	program_take(program, &(struct reply){.kind = REPLY_SAVE_AS,
				      .text = "theirs.cfg",
				      .force = true});
	cr_expect_eq(program_frame(program).notice_kind, NOTICE_DONE);
}

Test(program, a_file_that_somebody_else_changed_is_not_overwritten_silently)
{
	FILE *file;

	ask(REPLY_SAVE_AS, "mine.cfg");
	file = fopen("mine.cfg", "a");
	fputs("# theirs\n", file);
	fclose(file);
	edit(REPLY_EDIT, requests, "2M");
	ask(REPLY_SAVE, NULL);
	cr_expect_eq(program_frame(program).notice_kind, NOTICE_TROUBLE);
	cr_expect(program_frame(program).dirty);
	ask(REPLY_SAVE, NULL);
	cr_expect_eq(program_frame(program).notice_kind, NOTICE_DONE);
	cr_expect(!program_frame(program).dirty);
	cr_expect(strstr(program_frame(program).notice, "theirs-1"));
	cr_expect_eq(system("grep -q theirs mine.theirs-1.cfg"), 0,
		"the other text is kept");
}

Test(program, a_change_of_the_same_size_and_time_is_noticed)
{
	ask(REPLY_SAVE_AS, "mine.cfg");
	cr_assert_eq(system("cp -p mine.cfg old && "
			    "sed -i 's/edit this/EDIT THIS/' mine.cfg && "
			    "touch -r old mine.cfg"),
		0);
	edit(REPLY_EDIT, requests, "2M");
	ask(REPLY_SAVE, NULL);
	cr_expect_eq(program_frame(program).notice_kind, NOTICE_TROUBLE);
	cr_expect(program_frame(program).dirty);
}

Test(program, the_same_text_with_another_time_is_no_change)
{
	ask(REPLY_SAVE_AS, "mine.cfg");
	cr_assert_eq(system("touch -d 2020-01-01 mine.cfg"), 0);
	edit(REPLY_EDIT, requests, "2M");
	ask(REPLY_SAVE, NULL);
	cr_expect(!program_frame(program).dirty);
}

Test(program, a_second_change_is_asked_about_again)
{
	ask(REPLY_SAVE_AS, "mine.cfg");
	edit(REPLY_EDIT, requests, "2M");
	cr_assert_eq(system("echo '# one' >>mine.cfg"), 0);
	ask(REPLY_SAVE, NULL);
	cr_assert_eq(system("echo '# two' >>mine.cfg"), 0);
	ask(REPLY_SAVE, NULL);
	cr_expect(program_frame(program).dirty);
	ask(REPLY_SAVE, NULL);
	cr_expect(!program_frame(program).dirty);
	cr_expect_eq(system("grep -q two mine.theirs-1.cfg"), 0);
}

Test(program, a_failed_save_keeps_the_work_and_does_not_quit)
{
	const struct reply reply = {
		.kind = REPLY_SAVE_AS,
		.text = "no/such/folder/mine.cfg",
		.then_quit = true,
	};

	edit(REPLY_EDIT, requests, "2M");
	cr_expect_eq(program_take(program, &reply), TURN_ON);
	cr_expect_eq(program_frame(program).notice_kind, NOTICE_TROUBLE);
	cr_expect(program_frame(program).dirty);
	cr_expect_null(program_frame(program).file);
}

Test(program, opening_a_bad_file_keeps_what_is_open)
{
	FILE *file = fopen("bad.cfg", "w");

	fputs("volume: { requests_per_month = \"abc\"; };\n", file);
	fclose(file);
	edit(REPLY_EDIT, requests, "2M");
	ask(REPLY_OPEN, "bad.cfg");
	cr_expect_eq(program_frame(program).notice_kind, NOTICE_TROUBLE);
	cr_expect(strstr(program_frame(program).notice, "bad.cfg:1"));
	cr_expect_str_eq(text_of(requests), "2M");
	ask(REPLY_UNDO, NULL);
	cr_expect_str_eq(text_of(requests), "100k");
}

Test(program, rescued_work_is_offered_and_goes_when_it_is_saved)
{
	struct program *next;
	struct file_issue issue;
	char path[PATH_MAX];

	edit(REPLY_EDIT, requests, "2M");
	cr_assert(program_rescue(program));
	next = program_new(false);
	program_list_starts(next);
	cr_assert_gt(program_frame(next).start_count, 0);
	cr_expect(program_frame(next).starts[0].unsaved);
	snprintf(path, sizeof(path), "%s", program_frame(next).starts[0].path);
	cr_assert(program_open(next, path, &issue));
	cr_expect_str_eq(session_text(&next->session, requests), "2M");
	cr_expect(program_frame(next).dirty);
	cr_expect_null(program_frame(next).file);
	cr_expect_eq(access(next->journal.path, F_OK), 0);
	cr_expect_neq(access(path, F_OK), 0, "it is in a journal of its own");
	program_take(next,
		&(struct reply){.kind = REPLY_SAVE_AS, .text = "safe.cfg"});
	cr_expect_eq(journal_count(), 0, "saved work is not offered");
	program_free(next);
}

Test(program, an_example_is_opened_as_a_copy)
{
	struct file_issue issue;

	cr_assert(program_open(program,
		TEST_SOURCE "/share/examples/support-triage.cfg", &issue));
	cr_expect_null(program_frame(program).file);
	cr_expect_eq(program_frame(program).session->options, 4);
}

Test(program, a_file_that_is_not_there_yet_is_made_by_saving)
{
	struct file_issue issue;

	cr_assert(program_open(program, "new.cfg", &issue));
	cr_expect_str_eq(program_frame(program).file, "new.cfg");
	cr_expect_neq(access("new.cfg", F_OK), 0);
	ask(REPLY_SAVE, NULL);
	cr_expect_eq(access("new.cfg", F_OK), 0);
}

/* What was typed waits there: whoever read it would keep it from the wizard,
 * and would wait for an end that does not come. */
Test(program, a_dash_is_a_file_and_not_standard_input)
{
	static const enum reply_kind kinds[] = {REPLY_OPEN, REPLY_COMPARE,
		REPLY_SAVE_AS, REPLY_SAVE_AS, REPLY_OPEN, REPLY_COMPARE,
		REPLY_SAVE, REPLY_EXPORT};
	int keys[2], waiting = 0;

	cr_assert_eq(pipe(keys), 0);
	cr_assert_eq(dup2(keys[0], STDIN_FILENO), STDIN_FILENO);
	cr_assert_eq(write(keys[1], "keys", 4), 4);
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		const struct reply reply = {
			.kind = kinds[i], .text = "-", .force = i > 2};

		edit(REPLY_EDIT, requests, i % 2 ? "1M" : "2M");
		program_take(program, &reply);
		cr_assert_eq(ioctl(STDIN_FILENO, FIONREAD, &waiting), 0);
		cr_assert_eq(waiting, 4, "reply %zu", i);
	}
	cr_expect_eq(access("./-", F_OK), 0);
}

Test(program, reports_are_shown_and_written)
{
	ask(REPLY_REPORT, NULL);
	cr_assert(program_frame(program).report);
	cr_expect(strchr(program_frame(program).report, '\n'));
	ask(REPLY_EXPORT, "report.json");
	cr_expect_eq(program_frame(program).notice_kind, NOTICE_DONE);
	ask(REPLY_EXPORT, "report.json");
	cr_expect_eq(program_frame(program).notice_kind, NOTICE_TROUBLE,
		"it is there already");
}

Test(program, themes_are_listed_and_an_unknown_one_changes_nothing)
{
	cr_expect(program_theme(program, "dark"));
	cr_expect_str_eq(program_frame(program).theme, "dark");
	cr_expect(!program_theme(program, "nosuch"));
	cr_expect_str_eq(program_frame(program).theme, "dark");
	ask(REPLY_THEMES, NULL);
	cr_assert(program_frame(program).themes);
	cr_expect(program_frame(program).themes[0]);
}

Test(program, the_farewell_says_verdict_and_file)
{
	char words[1200];

	ask(REPLY_SAVE_AS, "mine.cfg");
	program_farewell(program, words, sizeof(words));
	cr_expect(strstr(words, "Saved in mine.cfg"), "%s", words);
	edit(REPLY_EDIT, requests, "2M");
	program_farewell(program, words, sizeof(words));
	cr_expect(strstr(words, "Not saved"), "%s", words);
}

Test(program, the_farewell_of_an_example_names_no_file)
{
	struct file_issue issue;
	char words[1200];

	cr_assert(program_open(program,
		TEST_SOURCE "/share/examples/support-triage.cfg", &issue));
	program_farewell(program, words, sizeof(words));
	cr_expect(strstr(words, ". Nothing was changed"), "%s", words);
}
