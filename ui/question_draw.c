/*
 * How a question's page is drawn: fields and columns that scroll, and below
 * them, always in sight, the evidence, the answer and what the field in
 * focus is about.
 */
#include <stdio.h>
#include <string.h>

#include "view.h"

enum { EXPLAIN_BYTES = 1200 };

/* ---- drawing: the rows -------------------------------------------------- */

/* An option's name on two lines: its first word, and the rest. */
static void draw_name(const struct frame *frame, struct area area, int row,
	int column, int cells, int option)
{
	const char *name = session_option_name(frame->session, option);
	enum role role = ROLE_SERIES_1 + option;
	char words[EXPLAIN_BYTES];
	size_t first = strcspn(name, " ");

	if (text_width(name) <= cells)
		first = 0;
	snprintf(words, sizeof(words), "%.*s", (int)first, name);
	canvas_fit(area, row, column, cells, TEXT_RIGHT, role, words);
	name += first + (name[first] == ' ');
	canvas_fit(area, row + 1, column, cells, TEXT_RIGHT, role, name);
}

static void draw_names(const struct frame *frame, struct area area, int row,
	const struct form_row *form_row, struct place place)
{
	struct columns columns =
		columns_of(area, frame->session->options, place.option);

	canvas_fit(area, row + 1, 0, columns.label - 1, TEXT_LEFT, ROLE_TITLE,
		form_row->words);
	for (int i = 0; i < columns.count; i++)
		draw_name(frame, area, row, columns.label + i * columns.width,
			columns.width - 1, columns.first + i);
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
	case FORM_NAMES: draw_names(frame, area, at, row, place); break;
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

static int scroll(struct scrolled *top, const struct form *form,
	struct place focus, int rows)
{
	bool moved = !place_equal(focus, top->focus);

	top->shown = scroll_to(form, moved ? top->shown : top->kept,
		form_find(form, focus), rows);
	if (moved || rows == top->rows) {
		top->kept = top->shown;
		top->rows = rows;
		top->focus = focus;
	}
	return top->shown;
}

/* In the margin to the right of the rows: there is more above, below. */
static void draw_more_marks(
	const struct ui *ui, struct area area, bool above, bool below)
{
	struct area margin = area;

	margin.column += area.columns;
	margin.columns = 1;
	if (above)
		canvas_put(margin, 0, 0, ROLE_KEY, ui->ascii ? "^" : "▲");
	if (below)
		canvas_put(margin, area.rows - 1, 0, ROLE_KEY,
			ui->ascii ? "v" : "▼");
}

static void draw_rows(struct ui *ui, const struct frame *frame,
	struct area area, const struct form *form)
{
	struct place place = question_focus(ui, form);
	int top = scroll(&ui->top[ui_page(ui)], form, place, area.rows);
	int last = form->rows - form->pinned;
	int at = 0, row;

	for (row = top; row < last && at < area.rows; row++) {
		draw_row(ui, frame, area, at, &form->row[row], place);
		at += row_height(&form->row[row]);
	}
	draw_more_marks(ui, area, top > 0, row < last);
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

static void draw_evidence(
	const struct ui *ui, const struct frame *frame, struct area area)
{
	char words[EXPLAIN_BYTES];

	canvas_rule(area, 0);
	gate_explain(frame->session, frame->result, (enum question)ui->screen,
		words, sizeof(words));
	canvas_wrap(area_rows(area, 1, area.rows - 1), 0, ROLE_TEXT, words);
}

static void draw_pinned(const struct ui *ui, const struct frame *frame,
	struct area area, const struct form *form)
{
	struct place place = question_focus(ui, form);
	int first = form->rows - form->pinned;

	for (int i = 0; i < form->pinned; i++)
		draw_row(ui, frame, area, i, &form->row[first + i], place);
}

/* ---- drawing: the whole ------------------------------------------------- */

/* How a page's rows are shared out, from the top. */
struct layout {
	int rows;       /* fields and columns, scrolling */
	int evidence;   /* with the line above it */
	int suggestion; /* 0 or 1 */
	int pinned;     /* answer and reason */
	int detail;     /* about the field in focus */
};

enum { DETAIL_MOST = 4 };

static struct layout layout_of(int rows, int pinned, bool savings)
{
	struct layout layout = {.pinned = pinned};

	layout.detail = rows < 15 ? 1 : rows < 26 ? 2 : DETAIL_MOST;
	if (pinned && rows >= 9)
		layout.suggestion = 1;
	if (pinned && rows >= 13)
		layout.evidence = rows < 16   ? 3
				  : rows < 26 ? 4 + savings /* says most */
					      : 6;
	layout.rows = rows - layout.detail - layout.pinned - layout.suggestion -
		      layout.evidence;
	return layout;
}

/* Rows that no field needs, but for one that keeps it apart, go to what is said
 * of the field in focus. */
static void use_spare(struct layout *layout, const struct form *form)
{
	int last = form->rows - form->pinned - 1;
	int spare = layout->rows - height_between(form, 0, last) - 1;
	int more = DETAIL_MOST - layout->detail;

	if (more > spare)
		more = spare;
	if (more <= 0)
		return;
	layout->detail += more;
	layout->rows -= more;
}

static void title_of(const struct ui *ui, char *out, size_t size)
{
	if (ui->screen == SCREEN_OPTIONS)
		snprintf(out, size, "The session and its options");
	else
		snprintf(out, size, "%d/5 %s", ui->screen + 1,
			question_titles[ui->screen]);
}

/* A border where there is room for one; always a column to the right. */
static struct area frame_form(const struct ui *ui, struct area area)
{
	char title[128];

	title_of(ui, title, sizeof(title));
	if (area.rows >= 14)
		return area_inset(canvas_box(area, ROLE_FRAME, title), 0, 1);
	canvas_fit(area, 0, 0, area.columns, TEXT_LEFT, ROLE_TITLE, title);
	area = area_rows(area, 1, area.rows - 1);
	return area_columns(area, 0, area.columns - 1);
}

/* Cut the next rows off an area. */
static struct area next(struct area *area, int rows)
{
	struct area cut = area_rows(*area, 0, rows);

	*area = area_rows(*area, rows, area->rows - rows);
	return cut;
}

static void draw_form(
	struct ui *ui, const struct frame *frame, struct area area)
{
	struct layout layout;
	struct form form;

	question_form(ui, frame, &form);
	area = frame_form(ui, area);
	layout = layout_of(area.rows, form.pinned, ui->screen == (int)SAVINGS);
	use_spare(&layout, &form);
	draw_rows(ui, frame, next(&area, layout.rows), &form);
	if (layout.evidence)
		draw_evidence(ui, frame, next(&area, layout.evidence));
	if (layout.suggestion)
		draw_suggestion(
			ui, frame, next(&area, 1), (enum question)ui->screen);
	draw_pinned(ui, frame, next(&area, layout.pinned), &form);
	field_detail(ui, frame, area, question_focus(ui, &form));
}

void question_draw(struct ui *ui, const struct frame *frame, struct area area)
{
	if (ui->screen != SCREEN_OPTIONS)
		area = panel_place(ui, frame, pictures_place(frame, area));
	if (area.rows)
		draw_form(ui, frame, area);
}
