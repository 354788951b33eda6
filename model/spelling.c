#include "spelling.h"

#include <string.h>

enum { WORD_MAX = 160 };

static int word_length(const char *word)
{
	size_t length = strlen(word);

	return length < WORD_MAX ? (int)length : WORD_MAX;
}

static int least(int a, int b, int c)
{
	int ab = a < b ? a : b;

	return ab < c ? ab : c;
}

/* Levenshtein's distance: row[j] is that of a's first i letters to b's first
 * j; one row is enough, with the value up left kept aside. */
int spelling_distance(const char *a, const char *b)
{
	int row[WORD_MAX + 1];
	int la = word_length(a), lb = word_length(b);

	for (int j = 0; j <= lb; j++)
		row[j] = j;
	for (int i = 1; i <= la; i++) {
		int corner = row[0];

		row[0] = i;
		for (int j = 1; j <= lb; j++) {
			int above = row[j];

			row[j] = least(above + 1, row[j - 1] + 1,
				corner + (a[i - 1] != b[j - 1]));
			corner = above;
		}
	}
	return row[lb];
}
