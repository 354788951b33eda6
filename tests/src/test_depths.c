/* Our themes on terminals with all colours, 256, 16, 8 and none. */
#include <criterion/criterion.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "canvas.h"
#include "support/screen.h"
#include "terminal.h"
#include "theme_file.h"

/* Kinds that are not installed everywhere. */
static const char kinds[] =
	"eyes-direct|all colours, colors#0x1000000, pairs#0x7fff,\n"
	"\tsetaf=\\E[%?%p1%{8}%<%t3%p1%d%e38;2;%p1%{65536}%/%d;%p1%{256}%/"
	"%{255}%&%d;%p1%{255}%&%d%;m,\n"
	"\tsetab=\\E[%?%p1%{8}%<%t4%p1%d%e48;2;%p1%{65536}%/%d;%p1%{256}%/"
	"%{255}%&%d;%p1%{255}%&%d%;m,\n"
	"\tuse=xterm-256color,\n"
	"eyes-256color|256 of them, use=xterm-256color,\n"
	"eyes-16color|16 of them, colors#16, pairs#256,\n"
	"\tsetaf=\\E[%?%p1%{8}%<%t%p1%{30}%+%e%p1%{82}%+%;%dm,\n"
	"\tsetab=\\E[%?%p1%{8}%<%t%p1%{40}%+%e%p1%{92}%+%;%dm,\n"
	"\tuse=xterm-256color,\n";

static char folder[] = "/tmp/test-depths-XXXXXX";

static void begin(void)
{
	char command[128];
	FILE *file;

	alarm(TEST_SECONDS);
	setlocale(LC_ALL, "C.UTF-8");
	cr_assert(mkdtemp(folder));
	cr_assert_eq(chdir(folder), 0);
	file = fopen("kinds", "w");
	fputs(kinds, file);
	fclose(file);
	snprintf(command, sizeof(command), "tic -x -o %s kinds", folder);
	if (system(command) != 0)
		cr_skip_test("there is no tic: SKIPPED");
	setenv("TERMINFO", folder, 1);
	unsetenv("COLORTERM");
}

static void end(void)
{
	char command[128];

	snprintf(command, sizeof(command), "rm -rf %s", folder);
	cr_expect_eq(system(command), 0);
}

TestSuite(depths, .init = begin, .fini = end);

static const char *const ours[] = {"default", "dark", "light", "high-contrast",
	"colour-blind-dark", "colour-blind-light", "solarized-dark",
	"solarized-light", "monochrome"};

enum { OURS = sizeof(ours) / sizeof(ours[0]) };

static struct theme theme_of(const char *name)
{
	char path[PATH_MAX];
	struct file_issue issue;
	struct theme theme;

	snprintf(path, sizeof(path), TEST_SOURCE "/themes/%s.theme", name);
	cr_assert(theme_file_read(path, &theme, &issue), "%s", name);
	return theme;
}

/* Each role's name in its look, a row each. */
static struct screen *show(
	const char *kind, const struct theme *theme, bool colours)
{
	struct screen *screen = screen_new(ROLES, 40);
	const struct terminal_setup setup = {.in = screen_in(screen),
		.out = screen_out(screen),
		.wake = screen_wake(screen),
		.rows = ROLES,
		.columns = 40,
		.term = kind,
		.colours = colours};
	struct issue issue;
	struct area all;

	cr_assert(terminal_open(&setup, &issue), "%s: %s", kind, issue.what);
	cr_assert_null(terminal_fallback(), "%s", kind);
	theme_use(theme, colours);
	all = canvas_begin(false);
	for (int role = 0; role < ROLES; role++)
		canvas_put(all, role, 0, role, role_names[role]);
	terminal_flush();
	screen_update(screen);
	return screen;
}

static void leave(struct screen *screen)
{
	terminal_close();
	screen_free(screen);
}

/* What stands there can be read as well as the theme means it, up to so
 * much. */
