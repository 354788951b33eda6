/*
 * The two commands that begin a session: the wizard, and new.
 */
#include "blank.h"
#include "commands.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "output.h"
#include "shelf.h"
#include "template.h"
#include "wizard.h"

/* ---- the wizard --------------------------------------------------------- */

static bool check_terminal(const char *session)
{
	const char *term = getenv("TERM");
	const char *trouble = NULL;

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		trouble = "the wizard needs a terminal";
	else if (term && !strcmp(term, "dumb"))
		trouble = "the wizard cannot draw on a terminal of the kind "
			  "\"dumb\"";
	if (!trouble)
		return true;
	complain("%s; without one: tuneornot report %s", trouble,
		session ? session : "SESSION");
	return false;
}

int command_wizard(const struct arguments *arguments)
{
	const char *when = arguments->flag[FLAG_COLOR];
	struct wizard_setup setup = {
		.session = arguments->operands[0],
		.theme = arguments->flag[FLAG_THEME],
		.braille = arguments->flag[FLAG_BRAILLE] != NULL,
		.ascii = arguments->flag[FLAG_ASCII] || !command_utf8(),
		.colours = command_colours(when, isatty(STDOUT_FILENO)),
	};

	if (setup.session && !strcmp(setup.session, "-")) {
		complain("the wizard reads its keys from standard input; "
			 "name a file, or: tuneornot report -");
		return STATUS_USAGE;
	}
	if (!check_terminal(setup.session))
		return STATUS_USAGE;
	return wizard_run(&setup);
}

/* ---- new ---------------------------------------------------------------- */

static int refuse_template(const char *name)
{
	struct shelf shelf = {0};
	const char *meant;

	shelf_add(&shelf, TEMPLATE_FOLDER, TEMPLATE_ENDING);
	meant = shelf_suggest(&shelf, name);
	if (meant) {
		complain("there is no template \"%s\"; did you mean \"%s\"?",
			name, meant);
	} else {
		complain("there is no template \"%s\"; there are:", name);
		for (int i = 0; i < shelf.count; i++)
			fprintf(stderr, "  %s\n", shelf.name[i]);
	}
	shelf_release(&shelf);
	return STATUS_USAGE;
}

int command_new(const struct arguments *arguments)
{
	const char *path = arguments->operands[0];
	const char *template = arguments->flag[FLAG_TEMPLATE];
	char source[PATH_MAX];
	struct session session;

	if (!template) {
		blank_session(&session, path);
		return command_deliver(path, &session, true);
	}
	if (!template_path(template, source, sizeof(source)))
		return refuse_template(template);
	if (!command_load(source, &session))
		return STATUS_FAILED;
	blank_name(&session, path);
	return command_deliver(path, &session, true);
}
