/*
 * Where two sessions differ, and what of it changes at once.
 *
 * All that lies between the two sessions must be worth asking for its net
 * saving. Figures may be mixed freely, since each is within its domain. What
 * may not: a mixture without a prompted or without a tuned option has no net
 * saving, and one whose incumbent is not among its options cannot be. So
 * options that come and go, and other adaptations, are changes of their own
 * only where something stays that makes up for them.
 */
#include <math.h>
#include <string.h>

#include "bridge.h"

/* ---- values ------------------------------------------------------------- */

/* Unset without a default is NaN: the same as itself here. */
static bool same_number(double x, double y)
{
	return x == y || (isnan(x) && isnan(y));
}

static bool is_words(enum input input)
{
	enum kind kind = input_table[input].kind;

	return kind == KIND_TEXT || kind == KIND_DATE;
}

static bool same_value(const struct session *a, struct place in_a,
	const struct session *b, struct place in_b)
{
	struct quantity x, y;

	if (is_words(in_a.input))
		return !strcmp(session_text(a, in_a), session_text(b, in_b));
	x = session_quantity(a, in_a);
	y = session_quantity(b, in_b);
	return same_number(x.low, y.low) && same_number(x.high, y.high);
}

/* ---- which option is which ---------------------------------------------- */

static bool same_but_for_name(
	const struct session *a, int i, const struct session *b, int j)
{
	for (int input = SHARED_INPUTS; input < INPUTS; input++) {
		struct place in_a = {(enum input)input, i};
		struct place in_b = {(enum input)input, j};

		if (input != IN_option_name && !same_value(a, in_a, b, in_b))
			return false;
	}
	return true;
}

static void pair(struct pairing *pairing, int i, int j)
{
	pairing->b_of[i] = j;
	pairing->a_of[j] = i;
}

/* Names first: what is left over may have been renamed. */
void bridge_pair(const struct session *a, const struct session *b,
	struct pairing *pairing)
{
	for (int i = 0; i < SESSION_OPTIONS; i++)
		pairing->b_of[i] = pairing->a_of[i] = -1;
	for (int i = 0; i < a->options; i++) {
		int j = session_option(b, session_option_name(a, i));

		if (j >= 0 && pairing->a_of[j] < 0)
			pair(pairing, i, j);
	}
	for (int i = 0; i < a->options; i++)
		for (int j = 0; j < b->options; j++)
			if (pairing->b_of[i] < 0 && pairing->a_of[j] < 0 &&
				same_but_for_name(a, i, b, j))
				pair(pairing, i, j);
}

/* ---- the list ----------------------------------------------------------- */

struct list {
	const struct session *a, *b;
	const struct pairing *pairing;
	struct bridge *bridge;
};

static void add(const struct list *list, enum input input, int a, int b)
{
	struct bridge *bridge = list->bridge;

	bridge->difference[bridge->differences++] = (struct difference){
		.input = input, .a = a, .b = b, .change = -1};
}

/* The one that serves today differs when it is another option, not when it is
 * named in one session and the first by default in the other. */
static bool same_incumbent(const struct list *list)
{
	int a = session_incumbent(list->a), b = session_incumbent(list->b);

	return a < 0 ? b < 0 : list->pairing->b_of[a] == b;
}

static void list_shared(const struct list *list)
{
	for (int i = 0; i < SHARED_INPUTS; i++) {
		struct place place = SHARED_PLACE((enum input)i);
		bool same =
			i == IN_savings_incumbent
				? same_incumbent(list)
				: same_value(list->a, place, list->b, place);

		if (!same)
			add(list, place.input, -1, -1);
	}
}

static void list_option(const struct list *list, int a)
{
	int b = list->pairing->b_of[a];

	if (b < 0) {
		add(list, IN_option_name, a, -1);
		return;
	}
	for (int i = SHARED_INPUTS; i < INPUTS; i++) {
		struct place in_a = {(enum input)i, a};
		struct place in_b = {(enum input)i, b};

		if (!same_value(list->a, in_a, list->b, in_b))
			add(list, in_a.input, a, b);
	}
}

static void list_differences(const struct list *list)
{
	list_shared(list);
	for (int a = 0; a < list->a->options; a++)
		list_option(list, a);
	for (int b = 0; b < list->b->options; b++)
		if (list->pairing->a_of[b] < 0)
			add(list, IN_option_name, -1, b);
}

/* ---- what changes at once ----------------------------------------------- */

/* Words move nothing, nor does a range around the same middle. */
static bool moves(const struct list *list, const struct difference *d)
{
	if (difference_is_option(d) || d->input == IN_savings_incumbent)
		return true;
	return input_table[d->input].offset >= 0 &&
	       !same_number(session_base(list->a, difference_place_a(d)),
		       session_base(list->b, difference_place_b(d)));
}

static bool incumbent_stays(const struct list *list)
{
	int a = session_incumbent(list->a), b = session_incumbent(list->b);

	return a >= 0 && b >= 0 && list->pairing->b_of[a] >= 0 &&
	       list->pairing->a_of[b] >= 0;
}

/* Is some option there in both, adapted in this way in both? */
static bool adaptation_stays(const struct list *list, bool tuned)
{
	for (int a = 0; a < list->a->options; a++) {
		int b = list->pairing->b_of[a];

		if (b >= 0 && session_form(list->a, a).tuned == tuned &&
			session_form(list->b, b).tuned == tuned)
			return true;
	}
	return false;
}

/* May options come and go, and be adapted otherwise, one by one? */
static bool one_by_one(const struct list *list)
{
	int options = list->a->options;

	for (int b = 0; b < list->b->options; b++)
		options += list->pairing->a_of[b] < 0;
	return options <= SESSION_OPTIONS && incumbent_stays(list) &&
	       adaptation_stays(list, false) && adaptation_stays(list, true);
}

static bool is_structure(const struct list *list, const struct difference *d)
{
	if (d->input == IN_savings_incumbent)
		return !incumbent_stays(list);
	return difference_is_option(d) || d->input == IN_option_adaptation;
}

/* Does it mean something with one kind of serving only? */
static bool goes_with_serving(const struct difference *d)
{
	return !difference_is_option(d) && input_is_option(d->input) &&
	       (input_table[d->input].flags & (INPUT_API | INPUT_SELFHOST));
}

static int new_change(struct bridge *bridge, int first)
{
	bridge->change[bridge->changes] = (struct change){.first = first};
	return bridge->changes++;
}

/* The change of the option's serving is made before its prices come: it
 * stands before them in the table. */
static void gather_changes(const struct list *list)
{
	struct bridge *bridge = list->bridge;
	bool apart = one_by_one(list);
	int structure = -1, serving = -1, option = -1;

	for (int i = 0; i < bridge->differences; i++) {
		struct difference *d = &bridge->difference[i];

		if (!moves(list, d))
			continue;
		if (!apart && is_structure(list, d)) {
			if (structure < 0)
				structure = new_change(bridge, i);
			d->change = structure;
		} else if (goes_with_serving(d) && option == d->a) {
			d->change = serving;
		} else {
			d->change = new_change(bridge, i);
		}
		if (d->input == IN_option_serving) {
			serving = d->change;
			option = d->a;
		}
		bridge->change[d->change].differences++;
	}
}

void bridge_differences(const struct session *a, const struct session *b,
	struct pairing *pairing, struct bridge *bridge)
{
	const struct list list = {a, b, pairing, bridge};

	bridge->differences = bridge->changes = 0;
	bridge_pair(a, b, pairing);
	list_differences(&list);
	gather_changes(&list);
}
