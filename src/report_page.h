/*
 * The paper of a text report: lines of cells, and paragraphs.
 *
 * Every text that goes onto it is made harmless on the way, so callers pass
 * the user's words as they are. No line is wider than PAGE_CELLS.
 */
#ifndef SRC_REPORT_PAGE_H
#define SRC_REPORT_PAGE_H

#include <stdbool.h>
#include <stdio.h>

#include "text.h"

enum {
	PAGE_CELLS = 78,
	PAGE_INDENT = 3,
	PAGE_BYTES =
		16000, /* enough for any text of a session, made harmless */
	LINE_BYTES = 4096,
};

struct page {
	FILE *out;
	bool ascii;
};

/* The text in its harmless form, as this page shows it. */
void page_clean(
	const struct page *page, char *out, size_t size, const char *text);

void page_blank(const struct page *page);
void page_rule(const struct page *page);
/* A blank line, the heading, a rule. */
void page_heading(const struct page *page, const char *heading);

/*
 * The lead, and the text behind it, wrapped: following lines begin below the
 * text's beginning. The lead must leave a few cells.
 */
void page_paragraph(const struct page *page, int indent, const char *lead,
	const char *text);

/* A line that is put together cell by cell, from the left. */
struct line {
	const struct page *page;
	char text[LINE_BYTES];
	size_t length;
	int cells;
};

struct line line_begin(const struct page *page, int indent);
/* Exactly so many cells of text, cut or padded; fewer at the line's end. */
void line_put(
	struct line *line, const char *text, int cells, enum text_align align);
void line_centre(struct line *line, const char *text, int cells);
/* A character of our own, count times. */
void line_fill(struct line *line, const char *glyph, int count);
/* The rest of the line and, below its beginning, as many as the text takes,
 * which is wrapped. They are written out. */
void line_flow(struct line *line, const char *text);
/* Write it out, without blanks at its end. */
void line_end(struct line *line);

#endif
