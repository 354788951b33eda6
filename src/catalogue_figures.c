/*
 * The figures of an item stand in groups: what one source said on one day.
 * A group's own keys go before its figures, which all take them over.
 */
#include <string.h>

#include "catalogue_reading.h"
#include "decimal.h"

/* ---- a number ----------------------------------------------------------- */

/* Digits with a point at the most: no sign, no exponent, no comma. */
static bool plain_number(const char *text, double *value)
{
	struct decimal decimal = {0};
	bool point = false, digit = false;

	for (; *text; text++) {
		if (*text >= '0' && *text <= '9') {
			decimal_push(&decimal, *text, point);
			digit = true;
		} else if (*text == '.' && !point) {
			point = true;
		} else {
			return false;
		}
	}
	*value = decimal_value(&decimal, 0);
	return digit;
}

static bool refuse_number(struct filing *filing,
	const config_setting_t *setting, const struct item_field_row *row)
{
	const char *text = config_setting_get_string(setting);

	filing_refuse(filing, setting, "%s is not a plain number of %s",
		text ? issue_quote(text).text : "this", row->unit);
	return filing_mend(filing, "write it as %s = \"0.25\";",
		config_setting_name(setting));
}

static bool read_number(struct filing *filing, const config_setting_t *setting,
	struct item_figure *figure)
{
	const struct item_field_row *row = &item_field_table[figure->field];
	char text[FIGURE_MAX];

	if (!reader_scalar(setting, text, sizeof(text)) ||
		!plain_number(text, &figure->value))
		return refuse_number(filing, setting, row);
	if (figure->value > row->most) {
		filing_refuse(filing, setting, "%s %s is more than there is",
			text, row->unit);
		return filing_mend(filing,
			"%g are the most; check the unit of the source",
			row->most);
	}
	figure->text = catalogue_store_text(filing->store, text);
	return figure->text || filing_no_memory(filing);
}

/* ---- a group ------------------------------------------------------------ */

/* ITEM_FIELDS: it is none of this kind's. */
static enum item_field field_named(const char *name, enum item_kind kind)
{
	int field = 0;

	while (field < ITEM_FIELDS &&
		(!(item_field_table[field].kinds & ITEM_BIT(kind)) ||
			strcmp(name, item_field_table[field].key) != 0))
		field++;
	return (enum item_field)field;
}

static bool refuse_key(struct filing *filing, const config_setting_t *setting,
	enum item_kind kind)
{
	static const char *const own[] = {
		"source", "date", "grade", "of", "from", "until", "note"};
	struct suggestion suggestion = {
		.written = config_setting_name(setting)};

	for (size_t i = 0; i < sizeof(own) / sizeof(*own); i++)
		suggestion_try(&suggestion, own[i]);
	for (int i = 0; i < ITEM_FIELDS; i++)
		if (item_field_table[i].kinds & ITEM_BIT(kind))
			suggestion_try(&suggestion, item_field_table[i].key);
	return filing_refuse_name(filing, setting, "figure", &suggestion);
}

static bool read_grade(struct filing *filing, const config_setting_t *setting,
	enum item_grade *grade)
{
	const char *name = config_setting_get_string(setting);
	struct suggestion suggestion = {.written = name ? name : ""};

	for (int i = 0; i < ITEM_GRADES; i++) {
		suggestion_try(&suggestion, item_grade_names[i]);
		if (strcmp(suggestion.written, item_grade_names[i]) != 0)
			continue;
		*grade = (enum item_grade)i;
		return true;
	}
	return filing_refuse_name(filing, setting, "grade", &suggestion);
}

/* What all figures of the group have; figures themselves are passed over. */
static bool read_shared(struct filing *filing, const config_setting_t *setting,
	enum item_kind kind, struct item_figure *shared)
{
	const char *name = config_setting_name(setting);

	if (field_named(name, kind) != ITEM_FIELDS)
		return true;
	if (!strcmp(name, "source"))
		return filing_look_up(filing, setting, filing->sources,
			"source", &shared->source);
	if (!strcmp(name, "date"))
		return filing_day(filing, setting, &shared->date);
	if (!strcmp(name, "grade"))
		return read_grade(filing, setting, &shared->grade);
	if (!strcmp(name, "of"))
		return filing_text(filing, setting, &shared->of);
	if (!strcmp(name, "from"))
		return filing_day(filing, setting, &shared->from);
	if (!strcmp(name, "until"))
		return filing_day(filing, setting, &shared->until);
	if (!strcmp(name, "note"))
		return filing_text(filing, setting, &shared->note);
	return refuse_key(filing, setting, kind);
}

