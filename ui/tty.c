#include "tty.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { ROWS_MOST = 500, COLUMNS_MOST = 1000, STACK_BYTES = 64 * 1024 };

void tty_open(struct tty *tty, int in, int out, int wake)
{
	*tty = (struct tty){.in = in, .out = out, .wake = wake};
	tty->is_device = tcgetattr(in, &tty->before) == 0;
}

void tty_raw(const struct tty *tty)
{
	struct termios raw = tty->before;

	if (!tty->is_device)
		return;
	raw.c_iflag &= ~(tcflag_t)(BRKINT | IGNCR | INLCR | ICRNL | ISTRIP |
				   IXON | PARMRK);
	raw.c_oflag &= ~(tcflag_t)OPOST;
	raw.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | IEXTEN | ISIG);
	raw.c_cflag &= ~(tcflag_t)(CSIZE | PARENB);
	raw.c_cflag |= CS8;
	raw.c_cc[VMIN] = 1;
	raw.c_cc[VTIME] = 0;
	tcsetattr(tty->in, TCSADRAIN, &raw);
}

void tty_restore(const struct tty *tty)
{
	if (tty->is_device)
		tcsetattr(tty->in, TCSADRAIN, &tty->before);
}

static int size_or(int value, int most, int otherwise)
{
	if (value < 1)
		return otherwise;
	return value < most ? value : most;
}

void tty_size(const struct tty *tty, int *rows, int *columns)
{
	struct winsize size = {0};

	if (ioctl(tty->out, TIOCGWINSZ, &size) != 0)
		size = (struct winsize){0};
	*rows = size_or(size.ws_row, ROWS_MOST, 24);
	*columns = size_or(size.ws_col, COLUMNS_MOST, 80);
}

enum { LAST_MS = 500 };

/* After a write that wrote nothing: go on? */
static bool wait_for_room(const struct tty *tty, enum tty_written *result)
{
	struct pollfd room[2] = {
		{.fd = tty->out, .events = POLLOUT},
		{.fd = tty->last ? -1 : tty->wake, .events = POLLIN},
	};
	int ready;

	if (errno != EINTR && errno != EAGAIN && errno != EWOULDBLOCK) {
		*result = TTY_GONE;
		return false;
	}
	ready = poll(room, 2, tty->last ? LAST_MS : -1);
	if (ready < 0)
		return errno == EINTR;
	if (!room[0].revents && (!ready || room[1].revents)) {
		*result = TTY_BROKEN_OFF;
		return false;
	}
	return true;
}

enum tty_written tty_write(
	const struct tty *tty, const char *bytes, size_t count)
{
	enum tty_written result = TTY_ALL;

	while (count > 0) {
		ssize_t written = write(tty->out, bytes, count);

		if (written > 0) {
			bytes += written;
			count -= (size_t)written;
		} else if (!wait_for_room(tty, &result)) {
			return result;
		}
	}
	return TTY_ALL;
}

bool tty_is_gone(const struct tty *tty)
{
	struct pollfd in = {.fd = tty->in, .events = POLLIN};
	int bytes = 0;

	if (poll(&in, 1, 0) < 1)
		return false;
	return ioctl(tty->in, FIONREAD, &bytes) != 0 || bytes == 0;
}

/* The whole group, as the terminal would: a script that started us stops
 * with us. */
void tty_stop(const struct tty *tty)
{
	struct sigaction stop = {.sa_handler = SIG_DFL}, before;

	if (!tty->is_device)
		return;
	sigaction(SIGTSTP, &stop, &before);
	kill(0, SIGTSTP);
	sigaction(SIGTSTP, &before, NULL);
}

/* ---- crashes ------------------------------------------------------------ */

#if defined(__SANITIZE_ADDRESS__)
#define WATCHED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define WATCHED 1
#endif
#endif
#ifndef WATCHED
#define WATCHED 0
#endif

static const int crashes[] = {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL};

/* All that the handler needs, made ready before. */
static struct {
	struct tty tty;
	char undo[256];
	size_t undo_length;
	void *stack;
	volatile sig_atomic_t armed;
} guard;

static void crashed(int number)
{
	struct sigaction dead = {.sa_handler = SIG_DFL};

	if (guard.armed) {
		ssize_t ignored =
			write(guard.tty.out, guard.undo, guard.undo_length);

		(void)ignored;
		if (guard.tty.is_device)
			tcsetattr(guard.tty.in, TCSANOW, &guard.tty.before);
	}
	sigaction(number, &dead, NULL);
	raise(number);
}

static void handle_crashes(void (*handler)(int), int flags)
{
	struct sigaction action = {.sa_handler = handler, .sa_flags = flags};

	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < sizeof(crashes) / sizeof(crashes[0]); i++)
		sigaction(crashes[i], &action, NULL);
}

void tty_guard(const struct tty *tty, const char *undo)
{
	stack_t stack = {.ss_size = STACK_BYTES};

	if (WATCHED || !tty->is_device)
		return;
	guard.tty = *tty;
	guard.undo_length = strnlen(undo, sizeof(guard.undo));
	memcpy(guard.undo, undo, guard.undo_length);
	guard.armed = 1;
	if (!guard.stack)
		guard.stack = malloc(STACK_BYTES);
	stack.ss_sp = guard.stack;
	if (guard.stack && sigaltstack(&stack, NULL) == 0)
		handle_crashes(crashed, SA_ONSTACK);
	else
		handle_crashes(crashed, 0);
}

void tty_unguard(void)
{
	stack_t none = {.ss_flags = SS_DISABLE};

	if (!guard.armed)
		return;
	guard.armed = 0;
	handle_crashes(SIG_DFL, 0);
	sigaltstack(&none, NULL);
	free(guard.stack);
	guard.stack = NULL;
}
