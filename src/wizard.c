#include "wizard.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "output.h"
#include "own_editor.h"
#include "pages.h"
#include "program.h"
#include "program_files.h"
#include "program_journal.h"
#include "signals.h"
#include "text.h"
#include "theme_file.h"
#include "trace.h"
#include "wizard_turn.h"

void wizard_tell(struct ui *ui, struct program *program)
{
	if (program->style_changed)
		ui_use_theme(ui, &program->style);
	program->style_changed = false;
	if (program->session_changed)
		ui_session_changed(ui);
	program->session_changed = false;
	if (program->prices_moved)
		ui_offer_prices(ui);
	program->prices_moved = false;
	if (program->work_found)
		ui_offer_work(ui);
	if (program->held_by_others)
		ui_tell_holder(ui);
	program->work_found = program->held_by_others = false;
	if (program->file_saved)
		ui_saved(ui);
	program->file_saved = false;
}

void wizard_paint(struct ui *ui, struct program *program)
{
	program_answer(program, ui_shows_flips(ui));
	wizard_paint_known(ui, program);
}

void wizard_paint_known(struct ui *ui, struct program *program)
{
	struct frame frame = program_frame(program);

	ui_paint(ui, &frame);
	program_remember(program);
	program_keep_late(program);
}

/* The reply that the text makes which comes back from the user's editor. */
static struct reply edit_outside(struct ui *ui, struct program *program,
	const struct frame *frame, const struct reply *asked)
{
	const struct place place = asked->edit.place;
	char text[SESSION_TEXT + 1];
	struct issue issue;
	bool edited;

	ui_lend(ui);
	edited = own_editor_edit(asked->text, text, &issue);
	ui_take_back(ui);
	if (edited)
		return ui_put(ui, frame, place, text);
	program_refuse(program, &issue);
	return (struct reply){.kind = REPLY_NONE};
}

/* The frame that a key meets may have been made before its odds. */
static struct reply copy_verdict(struct ui *ui, struct program *program)
{
	struct frame frame;

	program_answer(program, false);
	frame = program_frame(program);
	return ui_copy_verdict(ui, &frame);
}

enum turn wizard_turn(
	struct ui *ui, struct program *program, bool seen, int *signal)
{
	struct frame frame = program_frame(program);
	struct reply reply;
	enum turn turn;

	if (!seen)
		frame.patience = 0;
	reply = ui_next(ui, &frame);
	if (reply.pressed && reply.kind == REPLY_NONE)
		program->notice_kind = NOTICE_NONE; /* it has been read */
	if (reply.kind == REPLY_EDITOR)
		reply = edit_outside(ui, program, &frame, &reply);
	if (reply.kind == REPLY_YANK)
		reply = copy_verdict(ui, program);
	turn = program_take(program, &reply);
	*signal = reply.kind == REPLY_HANGUP ? 1 : reply.signal;
	wizard_tell(ui, program);
	return turn;
}

/* Keys that come faster than they can be shown, as when text is pasted into a
 * terminal that does not tell, are worked some at a time before a paint. */
enum { UNSEEN_MOST = 32 };

static enum turn loop(struct ui *ui, struct program *program, int *signal)
{
	enum turn turn = TURN_ON;
	bool seen = true;
	int unseen = 0;

	wizard_tell(ui, program);
	wizard_paint_known(ui, program);
	while (turn == TURN_ON || turn == TURN_SAME) {
		if (!seen && (!ui_is_pending(ui) || unseen >= UNSEEN_MOST)) {
			wizard_paint(ui, program);
			seen = true;
			unseen = 0;
		}
		turn = wizard_turn(ui, program, seen, signal);
		if (turn == TURN_ON) {
			seen = false;
			unseen++;
		}
	}
	return turn;
}

/* What remains on the normal screen. */
static void say_farewell(const struct program *program)
{
	char words[1200], clean[2400];

	program_farewell(program, words, sizeof(words));
	text_clean(clean, sizeof(clean), words);
	printf("%s\n", clean);
}

/* Said on the first screen, unless there is something graver to say. */
static void say_fallback(struct program *program)
{
	const char *used = ui_fallback();

	if (used && program->notice_kind == NOTICE_NONE)
		program_say(program, NOTICE_DONE,
			"The terminal %.40s is not known here: drawn as for "
			"%s.",
			getenv("TERM") ? getenv("TERM") : "without a name",
			used);
}

static int run(const struct wizard_setup *setup, struct program *program)
{
	const struct ui_setup ui_setup = {
		.in = STDIN_FILENO,
		.out = STDOUT_FILENO,
		.wake = signals_open(),
		.colours = setup->colours,
		.ascii = setup->ascii,
		.mouse = setup->mouse,
		.braille = setup->braille,
		.watcher = trace_line,
		.at_start = !setup->session,
	};
	struct issue issue;
	struct ui *ui = ui_open(&ui_setup, &issue);
	int signal = 0;
	enum turn turn;

	if (!ui) {
		complain("%s; %s", issue.what, issue.mend);
		return 2;
	}
	say_fallback(program);
	ui_use_keys(ui, program->keys.row);
	turn = loop(ui, program, &signal);
	ui_close(ui);
	program_remember(program);
	if (turn == TURN_QUIT) {
		program_answer(program, false);
		say_farewell(program);
		return output_finish(0);
	}
	program->notice_kind = NOTICE_NONE;
	program_rescue(program);
	if (program->notice_kind != NOTICE_NONE)
		complain("%s", program->notice);
	return 128 + signal;
}

/* A theme that cannot be had is told, now and on the first screen, and keeps
 * nobody from working. */
static void dress(const struct wizard_setup *setup, struct program *program)
{
	static const char usual[] = "default";
	char path[PATH_MAX];

	if (program_theme(program, setup->theme ? setup->theme : usual))
		return;
	if (!setup->theme && !theme_file_find(usual, path, sizeof(path))) {
		program->notice_kind = NOTICE_NONE; /* no data of ours at all */
		return;
	}
	complain("%s", program->notice);
	if (setup->theme && strcmp(setup->theme, usual) != 0)
		program_theme(program, usual);
}

/* Bytes that are taken on the way to the first screen. */
enum { FIRST_STACK = 64 << 10, FIRST_HEAP = 320 << 10 };

int wizard_run(const struct wizard_setup *setup)
{
	struct program *program;
	struct file_issue issue;
	int status = 1;

	pages_expect_stack(FIRST_STACK);
	pages_expect_heap(FIRST_HEAP);
	program = program_new(setup->ascii);
	if (!program) {
		complain("there is no memory left");
		return 1;
	}
	dress(setup, program);
	if (setup->session && !program_open(program, setup->session, &issue))
		complain_of_file(&issue);
	else {
		if (!setup->session) {
			program_begin(program);
			program_list_starts(program);
		}
		program->session_changed = false;
		program_read_keys(program);
		status = run(setup, program);
	}
	program_free(program);
	return status;
}
