/*
 * What is wrong with something that the user gave us, in words for the user.
 *
 * The model never prints and never exits: a function that can refuse takes a
 * struct issue to fill in and returns false. Success leaves it untouched.
 * The words may quote the user's own text; whoever shows them cleans them for
 * the place they go to (see ui/text.h).
 */
#ifndef MODEL_ISSUE_H
#define MODEL_ISSUE_H

#include <stdbool.h>
#include <stddef.h>

struct issue {
	char what[192]; /* what is wrong: "\"0,5\" can be read in two ways" */
	char mend[192]; /* what would be right: "write 0.5 or 5" */
	int column;     /* byte of the text that it is about, from 1; 0: none */
};

/* Text in quotation marks, cut to its first characters where it is long. */
struct quote {
	char text[64];
};
struct quote issue_quote(const char *text);

/* Fill in an issue; always returns false so that callers can return it. */
__attribute__((format(printf, 3, 4))) bool issue_set(
	struct issue *issue, int column, const char *what, ...);
__attribute__((format(printf, 2, 3))) bool issue_mend(
	struct issue *issue, const char *mend, ...);

/* "what; mend", or what alone. */
void issue_words(const struct issue *issue, char *out, size_t size);
enum { ISSUE_WORDS = 2 * 192 + 2 };

#endif
