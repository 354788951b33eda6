/*
 * The picker: entries of the catalogue that can fill in what is in focus. What
 * is typed filters them; Enter takes the one that is marked.
 */
#include <stdio.h>
#include <string.h>

#include "filter.h"
#include "hits.h"
#include "item_marks.h"
#include "view.h"

enum { BYTES = 600, CELLS = 9, AGE = 6, MARKS = 5, FOOT = 4 };

/* ---- what can be picked ------------------------------------------------- */

/* The columns of a kind, dearest to the reader first. */
static const enum input columns[ITEM_KINDS][4] = {
	[ITEM_MODEL] = {IN_option_input_price, IN_option_cached_input_price,
		IN_option_output_price},
	[ITEM_TUNING] = {IN_option_training_price, IN_option_input_price,
		IN_option_output_price, IN_option_hosting_per_hour},
	[ITEM_GPU] = {IN_option_gpu_price_per_hour},
	[ITEM_LABELLING] = {IN_option_label_cost},
};
static const char *const column_heads[ITEM_KINDS][4] = {
	[ITEM_MODEL] = {"input", "cached", "output"},
	[ITEM_TUNING] = {"training", "input", "output", "hosting"},
	[ITEM_GPU] = {"price"},
	[ITEM_LABELLING] = {"price"},
};

struct choice {
	enum item_kind kind;
	bool alone;
	enum input input; /* with alone: what an entry has to say */
	const char *filter;
};

static struct choice choice_of(const struct ui *ui, const struct frame *frame)
{
	struct choice choice = {
		.input = ui->picked.input, .filter = ui->path.text};

	choice.kind = pricing_kind(frame->session, ui->picked, &choice.alone);
	if (choice.kind == ITEM_GPU)
		choice.input = IN_option_gpu_price_per_hour;
	return choice;
}

static bool fills(const struct item *item, enum input input, int day,
	char text[PRICE_TEXT])
{
	struct price price[ITEM_PRICES];
	int count = pricing_of(item, day, price);

	for (int i = 0; i < count; i++) {
		if (price[i].input != input)
			continue;
		snprintf(text, PRICE_TEXT, "%s", price[i].text);
		return true;
	}
	return false;
}

/* A vendor that trains by the hour has no price of a token. */
static void column_words(const struct item *item, enum input input, int day,
	char text[PRICE_TEXT])
{
	if (fills(item, input, day, text))
		return;
	if (input != IN_option_training_price ||
		!fills(item, IN_option_training_per_hour, day, text))
		snprintf(text, PRICE_TEXT, "-");
	else
		strcat(text, "/h");
}

static bool fits(const struct choice *choice, const struct item *item, int day)
{
	char text[PRICE_TEXT];

	return item->kind == choice->kind &&
	       filter_fits(choice->filter, item->text, ITEM_TEXTS) &&
	       (!choice->alone || fills(item, choice->input, day, text));
}

/* The entry of that number among those that fit; count is how many do. */
static const struct item *nth(const struct frame *frame,
	const struct choice *choice, int number, int *count)
{
	const struct item *found = NULL;

	*count = 0;
	for (int i = 0; frame->catalogue && i < frame->catalogue->count; i++) {
		const struct item *item = &frame->catalogue->items[i];

		if (!fits(choice, item, frame->day))
			continue;
		if (*count == number)
			found = item;
		++*count;
	}
	return found;
}

/* ---- drawing ------------------------------------------------------------ */

/* How many columns of figures there is room for beside an id. */
static int columns_in(struct area area, enum item_kind kind)
{
	int room = (area.columns - AGE - MARKS - 18) / CELLS;
	int count = 0;

	while (count < 4 && column_heads[kind][count] && count < room)
		count++;
	return count;
}

static int column_cells(enum item_kind kind)
{
	return kind == ITEM_GPU ? 16 : CELLS;
}

static void draw_heads(struct area area, enum item_kind kind, int shown)
{
	int cells = column_cells(kind);
	int at = area.columns - MARKS - AGE - shown * cells;

	for (int i = 0; i < shown; i++, at += cells)
		canvas_fit(area, 1, at, cells, TEXT_RIGHT, ROLE_DIM,
			column_heads[kind][i]);
	canvas_fit(area, 1, at, AGE, TEXT_RIGHT, ROLE_DIM, "days");
}

/* Days since the oldest of its figures was read. */
static void age_words(const struct item *item, int day, char *out, size_t size)
{
	int oldest = 0;

	for (int i = 0; i < item->count; i++)
		if (item_figure_holds(item, &item->figures[i], day) &&
			(!oldest || item->figures[i].date < oldest))
			oldest = item->figures[i].date;
	snprintf(out, size, "-");
	if (oldest)
		snprintf(out, size, "%d", oldest < day ? day - oldest : 0);
}

static void marks_words(
	const struct item *item, int day, char out[ITEM_MARKS + 1])
{
	unsigned marks = item_marks(item, day);

	for (int i = 0; i < ITEM_MARKS; i++)
		if (marks & 1u << i)
			*out++ = item_mark_table[i].letter;
	*out = '\0';
}

static void draw_item(const struct frame *frame, struct area area, int row,
	const struct item *item, int shown, int number, bool here)
{
	enum role role = here ? ROLE_FOCUS : ROLE_POPUP;
	int cells = column_cells(item->kind);
	int at = area.columns - MARKS - AGE - shown * cells;
	char text[PRICE_TEXT + 2];

	if (here && number > 0)
		canvas_cursor(area, row, 0); /* of 0: in the filter */
	canvas_fit(area, row, 0, area.columns, TEXT_LEFT, role, "");
	canvas_fit(area, row, 0, at, TEXT_LEFT, role, item->text[ITEM_ID]);
	for (int i = 0; i < shown; i++, at += cells) {
		column_words(item, columns[item->kind][i], frame->day, text);
		canvas_fit(area, row, at, cells, TEXT_RIGHT, role, text);
	}
	age_words(item, frame->day, text, sizeof(text));
	canvas_fit(area, row, at, AGE, TEXT_RIGHT, role, text);
	marks_words(item, frame->day, text);
	canvas_fit(area, row, at + AGE + 1, MARKS - 1, TEXT_LEFT, role, text);
}

