/*
 * How a figure of a result comes about: its formula as steps with the
 * session's own numbers, which lead from the first to the figure.
 *
 * A sum is walked from its first step on: +, -, times, over. Steps that are
 * figures themselves carry the key by which they can be asked for. The
 * formulas are those of service.c, plan.c, cost.c and compare.c; that a walk
 * arrives at the result's figure is what the tests are about.
 */
#ifndef MODEL_EXPLAIN_H
#define MODEL_EXPLAIN_H

#include "facts.h"
#include "figure.h"
#include "odds.h"

enum step_sign {
	STEP_FIRST,
	STEP_PLUS,
	STEP_MINUS,
	STEP_TIMES,
	STEP_OVER,
};

enum step_unit {
	UNIT_MONEY,
	UNIT_NUMBER,  /* of anything; its words say of what */
	UNIT_PERCENT, /* a share */
	UNIT_MS,
	UNIT_HOURS,
	UNIT_MONTHS,
};

struct step {
	enum step_sign sign;
	enum step_unit unit;
	double value;
	char words[160];
	char key[SESSION_KEY]; /* to ask further, or "" */
};

enum { EXPLAIN_STEPS = 40, EXPLAIN_WORDS = 1200 };

struct explanation {
	char title[240];
	struct step step[EXPLAIN_STEPS + 1]; /* the last one: no room */
	int steps;                           /* 0: the notes say it */
	enum step_unit unit;
	double value;              /* of the figure; NaN: there is none */
	char notes[EXPLAIN_WORDS]; /* sentences, or "" */
};

/* What an explanation is made from; all borrowed. */
struct explained {
	const struct session *session;
	const struct result *result; /* settled */
	const struct odds *odds;
	struct facts facts; /* at the base: facts_base() */
};

/*
 * A figure by its key: "net", "options[0].total_pv", "options[Small].serving",
 * or an input by its: "quality.bar". False and the issue when there is none,
 * with the nearest that there is.
 */
bool explain(const struct explained *explained, const char *key,
	struct explanation *explanation, struct issue *issue);

/* Where a walk along its steps arrives. */
double explanation_walk(const struct explanation *explanation);

/* A name and its explanation; the lists end with a NULL name. The figures of
 * an option stand behind "options[NAME].". */
struct explain_row {
	const char *name;
	void (*explain)(const struct explained *explained, int option,
		struct explanation *explanation);
};
extern const struct explain_row explain_shared[];
extern const struct explain_row explain_option[];

/* ---- between its files -------------------------------------------------- */

__attribute__((format(printf, 5, 6))) struct step *explain_step(
	struct explanation *explanation, enum step_sign sign,
	enum step_unit unit, double value, const char *words, ...);
/* The step's key: an option's figure. */
void explain_key(struct step *step, int option, const char *figure);
__attribute__((format(printf, 2, 3))) void explain_note(
	struct explanation *explanation, const char *words, ...);
__attribute__((format(printf, 2, 3))) void explain_title(
	struct explanation *explanation, const char *words, ...);

/* Numbers to stand in a step's words. */
struct short_words {
	char text[FIGURE_MAX];
};
struct short_words short_number(double value);
struct short_words short_percent(double value);
struct short_words short_money(const struct explained *explained, double value);

/* explain_serving.c */
void explain_serving_month(const struct explained *explained, int option,
	struct explanation *explanation);
void explain_request(const struct explained *explained, int option,
	struct explanation *explanation);

void explain_input(const struct explained *explained, struct place place,
	struct explanation *explanation);

#endif
