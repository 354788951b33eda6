/*
 * One row of a form on the screen: a shared field, or an option's cells.
 *
 * A value that was set stands in brackets, a default in parentheses; a text
 * that could not be read keeps its place with a mark behind it.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "hits.h"
#include "view.h"

enum { LABEL = 21, ECHO = 8, VALUE_BYTES = 512 };

static bool typed_here(const struct ui *ui, struct place place)
{
	return ui->typing && place_equal(ui->typed_at, place);
}

/* ---- a value in words --------------------------------------------------- */

static bool is_share(enum input input)
{
	const struct input_row *row = &input_table[input];

	return row->unit && row->unit[0] == '%';
}

static int number_words(enum input input, double value, char *out, size_t size)
{
	if (isnan(value))
		return snprintf(out, size, "?");
	if (is_share(input))
		return figure_percent(out, size, value);
	return figure_short(out, size, value);
}

/* The unit, with the session's currency for "$". */
static void unit_words(
	const struct frame *frame, enum input input, char *out, size_t size)
{
	const char *unit = input_table[input].unit;

	if (!unit)
		unit = "";
	if (unit[0] == '$')
		snprintf(out, size, "%s%s", session_currency(frame->session),
			unit + 1);
	else
		snprintf(out, size, "%s", unit);
}

/* What stands behind a field: how a range is read, or the unit. */
static void echo_words(const struct ui *ui, const struct frame *frame,
	struct place place, char *out, size_t size)
{
	char number[FIGURE_MAX];

	out[0] = '\0';
	if (!input_is_number(place.input))
		return;
	if (!session_is_set(frame->session, place)) {
		snprintf(out, size, "default");
		return;
	}
	if (!quantity_is_range(session_quantity(frame->session, place))) {
		if (!is_share(place.input))
			unit_words(frame, place.input, out, size);
		if (text_width(out) >= ECHO)
			out[0] = '\0'; /* the label says it as well */
		return;
	}
	number_words(place.input, session_base(frame->session, place), number,
		sizeof(number));
	snprintf(out, size, "%s%s", ui->ascii ? "~" : "≈", number);
}

/* ---- a shared field ----------------------------------------------------- */

static void draw_editor(
	const struct ui *ui, struct area area, int row, int column, int cells)
{
	char view[VALUE_BYTES];
	int cursor;

	editor_view(&ui->editor, cells - 2, view, sizeof(view), &cursor);
	canvas_put(area, row, column, ROLE_EDIT, "[");
	canvas_fit(
		area, row, column + 1, cells - 2, TEXT_LEFT, ROLE_EDIT, view);
	canvas_put(area, row, column + cells - 1, ROLE_EDIT, "]");
	canvas_cursor(area, row, column + 1 + cursor);
}

/* Cells that all the words take, with a mark of so many before each. */
static int choices_width(
	enum input input, const char *words[], int count, int mark)
{
	int width = 0;

	for (int i = 0; i < count; i++)
		width +=
			1 + mark + text_width(form_word_shown(input, words[i]));
	return width;
}

/* Is there room for a mark and a blank before each? */
static bool roomy(
	struct area area, enum input input, const char *words[], int count)
{
	return choices_width(input, words, count, 4) <= area.columns - LABEL;
}

/* Where they begin: further to the left if they do not fit otherwise. */
static int choices_at(
	struct area area, enum input input, const char *words[], int count)
{
	int last = area.columns - 2 - choices_width(input, words, count, 0);

	if (input == IN_savings_incumbent || last > LABEL)
		return LABEL; /* of these only one is shown */
	return roomy(area, input, words, count) ? LABEL : last;
}

static void draw_choices(const struct ui *ui, const struct frame *frame,
	struct area area, int row, int column, enum input input, bool focused)
{
	const struct place place = SHARED_PLACE(input);
	const char *words[FORM_WORDS];
	int count = form_words(frame->session, place, words);
	const char *text = session_text(frame->session, place);
	enum role role = focused ? ROLE_FOCUS : ROLE_VALUE;
	bool wide = roomy(area, input, words, count);
	int from;

