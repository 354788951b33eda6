/*
 * An entry that passes the rules becomes an item, with its figures in the
 * order of the table of fields. Items wait until the whole file is known to
 * be sound, and until it is known which of them come twice.
 */
#include "price_entry.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- counting ----------------------------------------------------------- */

void price_taking_skip(
	struct price_taking *taking, enum price_skip why, const char *name)
{
	struct price_skipped *skipped = &taking->tally->skipped[why];

	if (skipped->count < PRICE_SKIP_NAMES)
		snprintf(skipped->name[skipped->count], sizeof(*skipped->name),
			"%s", name);
	skipped->count++;
}

bool price_taking_no_memory(struct price_taking *taking)
{
	return file_issue_set(
		taking->issue, taking->file, 0, "there is not enough memory");
}

/* ---- figures ------------------------------------------------------------ */

/* Without an exponent. Numbers that passed the rules are neither so large nor
 * so small that this would be long. */
static void write_plain(char *out, size_t size, const struct decimal *decimal)
{
	int point = decimal->count + (int)decimal->power;

	if (!decimal->count)
		snprintf(out, size, "0");
	else if (point <= 0)
		snprintf(out, size, "0.%.*s%.*s", -point, "0000000000",
			decimal->count, decimal->digits);
	else if (point < decimal->count)
		snprintf(out, size, "%.*s.%.*s", point, decimal->digits,
			decimal->count - point, decimal->digits + point);
	else
		snprintf(out, size, "%.*s%.*s", decimal->count, decimal->digits,
			(int)decimal->power, "0000000000");
}

/* ---- an item ------------------------------------------------------------ */

/* Not too long, cut between characters, and without control characters. */
static const char *keep_text(struct price_taking *taking, const char *text)
{
	char out[PRICE_TEXT];
	size_t length = strlen(text);

	if (length >= sizeof(out))
		for (length = sizeof(out) - 1; (text[length] & 0xc0) == 0x80;)
			length--;
	for (size_t i = 0; i < length; i++)
		out[i] = (unsigned char)text[i] < ' ' || text[i] == 0x7f
				 ? ' '
				 : text[i];
	out[length] = '\0';
	return catalogue_store_text(taking->store, out);
}

static bool is_plain_url(const char *url)
{
	if (!url || strlen(url) > PRICE_TEXT ||
		(strncmp(url, "https://", 8) != 0 &&
			strncmp(url, "http://", 7) != 0))
		return false;
	for (; *url; url++)
		if (*url <= ' ' || *url > '~' || strchr("\"'\\<>`", *url))
			return false;
	return true;
}

/* One text for each source, as many as a file can name. */
static const char *find_source(struct price_taking *taking, const char *url)
{
	char text[PRICE_KEY];
	const char *kept;

	snprintf(text, sizeof(text), "%s%s%s", taking->source,
		is_plain_url(url) ? ", from " : "",
		is_plain_url(url) ? url : "");
	for (int i = 0; i < taking->source_count; i++)
		if (!strcmp(taking->sources[i], text))
			return taking->sources[i];
	if (taking->source_count == PRICE_SOURCES)
		return taking->source;
	kept = catalogue_store_text(taking->store, text);
	if (kept)
		taking->sources[taking->source_count++] = kept;
	return kept;
}

static bool add_figure(struct price_taking *taking, struct item_figure figure,
	double value, struct item_figure *out)
{
	struct decimal decimal =
		price_decimal(figure.field, taking->shift, value);
	char text[48];

	write_plain(text, sizeof(text), &decimal);
	figure.value = decimal_value(&decimal, 0);
	figure.text = catalogue_store_text(taking->store, text);
	*out = figure;
	return figure.text;
}

static bool add_period(struct price_taking *taking, struct item *item,
	const struct price_period *period, struct item_figure shared)
{
	/* The item's figures are ours until it is handed over. */
	struct item_figure *figures = (struct item_figure *)item->figures;

	shared.from = period->from;
	shared.note = keep_text(taking, period->note);
	if (!shared.note)
		return false;
	for (int i = 0; i < PRICE_FIELDS; i++) {
		shared.field = (enum item_field)i;
		if (!isnan(period->value[i]) &&
			!add_figure(taking, shared, period->value[i],
				&figures[item->count++]))
			return false;
	}
	return true;
}

