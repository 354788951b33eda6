#include "utf8.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* Bytes of the character that begins here, 0 if it is no UTF-8 (overlong
 * forms, surrogates and what lies beyond U+10FFFF are none). */
static size_t utf8_length(const unsigned char *at, size_t left)
{
	size_t length = *at < 0x80   ? 1
			: *at < 0xc2 ? 0
			: *at < 0xe0 ? 2
			: *at < 0xf0 ? 3
			: *at < 0xf5 ? 4
				     : 0;

	if (length > left)
		return 0;
	for (size_t i = 1; i < length; i++)
		if ((at[i] & 0xc0) != 0x80)
			return 0;
	if ((at[0] == 0xe0 && at[1] < 0xa0) || (at[0] == 0xed && at[1] > 0x9f))
		return 0;
	if ((at[0] == 0xf0 && at[1] < 0x90) || (at[0] == 0xf4 && at[1] > 0x8f))
		return 0;
	return length;
}

/* Whether the next eight bytes are ASCII without a NUL, as most are. */
static bool plain_bytes(const char *bytes)
{
	uint64_t word;

	memcpy(&word, bytes, sizeof(word));
	return !((word | (word - 0x0101010101010101)) & 0x8080808080808080);
}

size_t utf8_bad_byte(const char *bytes, size_t size)
{
	size_t at = 0, length;

	while (at < size && bytes[at]) {
		if (size - at >= 8 && plain_bytes(bytes + at)) {
			at += 8;
			continue;
		}
		length = utf8_length(
			(const unsigned char *)bytes + at, size - at);
		if (!length)
			break;
		at += length;
	}
	return at;
}
