/*
 * One turn of the wizard's loop, for wizard.c and for tests that drive it.
 */
#ifndef SRC_WIZARD_TURN_H
#define SRC_WIZARD_TURN_H

#include "program.h"

void wizard_paint(struct ui *ui, struct program *program);

/* The same at once, for the first screen: odds that are still to be worked out
 * come when nobody types. */
void wizard_paint_known(struct ui *ui, struct program *program);

/* Wait for one event and carry it out; signal is the one that came, or 0. What
 * has not been seen yet does not wait: without an event the turn is over. */
enum turn wizard_turn(
	struct ui *ui, struct program *program, bool seen, int *signal);

/* Let the screens know what the program did in a turn. */
void wizard_tell(struct ui *ui, struct program *program);

#endif
