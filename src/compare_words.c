/*
 * What differs, in words.
 */
#include <math.h>
#include <string.h>

#include "compare_parts.h"

struct pen compare_pen(const struct contender *of, char *out, size_t size)
{
	return pen_on(out, size, of->session, of->result);
}

bool compare_currency(const struct comparison *comparison)
{
	return !strcmp(session_currency(comparison->a.session),
		session_currency(comparison->b.session));
}

const char *difference_option(
	const struct comparison *comparison, const struct difference *d)
{
	if (!input_is_option(d->input))
		return NULL;
	return d->a >= 0 ? session_option_name(comparison->a.session, d->a)
			 : session_option_name(comparison->b.session, d->b);
}

void difference_key(const struct comparison *comparison,
	const struct difference *d, char *out, size_t size)
{
	const struct input_row *row = &input_table[d->input];
	const char *option = difference_option(comparison, d);
	const char *group = group_name(row->group);

	if (difference_is_option(d))
		snprintf(out, size, "options[%s]", option);
	else if (option)
		snprintf(out, size, "options[%s].%s", option, row->key);
	else
		snprintf(out, size, "%s%s%s", group, group[0] ? "." : "",
			row->key);
}

/* "  who" belongs to the label that stands above it in the forms. */
void difference_label(const struct difference *d, char out[WORDS])
{
	const char *label = input_table[d->input].label;
	int parent = (int)d->input;

	if (difference_is_option(d)) {
		snprintf(out, WORDS, "The option");
		return;
	}
	while (parent > 0 && input_table[parent].label[0] == ' ')
		parent--;
	if (label[0] == ' ')
		snprintf(out, WORDS, "%s: %s", input_table[parent].label,
			label + strspn(label, " "));
	else
		snprintf(out, WORDS, "%s", label);
}

/* The names of an option that is in one session only are that session's. */
void say_difference(struct pen *pen, const struct comparison *comparison,
	const struct difference *d)
{
	struct place place = difference_place_a(d);

	if (difference_is_option(d)) {
		char words[WORDS];
		struct pen name =
			compare_pen(d->a >= 0 ? &comparison->a : &comparison->b,
				words, sizeof(words));

		say_name(&name, d->a >= 0 ? d->a : d->b);
		say(pen, d->a >= 0 ? "removing " : "adding ");
		say(pen, words);
	} else if (d->input == IN_savings_incumbent) {
		say(pen, "what serves today");
	} else {
		say_input(pen, place);
	}
}

/* Do options come and go with it, together with others? */
static bool is_exchange(
	const struct bridge *bridge, const struct change *change)
{
	int index = bridge->difference[change->first].change;

	for (int i = 0; i < bridge->differences; i++) {
		const struct difference *d = &bridge->difference[i];

		if (d->change == index && difference_is_option(d))
			return change->differences > 1;
	}
	return false;
}

void say_change(struct pen *pen, const struct comparison *comparison,
	const struct change *change)
{
	const struct bridge *bridge = comparison->bridge;

	if (is_exchange(bridge, change)) {
		say(pen, "options added and removed");
		return;
	}
	say_difference(pen, comparison, &bridge->difference[change->first]);
	if (change->differences == 1)
		return;
	say(pen, ", and ");
	say_whole(pen, change->differences - 1);
	say(pen, " more");
}

/* ---- values ------------------------------------------------------------- */

static void form_words(
	const struct contender *of, int option, char *out, size_t size)
{
	struct option_form form = session_form(of->session, option);

	snprintf(out, size, "%s, %s", form.tuned ? "tuned" : "prompted",
		form.selfhosted ? "own GPUs" : "API");
}

static const char *incumbent_words(const struct session *session)
{
	int incumbent = session_incumbent(session);

	return incumbent < 0 ? "none" : session_option_name(session, incumbent);
}

static const char *value_words(
	const struct session *session, struct place place)
{
	const char *typed = session_text(session, place);

	if (place.input == IN_savings_incumbent)
		return incumbent_words(session);
	if (input_table[place.input].kind == KIND_SWITCH)
		return session_base(session, place) != 0 ? "yes" : "no";
	return *typed ? typed : "not set";
}

void difference_value(const struct contender *of, const struct difference *d,
	int option, char *out, size_t size)
{
	struct place place = {.input = d->input, .option = option};

	if (!difference_is_option(d))
		snprintf(out, size, "%s", value_words(of->session, place));
	else if (option < 0)
		snprintf(out, size, "not there");
	else
		form_words(of, option, out, size);
}

void say_verdict(struct pen *pen, const struct result *result)
{
	char words[100];

	verdict_short(&result->verdict, words, sizeof(words));
	say(pen, words);
}
