/*
 * The terminal through libvterm: what is typed becomes events, what is drawn
 * leaves in one write.
 */
#include "terminal.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "canvas.h"
#include "support/screen.h"
#include "tty.h"

static struct screen *screen;

static struct terminal_setup setup_for(const char *term)
{
	return (struct terminal_setup){
		.in = screen_in(screen),
		.out = screen_out(screen),
		.wake = screen_wake(screen),
		.rows = 24,
		.columns = 80,
		.term = term,
		.colours = true,
	};
}

static void open_with(const char *term)
{
	struct terminal_setup setup;
	struct issue issue = {0};

	setlocale(LC_ALL, "C.UTF-8");
	screen = screen_new(24, 80);
	setup = setup_for(term);
	cr_assert(terminal_open(&setup, &issue), "%s", issue.what);
}

static void begin(void)
{
	alarm(TEST_SECONDS);
	open_with("xterm-256color");
	canvas_begin(false);
	terminal_flush();
	screen_update(screen);
}

static void end(void)
{
	terminal_close();
	screen_free(screen);
}

TestSuite(terminal, .init = begin, .fini = end);

static struct event next(void)
{
	struct event event;

	terminal_wait(1000, &event);
	return event;
}

static void nothing_more(const char *after)
{
	struct event event;

	terminal_wait(0, &event);
	cr_expect_eq(event.kind, EVENT_NONE, "after %s: kind %d, key %d", after,
		event.kind, event.press.key);
}

/* ---- keys --------------------------------------------------------------- */

static const struct {
	const char *name, *bytes;
	int key;
	uint32_t rune;
} keys[] = {
	{"letter", "a", PRESS_RUNE, 'a'},
	{"blank", " ", PRESS_RUNE, ' '},
	{"two bytes", "é", PRESS_RUNE, 0xe9},
	{"three bytes", "価", PRESS_RUNE, 0x4fa1},
	{"four bytes", "😀", PRESS_RUNE, 0x1f600},
	{"Enter", "\r", PRESS_ENTER, 0},
	{"line feed", "\n", PRESS_ENTER, 0},
	{"Tab", "\t", PRESS_TAB, 0},
	{"Shift-Tab", "\033[Z", PRESS_BACKTAB, 0},
	{"Escape", "\033", PRESS_ESCAPE, 0},
	{"Backspace 7f", "\177", PRESS_BACKSPACE, 0},
	{"Backspace 08", "\b", PRESS_BACKSPACE, 0},
	{"Delete", "\033[3~", PRESS_DELETE, 0},
	{"Up, application", "\033OA", PRESS_UP, 0},
	{"Up, normal", "\033[A", PRESS_UP, 0},
	{"Left", "\033OD", PRESS_LEFT, 0},
	{"Ctrl-Left", "\033[1;5D", PRESS_WORD_LEFT, 0},
	{"Ctrl-Right", "\033[1;5C", PRESS_WORD_RIGHT, 0},
	{"Alt-b", "\033b", PRESS_WORD_LEFT, 0},
	{"Alt-f", "\033f", PRESS_WORD_RIGHT, 0},
	{"Alt-3", "\0333", PRESS_ALT, '3'},
	{"Alt-é", "\033é", PRESS_ALT, 0xe9},
	{"Home", "\033OH", PRESS_HOME, 0},
	{"Home, old", "\033[1~", PRESS_HOME, 0},
	{"End", "\033[F", PRESS_END, 0},
	{"PgUp", "\033[5~", PRESS_PAGE_UP, 0},
	{"PgDn", "\033[6~", PRESS_PAGE_DOWN, 0},
	{"F1", "\033OP", PRESS_F(1), 0},
	{"F12", "\033[24~", PRESS_F(12), 0},
	{"Ctrl-A", "\001", PRESS_CTRL('a'), 0},
	{"Ctrl-S", "\023", PRESS_CTRL('s'), 0},
	{"Ctrl-Z", "\032", PRESS_CTRL('z'), 0},
	{"Ctrl-_", "\037", PRESS_CTRL('_'), 0},
	{"Ctrl-\\", "\034", PRESS_CTRL('\\'), 0},
};

