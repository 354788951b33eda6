/*
 * The two lines on top and the one at the bottom.
 */
#include <stdio.h>
#include <string.h>

#include "hits.h"
#include "view.h"

enum { WORDS = 300 };

enum role answer_role(enum answer answer)
{
	switch (answer) {
	case ANSWER_YES: return ROLE_YES;
	case ANSWER_NO: return ROLE_NO;
	default: return ROLE_UNSURE;
	}
}

const char *answer_mark(enum answer answer)
{
	switch (answer) {
	case ANSWER_YES: return canvas_ascii() ? "+" : "✓";
	case ANSWER_NO: return canvas_ascii() ? "x" : "✗";
	default: return "?";
	}
}

/* ---- head --------------------------------------------------------------- */

static void saved_words(const struct frame *frame, char *out, size_t size)
{
	if (frame->outside)
		snprintf(out, size, "changed by somebody else");
	else if (frame->dirty)
		snprintf(out, size, "not saved yet");
	else if (frame->saved)
		snprintf(out, size, "saved %s", frame->saved);
	else
		out[0] = '\0';
}

static void draw_name(const struct frame *frame, struct area area)
{
	const char *name =
		session_text(frame->session, SHARED_PLACE(IN_session_name));
	char saved[WORDS];
	int right;

	saved_words(frame, saved, sizeof(saved));
	right = area.columns - text_width(saved) - 1;
	canvas_put(area, 0, 1, ROLE_TITLE, "tuneornot");
	canvas_fit(area, 0, 12, right - 13, TEXT_LEFT, ROLE_TEXT,
		*name ? name : "(no name yet)");
	canvas_put(area, 0, right,
		frame->dirty || frame->outside ? ROLE_UNSURE : ROLE_DIM, saved);
}

static const char *const step_names[STEPS] = {
	"Volume", "Quality", "Latency", "Upkeep", "Savings", "Verdict"};

/* "stops at Latency", "find out: Volume", "worth evaluating" */
static void verdict_words(const struct frame *frame, char *out, size_t size)
{
	const struct verdict *verdict = &frame->result->verdict;

	if (verdict_waits(frame))
		snprintf(out, size, "%s", waiting_words());
	else if (verdict->outcome == OUTCOME_TUNE)
		snprintf(out, size, "worth evaluating");
	else
		snprintf(out, size, "%s %s",
			verdict->outcome == OUTCOME_STOP ? "stops at"
							 : "find out:",
			step_names[verdict->at]);
}

/* A yes to the last question is one when the odds say so, too. */
static enum answer known_answer(const struct frame *frame, int question)
{
	enum answer answer = frame->result->gate[question].answer;

	if (frame->waits && question == SAVINGS && answer == ANSWER_YES)
		return ANSWER_UNSURE;
	return answer;
}

static void draw_steps(
	const struct ui *ui, const struct frame *frame, struct area area)
{
	bool roomy = area.columns >= 70;
	char words[WORDS];
	int column = 1;

	for (int i = 0; i < STEPS; i++) {
		bool gate = i < QUESTIONS;
		enum answer answer =
			gate ? known_answer(frame, i) : ANSWER_AUTO;
		bool here = ui->screen == i;
		int from = column;

		snprintf(words, sizeof(words), "%s%.*s",
			here ? (ui->ascii ? ">" : "▸") : "", roomy ? 20 : 3,
			step_names[i]);
		column = canvas_put(
			area, 1, column, here ? ROLE_FOCUS : ROLE_TEXT, words);
		if (gate)
			column = canvas_printf(area, 1, column,
				answer_role(answer), " %s",
				answer_mark(answer));
		hit_cells(area, 1, from, column - from,
			(enum command)(CMD_STEP_1 + i));
		column += area.columns >= 90 ? 2 : 1;
	}
	verdict_words(frame, words, sizeof(words));
	if (area.columns - column > text_width(words))
		canvas_put(area, 1, area.columns - text_width(words) - 1,
			ROLE_TITLE, words);
}

void head_draw(const struct ui *ui, const struct frame *frame, struct area area)
{
	draw_name(frame, area);
	draw_steps(ui, frame, area);
}

/* ---- foot --------------------------------------------------------------- */

/* A key and its word where there is room before the end; the column behind. */
static int draw_key(
	struct area area, int column, int end, const struct key_row *row)
{
	int from = column;

	if (column + text_width(row->shown) + text_width(row->bar) + 1 > end)
		return column;
	column = canvas_put(area, 0, column, ROLE_KEY, row->shown);
	column = canvas_put(area, 0, column + 1, ROLE_TEXT, row->bar);
	hit_cells(area, 0, from, column - from, row->command);
	return column + 2;
}

/* The help has its place at the right, however many keys there are. */
static int draw_help_key(const struct ui *ui, struct area area, int where)
{
	int end = area.columns;

	for (const struct key_row *row = ui->keys; row->command; row++)
		if (row->command == CMD_HELP && row->bar &&
			row->where & where) {
			end -= text_width(row->shown) + text_width(row->bar) +
			       1;
			draw_key(area, end, area.columns, row);
			return end - 2;
		}
	return end;
}

void foot_draw(const struct ui *ui, const struct frame *frame, struct area area)
{
	int where = ui_top(ui)->where(ui, frame);
	int column = 1, end, behind;

	if (frame->notice && frame->notice_kind != NOTICE_NONE) {
		canvas_fit(area, 0, 0, area.columns, TEXT_LEFT,
			frame->notice_kind == NOTICE_TROUBLE ? ROLE_ERROR
							     : ROLE_NOTICE,
			frame->notice);
		return;
	}
	if (*ui->note) {
		canvas_fit(area, 0, 0, area.columns, TEXT_LEFT, ROLE_NOTICE,
			ui->note);
		return;
	}
	end = draw_help_key(ui, area, where);
	for (const struct key_row *row = ui->keys; row->command; row++) {
		if (!row->bar || !(row->where & where) ||
			row->command == CMD_HELP)
			continue;
		behind = draw_key(area, column, end, row);
		if (behind == column)
			break;
		column = behind;
	}
}
