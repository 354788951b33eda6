#include "plain_parts.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "blank.h"

/* What the interview says is tested in tests/cli.sh and tests/plain.py: here
 * are its table of commands, its order, and its lines. */

/* ---- commands ----------------------------------------------------------- */

static const char *command(const char *line, const char **argument)
{
	struct issue issue;
	const struct plain_command *row =
		plain_command_of(line, argument, &issue);

	return row ? row->name : NULL;
}

Test(plain_commands, a_line_means_a_command)
{
	static const struct {
		const char *line, *name, *argument;
	} rows[] = {
		{"?", "explain", ""},
		{"<", "back", ""},
		{">", "next", ""},
		{":back", "back", ""},
		{":save", "save", ""},
		{":save  my file.cfg", "save", "my file.cfg"},
		{":u", "undo", ""}, /* the only one that begins so */
		{":go 2.3", "go", "2.3"},
	};
	const char *argument;

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		cr_assert(plain_is_command(rows[i].line));
		cr_expect_str_eq(
			command(rows[i].line, &argument), rows[i].name);
		cr_expect_str_eq(argument, rows[i].argument);
	}
}

Test(plain_commands, what_is_an_answer_is_no_command)
{
	static const char *const answers[] = {
		"5M", "?!", "<5%", ">2", "\\:x", "yes", "-"};

	for (size_t i = 0; i < sizeof(answers) / sizeof(answers[0]); i++)
		cr_expect_not(plain_is_command(answers[i]), "%s", answers[i]);
}

static void expect_mend(const char *line, const char *mend)
{
	struct issue issue = {.mend = ""};
	const char *argument;

	cr_expect_null(plain_command_of(line, &argument, &issue));
	cr_expect_str_eq(issue.mend, mend, "%s: %s", line, issue.mend);
}

Test(plain_commands, what_is_no_command_is_told_the_nearest)
{
	expect_mend(":undoo", "did you mean :undo?");
	expect_mend(":verdcit", "did you mean :verdict?");
	expect_mend(":xyzzyxyzzy", ":help lists them");
	expect_mend(":undo that", "write :undo alone");
	expect_mend(":re", "there are :redo :review :remove :reprice :report");
}

Test(plain_commands, every_command_has_a_name_of_its_own_and_help)
{
	const struct plain_command *row = plain_commands;

	for (; row->name; row++) {
		cr_expect(*row->help && row->run);
		for (const struct plain_command *other = row + 1; other->name;
			other++)
			cr_expect_str_neq(row->name, other->name);
	}
	cr_assert_gt(row - plain_commands, 20);
}

/* ---- the order ---------------------------------------------------------- */

static struct session session;
static struct result result;
static struct route route;

static void walk(int page, bool more)
{
	evaluate(&session, &result);
	route_make(&route, &session, &result, page, more);
}

static void set(enum input input, int option, const char *text)
{
	struct issue issue;

	cr_assert(session_set(
		&session, (struct place){input, option}, text, &issue));
}

static bool asks(enum input input, int option)
{
	return route_find(&route, (struct place){input, option}) >= 0;
}

static void begin(void)
{
	blank_session(&session, "");
}

TestSuite(plain_route, .init = begin);

Test(plain_route, own_fields_come_first_then_each_option_then_the_answer)
{
	int at = 0;

	walk(VOLUME, false);
	cr_expect_eq(route.part[0], PART_OWN);
	cr_expect_eq(route.place[0].input, IN_volume_requests_per_month);
	for (int option = 0; option < 4; option++) {
		at = route_skip(&route, at);
		cr_expect_eq(route.part[at], option);
	}
	at = route_skip(&route, at);
	cr_expect_eq(route.part[at], PART_ANSWER);
	cr_expect_eq(route.place[at].input, IN_volume_answer);
	cr_expect_eq(route_skip(&route, at), route.count);
}

Test(plain_route, asks_for_what_has_an_effect_or_is_set)
{
	walk(VOLUME, false);
	cr_expect(asks(IN_option_input_price, 0));
	cr_expect_not(asks(IN_option_input_price, 3)); /* GPUs of one's own */
	cr_expect(asks(IN_option_gpu_price_per_hour, 3));
	set(IN_option_input_price, 3, "2");
	walk(VOLUME, false);
	cr_expect(asks(IN_option_input_price, 3));
	walk(SAVINGS, false);
	cr_expect_not(asks(IN_option_labels, 0));
	cr_expect(asks(IN_option_labels, 2));
}

Test(plain_route, rare_fields_are_for_those_who_ask)
{
	walk(VOLUME, false);
	cr_expect_not(asks(IN_option_retrieval_tokens, 0));
	walk(VOLUME, true);
	cr_expect(asks(IN_option_retrieval_tokens, 0));
}

Test(plain_route, a_reason_is_asked_for_where_the_evidence_is_overruled)
{
	walk(VOLUME, false);
	cr_expect_not(asks(IN_volume_reason, -1));
	set(IN_volume_answer, -1, "no");
	walk(VOLUME, false);
	cr_expect(asks(IN_volume_reason, -1));
}

Test(plain_route, everything_of_a_full_session_fits)
{
	while (session.options < SESSION_OPTIONS)
		session_copy_option(&session, 3);
	for (int page = 0; page < PAGES; page++) {
		walk(page, true);
		cr_expect_gt(route.count, 0);
		cr_expect_leq(route.count, ROUTE_MOST);
	}
}

/* ---- lines -------------------------------------------------------------- */

static struct lines lines;
static int pipe_in[2], pipe_wake[2];

static void open_lines(const void *bytes, size_t size)
{
	cr_assert_eq(pipe(pipe_in), 0);
	cr_assert_eq(pipe(pipe_wake), 0);
	cr_assert_eq(write(pipe_in[1], bytes, size), (ssize_t)size);
	lines_open(&lines, pipe_in[0], pipe_wake[0]);
}

static void expect_line(const char *wanted)
{
	char line[ANSWER_BYTES];

	cr_assert_eq(lines_next(&lines, line), LINE_READ);
	cr_expect_str_eq(line, wanted);
}

Test(plain_lines, ends_marks_and_zeros_are_no_part_of_an_answer)
{
	static const char bytes[] = "\xef\xbb\xbf"
				    "5M\r\n\n a \nx\0y\nlast";
	char line[ANSWER_BYTES];

	open_lines(bytes, sizeof(bytes) - 1);
	close(pipe_in[1]);
	expect_line("5M");
	expect_line("");
	expect_line(" a ");
	expect_line("x\1y");
	expect_line("last");
	cr_expect_eq(lines.number, 5);
	cr_expect_eq(lines_next(&lines, line), LINE_END);
}

Test(plain_lines, a_long_line_is_cut_and_the_next_one_is_whole)
{
	char bytes[3 * ANSWER_BYTES], line[ANSWER_BYTES];

	memset(bytes, 'x', sizeof(bytes));
	memcpy(bytes + sizeof(bytes) - 4, "\n5M\n", 4);
	open_lines(bytes, sizeof(bytes));
	cr_assert_eq(lines_next(&lines, line), LINE_READ);
	cr_expect_eq(strlen(line), ANSWER_BYTES - 1);
	expect_line("5M");
}

Test(plain_lines, a_signal_comes_before_what_is_not_read_yet)
{
	char line[ANSWER_BYTES];

	open_lines("5M\n", 3);
	cr_assert_eq(write(pipe_wake[1], "\x0f", 1), 1);
	cr_assert_eq(lines_next(&lines, line), LINE_SIGNAL);
	cr_expect_eq(lines.signal, 15);
	expect_line("5M");
}