static void check_contrast(const char *kind, const struct theme *theme,
	int role, struct screen_cell cell, double most)
{
	const struct style *style = &theme->style[role];
	double wanted;

	if (style->fg < 0 || style->bg < 0) {
		cr_expect_eq(cell.bg, -1, "%s on %s: %s", theme->name, kind,
			role_names[role]);
		return;
	}
	wanted = fmin(most, colour_contrast(style->fg, style->bg));
	cr_assert(cell.fg >= 0 && cell.bg >= 0, "%s on %s: %s", theme->name,
		kind, role_names[role]);
	cr_expect_geq(colour_contrast(cell.fg, cell.bg), wanted - 1e-9,
		"%s on %s: %s: %.2f", theme->name, kind, role_names[role],
		colour_contrast(cell.fg, cell.bg));
}

static void check_looks(const char *kind, int colours, double most)
{
	for (int i = 0; i < OURS; i++) {
		const struct theme theme = theme_of(ours[i]);
		struct screen *screen = show(kind, &theme, true);

		for (int role = 0; role < ROLES; role++) {
			struct screen_cell cell = screen_cell(screen, role, 0);

			cr_expect_lt(cell.fg, colours, "%s on %s: %s", ours[i],
				kind, role_names[role]);
			check_contrast(kind, &theme, role, cell, most);
		}
		cr_expect(
			screen_cell(screen, ROLE_FOCUS, 0).reverse, "%s", kind);
		cr_expect(screen_cell(screen, ROLE_ERROR, 0).bold, "%s", kind);
		leave(screen);
	}
}

Test(depths, all_colours_are_those_of_the_theme)
{
	const struct theme theme = theme_of("solarized-light");
	struct screen *screen = show("eyes-direct", &theme, true);
	struct screen_cell cell = screen_cell(screen, ROLE_SERIES_1, 0);

	cr_expect_eq(cell.fg, colour_of_rgb(0x268bd2));
	cr_expect_eq(cell.bg, colour_of_rgb(0xfdf6e3));
	leave(screen);
	check_looks("eyes-direct", 1 << 25, 21.0);
}

Test(depths, a_terminal_that_says_it_has_them_all_is_believed)
{
	const struct theme theme = theme_of("solarized-light");
	struct screen *screen;

	setenv("COLORTERM", "truecolor", 1);
	screen = show("eyes-256color", &theme, true);
	cr_expect_eq(screen_cell(screen, ROLE_SERIES_1, 0).fg,
		colour_of_rgb(0x268bd2));
	leave(screen);
	screen = show("screen-256color", &theme, true);
	cr_expect_lt(screen_cell(screen, ROLE_SERIES_1, 0).fg, 256,
		"a multiplexer only repeats it");
	leave(screen);
}

Test(depths, with_256_16_and_8_colours_all_can_be_read)
{
	check_looks("xterm-256color", 256, 4.5);
	check_looks("eyes-16color", 16, 3.0);
	check_looks("xterm", 8, 3.0);
	check_looks("linux", 8, 3.0);
}

static void check_no_colour(const char *kind, bool colours)
{
	const struct theme theme = theme_of("dark");
	struct screen *screen = show(kind, &theme, colours);

	for (int role = 0; role < ROLES; role++) {
		cr_expect_eq(screen_cell(screen, role, 0).fg, -1, "%s", kind);
		cr_expect_eq(screen_cell(screen, role, 0).bg, -1, "%s", kind);
	}
	cr_expect(screen_cell(screen, ROLE_FOCUS, 0).reverse, "%s", kind);
	cr_expect(screen_cell(screen, ROLE_ERROR, 0).bold, "%s", kind);
	cr_expect(screen_cell(screen, ROLE_EDIT, 0).underline, "%s", kind);
	leave(screen);
}

Test(depths, without_colours_the_attributes_remain)
{
	check_no_colour("vt100", true);
	check_no_colour("xterm-256color", false);
	check_no_colour("eyes-direct", false);
}
