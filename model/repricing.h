/*
 * The prices of a session held against the catalogue: which have moved, and
 * the session with the new ones; and an option that is filled from an entry.
 *
 * Pure, like all of the model: the day is the caller's.
 */
#ifndef MODEL_REPRICING_H
#define MODEL_REPRICING_H

#include "pricing.h"

enum { PRICE_CHECKS = SESSION_OPTIONS * ITEM_PRICES };

/* A price of the session that an entry of the catalogue speaks of. */
struct price_check {
	struct place place;
	const struct item *item;
	struct price now;        /* what the entry says */
	char before[PRICE_TEXT]; /* what the session says, as it was typed */
	bool moved;
};

struct repricing {
	struct price_check
		check[PRICE_CHECKS]; /* in the order of the options */
	int count;
	int moved;    /* of them */
	int own;      /* prices that were let alone: the user's own */
	bool foreign; /* the session counts in other money: nothing was asked */
	bool priced[SESSION_OPTIONS]; /* the catalogue knows the option */
};

/*
 * Ask the catalogue for every price that is set in the session and not the
 * user's own. A price has moved when it is read as another quantity.
 */
void repricing_find(struct repricing *repricing, const struct session *session,
	const struct catalogue *catalogue, int day);

/* Take what has moved, with its evidence, and date the prices of the options
 * anew. False: there is no room left; the session may be half changed. */
bool repricing_take(struct session *session, const struct repricing *repricing,
	struct issue *issue);

/*
 * Fill in from an entry, by pricing_kind() of the place: one input, or all
 * that an entry of its kind can say of an option. Then what it does not say
 * is unset, and missing tells the inputs of which the caller has to ask the
 * user. The model's name, the prices' date and, from the day on which the
 * vendor retires it, base_life_months (unless the user has said it) are set,
 * too; evidence says where all of it comes from.
 * False: the entry says nothing of it, other money, or there is no room; the
 * session may be half changed then.
 */
struct pick {
	struct place place;
	const struct item *item;
	int day;
};
struct missing {
	enum input input[ITEM_PRICES];
	int count;
};
bool pricing_pick(struct session *session, const struct pick *pick,
	struct missing *missing, struct issue *issue);

/* Months of the model's life that are left: from the day until it retires.
 * NaN: no date is known. At least 0. */
double pricing_life(const struct item *item, int day);

#endif
