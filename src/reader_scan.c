/*
 * A tokenizer as deep as libconfig's own, and no deeper.
 *
 * It knows texts, the three kinds of comments, numbers, names and brackets,
 * and copies everything to the output as it goes; only integers change. It
 * keeps a stack of the open brackets with the names seen in each, so that it
 * can say "options[2].pass_rate" where libconfig says "duplicate setting
 * name". What it cannot place it refuses: libconfig 1.5 leaks a text that
 * stands where none is expected, and follows @include into any file.
 */
#include "reader_scan.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#define DIGITS "0123456789"
#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz*"

struct word {
	const char *at;
	int length;
};

struct level {
	char close;        /* the bracket that ends it; 0: the file */
	int line;          /* where it was opened */
	int index;         /* elements before this one, in a list */
	struct word owner; /* the setting that it is the value of */
	struct word names[SCAN_NAMES];
	int count; /* of names */
};

struct scan {
	const char *file, *at;
	struct file_issue *issue;
	char *out;
	size_t used;
	int line, tokens, depth;
	char last; /* n name, s text, v other value, or the character itself */
	struct word name; /* of the setting whose value is being read */
	struct level levels[SCAN_DEPTH + 1];
};

static struct level *top(struct scan *scan)
{
	return &scan->levels[scan->depth];
}

/* ---- refusing ------------------------------------------------------------ */

/* The key of the setting at hand: "options[2].pass_rate". */
static void write_key(const struct scan *scan, char *out, size_t size)
{
	size_t used = 0;

	out[0] = '\0';
	for (int i = 0; i <= scan->depth && used < size; i++) {
		const struct level *level = &scan->levels[i];
		const struct word *word = i < scan->depth
						  ? &scan->levels[i + 1].owner
						  : &scan->name;

		if (level->close == ')' || level->close == ']')
			used += (size_t)snprintf(
				out + used, size - used, "[%d]", level->index);
		else if (word->length)
			used += (size_t)snprintf(out + used, size - used,
				"%s%.*s", used ? "." : "", word->length,
				word->at);
	}
}

static bool refuse(struct scan *scan, int line, const char *what)
{
	file_issue_set(scan->issue, scan->file, line, "%s", what);
	write_key(scan, scan->issue->key, sizeof(scan->issue->key));
	return false;
}

static bool mend(struct scan *scan, const char *words)
{
	return issue_mend(&scan->issue->issue, "%s", words);
}

/* ---- moving on ----------------------------------------------------------- */

static void copy(struct scan *scan, size_t count)
{
	for (; count; count--) {
		scan->line += *scan->at == '\n';
		scan->out[scan->used++] = *scan->at++;
	}
}

static void put(struct scan *scan, const char *text)
{
	size_t length = strlen(text);

	memcpy(scan->out + scan->used, text, length);
	scan->used += length;
}

/* A token begins: not too many of them, please. */
static bool count_token(struct scan *scan)
{
	if (++scan->tokens <= SCAN_TOKENS)
		return true;
	refuse(scan, scan->line, "holds far too many values");
	return mend(scan, "keep what belongs to this file");
}

static bool in_list(struct scan *scan)
{
	return top(scan)->close == ')' || top(scan)->close == ']';
}

static void end_value(struct scan *scan, char last)
{
	scan->last = last;
}

/* ---- tokens -------------------------------------------------------------- */

static bool scan_comment(struct scan *scan)
{
	const char *end;
	int line = scan->line;

	if (*scan->at == '#' || scan->at[1] == '/') {
		copy(scan, strcspn(scan->at, "\n"));
		return true;
	}
	end = strstr(scan->at + 2, "*/");
	if (!end) {
		refuse(scan, line, "a comment begins here and never ends");
		return mend(scan, "end it with */");
	}
	copy(scan, (size_t)(end + 2 - scan->at));
	return true;
}

/* libconfig takes texts side by side for one; elsewhere they are misplaced. */
static bool text_fits(struct scan *scan)
{
	if (scan->last == ',')
		return in_list(scan);
	return scan->last && strchr("=s([", scan->last);
}

static bool scan_text(struct scan *scan)
{
	int line = scan->line;

	if (!count_token(scan))
		return false;
	if (!text_fits(scan)) {
		refuse(scan, line, "a text stands here without a name");
		return mend(scan, "write name = \"text\"; and end each "
				  "setting with a semicolon");
	}
	copy(scan, 1);
	while (*scan->at && *scan->at != '"') {
		if (!strncmp(scan->at, "\\x00", 4) ||
			!strncmp(scan->at, "\\X00", 4)) {
			refuse(scan, scan->line, "a text holds \\x00");
			return mend(scan, "take it out");
		}
		copy(scan, *scan->at == '\\' && scan->at[1] ? 2 : 1);
	}
	if (!*scan->at) {
		refuse(scan, line, "a text begins here and never ends");
		return mend(scan, "end it with a double quote");
	}
	copy(scan, 1);
	end_value(scan, 's');
	return true;
}

