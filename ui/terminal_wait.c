/*
 * Waiting for keys and signals at once. Signals come as bytes through the
 * wake pipe, so that nothing happens inside a handler; a terminal that went
 * away is told from one where nobody types, so that nothing ever spins.
 */
#include "terminal.h"

#include <poll.h>
#include <time.h>

#include "terminal_parts.h"

enum {
	REST_MS = 25,    /* for the rest of a sequence */
	PASTE_MS = 500,  /* a paste that does not end is over */
	REPORT_MS = 500, /* ... and a report of the mouse */
	FRUITLESS = 100, /* promises of bytes that do not come */
};

/* When the last byte came, and how often one was promised since. */
static long long fed;
static int fruitless;

static long long clock_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

/* ---- keys --------------------------------------------------------------- */

static bool end_paste(struct event *event)
{
	event->kind = EVENT_PASTE;
	event->paste = keys_paste_end(&terminal.keys);
	return true;
}

/* True if a code makes an event. */
static bool take_code(int code, struct event *event)
{
	struct keys *keys = &terminal.keys;
	bool pasting = keys->state == KEYS_PASTING;
	bool whole = false;

	if (code == CODE_PASTE_END && pasting)
		return end_paste(event);
	if (code == CODE_PASTE_BEGIN) {
		if (!pasting)
			keys_paste_begin(keys);
	} else if (code < CODE_PASTE_BEGIN) {
		whole = keys_byte(keys, (unsigned char)code, &event->press);
	} else if (keys->state == KEYS_OLD_MOUSE) {
		keys_byte(keys, ' ', &event->press); /* whatever it is */
	} else if (code >= CODE_KEY && !pasting) {
		event->press = keys_known(keys, code - CODE_KEY);
		whole = true;
	}
	if (whole)
		event->kind = EVENT_PRESS;
	return whole;
}

static bool read_keys(struct event *event)
{
	int code;

	while ((code = terminal_code()) != CODE_NONE) {
		fruitless = 0;
		if (take_code(code, event))
			return true;
		fed = clock_ms();
	}
	/* curses has waited already for what might follow an ESC */
	if (terminal.keys.state != KEYS_ESCAPE)
		return false;
	keys_settle(&terminal.keys, &event->press);
	event->kind = EVENT_PRESS;
	return true;
}

/* Milliseconds left for the rest of what has begun; -1: nothing has. */
static long long rest_left(void)
{
	bool pasting = terminal.keys.state == KEYS_PASTING;
	int most = pasting                          ? PASTE_MS
		   : keys_reporting(&terminal.keys) ? REPORT_MS
						    : REST_MS;
	long long left = fed + most - clock_ms();

	if (!keys_waiting(&terminal.keys))
		return -1;
	return left > 0 ? left : 0;
}

/* The rest did not come in time; true if that makes an event. */
static bool give_up(struct event *event)
{
	struct press unused;

	if (rest_left() != 0)
		return false;
	if (terminal.keys.state == KEYS_PASTING)
		return end_paste(event);
	keys_settle(&terminal.keys, &unused);
	return false;
}

/* ---- others on the screen ------------------------------------------------ */

void terminal_take_back(void)
{
	struct pollfd pipe = {.fd = terminal.wake.pipe, .events = POLLIN};

	if (!terminal.open)
		return;
	if (poll(&pipe, 1, 0) > 0)
		wake_read(&terminal.wake); /* the SIGCONT of our return */
	terminal_come_back();
}

void terminal_suspend(void)
{
	if (!terminal.open)
		return;
	terminal_lend();
	tty_stop(&terminal.tty);
	terminal_take_back();
}

/* ---- waiting ------------------------------------------------------------ */

/* What needs no waiting and comes before any key. */
static bool take_world(struct event *event)
{
	struct pollfd pipe = {.fd = terminal.wake.pipe, .events = POLLIN};

	if (pipe.fd >= 0 && poll(&pipe, 1, 0) > 0)
		wake_read(&terminal.wake);
	if (terminal.gone) {
		event->kind = EVENT_HANGUP;
		return true;
	}
	event->signal = wake_signal(&terminal.wake);
	if (event->signal != 0) {
		event->kind = EVENT_SIGNAL;
		return true;
	}
	if (terminal.wake.stop)
		terminal_suspend();
	if (terminal.wake.continued)
		terminal_come_back();
	if (terminal.wake.resized)
		terminal_take_size();
	terminal.wake.stop = terminal.wake.resized = false;
	if (terminal.resized)
		event->kind = EVENT_RESIZE;
	terminal.resized = false;
	return event->kind != EVENT_NONE;
}

/* Wait for keys or signals; 0 when the time is up. */
static int wait_input(int milliseconds, struct pollfd files[2])
{
	files[0] = (struct pollfd){.fd = terminal.tty.in, .events = POLLIN};
	files[1] = (struct pollfd){.fd = terminal.wake.pipe, .events = POLLIN};
	return poll(files, 2, milliseconds);
}

/* Milliseconds to wait at most: to the deadline (-1: none), but not longer
 * than for the rest of what has begun. */
static int patience(long long deadline)
{
	long long rest = rest_left(), left = -1;

	if (deadline >= 0) {
		left = deadline - clock_ms();
		left = left > 0 ? left : 0;
	}
	return (int)(rest >= 0 && (left < 0 || rest < left) ? rest : left);
}

/* Wait once for whatever comes; false when the time is up. */
static bool wait_once(long long deadline, struct event *event)
{
	struct pollfd files[2];
	int ready = wait_input(patience(deadline), files);

	if (ready == 0 && keys_waiting(&terminal.keys))
		return give_up(event) || deadline < 0 || clock_ms() < deadline;
	if (ready <= 0 || files[0].revents == 0)
		return ready != 0; /* or a signal: its byte is in the pipe */
	if (read_keys(event))
		return true;
	if ((files[0].revents & ~POLLIN) != 0 || tty_is_gone(&terminal.tty) ||
		++fruitless > FRUITLESS)
		terminal.gone = true;
	return true;
}

void terminal_wait(int milliseconds, struct event *event)
{
	long long deadline = milliseconds < 0 ? -1 : clock_ms() + milliseconds;

	*event = (struct event){.kind = EVENT_NONE};
	while (!take_world(event) && !read_keys(event))
		if (!wait_once(deadline, event) || event->kind != EVENT_NONE)
			return;
}

bool terminal_pending(void)
{
	struct pollfd files[2];

	return terminal.gone || terminal.resized || terminal.wake.count > 0 ||
	       keys_waiting(&terminal.keys) || wait_input(0, files) > 0;
}

bool terminal_typed(void)
{
	struct pollfd files[2];

	return wait_input(0, files) > 0;
}
