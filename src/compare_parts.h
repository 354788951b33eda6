/*
 * What the files compare_*.c share; nobody else includes it.
 */
#ifndef SRC_COMPARE_PARTS_H
#define SRC_COMPARE_PARTS_H

#include "compare.h"
#include "document.h"
#include "pen.h"

enum {
	WORDS = 1000,    /* bytes of a few words, names included */
	MORE_CELLS = 12, /* what the second has more, in a column of text */
};

/* ---- words (compare_words.c) --------------------------------------------- */

/* The name of the option that a difference is about; NULL: it is shared. */
const char *difference_option(
	const struct comparison *comparison, const struct difference *d);

/* As "set" takes it: "options[Tune].labels"; of an option that is in one
 * session only "options[Tune]". */
void difference_key(const struct comparison *comparison,
	const struct difference *d, char *out, size_t size);

/* Under the option's name: "Pass rate"; "Watching for drift: who". */
void difference_label(const struct difference *d, char out[WORDS]);

/* In a sentence: "Hosted tune's pass rate"; "adding Hosted tune". */
void say_difference(struct pen *pen, const struct comparison *comparison,
	const struct difference *d);

/* A change by its first difference: "Tune's served by, and 2 more"; several
 * options at once are "options added and removed". */
void say_change(struct pen *pen, const struct comparison *comparison,
	const struct change *change);

/* What one of the two has there, as it was typed: "4M to 6M", "not set"; d->a
 * or d->b says of which option. */
void difference_value(const struct contender *of, const struct difference *d,
	int option, char *out, size_t size);

/* "tune", "stop at savings", "find out at quality". */
void say_verdict(struct pen *pen, const struct result *result);

/* A pen that writes about one of the two. */
struct pen compare_pen(const struct contender *of, char *out, size_t size);

/* May amounts of the two be set against each other? */
bool compare_currency(const struct comparison *comparison);

/* ---- figures (compare_measures.c) ---------------------------------------- */

enum unit { UNIT_MONEY, UNIT_TIMES, UNIT_MONTH, UNIT_REQUESTS, UNIT_CHANCE };

/* A figure that both have, or NaN: one row of the table of results. */
struct measure {
	const char *key;   /* in JSON and CSV */
	const char *label; /* in the text */
	enum unit unit;
	bool part; /* of the row above */
	double (*of)(const struct contender *of);
};

extern const struct measure measure_table[];
extern const int measures;

/* B's less A's; NaN where they cannot be set against each other. */
double measure_difference(
	const struct comparison *comparison, const struct measure *measure);

/* An option that both have for something. */
struct choice {
	const char *key, *label;
	int (*option)(const struct result *result); /* index or -1 */
};

extern const struct choice choice_table[];
extern const int choices;

/* Its name, or "none". */
const char *compare_choice(
	const struct contender *of, const struct choice *choice);

/* The options of both, by name: those of A, then what only B has. */
struct pairs {
	int a[2 * SESSION_OPTIONS], b[2 * SESSION_OPTIONS]; /* index or -1 */
	int count;
};
void compare_pairs(const struct comparison *comparison, struct pairs *pairs);

const char *compare_name(
	const struct comparison *comparison, const struct pairs *pairs, int i);

/* Present value of an option, NaN for -1. */
double compare_total(const struct contender *of, int option);

/* ---- figures in words (compare_figures.c) -------------------------------- */

/* What it is for one of the two: "$14,337", "in month 9", "none". */
void measure_words(const struct measure *measure, const struct contender *of,
	char out[WORDS]);

/* What B has more: "+$60,700", "-5 months", "same", "". */
void measure_more(const struct comparison *c, const struct measure *measure,
	char out[WORDS]);

/* An amount in whole units; "-" where there is none. */
void total_words(const struct contender *of, double value, char out[WORDS]);
/* With its sign, in three digits where it is wide; "" where there is none. */
void signed_money(const struct contender *of, double value, char out[WORDS]);

/* What happened (compare_summary.c). */
void say_comparison(struct pen *pen, const struct comparison *comparison);

/* ---- the bridge (compare_bridge.c) --------------------------------------- */

enum { STEPS = 12 }; /* that stand alone where there are many */

#define BRIDGE_FROM "A: net saving"
#define BRIDGE_TO "B: net saving"

/* The largest changes, and the others as one; rounded as they are printed, so
 * that they add up. */
struct steps {
	double from, to; /* in units, like the shares */
	double share[STEPS + 1];
	double unit;        /* 1, a thousand...; a hundredth: cents */
	const char *suffix; /* what an amount in it ends with: "k" */
	int count;          /* of them, with that of the others */
	int others;         /* how many changes the last one stands for, or 0 */
	int without;        /* changes that move nothing */
};
struct steps compare_steps(const struct bridge *bridge);

/* "requests per month"; "5 smaller changes". */
void step_words(const struct comparison *c, const struct steps *steps, int i,
	char out[WORDS]);

/* "$14,336", with its sign "+$14,336". */
void step_amount(const struct comparison *c, const struct steps *steps,
	double value, bool sign, char out[WORDS]);

void compare_bridge(struct document *doc, const struct comparison *c);

#endif
