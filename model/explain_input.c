/*
 * An input: how it was read, where it comes from, and what hangs on it.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "explain.h"
#include "figure.h"
#include "odds_words.h"
#include "pen.h"

static struct pen pen_of(
	const struct explained *explained, char *out, size_t size)
{
	return pen_on(out, size, explained->session, explained->result);
}

static void value_note(const struct explained *explained, struct place place,
	struct explanation *explanation)
{
	const struct session *session = explained->session;
	const char *text = session_text(session, place);
	bool set = session_is_set(session, place);
	char base[FIGURE_MAX + 64];

	if (!*text) {
		explain_note(explanation, "It is not set.");
		return;
	}
	explain_note(explanation, "%s: \"%.200s\".",
		set ? "As it was typed" : "Not set, so its default counts",
		text);
	if (!input_is_number(place.input))
		return;
	explanation->value = session_base(session, place);
	input_value_words(
		session, place.input, explanation->value, base, sizeof(base));
	explain_note(explanation, "It counts as %s.", base);
}

static const char *const shape_words[] = {
	[SHAPE_POINT] = NULL,
	[SHAPE_NORMAL] = "evenly to both sides (a normal distribution); the "
			 "middle is the mean of the ends",
	[SHAPE_LOGNORMAL] =
		"by factors (a lognormal distribution); the middle is the root "
		"of the product of the ends",
	[SHAPE_LOGITNORMAL] =
		"by odds (a logit-normal distribution); the middle is where "
		"the odds are the root of the product of those of the ends",
};

static void range_note(const struct explained *explained, struct place place,
	struct explanation *explanation)
{
	struct quantity quantity = session_quantity(explained->session, place);
	enum shape shape;

	if (!input_is_quantity(place.input) || !quantity_is_range(quantity))
		return;
	shape = quantity_shape(quantity, input_table[place.input].kind);
	if (shape_words[shape])
		explain_note(explanation,
			"A range: one time in twenty the truth is below its "
			"low end, one in twenty above its high end, and "
			"between them it spreads %s.",
			shape_words[shape]);
}

static void origin_note(const struct explained *explained, struct place place,
	struct explanation *explanation)
{
	const struct session *session = explained->session;
	const struct evidence *evidence = session_evidence(session, place);
	const char *source, *date;

	if (!evidence) {
		explain_note(explanation, "Nothing is said of its origin.");
		return;
	}
	source = session_pool_text(session, evidence->source);
	date = session_pool_text(session, evidence->date);
	explain_note(explanation, "Its origin: %s%s%.300s%s%s%s.",
		grade_words[evidence->grade], *source ? ": " : "", source,
		*date ? " (" : "", date, *date ? ")" : "");
}

static void swing_note(const struct explained *explained, struct place place,
	struct explanation *explanation)
{
	const struct tornado *tornado = &explained->odds->tornado;
	char words[300];
	struct pen pen = pen_of(explained, words, sizeof(words));

	for (int i = 0; i < tornado->count; i++) {
		const struct swing *swing = &tornado->swing[i];

		if (!place_equal(swing->place, place))
			continue;
		say(&pen, "Alone at its low end the net saving is ");
		say_money(&pen, swing->net_low);
		say(&pen, ", at its high end ");
		say_money(&pen, swing->net_high);
		say(&pen, ".");
		explain_note(explanation, "%s", words);
	}
}

static void flip_note(const struct explained *explained, struct place place,
	struct explanation *explanation)
{
	const struct flips *flips = &explained->odds->flips;
	char words[400];
	struct pen pen = pen_of(explained, words, sizeof(words));

	for (int i = 0; i < flips->count; i++) {
		if (!place_equal(flips->flip[i].place, place))
			continue;
		say(&pen, "The other side would be cheaper if ");
		say_flip(&pen, &flips->flip[i]);
		say(&pen, ".");
		explain_note(explanation, "%s", words);
	}
}

static void measure_note(const struct explained *explained, struct place place,
	struct explanation *explanation)
{
	const struct simulation *simulation = &explained->odds->simulation;
	char words[200];
	struct pen pen = pen_of(explained, words, sizeof(words));

	for (int i = 0; i < simulation->measures; i++) {
		const struct measure_first *measure = &simulation->measure[i];

		if (!place_equal(measure->place, place))
			continue;
		say(&pen, "To know it before the choice would be worth ");
		if (simulation_tells(simulation, measure))
			say_money(&pen, measure->value);
		else
			say(&pen, "nothing that can be told from 0");
		say(&pen, ".");
		explain_note(explanation, "%s", words);
	}
}

void explain_input(const struct explained *explained, struct place place,
	struct explanation *explanation)
{
	const struct input_row *row = &input_table[place.input];
	char words[200];
	struct pen pen = pen_of(explained, words, sizeof(words));

	say_input(&pen, place);
	explain_title(explanation, "%s", words);
	explanation->unit = UNIT_NUMBER;
	explain_note(explanation, "%s", row->help);
	value_note(explained, place, explanation);
	range_note(explained, place, explanation);
	if (input_is_number(place.input))
		origin_note(explained, place, explanation);
	swing_note(explained, place, explanation);
	flip_note(explained, place, explanation);
	measure_note(explained, place, explanation);
}
