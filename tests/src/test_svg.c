#include <ctype.h>
#include <locale.h>
#include <math.h>

#include "report_fixture.h"
#include "svg.h"
#include "svg_parts.h"

static const struct picture {
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
enum { CURVES, SPREAD, TORNADO, MONEY, PATH, PICTURES };

static const struct report report = {
	.session = &session, .result = &result, .odds = &odds};

/* The caller frees. */
static char *drawn(int picture)
{
	char *bytes = NULL, *copy;
	size_t size;
	FILE *out = open_memstream(&bytes, &size);

	pictures[picture].draw(out, &report);
	fclose(out);
	copy = strdup(bytes);
	free(bytes);
	return copy;
}

/* ---- a small reader of XML ----------------------------------------------- */

enum { DEEPEST = 16, NAME = 32, IDS = 40 };

struct walk {
	const char *at;
	char open[DEEPEST][NAME];
	int depth;
	char ids[IDS][NAME];
	int count;
};

static void read_name(struct walk *walk, char name[NAME])
{
	size_t length = strspn(walk->at, "abcdefghijklmnopqrstuvwxyz"
					 "ABCDEFGHIJKLMNOPQRSTUVWXYZ-12");

	cr_assert(length > 0 && length < NAME, "no name: %.40s", walk->at);
	snprintf(name, NAME, "%.*s", (int)length, walk->at);
	walk->at += length;
}

/* Text up to one of two characters: no bare "<", and "&" only of an entity. */
static void read_text(struct walk *walk, char end, char *out, size_t size)
{
	static const char *const entities[] = {
		"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
	size_t length = 0;

	for (; *walk->at && *walk->at != end; walk->at++) {
		bool known = *walk->at != '&';

		cr_assert((unsigned char)*walk->at >= 0x20 || *walk->at == '\n',
			"a control character");
		cr_assert_neq(*walk->at, '<');
		for (size_t i = 0; i < 5; i++)
			known |= !strncmp(
				walk->at, entities[i], strlen(entities[i]));
		cr_assert(known, "a bare &: %.40s", walk->at);
		if (length + 1 < size)
			out[length++] = *walk->at;
	}
	if (size > 0)
		out[length] = '\0';
}

static bool is_coordinate(const char *name)
{
	static const char *const names[] = {"x", "y", "x1", "y1", "x2", "y2",
		"cx", "cy", "r", "d", "width", "height", "viewBox", "dx"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (!strcmp(name, names[i]))
			return true;
	return false;
}

/* Digits with at most one behind a point; never "-0". */
static void expect_coordinates(const char *name, const char *value)
{
	cr_assert(value[0] && value[0] != ' ', "%s is empty", name);
	cr_assert_eq(value[strspn(value, "0123456789.- MLZHV")], '\0',
		"%s=\"%s\"", name, value);
	for (const char *at = value; *at; at++) {
		bool ends = at[0] && !isdigit((unsigned char)at[1]);

		cr_assert(*at != '-' || at[1] != '0' || at[2] == '.',
			"-0 in %s", value);
		cr_assert(*at != '.' || (isdigit((unsigned char)at[1]) &&
						!isdigit((unsigned char)at[2])),
			"not a tenth in %s", value);
		cr_assert(*at != '-' || !ends, "a lone - in %s", value);
	}
}

static void note_id(struct walk *walk, const char *id)
{
	for (int i = 0; i < walk->count; i++)
		cr_assert_str_neq(walk->ids[i], id);
	cr_assert(walk->count < IDS);
	snprintf(walk->ids[walk->count++], NAME, "%s", id);
}

static void read_attributes(struct walk *walk)
{
	char name[NAME], value[8000];

	while (*walk->at == ' ') {
		walk->at++;
		read_name(walk, name);
		cr_assert_eq(strncmp(walk->at, "=\"", 2), 0, "%.40s", walk->at);
		walk->at += 2;
		read_text(walk, '"', value, sizeof(value));
		cr_assert_eq(*walk->at++, '"');
		if (is_coordinate(name))
			expect_coordinates(name, value);
		if (!strcmp(name, "id"))
			note_id(walk, value);
	}
}

static void read_tag(struct walk *walk)
{
	bool closes = walk->at[1] == '/';
	char name[NAME];

	walk->at += closes ? 2 : 1;
	read_name(walk, name);
	if (closes) {
		cr_assert(walk->depth > 0);
		cr_assert_str_eq(walk->open[--walk->depth], name);
	} else {
		read_attributes(walk);
		if (*walk->at == '/') {
			walk->at++;
		} else {
			cr_assert(walk->depth < DEEPEST);
			snprintf(walk->open[walk->depth++], NAME, "%s", name);
		}
	}
	cr_assert_eq(*walk->at++, '>', "%s", name);
}

/* Well-formed, one element, ids of their own, sound coordinates. */
static void expect_sound(struct walk *walk, const char *bytes)
{
	walk->at = bytes;
	walk->depth = 0;
	cr_assert_eq(strncmp(bytes, "<svg ", 5), 0);
	while (*walk->at) {
		read_text(walk, '<', NULL, 0);
		if (*walk->at)
			read_tag(walk);
		cr_assert(walk->depth > 0 || !*walk->at || !walk->at[1],
			"more than one element");
	}
	cr_assert_eq(walk->depth, 0);
}

/* All pictures that there are, as on one page; how many. */
static int expect_all_sound(void)
{
	struct walk walk = {.count = 0};
	int count = 0;

	for (int i = 0; i < PICTURES; i++) {
		char *bytes = drawn(i);

		if (pictures[i].has(&report)) {
			expect_sound(&walk, bytes);
			count++;
		} else {
			cr_expect_str_empty(bytes, "%s", pictures[i].name);
		}
		free(bytes);
	}
	return count;
}

static void expect_says(int picture, const char *words)
{
	char *bytes = drawn(picture);
	char *from = strstr(bytes, "<desc"), *to = strstr(bytes, "</desc>");

	cr_assert(from && to, "%s", pictures[picture].name);
	*to = '\0';
	cr_expect(strstr(from, words), "%s does not say %s: %s",
		pictures[picture].name, words, from);
	free(bytes);
}

static void expect_says_money(int picture, double value)
{
	char words[FIGURE_MAX];

	figure_money(words, sizeof(words), value, session_currency(&session));
	expect_says(picture, words);
}

/* ---- ordinary sessions --------------------------------------------------- */

Test(svg, every_picture_of_every_session_is_sound)
{
	for (int i = 0; i < SESSION_FILES; i++) {
		open_session(session_files[i]);
		cr_expect(expect_all_sound() >= 3, "%s", session_files[i]);
	}
}

Test(svg, descriptions_have_the_figures_of_the_result)
{
	for (int i = 9; i < SESSION_FILES; i++) {
		const struct spread *net = &odds.simulation.net;

		open_session(session_files[i]);
		for (int k = 0; k < result.options; k++) {
			double total = result.option[k].ledger.total_pv;

			expect_says_money(CURVES, total);
			expect_says_money(MONEY, total);
		}
		expect_says_money(SPREAD, net->p05);
		expect_says_money(SPREAD, net->p50);
		expect_says_money(SPREAD, net->p95);
		expect_says_money(TORNADO, result.savings.net);
		expect_says_money(TORNADO, odds.tornado.swing[0].net_low);
		expect_says_money(TORNADO, odds.tornado.swing[0].net_high);
	}
}

Test(svg, descriptions_tell_when_it_pays_back_and_where_the_path_stops)
{
	open_session(session_files[12]);
	expect_says(CURVES, "Hosted tune has cost less in all from month 14 on "
			    "than Frontier prompted.");
	expect_says(PATH, "The path stops at question 5, savings.");
	expect_says(PATH, "quality yes (overruled)");
	set_text(IN_savings_horizon_months, -1, "10");
	work_out();
	expect_says(CURVES, "does not pay back within 10 months");
}

static void count_of(const char *bytes, const char *what, int *count)
{
	for (*count = 0; (bytes = strstr(bytes, what)); bytes++)
		++*count;
}

Test(svg, a_curve_and_a_bar_for_each_option)
{
	for (int i = 0; i < SESSION_FILES; i++) {
		char *curves, *money;
		int lines, bars;

		open_session(session_files[i]);
		curves = drawn(CURVES);
		money = drawn(MONEY);
		count_of(curves, "class=\"tn-curve", &lines);
		count_of(money, "class=\"tn-axis\"", &bars);
		cr_expect_eq(lines, result.options, "%s", session_files[i]);
		cr_expect_eq(bars, result.options, "%s", session_files[i]);
		free(curves);
		free(money);
	}
}

Test(svg, the_bytes_do_not_hang_on_the_locale)
{
	char *before[PICTURES];

	open_session(session_files[12]);
	for (int i = 0; i < PICTURES; i++)
		before[i] = drawn(i);
	if (!setlocale(LC_ALL, "de_DE.UTF-8"))
		cr_skip_test("no de_DE.UTF-8 here");
	for (int i = 0; i < PICTURES; i++) {
		char *after = drawn(i);

		cr_expect_str_eq(after, before[i], "%s", pictures[i].name);
		free(after);
		free(before[i]);
	}
}

/* ---- sessions at the edge ------------------------------------------------ */

Test(svg, without_options_there_is_no_picture)
{
	session_init(&session);
	work_out();
	cr_expect_eq(expect_all_sound(), 0);
}

Test(svg, without_ranges_nothing_is_spread)
{
	struct ranged ranged;

	open_session(session_files[12]);
	ranged_list(&ranged, &session);
	for (int i = 0; i < ranged.count; i++) {
		char text[FIGURE_MAX];

		figure_exact(text, sizeof(text),
			session_base(&session, ranged.place[i]));
		set_text(ranged.place[i].input, ranged.place[i].option, text);
	}
	work_out();
	cr_expect_not(svg_has_spread(&report));
	cr_expect_not(svg_has_tornado(&report));
	cr_expect_eq(expect_all_sound(), 3);
}

Test(svg, one_option_is_drawn_alone)
{
	open_session(session_files[12]);
	while (session.options > 1)
		session_remove_option(&session, session.options - 1);
	work_out();
	cr_expect_eq(expect_all_sound(), 3);
	cr_expect_not(svg_has_spread(&report));
}

Test(svg, one_month_and_no_requests_are_drawn)
{
	open_session(session_files[12]);
	set_text(IN_savings_horizon_months, -1, "1");
	work_out();
	cr_expect_eq(expect_all_sound(), PICTURES);
	expect_says(CURVES, "after 1 month:");
	set_text(IN_volume_requests_per_month, -1, "0");
	work_out();
	expect_all_sound();
	set_text(IN_savings_horizon_months, -1, "120");
	work_out();
	expect_all_sound();
}

Test(svg, figures_without_end_stay_in_the_picture)
{
	open_session(session_files[12]);
	set_text(IN_volume_requests_per_month, -1, "1 to 1e12");
	set_text(IN_volume_growth_per_month, -1, "-50% to 100%");
	set_text(IN_quality_failure_cost, -1, "1e9");
	set_text(IN_savings_horizon_months, -1, "120");
	set_text(IN_session_currency, -1, "Fantastillio");
	work_out();
	cr_expect_eq(expect_all_sound(), PICTURES);
}

Test(svg, eight_options_with_long_names_are_cut_in_sight_and_whole_in_words)
{
	char name[200];

	open_session(session_files[12]);
	while (session.options < SESSION_OPTIONS)
		cr_assert(session_copy_option(&session, 0) >= 0);
	for (int i = 0; i < SESSION_OPTIONS; i++) {
		snprintf(name, sizeof(name),
			"A name that no picture is wide enough for, whatever "
			"one does to make room, number %d",
			i);
		set_text(IN_option_name, i, name);
	}
	work_out();
	cr_expect_eq(expect_all_sound(), PICTURES);
	expect_says(CURVES, name);
	expect_says(MONEY, name);
}

Test(svg, hostile_names_break_nothing)
{
	static const char override[] = {'\xe2', '\x80', '\xae', 0};
	static const char hostile[] =
		"</title><script>\"&'\x1b[2J\xff]]>\xe2\x80\xae<b "
		"\xe2\x80\xacx='";

	open_session(session_files[12]);
	for (int i = 0; i < session.options; i++)
		smuggle((struct place){IN_option_name, i}, hostile);
	smuggle(SHARED_PLACE(IN_session_currency), "<i>&");
	work_out();
	cr_expect_eq(expect_all_sound(), PICTURES);
	for (int i = 0; i < PICTURES; i++) {
		char *bytes = drawn(i);

		cr_expect_not(strstr(bytes, "<script"));
		cr_expect_not(strchr(bytes, 0x1b));
		cr_expect_not(strstr(bytes, override));
		free(bytes);
	}
}

/* ---- parts --------------------------------------------------------------- */

Test(svg, labels_are_moved_apart_as_little_as_can_be)
{
	double place[] = {50, 52, 100, 199};

	svg_spread_out(place, 4, 20, 0, 200);
	cr_expect_float_eq(place[0], 41, 1e-9);
	cr_expect_float_eq(place[1], 61, 1e-9);
	cr_expect_float_eq(place[2], 100, 1e-9);
	cr_expect_float_eq(place[3], 199, 1e-9);
}

Test(svg, labels_stay_inside)
{
	double place[] = {190, 195, 198};

	svg_spread_out(place, 3, 20, 0, 200);
	cr_expect_float_eq(place[0], 160, 1e-9);
	cr_expect_float_eq(place[2], 200, 1e-9);
}

Test(svg, the_style_touches_nothing_but_pictures)
{
	for (const char *at = svg_style; (at = strchr(at, '{')); at++) {
		const char *from = at;

		while (from > svg_style && !strchr("}\n{", from[-1]))
			from--;
		cr_expect(!strncmp(from, "svg.tn", 6) ||
				  !strncmp(from, "@media", 6),
			"%.30s", from);
	}
	cr_expect_not(strchr(svg_style, '<'));
	cr_expect_not(strstr(svg_style, "url(h"));
}
