/*
 * Words in capitals that stand for something of the user's: SESSION, FILE,
 * KEY=VALUE. The tables of commands and of flags use them; here is what each
 * one stands for, and what a shell can offer in its place.
 */
#ifndef SRC_PLACEHOLDERS_H
#define SRC_PLACEHOLDERS_H

#include <stdbool.h>
#include <stddef.h>

/* Where offers go: words that begin as what was typed, each with what it is.
 * session is the file of the command line, or NULL. */
struct offers {
	const char *typed;
	const char *session;
	void (*take)(void *context, const char *word, const char *about);
	void *context;
};

/* Offer a word, if it begins as what was typed. */
void offer(struct offers *offers, const char *word, const char *about);

/* Files that the shell knows better than we do. */
enum files { FILES_NONE, FILES_ANY, FILES_SESSIONS };

struct placeholder_row {
	const char *name;
	const char *help; /* what it stands for; NULL: the word says it */
	enum files files;
	void (*offer)(struct offers *offers); /* or NULL: nothing is known */
};

extern const struct placeholder_row placeholder_table[]; /* ends with NULL */

/* The row for the first bytes of a text, or NULL. */
const struct placeholder_row *placeholder(const char *name, size_t length);

/* Does a usage such as "[SESSION]..." have this word? */
bool placeholder_is_in(const struct placeholder_row *row, const char *usage);

/* ---- reading "list [WORD]... | show ID..." ------------------------------ */

/*
 * The words of a usage, one after the other: a slot is SESSION of
 * "[SESSION]...", or "bash|zsh|fish".
 */
struct slot {
	const char *text; /* without brackets and dots */
	size_t length;
	bool optional, repeats;
	bool ends; /* the last one, or the last before a " | " */
};

/* The slot that begins at text; where the next one begins, or NULL behind the
 * last. */
const char *slot_read(const char *text, struct slot *slot);

/* Does a slot stand for a given word ("show"), or for something that can be
 * any word? */
bool slot_fits(const struct slot *slot, const char *word);

bool slot_is_placeholder(const struct slot *slot);

#endif
