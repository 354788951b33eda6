#include <criterion/criterion.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "crc32.h"
#include "reader.h"

static struct reader reader;
static struct file_issue issue;

static bool parse(const char *text)
{
	return reader_parse(&reader, "r.cfg", text, strlen(text), &issue);
}

/* A text of so many repeated parts; the caller frees. */
static char *repeat(const char *head, const char *part, size_t count)
{
	size_t length = strlen(part), used = strlen(head);
	char *text = malloc(used + count * length + 1);

	memcpy(text, head, used);
	for (size_t i = 0; i < count; i++, used += length)
		memcpy(text + used, part, length);
	text[used] = '\0';
	return text;
}

Test(reader, crc32_is_the_one_that_everybody_knows)
{
	cr_expect_eq(crc32_of("123456789", 9), 0xcbf43926);
	cr_expect_eq(crc32_of("", 0), 0);
}

/* ---- numbers ------------------------------------------------------------- */

Test(reader, numbers_keep_their_value)
{
	static const struct {
		const char *text, *value;
	} rows[] = {
		{"0", "0"},
		{"-0", "0"},
		{"12", "12"},
		{"012", "12"},
		{"00", "0"},
		{"+7", "7"},
		{"-7", "-7"},
		{"5L", "5"},
		{"5LL", "5"},
		{"2147483647", "2147483647"},
		{"2147483648", "2147483648"},
		{"-2147483648", "-2147483648"},
		{"-2147483649", "-2147483649"},
		{"4294967296", "4294967296"},
		{"99999999999", "99999999999"},
		{"9223372036854775807", "9223372036854775807"},
		{"-9223372036854775808", "-9223372036854775808"},
		{"9223372036854775808", "9.2233720368547758e+18"},
		{"99999999999999999999", "1e+20"},
		{"99999999999999999999L", "1e+20"},
		{"-99999999999999999999", "-1e+20"},
		{"0x10", "16"},
		{"0x7FFFFFFF", "2147483647"},
		{"0xFFFFFFFF", "4294967295"},
		{"0x1FFFFFFFF", "8589934591"},
		{"0x1FL", "31"},
		{"0.1", "0.1"},
		{".5", "0.5"},
		{"-.5", "-0.5"},
		{"5.", "5"},
		{"2.5e-07", "2.5e-07"},
		{"1e3", "1000"},
		{"1.e3", "1000"},
		{"1e+3", "1000"},
		{"15E-1", "1.5"},
		{"-1.25e+1", "-12.5"},
		{"0.30000000000000004", "0.30000000000000004"},
		{"true", "true"},
		{"FALSE", "false"},
		{"\"as \\\"it\\\" is\"", "as \"it\" is"},
	};
	char text[100], value[100];

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		double read, wanted;

		snprintf(text, sizeof(text), "a = %s;", rows[i].text);
		cr_assert(parse(text), "%s: %s", text, issue.issue.what);
		cr_expect(reader_scalar(config_lookup(&reader.config, "a"),
			value, sizeof(value)));
		/* Large ones may be spelled in several ways. */
		read = strtod(value, NULL);
		wanted = strtod(rows[i].value, NULL);
		cr_expect(
			!strcmp(value, rows[i].value) ||
				(strchr(rows[i].value, 'e') && read == wanted),
			"%s is %s, not %s", rows[i].text, value, rows[i].value);
		reader_release(&reader);
	}
}

Test(reader, no_scalar_no_text)
{
	char value[8];

	cr_assert(parse("a = { }; b = ( ); c = \"12345678\";"));
	cr_expect_not(reader_scalar(
		config_lookup(&reader.config, "a"), value, sizeof(value)));
	cr_expect_not(reader_scalar(
		config_lookup(&reader.config, "b"), value, sizeof(value)));
	cr_expect_not(reader_scalar(config_lookup(&reader.config, "c"), value,
			      sizeof(value)),
		"eight bytes and a NUL in eight bytes");
	reader_release(&reader);
}

/* ---- lines --------------------------------------------------------------- */

Test(reader, lines_stay_right_behind_comments_texts_and_wide_numbers)
{
	const config_setting_t *setting;

	cr_assert(
		parse("# 1\n/* 2\n3 */ a = 99999999999; // 3\r\nb = \"4\n"
		      "5\";\r\n\r\nc = ( 00001,\n 2, /* 9\n */ 3 );\nd = 1;"));
	setting = config_lookup(&reader.config, "d");
	cr_expect_eq(config_setting_source_line(setting), 10);
	setting = config_lookup(&reader.config, "c");
	cr_expect_eq(config_setting_source_line(setting), 7);
	reader_release(&reader);
}

