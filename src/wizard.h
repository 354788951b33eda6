/*
 * The interactive program: one loop of paint, wait and take.
 */
#ifndef SRC_WIZARD_H
#define SRC_WIZARD_H

#include <stdbool.h>

struct wizard_setup {
	const char *session; /* a path, which need not exist yet; NULL: the
			      * start screen */
	const char *theme;   /* name or path; NULL: the default one */
	bool ascii;
	bool braille; /* curves as dots */
	bool colours;
	bool mouse;
};

/*
 * Run it on standard input and output, which must be a terminal; the exit
 * status. Ends with one line on the normal screen: the verdict, and where the
 * session was saved.
 */
int wizard_run(const struct wizard_setup *setup);

#endif
