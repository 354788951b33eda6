/*
 * What gates.c, which decides, and the files of words, which explain, share.
 */
#ifndef MODEL_GATES_H
#define MODEL_GATES_H

#include "result.h"

/* The rungs of the prompting ladder, and the burdens of a tuned model. */
enum { RUNGS = 6, BURDENS = 5 };
extern const enum input gate_rungs[RUNGS];
extern const enum input gate_burdens[BURDENS];

bool gate_rung_tried(const struct session *session, int rung);
bool gate_burden_owned(const struct session *session, int burden);

/* Does it come out right often enough? Not measured: only if nothing is
 * asked. */
bool gate_reaches_bar(const struct option_result *option, double bar);

/* The fifth question's part of gate_explain(), in savings_words.c. */
struct pen;
void explain_savings(struct pen *pen);

/* The sentence of a verdict; at is not read with OUTCOME_TUNE. */
const char *gate_action(enum outcome outcome, int at);

#endif
