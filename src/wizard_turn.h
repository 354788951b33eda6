/*
 * One turn of the wizard's loop, for wizard.c and for tests that drive it.
 */
#ifndef SRC_WIZARD_TURN_H
#define SRC_WIZARD_TURN_H

#include "program.h"

void wizard_paint(struct ui *ui, struct program *program);

/* Wait for one event and carry it out; signal is the one that came, or 0. */
enum turn wizard_turn(struct ui *ui, struct program *program, int *signal);

#endif
