#include "editor.h"

#include <string.h>

#include "text.h"

/* ---- putting in --------------------------------------------------------- */

/* What may stand in a line: whole characters that can be seen. */
static size_t filtered(char *out, size_t size, const char *text)
{
	size_t length = 0;
	uint32_t rune;
	int bytes;

	for (; (bytes = text_decode(text, &rune)) > 0; text += bytes) {
		if (text_is_hidden(rune) || (rune == 0xfffd && bytes == 1))
			continue;
		if (length + (size_t)bytes >= size)
			break;
		memcpy(out + length, text, (size_t)bytes);
		length += (size_t)bytes;
	}
	out[length] = '\0';
	return length;
}

/* The first border between clusters from a place on. */
static size_t border_from(const struct editor *editor, size_t at)
{
	size_t border = 0;

	if (at == editor->length)
		return at;
	while (border < at)
		border += text_cluster(editor->text + border);
	return border;
}

/* A mark or joiner put in may have grown a cluster around the cursor. */
static void to_border(struct editor *editor)
{
	editor->cursor = border_from(editor, editor->cursor);
}

static void put_text(struct editor *editor, const char *text)
{
	editor->length = filtered(editor->text, sizeof(editor->text), text);
	editor->cursor = editor->length;
}

void editor_start(struct editor *editor, const char *text)
{
	put_text(editor, text);
	retrace_clear(&editor->past);
}

void editor_replace(struct editor *editor, const char *text)
{
	char before[EDITOR_BYTES];

	memcpy(before, editor->text, editor->length + 1);
	put_text(editor, text);
	retrace_note(&editor->past, before, editor->text, !*text);
}

static bool insert(struct editor *editor, const char *text)
{
	char piece[EDITOR_BYTES + 1];
	size_t bytes = filtered(piece, sizeof(piece), text);
	char *at = editor->text + editor->cursor;

	if (editor->length + bytes >= sizeof(editor->text))
		return false;
	memmove(at + bytes, at, editor->length - editor->cursor + 1);
	memcpy(at, piece, bytes);
	editor->length += bytes;
	editor->cursor += bytes;
	to_border(editor);
	return true;
}

bool editor_insert(struct editor *editor, const char *text)
{
	char before[EDITOR_BYTES];
	bool fits;

	memcpy(before, editor->text, editor->length + 1);
	fits = insert(editor, text);
	/* what takes the place of another text is one step with that */
	retrace_note(&editor->past, before, editor->text, !*before);
	retrace_close(&editor->past);
	return fits;
}

/* ---- places ------------------------------------------------------------- */

static size_t left_of(const struct editor *editor)
{
	return editor->cursor -
	       text_cluster_before(editor->text, editor->cursor);
}

static size_t right_of(const struct editor *editor)
{
	return editor->cursor + text_cluster(editor->text + editor->cursor);
}

/* With a mark on it, a blank is a sign as others are. */
static bool blank_at(const struct editor *editor, size_t at)
{
	return editor->text[at] == ' ' && text_cluster(editor->text + at) == 1;
}

static size_t word_left_of(const struct editor *editor)
{
	size_t at = editor->cursor;

	while (at > 0 && blank_at(editor, at - 1))
		at--;
	while (at > 0 && !blank_at(editor, at - 1))
		at--;
	return border_from(editor, at);
}

static size_t word_right_of(const struct editor *editor)
{
	size_t at = editor->cursor;

	while (at < editor->length && blank_at(editor, at))
		at++;
	while (at < editor->length && !blank_at(editor, at))
		at++;
	return border_from(editor, at);
}

/* Take out the bytes between the cursor and another place. */
static void erase_to(struct editor *editor, size_t place)
{
	size_t from = place < editor->cursor ? place : editor->cursor;
	size_t to = place < editor->cursor ? editor->cursor : place;

	memmove(editor->text + from, editor->text + to,
		editor->length - to + 1);
	editor->length -= to - from;
	editor->cursor = from;
	to_border(editor);
}

/* ---- presses ------------------------------------------------------------ */

