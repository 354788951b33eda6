/*
 * A tokenizer as deep as libconfig's own, and no deeper.
 *
 * It knows texts, the three kinds of comments, numbers, names and brackets,
 * and copies them to the output as it goes: only integers change, and of
 * comments and blanks the line ends stay. It keeps a stack of the open
 * brackets with the names seen in each, so that it can say
 * "options[2].pass_rate" where libconfig says "duplicate setting name". What
 * it cannot place it refuses: libconfig 1.5 leaks a text that stands where
 * none is expected, and follows @include into any file.
 */
#include "reader_scan.h"

#include <limits.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "reader_letters.h"
#include "reader_number.h"

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

/* ---- refusing ----------------------------------------------------------- */

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

/* ---- moving on ---------------------------------------------------------- */

static void copy(struct scan *scan, size_t count)
{
	const char *end = scan->at + count;

	while (scan->at < end) {
		scan->line += *scan->at == '\n';
		scan->out[scan->used++] = *scan->at++;
	}
}

/* What libconfig need not read: of blanks and comments it gets the lines. */
static void pass(struct scan *scan, size_t count)
{
	const char *end = scan->at + count;
	int line = scan->line;

	for (; scan->at < end; scan->at++) {
		if (*scan->at == '\n') {
			scan->line++;
			scan->out[scan->used++] = '\n';
		}
	}
	if (scan->line == line)
		scan->out[scan->used++] = ' ';
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

/* ---- tokens ------------------------------------------------------------- */

static bool scan_comment(struct scan *scan)
{
	const char *end;
	int line = scan->line;

	if (*scan->at == '#' || scan->at[1] == '/') {
		pass(scan, strcspn(scan->at, "\n"));
		return true;
	}
	end = strstr(scan->at + 2, "*/");
	if (!end) {
		refuse(scan, line, "a comment begins here and never ends");
		return mend(scan, "end it with */");
	}
	pass(scan, (size_t)(end + 2 - scan->at));
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
	for (;;) {
		copy(scan, strcspn(scan->at, "\"\\"));
		if (*scan->at != '\\')
			break;
		if (!strncmp(scan->at, "\\x00", 4) ||
			!strncmp(scan->at, "\\X00", 4)) {
			refuse(scan, scan->line, "a text holds \\x00");
			return mend(scan, "take it out");
		}
		copy(scan, scan->at[1] ? 2 : 1);
	}
	if (!*scan->at) {
		refuse(scan, line, "a text begins here and never ends");
		return mend(scan, "end it with a double quote");
	}
	copy(scan, 1);
	scan->last = 's';
	return true;
}

static bool scan_number(struct scan *scan)
{
	struct number number = reader_number(scan->at);

	if (!count_token(scan))
		return false;
	if (number.wrong) {
		refuse(scan, scan->line, number.wrong);
		return mend(scan, number.mend);
	}
	if (number.negative)
		put(scan, "-");
	memcpy(scan->out + scan->used, number.digits, number.kept);
	scan->used += number.kept;
	put(scan, number.suffix);
	scan->at += number.length;
	scan->last = 'v';
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
	size_t length = reader_name(scan->at);
	bool value = in_list(scan) || scan->last == '=';

	if (!count_token(scan))
		return false;
	if (!value && !add_name(scan, (struct word){.at = scan->at,
					      .length = (int)length}))
		return false;
	copy(scan, length);
	scan->last = value ? 'v' : 'n';
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
	scan->last = *scan->at;
	copy(scan, 1);
	return true;
}

static bool scan_mark(struct scan *scan)
{
	char mark = *scan->at == ':' ? '=' : *scan->at;

	if (mark == ',' && in_list(scan))
		top(scan)->index++;
	if (mark != '=')
		scan->name.length = 0; /* that setting is over */
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

	if (c == '#' || (c == '/' && scan->at[1] && strchr("/*", scan->at[1])))
		return scan_comment(scan);
	if (c == '"')
		return scan_text(scan);
	switch (reader_sort(c)) {
	case BLANK: pass(scan, reader_blanks(scan->at)); return true;
	case LETTER: return scan_name(scan);
	case NUMBER: return scan_number(scan);
	case OPEN: return scan_open(scan);
	case CLOSE: return scan_close(scan);
	case MARK: return scan_mark(scan);
	case STRAY: break;
	}
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
	scan->out[scan->used] = '\0';
	return true;
}

/* ---- the whole ---------------------------------------------------------- */

char *reader_scan(const char *file, const char *bytes, size_t size,
	struct file_issue *issue)
{
	struct scan *scan;
	char *out;

	/* Widening adds two bytes to ten digits at the most. */
	out = malloc(size + size / 4 + 8);
	scan = malloc(sizeof(*scan));
	if (!out || !scan) {
		file_issue_set(issue, file, 0, "there is not enough memory");
		free(out);
		free(scan);
		return NULL;
	}
	/* Levels are set up as they are opened: hardly a file has them all. */
	memset(scan, 0, offsetof(struct scan, levels[1]));
	scan->file = file;
	scan->at = bytes;
	scan->issue = issue;
	scan->out = out;
	scan->line = 1;
	if (!strncmp(bytes, "\xef\xbb\xbf", 3)) /* a byte order mark */
		scan->at += 3;
	if (!scan_all(scan)) {
		free(out);
		out = NULL;
	}
	free(scan);
	return out;
}
