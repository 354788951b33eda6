/*
 * The settings are walked in the order of the file, so that the first mistake
 * is the first that the user meets. Two things cannot wait their turn: the
 * currency, which other values may carry, goes first; evidence, which may
 * name any option, goes last.
 */
#include "session_file.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "seal.h"
#include "session_reading.h"
#include "spelling.h"

/* ---- refusing ----------------------------------------------------------- */

bool reading_blame(struct reading *reading, const config_setting_t *setting,
	const char *key)
{
	struct file_issue *issue = reading->issue;

	snprintf(issue->file, sizeof(issue->file), "%s", reading->reader->file);
	snprintf(issue->key, sizeof(issue->key), "%s", key);
	issue->line = setting ? (int)config_setting_source_line(setting) : 0;
	return false;
}

static const char *type_words(const config_setting_t *setting)
{
	switch (config_setting_type(setting)) {
	case CONFIG_TYPE_GROUP: return "a group { }";
	case CONFIG_TYPE_LIST: return "a list ( )";
	case CONFIG_TYPE_ARRAY: return "an array [ ]";
	case CONFIG_TYPE_BOOL: return "a bare true or false";
	case CONFIG_TYPE_STRING: return "a text in quotes";
	default: return "a number";
	}
}

bool reading_wrong_type(struct reading *reading,
	const config_setting_t *setting, const char *key, const char *wanted,
	const char *mend, ...)
{
	struct issue *issue = &reading->issue->issue;
	va_list words;

	issue_set(issue, 0, "%s stands here, where %s belongs",
		type_words(setting), wanted);
	va_start(words, mend);
	vsnprintf(issue->mend, sizeof(issue->mend), mend, words);
	va_end(words);
	return reading_blame(reading, setting, key);
}

/* ---- one value ---------------------------------------------------------- */

bool reading_is_text(const config_setting_t *setting)
{
	return config_setting_type(setting) == CONFIG_TYPE_STRING;
}

bool reading_is_among(const char *name, const char *const *names)
{
	for (; *names; names++)
		if (!strcmp(*names, name))
			return true;
	return false;
}

static bool fits_type(
	const config_setting_t *setting, const struct input_row *row)
{
	switch (row->kind) {
	case KIND_SWITCH:
		return config_setting_type(setting) == CONFIG_TYPE_BOOL;
	case KIND_CHOICE:
	case KIND_TEXT:
	case KIND_DATE: return reading_is_text(setting);
	default:
		return reading_is_text(setting) ||
		       config_setting_is_number(setting);
	}
}

static bool refuse_type(struct reading *reading,
	const config_setting_t *setting, const char *key,
	const struct input_row *row)
{
	switch (row->kind) {
	case KIND_SWITCH:
		return reading_wrong_type(reading, setting, key,
			"true or false without quotes",
			"write %s = true; or %s = false;", row->key, row->key);
	case KIND_CHOICE:
		return reading_wrong_type(reading, setting, key,
			"a word in quotes", "write %s = \"%s\";", row->key,
			row->choices[0]);
	case KIND_TEXT:
	case KIND_DATE:
		return reading_wrong_type(reading, setting, key,
			"a text in quotes", "write %s = \"...\";", row->key);
	default:
		return reading_wrong_type(reading, setting, key, "a number",
			"write %s = \"%s\";", row->key,
			row->fallback ? row->fallback : "0.5");
	}
}

static bool set_value(struct reading *reading, const config_setting_t *setting,
	struct place place)
{
	char number[FIGURE_MAX];
	const char *text = config_setting_get_string(setting);

	if (!text && reader_scalar(setting, number, sizeof(number)))
		text = number;
	return session_set(reading->session, place, text ? text : "",
		&reading->issue->issue);
}

static bool read_value(struct reading *reading, const config_setting_t *setting,
	const char *key)
{
	struct place place;

	if (!session_find(
		    reading->session, key, &place, &reading->issue->issue))
		return reading_blame(reading, setting, key);
	if (!fits_type(setting, &input_table[place.input]))
		return refuse_type(
			reading, setting, key, &input_table[place.input]);
	return set_value(reading, setting, place) ||
	       reading_blame(reading, setting, key);
}