Test(terminal, keys_become_presses)
{
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		struct event event;

		screen_type(screen, keys[i].bytes);
		event = next();
		cr_expect_eq(event.kind, EVENT_PRESS, "%s: event %d",
			keys[i].name, event.kind);
		cr_expect_eq(event.press.key, keys[i].key, "%s: key %d, not %d",
			keys[i].name, event.press.key, keys[i].key);
		cr_expect_eq(event.press.rune, keys[i].rune, "%s: U+%04X",
			keys[i].name, event.press.rune);
		nothing_more(keys[i].name);
	}
}

static void expect_rune(uint32_t rune)
{
	struct event event = next();

	cr_expect_eq(event.kind, EVENT_PRESS, "event %d", event.kind);
	cr_expect_eq(event.press.key, PRESS_RUNE, "key %d", event.press.key);
	cr_expect_eq(event.press.rune, rune, "U+%04X", event.press.rune);
}

Test(terminal, keys_typed_ahead_come_in_order)
{
	screen_type(screen, "a\033OAb\033\033c1");
	expect_rune('a');
	cr_expect_eq(next().press.key, PRESS_UP);
	expect_rune('b');
	cr_expect_eq(next().press.key, PRESS_ESCAPE);
	cr_expect_eq(next().press.key, PRESS_ALT);
	expect_rune('1');
	nothing_more("all");
}

/* Esc, and 50 ms later an x, which in time to be a part of it would make Alt-x.
 * True if they came as two. */
static bool escape_is_alone(void)
{
	const struct timespec later = {.tv_nsec = 50 * 1000 * 1000};
	struct event event;
	bool alone;

	if (fork() == 0) {
		screen_type(screen, "\033");
		nanosleep(&later, NULL);
		screen_type(screen, "x");
		_exit(0);
	}
	terminal_wait(-1, &event);
	wait(NULL);
	alone = event.press.key == PRESS_ESCAPE;
	if (alone)
		terminal_wait(-1, &event);
	return alone;
}

/* ncurses by itself waits a second. On a busy machine we may be late, too. */
Test(terminal, a_lone_escape_is_told_within_50_ms)
{
	int tries = 10;

	while (tries > 0 && !escape_is_alone())
		tries--;
	cr_expect_gt(tries, 0);
}

Test(terminal, utf8_split_over_reads_is_put_together)
{
	struct event event;

	screen_type(screen, "\xe4");
	terminal_wait(5, &event);
	cr_expect_eq(event.kind, EVENT_NONE);
	screen_type(screen, "\xbe");
	terminal_wait(5, &event);
	cr_expect_eq(event.kind, EVENT_NONE);
	screen_type(screen, "\xa1");
	expect_rune(0x4fa1);
}

Test(terminal, bad_bytes_do_nothing_and_swallow_nothing)
{
	static const char *const bad[] = {"\xff", "\xe9", "\xc0\xaf", "\x80",
		"\xed\xa0\x80", "\xf5\x80\x80\x80", "\xc2\x9b", "\xe4\xbe",
		"\x00"};

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		screen_type_bytes(
			screen, bad[i], bad[i][0] ? strlen(bad[i]) : 1);
		screen_type(screen, "q");
		expect_rune('q');
		nothing_more("a bad byte");
	}
}

Test(terminal, unknown_sequences_type_nothing)
{
	static const char *const unknown[] = {"\033[<0;5;7M", "\033[99;99~",
		"\033[?1;2c", "\033[I", "\033[27;5;9~"};

	for (size_t i = 0; i < sizeof(unknown) / sizeof(unknown[0]); i++) {
		screen_type(screen, unknown[i]);
		screen_type(screen, "q");
		expect_rune('q');
		nothing_more(unknown[i] + 1);
	}
}

/* ---- paste -------------------------------------------------------------- */

