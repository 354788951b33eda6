/*
 * The one place that asks which day it is.
 */
#ifndef SRC_TODAY_H
#define SRC_TODAY_H

#include <time.h>

/* As in day.h, by the local calendar; 0: the clock does not say. */
int today(void);

/* The day of a moment, likewise. */
int day_of(time_t moment);

#endif