static bool make_item(struct price_taking *taking,
	const struct price_entry *entry, struct item *item)
{
	struct item_figure shared = {.of = "",
		.source = find_source(taking, entry->url),
		.date = taking->tally->day};
	size_t room = (size_t)entry->count * PRICE_FIELDS;

	*item = (struct item){.kind = ITEM_MODEL,
		.remark = "",
		.dates_source = entry->retires ? shared.source : "",
		.own = true,
		.file = taking->file,
		.line = entry->line};
	for (int i = 0; i < ITEM_TEXTS; i++)
		item->text[i] = "";
	item->text[ITEM_ID] = catalogue_store_text(taking->store, entry->id);
	item->text[ITEM_NAME] = keep_text(taking, entry->name);
	item->text[ITEM_VENDOR] = keep_text(taking, entry->vendor);
	item->date[ITEM_RETIRES] = entry->retires;
	item->figures = catalogue_store_room(
		taking->store, room * sizeof(*item->figures));
	if (!shared.source || !item->text[ITEM_ID] || !item->text[ITEM_NAME] ||
		!item->text[ITEM_VENDOR] || !item->figures)
		return false;
	for (int i = 0; i < entry->count; i++)
		if (!add_period(taking, item, &entry->period[i], shared))
			return false;
	return true;
}

static bool make_room(struct price_taking *taking)
{
	size_t room = taking->room ? 2 * (size_t)taking->room : 64;
	struct price_taken *taken;

	if (taking->count < taking->room)
		return true;
	taken = realloc(taking->taken, room * sizeof(*taken));
	if (!taken)
		return false;
	taking->taken = taken;
	taking->room = (int)room;
	return true;
}

bool price_taking_add(struct price_taking *taking, struct price_entry *entry)
{
	int zeros = 0;
	enum price_skip why = price_entry_check(
		entry, taking->shift, taking->rules->free, &zeros);

	if (why != PRICE_SKIPS) {
		price_taking_skip(taking, why, entry->key);
		return true;
	}
	if (!make_room(taking) ||
		!make_item(taking, entry, &taking->taken[taking->count].item))
		return price_taking_no_memory(taking);
	taking->taken[taking->count].order = taking->count;
	taking->count++;
	taking->tally->zeros += zeros;
	return true;
}

/* ---- all of them -------------------------------------------------------- */

static int by_id(const void *a, const void *b)
{
	const struct price_taken *x = a, *y = b;
	int order = strcmp(x->item.text[ITEM_ID], y->item.text[ITEM_ID]);

	return order ? order : x->order - y->order;
}

static bool is_last(const struct price_taking *taking, int at)
{
	const struct price_taken *taken = &taking->taken[at];

	return at + 1 == taking->count ||
	       strcmp(taken[0].item.text[ITEM_ID],
		       taken[1].item.text[ITEM_ID]) != 0;
}

/* Of those with the same id the last one counts, as in JSON itself. */
bool price_taking_finish(struct price_taking *taking)
{
	struct item *items;
	bool merged;
	int count = 0;

	if (!taking->count)
		return true;
	items = calloc((size_t)taking->count, sizeof(*items));
	if (!items)
		return price_taking_no_memory(taking);
	qsort(taking->taken, (size_t)taking->count, sizeof(*taking->taken),
		by_id);
	for (int i = 0; i < taking->count; i++)
		if (is_last(taking, i))
			items[count++] = taking->taken[i].item;
		else
			price_taking_skip(taking, PRICE_SKIP_TWICE,
				taking->taken[i].item.text[ITEM_ID]);
	taking->tally->taken = count;
	merged = catalogue_store_merge(taking->store, items, count);
	free(items);
	return merged || price_taking_no_memory(taking);
}

void price_taking_release(struct price_taking *taking)
{
	free(taking->taken);
	taking->taken = NULL;
}
