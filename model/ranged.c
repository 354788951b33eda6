#include "ranged.h"

#include <math.h>

#include "lane_math.h"
#include "sampling.h"

_Static_assert((int)RANGED_MAX <= (int)SAMPLING_INPUTS, "too many to draw");

static void note(struct ranged *ranged, const struct session *session,
	struct place place)
{
	if (input_is_quantity(place.input) &&
		quantity_is_range(session_quantity(session, place)))
		ranged->place[ranged->count++] = place;
}

void ranged_list(struct ranged *ranged, const struct session *session)
{
	ranged->count = 0;
	for (int i = 0; i < SHARED_INPUTS; i++)
		note(ranged, session, SHARED_PLACE((enum input)i));
	for (int option = 0; option < session->options; option++)
		for (int i = SHARED_INPUTS; i < INPUTS; i++)
			note(ranged, session,
				(struct place){.input = (enum input)i,
					.option = option});
}

/* The logarithm in lane_math.h's arithmetic, so that a draw has the same bits
 * whatever the libm. */
static double log_of(double x)
{
	const double lift = 0x1p200, lift_log = 200 * 0.6931471805599453094;

	return x < 0x1p-800 ? lane_log(x * lift) - lift_log : lane_log(x);
}

/* On the scale on which the shape is normal. */
static double scaled(double x, enum shape shape)
{
	switch (shape) {
	case SHAPE_LOGNORMAL: return log_of(x);
	case SHAPE_LOGITNORMAL: return log_of(x) - log_of(1 - x);
	default: return x;
	}
}

/* No draw is further out: the shares go from 2^-33 to 1 - 2^-33. */
#define FURTHEST 6.4

/* Wider ones have series that do not converge so well, or overflow. */
#define WIDE 4
#define FAR_OFF 600

static double unscaled(double x, enum shape shape)
{
	switch (shape) {
	case SHAPE_LOGNORMAL: return lane_exp(x);
	case SHAPE_LOGITNORMAL: return 1 / (1 + lane_exp(-x));
	default: return x;
	}
}

void ranged_draw(struct draw *draw, const struct session *session,
	struct place place, int index, const struct sampling *sampling)
{
	const struct input_row *row = &input_table[place.input];
	struct quantity quantity = session_quantity(session, place);
	enum shape shape = quantity_shape(quantity, row->kind);
	double low = scaled(quantity.low, shape);
	double high = scaled(quantity.high, shape);
	double centre = low / 2 + high / 2;
	double width = (high / 2 - low / 2) / QUANTITY_Z;

	draw->shape = shape;
	draw->centre = centre;
	draw->width = width;
	draw->min = row->min;
	draw->max = row->max;
	draw->cut = unscaled(centre - FURTHEST * width, shape) <= row->min ||
		    unscaled(centre + FURTHEST * width, shape) >= row->max;
	draw->wide = shape != SHAPE_NORMAL &&
		     (width > WIDE || fabs(centre) > FAR_OFF);
	draw->stride = sampling_stride(sampling, index);
}
