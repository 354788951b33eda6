/*
 * Help: about the field in focus, about the five questions, and every key.
 * The keys come from the keymap, the fields from the input table.
 */
#include <stdio.h>
#include <string.h>

#include "view.h"

/* A text is laid out line by line behind what is scrolled away. */
struct writer {
	struct area area;
	int line;   /* next line of the whole text */
	int scroll; /* first line in sight */
};

static void write_words(
	struct writer *writer, enum role role, int indent, const char *words)
{
	int cells = writer->area.columns - indent;
	const char *next = words;
	char line[512];

	do {
		size_t length = text_wrap(words, cells, &next);
		int row = writer->line++ - writer->scroll;

		snprintf(line, sizeof(line), "%.*s", (int)length, words);
		if (row >= 0 && row < writer->area.rows)
			canvas_put(writer->area, row, indent, role, line);
		words = next;
	} while (*words);
}

static void write_blank(struct writer *writer)
{
	writer->line++;
}

/* Where the figure comes from, and what is to be known of its entry. */
static void write_origin(
	struct writer *writer, const struct frame *frame, struct place place)
{
	char words[600], origin[500];

	origin_words(frame, place, origin, sizeof(origin));
	snprintf(words, sizeof(words), "Where it comes from: %s.",
		*origin ? origin : "nothing is said of it yet");
	if (input_is_number(place.input))
		write_words(writer, ROLE_POPUP, 2, words);
	if (place.option < 0)
		return;
	alert_words(frame, place.option, words, sizeof(words));
	if (*words)
		write_words(writer, ROLE_UNSURE, 2, words);
}

static void write_field(
	struct writer *writer, const struct frame *frame, struct place place)
{
	enum input input = place.input;
	const struct input_row *row = &input_table[input];
	const char *label = row->label;
	char words[600];

	while (*label == ' ')
		label++;
	snprintf(words, sizeof(words), "About this field: %s", label);
	write_words(writer, ROLE_TITLE, 0, words);
	write_words(writer, ROLE_POPUP, 2, row->help);
	if (row->unit) {
		snprintf(words, sizeof(words), "Unit: %s", row->unit);
		write_words(writer, ROLE_POPUP, 2, words);
	}
	if (input_is_number(input)) {
		char domain[200];

		input_domain(input, domain, sizeof(domain));
		snprintf(words, sizeof(words), "Takes %s. Default: %s.", domain,
			row->fallback ? row->fallback : "none");
		write_words(writer, ROLE_POPUP, 2, words);
	}
	if (row->typical) {
		snprintf(
			words, sizeof(words), "For example: %s.", row->typical);
		write_words(writer, ROLE_POPUP, 2, words);
	}
	write_origin(writer, frame, place);
	write_blank(writer);
}

static void write_numbers(struct writer *writer)
{
	write_words(writer, ROLE_TITLE, 0, "Numbers");
	write_words(writer, ROLE_POPUP, 2,
		"1,200,000  1.2M  1.2e6  2%  $0.02 are numbers; \"500k to 2M\" "
		"or \"3..8%\" is a range: what you would bet nine to one on. "
		"Results here use its middle.");
	write_blank(writer);
}

static void write_keys(struct writer *writer)
{
	char words[200];

	write_words(writer, ROLE_TITLE, 0, "Keys");
	for (const struct key_row *row = keymap; row->command; row++) {
		if (!row->help)
			continue;
		snprintf(words, sizeof(words), "%-10s %s", row->shown,
			row->help);
		write_words(writer, ROLE_POPUP, 2, words);
	}
	write_blank(writer);
	write_words(writer, ROLE_POPUP, 2,
		"Letters are commands where no text is asked for; in a text "
		"field use the F keys: F1 help, F4 options, F5 panel, F7 "
		"report.");
}

static void draw(struct ui *ui, const struct frame *frame, struct area area)
{
	int page = ui_page(ui);
	struct writer writer = {.scroll = ui->scroll};

	writer.area = popup(area, area.rows, 76, "Help");
	if (page >= 0) {
		struct form form;

		question_form(ui, frame, &form);
		write_field(&writer, frame, question_focus(ui, &form));
	}
	write_numbers(&writer);
	write_keys(&writer);
	page_clamp(ui, writer.area, writer.line);
	canvas_cursor(writer.area, 0, 0);
}

static int where(const struct ui *ui, const struct frame *frame)
{
	(void)ui;
	(void)frame;
	return ON_PAGE;
}

static bool command(struct ui *ui, const struct frame *frame,
	enum command command, struct reply *reply)
{
	(void)frame;
	(void)reply;
	if (command == CMD_CANCEL || command == CMD_HELP) {
		ui_pop(ui);
		return true;
	}
	return page_command(ui, command);
}

const struct view view_help = {
	.name = "help",
	.where = where,
	.draw = draw,
	.command = command,
};
