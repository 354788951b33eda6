#include "wake.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static void take(struct wake *wake, int number)
{
	switch (number) {
	case SIGWINCH: wake->resized = true; break;
	case SIGCONT: wake->continued = true; break;
	case SIGTSTP: wake->stop = true; break;
	default:
		if (wake->count < WAKE_SIGNALS)
			wake->signals[wake->count++] = number;
	}
}

void wake_read(struct wake *wake)
{
	unsigned char numbers[64];
	ssize_t count = read(wake->pipe, numbers, sizeof(numbers));

	for (ssize_t i = 0; i < count; i++)
		take(wake, numbers[i]);
	if (count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN))
		wake->pipe = -1; /* nobody can write to it any more */
}

int wake_signal(struct wake *wake)
{
	int number = wake->signals[0];

	if (wake->count == 0)
		return 0;
	wake->count--;
	memmove(wake->signals, wake->signals + 1,
		(size_t)wake->count * sizeof(wake->signals[0]));
	return number;
}
