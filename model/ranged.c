#include "ranged.h"

#include <math.h>

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

/* On the scale on which the shape is normal. */
static double scaled(double x, enum shape shape)
{
	switch (shape) {
	case SHAPE_LOGNORMAL: return log(x);
	case SHAPE_LOGITNORMAL: return log(x) - log1p(-x);
	default: return x;
	}
}

struct draw ranged_draw(const struct session *session, struct place place,
	int index, const struct sampling *sampling)
{
	const struct input_row *row = &input_table[place.input];
	struct quantity quantity = session_quantity(session, place);
	enum shape shape = quantity_shape(quantity, row->kind);
	double low = scaled(quantity.low, shape);
	double high = scaled(quantity.high, shape);

	return (struct draw){
		.shape = shape,
		.centre = low / 2 + high / 2,
		.width = (high / 2 - low / 2) / QUANTITY_Z,
		.min = row->min,
		.max = row->max,
		.stride = sampling_stride(sampling, index),
	};
}
