/*
 * Typing into a field.
 *
 * Each key is tried on a scratch copy of the session: if the text so far can
 * be read, the program is asked to show what it would do, so that the panel
 * moves with the keys. Nothing is kept before it is handed in. Text that
 * cannot be read stays in its field as a draft, wherever the user goes.
 */
#include <stdio.h>
#include <string.h>

#include "view.h"

const struct draft *draft_find(const struct ui *ui, struct place place)
{
	for (int i = 0; i < ui->drafts; i++)
		if (place_equal(ui->draft[i].place, place))
			return &ui->draft[i];
	return NULL;
}

void draft_drop(struct ui *ui, struct place place)
{
	const struct draft *draft = draft_find(ui, place);
	int at;

	if (!draft)
		return;
	at = (int)(draft - ui->draft);
	ui->drafts--;
	memmove(&ui->draft[at], &ui->draft[at + 1],
		(size_t)(ui->drafts - at) * sizeof(ui->draft[0]));
}

static void draft_keep(struct ui *ui)
{
	struct draft *draft;

	draft_drop(ui, ui->typed_at);
	if (ui->drafts == DRAFTS)
		draft_drop(ui, ui->draft[0].place);
	draft = &ui->draft[ui->drafts++];
	draft->place = ui->typed_at;
	draft->issue = ui->issue;
	snprintf(draft->text, sizeof(draft->text), "%.255s", ui->editor.text);
}

/* Can the session take it? Leaves the issue in ui->issue. */
static bool readable(
	struct ui *ui, const struct frame *frame, const struct edit *edit)
{
	memcpy(&ui->scratch, frame->session, session_size(frame->session));
	ui->issue = (struct issue){.column = 0};
	return session_edit(&ui->scratch, edit, &ui->issue);
}

static struct edit edit_of(const struct ui *ui)
{
	return (struct edit){
		.kind = ui->editor.length ? EDIT_SET : EDIT_UNSET,
		.place = ui->typed_at,
		.text = ui->editor.text,
	};
}

void typing_start(struct ui *ui, const struct frame *frame, struct place place,
	const char *text)
{
	ui->typing = true;
	ui->refused = false;
	ui->typed_at = place;
	ui->issue = (struct issue){.column = 0};
	snprintf(ui->typed_over, sizeof(ui->typed_over), "%s",
		session_text(frame->session, place));
	editor_start(&ui->editor, ui->typed_over);
	editor_replace(&ui->editor, text);
}

static void try_it(
	struct ui *ui, const struct frame *frame, struct reply *reply)
{
	struct edit edit = edit_of(ui);

	ui->refused = false;
	if (readable(ui, frame, &edit)) {
		reply->kind = REPLY_TRY;
		reply->edit = edit;
		ui->tried = true;
	} else if (ui->tried) {
		reply->kind = REPLY_DROP;
		ui->tried = false;
	}
}

bool typing_press(struct ui *ui, const struct frame *frame, struct press press,
	struct reply *reply)
{
	size_t length = ui->editor.length;
	char before[sizeof(ui->editor.text)];

	if (press.key == PRESS_CTRL('_') && !editor_can_undo(&ui->editor)) {
		typing_cancel(ui, reply);
		return true;
	}
	memcpy(before, ui->editor.text, length + 1);
	if (!editor_press(&ui->editor, press))
		return false;
	if (ui->editor.length != length ||
		memcmp(before, ui->editor.text, length) != 0)
		try_it(ui, frame, reply);
	return true;
}

void typing_paste(struct ui *ui, const struct frame *frame, const char *text,
	struct reply *reply)
{
	if (editor_insert(&ui->editor, text))
		try_it(ui, frame, reply);
}

static void stop(struct ui *ui, struct reply *reply)
{
	if (ui->tried && reply->kind == REPLY_NONE)
		reply->kind = REPLY_DROP;
	ui->typing = false;
	ui->tried = false;
	ui->refused = false;
}

bool typing_take(struct ui *ui, const struct frame *frame, struct reply *reply)
{
	struct edit edit = edit_of(ui);

	if (!strcmp(ui->editor.text, ui->typed_over) &&
		!draft_find(ui, ui->typed_at)) {
		stop(ui, reply); /* a default that was only looked at stays */
		return true;
	}
	if (!readable(ui, frame, &edit)) {
		ui->refused = true;
		return false;
	}
	draft_drop(ui, ui->typed_at);
	typing_set(ui, ui->typed_at, ui->editor.text, reply);
	stop(ui, reply);
	return true;
}

void typing_leave(struct ui *ui, const struct frame *frame, struct reply *reply)
{
	if (!ui->typing || typing_take(ui, frame, reply))
		return;
	draft_keep(ui);
	stop(ui, reply);
}

void typing_cancel(struct ui *ui, struct reply *reply)
{
	draft_drop(ui, ui->typed_at);
	stop(ui, reply);
	ui->cancelled = ui->editor.length &&
			strcmp(ui->editor.text, ui->typed_over) != 0;
	if (ui->cancelled)
		snprintf(ui->note, sizeof(ui->note),
			"As it was; %s brings back what was typed.",
			keymap_shown(ui->keys, ON_WORDS, CMD_UNDO));
}

void typing_resume(
	struct ui *ui, const struct frame *frame, struct reply *reply)
{
	ui->cancelled = false;
	ui->typing = true;
	try_it(ui, frame, reply);
}

void typing_put(struct ui *ui, const struct frame *frame, struct place place,
	const char *text, struct reply *reply)
{
	if (!ui->typing)
		typing_start(ui, frame, place, "");
	editor_start(&ui->editor, text);
	typing_take(ui, frame, reply);
}

void typing_set(struct ui *ui, struct place place, const char *text,
	struct reply *reply)
{
	memmove(ui->text, text, strlen(text) + 1);
	reply->kind = REPLY_EDIT;
	reply->edit = (struct edit){
		.kind = *text ? EDIT_SET : EDIT_UNSET,
		.place = place,
		.text = ui->text,
	};
}
