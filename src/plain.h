/*
 * The interview line by line: for screen readers, terminals that cannot draw,
 * and pipes. The same questions, checks, undo and files as on the screens; a
 * file of answers makes the session that typing them makes.
 */
#ifndef SRC_PLAIN_H
#define SRC_PLAIN_H

#include <stdbool.h>

struct plain_setup {
	const char *session; /* a path, which need not exist yet; NULL: it is
			      * asked what to begin with */
	bool ascii;
};

/*
 * Run it on standard input and output; the exit status. At the end of the
 * input, work is saved in the session's file; without one, or after an answer
 * from a pipe that was refused, it is kept like that of a wizard whose terminal
 * went away.
 */
int plain_run(const struct plain_setup *setup);

#endif
