/*
 * Which view is where, and what several of them do the same way.
 */
#include <string.h>

#include "view.h"

const struct view *ui_screen(const struct ui *ui)
{
	if (ui->screen == SCREEN_START)
		return &view_start;
	if (ui->screen == SCREEN_VERDICT)
		return &view_verdict;
	return &view_question;
}

const struct view *ui_top(const struct ui *ui)
{
	return ui->overlays ? ui->overlay[ui->overlays - 1] : ui_screen(ui);
}

static bool lay(struct ui *ui, const struct view *view, bool shares)
{
	if (ui_top(ui) == view || ui->overlays == OVERLAYS)
		return false;
	ui->below[ui->overlays] = ui->here;
	ui->shares[ui->overlays] = shares;
	ui->overlay[ui->overlays++] = view;
	return true;
}

void ui_push(struct ui *ui, const struct view *view)
{
	if (!lay(ui, view, false))
		return;
	ui->here = (struct position){0};
}

void ui_lay(struct ui *ui, const struct view *view)
{
	lay(ui, view, true);
}

void ui_pop(struct ui *ui)
{
	if (!ui->overlays || ui->shares[--ui->overlays])
		return;
	ui->here = ui->below[ui->overlays];
}

void ui_go(struct ui *ui, int screen)
{
	ui->screen = screen;
	ui->overlays = 0;
	ui->here = (struct position){0};
}

int ui_page(const struct ui *ui)
{
	if (ui->screen < QUESTIONS)
		return ui->screen;
	return ui->screen == SCREEN_OPTIONS ? PAGE_OPTIONS : -1;
}

void ui_leave_with(struct ui *ui, const struct frame *frame,
	struct reply *reply, const struct reply *then)
{
	if (!frame->dirty && !ui->drafts && reply->kind != REPLY_EDIT) {
		*reply = *then;
		return;
	}
	ui->after_leave = *then;
	if (then->text) {
		memmove(ui->after_text, then->text, strlen(then->text) + 1);
		ui->after_leave.text = ui->after_text;
	}
	ui_push(ui, &view_leave);
}

bool list_command(int *selected, int count, enum command command)
{
	switch (command) {
	case CMD_UP: --*selected; break;
	case CMD_DOWN: ++*selected; break;
	case CMD_FIRST: *selected = 0; break;
	case CMD_LAST: *selected = count - 1; break;
	default: return false;
	}
	if (*selected >= count)
		*selected = count - 1;
	if (*selected < 0)
		*selected = 0;
	return true;
}

bool page_command(struct ui *ui, enum command command)
{
	switch (command) {
	case CMD_UP: ui->here.scroll--; break;
	case CMD_DOWN: ui->here.scroll++; break;
	case CMD_FORWARD: ui->here.scroll += ui->page_rows - 1; break;
	case CMD_BACK: ui->here.scroll -= ui->page_rows - 1; break;
	case CMD_FIRST: ui->here.scroll = 0; break;
	case CMD_LAST: ui->here.scroll = ui->page_lines; break;
	default: return false;
	}
	return true;
}
