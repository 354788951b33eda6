#include "picture_text.h"

#include "figure.h"

typedef void draw(const struct page *page, const struct report *report);

/* Where the money goes is told by a table only. */
static draw *const pictures[PICTURES] = {
	[PICTURE_PATH] = picture_path,
	[PICTURE_CURVES] = picture_curves,
	[PICTURE_SPREAD] = picture_spread,
	[PICTURE_TORNADO] = picture_tornado,
	[PICTURE_BRIDGE] = picture_bridge,
};

bool picture_text_has(enum picture picture)
{
	return pictures[picture] != NULL;
}

void picture_text(const struct page *page, const struct report *report,
	enum picture picture)
{
	pictures[picture](page, report);
}

void picture_money(
	const struct report *report, struct line *line, double value, int cells)
{
	char words[FIGURE_MAX];

	figure_money(
		words, sizeof(words), value, session_currency(report->session));
	line_put(line, words, cells, TEXT_RIGHT);
}