	if (input == IN_savings_incumbent) {
		if (focused)
			canvas_cursor(area, row, column);
		canvas_printf(area, row, column, role, "%s %s %s",
			ui->ascii ? "<" : "‹", form_word_shown(input, text),
			ui->ascii ? ">" : "›");
		return;
	}
	for (int i = 0; i < count; i++) {
		bool on = !strcmp(words[i], text);
		const char *mark =
			on ? (ui->ascii ? "(*)" : "(•)") : (wide ? "( )" : "");

		if (on && focused)
			canvas_cursor(area, row, column);
		from = column;
		column = canvas_printf(area, row, column, on ? role : ROLE_TEXT,
			"%s%s%s", mark, wide ? " " : "",
			form_word_shown(input, words[i]));
		hit_word(area, row, from, column - from, place, i);
		column++;
	}
	if (!session_is_set(frame->session, place) &&
		strcmp(text, "auto") != 0 &&
		area.columns - column >= (int)sizeof("default") - 1)
		canvas_put(area, row, column, ROLE_DIM, "default");
}

static void draw_value(const struct ui *ui, const struct frame *frame,
	struct area area, int row, int column, int cells, struct place place,
	bool focused)
{
	const struct draft *draft = draft_find(ui, place);
	bool set = draft || session_is_set(frame->session, place);
	const char *text =
		draft ? draft->text : session_text(frame->session, place);
	enum role role = set ? ROLE_VALUE : ROLE_DIM;

	if (draft)
		role = ROLE_ERROR;
	if (focused)
		role = ROLE_FOCUS;
	canvas_put(area, row, column, role, set ? "[" : "(");
	canvas_fit(area, row, column + 1, cells - 2, TEXT_LEFT, role, text);
	canvas_put(area, row, column + cells - 1, role, set ? "]" : ")");
	if (draft)
		canvas_put(area, row, column + cells, ROLE_ERROR, "!");
	if (focused)
		canvas_cursor(area, row, column + 1);
}

void field_draw(const struct ui *ui, const struct frame *frame,
	struct area area, int row, enum input input, bool focused)
{
	const struct place place = SHARED_PLACE(input);
	const char *words[FORM_WORDS];
	int count = form_words(frame->session, place, words);
	int label = count ? choices_at(area, input, words, count) : LABEL;
	int echo = input_is_number(input) && area.columns >= 44 ? ECHO : 0;
	int cells = area.columns - label - echo;
	char behind[VALUE_BYTES];

	hit_place(area, row, 0, area.columns, place);
	canvas_fit(area, row, 0, label - 1, TEXT_LEFT,
		focused ? ROLE_TITLE : ROLE_LABEL, input_table[input].label);
	if (count) {
		draw_choices(ui, frame, area, row, label, input, focused);
		return;
	}
	if (typed_here(ui, place))
		draw_editor(ui, area, row, label, cells);
	else
		draw_value(ui, frame, area, row, label, cells, place, focused);
	if (!echo || draft_find(ui, place))
		return;
	echo_words(ui, frame, place, behind, sizeof(behind));
	canvas_fit(area, row, area.columns - echo + 1, echo - 1, TEXT_LEFT,
		ROLE_DIM, behind);
}

/* ---- the options' cells ------------------------------------------------- */

struct columns columns_of(struct area area, int options, int focus)
{
	enum { NARROWEST = 7, WIDEST = 17 };
	struct columns columns = {.label = area.columns >= 60   ? 20
					   : area.columns >= 44 ? 18
								: 14};
	int room = area.columns - columns.label;
	int fit = room / NARROWEST;

