/*
 * What the files paper_html*.c share; nobody else includes it.
 */
#ifndef SRC_PAPER_HTML_H
#define SRC_PAPER_HTML_H

#include "document.h"
#include "svg_parts.h"

/* The one door for words, of ours and of the user: made harmless and escaped,
 * for text and attributes alike; and the markup around them. */
static inline void html_between(const struct document *doc, const char *before,
	const char *words, const char *behind)
{
	fputs(before, doc->page.out);
	svg_words(doc->page.out, words);
	fputs(behind, doc->page.out);
}

void html_table(struct document *doc, const struct table *table);

/* The looks of a page, for its <style>; ends with NULL. */
extern const char *const html_style[];

#endif
