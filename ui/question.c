/*
 * One question: its fields, the options' columns, the evidence, the answer.
 *
 * The options editor is a page of the same kind, without evidence.
 */
#include <stdio.h>
#include <string.h>

#include "stepping.h"
#include "view.h"

void question_form(
	const struct ui *ui, const struct frame *frame, struct form *form)
{
	form_make(form, frame->session, ui_page(ui), ui->more);
}

/* The place in focus, wherever it was left. */
struct place question_focus(const struct ui *ui, const struct form *form)
{
	return form_focus(form, ui->focus[ui_page(ui)]);
}

/* ---- what the focus is on ----------------------------------------------- */

/* A text of the whole session; those of the options are names. */
static int prose(struct place place)
{
	bool text = input_table[place.input].kind == KIND_TEXT;

	return text && place.option < 0 ? ON_PROSE : 0;
}

static int options_where(const struct ui *ui, struct place place)
{
	if (ui->screen != SCREEN_OPTIONS)
		return 0;
	return place.option < 0 ? ON_OPTIONS : ON_OPTIONS | ON_COLUMN;
}

static int where(const struct ui *ui, const struct frame *frame)
{
	const char *words[FORM_WORDS];
	struct form form;
	struct place place;
	int editor;

	if (ui->typing)
		return ON_TYPING | prose(ui->typed_at);
	question_form(ui, frame, &form);
	place = question_focus(ui, &form);
	editor = options_where(ui, place);
	if (form_words(frame->session, place, words))
		return ON_CHOICE | editor;
	if (!input_is_number(place.input))
		return ON_WORDS | editor | prose(place);
	return ON_NUMBER | editor |
	       (input_table[place.input].min < 0 ? 0 : ON_UNSIGNED);
}

/* ---- commands ----------------------------------------------------------- */

/* To the next or the last of a few words. */
static void cycle(struct ui *ui, const struct frame *frame, int by,
	struct place place, struct reply *reply)
{
	const char *words[FORM_WORDS];
	int count = form_words(frame->session, place, words);
	const char *text = session_text(frame->session, place);
	int at = 0;

	for (int i = 0; i < count; i++)
		if (!strcmp(words[i], text))
			at = i;
	if (count)
		typing_set(ui, place, words[(at + by + count) % count], reply);
}

static void leave_page(struct ui *ui, int by)
{
	int screen = ui->screen + by;

	if (ui->screen == SCREEN_OPTIONS)
		screen = ui->page_before_options;
	if (screen < 0)
		screen = 0;
	ui_go(ui, screen);
}

/* One row or cell on; from the last one to the next page. */
static void go_on(struct ui *ui, const struct form *form)
{
	struct place *place = &ui->focus[ui_page(ui)];

	if (!form_next(form, place, 1) && ui->screen != SCREEN_OPTIONS)
		leave_page(ui, 1);
}

static void enter(struct ui *ui, const struct frame *frame,
	const struct form *form, struct reply *reply)
{
	struct place place = question_focus(ui, form);
	const struct draft *draft = draft_find(ui, place);
	const char *words[FORM_WORDS];

	if (ui->typing) {
		if (typing_take(ui, frame, reply))
			go_on(ui, form);
	} else if (form_words(frame->session, place, words)) {
		go_on(ui, form);
	} else {
		typing_start(ui, frame, place,
			draft ? draft->text
			      : session_text(frame->session, place));
	}
}

/* What the field holds, or is to hold, for the user's own editor. */
static void hand_out(struct ui *ui, const struct frame *frame,
	struct place place, struct reply *reply)
{
	const struct draft *draft = draft_find(ui, place);
	const char *text =
		draft ? draft->text : session_text(frame->session, place);

	if (!prose(place))
		return;
	snprintf(ui->text, sizeof(ui->text), "%s",
		ui->typing ? ui->editor.text : text);
	reply->kind = REPLY_EDITOR;
	reply->edit.place = place;
	reply->text = ui->text;
}

static void across(struct ui *ui, const struct frame *frame,
	const struct form *form, int by, struct reply *reply)
{
	struct place *place = &ui->focus[ui_page(ui)];

	if (place->option < 0)
		cycle(ui, frame, by, *place, reply);
	else
		form_across(form, place, by);
}

