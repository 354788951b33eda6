#include <math.h>
#include <stdlib.h>

#include "sensitivity.h"

double net_saving(const struct facts *facts, const struct result *result)
{
	return cost_present_value(facts, result->baseline) -
	       cost_present_value(facts, result->tuned);
}

static double percentile(
	const struct session *session, struct place place, double deviate)
{
	const struct input_row *row = &input_table[place.input];
	double x = quantity_at(
		session_quantity(session, place), row->kind, deviate);

	return fmin(fmax(x, row->min), row->max);
}

static struct swing swing_of(const struct session *session,
	const struct result *result, struct facts *facts, struct place place)
{
	double *figure = facts_at(facts, place);
	double base = *figure;
	struct swing swing = {
		.place = place,
		.low = percentile(session, place, -QUANTITY_Z),
		.high = percentile(session, place, QUANTITY_Z),
	};

	*figure = swing.low;
	swing.net_low = net_saving(facts, result);
	*figure = swing.high;
	swing.net_high = net_saving(facts, result);
	*figure = base;
	return swing;
}

double swing_width(const struct swing *swing)
{
	return fabs(swing->net_high - swing->net_low);
}

static int widest_first(const void *a, const void *b)
{
	double x = swing_width((const struct swing *)a);
	double y = swing_width((const struct swing *)b);

	return (x < y) - (x > y);
}

void find_tornado(const struct session *session, const struct result *result,
	struct tornado *tornado)
{
	struct facts facts;
	struct ranged ranged;

	tornado->count = 0;
	if (result->baseline < 0 || result->tuned < 0)
		return;
	facts_base(&facts, session);
	ranged_list(&ranged, session);
	for (int i = 0; i < ranged.count; i++)
		tornado->swing[tornado->count++] =
			swing_of(session, result, &facts, ranged.place[i]);
	qsort(tornado->swing, (size_t)tornado->count, sizeof(tornado->swing[0]),
		widest_first);
}

int tornado_moving(const struct tornado *tornado)
{
	int count = 0;

	while (count < tornado->count &&
		swing_width(&tornado->swing[count]) > 0)
		count++;
	return count;
}
