/*
 * The pictures of a report as SVG: what a browser, and whoever cannot see,
 * rely on.
 */
#include "svg.h"

#include <ctype.h>
#include <locale.h>
#include <stdarg.h>

#include "report_fixture.h"

static const struct {
	const char *name;
	bool (*has)(const struct report *report);
	void (*draw)(FILE *out, const struct report *report);
} pictures[] = {
	{"curves", svg_has_curves, svg_curves},
	{"spread", svg_has_spread, svg_spread},
	{"tornado", svg_has_tornado, svg_tornado},
	{"money", svg_has_money, svg_money},
	{"path", svg_has_path, svg_path},
};
enum { PICTURE_COUNT = sizeof(pictures) / sizeof(*pictures) };

static struct report report_now(void)
{
	return (struct report){
		.session = &session, .result = &result, .odds = &odds};
}

/* One of them; the caller frees. */
static char *drawn(int picture)
{
	const struct report report = report_now();
	char *bytes = NULL;
	size_t size;
	FILE *out = open_memstream(&bytes, &size);

	pictures[picture].draw(out, &report);
	fclose(out);
	return bytes;
}

/* Every tag that opens closes, in order, and no bare & or < is left. */
static bool is_well_formed(const char *xml)
{
	char open[32][24];
	int depth = 0;

	for (const char *at = xml; *at; at++) {
		size_t length = 0;
		bool closes;

		if (*at == '&') {
			length = strcspn(at, "; \n<");
			if (at[length] != ';' || length < 2)
				return false;
			continue;
		}
		if (*at != '<')
			continue;
		closes = at[1] == '/';
		at += 1 + closes;
		while (isalnum((unsigned char)at[length]))
			length++;
		if (length == 0 || length >= sizeof(open[0]))
			return false;
		if (closes &&
			(depth == 0 || strncmp(open[depth - 1], at, length) ||
				open[depth - 1][length]))
			return false;
		if (closes)
			depth--;
		else if (depth < 32)
			snprintf(open[depth], sizeof(open[0]), "%.*s",
				(int)length, at);
		at += strcspn(at, "<>");
		if (*at != '>')
			return false;
		if (!closes && at[-1] != '/')
			depth++;
	}
	return depth == 0;
}

static bool has_word(const char *text, const char *word)
{
	size_t length = strlen(word);

	for (const char *at = text; (at = strstr(at, word)) != NULL; at++)
		if ((at == text || !isalpha((unsigned char)at[-1])) &&
			!isalpha((unsigned char)at[length]))
			return true;
	return false;
}

static void expect_sound(const char *about)
{
	const struct report report = report_now();

	for (int i = 0; i < PICTURE_COUNT; i++) {
		char *xml = drawn(i);

		cr_expect_eq(pictures[i].has(&report), *xml != '\0', "%s: %s",
			about, pictures[i].name);
		cr_expect(is_well_formed(xml), "%s: %s: %s", about,
			pictures[i].name, xml);
		cr_expect_not(has_word(xml, "nan") || has_word(xml, "inf"),
			"%s: %s", about, pictures[i].name);
		cr_expect_null(strstr(xml, "\"-0\""), "%s: %s", about,
			pictures[i].name);
		if (*xml) {
			cr_expect(strstr(xml, "<title"), "%s", about);
			cr_expect(strstr(xml, "<desc"), "%s", about);
			cr_expect(strstr(xml, "role=\"img\""), "%s", about);
		}
		free(xml);
	}
}

Test(svg, every_session_has_sound_pictures)
{
	for (int i = 0; i < SESSION_FILES; i++) {
		open_session(session_files[i]);
		expect_sound(session_files[i]);
	}
}

/* Figures at the ends of what a session may hold. */
Test(svg, so_have_odd_ones)
{
	session_init(&session);
	work_out();
	expect_sound("nothing");
	session_add_option(&session, "Alone");
	work_out();
	expect_sound("one option");
	open_session(TEST_SOURCE "/share/examples/support-triage.cfg");
	set_text(IN_savings_horizon_months, -1, "1");
	work_out();
	expect_sound("a month");
	set_text(IN_savings_horizon_months, -1, "120");
	set_text(IN_volume_requests_per_month, -1, "1e12");
	work_out();
	expect_sound("very many requests");
	set_text(IN_volume_requests_per_month, -1, "0");
	work_out();
	expect_sound("no requests");
	for (int i = 0; i < session.options; i++)
		session_unset(&session, (struct place){IN_option_pass_rate, i});
	work_out();
	expect_sound("nothing measured");
}

Test(svg, names_do_nothing_in_a_page)
{
	open_session(TEST_SOURCE "/share/examples/support-triage.cfg");
	smuggle((struct place){IN_option_name, 0},
		"</title><script>alert(1)</script>&\"'\033[31m");
	work_out();
	expect_sound("a script in a name");
	for (int i = 0; i < PICTURE_COUNT; i++) {
		char *xml = drawn(i);

		cr_expect_null(strstr(xml, "<script"), "%s", pictures[i].name);
		cr_expect_null(strchr(xml, '\033'), "%s", pictures[i].name);
		free(xml);
	}
}

Test(svg, a_decimal_comma_changes_nothing)
{
	char *before[PICTURE_COUNT];

	open_session(TEST_SOURCE "/share/examples/support-triage.cfg");
	for (int i = 0; i < PICTURE_COUNT; i++)
		before[i] = drawn(i);
	if (!setlocale(LC_ALL, "de_DE.UTF-8"))
		cr_skip_test("there is no locale de_DE.UTF-8");
	for (int i = 0; i < PICTURE_COUNT; i++) {
		char *after = drawn(i);

		cr_expect_str_eq(before[i], after);
		free(after);
		free(before[i]);
	}
}

Test(svg, the_description_says_the_figures)
{
	char net[FIGURE_MAX];
	char *xml;

	open_session(TEST_SOURCE "/share/examples/support-triage.cfg");
	figure_money(net, sizeof(net),
		result.option[result.tuned].ledger.total_pv, "$");
	xml = drawn(0);
	cr_expect(strstr(xml, net), "%s", net);
	cr_expect(strstr(xml, "month 14"), "the payback");
	free(xml);
}
