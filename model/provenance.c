#include "provenance.h"

#include <math.h>

#include "day.h"

bool provenance_counts(const struct session *session, struct place place)
{
	if (!input_is_number(place.input) ||
		input_table[place.input].group == GROUP_SESSION)
		return false;
	return place.option < 0 ||
	       input_applies(place.input, session_form(session, place.option));
}

/* ---- days ---------------------------------------------------------------- */

/* Of a text in the pool, or 0. */
static int read_day(const char *text)
{
	int day = 0;

	day_read(text, &day);
	return day;
}

static int priced_on(const struct session *session, int option)
{
	return read_day(session_text(
		session, (struct place){.input = IN_option_priced_on,
				 .option = option}));
}

static bool is_price(struct place place)
{
	const char *unit = input_table[place.input].unit;

	return place.option >= 0 && unit && unit[0] == '$';
}

/* Its own day; a price without one is of the day of its option's prices. */
static int day_of(const struct session *session, struct place place,
	const struct evidence *evidence)
{
	int day = evidence
			  ? read_day(session_pool_text(session, evidence->date))
			  : 0;

	return day == 0 && is_price(place) ? priced_on(session, place.option)
					   : day;
}

int provenance_newest(const struct session *session)
{
	int newest = 0;

	for (int i = 0; i < session->evidences; i++) {
		int day = read_day(
			session_pool_text(session, session->evidence[i].date));

		newest = day > newest ? day : newest;
	}
	for (int i = 0; i < session->options; i++) {
		int day = priced_on(session, i);

		newest = day > newest ? day : newest;
	}
	return newest;
}

static void note_price(struct price_days *prices, int day)
{
	prices->given++;
	if (day == 0)
		return;
	if (prices->dated++ == 0)
		prices->oldest = prices->newest = day;
	prices->oldest = day < prices->oldest ? day : prices->oldest;
	prices->newest = day > prices->newest ? day : prices->newest;
}

static void note_day(struct provenance *provenance, struct place place, int day)
{
	provenance->dated++;
	provenance->old += provenance->day - day > PROVENANCE_OLD;
	provenance->later += day > provenance->day;
	if (provenance->oldest_day == 0 || day < provenance->oldest_day) {
		provenance->oldest_day = day;
		provenance->oldest = place;
	}
}

/* ---- figures that are given ---------------------------------------------- */

static int origin_of(const struct evidence *evidence)
{
	return evidence ? (int)evidence->grade : ORIGIN_UNKNOWN;
}

static void note_given(struct provenance *provenance,
	const struct session *session, struct place place)
{
	const struct evidence *evidence = session_evidence(session, place);
	int day = day_of(session, place, evidence);

	provenance->given++;
	provenance->origin[origin_of(evidence)]++;
	if (day > 0)
		note_day(provenance, place, day);
	if (is_price(place))
		note_price(&provenance->prices, day);
}

/* ---- figures at their defaults ------------------------------------------- */

/* What costs both options the same moves nothing, but for the last digits. */
static bool moves_to(struct facts *facts, const struct result *result,
	struct place place, double value)
{
	double *figure = facts_at(facts, place);
	double base = *figure;
	double before = net_saving(facts, result);
	double after, cost;

	*figure = value;
	after = net_saving(facts, result);
	cost = cost_present_value(facts, result->tuned);
	*figure = base;
	return fabs(after - before) > 1e-9 * fmax(fabs(before), cost);
}

/* Would half of it move the net saving, or twice as much and a step? The step
 * takes a zero off its place; servers come whole, so small steps would not
 * do. */
static bool moves_net(
	struct facts *facts, const struct result *result, struct place place)
{
	const struct input_row *row = &input_table[place.input];
	double base = *facts_at(facts, place);
	double step = row->unit && row->unit[0] == '%' ? 0.1 : 1;

	return moves_to(facts, result, place, fmax(row->min, base / 2)) ||
	       moves_to(facts, result, place, fmin(row->max, 2 * base + step));
}

/* Would anybody ask for it? Nobody trains a prompt. */
static bool is_ordinary(const struct session *session, struct place place)
{
	return !(input_table[place.input].flags & INPUT_TUNE) ||
	       session_form(session, place.option).tuned;
}

/* What has no default counts where it is missed: a pass rate is, a price of
 * cached input, for which the input price stands, is not. */
static void note_default(struct provenance *provenance,
	const struct session *session, struct facts *facts,
	const struct result *result, struct place place)
{
	bool moves = result->baseline >= 0 && result->tuned >= 0 &&
		     moves_net(facts, result, place);

	if (!is_ordinary(session, place) ||
		(!moves && input_table[place.input].flags & INPUT_NO_DEFAULT))
		return;
	provenance->defaults++;
	if (moves)
		provenance->mover[provenance->movers++] = place;
}

/* ---- the uncertainty ----------------------------------------------------- */

/* Squares of widths over the widest, which cannot overflow. */
static void share_out(struct provenance *provenance,
	const struct session *session, const struct tornado *tornado)
{
	int moving = tornado_moving(tornado);
	double sum = 0;

	for (int i = 0; i < ORIGINS; i++)
		provenance->share[i] = moving > 0 ? 0 : NAN;
	for (int i = 0; i < moving; i++) {
		const struct swing *swing = &tornado->swing[i];
		double width =
			swing_width(swing) / swing_width(&tornado->swing[0]);

		provenance->share[origin_of(session_evidence(
			session, swing->place))] += width * width;
		sum += width * width;
	}
	for (int i = 0; i < ORIGINS; i++)
		provenance->share[i] /= sum;
}

void provenance_find(struct provenance *provenance,
	const struct session *session, const struct result *result,
	const struct tornado *tornado, int day)
{
	struct facts facts;

	*provenance = (struct provenance){
		.day = day > 0 ? day : provenance_newest(session)};
	facts_base(&facts, session);
	for (int option = -1; option < session->options; option++) {
		int from = option < 0 ? 0 : SHARED_INPUTS;
		int to = option < 0 ? SHARED_INPUTS : INPUTS;

		for (int i = from; i < to; i++) {
			struct place place = {
				.input = (enum input)i, .option = option};

			if (!provenance_counts(session, place))
				continue;
			if (session_is_set(session, place))
				note_given(provenance, session, place);
			else
				note_default(provenance, session, &facts,
					result, place);
		}
	}
	share_out(provenance, session, tornado);
}
