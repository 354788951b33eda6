/*
 * Where the figures come from, in sentences: who vouches for them, what makes
 * the net saving uncertain, how old they are, and which of them nobody gave.
 */
#include <math.h>
#include <string.h>

#include "day.h"
#include "report_memo.h"

enum { WORDS = 64 }; /* bytes of a part of a list */

/* "1 figure is", "2 figures are". */
static void say_counted(
	struct pen *pen, int count, const char *one, const char *many)
{
	say_whole(pen, count);
	say(pen, count == 1 ? one : many);
}

static void say_day(struct pen *pen, int day)
{
	char words[DAY_MAX];

	day_write(words, day);
	say(pen, words);
}

/* ---- who vouches for them ------------------------------------------------ */

/* The surest first; in the order in which they are listed. */
static const struct {
	int origin;
	const char *adjective, *noun;
} origin_table[ORIGINS] = {
	{GRADE_MEASURED, "measured", "measured figures"},
	{GRADE_CITED, "cited", "cited figures"},
	{GRADE_ESTIMATE, "estimated", "estimates"},
	{GRADE_GUESS, "guessed", "guesses"},
	{ORIGIN_UNKNOWN, "without a stated origin",
		"figures without a stated origin"},
};

static void say_origins(struct pen *pen, const struct provenance *provenance)
{
	char words[ORIGINS][WORDS];
	const char *items[ORIGINS];
	int count = 0;

	for (int i = 0; i < ORIGINS; i++) {
		int figures = provenance->origin[origin_table[i].origin];

		if (figures == 0)
			continue;
		snprintf(words[count], WORDS, "%d %s", figures,
			origin_table[i].adjective);
		items[count] = words[count];
		count++;
	}
	say_counted(pen, provenance->given, " figure is given here",
		" figures are given here");
	if (count == 1) {
		say(pen, provenance->given > 1 ? ", all " : ", ");
		say(pen, strchr(words[0], ' ') + 1);
		say(pen, ".");
		return;
	}
	say(pen, ": ");
	say_list(pen, items, count);
	say(pen, provenance->origin[GRADE_MEASURED] ? "."
						    : "; none is measured.");
}

/* ---- what makes the net saving uncertain --------------------------------- */

static void say_part(struct pen *pen, double share)
{
	if (share < 0.005)
		say(pen, "under 1%");
	else if (share < 1 && share >= 0.995)
		say(pen, "over 99%");
	else
		say_percent(pen, round(100 * share) / 100);
}

/* Rows of the table above that have a share, the largest first; how many. */
static int order_shares(const double share[ORIGINS], int order[ORIGINS])
{
	int count = 0;

	for (int i = 0; i < ORIGINS; i++) {
		double own = share[origin_table[i].origin];
		int at = count;

		if (!(own > 0))
			continue;
		for (; at > 0 &&
			share[origin_table[order[at - 1]].origin] < own;
			at--)
			order[at] = order[at - 1];
		order[at] = i;
		count++;
	}
	return count;
}

/* "Guesses make 84% of the uncertainty of the net saving, estimates 12% and
 * cited figures 4%." */
static void say_shares(struct pen *pen, const struct provenance *provenance)
{
	int order[ORIGINS];
	int count = order_shares(provenance->share, order);
	char words[ORIGINS][WORDS];
	const char *items[ORIGINS];

	if (count == 0)
		return;
	if (count == 1) {
		say(pen,
			"All of the uncertainty of the net saving comes from ");
		say(pen, origin_table[order[0]].noun);
		say(pen, ".");
		return;
	}
	say(pen, "Of the uncertainty of the net saving, ");
	for (int i = 0; i < count; i++) {
		struct pen part =
			pen_on(words[i], WORDS, pen->session, pen->result);

		say(&part, origin_table[order[i]].noun);
		say(&part, i == 0 ? " make " : " ");
		say_part(&part,
			provenance->share[origin_table[order[i]].origin]);
		items[i] = words[i];
	}
	say_list(pen, items, count);
	say(pen, " (each range weighs by the square of how far it alone moves "
		 "the saving).");
}

/* ---- how old they are ---------------------------------------------------- */

static void say_ages(struct pen *pen, const struct memo *memo)
{
	const struct provenance *provenance = memo->provenance;

	if (provenance->dated == 0) {
		say(pen, "None of them has a date.");
		return;
	}
	say_counted(pen, provenance->dated, " has a date.", " have a date.");
	say(pen,
		memo->day ? " As of " : " Counted from the newest date here, ");
	say_day(pen, provenance->day);
	say(pen, ", ");
	if (provenance->old == 0)
		say(pen, "none is");
	else
		say_counted(pen, provenance->old, " is", " are");
	say(pen, " more than ");
	say_whole(pen, PROVENANCE_OLD);
	say(pen, " days old; the oldest, ");
	say_input(pen, provenance->oldest);
	say(pen, ", is of ");
	say_day(pen, provenance->oldest_day);
	say(pen, ".");
	if (provenance->later > 0) {
		say(pen, " ");
		say_counted(pen, provenance->later, " is dated after that day.",
			" are dated after that day.");
	}
}

