/* The position in the file says how much is in it: it is never cut, only
 * written over. */
#include "gather.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { PIECE = 64 * 1024 };

/* In memory: what a screen shows is not for the disk, which may be full. */
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

/* What fits goes in one write, so that no half of a picture is seen; no memory
 * is asked for, because these may be the last words to the terminal. */
enum tty_written gather_ship(
	struct gather *gather, const struct tty *tty, size_t *sent)
{
	char bytes[PIECE];
	const int file = fileno(gather->stream);
	const off_t length = lseek(file, 0, SEEK_CUR);
	enum tty_written result = TTY_ALL;
	ssize_t got;

	if (length <= 0)
		return TTY_ALL;
	gather_drop(gather);
	*sent += (size_t)length;
	for (off_t at = 0; at < length && result == TTY_ALL; at += got) {
		size_t rest = (size_t)(length - at);

		got = pread(file, bytes, rest < PIECE ? rest : PIECE, at);
		if (got <= 0)
			return TTY_BROKEN_OFF;
		result = tty_write(tty, bytes, (size_t)got);
	}
	return result;
}
