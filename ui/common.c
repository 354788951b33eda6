/*
 * Commands that mean the same wherever one is.
 */
#include <stdio.h>
#include <string.h>

#include "terminal.h"
#include "view.h"
#include "watch.h"

static void quit(struct ui *ui, const struct frame *frame, struct reply *reply)
{
	const struct reply leave = {.kind = REPLY_QUIT};

	if (ui_top(ui) == &view_leave)
		return;
	ui_leave_with(ui, frame, reply, &leave);
}

static void save(struct ui *ui, const struct frame *frame, struct reply *reply)
{
	ui->then_quit = false;
	if (frame->file)
		reply->kind = REPLY_SAVE;
	else
		files_open(ui, frame, FILES_SAVE, reply);
}

static void open_options(struct ui *ui)
{
	int page = ui_page(ui);
	int option = page < 0 ? -1 : ui->focus[page].option;

	if (ui->screen == SCREEN_OPTIONS)
		return;
	ui->page_before_options = ui->screen;
	ui->focus[PAGE_OPTIONS] = (struct place){
		.input = IN_option_name, .option = option < 0 ? 0 : option};
	ui_go(ui, SCREEN_OPTIONS);
}

/* The next page; where the panel has no place of its own it opens before the
 * first page and closes behind the last. */
static void turn_panel(struct ui *ui)
{
	if (ui->narrow && !ui->panel_open) {
		ui->panel_open = true;
		ui->panel_page = 0;
		return;
	}
	ui->panel_page = (ui->panel_page + 1) % PANEL_PAGES;
	if (ui->panel_page == 0)
		ui->panel_open = false;
}

static void switch_mouse(struct ui *ui)
{
	bool on = !terminal_mouse();

	terminal_use_mouse(on);
	snprintf(ui->note, sizeof(ui->note), "The mouse is %s.",
		on ? "on" : "off: the terminal selects text with it");
}

/* The first time it only says what the second one does. */
static void escape(
	struct ui *ui, const struct frame *frame, struct reply *reply)
{
	if (ui->leaving) {
		ui->leaving = false;
		quit(ui, frame, reply);
		return;
	}
	ui->leaving = true;
	snprintf(ui->note, sizeof(ui->note), "Esc once more leaves%s",
		frame->dirty || ui->drafts
			? "; what is not saved yet is asked about."
			: ".");
}

/* Does it stand on this question, or on any if that is the verdict? */
static bool stands_on(enum input input, int screen)
{
	const struct input_row *row = &input_table[input];

	if (screen == SCREEN_VERDICT)
		return row->group != GROUP_SESSION;
	return input_is_option(input)
		       ? (int)row->question == screen
		       : row->group == question_group((enum question)screen);
}

/* A question, or from the verdict all five, back to the defaults. */
static void clear(struct ui *ui, struct reply *reply)
{
	if (ui->screen > SCREEN_VERDICT)
		return;
	for (int i = ui->drafts - 1; i >= 0; i--)
		if (stands_on(ui->draft[i].place.input, ui->screen))
			draft_drop(ui, ui->draft[i].place);
	reply->kind = REPLY_EDIT;
	reply->edit =
		(struct edit){.kind = EDIT_CLEAR, .to = ui->screen, .text = ""};
	snprintf(ui->note, sizeof(ui->note),
		"%s at the defaults again; %s takes that back.",
		ui->screen == SCREEN_VERDICT ? "All five questions are"
					     : "This question is",
		keymap_shown(ui->keys, ON_SCREEN, CMD_UNDO));
}

/* "Support triage: stop at savings. Leave it: ..." */
struct reply ui_copy_verdict(struct ui *ui, const struct frame *frame)
{
	const char *name =
		session_text(frame->session, SHARED_PLACE(IN_session_name));
	char verdict[100], line[1000];

	verdict_short(&frame->result->verdict, verdict, sizeof(verdict));
	snprintf(line, sizeof(line), "%.500s%s%s. %s", name, *name ? ": " : "",
		verdict, frame->result->verdict.action);
	text_clean(ui->text, sizeof(ui->text), line);
	terminal_copy(ui->text);
	return (struct reply){.kind = REPLY_COPIED, .text = ui->text};
}

/* Commands that mean the same on every screen. */
void ui_common(struct ui *ui, const struct frame *frame, enum command command,
	struct reply *reply)
{
	switch (command) {
	case CMD_UNDO: reply->kind = REPLY_UNDO; break;
	case CMD_REDO: reply->kind = REPLY_REDO; break;
	case CMD_CANCEL: escape(ui, frame, reply); break;
	case CMD_CLEAR: clear(ui, reply); break;
	case CMD_PANEL: turn_panel(ui); break;
	case CMD_MORE: ui->more = !ui->more; break;
	case CMD_OPTIONS: open_options(ui); break;
	case CMD_SAVE: save(ui, frame, reply); break;
	case CMD_SAVE_AS: files_open(ui, frame, FILES_SAVE, reply); break;
	case CMD_OPEN: files_open(ui, frame, FILES_OPEN, reply); break;
	case CMD_PICK: picker_open(ui, frame, reply); break;
	case CMD_PRICES:
		ui_push(ui, &view_offer);
		reply->kind = REPLY_PRICES;
		break;
	case CMD_REPORT:
		ui->purpose = FILES_EXPORT;
		ui_push(ui, &view_report);
		reply->kind = REPLY_REPORT;
		break;
	case CMD_ANSWERS: ui_push(ui, &view_answers); break;
	case CMD_COMPARE: files_open(ui, frame, FILES_COMPARE, reply); break;
	case CMD_THEME:
		ui_push(ui, &view_themes);
		reply->kind = REPLY_THEMES;
		break;
	case CMD_HELP: help_open(ui); break;
	case CMD_PALETTE: palette_open(ui); break;
	case CMD_YANK: reply->kind = REPLY_YANK; break;
	case CMD_MOUSE: switch_mouse(ui); break;
	case CMD_SUSPEND: terminal_suspend(); break;
	case CMD_REFRESH: terminal_refresh(); break;
	case CMD_QUIT: quit(ui, frame, reply); break;
	default:
		if (command >= CMD_STEP_1 && command <= CMD_STEP_6)
			ui_go(ui, command - CMD_STEP_1);
	}
}

/* Commands that leave a half-typed field as it is. */
static bool stays(enum command command)
{
	return command == CMD_HELP || command == CMD_PANEL ||
	       command == CMD_MOUSE || command == CMD_SUSPEND ||
	       command == CMD_REFRESH;
}

/*
 * What is being typed is handed in, or kept as a draft, before anything that
 * leaves the field: then the command itself has to wait for its turn.
 */
void ui_do(struct ui *ui, const struct frame *frame, enum command command,
	struct reply *reply)
{
	watch_command(ui, command);
	if (command != CMD_PANEL)
		ui->panel_open = false;
	if (ui_top(ui)->command(ui, frame, command, reply))
		return;
	if (ui->typing && !stays(command))
		typing_leave(ui, frame, reply);
	if (reply->kind == REPLY_NONE)
		ui_common(ui, frame, command, reply);
	else
		ui->waiting = command;
}
