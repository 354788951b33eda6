/*
 * What must hold on every screen: frames stay straight whatever a name is
 * made of, the cursor stands on the focus, ASCII is ASCII, and any size will
 * do.
 */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "scratch.h"
#include "support/wizard.h"
#include "text.h"

/* Combining, wide, joined and plain characters, and a word without blanks. */
#define HARD                                                                   \
	"Zoë 価格 e\xcc\x81 "                                               \
	"\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x9a\x80 価格価格価格"

/* A catalogue of one's own with a price that has moved. */
static const char catalogue[] =
	"sources: { page = \"acme.example/pricing\"; };\n"
	"models = ( { id = \"acme/large\"; name = \"Large\"; vendor = "
	"\"Acme\";\n"
	"  figures = ( { source = \"page\"; date = \"2026-11-20\";\n"
	"    input = \"3\"; output = \"15\"; } ); } );\n";

static const char session[] =
	"name = \"%s\";\n"
	"volume: { requests_per_month = \"4M to 6M\"; };\n"
	"quality: { reason = \"%s\"; };\n"
	"options = ( { name = \"%s\"; model = \"acme/large\";\n"
	"  priced_on = \"2026-01-31\"; input_price = \"2\"; },\n"
	"{ name = \"%s 2\"; adaptation = \"tune\"; input_price = \"1\"; },\n"
	"{ name = \"3 %s\"; adaptation = \"tune\"; serving = \"selfhost\"; } "
	");\n";

static void write_session(const char *path, const char *name)
{
	FILE *file = fopen(path, "w");

	cr_assert(file, "%s", path);
	fprintf(file, session, name, name, name, name, name);
	fclose(file);
}

/* As wide, and broken into lines at the same places. */
static void plain_twin(char *out, const char *text)
{
	uint32_t rune;
	int bytes;

	for (; (bytes = text_decode(text, &rune)) > 0; text += bytes)
		for (int i = 0; i < text_rune_width(rune); i++)
			*out++ = rune == ' ' ? ' ' : 'x';
	*out = '\0';
}

static void begin(void)
{
	char twin[256];
	FILE *file;

	alarm(TEST_SECONDS);
	scratch_begin();
	mkdir("tuneornot", 0700);
	mkdir("tuneornot/catalogue", 0700);
	file = fopen("tuneornot/catalogue/acme.cfg", "w");
	cr_assert(file);
	fputs(catalogue, file);
	fclose(file);
	setenv("XDG_DATA_HOME", getenv("XDG_STATE_HOME"), 1);
	plain_twin(twin, HARD);
	cr_assert_eq(text_width(twin), text_width(HARD));
	write_session("hard.cfg", HARD);
	write_session("easy.cfg", twin);
}

TestSuite(screens, .init = begin, .fini = scratch_end);

/* What the cursor stands on. */
enum focus {
	ON_MARKED, /* all that is reverse in the screen's body is in its row */
	ON_TOP,    /* what is marked in what lies on top of a screen */
	IN_TEXT,   /* a field being typed into */
	CURSOR_WORDS, /* the words given */
};

static const struct visit {
	const char *name, *keys;
	enum focus focus;
	const char *words;
} visits[] = {
	{"volume", "", ON_MARKED, NULL},
	{"quality", KEY_ALT "2", ON_MARKED, NULL},
	{"latency", KEY_ALT "3", ON_MARKED, NULL},
	{"upkeep", KEY_ALT "4", ON_MARKED, NULL},
	{"savings", KEY_ALT "5", ON_MARKED, NULL},
	{"savings, all", KEY_ALT "5m" KEY_END, ON_MARKED, NULL},
	{"cells", KEY_END KEY_UP KEY_UP KEY_UP, ON_MARKED, NULL},
	{"options", "o", ON_MARKED, NULL},
	{"typing", "8M", IN_TEXT, NULL},
	{"typing a name", "o" HARD, IN_TEXT, NULL},
	{"refused", "8M to\r", IN_TEXT, NULL},
	{"money", "pp", ON_MARKED, NULL},
	{"odds", "ppp", ON_MARKED, NULL},
	{"flips", "pppp", ON_MARKED, NULL},
	{"measure", "ppppp", ON_MARKED, NULL},
	{"verdict", KEY_ALT "6", CURSOR_WORDS, NULL},
	{"spread", KEY_ALT "6\t", CURSOR_WORDS, NULL},
	{"tornado", KEY_ALT "6\t\t", CURSOR_WORDS, NULL},
	{"curves", KEY_ALT "6\t\t\t", CURSOR_WORDS, NULL},
	{"categories", KEY_ALT "6\t\t\t\t", CURSOR_WORDS, NULL},
	{"next", KEY_ALT "6" KEY_BACKTAB, CURSOR_WORDS, NULL},
	{"help", "?", CURSOR_WORDS, "About this field"},
	{"help, a line", "?/undo", IN_TEXT, NULL},
	{"palette", ":", IN_TEXT, NULL},
	{"palette, a command", ":" KEY_DOWN, ON_TOP, NULL},
	{"answers", KEY_F10 KEY_DOWN KEY_DOWN, ON_TOP, NULL},
	{"compare", KEY_F11, IN_TEXT, NULL},
	{"a choice", KEY_END KEY_UP, ON_MARKED, NULL},
	{"a choice, changed", KEY_END KEY_UP KEY_RIGHT, ON_MARKED, NULL},
	{"report", "r", CURSOR_WORDS, NULL},
	{"write", "rw", IN_TEXT, NULL},
	{"open", "\017", IN_TEXT, NULL},
	{"open, a file", "\017" KEY_DOWN KEY_DOWN, ON_TOP, NULL},
	{"save as", "\027", IN_TEXT, NULL},
	{"leave", "8M\r\021", CURSOR_WORDS, "s    save"},
	{"themes", "t", ON_TOP, NULL},
	{"filter", KEY_DOWN KEY_ALT "1" KEY_END KEY_UP KEY_UP "c", IN_TEXT,
		NULL},
	{"picker", KEY_DOWN KEY_ALT "1" KEY_END KEY_UP KEY_UP "c" KEY_DOWN,
		ON_TOP, NULL},
	{"offer", KEY_F8, CURSOR_WORDS, "t    take"},
};

