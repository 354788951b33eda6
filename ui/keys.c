/*
 * A lone ESC and the ESC of Alt-x or of a sequence are told apart by time
 * alone: whoever feeds the bytes calls keys_settle() when nothing came for a
 * while. Sequences that terminfo does not know are swallowed whole, else
 * their parameters would be typed into a field.
 */
#include "keys.h"

#include <string.h>

#include "text.h"

enum { ESC = 0x1b, DELETE = 0x7f };

/* Take a byte of UTF-8; true when a character is whole. What is not UTF-8
 * vanishes. */
static bool take_utf8(struct keys *keys, unsigned char byte, uint32_t *rune)
{
	if (byte < 0x80) {
		keys->have = 0;
		*rune = byte;
		return true;
	}
	if (byte >= 0xc2 && byte <= 0xf4) {
		keys->have = 0;
		keys->want = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
	} else if (byte >= 0xc0 || keys->have == 0) {
		keys->have = 0;
		return false;
	}
	keys->utf8[keys->have++] = (char)byte;
	if (keys->have < keys->want)
		return false;
	keys->utf8[keys->have] = '\0';
	keys->have = 0;
	return text_decode(keys->utf8, rune) == keys->want && *rune >= 0xa0;
}

static int control_key(uint32_t rune)
{
	switch (rune) {
	case '\t': return PRESS_TAB;
	case '\r':
	case '\n': return PRESS_ENTER;
	case '\b':
	case DELETE: return PRESS_BACKSPACE;
	default:
		return PRESS_CTRL((int)rune < ESC ? (int)rune + 'a' - 1
						  : (int)rune + '@');
	}
}

/* A whole character, with Alt if ESC came just before. */
static bool press_rune(struct keys *keys, uint32_t rune, struct press *press)
{
	bool alt = keys->alt;

	keys->alt = false;
	*press = (struct press){.key = alt ? PRESS_ALT : PRESS_RUNE};
	press->rune = rune;
	if (alt && (rune == '\b' || rune == DELETE))
		press->rune = DELETE;
	else if (rune < 0x20 || rune == DELETE)
		*press = (struct press){.key = control_key(rune)};
	else if (alt && (rune == 'b' || rune == 'f'))
		*press = (struct press){.key = rune == 'b' ? PRESS_WORD_LEFT
							   : PRESS_WORD_RIGHT};
	return rune != 0;
}

static bool take_ground(
	struct keys *keys, unsigned char byte, struct press *press)
{
	uint32_t rune;

	if (byte == ESC) {
		keys->state = KEYS_ESCAPE;
		keys->alt = false;
		return false;
	}
	return take_utf8(keys, byte, &rune) && press_rune(keys, rune, press);
}

static bool take_escape(
	struct keys *keys, unsigned char byte, struct press *press)
{
	switch (byte) {
	case ESC: *press = (struct press){.key = PRESS_ESCAPE}; return true;
	case '[':
		keys->state = KEYS_SEQUENCE;
		keys->reported = 0;
		return false;
	case 'O': keys->state = KEYS_SHORT; return false;
	default: break;
	}
	keys->state = KEYS_GROUND;
	keys->alt = true;
	return take_ground(keys, byte, press);
}

/* A number of at most four digits from 1 on, ended by that byte (0: by the
 * end); NULL: it is none. */
static const char *report_number(const char *at, char end, int *number)
{
	int digits = 0;

	*number = 0;
	for (; *at >= '0' && *at <= '9'; at++, digits++) {
		if (digits == 4)
			return NULL;
		*number = *number * 10 + *at - '0';
	}
	return digits && *at == end ? at + (end != 0) : NULL;
}

/* "<button;column;row": the left button alone, or the wheel. All else means
 * nothing: other buttons, keys held with it, motion. */
static bool take_report(struct keys *keys, struct press *press)
{
	const char *at = keys->report;
	int button, column, row;

	if (keys->reported >= KEYS_REPORT || *at != '<')
		return false;
	keys->report[keys->reported] = '\0';
	at = report_number(at + 1, ';', &button);
	at = at ? report_number(at, ';', &column) : NULL;
	at = at ? report_number(at, '\0', &row) : NULL;
	if (!at || row < 1 || column < 1)
		return false;
	if (button != 0 && button != 64 && button != 65)
		return false;
	*press = (struct press){
		.key = button == 0    ? PRESS_CLICK
		       : button == 64 ? PRESS_WHEEL_UP
				      : PRESS_WHEEL_DOWN,
		.row = row - 1,
		.column = column - 1,
	};
	return true;
}

