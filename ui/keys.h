/*
 * From a terminal's bytes to presses: UTF-8, Alt, paste; pure, no screen.
 *
 * The terminal turns what terminfo knows (arrows, F-keys) into key codes;
 * all other bytes come here, one by one. Bytes that mean nothing make no
 * press: invalid UTF-8, escape sequences that nobody asked for.
 */
#ifndef UI_KEYS_H
#define UI_KEYS_H

#include <stdbool.h>
#include <stddef.h>

#include "press.h"

enum { KEYS_PASTE = 64 * 1024, KEYS_REPORT = 24 };

struct keys {
	enum {
		KEYS_GROUND,
		KEYS_ESCAPE,   /* ESC came: alone, or Alt and a character */
		KEYS_SEQUENCE, /* ESC [ came: ignore up to its last byte */
		KEYS_SHORT,    /* ESC O came: ignore one byte */
		KEYS_PASTING,
		KEYS_OLD_MOUSE, /* ESC [ M came: ignore three bytes */
	} state;
	bool alt;
	char utf8[5]; /* of a character that has not come whole */
	int have, want;
	bool mouse;               /* it is on: reports may come */
	char report[KEYS_REPORT]; /* parameters of the sequence so far */
	int reported;             /* bytes of them; above: too many */
	int old_left;             /* of an old report */
	bool paste_cr;            /* the byte before was a carriage return */
	size_t paste_length;
	char paste[KEYS_PASTE + 1];
};

/* Take a byte; true when it makes a press whole. */
bool keys_byte(struct keys *keys, unsigned char byte, struct press *press);

/* Take a key that the terminal has recognised; word movements and the like
 * with Alt are folded into it. */
struct press keys_known(struct keys *keys, int key);

/* Is it in the middle of a report of the mouse? Its digits must not be typed,
 * however late they come. */
bool keys_reporting(const struct keys *keys);

/* Is it in the middle of something, so that more bytes should come soon? */
bool keys_waiting(const struct keys *keys);

/* Nothing more came in time: true if that makes a press (ESC alone). */
bool keys_settle(struct keys *keys, struct press *press);

/* Between these two all bytes belong to a paste: line ends and tabs become
 * blanks, other controls and what is above KEYS_PASTE bytes are dropped. */
void keys_paste_begin(struct keys *keys);
const char *keys_paste_end(struct keys *keys); /* until the next paste */

#endif
