/*
 * Where the figures of a session come from: how many somebody vouches for, how
 * old they are, and how much of the uncertainty rests on what.
 *
 * A figure is a number of the decision: a switch, a choice, a text or an
 * answer is none, the seed is none, and neither is what has no effect on its
 * option, such as the price of a GPU behind an API. It is given once somebody
 * set it, to its default too; the others are at their defaults.
 *
 * The share of the uncertainty. A range that is moved alone from its low to
 * its high end moves the net saving by its swing (the tornado). Where ranges
 * are independent, as they are here, and the net saving is nearly straight in
 * each, its variance is the sum of what each range brings, and that goes with
 * the square of the swing. So the share of a figure is its squared swing over
 * the sum of all of them: the first-order share, for which two results a range
 * suffice. (The root of the sum is then the width of what the net saving can
 * be, nine times in ten: in our examples it is 93% to 99% of the width that
 * the scenarios give.) It leaves out what ranges do only together, bends
 * between the two ends (a range that saves less at both has a swing of
 * nothing), and that another pair of options may be the best one.
 */
#ifndef MODEL_PROVENANCE_H
#define MODEL_PROVENANCE_H

#include "sensitivity.h"

/* A grade, or nobody has said anything. */
enum { ORIGIN_UNKNOWN = GRADES, ORIGINS };

enum { PROVENANCE_OLD = 90 }; /* days; one more is old */

/* The days of prices: those of an option, in money. */
struct price_days {
	int given, dated;
	int oldest, newest; /* 0: none is dated */
};

struct provenance {
	int day; /* ages are counted to it; 0: there is none */

	int given;           /* figures; the next ones are of these */
	int origin[ORIGINS]; /* by grade; they add up to given */
	int dated;           /* with a day of their own, or of their prices */
	int old;             /* more than PROVENANCE_OLD days before the day */
	int later;           /* after it */
	int oldest_day;      /* of the dated ones; 0: none */
	struct place oldest; /* the first of that day */
	struct price_days prices;

	double share[ORIGINS]; /* of the uncertainty of the net saving; they
				  add up to 1, or are NaN: no range moves it */

	int defaults; /* figures that nobody gave, but for what only a tuned
			 option asks for where there is none */
	int movers;   /* of these, such as would move the net saving */
	struct place mover[RANGED_MAX];
};

/* Is it a figure? */
bool provenance_counts(const struct session *session, struct place place);

/* The newest day that the session mentions, or 0. */
int provenance_newest(const struct session *session);

/* The result and its tornado are those of the session; day 0: count ages to
 * the newest day that the session mentions. */
void provenance_find(struct provenance *provenance,
	const struct session *session, const struct result *result,
	const struct tornado *tornado, int day);

#endif
