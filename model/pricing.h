/*
 * From the catalogue into a session: which of an option's inputs an entry of
 * the catalogue can fill, and where a price of a session came from.
 *
 * A price that was taken from the catalogue has evidence whose source begins
 * with "catalogue ID: ", so that it can be asked again what it is today. One
 * that the user typed over it has the source "own price", and is let alone.
 */
#ifndef MODEL_PRICING_H
#define MODEL_PRICING_H

#include "catalogue.h"
#include "session.h"

#define PRICING_SOURCE "catalogue "
#define PRICING_OWN "own price"

enum { PRICE_TEXT = 64, ITEM_PRICES = 12 };

/* What an entry says that an input is. */
struct price {
	enum input input;
	char text[PRICE_TEXT]; /* as it would be typed: "0.15", "2 to 4" */
	enum grade grade;
	const struct item_figure
		*figure; /* that says so, or the first that do */
};

/* All that an entry says on a day; how many there are. Of a batch price, what
 * it takes off the price; of a GPU, the range of its offers. */
int pricing_of(
	const struct item *item, int day, struct price price[ITEM_PRICES]);

/* Can some entry fill the input? */
bool pricing_knows(enum input input);

/* Does the catalogue count in this session's money, US dollars? */
bool pricing_currency_fits(const struct session *session);

/*
 * Which kind of entry is to be looked up for a place: what can fill that very
 * input, or for all else of an option what its form asks for. ITEM_KINDS:
 * none. *alone: an entry fills that input only, not the whole option.
 */
enum item_kind pricing_kind(
	const struct session *session, struct place place, bool *alone);

/* ---- where a price comes from ------------------------------------------- */

/* Is it the user's own, or measured? */
bool pricing_is_own(const struct session *session, struct place place);

/* The entry that a price was taken from: its evidence names it, or else the
 * option's model does. NULL: none that there is. */
const struct item *pricing_item(const struct session *session,
	struct place place, const struct catalogue *catalogue);

/* Has nobody said yet what an answer of this option costs? One that costs
 * nothing has a price of 0. */
bool pricing_missing(const struct session *session, int option);

/* Does evidence name an entry? */
bool pricing_is_catalogue(
	const struct session *session, const struct evidence *evidence);

/* The entry that evidence names, or NULL. */
const struct item *pricing_named(
	const char *source, const struct catalogue *catalogue);

/* The entry that an option's model names, or NULL. */
const struct item *pricing_model(const struct session *session, int option,
	const struct catalogue *catalogue);

/* A value was typed over: if it is a price that came from somewhere, it is
 * the user's own from now on. Without memory it stays as it was. */
void pricing_typed(struct session *session, struct place place);

#endif
