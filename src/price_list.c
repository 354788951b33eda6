#include "prices.h"

#include <string.h>

#include "item_marks.h"

enum {
	CELLS = 9, /* of a column of figures */
	AGE = 6,
	MARKS = 6,
	COLUMNS = 4,
	FIELDS = 4,
};

/* ---- columns ------------------------------------------------------------ */

enum which { FIRST, LEAST, MOST };

/* One of some fields: the first that is known. */
struct column {
	const char *head;
	int cells; /* 0: CELLS */
	enum which which;
	int fields;
	enum item_field field[FIELDS];
};

static const struct column column_table[ITEM_KINDS][COLUMNS] = {
	[ITEM_MODEL] = {{"input", .fields = 1, .field = {EF_INPUT}},
		{"cached", .fields = 1, .field = {EF_CACHED_INPUT}},
		{"output", .fields = 1, .field = {EF_OUTPUT}}},
	[ITEM_TUNING] = {{"training", .fields = 4,
				 .field = {EF_TRAINING, EF_TRAINING_LORA_SFT,
					 EF_TRAINING_FULL_SFT,
					 EF_TRAINING_PER_HOUR}},
		{"input", .fields = 1, .field = {EF_INPUT}},
		{"output", .fields = 1, .field = {EF_OUTPUT}},
		{"hosting", .fields = 2,
			.field = {EF_HOSTING_PER_HOUR,
				EF_HOSTING_PER_GPU_HOUR}}},
	[ITEM_GPU] = {{"low", .fields = 1, .field = {EF_LOW}},
		{"high", .fields = 1, .field = {EF_HIGH}},
		{"market", .which = LEAST, .fields = 1,
			.field = {EF_MARKETPLACE}}},
	[ITEM_THROUGHPUT] = {{"least", .which = LEAST, .fields = 2,
				     .field = {EF_TOKENS_PER_GPU,
					     EF_SHARE_LOW}},
		{"most", .which = MOST, .fields = 2,
			.field = {EF_TOKENS_PER_GPU, EF_SHARE_HIGH}},
		{"deployment", .cells = 12, .fields = 1,
			.field = {EF_DECODE_PER_DEPLOYMENT}}},
	[ITEM_LABELLING] = {{"price", .cells = 15, .fields = 4,
		.field = {EF_PER_LABEL, EF_PER_OBJECT, EF_PER_UNIT,
			EF_PER_HOUR}}},
	[ITEM_ROLE] = {{"low", .fields = 1, .field = {EF_LOW}},
		{"median", .fields = 1, .field = {EF_MEDIAN}},
		{"high", .fields = 1, .field = {EF_HIGH}}},
};

static int column_cells(const struct column *column)
{
	return !column->head ? 0 : column->cells ? column->cells : CELLS;
}

static int id_cells(enum item_kind kind)
{
	int cells = PAGE_CELLS - AGE - MARKS;

	for (int i = 0; i < COLUMNS; i++)
		cells -= column_cells(&column_table[kind][i]);
	return cells;
}

/* Of the figures of one field: the first, the least or the most. */
static const struct item_figure *pick(const struct item *item,
	enum item_field field, enum which which, int day)
{
	const struct item_figure *best = item_figure_on(item, field, day);

	for (int i = 0; best && which != FIRST && i < item->count; i++) {
		const struct item_figure *figure = &item->figures[i];

		if (figure->field == field &&
			item_figure_holds(item, figure, day) &&
			(which == LEAST ? figure->value < best->value
					: figure->value > best->value))
			best = figure;
	}
	return best;
}

static const struct item_figure *column_figure(
	const struct column *column, const struct item *item, int day)
{
	const struct item_figure *figure = NULL;

	for (int i = 0; !figure && i < column->fields; i++)
		figure = pick(item, column->field[i], column->which, day);
	return figure;
}

/* What it is for, where the title does not say so: "100/h". */
static const char *suffix(
	const struct column *column, const struct item_figure *figure)
{
	const char *unit = item_field_table[figure->field].unit;
	const char *usual = item_field_table[column->field[0]].unit;

	if (column->cells || strcmp(unit, usual) != 0)
		return !strncmp(unit, "$/", 2) ? unit + 1 : "";
	return "";
}

