/*
 * Reports of a session that was changed at will, in every format. The first
 * byte chooses the session, the second what is written, each line is a change:
 *
 *	KEY=TEXT	set it, if the session takes that
 *	!KEY=TEXT	put it there whatever it is, as a bug might
 *	?KEY=TEXT	evidence from this source
 *	+NAME, -N, *N	an option more, one less, a copy
 */
#include <string.h>

#include "claims.h"
#include "compare.h"
#include "explanation.h"
#include "fuzz.h"
#include "session_file.h"
#include "svg.h"

#define EXAMPLES TEST_SOURCE "/share/examples/"
#define VECTORS TEST_SOURCE "/tests/vectors/"

static const char *const files[] = {EXAMPLES "support-triage.cfg",
	EXAMPLES "medical-coding.cfg", EXAMPLES "air-gapped-site.cfg",
	VECTORS "case-01.cfg", VECTORS "case-07.cfg", VECTORS "case-09.cfg"};
enum { FILES = sizeof(files) / sizeof(files[0]) };

enum { WITH_ASCII = 1, WITH_COMPARISON = 2, WITH_DAY = 4, WITH_EUROPE = 8 };

static struct session base[FILES], session;
static struct result result, base_result;
static struct odds odds, base_odds;
static struct odds_work work;
static struct bridge bridge;

/* ---- the session -------------------------------------------------------- */

static void read_files(void)
{
	struct file_issue issue;

	for (int i = 0; i < FILES; i++)
		MUST(session_file_read(files[i], &base[i], NULL, &issue));
}

static void smuggle(struct place place, const char *text)
{
	struct value *value =
		place.option < 0 ? &session.shared[place.input]
				 : &session.option[place.option]
						  [place.input - SHARED_INPUTS];
	size_t size = strlen(text) + 1;

	if (input_table[place.input].kind != KIND_TEXT || size > SESSION_TEXT ||
		session.used + size > SESSION_POOL)
		return;
	memcpy(session.pool + session.used, text, size);
	value->text = session.used;
	session.used += (uint32_t)size;
}

static void set(char *key, char how)
{
	char *text = strchr(key, '=');
	struct place place;
	struct issue issue;

	if (!text)
		return;
	*text++ = '\0';
	if (!session_find(&session, key, &place, &issue))
		return;
	if (how == '!')
		smuggle(place, text);
	else if (how == '?')
		session_add_evidence(&session, place, GRADE_CITED, text,
			"2026-10-31", &issue);
	else
		session_set(&session, place, text, &issue);
}

static int option_of(const char *digits)
{
	int option = *digits - '0';

	return option >= 0 && option < session.options ? option : -1;
}

static void change(char *line)
{
	switch (*line) {
	case '+': session_add_option(&session, line + 1); break;
	case '-':
		if (option_of(line + 1) >= 0)
			session_remove_option(&session, option_of(line + 1));
		break;
	case '*':
		if (option_of(line + 1) >= 0)
			session_copy_option(&session, option_of(line + 1));
		break;
	case '!':
	case '?': set(line + 1, *line); break;
	default: set(line, 0);
	}
}

/* A few scenarios find as many mistakes as many do. */
static void work_out(struct session *of, struct result *to, struct odds *into)
{
	struct issue issue;

	MUST(session_set(of, SHARED_PLACE(IN_session_scenarios), "64", &issue));
	evaluate(of, to);
	evaluate_odds(of, to, into, &work);
}

/* ---- what is written ---------------------------------------------------- */

static void check(
	const char *format, const char *bytes, size_t size, char separator)
{
	if (!strcmp(format, "csv"))
		must_be_csv(bytes, size, separator);
	else if (!strcmp(format, "json"))
		must_be_json(bytes, size);
	else if (!strcmp(format, "markdown"))
		must_be_markdown(bytes, size);
	else if (!strcmp(format, "html") || !strcmp(format, "svg"))
		must_be_markup(bytes, size);
	else
		must_be_lines(bytes, size, 80);
}

static void write_all(
	const struct report_format *formats, const struct report *report)
{
	for (; formats->write; formats++) {
		char *bytes = NULL;
		size_t size;
		FILE *out = open_memstream(&bytes, &size);

		MUST(out && formats->write(out, report));
		fclose(out);
		check(formats->names[0], bytes, size,
			report->dialect->separator);
		free(bytes);
	}
}

static void draw_all(const struct report *report)
{
	char *bytes = NULL;
	size_t size;
	FILE *out = open_memstream(&bytes, &size);

	MUST(out);
	svg_curves(out, report);
	svg_spread(out, report);
	svg_tornado(out, report);
	svg_money(out, report);
	svg_path(out, report);
	fclose(out);
	check("svg", bytes, size, 0);
	free(bytes);
}

static void compare(struct report *report, int which)
{
	const struct comparison comparison = {
		.a = {"changed.cfg", &session, &result, &odds},
		.b = {"b\033.cfg", &base[which], &base_result, &base_odds},
		.bridge = &bridge};

	work_out(&base[which], &base_result, &base_odds);
	bridge_build(&session, &base[which], &bridge);
	report->comparison = &comparison;
	write_all(compare_formats, report);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz fuzz = fuzz_begin(data, size);
	int which = fuzz_byte(&fuzz) % FILES, with = fuzz_byte(&fuzz);
	struct report report = {.session = &session,
		.result = &result,
		.odds = &odds,
		.ascii = with & WITH_ASCII,
		.day = with & WITH_DAY ? 20800 : 0,
		.dialect = &csv_dialects[with & WITH_EUROPE ? 2 : 0]};
	struct place place;
	struct issue issue;
	char *line;

	if (!base[0].options)
		read_files();
	memcpy(&session, &base[which], session_size(&base[which]));
	while ((line = fuzz_line(&fuzz))) {
		change(line);
		free(line);
	}
	if (!session_check(&session, &place, &issue)) {
		MUST(issue.what[0]);
		return 0;
	}
	work_out(&session, &result, &odds);
	write_all(report_formats, &report);
	draw_all(&report);
	if (with & WITH_COMPARISON)
		compare(&report, which);
	return 0;
}
