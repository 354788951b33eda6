/*
 * Days of the calendar (Gregorian) as plain numbers, so that they can be
 * compared and subtracted. Nothing here knows what day it is.
 */
#ifndef MODEL_DAY_H
#define MODEL_DAY_H

#include <stdbool.h>

#define DAY_MAX sizeof("YYYY-MM-DD")

/* "2026-11-24" as days since 1970-01-01; years 1970 to 9999. False for
 * anything else; *day is left alone then. */
bool day_read(const char *text, int *day);

/* The other way; days before 1970-01-02 (also 0: none) come out as "". */
void day_write(char out[DAY_MAX], int day);

#endif
