/*
 * Work is not lost: by Esc, by leaving, by a disk that is full, by somebody
 * else who writes the same file.
 */
#include <criterion/criterion.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

#include "on_example.h"

TestSuite(leaving, .init = begin, .fini = end);

static const char *text_of(enum input input)
{
	return session_text(
		&wizard_program(wizard)->session, SHARED_PLACE(input));
}

/* A second Esc that is no Alt. */
static enum turn escape(void)
{
	return wizard_press(wizard, "\033");
}

Test(leaving, esc_twice_leaves_a_clean_session_at_once)
{
	cr_expect_eq(escape(), TURN_ON);
	cr_expect(shows("Esc once more leaves."));
	cr_expect_eq(escape(), TURN_QUIT);
}

Test(leaving, esc_twice_asks_once_about_work)
{
	wizard_press(wizard, "8M\r");
	cr_expect_eq(escape(), TURN_ON);
	cr_expect(shows("what is not saved yet is asked about"));
	cr_expect_eq(escape(), TURN_ON);
	cr_expect(shows("Save first?"));
	cr_expect_eq(escape(), TURN_ON);
	cr_expect(!shows("Save first?"), "Esc stays");
	cr_expect_str_eq(text_of(IN_volume_requests_per_month), "8M");
	escape();
	escape();
	cr_expect_eq(wizard_press(wizard, "d"), TURN_QUIT);
}

Test(leaving, esc_closes_what_is_open_before_it_leaves)
{
	wizard_press(wizard, "8M");
	cr_expect_eq(escape(), TURN_ON);
	wizard_press(wizard, "?");
	cr_expect_eq(escape(), TURN_ON);
	wizard_press(wizard, "o");
	cr_expect_eq(escape(), TURN_ON);
	cr_expect(shows("1/5"));
	cr_expect(!shows("once more"), "none of these is the first of two");
	escape();
	wizard_press(wizard, KEY_DOWN);
	cr_expect_eq(escape(), TURN_ON, "a key between begins anew");
}

Test(leaving, a_field_that_cannot_be_read_is_work)
{
	wizard_press(wizard, "8M to" KEY_PAGE_DOWN);
	cr_expect_eq(wizard_press(wizard, "\021"), TURN_ON);
	cr_expect(shows("a field that"));
}

static void saved_as(const char *name)
{
	wizard_press(wizard, "8M\r\023\025");
	wizard_press(wizard, name);
	wizard_press(wizard, "\r");
	cr_assert(shows("Saved in"));
}

static size_t read_all(const char *path, char *out, size_t size)
{
	FILE *file = fopen(path, "r");
	size_t length;

	cr_assert(file);
	length = fread(out, 1, size - 1, file);
	out[length] = '\0';
	fclose(file);
	return length;
}

/* As a full disk does, a limit stops it in the middle of a write. */
Test(leaving, a_full_disk_leaves_the_old_file_and_says_so)
{
	static char before[65536], after[65536];
	struct rlimit limit;

	saved_as("mine.cfg");
	read_all("mine.cfg", before, sizeof(before));
	wizard_press(wizard, KEY_HOME "9M\r");
	signal(SIGXFSZ, SIG_IGN);
	getrlimit(RLIMIT_FSIZE, &limit);
	limit.rlim_cur = 1000;
	setrlimit(RLIMIT_FSIZE, &limit);
	wizard_press(wizard, "\023");
	limit.rlim_cur = limit.rlim_max;
	setrlimit(RLIMIT_FSIZE, &limit);
	cr_expect(shows("mine.cfg: there is no room left on the disk"), "%s",
		screen_row(wizard_screen(wizard), 23));
	cr_expect(wizard_program(wizard)->dirty);
	read_all("mine.cfg", after, sizeof(after));
	cr_expect_str_eq(after, before);
	wizard_press(wizard, "\023");
	cr_expect(!wizard_program(wizard)->dirty, "with room it is saved");
}

Test(leaving, somebody_elses_change_is_asked_about_before_it_is_replaced)
{
	static char text[65536];
	FILE *file;

	saved_as("mine.cfg");
	file = fopen("mine.cfg", "w");
	fputs("name = \"theirs\";\n", file);
	fclose(file);
	wizard_press(wizard, KEY_HOME "9M\r\023");
	cr_expect(wizard_program(wizard)->dirty, "not saved");
	cr_expect(shows("again"), "%s", screen_row(wizard_screen(wizard), 23));
	read_all("mine.cfg", text, sizeof(text));
	cr_expect_str_eq(text, "name = \"theirs\";\n");
	wizard_press(wizard, "\023");
	cr_expect(!wizard_program(wizard)->dirty);
	read_all("mine.theirs-1.cfg", text, sizeof(text));
	cr_expect_str_eq(text, "name = \"theirs\";\n");
}

/* Formats of before and after this one, and what is none. */
Test(leaving, what_cannot_be_opened_is_told_with_its_line)
{
	static const struct {
		const char *name, *text, *says;
	} files[] = {
		{"old.cfg", "format = 0;\n", "old.cfg:1"},
		{"new.cfg", "name = \"x\";\nformat = 2;\n", "new.cfg:2"},
		{"key.cfg", "\n\nnmae = \"x\";\n", "key.cfg:3"},
		{"no.cfg", "\x7f\x45LF\x02", "no.cfg:1"},
	};

	for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++) {
		FILE *file = fopen(files[i].name, "w");

		fputs(files[i].text, file);
		fclose(file);
		wizard_press(wizard, "\017\025");
		wizard_press(wizard, files[i].name);
		wizard_press(wizard, "\r");
		cr_expect(shows(files[i].says), "%s: %s", files[i].name,
			screen_row(wizard_screen(wizard), 23));
		wizard_press(wizard, "\033");
		cr_expect_str_eq(text_of(IN_session_name), "Support triage");
	}
}
