/*
 * An explanation of a figure as text.
 */
#ifndef SRC_EXPLANATION_H
#define SRC_EXPLANATION_H

#include "explain.h"
#include "report_page.h"

void explanation_write(const struct page *page,
	const struct explanation *explanation, const char *currency);

#endif
