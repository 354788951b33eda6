/*
 * The picture in README.md is a screen of the program.
 *
 * After a wanted change run this suite with GOLDEN=write in the environment,
 * and look at share/screenshot.svg in a browser before it is committed.
 */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "scratch.h"
#include "support/picture.h"
#include "support/wizard.h"

TestSuite(screenshot, .init = scratch_begin, .fini = scratch_end);

enum { ROWS = 30, COLUMNS = 100, TEXT_BYTES = 16 * 1024, MOST = 256 * 1024 };

static const char path[] = TEST_SOURCE "/share/screenshot.svg";

/* The second question: evidence that is overruled, and no ages of prices. */
static struct wizard *show(void)
{
	struct wizard *wizard = wizard_begin(ROWS, COLUMNS, EXAMPLE);

	cr_assert(program_theme(wizard_program(wizard), "dark"));
	wizard_press(wizard, KEY_ALT "2");
	wizard_settle(wizard);
	return wizard;
}

static void draw(struct wizard *wizard, FILE *out)
{
	const struct picture picture = {
		.screen = wizard_screen(wizard),
		.rows = ROWS,
		.columns = COLUMNS,
		.ink = 252, /* themes/dark.theme: text */
		.paper = 234,
		.title = "tuneornot support-triage.cfg",
		.description = "The second of five questions in a terminal. "
			       "On the left the figures of four options, what "
			       "the evidence suggests, and the answer that "
			       "overrules it; on the right bars and curves of "
			       "what each option costs over 24 months.",
	};

	cr_assert(out);
	picture_write(&picture, out);
	fclose(out);
}

static void read_back(FILE *file, char text[TEXT_BYTES])
{
	static char svg[MOST];
	size_t length;

	cr_assert(file, "%s is missing: run with GOLDEN=write", path);
	length = fread(svg, 1, MOST - 1, file);
	svg[length] = '\0';
	fclose(file);
	cr_assert(picture_read(svg, ROWS, COLUMNS, text, TEXT_BYTES));
}

Test(screenshot, shows_the_program_as_it_is)
{
	struct wizard *wizard = show();
	const char *now = screen_text(wizard_screen(wizard));
	char text[TEXT_BYTES];

	if (getenv("GOLDEN"))
		draw(wizard, fopen(path, "w"));
	read_back(fopen(path, "r"), text);
	cr_expect_str_eq(text, now,
		"%s is out of date: run with GOLDEN=write. It shows\n%s", path,
		text);
	wizard_end(wizard);
}

Test(screenshot, can_be_drawn_again)
{
	struct wizard *wizard = show();
	FILE *file = tmpfile();
	char text[TEXT_BYTES];

	cr_assert(file);
	draw(wizard, fdopen(dup(fileno(file)), "w"));
	rewind(file);
	read_back(file, text);
	cr_expect_str_eq(text, screen_text(wizard_screen(wizard)));
	wizard_end(wizard);
}
