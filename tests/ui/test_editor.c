#include "editor.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "text.h"

static struct editor editor;

static void press(int key)
{
	cr_expect(editor_press(&editor, (struct press){.key = key}), "key %d",
		key);
}

static void press_alt(uint32_t rune)
{
	cr_expect(editor_press(
		&editor, (struct press){.key = PRESS_ALT, .rune = rune}));
}

static void type(const char *text)
{
	uint32_t rune;

	for (int bytes; (bytes = text_decode(text, &rune)) > 0; text += bytes)
		cr_expect(editor_press(&editor,
			(struct press){.key = PRESS_RUNE, .rune = rune}));
}

/* The text with | where the cursor stands. */
static void expect(const char *expected)
{
	char shown[EDITOR_BYTES + 1];

	snprintf(shown, sizeof(shown), "%.*s|%s", (int)editor.cursor,
		editor.text, editor.text + editor.cursor);
	cr_expect_str_eq(shown, expected, "%s, not %s", shown, expected);
	cr_expect_eq(editor.length, strlen(editor.text));
}

Test(editor, typing_and_moving)
{
	editor_start(&editor, "500k");
	expect("500k|");
	type(" to 2M");
	expect("500k to 2M|");
	press(PRESS_HOME);
	type("1");
	expect("1|500k to 2M");
	press(PRESS_RIGHT);
	press(PRESS_RIGHT);
	press(PRESS_LEFT);
	expect("15|00k to 2M");
	press(PRESS_CTRL('e'));
	press(PRESS_RIGHT);
	expect("1500k to 2M|");
	press(PRESS_CTRL('a'));
	press(PRESS_CTRL('b'));
	expect("|1500k to 2M");
	press(PRESS_CTRL('f'));
	expect("1|500k to 2M");
}

Test(editor, words)
{
	editor_start(&editor, "one  two three");
	press(PRESS_WORD_LEFT);
	expect("one  two |three");
	press_alt('b');
	expect("one  |two three");
	press_alt('f');
	expect("one  two| three");
	press(PRESS_WORD_RIGHT);
	expect("one  two three|");
	press(PRESS_WORD_RIGHT);
	expect("one  two three|");
}

Test(editor, taking_out)
{
	editor_start(&editor, "one two three four");
	press(PRESS_BACKSPACE);
	expect("one two three fou|");
	press(PRESS_CTRL('w'));
	expect("one two three |");
	press_alt(0x7f);
	expect("one two |");
	press(PRESS_HOME);
	press(PRESS_DELETE);
	press(PRESS_CTRL('d'));
	expect("|e two ");
	press_alt('d');
	expect("| two ");
	press(PRESS_BACKSPACE);
	expect("| two ");
	press(PRESS_RIGHT);
	press(PRESS_CTRL('k'));
	expect(" |");
	press(PRESS_DELETE);
	expect(" |");
	editor_start(&editor, "one two");
	press(PRESS_LEFT);
	press(PRESS_CTRL('u'));
	expect("|o");
	press(PRESS_CTRL('h'));
	expect("|o");
}

Test(editor, a_letter_is_a_whole_cluster)
{
	editor_start(&editor, "ae\u0301👨‍👩‍👧価");
	press(PRESS_LEFT);
	press(PRESS_LEFT);
	expect("ae\u0301|👨‍👩‍👧価");
	press(PRESS_BACKSPACE);
	expect("a|👨‍👩‍👧価");
	press(PRESS_DELETE);
	expect("a|価");
	type("\u0301");
	expect("a\u0301|価");
}

Test(editor, other_keys_are_left_to_others)
{
	static const int others[] = {PRESS_ENTER, PRESS_TAB, PRESS_ESCAPE,
		PRESS_UP, PRESS_F(1), PRESS_CTRL('s'), PRESS_PAGE_UP};

	editor_start(&editor, "text");
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		cr_expect_not(editor_press(
			&editor, (struct press){.key = others[i]}));
	cr_expect_not(editor_press(
		&editor, (struct press){.key = PRESS_ALT, .rune = '3'}));
	expect("text|");
}

Test(editor, what_cannot_be_seen_is_not_taken)
{
	editor_start(&editor, "a\nb\tc\033d\u202Ee\xff!");
	expect("abcde!|");
	cr_expect(editor_insert(&editor, "\r\n\u200B"));
	expect("abcde!|");
}

Test(editor, it_is_full_at_its_end)
{
	static char flood[EDITOR_BYTES + 100];

	memset(flood, 'x', sizeof(flood) - 1);
	editor_start(&editor, flood);
	cr_expect_eq(editor.length, EDITOR_BYTES - 1);
	cr_expect_not(editor_insert(&editor, "y"));
	cr_expect_eq(editor.length, EDITOR_BYTES - 1);
	editor_start(&editor, "");
	cr_expect_not(editor_insert(&editor, flood));
	expect("|");
}

Test(editor, words_end_between_clusters)
{
	editor_start(&editor, "a b \u0301c"); /* a blank with an accent */
	press(PRESS_WORD_LEFT);
	expect("a |b \u0301c");
	press(PRESS_WORD_LEFT);
	expect("|a b \u0301c");
	editor_start(&editor, "\u0600 b"); /* a sign that takes what follows */
	press(PRESS_HOME);
	press(PRESS_WORD_RIGHT);
	expect("\u0600 |b");
}

Test(editor, the_view_holds_the_cursor)
{
	char out[64];
	int cursor;

	editor_start(&editor, "0123456789");
	editor_view(&editor, 20, out, sizeof(out), &cursor);
	cr_expect_str_eq(out, "0123456789");
	cr_expect_eq(cursor, 10);
	editor_view(&editor, 5, out, sizeof(out), &cursor);
	cr_expect_str_eq(out, "6789");
	cr_expect_eq(cursor, 4);
	press(PRESS_HOME);
	editor_view(&editor, 5, out, sizeof(out), &cursor);
	cr_expect_str_eq(out, "01234");
	cr_expect_eq(cursor, 0);
}

Test(editor, the_view_counts_cells)
{
	editor_start(&editor, "価格e\u0301と品質");
	for (int cells = 1; cells < 16; cells++) {
		for (size_t at = 0; at <= editor.length;
			at += at < editor.length
				      ? text_cluster(editor.text + at)
				      : 1) {
			char out[64];
			int cursor;

			editor.cursor = at;
			editor_view(&editor, cells, out, sizeof(out), &cursor);
			cr_expect_leq(text_width(out), cells);
			cr_expect_lt(cursor, cells);
			cr_expect_geq(cursor, 0);
		}
	}
}
