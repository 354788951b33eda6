/*
 * Help: about the field in focus, about the five questions, and every key.
 * The keys come from the keymap, the fields from the input table.
 */
#include <stdio.h>
#include <string.h>

#include "filter.h"
#include "press_name.h"
#include "view.h"

/* A text is laid out line by line behind what is scrolled away. */
struct writer {
	struct area area;
	int line;           /* next line of the whole text */
	int scroll;         /* first line in sight */
	const char *sought; /* only what has these words; "": all */
	int found;
};

static void write_words(
	struct writer *writer, enum role role, int indent, const char *words)
{
	int cells = writer->area.columns - indent;
	const char *next = words;
	char line[512];

	if (*writer->sought) {
		if (role == ROLE_TITLE ||
			!filter_fits(writer->sought, &words, 1))
			return;
		writer->found++;
	}
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
	if (!*writer->sought)
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

/* The twins of letters, for where these are typed. */
static void write_twins(struct writer *writer, const struct ui *ui)
{
	const struct key_row *keys = ui->keys;
	char words[300];

	snprintf(words, sizeof(words),
		"Letters are commands where no text is asked for; in a text "
		"field use %s help, %s options, %s panel, %s report, %s "
		"commands.",
		keymap_shown(keys, ON_WORDS, CMD_HELP),
		keymap_shown(keys, ON_WORDS, CMD_OPTIONS),
		keymap_shown(keys, ON_WORDS, CMD_PANEL),
		keymap_shown(keys, ON_WORDS, CMD_REPORT),
		keymap_shown(keys, ON_WORDS, CMD_PALETTE));
	write_words(writer, ROLE_POPUP, 2, words);
}

/* A row with help leads those of its command that come without; NULL: no more
 * behind this one. */
static const struct key_row *led(
	const struct key_row *lead, const struct key_row *row)
{
	while ((++row)->command)
		if (row->command == lead->command)
			return row->help ? NULL : row;
	return NULL;
}

static bool same_key(const struct key_row *a, const struct key_row *b)
{
	return press_same(keymap_press(a), keymap_press(b));
}

/* All keys of a row and of those that it leads: "q, ^Q, ^C". */
static void keys_of(const struct key_row *lead, char *out, size_t size)
{
	size_t length = (size_t)snprintf(out, size, "%s", lead->shown);
	const struct key_row *row = lead, *last = lead;

	for (; (row = led(lead, row)) && length < size; last = row)
		if (!same_key(row, lead) && !same_key(row, last))
			length += (size_t)snprintf(out + length, size - length,
				", %s", row->shown);
}

static bool acts(const struct key_row *lead, int where)
{
	for (const struct key_row *row = lead; row; row = led(lead, row))
		if (row->where & where)
			return true;
	return false;
}

/* Those that do something there, or those that do not. */
static void write_some_keys(struct writer *writer, const struct ui *ui,
	int where, bool there, const char *title)
{
	char keys[60], words[200];

	write_words(writer, ROLE_TITLE, 0, title);
	for (const struct key_row *row = ui->keys; row->command; row++) {
		if (!row->help || acts(row, where) != there)
			continue;
		keys_of(row, keys, sizeof(keys));
		snprintf(words, sizeof(words), "%-10s %s", keys, row->help);
		write_words(writer, ROLE_POPUP, 2, words);
	}
	write_blank(writer);
}

/* Where the help was asked for. */
static int where_below(const struct ui *ui, const struct frame *frame)
{
	const struct view *below = ui->overlays > 1
					   ? ui->overlay[ui->overlays - 2]
					   : ui_screen(ui);

	return below->where(ui, frame);
}

static void write_keys(
	struct writer *writer, const struct ui *ui, const struct frame *frame)
{
	int where = where_below(ui, frame);

	write_some_keys(writer, ui, where, true, "Keys here");
	write_some_keys(writer, ui, where, false, "Keys elsewhere");
	write_twins(writer, ui);
}

static void write_all(
	struct writer *writer, struct ui *ui, const struct frame *frame)
{
	struct form form;

	if (ui_page(ui) >= 0) {
		question_form(ui, frame, &form);
		write_field(writer, frame, question_focus(ui, &form));
	}
	write_numbers(writer);
	write_keys(writer, ui, frame);
}

static void draw(struct ui *ui, const struct frame *frame, struct area area)
{
	bool line = ui->seeking || ui->sought.length;
	struct area inside = popup(area, area.rows, 76, "Help");
	struct area page = area_rows(inside, line, inside.rows - line);
	struct writer measure = {
		.area = area_rows(page, 0, 0), .sought = ui->sought.text};
	struct writer writer = {.area = page, .sought = ui->sought.text};

	write_all(&measure, ui, frame);
	page_clamp(ui, page, measure.line);
	writer.scroll = ui->here.scroll;
	write_all(&writer, ui, frame);
	canvas_cursor(writer.area, 0, 0);
	if (*writer.sought && !writer.found)
		canvas_wrap(writer.area, 0, ROLE_DIM,
			"Nothing has all of that; fewer words find more.");
	if (line)
		filter_draw(inside, 0, "Find", &ui->sought,
			*writer.sought ? writer.found : -1);
}

static int where(const struct ui *ui, const struct frame *frame)
{
	(void)frame;
	return ui->seeking ? ON_PATH : ON_PAGE | ON_HELP;
}

/* Out of the search first, then out of the help. */
static void cancel(struct ui *ui)
{
	if (!ui->seeking && !ui->sought.length)
		ui_pop(ui);
	editor_start(&ui->sought, "");
	ui->seeking = false;
}

static bool command(struct ui *ui, const struct frame *frame,
	enum command command, struct reply *reply)
{
	(void)frame;
	(void)reply;
	switch (command) {
	case CMD_CANCEL: cancel(ui); return true;
	case CMD_HELP: ui_pop(ui); return true;
	case CMD_FIND: ui->seeking = true; return true;
	case CMD_ENTER: ui->seeking = false; return true;
	default: return page_command(ui, command);
	}
}

static bool press(struct ui *ui, const struct frame *frame, struct press press,
	struct reply *reply)
{
	(void)frame;
	(void)reply;
	if (!ui->seeking)
		return false;
	ui->here.scroll = 0;
	return editor_press(&ui->sought, press);
}

static void paste(struct ui *ui, const struct frame *frame, const char *text,
	struct reply *reply)
{
	(void)frame;
	(void)reply;
	if (ui->seeking)
		editor_insert(&ui->sought, text);
}

void help_open(struct ui *ui)
{
	editor_start(&ui->sought, "");
	ui->seeking = false;
	ui_push(ui, &view_help);
}

const struct view view_help = {
	.name = "help",
	.where = where,
	.draw = draw,
	.command = command,
	.press = press,
	.paste = paste,
};
