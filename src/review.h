/*
 * A decision asked again with today's prices: what it said with its own, and
 * what it says with those of the catalogue.
 */
#ifndef SRC_REVIEW_H
#define SRC_REVIEW_H

#include "model.h"
#include "price_alerts.h"
#include "report_page.h"
#include "repricing.h"

struct review {
	const char *file;
	struct session session, repriced;
	struct result before, after;    /* settled with the odds */
	double odds_before, odds_after; /* that tuning saves; NaN: none */
	struct repricing repricing;
	struct price_alert alert[PRICE_ALERTS];
	int alerts;
	int day;
	bool verdict_moved, cheapest_moved, sign_moved;
};

/* review->file, ->session and ->day are given, all else is worked out. False:
 * the new prices do not fit into the session. */
bool review_work_out(struct review *review, const struct catalogue *catalogue,
	struct odds_work *work, struct issue *issue);

/* A few lines, and more where something has moved. */
void review_write(const struct page *page, const struct review *review);
/* The same as a JSON object in one line; false: no memory. */
bool review_json(FILE *out, const struct review *review);

#endif
