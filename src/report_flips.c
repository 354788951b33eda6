/*
 * What the answer hangs on: which figures move the net saving, what would have
 * to be true for the other side to win, and what is worth measuring first.
 */
#include "picture_text.h"
#include "report_memo.h"

enum { SWINGS = TORNADO_SWINGS, FLIPS = 8, MEASURES = 6 };

/* ---- what moves it ------------------------------------------------------- */

static void fill_swing(
	const struct memo *memo, struct table *table, const struct swing *swing)
{
	enum input input = swing->place.input;
	char words[SENTENCE], low[SENTENCE], high[SENTENCE];
	struct pen pen = memo_pen(memo, words);

	say_input(&pen, swing->place);
	input_value_words(memo->session, input, swing->low, low, sizeof(low));
	input_value_words(
		memo->session, input, swing->high, high, sizeof(high));
	table_row(table, ROW_PLAIN, words);
	table_cell(table, low);
	table_cell(table, memo_money(memo, swing->net_low).text);
	table_cell(table, high);
	table_cell(table, memo_money(memo, swing->net_high).text);
}

static void write_tornado(const struct memo *memo)
{
	static const char *const heads[] = {"Figure", "Low end",
		"Net saving there", "High end", "Net saving there"};
	const struct tornado *tornado = &memo->odds->tornado;
	struct table table = {.name = "The net saving at both ends of a range"};
	int moving = tornado_moving(tornado);

	if (moving == 0)
		return;
	for (int i = 0; i < 5; i++)
		table_column(
			&table, &(struct column){.head = heads[i],
					.align = i ? TEXT_RIGHT : TEXT_LEFT});
	for (int i = 0; i < moving && i < SWINGS; i++)
		fill_swing(memo, &table, &tornado->swing[i]);
	doc_heading(memo->doc, SECTION_TORNADO);
	doc_picture(memo->doc, PICTURE_TORNADO, &table);
}

/* ---- what would flip it -------------------------------------------------- */

static void write_flips(const struct memo *memo)
{
	const struct flips *flips = &memo->odds->flips;
	char words[SENTENCE];
	struct pen pen = memo_pen(memo, words);

	doc_heading(memo->doc, SECTION_FLIPS);
	if (flips->count == 0) {
		doc_paragraph(memo->doc, FLIPS_NONE);
		return;
	}
	say_flips_lead(&pen);
	say(&pen, " one of these came true, all else as it stands; the nearest "
		  "come first:");
	doc_lead(memo->doc, words);
	for (int i = 0; i < flips->count && i < FLIPS; i++) {
		pen = memo_pen(memo, words);
		say_flip(&pen, &flips->flip[i]);
		say(&pen, i + 1 < flips->count && i + 1 < FLIPS ? ";" : ".");
		doc_item(memo->doc, LIST_BULLETS, words);
	}
}

/* ---- what to measure ----------------------------------------------------- */

static void fill_measures(const struct memo *memo, struct table *table)
{
	const struct simulation *simulation = &memo->odds->simulation;

	for (int i = 0; i < simulation->measures && i < MEASURES; i++) {
		const struct measure_first *measure = &simulation->measure[i];
		char words[SENTENCE];
		struct pen pen = memo_pen(memo, words);

		if (!simulation_tells(simulation, measure))
			break;
		say_input(&pen, measure->place);
		table_row(table, ROW_PLAIN, words);
		table_cell(table, memo_money(memo, measure->value).text);
	}
}

static void write_measures(const struct memo *memo)
{
	struct table table = {.name = "What knowing a figure is worth",
		.indent = PAGE_INDENT + 2,
		.bare = true};
	char words[SENTENCE];
	struct pen pen = memo_pen(memo, words);

	if (memo->odds->simulation.measures == 0)
		return;
	doc_heading(memo->doc, SECTION_MEASURES);
	say_measure_lead(&pen, memo->odds);
	doc_lead(memo->doc, words);
	table_column(&table, &(struct column){.head = "Figure", .cells = 55});
	table_column(&table,
		&(struct column){
			.head = "Worth", .align = TEXT_RIGHT, .cells = 8});
	fill_measures(memo, &table);
	if (table.rows > 0 || table.failed)
		doc_table(memo->doc, &table);
}

void memo_flips(const struct memo *memo)
{
	if (memo_compared(memo)) {
		write_tornado(memo);
		write_flips(memo);
	}
	write_measures(memo);
}
