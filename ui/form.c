#include "form.h"

#include <string.h>

static void add(struct form *form, enum form_row_kind kind, enum input input,
	const char *words)
{
	if (form->rows == FORM_ROWS)
		return;
	form->row[form->rows++] = (struct form_row){
		.kind = kind,
		.input = input,
		.words = words,
	};
}

/* Is the shared input on a page of its own, besides answer and reason? */
static bool stands_on(enum input input, int page)
{
	const struct input_row *row = &input_table[input];

	if (row->flags & INPUT_HIDDEN)
		return false;
	if (page == PAGE_OPTIONS)
		return row->group == GROUP_SESSION;
	return row->group == question_group((enum question)page) &&
	       strcmp(row->key, "answer") != 0 &&
	       strcmp(row->key, "reason") != 0;
}

/* Name, adaptation and serving stand in the options editor, the rest on the
 * page of its question. */
static bool option_stands_on(enum input input, int page)
{
	bool in_editor = input == IN_option_name ||
			 input == IN_option_adaptation ||
			 input == IN_option_serving;

	if (page == PAGE_OPTIONS)
		return in_editor || input == IN_option_model ||
		       input == IN_option_priced_on;
	return !in_editor && (int)input_table[input].question == page;
}

/* Does it matter for any option, or is it set somewhere? */
static bool concerns(const struct session *session, enum input input)
{
	for (int i = 0; i < session->options; i++) {
		struct place place = {.input = input, .option = i};

		if (input_applies(input, session_form(session, i)) ||
			session_is_set(session, place))
			return true;
	}
	return false;
}

static bool set_anywhere(const struct session *session, enum input input)
{
	for (int i = 0; i < session->options; i++) {
		struct place place = {.input = input, .option = i};

		if (session_is_set(session, place))
			return true;
	}
	return false;
}

static void add_shared(struct form *form, int page)
{
	for (int i = 0; i < SHARED_INPUTS; i++)
		if (stands_on((enum input)i, page))
			add(form, FORM_FIELD, (enum input)i, NULL);
}

static const char *const headings[PAGES] = {
	[VOLUME] = "Prices and tokens",
	[QUALITY] = "How good",
	[LATENCY] = "How fast",
	[UPKEEP] = "To keep it",
	[SAVINGS] = "To build it",
	[PAGE_OPTIONS] = "The options",
};

static void add_cells(
	struct form *form, const struct session *session, int page, bool more)
{
	if (session->options == 0)
		return;
	add(form, FORM_BLANK, INPUTS, NULL);
	add(form, FORM_NAMES, INPUTS, headings[page]);
	for (int i = SHARED_INPUTS; i < INPUTS; i++) {
		enum input input = (enum input)i;
		bool rare = input_table[i].flags & INPUT_RARE;

		if (!option_stands_on(input, page) || !concerns(session, input))
			continue;
		if (rare && !more && page != PAGE_OPTIONS &&
			!set_anywhere(session, input))
			continue;
		add(form, FORM_CELLS, input, NULL);
	}
	if (page == LATENCY)
		add(form, FORM_LATENCY, INPUTS, NULL);
}

void form_make(
	struct form *form, const struct session *session, int page, bool more)
{
	form->rows = 0;
	form->pinned = 0;
	form->options = session->options;
	add_shared(form, page);
	add_cells(form, session, page, more);
	if (page == PAGE_OPTIONS)
		return;
	for (int i = 0; i < SHARED_INPUTS; i++) {
		const struct input_row *row = &input_table[i];

		if (row->group != question_group((enum question)page) ||
			stands_on((enum input)i, page))
			continue;
		add(form, FORM_FIELD, (enum input)i, NULL);
		form->pinned++;
	}
}

int form_find(const struct form *form, struct place place)
{
	for (int i = 0; i < form->rows; i++) {
		enum form_row_kind kind = form->row[i].kind;

		if (form->row[i].input != place.input)
			continue;
		if (kind == FORM_FIELD && place.option < 0)
			return i;
		if (kind == FORM_CELLS && place.option >= 0 &&
			place.option < form->options)
			return i;
	}
	return -1;
}

static bool can_focus(const struct form *form, int row)
{
	return form->row[row].kind == FORM_FIELD ||
	       form->row[row].kind == FORM_CELLS;
}

/* The place in a row, in the column of the option if it has columns. */
static struct place place_in(const struct form *form, int row, int option)
{
	struct place place = {.input = form->row[row].input, .option = -1};

	if (form->row[row].kind == FORM_CELLS) {
		place.option = option < 0 ? 0 : option;
		if (place.option >= form->options)
			place.option = form->options - 1;
	}
	return place;
}

static bool walk(const struct form *form, int row, int by, int option,
	struct place *place)
{
	for (row += by; row >= 0 && row < form->rows; row += by)
		if (can_focus(form, row)) {
			*place = place_in(form, row, option);
			return true;
		}
	return false;
}

struct place form_first(const struct form *form)
{
	struct place place = SHARED_PLACE(IN_session_name);

	walk(form, -1, 1, 0, &place);
	return place;
}

struct place form_last(const struct form *form)
{
	struct place place = SHARED_PLACE(IN_session_name);

	walk(form, form->rows, -1, form->options - 1, &place);
	return place;
}

struct place form_focus(const struct form *form, struct place wanted)
{
	if (form_find(form, wanted) >= 0)
		return wanted;
	for (int i = 0; i < form->rows; i++)
		if (can_focus(form, i) && form->row[i].input == wanted.input)
			return place_in(form, i, wanted.option);
	return form_first(form);
}

bool form_step(const struct form *form, struct place *place, int by)
{
	return walk(form, form_find(form, *place), by, place->option, place);
}

bool form_across(const struct form *form, struct place *place, int by)
{
	int option = place->option + by;

	if (place->option < 0 || option < 0 || option >= form->options)
		return false;
	place->option = option;
	return true;
}

bool form_next(const struct form *form, struct place *place, int by)
{
	if (form_across(form, place, by))
		return true;
	return walk(form, form_find(form, *place), by,
		by > 0 ? 0 : form->options - 1, place);
}

static const char *const switch_words[] = {"false", "true", NULL};

int form_words(const struct session *session, struct place place,
	const char *words[FORM_WORDS])
{
	const struct input_row *row = &input_table[place.input];
	const char *const *choices = row->choices;
	int count = 0;

	if (place.input == IN_savings_incumbent) {
		words[count++] = "";
		for (int i = 0; i < session->options; i++)
			words[count++] = session_option_name(session, i);
		return count;
	}
	if (row->kind == KIND_SWITCH)
		choices = switch_words;
	while (choices && choices[count] && count < FORM_WORDS) {
		words[count] = choices[count];
		count++;
	}
	return count;
}

static const struct {
	const char *word, *shown;
} shown[] = {
	{"auto", "follow"},
	{"false", "no"},
	{"true", "yes"},
	{"full", "all of it"},
	{"first_token", "first token"},
	{"api", "API"},
	{"selfhost", "own GPUs"},
};

const char *form_word_shown(enum input input, const char *word)
{
	if (input == IN_savings_incumbent)
		return *word ? word : "first prompted";
	for (size_t i = 0; i < sizeof(shown) / sizeof(*shown); i++)
		if (!strcmp(shown[i].word, word))
			return shown[i].shown;
	return word;
}
