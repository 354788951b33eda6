/*
 * The start screen: go on where you were, open an example, begin anew.
 */
#include <string.h>

#include "hits.h"
#include "view.h"

static const char *const welcome[] = {
	"Should you fine-tune your own model?",
	("Five questions, and what each answer costs over the years: a "
	 "frontier model or a small one with a good prompt, a hosted "
	 "fine-tune, one on your own GPUs."),
	("Figures you do not know are ranges: \"500k to 2M\". Nothing leaves "
	 "this machine."),
};

static void draw_entries(
	struct ui *ui, const struct frame *frame, struct area area)
{
	int first = ui->selected - area.rows + 1;

	if (first < 0)
		first = 0;
	for (int i = 0; i < area.rows && first + i < frame->start_count; i++) {
		const struct entry *entry = &frame->starts[first + i];
		bool here = first + i == ui->selected;

		hit_line(area, i, first + i);
		canvas_fit(area, i, 0, area.columns, TEXT_LEFT,
			here ? ROLE_FOCUS : ROLE_TEXT, "");
		canvas_put(area, i, 0, here ? ROLE_FOCUS : ROLE_TEXT,
			here ? (ui->ascii ? ">" : "▸") : " ");
		canvas_fit(area, i, 2, area.columns - 16, TEXT_LEFT,
			here ? ROLE_FOCUS : ROLE_TEXT, entry->label);
		canvas_fit(area, i, area.columns - 13, 12, TEXT_RIGHT,
			here ? ROLE_FOCUS : ROLE_DIM, entry->note);
		if (here)
			canvas_cursor(area, i, 0);
	}
}

static void draw(struct ui *ui, const struct frame *frame, struct area area)
{
	int margin = area.columns > 76 ? (area.columns - 72) / 2 : 2;
	int row = 0;

	if (area.rows >= 22)
		area = area_rows(area, 2, area.rows - 2);
	area = area_columns(area, margin, area.columns - 2 * margin);
	canvas_put(area, row, 0, ROLE_TITLE, "tuneornot");
	row += 2;
	for (size_t i = 0; i < sizeof(welcome) / sizeof(*welcome); i++) {
		if (area.rows < 14 && i == 1)
			continue;
		row = canvas_wrap(
			area, row, i ? ROLE_TEXT : ROLE_TITLE, welcome[i]);
	}
	draw_entries(ui, frame, area_rows(area, row + 1, area.rows - row - 1));
}

static int where(const struct ui *ui, const struct frame *frame)
{
	(void)ui;
	(void)frame;
	return ON_START;
}

static void choose(
	const struct ui *ui, const struct frame *frame, struct reply *reply)
{
	const struct entry *entry;

	if (ui->selected >= frame->start_count)
		return;
	entry = &frame->starts[ui->selected];
	reply->kind = entry->path ? REPLY_OPEN : REPLY_NEW;
	reply->text = entry->path;
}

static bool command(struct ui *ui, const struct frame *frame,
	enum command command, struct reply *reply)
{
	if (list_command(&ui->selected, frame->start_count, command))
		return true;
	if (command != CMD_ENTER)
		return false;
	choose(ui, frame, reply);
	return true;
}

const struct view view_start = {
	.name = "the start",
	.where = where,
	.draw = draw,
	.command = command,
};
