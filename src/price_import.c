/*
 * Nothing is replaced before three things are known: the file is sound, its
 * text reads back as the very same entries, and every byte is on the disk.
 */
#include "price_import.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "atomic_file.h"
#include "catalogue_file.h"
#include "catalogue_write.h"
#include "paths.h"
#include "reader.h"

struct importing {
	const struct price_map_rules *rules;
	struct price_import *import;
	struct file_issue *issue;
	void (*tell)(const struct file_issue *issue);
	struct catalogue_store taken;
	char *text; /* to be written */
	size_t size;
};

static bool no_memory(struct importing *importing, const char *path)
{
	return file_issue_set(
		importing->issue, path, 0, "there is not enough memory");
}

/* ---- comparing ---------------------------------------------------------- */

static const struct item_figure *same_place(
	const struct item *item, const struct item_figure *figure)
{
	for (int i = 0; i < item->count; i++) {
		const struct item_figure *other = &item->figures[i];

		if (other->field == figure->field &&
			other->from == figure->from &&
			!strcmp(other->of, figure->of))
			return other;
	}
	return NULL;
}

/* The days on which somebody looked do not count. */
static bool same_item(const struct item *a, const struct item *b)
{
	if (a->kind != b->kind || a->count != b->count ||
		memcmp(a->date, b->date, sizeof(a->date)) != 0)
		return false;
	for (int i = 0; i < a->count; i++) {
		const struct item_figure *figure = &a->figures[i];
		const struct item_figure *other = same_place(b, figure);

		if (!other || other->value != figure->value ||
			other->until != figure->until)
			return false;
	}
	return true;
}

static bool same_catalogue(const struct catalogue *a, const struct catalogue *b)
{
	if (a->count != b->count)
		return false;
	for (int i = 0; i < a->count; i++)
		if (strcmp(a->items[i].text[ITEM_ID],
			    b->items[i].text[ITEM_ID]) != 0 ||
			!same_item(&a->items[i], &b->items[i]))
			return false;
	return true;
}

static void add_change(char *words, size_t size,
	const struct item_figure *before, const struct item_figure *now)
{
	size_t used = strlen(words);

	snprintf(words + used, size - used, "%s%s %s to %s", used ? ", " : "",
		item_field_table[now->field].label, before->text, now->text);
}

static void describe(struct price_change *change, const struct item *before,
	const struct item *now)
{
	snprintf(change->id, sizeof(change->id), "%s", now->text[ITEM_ID]);
	change->words[0] = '\0';
	for (int i = 0; i < now->count; i++) {
		const struct item_figure *figure = &now->figures[i];
		const struct item_figure *other = same_place(before, figure);

		if (other && other->value != figure->value)
			add_change(change->words, sizeof(change->words), other,
				figure);
	}
	if (!*change->words)
		snprintf(change->words, sizeof(change->words),
			"it says more, or less, than before");
}

static void count_item(struct price_import *import, const struct item *before,
	const struct item *now)
{
	if (!before) {
		import->fresh++;
	} else if (same_item(before, now)) {
		import->unchanged++;
	} else {
		if (import->updated < PRICE_CHANGES)
			describe(&import->change[import->updated], before, now);
		import->updated++;
	}
}

static bool same_price(
	const struct item *a, const struct item *b, enum item_field field)
{
	const struct item_figure *x =
		item_figure_on(a, field, a->figures->date);
	const struct item_figure *y =
		item_figure_on(b, field, a->figures->date);

	return x && y ? x->value == y->value : x == y;
}

/* An item has a figure at the least. */
static void count_over(struct price_import *import, const struct item *ours,
	const struct item *now)
{
	if (!ours)
		return;
	import->over_ours++;
	import->over_other += !same_price(now, ours, EF_INPUT) ||
			      !same_price(now, ours, EF_OUTPUT);
	import->over_newer += ours->figures->date > now->figures->date;
}

static void compare(struct importing *importing, const struct catalogue *former,
	const struct catalogue *ours)
{
	const struct catalogue *taken = &importing->taken.catalogue;
	struct price_import *import = importing->import;

	for (int i = 0; i < taken->count; i++) {
		const struct item *item = &taken->items[i];
		const char *id = item->text[ITEM_ID];

		count_item(import, catalogue_find(former, id), item);
		count_over(import, catalogue_find(ours, id), item);
	}
	import->gone = former->count - import->updated - import->unchanged;
}

/* What the file held until now; the same bytes need not be read again. */
static const struct catalogue *read_former(
	struct importing *importing, struct catalogue_store *store)
{
	const char *path = importing->import->path;
	struct file_issue issue;
	size_t size;
	char *bytes = reader_slurp(path, READER_BYTES, &size, &issue);
	bool same = bytes && size == importing->size &&
		    !memcmp(bytes, importing->text, size);

	if (!bytes || (!same && !catalogue_file_parse(path, bytes, size, true,
					store, &issue)))
		importing->tell(&issue);
	free(bytes);
	return same ? &importing->taken.catalogue : &store->catalogue;
}

