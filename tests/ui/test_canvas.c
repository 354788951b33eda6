/* What is put on the canvas, as it stands in the cells of a terminal. */
#include "canvas.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>

#include "support/screen.h"
#include "terminal.h"

static struct screen *screen;
static struct area all;

static void begin(void)
{
	struct terminal_setup setup = {.rows = 24, .columns = 80};
	struct issue issue = {0};
	struct theme theme;

	alarm(TEST_SECONDS);
	setlocale(LC_ALL, "C.UTF-8");
	screen = screen_new(24, 80);
	setup.in = screen_in(screen);
	setup.out = screen_out(screen);
	setup.wake = screen_wake(screen);
	setup.term = "xterm-256color";
	cr_assert(terminal_open(&setup, &issue), "%s", issue.what);
	theme_plain(&theme);
	style_read("208 on 17 bold", &theme.style[ROLE_YES], NULL);
	theme_use(&theme, true);
	all = canvas_begin(false);
}

static void end(void)
{
	terminal_close();
	screen_free(screen);
}

TestSuite(canvas, .init = begin, .fini = end);

static void show(void)
{
	terminal_flush();
	screen_update(screen);
}

static void expect_row(int row, const char *text)
{
	cr_expect_str_eq(screen_row(screen, row), text, "row %d: \"%s\"", row,
		screen_row(screen, row));
}

Test(canvas, calls_can_be_chained)
{
	int column = canvas_put(all, 1, 2, ROLE_TEXT, "Zoë ");

	column = canvas_put(all, 1, column, ROLE_TITLE, "価格");
	column = canvas_printf(all, 1, column, ROLE_TEXT, " %d%%", 12);
	cr_expect_eq(column, 14);
	show();
	expect_row(1, "  Zoë 価格 12%");
}

Test(canvas, foreign_text_is_harmless)
{
	canvas_put(all, 0, 0, ROLE_TEXT, "a\033[2Jb\r\n\007c");
	canvas_put(all, 1, 0, ROLE_TEXT, "x\u202Ey\xff");
	canvas_fit(all, 2, 0, 6, TEXT_LEFT, ROLE_TEXT,
		"\xc2\x9b"
		"31mred");
	show();
	expect_row(0, "a^[[2Jb^M^J^Gc");
	expect_row(1, "x<U+202E>y\uFFFD");
	expect_row(2, "~[31m…");
	cr_expect_null(strstr(screen_bytes(screen), "\033[2Jb"));
	cr_expect_null(strchr(screen_bytes(screen), '\007'));
}

Test(canvas, text_is_cut_at_the_edge_of_its_area)
{
	struct area area = area_columns(area_rows(all, 2, 3), 10, 5);

	canvas_put(area, 0, 0, ROLE_TEXT, "1234567");
	canvas_put(area, 1, -2, ROLE_TEXT, "1234567");
	canvas_put(area, 2, 3, ROLE_TEXT, "1234567");
	canvas_put(area, 3, 0, ROLE_TEXT, "below");
	canvas_put(area, -1, 0, ROLE_TEXT, "above");
	canvas_put(area, 0, 5, ROLE_TEXT, "right");
	canvas_put(area, 0, -9, ROLE_TEXT, "left");
	show();
	expect_row(1, "");
	expect_row(2, "          12345");
	expect_row(3, "          34567");
	expect_row(4, "             12");
	expect_row(5, "");
}

Test(canvas, half_a_wide_character_is_blank)
{
	struct area area = area_columns(all, 10, 5);

	canvas_put(all, 0, 0, ROLE_TEXT, "aaaaaaaaaaaaaaaaaaaa");
	canvas_put(area, 0, 0, ROLE_TEXT, "価格価");
	canvas_put(all, 1, 0, ROLE_TEXT, "aaaaaaaaaaaaaaaaaaaa");
	canvas_put(area, 1, -1, ROLE_TEXT, "価格価");
	show();
	expect_row(0, "aaaaaaaaaa価格 aaaaa");
	expect_row(1, "aaaaaaaaaa 格価aaaaa");
}

