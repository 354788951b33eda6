/*
 * Making text harmless, and making it ASCII.
 *
 * A terminal obeys control characters, and a reader is fooled by characters
 * that reorder or hide others (CVE-2021-42574). Both are shown here as what
 * they are, in characters that do nothing: ^[ for ESC, ~[ for its eight-bit
 * sister CSI, <U+202E> for a bidi override. Nothing is dropped in silence
 * but combining marks after the fourth on one letter.
 */
#include "text.h"

#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

enum { MARKS_MOST = 4, ZWNJ = 0x200c, ZWJ = 0x200d, DOTTED_CIRCLE = 0x25cc };

static bool is_control(uint32_t rune)
{
	return rune < 0x20 || (rune >= 0x7f && rune < 0xa0);
}

static bool is_bidi(uint32_t rune)
{
	return rune == 0x061c || rune == 0x200e || rune == 0x200f ||
	       (rune >= 0x202a && rune <= 0x202e) ||
	       (rune >= 0x2066 && rune <= 0x2069);
}

/* Letters by category, but with nothing to see. */
static bool is_filler(uint32_t rune)
{
	return rune == 0x034f || rune == 0x115f || rune == 0x1160 ||
	       rune == 0x3164 || rune == 0xffa0 ||
	       (rune >= 0x17b4 && rune <= 0x17b5) ||
	       (rune >= 0x180b && rune <= 0x180e);
}

/* The Arabic number signs and their like are formats that one can see. */
static bool is_number_sign(uint32_t rune)
{
	return (rune >= 0x0600 && rune <= 0x0605) || rune == 0x06dd ||
	       rune == 0x070f || rune == 0x08e2 || rune == 0x110bd ||
	       rune == 0x110cd;
}

bool text_is_hidden(uint32_t rune)
{
	if (is_control(rune))
		return true;
	if (rune < 0x80 || rune == ZWJ || rune == ZWNJ)
		return false;
	switch (utf8proc_category((utf8proc_int32_t)rune)) {
	case UTF8PROC_CATEGORY_CF: return !is_number_sign(rune);
	case UTF8PROC_CATEGORY_CN:
	case UTF8PROC_CATEGORY_CS:
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP: return true;
	default: return is_filler(rune);
	}
}

static bool is_mark(uint32_t rune)
{
	return text_rune_width(rune) == 0 || rune == ZWJ || rune == ZWNJ;
}

/* A text that grows to a limit, whole pieces only. */
struct sink {
	char *out;
	size_t size, length;
	bool full;
};

static void sink_put(struct sink *sink, const char *piece, size_t bytes)
{
	if (sink->full || sink->length + bytes >= sink->size) {
		sink->full = true;
		return;
	}
	memcpy(sink->out + sink->length, piece, bytes);
	sink->length += bytes;
}

static void sink_rune(struct sink *sink, uint32_t rune)
{
	char bytes[4];

	sink_put(sink, bytes, (size_t)text_encode(rune, bytes));
}

static void sink_control(struct sink *sink, uint32_t rune)
{
	const char shown[2] = {
		rune < 0x80 ? '^' : '~', (char)((rune & 0x7f) ^ 0x40)};

	sink_put(sink, shown, sizeof(shown));
}

static void sink_code(struct sink *sink, uint32_t rune)
{
	char code[16];
	int bytes = snprintf(code, sizeof(code), "<U+%04X>", (unsigned)rune);

	sink_put(sink, code, (size_t)bytes);
}

/* Put a character above 0x7f; marks counts those on the letter before it, or
 * is -1 where there is none. Returns the new count. */
static int clean_rune(struct sink *sink, uint32_t rune, int marks)
{
	bool joiner = rune == ZWJ || rune == ZWNJ;

	if (is_control(rune)) {
		sink_control(sink, rune);
		return 0;
	}
	if (joiner ? marks < 0 : text_is_hidden(rune)) {
		sink_code(sink, rune);
		return 0;
	}
	if (!is_mark(rune)) {
		sink_rune(sink, rune);
		return 0;
	}
	if (marks < 0)
		sink_rune(sink, DOTTED_CIRCLE);
	if (marks < MARKS_MOST)
		sink_rune(sink, rune);
	return marks < 0 ? 1 : marks + 1;
}

size_t text_clean(char *out, size_t size, const char *text)
{
	struct sink sink = {.out = out, .size = size};
	int marks = -1;
	uint32_t rune;
	int bytes;

	if (size == 0)
		return 0;
	for (; !sink.full && (bytes = text_decode(text, &rune)) > 0;
		text += bytes) {
		if (rune >= 0x80) {
			marks = clean_rune(&sink, rune, marks);
			continue;
		}
		if (is_control(rune))
			sink_control(&sink, rune);
		else
			sink_put(&sink, text, 1);
		marks = rune == ' ' ? -1 : 0;
	}
	out[sink.length] = '\0';
	return sink.length;
}

