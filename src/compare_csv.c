/*
 * A comparison as one table of comma-separated values (RFC 4180).
 *
 * The columns: section (difference, result, option or bridge), item, option,
 * a, b, and difference: what b has more than a. In the bridge that is each
 * change's share; its first line has the net savings.
 */
#include <math.h>
#include <string.h>

#include "compare_parts.h"
#include "figure.h"

/* ---- cells -------------------------------------------------------------- */

/* Quoted, in a harmless form. */
static void put_quoted(FILE *out, const char *before, const char *words)
{
	char clean[PAGE_BYTES];

	text_clean(clean, sizeof(clean), words);
	fprintf(out, "\"%s", before);
	for (const char *at = clean; *at; at++) {
		if (*at == '"')
			putc('"', out);
		putc(*at, out);
	}
	putc('"', out);
}

/* Before what a spreadsheet would take for a formula stands an apostrophe. */
static void put_words(FILE *out, const char *words)
{
	put_quoted(out, *words && strchr("=+-@", *words) ? "'" : "", words);
}

/* Nothing where there is none. */
static void put_figure(FILE *out, double value)
{
	char words[FIGURE_MAX] = "";

	if (!isnan(value))
		figure_exact(words, sizeof(words), value);
	fputs(words, out);
}

static void begin(
	FILE *out, const char *section, const char *item, const char *option)
{
	fprintf(out, "%s,", section);
	put_words(out, item);
	putc(',', out);
	if (option)
		put_words(out, option);
}

static void put_texts(FILE *out, const char *a, const char *b)
{
	putc(',', out);
	put_words(out, a);
	putc(',', out);
	put_words(out, b);
	fputs(",\r\n", out);
}

/* As typed; "-5%" is no formula. */
static void put_numbers(FILE *out, const char *a, const char *b)
{
	putc(',', out);
	put_quoted(out, "", a);
	putc(',', out);
	put_quoted(out, "", b);
	fputs(",\r\n", out);
}

static void put_figures(FILE *out, double a, double b, double difference)
{
	const double values[] = {a, b, difference};

	for (int i = 0; i < 3; i++) {
		putc(',', out);
		put_figure(out, values[i]);
	}
	fputs("\r\n", out);
}

/* ---- sections ----------------------------------------------------------- */

static void write_differences(FILE *out, const struct comparison *c)
{
	for (int i = 0; i < c->bridge->differences; i++) {
		const struct difference *d = &c->bridge->difference[i];
		char key[SESSION_TEXT + SESSION_KEY];
		char a[SESSION_TEXT + 1], b[SESSION_TEXT + 1];

		difference_key(c, d, key, sizeof(key));
		difference_value(&c->a, d, d->a, a, sizeof(a));
		difference_value(&c->b, d, d->b, b, sizeof(b));
		begin(out, "difference", key, difference_option(c, d));
		if (input_is_number(d->input))
			put_numbers(out, a, b);
		else
			put_texts(out, a, b);
	}
}

static void write_verdicts(FILE *out, const struct comparison *c)
{
	char a[WORDS], b[WORDS];
	struct pen of_a = compare_pen(&c->a, a, sizeof(a));
	struct pen of_b = compare_pen(&c->b, b, sizeof(b));

	say_verdict(&of_a, c->a.result);
	say_verdict(&of_b, c->b.result);
	begin(out, "result", "verdict", NULL);
	put_texts(out, a, b);
}

static void write_results(FILE *out, const struct comparison *c)
{
	write_verdicts(out, c);
	for (int i = 0; i < choices; i++) {
		const struct choice *choice = &choice_table[i];

		begin(out, "result", choice->key, NULL);
		put_texts(out, compare_choice(&c->a, choice),
			compare_choice(&c->b, choice));
	}
	for (int i = 0; i < measures; i++) {
		const struct measure *measure = &measure_table[i];

		begin(out, "result", measure->key, NULL);
		put_figures(out, measure->of(&c->a), measure->of(&c->b),
			measure_difference(c, measure));
	}
}

static void write_options(FILE *out, const struct comparison *c)
{
	struct pairs pairs;

	compare_pairs(c, &pairs);
	for (int i = 0; i < pairs.count; i++) {
		double a = compare_total(&c->a, pairs.a[i]);
		double b = compare_total(&c->b, pairs.b[i]);

		begin(out, "option", "total_pv", compare_name(c, &pairs, i));
		put_figures(out, a, b, compare_currency(c) ? b - a : NAN);
	}
}

static void write_bridge(FILE *out, const struct comparison *c)
{
	const struct bridge *bridge = c->bridge;

	if (bridge->gap != BRIDGE_STANDS)
		return;
	begin(out, "bridge", "net", NULL);
	put_figures(out, bridge->from, bridge->to, bridge->to - bridge->from);
	for (int i = 0; i < bridge->changes; i++) {
		const struct difference *d =
			&bridge->difference[bridge->change[i].first];
		char key[SESSION_TEXT + SESSION_KEY];

		difference_key(c, d, key, sizeof(key));
		begin(out, "bridge", key, difference_option(c, d));
		put_figures(out, NAN, NAN, bridge->change[i].share);
	}
}

bool compare_csv(FILE *out, const struct report *report)
{
	const struct comparison *comparison = report->comparison;

	fputs("section,item,option,a,b,difference\r\n", out);
	write_differences(out, comparison);
	write_results(out, comparison);
	write_options(out, comparison);
	write_bridge(out, comparison);
	return fflush(out) == 0 && !ferror(out);
}
