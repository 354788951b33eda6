/*
 * A file read in pieces of any size has the same lines. The first byte is the
 * size of a piece.
 */
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "fuzz.h"
#include "line_stream.h"

struct expected {
	const uint8_t *at, *end;
	uint64_t lines;
};

static bool take(void *context, const char *bytes, size_t size, uint64_t number)
{
	struct expected *expected = context;
	size_t left = (size_t)(expected->end - expected->at);
	const uint8_t *newline = memchr(expected->at, '\n', left);

	MUST(number == ++expected->lines);
	MUST(size == (newline ? (size_t)(newline - expected->at) : left));
	MUST(!size || !memcmp(bytes, expected->at, size));
	expected->at += size + (newline != NULL);
	return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz fuzz = fuzz_begin(data, size);
	size_t piece = 1 + fuzz_byte(&fuzz);
	struct expected expected = {fuzz.at, fuzz.at + fuzz.left, 0};
	const struct line_stream stream = {
		.line = take, .context = &expected, .piece = piece};
	int fd = open(fuzz_file(fuzz.at, fuzz.left), O_RDONLY);

	MUST(fd >= 0 && line_stream_read(&stream, fd));
	MUST(expected.at == expected.end);
	close(fd);
	return 0;
}
