/*
 * curses draws into a file in memory. It believes that it has no terminal at
 * all: modes, size, signals and the waiting are ours (tty.h), so that nothing
 * runs in a signal handler, getch() cannot spin when the terminal goes away,
 * and a refresh is one write however often curses moves its cursor.
 *
 * Keys are read with wgetch() on a pad, which unlike a window is never
 * refreshed by reading; wget_wch() is not used because one invalid byte makes
 * it swallow the keys behind it.
 */
#include "terminal.h"

#include <curses.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "gather.h"
#include "paint.h"
#include "terminal_parts.h"

#define FALLBACK "xterm-256color"
#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"
/* Clicks and the wheel, in decimal; no motion. */
#define MOUSE_ON "\033[?1000h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1000l"

enum {
	ESCAPE_MS = 25,
	KEY_OURS = 2000, /* + enum terminal_code; above all of curses' own */
};

struct terminal_state terminal;

static struct {
	SCREEN *screen;
	WINDOW *pad; /* keys are read through it */
	FILE *keyboard;
	struct gather gather; /* what curses writes */
	bool fixed;           /* the size never comes from the terminal */
	bool away; /* curses has left the screen; its next flush returns */
} screen;

void terminal_describe(char *out, size_t size)
{
	snprintf(out, size, "%.60s%s, %d rows, %d columns, %d colours%s",
		termname(), terminal.fallback ? " in place of $TERM" : "",
		LINES, COLS, COLORS, terminal.keys.mouse ? ", mouse" : "");
}

/* ---- out ---------------------------------------------------------------- */

/* A string of terminfo's, or NULL. */
static char *capability(const char *name)
{
	char *text = tigetstr(name);

	return text == (char *)-1 ? NULL : text;
}

/* Add such a string without its delays. */
static void add(char *out, size_t size, const char *from)
{
	size_t length = strlen(out);

	while (from && *from && length + 1 < size) {
		bool delay = strncmp(from, "$<", 2) == 0;
		const char *end = delay ? strchr(from, '>') : NULL;

		if (end)
			from = end + 1;
		else
			out[length++] = *from++;
	}
	out[length] = '\0';
}

/* Off with the picture; what did not arrive is drawn anew next time. */
static void ship(void)
{
	switch (gather_ship(&screen.gather, &terminal.tty, &terminal.sent)) {
	case TTY_ALL: break;
	case TTY_BROKEN_OFF: clearok(curscr, TRUE); break;
	case TTY_GONE: terminal.gone = true; break;
	}
}

static void add_modes(void)
{
	char modes[128] = "";

	add(modes, sizeof(modes), capability("smkx"));
	add(modes, sizeof(modes), PASTE_ON);
	if (terminal.keys.mouse)
		add(modes, sizeof(modes), MOUSE_ON);
	gather_add(&screen.gather, modes);
}

/* Where a terminal wraps behind its last cell, curses (6.4) draws that one by
 * inserting the one before it, which of a single column is none: it would send
 * what lies before the line in memory. So that cell stays empty. */
static void spare_last_cell(void)
{
	if (getmaxx(stdscr) > 1)
		return;
	move(getmaxy(stdscr) - 1, 0);
	clrtoeol();
}

void terminal_flush(void)
{
	int row, column;
	bool cursor;

	if (!terminal.open || terminal.gone)
		return;
	spare_last_cell();
	cursor = canvas_cursor_at(&row, &column);
	if (cursor)
		move(row, column);
	curs_set(cursor);
	wnoutrefresh(stdscr);
	doupdate();
	if (screen.away)
		add_modes();
	screen.away = false;
	ship();
}

void terminal_use_mouse(bool on)
{
	if (terminal.open && on != terminal.keys.mouse)
		gather_add(&screen.gather, on ? MOUSE_ON : MOUSE_OFF);
	terminal.keys.mouse = on;
}

bool terminal_mouse(void)
{
	return terminal.keys.mouse;
}

void terminal_refresh(void)
{
	if (terminal.open)
		clearok(curscr, TRUE);
}

