/*
 * What the files of the plain interview share: private to plain*.c.
 *
 * Each place is asked for in one line; what is typed there is an answer, a
 * command of plain_commands, or nothing: then the value stays. Whatever
 * changes goes through program_take(), as from the screens.
 */
#ifndef SRC_PLAIN_PARTS_H
#define SRC_PLAIN_PARTS_H

#include "form.h"
#include "plain_lines.h"
#include "plain_route.h"
#include "plain_voice.h"
#include "program.h"

/* Behind the pages of the form: the review, and what becomes of the work. */
enum { PLAIN_END = PAGES };

/* What was said of the result last; what differs from it is told. */
struct told {
	char net[FIGURE_MAX]; /* "": there is none */
	char verdict[64];
	char total[SESSION_OPTIONS][FIGURE_MAX];
	int options;
};

struct plain {
	struct program *program;
	struct lines lines;
	struct voice voice;
	enum line_event event; /* LINE_READ, or why nothing more is read */
	bool over;             /* the user is done */
	bool refused;          /* something that came from a pipe */
	bool dropped;          /* the work, as the user wished */

	int page;
	struct place place;
	int at; /* where it is on the route */
	struct route route;
	bool more;
	int tries;                  /* wrong answers in a row */
	int named_page, named_part; /* what the user knows to be in */
	int back_page;              /* before :options */
	struct place back_place;
	struct told told;
	struct session before; /* an edit, to tell what it did */
};

/* ---- plain.c ------------------------------------------------------------ */

/* Read a line; false: nothing more comes, or nobody hears us. */
bool plain_hear(struct plain *plain, char *line);

/* Hand a reply to the program and say its notice; false: it was refused. */
bool plain_take(struct plain *plain, const struct reply *reply);

/* Something typed was wrong; from a pipe also for standard error. */
void plain_refuse(struct plain *plain, const char *key, const char *words);

/* Ask something beside the interview; no is what Enter says. */
bool plain_confirm(struct plain *plain, const char *words);

/* ---- plain_start.c ------------------------------------------------------ */

/* Ask what to begin with, and begin; Enter takes the empty session. False:
 * nothing more is heard. */
bool plain_choose_start(struct plain *plain);

/* Say who else has the session open, and ask what becomes of unsaved work for
 * it; Enter keeps that for later, as a pipe does unasked. False: the same. */
bool plain_ask_unsaved(struct plain *plain);

/* ---- plain_move.c ------------------------------------------------------- */

/* Make the route anew; the place stays, or the one at its index comes. */
void plain_settle(struct plain *plain);

void plain_go(struct plain *plain, int page);
void plain_go_to(struct plain *plain, int page, struct place place);
void plain_forward(struct plain *plain);
bool plain_backward(struct plain *plain); /* false: it is the first */
void plain_skip_part(struct plain *plain);
void plain_leave_page(struct plain *plain);

/* Say where the place is, if that is news. */
void plain_announce(struct plain *plain);

/* ---- plain_field.c ------------------------------------------------------ */

void plain_ask_field(struct plain *plain);
void plain_help_field(struct plain *plain);

/* What the line means for the place in focus: "2" is a choice's second word.
 * False and an issue when it is none of them. */
bool plain_read_answer(const struct plain *plain, const char *line, char *text,
	size_t size, struct issue *issue);

/* "Labels, each costs"; "Watching for drift, who". */
void plain_label(enum input input, char *out, size_t size);

/* What is set there as it is shown: a choice's word; "" where it is unset. */
void plain_value(const struct session *session, struct place place, char *out,
	size_t size);

/* ---- plain_words.c ------------------------------------------------------ */

void plain_panel(struct plain *plain);
void plain_verdict(struct plain *plain);
void plain_evidence(struct plain *plain, enum question question);

/* What has become of the result since it was told, in a sentence; an option's
 * cost where the net saving does not move. Silent: only remember it. */
void plain_tell_result(struct plain *plain, bool silent);

/* ---- plain_review.c ----------------------------------------------------- */

/* All that is set, and the verdict. */
void plain_review(struct plain *plain);

/* Which values differ from plain->before, one a line. */
void plain_tell_changes(struct plain *plain);

/* ---- plain_commands.c --------------------------------------------------- */

struct plain_command {
	const char *sign;     /* instead of the name, or NULL */
	const char *name;     /* without the colon */
	const char *argument; /* "FILE", or NULL: it takes none */
	const char *help;
	void (*run)(struct plain *plain, const char *argument);
};

/* THE table; its end has no name. */
extern const struct plain_command plain_commands[];

/* ---- plain_lookup.c ----------------------------------------------------- */

bool plain_is_command(const char *line);

/* The row that a line means, by its sign, its name or the beginning of it, and
 * what stands behind. NULL and an issue: there is none. */
const struct plain_command *plain_command_of(
	const char *line, const char **argument, struct issue *issue);

/* Carry out a line that is a command. */
void plain_command(struct plain *plain, const char *line);

#endif
