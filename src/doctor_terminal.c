#include "doctor.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "commands.h"
#include "theme.h"

enum { ROWS = 24, COLUMNS = 80 }; /* that show everything */

static void print_size(void)
{
	struct winsize size = {0};

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) || !size.ws_col)
		doctor_row("output", "a terminal that does not tell its size");
	else
		doctor_row("output", "a terminal of %d by %d cells%s",
			size.ws_col, size.ws_row,
			size.ws_col < COLUMNS || size.ws_row < ROWS
				? "; 80 by 24 show everything"
				: "");
}

/* The kind of terminal; what is wrong with it matters where there is one. */
static void print_term(struct doctor *doctor, bool terminal)
{
	const char *term = getenv("TERM");
	int colours = term && *term ? theme_terminal_colours(term) : -1;
	bool dumb = term && !strcmp(term, "dumb");

	if (!term || !*term)
		doctor_row("TERM", "not set");
	else if (colours < 0)
		doctor_row("TERM",
			"%s, which is not known here; the wizard "
			"takes xterm-256color",
			term);
	else
		doctor_row("TERM", "%s, %d colours", term, colours);
	if (!terminal || (colours >= 0 && !dumb))
		return;
	if (dumb)
		doctor_wrong(doctor, "TERM is dumb, and the wizard cannot draw "
				     "there; if your terminal can do more: "
				     "export TERM=xterm-256color");
	else
		doctor_wrong(doctor, "TERM does not name a terminal that is "
				     "known here; for most of them: export "
				     "TERM=xterm-256color");
}

static const char *locale_name(void)
{
	static const char *const variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};

	for (int i = 0; i < 3; i++) {
		const char *value = getenv(variables[i]);

		if (value && *value)
			return value;
	}
	return "C";
}

static void print_locale(struct doctor *doctor)
{
	const char *name = locale_name();
	bool ascii = doctor->arguments->flag[FLAG_ASCII];
	bool there = setlocale(LC_CTYPE, ""); /* with its own characters */

	doctor_row("locale", "%s, %s: %s", name, nl_langinfo(CODESET),
		ascii            ? "ASCII, because of --ascii"
		: command_utf8() ? "all characters"
				 : "ASCII only");
	if (!there)
		doctor_wrong(doctor,
			"the locale %s is not installed; \"locale "
			"-a\" lists those that are, for example: "
			"export LC_ALL=C.UTF-8",
			name);
}

void doctor_terminal(struct doctor *doctor)
{
	bool in = isatty(STDIN_FILENO), out = isatty(STDOUT_FILENO);
	struct colour_choice colours = command_choose_colours(
		doctor->arguments->flag[FLAG_COLOR], out);

	doctor_row("input", "%s", in ? "a terminal" : "no terminal");
	if (out)
		print_size();
	else
		doctor_row("output", "no terminal");
	print_term(doctor, out);
	doctor_row("colours", "%s, because %s", colours.wanted ? "yes" : "no",
		colours.because);
	print_locale(doctor);
	doctor_theme(doctor, doctor->arguments->flag[FLAG_THEME]);
	doctor_keys(doctor);
	doctor_row("wizard", "%s",
		in && out ? "can start here"
			  : "needs a terminal; every other "
			    "command does not");
}
