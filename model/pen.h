/*
 * A pen for sentences with a session's figures in them.
 *
 * It writes into a buffer, never beyond its end and never half a character.
 */
#ifndef MODEL_PEN_H
#define MODEL_PEN_H

#include "result.h"

struct pen {
	char *out;
	size_t size, used;
	const struct session *session;
	const struct result *result;
};

/* On an empty buffer of at least one byte. */
struct pen pen_on(char *out, size_t size, const struct session *session,
	const struct result *result);

/* Drop blanks at the end. */
void pen_rest(struct pen *pen);

void say(struct pen *pen, const char *text);
/* The name of an option, its beginning where it is very long. */
void say_name(struct pen *pen, int option);
/* "a", "a and b", "a, b and c". */
void say_list(struct pen *pen, const char *const *items, int count);
void say_money(struct pen *pen, double value);
void say_percent(struct pen *pen, double fraction);
void say_whole(struct pen *pen, double value); /* 1,234; not negative */
void say_figure(struct pen *pen, double value);

/* The base value of a shared input. */
double pen_base(const struct pen *pen, enum input input);

#endif