/* No figure without a source and a day. */
static bool check_shared(struct filing *filing, const config_setting_t *group,
	const struct item_figure *shared)
{
	const char *missing = !shared->source ? "source"
			      : !shared->date ? "date"
					      : NULL;

	if (!missing)
		return true;
	filing_refuse(filing, group, "these figures have no %s", missing);
	return filing_mend(filing, "write %s = \"%s\";", missing,
		shared->source ? "2026-10-31" : "a name from sources");
}

static bool is_given(const struct item *item, const struct item_figure *figure)
{
	for (int i = 0; i < item->count; i++) {
		const struct item_figure *other = &item->figures[i];

		if (other->field == figure->field &&
			other->from == figure->from &&
			!strcmp(other->of, figure->of))
			return true;
	}
	return false;
}

static bool add_figure(struct filing *filing, const config_setting_t *setting,
	struct item_figure figure, struct item *item, struct item_figure *room)
{
	if (!read_number(filing, setting, &figure))
		return false;
	if (is_given(item, &figure)) {
		filing_refuse(
			filing, setting, "this entry has the figure twice");
		return filing_mend(filing,
			"keep one, or say with \"from\" or \"of\" how they "
			"differ");
	}
	room[item->count++] = figure;
	return true;
}

static bool read_group(struct filing *filing, const config_setting_t *group,
	struct item *item, struct item_figure *room)
{
	struct item_figure shared = {.of = "", .note = ""};
	int count = config_setting_is_group(group)
			    ? config_setting_length(group)
			    : -1;

	if (count < 0) {
		filing_refuse(filing, group, "figures stand in groups { }");
		return filing_mend(filing,
			"write { source = \"...\"; date = \"2026-10-31\"; "
			"... }");
	}
	for (int i = 0; i < count; i++)
		if (!read_shared(filing,
			    config_setting_get_elem(group, (unsigned)i),
			    item->kind, &shared))
			return false;
	if (!check_shared(filing, group, &shared))
		return false;
	for (int i = 0; i < count; i++) {
		const config_setting_t *setting =
			config_setting_get_elem(group, (unsigned)i);

		shared.field =
			field_named(config_setting_name(setting), item->kind);
		if (shared.field != ITEM_FIELDS &&
			!add_figure(filing, setting, shared, item, room))
			return false;
	}
	return true;
}

/* ---- all groups --------------------------------------------------------- */

/* Of one group; what is no group has none. */
static int count_group(const config_setting_t *group, enum item_kind kind)
{
	int settings = config_setting_is_group(group)
			       ? config_setting_length(group)
			       : 0;
	int count = 0;

	for (int i = 0; i < settings; i++) {
		const config_setting_t *setting =
			config_setting_get_elem(group, (unsigned)i);

		if (field_named(config_setting_name(setting), kind) !=
			ITEM_FIELDS)
			count++;
	}
	return count;
}

static int count_figures(const config_setting_t *list, enum item_kind kind)
{
	int count = 0;

	for (int i = 0; i < config_setting_length(list); i++)
		count += count_group(
			config_setting_get_elem(list, (unsigned)i), kind);
	return count;
}

static bool refuse_list(struct filing *filing, const config_setting_t *list)
{
	if (config_setting_is_list(list)) {
		filing_refuse(filing, list, "this entry has too many figures");
		return filing_mend(
			filing, "%d are the most", CATALOGUE_FIGURES);
	}
	filing_refuse(filing, list, "a list ( ) belongs here");
	return filing_mend(filing, "write figures = ( { ... }, ... );");
}

bool filing_figures(
	struct filing *filing, const config_setting_t *list, struct item *item)
{
	int count = config_setting_is_list(list)
			    ? count_figures(list, item->kind)
			    : -1;
	struct item_figure *room;

	if (count < 0 || count > CATALOGUE_FIGURES)
		return refuse_list(filing, list);
	room = catalogue_store_room(
		filing->store, ((size_t)count + 1) * sizeof(*room));
	if (!room)
		return filing_no_memory(filing);
	item->figures = room;
	for (int i = 0; i < config_setting_length(list); i++)
		if (!read_group(filing,
			    config_setting_get_elem(list, (unsigned)i), item,
			    room))
			return false;
	return true;
}
