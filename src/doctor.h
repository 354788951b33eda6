/*
 * What tuneornot doctor prints: names and values, and at the end what is
 * wrong with what mends it. Values are made harmless wherever they go.
 */
#ifndef SRC_DOCTOR_H
#define SRC_DOCTOR_H

#include <stdbool.h>

struct arguments;

struct doctor {
	const struct arguments *arguments;
	char *wrong[32]; /* owned */
	int count;
};

/* A line "name   value". */
__attribute__((format(printf, 2, 3))) void doctor_row(
	const char *name, const char *value, ...);

/* Something is wrong: what, and what mends it. Told at the end. */
__attribute__((format(printf, 2, 3))) void doctor_wrong(
	struct doctor *doctor, const char *words, ...);

/* Its parts, in their order. */
void doctor_terminal(struct doctor *doctor);
void doctor_folders(struct doctor *doctor); /* doctor_folders.c */
void doctor_sandbox(void);                  /* doctor_sandbox.c */

/* Of doctor_dress.c; flag is what --theme says, or NULL. */
void doctor_theme(struct doctor *doctor, const char *flag);
void doctor_keys(struct doctor *doctor);

#endif
