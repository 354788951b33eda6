/*
 * How sure it is: the odds of saving, the net saving as a picture, and each
 * option's spread.
 */
#include "report_memo.h"

/* ---- in words ------------------------------------------------------------ */

static void write_chances(const struct memo *memo)
{
	const struct simulation *simulation = &memo->odds->simulation;
	char words[SENTENCE];
	struct pen pen = memo_pen(memo, words);

	say_odds(&pen, memo->odds);
	if (memo_compared(memo)) {
		say(&pen, " You ask for ");
		say_chance(&pen, pen_base(&pen, IN_savings_confidence));
		say(&pen, ". ");
		say_net_range(&pen, memo->odds);
	}
	doc_paragraph(memo->doc, words);
	pen = memo_pen(memo, words);
	say(&pen, "Worked out in ");
	say_whole(&pen, simulation->scenarios);
	say(&pen, " scenarios. Each draws one value of every figure that is "
		  "given as a range, the same for all options; nine times in "
		  "ten a value lies within its range.");
	doc_paragraph(memo->doc, words);
}

/* ---- the picture --------------------------------------------------------- */

enum { BARS = 6 }; /* of the picture in a row of the table */

static void put_share(
	const struct memo *memo, struct table *table, double share)
{
	char words[SENTENCE];
	struct pen pen = memo_pen(memo, words);

	say_share(&pen, share);
	table_cell(table, words);
}

/* Bars first..first + BARS - 1, as far as there are. */
static void fill_bars(const struct memo *memo, struct table *table, int first)
{
	const struct histogram *histogram = &memo->odds->simulation.histogram;
	int from = first > 0 ? first : 0;
	int to = first + BARS < HISTOGRAM_BARS ? first + BARS : HISTOGRAM_BARS;
	double share = 0;

	if (from >= to)
		return;
	for (int i = from; i < to; i++)
		share += histogram->share[i];
	table_row(table, ROW_PLAIN,
		memo_money(memo, histogram->low + histogram->width * from)
			.text);
	table_cell(table,
		memo_money(memo, histogram->low + histogram->width * to).text);
	put_share(memo, table, share);
}

/* Bars are put together from 0 on, on both sides. */
static void draw_spread(const struct memo *memo)
{
	static const char *const heads[] = {
		"Net saving from", "to", "in how many of 100 scenarios"};
	int zero = histogram_zero(&memo->odds->simulation.histogram);
	struct table table = {
		.name = "How often the net saving lies where", .rough = true};

	for (int i = 0; i < 3; i++)
		table_column(&table, &(struct column){.head = heads[i],
					     .align = TEXT_RIGHT});
	for (int i = zero % BARS - BARS; i < HISTOGRAM_BARS; i += BARS)
		fill_bars(memo, &table, i);
	doc_picture(memo->doc, PICTURE_SPREAD, &table);
}

/* ---- each option --------------------------------------------------------- */

static void fill_option(
	const struct memo *memo, struct table *table, int option)
{
	const struct option_odds *odds = &memo->odds->simulation.option[option];

	table_row(table, ROW_PLAIN, session_option_name(memo->session, option));
	table_cell(table, memo_money(memo, odds->total_pv.p50).text);
	table_cell(table, memo_money(memo, odds->total_pv.p05).text);
	table_cell(table, memo_money(memo, odds->total_pv.p95).text);
	put_share(memo, table, odds->p_feasible);
	put_share(memo, table, odds->p_cheapest);
	table_cell(table, memo_money(memo, odds->regret).text);
}

static void write_options(const struct memo *memo)
{
	static const char *const heads[][2] = {
		{"cost,", "middle"},
		{"cost,", "low"},
		{"cost,", "high"},
		{"does the", "job"},
		{"cheapest", "of them"},
		{"", "regret"},
	};
	struct table table = {
		.name = "The options in all scenarios", .indent = PAGE_INDENT};

	table_column(
		&table, &(struct column){.head = "", .cells = 20, .gap = 1});
	for (int i = 0; i < 6; i++)
		table_column(&table, &(struct column){.over = heads[i][0],
					     .head = heads[i][1],
					     .align = TEXT_RIGHT,
					     .cells = 9});
	for (int i = 0; i < memo->result->options; i++)
		fill_option(memo, &table, i);
	doc_table(memo->doc, &table);
	doc_paragraph(memo->doc,
		"Present value; nine times in ten a cost lies between low and "
		"high. Does the job, cheapest of those that do: in how many of "
		"100 scenarios. Regret: what choosing it today costs on "
		"average over the choice that turns out best, with a change to "
		"the next best option where it turns out not to do the job.");
}

void memo_odds(const struct memo *memo)
{
	if (memo->result->options == 0)
		return;
	doc_heading(memo->doc, SECTION_ODDS);
	if (memo->odds->simulation.measures == 0) {
		char words[SENTENCE];
		struct pen pen = memo_pen(memo, words);

		say_odds(&pen, memo->odds);
		doc_paragraph(memo->doc, words);
		return;
	}
	write_chances(memo);
	if (memo_compared(memo) && memo->odds->simulation.histogram.width > 0)
		draw_spread(memo);
	write_options(memo);
}