/* The suffix that keeps an integer's value: none, L, or .0 when not even 64
 * bits hold it. */
static const char *integer_suffix(
	const char *digits, size_t count, int base, bool negative)
{
	unsigned long long value = 0, radix = (unsigned long long)base;
	unsigned long long most = negative ? 1ULL << 63 : (1ULL << 63) - 1;

	for (size_t i = 0; i < count; i++) {
		char digit[2] = {digits[i], '\0'};
		unsigned long long unit = strtoull(digit, NULL, base);

		if (value > (most - unit) / radix)
			return ".0";
		value = value * radix + unit;
	}
	return value <= (negative ? 1ULL << 31 : (1ULL << 31) - 1) ? "" : "L";
}

static bool scan_hex(struct scan *scan)
{
	const char *digits = scan->at + 2;
	size_t count = strspn(digits, DIGITS "abcdefABCDEF");
	size_t given = strspn(digits + count, "L");
	const char *suffix = integer_suffix(digits, count, 16, false);

	if (*suffix == '.') {
		refuse(scan, scan->line, "this number is too large");
		return mend(scan, "write it in decimal");
	}
	copy(scan, 2 + count);
	put(scan, given ? "L" : suffix);
	scan->at += given;
	return true;
}

/* Leading zeros are dropped: newer versions take them for octal. */
static void scan_integer(struct scan *scan, size_t sign, size_t count)
{
	const char *digits = scan->at + sign;
	size_t given = strspn(digits + count, "L");
	size_t zeros = strspn(digits, "0");
	const char *suffix;

	zeros -= zeros == count;
	suffix = integer_suffix(
		digits + zeros, count - zeros, 10, sign && *scan->at == '-');
	copy(scan, sign);
	scan->at += zeros;
	copy(scan, count - zeros);
	put(scan, given && !*suffix ? "L" : suffix);
	scan->at += given;
}

/* Bytes of an exponent that stands here, or 0. */
static size_t exponent(const char *at)
{
	size_t sign, count;

	if (*at != 'e' && *at != 'E')
		return 0;
	sign = at[1] == '+' || at[1] == '-';
	count = strspn(at + 1 + sign, DIGITS);
	return count ? 1 + sign + count : 0;
}

static bool scan_number(struct scan *scan)
{
	size_t sign = *scan->at == '-' || *scan->at == '+';
	size_t whole = strspn(scan->at + sign, DIGITS);
	const char *rest = scan->at + sign + whole;
	size_t fraction = *rest == '.' ? 1 + strspn(rest + 1, DIGITS) : 0;

	if (!count_token(scan))
		return false;
	if (whole + fraction < 2 && !whole) {
		refuse(scan, scan->line, "this is no number");
		return mend(scan, "a number has digits: 0.5");
	}
	end_value(scan, 'v');
	if (!sign && *scan->at == '0' && (*rest == 'x' || *rest == 'X'))
		return scan_hex(scan);
	if (fraction || exponent(rest))
		copy(scan, sign + whole + fraction + exponent(rest + fraction));
	else
		scan_integer(scan, sign, whole);
	return true;
}

static bool same_word(const struct word *a, const struct word *b)
{
	return a->length == b->length &&
	       !memcmp(a->at, b->at, (size_t)a->length);
}

static bool add_name(struct scan *scan, struct word name)
{
	struct level *level = top(scan);

	scan->name = name;
	for (int i = 0; i < level->count; i++) {
		if (same_word(&level->names[i], &name)) {
			refuse(scan, scan->line, "is given twice");
			return mend(scan, "keep one of the two");
		}
	}
	if (level->count == SCAN_NAMES) {
		refuse(scan, scan->line, "a group holds far too many settings");
		return mend(scan, "keep what belongs to this file");
	}
	level->names[level->count++] = name;
	return true;
}

/* A setting's name, or one of the values true and false. */
static bool scan_name(struct scan *scan)
{
	size_t length = strspn(scan->at, LETTERS DIGITS "-_");
	bool value = in_list(scan) || scan->last == '=';

	if (!count_token(scan))
		return false;
	if (!value && !add_name(scan, (struct word){.at = scan->at,
					      .length = (int)length}))
		return false;
	copy(scan, length);
	end_value(scan, value ? 'v' : 'n');
	return true;
}

