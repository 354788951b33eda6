#include "issue.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

bool issue_set(struct issue *issue, int column, const char *what, ...)
{
	va_list words;

	va_start(words, what);
	vsnprintf(issue->what, sizeof(issue->what), what, words);
	va_end(words);
	issue->mend[0] = '\0';
	issue->column = column;
	return false;
}

bool issue_mend(struct issue *issue, const char *mend, ...)
{
	va_list words;

	va_start(words, mend);
	vsnprintf(issue->mend, sizeof(issue->mend), mend, words);
	va_end(words);
	return false;
}

/* Cut between characters: never inside the bytes of one in UTF-8. */
struct quote issue_quote(const char *text)
{
	const size_t most = sizeof(struct quote) - sizeof("\"...\"");
	struct quote quote;
	size_t length = strlen(text);
	bool cut = length > most;

	if (cut)
		for (length = most; length > 0; length--)
			if (((unsigned char)text[length] & 0xc0) != 0x80)
				break;
	snprintf(quote.text, sizeof(quote.text), "\"%.*s%s\"", (int)length,
		text, cut ? "..." : "");
	return quote;
}

void issue_words(const struct issue *issue, char *out, size_t size)
{
	snprintf(out, size, "%s%s%s", issue->what, issue->mend[0] ? "; " : "",
		issue->mend);
}