Test(canvas, marks_stay_on_their_letter)
{
	struct screen_cell cell;

	canvas_put(all, 0, 0, ROLE_TEXT, "e\u0301f");
	canvas_put(all, 1, 0, ROLE_TEXT, "\u0301f");
	show();
	cell = screen_cell(screen, 0, 0);
	cr_expect_str_eq(cell.text, "e\u0301");
	cr_expect_str_eq(screen_cell(screen, 0, 1).text, "f");
	expect_row(1, "\u25CC\u0301f");
}

Test(canvas, unknown_characters_do_not_shift_the_line)
{
	static const char *const texts[] = {"👨‍👩‍👧|", "❤️|",
		"\U0001FAE8|", "ｱ|", "\uE000|", "𓀀|", "👍🏽|", "ㅎ|"};

	for (int i = 0; i < 8; i++)
		canvas_put(all, i, 0, ROLE_TEXT, texts[i]);
	show();
	for (int i = 0; i < 8; i++) {
		char clean[64];
		int column;

		text_clean(clean, sizeof(clean), texts[i]);
		column = text_width(clean) - 1;
		cr_expect_str_eq(screen_cell(screen, i, column).text, "|",
			"row %d: %s", i, screen_row(screen, i));
	}
}

Test(canvas, fit_is_exactly_so_wide)
{
	canvas_put(all, 0, 0, ROLE_TEXT, "####################");
	canvas_fit(all, 0, 2, 6, TEXT_RIGHT, ROLE_TEXT, "1.9M");
	canvas_fit(all, 0, 10, 6, TEXT_LEFT, ROLE_TEXT, "Frontier");
	show();
	expect_row(0, "##  1.9M##Front…####");
}

Test(canvas, wrap_goes_on_in_the_next_row)
{
	struct area area = area_columns(all, 5, 10);
	int row = canvas_wrap(area, 1, ROLE_TEXT, "ten years later\n\nend");

	cr_expect_eq(row, 5);
	show();
	expect_row(1, "     ten years");
	expect_row(2, "     later");
	expect_row(3, "");
	expect_row(4, "     end");
}

Test(canvas, boxes_rules_and_titles)
{
	struct area box = area_columns(area_rows(all, 0, 4), 0, 20);
	struct area inside = canvas_box(box, ROLE_FRAME, "Cost");

	cr_expect_eq(inside.row, 1);
	cr_expect_eq(inside.rows, 2);
	cr_expect_eq(inside.columns, 18);
	canvas_rule(inside, 1);
	canvas_box(area_columns(area_rows(all, 5, 2), 0, 8), ROLE_FRAME,
		"much too long");
	show();
	expect_row(0, "┌ Cost ────────────┐");
	expect_row(1, "│                  │");
	expect_row(2, "│──────────────────│");
	expect_row(3, "└──────────────────┘");
	cr_expect_eq(text_width(screen_row(screen, 5)), 8);
}

Test(canvas, tiny_areas_do_no_harm)
{
	for (int rows = 0; rows < 4; rows++) {
		for (int columns = 0; columns < 5; columns++) {
			struct area area = area_columns(
				area_rows(all, 3, rows), 3, columns);
			struct area inside =
				canvas_box(area, ROLE_FRAME, "title");

			cr_expect_geq(inside.rows, 0);
			cr_expect_geq(inside.columns, 0);
			canvas_fill(area, ROLE_POPUP);
			canvas_wrap(area, 0, ROLE_TEXT, "some words 価格");
			canvas_fit(area, 0, 0, columns, TEXT_LEFT, ROLE_TEXT,
				"価格");
			canvas_cursor(area, 0, 9);
		}
	}
	show();
	expect_row(0, "");
	cr_expect_eq(area_rows(all, 30, 5).rows, 0);
	cr_expect_eq(area_rows(all, -2, 5).rows, 3);
	cr_expect_eq(area_inset(area_rows(all, 0, 1), 3, 50).rows, 0);
	cr_expect(area_holds(all, 23, 79));
	cr_expect_not(area_holds(all, 24, 79));
}

