/*
 * What the files paper_text*.c share; nobody else includes it.
 */
#ifndef SRC_PAPER_TEXT_H
#define SRC_PAPER_TEXT_H

#include "document_table.h"
#include "report_page.h"

/* Things side by side are cut into blocks where they are too many. */
void paper_text_table(const struct page *page, const struct table *table);

#endif
