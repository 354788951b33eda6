/*
 * The terminal as a device: modes, size, writing, and giving it back when
 * the program crashes. Knows no curses; pipes will do in place of a device.
 */
#ifndef UI_TTY_H
#define UI_TTY_H

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

struct tty {
	int in, out;
	int wake;  /* something to read here breaks off a write; -1: nothing */
	bool last; /* nothing does, but half a second without room */
	bool is_device;
	struct termios before; /* its modes when we came */
};

void tty_open(struct tty *tty, int in, int out, int wake);

/* Each key at once and as it is; nothing is echoed, no key is a signal. */
void tty_raw(const struct tty *tty);
void tty_restore(const struct tty *tty);

/* Within 1..500 rows and 1..1000 columns; 24 x 80 if it does not say. */
void tty_size(const struct tty *tty, int *rows, int *columns);

enum tty_written { TTY_ALL, TTY_BROKEN_OFF, TTY_GONE };

/* Write all, waiting as needed. */
enum tty_written tty_write(
	const struct tty *tty, const char *bytes, size_t count);

/* Is the other side gone for good? Ask when poll() said that there is
 * something to read, and there was not. */
bool tty_is_gone(const struct tty *tty);

/* Stop as by Ctrl-Z until somebody continues us. */
void tty_stop(const struct tty *tty);

/* From now on a crash writes undo (at most 256 bytes) and restores the modes
 * before the program dies of it. Not under a sanitizer, which wants to tell
 * about the crash itself. */
void tty_guard(const struct tty *tty, const char *undo);
void tty_unguard(void);

#endif
