/*
 * The templates: the example sessions in our data. Each begins with a comment
 * that says what it is about: "# Support triage: a close call."
 */
#ifndef SRC_TEMPLATE_H
#define SRC_TEMPLATE_H

#include <stdbool.h>
#include <stddef.h>

/* Their folder below our data, and their ending; see shelf.h. */
#define TEMPLATE_FOLDER "examples"
#define TEMPLATE_ENDING ".cfg"

struct template_words {
	char title[80];  /* "Support triage" */
	char about[200]; /* "a close call.", or "" */
};

/* Its path from its name, "support-triage". False: there is none. */
bool template_path(const char *name, char *path, size_t size);

/* What its first line says; where it says nothing, a title made from its
 * name. Both may hold anything: clean them on their way out. */
void template_describe(const char *name, struct template_words *words);

#endif
