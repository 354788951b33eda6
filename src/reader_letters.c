#include "reader_letters.h"

#include <stdbool.h>

enum reader_sort reader_sort(char c)
{
	if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '*')
		return LETTER;
	if ((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.')
		return NUMBER;
	switch (c) {
	case ' ':
	case '\t':
	case '\r':
	case '\n':
	case '\f': return BLANK;
	case '{':
	case '(':
	case '[': return OPEN;
	case '}':
	case ')':
	case ']': return CLOSE;
	case '=':
	case ':':
	case ';':
	case ',': return MARK;
	default: return STRAY;
	}
}

size_t reader_blanks(const char *at)
{
	size_t count = 0;

	while (reader_sort(at[count]) == BLANK)
		count++;
	return count;
}

static bool goes_on_name(char c)
{
	return reader_sort(c) == LETTER || (c >= '0' && c <= '9') || c == '-' ||
	       c == '_';
}

size_t reader_name(const char *at)
{
	size_t length = 0;

	while (goes_on_name(at[length]))
		length++;
	return length;
}
