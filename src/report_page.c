#include "report_page.h"

#include <string.h>

void page_clean(
	const struct page *page, char *out, size_t size, const char *text)
{
	char clean[PAGE_BYTES];

	text_clean(clean, sizeof(clean), text);
	if (page->ascii)
		text_to_ascii(out, size, clean);
	else
		snprintf(out, size, "%s", clean);
}

void page_blank(const struct page *page)
{
	putc('\n', page->out);
}

void page_rule(const struct page *page)
{
	struct line line = line_begin(page, 0);

	line_fill(&line, page->ascii ? "-" : "─", PAGE_CELLS);
	line_end(&line);
}

void page_heading(const struct page *page, const char *heading)
{
	page_blank(page);
	page_paragraph(page, 0, "", heading);
	page_rule(page);
}

void page_paragraph(
	const struct page *page, int indent, const char *lead, const char *text)
{
	struct line line = line_begin(page, indent);

	line_put(&line, lead, text_width(lead), TEXT_LEFT);
	line_flow(&line, text);
}

struct line line_begin(const struct page *page, int indent)
{
	struct line line = {.page = page};

	line_fill(&line, " ", indent);
	return line;
}

static void append(
	struct line *line, const char *clean, int cells, enum text_align align)
{
	if (cells > PAGE_CELLS - line->cells)
		cells = PAGE_CELLS - line->cells;
	if (cells <= 0)
		return;
	line->length += text_fit(line->text + line->length,
		sizeof(line->text) - line->length, clean, cells, align,
		line->page->ascii);
	line->cells += cells;
}

void line_put(
	struct line *line, const char *text, int cells, enum text_align align)
{
	char clean[PAGE_BYTES];

	page_clean(line->page, clean, sizeof(clean), text);
	append(line, clean, cells, align);
}

void line_centre(struct line *line, const char *text, int cells)
{
	int before = (cells - text_width(text)) / 2;

	line_fill(line, " ", before);
	line_put(line, text, cells - before, TEXT_LEFT);
}

void line_fill(struct line *line, const char *glyph, int count)
{
	while (count-- > 0)
		append(line, glyph, 1, TEXT_LEFT);
}

void line_flow(struct line *line, const char *text)
{
	char clean[PAGE_BYTES];
	const char *at = clean, *next;
	int hang = line->cells;
	size_t bytes;

	page_clean(line->page, clean, sizeof(clean), text);
	while ((bytes = text_wrap(at, PAGE_CELLS - hang, &next)) > 0) {
		char part[LINE_BYTES];

		snprintf(part, sizeof(part), "%.*s", (int)bytes, at);
		line_put(line, part, text_width(part), TEXT_LEFT);
		line_end(line);
		*line = line_begin(line->page, hang);
		at = next;
	}
	if (at == clean)
		line_end(line);
}

void line_end(struct line *line)
{
	while (line->length > 0 && line->text[line->length - 1] == ' ')
		line->length--;
	fwrite(line->text, 1, line->length, line->page->out);
	putc('\n', line->page->out);
}
