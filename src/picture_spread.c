/*
 * How the net saving is spread, as columns over an axis.
 */
#include "chart.h"
#include "figure.h"
#include "picture_text.h"

enum { ROWS = 9, PLOT = PAGE_CELLS - PAGE_INDENT };

static void write_columns(const struct page *page, const struct chart *chart)
{
	for (int row = 0; row < chart->rows; row++) {
		struct line line = line_begin(page, PAGE_INDENT);

		for (int column = 0; column < chart->columns; column++)
			line_fill(&line, chart->cell[row][column].glyph, 1);
		line_end(&line);
	}
}

/* The ends of the bars, and 0 where it lies between them. */
static void write_axis(const struct page *page, const struct report *report,
	int columns, int zero)
{
	const struct histogram *histogram = &report->odds->simulation.histogram;
	double ends[2] = {histogram->low,
		histogram->low + histogram->width * HISTOGRAM_BARS};
	struct line line = line_begin(page, PAGE_INDENT);
	char words[2][FIGURE_MAX];
	int room;

	for (int i = 0; i < 2; i++)
		figure_money(words[i], sizeof(words[i]), ends[i],
			session_currency(report->session));
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

void picture_spread(const struct page *page, const struct report *report)
{
	const struct histogram *histogram = &report->odds->simulation.histogram;
	struct chart chart;
	int zero;

	chart_histogram(&chart, ROWS, PLOT, histogram->share, HISTOGRAM_BARS,
		histogram_zero(histogram), page->ascii, &zero);
	write_columns(page, &chart);
	write_axis(page, report, chart.columns, zero);
}
