/*
 * The report in prose, in its parts: each writes one section of the memo into a
 * document, for whatever paper.
 */
#ifndef SRC_REPORT_MEMO_H
#define SRC_REPORT_MEMO_H

#include "document.h"
#include "pen.h"
#include "report.h"

enum { SENTENCE = 2000 }; /* bytes of a paragraph of our own */

struct memo {
	struct document *doc;
	const struct session *session;
	const struct result *result;
	const struct odds *odds;
	const struct provenance *provenance;
	int day; /* that the reader named, or 0 */
};

/* All of it. */
void memo_write(struct document *doc);

void memo_decision(const struct memo *memo);
void memo_path(const struct memo *memo);
void memo_options(const struct memo *memo);
void memo_curves(const struct memo *memo);
void memo_savings(const struct memo *memo);
void memo_odds(const struct memo *memo);
void memo_flips(const struct memo *memo);
void memo_fits(const struct memo *memo);
void memo_assumptions(const struct memo *memo);
/* The assumptions' first paragraphs and their last ones. */
void memo_provenance(const struct memo *memo);
void memo_defaults(const struct memo *memo);
void memo_owners(const struct memo *memo);
void memo_next_steps(const struct memo *memo);

/* ---- words they share (report_words.c) ---------------------------------- */

bool memo_compared(const struct memo *memo);

/* A sentence of the model's pen about this session. */
struct pen memo_pen(const struct memo *memo, char out[SENTENCE]);

/* "quality" as a heading: "Quality". */
struct titled {
	char text[16];
};
struct titled memo_question(enum question question);

/* Why an option will not do: "too slow"; at most 12 cells. */
extern const char *const obstacle_words[OBSTACLES];

/* How the base value of a number was read, with its unit: "1.9M requests",
 * "$2.50/Mtok", "2.5% a year". */
void memo_reading(
	const struct memo *memo, struct place place, char *out, size_t size);

/* An amount in three digits. */
struct amount {
	char text[FIGURE_MAX];
};
struct amount memo_money(const struct memo *memo, double value);

/* Is it set to something else than its default? */
bool memo_differs(const struct memo *memo, struct place place);

#endif
