#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "simulation_parts.h"

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* From the 5th percentile to the 95th and half of that on either side; if
 * that is nothing, from the least to the largest. */
static void place_bars(
	struct histogram *histogram, const double *values, int count)
{
	double sorted[SIMULATION_EARLY];
	double low, high, reach;

	memcpy(sorted, values, (size_t)count * sizeof(*values));
	qsort(sorted, (size_t)count, sizeof(*sorted), by_size);
	low = sorted[(count - 1) / 20];
	high = sorted[(count - 1) * 19 / 20];
	reach = (high - low) / 2;
	if (reach <= 0) {
		low = sorted[0];
		high = sorted[count - 1];
	}
	histogram->width = (high - low + 2 * reach) / HISTOGRAM_BARS;
	histogram->low = low - reach;
	if (histogram->width > 0)
		histogram->low = floor(histogram->low / histogram->width) *
				 histogram->width;
}

static void count_bars(
	struct histogram *histogram, const double *values, int count)
{
	double each = histogram->width > 0 ? 1 / histogram->width : 0;

	for (int i = 0; i < count; i++) {
		double bar = floor((values[i] - histogram->low) * each);

		bar = fmin(fmax(bar, 0), HISTOGRAM_BARS - 1);
		histogram->share[(int)bar]++;
	}
}

static bool are_placed(const struct simulator *simulator)
{
	return simulator->early == SIMULATION_EARLY;
}

void simulation_add_bars(struct simulator *simulator, int count)
{
	if (are_placed(simulator)) {
		count_bars(&simulator->histogram, simulator->net, count);
		return;
	}
	memcpy(simulator->early_net + simulator->early, simulator->net,
		(size_t)count * sizeof(simulator->net[0]));
	simulator->early += count;
	if (!are_placed(simulator))
		return;
	place_bars(
		&simulator->histogram, simulator->early_net, simulator->early);
	count_bars(
		&simulator->histogram, simulator->early_net, simulator->early);
}

void simulation_read_bars(
	const struct simulator *simulator, struct histogram *histogram)
{
	*histogram = simulator->histogram;
	if (!are_placed(simulator) && simulator->early > 0) {
		place_bars(histogram, simulator->early_net, simulator->early);
		count_bars(histogram, simulator->early_net, simulator->early);
	}
	for (int i = 0; i < HISTOGRAM_BARS; i++)
		histogram->share[i] /= simulator->done;
}
