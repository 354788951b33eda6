/*
 * Steps go to round figures, not by a share of the figure: whoever steps up
 * and down again is where he began, or beside it at a rounder one.
 */
#include "stepping.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "figure.h"

/* Figures this near to a round one are that one. */
#define NEAR 1e-9

struct stepper {
	const struct input_row *row;
	int by; /* -1 or 1 */
	enum step_size size;
};

/* The power of ten of the first digit. */
static double decade_of(double value)
{
	return pow(10, floor(log10(value) + NEAR));
}

/* To the next multiple of a unit. */
static double to_multiple(double value, double unit, int by)
{
	double count = value / unit;

	count = by > 0 ? floor(count + NEAR) + 1 : ceil(count - NEAR) - 1;
	return count * unit;
}

/* So many digits; below a power of ten they are finer than above. */
static double unit_of(double value, double digits, int by)
{
	double decade = decade_of(value);

	if (by < 0 && value < decade * (1 + NEAR))
		decade /= 10;
	return decade / pow(10, digits - 1);
}

static double ladder(double value, int by)
{
	static const double rung[] = {0.5, 1, 2, 5, 10};
	enum { RUNGS = sizeof(rung) / sizeof(*rung) };
	double decade = decade_of(value), share = value / decade;

	for (int i = 0; by > 0 && i < RUNGS; i++)
		if (rung[i] > share + NEAR)
			return rung[i] * decade;
	for (int i = RUNGS - 1; by < 0 && i >= 0; i--)
		if (rung[i] < share - NEAR)
			return rung[i] * decade;
	return value;
}

static bool is_share(const struct input_row *row)
{
	return row->unit && row->unit[0] == '%';
}

/* From nothing, and for whole numbers at the least. */
static double smallest(const struct stepper *stepper)
{
	return is_share(stepper->row) ? 0.01 : 1;
}

/* What may be negative crosses zero, so it goes in steps that do not shrink. */
static double step_signed(const struct stepper *stepper, double value)
{
	double unit = stepper->size == STEP_FAR ? 0.01 : 0.001;

	if (fabs(value) >= 0.1 - NEAR)
		unit = stepper->size == STEP_FAR ? 0.05 : 0.01;
	return to_multiple(value, unit, stepper->by);
}

/* A share as what it lacks to the whole, where that says more. */
static double step_lack(const struct stepper *stepper, double lack)
{
	if (lack < NEAR)
		return stepper->by > 0 ? 0 : 0.01;
	if (stepper->size == STEP_FAR)
		return ladder(lack, -stepper->by);
	return to_multiple(lack, unit_of(lack, 1, -stepper->by), -stepper->by);
}

static double step_positive(const struct stepper *stepper, double value)
{
	bool whole = stepper->row->kind == KIND_WHOLE;
	double unit;

	if (value <= 0 || (whole && value < 2 && stepper->by < 0))
		return stepper->by > 0 ? smallest(stepper) : 0;
	if (stepper->size == STEP_FAR)
		return ladder(value, stepper->by);
	unit = unit_of(value, 2, stepper->by);
	if (whole && unit < 1)
		unit = 1;
	return to_multiple(value, unit, stepper->by);
}

static double step(const struct stepper *stepper, double value)
{
	const struct input_row *row = stepper->row;
	double lacks_from = stepper->size == STEP_FAR ? 0.5 : 0.9;
	bool rises = stepper->by > 0;

	if (row->kind == KIND_SIGNED)
		value = step_signed(stepper, value);
	else if (row->kind == KIND_FRACTION &&
		 (value > lacks_from + NEAR ||
			 (rises && value > lacks_from - NEAR)))
		value = 1 - step_lack(stepper, 1 - value);
	else
		value = step_positive(stepper, value);
	return fmin(fmax(value, row->min), row->max);
}

/* Percent without the crumbs of binary fractions. */
static void write_share(char *out, size_t bytes, double value)
{
	char number[FIGURE_MAX];

	figure_exact(number, sizeof(number), round(value * 1e10) / 1e8);
	snprintf(out, bytes, "%s%%", number);
}

/* With the currency where the user wrote it. */
static void write_end(const struct session *session, struct place place,
	double value, char *out, size_t bytes)
{
	const struct input_row *row = &input_table[place.input];
	const char *currency = session_currency(session);
	const char *text = session_text(session, place);

	if (is_share(row))
		write_share(out, bytes, value);
	else if (row->kind == KIND_WHOLE && value == row->max)
		figure_exact(out, bytes, value);
	else if (row->unit && row->unit[0] == '$' && *currency &&
		 strstr(text, currency))
		figure_money(out, bytes, value, currency);
	else
		figure_short(out, bytes, value);
}

/* Is what was written a step, and as wide as what it steps from? Figures can
 * be too small to be written as people write them. */
static bool is_step(const struct session *session, struct quantity from, int by,
	const char *words)
{
	struct quantity to;
	struct issue issue;

	return quantity_read(words, session_currency(session), &to, &issue) &&
	       by * (to.low - from.low) > 0 && by * (to.high - from.high) > 0 &&
	       quantity_is_range(to) == quantity_is_range(from);
}

bool stepping_words(const struct session *session, struct place place, int by,
	enum step_size size, char *out, size_t bytes)
{
	struct stepper stepper = {
		.row = &input_table[place.input],
		.by = by > 0 ? 1 : -1,
		.size = size,
	};
	struct quantity from;
	char low[FIGURE_MAX], high[FIGURE_MAX];

	if (!input_is_number(place.input))
		return false;
	from = session_quantity(session, place);
	if (isnan(from.low))
		return false;
	write_end(session, place, step(&stepper, from.low), low, sizeof(low));
	write_end(
		session, place, step(&stepper, from.high), high, sizeof(high));
	if (quantity_is_range(from))
		snprintf(out, bytes, "%s to %s", low, high);
	else
		snprintf(out, bytes, "%s", low);
	return is_step(session, from, stepper.by, out);
}