static void put_figure(struct line *line, const struct column *column,
	const struct item_figure *figure)
{
	char text[80] = "-";

	if (figure)
		snprintf(text, sizeof(text), "%s%s", figure->text,
			suffix(column, figure));
	line_put(line, text, column_cells(column), TEXT_RIGHT);
}

/* ---- marks -------------------------------------------------------------- */

static void put_marks(struct line *line, unsigned marks)
{
	char text[ITEM_MARKS + 1] = "", *at = text;

	for (int i = 0; i < ITEM_MARKS; i++)
		if (marks & 1u << i)
			*at++ = item_mark_table[i].letter;
	line_fill(line, " ", 1);
	line_put(line, text, MARKS - 1, TEXT_LEFT);
}

static void explain_marks(const struct page *page, unsigned marks)
{
	if (!marks)
		return;
	page_blank(page);
	for (int i = 0; i < ITEM_MARKS; i++) {
		char lead[] = {item_mark_table[i].letter, ' ', ' ', '\0'};

		if (marks & 1u << i)
			page_paragraph(
				page, 0, lead, item_mark_table[i].meaning);
	}
}

/* ---- a table ------------------------------------------------------------ */

/* Days since the oldest of the figures shown was read. */
static void put_age(struct line *line, int oldest, int day)
{
	char text[16] = "-";

	if (oldest)
		snprintf(text, sizeof(text), "%d",
			oldest < day ? day - oldest : 0);
	line_put(line, text, AGE, TEXT_RIGHT);
}

static void print_head(const struct page *page, enum item_kind kind)
{
	struct line line = line_begin(page, 0);

	page_heading(page, item_kind_table[kind].title);
	line_put(&line, "", id_cells(kind), TEXT_LEFT);
	for (int i = 0; i < COLUMNS; i++) {
		const struct column *column = &column_table[kind][i];

		if (column->head)
			line_put(&line, column->head, column_cells(column),
				TEXT_RIGHT);
	}
	line_put(&line, "days", AGE, TEXT_RIGHT);
	line_end(&line);
}

/* A long id has a line of its own: cut, it would be of no use. */
static struct line begin_row(const struct page *page, const struct item *item)
{
	const char *id = item->text[ITEM_ID];
	int cells = id_cells(item->kind);
	struct line line = line_begin(page, 0);

	if (text_width(id) >= cells) {
		line_put(&line, id, text_width(id), TEXT_LEFT);
		line_end(&line);
		line = line_begin(page, cells);
	} else {
		line_put(&line, id, cells, TEXT_LEFT);
	}
	return line;
}

static unsigned print_item(
	const struct page *page, const struct item *item, int day)
{
	struct line line = begin_row(page, item);
	unsigned marks = item_marks(item, day);
	int oldest = 0;

	for (int i = 0; i < COLUMNS; i++) {
		const struct column *column = &column_table[item->kind][i];
		const struct item_figure *figure =
			column_figure(column, item, day);

		if (!column->head)
			break;
		if (figure && (!oldest || figure->date < oldest))
			oldest = figure->date;
		put_figure(&line, column, figure);
	}
	put_age(&line, oldest, day);
	put_marks(&line, marks);
	line_end(&line);
	return marks;
}

static bool passes(const struct item *item, const struct price_filter *filter)
{
	return (filter->kind == ITEM_KINDS || filter->kind == item->kind) &&
	       (!filter->vendor || item_is_of(item, filter->vendor)) &&
	       item_matches(item, filter->words, filter->count);
}

int price_list(const struct page *page, const struct catalogue *catalogue,
	const struct price_filter *filter)
{
	unsigned marks = 0;
	int total = 0;

	for (int kind = 0; kind < ITEM_KINDS; kind++) {
		int count = 0;

		for (int i = 0; i < catalogue->count; i++) {
			const struct item *item = &catalogue->items[i];

			if (item->kind != (enum item_kind)kind ||
				!passes(item, filter))
				continue;
			if (!count++)
				print_head(page, item->kind);
			marks |= print_item(page, item, filter->day);
		}
		total += count;
	}
	explain_marks(page, marks);
	return total;
}
