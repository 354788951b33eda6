#include "placeholder_offers.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "arguments.h"
#include "catalogue_store.h"
#include "document.h"
#include "explain.h"
#include "report.h"
#include "session_file.h"
#include "shelf.h"
#include "today.h"

/* ---- keys and values ---------------------------------------------------- */

/* The session of the command line; one with an option and nothing else where
 * there is none. */
static void read_session(const struct offers *offers, struct session *session)
{
	struct file_issue issue;
	struct stat status;
	enum seal seal;

	if (offers->session && !stat(offers->session, &status) &&
		S_ISREG(status.st_mode) &&
		session_file_read(offers->session, session, &seal, &issue))
		return;
	session_init(session);
	session_add_option(session, "option");
}

/* "options[1].pass_rate", and "=" where a value is to follow. */
static void offer_key(struct offers *offers, struct place place,
	const char *behind, const char *about)
{
	char key[SESSION_KEY], word[SESSION_KEY + 8], noun[160];

	session_key(place, key, sizeof(key));
	snprintf(word, sizeof(word), "%s%s", key, behind);
	if (!about) {
		input_noun(place.input, noun, sizeof(noun));
		about = noun;
	}
	offer(offers, word, about);
}

/* Inputs of an option are many: first only "options[1].", then they. */
static void offer_option(struct offers *offers, const struct session *session,
	int option, const char *behind)
{
	char start[32];

	snprintf(start, sizeof(start), "options[%d].", option);
	if (strncmp(offers->typed, start, strlen(start)) != 0) {
		offer(offers, start,
			session_text(session,
				(struct place){IN_option_name, option}));
		return;
	}
	for (int i = SHARED_INPUTS; i < INPUTS; i++)
		offer_key(offers, (struct place){(enum input)i, option}, behind,
			NULL);
}

static void offer_all_keys(struct offers *offers, const struct session *session,
	const char *behind)
{
	for (int i = 0; i < SHARED_INPUTS; i++)
		offer_key(offers, SHARED_PLACE((enum input)i), behind, NULL);
	for (int option = 0; option < session->options; option++)
		offer_option(offers, session, option, behind);
}

void offer_keys(struct offers *offers)
{
	struct session session;

	read_session(offers, &session);
	offer_all_keys(offers, &session, "");
}

/* What --explain can explain: results, and every input. */
void offer_figures(struct offers *offers)
{
	struct session session;
	char word[SESSION_KEY];

	read_session(offers, &session);
	for (const struct explain_row *row = explain_shared; row->name; row++)
		offer(offers, row->name, "");
	offer_all_keys(offers, &session, "");
	if (strncmp(offers->typed, "options[", strlen("options[")) != 0 ||
		!strchr(offers->typed, '.'))
		return;
	for (int i = 0; i < session.options; i++)
		for (const struct explain_row *row = explain_option; row->name;
			row++) {
			snprintf(word, sizeof(word), "options[%d].%s", i,
				row->name);
			offer(offers, word, "");
		}
}

static void offer_value(struct offers *offers, const char *key, size_t length,
	const char *value, const char *about)
{
	char word[SESSION_KEY + SESSION_TEXT];

	snprintf(word, sizeof(word), "%.*s=%s", (int)length, key, value);
	offer(offers, word, about);
}

/* Behind "key=": the words of a choice, the names of the options. */
static void offer_values(struct offers *offers, const struct session *session,
	size_t length, enum input input)
{
	const struct input_row *row = &input_table[input];
	const char *key = offers->typed;

	if (row->kind == KIND_SWITCH) {
		offer_value(offers, key, length, "true", row->label);
		offer_value(offers, key, length, "false", row->label);
	}
	for (int i = 0; row->choices && row->choices[i]; i++)
		offer_value(offers, key, length, row->choices[i], row->label);
	if (input != IN_savings_incumbent)
		return;
	for (int i = 0; i < session->options; i++)
		offer_value(offers, key, length,
			session_text(
				session, (struct place){IN_option_name, i}),
			row->label);
}

void offer_assignments(struct offers *offers)
{
	size_t length = strcspn(offers->typed, "=");
	struct session session;
	struct place place;
	struct issue issue;
	char key[SESSION_KEY];

	read_session(offers, &session);
	if (!offers->typed[length]) {
		offer_all_keys(offers, &session, "=");
		return;
	}
	snprintf(key, sizeof(key), "%.*s", (int)length, offers->typed);
	if (session_find(&session, key, &place, &issue))
		offer_values(offers, &session, length, place.input);
}

/* ---- names -------------------------------------------------------------- */

void offer_commands(struct offers *offers)
{
	for (int i = COMMAND_WIZARD + 1; i < COMMANDS; i++)
		if (!command_table[i].hidden)
			offer(offers, command_table[i].name,
				command_table[i].summary);
}

static void offer_shelf(
	struct offers *offers, const char *folder, const char *ending)
{
	struct shelf shelf = {0};

	shelf_add(&shelf, folder, ending);
	for (int i = 0; i < shelf.count; i++)
		offer(offers, shelf.name[i], "");
	shelf_release(&shelf);
}

void offer_templates(struct offers *offers)
{
	offer_shelf(offers, "examples", ".cfg");
}

void offer_themes(struct offers *offers)
{
	offer_shelf(offers, "themes", ".theme");
}

void offer_formats(struct offers *offers)
{
	for (const struct report_format *f = report_formats; f->write; f++)
		offer(offers, f->names[0], f->help);
}

void offer_dialects(struct offers *offers)
{
	for (const struct csv_dialect *d = csv_dialects; d->name; d++)
		offer(offers, d->name, "");
}

void offer_sections(struct offers *offers)
{
	for (int i = 0; i < MEMO_SECTIONS; i++)
		offer(offers, section_table[i].id, section_table[i].title);
}

void offer_when(struct offers *offers)
{
	offer(offers, "auto", "on a terminal");
	offer(offers, "always", "");
	offer(offers, "never", "");
}

void offer_days(struct offers *offers)
{
	char day[DAY_MAX];

	day_write(day, today());
	offer(offers, day, "today");
}

/* ---- the catalogue ------------------------------------------------------ */

void offer_kinds(struct offers *offers)
{
	for (int i = 0; i < ITEM_KINDS; i++)
		offer(offers, item_kind_table[i].name,
			item_kind_table[i].title);
}

static void stay_silent(const struct file_issue *issue)
{
	(void)issue;
}

void offer_ids(struct offers *offers)
{
	struct catalogue_store store = {0};

	catalogue_load(&store, stay_silent);
	for (int i = 0; i < store.catalogue.count; i++) {
		const struct item *item = &store.catalogue.items[i];

		offer(offers, item->text[ITEM_ID], item->text[ITEM_NAME]);
	}
	catalogue_store_release(&store);
}

/* Has an entry before this one the same vendor? */
static bool is_known(const struct catalogue *catalogue, int at)
{
	const char *vendor = catalogue->items[at].text[ITEM_VENDOR];

	for (int i = 0; i < at; i++)
		if (!strcmp(catalogue->items[i].text[ITEM_VENDOR], vendor))
			return true;
	return !*vendor;
}

void offer_vendors(struct offers *offers)
{
	struct catalogue_store store = {0};

	catalogue_load(&store, stay_silent);
	for (int i = 0; i < store.catalogue.count; i++)
		if (!is_known(&store.catalogue, i))
			offer(offers,
				store.catalogue.items[i].text[ITEM_VENDOR], "");
	catalogue_store_release(&store);
}