Test(canvas, roles_have_their_looks)
{
	struct screen_cell cell;

	canvas_put(all, 0, 0, ROLE_YES, "yes");
	canvas_put(all, 1, 0, ROLE_FOCUS, "focus");
	canvas_put(all, 2, 0, ROLE_EDIT, "edit");
	show();
	cell = screen_cell(screen, 0, 0);
	cr_expect_eq(cell.fg, 208);
	cr_expect_eq(cell.bg, 17);
	cr_expect(cell.bold);
	cell = screen_cell(screen, 1, 0);
	cr_expect(cell.reverse);
	cr_expect_eq(cell.fg, -1);
	cr_expect_eq(cell.bg, -1);
	cr_expect(screen_cell(screen, 2, 0).underline);
	cr_expect_not(screen_cell(screen, 3, 0).reverse);
}

Test(canvas, without_colours_attributes_remain)
{
	struct theme theme;

	theme_plain(&theme);
	style_read("208 on 17", &theme.style[ROLE_FOCUS], NULL);
	theme_use(&theme, false);
	canvas_put(all, 0, 0, ROLE_FOCUS, "focus");
	show();
	cr_expect(screen_cell(screen, 0, 0).reverse);
	cr_expect_eq(screen_cell(screen, 0, 0).fg, -1);
}

Test(canvas, the_themes_paper_covers_all)
{
	struct theme theme;

	theme_plain(&theme);
	style_read("252 on 234", &theme.style[ROLE_TEXT], NULL);
	theme_use(&theme, true);
	all = canvas_begin(false);
	show();
	cr_expect_eq(screen_cell(screen, 23, 79).bg, 234);
}

Test(canvas, the_last_cell_can_be_written)
{
	canvas_fill(all, ROLE_POPUP);
	canvas_put(all, 23, 78, ROLE_TEXT, "ab");
	show();
	cr_expect_str_eq(screen_cell(screen, 23, 79).text, "b");
	expect_row(0, "");
}

Test(canvas, ascii_sends_no_other_byte)
{
	static struct chart chart;
	const double up[] = {0, 1, 2};
	const struct chart_series series = {.value = up, .count = 3};

	all = canvas_begin(true);
	cr_expect(canvas_ascii());
	canvas_box(area_rows(all, 0, 4), ROLE_FRAME, "Zoë");
	canvas_put(all, 5, 0, ROLE_TEXT, "価格 – “x” → 5 €");
	canvas_fit(all, 6, 0, 5, TEXT_LEFT, ROLE_TEXT, "Überlänge");
	canvas_rule(all, 7);
	canvas_wrap(all, 8, ROLE_TEXT, "naïve …");
	chart_curves(&chart, 4, 20, &series, 1, 0, 2, false);
	canvas_chart(area_rows(all, 10, 5), &chart, NULL);
	show();
	for (const char *c = screen_bytes(screen); *c != '\0'; c++)
		cr_assert_lt((unsigned char)*c, 0x80);
	cr_expect_eq(strncmp(screen_row(screen, 0), "+ Zoe ---", 9), 0);
	expect_row(5, "???? - \"x\" > 5 E");
	expect_row(6, "Uber~");
}

Test(canvas, charts_have_the_colours_of_their_series)
{
	static struct chart chart;
	const double low[] = {0, 0}, high[] = {2, 2};
	const struct chart_series series[] = {
		{.value = low, .count = 2}, {.value = high, .count = 2}};
	struct theme theme;

	theme_plain(&theme);
	style_read("33", &theme.style[ROLE_SERIES_1], NULL);
	style_read("166", &theme.style[ROLE_SERIES_2], NULL);
	theme_use(&theme, true);
	all = canvas_begin(false);
	chart_curves(&chart, 3, 10, series, 2, 0, 2, false);
	canvas_chart(area_inset(all, 2, 2), &chart, NULL);
	show();
	expect_row(2, "  ○○○○○○○○○○");
	expect_row(4, "  ●●●●●●●●●●");
	cr_expect_eq(screen_cell(screen, 2, 5).fg, 166);
	cr_expect_eq(screen_cell(screen, 4, 5).fg, 33);
}
