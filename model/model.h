/*
 * The decision model: session -> result, a pure function.
 *
 * No clock, no file, no terminal, no locale, no global state. The headers in
 * the order to read them:
 */
#ifndef MODEL_MODEL_H
#define MODEL_MODEL_H

/* clang-format off */
#include "issue.h"      /* what is wrong, and how to mend it */
#include "quantity.h"   /* "500k to 2M" */
#include "figure.h"     /* numbers as people read them */
#include "inputs.h"     /* THE table: one row an input */
#include "session.h"    /* the answers */
#include "facts.h"      /* the answers as plain doubles */
#include "cost.h"       /* one option, month by month */
#include "result.h"     /* evaluate(): everything that follows */
#include "simulation.h" /* the odds */
#include "sensitivity.h" /* tornado and flips */
#include "provenance.h" /* where the figures come from */
#include "odds.h"       /* evaluate_odds(): all three */
#include "odds_words.h" /* ... in words */
#include "bridge.h"     /* from one net saving to another, change by change */
#include "catalogue.h"  /* prices, each with its source and date */
/* clang-format on */

#endif
