#include "quantity.h"

#include <math.h>

bool quantity_is_range(struct quantity quantity)
{
	return quantity.low < quantity.high;
}

enum shape quantity_shape(struct quantity quantity, enum kind kind)
{
	if (!quantity_is_range(quantity))
		return SHAPE_POINT;
	if (kind == KIND_POSITIVE && quantity.low > 0)
		return SHAPE_LOGNORMAL;
	if (kind == KIND_FRACTION && quantity.low > 0 && quantity.high < 1)
		return SHAPE_LOGITNORMAL;
	return SHAPE_NORMAL;
}

static double logit(double x)
{
	return log(x) - log1p(-x);
}

static double logistic(double x)
{
	return 1 / (1 + exp(-x));
}

/* The point at the share t of the way from a to b. */
static double between(double a, double b, double t)
{
	return a + (b - a) * t;
}

/* On the scale on which the shape is normal, the deviates -z, 0 and z stand
 * at the shares 0, 1/2 and 1 of the way between the ends. These three are
 * exact; all others are rounded once or twice on the way. */
double quantity_at(struct quantity quantity, enum kind kind, double deviate)
{
	double low = quantity.low, high = quantity.high;
	double t = (1 + deviate / QUANTITY_Z) / 2;

	if (t == 0)
		return low;
	if (t == 0.5)
		return quantity_base(quantity, kind);
	if (t == 1)
		return high;
	switch (quantity_shape(quantity, kind)) {
	case SHAPE_LOGNORMAL: return exp(between(log(low), log(high), t));
	case SHAPE_LOGITNORMAL:
		return logistic(between(logit(low), logit(high), t));
	case SHAPE_NORMAL: return between(low, high, t);
	case SHAPE_POINT: break;
	}
	return low;
}

double quantity_base(struct quantity quantity, enum kind kind)
{
	double low = quantity.low, high = quantity.high;

	switch (quantity_shape(quantity, kind)) {
	case SHAPE_LOGNORMAL: return sqrt(low) * sqrt(high);
	case SHAPE_LOGITNORMAL: return logistic((logit(low) + logit(high)) / 2);
	case SHAPE_NORMAL: return low / 2 + high / 2;
	case SHAPE_POINT: break;
	}
	return low;
}
