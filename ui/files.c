/*
 * The file dialog: open a session, save it, or write the report. A path can
 * be typed, or chosen from the folder below it.
 */
#include <stdio.h>
#include <string.h>

#include "hits.h"
#include "view.h"

static const char *const titles[] = {
	[FILES_OPEN] = "Open a session",
	[FILES_SAVE] = "Save the session as",
	[FILES_COMPARE] = "Compare this session with",
	[FILES_EXPORT] = "Write the report to (.txt, .md, .html or .json)",
};

static const struct entry *marked(
	const struct ui *ui, const struct frame *frame)
{
	int at = ui->here.selected - 1; /* 0 is the line on top */

	return at >= 0 && at < frame->file_count ? &frame->files[at] : NULL;
}

static void draw_path(const struct ui *ui, struct area area)
{
	char view[1024];
	int cursor;

	editor_view(&ui->path, area.columns - 7, view, sizeof(view), &cursor);
	canvas_put(area, 0, 0, ROLE_LABEL, "File");
	canvas_fit(area, 0, 5, area.columns - 5, TEXT_LEFT, ROLE_EDIT, view);
	if (ui->here.selected == 0)
		canvas_cursor(area, 0, 5 + cursor);
}

static void draw_files(
	const struct ui *ui, const struct frame *frame, struct area area)
{
	int first = ui->here.selected - area.rows;

	if (first < 0)
		first = 0;
	for (int i = 0; i < area.rows && first + i < frame->file_count; i++) {
		const struct entry *entry = &frame->files[first + i];
		bool here = first + i + 1 == ui->here.selected;

		hit_line(area, i, first + i + 1);
		canvas_fit(area, i, 0, area.columns - 14, TEXT_LEFT,
			here ? ROLE_FOCUS : ROLE_POPUP, entry->label);
		canvas_fit(area, i, area.columns - 14, 14, TEXT_RIGHT,
			here ? ROLE_FOCUS : ROLE_DIM, entry->note);
		if (here)
			canvas_cursor(area, i, 0);
	}
}

static void draw(struct ui *ui, const struct frame *frame, struct area area)
{
	area = popup(area, area.rows, 76, titles[ui->purpose]);
	draw_path(ui, area);
	canvas_fit(area, 1, 0, area.columns, TEXT_LEFT, ROLE_DIM,
		frame->folder ? frame->folder : "");
	draw_files(ui, frame, area_rows(area, 2, area.rows - 2));
}

static int where(const struct ui *ui, const struct frame *frame)
{
	(void)ui;
	(void)frame;
	return ON_PATH;
}

static void go(struct ui *ui, const struct frame *frame, const char *path,
	struct reply *reply)
{
	struct reply open = {.kind = REPLY_OPEN, .text = path};

	if (ui->purpose == FILES_OPEN) {
		ui_leave_with(ui, frame, reply, &open);
		return;
	}
	if (ui->purpose == FILES_COMPARE) {
		ui_pop(ui);
		ui_push(ui, &view_report);
		reply->kind = REPLY_COMPARE;
		reply->text = path;
		return;
	}
	reply->kind = ui->purpose == FILES_SAVE ? REPLY_SAVE_AS : REPLY_EXPORT;
	reply->text = path;
	reply->then_quit = ui->then_quit && ui->purpose == FILES_SAVE;
	reply->force = !strcmp(path, ui->asked_twice);
	snprintf(ui->asked_twice, sizeof(ui->asked_twice), "%s", path);
}

static void choose(
	struct ui *ui, const struct frame *frame, struct reply *reply)
{
	const struct entry *entry = marked(ui, frame);

	if (!entry) {
		snprintf(ui->text, sizeof(ui->text), "%s", ui->path.text);
		if (*ui->text)
			go(ui, frame, ui->text, reply);
		return;
	}
	snprintf(ui->text, sizeof(ui->text), "%s", entry->path);
	if (entry->folder) {
		reply->kind = REPLY_FOLDER;
		reply->text = ui->text;
		ui->here.selected = 0;
	} else if (ui->purpose == FILES_OPEN || ui->purpose == FILES_COMPARE) {
		go(ui, frame, ui->text, reply);
	} else {
		editor_start(&ui->path, entry->path);
		ui->here.selected = 0;
	}
}

static bool command(struct ui *ui, const struct frame *frame,
	enum command command, struct reply *reply)
{
	switch (command) {
	case CMD_ENTER: choose(ui, frame, reply); return true;
	case CMD_CANCEL:
		ui->then_quit = false;
		ui_pop(ui);
		return true;
	case CMD_FIRST:
	case CMD_LAST: return false;
	default:
		return list_command(
			&ui->here.selected, frame->file_count + 1, command);
	}
}

static bool press(struct ui *ui, const struct frame *frame, struct press press,
	struct reply *reply)
{
	(void)frame;
	(void)reply;
	ui->here.selected = 0;
	ui->asked_twice[0] = '\0';
	return editor_press(&ui->path, press);
}

static void paste(struct ui *ui, const struct frame *frame, const char *text,
	struct reply *reply)
{
	(void)frame;
	(void)reply;
	ui->here.selected = 0;
	editor_insert(&ui->path, text);
}

/* A name to begin with: the file's own, or one made from the title. */
static void suggest(struct ui *ui, const struct frame *frame)
{
	const char *name =
		session_text(frame->session, SHARED_PLACE(IN_session_name));
	const char *end = ui->purpose == FILES_SAVE ? ".cfg" : ".txt";
	char path[128];
	size_t length = 0;

	for (; *name && length < 60; name++) {
		char c = *name;

		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
			path[length++] = c;
		else if (length && path[length - 1] != '-')
			path[length++] = '-';
	}
	while (length && path[length - 1] == '-')
		length--;
	snprintf(path + length, sizeof(path) - length, "%s%s",
		length ? "" : "decision", end);
	editor_start(&ui->path, path);
}

void files_open(struct ui *ui, const struct frame *frame,
	enum file_purpose purpose, struct reply *reply)
{
	ui->purpose = purpose;
	ui->asked_twice[0] = '\0';
	ui_push(ui, &view_files);
	if (purpose == FILES_OPEN || purpose == FILES_COMPARE)
		editor_start(&ui->path, "");
	else if (purpose == FILES_SAVE && frame->file)
		editor_start(&ui->path, frame->file);
	else
		suggest(ui, frame);
	reply->kind = REPLY_FOLDER;
	reply->text = "";
}

const struct view view_files = {
	.name = "files",
	.where = where,
	.draw = draw,
	.command = command,
	.press = press,
	.paste = paste,
};
