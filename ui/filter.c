#include "filter.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

static bool contains(const char *text, const char *word, size_t length)
{
	size_t left = strlen(text);

	for (; left >= length; text++, left--)
		if (!strncasecmp(text, word, length))
			return true;
	return false;
}

static bool one_contains(
	const char *const *texts, int count, const char *word, size_t length)
{
	for (int i = 0; i < count; i++)
		if (contains(texts[i], word, length))
			return true;
	return false;
}

bool filter_fits(const char *filter, const char *const *texts, int count)
{
	size_t length;

	for (; *filter; filter += length) {
		filter += strspn(filter, " ");
		length = strcspn(filter, " ");
		if (!one_contains(texts, count, filter, length))
			return false;
	}
	return true;
}

void filter_draw(struct area area, int row, const char *label,
	const struct editor *filter, int found)
{
	char view[1024], count[32];
	int at = text_width(label) + 1, cursor, cells;

	snprintf(count, sizeof(count), "%d found", found);
	if (found < 0)
		count[0] = '\0';
	cells = area.columns - at - text_width(count) - 1;
	editor_view(filter, cells, view, sizeof(view), &cursor);
	canvas_put(area, row, 0, ROLE_LABEL, label);
	canvas_fit(area, row, at, cells, TEXT_LEFT, ROLE_EDIT, view);
	canvas_put(
		area, row, area.columns - text_width(count), ROLE_DIM, count);
	canvas_cursor(area, row, at + cursor);
}
