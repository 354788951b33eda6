#include "catalogue.h"

#include <stdlib.h>
#include <string.h>

/* ---- by id -------------------------------------------------------------- */

static int compare_id(const void *key, const void *element)
{
	const struct item *item = element;

	return strcmp(key, item->text[ITEM_ID]);
}

const struct item *catalogue_find(
	const struct catalogue *catalogue, const char *id)
{
	return catalogue->count
		       ? bsearch(id, catalogue->items, (size_t)catalogue->count,
				 sizeof(*catalogue->items), compare_id)
		       : NULL;
}

/* ---- by words ----------------------------------------------------------- */

/* Of ASCII: ids and vendors are little else. */
static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* How much of text the word goes along with. */
static size_t agreement(const char *text, const char *word)
{
	size_t length = 0;

	while (word[length] && lower(text[length]) == lower(word[length]))
		length++;
	return length;
}

static bool holds(const char *text, const char *word)
{
	size_t length = strlen(word);

	for (; *text; text++)
		if (agreement(text, word) == length)
			return true;
	return length == 0;
}

static bool has_word(const struct item *item, const char *word)
{
	for (int text = 0; text < ITEM_TEXTS; text++)
		if (holds(item->text[text], word))
			return true;
	return false;
}

bool item_matches(const struct item *item, const char *const *words, int count)
{
	for (int i = 0; i < count; i++)
		if (!has_word(item, words[i]))
			return false;
	return true;
}

bool item_is_of(const struct item *item, const char *vendor)
{
	const char *text = item->text[ITEM_VENDOR];
	size_t length = strlen(vendor);

	return strlen(text) == length && agreement(text, vendor) == length;
}

/* ---- figures ------------------------------------------------------------ */

/* Does b, which begins later, take the place of a by that day? */
static bool replaces(
	const struct item_figure *a, const struct item_figure *b, int day)
{
	return b->field == a->field && !strcmp(b->of, a->of) &&
	       b->from > a->from && b->from <= day;
}

bool item_figure_holds(
	const struct item *item, const struct item_figure *figure, int day)
{
	if (figure->from > day)
		return false;
	for (int i = 0; i < item->count; i++)
		if (replaces(figure, &item->figures[i], day))
			return false;
	return true;
}

const struct item_figure *item_figure_on(
	const struct item *item, enum item_field field, int day)
{
	for (int i = 0; i < item->count; i++)
		if (item->figures[i].field == field &&
			item_figure_holds(item, &item->figures[i], day))
			return &item->figures[i];
	return NULL;
}

bool item_figure_is_doubtful(const struct item_figure *figure, int day)
{
	bool announced = figure->from > figure->date && figure->from <= day;
	bool promised = figure->until && figure->until < day;

	return announced || promised;
}

/* ---- what changes when -------------------------------------------------- */

struct changes {
	struct item_change *list;
	int count;
};

/* Insert behind those of the same day: a list is short. */
static void put(struct changes *changes, struct item_change change)
{
	int at = changes->count;

	if (!change.day || changes->count == ITEM_CHANGES)
		return;
	for (; at > 0 && changes->list[at - 1].day > change.day; at--)
		changes->list[at] = changes->list[at - 1];
	changes->list[at] = change;
	changes->count++;
}

int item_changes(
	const struct item *item, struct item_change changes[ITEM_CHANGES])
{
	struct changes found = {.list = changes};

	for (int date = 0; date < ITEM_DATES; date++)
		put(&found, (struct item_change){.day = item->date[date],
				    .kind = CHANGE_DATE,
				    .date = (enum item_date)date});
	for (int i = 0; i < item->count; i++) {
		const struct item_figure *figure = &item->figures[i];

		put(&found, (struct item_change){.day = figure->from,
				    .kind = CHANGE_PRICE,
				    .figure = figure});
		put(&found, (struct item_change){.day = figure->until,
				    .kind = CHANGE_PROMISE,
				    .figure = figure});
	}
	return found.count;
}
