/*
 * Axes with round ticks, and labels that do not lie on each other.
 */
#include <math.h>

#include "chart.h"
#include "svg_parts.h"

enum { PLACES = 32 };

struct svg_axis svg_axis(double low, double high, int steps)
{
	double span = high - low;
	double step = chart_round_up(span / steps);

	if (!isfinite(step) || step <= 0)
		return (struct svg_axis){
			.low = low, .high = low + 1, .step = 1};
	return (struct svg_axis){.low = low, .high = high, .step = step};
}

struct svg_axis svg_axis_round(double low, double high, int steps)
{
	struct svg_axis axis = svg_axis(low, high, steps);

	axis.low = floor(axis.low / axis.step) * axis.step;
	axis.high = ceil(axis.high / axis.step) * axis.step;
	return axis;
}

double svg_at(const struct svg_axis *axis, double value)
{
	double share = (value - axis->low) / (axis->high - axis->low);

	if (!(share > 0))
		share = 0;
	return axis->from + fmin(share, 1) * (axis->to - axis->from);
}

/* A hair of tolerance: the last tick is the end of a round axis. */
double svg_tick_first(const struct svg_axis *axis)
{
	return ceil(axis->low / axis->step - 1e-6);
}

bool svg_tick_is_inside(const struct svg_axis *axis, double index)
{
	return index <= axis->high / axis->step + 1e-6;
}

void svg_grid(const struct svg *svg, const struct svg_axis *axis, double top,
	double y)
{
	for (double i = svg_tick_first(axis); svg_tick_is_inside(axis, i);
		i++) {
		double x = svg_at(axis, i * axis->step);

		svg_line(svg, i == 0 ? "tn-axis" : "tn-grid", x, top, x, y);
	}
}

void svg_amounts(const struct svg *svg, const struct svg_axis *axis, double y)
{
	for (double i = svg_tick_first(axis); svg_tick_is_inside(axis, i); i++)
		svg_text(svg, "tn-quiet", ANCHOR_MIDDLE,
			svg_at(axis, i * axis->step), y + SVG_LINE,
			svg_money_of(svg, i * axis->step).text, 20);
}

/* Places that would collide form a block, which lies around their middle;
 * blocks that collide are joined. (Least squares with order kept: M. Ayer and
 * others, Annals of Mathematical Statistics 26 (1955), 641-647.) */
void svg_spread_out(
	double *place, int count, double gap, double low, double high)
{
	double middle[PLACES];
	int size[PLACES], blocks = 0, at = 0;

	high -= gap * (count - 1);
	for (int i = 0; i < count && i < PLACES; i++) {
		middle[blocks] = place[i] - gap * i;
		size[blocks++] = 1;
		while (blocks > 1 && middle[blocks - 2] > middle[blocks - 1]) {
			int all = size[blocks - 2] + size[blocks - 1];

			middle[blocks - 2] =
				(middle[blocks - 2] * size[blocks - 2] +
					middle[blocks - 1] * size[blocks - 1]) /
				all;
			size[--blocks - 1] = all;
		}
	}
	for (int block = 0; block < blocks; block++)
		for (int k = 0; k < size[block]; k++, at++)
			place[at] =
				fmax(fmin(middle[block], high), low) + gap * at;
}
