/*
 * The wizard as the program sees it: open, paint, next, close.
 */
#include "ui.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "hits.h"
#include "terminal.h"
#include "view.h"
#include "watch.h"

struct ui *ui_open(const struct ui_setup *setup, struct issue *issue)
{
	const struct terminal_setup terminal = {
		.in = setup->in,
		.out = setup->out,
		.wake = setup->wake,
		.rows = setup->rows,
		.columns = setup->columns,
		.term = setup->term,
		.colours = setup->colours,
		.mouse = setup->mouse,
	};
	struct ui *ui = calloc(1, sizeof(*ui));

	if (!ui) {
		issue_set(issue, 0, "there is no memory left");
		return NULL;
	}
	if (!terminal_open(&terminal, issue)) {
		free(ui);
		return NULL;
	}
	ui->watcher = setup->watcher;
	ui->keys = keymap;
	ui->ascii = setup->ascii;
	canvas_use_braille(setup->braille);
	ui->colours = setup->colours;
	ui->screen = setup->at_start ? SCREEN_START : VOLUME;
	watch_open(ui);
	return ui;
}

const char *ui_fallback(void)
{
	return terminal_fallback();
}

void ui_close(struct ui *ui)
{
	if (!ui)
		return;
	terminal_close();
	free(ui);
}

void ui_use_theme(struct ui *ui, const struct theme *theme)
{
	theme_use(theme, ui->colours);
}

void ui_use_keys(struct ui *ui, const struct key_row *keys)
{
	ui->keys = keys;
}

void ui_lend(struct ui *ui)
{
	(void)ui;
	terminal_lend();
}

void ui_take_back(struct ui *ui)
{
	(void)ui;
	terminal_take_back();
}

struct reply ui_put(struct ui *ui, const struct frame *frame,
	struct place place, const char *text)
{
	struct reply reply = {.kind = REPLY_NONE};

	typing_put(ui, frame, place, text, &reply);
	return reply;
}

void ui_session_changed(struct ui *ui)
{
	ui->overlays = 0;
	ui->typing = false;
	ui->tried = false;
	ui->drafts = 0;
	ui->at_work = false;
	memset(ui->focus, 0, sizeof(ui->focus));
	memset(ui->top, 0, sizeof(ui->top));
	ui_go(ui, VOLUME);
}

void ui_offer_prices(struct ui *ui)
{
	if (!ui->at_work && !ui->overlays)
		ui_push(ui, &view_offer);
}

void ui_saved(struct ui *ui)
{
	ui->overlays = 0;
}

/* ---- painting ----------------------------------------------------------- */

/* Below this nothing sensible fits. */
enum { ROWS_MIN = 10, COLUMNS_MIN = 40 };

static void draw_too_small(struct area screen)
{
	canvas_wrap(screen, 0, ROLE_TEXT,
		"Please make the window larger (40 x 10 at least). Nothing is "
		"lost.");
	canvas_cursor(screen, 0, 0);
}

static void draw_all(
	struct ui *ui, const struct frame *frame, struct area screen)
{
	struct area body = area_rows(screen, 2, screen.rows - 3);

	if (ui->screen == SCREEN_START)
		body = area_rows(screen, 0, screen.rows - 1);
	else
		head_draw(ui, frame, area_rows(screen, 0, 2));
	ui_screen(ui)->draw(ui, frame, body);
	for (int i = 0; i < ui->overlays; i++) {
		hits_clear();
		ui->overlay[i]->draw(ui, frame, body);
	}
	foot_draw(ui, frame, area_rows(screen, screen.rows - 1, 1));
}

void ui_paint(struct ui *ui, const struct frame *frame)
{
	struct area screen = canvas_begin(ui->ascii);

	hits_clear();
	if (screen.rows < ROWS_MIN || screen.columns < COLUMNS_MIN)
		draw_too_small(screen);
	else
		draw_all(ui, frame, screen);
	terminal_flush();
	watch_paint(ui);
}

/* ---- what the user wants ------------------------------------------------ */

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
static void copy_verdict(
	struct ui *ui, const struct frame *frame, struct reply *reply)
{
	const char *name =
		session_text(frame->session, SHARED_PLACE(IN_session_name));
	char verdict[100], line[1000];

