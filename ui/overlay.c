/*
 * Small things that lie on top of a screen: the report, the themes, and the
 * question whether to save first.
 */
#include <stdio.h>
#include <string.h>

#include "hits.h"
#include "view.h"

struct area popup(struct area area, int rows, int columns, const char *title)
{
	struct area box = area;

	if (rows > area.rows)
		rows = area.rows;
	if (columns > area.columns)
		columns = area.columns;
	box = area_rows(box, (area.rows - rows) / 2, rows);
	box = area_columns(box, (area.columns - columns) / 2, columns);
	canvas_fill(box, ROLE_POPUP);
	return area_inset(canvas_box(box, ROLE_FRAME, title), 0, 1);
}

void key_line_draw(const struct ui *ui, struct area area, int row, int where,
	enum command command, const char *words)
{
	hit_cells(area, row, 0, area.columns, command);
	canvas_printf(area, row, 0, ROLE_POPUP, "%-4s %s",
		keymap_shown(ui->keys, where, command), words);
}

/* ---- the report --------------------------------------------------------- */

/* A line of a text, and where the next one begins. */
static const char *take_line(const char *text, char *line, size_t size)
{
	const char *end = strchr(text, '\n');
	int length = end ? (int)(end - text) : (int)strlen(text);

	snprintf(line, size, "%.*s", length, text);
	return text + length + (end != NULL);
}

struct extent {
	int lines, columns;
};

static struct extent measure(const char *text)
{
	struct extent extent = {0};
	char line[1024];

	for (; *text; extent.lines++) {
		int columns;

		text = take_line(text, line, sizeof(line));
		if ((int)strlen(line) <= extent.columns)
			continue; /* no cell has less than a byte */
		columns = text_width(line);
		if (columns > extent.columns)
			extent.columns = columns;
	}
	return extent;
}

void page_clamp(struct ui *ui, struct area area, int lines)
{
	ui->page_rows = area.rows;
	ui->page_lines = lines;
	if (ui->here.scroll > lines - area.rows)
		ui->here.scroll = lines - area.rows;
	if (ui->here.scroll < 0)
		ui->here.scroll = 0;
}

enum { PAN_STEP = 8 }; /* columns */

/* As far as the last column; how far that is, or less than 1 when all fits. */
static int pan_clamp(struct ui *ui, struct area page, int columns)
{
	int most = columns - page.columns + 1;

	if (ui->here.pan > most)
		ui->here.pan = most;
	if (ui->here.pan < 0)
		ui->here.pan = 0;
	return most;
}

/* The key that shows more of the lines; "": they fit. */
static const char *pan_key(const struct ui *ui, int most)
{
	if (most < 1)
		return "";
	return keymap_shown(
		ui->keys, ON_WIDE, ui->here.pan < most ? CMD_RIGHT : CMD_LEFT);
}

static void draw_line(
	const struct ui *ui, struct area page, int row, const char *line)
{
	int blanks;
	const char *rest = text_behind(line, ui->here.pan, &blanks);

	canvas_put(page, row, 1 + blanks, ROLE_POPUP, rest);
}

/* The page itself, without a border: it is as wide as the screen. */
static void report_draw(
	struct ui *ui, const struct frame *frame, struct area area)
{
	const char *text = frame->report ? frame->report : "";
	struct extent extent = measure(text);
	struct area page = area_rows(area, 1, area.rows - 1);
	const char *more = pan_key(ui, pan_clamp(ui, page, extent.columns));
	char line[1024];

	canvas_fill(area, ROLE_POPUP);
	page_clamp(ui, page, extent.lines);
	canvas_printf(area, 0, 1, ROLE_TITLE, "%s, line %d of %d%s%s",
		ui->purpose == FILES_COMPARE ? "The comparison" : "The report",
		ui->here.scroll + 1, extent.lines, *more ? ", more: " : "",
		more);
	for (int i = 0; *text && i < ui->here.scroll + page.rows; i++) {
		text = take_line(text, line, sizeof(line));
		draw_line(ui, page, i - ui->here.scroll, line);
	}
	canvas_cursor(page, 0, 0);
}

static int report_where(const struct ui *ui, const struct frame *frame)
{
	(void)frame;
	return ui->purpose == FILES_COMPARE ? ON_PAGE | ON_WIDE
					    : ON_PAGE | ON_WIDE | ON_REPORT;
}

static bool report_command(struct ui *ui, const struct frame *frame,
	enum command command, struct reply *reply)
{
	if (command == CMD_WRITE) {
		files_open(ui, frame, FILES_EXPORT, reply);
	} else if (command == CMD_CANCEL) {
		ui_pop(ui);
	} else if (command == CMD_LEFT) {
		ui->here.pan -= PAN_STEP;
	} else if (command == CMD_RIGHT) {
		ui->here.pan += PAN_STEP;
	} else {
		return page_command(ui, command);
	}
	return true;
}

