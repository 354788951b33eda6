/*
 * What --help and the man page say besides commands and flags: exit
 * statuses, environment variables, files.
 */
#ifndef SRC_GLOSSARY_H
#define SRC_GLOSSARY_H

struct term {
	const char *name;
	const char *help;
};

/* Each ends with a NULL name. */
extern const struct term status_terms[];
extern const struct term environment_terms[];
extern const struct term file_terms[];
extern const struct term quantity_terms[]; /* how a number may be written */

#endif
