/*
 * The memo: golden files of whole reports, and what must hold for any of
 * them. After a wanted change, tests/golden/README says how to renew them.
 */
#include <ctype.h>
#include <locale.h>

#include "blank.h"
#include "report_fixture.h"
#include "text.h"

static char *slurp(const char *path)
{
	FILE *file = fopen(path, "rb");
	char *bytes = calloc(1, 1 << 18);

	cr_assert(file && bytes, "%s", path);
	fread(bytes, 1, (1 << 18) - 1, file);
	fclose(file);
	return bytes;
}

static int first_difference(const char *a, const char *b)
{
	int line = 1;

	for (; *a && *a == *b; a++, b++)
		line += *a == '\n';
	return line;
}

Test(report_text, agrees_with_the_golden_memos)
{
	static const struct {
		const char *path, *golden;
		bool ascii;
	} rows[] = {
		{TEST_DATA "/vectors/case-04.cfg", "case-04.txt", false},
		{TEST_DATA "/vectors/case-07.cfg", "case-07-ascii.txt", true},
		{TEST_SOURCE "/share/examples/support-triage.cfg",
			"support-triage.txt", false},
		{TEST_SOURCE "/share/examples/medical-coding.cfg",
			"medical-coding.txt", false},
		{TEST_SOURCE "/share/examples/internal-assistant.cfg",
			"internal-assistant.txt", false},
		{TEST_SOURCE "/share/examples/document-extraction.cfg",
			"document-extraction.txt", false},
		{TEST_SOURCE "/share/examples/typing-assistant.cfg",
			"typing-assistant.txt", false},
		{TEST_SOURCE "/share/examples/air-gapped-site.cfg",
			"air-gapped-site.txt", false},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char path[512];
		char *ours, *golden;

		snprintf(path, sizeof(path), TEST_DATA "/golden/%s",
			rows[i].golden);
		open_session(rows[i].path);
		ours = report_of("text", rows[i].ascii);
		golden = slurp(path);
		cr_expect(!strcmp(ours, golden), "%s: differs from line %d on",
			rows[i].golden, first_difference(ours, golden));
		free(ours);
		free(golden);
	}
}

/* At most 80 cells, nothing raw, no figure that is none. */
static void expect_tidy(const char *report, bool ascii, const char *name)
{
	char line[8192];
	int number = 0;

	while (*report) {
		size_t length = strcspn(report, "\n");

		number++;
		cr_assert_lt(length, sizeof(line));
		memcpy(line, report, length);
		line[length] = '\0';
		report += length + (report[length] == '\n');
		cr_expect_leq(
			text_width(line), 80, "%s:%d: %s", name, number, line);
		cr_expect(text_is_plain(line), "%s:%d is not plain", name,
			number);
		cr_expect(!length || line[length - 1] != ' ',
			"%s:%d ends in blanks", name, number);
		for (size_t i = 0; ascii && i < length; i++)
			cr_expect((unsigned char)line[i] < 0x80, "%s:%d: %s",
				name, number, line);
	}
}

/* The word stands nowhere by itself, but may in "finance". */
static void expect_figures(
	const char *report, const char *word, const char *name)
{
	for (const char *at = report; (at = strstr(at, word)); at++)
		cr_expect(isalpha((unsigned char)at[-1]) ||
				  isalpha((unsigned char)at[strlen(word)]),
			"%s has a figure %s", name, word);
}

static void expect_tidy_twice(const char *name)
{
	for (int ascii = 0; ascii < 2; ascii++) {
		char *report = report_of("text", ascii);

		expect_tidy(report, ascii, name);
		expect_figures(report, "nan", name);
		expect_figures(report, "inf", name);
		free(report);
	}
}

Test(report_text, fits_eighty_columns_in_any_session)
{
	for (int i = 0; i < SESSION_FILES; i++) {
		open_session(session_files[i]);
		expect_tidy_twice(session_files[i]);
	}
	session_init(&session);
	work_out();
	expect_tidy_twice("a session without anything");
}

