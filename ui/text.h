/*
 * UTF-8 text in terminal cells: pure functions, used by screens and reports.
 *
 * Everything foreign (from a file, an argument, the environment) passes
 * text_clean() on its way to a screen or a stream.
 */
#ifndef UI_TEXT_H
#define UI_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Decode one character; its bytes, or 0 at the end. Bytes that are not UTF-8
 * come out one by one as U+FFFD. */
int text_decode(const char *text, uint32_t *rune);

/* Encode; bytes written (1..4), not NUL-terminated. */
int text_encode(uint32_t rune, char out[4]);

/* Cells of one character: 0 (combining), 1 or 2; the same on every system. */
int text_rune_width(uint32_t rune);

/* Bytes of the grapheme cluster that begins here, 0 at the end. */
size_t text_cluster(const char *text);

/* Bytes back from offset to the start of the cluster before it. */
size_t text_cluster_before(const char *text, size_t offset);

/* Cells of a whole text. */
int text_width(const char *text);

/*
 * Make foreign text harmless: control characters as ^[ and ~[, bidi and
 * other invisible controls as <U+202E>, bad bytes as U+FFFD, no more than
 * four combining marks in a row. Always NUL-terminates; returns the length.
 */
size_t text_clean(char *out, size_t size, const char *text);

/* Is any byte sequence valid UTF-8 without control characters? */
bool text_is_plain(const char *text);

/* Would text_clean() show this character as a code, wherever it stands? */
bool text_is_hidden(uint32_t rune);

/* The text without its first cells. Of a wide character that they cut in two
 * a blank is left: *blanks says how many. */
const char *text_behind(const char *text, int cells, int *blanks);

enum text_align { TEXT_LEFT, TEXT_RIGHT };

/* Exactly cells wide: padded with blanks, or cut with an ellipsis ("…", in
 * ASCII "~"). Returns the length in bytes. */
size_t text_fit(char *out, size_t size, const char *text, int cells,
	enum text_align align, bool ascii);

/*
 * Wrap at blanks: the bytes of text that go on one line of so many cells; a
 * longer word is cut. *next is where the following line begins (behind the
 * blanks). 0 and *next at the end when nothing is left. Where more blanks than
 * a line holds come before the first word, one of them is a line.
 */
size_t text_wrap(const char *text, int cells, const char **next);

/* Replace typographic characters that we print ourselves by ASCII ones, for
 * --ascii: every character above 0x7f becomes a near one or "?". */
size_t text_to_ascii(char *out, size_t size, const char *text);

/* The version of utf8proc: "2.8.0". */
const char *text_library(void);

#endif
