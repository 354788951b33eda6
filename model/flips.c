/*
 * The points of a search are laid out in steps away from the base, up and down;
 * half a column of LANES goes each way at a time. Where the sign changes
 * between two points, the stretch between them is halved until it is too short;
 * seven halvings at once, by asking all points that they may come to.
 */
#include <math.h>
#include <stdlib.h>

#include "sensitivity.h"

#define POINTS_A_DECADE 64
#define DECADES 3
#define LINEAR_STEPS 200

enum { HALF = LANES / 2 };

/* ---- what is searched ---------------------------------------------------- */

/* One input's search. */
struct quest {
	struct place place;
	bool by_ratio;
	double base, low, high; /* where to look */
	double width;           /* of the domain */
};

static bool is_asked(const struct flip_search *search, struct place place)
{
	const struct input_row *row = &input_table[place.input];

	if (!input_is_quantity(place.input) || row->offset < 0)
		return false;
	if (row->flags & INPUT_NO_DEFAULT &&
		!session_is_set(search->session, place))
		return false;
	/* Nothing else touches the two that are compared. */
	return lanes_parts(place.input) &&
	       (!input_is_option(place.input) ||
		       place.option == search->base.baseline ||
		       place.option == search->base.tuned ||
		       place.option == search->scenarios.facts.incumbent);
}

static struct quest quest_of(struct flip_search *search, struct place place)
{
	const struct input_row *row = &input_table[place.input];
	struct quest quest = {
		.place = place,
		.by_ratio = row->kind == KIND_POSITIVE,
		.base = *facts_at(&search->scenarios.facts, place),
		.low = row->min,
		.high = row->max,
		.width = row->max - row->min,
	};

	if (quest.by_ratio) {
		double reach = pow(10, DECADES);

		quest.low = fmax(quest.low, quest.base / reach);
		quest.high = fmin(quest.high, quest.base * reach);
	}
	return quest;
}

/* Step number i away from the base, down for a negative one, and not beyond
 * the end. */
static double point(const struct quest *quest, int i)
{
	double x;

	if (quest->by_ratio)
		x = quest->base * pow(10, (double)i / POINTS_A_DECADE);
	else
		x = quest->base + i * (quest->width / LINEAR_STEPS);
	return fmin(fmax(x, quest->low), quest->high);
}

static int last_step(const struct quest *quest)
{
	return quest->by_ratio ? DECADES * POINTS_A_DECADE : LINEAR_STEPS;
}

/* ---- asking LANES points at once ----------------------------------------- */

static bool flips_at(const struct flip_search *search, int lane)
{
	const struct option_parts *parts = search->scenarios.parts;
	double net = parts[search->base.baseline].total[lane] -
		     parts[search->base.tuned].total[lane];

	return (net > 0) != search->saves;
}

/* The first of so many lanes that is unlike the base, or -1. */
static int first_flip(const struct flip_search *search, int from, int count)
{
	for (int i = 0; i < count; i++)
		if (flips_at(search, from + i))
			return i;
	return -1;
}

/* The part of LANES, of the stretch from inner to outer, in which halving ends
 * up; inner is like the base, outer is not. */
static int halve(const struct flip_search *search)
{
	int inner = 0, outer = LANES;

	while (outer - inner > 1) {
		int middle = (inner + outer) / 2;

		if (flips_at(search, middle))
			outer = middle;
		else
			inner = middle;
	}
	return inner;
}

/* The value between inner and outer at which that changes: halving, as many
 * times at once as there are lanes for. */
static double refine(struct flip_search *search, struct place place,
	double inner, double outer)
{
	double *column = scenarios_vary(&search->scenarios, place);
	double part;

	do {
		double from = inner;
		int found;

		part = (outer - inner) / LANES;
		for (int l = 0; l < LANES; l++)
			column[l] = from + l * part;
		scenarios_work(&search->scenarios);
		found = halve(search);
		inner = column[found];
		outer = found + 1 < LANES ? column[found + 1] : outer;
	} while (fabs(part) > 1e-13 * fabs(outer) && inner != outer);
	return outer;
}

