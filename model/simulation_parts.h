/*
 * What the files simulation*.c share; nobody else includes it.
 */
#ifndef MODEL_SIMULATION_PARTS_H
#define MODEL_SIMULATION_PARTS_H

#include "simulation.h"

static inline bool simulation_has_pair(const struct simulator *simulator)
{
	return simulator->base.baseline >= 0 && simulator->base.tuned >= 0;
}

/* Add without losing low digits. */
void sum_add(struct sum *sum, double value);
double sum_of(const struct sum *sum);

/* ---- simulation_base.c ----------------------------------------------------
 */

/* What one falls back on at the base case when an option turns out not to do,
 * or -1. */
int simulation_fallback(const struct result *result, int option);

/* ---- simulation_bars.c ----------------------------------------------------
 */

/* The next savings of simulator->net. */
void simulation_add_bars(struct simulator *simulator, int count);
void simulation_read_bars(
	struct simulator *simulator, struct histogram *histogram);

#endif
