#include "file_issue.h"

#include <stdarg.h>
#include <stdio.h>

#include "text.h"

bool file_issue_set(struct file_issue *issue, const char *file, int line,
	const char *what, ...)
{
	char text[sizeof(issue->issue.what)];
	va_list words;

	va_start(words, what);
	vsnprintf(text, sizeof(text), what, words);
	va_end(words);
	snprintf(issue->file, sizeof(issue->file), "%s", file);
	issue->key[0] = '\0';
	issue->line = line;
	return issue_set(&issue->issue, 0, "%s", text);
}

void file_issue_words(const struct file_issue *issue, char *out, size_t size)
{
	char raw[sizeof(*issue) + 32], line[16] = "", words[ISSUE_WORDS];

	issue_words(&issue->issue, words, sizeof(words));
	if (issue->line)
		snprintf(line, sizeof(line), ":%d", issue->line);
	snprintf(raw, sizeof(raw), "%s%s: %s%s%s", issue->file, line,
		issue->key, issue->key[0] ? ": " : "", words);
	text_clean(out, size, raw);
}
