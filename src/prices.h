/*
 * The catalogue as text: the two views that "tuneornot prices" has.
 */
#ifndef SRC_PRICES_H
#define SRC_PRICES_H

#include "catalogue.h"
#include "report_page.h"

struct price_filter {
	const char *const *words;
	int count;
	const char *vendor;  /* or NULL */
	enum item_kind kind; /* ITEM_KINDS: any */
	int day;             /* that is today */
};

/* A table for each kind; how many items there were. */
int price_list(const struct page *page, const struct catalogue *catalogue,
	const struct price_filter *filter);

/* All that is known of one item. */
void price_show(const struct page *page, const struct item *item, int day);

#endif
