/*
 * The odds in words, for screens and reports: "in 31 of 100 scenarios", "if
 * requests per month rise above 2M".
 *
 * say_...() write with a pen, ..._words() into a buffer of their own.
 */
#ifndef MODEL_ODDS_WORDS_H
#define MODEL_ODDS_WORDS_H

#include "odds.h"
#include "pen.h"

/* "31 of 100"; "under 1 of 100" where it is not none at all. */
void say_chance(struct pen *pen, double share);

/* The number of it alone: "31", "under 1". */
void say_share(struct pen *pen, double share);

/* The same, with how far off it may be while not all scenarios are in: "31 of
 * 100, give or take 3". */
void say_rough_chance(struct pen *pen, double share, double error, bool sharp);

/* "requests per month", "Hosted tune's pass rate". */
void say_input(struct pen *pen, struct place place);

/* A value with its unit, in three digits: "2M", "$0.02", "93%", "120 h". */
void input_value_words(const struct session *session, enum input input,
	double value, char *out, size_t size);

/* "requests per month rise above 2M (now 1.9M)": what has to be true for the
 * other side to win. */
void say_flip(struct pen *pen, const struct flip *flip);

/* Said where nothing flips it. */
#define FLIPS_NONE                                                             \
	"No single figure would: moved a thousandfold, or to the end of what " \
	"it can be, none changes which side is cheaper."

/* "Tuning saves $14k as it stands. It would not if", or the other way round:
 * what stands before flips. */
void say_flips_lead(struct pen *pen);

/* How likely a net saving is, and one with an option that will do; a close
 * call is called one. Says what is missing where there is no pair. */
void say_odds(struct pen *pen, const struct odds *odds);

/* Where the net saving lies, nine times in ten. */
void say_net_range(struct pen *pen, const struct odds *odds);

/* What the list of figures to measure is about, or why it is empty. */
void say_measure_lead(struct pen *pen, const struct odds *odds);

/* "Nothing here does the job in 63 of 100 scenarios": only where that is more
 * than half of them, else nothing is said and false returned. */
bool say_none_feasible(struct pen *pen, const struct simulation *simulation);

#endif
