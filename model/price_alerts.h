/*
 * What the catalogue warns of: an offer that is closed, a model that retires
 * within the horizon, a price that is announced to change.
 */
#ifndef MODEL_PRICE_ALERTS_H
#define MODEL_PRICE_ALERTS_H

#include "pricing.h"

enum price_alert_kind {
	ALERT_CLOSED,  /* it cannot be bought, or trained, any more */
	ALERT_CLOSES,  /* from a day within the horizon on */
	ALERT_RETIRED, /* it answers no more */
	ALERT_RETIRES, /* within the horizon, and base_life_months says later */
	ALERT_CHANGES, /* another price is announced */
	ALERT_DOUBTED, /* the price is past its promise, or sources disagree */
};

struct price_alert {
	int option;
	enum price_alert_kind kind;
	const struct item *item;
	enum item_date date; /* with CLOSED and CLOSES */
	int day;             /* on which it happens, or happened; 0: none */
	const struct item_figure *figure; /* with CHANGES; or NULL */
};

enum { PRICE_ALERTS = 32 };

/* For the entries that the options were filled from, in the order of the
 * options; how many there are. */
int price_alerts(const struct session *session,
	const struct catalogue *catalogue, int day,
	struct price_alert alert[PRICE_ALERTS]);

/* "Hosted tune: openai/gpt-4.1 retires on 2027-03-01, in 3.2 months; the
 * horizon is 24 months" */
void price_alert_words(const struct session *session,
	const struct price_alert *alert, int day, char *out, size_t size);

#endif
