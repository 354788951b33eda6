/*
 * The fields of one page of the wizard as rows, and moving among them: pure.
 *
 * A page is made anew from the input table each turn; the focus is a place,
 * so it survives whatever changes around it.
 */
#ifndef UI_FORM_H
#define UI_FORM_H

#include <stdbool.h>

#include "model.h"

/* The five questions, and the options editor. */
enum { PAGE_OPTIONS = QUESTIONS, PAGES };

enum form_row_kind {
	FORM_FIELD,   /* a shared input */
	FORM_NAMES,   /* the options' names over their columns */
	FORM_CELLS,   /* one input, a column for each option */
	FORM_LATENCY, /* computed: each option's latency against the budget */
	FORM_HEADING, /* words */
	FORM_BLANK,
};

struct form_row {
	enum form_row_kind kind;
	enum input input;  /* of FIELD and CELLS */
	const char *words; /* of HEADING */
};

enum { FORM_ROWS = 80 };

struct form {
	struct form_row row[FORM_ROWS];
	int rows;
	int pinned; /* the last so many stay in sight: answer and reason */
	int options;
};

/* The rows of a page; rare ones only with more. */
void form_make(
	struct form *form, const struct session *session, int page, bool more);

/* Row of a place, or -1. */
int form_find(const struct form *form, struct place place);

/* A place that can be focused, near the given one (which may be gone). */
struct place form_focus(const struct form *form, struct place wanted);

/* The first and the last place of a page. */
struct place form_first(const struct form *form);
struct place form_last(const struct form *form);

/* One row up (-1) or down (+1), staying in the column; false at the end. */
bool form_step(const struct form *form, struct place *place, int by);

/* The place before or behind it, cell by cell; false at the end. */
bool form_next(const struct form *form, struct place *place, int by);

/* One option to the left or the right; false at the end, or off a cell. */
bool form_across(const struct form *form, struct place *place, int by);

/*
 * The words among which a place is chosen: the choices of its input, no and
 * yes of a switch, the options' names where one is to be named. Fills words
 * (at most max) and returns their number; 0: it is typed.
 */
enum { FORM_WORDS = SESSION_OPTIONS + 1 };
int form_words(const struct session *session, struct place place,
	const char *words[FORM_WORDS]);

/* What a word of a choice is called on the screen: "auto" is "follow". */
const char *form_word_shown(enum input input, const char *word);

#endif