/* libconfig sees neither comments nor blanks, but that they were there. */
Test(reader, what_a_comment_parts_stays_apart)
{
	static const char *const refused[] = {"a/**/b = 1;", "a b = 1;",
		"a = 1/* */2;", "a = tr/**/ue;", "a = 1\t2;"};

	for (size_t i = 0; i < sizeof(refused) / sizeof(*refused); i++)
		cr_expect_not(parse(refused[i]), "%s", refused[i]);
	cr_assert(parse("a/**/=/**/\"# 1\"/* */\t\" // 2\";#\r\n//"));
	cr_expect_str_eq(
		config_setting_get_string(config_lookup(&reader.config, "a")),
		"# 1 // 2");
	reader_release(&reader);
}

/* ---- large --------------------------------------------------------------- */

static double seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/* Accepted or not: it may not take long. */
Test(reader, large_inputs_are_over_soon)
{
	static const struct {
		const char *head, *part;
		size_t count;
		bool accepted;
	} rows[] = {
		{"a = \"", "x", 4000000, false},
		{"", "# a comment in many bytes\n", 300000, true},
		{"#", "x", 8000000, true},
		{"a = ", "9", 1000000, false},
		{"a = 0.", "9", 1000000, true},
		{"a = ", "( ", 4000000, false},
		{"a = ( ", "{ b = 1; }, ", 600000, false},
		{"a = [ 1", ", 1", 2000000, false},
		{"a = \"\"", " \"\"", 2000000, false},
		{"", "/*", 4000000, false},
		{"", "@include \"x\"\n", 600000, false},
		{"", "\xef\xbb\xbf", 2000000, false},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		char *text = repeat(rows[i].head, rows[i].part, rows[i].count);
		double start = seconds();
		bool accepted = parse(text);

		cr_expect_eq(accepted, rows[i].accepted, "%s%s...",
			rows[i].head, rows[i].part);
		cr_expect_lt(seconds() - start, 5, "%s%s...", rows[i].head,
			rows[i].part);
		if (accepted)
			reader_release(&reader);
		free(text);
	}
}

Test(reader, a_group_of_too_many_names_is_refused)
{
	char *text = malloc(READER_BYTES);
	size_t used = 0;

	for (int i = 0; i < 100000; i++)
		used += (size_t)snprintf(
			text + used, READER_BYTES - used, "n%d = 1;\n", i);
	cr_expect_not(parse(text));
	cr_expect(strstr(issue.issue.what, "too many"), "%s", issue.issue.what);
	free(text);
}

Test(reader, too_many_values_are_refused)
{
	char *text = repeat("a = (", "1,", 400000);

	cr_expect_not(parse(text));
	cr_expect(strstr(issue.issue.what, "far too many"), "%s",
		issue.issue.what);
	free(text);
}

Test(reader, a_text_without_a_name_is_told_where_it_stands)
{
	static const char *const misplaced[] = {"\"b\";", "a = 1;\n\"b\";",
		"a = 1, \"b\";", "a = 1 \"b\";", "a: { \"b\"; };",
		"a = [1 \"b\"];", "a \"b\";", "a = ( ) \"b\";"};
	static const char *const fitting[] = {"a = \"b\" \"c\";",
		"a = [\"b\", \"c\"];", "a = (\"b\", \"c\" \"d\");",
		"a: \"b\";"};

	for (size_t i = 0; i < sizeof(misplaced) / sizeof(*misplaced); i++) {
		cr_expect_not(parse(misplaced[i]), "%s", misplaced[i]);
		cr_expect_eq(issue.line, i == 1 ? 2 : 1);
		cr_expect_str_eq(issue.issue.what,
			"a text stands here without a name", "%s",
			misplaced[i]);
	}
	for (size_t i = 0; i < sizeof(fitting) / sizeof(*fitting); i++) {
		cr_expect(parse(fitting[i]), "%s: %s", fitting[i],
			issue.issue.what);
		reader_release(&reader);
	}
}

