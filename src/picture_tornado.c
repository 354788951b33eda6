/*
 * What one figure alone does to the net saving, as bars beside each other.
 */
#include <math.h>

#include "chart.h"
#include "odds_words.h"
#include "picture_text.h"

enum { LABEL = 35, BAR = 24, MONEY = 8, NAME = 2000 };

static void write_swing(const struct page *page, const struct report *report,
	const struct swing *swing, const struct chart_cell *bar)
{
	struct line line = line_begin(page, PAGE_INDENT);
	char words[NAME];
	struct pen pen = pen_on(words, NAME, report->session, report->result);

	say_input(&pen, swing->place);
	line_put(&line, words, LABEL - 1, TEXT_LEFT);
	line_fill(&line, " ", 1);
	for (int column = 0; column < BAR; column++)
		line_fill(&line, bar[column].glyph, 1);
	picture_money(
		report, &line, fmin(swing->net_low, swing->net_high), MONEY);
	picture_money(
		report, &line, fmax(swing->net_low, swing->net_high), MONEY);
	line_end(&line);
}

void picture_tornado(const struct page *page, const struct report *report)
{
	const struct tornado *tornado = &report->odds->tornado;
	struct chart_swing swings[TORNADO_SWINGS];
	struct chart chart;
	int moving = tornado_moving(tornado);
	int count = moving < TORNADO_SWINGS ? moving : TORNADO_SWINGS;

	for (int i = 0; i < count; i++)
		swings[i] = (struct chart_swing){
			tornado->swing[i].net_low, tornado->swing[i].net_high};
	chart_tornado(&chart, BAR, swings, count, report->result->savings.net,
		page->ascii);
	for (int i = 0; i < count; i++)
		write_swing(page, report, &tornado->swing[i], chart.cell[i]);
}
