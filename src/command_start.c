/*
 * The two commands that begin a session: the wizard, and new.
 */
#include "blank.h"
#include "commands.h"

#include <langinfo.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "output.h"
#include "paths.h"
#include "shelf.h"
#include "wizard.h"

/* ---- flags of all commands ---------------------------------------------- */

bool command_utf8(void)
{
	return !strcmp(nl_langinfo(CODESET), "UTF-8");
}

static bool is_set(const char *text)
{
	return text && *text;
}

bool command_colours(const char *when, bool terminal)
{
	const char *force = getenv("CLICOLOR_FORCE");
	const char *clicolor = getenv("CLICOLOR");

	if (when && strcmp(when, "auto") != 0)
		return !strcmp(when, "always");
	if (is_set(getenv("NO_COLOR")))
		return false;
	if (is_set(force) && strcmp(force, "0") != 0)
		return true;
	if (is_set(clicolor) && !strcmp(clicolor, "0"))
		return false;
	return terminal;
}

static bool check_colour_flag(const char *when)
{
	if (!when || !strcmp(when, "auto") || !strcmp(when, "always") ||
		!strcmp(when, "never"))
		return true;
	complain("--color is auto, always or never, not \"%s\"", when);
	return false;
}

/* A theme is a name of ours, or any file. */
static bool check_theme(const char *theme)
{
	struct shelf shelf = {0};
	char path[PATH_MAX], name[PATH_MAX];
	const char *meant;

	if (!theme || strchr(theme, '/') || !access(theme, R_OK))
		return true;
	snprintf(name, sizeof(name), "themes/%s.theme", theme);
	if (paths_data(name, path, sizeof(path)))
		return true;
	shelf_add(&shelf, "themes", ".theme");
	meant = shelf_suggest(&shelf, theme);
	if (meant)
		complain("there is no theme \"%s\"; did you mean \"%s\"?",
			theme, meant);
	else
		complain("there is no theme \"%s\"; \"tuneornot themes\" "
			 "lists them",
			theme);
	shelf_release(&shelf);
	return false;
}

bool command_flags(const struct arguments *arguments)
{
	return check_colour_flag(arguments->flag[FLAG_COLOR]) &&
	       check_theme(arguments->flag[FLAG_THEME]);
}

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

static bool find_template(const char *name, char *path, size_t size)
{
	char file[PATH_MAX];

	snprintf(file, sizeof(file), "examples/%s.cfg", name);
	return paths_data(file, path, size);
}

static int refuse_template(const char *name)
{
	struct shelf shelf = {0};
	const char *meant;

	shelf_add(&shelf, "examples", ".cfg");
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
	if (!find_template(template, source, sizeof(source)))
		return refuse_template(template);
	if (!command_load(source, &session))
		return STATUS_FAILED;
	blank_name(&session, path);
	return command_deliver(path, &session, true);
}
