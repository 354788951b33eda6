/*
 * The pictures of a report as inline SVG, for a page of HTML.
 *
 * Each svg_...() writes one <svg> with a title and a description in words, that
 * takes the width it is given; svg_has_...() says whether there is anything to
 * be seen, and nothing is written where there is not. What an element looks
 * like hangs on its CSS class: put svg_style into the page's <style>, once. It
 * holds light, dark and print, and names nothing outside "svg.tn". Ids begin
 * with "tn-", and differ from picture to picture, so all may stand on one page.
 *
 * Words take the page's colour, and stand on its paper, white in light and
 * #1b1b1b in dark; on another, set svg.tn{--tn-paper:...} behind svg_style.
 *
 * Colour is never the only sign. The bytes hang on the report alone: no clock,
 * no locale, no terminal; ascii is not looked at. Texts of the user are made
 * harmless and escaped. A failed write is left for ferror().
 */
#ifndef SRC_SVG_H
#define SRC_SVG_H

#include <stdbool.h>
#include <stdio.h>

#include "report.h"

/* What each option has cost up to each month, in present value, with the month
 * in which tuning pays back. */
bool svg_has_curves(const struct report *report);
void svg_curves(FILE *out, const struct report *report);

/* How the net saving is spread over the scenarios: losses, savings, and the
 * 5th, 50th and 95th percentile. */
bool svg_has_spread(const struct report *report);
void svg_spread(FILE *out, const struct report *report);

/* The net saving with one figure alone at either end of its range. */
bool svg_has_tornado(const struct report *report);
void svg_tornado(FILE *out, const struct report *report);

/* Where the money goes: a bar an option, in seven categories. */
bool svg_has_money(const struct report *report);
void svg_money(FILE *out, const struct report *report);

/* The five questions as a path that ends where it stops. */
bool svg_has_path(const struct report *report);
void svg_path(FILE *out, const struct report *report);

/* CSS, without <style> around it. */
extern const char svg_style[];

#endif