enum { VISITS = sizeof(visits) / sizeof(visits[0]) };

static const struct {
	int rows, columns;
} sizes[] = {{24, 80}, {40, 120}, {10, 40}, {12, 40}, {15, 60}, {50, 160}};

enum { SIZES = sizeof(sizes) / sizeof(sizes[0]) };

/* Esc takes the offer away that an old session opens with. */
static struct wizard *visit(
	int size, const char *path, bool ascii, const struct visit *visit)
{
	struct wizard *wizard = (ascii ? wizard_begin_ascii : wizard_begin)(
		sizes[size].rows, sizes[size].columns, path);

	wizard_settle(wizard);
	wizard_press(wizard, "\033");
	wizard_press(wizard, visit->keys);
	wizard_settle(wizard);
	return wizard;
}

/* ---- frames -------------------------------------------------------------- */

static bool is_frame(struct screen *screen, int row, int column)
{
	const char *text = screen_cell(screen, row, column).text;

	return text[0] != '\0' && text[0] != ' ' &&
	       strstr("│─┌┐└┘▼▲", text) != NULL;
}

enum { CELLS_MOST = 50 * 160 + 1 };

/* A '+' where a frame stands, row by row. */
static void frames_of(int size, const char *path, const struct visit *to,
	char out[CELLS_MOST])
{
	struct wizard *wizard = visit(size, path, false, to);

	for (int row = 0; row < sizes[size].rows; row++)
		for (int column = 0; column < sizes[size].columns; column++)
			*out++ = is_frame(wizard_screen(wizard), row, column)
					 ? '+'
					 : ' ';
	*out = '\0';
	wizard_end(wizard);
}

Test(screens, frames_stand_straight_whatever_a_name_is_made_of)
{
	static char easy[CELLS_MOST], hard[CELLS_MOST];

	for (int size = 0; size < SIZES; size++)
		for (int i = 0; i < VISITS; i++) {
			frames_of(size, "easy.cfg", &visits[i], easy);
			frames_of(size, "hard.cfg", &visits[i], hard);
			for (int at = 0; easy[at]; at++)
				if (easy[at] != hard[at]) {
					cr_expect(false,
						"%s at %d x %d: row %d, "
						"column %d",
						visits[i].name,
						sizes[size].columns,
						sizes[size].rows,
						at / sizes[size].columns,
						at % sizes[size].columns);
					break;
				}
		}
}

/* ---- ASCII --------------------------------------------------------------- */

static bool is_ascii(const char *text)
{
	while (*text && (unsigned char)*text < 0x80)
		text++;
	return *text == '\0';
}

Test(screens, ascii_is_ascii_on_all_of_them)
{
	for (int size = 0; size < SIZES; size++)
		for (int i = 0; i < VISITS; i++) {
			struct wizard *wizard =
				visit(size, "hard.cfg", true, &visits[i]);
			struct screen *screen = wizard_screen(wizard);

			cr_expect(is_ascii(screen_text(screen)),
				"%s at %d x %d\n%s", visits[i].name,
				sizes[size].columns, sizes[size].rows,
				screen_text(screen));
			wizard_end(wizard);
		}
}

/* ---- the cursor ---------------------------------------------------------- */

