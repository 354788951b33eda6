/*
 * A currency's label, a line end, and a quantity behind it: refused in words,
 * or read as two finite ends in order, which read the same once written.
 */
#include <math.h>
#include <string.h>

#include "figure.h"
#include "fuzz.h"
#include "quantity.h"

static void check_written(struct quantity quantity)
{
	char low[FIGURE_MAX], high[FIGURE_MAX], text[3 * FIGURE_MAX];
	struct quantity again;
	struct issue issue;

	figure_exact(low, sizeof(low), quantity.low);
	figure_exact(high, sizeof(high), quantity.high);
	snprintf(text, sizeof(text), "%s to %s", low, high);
	MUST(quantity_read(
		quantity_is_range(quantity) ? text : low, "", &again, &issue));
	MUST(again.low == quantity.low && again.high == quantity.high);
}

static void check_shapes(struct quantity quantity)
{
	for (int kind = KIND_POSITIVE; kind <= KIND_WHOLE; kind++) {
		double base = quantity_base(quantity, (enum kind)kind);

		if (quantity_shape(quantity, (enum kind)kind) != SHAPE_POINT)
			continue;
		MUST(base == quantity.low);
	}
}

static void check_figures(double value)
{
	char text[FIGURE_MAX + 1];

	MUST(figure_short(text, FIGURE_MAX, value) < FIGURE_MAX);
	MUST(figure_money(text, FIGURE_MAX, value, "$") < FIGURE_MAX);
	MUST(figure_percent(text, FIGURE_MAX, value) < FIGURE_MAX);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz fuzz = fuzz_begin(data, size);
	char *currency = fuzz_line(&fuzz);
	char *text = fuzz_text(&fuzz, fuzz.left);
	struct quantity quantity;
	struct issue issue = {.column = 0};

	if (!quantity_read(text, currency ? currency : "", &quantity, &issue)) {
		MUST(issue.what[0]);
		MUST(issue.column >= 0 &&
			(size_t)issue.column <= strlen(text) + 1);
	} else {
		MUST(isfinite(quantity.low) && isfinite(quantity.high));
		MUST(quantity.low <= quantity.high);
		check_written(quantity);
		check_shapes(quantity);
		check_figures(quantity.high);
	}
	free(currency);
	free(text);
	return 0;
}
