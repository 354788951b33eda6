/*
 * Text for the clipboard of whoever sits before the terminal: OSC 52, which
 * goes through ssh and tmux where they let it. Only ever at a key.
 */
#include <string.h>

#include "terminal.h"
#include "terminal_parts.h"

enum { MOST = 3000 }; /* bytes: some terminals take no more than 4 KiB */

/* RFC 4648; out has room for 4 bytes of each 3, and a NUL. */
static size_t encode(char *out, const char *text, size_t length)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				      "abcdefghijklmnopqrstuvwxyz0123456789+/";
	char *at = out;

	for (size_t i = 0; i < length; i += 3) {
		unsigned char three[3] = {0};
		size_t count = length - i < 3 ? length - i : 3;

		memcpy(three, text + i, count);
		*at++ = letters[three[0] >> 2];
		*at++ = letters[(three[0] & 3) << 4 | three[1] >> 4];
		*at++ = count > 1
				? letters[(three[1] & 15) << 2 | three[2] >> 6]
				: '=';
		*at++ = count > 2 ? letters[three[2] & 63] : '=';
	}
	*at = '\0';
	return (size_t)(at - out);
}

void terminal_copy(const char *text)
{
	char sequence[16 + (MOST + 2) / 3 * 4] = "\033]52;c;";
	size_t used = strlen(sequence), length = strlen(text);

	if (!terminal.open || length > MOST)
		return;
	used += encode(sequence + used, text, length);
	sequence[used++] = '\a';
	tty_write(&terminal.tty, sequence, used);
}
