/*
 * The answers of one decision: a plain value.
 *
 * A session owns nothing outside itself: assign it, compare it, put it on a
 * stack. Each value keeps the text that the user typed, so that saving and
 * loading lose nothing, and the quantity that was read from it.
 *
 * The texts live in one pool at the end of the struct; a session without much
 * prose is copied cheaply with session_size().
 */
#ifndef MODEL_SESSION_H
#define MODEL_SESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "inputs.h"
#include "issue.h"
#include "quantity.h"

enum {
	SESSION_OPTIONS = 8,    /* at the most */
	SESSION_EVIDENCE = 400, /* entries at the most */
	SESSION_TEXT = 4000,    /* bytes of one text at the most */
	SESSION_POOL = 96 * 1024,
	SESSION_KEY = 160, /* bytes of "options[NAME].key" at the most */
};

/* An answer. An unset one holds the quantity of its default, NaN twice where
 * there is none. */
struct value {
	struct quantity quantity; /* switches and choices: index, twice */
	uint32_t text;            /* where in the pool, or 0: unset */
};

/* Where a figure comes from. */
enum grade { GRADE_GUESS, GRADE_ESTIMATE, GRADE_CITED, GRADE_MEASURED, GRADES };

/* In words: "a guess", "measured". */
extern const char *const grade_words[GRADES];

struct evidence {
	struct place place;
	enum grade grade;
	uint32_t source, date; /* texts in the pool; date 0: none */
};

struct session {
	struct value shared[SHARED_INPUTS];
	struct value option[SESSION_OPTIONS][OPTION_INPUTS];
	struct evidence evidence[SESSION_EVIDENCE];
	int options;
	int evidences;
	uint32_t used; /* bytes of the pool */
	char pool[SESSION_POOL];
};

/* Empty, without options: every input at its default. */
void session_init(struct session *session);

/* Bytes from the start that hold all of it; memcpy that many to copy it. */
size_t session_size(const struct session *session);

/* Same texts at the same places? (the pool's layout does not count) */
bool session_equal(const struct session *a, const struct session *b);

/* ---- reading ------------------------------------------------------------ */

/* What was typed, or the default's text, or "": never NULL. Borrowed until
 * the session is changed. */
const char *session_text(const struct session *session, struct place place);
bool session_is_set(const struct session *session, struct place place);

/* The quantity of a number, set or by default. NaN twice when it has
 * neither. */
struct quantity session_quantity(
	const struct session *session, struct place place);

/* The base value of a number; the index of a choice; 0 or 1 of a switch. */
double session_base(const struct session *session, struct place place);

struct option_form session_form(const struct session *session, int option);
const char *session_option_name(const struct session *session, int option);

/* Index of the option of that name, or -1. */
int session_option(const struct session *session, const char *name);

/* Index of the option that serves today (named, else the first prompted
 * one), or -1. */
int session_incumbent(const struct session *session);

const char *session_currency(const struct session *session);

/* ---- keys --------------------------------------------------------------- */

/*
 * "volume.batch_share", "options[0].labels", "options[Small].labels", "name"
 * -> a place. An unknown key is refused with the nearest one there is.
 */
bool session_find(const struct session *session, const char *key,
	struct place *place, struct issue *issue);

/* The key of a place, with options counted from 0: "options[1].labels". */
void session_key(struct place place, char *out, size_t size);

/* ---- changing ----------------------------------------------------------- */

/*
 * Set one value from text after checking its form and its domain. Blanks
 * around it are dropped; nothing left unsets it. On failure nothing changes.
 * Renaming the incumbent renames it in savings.incumbent too. A new currency
 * takes the old label out of numbers that were typed with it, "CHF 100" ->
 * "100", unless they read the same with the new one; so set it before the
 * numbers of a file. What several values must be together is the business of
 * session_check().
 */
bool session_set(struct session *session, struct place place, const char *text,
	struct issue *issue);

/* Back to the default. */
void session_unset(struct session *session, struct place place);

/* The same for all that stands on a question, its own inputs and those of the
 * options but for what makes them (name, adaptation and serving). */
void session_clear(struct session *session, enum question question);

/* A new option at the end, unset but for its name; its index, or -1 when
 * there are SESSION_OPTIONS or the pool is full. */
int session_add_option(struct session *session, const char *name);
/* A copy, evidence too, under a new name right behind the original; its index,
 * or -1. */
int session_copy_option(struct session *session, int option);
/* Evidence of it goes with it; so does savings.incumbent if it named it. */
void session_remove_option(struct session *session, int option);
/* To another index; the others move up or down, evidence follows. */
void session_move_option(struct session *session, int from, int to);

/* Add or replace what is known of a figure's origin. */
bool session_add_evidence(struct session *session, struct place place,
	enum grade grade, const char *source, const char *date,
	struct issue *issue);
/* Forget it, if there is any. */
void session_drop_evidence(struct session *session, struct place place);
const struct evidence *session_evidence(
	const struct session *session, struct place place);
const char *session_pool_text(const struct session *session, uint32_t text);

/*
 * What no single value can show: names missing or given twice, an incumbent
 * that is no option, more passes than examples. False and the first issue,
 * with the place that should be mended.
 */
bool session_check(const struct session *session, struct place *place,
	struct issue *issue);

/* ---- edits, as screens and commands ask for them ------------------------ */

enum edit_kind {
	EDIT_SET,    /* place, text */
	EDIT_UNSET,  /* place */
	EDIT_CLEAR,  /* to: a question, all of it unset; QUESTIONS: all five */
	EDIT_ADD,    /* text: name */
	EDIT_COPY,   /* place.option */
	EDIT_REMOVE, /* place.option */
	EDIT_MOVE,   /* place.option, to */
};

struct edit {
	enum edit_kind kind;
	struct place place;
	int to;
	const char *text; /* borrowed */
};

/* Carry it out and check the whole; on failure the session is as it was. */
bool session_edit(
	struct session *session, const struct edit *edit, struct issue *issue);

#endif