/* The first two rows say where one is, with the same look. */
enum { BODY = 2 };

/* A row with something marked that is not this one, or -1. What libvterm says
 * of the cell behind a wide character is out of date. */
static int marked_elsewhere(struct screen *screen, int size, int row)
{
	for (int i = BODY; i < sizes[size].rows; i++)
		for (int column = 0; column < sizes[size].columns; column++) {
			struct screen_cell cell =
				screen_cell(screen, i, column);

			if (i != row && cell.text[0] != '\0' && cell.reverse)
				return i;
		}
	return -1;
}

/* Where there is no room beside, the panel lies on the form: the cursor is on
 * its title. */
static bool panel_is_on_top(struct screen *screen, int row)
{
	return row == BODY && screen_cell(screen, row, 0).text[0] != ' ' &&
	       is_frame(screen, row, 0) &&
	       !screen_cell(screen, row, 2).reverse &&
	       screen_cell(screen, row, 2).bold;
}

static void check_cursor(
	struct screen *screen, int size, const struct visit *visit)
{
	struct screen_cell cell;
	int row, column, at_row, at_column, other;

	cr_expect(screen_cursor(screen, &row, &column), "%s at %d x %d",
		visit->name, sizes[size].columns, sizes[size].rows);
	cell = screen_cell(screen, row, column);
	switch (visit->focus) {
	case ON_TOP:
	case ON_MARKED:
		if (panel_is_on_top(screen, row))
			break;
		cr_expect(cell.reverse, "%s at %d x %d: (%d, %d)\n%s",
			visit->name, sizes[size].columns, sizes[size].rows, row,
			column, screen_text(screen));
		other = marked_elsewhere(screen, size, row);
		cr_expect(visit->focus == ON_TOP || other < 0,
			"%s at %d x %d: row %d, too: %s", visit->name,
			sizes[size].columns, sizes[size].rows, other,
			screen_row(screen, other < 0 ? 0 : other));
		break;
	case IN_TEXT:
		cr_expect(cell.underline, "%s at %d x %d: (%d, %d)\n%s",
			visit->name, sizes[size].columns, sizes[size].rows, row,
			column, screen_text(screen));
		break;
	case CURSOR_WORDS:
		cr_expect_geq(row, BODY, "%s", visit->name);
		if (!visit->words)
			break;
		cr_expect(screen_find(
				  screen, visit->words, &at_row, &at_column) &&
				  at_row == row && at_column == column,
			"%s at %d x %d: (%d, %d)\n%s", visit->name,
			sizes[size].columns, sizes[size].rows, row, column,
			screen_text(screen));
		break;
	}
}

Test(screens, the_cursor_stands_on_the_focus_of_all_of_them)
{
	for (int size = 0; size < SIZES; size++)
		for (int i = 0; i < VISITS; i++) {
			struct wizard *wizard =
				visit(size, "hard.cfg", false, &visits[i]);

			check_cursor(wizard_screen(wizard), size, &visits[i]);
			wizard_end(wizard);
		}
}

/* ---- another size, and back -----------------------------------------------
 */

enum { TEXT_BYTES = 64 * 1024 };

/* All that is seen, and where the cursor is. */
static void picture(struct wizard *wizard, char out[TEXT_BYTES])
{
	struct screen *screen = wizard_screen(wizard);
	int row, column;

	cr_expect(screen_cursor(screen, &row, &column));
	snprintf(out, TEXT_BYTES, "%scursor at %d, %d\n", screen_text(screen),
		row, column);
}

Test(screens, a_window_made_small_and_large_again_shows_the_same)
{
	static char before[TEXT_BYTES], after[TEXT_BYTES];

	for (int i = 0; i < VISITS; i++) {
		struct wizard *wizard = visit(0, "hard.cfg", false, &visits[i]);

		picture(wizard, before);
		wizard_resize(wizard, 10, 40);
		wizard_resize(wizard, 5, 20);
		wizard_resize(wizard, 50, 160);
		wizard_resize(wizard, sizes[0].rows, sizes[0].columns);
		picture(wizard, after);
		cr_expect_str_eq(before, after, "%s: it was\n%s, now it is\n%s",
			visits[i].name, before, after);
		wizard_end(wizard);
	}
}

/* ---- few bytes ------------------------------------------------------------
 */

/* Nothing is wiped to be drawn again, which is what flickers. */
static bool wipes(const char *bytes)
{
	return strstr(bytes, "\033[2J") || strstr(bytes, "\033[J");
}

static int by_size(const void *left, const void *right)
{
	const size_t *a = left, *b = right;

	return (*a > *b) - (*a < *b);
}

static const char *const typed[] = {"2", "6", "5", "0", "\177", "1"};
enum { TYPED = sizeof(typed) / sizeof(typed[0]) };