/* Moving among the fields; false: the command is something else. */
static bool move(struct ui *ui, const struct frame *frame,
	const struct form *form, enum command command, struct reply *reply)
{
	struct place *place = &ui->focus[ui_page(ui)];

	switch (command) {
	case CMD_UP: form_step(form, place, -1); break;
	case CMD_DOWN: form_step(form, place, 1); break;
	case CMD_LEFT: across(ui, frame, form, -1, reply); break;
	case CMD_RIGHT: across(ui, frame, form, 1, reply); break;
	case CMD_NEXT: go_on(ui, form); break;
	case CMD_PREVIOUS:
		if (!form_next(form, place, -1) && ui->screen > 0)
			leave_page(ui, -1);
		break;
	case CMD_FIRST: *place = form_first(form); break;
	case CMD_LAST: *place = form_last(form); break;
	case CMD_FORWARD: leave_page(ui, 1); break;
	case CMD_BACK: leave_page(ui, -1); break;
	default: return false;
	}
	return true;
}

static bool moves(enum command command)
{
	return command <= CMD_BACK && command != CMD_NONE;
}

/* A number, to the next round figure. */
static void step(struct ui *ui, const struct frame *frame, struct place place,
	enum command command, struct reply *reply)
{
	bool up = command == CMD_RAISE || command == CMD_RAISE_FAR;
	bool far = command == CMD_RAISE_FAR || command == CMD_LOWER_FAR;
	char words[100];

	if (!stepping_words(frame->session, place, up ? 1 : -1,
		    far ? STEP_FAR : STEP_FINE, words, sizeof(words)))
		return;
	draft_drop(ui, place);
	typing_set(ui, place, words, reply);
	reply->one_of_several = true;
}

static void unset(struct ui *ui, struct place place, struct reply *reply)
{
	draft_drop(ui, place);
	typing_set(ui, place, "", reply);
}

static bool command(struct ui *ui, const struct frame *frame,
	enum command command, struct reply *reply)
{
	struct form form;
	struct place place;

	question_form(ui, frame, &form);
	place = ui->focus[ui_page(ui)] = question_focus(ui, &form);
	if (moves(command)) {
		typing_leave(ui, frame, reply);
		return move(ui, frame, &form, command, reply);
	}
	switch (command) {
	case CMD_ENTER:
	case CMD_EDIT: enter(ui, frame, &form, reply); return true;
	case CMD_EDITOR: hand_out(ui, frame, place, reply); return true;
	case CMD_CYCLE: cycle(ui, frame, 1, place, reply); return true;
	case CMD_UNSET: unset(ui, place, reply); return true;
	case CMD_RAISE:
	case CMD_LOWER:
	case CMD_RAISE_FAR:
	case CMD_LOWER_FAR: step(ui, frame, place, command, reply); return true;
	case CMD_UNDO:
		if (!ui->cancelled)
			return false;
		typing_resume(ui, frame, reply);
		return true;
	case CMD_CANCEL:
		if (!ui->typing && ui->screen != SCREEN_OPTIONS)
			return false;
		if (ui->typing)
			typing_cancel(ui, reply);
		else
			leave_page(ui, 0);
		return true;
	default: return options_command(ui, frame, command, reply);
	}
}

/* ---- typing ------------------------------------------------------------- */

/* A printable character begins a new text in the field. */
static bool press(struct ui *ui, const struct frame *frame, struct press press,
	struct reply *reply)
{
	const char *words[FORM_WORDS];
	struct form form;
	struct place place;

	if (ui->typing)
		return typing_press(ui, frame, press, reply);
	question_form(ui, frame, &form);
	place = question_focus(ui, &form);
	if (press.key != PRESS_RUNE || form_words(frame->session, place, words))
		return false;
	ui->focus[ui_page(ui)] = place;
	typing_start(ui, frame, place, "");
	return typing_press(ui, frame, press, reply);
}

static void paste(struct ui *ui, const struct frame *frame, const char *text,
	struct reply *reply)
{
	const char *words[FORM_WORDS];
	struct form form;
	struct place place;

	if (!ui->typing) {
		question_form(ui, frame, &form);
		place = question_focus(ui, &form);
		if (form_words(frame->session, place, words))
			return;
		ui->focus[ui_page(ui)] = place;
		typing_start(ui, frame, place, "");
	}
	typing_paste(ui, frame, text, reply);
}

const struct view view_question = {
	.name = "a question",
	.where = where,
	.draw = question_draw,
	.command = command,
	.press = press,
	.paste = paste,
};