bool text_is_plain(const char *text)
{
	uint32_t rune;
	int bytes;

	for (; (bytes = text_decode(text, &rune)) > 0; text += bytes) {
		if (is_control(rune) || is_bidi(rune) || rune == 0x2028 ||
			rune == 0x2029)
			return false;
		if (rune == 0xfffd && bytes == 1)
			return false;
	}
	return true;
}

/* One ASCII character for one of ours; the first of a pair is the one for
 * all from it up to the next pair's. In order. */
static const struct {
	uint32_t from, to;
	char ascii;
} near[] = {
	{0x00a0, 0x00a0, ' '},
	{0x00a3, 0x00a3, 'L'},
	{0x00a5, 0x00a5, 'Y'},
	{0x00ab, 0x00ab, '<'},
	{0x00b0, 0x00b0, 'o'},
	{0x00b1, 0x00b1, '~'},
	{0x00b5, 0x00b5, 'u'},
	{0x00b7, 0x00b7, '.'},
	{0x00bb, 0x00bb, '>'},
	{0x00c6, 0x00c6, 'A'},
	{0x00d7, 0x00d7, 'x'},
	{0x00d8, 0x00d8, 'O'},
	{0x00df, 0x00df, 's'},
	{0x00e6, 0x00e6, 'a'},
	{0x00f7, 0x00f7, '/'},
	{0x00f8, 0x00f8, 'o'},
	{0x0111, 0x0111, 'd'},
	{0x0131, 0x0131, 'i'},
	{0x0141, 0x0141, 'L'},
	{0x0142, 0x0142, 'l'},
	{0x2000, 0x200a, ' '},
	{0x2010, 0x2015, '-'},
	{0x2018, 0x201b, '\''},
	{0x201c, 0x201f, '"'},
	{0x2022, 0x2022, '*'},
	{0x2026, 0x2026, '.'},
	{0x202f, 0x202f, ' '},
	{0x2039, 0x2039, '<'},
	{0x203a, 0x203a, '>'},
	{0x20ac, 0x20ac, 'E'},
	{0x2190, 0x2190, '<'},
	{0x2191, 0x2191, '^'},
	{0x2192, 0x2192, '>'},
	{0x2193, 0x2193, 'v'},
	{0x2212, 0x2212, '-'},
	{0x221e, 0x221e, 'i'},
	{0x2248, 0x2248, '~'},
	{0x2264, 0x2264, '<'},
	{0x2265, 0x2265, '>'},
	{0x2500, 0x2501, '-'},
	{0x2502, 0x2503, '|'},
	{0x2504, 0x2505, '-'},
	{0x2506, 0x2507, '|'},
	{0x2508, 0x2509, '-'},
	{0x250a, 0x250b, '|'},
	{0x250c, 0x254b, '+'},
	{0x2550, 0x2550, '='},
	{0x2551, 0x2551, '|'},
	{0x2552, 0x256c, '+'},
	{0x256d, 0x2570, '+'},
	{0x2580, 0x2590, '#'},
	{0x2591, 0x2591, '.'},
	{0x2592, 0x2592, ':'},
	{0x2593, 0x2593, '='},
	{0x2596, 0x259f, '%'},
	{0x25a0, 0x25a0, '#'},
	{0x25a1, 0x25a1, 'o'},
	{0x25b2, 0x25b3, '^'},
	{0x25b6, 0x25b8, '>'},
	{0x25bc, 0x25bd, 'v'},
	{0x25c0, 0x25c2, '<'},
	{0x25c6, 0x25c7, '+'},
	{0x25cb, 0x25cc, 'o'},
	{0x25cf, 0x25cf, '*'},
	{0x25d0, 0x25d3, '%'},
	{0x2605, 0x2606, '*'},
	{0x2713, 0x2714, 'y'},
	{0x2715, 0x2718, 'x'},
	{0x3000, 0x3000, ' '},
};

static char nearest(uint32_t rune)
{
	utf8proc_int32_t parts[32];
	utf8proc_ssize_t count;

	for (size_t i = 0; i < sizeof(near) / sizeof(near[0]); i++)
		if (rune >= near[i].from && rune <= near[i].to)
			return near[i].ascii;
	count = utf8proc_decompose_char((utf8proc_int32_t)rune, parts, 32,
		UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT, NULL);
	if (count > 0 && parts[0] >= 0x20 && parts[0] < 0x7f)
		return (char)parts[0];
	return '?';
}

size_t text_to_ascii(char *out, size_t size, const char *text)
{
	struct sink sink = {.out = out, .size = size};
	uint32_t rune;
	int bytes;

	if (size == 0)
		return 0;
	for (; (bytes = text_decode(text, &rune)) > 0; text += bytes) {
		char c = rune < 0x80 ? (char)rune : nearest(rune);
		int cells = rune < 0x80 ? 1 : text_rune_width(rune);

		for (int i = 0; i < cells; i++)
			sink_put(&sink, &c, 1);
	}
	out[sink.length] = '\0';
	return sink.length;
}
