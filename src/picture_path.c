/*
 * The five questions as a way that ends where it stops.
 */
#include "picture_text.h"
#include "report_memo.h"

enum { STATIONS = QUESTIONS + 1, STATION = PAGE_CELLS / STATIONS };

/* How many stations are reached: the first always is. */
static int reached(const struct report *report)
{
	int at = report->result->verdict.at;

	return at < 0 ? STATIONS : at + 1;
}

static const char *answer_mark(enum answer answer, bool ascii)
{
	switch (answer) {
	case ANSWER_YES: return ascii ? "+" : "●";
	case ANSWER_NO: return ascii ? "x" : "✗";
	default: return "?";
	}
}

static const char *station_mark(
	const struct page *page, const struct report *report, int station)
{
	bool ascii = page->ascii;

	if (station >= reached(report))
		return ascii ? "o" : "○";
	if (station == QUESTIONS)
		return ascii ? "*" : "★";
	return answer_mark(report->result->gate[station].answer, ascii);
}

/* Solid as far as one gets, dotted beyond. */
static void draw_marks(const struct page *page, const struct report *report)
{
	bool ascii = page->ascii;
	struct line line = line_begin(page, STATION / 2);

	for (int i = 0; i < STATIONS; i++) {
		bool there = i < reached(report);

		if (i > 0 && there)
			line_fill(&line, ascii ? "=" : "━", STATION - 1);
		else if (i > 0)
			line_fill(&line, ascii ? "." : "·", STATION - 1);
		line_fill(&line, station_mark(page, report, i), 1);
	}
	line_end(&line);
}

static void draw_names(const struct page *page)
{
	struct line line = line_begin(page, 0);

	for (int i = 0; i < QUESTIONS; i++)
		line_centre(
			&line, memo_question((enum question)i).text, STATION);
	line_centre(&line, "Tune", STATION);
	line_end(&line);
}

/* Answers beyond the stop stand in brackets: they did not decide. */
static void draw_answers(const struct page *page, const struct report *report)
{
	struct line line = line_begin(page, 0);

	for (int i = 0; i < QUESTIONS; i++) {
		const char *answer =
			answer_names[report->result->gate[i].answer];
		bool there = i < reached(report);
		char words[16];

		snprintf(words, sizeof(words), there ? "%s" : "(%s)", answer);
		line_centre(&line, words, STATION);
	}
	line_end(&line);
}

void picture_path(const struct page *page, const struct report *report)
{
	page_blank(page);
	draw_marks(page, report);
	draw_names(page);
	draw_answers(page, report);
}
