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

/* ---- keys ---------------------------------------------------------------- */

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

	reply->pressed = true;
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
	ui->cancelled = ui->cancelled && found == CMD_UNDO;
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
		ui_common(ui, frame, waiting, &reply);
		return reply;
	}
	terminal_wait(frame->patience, &event);
	take(ui, frame, &event, &reply);
	return reply;
}
