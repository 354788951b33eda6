/*
 * The start screen: go on where you were, open an example, begin anew.
 */
#include <stdio.h>
#include <string.h>

#include "filter.h"
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

/* ---- the filter --------------------------------------------------------- */

/* The entry of that number among those in sight; count is how many are. */
static const struct entry *nth(
	const struct ui *ui, const struct frame *frame, int number, int *count)
{
	const struct entry *found = NULL;

	*count = 0;
	for (int i = 0; i < frame->start_count; i++) {
		const struct entry *entry = &frame->starts[i];

		if (ui->filtering &&
			!filter_fits(ui->path.text,
				(const char *[]){entry->label, entry->note}, 2))
			continue;
		if (*count == number)
			found = entry;
		++*count;
	}
	return found;
}

/* ---- drawing ------------------------------------------------------------ */

static void draw_entries(
	struct ui *ui, const struct frame *frame, struct area area)
{
	int first, count;

	nth(ui, frame, 0, &count);
	if (ui->filtering) {
		filter_draw(area_columns(area, 2, area.columns - 3), 0,
			"Filter", &ui->path, count);
		area = area_rows(area, 1, area.rows - 1);
	}
	first = ui->here.selected - area.rows + 1;
	if (first < 0)
		first = 0;
	for (int i = 0; i < area.rows && first + i < count; i++) {
		const struct entry *entry = nth(ui, frame, first + i, &count);
		bool here = first + i == ui->here.selected;

		hit_line(area, i, first + i);
		canvas_fit(area, i, 0, area.columns, TEXT_LEFT,
			here ? ROLE_FOCUS : ROLE_TEXT, "");
		canvas_put(area, i, 0, here ? ROLE_FOCUS : ROLE_TEXT,
			here ? (ui->ascii ? ">" : "▸") : " ");
		canvas_fit(area, i, 2, area.columns - 16, TEXT_LEFT,
			here ? ROLE_FOCUS : ROLE_TEXT, entry->label);
		canvas_fit(area, i, area.columns - 13, 12, TEXT_RIGHT,
			here ? ROLE_FOCUS : ROLE_DIM, entry->note);
		if (here && !ui->filtering)
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
	(void)frame;
	return ui->filtering ? ON_PATH : ON_START;
}

static void choose(
	const struct ui *ui, const struct frame *frame, struct reply *reply)
{
	int count;
	const struct entry *entry = nth(ui, frame, ui->here.selected, &count);

	if (!entry)
		return;
	reply->kind = !entry->path     ? REPLY_NEW
		      : entry->unsaved ? REPLY_WORK
				       : REPLY_OPEN;
	reply->text = entry->path;
}

static void filter(struct ui *ui, bool on)
{
	ui->filtering = on;
	ui->here.selected = 0;
	editor_start(&ui->path, "");
}

static bool command(struct ui *ui, const struct frame *frame,
	enum command command, struct reply *reply)
{
	int count;

	nth(ui, frame, 0, &count);
	if (list_command(&ui->here.selected, count, command))
		return true;
	switch (command) {
	case CMD_FILTER: filter(ui, true); return true;
	case CMD_CANCEL:
		if (!ui->filtering)
			return false;
		filter(ui, false);
		return true;
	case CMD_ENTER: choose(ui, frame, reply); return true;
	default: return false;
	}
}

static bool press(struct ui *ui, const struct frame *frame, struct press press,
	struct reply *reply)
{
	(void)frame;
	(void)reply;
	if (!ui->filtering)
		return false;
	ui->here.selected = 0;
	return editor_press(&ui->path, press);
}

static void paste(struct ui *ui, const struct frame *frame, const char *text,
	struct reply *reply)
{
	(void)frame;
	(void)reply;
	if (!ui->filtering)
		return;
	ui->here.selected = 0;
	editor_insert(&ui->path, text);
}

const struct view view_start = {
	.name = "the start",
	.where = where,
	.draw = draw,
	.command = command,
	.press = press,
	.paste = paste,
};
