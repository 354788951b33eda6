/*
 * Where there is no fopencookie(), the C library is another one than glibc,
 * and its open_memstream() reports what fails (musl, the BSDs, macOS).
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* fopencookie */
#endif
#include "memory_stream.h"

#ifdef __GLIBC__

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { ROOM = 4096 }; /* bytes to begin with */

struct memory {
	char **bytes; /* the caller's, like the size */
	size_t *size;
	size_t at, room;
	bool failed;
};

/* For so many more, and a NUL. */
static bool make_room(struct memory *memory, size_t more)
{
	size_t room = memory->room;
	char *bytes;

	while (room - memory->at <= more)
		room *= 2;
	if (room == memory->room)
		return true;
	bytes = realloc(*memory->bytes, room);
	if (!bytes)
		return false;
	*memory->bytes = bytes;
	memory->room = room;
	return true;
}

static void mark_end(struct memory *memory)
{
	(*memory->bytes)[memory->at] = '\0';
	*memory->size = memory->at;
}

static ssize_t take(void *cookie, const char *bytes, size_t size)
{
	struct memory *memory = cookie;

	if (memory->failed || !make_room(memory, size)) {
		memory->failed = true;
		errno = ENOMEM;
		return 0; /* as the stream wants it: nothing was taken */
	}
	memcpy(*memory->bytes + memory->at, bytes, size);
	memory->at += size;
	mark_end(memory);
	return (ssize_t)size;
}

static int rewind_to(void *cookie, off64_t *offset, int whence)
{
	struct memory *memory = cookie;

	if (whence == SEEK_CUR && *offset == 0) {
		*offset = (off64_t)memory->at;
		return 0;
	}
	if (whence != SEEK_SET || *offset != 0)
		return -1;
	memory->at = 0;
	mark_end(memory);
	return 0;
}

static int close_memory(void *cookie)
{
	struct memory *memory = cookie;
	bool failed = memory->failed;

	free(memory);
	return failed ? EOF : 0;
}

/* The memory's bytes are there; NULL: nothing is kept. */
static FILE *open_on(struct memory *memory)
{
	const cookie_io_functions_t functions = {
		.write = take, .seek = rewind_to, .close = close_memory};
	FILE *stream = fopencookie(memory, "w", functions);

	if (!stream) {
		free(*memory->bytes);
		*memory->bytes = NULL;
	}
	return stream;
}

FILE *memory_stream(char **bytes, size_t *size)
{
	struct memory *memory = malloc(sizeof(*memory));
	FILE *stream = NULL;

	*bytes = malloc(ROOM);
	if (memory && *bytes) {
		*memory = (struct memory){.bytes = bytes, .room = ROOM};
		memory->size = size;
		mark_end(memory);
		stream = open_on(memory);
	} else {
		free(*bytes);
		*bytes = NULL;
	}
	if (!stream)
		free(memory);
	return stream;
}

#else

FILE *memory_stream(char **bytes, size_t *size)
{
	return open_memstream(bytes, size);
}

#endif
