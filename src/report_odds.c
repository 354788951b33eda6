/*
 * How sure it is: the odds of saving, the net saving as a picture, and each
 * option's spread.
 */
#include <math.h>

#include "chart.h"
#include "report_memo.h"

static void paragraph(const struct memo *memo, const char *words)
{
	page_paragraph(&memo->page, PAGE_INDENT, "", words);
	page_blank(&memo->page);
}

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
	paragraph(memo, words);
	pen = memo_pen(memo, words);
	say(&pen, "Worked out in ");
	say_whole(&pen, simulation->scenarios);
	say(&pen, " scenarios. Each draws one value of every figure that is "
		  "given as a range, the same for all options; nine times in "
		  "ten a value lies within its range.");
	paragraph(memo, words);
}

/* ---- the picture --------------------------------------------------------- */

enum { ROWS = 9, PLOT = PAGE_CELLS - PAGE_INDENT };

static void write_columns(const struct memo *memo, const struct chart *chart)
{
	for (int row = 0; row < chart->rows; row++) {
		struct line line = line_begin(&memo->page, PAGE_INDENT);

		for (int column = 0; column < chart->columns; column++)
			line_fill(&line, chart->cell[row][column].glyph, 1);
		line_end(&line);
	}
}

/* The ends of the bars, and 0 where it lies between them. */
static void write_axis(const struct memo *memo, int columns, int zero)
{
	const struct histogram *histogram = &memo->odds->simulation.histogram;
	double ends[2] = {histogram->low,
		histogram->low + histogram->width * HISTOGRAM_BARS};
	struct line line = line_begin(&memo->page, PAGE_INDENT);
	char words[2][FIGURE_MAX];
	int room;

	for (int i = 0; i < 2; i++)
		figure_money(words[i], sizeof(words[i]), ends[i],
			session_currency(memo->session));
	room = columns - text_width(words[1]);
	line_put(&line, words[0], text_width(words[0]), TEXT_LEFT);
	if (zero > text_width(words[0]) && zero + 2 < room) {
		line_fill(&line, " ", zero + PAGE_INDENT - line.cells);
		line_fill(&line, "0", 1);
	}
	line_fill(&line, " ", room + PAGE_INDENT - line.cells);
	line_put(&line, words[1], text_width(words[1]), TEXT_LEFT);
	line_end(&line);
}

static void draw_histogram(const struct memo *memo)
{
	const struct histogram *histogram = &memo->odds->simulation.histogram;
	struct chart chart;
	int zero;

	page_paragraph(&memo->page, PAGE_INDENT, "",
		memo->page.ascii
			? "How often the net saving comes out where (: a "
			  "loss, # a saving; what lies beyond the ends counts "
			  "there):"
			: "How often the net saving comes out where (▒ a "
			  "loss, █ a saving; what lies beyond the ends counts "
			  "there):");
	page_blank(&memo->page);
	chart_histogram(&chart, ROWS, PLOT, histogram->share, HISTOGRAM_BARS,
		histogram_zero(histogram), memo->page.ascii, &zero);
	write_columns(memo, &chart);
	write_axis(memo, chart.columns, zero);
	page_blank(&memo->page);
}

/* ---- each option --------------------------------------------------------- */

enum { NAME = 21, CELL = 9 };

static void put_share(const struct memo *memo, struct line *line, double share)
{
	char words[SENTENCE];
	struct pen pen = memo_pen(memo, words);

	say_share(&pen, share);
	line_put(line, words, CELL, TEXT_RIGHT);
}

static void write_option(const struct memo *memo, int option)
{
	const struct option_odds *odds = &memo->odds->simulation.option[option];
	struct line line = line_begin(&memo->page, PAGE_INDENT);

	line_put(&line, session_option_name(memo->session, option), NAME - 1,
		TEXT_LEFT);
	line_fill(&line, " ", 1);
	memo_money(memo, &line, odds->total_pv.p50, CELL);
	memo_money(memo, &line, odds->total_pv.p05, CELL);
	memo_money(memo, &line, odds->total_pv.p95, CELL);
	put_share(memo, &line, odds->p_feasible);
	put_share(memo, &line, odds->p_cheapest);
	memo_money(memo, &line, odds->regret, CELL);
	line_end(&line);
}

static void write_heads(const struct memo *memo, const char *const heads[6])
{
	struct line line = line_begin(&memo->page, PAGE_INDENT + NAME);

	for (int i = 0; i < 6; i++)
		line_put(&line, heads[i], CELL, TEXT_RIGHT);
	line_end(&line);
}

static void write_options(const struct memo *memo)
{
	static const char *const heads[][6] = {
		{"cost,", "cost,", "cost,", "does the", "cheapest", ""},
		{"middle", "low", "high", "job", "of them", "regret"},
	};

	for (int i = 0; i < 2; i++)
		write_heads(memo, heads[i]);
	for (int i = 0; i < memo->result->options; i++)
		write_option(memo, i);
	page_blank(&memo->page);
	page_paragraph(&memo->page, PAGE_INDENT, "",
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
	page_heading(&memo->page, "HOW SURE IS THAT?");
	if (memo->odds->simulation.measures == 0) {
		char words[SENTENCE];
		struct pen pen = memo_pen(memo, words);

		say_odds(&pen, memo->odds);
		page_paragraph(&memo->page, PAGE_INDENT, "", words);
		return;
	}
	write_chances(memo);
	if (memo_compared(memo) && memo->odds->simulation.histogram.width > 0)
		draw_histogram(memo);
	write_options(memo);
}