static void compare_files(struct importing *importing)
{
	struct price_import *import = importing->import;
	struct catalogue_store store = {0}, ours = {0};
	const struct catalogue *former = &store.catalogue;

	import->again = !access(import->path, F_OK);
	if (import->again)
		former = read_former(importing, &store);
	catalogue_load_ours(&ours, importing->tell);
	compare(importing, former, &ours.catalogue);
	catalogue_store_release(&store);
	catalogue_store_release(&ours);
}

/* ---- where -------------------------------------------------------------- */

/* The last part of a path, without the dots that would hide it and the
 * ending. */
static void base_name(const char *path, char *out, size_t size)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	size_t length, tail = strlen(CATALOGUE_ENDING);

	name += strspn(name, ".");
	length = strlen(name);
	if (length > tail && !strcmp(name + length - tail, CATALOGUE_ENDING))
		length -= tail;
	if (!length || !strcmp(path, "-"))
		snprintf(out, size, "imported");
	else
		snprintf(out, size, "%.*s", (int)length, name);
}

static bool find_target(struct importing *importing, const char *path)
{
	struct price_import *import = importing->import;
	char folder[PATH_MAX], name[PATH_MAX];
	int length;

	base_name(path, name, sizeof(name));
	if (import->tally.format == PRICE_MAP_LITELLM)
		snprintf(name, sizeof(name), CATALOGUE_LITELLM);
	if (import->tally.format == PRICE_MAP_GENAI)
		snprintf(name, sizeof(name), CATALOGUE_GENAI);
	if (!paths_own_data(CATALOGUE_FOLDER, folder, sizeof(folder))) {
		file_issue_set(importing->issue, "the folder of your own", 0,
			"it is not known where it is");
		return issue_mend(&importing->issue->issue, "set HOME");
	}
	length = snprintf(import->path, sizeof(import->path), "%s/%s%s", folder,
		name, CATALOGUE_ENDING);
	if (length >= (int)sizeof(import->path))
		return file_issue_set(
			importing->issue, folder, 0, "the name is too long");
	if (paths_make_folder(folder))
		return true;
	file_issue_set(importing->issue, folder, 0,
		"this folder cannot be made: %s", strerror(errno));
	return issue_mend(&importing->issue->issue,
		"make it yourself, or name another one in XDG_DATA_HOME");
}

/* ---- the text ----------------------------------------------------------- */

static bool make_text(struct importing *importing)
{
	static const char *const heading[PRICE_MAP_FORMATS] = {
		[PRICE_MAP_LITELLM] = "LiteLLM's price map",
		[PRICE_MAP_GENAI] = "the price list of genai-prices",
	};
	char words[256];

	snprintf(words, sizeof(words),
		"# Made by \"tuneornot prices import\" from %s. The next\n"
		"# import replaces this file: entries of your own belong in "
		"another one.\n",
		heading[importing->import->tally.format]);
	importing->text = catalogue_write(
		&importing->taken.catalogue, words, &importing->size);
	return importing->text || no_memory(importing, importing->import->path);
}

static bool check_text(struct importing *importing)
{
	struct catalogue_store written = {0};
	bool sound =
		catalogue_file_parse(importing->import->path, importing->text,
			importing->size, true, &written, importing->issue);

	if (sound && !same_catalogue(
			     &importing->taken.catalogue, &written.catalogue))
		sound = file_issue_set(importing->issue,
			importing->import->path, 0,
			"it would not read back as it was meant");
	catalogue_store_release(&written);
	if (!sound)
		issue_mend(&importing->issue->issue, "nothing was changed");
	return sound;
}

/* ---- all of it ---------------------------------------------------------- */

/* A file of ours is taken byte by byte, with its comments. */
static bool read_source(struct importing *importing, const char *path)
{
	struct price_map_rules rules = *importing->rules;
	struct price_map_tally *tally = &importing->import->tally;
	const char *name = strcmp(path, "-") ? path : "standard input";
	char *bytes;
	bool sound;

	if (!rules.day)
		rules.day = price_map_day(path);
	bytes = reader_slurp(
		path, PRICE_MAP_BYTES, &importing->size, importing->issue);
	if (!bytes)
		return false;
	sound = price_map_parse(name, bytes, importing->size, &rules,
		&importing->taken, tally, importing->issue);
	if (sound && tally->format == PRICE_MAP_OWN)
		importing->text = bytes;
	else
		free(bytes);
	return sound;
}

static bool import_file(struct importing *importing, const char *path)
{
	if (!read_source(importing, path))
		return false;
	if (!importing->import->tally.taken)
		return true;
	if (!find_target(importing, path))
		return false;
	if (!importing->text && !make_text(importing))
		return false;
	if (!check_text(importing))
		return false;
	compare_files(importing);
	return atomic_file_write(importing->import->path, importing->text,
		importing->size, importing->issue);
}

bool price_import(const char *path, const struct price_map_rules *rules,
	struct price_import *import, struct file_issue *issue,
	void (*tell)(const struct file_issue *issue))
{
	struct importing importing = {
		.rules = rules, .import = import, .issue = issue, .tell = tell};
	bool sound;

	*import = (struct price_import){.over_ours = 0};
	sound = import_file(&importing, path);
	free(importing.text);
	catalogue_store_release(&importing.taken);
	return sound;
}
