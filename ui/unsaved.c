/*
 * What is to be known before somebody begins: there is work that was not
 * saved, or somebody else has the session open.
 */
#include <stdio.h>
#include <string.h>

#include "view.h"

enum { WORDS = PATH_MAX + 200, COLUMNS = 66, INSIDE = COLUMNS - 4, KEYS = 3 };

static int lines_of(const char *words)
{
	const char *next = words;
	int lines = 0;

	for (; *words; words = next, lines++)
		text_wrap(words, INSIDE, &next);
	return lines;
}

/* A box with room for so many lines of words and the keys; returns where the
 * words go. */
static struct area box_of(struct area *area, int lines, const char *title)
{
	*area = popup(*area, lines + KEYS + 3, COLUMNS, title);
	return area_rows(*area, 0, area->rows - KEYS);
}

/* ---- work that waits ---------------------------------------------------- */

static void draw_keys(const struct ui *ui, struct area area)
{
	int row = area.rows - KEYS;

	key_line_draw(ui, area, row, ON_WORK, CMD_RECOVER, "recover it");
	key_line_draw(ui, area, row + 1, ON_WORK, CMD_DISCARD,
		ui->sure ? "discard it for good: press again" : "discard it");
	key_line_draw(
		ui, area, row + 2, ON_WORK, CMD_CANCEL, "keep it for later");
	canvas_cursor(area, ui->sure ? row + 1 : row, 0);
}

static void work_draw(
	struct ui *ui, const struct frame *frame, struct area area)
{
	static const char outdated[] =
		"That file was changed since; saving can keep both.";
	const struct work *work = frame->work;
	char what[WORDS], file[WORDS] = "";
	struct area words;
	int row;

	if (!work)
		return;
	snprintf(what, sizeof(what), "%s, last changed %s: %s.", work->name,
		work->age, work->verdict);
	if (work->file[0])
		snprintf(file, sizeof(file), "It belongs to %s.", work->file);
	words = box_of(&area,
		lines_of(what) + lines_of(file) +
			(work->outdated ? lines_of(outdated) : 0),
		"Work that was not saved");
	row = canvas_wrap(words, 0, ROLE_POPUP, what);
	if (work->file[0])
		row = canvas_wrap(words, row, ROLE_DIM, file);
	if (work->outdated)
		canvas_wrap(words, row, ROLE_UNSURE, outdated);
	draw_keys(ui, area);
}

static int work_where(const struct ui *ui, const struct frame *frame)
{
	(void)ui;
	(void)frame;
	return ON_WORK;
}

static void reply_with_path(const struct ui *ui, const struct frame *frame,
	enum reply_kind kind, struct reply *reply)
{
	(void)ui;
	if (!frame->work)
		return;
	reply->kind = kind;
	reply->text = frame->work->path;
}

static bool work_command(struct ui *ui, const struct frame *frame,
	enum command command, struct reply *reply)
{
	bool sure = ui->sure;

	ui->sure = false;
	switch (command) {
	case CMD_RECOVER:
		ui_pop(ui);
		reply_with_path(ui, frame, REPLY_OPEN, reply);
		return true;
	case CMD_DISCARD:
		ui->sure = !sure;
		if (sure) {
			ui_pop(ui);
			reply_with_path(ui, frame, REPLY_FORGET, reply);
		}
		return true;
	case CMD_CANCEL: ui_pop(ui); return true;
	default: return false;
	}
}

const struct view view_work = {
	.name = "unsaved work",
	.where = work_where,
	.draw = work_draw,
	.command = work_command,
};

void ui_offer_work(struct ui *ui)
{
	ui->sure = false;
	ui_push(ui, &view_work);
}

/* ---- open elsewhere ----------------------------------------------------- */

static void holder_draw(
	struct ui *ui, const struct frame *frame, struct area area)
{
	static const char may[] =
		"Read it here, or change it: whoever saves second is asked, "
		"and can keep both texts.";
	char who[WORDS];
	struct area words;
	int row;

	snprintf(who, sizeof(who), "This session is open in %s.",
		frame->holder ? frame->holder : "another tuneornot");
	words = box_of(&area, lines_of(who) + lines_of(may), "Open elsewhere");
	row = canvas_wrap(words, 0, ROLE_POPUP, who);
	canvas_wrap(words, row, ROLE_DIM, may);
	row = area.rows - KEYS;
	key_line_draw(ui, area, row, ON_HELD, CMD_CANCEL, "open it here, too");
	key_line_draw(ui, area, row + 1, ON_HELD, CMD_OPEN, "open another one");
	key_line_draw(ui, area, row + 2, ON_HELD, CMD_QUIT, "leave");
	canvas_cursor(area, row, 0);
}

static int holder_where(const struct ui *ui, const struct frame *frame)
{
	(void)ui;
	(void)frame;
	return ON_HELD;
}

static bool holder_command(struct ui *ui, const struct frame *frame,
	enum command command, struct reply *reply)
{
	(void)frame;
	(void)reply;
	if (command != CMD_CANCEL)
		return false;
	ui_pop(ui);
	return true;
}

const struct view view_holder = {
	.name = "a session that is open elsewhere",
	.where = holder_where,
	.draw = holder_draw,
	.command = holder_command,
};

void ui_tell_holder(struct ui *ui)
{
	ui_push(ui, &view_holder);
}