Test(terminal, a_paste_is_one_event_without_controls)
{
	struct event event;

	screen_type(screen,
		"\033[200~1e6\r\nZoë\t\033[31m\003\001\xff x\033[201~z");
	event = next();
	cr_assert_eq(event.kind, EVENT_PASTE, "event %d", event.kind);
	cr_expect_str_eq(event.paste, "1e6 Zoë [31m x");
	expect_rune('z');
}

Test(terminal, a_paste_without_end_is_over_after_a_while)
{
	screen_type(screen, "\033[200~abc");
	cr_expect_str_eq(next().paste, "abc");
	screen_type(screen, "q");
	expect_rune('q');
}

Test(terminal, a_huge_paste_is_cut)
{
	static char flood[200001];
	struct event event = {0};

	memset(flood, 'x', sizeof(flood) - 1);
	screen_type(screen, "\033[200~");
	for (size_t sent = 0; sent < sizeof(flood) - 1; sent += 50000) {
		screen_type_bytes(screen, flood, 50000);
		terminal_wait(1, &event);
		cr_expect_eq(event.kind, EVENT_NONE);
	}
	screen_type(screen, "\033[201~");
	event = next();
	cr_assert_eq(event.kind, EVENT_PASTE);
	cr_expect_eq(strlen(event.paste), 64 * 1024);
}

/* ---- the world ---------------------------------------------------------- */

Test(terminal, signals_are_told)
{
	static const int told[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};

	for (size_t i = 0; i < sizeof(told) / sizeof(told[0]); i++)
		screen_signal(screen, told[i]);
	screen_type(screen, "q");
	for (size_t i = 0; i < sizeof(told) / sizeof(told[0]); i++) {
		struct event event = next();

		cr_expect_eq(event.kind, EVENT_SIGNAL);
		cr_expect_eq(event.signal, told[i]);
	}
	expect_rune('q');
}

Test(terminal, a_storm_of_resizes_is_one_event)
{
	for (int i = 0; i < 50; i++)
		screen_signal(screen, SIGWINCH);
	cr_expect_eq(next().kind, EVENT_RESIZE);
	nothing_more("a resize");
}

Test(terminal, another_size_is_drawn_at_that_size)
{
	struct area all;

	screen_resize(screen, 30, 100);
	terminal_resize(30, 100);
	cr_expect_eq(next().kind, EVENT_RESIZE);
	all = canvas_begin(false);
	cr_expect_eq(all.rows, 30);
	cr_expect_eq(all.columns, 100);
	canvas_put(all, 29, 95, ROLE_TEXT, "edge");
	terminal_flush();
	screen_update(screen);
	cr_expect_str_eq(screen_row(screen, 29) + 95, "edge");
}

Test(terminal, continued_after_a_stop_all_is_drawn_anew)
{
	struct area all = canvas_begin(false);

	canvas_put(all, 3, 0, ROLE_TEXT, "here");
	terminal_flush();
	screen_update(screen);
	screen_signal(screen, SIGCONT);
	cr_expect_eq(next().kind, EVENT_RESIZE);
	canvas_put(canvas_begin(false), 3, 0, ROLE_TEXT, "here");
	terminal_flush();
	screen_update(screen);
	cr_expect(strstr(screen_bytes(screen), "here"));
	cr_expect(strstr(screen_bytes(screen), "\033[?2004h"));
	cr_expect_str_eq(screen_row(screen, 3), "here");
}

Test(terminal, a_suspend_leaves_the_screen_and_comes_back)
{
	canvas_put(canvas_begin(false), 3, 0, ROLE_TEXT, "here");
	terminal_flush();
	screen_update(screen);
	cr_expect(screen_alternate(screen));
	screen_signal(screen, SIGTSTP);
	cr_expect_eq(next().kind, EVENT_RESIZE);
	screen_update(screen);
	cr_expect_not(screen_alternate(screen));
	cr_expect(strstr(screen_bytes(screen), "\033[?2004l"));
	canvas_put(canvas_begin(false), 3, 0, ROLE_TEXT, "here");
	terminal_flush();
	screen_update(screen);
	cr_expect(screen_alternate(screen));
	cr_expect_str_eq(screen_row(screen, 3), "here");
	screen_type(screen, "\033OA");
	cr_expect_eq(next().press.key, PRESS_UP);
}

