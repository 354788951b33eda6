/*
 * What the answer hangs on: which figures move the net saving, what would have
 * to be true for the other side to win, and what is worth measuring first.
 */
#include <math.h>

#include "chart.h"
#include "report_memo.h"

enum { SWINGS = 10, FLIPS = 8, MEASURES = 6 };

static void paragraph(const struct memo *memo, const char *words)
{
	page_paragraph(&memo->page, PAGE_INDENT, "", words);
}

/* ---- what moves it ------------------------------------------------------- */

enum { LABEL = 35, BAR = 24, MONEY = 8 };

static void write_swing(const struct memo *memo, const struct swing *swing,
	const struct chart_cell *bar)
{
	struct line line = line_begin(&memo->page, PAGE_INDENT);
	char words[SENTENCE];
	struct pen pen = memo_pen(memo, words);

	say_input(&pen, swing->place);
	line_put(&line, words, LABEL - 1, TEXT_LEFT);
	line_fill(&line, " ", 1);
	for (int column = 0; column < BAR; column++)
		line_fill(&line, bar[column].glyph, 1);
	memo_money(memo, &line, fmin(swing->net_low, swing->net_high), MONEY);
	memo_money(memo, &line, fmax(swing->net_low, swing->net_high), MONEY);
	line_end(&line);
}

static void write_tornado(const struct memo *memo)
{
	const struct tornado *tornado = &memo->odds->tornado;
	struct chart_swing swings[SWINGS];
	struct chart chart;
	int moving = tornado_moving(tornado);
	int count = moving < SWINGS ? moving : SWINGS;

	if (count == 0)
		return;
	for (int i = 0; i < count; i++)
		swings[i] = (struct chart_swing){
			tornado->swing[i].net_low, tornado->swing[i].net_high};
	page_heading(&memo->page, "WHAT MOVES THE NET SAVING");
	paragraph(memo,
		memo->page.ascii
			? "One figure alone at the low (:) and at the high (#) "
			  "end of its range, all others in the middle:"
			: "One figure alone at the low (▒) and at the high (█) "
			  "end of its range, all others in the middle:");
	page_blank(&memo->page);
	chart_tornado(&chart, BAR, swings, count, memo->result->savings.net,
		memo->page.ascii);
	for (int i = 0; i < count; i++)
		write_swing(memo, &tornado->swing[i], chart.cell[i]);
}

/* ---- what would flip it -------------------------------------------------- */

static void write_flips(const struct memo *memo)
{
	const struct flips *flips = &memo->odds->flips;
	char words[SENTENCE];
	struct pen pen = memo_pen(memo, words);

	page_heading(&memo->page, "WHAT WOULD FLIP IT");
	if (flips->count == 0) {
		paragraph(memo, FLIPS_NONE);
		return;
	}
	say_flips_lead(&pen);
	say(&pen, " one of these came true, all else as it stands; the nearest "
		  "come first:");
	paragraph(memo, words);
	for (int i = 0; i < flips->count && i < FLIPS; i++) {
		pen = memo_pen(memo, words);
		say_flip(&pen, &flips->flip[i]);
		say(&pen, i + 1 < flips->count && i + 1 < FLIPS ? ";" : ".");
		page_paragraph(&memo->page, PAGE_INDENT,
			memo->page.ascii ? "- " : "• ", words);
	}
}

/* ---- what to measure ----------------------------------------------------- */

static void write_measures(const struct memo *memo)
{
	const struct simulation *simulation = &memo->odds->simulation;
	char words[SENTENCE];
	struct pen pen = memo_pen(memo, words);

	if (simulation->measures == 0)
		return;
	page_heading(&memo->page, "WHAT TO MEASURE FIRST");
	say_measure_lead(&pen, memo->odds);
	paragraph(memo, words);
	for (int i = 0; i < simulation->measures && i < MEASURES; i++) {
		struct line line = line_begin(&memo->page, PAGE_INDENT + 2);

		if (!simulation_tells(simulation, &simulation->measure[i]))
			break;
		pen = memo_pen(memo, words);
		say_input(&pen, simulation->measure[i].place);
		line_put(&line, words, LABEL + BAR - 4, TEXT_LEFT);
		memo_money(memo, &line, simulation->measure[i].value, MONEY);
		line_end(&line);
	}
}

void memo_flips(const struct memo *memo)
{
	if (memo_compared(memo)) {
		write_tornado(memo);
		write_flips(memo);
	}
	write_measures(memo);
}