/* One number for keys and for letters with Alt held. */
static int press_code(struct press press)
{
	if (press.key == PRESS_ALT && press.rune < 0x80)
		return -(int)press.rune;
	return press.key;
}

static bool press_moves(struct editor *editor, int code)
{
	switch (code) {
	case PRESS_LEFT:
	case PRESS_CTRL('b'): editor->cursor = left_of(editor); return true;
	case PRESS_RIGHT:
	case PRESS_CTRL('f'): editor->cursor = right_of(editor); return true;
	case PRESS_HOME:
	case PRESS_CTRL('a'): editor->cursor = 0; return true;
	case PRESS_END:
	case PRESS_CTRL('e'): editor->cursor = editor->length; return true;
	case PRESS_WORD_LEFT:
	case -'b': editor->cursor = word_left_of(editor); return true;
	case PRESS_WORD_RIGHT:
	case -'f': editor->cursor = word_right_of(editor); return true;
	default: return false;
	}
}

static bool press_erases(struct editor *editor, int code)
{
	switch (code) {
	case PRESS_BACKSPACE:
	case PRESS_CTRL('h'): erase_to(editor, left_of(editor)); return true;
	case PRESS_DELETE:
	case PRESS_CTRL('d'): erase_to(editor, right_of(editor)); return true;
	case PRESS_CTRL('k'): erase_to(editor, editor->length); return true;
	case PRESS_CTRL('u'): erase_to(editor, 0); return true;
	case -0x7f: /* Alt-Backspace */
	case PRESS_CTRL('w'):
		erase_to(editor, word_left_of(editor));
		return true;
	case -'d': erase_to(editor, word_right_of(editor)); return true;
	default: return false;
	}
}

bool editor_can_undo(const struct editor *editor)
{
	return editor->past.done > 0;
}

static bool press_retraces(struct editor *editor, int code)
{
	if (code == PRESS_CTRL('_'))
		retrace_back(&editor->past, editor->text, &editor->cursor);
	else if (code == PRESS_CTRL('r'))
		retrace_forth(&editor->past, editor->text, &editor->cursor);
	else
		return false;
	editor->length = strlen(editor->text);
	to_border(editor);
	return true;
}

static bool press_types(struct editor *editor, struct press press)
{
	char text[5] = "";

	if (press.key != PRESS_RUNE || press.rune < 0x20)
		return false;
	text_encode(press.rune, text);
	insert(editor, text);
	return true;
}

bool editor_press(struct editor *editor, struct press press)
{
	char before[EDITOR_BYTES];
	int code = press_code(press);
	bool typed;

	if (press_moves(editor, code) || press_retraces(editor, code))
		return true;
	memcpy(before, editor->text, editor->length + 1);
	typed = press_types(editor, press);
	if (!typed && !press_erases(editor, code))
		return false;
	if (press.rune == ' ') /* each word is a step of its own */
		retrace_close(&editor->past);
	retrace_note(&editor->past, before, editor->text, typed);
	return true;
}

/* ---- looking ------------------------------------------------------------ */

/* Cells from one place to another. */
static int cells_between(const char *text, size_t from, size_t to)
{
	int cells = 0;
	uint32_t rune;

	while (from < to) {
		from += (size_t)text_decode(text + from, &rune);
		cells += text_rune_width(rune);
	}
	return cells;
}

void editor_view(const struct editor *editor, int cells, char *out, size_t size,
	int *cursor)
{
	const char *text = editor->text;
	size_t start = 0, length = 0;
	int before = cells_between(text, 0, editor->cursor);
	int shown = 0;

	/* the cursor needs a cell of its own behind the text */
	while (before > 0 && before > cells - 1) {
		size_t bytes = text_cluster(text + start);

		before -= cells_between(text, start, start + bytes);
		start += bytes;
	}
	for (;;) {
		size_t bytes = text_cluster(text + start + length);
		size_t end = start + length + bytes;

		shown += cells_between(text, start + length, end);
		if (bytes == 0 || shown > cells || length + bytes >= size)
			break;
		length += bytes;
	}
	memcpy(out, text + start, length);
	out[length] = '\0';
	*cursor = before;
}
