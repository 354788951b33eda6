/*
 * The mouse: what a click or the wheel means is what was drawn there.
 */
#include "hits.h"
#include "view.h"

/* Into a field: what is typed in another one is handed in first. A field that
 * is in focus already is opened. */
static void click_place(struct ui *ui, const struct frame *frame,
	struct place place, struct reply *reply)
{
	int page = ui_page(ui);
	const char *words[FORM_WORDS];
	struct place focus;
	struct form form;
	bool here;

	if (page < 0)
		return;
	question_form(ui, frame, &form);
	focus = question_focus(ui, &form);
	here = place_equal(focus, place);
	if (here && ui->typing)
		return;
	typing_leave(ui, frame, reply);
	ui->focus[page] = place;
	if (here && !form_words(frame->session, place, words))
		ui_do(ui, frame, CMD_ENTER, reply);
}

static void click_word(struct ui *ui, const struct frame *frame,
	const struct hit *hit, struct reply *reply)
{
	const char *words[FORM_WORDS];
	int page = ui_page(ui);
	int count = form_words(frame->session, hit->place, words);

	if (page < 0)
		return;
	typing_leave(ui, frame, reply);
	ui->focus[page] = hit->place;
	if (reply->kind == REPLY_NONE && hit->number < count)
		typing_set(ui, hit->place, words[hit->number], reply);
}

/* A line of the list on top is marked; the marked one is chosen. The arrows do
 * it, so that lists show what is marked as they always do. */
static void click_line(
	struct ui *ui, const struct frame *frame, int line, struct reply *reply)
{
	const struct view *top = ui_top(ui);
	int *at = top == &view_palette ? &ui->wanted_at : &ui->here.selected;

	if (*at == line) {
		ui_do(ui, frame, CMD_ENTER, reply);
		return;
	}
	*at = line - 1;
	if (line > 0) {
		ui_do(ui, frame, CMD_DOWN, reply);
		return;
	}
	*at = 1;
	ui_do(ui, frame, CMD_UP, reply);
}

/* The wheel moves what scrolls; it takes nobody out of a field, or off the
 * verdict. */
static void wheel(struct ui *ui, const struct frame *frame,
	enum command command, struct reply *reply)
{
	int where = ui_top(ui)->where(ui, frame);
	int lines = where & ON_PAGE ? 3 : 1;

	if (where & (ON_TYPING | ON_VERDICT | ON_LEAVE))
		return;
	while (lines-- > 0)
		ui_do(ui, frame, command, reply);
}

bool mouse_press(struct ui *ui, const struct frame *frame, struct press press,
	struct reply *reply)
{
	const struct hit *hit = hit_at(press.row, press.column);

	if (press.key == PRESS_WHEEL_UP || press.key == PRESS_WHEEL_DOWN) {
		wheel(ui, frame,
			press.key == PRESS_WHEEL_UP ? CMD_UP : CMD_DOWN, reply);
		return true;
	}
	if (press.key != PRESS_CLICK)
		return false;
	if (!hit)
		return true;
	switch (hit->kind) {
	case HIT_COMMAND: ui_do(ui, frame, hit->command, reply); break;
	case HIT_PLACE: click_place(ui, frame, hit->place, reply); break;
	case HIT_WORD: click_word(ui, frame, hit, reply); break;
	case HIT_LINE: click_line(ui, frame, hit->number, reply); break;
	}
	return true;
}
