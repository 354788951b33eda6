/*
 * The curves of cumulative cost with their axes and legend.
 */
#include <math.h>
#include <string.h>

#include "chart.h"
#include "figure.h"
#include "picture_text.h"

enum { ROWS = 12, AXIS = 12, PLOT = PAGE_CELLS - AXIS - 2 };

static double highest(const struct result *result)
{
	double highest = 0;

	for (int i = 0; i < result->options; i++)
		for (int month = 0; month <= result->horizon; month++)
			highest = fmax(highest,
				result->option[i].ledger.cumulative[month]);
	return highest > 0 ? chart_round_up(highest) : 1;
}

/* Amounts stand at the top and at the bottom. */
static void axis_words(const struct report *report, int row, double top,
	char *out, size_t size)
{
	double value = top * (ROWS - 1 - row) / (ROWS - 1);

	if (row == 0 || row == ROWS - 1)
		figure_money(
			out, size, value, session_currency(report->session));
	else
		snprintf(out, size, "%s", "");
}

static void draw_row(const struct page *page, const struct report *report,
	const struct chart *chart, int row, double top)
{
	bool ascii = page->ascii;
	struct line line = line_begin(page, 0);
	char words[FIGURE_MAX];

	axis_words(report, row, top, words, sizeof(words));
	line_put(&line, words, AXIS, TEXT_RIGHT);
	line_fill(&line, " ", 1);
	line_fill(&line, ascii ? "|" : words[0] ? "┤" : "│", 1);
	for (int column = 0; column < chart->columns; column++)
		line_fill(&line, chart->cell[row][column].glyph, 1);
	line_end(&line);
}

/* A few months under the axis, the first and the last among them. */
static void draw_months(const struct page *page, int horizon)
{
	bool ascii = page->ascii;
	int parts = horizon < 4 ? horizon : 4;
	struct line line = line_begin(page, AXIS + 1);

	line_fill(&line, ascii ? "+" : "└", 1);
	line_fill(&line, ascii ? "-" : "─", PLOT);
	line_end(&line);
	line = line_begin(page, AXIS + 2);
	for (int i = 0; i <= parts; i++) {
		int month = horizon * i / parts;
		int at = AXIS + 2 + month * (PLOT - 1) / horizon;
		char words[32];

		snprintf(words, sizeof(words), i < parts ? "%d" : "month %d",
			month);
		if (i == parts)
			at = PAGE_CELLS - (int)strlen(words);
		line_fill(&line, " ", at - line.cells);
		line_put(&line, words, (int)strlen(words), TEXT_LEFT);
	}
	line_end(&line);
}

static void draw_legend(const struct page *page, const struct report *report)
{
	enum { INDENT = 2, ENTRY = (PAGE_CELLS - INDENT) / 2 };
	bool ascii = page->ascii;
	int options = report->result->options;

	for (int i = 0; i < options; i += 2) {
		struct line line = line_begin(page, INDENT);

		for (int k = i; k < i + 2 && k < options; k++) {
			line_fill(&line, chart_mark(k, ascii), 1);
			line_fill(&line, " ", 1);
			line_put(&line, session_option_name(report->session, k),
				ENTRY - 4, TEXT_LEFT);
			line_fill(&line, " ", 2);
		}
		line_end(&line);
	}
}

void picture_curves(const struct page *page, const struct report *report)
{
	const struct result *result = report->result;
	struct chart_series series[SESSION_OPTIONS];
	double top = highest(result);
	struct chart chart;

	for (int i = 0; i < result->options; i++)
		series[i] = (struct chart_series){
			.value = result->option[i].ledger.cumulative,
			.count = result->horizon + 1};
	chart_curves(&chart, ROWS, PLOT, series, result->options, 0, top,
		page->ascii);
	for (int i = 0; i < chart.rows; i++)
		draw_row(page, report, &chart, i, top);
	draw_months(page, result->horizon);
	page_blank(page);
	draw_legend(page, report);
}
