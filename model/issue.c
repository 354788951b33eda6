#include "issue.h"

#include <stdarg.h>
#include <stdio.h>

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
