/*
 * Whether tuning pays, and the four places where it usually does.
 */
#include <math.h>

#include "report_memo.h"

static void amount(const struct memo *memo, const char *label, double value)
{
	enum { LABEL = 44, MONEY = 18 };
	struct line line = line_begin(&memo->page, PAGE_INDENT);
	char words[FIGURE_MAX];

	figure_ledger(
		words, sizeof(words), value, session_currency(memo->session));
	line_put(&line, label, LABEL, TEXT_LEFT);
	line_put(&line, words, MONEY, TEXT_RIGHT);
	line_end(&line);
}

static void write_pair(const struct memo *memo)
{
	char words[SENTENCE];
	struct pen pen = memo_pen(memo, words);

	say_name(&pen, memo->result->tuned);
	say(&pen, " (tuned) against ");
	say_name(&pen, memo->result->baseline);
	say(&pen, " (prompted), in present value:");
	page_paragraph(&memo->page, PAGE_INDENT, "", words);
	page_blank(&memo->page);
}

static void write_amounts(const struct memo *memo)
{
	const struct savings *savings = &memo->result->savings;

	amount(memo,
		savings->running >= 0 ? "Saved on serving and failures"
				      : "Lost on serving and failures",
		fabs(savings->running));
	amount(memo,
		savings->overhead >= 0
			? "Overhead: what all the rest costs more"
			: "Overhead: all the rest costs less",
		fabs(savings->overhead));
	amount(memo, savings->net >= 0 ? "Net saving" : "Net loss",
		fabs(savings->net));
	page_blank(&memo->page);
}

static void write_ratio(const struct memo *memo)
{
	const struct savings *savings = &memo->result->savings;
	char words[SENTENCE];
	struct pen pen = memo_pen(memo, words);

	if (isinf(savings->ratio)) {
		say(&pen, "The saving comes without any overhead.");
	} else if (savings->running <= 0) {
		say(&pen, "There are no savings to set against the overhead.");
	} else {
		say(&pen, "The savings are ");
		say_figure(&pen, savings->ratio);
		say(&pen, " times the overhead; clearly larger means ");
		say_figure(&pen, pen_base(&pen, IN_savings_factor));
		say(&pen, " times here.");
	}
	page_paragraph(&memo->page, PAGE_INDENT, "Ratio       ", words);
}

static void write_payback(const struct memo *memo)
{
	int month = memo->result->savings.payback_month;
	char words[SENTENCE];
	struct pen pen = memo_pen(memo, words);

	if (month < 0) {
		say(&pen, "None within ");
		say_whole(&pen, memo->result->horizon);
		say(&pen, " months: there is no month from which tuning has "
			  "cost less in all and stays so.");
	} else if (month == 0) {
		say(&pen, "At once: from the first day on tuning has cost "
			  "less in all, and it stays so.");
	} else {
		say(&pen, "Month ");
		say_whole(&pen, month);
		say(&pen, ": from then on tuning has cost less in all, and it "
			  "stays so.");
	}
	page_paragraph(&memo->page, PAGE_INDENT, "Payback     ", words);
}

static void say_break_even(const struct memo *memo, struct pen *pen)
{
	const struct savings *savings = &memo->result->savings;
	bool above = savings->break_even_side == SIDE_ABOVE;

	say_figure(pen, savings->break_even_requests);
	say(pen, " requests in the first month: both cost the same there. "
		 "Tuning saves ");
	say(pen, above ? "above" : "below");
	say(pen, " it; you expect ");
	say_figure(pen, pen_base(pen, IN_volume_requests_per_month));
	say(pen, ".");
}

static void write_break_even(const struct memo *memo)
{
	const struct savings *savings = &memo->result->savings;
	char words[SENTENCE];
	struct pen pen = memo_pen(memo, words);

	if (pen_base(&pen, IN_volume_requests_per_month) <= 0)
		say(&pen, "Not known: there are no requests.");
	else if (!isnan(savings->break_even_requests))
		say_break_even(memo, &pen);
	else if (savings->net > 0)
		say(&pen, "None: tuning saves at any number of requests.");
	else
		say(&pen, "None: there is no number of requests from which "
			  "tuning would save.");
	page_paragraph(&memo->page, PAGE_INDENT, "Break-even  ", words);
}

void memo_savings(const struct memo *memo)
{
	page_heading(&memo->page, "DOES TUNING PAY?");
	if (!memo_compared(memo)) {
		page_paragraph(&memo->page, PAGE_INDENT, "",
			"It takes a prompted and a tuned option to compare "
			"them; one of the two is missing.");
		return;
	}
	write_pair(memo);
	write_amounts(memo);
	write_ratio(memo);
	write_payback(memo);
	write_break_even(memo);
}

/* ---- fits --------------------------------------------------------------- */

static void fit(const struct memo *memo, bool holds, const char *words)
{
	const char *yes = memo->page.ascii ? "[x] " : "✓ ";
	const char *no = memo->page.ascii ? "[ ] " : "· ";

	page_paragraph(&memo->page, PAGE_INDENT, holds ? yes : no, words);
}

void memo_fits(const struct memo *memo)
{
	const struct fits *fits = &memo->result->fits;
	char words[SENTENCE];
	struct pen pen = memo_pen(memo, words);

	page_heading(&memo->page,
		"WHERE TUNING EARNS ITS KEEP, AND WHETHER THIS IS IT");
	fit(memo, fits->high_volume,
		"A narrow task at such a volume that the price of tokens "
		"matters.");
	fit(memo, fits->latency,
		"Answers faster than an API gives them, or data that may not "
		"leave, served well enough on our own GPUs.");
	fit(memo, fits->domain,
		"A field in which no prompt reaches the bar, and a tuned "
		"model does.");
	say(&pen, "A billion requests or more, and at least ");
	say_money(&pen, 1e6);
	say(&pen, " saved on them.");
	fit(memo, fits->massive_scale, words);
}
