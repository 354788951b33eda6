/*
 * Cells, not bytes: a terminal shows a text in cells, a character takes 0, 1
 * or 2 of them, and what a reader calls a letter (a grapheme cluster) may be
 * several characters. utf8proc knows both from its own tables, so that the
 * answers are the same on every system and in every locale.
 *
 * Nearly all text is ASCII: bytes below 0x80 never reach utf8proc.
 */
#include "text.h"

#include <string.h>
#include <utf8proc.h>

enum { REPLACEMENT = 0xfffd };

int text_decode(const char *text, uint32_t *rune)
{
	const unsigned char first = (unsigned char)text[0];
	utf8proc_int32_t code;
	utf8proc_ssize_t bytes;

	*rune = first;
	if (first < 0x80)
		return first != 0;
	bytes = utf8proc_iterate((const utf8proc_uint8_t *)text, -1, &code);
	if (bytes < 1 || code < 0) {
		*rune = REPLACEMENT;
		return 1;
	}
	*rune = (uint32_t)code;
	return (int)bytes;
}

int text_encode(uint32_t rune, char out[4])
{
	if (rune < 0x80) {
		out[0] = (char)rune;
		return 1;
	}
	if (rune > 0x10ffff || (rune >= 0xd800 && rune < 0xe000))
		rune = REPLACEMENT;
	return (int)utf8proc_encode_char(
		(utf8proc_int32_t)rune, (utf8proc_uint8_t *)out);
}

int text_rune_width(uint32_t rune)
{
	if (rune < 0x80)
		return rune >= 0x20 && rune != 0x7f;
	if (rune > 0x10ffff)
		return 1;
	if ((rune >= 0x1160 && rune < 0x1200) ||
		(rune >= 0xd7b0 && rune < 0xd800))
		return 0; /* vowels and finals join the Hangul before them */
	return utf8proc_charwidth((utf8proc_int32_t)rune);
}

size_t text_cluster(const char *text)
{
	utf8proc_int32_t state = 0;
	uint32_t before, rune;
	size_t bytes;

	if (text[0] == '\0')
		return 0;
	if ((unsigned char)text[0] < 0x80 && (unsigned char)text[1] < 0x80)
		return 1;
	bytes = (size_t)text_decode(text, &before);
	for (;;) {
		int more = text_decode(text + bytes, &rune);

		if (more == 0 || utf8proc_grapheme_break_stateful(
					 (utf8proc_int32_t)before,
					 (utf8proc_int32_t)rune, &state))
			return bytes;
		bytes += (size_t)more;
		before = rune;
	}
}

size_t text_cluster_before(const char *text, size_t offset)
{
	size_t start = 0;

	if (offset == 0)
		return 0;
	if ((unsigned char)text[offset - 1] < 0x80 &&
		(offset == 1 || (unsigned char)text[offset - 2] < 0x80))
		return 1;
	for (;;) {
		size_t bytes = text_cluster(text + start);

		if (bytes == 0 || start + bytes >= offset)
			return offset - start;
		start += bytes;
	}
}

/* Cells of the first so many bytes. */
static int width_of(const char *text, size_t bytes)
{
	int width = 0;
	uint32_t rune;

	for (size_t at = 0; at < bytes;) {
		at += (size_t)text_decode(text + at, &rune);
		width += text_rune_width(rune);
	}
	return width;
}

int text_width(const char *text)
{
	return width_of(text, strlen(text));
}

static size_t put_blanks(char *out, size_t size, size_t length, int count)
{
	while (count-- > 0 && length + 1 < size)
		out[length++] = ' ';
	return length;
}

const char *text_behind(const char *text, int cells, int *blanks)
{
	int width = 0;

	while (*text && width < cells) {
		size_t bytes = text_cluster(text);

		width += width_of(text, bytes);
		text += bytes;
	}
	*blanks = width > cells ? width - cells : 0;
	return text;
}

/* Bytes of the whole clusters that fit so many cells; *width is theirs. */
static size_t clusters_in(const char *text, int cells, int *width)
{
	size_t length = 0;

	*width = 0;
	for (;;) {
		size_t bytes = text_cluster(text + length);
		int more = width_of(text + length, bytes);

		if (bytes == 0 || *width + more > cells)
			return length;
		length += bytes;
		*width += more;
	}
}

/* What of text is shown, and the ellipsis when that is not all of it. */
static size_t cut(char *out, size_t size, const char *text, int cells,
	bool ascii, int *width)
{
	const char *ellipsis = "";
	size_t length = clusters_in(text, cells, width);
	size_t tail;

	if (text[length] != '\0') {
		ellipsis = ascii ? "~" : "…";
		length = clusters_in(text, cells - 1, width);
		++*width;
	}
	tail = strlen(ellipsis);
	while (length > 0 && length + tail >= size) {
		size_t last = text_cluster_before(text, length);

		*width -= width_of(text + length - last, last);
		length -= last;
	}
	if (tail >= size) {
		*width = 0;
		return 0;
	}
	memcpy(out, text, length);
	memcpy(out + length, ellipsis, tail);
	return length + tail;
}

size_t text_fit(char *out, size_t size, const char *text, int cells,
	enum text_align align, bool ascii)
{
	size_t length = 0;
	int width = 0;

	if (size == 0)
		return 0;
	if (cells > 0)
		length = cut(out, size, text, cells, ascii, &width);
	if (align == TEXT_RIGHT && width < cells) {
		size_t room = size - 1 - length;
		size_t pad = (size_t)(cells - width);

		pad = pad < room ? pad : room;
		memmove(out + pad, out, length);
		memset(out, ' ', pad);
		length += pad;
	} else {
		length = put_blanks(out, size, length, cells - width);
	}
	out[length] = '\0';
	return length;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t';
}

static const char *behind_blanks(const char *text)
{
	while (is_blank(*text))
		text++;
	return text;
}

/* Of a cluster that is wider than a whole line, such as a row of joined
 * pictures, the bytes of the characters that fit; one at the least. */
static size_t part_of_cluster(const char *text, int cells)
{
	size_t length = 0;
	uint32_t rune;
	int bytes;

	while ((bytes = text_decode(text + length, &rune)) > 0) {
		cells -= text_rune_width(rune);
		if (cells < 0 && length > 0)
			break;
		length += (size_t)bytes;
	}
	return length;
}

size_t text_wrap(const char *text, int cells, const char **next)
{
	size_t length, line = 0;
	int width;

	length = clusters_in(text, cells, &width);
	if (length == 0)
		length = part_of_cluster(text, cells);
	if (text[length] == '\0' || is_blank(text[length])) {
		line = length;
	} else {
		for (size_t i = 1; i < length; i++)
			if (is_blank(text[i]) && !is_blank(text[i - 1]))
				line = i;
		if (line == 0)
			line = length;
	}
	*next = behind_blanks(text + line);
	while (line > 1 && is_blank(text[line - 1]))
		line--;
	if (line == 1 && is_blank(*text) && !**next)
		line = 0; /* nothing but blanks */
	return line;
}

const char *text_library(void)
{
	return utf8proc_version();
}
