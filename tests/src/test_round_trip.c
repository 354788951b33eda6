/*
 * What is read back is what was written, bit for bit: numbers on their way
 * through text, libconfig and a session file. ROUND_TRIPS=1000000 in the
 * environment draws so many instead of ten thousand.
 */
#include <criterion/criterion.h>
#include <float.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "figure.h"
#include "reader.h"
#include "session_file.h"

static struct session session, again;
static struct issue issue;
static uint64_t state = 20261124;

static long rounds(void)
{
	const char *asked = getenv("ROUND_TRIPS");

	return asked ? atol(asked) : 10000;
}

static uint64_t draw_bits(void)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return state ^ state >> 29;
}

static double draw_unit(void)
{
	return (double)(draw_bits() >> 11) / 9007199254740992.0;
}

static double as_double(uint64_t bits)
{
	double value;

	memcpy(&value, &bits, sizeof(value));
	return value;
}

static bool same_bits(double a, double b)
{
	return !memcmp(&a, &b, sizeof(a));
}

/* ---- as text, and through libconfig ---------------------------------------
 */

static void expect_text(double value)
{
	struct quantity read = {0, 0};
	char text[FIGURE_MAX];

	figure_exact(text, sizeof(text), value);
	cr_assert(quantity_read(text, "$", &read, &issue), "%s: %s", text,
		issue.what);
	cr_assert(same_bits(read.low, value) && same_bits(read.high, value),
		"%s is not %.17g", text, value);
}

/* Many at once, as numbers without quotes. */
static void expect_numbers(const double *values, int count)
{
	static char text[64 * 1024];
	struct reader reader;
	struct file_issue trouble;
	size_t used = 0;
	char number[FIGURE_MAX];

	used += (size_t)snprintf(text, sizeof(text), "a = (");
	for (int i = 0; i < count; i++)
		used += (size_t)snprintf(text + used, sizeof(text) - used,
			"%s%.17g", i ? ", " : " ", values[i]);
	used += (size_t)snprintf(text + used, sizeof(text) - used, " );\n");
	cr_assert(reader_parse(&reader, "a.cfg", text, used, &trouble), "%s",
		trouble.issue.what);
	for (int i = 0; i < count; i++) {
		const config_setting_t *setting = config_setting_get_elem(
			config_lookup(&reader.config, "a"), (unsigned)i);

		cr_assert(reader_scalar(setting, number, sizeof(number)));
		cr_assert_eq(strtod(number, NULL), values[i], "%s is not %.17g",
			number, values[i]);
	}
	reader_release(&reader);
}

/* Each exponent with the first, the last and some fractions. */
Test(round_trip, every_exponent)
{
	enum { FRACTIONS = 4 };
	const uint64_t all = (UINT64_C(1) << 52) - 1;

	for (uint64_t exponent = 1; exponent <= 2046; exponent++) {
		const uint64_t fraction[FRACTIONS] = {
			0, all, draw_bits() & all, draw_bits() & all};
		double value[FRACTIONS];

		for (int i = 0; i < FRACTIONS; i++) {
			value[i] = as_double(exponent << 52 | fraction[i]);
			expect_text(value[i]);
			expect_text(-value[i]);
		}
		expect_numbers(value, FRACTIONS);
	}
}

Test(round_trip, random_doubles)
{
	enum { AT_ONCE = 1000 };
	static double value[AT_ONCE];

	for (long done = 0; done < rounds(); done += AT_ONCE) {
		for (int i = 0; i < AT_ONCE; i++) {
			do
				value[i] = as_double(draw_bits());
			while (!isfinite(value[i]) ||
				(value[i] != 0 && !isnormal(value[i])));
			expect_text(value[i]);
		}
		expect_numbers(value, AT_ONCE);
	}
}

/* ---- through a session file -----------------------------------------------
 */

/* Within the domain; small ones as often as large ones. */
static double draw_value(const struct input_row *row)
{
	double low = row->min > 0 ? row->min : fmin(1e-9, row->max / 2);
	double value = row->min + draw_unit() * (row->max - row->min);

	if (row->min >= 0 && draw_bits() & 1)
		value = low * pow(row->max / low, draw_unit());
	return fmin(fmax(value, row->min), row->max);
}

