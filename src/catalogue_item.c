/*
 * One item: its keys are rows of the tables of model/catalogue_tables.c, and
 * a few that all kinds have.
 */
#include <string.h>

#include "catalogue_reading.h"

static bool refuse_item_key(struct filing *filing,
	const config_setting_t *setting, enum item_kind kind)
{
	struct suggestion suggestion = {
		.written = config_setting_name(setting)};

	suggestion_try(&suggestion, "figures");
	suggestion_try(&suggestion, "see");
	suggestion_try(&suggestion, "check");
	suggestion_try(&suggestion, "dates_source");
	for (int i = 0; i < ITEM_TEXTS; i++)
		if (item_text_table[i].kinds & ITEM_BIT(kind))
			suggestion_try(&suggestion, item_text_table[i].key);
	for (int i = 0; i < ITEM_DATES; i++)
		if (item_date_table[i].kinds & ITEM_BIT(kind))
			suggestion_try(&suggestion, item_date_table[i].key);
	return filing_refuse_name(filing, setting, "key", &suggestion);
}

static bool read_check(struct filing *filing, const config_setting_t *setting,
	struct item *item)
{
	if (config_setting_type(setting) != CONFIG_TYPE_BOOL) {
		filing_refuse(filing, setting, "true or false belongs here");
		return filing_mend(filing, "write check = true;");
	}
	item->check = config_setting_get_bool(setting);
	return true;
}

static bool read_key(struct filing *filing, const config_setting_t *setting,
	struct item *item)
{
	const char *name = config_setting_name(setting);

	for (int i = 0; i < ITEM_TEXTS; i++)
		if (!strcmp(name, item_text_table[i].key) &&
			item_text_table[i].kinds & ITEM_BIT(item->kind))
			return filing_text(filing, setting, &item->text[i]);
	for (int i = 0; i < ITEM_DATES; i++)
		if (!strcmp(name, item_date_table[i].key) &&
			item_date_table[i].kinds & ITEM_BIT(item->kind))
			return filing_day(filing, setting, &item->date[i]);
	if (!strcmp(name, "figures"))
		return filing_figures(filing, setting, item);
	if (!strcmp(name, "see"))
		return filing_look_up(filing, setting, filing->remarks,
			"remark", &item->remark);
	if (!strcmp(name, "dates_source"))
		return filing_look_up(filing, setting, filing->sources,
			"source", &item->dates_source);
	if (!strcmp(name, "check"))
		return read_check(filing, setting, item);
	return refuse_item_key(filing, setting, item->kind);
}

static bool check_id(
	struct filing *filing, const config_setting_t *group, const char *id)
{
	const config_setting_t *setting =
		config_setting_get_member(group, "id");

	if (strlen(id) > CATALOGUE_ID) {
		filing_refuse(filing, setting, "this id is too long");
		return filing_mend(
			filing, "%d bytes are the most", CATALOGUE_ID);
	}
	for (const char *at = id; *at; at++)
		if ((unsigned char)*at <= ' ' || *at == 0x7f) {
			filing_refuse(filing, setting,
				"an id has no blanks and no control "
				"characters");
			return filing_mend(
				filing, "write - for a blank: example/large-2");
		}
	return true;
}

static bool has_dates(const struct item *item)
{
	for (int i = 0; i < ITEM_DATES; i++)
		if (item->date[i])
			return true;
	return false;
}

/* What no item can do without. */
static bool check_item(struct filing *filing, const config_setting_t *group,
	const struct item *item)
{
	static const enum item_text needed[] = {
		ITEM_ID, ITEM_NAME, ITEM_VENDOR};

	for (size_t i = 0; i < sizeof(needed) / sizeof(*needed); i++) {
		const char *key = item_text_table[needed[i]].key;

		if (*item->text[needed[i]])
			continue;
		filing_refuse(filing, group, "this entry has no %s", key);
		return filing_mend(filing, "write %s = \"...\";", key);
	}
	if (has_dates(item) && !*item->dates_source) {
		filing_refuse(filing, group, "the dates have no source");
		return filing_mend(filing,
			"write dates_source = \"a name from sources\";");
	}
	if (!item->count) {
		filing_refuse(filing, group, "this entry has no figures");
		return filing_mend(filing,
			"write figures = ( { source = \"...\"; "
			"date = \"2026-10-31\"; ... } );");
	}
	return check_id(filing, group, item->text[ITEM_ID]);
}

bool filing_item(struct filing *filing, const config_setting_t *group,
	enum item_kind kind, struct item *item)
{
	*item = (struct item){.kind = kind,
		.remark = "",
		.dates_source = "",
		.own = filing->own,
		.file = filing->file,
		.line = (int)config_setting_source_line(group)};
	for (int i = 0; i < ITEM_TEXTS; i++)
		item->text[i] = "";
	if (!config_setting_is_group(group)) {
		filing_refuse(filing, group, "an entry is a group { }");
		return filing_mend(
			filing, "write { id = \"...\"; name = \"...\"; ... }");
	}
	for (int i = 0; i < config_setting_length(group); i++)
		if (!read_key(filing,
			    config_setting_get_elem(group, (unsigned)i), item))
			return false;
	return check_item(filing, group, item);
}