static double distance(const struct quest *quest, double x)
{
	if (quest->by_ratio)
		return fabs(log(x / quest->base));
	return fabs(x - quest->base) / quest->width;
}

/* Steps up and down at which the sign first changes, or 0. */
struct bracket {
	int up, down;
};

static struct bracket find_bracket(
	struct flip_search *search, const struct quest *quest)
{
	struct bracket bracket = {0, 0};

	for (int done = 0; done < last_step(quest); done += HALF) {
		double *column =
			scenarios_vary(&search->scenarios, quest->place);
		int up, down;

		if (point(quest, done) == quest->high &&
			point(quest, -done) == quest->low)
			break;
		for (int l = 0; l < HALF; l++) {
			int step = done + l + 1;

			if (step > last_step(quest))
				step = last_step(quest);
			column[l] = point(quest, step);
			column[HALF + l] = point(quest, -step);
		}
		scenarios_work(&search->scenarios);
		up = first_flip(search, 0, HALF);
		down = first_flip(search, HALF, HALF);
		if (up >= 0 && (down < 0 || up <= down))
			bracket.up = done + up + 1;
		if (down >= 0 && (up < 0 || down <= up))
			bracket.down = done + down + 1;
		if (up >= 0 || down >= 0)
			break;
	}
	return bracket;
}

static void look_at(struct flip_search *search, struct place place)
{
	struct quest quest = quest_of(search, place);
	struct bracket bracket;
	struct flip *found = &search->found.flip[search->found.count];
	int steps[2];

	if (quest.by_ratio && quest.base <= 0)
		return;
	bracket = find_bracket(search, &quest);
	steps[0] = bracket.up;
	steps[1] = -bracket.down;
	*found = (struct flip){
		.place = place, .base = quest.base, .distance = INFINITY};
	for (int i = 0; i < 2; i++) {
		double root;

		if (steps[i] == 0)
			continue;
		root = refine(search, place,
			point(&quest, steps[i] + (i == 0 ? -1 : 1)),
			point(&quest, steps[i]));
		if (distance(&quest, root) < found->distance) {
			found->flip = root;
			found->distance = distance(&quest, root);
		}
	}
	scenarios_settle(&search->scenarios, place);
	if (found->distance < INFINITY)
		search->found.count++;
}

/* ---- one after the other ------------------------------------------------- */

static bool has_pair(const struct flip_search *search)
{
	return search->base.baseline >= 0 && search->base.tuned >= 0;
}

void flips_start(struct flip_search *search, const struct session *session,
	const struct result *result)
{
	struct facts facts;

	search->base = *result;
	search->session = session;
	search->next = SHARED_PLACE((enum input)0);
	search->found.count = 0;
	if (!has_pair(search))
		return;
	facts_base(&facts, session);
	scenarios_init(&search->scenarios, &facts, NULL);
	search->scenarios.wanted = 1u << result->baseline | 1u << result->tuned;
	search->saves = false;
	search->saves = flips_at(search, 0);
}

/* On to the next input of the session or an option; false after the last. */
static bool advance(const struct flip_search *search, struct place *place)
{
	int end = place->option < 0 ? SHARED_INPUTS : INPUTS;

	place->input = (enum input)((int)place->input + 1);
	if ((int)place->input < end)
		return true;
	place->option++;
	place->input = (enum input)SHARED_INPUTS;
	return place->option < search->base.options;
}

static int nearest_first(const void *a, const void *b)
{
	double x = ((const struct flip *)a)->distance;
	double y = ((const struct flip *)b)->distance;

	return (x > y) - (x < y);
}

bool flips_step(struct flip_search *search)
{
	bool looked = false, more = has_pair(search);

	while (more && !looked) {
		if (is_asked(search, search->next)) {
			look_at(search, search->next);
			looked = true;
		}
		more = advance(search, &search->next);
	}
	if (!more)
		qsort(search->found.flip, (size_t)search->found.count,
			sizeof(search->found.flip[0]), nearest_first);
	return more;
}
