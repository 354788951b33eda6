/*
 * Prices that have moved since the session was made: take them, or keep what
 * is there. It lies on a screen without being in its way: any other key
 * closes it and does what it always does.
 */
#include <stdio.h>

#include "view.h"

enum { WORDS = 400 };

static void draw_price(const struct frame *frame, struct area area, int row,
	const struct price_check *check)
{
	const char *label = input_table[check->place.input].label;
	char moved[2 * PRICE_TEXT + 8];
	int cells;

	while (*label == ' ')
		label++;
	snprintf(moved, sizeof(moved), "%s %s %s", check->before,
		canvas_ascii() ? "->" : "→", check->now.text);
	cells = text_width(moved);
	canvas_fit(area, row, 0, 16, TEXT_LEFT, ROLE_POPUP, label);
	canvas_fit(area, row, 17, area.columns - 18 - cells, TEXT_LEFT,
		ROLE_DIM,
		session_option_name(frame->session, check->place.option));
	canvas_put(area, row, area.columns - cells, ROLE_CHANGED, moved);
}

/* As many as there is room for. */
static int draw_prices(const struct frame *frame, struct area area)
{
	const struct repricing *repricing = frame->repricing;
	int row = 0, left = repricing->moved;

	for (int i = 0; i < repricing->count; i++) {
		if (!repricing->check[i].moved)
			continue;
		if (row == area.rows - 1 && left > 1) {
			canvas_printf(
				area, row++, 0, ROLE_DIM, "and %d more", left);
			break;
		}
		draw_price(frame, area, row++, &repricing->check[i]);
		left--;
	}
	return row;
}

/* What they come to: without odds, which take their time. */
static void outcome_words(const struct frame *frame, char *out, size_t size)
{
	const struct result *now = frame->result, *then = frame->repriced;
	char before[FIGURE_MAX], after[FIGURE_MAX];

	money_words(frame, now->savings.net, before, sizeof(before));
	money_words(frame, then->savings.net, after, sizeof(after));
	if (now->baseline < 0 || now->tuned < 0)
		snprintf(out, size, "Undo takes them back.");
	else
		snprintf(out, size,
			"With them tuning saves %s net, in place of %s%s. "
			"Undo takes them back.",
			after, before,
			now->cheapest != then->cheapest
				? ", and another option is the cheapest"
				: "");
}

static void draw_none(
	struct ui *ui, const struct frame *frame, struct area area)
{
	const struct repricing *repricing = frame->repricing;
	char words[WORDS];

	area = popup(area, 6, 60, "Prices");
	if (repricing->foreign)
		snprintf(words, sizeof(words),
			"The catalogue is in US dollars, this session in %s.",
			session_currency(frame->session));
	else if (repricing->count && repricing->own)
		snprintf(words, sizeof(words),
			"None of %d prices has moved. %d more %s your own.",
			repricing->count, repricing->own,
			repricing->own == 1 ? "is" : "are");
	else if (repricing->count)
		snprintf(words, sizeof(words), "None of %d prices has moved.",
			repricing->count);
	else
		snprintf(words, sizeof(words),
			"No price here comes from the catalogue.");
	canvas_wrap(area, 0, ROLE_POPUP, words);
	key_line_draw(ui, area, 3, ON_OFFER, CMD_CANCEL, "close");
	canvas_cursor(area, 3, 0);
}

static void draw(struct ui *ui, const struct frame *frame, struct area area)
{
	char title[80], words[WORDS];
	int rows, row;

	if (!frame->repricing)
		return;
	if (!frame->repricing->moved) {
		draw_none(ui, frame, area);
		return;
	}
	snprintf(title, sizeof(title), "%d price%s moved",
		frame->repricing->moved,
		frame->repricing->moved == 1 ? " has" : "s have");
	rows = frame->repricing->moved + 8;
	area = popup(area, rows, 66, title);
	row = draw_prices(frame, area_rows(area, 0, area.rows - 6));
	outcome_words(frame, words, sizeof(words));
	row = canvas_wrap(area, row + 1, ROLE_POPUP, words);
	key_line_draw(ui, area, area.rows - 2, ON_OFFER, CMD_TAKE, "take them");
	key_line_draw(
		ui, area, area.rows - 1, ON_OFFER, CMD_CANCEL, "keep mine");
	canvas_cursor(area, area.rows - 2, 0);
	(void)row;
}

static bool has_moved(const struct frame *frame)
{
	return frame->repricing && frame->repricing->moved;
}

/* Its own keys go first, by their place in the keymap. */
static int where(const struct ui *ui, const struct frame *frame)
{
	return ON_OFFER | ui_screen(ui)->where(ui, frame);
}

static bool command(struct ui *ui, const struct frame *frame,
	enum command command, struct reply *reply)
{
	ui_pop(ui);
	if (command == CMD_CANCEL)
		return true;
	if (command != CMD_TAKE)
		return ui_screen(ui)->command(ui, frame, command, reply);
	if (has_moved(frame))
		reply->kind = REPLY_REPRICE;
	return true;
}

static bool press(struct ui *ui, const struct frame *frame, struct press press,
	struct reply *reply)
{
	const struct view *screen = ui_screen(ui);

	ui_pop(ui);
	return screen->press && screen->press(ui, frame, press, reply);
}

static void paste(struct ui *ui, const struct frame *frame, const char *text,
	struct reply *reply)
{
	ui_pop(ui);
	if (ui_screen(ui)->paste)
		ui_screen(ui)->paste(ui, frame, text, reply);
}

const struct view view_offer = {
	.name = "prices that have moved",
	.where = where,
	.draw = draw,
	.command = command,
	.press = press,
	.paste = paste,
};
