/*
 * The verdict: the gates as a path that stops where it stops, what to do, and
 * where tuning earns its keep.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "view.h"

enum { WORDS = 1200 };

/* ---- the path ----------------------------------------------------------- */

static void draw_gate_line(
	const struct frame *frame, struct area area, int row, int question)
{
	const struct gate *gate = &frame->result->gate[question];
	bool stops = frame->result->verdict.at == question;
	enum role role = answer_role(gate->answer);

	canvas_put(area, row, 0, role, answer_mark(gate->answer));
	canvas_printf(area, row, 2, ROLE_TITLE, "%d %s", question + 1,
		question_names[question]);
	canvas_put(area, row, 12, role, answer_names[gate->answer]);
	if (!gate->followed)
		canvas_printf(area, row, 19, ROLE_UNSURE,
			area.columns < 42 ? "(evidence: %s)"
					  : "(the evidence says %s)",
			answer_names[gate->suggested]);
	if (stops)
		canvas_fit(area, row, area.columns - 14, 14, TEXT_RIGHT,
			ROLE_TITLE,
			canvas_ascii() ? "<- stops here" : "◀ stops here");
}

static int draw_gate(const struct frame *frame, struct area area, int row,
	int question, int most)
{
	const char *bar = canvas_ascii() ? "|" : "│";
	char words[WORDS];
	int rows;

	draw_gate_line(frame, area, row++, question);
	if (most <= 0)
		return row;
	gate_explain(frame->session, frame->result, (enum question)question,
		words, sizeof(words));
	rows = canvas_wrap(
		area_columns(area_rows(area, row, most), 2, area.columns - 2),
		0, ROLE_DIM, words);
	if (rows > most)
		rows = most;
	for (int i = 0; i < rows; i++)
		canvas_put(area, row + i, 0, ROLE_FRAME, bar);
	return row + rows;
}

/* ---- in one line -------------------------------------------------------- */

bool verdict_waits(const struct frame *frame)
{
	return frame->waits && frame->result->verdict.outcome == OUTCOME_TUNE;
}

const char *waiting_words(void)
{
	return canvas_ascii() ? "..." : "…";
}

int verdict_line_draw(const struct frame *frame, struct area area, int row)
{
	const struct verdict *verdict = &frame->result->verdict;
	enum role role = ROLE_NO;
	char words[WORDS];

	if (verdict_waits(frame)) {
		role = ROLE_DIM;
		snprintf(words, sizeof(words), "%s", waiting_words());
	} else if (verdict->outcome == OUTCOME_TUNE) {
		role = ROLE_YES;
		snprintf(words, sizeof(words), "worth evaluating");
	} else {
		snprintf(words, sizeof(words), "%s: %s",
			question_names[verdict->at],
			verdict->outcome == OUTCOME_STOP ? "stop" : "find out");
	}
	fact_draw(area, row, role, "verdict", words);
	return row + 1;
}

/* ---- what follows ------------------------------------------------------- */

static const char *const outcome_titles[] = {
	[OUTCOME_TUNE] = "Worth a serious evaluation",
	[OUTCOME_STOP] = "Stop here",
	[OUTCOME_FIND_OUT] = "Find out first",
};

static int draw_action(const struct frame *frame, struct area area, int row)
{
	const struct verdict *verdict = &frame->result->verdict;

	canvas_put(area, row, 0,
		verdict->outcome == OUTCOME_TUNE ? ROLE_YES : ROLE_TITLE,
		outcome_titles[verdict->outcome]);
	return canvas_wrap(area, row + 1, ROLE_TEXT, verdict->action);
}

/* How sure it is, where anything is uncertain. */
static int draw_odds(const struct frame *frame, struct area area, int row)
{
	char words[WORDS];
	struct pen pen = frame_pen(frame, words, sizeof(words));

	if (frame->odds->simulation.measures == 0 ||
		isnan(frame->odds->simulation.p_net_positive))
		return row;
	say_odds(&pen, frame->odds);
	return canvas_wrap(area, row, ROLE_DIM, words);
}

enum { FITS_ROWS = 3 };

static int draw_fit(
	struct area area, int row, int column, bool fits, const char *what)
{
	canvas_printf(area, row, column, fits ? ROLE_YES : ROLE_DIM, "[%s] %s",
		fits ? "x" : " ", what);
	return row;
}

static void draw_fits(const struct frame *frame, struct area area, int row)
{
	const struct fits *fits = &frame->result->fits;
	int half = area.columns / 2;

	canvas_put(area, row, 0, ROLE_TITLE, "Where tuning earns its keep");
	draw_fit(area, row + 1, 0, fits->high_volume, "a high-volume task");
	draw_fit(area, row + 1, half, fits->latency, "tight latency");
	draw_fit(area, row + 2, 0, fits->domain, "a special domain");
	draw_fit(area, row + 2, half, fits->massive_scale, "massive scale");
}

