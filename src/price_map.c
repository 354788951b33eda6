#include "price_map.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "catalogue_file.h"
#include "json_memory.h"
#include "price_entry.h"
#include "reader.h"
#include "today.h"

/* ---- JSON --------------------------------------------------------------- */

int price_text_line(struct price_text *text, const char *at)
{
	const char *end;

	while ((end = memchr(
			text->counted, '\n', (size_t)(at - text->counted)))) {
		text->counted = end + 1;
		text->lines++;
	}
	text->counted = at;
	return text->lines;
}

static bool refuse(
	struct price_taking *taking, int line, const json_error_t *error)
{
	file_issue_set(taking->issue, taking->file, line,
		"this is no JSON that can be read: %s", error->text);
	return issue_mend(
		&taking->issue->issue, "fetch the file again if it was cut");
}

json_t *price_text_value(struct price_text *text, const char *at, size_t size,
	bool *huge, struct price_taking *taking)
{
	json_error_t error;
	json_t *value = json_loadb(at, size, JSON_DECODE_ANY, &error);

	*huge = !value &&
		json_error_code(&error) == json_error_numeric_overflow;
	if (!value && !*huge)
		refuse(taking, price_text_line(text, at) + error.line - 1,
			&error);
	return value;
}

/* jansson knows the line. What it would let pass is nested too deeply. */
bool price_text_broken(
	const struct price_text *text, struct price_taking *taking)
{
	json_error_t error;
	json_t *whole = json_loadb(text->at, text->size, 0, &error);

	if (!whole)
		return refuse(taking, error.line, &error);
	json_decref(whole);
	file_issue_set(taking->issue, taking->file, 0,
		"it is nested more deeply than any price file");
	return issue_mend(&taking->issue->issue, "is it the right file?");
}

/* ---- which shape -------------------------------------------------------- */

static const struct {
	const char *source; /* in words */
	int shift;          /* prices times ten to this are $/Mtok */
	bool (*read)(struct price_taking *taking, struct price_text *text);
} format_table[PRICE_MAP_FORMATS] = {
	[PRICE_MAP_LITELLM] = {"LiteLLM model_prices_and_context_window.json",
		6, price_litellm_read},
	[PRICE_MAP_GENAI] = {"genai-prices data.json", 0, price_genai_read},
};

static bool refuse_shape(struct file_issue *issue, const char *name)
{
	file_issue_set(issue, name, 0, "it is no price file that is known");
	return issue_mend(&issue->issue,
		"there are three: LiteLLM's "
		"model_prices_and_context_window.json, data.json of "
		"genai-prices, and our own catalogue files");
}

/* Does a line begin with one of these words, and "=" or ":" behind it? */
static bool begins_setting(const char *line, const char *word)
{
	size_t length = strlen(word);

	if (strncmp(line, word, length) != 0)
		return false;
	line += length;
	line += strspn(line, " \t");
	return *line == '=' || *line == ':';
}

static bool is_own_line(const char *line)
{
	line += strspn(line, " \t");
	for (int kind = 0; kind < ITEM_KINDS; kind++)
		if (begins_setting(line, item_kind_table[kind].list))
			return true;
	return begins_setting(line, "sources");
}

static bool is_own(const char *bytes)
{
	while (bytes && !is_own_line(bytes)) {
		bytes = strchr(bytes, '\n');
		if (bytes)
			bytes++;
	}
	return bytes;
}

static enum price_map_format recognise(const char *bytes)
{
	switch (bytes[strspn(bytes, " \t\r\n")]) {
	case '{': return PRICE_MAP_LITELLM;
	case '[': return PRICE_MAP_GENAI;
	default: return is_own(bytes) ? PRICE_MAP_OWN : PRICE_MAP_FORMATS;
	}
}

/* ---- reading ------------------------------------------------------------ */

static bool read_own(const char *name, const char *bytes, size_t size,
	struct catalogue_store *store, struct price_map_tally *tally,
	struct file_issue *issue)
{
	struct catalogue_store alone = {0};
	bool sound =
		catalogue_file_parse(name, bytes, size, true, &alone, issue);

	/* Alone, to count its entries; then for good. */
	tally->day = 0;
	tally->taken = alone.catalogue.count;
	catalogue_store_release(&alone);
	return sound &&
	       catalogue_file_parse(name, bytes, size, true, store, issue);
}

static bool read_json(struct price_taking *taking, struct price_text text,
	const struct price_map_rules *rules)
{
	enum price_map_format format = taking->tally->format;
	bool sound;

	taking->rules = rules;
	taking->source = format_table[format].source;
	taking->shift = format_table[format].shift;
	sound = format_table[format].read(taking, &text);
	if (sound && !taking->known)
		sound = refuse_shape(taking->issue, taking->file);
	if (json_memory_ran_out())
		sound = price_taking_no_memory(taking);
	sound = sound && price_taking_finish(taking);
	price_taking_release(taking);
	return sound;
}

bool price_map_parse(const char *name, const char *bytes, size_t size,
	const struct price_map_rules *rules, struct catalogue_store *store,
	struct price_map_tally *tally, struct file_issue *issue)
{
	size_t mark = size >= 3 && !memcmp(bytes, "\xef\xbb\xbf", 3) ? 3 : 0;
	struct price_text text = {.at = bytes + mark,
		.size = size - mark,
		.counted = bytes,
		.lines = 1};
	struct price_taking taking = {
		.store = store, .tally = tally, .issue = issue};

	*tally = (struct price_map_tally){.format = recognise(bytes + mark),
		.day = rules->day ? rules->day : today()};
	if (tally->format == PRICE_MAP_FORMATS)
		return refuse_shape(issue, name);
	if (tally->format == PRICE_MAP_OWN)
		return read_own(name, bytes, size, store, tally, issue);
	taking.file = catalogue_store_text(store, name);
	if (!taking.file)
		return file_issue_set(
			issue, name, 0, "there is not enough memory");
	json_memory_watch();
	return read_json(&taking, text, rules);
}

int price_map_day(const char *path)
{
	struct stat status;

	if (!strcmp(path, "-") || stat(path, &status))
		return today();
	return day_of(status.st_mtime);
}

bool price_map_load(const char *path, const struct price_map_rules *rules,
	struct catalogue_store *store, struct price_map_tally *tally,
	struct file_issue *issue)
{
	struct price_map_rules dated = *rules;
	const char *name = strcmp(path, "-") ? path : "standard input";
	size_t size;
	char *bytes = reader_slurp(path, PRICE_MAP_BYTES, &size, issue);
	bool sound;

	if (!bytes)
		return false;
	if (!dated.day)
		dated.day = price_map_day(path);
	sound = price_map_parse(name, bytes, size, &dated, store, tally, issue);
	free(bytes);
	return sound;
}
