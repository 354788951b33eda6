/*
 * What the wizard does with the catalogue: private to program*.c.
 */
#ifndef SRC_PROGRAM_PRICES_H
#define SRC_PROGRAM_PRICES_H

#include "program.h"

/* Does a session name entries of the catalogue? It is not read for others
 * until it is asked for. */
bool program_names_entries(const struct session *session);

/* Read the catalogue if that is still to be done, and hold the session's
 * prices against it. */
void program_ask_prices(struct program *program);

/* The same while nobody types, for a session that was just opened: its notice
 * says what has moved, and what is warned of. */
void program_offer_prices(struct program *program);

/* The candidate is the session with an entry's prices in a place, or with
 * those that have moved; false: it is refused, and why. */
bool program_try_pick(
	struct program *program, struct place place, const char *id);
bool program_try_reprice(struct program *program);

#endif