static struct place draw_place(void)
{
	struct place place = {.option = -1};

	do
		place.input = (enum input)(draw_bits() % INPUTS);
	while (!input_is_quantity(place.input));
	if (input_is_option(place.input))
		place.option = (int)(draw_bits() % 4);
	return place;
}

static void write_and_read(void)
{
	struct file_issue trouble;
	enum seal seal;
	size_t size;
	char *bytes = session_file_format(&session, &size);

	cr_assert(bytes);
	cr_assert(session_file_parse(
			  "s.cfg", bytes, size, &again, &seal, &trouble),
		"%s: %s", trouble.key, trouble.issue.what);
	cr_assert_eq(seal, SEAL_WHOLE);
	free(bytes);
}

static void expect_same(struct place place)
{
	struct quantity before = session_quantity(&session, place);
	struct quantity now = session_quantity(&again, place);

	cr_assert(same_bits(before.low, now.low) &&
			  same_bits(before.high, now.high),
		"%s: %.17g to %.17g", input_table[place.input].key, now.low,
		now.high);
}

/* One value, or a range; what does not go with the others is taken back. */
static void put_value(struct place place)
{
	const struct input_row *row = &input_table[place.input];
	double a = draw_value(row), b = draw_value(row);
	char text[2 * FIGURE_MAX + 4];
	struct place wrong;
	int used = figure_exact(text, sizeof(text), fmin(a, b));

	if (draw_bits() & 1 && a != b && fmin(a, b) > 0) {
		used += snprintf(
			text + used, sizeof(text) - (size_t)used, " to ");
		figure_exact(
			text + used, sizeof(text) - (size_t)used, fmax(a, b));
	}
	cr_assert(session_set(&session, place, text, &issue), "%s = %s: %s",
		row->key, text, issue.what);
	if (!session_check(&session, &wrong, &issue))
		session_unset(&session, place);
}

Test(round_trip, values_of_a_session)
{
	enum { AT_ONCE = 40 };
	struct place place[AT_ONCE];

	session_init(&session);
	for (int i = 0; i < 4; i++)
		session_add_option(
			&session, (const char *[]){"A", "B", "C", "D"}[i]);
	for (long done = 0; done < rounds(); done += AT_ONCE) {
		for (int i = 0; i < AT_ONCE; i++) {
			place[i] = draw_place();
			put_value(place[i]);
		}
		write_and_read();
		for (int i = 0; i < AT_ONCE; i++)
			expect_same(place[i]);
		cr_assert(session_equal(&session, &again));
	}
}

/* ---- limits ---------------------------------------------------------------
 */

static bool takes(struct place place, double value)
{
	char text[FIGURE_MAX];

	figure_exact(text, sizeof(text), value);
	return session_set(&session, place, text, &issue);
}

static double next(const struct input_row *row, double value, double towards)
{
	if (row->kind == KIND_WHOLE)
		return value + (towards > value ? 1 : -1);
	return nextafter(value, towards);
}

Test(round_trip, the_limits_of_every_input_and_one_step_beyond)
{
	session_init(&session);
	session_add_option(&session, "A");
	for (int i = 0; i < INPUTS; i++) {
		const struct input_row *row = &input_table[i];
		struct place place = {
			(enum input)i, input_is_option((enum input)i) ? 0 : -1};

		if (!input_is_number((enum input)i))
			continue;
		cr_expect(takes(place, row->min), "%s: %.17g", row->key,
			row->min);
		cr_expect(takes(place, row->max), "%s: %.17g", row->key,
			row->max);
		cr_expect_not(takes(place, next(row, row->max, INFINITY)),
			"%s: above %.17g", row->key, row->max);
		cr_expect_not(takes(place, next(row, row->min, -INFINITY)),
			"%s: below %.17g", row->key, row->min);
		cr_expect_eq(session_base(&session, place), row->max,
			"%s: what is refused changes nothing", row->key);
	}
}
