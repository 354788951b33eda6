#include "text.h"

#include <criterion/criterion.h>
#include <string.h>

static const struct {
	const char *text;
	int cells;
} widths[] = {
	{"", 0},
	{"abc", 3},
	{"Zoë", 3},
	{"Zoe\u0308", 3},
	{"価格", 4},
	{"─│●█▒", 5},
	{"😀", 2},
	{"한국", 4},
	{"\u1112\u1161\u11ab", 2}, /* the same in three letters */
	{"e\u0301\u0302\u0303", 1},
	{"≤ 5 €", 5},
};

Test(text, width_counts_cells)
{
	for (size_t i = 0; i < sizeof(widths) / sizeof(widths[0]); i++)
		cr_expect_eq(text_width(widths[i].text), widths[i].cells,
			"\"%s\": %d", widths[i].text,
			text_width(widths[i].text));
}

Test(text, decode_takes_bad_bytes_one_by_one)
{
	static const char *const bad[] = {"\xff", "\xc0\xaf", "\xed\xa0\x80",
		"\xf5\x80\x80\x80", "\xe4\xbe", "\x80"};
	uint32_t rune;

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		cr_expect_eq(text_decode(bad[i], &rune), 1, "row %zu", i);
		cr_expect_eq(rune, 0xfffd, "row %zu", i);
	}
	cr_expect_eq(text_decode("", &rune), 0);
}

Test(text, encode_is_decode_backwards)
{
	static const uint32_t runes[] = {1, 'a', 0x7f, 0x80, 0x7ff, 0x800,
		0xd7ff, 0xe000, 0xffff, 0x10000, 0x10ffff};

	for (size_t i = 0; i < sizeof(runes) / sizeof(runes[0]); i++) {
		char bytes[5] = "";
		uint32_t rune;
		int count = text_encode(runes[i], bytes);

		cr_expect_eq(text_decode(bytes, &rune), count);
		cr_expect_eq(rune, runes[i], "U+%04X", runes[i]);
	}
}

Test(text, clusters_are_what_a_reader_calls_a_letter)
{
	static const char *const letters[] = {"a", "é", "e\u0301",
		"👨‍👩‍👧", "🇩🇪", "한", "👍🏽"};

	for (size_t i = 0; i < sizeof(letters) / sizeof(letters[0]); i++) {
		char text[64] = "x";
		size_t bytes = strlen(letters[i]);

		strcat(text, letters[i]);
		strcat(text, "y");
		cr_expect_eq(text_cluster(text + 1), bytes, "%s", letters[i]);
		cr_expect_eq(text_cluster_before(text, bytes + 1), bytes, "%s",
			letters[i]);
	}
	cr_expect_eq(text_cluster(""), 0);
	cr_expect_eq(text_cluster_before("abc", 0), 0);
}

static const struct {
	const char *foreign, *clean;
} cleanings[] = {
	{"plain", "plain"},
	{"\033[31mred\033[0m", "^[[31mred^[[0m"},
	{"\033]52;c;ZXZpbA==\007", "^[]52;c;ZXZpbA==^G"},
	{"a\rb\nc\td\be", "a^Mb^Jc^Id^He"},
	{"\177", "^?"},
	{"\xc2\x9b"
	 "31m",
		"~[31m"},
	{"\x9b", "\uFFFD"},
	{"\xff\xfe", "\uFFFD\uFFFD"},
	{"user\u202Etxt.exe", "user<U+202E>txt.exe"},
	{"\u2066a\u2069\u200Eb\u061C", "<U+2066>a<U+2069><U+200E>b<U+061C>"},
	{"zero\u200Bwidth\uFEFF", "zero<U+200B>width<U+FEFF>"},
	{"a\u2028b", "a<U+2028>b"},
	{"\U000E0041", "<U+E0041>"},
	{"so\u00ADft", "so<U+00AD>ft"},
	{"\u3164", "<U+3164>"},
	{"e\u0301\u0301\u0301\u0301\u0301\u0301x",
		"e\u0301\u0301\u0301\u0301x"},
	{"\u0301x", "\u25CC\u0301x"},
	{"Zoë 価格 😀", "Zoë 価格 😀"},
	{"👨‍👩‍👧", "👨‍👩‍👧"},
	{"\u200D", "<U+200D>"},
};

