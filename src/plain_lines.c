#include "plain_lines.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "trace.h"

void lines_open(struct lines *lines, int in, int wake)
{
	*lines = (struct lines){.in = in, .wake = wake, .terminal = isatty(in)};
}

static bool take_signal(struct lines *lines)
{
	unsigned char byte;

	if (read(lines->wake, &byte, 1) != 1)
		return false;
	lines->signal = byte;
	return true;
}

/* A terminal that hung up fails to be read, often before its signal is here.
 */
static enum line_event failed(struct lines *lines)
{
	if (!lines->terminal || errno != EIO) {
		lines->error = errno;
		return LINE_END;
	}
	lines->signal = SIGHUP;
	return LINE_SIGNAL;
}

static enum line_event fill(struct lines *lines)
{
	struct pollfd polled[2] = {
		{.fd = lines->in, .events = POLLIN},
		{.fd = lines->wake, .events = POLLIN},
	};
	ssize_t got;

	for (;;) {
		if (poll(polled, 2, -1) < 0 && errno != EINTR)
			return LINE_END;
		if (polled[1].revents && take_signal(lines))
			return LINE_SIGNAL;
		if (!polled[0].revents)
			continue;
		got = read(lines->in, lines->bytes, sizeof(lines->bytes));
		if (got == 0)
			return LINE_END;
		if (got > 0)
			break;
		if (errno != EINTR && errno != EAGAIN)
			return failed(lines);
	}
	lines->used = (size_t)got;
	lines->at = 0;
	return LINE_READ;
}

/* Bytes up to the line's end go behind those there; true: it is complete. */
static bool take_bytes(struct lines *lines, char *out, size_t *length)
{
	while (lines->at < lines->used) {
		char byte = lines->bytes[lines->at++];

		if (byte == '\n')
			return true;
		if (*length < ANSWER_BYTES - 1)
			out[(*length)++] = byte ? byte : '\1';
	}
	return false;
}

/* Without the mark that some editors put in front of a file, and without the
 * carriage return that others put at the end of a line. */
static void finish(struct lines *lines, char *out, size_t length)
{
	static const char mark[] = "\xef\xbb\xbf";

	if (length > 0 && out[length - 1] == '\r')
		length--;
	out[length] = '\0';
	lines->number++;
	if (lines->number == 1 && !strncmp(out, mark, sizeof(mark) - 1))
		memmove(out, out + 3, length - 2);
}

enum line_event lines_next(struct lines *lines, char *out)
{
	size_t length = 0;

	while (!take_bytes(lines, out, &length)) {
		enum line_event event = fill(lines);

		if (event == LINE_SIGNAL)
			return event;
		if (event == LINE_END && length == 0)
			return event;
		if (event == LINE_END)
			break;
	}
	finish(lines, out, length);
	trace("line %ld: %zu bytes", lines->number, length);
	return LINE_READ;
}
