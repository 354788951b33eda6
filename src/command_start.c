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
#include "paths.h"
#include "plain.h"
#include "shelf.h"
#include "template.h"
#include "wizard.h"

/* ---- the wizard --------------------------------------------------------- */

/* Is it to be asked line by line? ACCESSIBLE is what other programs read, too.
 */
static bool wants_plain(const struct arguments *arguments)
{
	const char *accessible = getenv("ACCESSIBLE");
	const char *term = getenv("TERM");

	return arguments->flag[FLAG_PLAIN] ||
	       (accessible && *accessible && strcmp(accessible, "0") != 0) ||
	       (term && !strcmp(term, "dumb"));
}

static bool check_asking(const struct arguments *arguments, const char *session)
{
	if (!arguments->flag[FLAG_NO_INPUT])
		return true;
	complain("the wizard asks, and --no-input forbids it; what asks "
		 "nothing: tuneornot report %s",
		session ? session : "SESSION");
	return false;
}

static bool check_terminal(const char *session)
{
	if (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO))
		return true;
	complain("the wizard needs a terminal; what asks nothing: tuneornot "
		 "report %s; what asks line by line: --plain",
		session ? session : "SESSION");
	return false;
}

/* Examples are opened as copies. */
static const char *session_of(
	const struct arguments *arguments, char demo[PATH_MAX])
{
	if (arguments->flag[FLAG_DEMO] &&
		paths_data("examples/support-triage.cfg", demo, PATH_MAX))
		return demo;
	return arguments->operands[0];
}

static int run_plain(const struct arguments *arguments)
{
	char demo[PATH_MAX];
	const struct plain_setup setup = {
		.session = session_of(arguments, demo),
		.ascii = arguments->flag[FLAG_ASCII] || !command_utf8(),
	};

	return plain_run(&setup);
}

static int run_wizard(const struct arguments *arguments)
{
	const char *when = arguments->flag[FLAG_COLOR];
	char demo[PATH_MAX];
	const struct wizard_setup setup = {
		.session = session_of(arguments, demo),
		.theme = arguments->flag[FLAG_THEME],
		.braille = arguments->flag[FLAG_BRAILLE] != NULL,
		.ascii = arguments->flag[FLAG_ASCII] || !command_utf8(),
		.mouse = !arguments->flag[FLAG_NO_MOUSE],
		.colours = command_colours(when, isatty(STDOUT_FILENO)),
	};

	if (!check_terminal(setup.session))
		return STATUS_USAGE;
	return wizard_run(&setup);
}

int command_wizard(const struct arguments *arguments)
{
	const char *session = arguments->operands[0];

	if (session && arguments->flag[FLAG_DEMO]) {
		complain("--demo opens an example; name no session with it");
		return STATUS_USAGE;
	}
	if (session && !strcmp(session, "-")) {
		complain("the wizard reads its keys from standard input; "
			 "name a file, or: tuneornot report -");
		return STATUS_USAGE;
	}
	if (!check_asking(arguments, session))
		return STATUS_USAGE;
	return wants_plain(arguments) ? run_plain(arguments)
				      : run_wizard(arguments);
}

/* ---- new ---------------------------------------------------------------- */

static int refuse_template(const char *name)
{
	struct shelf shelf = {0};
	const char *meant;

	shelf_add(&shelf, TEMPLATE_FOLDER, TEMPLATE_ENDING);
	meant = shelf_suggest(&shelf, name);
	complain_of_name("template", name, meant, "there are:");
	for (int i = 0; !meant && i < shelf.count; i++)
		fprintf(stderr, "  %s\n", shelf.name[i]);
	shelf_release(&shelf);
	return STATUS_USAGE;
}

/* What the session begins with. The exit status. */
static int begin(const struct arguments *arguments, struct session *session)
{
	const char *template = arguments->flag[FLAG_TEMPLATE];
	const char *path = arguments->operands[0];
	char source[PATH_MAX];

	if (arguments->flag[FLAG_BARE]) {
		session_init(session);
	} else if (!template) {
		blank_session(session, path);
	} else {
		if (!template_path(template, source, sizeof(source)))
			return refuse_template(template);
		if (!command_load(source, session))
			return STATUS_FAILED;
	}
	blank_name(session, path);
	return command_assign(
		session, "--set", arguments->sets, arguments->set_count);
}

int command_new(const struct arguments *arguments)
{
	struct session session;
	int status;

	if (arguments->flag[FLAG_BARE] && arguments->flag[FLAG_TEMPLATE]) {
		complain("--bare starts from nothing, and --template from an "
			 "example; choose one");
		return STATUS_USAGE;
	}
	status = begin(arguments, &session);
	if (status != STATUS_DONE)
		return status;
	return command_deliver(arguments->operands[0], &session, true);
}