Test(reader, eight_MiB_are_read_and_not_a_byte_more)
{
	char path[] = "/tmp/reader-XXXXXX";
	int fd = mkstemp(path);
	size_t size;
	char *bytes;

	cr_assert_eq(ftruncate(fd, READER_BYTES), 0);
	bytes = reader_slurp(path, READER_BYTES, &size, &issue);
	cr_expect(bytes);
	cr_expect_eq(size, READER_BYTES);
	free(bytes);
	cr_assert_eq(ftruncate(fd, READER_BYTES + 1), 0);
	cr_expect_null(reader_slurp(path, READER_BYTES, &size, &issue));
	cr_expect(strstr(issue.issue.what, "larger"), "%s", issue.issue.what);
	cr_expect_str_eq(issue.issue.mend, "is it the right file?");
	cr_expect_not(reader_open(&reader, path, &issue));
	bytes = repeat("", "\n", READER_BYTES + 1);
	cr_expect(reader_parse(&reader, path, bytes, READER_BYTES, &issue),
		"%s", issue.issue.what);
	reader_release(&reader);
	cr_expect_not(
		reader_parse(&reader, path, bytes, READER_BYTES + 1, &issue));
	free(bytes);
	close(fd);
	unlink(path);
}

/* ---- files --------------------------------------------------------------- */

Test(reader, opens_ordinary_files_only)
{
	char folder[] = "/tmp/reader-XXXXXX", fifo[64];
	const char *paths[] = {folder, fifo, "/dev/null", "/dev/zero",
		"/dev/tty", "/proc/self/mem", "/no/such/file", ""};

	alarm(20); /* not .timeout: see tests/support/screen.h */
	cr_assert(mkdtemp(folder));
	snprintf(fifo, sizeof(fifo), "%s/fifo", folder);
	cr_assert_eq(mkfifo(fifo, 0600), 0);
	for (size_t i = 0; i < sizeof(paths) / sizeof(*paths); i++) {
		cr_expect_not(
			reader_open(&reader, paths[i], &issue), "%s", paths[i]);
		cr_expect_str_eq(issue.file, paths[i]);
	}
	unlink(fifo);
	rmdir(folder);
}

Test(reader, what_is_not_there_is_told_so)
{
	static const char *const paths[] = {
		"/no/such/file", "no-such-file", "/dev/null/below-a-file"};

	for (size_t i = 0; i < sizeof(paths) / sizeof(*paths); i++) {
		cr_expect_not(reader_open(&reader, paths[i], &issue));
		cr_expect_str_eq(issue.issue.what, "there is no such file");
		cr_expect_str_eq(issue.issue.mend, "check the spelling");
	}
}

/* The kernel's files say that nothing is in them. */
Test(reader, what_does_not_say_how_much_it_holds_is_read_whole)
{
	size_t size;
	char *bytes = reader_slurp("/proc/self/status", 1 << 20, &size, &issue);

	cr_assert(bytes, "%s", issue.issue.what);
	cr_expect(!strncmp(bytes, "Name:", 5));
	cr_expect_eq(strlen(bytes), size);
	free(bytes);
	cr_expect_null(reader_slurp("/proc/self/status", 10, &size, &issue));
	cr_expect(strstr(issue.issue.what, "larger"), "%s", issue.issue.what);
}

Test(reader, a_dash_is_standard_input)
{
	static const char text[] = "a = 5;";
	int ends[2];

	cr_assert_eq(pipe(ends), 0);
	cr_assert_eq(write(ends[1], text, sizeof(text) - 1), 6);
	close(ends[1]);
	dup2(ends[0], STDIN_FILENO);
	cr_assert(reader_open(&reader, "-", &issue), "%s", issue.issue.what);
	cr_expect_str_eq(reader.file, "standard input");
	cr_expect_str_eq(reader.bytes, text);
	reader_release(&reader);
}

/* The file's name is foreign too. */
Test(reader, words_are_one_clean_line)
{
	char words[1024];

	file_issue_set(&issue, "a\x1b[2J\nb", 3, "no \xe2\x80\xae good");
	file_issue_words(&issue, words, sizeof(words));
	cr_expect_not(strpbrk(words, "\x1b\n"), "%s", words);
	cr_expect_not(strstr(words, "\xe2\x80\xae"), "%s", words);
	cr_expect(strstr(words, ":3: no "), "%s", words);
	file_issue_words(&issue, words, 8);
	cr_expect_lt(strlen(words), 8);
}
