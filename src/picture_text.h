/*
 * The pictures of a report drawn with characters, on a page of text.
 */
#ifndef SRC_PICTURE_TEXT_H
#define SRC_PICTURE_TEXT_H

#include "document.h"

/* Is there such a picture at all? */
bool picture_text_has(enum picture picture);
void picture_text(const struct page *page, const struct report *report,
	enum picture picture);

/* ---- one file a picture -------------------------------------------------- */

enum { TORNADO_SWINGS = 10 }; /* that are shown */

void picture_path(const struct page *page, const struct report *report);
void picture_curves(const struct page *page, const struct report *report);
void picture_spread(const struct page *page, const struct report *report);
void picture_tornado(const struct page *page, const struct report *report);
void picture_bridge(const struct page *page, const struct report *report);

/* An amount in three digits, on the right of so many cells. */
void picture_money(const struct report *report, struct line *line, double value,
	int cells);

#endif