/* Most values are sound, and need no key in words. */
static bool is_sound(struct reading *reading, const config_setting_t *setting,
	enum group group, int option)
{
	struct place place = {.option = option};

	return input_find(group, config_setting_name(setting), &place.input) &&
	       fits_type(setting, &input_table[place.input]) &&
	       set_value(reading, setting, place);
}

/* A question's group, or the group of an option (else -1). */
static bool read_group(struct reading *reading, const config_setting_t *group,
	const char *prefix, enum group kind, int option)
{
	char key[KEY_ROOM];
	const config_setting_t *setting;

	if (!config_setting_is_group(group))
		return reading_wrong_type(reading, group, prefix, "a group { }",
			"write %s: { key = \"value\"; };", prefix);
	for (int i = 0; i < config_setting_length(group); i++) {
		setting = config_setting_get_elem(group, (unsigned)i);
		if (is_sound(reading, setting, kind, option))
			continue;
		snprintf(key, sizeof(key), "%s.%s", prefix,
			config_setting_name(setting));
		if (!read_value(reading, setting, key))
			return false;
	}
	return true;
}

/* ---- options ------------------------------------------------------------ */

const char *reading_text(const config_setting_t *group, const char *name)
{
	const config_setting_t *member =
		config_setting_is_group(group)
			? config_setting_get_member(group, name)
			: NULL;
	const char *text = member ? config_setting_get_string(member) : NULL;

	return text ? text : "";
}

static bool read_option(
	struct reading *reading, const config_setting_t *group, int option)
{
	char key[KEY_ROOM];

	snprintf(key, sizeof(key), "options[%d]", option);
	if (!config_setting_is_group(group))
		return reading_wrong_type(reading, group, key, "a group { }",
			"write { name = \"...\"; adaptation = \"prompt\"; }");
	if (session_add_option(reading->session, reading_text(group, "name")) <
		0) {
		issue_set(&reading->issue->issue, 0,
			"there is no room for this option");
		issue_mend(&reading->issue->issue,
			"keep %d options at the most, and texts short",
			SESSION_OPTIONS);
		return reading_blame(reading, group, key);
	}
	return read_group(reading, group, key, GROUP_OPTION, option);
}

static bool read_options(struct reading *reading, const config_setting_t *list)
{
	if (!config_setting_is_list(list))
		return reading_wrong_type(reading, list, "options",
			"a list ( )",
			"write options = ( { name = \"...\"; }, ... );");
	for (int i = 0; i < config_setting_length(list); i++)
		if (!read_option(reading,
			    config_setting_get_elem(list, (unsigned)i), i))
			return false;
	return true;
}

/* ---- the whole ---------------------------------------------------------- */

static bool is_session_key(const char *name)
{
	enum input input;

	return input_find(GROUP_SESSION, name, &input);
}

/* The group or list whose name is nearest to a misspelled one. */
static bool refuse_group(
	struct reading *reading, const config_setting_t *setting)
{
	const char *name = config_setting_name(setting), *nearest = "evidence";
	struct issue *issue = &reading->issue->issue;

	for (int group = GROUP_VOLUME; group <= GROUP_OPTION; group++)
		if (spelling_distance(name, group_name((enum group)group)) <
			spelling_distance(name, nearest))
			nearest = group_name((enum group)group);
	issue_set(issue, 0, "there is no group of this name");
	issue_mend(issue, "did you mean %s?", nearest);
	return reading_blame(reading, setting, name);
}

/* What has been read, or will be, by a function of its own. */
static bool is_apart(const char *name)
{
	static const char *const names[] = {
		"format", "sealed", "seal", "currency", "evidence", NULL};

	return reading_is_among(name, names);
}

