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

int signals_open(void)
{
	static const int caught[] = {
		SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH};

	if (pipe(pipe_ends) != 0)
		return -1;
	no_waiting(pipe_ends[0]);
	no_waiting(pipe_ends[1]);
	for (size_t i = 0; i < sizeof(caught) / sizeof(*caught); i++)
		set(caught[i], wake);
	set(SIGPIPE, SIG_IGN);
	return pipe_ends[0];
}
