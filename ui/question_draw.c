/*
 * How a question's page is drawn: fields and columns that scroll, and below
 * them, always in sight, the evidence, the answer and what the field in
 * focus is about.
 */
#include <stdio.h>
#include <string.h>

#include "view.h"

enum { PANEL_FROM = 78, EXPLAIN_BYTES = 1200 };

/* ---- drawing: the rows -------------------------------------------------- */

/* The options' names over their columns, on two lines. */
static void draw_names(const struct ui *ui, const struct frame *frame,
	struct area area, int row, const struct form_row *form_row,
	struct place place)
{
	struct columns columns =
		columns_of(area, frame->session->options, place.option);
	char name[EXPLAIN_BYTES];

	(void)ui;
	canvas_fit(area, row, 0, columns.label - 1, TEXT_LEFT, ROLE_TITLE,
		form_row->words);
	for (int i = 0; i < columns.count; i++) {
		const char *rest =
			session_option_name(frame->session, columns.first + i);
		size_t line = text_wrap(rest, columns.width - 1, &rest);
		int column = columns.label + i * columns.width;

		snprintf(name, sizeof(name), "%.*s", (int)line,
			session_option_name(frame->session, columns.first + i));
		canvas_fit(area, row, column, columns.width - 1, TEXT_RIGHT,
			ROLE_SERIES_1 + columns.first + i, name);
		canvas_fit(area, row + 1, column, columns.width - 1, TEXT_RIGHT,
			ROLE_SERIES_1 + columns.first + i, rest);
	}
}

/* The latency that follows, and whether it is within the budget. */
static void draw_latency(const struct frame *frame, struct area area, int row,
	struct place place)
{
	const struct result *result = frame->result;
	struct columns columns =
		columns_of(area, result->options, place.option);

	canvas_fit(area, row, 0, columns.label - 1, TEXT_LEFT, ROLE_TITLE,
		"Makes, in ms");
	for (int i = 0; i < columns.count; i++) {
		const struct option_result *option =
			&result->option[columns.first + i];
		bool late = option->obstacle[OBSTACLE_LATENCY];
		char number[FIGURE_MAX], words[FIGURE_MAX + 2];

		figure_short(number, sizeof(number), option->latency_ms);
		snprintf(words, sizeof(words), "%s%s", late ? "!" : "", number);
		canvas_fit(area, row, columns.label + i * columns.width,
			columns.width - 1, TEXT_RIGHT,
			late ? ROLE_NO : ROLE_VALUE, words);
	}
}

static int row_height(const struct form_row *row)
{
	return row->kind == FORM_NAMES ? 2 : 1;
}

static void draw_row(const struct ui *ui, const struct frame *frame,
	struct area area, int at, const struct form_row *row,
	struct place place)
{
	bool focused = place.option < 0 && place.input == row->input;

	switch (row->kind) {
	case FORM_FIELD:
		field_draw(ui, frame, area, at, row->input, focused);
		break;
	case FORM_CELLS:
		cells_draw(ui, frame, area, at, row->input, place);
		break;
	case FORM_NAMES: draw_names(ui, frame, area, at, row, place); break;
	case FORM_LATENCY: draw_latency(frame, area, at, place); break;
	case FORM_HEADING:
	case FORM_BLANK: break;
	}
}

/* ---- drawing: scrolling ------------------------------------------------- */

static int height_between(const struct form *form, int from, int to)
{
	int height = 0;

	for (int i = from; i <= to; i++)
		height += row_height(&form->row[i]);
	return height;
}

/* The first row so that the one in focus is in sight, with what follows. */
static int scroll_to(const struct form *form, int top, int focused, int rows)
{
	int last = form->rows - form->pinned - 1;

	if (focused > last)
		focused = last;
	if (top > focused)
		top = focused;
	while (top < focused && height_between(form, top, focused) > rows)
		top++;
	while (top > 0 && height_between(form, top - 1, last) <= rows)
		top--;
	return top;
}

static void draw_more_marks(
	const struct ui *ui, struct area area, bool above, bool below)
{
	int column = area.columns - 1;

	if (above)
		canvas_put(area, 0, column, ROLE_KEY, ui->ascii ? "^" : "▲");
	if (below)
		canvas_put(area, area.rows - 1, column, ROLE_KEY,
			ui->ascii ? "v" : "▼");
}