	verdict_short(&frame->result->verdict, verdict, sizeof(verdict));
	snprintf(line, sizeof(line), "%.500s%s%s. %s", name, *name ? ": " : "",
		verdict, frame->result->verdict.action);
	text_clean(ui->text, sizeof(ui->text), line);
	terminal_copy(ui->text);
	reply->kind = REPLY_COPIED;
	reply->text = ui->text;
}

/* Commands that mean the same on every screen. */
static void common(struct ui *ui, const struct frame *frame,
	enum command command, struct reply *reply)
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
	case CMD_YANK: copy_verdict(ui, frame, reply); break;
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
		common(ui, frame, command, reply);
	else
		ui->waiting = command;
}

/* Ctrl-X where it begins keys, and means nothing by itself. */
static bool begins_chord(const struct ui *ui, int where, struct press press)
{
	return press.key == PRESS_CTRL('x') && !ui->chord &&
	       keymap_find(ui->keys, where, press) == CMD_NONE &&
	       keymap_has_chords(ui->keys, where);
}

/* The second key of a chord. */
static struct press behind(struct press press)
{
	press.key = press.key >= PRESS_CTRL('a') && press.key <= PRESS_CTRL('z')
			    ? press.key - PRESS_CONTROL + PRESS_CHORDS
			    : PRESS_CHORDS; /* nothing */
	return press;
}

static void press(struct ui *ui, const struct frame *frame, struct press press,
	struct reply *reply)
{
	const struct view *top = ui_top(ui);
	int where = top->where(ui, frame);
	enum command found;

	ui->note[0] = '\0';
	ui->leaving = ui->leaving && press.key == PRESS_ESCAPE;
	if (begins_chord(ui, where, press)) {
		watch_press(ui, press, false);
		ui->chord = true;
		snprintf(ui->note, sizeof(ui->note), "^X-");
		return;
	}
	if (ui->chord)
		press = behind(press);
	ui->chord = false;
	found = keymap_find(ui->keys, where, press);
	watch_press(ui, press, !found);
	if (mouse_press(ui, frame, press, reply))
		return;
	if (found)
		ui_do(ui, frame, found, reply);
	else if (top->press)
		top->press(ui, frame, press, reply);
}

static void take(struct ui *ui, const struct frame *frame,
	const struct event *event, struct reply *reply)
{
	watch_event(ui, event);
	switch (event->kind) {
	case EVENT_PRESS:
		ui->at_work = true;
		press(ui, frame, event->press, reply);
		break;
	case EVENT_PASTE:
		ui->at_work = true;
		if (ui_top(ui)->paste)
			ui_top(ui)->paste(ui, frame, event->paste, reply);
		break;
	case EVENT_SIGNAL:
		reply->kind = REPLY_SIGNAL;
		reply->signal = event->signal;
		break;
	case EVENT_HANGUP: reply->kind = REPLY_HANGUP; break;
	case EVENT_NONE: reply->kind = REPLY_IDLE; break;
	case EVENT_RESIZE: break;
	}
}

bool ui_shows_flips(const struct ui *ui)
{
	bool panel = !ui->narrow || ui->panel_open;

	return (panel && ui->panel_page == PANEL_FLIPS) ||
	       (ui->screen == SCREEN_VERDICT && ui->picture == PICTURE_NEXT);
}

bool ui_is_waiting(const struct ui *ui)
{
	return ui->waiting != CMD_NONE;
}

bool ui_is_pending(const struct ui *ui)
{
	return ui_is_waiting(ui) || terminal_typed();
}

struct reply ui_next(struct ui *ui, const struct frame *frame)
{
	struct reply reply = {.kind = REPLY_NONE};
	enum command waiting = ui->waiting;
	struct event event;

	ui->waiting = CMD_NONE;
	if (waiting) {
		common(ui, frame, waiting, &reply);
		return reply;
	}
	terminal_wait(frame->patience, &event);
	take(ui, frame, &event, &reply);
	return reply;
}
