/*
 * A terminal to test in: what is drawn comes to libvterm, what is typed goes
 * to the program. Needs no tty and no second process:
 *
 *	struct screen *screen = screen_new(24, 80);
 *	struct terminal_setup setup = {.in = screen_in(screen),
 *		.out = screen_out(screen), .wake = screen_wake(screen),
 *		.rows = 24, .columns = 80, .term = "xterm-256color"};
 *	... open, draw, flush ...
 *	screen_update(screen);
 *	cr_expect_str_eq(screen_row(screen, 0), "what should stand there");
 *
 * Colours come as in ui/colour.h: -1 is the terminal's own.
 */
#ifndef TESTS_SUPPORT_SCREEN_H
#define TESTS_SUPPORT_SCREEN_H

#include <stdbool.h>
#include <stddef.h>

struct screen;

/*
 * What waits for a terminal can wait for ever: a test that may, begins with
 * alarm(TEST_SECONDS). Not Criterion's .timeout: a request that is pending
 * when a run of 2.4 ends is leaked, and the sanitizers say so at times.
 */
enum { TEST_SECONDS = 120 };

struct screen_cell {
	char text[32]; /* UTF-8 with its marks; "" behind a wide character */
	int width;
	bool bold, underline, reverse;
	int fg, bg;
};

struct screen *screen_new(int rows, int columns);
void screen_free(struct screen *screen);

/* The program's ends: to read keys from, to draw to, to be woken by. */
int screen_in(const struct screen *screen);
int screen_out(const struct screen *screen);
int screen_wake(const struct screen *screen);

/* Type; a signal, as its handler would tell it; the user goes away. */
void screen_type(struct screen *screen, const char *bytes);
void screen_type_bytes(struct screen *screen, const char *bytes, size_t count);
void screen_signal(struct screen *screen, int number);
void screen_hang_up(struct screen *screen);

/* Another size; what is drawn next is for that one. */
void screen_resize(struct screen *screen, int rows, int columns);

/* Take in all that was drawn since the last time. Returns its bytes. */
size_t screen_update(struct screen *screen);

/* The same without looking at it: what is shown stays as it was. Returns how
 * many bytes. */
size_t screen_overlook(struct screen *screen);

/* Of the last update: how many writes, and the bytes (NUL behind them). */
int screen_writes(const struct screen *screen);
const char *screen_bytes(const struct screen *screen);

/* A row without the blanks at its end; all rows, each ended by \n. Valid
 * until the next call of the same function. */
const char *screen_row(struct screen *screen, int row);
const char *screen_text(struct screen *screen);

/* Is this text anywhere on the screen, within one row? */
bool screen_shows(struct screen *screen, const char *text);

/* Where a text begins, in cells; false if it is nowhere. */
bool screen_find(
	struct screen *screen, const char *text, int *row, int *column);

struct screen_cell screen_cell(struct screen *screen, int row, int column);

/* The cursor; false when it is hidden. */
bool screen_cursor(struct screen *screen, int *row, int *column);

/* Is the alternate screen shown? */
bool screen_alternate(const struct screen *screen);

#endif