static void draw_rows(struct ui *ui, const struct frame *frame,
	struct area area, const struct form *form)
{
	struct place place = question_focus(ui, form);
	int *top = &ui->top[ui_page(ui)];
	int last = form->rows - form->pinned;
	int at = 0, row;

	*top = scroll_to(form, *top, form_find(form, place), area.rows);
	for (row = *top; row < last && at < area.rows; row++) {
		draw_row(ui, frame, area, at, &form->row[row], place);
		at += row_height(&form->row[row]);
	}
	draw_more_marks(ui, area, *top > 0, row < last);
}

/* ---- drawing: evidence and answer --------------------------------------- */

static void draw_suggestion(const struct ui *ui, const struct frame *frame,
	struct area area, enum question question)
{
	const struct gate *gate = &frame->result->gate[question];

	canvas_printf(area, 0, 0, answer_role(gate->suggested),
		"%s the evidence says %s", ui->ascii ? "->" : "→",
		answer_names[gate->suggested]);
	if (!gate->followed)
		canvas_put(area, 0, area.columns - 19, ROLE_UNSURE,
			"you say otherwise");
}

/* How many rows the evidence may have: none where there is hardly room. */
static int evidence_rows(struct area area)
{
	if (area.rows < 10)
		return 0;
	return area.rows < 16 ? 2 : 3;
}

static void draw_answer(struct ui *ui, const struct frame *frame,
	struct area area, const struct form *form)
{
	enum question question = (enum question)ui->screen;
	struct place place = question_focus(ui, form);
	int evidence = area.rows - form->pinned - 1;
	char words[EXPLAIN_BYTES];

	if (evidence > 0) {
		canvas_rule(area, 0);
		gate_explain(frame->session, frame->result, question, words,
			sizeof(words));
		canvas_wrap(
			area_rows(area, 1, evidence - 1), 0, ROLE_TEXT, words);
	}
	area = area_rows(area, evidence, form->pinned + 1);
	draw_suggestion(ui, frame, area, question);
	for (int i = 0; i < form->pinned; i++)
		draw_row(ui, frame, area, 1 + i,
			&form->row[form->rows - form->pinned + i], place);
}

/* ---- drawing: the whole ------------------------------------------------- */

static void title_of(const struct ui *ui, char *out, size_t size)
{
	if (ui->screen == SCREEN_OPTIONS)
		snprintf(out, size, "The session and its options");
	else
		snprintf(out, size, "%d of 5  %s", ui->screen + 1,
			question_titles[ui->screen]);
}

static struct area frame_form(struct ui *ui, struct area area)
{
	char title[128];

	title_of(ui, title, sizeof(title));
	if (area.rows >= 14)
		return area_inset(canvas_box(area, ROLE_FRAME, title), 0, 1);
	canvas_fit(area, 0, 0, area.columns, TEXT_LEFT, ROLE_TITLE, title);
	return area_rows(area, 1, area.rows - 1);
}

static void draw_form(
	struct ui *ui, const struct frame *frame, struct area area)
{
	int page = ui_page(ui);
	int detail = area.rows < 16 ? 1 : area.rows < 24 ? 2 : 3;
	int evidence = evidence_rows(area);
	struct form form;
	int answer;

	question_form(ui, frame, &form);
	area = frame_form(ui, area);
	answer = page == PAGE_OPTIONS ? 0 : form.pinned + 1 + evidence;
	if (evidence && page != PAGE_OPTIONS)
		answer++;
	if (!evidence && page != PAGE_OPTIONS)
		answer = form.pinned;
	field_detail(ui, frame, area_rows(area, area.rows - detail, detail),
		question_focus(ui, &form));
	draw_rows(ui, frame, area_rows(area, 0, area.rows - answer - detail),
		&form);
	if (answer)
		draw_answer(ui, frame,
			area_rows(area, area.rows - answer - detail, answer),
			&form);
}

static int panel_width(int columns)
{
	int width = columns * 38 / 100;

	if (width < 30)
		return 30;
	return width > 58 ? 58 : width;
}

void question_draw(struct ui *ui, const struct frame *frame, struct area area)
{
	int panel = panel_width(area.columns);

	if (ui->screen == SCREEN_OPTIONS || area.columns < PANEL_FROM) {
		draw_form(ui, frame, area);
		return;
	}
	panel_draw(ui, frame, area_columns(area, area.columns - panel, panel));
	draw_form(ui, frame, area_columns(area, 0, area.columns - panel));
}
