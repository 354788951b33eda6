/*
 * The palette: every command that is possible on what lies below, by its line
 * of the help. What is typed filters them; Enter carries out the one marked.
 */
#include <stdio.h>
#include <string.h>

#include "filter.h"
#include "hits.h"
#include "view.h"

/* ---- what there is ------------------------------------------------------ */

static int where_below(const struct ui *ui, const struct frame *frame)
{
	const struct view *below = ui->overlays > 1
					   ? ui->overlay[ui->overlays - 2]
					   : ui_screen(ui);

	return below->where(ui, frame);
}

static const struct key_row *row_of(
	const struct ui *ui, int where, enum command command)
{
	for (const struct key_row *row = ui->keys; row->command; row++)
		if (row->command == command && row->where & where)
			return row;
	return NULL;
}

/* Its words there, or elsewhere if it has the same meaning there. */
static const char *help_of(const struct ui *ui, int where, enum command command)
{
	const char *help = NULL;

	for (const struct key_row *row = ui->keys; row->command; row++) {
		if (row->command != command || !row->help)
			continue;
		if (row->where & where)
			return row->help;
		if (!help)
			help = row->help;
	}
	return help;
}

static bool fits(const struct ui *ui, int where, enum command command)
{
	const struct key_row *row = row_of(ui, where, command);
	const char *help = help_of(ui, where, command);

	if (!row || !help || command == CMD_PALETTE)
		return false;
	return filter_fits(ui->wanted.text,
		(const char *[]){help, row->shown, command_names[command]}, 3);
}

/* Those that fit in the order of the table, each once. */
static int list(const struct ui *ui, const struct frame *frame,
	enum command found[CMD_COUNT])
{
	int where = where_below(ui, frame), count = 0;
	bool seen[CMD_COUNT] = {false};

	for (const struct key_row *row = ui->keys; row->command; row++) {
		if (seen[row->command])
			continue;
		seen[row->command] = true;
		if (fits(ui, where, row->command))
			found[count++] = row->command;
	}
	return count;
}

/* ---- drawing ------------------------------------------------------------ */

static void draw_line(const struct ui *ui, struct area area, int row, int where,
	enum command command, bool here)
{
	const char *shown = row_of(ui, where, command)->shown;
	enum role role = here ? ROLE_FOCUS : ROLE_POPUP;
	int cells = text_width(shown);

	canvas_fit(area, row, 0, area.columns, TEXT_LEFT, role,
		help_of(ui, where, command));
	canvas_put(area, row, area.columns - cells - 1, role, " ");
	canvas_put(
		area, row, area.columns - cells, here ? role : ROLE_KEY, shown);
}

static void draw(struct ui *ui, const struct frame *frame, struct area area)
{
	enum command found[CMD_COUNT];
	int count = list(ui, frame, found), where = where_below(ui, frame);
	int first;

	area = popup(area, area.rows, 76, "Commands");
	filter_draw(area, 0, "Do", &ui->wanted, count);
	area = area_rows(area, 1, area.rows - 1);
	first = ui->wanted_at - area.rows + 1;
	if (first < 0)
		first = 0;
	for (int i = 0; i < area.rows && first + i < count; i++) {
		hit_line(area, i, first + i);
		draw_line(ui, area, i, where, found[first + i],
			first + i == ui->wanted_at);
		if (ui->choosing && first + i == ui->wanted_at)
			canvas_cursor(area, i, 0);
	}
	if (!count)
		canvas_wrap(area, 0, ROLE_DIM,
			"Nothing has all of that; fewer words find more.");
}

/* ---- choosing ----------------------------------------------------------- */

static int where(const struct ui *ui, const struct frame *frame)
{
	(void)ui;
	(void)frame;
	return ON_PATH;
}

static bool command(struct ui *ui, const struct frame *frame,
	enum command command, struct reply *reply)
{
	enum command found[CMD_COUNT];
	int count = list(ui, frame, found);

	if (command == CMD_CANCEL) {
		ui_pop(ui);
	} else if (command == CMD_ENTER) {
		if (!count)
			return true;
		ui_pop(ui);
		ui_do(ui, frame, found[ui->wanted_at], reply);
	} else {
		ui->choosing = list_command(&ui->wanted_at, count, command);
		return ui->choosing;
	}
	return true;
}

/* The first one is marked; the cursor is where one types. */
static void begin_choice(struct ui *ui)
{
	ui->wanted_at = 0;
	ui->choosing = false;
}

static bool press(struct ui *ui, const struct frame *frame, struct press press,
	struct reply *reply)
{
	(void)frame;
	(void)reply;
	begin_choice(ui);
	return editor_press(&ui->wanted, press);
}

static void paste(struct ui *ui, const struct frame *frame, const char *text,
	struct reply *reply)
{
	(void)frame;
	(void)reply;
	begin_choice(ui);
	editor_insert(&ui->wanted, text);
}

void palette_open(struct ui *ui)
{
	editor_start(&ui->wanted, "");
	begin_choice(ui);
	ui_lay(ui, &view_palette);
}

const struct view view_palette = {
	.name = "the commands",
	.where = where,
	.draw = draw,
	.command = command,
	.press = press,
	.paste = paste,
};
