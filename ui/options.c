/*
 * The options editor's own commands; its page is a form like the questions'.
 */
#include <stdio.h>
#include <string.h>

#include "view.h"

static void reply_edit(struct reply *reply, enum edit_kind kind, int option)
{
	reply->kind = REPLY_EDIT;
	reply->edit = (struct edit){
		.kind = kind,
		.place = {.input = IN_option_name, .option = option},
		.text = "",
	};
}

/* A name that no option has yet. */
static void new_name(struct ui *ui, const struct session *session)
{
	int number = session->options + 1;

	do
		snprintf(ui->text, sizeof(ui->text), "Option %d", number++);
	while (session_option(session, ui->text) >= 0);
}

static void add(struct ui *ui, const struct frame *frame, struct reply *reply)
{
	if (frame->session->options == SESSION_OPTIONS)
		return;
	reply_edit(reply, EDIT_ADD, frame->session->options);
	new_name(ui, frame->session);
	reply->edit.text = ui->text;
	ui->focus[PAGE_OPTIONS] = reply->edit.place;
}

static void move(struct ui *ui, const struct frame *frame, int option, int by,
	struct reply *reply)
{
	int to = option + by;

	if (to < 0 || to >= frame->session->options)
		return;
	reply_edit(reply, EDIT_MOVE, option);
	reply->edit.to = to;
	ui->focus[PAGE_OPTIONS].option = to;
}

bool options_command(struct ui *ui, const struct frame *frame,
	enum command command, struct reply *reply)
{
	int option = ui->focus[PAGE_OPTIONS].option;

	if (ui->screen != SCREEN_OPTIONS)
		return false;
	if (command == CMD_ADD) {
		add(ui, frame, reply);
		return true;
	}
	if (option < 0)
		return command >= CMD_ADD && command <= CMD_MOVE_RIGHT;
	switch (command) {
	case CMD_COPY:
		if (frame->session->options < SESSION_OPTIONS)
			reply_edit(reply, EDIT_COPY, option);
		return true;
	case CMD_REMOVE: reply_edit(reply, EDIT_REMOVE, option); return true;
	case CMD_MOVE_LEFT: move(ui, frame, option, -1, reply); return true;
	case CMD_MOVE_RIGHT: move(ui, frame, option, 1, reply); return true;
	default: return false;
	}
}
