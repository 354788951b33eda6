/*
 * The first mistake of a file is told, and nothing of the file is used then:
 * half a price list would be worse than none.
 */
#include "catalogue_file.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "catalogue_reading.h"

/* ---- refusing ----------------------------------------------------------- */

bool filing_refuse(struct filing *filing, const config_setting_t *setting,
	const char *what, ...)
{
	char text[sizeof(filing->issue->issue.what)];
	va_list words;

	va_start(words, what);
	vsnprintf(text, sizeof(text), what, words);
	va_end(words);
	issue_set(&filing->issue->issue, 0, "%s", text);
	return reader_blame(filing->reader, setting, filing->issue);
}

bool filing_mend(struct filing *filing, const char *mend, ...)
{
	char text[sizeof(filing->issue->issue.mend)];
	va_list words;

	va_start(words, mend);
	vsnprintf(text, sizeof(text), mend, words);
	va_end(words);
	return issue_mend(&filing->issue->issue, "%s", text);
}

bool filing_refuse_name(struct filing *filing, const config_setting_t *setting,
	const char *what, const struct suggestion *suggestion)
{
	const char *best = suggestion_best(suggestion);

	filing_refuse(filing, setting, "there is no %s %s", what,
		issue_quote(suggestion->written).text);
	if (best)
		return filing_mend(filing, "did you mean %s?", best);
	if (suggestion->nearest)
		return filing_mend(filing, "one is %s", suggestion->nearest);
	return filing_mend(filing, "there are none in this file");
}

bool filing_no_memory(struct filing *filing)
{
	return file_issue_set(filing->issue, filing->reader->file, 0,
		"there is not enough memory");
}

/* ---- values ------------------------------------------------------------- */

bool filing_text(struct filing *filing, const config_setting_t *setting,
	const char **text)
{
	const char *found = config_setting_get_string(setting);

	if (!found) {
		filing_refuse(filing, setting, "a text in quotes belongs here");
		return filing_mend(filing, "write %s = \"...\";",
			config_setting_name(setting));
	}
	if (strlen(found) > CATALOGUE_TEXT) {
		filing_refuse(filing, setting, "this text is too long");
		return filing_mend(
			filing, "%d bytes are the most", CATALOGUE_TEXT);
	}
	*text = catalogue_store_text(filing->store, found);
	return *text || filing_no_memory(filing);
}

bool filing_day(
	struct filing *filing, const config_setting_t *setting, int *day)
{
	const char *text = config_setting_get_string(setting);

	if (text && day_read(text, day))
		return true;
	filing_refuse(filing, setting, "%s%sis not a day",
		text ? issue_quote(text).text : "this", " ");
	return filing_mend(filing, "write year, month and day: \"2026-10-31\"");
}

/* Many name it, the store keeps it once: where, its hook says. */
static bool shared_text(
	struct filing *filing, config_setting_t *shared, const char **text)
{
	*text = config_setting_get_hook(shared);
	if (*text)
		return true;
	if (!filing_text(filing, shared, text))
		return false;
	config_setting_set_hook(shared, (void *)*text);
	return true;
}

bool filing_look_up(struct filing *filing, const config_setting_t *setting,
	const config_setting_t *table, const char *what, const char **text)
{
	const char *name = config_setting_get_string(setting);
	config_setting_t *found =
		name && table ? config_setting_get_member(table, name) : NULL;
	struct suggestion suggestion = {.written = name ? name : ""};

	if (found)
		return shared_text(filing, found, text);
	if (!name) {
		filing_refuse(
			filing, setting, "the name of a %s belongs here", what);
		return filing_mend(filing, "write %s = \"...\";",
			config_setting_name(setting));
	}
	for (int i = 0; table && i < config_setting_length(table); i++)
		suggestion_try(&suggestion,
			config_setting_name(
				config_setting_get_elem(table, (unsigned)i)));
	return filing_refuse_name(filing, setting, what, &suggestion);
}

/* ---- the lists ---------------------------------------------------------- */

static bool make_room(struct filing *filing, int more)
{
	size_t room = (size_t)filing->count + (size_t)more;
	struct item *items;

	if (!more)
		return true;
	items = realloc(filing->items, room * sizeof(*items));
	if (!items)
		return filing_no_memory(filing);
	filing->items = items;
	return true;
}

static bool read_list(struct filing *filing, const config_setting_t *list,
	enum item_kind kind)
{
	int count =
		config_setting_is_list(list) ? config_setting_length(list) : -1;

