/*
 * Saving a file that somebody else may have changed meanwhile: private to
 * program*.c.
 */
#ifndef SRC_PROGRAM_THEIRS_H
#define SRC_PROGRAM_THEIRS_H

#include "program.h"

/*
 * Save in the session's own file; false, and a notice says why not. Over a
 * text of somebody else's only when it was warned of, and then that text is
 * kept beside the file, as NAME.theirs-1.cfg, or else in the state folder.
 */
bool program_save_here(struct program *program);

#endif
