#include "claims.h"

#include <ctype.h>
#include <jansson.h>
#include <string.h>

#include "fuzz.h"
#include "text.h"

/* ---- characters --------------------------------------------------------- */

/* text_decode() has U+FFFD for bytes that are no UTF-8, one by one. */
static bool is_sound(uint32_t rune, int bytes)
{
	return rune != 0xfffd || bytes == 3;
}

/* What harms, with what stands before it: the input may not show it again. */
static void show(const char *begin, const char *at, const char *end)
{
	for (const char *byte = at - begin > 80 ? at - 80 : begin;
		byte < end && byte < at + 8; byte++)
		fprintf(stderr, byte == at ? " *%02x" : " %02x",
			(unsigned char)*byte);
	fputc('\n', stderr);
}

void must_be_harmless(const char *bytes, size_t size)
{
	const char *at = bytes, *end = bytes + size;
	uint32_t rune;
	int length;

	MUST(!memchr(bytes, '\0', size));
	for (; at < end; at += length) {
		length = text_decode(at, &rune);
		if (length < 1 || !is_sound(rune, length) ||
			(rune != '\n' && text_is_hidden(rune)))
			show(bytes, at, end);
		MUST(length > 0 && is_sound(rune, length));
		MUST(rune == '\n' || !text_is_hidden(rune));
	}
}

void must_be_lines(const char *bytes, size_t size, int cells)
{
	must_be_harmless(bytes, size);
	for (const char *end; *bytes; bytes = end + 1) {
		struct fuzz line = {(const uint8_t *)bytes, 0};
		char *text;

		end = strchr(bytes, '\n');
		MUST(end);
		line.left = (size_t)(end - bytes);
		text = fuzz_text(&line, line.left);
		MUST(text_width(text) <= cells);
		free(text);
	}
}

void must_be_told(const struct file_issue *issue)
{
	char words[4 * sizeof(*issue)];

	MUST(issue->issue.what[0]);
	file_issue_words(issue, words, sizeof(words));
	must_be_harmless(words, strlen(words));
	MUST(!strchr(words, '\n'));
}

/* ---- tables ------------------------------------------------------------- */

static bool is_number(const char *cell)
{
	return cell[strspn(cell, "0123456789.,e+-")] == '\0' &&
	       strpbrk(cell, "0123456789");
}

/* As spreadsheets look at it: behind blanks. */
static bool is_formula(const char *cell)
{
	cell += strspn(cell, " \t\r\n");
	return *cell && strchr("=+-@", *cell) && !is_number(cell);
}

/* Take one cell; returns what stands behind it. */
static const char *take_cell(
	const char *at, char separator, char *cell, size_t room)
{
	const char stops[] = {separator, '\r', '\n', '"', '\0'};
	size_t used = 0;
	bool quoted = *at == '"';

	for (at += quoted;; at++) {
		if (quoted && at[0] == '"' && at[1] == '"')
			at++;
		else if (quoted ? *at == '"' : strchr(stops, *at) != NULL)
			break;
		MUST(*at && used + 1 < room);
		cell[used++] = *at;
	}
	cell[used] = '\0';
	return at + quoted;
}

void must_be_csv(const char *bytes, size_t size, char separator)
{
	static char cell[64 * 1024];
	int columns = 0, count = 0;

	if (size >= 3 && !memcmp(bytes, "\xef\xbb\xbf", 3))
		bytes += 3;
	while (*bytes) {
		bytes = take_cell(bytes, separator, cell, sizeof(cell));
		must_be_harmless(cell, strlen(cell));
		MUST(!strpbrk(cell, "\r\n") && !is_formula(cell));
		count++;
		if (*bytes == separator) {
			bytes++;
			continue;
		}
		MUST(bytes[0] == '\r' && bytes[1] == '\n');
		bytes += 2;
		MUST(!columns || columns == count);
		columns = count;
		count = 0;
	}
	MUST(columns > 1 && !count);
}

/* ---- JSON, Markdown ----------------------------------------------------- */

