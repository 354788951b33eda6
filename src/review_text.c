/*
 * A review as text: one line where nothing has moved; else every price that
 * has, and what that does to the decision.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "review.h"

enum { WORDS = 600, DEEP = 2 * PAGE_INDENT, WHAT = 24, PRICE = 20, DAYS = 90 };

static const char *arrow(const struct page *page)
{
	return page->ascii ? "->" : "→";
}

/* ---- prices ------------------------------------------------------------- */

/* "+50%", from one base value to the other; "" from nothing. */
static void change_words(const struct review *review,
	const struct price_check *check, char *out, size_t size)
{
	double before = session_base(&review->session, check->place);
	double after = session_base(&review->repriced, check->place);
	char percent[FIGURE_MAX];

	out[0] = '\0';
	if (before <= 0 || check->place.input == IN_option_batch_discount)
		return;
	figure_percent(percent, sizeof(percent), after / before - 1);
	snprintf(out, size, "%s%s", after > before ? "+" : "", percent);
}

static void write_price(const struct page *page, const struct review *review,
	const struct price_check *check)
{
	struct line line = line_begin(page, DEEP);
	char change[FIGURE_MAX + 1];
	const char *label = input_table[check->place.input].label;

	while (*label == ' ')
		label++;
	change_words(review, check, change, sizeof(change));
	line_put(&line, label, WHAT, TEXT_LEFT);
	line_put(&line, check->before, PRICE, TEXT_RIGHT);
	line_put(&line, " ", 1, TEXT_LEFT);
	line_put(&line, arrow(page), 2, TEXT_LEFT);
	line_put(&line, check->now.text, PRICE - 5, TEXT_LEFT);
	line_put(&line, change, 9, TEXT_RIGHT);
	line_end(&line);
}

static void write_source(
	const struct page *page, const struct price_check *check)
{
	char words[WORDS], date[DAY_MAX];

	day_write(date, check->now.figure->date);
	snprintf(words, sizeof(words), "%s, %s: %.400s",
		check->item->text[ITEM_ID], date, check->now.figure->source);
	page_paragraph(page, DEEP, page->ascii ? "^ " : "↑ ", words);
}

static bool same_source(
	const struct price_check *a, const struct price_check *b)
{
	return a->item == b->item && a->place.option == b->place.option &&
	       a->now.figure->date == b->now.figure->date &&
	       !strcmp(a->now.figure->source, b->now.figure->source);
}

/* A source stands once, below the last of its prices. */
static void write_moved(const struct page *page, const struct review *review)
{
	const struct price_check *last = NULL;
	int option = -1;

	for (int i = 0; i < review->repricing.count; i++) {
		const struct price_check *check = &review->repricing.check[i];

		if (!check->moved)
			continue;
		if (last && !same_source(last, check))
			write_source(page, last);
		if (check->place.option != option)
			page_paragraph(page, PAGE_INDENT, "",
				session_option_name(
					&review->session, check->place.option));
		option = check->place.option;
		write_price(page, review, check);
		last = check;
	}
	if (last)
		write_source(page, last);
}

/* ---- the decision ------------------------------------------------------- */

static void write_result(const struct page *page, const char *what,
	const char *before, const char *after, const char *moved)
{
	char words[WORDS], lead[PAGE_INDENT + WHAT];

	snprintf(lead, sizeof(lead), "%-16s", what);
	if (!strcmp(before, after))
		snprintf(words, sizeof(words), "%s, as before", before);
	else
		snprintf(words, sizeof(words), "%s %s %s%s%s", before,
			arrow(page), after, *moved ? ": " : "", moved);
	page_paragraph(page, PAGE_INDENT, lead, words);
}

static const char *cheapest_name(
	const struct review *review, const struct result *result)
{
	return result->cheapest < 0 ? "none that will do"
				    : session_option_name(&review->session,
					      result->cheapest);
}

