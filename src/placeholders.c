#include "placeholders.h"

#include <ctype.h>
#include <string.h>

#include "placeholder_offers.h"

const struct placeholder_row placeholder_table[] = {
	{.name = "SESSION",
		.help = "a session file; \"-\" is standard input or output",
		.files = FILES_SESSIONS},
	{.name = "A", .files = FILES_SESSIONS},
	{.name = "B", .files = FILES_SESSIONS},
	{.name = "KEY",
		.help = "group.key, options[0].key, options[NAME].key, or "
			"name, seed...; \"man tuneornot\" has all of them",
		.offer = offer_keys},
	{.name = "KEY=VALUE",
		.help = "a KEY and its new value, as you would say it: "
			"\"500k to 2M\", 3%, $1,200",
		.offer = offer_assignments},
	{.name = "FILE",
		.help = "a file; \"-\" is standard input or output",
		.files = FILES_ANY},
	{.name = "COMMAND", .offer = offer_commands},
	{.name = "TEMPLATE",
		.help = "an example's name",
		.offer = offer_templates},
	{.name = "THEME",
		.help = "a theme's name, or a theme file",
		.files = FILES_ANY,
		.offer = offer_themes},
	{.name = "FORMAT", .offer = offer_formats},
	{.name = "FIGURE", .offer = offer_figures},
	{.name = "DIALECT", .offer = offer_dialects},
	{.name = "SECTION", .offer = offer_sections},
	{.name = "WHEN", .offer = offer_when},
	{.name = "WORD"},
	{.name = "ID",
		.help = "an entry's id, as \"prices list\" shows it",
		.offer = offer_ids},
	{.name = "VENDOR", .offer = offer_vendors},
	{.name = "KIND", .offer = offer_kinds},
	{.name = "DAY", .offer = offer_days},
	{.name = "N"},
	{.name = NULL},
};

const struct placeholder_row *placeholder(const char *name, size_t length)
{
	const struct placeholder_row *row = placeholder_table;

	while (row->name &&
		(strncmp(row->name, name, length) != 0 || row->name[length]))
		row++;
	return row->name ? row : NULL;
}

/* Part of a word in capitals? */
static bool is_capital(char c)
{
	return isupper((unsigned char)c) || c == '=';
}

bool placeholder_is_in(const struct placeholder_row *row, const char *usage)
{
	size_t length = strlen(row->name);

	for (const char *at = usage; (at = strstr(at, row->name)); at++)
		if ((at == usage || !is_capital(at[-1])) &&
			!is_capital(at[length]))
			return true;
	return false;
}

void offer(struct offers *offers, const char *word, const char *about)
{
	if (!strncmp(word, offers->typed, strlen(offers->typed)))
		offers->take(offers->context, word, about);
}

/* ---- slots -------------------------------------------------------------- */

const char *slot_read(const char *text, struct slot *slot)
{
	size_t length = strcspn(text, " ");
	const char *next = text + length;

	*slot = (struct slot){.text = text, .length = length};
	if (length > 3 && !strncmp(text + length - 3, "...", 3)) {
		slot->repeats = true;
		slot->length -= 3;
	}
	if (*text == '[') {
		slot->optional = true;
		slot->text++;
		slot->length -= 2;
	}
	slot->ends = !*next || !strncmp(next, " | ", 3);
	if (!*next)
		return NULL;
	return next + (slot->ends ? 3 : 1);
}

bool slot_is_placeholder(const struct slot *slot)
{
	return isupper((unsigned char)slot->text[0]);
}

/* One of "bash|zsh|fish", whole. */
static bool is_among(const struct slot *slot, const char *word)
{
	size_t length = strlen(word), at = 0;

	while (at < slot->length) {
		size_t part = strcspn(slot->text + at, "| ]");

		if (part > slot->length - at)
			part = slot->length - at;
		if (part == length && !strncmp(slot->text + at, word, part))
			return true;
		at += part + 1;
	}
	return false;
}

bool slot_fits(const struct slot *slot, const char *word)
{
	return slot_is_placeholder(slot) || is_among(slot, word);
}