void must_be_json(const char *bytes, size_t size)
{
	const size_t flags = JSON_REJECT_DUPLICATES | JSON_DISABLE_EOF_CHECK;
	const char *end = bytes + size;

	must_be_harmless(bytes, size);
	MUST(size && end[-1] == '\n');
	while (bytes < end) {
		json_error_t error;
		json_t *value =
			json_loadb(bytes, (size_t)(end - bytes), flags, &error);

		MUST(value);
		json_decref(value);
		bytes += error.position;
		bytes += strspn(bytes, "\n");
	}
}

void must_be_markdown(const char *bytes, size_t size)
{
	bool fenced = false;

	must_be_harmless(bytes, size);
	for (const char *end; *bytes; bytes = end) {
		end = bytes + strcspn(bytes, "\n");
		if (!strncmp(bytes, "```", 3))
			fenced = !fenced;
		else
			MUST(fenced ||
				!memchr(bytes, '<', (size_t)(end - bytes)));
		end += *end == '\n';
	}
	MUST(!fenced);
}

/* ---- elements ----------------------------------------------------------- */

enum { DEPTH = 64, NAME = 32 };

struct markup {
	char open[DEPTH][NAME];
	int depth;
};

/* Never closed in HTML. */
static bool is_void(const char *name)
{
	static const char *const names[] = {
		"!doctype", "meta", "br", "hr", "col", "link", "img", "input"};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (!strcasecmp(names[i], name))
			return true;
	return false;
}

static const char *take_name(const char *at, char name[NAME])
{
	size_t length = strspn(at,
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
		"0123456789-:_");

	MUST(length > 0 && length < NAME);
	memcpy(name, at, length);
	name[length] = '\0';
	return at + length;
}

static void check_attribute(const char *name, const char *value, size_t size)
{
	MUST(!memchr(value, '<', size));
	MUST(strncasecmp(name, "on", 2) != 0);
	if (!strcasecmp(name, "href") || !strcasecmp(name, "src"))
		MUST(*value == '#' || !strncmp(value, "https://", 8));
	MUST(strcasecmp(name, "srcdoc") != 0 && strcasecmp(name, "action"));
}

/* name="value", or a name alone. */
static const char *take_attribute(const char *at)
{
	char name[NAME];
	const char *end;

	at = take_name(at, name);
	if (*at != '=')
		return at;
	MUST(at[1] == '"');
	end = strchr(at + 2, '"');
	MUST(end);
	check_attribute(name, at + 2, (size_t)(end - at - 2));
	return end + 1;
}

static const char *take_end(struct markup *markup, const char *at)
{
	char name[NAME];

	at = take_name(at, name);
	MUST(*at == '>' && markup->depth > 0);
	MUST(!strcmp(markup->open[--markup->depth], name));
	return at + 1;
}

static const char *take_element(struct markup *markup, const char *at)
{
	char name[NAME];
	bool whole;

	if (*at == '!')
		return at + strcspn(at, ">") + 1;
	at = take_name(at, name);
	MUST(strcasecmp(name, "script") && strcasecmp(name, "iframe"));
	for (at += strspn(at, " \n"); *at && *at != '>' && *at != '/';
		at += strspn(at, " \n"))
		at = take_attribute(at);
	whole = *at == '/';
	at += whole;
	MUST(*at == '>');
	if (!whole && !is_void(name)) {
		MUST(markup->depth < DEPTH);
		snprintf(markup->open[markup->depth++], NAME, "%s", name);
	}
	return at + 1;
}

/* Only named and numbered characters begin with an ampersand. */
static void check_text(const char *at, const char *end)
{
	while ((at = memchr(at, '&', (size_t)(end - at)))) {
		size_t length = strcspn(at, "; \n");

		MUST(length < 10 && at[length] == ';');
		at++;
	}
}

void must_be_markup(const char *bytes, size_t size)
{
	struct markup markup = {.depth = 0};

	must_be_harmless(bytes, size);
	while (*bytes) {
		size_t text = strcspn(bytes, "<");
		bool styled = markup.depth &&
			      !strcmp(markup.open[markup.depth - 1], "style");

		if (!styled)
			check_text(bytes, bytes + text);
		bytes += text;
		if (bytes[0] == '<' && bytes[1] == '/')
			bytes = take_end(&markup, bytes + 2);
		else if (bytes[0] == '<')
			bytes = take_element(&markup, bytes + 1);
	}
	MUST(!markup.depth);
}
