#include <math.h>
#include <string.h>

#include "simulation_parts.h"

/* From the least to the largest of so many. */
static void find_ends(
	const double *values, int count, double *low, double *high)
{
	*low = *high = values[0];
	for (int i = 1; i < count; i++) {
		*low = fmin(*low, values[i]);
		*high = fmax(*high, values[i]);
	}
}

/* From the 5th percentile so far to the 95th and half of that on either side;
 * if that is nothing, from the least to the largest. */
static void place_bars(struct histogram *histogram, struct simulator *simulator)
{
	double low = order_value(&simulator->net_order[0]);
	double high = order_value(&simulator->net_order[2]);
	double reach = (high - low) / 2;

	if (reach <= 0)
		find_ends(simulator->early_net, simulator->early, &low, &high);
	histogram->width = (high - low + 2 * reach) / HISTOGRAM_BARS;
	histogram->low = low - reach;
	if (histogram->width > 0)
		histogram->low = floor(histogram->low / histogram->width) *
				 histogram->width;
}

static void count_bars(struct histogram *histogram, const struct kernel *kernel,
	const double *values, int count)
{
	double each = histogram->width > 0 ? 1 / histogram->width : 0;
	uint8_t bar[LANES];

	kernel->bars(bar, values, histogram->low, each, HISTOGRAM_BARS);
	for (int i = 0; i < count; i++)
		histogram->share[bar[i]]++;
}

/* Those that came before the bars stood. */
static void count_early(
	struct histogram *histogram, const struct simulator *simulator)
{
	const struct kernel *kernel = simulator->scenarios.kernel;

	for (int at = 0; at < simulator->early; at += LANES) {
		int left = simulator->early - at;

		count_bars(histogram, kernel, simulator->early_net + at,
			left < LANES ? left : LANES);
	}
}

static bool are_placed(const struct simulator *simulator)
{
	return simulator->early == SIMULATION_EARLY;
}

void simulation_add_bars(struct simulator *simulator, int count)
{
	if (are_placed(simulator)) {
		count_bars(&simulator->histogram, simulator->scenarios.kernel,
			simulator->net, count);
		return;
	}
	memcpy(simulator->early_net + simulator->early, simulator->net,
		(size_t)count * sizeof(simulator->net[0]));
	simulator->early += count;
	if (!are_placed(simulator))
		return;
	place_bars(&simulator->histogram, simulator);
	count_early(&simulator->histogram, simulator);
}

void simulation_read_bars(
	struct simulator *simulator, struct histogram *histogram)
{
	*histogram = simulator->histogram;
	if (!are_placed(simulator) && simulator->early > 0) {
		place_bars(histogram, simulator);
		count_early(histogram, simulator);
	}
	for (int i = 0; i < HISTOGRAM_BARS; i++)
		histogram->share[i] /= simulator->done;
}

int histogram_zero(const struct histogram *histogram)
{
	double bar;

	if (histogram->width <= 0)
		return histogram->low < 0 ? HISTOGRAM_BARS : 0;
	bar = round(-histogram->low / histogram->width);
	return (int)fmin(fmax(bar, 0), HISTOGRAM_BARS);
}