	if (count < 0) {
		filing_refuse(filing, list, "a list ( ) belongs here");
		return filing_mend(filing,
			"write %s = ( { id = \"...\"; ... }, ... );",
			config_setting_name(list));
	}
	if (!make_room(filing, count))
		return false;
	for (int i = 0; i < count; i++) {
		if (!filing_item(filing,
			    config_setting_get_elem(list, (unsigned)i), kind,
			    &filing->items[filing->count]))
			return false;
		filing->count++;
	}
	return true;
}

static bool check_table(struct filing *filing, const char *name)
{
	const config_setting_t *table = config_setting_get_member(
		config_root_setting(&filing->reader->config), name);

	if (!table || config_setting_is_group(table))
		return true;
	filing_refuse(filing, table, "a group { } belongs here");
	return filing_mend(filing, "write %s: { a_name = \"...\"; };", name);
}

static bool check_format(struct filing *filing, const config_setting_t *setting)
{
	char text[32] = "";

	if (reader_scalar(setting, text, sizeof(text)) && !strcmp(text, "1"))
		return true;
	filing_refuse(
		filing, setting, "this program reads catalogues of format 1");
	return filing_mend(
		filing, "write format = 1; or read it with a newer tuneornot");
}

static bool read_setting(struct filing *filing, const config_setting_t *setting)
{
	const char *name = config_setting_name(setting);
	struct suggestion suggestion = {.written = name};

	for (int kind = 0; kind < ITEM_KINDS; kind++) {
		const char *list = item_kind_table[kind].list;

		if (!strcmp(name, list))
			return read_list(filing, setting, (enum item_kind)kind);
		suggestion_try(&suggestion, list);
	}
	if (!strcmp(name, "format"))
		return check_format(filing, setting);
	if (!strcmp(name, "sources") || !strcmp(name, "remarks"))
		return true;
	suggestion_try(&suggestion, "sources");
	suggestion_try(&suggestion, "remarks");
	return filing_refuse_name(filing, setting, "list", &suggestion);
}

/* ---- the whole ---------------------------------------------------------- */

static int by_id(const void *a, const void *b)
{
	const struct item *x = a, *y = b;
	int order = strcmp(x->text[ITEM_ID], y->text[ITEM_ID]);

	return order ? order : x->line - y->line;
}

static bool sort_items(struct filing *filing)
{
	if (filing->count)
		qsort(filing->items, (size_t)filing->count,
			sizeof(*filing->items), by_id);
	for (int i = 1; i < filing->count; i++) {
		const struct item *item = &filing->items[i];

		if (strcmp(item[-1].text[ITEM_ID], item->text[ITEM_ID]) != 0)
			continue;
		file_issue_set(filing->issue, filing->reader->file, item->line,
			"the entry %s is here a second time",
			issue_quote(item->text[ITEM_ID]).text);
		return filing_mend(filing,
			"the first one stands in line %d; keep one of them",
			item[-1].line);
	}
	return true;
}

static bool read_file(struct filing *filing)
{
	const config_setting_t *root =
		config_root_setting(&filing->reader->config);

	filing->file =
		catalogue_store_text(filing->store, filing->reader->file);
	if (!filing->file)
		return filing_no_memory(filing);
	filing->sources = config_setting_get_member(root, "sources");
	filing->remarks = config_setting_get_member(root, "remarks");
	if (!check_table(filing, "sources") || !check_table(filing, "remarks"))
		return false;
	for (int i = 0; i < config_setting_length(root); i++)
		if (!read_setting(
			    filing, config_setting_get_elem(root, (unsigned)i)))
			return false;
	return sort_items(filing) && (catalogue_store_merge(filing->store,
					      filing->items, filing->count) ||
					     filing_no_memory(filing));
}

static bool read_reader(struct reader *reader, bool own,
	struct catalogue_store *store, struct file_issue *issue)
{
	struct filing filing = {
		.reader = reader, .issue = issue, .store = store, .own = own};
	bool sound;

	reader_forget_bytes(reader);
	sound = read_file(&filing);
	free(filing.items);
	reader_release(reader);
	return sound;
}

bool catalogue_file_read(const char *path, bool own,
	struct catalogue_store *store, struct file_issue *issue)
{
	struct reader reader = {0};

	return reader_open(&reader, path, issue) &&
	       read_reader(&reader, own, store, issue);
}

bool catalogue_file_parse(const char *name, const char *bytes, size_t size,
	bool own, struct catalogue_store *store, struct file_issue *issue)
{
	struct reader reader = {0};

	return reader_parse(&reader, name, bytes, size, issue) &&
	       read_reader(&reader, own, store, issue);
}
