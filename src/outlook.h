/*
 * What a session comes to, with its odds, kept up to date for a screen: an
 * answer at once from a quick sample, and the rest in slices while nobody
 * types. Dropping a refinement costs nothing: another begins.
 */
#ifndef SRC_OUTLOOK_H
#define SRC_OUTLOOK_H

#include "model.h"

struct outlook {
	struct result result;
	struct odds odds;
};

/* The one refinement that is under way. Some megabytes, most of them never
 * touched; all zero to begin with. */
struct lookout {
	struct odds_work work;
	const struct session *session; /* whose, borrowed; NULL: none */
	struct outlook *outlook;       /* and where it goes */
	bool answered;                 /* from a quick sample */
	bool begun;                    /* a slice was worked since */
	bool expected;                 /* room was asked for */
	double next;                   /* scenarios at which to look again */
};

/* Go on with this one from now on: the result is there, without odds. */
void outlook_begin(struct lookout *lookout, const struct session *session,
	struct outlook *outlook);

/* The odds from a quick sample, if there are none yet: to be called before
 * anything is shown, and not for keys that come so fast that nothing is. */
void outlook_answer(struct lookout *lookout);

/* Are its odds still to be worked out, and is there anything to them? */
bool outlook_waits(
	const struct lookout *lookout, const struct outlook *outlook);

/* Is this one's refinement the one under way? */
bool outlook_is_sharpening(
	const struct lookout *lookout, const struct outlook *outlook);

/* Milliseconds of silence to wait for until the next slice; -1: nothing is to
 * be done. People who type are left alone. */
int outlook_patience(const struct lookout *lookout);

/* A slice of about half a millisecond; true if the figures are others now. */
bool outlook_sharpen(struct lookout *lookout);

/* Flips too, now; half a millisecond. */
void outlook_find_flips(struct lookout *lookout, const struct session *session,
	struct outlook *outlook);

/* All there is to know, now. */
void outlook_finish(struct lookout *lookout, const struct session *session,
	struct outlook *outlook);

/* The refinement under way goes on for a copy of its session and outlook. */
void outlook_move(struct lookout *lookout, const struct session *session,
	struct outlook *outlook);

#endif
