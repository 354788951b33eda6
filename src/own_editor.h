/*
 * A text in the user's own editor: $VISUAL, or else $EDITOR, which may have
 * arguments ("code --wait").
 */
#ifndef SRC_OWN_EDITOR_H
#define SRC_OWN_EDITOR_H

#include <stdbool.h>

#include "model.h"

/* The variable that names the editor, "VISUAL" or "EDITOR"; NULL: neither. */
const char *own_editor_variable(void);

/*
 * Give the text to the editor in a file that nobody else may read, wait until
 * the editor ends, and take what is in the file then: one line, as texts of a
 * session are. Line ends and tabs become blanks. The terminal must be free for
 * it (ui_lend).
 *
 * False and the issue when there is no editor, when it failed, or when what
 * it left cannot be used: that stays in its file, and the issue says where.
 *
 * INT and QUIT are the editor's affair meanwhile, TSTP stops us as well; TERM
 * and HUP are passed on to it, and come to our own handlers when it has ended.
 */
bool own_editor_edit(
	const char *text, char out[SESSION_TEXT + 1], struct issue *issue);

#endif
