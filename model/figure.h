/*
 * Numbers as people read them. None of these depends on the locale.
 *
 * All write a NUL-terminated string of at most size bytes and return its
 * length in bytes. FIGURE_MAX is always enough.
 */
#ifndef MODEL_FIGURE_H
#define MODEL_FIGURE_H

#include <stddef.h>

#define FIGURE_MAX 40

/* Three significant digits and a suffix: 387k, 1.9M, 0.02, 2.5e-07. */
int figure_short(char *out, size_t size, double value);

/* The same with the currency label behind the sign: -$18k, $0.02. */
int figure_money(char *out, size_t size, double value, const char *currency);

/* Whole units with a comma between groups: $387,412; cents below 100. */
int figure_ledger(char *out, size_t size, double value, const char *currency);

/* Always with cents: $387,412.05. */
int figure_cents(char *out, size_t size, double value, const char *currency);

/* 0.31 as "31%", 0.026 as "2.6%". */
int figure_percent(char *out, size_t size, double fraction);

/* The shortest decimal that reads back as the very same double. */
int figure_exact(char *out, size_t size, double value);

#endif