Test(text, clean_shows_what_controls_are)
{
	char out[256];

	for (size_t i = 0; i < sizeof(cleanings) / sizeof(cleanings[0]); i++) {
		size_t length =
			text_clean(out, sizeof(out), cleanings[i].foreign);

		cr_expect_str_eq(
			out, cleanings[i].clean, "row %zu: \"%s\"", i, out);
		cr_expect_eq(length, strlen(out));
	}
}

Test(text, clean_text_stays_clean)
{
	char once[256], twice[256];

	for (size_t i = 0; i < sizeof(cleanings) / sizeof(cleanings[0]); i++) {
		text_clean(once, sizeof(once), cleanings[i].foreign);
		text_clean(twice, sizeof(twice), once);
		cr_expect_str_eq(once, twice, "row %zu", i);
		cr_expect(text_is_plain(once), "row %zu", i);
	}
}

Test(text, clean_fits_any_room_in_whole_pieces)
{
	const char *foreign = "é\033😀\u202Ee\u0301";

	for (size_t size = 1; size < 32; size++) {
		char out[32];
		size_t length = text_clean(out, size, foreign);

		cr_expect_lt(length, size);
		cr_expect_eq(strlen(out), length);
		cr_expect(text_is_plain(out), "size %zu: %s", size, out);
	}
}

Test(text, plain_is_utf8_without_controls)
{
	cr_expect(text_is_plain("Zoë 価格 \uFFFD"));
	cr_expect_not(text_is_plain("a\033b"));
	cr_expect_not(text_is_plain("a\nb"));
	cr_expect_not(text_is_plain("\xc2\x85"));
	cr_expect_not(text_is_plain("\xff"));
	cr_expect_not(text_is_plain("a\u202Eb"));
}

static const char *const samples[] = {"", "a", "Frontier, prompted",
	"価格と品質", "e\u0301e\u0301e\u0301", "😀😀😀", "aé価😀"};

Test(text, fit_is_exactly_so_wide)
{
	for (size_t i = 0; i < sizeof(samples) / sizeof(samples[0]); i++) {
		for (int cells = 0; cells < 24; cells++) {
			char left[256], right[256];

			text_fit(left, sizeof(left), samples[i], cells,
				TEXT_LEFT, false);
			text_fit(right, sizeof(right), samples[i], cells,
				TEXT_RIGHT, false);
			cr_expect_eq(text_width(left), cells, "\"%s\" in %d",
				left, cells);
			cr_expect_eq(text_width(right), cells, "\"%s\" in %d",
				right, cells);
		}
	}
}

Test(text, fit_pads_and_cuts)
{
	char out[64];

	text_fit(out, sizeof(out), "abc", 5, TEXT_LEFT, false);
	cr_expect_str_eq(out, "abc  ");
	text_fit(out, sizeof(out), "abc", 5, TEXT_RIGHT, false);
	cr_expect_str_eq(out, "  abc");
	text_fit(out, sizeof(out), "abcdef", 5, TEXT_LEFT, false);
	cr_expect_str_eq(out, "abcd…");
	text_fit(out, sizeof(out), "abcdef", 5, TEXT_LEFT, true);
	cr_expect_str_eq(out, "abcd~");
	text_fit(out, sizeof(out), "価格価", 4, TEXT_LEFT, false);
	cr_expect_str_eq(out, "価… ");
}