Test(report_text, fits_with_eight_options_of_long_and_wide_names)
{
	static const char *const names[] = {
		"An option of thirty characters",
		"大規模言語モデルを社内で微調整して運用する案",
		"Größe e\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81",
		"WithoutAnyBlankInItsWholeVeryLongName",
		"👩‍👩‍👧‍👦 family",
		"e",
		"seven",
		"the eighth and the last one of all of them",
	};
	struct issue issue;

	open_session(session_files[8]);
	set_text(IN_session_currency, -1, "CHF");
	set_text(IN_volume_requests_per_month, -1, "2B");
	while (session.options < SESSION_OPTIONS)
		cr_assert_geq(session_copy_option(&session, 1), 0);
	for (int i = 0; i < SESSION_OPTIONS; i++) {
		struct place place = {.input = IN_option_name, .option = i};

		cr_assert(session_set(&session, place, names[i], &issue), "%s",
			issue.what);
	}
	work_out();
	expect_tidy_twice("eight options");
}

Test(report_text, makes_hostile_texts_harmless_in_every_field)
{
	static const char *const hostile[] = {"\x1b[31mred", "\xe2\x80\xaelive",
		"\302\2331A", "bad \xff\xfe bytes", "a\rb\nc\td", "%s%n"};

	char name[40];

	for (size_t h = 0; h < sizeof(hostile) / sizeof(hostile[0]); h++) {
		open_session(session_files[12]);
		for (int i = 0; i < INPUTS; i++) {
			struct place place = {.input = (enum input)i,
				.option = i < SHARED_INPUTS ? -1 : 0};

			if (input_table[i].kind == KIND_TEXT)
				smuggle(place, hostile[h]);
		}
		for (int i = 0; i < session.evidences; i++)
			session.evidence[i].source =
				session.shared[IN_session_name].text;
		work_out();
		snprintf(name, sizeof(name), "hostile text %zu", h);
		expect_tidy_twice(name);
	}
}

Test(report_text, prints_what_the_author_wrote)
{
	static const char *const words[] = {"Because the board asked for it.",
		"A note for the next reader.", "Maria of the data team",
		"the October gateway log", "measured"};
	struct issue issue;
	char *report;

	open_session(session_files[8]);
	set_text(IN_volume_answer, -1, "unsure");
	set_text(IN_volume_reason, -1, words[0]);
	set_text(IN_session_notes, -1, words[1]);
	set_text(IN_upkeep_hiring_owner, -1, words[2]);
	cr_assert(session_add_evidence(&session,
		SHARED_PLACE(IN_volume_requests_per_month), GRADE_MEASURED,
		words[3], "2026-10-31", &issue));
	work_out();
	report = report_of("text", false);
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		cr_expect(strstr(report, words[i]), "no \"%s\"", words[i]);
	free(report);
}

Test(report_text, says_which_options_have_no_price)
{
	char *report;

	blank_session(&session, "");
	work_out();
	report = report_of("text", false);
	cr_expect(strstr(report, "No option has a price yet"));
	free(report);
	set_text(IN_option_input_price, 0, "2");
	work_out();
	report = report_of("text", false);
	cr_expect(strstr(report, "3 of the options have no price yet"));
	free(report);
}

Test(report_text, is_the_same_twice_and_in_another_locale)
{
	open_session(session_files[12]);
	for (int round = 0; round < 2; round++) {
		char *first = report_of("text", false), *second;

		if (round == 1 && !setlocale(LC_ALL, "de_DE.UTF-8"))
			cr_skip_test("no locale de_DE.UTF-8 here");
		second = report_of("text", false);
		cr_expect_str_eq(first, second);
		free(first);
		free(second);
	}
}

Test(report_text, a_full_disk_is_a_failure)
{
	const struct report report = {
		.session = &session, .result = &result, .odds = &odds};
	FILE *full = fopen("/dev/full", "w");

	if (!full)
		cr_skip_test("SKIPPED: no /dev/full here");
	open_session(session_files[8]);
	cr_expect_not(report_text(full, &report));
	fclose(full);
	full = fopen("/dev/full", "w");
	cr_expect_not(report_json(full, &report));
	fclose(full);
}