const struct view view_report = {
	.name = "the report",
	.where = report_where,
	.draw = report_draw,
	.command = report_command,
};

/* ---- themes ------------------------------------------------------------- */

static int theme_count(const struct frame *frame)
{
	int count = 0;

	while (frame->themes && frame->themes[count])
		count++;
	return count;
}

/* When they are opened: the one in use is marked, and remembered. */
static void themes_begin(struct ui *ui, const struct frame *frame)
{
	int count = theme_count(frame);

	if (*ui->theme_before || !count)
		return;
	snprintf(
		ui->theme_before, sizeof(ui->theme_before), "%s", frame->theme);
	for (int i = 0; i < count; i++)
		if (!strcmp(frame->themes[i], frame->theme))
			ui->here.selected = i;
}

static void themes_draw(
	struct ui *ui, const struct frame *frame, struct area area)
{
	int count = theme_count(frame), first;

	themes_begin(ui, frame);
	area = popup(area, count + 2, 30, "Themes");
	first = ui->here.selected < area.rows
			? 0
			: ui->here.selected - area.rows + 1;
	for (int i = 0; i < area.rows && first + i < count; i++) {
		bool here = first + i == ui->here.selected;

		hit_line(area, i, first + i);
		canvas_fit(area, i, 0, area.columns, TEXT_LEFT,
			here ? ROLE_FOCUS : ROLE_POPUP,
			frame->themes[first + i]);
		if (here)
			canvas_cursor(area, i, 0);
	}
}

static int list_where(const struct ui *ui, const struct frame *frame)
{
	(void)ui;
	(void)frame;
	return ON_LIST;
}

/* The one marked is shown at once; Esc goes back to the one before. */
static bool themes_command(struct ui *ui, const struct frame *frame,
	enum command command, struct reply *reply)
{
	int count = theme_count(frame);

	if (command == CMD_ENTER || command == CMD_CANCEL) {
		bool chosen = command == CMD_ENTER && ui->here.selected < count;

		reply->kind = REPLY_THEME;
		reply->text = strcpy(
			ui->text, chosen ? frame->themes[ui->here.selected]
					 : ui->theme_before);
		ui->theme_before[0] = '\0';
		ui_pop(ui);
		return true;
	}
	if (!list_command(&ui->here.selected, count, command))
		return false;
	if (ui->here.selected < count) {
		reply->kind = REPLY_THEME;
		reply->text = frame->themes[ui->here.selected];
	}
	return true;
}

const struct view view_themes = {
	.name = "the themes",
	.where = list_where,
	.draw = themes_draw,
	.command = themes_command,
};

/* ---- save first? -------------------------------------------------------- */

static void leave_draw(
	struct ui *ui, const struct frame *frame, struct area area)
{
	char words[300];

	snprintf(words, sizeof(words), "There is work that is not saved yet%s.",
		ui->drafts ? ", and a field that could not be read" : "");
	area = popup(area, 7, 60, "Save first?");
	canvas_wrap(area, 0, ROLE_POPUP, words);
	key_line_draw(ui, area, 2, ON_LEAVE, CMD_SAVE, "save, then go on");
	key_line_draw(
		ui, area, 3, ON_LEAVE, CMD_DISCARD, "go on without saving");
	key_line_draw(ui, area, 4, ON_LEAVE, CMD_CANCEL, "stay here");
	canvas_cursor(area, 2, 0);
	(void)frame;
}

static int leave_where(const struct ui *ui, const struct frame *frame)
{
	(void)ui;
	(void)frame;
	return ON_LEAVE;
}

/* A session without a file needs a name first; then it goes on from there. */
static void save_first(
	struct ui *ui, const struct frame *frame, struct reply *reply)
{
	ui->then_quit = ui->after_leave.kind == REPLY_QUIT;
	ui_pop(ui);
	if (frame->file) {
		reply->kind = REPLY_SAVE;
		reply->then_quit = ui->then_quit;
		return;
	}
	files_open(ui, frame, FILES_SAVE, reply);
}

static bool leave_command(struct ui *ui, const struct frame *frame,
	enum command command, struct reply *reply)
{
	switch (command) {
	case CMD_SAVE: save_first(ui, frame, reply); return true;
	case CMD_DISCARD:
		ui_pop(ui);
		*reply = ui->after_leave;
		return true;
	case CMD_CANCEL: ui_pop(ui); return true;
	default: return false;
	}
}

const struct view view_leave = {
	.name = "leaving",
	.where = leave_where,
	.draw = leave_draw,
	.command = leave_command,
};
