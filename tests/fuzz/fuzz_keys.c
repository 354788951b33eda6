/*
 * A terminal's bytes as presses. Of two bytes 0xff and a number, the number is
 * what the terminal knew (a key, the two ends of a paste, silence).
 */
#include <string.h>

#include "claims.h"
#include "fuzz.h"
#include "keys.h"
#include "text.h"

static void check_press(struct press press)
{
	char bytes[5] = "";

	if (press.key != PRESS_RUNE && press.key != PRESS_ALT)
		return;
	MUST(press.rune && press.rune <= 0x10ffff);
	bytes[text_encode(press.rune, bytes)] = '\0';
	MUST(text_is_plain(bytes) || press.key == PRESS_ALT ||
		press.rune > 0x7f);
}

static void take_known(struct keys *keys, uint8_t what)
{
	struct press press;
	const char *paste;

	switch (what) {
	case 0:
		if (keys_settle(keys, &press))
			check_press(press);
		MUST(!keys_waiting(keys));
		break;
	case 1: keys_paste_begin(keys); break;
	case 2:
		paste = keys_paste_end(keys);
		MUST(strlen(paste) <= KEYS_PASTE);
		for (; *paste; paste++)
			MUST((unsigned char)*paste >= ' ' && *paste != 0x7f);
		break;
	default:
		what %= PRESS_F12 + 1 - PRESS_ENTER;
		check_press(keys_known(keys, PRESS_ENTER + what));
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct keys keys;
	struct fuzz fuzz = fuzz_begin(data, size);
	struct press press;

	memset(&keys, 0, sizeof(keys));
	while (fuzz.left) {
		uint8_t byte = fuzz_byte(&fuzz);

		if (byte == 0xff && fuzz.left && *fuzz.at != 0xff)
			take_known(&keys, fuzz_byte(&fuzz));
		else if (keys_byte(&keys, byte, &press))
			check_press(press);
	}
	take_known(&keys, 0);
	return 0;
}