static bool read_setting(
	struct reading *reading, const config_setting_t *setting)
{
	const char *name = config_setting_name(setting);
	enum group question = group_asked(name, strlen(name));

	if (is_apart(name))
		return true;
	if (question != GROUPS)
		return read_group(reading, setting, name, question, -1);
	if (!strcmp(name, group_name(GROUP_OPTION)))
		return read_options(reading, setting);
	if (config_setting_is_aggregate(setting) && !is_session_key(name))
		return refuse_group(reading, setting);
	return read_value(reading, setting, name);
}

static bool read_currency(struct reading *reading)
{
	const config_setting_t *setting =
		config_setting_get_member(reading->root, "currency");

	return !setting || read_value(reading, setting, "currency");
}

/* The setting that holds a place, or the nearest thing around it. */
static const config_setting_t *locate(
	const struct reading *reading, struct place place)
{
	const struct input_row *row = &input_table[place.input];
	const config_setting_t *around = reading->root, *inside;

	if (row->group != GROUP_SESSION)
		around = config_setting_get_member(
			around, group_name(row->group));
	if (around && place.option >= 0)
		around =
			config_setting_get_elem(around, (unsigned)place.option);
	if (!around)
		return NULL;
	inside = config_setting_get_member(around, row->key);
	return inside ? inside : around;
}

static bool check_whole(struct reading *reading)
{
	char key[SESSION_KEY];
	struct place place;

	if (session_check(reading->session, &place, &reading->issue->issue))
		return true;
	session_key(place, key, sizeof(key));
	return reading_blame(reading, locate(reading, place), key);
}

static bool check_format(struct reading *reading)
{
	const config_setting_t *setting =
		config_setting_get_member(reading->root, "format");
	struct issue *issue = &reading->issue->issue;
	int type = setting ? config_setting_type(setting) : 0;
	long long format;

	if (!setting)
		return true;
	if (type != CONFIG_TYPE_INT && type != CONFIG_TYPE_INT64)
		return reading_wrong_type(reading, setting, "format",
			"a whole number", "write format = 1;");
	format = config_setting_get_int64(setting);
	if (format == 1)
		return true;
	if (format > 1) {
		issue_set(issue, 0,
			"a newer version of tuneornot wrote this file (format "
			"%lld)",
			format);
		issue_mend(issue, "open it with a newer tuneornot");
	} else {
		issue_set(issue, 0, "there is no format %lld", format);
		issue_mend(issue, "write format = 1;");
	}
	return reading_blame(reading, setting, "format");
}

static bool check_empty(struct reading *reading)
{
	if (config_setting_length(reading->root))
		return true;
	issue_set(&reading->issue->issue, 0, "it is empty");
	issue_mend(&reading->issue->issue, "a session begins with format = 1;");
	return reading_blame(reading, NULL, "");
}

static bool read_session(struct reading *reading, enum seal *seal)
{
	if (!check_empty(reading) || !check_format(reading) ||
		!seal_check(reading->reader, seal, reading->issue) ||
		!read_currency(reading))
		return false;
	for (int i = 0; i < config_setting_length(reading->root); i++)
		if (!read_setting(reading, config_setting_get_elem(
						   reading->root, (unsigned)i)))
			return false;
	return reading_evidence(reading) && check_whole(reading);
}

static bool read_reader(struct reader *reader, struct session *session,
	enum seal *seal, struct file_issue *issue)
{
	struct reading reading = {.reader = reader,
		.root = config_root_setting(&reader->config),
		.session = session,
		.issue = issue};
	enum seal found = SEAL_NONE;
	bool sound;

	session_init(session);
	sound = read_session(&reading, &found);
	if (seal)
		*seal = found;
	reader_release(reader);
	return sound;
}

bool session_file_parse(const char *name, const char *bytes, size_t size,
	struct session *session, enum seal *seal, struct file_issue *issue)
{
	struct reader reader;

	return reader_parse(&reader, name, bytes, size, issue) &&
	       read_reader(&reader, session, seal, issue);
}
