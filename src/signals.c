#include "signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <unistd.h>

static int pipe_ends[2] = {-1, -1};

static void wake(int number)
{
	int kept = errno;
	unsigned char byte = (unsigned char)number;

	if (write(pipe_ends[1], &byte, 1) < 0) {
		/* Full: those waiting there will wake the loop as well. */
	}
	errno = kept;
}

static void set(int number, void (*handler)(int))
{
	struct sigaction action = {.sa_flags = SA_RESTART};

	action.sa_handler = handler;
	sigemptyset(&action.sa_mask);
	sigaction(number, &action, NULL);
}

static void no_waiting(int fd)
{
	fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
	fcntl(fd, F_SETFD, FD_CLOEXEC);
}

static int open_for(const int *caught, size_t count)
{
	if (pipe(pipe_ends) != 0)
		return -1;
	no_waiting(pipe_ends[0]);
	no_waiting(pipe_ends[1]);
	for (size_t i = 0; i < count; i++)
		set(caught[i], wake);
	set(SIGPIPE, SIG_IGN);
	return pipe_ends[0];
}

int signals_open(void)
{
	static const int caught[] = {
		SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH};

	return open_for(caught, sizeof(caught) / sizeof(*caught));
}

int signals_open_to_end(void)
{
	static const int caught[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};

	return open_for(caught, sizeof(caught) / sizeof(*caught));
}

/* ---- remembered --------------------------------------------------------- */

static volatile sig_atomic_t remembered;

static void remember(int number)
{
	remembered = number;
}

void signals_remember(void)
{
	static const int caught[] = {SIGINT, SIGTERM, SIGHUP};
	struct sigaction action = {.sa_flags = SA_RESTART | SA_RESETHAND};

	action.sa_handler = remember;
	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < sizeof(caught) / sizeof(*caught); i++) {
		struct sigaction old;

		/* Who started us with nohup means it. */
		if (!sigaction(caught[i], NULL, &old) &&
			old.sa_handler != SIG_IGN)
			sigaction(caught[i], &action, NULL);
	}
}

int signals_remembered(void)
{
	return remembered;
}

void signals_end_by(int number)
{
	signal(number, SIG_DFL);
	raise(number);
}
