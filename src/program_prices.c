#include "program_prices.h"

#include <stdio.h>
#include <string.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "price_alerts.h"
#include "program_files.h"
#include "today.h"

bool program_names_entries(const struct session *session)
{
	for (int i = 0; i < session->options; i++)
		if (session_is_set(session, (struct place){IN_option_model, i}))
			return true;
	for (int i = 0; i < session->evidences; i++)
		if (pricing_is_catalogue(session, &session->evidence[i]))
			return true;
	return false;
}

/* ---- asking ------------------------------------------------------------- */

/* A reader of files tells nobody in particular; the last one is shown. */
static struct file_issue wrong_file;

static void keep_issue(const struct file_issue *issue)
{
	wrong_file = *issue;
}

/* Reading takes several times the room that the catalogue does, and this
 * process may lie around for days. */
static void give_back_memory(void)
{
#ifdef __GLIBC__
	malloc_trim(0);
#endif
}

static void read_catalogue(struct program *program)
{
	int wrong;

	if (program->has_catalogue)
		return;
	if (!program->day)
		program->day = today();
	program->has_catalogue = true;
	wrong = catalogue_load(&program->store, keep_issue);
	give_back_memory();
	if (wrong) {
		char words[sizeof(program->notice)];

		file_issue_words(&wrong_file, words, sizeof(words));
		program_say(program, NOTICE_TROUBLE, "%s", words);
	}
}

static void work_out_repriced(struct program *program)
{
	struct issue issue;

	memcpy(&program->candidate, &program->session,
		session_size(&program->session));
	repricing_take(&program->candidate, &program->repricing, &issue);
	evaluate(&program->candidate, &program->repriced);
}

void program_ask_prices(struct program *program)
{
	read_catalogue(program);
	repricing_find(&program->repricing, &program->session,
		&program->store.catalogue, program->day);
	work_out_repriced(program);
	program->has_repricing = true;
}

/* The first; all are marked where they stand, and doubts only there. */
static void say_warning(struct program *program)
{
	struct price_alert alert[PRICE_ALERTS];
	char words[500];
	int count = price_alerts(&program->session, &program->store.catalogue,
		program->day, alert);

	for (int i = 0; i < count; i++) {
		if (alert[i].kind == ALERT_DOUBTED)
			continue;
		price_alert_words(&program->session, &alert[i], program->day,
			words, sizeof(words));
		program_say(program, NOTICE_DONE, "! %s", words);
		return;
	}
}

void program_offer_prices(struct program *program)
{
	program->to_ask = false;
	program_ask_prices(program);
	program->prices_moved = program->repricing.moved > 0;
	if (program->notice_kind == NOTICE_TROUBLE)
		return;
	if (program->prices_moved)
		program_say(program, NOTICE_DONE,
			"%d price%s moved since: v (F8) shows %s.",
			program->repricing.moved,
			program->repricing.moved == 1 ? " has" : "s have",
			program->repricing.moved == 1 ? "it" : "them");
	else
		say_warning(program);
}

/* ---- taking ------------------------------------------------------------- */

/* "Taken from openai/gpt-6-luna. It has no hosting price: type it." */
static void say_picked(struct program *program, const struct item *item,
	const struct missing *missing)
{
	char names[200] = "";
	size_t used = 0;

	for (int i = 0; i < missing->count; i++) {
		char noun[64];

		input_noun(missing->input[i], noun, sizeof(noun));
		used += (size_t)snprintf(names + used, sizeof(names) - used,
			"%s%s", i ? ", " : "", noun);
	}
	if (missing->count)
		program_say(program, NOTICE_TROUBLE,
			"Taken from %s, which does not say: %s. Type what you "
			"pay, if it is not 0.",
			item->text[ITEM_ID], names);
	else
		program_say(program, NOTICE_DONE, "Taken from %s.",
			item->text[ITEM_ID]);
}

bool program_try_pick(
	struct program *program, struct place place, const char *id)
{
	struct pick pick = {.place = place,
		.item = catalogue_find(&program->store.catalogue, id),
		.day = program->day};
	struct missing missing;
	struct issue issue;

	if (!pick.item || place.option >= program->session.options)
		return false;
	memcpy(&program->candidate, &program->session,
		session_size(&program->session));
	if (!pricing_pick(&program->candidate, &pick, &missing, &issue))
		return program_refuse(program, &issue);
	say_picked(program, pick.item, &missing);
	return true;
}

bool program_try_reprice(struct program *program)
{
	struct issue issue;
	int moved;

	program_ask_prices(program);
	moved = program->repricing.moved;
	memcpy(&program->candidate, &program->session,
		session_size(&program->session));
	if (!repricing_take(&program->candidate, &program->repricing, &issue))
		return program_refuse(program, &issue);
	program_say(program, NOTICE_DONE,
		"%d new price%s taken; undo takes %s back.", moved,
		moved == 1 ? "" : "s", moved == 1 ? "it" : "them");
	return true;
}
