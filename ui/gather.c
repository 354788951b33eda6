/* The position in the file says how much is in it: it is never cut, only
 * written over. */
#include "gather.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

bool gather_open(struct gather *gather)
{
	int file = memfd_create("screen", MFD_CLOEXEC);

	gather->stream = file < 0 ? tmpfile() : fdopen(file, "w+");
	if (!gather->stream && file >= 0)
		close(file);
	return gather->stream;
}

void gather_close(struct gather *gather)
{
	if (gather->stream)
		fclose(gather->stream);
	gather->stream = NULL;
}

void gather_add(struct gather *gather, const char *text)
{
	ssize_t ignored = write(fileno(gather->stream), text, strlen(text));

	(void)ignored;
}

void gather_drop(struct gather *gather)
{
	lseek(fileno(gather->stream), 0, SEEK_SET);
}

enum tty_written gather_ship(
	struct gather *gather, const struct tty *tty, size_t *sent)
{
	enum tty_written result = TTY_BROKEN_OFF;
	const int file = fileno(gather->stream);
	const off_t length = lseek(file, 0, SEEK_CUR);
	char *bytes;

	if (length <= 0)
		return TTY_ALL;
	gather_drop(gather);
	*sent += (size_t)length;
	bytes = malloc((size_t)length);
	if (bytes && pread(file, bytes, (size_t)length, 0) == length)
		result = tty_write(tty, bytes, (size_t)length);
	free(bytes);
	return result;
}