static void say_dated_prices(
	struct pen *pen, const struct price_days *prices, int day)
{
	int from = day - prices->newest, to = day - prices->oldest;

	if (to < 0) {
		say(pen, "dated after that day");
	} else if (from == to) {
		say(pen, "of ");
		say_day(pen, prices->oldest);
	} else {
		say(pen, from > 0 ? "between " : "up to ");
		if (from > 0) {
			say_whole(pen, from);
			say(pen, " and ");
		}
		say_counted(pen, to, " day old", " days old");
	}
}

static void say_prices(struct pen *pen, const struct provenance *provenance)
{
	const struct price_days *prices = &provenance->prices;
	int undated = prices->given - prices->dated;

	if (prices->dated == 0)
		return;
	say(pen, " ");
	say_counted(pen, prices->dated, " price is ", " prices are ");
	say_dated_prices(pen, prices, provenance->day);
	if (undated > 0) {
		say(pen, "; ");
		say_counted(pen, undated, " has no date", " have no date");
	}
	say(pen, ".");
}

void memo_provenance(const struct memo *memo)
{
	const struct provenance *provenance = memo->provenance;
	char words[SENTENCE];
	struct pen pen = memo_pen(memo, words);

	if (provenance->given == 0)
		return;
	say_origins(&pen, provenance);
	say(&pen, " ");
	say_ages(&pen, memo);
	say_prices(&pen, provenance);
	doc_paragraph(memo->doc, words);
	pen = memo_pen(memo, words);
	say_shares(&pen, provenance);
	if (words[0])
		doc_paragraph(memo->doc, words);
}

/* ---- what nobody gave ---------------------------------------------------- */

/* "horizon 24 months"; of what is taken for nothing, "growth per month". A
 * missing pass rate counts as if nothing failed. */
static void say_default(
	struct pen *pen, const struct memo *memo, struct place place)
{
	char noun[WORDS], value[WORDS];
	double base = session_base(memo->session, place);

	input_noun(place.input, noun, sizeof(noun));
	say(pen, noun);
	if (base == 0)
		return;
	input_value_words(memo->session, place.input, isnan(base) ? 1 : base,
		value, sizeof(value));
	say(pen, " ");
	say(pen, value);
	say(pen, isnan(base) ? " (not measured)" : "");
}

/* Of one option, or the shared ones: those that are 0, or those that are not.
 * Are there any? */
static bool say_defaults(struct pen *pen, const struct memo *memo, int option,
	bool zero, const char *lead)
{
	const struct provenance *provenance = memo->provenance;
	int count = 0;

	for (int i = 0; i < provenance->movers; i++) {
		struct place place = provenance->mover[i];

		if (place.option != option ||
			(session_base(memo->session, place) == 0) != zero)
			continue;
		say(pen, count++ > 0 ? ", " : lead);
		say_default(pen, memo, place);
	}
	say(pen, count > 0 ? "." : "");
	return count > 0;
}

static void write_defaults(const struct memo *memo, int option)
{
	char words[SENTENCE];
	struct pen pen = memo_pen(memo, words);
	bool some, zero;

	if (option < 0)
		say(&pen, "All options");
	else
		say_name(&pen, option);
	some = say_defaults(&pen, memo, option, false, ": ");
	zero = say_defaults(
		&pen, memo, option, true, some ? " At 0: " : ", at 0: ");
	if (some || zero)
		doc_item(memo->doc, LIST_BULLETS, words);
}

void memo_defaults(const struct memo *memo)
{
	const struct provenance *provenance = memo->provenance;
	char words[SENTENCE];
	struct pen pen = memo_pen(memo, words);

	if (provenance->defaults == 0)
		return;
	say_counted(&pen, provenance->defaults,
		" figure is left at its default",
		" figures are left at their defaults");
	if (provenance->movers > 0) {
		say(&pen, ", and ");
		say_counted(&pen, provenance->movers,
			" of them would move the net saving if it were "
			"different:",
			" of them would move the net saving if they were "
			"different:");
	} else {
		say(&pen, memo_compared(memo)
				  ? "; none of them would move the net saving."
				  : ".");
	}
	doc_subheading(memo->doc, "Defaults");
	if (provenance->movers > 0)
		doc_lead(memo->doc, words);
	else
		doc_paragraph(memo->doc, words);
	for (int option = -1; option < memo->session->options; option++)
		write_defaults(memo, option);
}