/* Into the first field of a question: the panel moves with each key. */
static void type_digits(int size, enum question question, size_t bytes[TYPED])
{
	const char jump[] = {KEY_ALT[0], (char)('1' + question), '\0'};
	struct wizard *wizard =
		wizard_begin(sizes[size].rows, sizes[size].columns, "easy.cfg");
	struct screen *screen = wizard_screen(wizard);

	wizard_settle(wizard);
	wizard_press(wizard, jump);
	for (int i = 0; i < TYPED; i++) {
		wizard_press(wizard, typed[i]);
		bytes[i] = wizard_drawn(wizard);
		cr_expect_eq(screen_writes(screen), 1, "question %d, key %d",
			question + 1, i + 1);
		cr_expect(!wipes(screen_bytes(screen)), "question %d, key %d",
			question + 1, i + 1);
	}
	wizard_end(wizard);
}

/* The first digit of a million may change every figure and curve: even then
 * it is less than a byte a cell. */
Test(screens, a_digit_is_one_write_of_few_bytes)
{
	size_t bytes[QUESTIONS][TYPED];
	const size_t count = sizeof(bytes) / sizeof(bytes[0][0]);

	for (int size = 0; size < SIZES; size++) {
		size_t cells =
			(size_t)sizes[size].rows * (size_t)sizes[size].columns;
		const size_t *sorted = bytes[0];

		for (int q = 0; q < QUESTIONS; q++)
			type_digits(size, (enum question)q, bytes[q]);
		qsort(bytes, count, sizeof(size_t), by_size);
		cr_expect_lt(sorted[count - 1], cells, "%zu bytes at %d x %d",
			sorted[count - 1], sizes[size].columns,
			sizes[size].rows);
		cr_expect_lt(sorted[count / 2], 400, "%zu bytes at %d x %d",
			sorted[count / 2], sizes[size].columns,
			sizes[size].rows);
	}
}

/* ---- any size ------------------------------------------------------------ */

/* What must be in sight from 80 x 24 on. */
static const struct {
	const char *keys, *words[5];
} complete[] = {
	{"", {"1/5", "Your answer", "Because", "net saving", "verdict"}},
	{KEY_ALT "6", {"The verdict", "1 volume", "5 savings", "net saving"}},
	{"o", {"The options", "Name", "Served by"}},
	{"?", {"Requests per month", "Esc"}},
	{KEY_END KEY_UP KEY_UP "c", {"Catalogue: prices for", "found"}},
	{KEY_F8, {"moved", "t    take them", "Esc  keep mine"}},
};

static void check_size(struct wizard *wizard, size_t i, int rows, int columns)
{
	struct screen *screen = wizard_screen(wizard);

	wizard_fit(wizard, rows, columns);
	if (rows < 24 || columns < 80)
		return;
	for (size_t w = 0; w < 5 && complete[i].words[w]; w++)
		cr_expect(screen_shows(screen, complete[i].words[w]),
			"no \"%s\" at %d x %d\n%s", complete[i].words[w],
			columns, rows, screen_text(screen));
}

Test(screens, what_matters_is_in_sight_from_80_x_24_on)
{
	enum { ROWS = 60, COLUMNS = 200 };

	alarm(10 * TEST_SECONDS);
	for (size_t i = 0; i < sizeof(complete) / sizeof(complete[0]); i++) {
		const struct visit to = {.keys = complete[i].keys};
		struct wizard *wizard = visit(0, "hard.cfg", false, &to);

		wizard_resize(wizard, ROWS, COLUMNS);
		for (int rows = 24; rows <= ROWS; rows += 6)
			for (int columns = 80; columns <= COLUMNS; columns += 8)
				check_size(wizard, i, rows, columns);
		wizard_end(wizard);
	}
}

/* All small sizes on each screen, and every size on one of them: each on all
 * would take an hour. */
static bool is_drawn(int visit, int rows, int columns)
{
	return (rows <= 14 && columns <= 45) ||
	       (7 * rows + columns + visit) % VISITS == 0;
}

/* To and fro, so that each size follows another one far away. */
Test(screens, any_size_will_do)
{
	enum { ROWS = 60, COLUMNS = 200 };

	alarm(10 * TEST_SECONDS);
	for (int i = 0; i < VISITS; i++) {
		struct wizard *wizard = visit(0, "hard.cfg", false, &visits[i]);

		for (int rows = 1; rows <= ROWS; rows++)
			for (int at = 1; at <= COLUMNS; at++) {
				int columns = rows % 2 ? at : COLUMNS + 1 - at;

				if (is_drawn(i, rows, columns))
					wizard_fit_unseen(
						wizard, rows, columns);
			}
		wizard_end(wizard);
	}
}
