/*
 * Every answer on one list, to look over before one leaves: Enter goes to the
 * field.
 */
#include <stdio.h>
#include <string.h>

#include "hits.h"
#include "view.h"

enum { LABEL = 24, WORDS = 600 };

struct row {
	int page;
	bool heading;
	struct place place; /* of an option's input: the first option */
};

/* Walks the rows of all pages; those that cannot be changed are left out. */
struct walk {
	const struct frame *frame;
	struct form form;
	int page, at;
	bool begun; /* the page's heading is out */
};

static bool next_row(struct walk *walk, struct row *row)
{
	for (; walk->page < QUESTIONS; walk->page++) {
		if (!walk->begun) {
			form_make(&walk->form, walk->frame->session, walk->page,
				false);
			walk->at = 0;
			walk->begun = true;
			*row = (struct row){
				.page = walk->page, .heading = true};
			return true;
		}
		while (walk->at < walk->form.rows) {
			const struct form_row *of = &walk->form.row[walk->at++];

			bool names = of->kind == FORM_NAMES;
			int option = names || of->kind == FORM_CELLS ? 0 : -1;

			if (option < 0 && of->kind != FORM_FIELD)
				continue;
			*row = (struct row){.page = walk->page,
				.place = {names ? IN_option_name : of->input,
					option}};
			return true;
		}
		walk->begun = false;
	}
	return false;
}

static int count_rows(const struct frame *frame)
{
	struct walk walk = {.frame = frame};
	struct row row;
	int count = 0;

	while (next_row(&walk, &row))
		count++;
	return count;
}

static bool row_at(const struct frame *frame, int number, struct row *row)
{
	struct walk walk = {.frame = frame};

	while (next_row(&walk, row))
		if (number-- == 0)
			return true;
	return false;
}

/* ---- drawing ------------------------------------------------------------ */

static void value_words(
	const struct frame *frame, struct place place, char *out, size_t size)
{
	const char *text = session_text(frame->session, place);
	bool choice = !input_is_number(place.input);

	if (!*text)
		snprintf(out, size, "-");
	else
		snprintf(out, size, "%s",
			choice ? form_word_shown(place.input, text) : text);
}

/* One value, or one for each option; what was not set is a default. */
static void draw_values(const struct frame *frame, struct area area, int row,
	struct place place, bool here)
{
	int count = place.option < 0 ? 1 : frame->session->options;
	int cells = (area.columns - LABEL) / (count > 0 ? count : 1);

	for (int i = 0; i < count; i++) {
		struct place at = {place.input, place.option < 0 ? -1 : i};
		bool set = session_is_set(frame->session, at);
		char words[WORDS];

		value_words(frame, at, words, sizeof(words));
		canvas_fit(area, row, LABEL + i * cells, cells - 1, TEXT_LEFT,
			here  ? ROLE_FOCUS
			: set ? ROLE_VALUE
			      : ROLE_DIM,
			words);
	}
}

static void draw_row(const struct frame *frame, struct area area, int row,
	const struct row *of, bool here)
{
	bool names = of->place.input == IN_option_name;
	const char *label =
		names ? "The options" : input_table[of->place.input].label;

	canvas_fit(area, row, 0, area.columns, TEXT_LEFT,
		here ? ROLE_FOCUS : ROLE_POPUP, "");
	if (here)
		canvas_cursor(area, row, 0);
	if (of->heading) {
		canvas_printf(area, row, 0, here ? ROLE_FOCUS : ROLE_TITLE,
			"%d. %s", of->page + 1, question_titles[of->page]);
		return;
	}
	canvas_fit(area, row, 1, LABEL - 2, TEXT_LEFT,
		here ? ROLE_FOCUS : ROLE_LABEL, label);
	draw_values(frame, area, row, of->place, here);
}

static void draw(struct ui *ui, const struct frame *frame, struct area area)
{
	struct walk walk = {.frame = frame};
	struct row row;
	int first, number = 0;

	area = popup(area, area.rows, 100, "All answers");
	first = ui->here.selected - area.rows / 2;
	if (first > count_rows(frame) - area.rows)
		first = count_rows(frame) - area.rows;
	if (first < 0)
		first = 0;
	while (next_row(&walk, &row) && number < first + area.rows) {
		if (number >= first) {
			hit_line(area, number - first, number);
			draw_row(frame, area, number - first, &row,
				number == ui->here.selected);
		}
		number++;
	}
}

/* ---- choosing ----------------------------------------------------------- */

static int where(const struct ui *ui, const struct frame *frame)
{
	(void)ui;
	(void)frame;
	return ON_LIST;
}

static void go_to(struct ui *ui, const struct frame *frame)
{
	struct row row;

	if (!row_at(frame, ui->here.selected, &row))
		return;
	ui_go(ui, row.page);
	if (row.place.input == IN_option_name)
		row.place = (struct place){IN_option_model, 0};
	if (!row.heading)
		ui->focus[row.page] = row.place;
}

static bool command(struct ui *ui, const struct frame *frame,
	enum command command, struct reply *reply)
{
	(void)reply;
	if (command == CMD_CANCEL)
		ui_pop(ui);
	else if (command == CMD_ENTER)
		go_to(ui, frame);
	else
		return list_command(
			&ui->here.selected, count_rows(frame), command);
	return true;
}

const struct view view_answers = {
	.name = "all answers",
	.where = where,
	.draw = draw,
	.command = command,
};
