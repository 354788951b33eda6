#include "line_stream.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct reading {
	const struct line_stream *stream;
	int fd;
	char *bytes;
	size_t room, size; /* size: of a line that is not complete yet */
	size_t searched;   /* of these, known to have no line end */
	uint64_t lines, done;
	bool passing; /* over the rest of a line that is too long */
};

static bool hand_over(struct reading *reading, const char *bytes, size_t size)
{
	const struct line_stream *stream = reading->stream;

	reading->lines++;
	if (size > LINE_STREAM_MOST)
		return stream->line(stream->context, NULL, 0, reading->lines);
	return stream->line(stream->context, bytes, size, reading->lines);
}

static bool end_line(struct reading *reading, const char *bytes, size_t size)
{
	if (!reading->passing)
		return hand_over(reading, bytes, size);
	reading->passing = false;
	return hand_over(reading, NULL, 0);
}

/* Hand over what is complete, and keep the rest at the front. */
static bool take_lines(struct reading *reading)
{
	char *at = reading->bytes, *end = at + reading->size, *newline;
	char *from = at + reading->searched;

	while ((newline = memchr(from, '\n', (size_t)(end - from)))) {
		if (!end_line(reading, at, (size_t)(newline - at)))
			return false;
		from = at = newline + 1;
	}
	reading->size = reading->passing ? 0 : (size_t)(end - at);
	reading->searched = reading->size;
	memmove(reading->bytes, at, reading->size);
	return true;
}

/* Room for another piece behind the line that is not complete. */
static bool make_room(struct reading *reading, size_t piece)
{
	size_t room = reading->room;
	char *bytes;

	if (reading->size > LINE_STREAM_MOST) {
		reading->passing = true;
		reading->size = reading->searched = 0;
	}
	while (room < reading->size + piece)
		room = room ? 2 * room : 2 * piece;
	if (room == reading->room)
		return true;
	bytes = realloc(reading->bytes, room);
	if (!bytes)
		return false;
	reading->bytes = bytes;
	reading->room = room;
	return true;
}

/* Bytes of one more piece; 0 at the end; -1 with errno. */
static ssize_t read_piece(struct reading *reading, size_t piece)
{
	ssize_t count;

	if (!make_room(reading, piece))
		return -1;
	do
		count = read(
			reading->fd, reading->bytes + reading->size, piece);
	while (count < 0 && errno == EINTR);
	if (count > 0) {
		reading->size += (size_t)count;
		reading->done += (uint64_t)count;
	}
	return count;
}

static bool read_all(struct reading *reading)
{
	const struct line_stream *stream = reading->stream;
	size_t piece = stream->piece ? stream->piece : LINE_STREAM_PIECE;
	ssize_t count;

	while ((count = read_piece(reading, piece)) > 0) {
		if (!take_lines(reading))
			return false;
		if (stream->progress)
			stream->progress(
				stream->progress_context, reading->done);
	}
	if (count < 0)
		return false;
	/* The last line may have no line end. */
	return (!reading->size && !reading->passing) ||
	       end_line(reading, reading->bytes, reading->size);
}

bool line_stream_read(const struct line_stream *stream, int fd)
{
	struct reading reading = {.stream = stream, .fd = fd};
	bool done = read_all(&reading);
	int error = errno;

	free(reading.bytes);
	errno = error;
	return done;
}
