#include "fuzz.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

char *fuzz_text(struct fuzz *fuzz, size_t size)
{
	size_t length = size < fuzz->left ? size : fuzz->left;
	char *text = malloc(length + 1);

	if (!text)
		abort();
	if (length)
		memcpy(text, fuzz->at, length);
	text[length] = '\0';
	fuzz->at += length;
	fuzz->left -= length;
	return text;
}

char *fuzz_line(struct fuzz *fuzz)
{
	const uint8_t *end;
	char *line;

	if (!fuzz->left)
		return NULL;
	end = memchr(fuzz->at, '\n', fuzz->left);
	line = fuzz_text(fuzz, end ? (size_t)(end - fuzz->at) : fuzz->left);
	fuzz_byte(fuzz);
	return line;
}

const char *fuzz_file(const uint8_t *data, size_t size)
{
	static char path[32];
	static int fd = -1;

	if (fd < 0)
		fd = memfd_create("fuzz", MFD_CLOEXEC);
	if (fd < 0 || ftruncate(fd, 0) ||
		pwrite(fd, data, size, 0) != (ssize_t)size)
		abort();
	snprintf(path, sizeof(path), "/dev/fd/%d", fd);
	return path;
}
