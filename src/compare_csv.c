/*
 * A comparison as one table of comma-separated values (RFC 4180).
 *
 * The columns: section (difference, result, option or bridge), item, option,
 * a, b, and difference: what b has more than a. In the bridge that is each
 * change's share; its first line has the net savings.
 */
#include <math.h>

#include "compare_parts.h"
#include "csv.h"

/* ---- rows --------------------------------------------------------------- */

static void begin(struct csv *csv, const char *section, const char *item,
	const char *option)
{
	csv_text(csv, section);
	csv_text(csv, item);
	csv_text(csv, option ? option : "");
}

static void put_texts(struct csv *csv, const char *a, const char *b)
{
	csv_text(csv, a);
	csv_text(csv, b);
	csv_text(csv, "");
	csv_end_row(csv);
}

static void put_figures(struct csv *csv, double a, double b, double difference)
{
	csv_number(csv, a);
	csv_number(csv, b);
	csv_number(csv, difference);
	csv_end_row(csv);
}

/* ---- sections ----------------------------------------------------------- */

static void write_differences(struct csv *csv, const struct comparison *c)
{
	for (int i = 0; i < c->bridge->differences; i++) {
		const struct difference *d = &c->bridge->difference[i];
		char key[SESSION_TEXT + SESSION_KEY];
		char a[SESSION_TEXT + 1], b[SESSION_TEXT + 1];

		difference_key(c, d, key, sizeof(key));
		difference_value(&c->a, d, d->a, a, sizeof(a));
		difference_value(&c->b, d, d->b, b, sizeof(b));
		begin(csv, "difference", key, difference_option(c, d));
		put_texts(csv, a, b);
	}
}

static void write_verdicts(struct csv *csv, const struct comparison *c)
{
	char a[WORDS], b[WORDS];
	struct pen of_a = compare_pen(&c->a, a, sizeof(a));
	struct pen of_b = compare_pen(&c->b, b, sizeof(b));

	say_verdict(&of_a, c->a.result);
	say_verdict(&of_b, c->b.result);
	begin(csv, "result", "verdict", NULL);
	put_texts(csv, a, b);
}

static void write_results(struct csv *csv, const struct comparison *c)
{
	write_verdicts(csv, c);
	for (int i = 0; i < choices; i++) {
		const struct choice *choice = &choice_table[i];

		begin(csv, "result", choice->key, NULL);
		put_texts(csv, compare_choice(&c->a, choice),
			compare_choice(&c->b, choice));
	}
	for (int i = 0; i < measures; i++) {
		const struct measure *measure = &measure_table[i];

		begin(csv, "result", measure->key, NULL);
		put_figures(csv, measure->of(&c->a), measure->of(&c->b),
			measure_difference(c, measure));
	}
}

static void write_options(struct csv *csv, const struct comparison *c)
{
	struct pairs pairs;

	compare_pairs(c, &pairs);
	for (int i = 0; i < pairs.count; i++) {
		double a = compare_total(&c->a, pairs.a[i]);
		double b = compare_total(&c->b, pairs.b[i]);

		begin(csv, "option", "total_pv", compare_name(c, &pairs, i));
		put_figures(csv, a, b, compare_currency(c) ? b - a : NAN);
	}
}

static void write_bridge(struct csv *csv, const struct comparison *c)
{
	const struct bridge *bridge = c->bridge;

	if (bridge->gap != BRIDGE_STANDS)
		return;
	begin(csv, "bridge", "net", NULL);
	put_figures(csv, bridge->from, bridge->to, bridge->to - bridge->from);
	for (int i = 0; i < bridge->changes; i++) {
		const struct difference *d =
			&bridge->difference[bridge->change[i].first];
		char key[SESSION_TEXT + SESSION_KEY];

		difference_key(c, d, key, sizeof(key));
		begin(csv, "bridge", key, difference_option(c, d));
		put_figures(csv, NAN, NAN, bridge->change[i].share);
	}
}

static void write_head(struct csv *csv)
{
	static const char *const columns[] = {
		"section", "item", "option", "a", "b", "difference"};

	csv_begin(csv);
	for (size_t i = 0; i < sizeof(columns) / sizeof(*columns); i++)
		csv_text(csv, columns[i]);
	csv_end_row(csv);
}

bool compare_csv(FILE *out, const struct report *report)
{
	const struct comparison *comparison = report->comparison;
	struct csv csv = {.out = out,
		.dialect = report->dialect ? report->dialect : csv_dialects};

	write_head(&csv);
	write_differences(&csv, comparison);
	write_results(&csv, comparison);
	write_options(&csv, comparison);
	write_bridge(&csv, comparison);
	return fflush(out) == 0 && !ferror(out);
}