/* What its marks mean, with the days; and where its price comes from. */
static void draw_foot(
	const struct frame *frame, struct area area, const struct item *item)
{
	char words[BYTES], date[DAY_MAX];
	unsigned marks = item_marks(item, frame->day);
	int used = snprintf(words, sizeof(words), "%.80s, %.80s",
		item->text[ITEM_NAME], item->text[ITEM_VENDOR]);

	for (int i = 0; i < ITEM_DATES; i++) {
		const struct item_date_row *row = &item_date_table[i];

		if (!item->date[i] || i == ITEM_KEPT)
			continue;
		day_write(date, item->date[i]);
		used += snprintf(words + used, sizeof(words) - (size_t)used,
			"; %s (%s)",
			item->date[i] <= frame->day ? row->after : row->before,
			date);
	}
	for (int i = MARK_ANNOUNCED; i < ITEM_MARKS; i++)
		if (marks & 1u << i)
			used += snprintf(words + used,
				sizeof(words) - (size_t)used, "; %s",
				item_mark_table[i].meaning);
	if (item->count)
		snprintf(words + used, sizeof(words) - (size_t)used, ". %.200s",
			item->figures[0].source);
	canvas_rule(area, 0);
	canvas_wrap(area_rows(area, 1, area.rows - 1), 0, ROLE_DIM, words);
}

static void draw_list(struct ui *ui, const struct frame *frame,
	struct area area, const struct choice *choice)
{
	int shown = columns_in(area, choice->kind);
	int first = ui->here.selected - area.rows + 1, number = 0;

	if (first < 0)
		first = 0;
	for (int i = 0; frame->catalogue && i < frame->catalogue->count; i++) {
		const struct item *item = &frame->catalogue->items[i];

		if (!fits(choice, item, frame->day))
			continue;
		if (number >= first && number < first + area.rows) {
			hit_line(area, number - first, number);
			draw_item(frame, area, number - first, item, shown,
				number, number == ui->here.selected);
		}
		number++;
	}
}

/* Where there is no room for a few entries and the foot, it has none. */
enum { FEW = 2 };

static void draw(struct ui *ui, const struct frame *frame, struct area area)
{
	struct choice choice = choice_of(ui, frame);
	const struct item *item;
	char title[120];
	int count, foot;

	item = nth(frame, &choice, ui->here.selected, &count);
	snprintf(title, sizeof(title), "Catalogue: prices for %.60s",
		session_option_name(frame->session, ui->picked.option));
	area = popup(area, area.rows, 76, title);
	filter_draw(area, 0, "Filter", &ui->path, count);
	draw_heads(area, choice.kind, columns_in(area, choice.kind));
	if (!count)
		canvas_wrap(area_rows(area, 2, 2), 0, ROLE_DIM,
			"Nothing has all of that; fewer words find more.");
	foot = area.rows < 2 + FEW + FOOT ? 0 : FOOT;
	draw_list(ui, frame, area_rows(area, 2, area.rows - 2 - foot), &choice);
	if (item && foot)
		draw_foot(frame, area_rows(area, area.rows - foot, foot), item);
}

/* ---- choosing ----------------------------------------------------------- */

static int where(const struct ui *ui, const struct frame *frame)
{
	(void)ui;
	(void)frame;
	return ON_PATH;
}

static bool command(struct ui *ui, const struct frame *frame,
	enum command command, struct reply *reply)
{
	struct choice choice = choice_of(ui, frame);
	const struct item *item;
	int count;

	item = nth(frame, &choice, ui->here.selected, &count);
	if (command == CMD_CANCEL) {
		ui_pop(ui);
	} else if (command == CMD_ENTER) {
		if (!item)
			return true;
		snprintf(ui->text, sizeof(ui->text), "%s", item->text[ITEM_ID]);
		reply->kind = REPLY_PICK;
		reply->edit.place = ui->picked;
		reply->text = ui->text;
		ui_pop(ui);
	} else {
		return list_command(&ui->here.selected, count, command);
	}
	return true;
}

static bool press(struct ui *ui, const struct frame *frame, struct press press,
	struct reply *reply)
{
	(void)frame;
	(void)reply;
	ui->here.selected = 0;
	return editor_press(&ui->path, press);
}

static void paste(struct ui *ui, const struct frame *frame, const char *text,
	struct reply *reply)
{
	(void)frame;
	(void)reply;
	ui->here.selected = 0;
	editor_insert(&ui->path, text);
}

/* Without an option in focus, the first one; what retires when is known to the
 * catalogue alone, and taken at once. */
void picker_open(struct ui *ui, const struct frame *frame, struct reply *reply)
{
	int page = ui_page(ui);
	struct form form;

	if (page < 0 || frame->session->options == 0)
		return;
	question_form(ui, frame, &form);
	ui->picked = question_focus(ui, &form);
	if (ui->picked.option < 0)
		ui->picked = (struct place){IN_option_model, 0};
	editor_start(&ui->path, "");
	ui_push(ui, &view_picker);
	reply->kind = REPLY_PRICES;
}

const struct view view_picker = {
	.name = "the catalogue",
	.where = where,
	.draw = draw,
	.command = command,
	.press = press,
	.paste = paste,
};
