#include "order.h"

#include <math.h>
#include <stddef.h>

#define DEVIATIONS 5

enum { FIRST_ENOUGH = 512 };

/* Three times what is left between the bounds after drawing in. */
static void set_enough(struct order *order, double margin)
{
	double enough = fmax(6 * margin, FIRST_ENOUGH);

	order->enough = (int)fmin(enough, order->keep);
}

static void forget(struct order *order)
{
	set_enough(order, 0);
	order->low = order->from;
	order->high = order->to;
	order->below = order->at_low = order->at_high = order->seen = 0;
	order->kept = 0;
}

void order_init(struct order *order, double share, int keep)
{
	order->share = share;
	order->keep = keep < ORDER_KEPT ? keep : ORDER_KEPT;
	order->settled = false;
	order->again = false;
	order->from = -INFINITY;
	order->to = INFINITY;
	forget(order);
}

/* ---- the one of a rank --------------------------------------------------- */

static double middle_of(double a, double b, double c)
{
	return fmax(fmin(a, b), fmin(fmax(a, b), c));
}

/* C. A. R. Hoare's find (Algorithm 65, CACM 4, 1961). */
static double find(double *value, int count, int rank)
{
	int first = 0, last = count - 1;

	while (first < last) {
		double pivot = middle_of(value[first],
			value[first + (last - first) / 2], value[last]);
		int i = first, j = last;

		while (i <= j) {
			while (value[i] < pivot)
				i++;
			while (value[j] > pivot)
				j--;
			if (i <= j) {
				double swapped = value[i];

				value[i++] = value[j];
				value[j--] = swapped;
			}
		}
		if (rank <= j)
			last = j;
		else if (rank >= i)
			first = i;
		else
			break;
	}
	return value[rank];
}

/* Of rank 0 and on among all seen; the nearer bound if it is not known. */
static double of_rank(struct order *order, double rank)
{
	rank -= order->below + order->at_low;
	if (rank < 0)
		return order->low;
	if (rank >= order->kept)
		return order->high;
	return find(order->value, order->kept, (int)rank);
}

/* ---- making room --------------------------------------------------------- */

static void raise_low(struct order *order, double low)
{
	if (!(low > order->low))
		return;
	order->below += order->at_low;
	order->at_low = 0;
	order->low = low;
}

static void lower_high(struct order *order, double high)
{
	if (!(high < order->high))
		return;
	order->at_high = 0;
	order->high = high;
}

/* Those strictly between the bounds. */
static void keep(struct order *order, const double *values, int count)
{
	double low = order->low, high = order->high;
	double *kept = order->value + order->kept;

	for (int i = 0; i < count; i++) {
		double value = values[i];

		*kept = value;
		kept += (value > low) & (value < high);
	}
	order->kept = (int)(kept - order->value);
}

/* Put values where they belong between the bounds. */
static void sift(struct order *order, const double *values, int count)
{
	double low = order->low, high = order->high;
	int below = 0, at_low = 0, at_high = 0;

	for (int i = 0; i < count; i++) {
		below += values[i] < low;
		at_low += values[i] == low;
		at_high += values[i] == high;
	}
	keep(order, values, count);
	order->below += below;
	order->at_low += at_low;
	/* Counted once where both bounds are the same. */
	if (low < high)
		order->at_high += at_high;
}

/* The same for a whole column. */
static void sift_column(
	struct order *order, const struct kernel *kernel, const double *values)
{
	struct placed placed;

	kernel->place(values, order->low, order->high, &placed);
	for (int k = 0; k < LANES / PLACED_STRETCH; k++)
		if (placed.between >> k & 1)
			keep(order, values + (size_t)k * PLACED_STRETCH,
				PLACED_STRETCH);
	order->below += placed.below;
	order->at_low += placed.at_low;
	if (order->low < order->high)
		order->at_high += placed.at_high;
}

/* Bounds come from what is kept: so they lie between the ends of what is in
 * question, and the next showing, if there must be one, has fewer numbers. */
static void draw_in(struct order *order)
{
	double seen = order->seen;
	double share = order->again ? order->rank / order->size : order->share;
	double rank = (seen - 1) * share;
	double margin = DEVIATIONS * sqrt(seen * share * (1 - share)) + 2;
	int count = order->kept;
	double first = order->below + order->at_low;
	double low, high;

	if (count == 0)
		return;
	margin = fmin(margin, order->keep / 4.0);
	set_enough(order, margin);
	low = of_rank(order, fmin(floor(rank - margin), first + count - 1));
	high = of_rank(order, fmax(ceil(rank + margin), first));
	raise_low(order, low);
	lower_high(order, high);
	order->kept = 0;
	sift(order, order->value, count);
}

/* Those of a stream shown again that count. */
static int still_in_question(
	const struct order *order, const double *values, int count, double *out)
{
	int taken = 0;

	for (int i = 0; i < count; i++)
		if (values[i] >= order->from && values[i] <= order->to)
			out[taken++] = values[i];
	return taken;
}

void order_add(struct order *order, const struct kernel *kernel,
	const double *values, int count)
{
	double taken[LANES];

	if (order->settled)
		return;
	if (order->again) {
		count = still_in_question(order, values, count, taken);
		values = taken;
	}
	if (order->kept + count > order->enough)
		draw_in(order);
	if (count == LANES)
		sift_column(order, kernel, values);
	else
		sift(order, values, count);
	order->seen += count;
}

/* ---- the percentile ------------------------------------------------------ */

static void find_place(const struct order *order, double *rank, double *beyond)
{
	double place = (order->seen - 1) * order->share;

	*rank = floor(place);
	*beyond = place - *rank;
	if (!order->again)
		return;
	*beyond = order->beyond;
	*rank = order->rank;
	if (order->seen < order->size)
		*rank = floor(order->rank * (order->seen / order->size));
}

double order_value(struct order *order)
{
	double rank, beyond, low, high;

	if (order->seen <= 0 && order->again)
		return isfinite(order->to) ? order->to : order->from;
	if (order->seen <= 0)
		return NAN;
	find_place(order, &rank, &beyond);
	low = of_rank(order, rank);
	if (beyond == 0)
		return low;
	high = of_rank(order, fmin(rank + 1, order->seen - 1));
	return low + (high - low) * beyond;
}

double order_error(struct order *order)
{
	double rank, beyond, reach, low, high;

	if (order->seen <= 0)
		return 0;
	find_place(order, &rank, &beyond);
	reach = ceil(sqrt(order->seen * order->share * (1 - order->share)));
	low = of_rank(order, fmax(rank - reach, 0));
	high = of_rank(order, fmin(rank + reach, order->seen - 1));
	return isfinite(high - low) ? (high - low) / 2 : 0;
}

bool order_again(struct order *order)
{
	double inside = order->below + order->at_low + order->kept;
	double rank, beyond, last;

	if (order->settled)
		return false;
	find_place(order, &rank, &beyond);
	order->rank = rank;
	order->beyond = beyond;
	last = order->rank + (order->beyond > 0 ? 1 : 0);
	if (order->rank >= order->below && last < inside + order->at_high) {
		order->settled = true;
		return false;
	}
	order->size = order->seen;
	if (order->rank < order->below) {
		order->to = order->low;
		order->size = order->below + order->at_low;
	} else {
		double others =
			order->low < order->high ? inside : order->below;

		order->from = order->high;
		order->size -= others;
		order->rank -= others;
	}
	order->again = true;
	forget(order);
	return true;
}