static void net_words(const struct review *review, const struct result *result,
	char *out, size_t size)
{
	if (isnan(result->savings.net))
		snprintf(out, size, "none");
	else
		figure_money(out, size, result->savings.net,
			session_currency(&review->session));
}

static void chance_words(double chance, char *out, size_t size)
{
	snprintf(out, size, "%.0f of 100 scenarios", 100 * chance);
}

static void write_decision(const struct page *page, const struct review *review)
{
	char before[WORDS], after[WORDS];

	verdict_short(&review->before.verdict, before, sizeof(before));
	verdict_short(&review->after.verdict, after, sizeof(after));
	write_result(page, "Verdict", before, after, "it has moved");
	write_result(page, "Cheapest", cheapest_name(review, &review->before),
		cheapest_name(review, &review->after), "it has moved");
	net_words(review, &review->before, before, sizeof(before));
	net_words(review, &review->after, after, sizeof(after));
	write_result(page, "Net saving", before, after,
		review->sign_moved ? "its sign has moved" : "");
	if (isnan(review->odds_before) || isnan(review->odds_after))
		return;
	chance_words(review->odds_before, before, sizeof(before));
	chance_words(review->odds_after, after, sizeof(after));
	write_result(page, "Tuning saves", before, after, "");
}

/* ---- what else to know -------------------------------------------------- */

/* "1 price is your own", "Tuned and Own are not in the catalogue". */
static void write_left_alone(
	const struct page *page, const struct review *review)
{
	const struct repricing *repricing = &review->repricing;
	char words[WORDS], names[WORDS] = "";
	struct pen pen = pen_on(names, sizeof(names), &review->session, NULL);
	const char *unknown[SESSION_OPTIONS];
	int count = 0;

	if (repricing->foreign)
		snprintf(words, sizeof(words),
			"Nothing was asked: the catalogue is in US dollars, "
			"the session in %.40s.",
			session_currency(&review->session));
	else
		snprintf(words, sizeof(words),
			"%d price%s your own and let alone.", repricing->own,
			repricing->own == 1 ? " is" : "s are");
	if (repricing->foreign || repricing->own)
		page_paragraph(page, PAGE_INDENT, "", words);
	for (int i = 0; i < review->session.options; i++)
		if (!repricing->priced[i])
			unknown[count++] =
				session_option_name(&review->session, i);
	if (repricing->foreign || !count)
		return;
	say_list(&pen, unknown, count);
	snprintf(words, sizeof(words),
		"No price of %.400s is the catalogue's: it cannot say whether "
		"they hold.",
		names);
	page_paragraph(page, PAGE_INDENT, "", words);
}

static void write_alerts(const struct page *page, const struct review *review)
{
	char words[WORDS];

	for (int i = 0; i < review->alerts; i++) {
		price_alert_words(&review->session, &review->alert[i],
			review->day, words, sizeof(words));
		page_paragraph(page, PAGE_INDENT, "! ", words);
	}
}

static void write_head(const struct page *page, const struct review *review)
{
	const struct repricing *repricing = &review->repricing;
	const char *name =
		session_text(&review->session, SHARED_PLACE(IN_session_name));
	char words[WORDS], verdict[80];

	verdict_short(&review->before.verdict, verdict, sizeof(verdict));
	if (repricing->moved)
		snprintf(words, sizeof(words),
			"%.200s: %d of %d prices have moved", name,
			repricing->moved, repricing->count);
	else if (repricing->count)
		snprintf(words, sizeof(words),
			"%.200s: no price has moved, of %d; %s", name,
			repricing->count, verdict);
	else
		snprintf(words, sizeof(words),
			"%.200s: it has no price of the catalogue; %s", name,
			verdict);
	page_paragraph(page, 0, "", review->file);
	page_paragraph(page, PAGE_INDENT, "", words);
}

void review_write(const struct page *page, const struct review *review)
{
	write_head(page, review);
	if (review->repricing.moved) {
		write_moved(page, review);
		write_decision(page, review);
	}
	write_alerts(page, review);
	write_left_alone(page, review);
}
