/*
 * The text report: a memo that can be handed on. What stands in it is put
 * together here; each section has a file of its own.
 */
#include "report.h"

#include <string.h>

#include "day.h"
#include "report_memo.h"

static const char *text_of(const struct memo *memo, enum input input)
{
	return session_text(memo->session, SHARED_PLACE(input));
}

static void head_line(
	const struct memo *memo, const char *label, const char *text)
{
	if (text[0])
		page_paragraph(&memo->page, 0, label, text);
}

static void write_head(const struct memo *memo)
{
	const char *name = text_of(memo, IN_session_name);
	char horizon[SENTENCE], day[DAY_MAX];

	page_paragraph(&memo->page, 0, "",
		name[0] ? name : "A decision without a name");
	page_paragraph(&memo->page, 0, "",
		"Fine-tune a model of our own, or prompt one that exists?");
	page_rule(&memo->page);
	snprintf(horizon, sizeof(horizon), "%d month%s", memo->result->horizon,
		memo->result->horizon == 1 ? "" : "s");
	day_write(day, memo->day);
	head_line(memo, "Author    ", text_of(memo, IN_session_author));
	head_line(memo, "As of     ", day);
	head_line(memo, "Money in  ", session_currency(memo->session));
	head_line(memo, "Horizon   ", horizon);
	head_line(memo, "Notes     ", text_of(memo, IN_session_notes));
}

static void write_foot(const struct memo *memo)
{
	char words[SENTENCE];
	struct pen pen = memo_pen(memo, words);
	struct place rate = SHARED_PLACE(IN_savings_discount_rate);

	page_blank(&memo->page);
	page_rule(&memo->page);
	say(&pen, "How to read the figures: a figure given as a range counts "
		  "with its middle, except in the odds. Present value counts a "
		  "payment for less "
		  "the later it comes: ");
	say_percent(&pen, session_base(memo->session, rate));
	say(&pen, " a year. A month has 730 hours.");
	page_paragraph(&memo->page, 0, "", words);
}

bool report_text(FILE *out, const struct report *report)
{
	struct provenance provenance;
	const struct memo memo = {
		.page = {.out = out, .ascii = report->ascii},
		.session = report->session,
		.result = report->result,
		.odds = report->odds,
		.provenance = &provenance,
		.day = report->day,
	};

	provenance_find(&provenance, report->session, report->result,
		&report->odds->tornado, report->day);
	write_head(&memo);
	memo_decision(&memo);
	memo_path(&memo);
	memo_options(&memo);
	memo_curves(&memo);
	memo_savings(&memo);
	memo_odds(&memo);
	memo_flips(&memo);
	memo_fits(&memo);
	memo_next_steps(&memo);
	memo_owners(&memo);
	memo_assumptions(&memo);
	write_foot(&memo);
	return fflush(out) == 0 && !ferror(out);
}