Test(terminal, a_hangup_is_told_again_and_again)
{
	screen_type(screen, "q");
	screen_hang_up(screen);
	expect_rune('q');
	for (int i = 0; i < 3; i++)
		cr_expect_eq(next().kind, EVENT_HANGUP);
	canvas_begin(false);
	terminal_flush();
}

Test(terminal, time_runs_out)
{
	cr_expect_not(terminal_pending());
	nothing_more("nothing");
	screen_type(screen, "q");
	cr_expect(terminal_pending());
}

/* ---- out ---------------------------------------------------------------- */

Test(terminal, a_refresh_is_one_write_and_an_idle_one_none)
{
	for (int turn = 0; turn < 2; turn++) {
		struct area all = canvas_begin(false);

		for (int row = 0; row < 24; row += 2)
			canvas_put(all, row, 3 * row, ROLE_FOCUS, "text");
		canvas_cursor(all, 4, 5);
		terminal_flush();
		screen_update(screen);
		cr_expect_eq(screen_writes(screen), turn == 0, "turn %d: %d",
			turn, screen_writes(screen));
	}
}

Test(terminal, a_changed_digit_is_a_few_bytes)
{
	canvas_put(canvas_begin(false), 5, 5, ROLE_TEXT, "requests 1200");
	terminal_flush();
	screen_update(screen);
	canvas_put(canvas_begin(false), 5, 5, ROLE_TEXT, "requests 1300");
	terminal_flush();
	cr_expect_leq(screen_update(screen), 16);
	cr_expect_str_eq(screen_row(screen, 5), "     requests 1300");
}

Test(terminal, the_cursor_stands_on_the_focus)
{
	struct area all = canvas_begin(false);
	int row, column;

	canvas_put(all, 20, 0, ROLE_TEXT, "last drawn");
	canvas_cursor(all, 7, 11);
	terminal_flush();
	screen_update(screen);
	cr_expect(screen_cursor(screen, &row, &column));
	cr_expect_eq(row, 7);
	cr_expect_eq(column, 11);
	canvas_begin(false);
	terminal_flush();
	screen_update(screen);
	cr_expect_not(screen_cursor(screen, &row, &column));
}

Test(terminal, closing_gives_the_screen_back)
{
	int row, column;

	terminal_close();
	screen_update(screen);
	cr_expect_not(screen_alternate(screen));
	cr_expect(screen_cursor(screen, &row, &column));
	cr_expect(strstr(screen_bytes(screen), "\033[?2004l"));
	terminal_close();
}

/* ---- no room ------------------------------------------------------------- */

/* A pipe that is full. */
static void fill(int ends[2])
{
	static const char bytes[4096];

	cr_assert_eq(pipe(ends), 0);
	cr_assert_eq(fcntl(ends[1], F_SETFL, O_NONBLOCK), 0);
	while (write(ends[1], bytes, sizeof(bytes)) > 0)
		;
}

/* Reads all of it, a little later; what it ends with is the status. */
static pid_t reader_of(const int ends[2], const char *wanted)
{
	static char bytes[1 << 20];
	const struct timespec pause = {.tv_nsec = 100000000};
	size_t used = 0, length = strlen(wanted);
	ssize_t count;
	pid_t child = fork();

	if (child)
		return child;
	close(ends[1]);
	nanosleep(&pause, NULL);
	while ((count = read(ends[0], bytes + used, sizeof(bytes) - used)) > 0)
		used += (size_t)count;
	_exit(used < length ||
		memcmp(bytes + used - length, wanted, length) != 0);
}