/* Rows that what follows the path takes, without blank ones. */
static int rows_behind(const struct frame *frame, struct area area)
{
	struct area none = area_rows(area, 0, 0);

	return draw_odds(frame, none, draw_action(frame, none, 0)) + FITS_ROWS;
}

/* Rows that an explanation may have, of those left for this one and the next
 * ones: each its share, or the gate that stops all of them. */
static int explain_rows(
	const struct frame *frame, int left, int gate, bool each)
{
	enum { MOST = 8 };

	if (each)
		left /= QUESTIONS - gate;
	else if (gate != frame->result->verdict.at)
		return 0;
	return left > MOST ? MOST : left;
}

static void draw_path(const struct frame *frame, struct area area)
{
	int row = none_feasible_draw(frame, area, 0);
	int end = area.rows - rows_behind(frame, area) - QUESTIONS;
	bool each = end - row >= 2 * QUESTIONS;

	for (int i = 0; i < QUESTIONS; i++, end++)
		row = draw_gate(frame, area, row, i,
			explain_rows(frame, end - row, i, each));
	row = draw_action(frame, area, row + (row < end));
	row = draw_odds(frame, area, row);
	if (area.rows - row >= FITS_ROWS)
		draw_fits(frame, area, row + (area.rows - row > FITS_ROWS));
}

/* A screen of so many rows shows the path and a picture below it, one of so
 * many columns a picture beside it. */
enum { TALL = 32, WIDE = 92 };

static struct area boxed(struct area area, const char *title)
{
	return area_inset(canvas_box(area, ROLE_FRAME, title), 0, 1);
}

/* With the path in sight anyway the first one stands for none; a smaller
 * window shows it again. */
static enum picture picture_shown(const struct ui *ui)
{
	return ui->tall && ui->picture == PICTURE_PATH
		       ? PICTURE_SPREAD
		       : (enum picture)ui->picture;
}

/* Where the picture stands that is drawn with the path. */
static struct area picture_area(struct area area)
{
	int half = area.rows / 2;

	if (area.columns < WIDE)
		return area_rows(area, half, area.rows - half);
	half = area.columns / 2;
	return area_columns(area, half, area.columns - half);
}

/* The path and a picture. */
static void draw_both(
	const struct ui *ui, const struct frame *frame, struct area area)
{
	enum picture picture = picture_shown(ui);
	struct area there = picture_area(area);

	if (there.row > area.row)
		area = area_rows(area, 0, area.rows - there.rows);
	else
		area = area_columns(area, 0, area.columns - there.columns);
	draw_path(frame, boxed(area, picture_title(PICTURE_PATH)));
	picture_draw(frame, boxed(there, picture_title(picture)), picture);
	canvas_cursor(there, 0, 2);
}

static void draw(struct ui *ui, const struct frame *frame, struct area area)
{
	area = panel_place(ui, frame, area);
	if (!area.rows)
		return;
	canvas_cursor(area, 0, 2);
	ui->tall =
		area.rows >= TALL || (area.columns >= WIDE && area.rows >= 14);
	if (ui->tall) {
		draw_both(ui, frame, area);
		return;
	}
	if (area.rows >= 14)
		area = boxed(area, picture_title(ui->picture));
	if (ui->picture == PICTURE_PATH)
		draw_path(frame, area);
	else
		picture_draw(frame, area, ui->picture);
}

/* ---- commands ----------------------------------------------------------- */

static int where(const struct ui *ui, const struct frame *frame)
{
	(void)ui;
	(void)frame;
	return ON_VERDICT;
}

static void turn_picture(struct ui *ui, int by)
{
	int picture = picture_shown(ui);

	do
		picture = (picture + by + PICTURES) % PICTURES;
	while (ui->tall && picture == PICTURE_PATH);
	ui->picture = picture;
}

static bool command(struct ui *ui, const struct frame *frame,
	enum command command, struct reply *reply)
{
	(void)frame;
	(void)reply;
	switch (command) {
	case CMD_NEXT:
	case CMD_RIGHT: turn_picture(ui, 1); return true;
	case CMD_PREVIOUS: turn_picture(ui, -1); return true;
	case CMD_LEFT:
		if (picture_shown(ui) != PICTURE_PATH) {
			turn_picture(ui, -1);
			return true;
		}
		ui_go(ui, SCREEN_VERDICT - 1);
		return true;
	case CMD_BACK:
	case CMD_UP: ui_go(ui, SCREEN_VERDICT - 1); return true;
	default: return false;
	}
}

const struct view view_verdict = {
	.name = "the verdict",
	.where = where,
	.draw = draw,
	.command = command,
};
