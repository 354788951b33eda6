/*
 * Words and numbers in pictures. Every text goes out through svg_words(), and
 * every coordinate through svg_number(): nothing else needs to be looked at to
 * know that no name breaks a page, and that no locale or figure does.
 */
#include <math.h>
#include <stdlib.h>

#include "svg_parts.h"
#include "text.h"

enum { GROWTH = 3 }; /* a text made harmless is at most so many times as long */

void svg_words(FILE *out, const char *words)
{
	char clean[GROWTH * SVG_WORDS];

	text_clean(clean, sizeof(clean), words);
	for (const char *at = clean; *at; at++) {
		switch (*at) {
		case '&': fputs("&amp;", out); break;
		case '<': fputs("&lt;", out); break;
		case '>': fputs("&gt;", out); break;
		case '"': fputs("&quot;", out); break;
		case '\'': fputs("&#39;", out); break;
		default: putc(*at, out);
		}
	}
}

/* In whole tenths, so that no decimal point is asked of the C library. */
void svg_number(FILE *out, double value)
{
	const double far = 1e5;
	long tenths =
		isnan(value) ? 0 : lround(10 * fmin(fmax(value, -far), far));
	long size = labs(tenths);

	fprintf(out, "%s%ld", tenths < 0 ? "-" : "", size / 10);
	if (size % 10)
		fprintf(out, ".%ld", size % 10);
}

double svg_width(const char *words)
{
	return SVG_CELL * text_width(words);
}

/* In a long text wide letters and narrow ones make up for each other. */
int svg_cells(double width)
{
	const double cell = 9;

	return width > 0 ? (int)(width / cell) : 0;
}

struct svg_money svg_money_of(const struct svg *svg, double value)
{
	struct svg_money money = {""};

	figure_money(money.text, sizeof(money.text), value,
		session_currency(svg->report->session));
	return money;
}

struct pen svg_pen(const struct report *report, char *out, size_t size)
{
	return pen_on(out, size, report->session, report->result);
}

void say_whole_name(struct pen *pen, int option)
{
	say(pen, session_option_name(pen->session, option));
}

void say_months(struct pen *pen, int months)
{
	say_whole(pen, months);
	say(pen, months == 1 ? " month" : " months");
}
