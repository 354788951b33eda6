/*
 * Whether tuning pays, and the four places where it usually does.
 */
#include <math.h>

#include "report_memo.h"

static void amount(const struct memo *memo, struct table *table,
	enum row_kind kind, const char *label, double value)
{
	char words[FIGURE_MAX];

	figure_ledger(
		words, sizeof(words), value, session_currency(memo->session));
	table_row(table, kind, label);
	table_cell(table, words);
}

static void write_pair(const struct memo *memo)
{
	char words[SENTENCE];
	struct pen pen = memo_pen(memo, words);

	say_name(&pen, memo->result->tuned);
	say(&pen, " (tuned) against ");
	say_name(&pen, memo->result->baseline);
	say(&pen, " (prompted), in present value:");
	doc_paragraph(memo->doc, words);
}

static void write_amounts(const struct memo *memo)
{
	const struct savings *savings = &memo->result->savings;
	struct table table = {.name = "What tuning saves and what it takes",
		.indent = PAGE_INDENT,
		.bare = true};

	table_column(&table, &(struct column){.head = "", .cells = 44});
	table_column(&table, &(struct column){.head = "Present value",
				     .align = TEXT_RIGHT,
				     .cells = 18});
	amount(memo, &table, ROW_PLAIN,
		savings->running >= 0 ? "Saved on serving and failures"
				      : "Lost on serving and failures",
		fabs(savings->running));
	amount(memo, &table, ROW_PLAIN,
		savings->overhead >= 0
			? "Overhead: what all the rest costs more"
			: "Overhead: all the rest costs less",
		fabs(savings->overhead));
	amount(memo, &table, ROW_TOTAL,
		savings->net >= 0 ? "Net saving" : "Net loss",
		fabs(savings->net));
	doc_table(memo->doc, &table);
}

static void say_ratio(const struct memo *memo, struct pen *pen)
{
	const struct savings *savings = &memo->result->savings;

	if (isinf(savings->ratio)) {
		say(pen, "The saving comes without any overhead.");
	} else if (savings->running <= 0) {
		say(pen, "There are no savings to set against the overhead.");
	} else {
		say(pen, "The savings are ");
		say_figure(pen, savings->ratio);
		say(pen, " times the overhead; clearly larger means ");
		say_figure(pen, pen_base(pen, IN_savings_factor));
		say(pen, " times here.");
	}
}

static void say_payback(const struct memo *memo, struct pen *pen)
{
	int month = memo->result->savings.payback_month;

	if (month < 0) {
		say(pen, "None within ");
		say_whole(pen, memo->result->horizon);
		say(pen, " months: there is no month from which tuning has "
			 "cost less in all and stays so.");
	} else if (month == 0) {
		say(pen, "At once: from the first day on tuning has cost "
			 "less in all, and it stays so.");
	} else {
		say(pen, "Month ");
		say_whole(pen, month);
		say(pen, ": from then on tuning has cost less in all, and it "
			 "stays so.");
	}
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

static void say_volume(const struct memo *memo, struct pen *pen)
{
	const struct savings *savings = &memo->result->savings;

	if (pen_base(pen, IN_volume_requests_per_month) <= 0)
		say(pen, "Not known: there are no requests.");
	else if (!isnan(savings->break_even_requests))
		say_break_even(memo, pen);
	else if (savings->net > 0)
		say(pen, "None: tuning saves at any number of requests.");
	else
		say(pen, "None: there is no number of requests from which "
			 "tuning would save.");
}

static void write_facts(const struct memo *memo)
{
	char ratio[SENTENCE], payback[SENTENCE], volume[SENTENCE];
	struct pen pen = memo_pen(memo, ratio);

	say_ratio(memo, &pen);
	pen = memo_pen(memo, payback);
	say_payback(memo, &pen);
	pen = memo_pen(memo, volume);
	say_volume(memo, &pen);
	doc_facts(memo->doc,
		(const struct fact[]){{"Ratio", ratio}, {"Payback", payback},
			{"Break-even", volume}},
		3);
}

void memo_savings(const struct memo *memo)
{
	doc_heading(memo->doc, SECTION_SAVINGS);
	if (!memo_compared(memo)) {
		doc_paragraph(memo->doc,
			"It takes a prompted and a tuned option to compare "
			"them; one of the two is missing.");
		return;
	}
	write_pair(memo);
	write_amounts(memo);
	write_facts(memo);
}

/* ---- fits --------------------------------------------------------------- */

void memo_fits(const struct memo *memo)
{
	const struct fits *fits = &memo->result->fits;
	char words[SENTENCE];
	struct pen pen = memo_pen(memo, words);

	doc_heading(memo->doc, SECTION_FITS);
	doc_check(memo->doc, fits->high_volume,
		"A narrow task at such a volume that the price of tokens "
		"matters.");
	doc_check(memo->doc, fits->latency,
		"Answers faster than an API gives them, or data that may not "
		"leave, served well enough on our own GPUs.");
	doc_check(memo->doc, fits->domain,
		"A field in which no prompt reaches the bar, and a tuned "
		"model does.");
	say(&pen, "A billion requests or more, and at least ");
	say_money(&pen, 1e6);
	say(&pen, " saved on them.");
	doc_check(memo->doc, fits->massive_scale, words);
}