/* Parameters are 0x20..0x3f, the last byte is 0x40..0x7e; anything else
 * breaks the sequence off and counts by itself. */
static bool take_sequence(
	struct keys *keys, unsigned char byte, struct press *press)
{
	if (byte >= 0x20 && byte < 0x40) {
		if (keys->reported < KEYS_REPORT - 1)
			keys->report[keys->reported] = (char)byte;
		if (keys->reported < KEYS_REPORT)
			keys->reported++;
		return false;
	}
	keys->state = KEYS_GROUND;
	if (keys->mouse && byte == 'M' && keys->reported == 0) {
		keys->state = KEYS_OLD_MOUSE;
		keys->old_left = 3;
		return false;
	}
	if (keys->mouse && byte == 'M')
		return take_report(keys, press);
	if (byte >= 0x40 && byte < 0x7f)
		return false;
	return take_ground(keys, byte, press);
}

static void paste_rune(struct keys *keys, uint32_t rune)
{
	bool second = rune == '\n' && keys->paste_cr;
	char bytes[4];
	size_t count;

	keys->paste_cr = rune == '\r';
	if (second)
		return;
	if (rune == '\r' || rune == '\n' || rune == '\t')
		rune = ' ';
	if (rune < 0x20 || rune == DELETE)
		return;
	count = (size_t)text_encode(rune, bytes);
	if (keys->paste_length + count > KEYS_PASTE)
		return;
	memcpy(keys->paste + keys->paste_length, bytes, count);
	keys->paste_length += count;
}

bool keys_byte(struct keys *keys, unsigned char byte, struct press *press)
{
	uint32_t rune;

	switch (keys->state) {
	case KEYS_ESCAPE: return take_escape(keys, byte, press);
	case KEYS_SEQUENCE: return take_sequence(keys, byte, press);
	case KEYS_OLD_MOUSE:
		if (--keys->old_left == 0)
			keys->state = KEYS_GROUND;
		return false;
	case KEYS_SHORT:
		keys->state = KEYS_GROUND;
		return byte < 0x20 && take_ground(keys, byte, press);
	case KEYS_PASTING:
		if (take_utf8(keys, byte, &rune))
			paste_rune(keys, rune);
		return false;
	default: return take_ground(keys, byte, press);
	}
}

struct press keys_known(struct keys *keys, int key)
{
	bool alt = keys->state == KEYS_ESCAPE;

	keys->state = KEYS_GROUND;
	keys->alt = false;
	keys->have = 0;
	if (alt && key == PRESS_LEFT)
		key = PRESS_WORD_LEFT;
	if (alt && key == PRESS_RIGHT)
		key = PRESS_WORD_RIGHT;
	if (alt && key == PRESS_BACKSPACE)
		return (struct press){.key = PRESS_ALT, .rune = DELETE};
	return (struct press){.key = key};
}

bool keys_reporting(const struct keys *keys)
{
	return keys->state == KEYS_OLD_MOUSE ||
	       (keys->state == KEYS_SEQUENCE && keys->reported > 0 &&
		       keys->report[0] == '<');
}

bool keys_waiting(const struct keys *keys)
{
	return keys->state != KEYS_GROUND;
}

bool keys_settle(struct keys *keys, struct press *press)
{
	bool escape = keys->state == KEYS_ESCAPE;

	keys->state = KEYS_GROUND;
	*press = (struct press){.key = PRESS_ESCAPE};
	return escape;
}

void keys_paste_begin(struct keys *keys)
{
	keys->state = KEYS_PASTING;
	keys->alt = false;
	keys->have = 0;
	keys->paste_cr = false;
	keys->paste_length = 0;
}

const char *keys_paste_end(struct keys *keys)
{
	keys->state = KEYS_GROUND;
	keys->have = 0;
	keys->paste[keys->paste_length] = '\0';
	return keys->paste;
}