static const struct {
	const char *text;
	int cells;
	const char *rest;
	int blanks;
} behinds[] = {
	{"abc", 0, "abc", 0}, {"abc", 2, "c", 0}, {"abc", 3, "", 0},
	{"abc", 9, "", 0}, {"", 4, "", 0}, {"価格x", 2, "格x", 0},
	{"価格x", 1, "格x", 1}, /* half of it is left */
	{"価格x", 3, "x", 1},
	{"e\xcc\x81x", 1, "x", 0}, /* a mark goes with its letter */
};

Test(text, what_is_behind_some_cells)
{
	for (size_t i = 0; i < sizeof(behinds) / sizeof(*behinds); i++) {
		int blanks;
		const char *rest =
			text_behind(behinds[i].text, behinds[i].cells, &blanks);

		cr_expect_str_eq(rest, behinds[i].rest);
		cr_expect_eq(blanks, behinds[i].blanks, "\"%s\" behind %d",
			behinds[i].text, behinds[i].cells);
	}
}

Test(text, fit_never_writes_past_its_room)
{
	for (size_t size = 1; size < 16; size++) {
		char out[17];

		memset(out, '#', sizeof(out));
		text_fit(out, size, "価格と品質", 9, TEXT_RIGHT, false);
		cr_expect_lt(strlen(out), size);
		cr_expect_eq(out[size], '#', "size %zu", size);
	}
}

Test(text, wrap_breaks_at_blanks_and_loses_no_word)
{
	const char *text = "the quick  brown fox jumps over 価格と品質 again";

	for (int cells = 2; cells < 60; cells++) {
		char joined[256] = "";
		const char *at = text, *next;
		size_t bytes;

		while ((bytes = text_wrap(at, cells, &next)) > 0) {
			char line[256] = "";

			memcpy(line, at, bytes);
			cr_expect_leq(text_width(line), cells, "\"%s\"", line);
			cr_expect_neq(line[bytes - 1], ' ');
			strcat(joined, line);
			at = next;
		}
		cr_expect_eq(*next, '\0');
		for (const char *c = text, *d = joined; *c != '\0'; c++) {
			if (*c == ' ')
				continue;
			while (*d == ' ')
				d++;
			cr_assert_eq(*c, *d++, "%d cells: %s", cells, joined);
		}
	}
}

Test(text, wrap_keeps_whole_words_together)
{
	const char *next;
	const char *text = "ten years later";

	cr_expect_eq(text_wrap(text, 9, &next), 9);
	cr_expect_str_eq(next, "later");
	cr_expect_eq(text_wrap(text, 8, &next), 3);
	cr_expect_str_eq(next, "years later");
	cr_expect_eq(text_wrap("   ", 8, &next), 0);
	cr_expect_eq(*next, '\0');
	cr_expect_eq(text_wrap("          late", 8, &next), 1, "not the end");
	cr_expect_str_eq(next, "late");
	cr_expect_eq(text_wrap("価格", 1, &next), 3, "it must go on");
}

/* Pictures that are joined are one cluster, however many they are. */
Test(text, a_cluster_wider_than_a_line_is_cut)
{
	const char *text = "👨\u200d👩\u200d👧\u200d👦 four", *next;

	cr_expect_eq(text_wrap(text, 5, &next), 14);
	cr_expect_eq(text_wrap(next, 5, &next), 11);
	cr_expect_str_eq(next, "four");
}

Test(text, ascii_is_near_and_as_wide)
{
	static const char *const pairs[][2] = {
		{"plain", "plain"},
		{"Zoë naïve Ł", "Zoe naive L"},
		{"a – b — “c” ‘d’", "a - b - \"c\" 'd'"},
		{"┌─┐│└┘", "+-+|++"},
		{"█▓▒░", "#=:."},
		{"→ ≤ ×", "> < x"},
		{"価", "??"},
		{"e\u0301", "e"},
		{"ﬁ①", "f1"},
	};
	char out[64];

	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		text_to_ascii(out, sizeof(out), pairs[i][0]);
		cr_expect_str_eq(out, pairs[i][1], "%s: %s", pairs[i][0], out);
		cr_expect_eq(text_width(out), text_width(pairs[i][0]));
	}
}