	if (fit < 1)
		fit = 1;
	columns.count = options < fit ? options : fit;
	columns.width = columns.count ? room / columns.count : room;
	if (columns.width > WIDEST)
		columns.width = WIDEST;
	if (focus >= columns.count)
		columns.first = focus - columns.count + 1;
	return columns;
}

/* The typed text where it fits, else what it amounts to. */
static void cell_words(const struct frame *frame, struct place place, int cells,
	bool ascii, char *out, size_t size)
{
	const char *text = session_text(frame->session, place);
	const char *words[FORM_WORDS];
	char number[FIGURE_MAX];

	if (form_words(frame->session, place, words)) {
		snprintf(out, size, "%s", form_word_shown(place.input, text));
	} else if (!input_is_number(place.input) || text_width(text) <= cells) {
		snprintf(out, size, "%s", text);
	} else {
		number_words(place.input, session_base(frame->session, place),
			number, sizeof(number));
		snprintf(out, size, "%s%s", ascii ? "~" : "≈", number);
	}
}

static void unset_words(const struct frame *frame, struct place place,
	int cells, bool ascii, char *out, size_t size)
{
	int flags = input_table[place.input].flags;
	struct option_form form = session_form(frame->session, place.option);

	if (!input_applies(place.input, form))
		snprintf(out, size, "%s", ascii ? "-" : "–");
	else if (flags & INPUT_NO_DEFAULT)
		snprintf(out, size,
			place.input == IN_option_pass_rate ? "?" : "=input");
	else
		cell_words(frame, place, cells, ascii, out, size);
}

static void draw_cell(const struct ui *ui, const struct frame *frame,
	struct area area, int row, int column, int cells, struct place place,
	bool focused)
{
	const struct draft *draft = draft_find(ui, place);
	bool set = session_is_set(frame->session, place);
	enum role role = set ? ROLE_VALUE : ROLE_DIM;
	enum kind kind = input_table[place.input].kind;
	enum text_align align =
		kind == KIND_TEXT || kind == KIND_DATE ? TEXT_LEFT : TEXT_RIGHT;
	char words[VALUE_BYTES];

	if (draft)
		snprintf(words, sizeof(words), "!%s", draft->text);
	else if (set)
		cell_words(
			frame, place, cells, ui->ascii, words, sizeof(words));
	else
		unset_words(
			frame, place, cells, ui->ascii, words, sizeof(words));
	if (draft)
		role = ROLE_ERROR;
	canvas_fit(area, row, column, cells, align, focused ? ROLE_FOCUS : role,
		words);
	if (focused)
		canvas_cursor(area, row, column);
}

/* A cell being typed into is as wide as its text wants, over its
 * neighbours. */
static void draw_wide_editor(
	const struct ui *ui, struct area area, int row, int column, int cells)
{
	enum { WANTED = 18 };

	if (cells < WANTED)
		cells = WANTED;
	if (column + cells > area.columns)
		column = area.columns - cells;
	draw_editor(ui, area, row, column < 0 ? 0 : column, cells);
}

void cells_draw(const struct ui *ui, const struct frame *frame,
	struct area area, int row, enum input input, struct place focus)
{
	bool here = focus.input == input && focus.option >= 0;
	struct columns columns = columns_of(
		area, frame->session->options, here ? focus.option : -1);
	int editing = -1;

	canvas_fit(area, row, 0, columns.label - 1, TEXT_LEFT,
		here ? ROLE_TITLE : ROLE_LABEL, input_table[input].label);
	for (int i = 0; i < columns.count; i++) {
		struct place place = {
			.input = input, .option = columns.first + i};
		int column = columns.label + i * columns.width;

		hit_place(area, row, column, columns.width, place);
		if (typed_here(ui, place))
			editing = column;
		else
			draw_cell(ui, frame, area, row, column,
				columns.width - 1, place,
				here && focus.option == place.option);
	}
	if (editing >= 0)
		draw_wide_editor(ui, area, row, editing, columns.width);
}