Test(other_terminals, only_last_words_wait_for_room_whatever_comes)
{
	struct tty tty = {0};
	int full[2], wake[2], status;
	pid_t child;

	alarm(TEST_SECONDS);
	fill(full);
	cr_assert_eq(pipe(wake), 0);
	cr_assert_eq(write(wake[1], "x", 1), 1);
	tty_open(&tty, full[0], full[1], wake[0]);
	cr_expect_eq(tty_write(&tty, "picture", 7), TTY_BROKEN_OFF);
	tty.last = true;
	cr_expect_eq(tty_write(&tty, "bye", 3), TTY_BROKEN_OFF,
		"nobody reads: not for ever");
	child = reader_of(full, "bye");
	cr_expect_eq(tty_write(&tty, "bye", 3), TTY_ALL);
	close(full[1]);
	cr_assert_eq(waitpid(child, &status, 0), child);
	cr_expect_eq(status, 0, "it came through");
}

/* ---- other terminals ---------------------------------------------------- */

Test(other_terminals, unknown_ones_fall_back)
{
	open_with("xterm-ghostty-of-2031");
	cr_expect_str_eq(terminal_fallback(), "xterm-256color");
	end();
	open_with("xterm");
	cr_expect_null(terminal_fallback());
	end();
}

Test(other_terminals, no_term_at_all_falls_back)
{
	unsetenv("TERM");
	open_with(NULL);
	cr_expect_str_eq(terminal_fallback(), "xterm-256color");
	end();
}

Test(other_terminals, one_without_a_cursor_is_refused_in_words)
{
	struct terminal_setup setup;
	struct issue issue = {0};

	screen = screen_new(24, 80);
	setup = setup_for("dumb");
	cr_expect_not(terminal_open(&setup, &issue));
	cr_expect(strstr(issue.what, "cursor"));
	cr_expect_neq(issue.mend[0], '\0');
	cr_expect_eq(screen_update(screen), 0);
	setup.rows = setup.columns = 0;
	setup.term = "xterm";
	cr_expect_not(terminal_open(&setup, &issue));
	cr_expect(strstr(issue.what, "needs a terminal"));
	screen_free(screen);
}

Test(other_terminals, many_kinds_show_the_same_text)
{
	static const char *const kinds[] = {"vt100", "vt220", "linux", "screen",
		"screen-256color", "tmux-256color", "xterm", "xterm-16color",
		"xterm-mono", "rxvt", "xterm-direct"};
	struct theme theme;

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		struct area all;

		open_with(kinds[i]);
		if (terminal_fallback()) { /* not installed here */
			end();
			continue;
		}
		theme_plain(&theme);
		style_read("208 on 17 bold", &theme.style[ROLE_TITLE], NULL);
		theme_use(&theme, true);
		all = canvas_begin(false);
		canvas_put(all, 2, 4, ROLE_TITLE, "Zoë 価格");
		canvas_put(all, 23, 70, ROLE_FOCUS, "end");
		terminal_flush();
		screen_update(screen);
		cr_expect_str_eq(
			screen_row(screen, 2), "    Zoë 価格", "%s", kinds[i]);
		cr_expect_str_eq(
			screen_row(screen, 23) + 70, "end", "%s", kinds[i]);
		end();
	}
}

/* Where a terminal wraps behind its last cell, curses inserts that one from
 * the cell before it; in one column there is none, and what lay in memory was
 * sent. */
Test(other_terminals, one_column_shows_only_what_was_put_there)
{
	static const char *const kinds[] = {
		"vt100", "linux", "screen", "screen-256color", "xterm"};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		struct area all;
		struct event event;

		open_with(kinds[i]);
		terminal_resize(4, 1);
		terminal_wait(1000, &event);
		cr_expect_eq(event.kind, EVENT_RESIZE);
		for (int pass = 0; pass < 2; pass++) {
			all = canvas_begin(false);
			canvas_fill(all, pass ? ROLE_FOCUS : ROLE_POPUP);
			for (int row = 0; row < 4; row++)
				canvas_put(all, row, 0, ROLE_FOCUS,
					pass ? "b" : "a");
			terminal_flush();
			screen_update(screen);
			for (int row = 0; row < 4; row++)
				cr_expect_str_eq(screen_row(screen, row),
					row == 3 ? ""
					: pass   ? "b"
						 : "a",
					"%s, row %d", kinds[i], row);
		}
		end();
	}
}