static bool scan_open(struct scan *scan)
{
	char close = *scan->at == '(' ? ')' : *scan->at == '[' ? ']' : '}';
	struct level *level;

	if (!count_token(scan))
		return false;
	if (scan->depth == SCAN_DEPTH) {
		refuse(scan, scan->line, "brackets are nested too deeply");
		return mend(scan, "close some of them");
	}
	level = &scan->levels[++scan->depth];
	level->close = close;
	level->line = scan->line;
	level->owner = scan->name;
	level->index = level->count = 0;
	scan->name.length = 0;
	scan->last = *scan->at;
	copy(scan, 1);
	return true;
}

static bool scan_close(struct scan *scan)
{
	if (top(scan)->close != *scan->at) {
		refuse(scan, scan->line,
			"a bracket closes here that was not opened");
		return mend(scan, "each of { ( [ is closed by its own } ) ]");
	}
	scan->name = top(scan)->owner;
	scan->depth--;
	end_value(scan, *scan->at);
	copy(scan, 1);
	return true;
}

static bool scan_mark(struct scan *scan)
{
	char mark = *scan->at == ':' ? '=' : *scan->at;

	if (mark == ',' && in_list(scan))
		top(scan)->index++;
	scan->last = mark;
	copy(scan, 1);
	return true;
}

static bool scan_stray(struct scan *scan)
{
	if (!strncmp(scan->at, "@include", 8)) {
		refuse(scan, scan->line, "@include is not followed");
		return mend(scan, "copy the other file's lines in here");
	}
	refuse(scan, scan->line, "a character stands here that means nothing");
	return mend(scan, "put texts between double quotes and write "
			  "comments behind #");
}

static bool scan_token(struct scan *scan)
{
	char c = *scan->at;

	if (strchr(" \t\r\n\f", c)) {
		copy(scan, 1);
		return true;
	}
	if (c == '#' || (c == '/' && scan->at[1] && strchr("/*", scan->at[1])))
		return scan_comment(scan);
	if (c == '"')
		return scan_text(scan);
	if (strchr(DIGITS "+-.", c))
		return scan_number(scan);
	if (strchr(LETTERS, c))
		return scan_name(scan);
	if (strchr("{([", c))
		return scan_open(scan);
	if (strchr("})]", c))
		return scan_close(scan);
	if (strchr("=:;,", c))
		return scan_mark(scan);
	return scan_stray(scan);
}

static bool scan_all(struct scan *scan)
{
	while (*scan->at)
		if (!scan_token(scan))
			return false;
	if (scan->depth) {
		scan->name = top(scan)->owner;
		refuse(scan, scan->levels[scan->depth--].line,
			"a bracket is opened here and never closed");
		write_key(scan, scan->issue->key, sizeof(scan->issue->key));
		return mend(scan, "close it, or fetch the file again if it "
				  "was cut");
	}
	/* libconfig 1.5 wants a line end behind the last comment. */
	put(scan, "\n");
	scan->out[scan->used] = '\0';
	return true;
}

/* ---- bytes --------------------------------------------------------------- */

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

size_t reader_bad_byte(const char *bytes, size_t size)
{
	size_t at = 0, length;

	while (at < size && bytes[at]) {
		length = utf8_length(
			(const unsigned char *)bytes + at, size - at);
		if (!length)
			break;
		at += length;
	}
	return at;
}

static bool bytes_are_text(const char *file, const char *bytes, size_t size,
	struct file_issue *issue)
{
	size_t bad = reader_bad_byte(bytes, size);
	int line = 1;

	if (bad == size)
		return true;
	for (size_t i = 0; i < bad; i++)
		line += bytes[i] == '\n';
	if (bytes[bad])
		file_issue_set(issue, file, line,
			"byte 0x%02x is not part of any UTF-8 character",
			(unsigned char)bytes[bad]);
	else
		file_issue_set(issue, file, line,
			"a NUL byte stands here, as in files that are no text");
	return issue_mend(&issue->issue, "save it as UTF-8 text");
}

char *reader_scan(const char *file, const char *bytes, size_t size,
	struct file_issue *issue)
{
	struct scan *scan;
	char *out;

	if (!bytes_are_text(file, bytes, size, issue))
		return NULL;
	/* Widening adds two bytes to ten digits at the most. */
	out = malloc(size + size / 4 + 8);
	scan = calloc(1, sizeof(*scan));
	if (!out || !scan) {
		file_issue_set(issue, file, 0, "there is not enough memory");
		free(out);
		free(scan);
		return NULL;
	}
	*scan = (struct scan){.file = file,
		.at = bytes,
		.issue = issue,
		.out = out,
		.line = 1};
	if (!strncmp(bytes, "\xef\xbb\xbf", 3)) /* a byte order mark */
		scan->at += 3;
	if (!scan_all(scan)) {
		free(out);
		out = NULL;
	}
	free(scan);
	return out;
}
