#include "program.h"

#include <stdio.h>
#include <stdlib.h>

#include "pages.h"

/* What every session takes of its room, and a page of texts. */
static void expect_session(struct session *session)
{
	pages_expect(session, offsetof(struct session, pool) + 4096);
}

/* Where the first screen's figures, paths and keys come to stand. */
static void expect_first_screen(struct program *program)
{
	expect_session(&program->session);
	expect_session(&program->trial);
	expect_session(&program->kept);
	pages_expect(&program->outlook.result, sizeof(program->outlook.result));
	pages_expect(
		&program->history, offsetof(struct program, starts) -
					   offsetof(struct program, history));
	pages_expect(program->folder, offsetof(struct program, store) -
					      offsetof(struct program, folder));
}

struct program *program_new(bool ascii)
{
	struct program *program = calloc(1, sizeof(*program));

	if (!program)
		return NULL;
	expect_first_screen(program);
	program->ascii = ascii;
	theme_plain(&program->style);
	keymap_make(&program->keys, NULL, 0);
	snprintf(program->theme, sizeof(program->theme), "default");
	program->style_changed = true;
	program->session_changed = false;
	return program;
}

void program_free(struct program *program)
{
	if (!program)
		return;
	claim_drop(&program->claim);
	history_release(&program->history);
	places_release(&program->starts);
	places_release(&program->files);
	shelf_release(&program->themes);
	free(program->theme_names);
	free(program->report);
	catalogue_store_release(&program->store);
	free(program);
}