/* ---- open and close ----------------------------------------------------- */

static bool open_files(const struct terminal_setup *setup)
{
	int in = dup(setup->in);

	screen.keyboard = in < 0 ? NULL : fdopen(in, "r");
	if (!screen.keyboard && in >= 0)
		close(in);
	return gather_open(&screen.gather) && screen.keyboard;
}

static void close_files(void)
{
	gather_close(&screen.gather);
	if (screen.keyboard)
		fclose(screen.keyboard);
	screen.keyboard = NULL;
}

/* As the kind that it is, with all the colours that it says it has. */
static bool open_kind(const char *kind)
{
	char direct[64];

	if (terminal_direct_kind(kind, direct, sizeof(direct)))
		screen.screen =
			newterm(direct, screen.gather.stream, screen.keyboard);
	if (!screen.screen && kind[0] != '\0')
		screen.screen =
			newterm(kind, screen.gather.stream, screen.keyboard);
	return screen.screen != NULL;
}

/* curses' signal handlers are put away again. */
static void new_screen(const char *kind, int rows, int columns)
{
	static const int taken[] = {SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
	enum { TAKEN = sizeof(taken) / sizeof(taken[0]) };
	struct sigaction before[TAKEN];

	for (int i = 0; i < TAKEN; i++)
		sigaction(taken[i], NULL, &before[i]);
	terminal_tell_size(rows, columns);
	if (!open_kind(terminal_kind(kind))) {
		terminal.fallback = FALLBACK;
		open_kind(FALLBACK);
	}
	terminal_untell_size();
	for (int i = 0; i < TAKEN; i++)
		sigaction(taken[i], &before[i], NULL);
}

/* What terminfo does not know, or not in both of a terminal's modes. */
static void define_keys(void)
{
	const struct terminal_sequence *known = terminal_sequences;

	for (; known->sequence || known->capability; known++) {
		const char *sequence = known->sequence;

		if (!sequence)
			sequence = capability(known->capability);
		if (sequence)
			define_key(sequence, KEY_OURS + known->code);
	}
	keyok(KEY_MOUSE, FALSE); /* half a report would be typed */
}

static void guard(void)
{
	char undo[256] = "";

	add(undo, sizeof(undo), MOUSE_OFF PASTE_OFF);
	add(undo, sizeof(undo), capability("sgr0"));
	add(undo, sizeof(undo), capability("op"));
	add(undo, sizeof(undo), capability("rmkx"));
	add(undo, sizeof(undo), capability("cnorm"));
	add(undo, sizeof(undo), capability("rmcup"));
	tty_guard(&terminal.tty, undo);
}

/* curses takes the keyboard for one of seven bits until meta() is called,
 * which makes xterm send Alt-x in another way: so what was sent up to here
 * is thrown away, and what is needed of it sent again. */
static void start_screen(void)
{
	char start[256] = "";

	screen.pad = newpad(1, 1);
	keypad(screen.pad, TRUE);
	nodelay(screen.pad, TRUE);
	meta(screen.pad, TRUE);
	set_escdelay(ESCAPE_MS);
	typeahead(-1);
	nonl();
	curs_set(1); /* sends what is waiting */
	gather_drop(&screen.gather);
	add(start, sizeof(start), capability("smcup"));
	add(start, sizeof(start), capability("sgr0"));
	add(start, sizeof(start), capability("smam"));
	gather_add(&screen.gather, start);
	add_modes();
	define_keys();
}

static bool refuse(struct issue *issue, const char *what)
{
	issue_set(issue, 0, "%s", what);
	return issue_mend(issue,
		"set TERM to the terminal's name, such as xterm-256color, or "
		"use the commands that need no screen");
}

static bool open_screen(const struct terminal_setup *setup, struct issue *issue)
{
	int rows = setup->rows, columns = setup->columns;

	if (!screen.fixed)
		tty_size(&terminal.tty, &rows, &columns);
	new_screen(setup->term, rows, columns);
	if (!screen.screen)
		return refuse(issue, "this terminal is not known here");
	if (capability("cup"))
		return true;
	endwin();
	delscreen(screen.screen);
	screen.screen = NULL;
	return refuse(issue,
		"this terminal cannot place its cursor, so it cannot show "
		"the wizard");
}

bool terminal_open(const struct terminal_setup *setup, struct issue *issue)
{
	memset(&terminal, 0, offsetof(struct terminal_state, keys.paste));
	memset(&screen, 0, sizeof(screen));
	screen.fixed = setup->rows > 0 && setup->columns > 0;
	terminal.wake.pipe = setup->wake;
	terminal.keys.mouse = setup->mouse;
	tty_open(&terminal.tty, setup->in, setup->out, setup->wake);
	if (!screen.fixed && !terminal.tty.is_device)
		return refuse(issue, "the wizard needs a terminal");
	if (!open_files(setup)) {
		close_files();
		return issue_set(issue, 0, "there is no memory left");
	}
	if (!open_screen(setup, issue)) {
		close_files();
		return false;
	}
	tty_raw(&terminal.tty);
	guard();
	start_screen();
	terminal.open = true;
	return true;
}

/* Leave curses' screen for the user's: whoever looks at it next finds it as it
 * was, also where a signal came while the terminal took nothing. */
void terminal_lend(void)
{
	if (!terminal.open)
		return;
	terminal.tty.last = true;
	gather_add(&screen.gather,
		terminal.keys.mouse ? MOUSE_OFF PASTE_OFF : PASTE_OFF);
	endwin();
	ship();
	terminal.tty.last = false;
	tty_restore(&terminal.tty);
}

void terminal_close(void)
{
	if (!terminal.open)
		return;
	terminal_lend();
	tty_unguard();
	delwin(screen.pad);
	delscreen(screen.screen);
	close_files();
	terminal.open = false;
}

/* ---- stopping, sizes ---------------------------------------------------- */

void terminal_take_size(void)
{
	int rows, columns;

	if (!screen.fixed) {
		tty_size(&terminal.tty, &rows, &columns);
		if (is_term_resized(rows, columns))
			resizeterm(rows, columns);
	}
	terminal.resized = true;
}

void terminal_come_back(void)
{
	tty_raw(&terminal.tty);
	clearok(curscr, TRUE);
	terminal_take_size();
	screen.away = true;
	terminal.wake.continued = false;
}

void terminal_resize(int rows, int columns)
{
	screen.fixed = true;
	if (is_term_resized(rows, columns))
		resizeterm(rows, columns);
	terminal.resized = true;
}

/* ---- keys --------------------------------------------------------------- */

static int key_of(int code)
{
	static const struct {
		int code, key;
	} known[] = {{KEY_UP, PRESS_UP}, {KEY_DOWN, PRESS_DOWN},
		{KEY_LEFT, PRESS_LEFT}, {KEY_RIGHT, PRESS_RIGHT},
		{KEY_HOME, PRESS_HOME}, {KEY_END, PRESS_END},
		{KEY_FIND, PRESS_HOME}, {KEY_SELECT, PRESS_END},
		{KEY_PPAGE, PRESS_PAGE_UP}, {KEY_NPAGE, PRESS_PAGE_DOWN},
		{KEY_DC, PRESS_DELETE}, {KEY_IC, PRESS_INSERT},
		{KEY_BACKSPACE, PRESS_BACKSPACE}, {KEY_BTAB, PRESS_BACKTAB},
		{KEY_ENTER, PRESS_ENTER}};

	if (code >= KEY_OURS)
		return code - KEY_OURS;
	if (code >= KEY_F(1) && code <= KEY_F(12))
		return CODE_KEY + PRESS_F1 + code - KEY_F(1);
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (known[i].code == code)
			return CODE_KEY + known[i].key;
	return CODE_IGNORED;
}

int terminal_code(void)
{
	int code = wgetch(screen.pad);

	if (code == ERR)
		return CODE_NONE;
	return code < KEY_MIN ? code & 0xff : key_of(code);
}
