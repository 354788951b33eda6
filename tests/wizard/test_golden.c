/*
 * Whole screens, compared cell by cell with tests/golden/screens.
 *
 * After a wanted change run the suite with GOLDEN=write in the environment,
 * and look at what git says has changed before it is committed.
 */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scratch.h"
#include "support/wizard.h"

TestSuite(golden, .init = scratch_begin, .fini = scratch_end);

enum { SCREEN_BYTES = 64 * 1024 };

static void write_golden(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	cr_assert(file, "%s", path);
	fputs(text, file);
	fclose(file);
}

static void read_golden(const char *path, char *out)
{
	FILE *file = fopen(path, "r");
	size_t length;

	cr_assert(file, "%s is missing: run with GOLDEN=write", path);
	length = fread(out, 1, SCREEN_BYTES - 1, file);
	out[length] = '\0';
	fclose(file);
}

/* The folder dialog shows where it is: that differs from run to run. */
static void mask(char *text)
{
	char *at;

	while ((at = strstr(text, "/tmp/tuneornot-wizard-")) != NULL)
		memset(at, '_', strlen("/tmp/tuneornot-wizard-XXXXXX"));
}

static void compare(struct wizard *wizard, const char *name)
{
	static char now[SCREEN_BYTES], golden[SCREEN_BYTES];
	char path[512];

	snprintf(path, sizeof(path), TEST_DATA "/golden/screens/%s.txt", name);
	snprintf(now, sizeof(now), "%s", screen_text(wizard_screen(wizard)));
	mask(now);
	if (getenv("GOLDEN")) {
		write_golden(path, now);
		return;
	}
	read_golden(path, golden);
	cr_expect_str_eq(now, golden, "%s differs; now it is\n%s", name, now);
}

/* What to press from question 1 of the example to get there. */
static const struct {
	const char *name, *keys;
} visits[] = {
	{"1-volume", ""},
	{"2-quality", KEY_PAGE_DOWN},
	{"3-latency", KEY_ALT "3"},
	{"4-upkeep", KEY_ALT "4"},
	{"5-savings", KEY_ALT "5"},
	{"6-verdict", KEY_ALT "6"},
	{"7-options", "o"},
	{"cells", KEY_END KEY_UP KEY_UP KEY_UP},
	{"typing", "8M"},
	{"refused", "8M to\r"},
	{"changed", "8M\r"},
	{"panel-curves", "p"},
	{"panel-money", "pp"},
	{"panel-odds", "ppp"},
	{"panel-flips", "pppp"},
	{"panel-measure", "ppppp"},
	{"verdict-spread", KEY_ALT "6\t"},
	{"verdict-tornado", KEY_ALT "6\t\t"},
	{"verdict-next", KEY_ALT "6" KEY_BACKTAB},
	{"help", "?"},
	{"help-find", "?/undo"},
	{"palette", ":"},
	{"report", "r"},
	{"save", "8M\r\023"},
	{"leave", "8M\r\021"},
	{"themes", "t"},
};

static void visit_all(int rows, int columns)
{
	for (size_t i = 0; i < sizeof(visits) / sizeof(*visits); i++) {
		struct wizard *wizard = wizard_begin(rows, columns, EXAMPLE);
		char name[64];

		wizard_press(wizard, visits[i].keys);
		wizard_settle(wizard);
		snprintf(name, sizeof(name), "%dx%d-%s", columns, rows,
			visits[i].name);
		compare(wizard, name);
		wizard_end(wizard);
	}
}

Test(golden, at_80_x_24)
{
	visit_all(24, 80);
}

Test(golden, at_120_x_40)
{
	visit_all(40, 120);
}

Test(golden, at_160_x_50)
{
	visit_all(50, 160);
}

Test(golden, at_40_x_12)
{
	visit_all(12, 40);
}

Test(golden, at_60_x_15)
{
	visit_all(15, 60);
}

Test(golden, at_40_x_10)
{
	visit_all(10, 40);
}

Test(golden, before_the_odds_have_sharpened)
{
	struct wizard *wizard = wizard_begin(24, 80, EXAMPLE);

	wizard_press(wizard, "8M\rppp");
	compare(wizard, "80x24-quick-odds");
	wizard_end(wizard);
}

Test(golden, the_start)
{
	struct wizard *wizard = wizard_begin(24, 80, NULL);

	compare(wizard, "80x24-start");
	wizard_end(wizard);
}

Test(golden, in_ascii)
{
	struct wizard *wizard = wizard_begin_ascii(24, 80, EXAMPLE);

	wizard_settle(wizard);
	compare(wizard, "80x24-ascii-volume");
	wizard_press(wizard, KEY_ALT "6");
	wizard_settle(wizard);
	compare(wizard, "80x24-ascii-verdict");
	wizard_press(wizard, "ppp\t");
	compare(wizard, "80x24-ascii-spread");
	wizard_press(wizard, "\t");
	compare(wizard, "80x24-ascii-tornado");
	wizard_end(wizard);
}
