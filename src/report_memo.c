/*
 * The report in prose: a memo that can be handed on. What stands in it is put
 * together here; each section has a file of its own.
 */
#include "report_memo.h"
#include "day.h"

#include "compare.h"

static const char *text_of(const struct memo *memo, enum input input)
{
	return session_text(memo->session, SHARED_PLACE(input));
}

/* The facts of the head that are known. */
static void write_head(const struct memo *memo)
{
	const char *name = text_of(memo, IN_session_name);
	char horizon[32], day[DAY_MAX];
	const struct fact known[] = {
		{"Author", text_of(memo, IN_session_author)},
		{"As of", day},
		{"Money in", session_currency(memo->session)},
		{"Horizon", horizon},
		{"Notes", text_of(memo, IN_session_notes)},
	};
	struct fact facts[sizeof(known) / sizeof(known[0])];
	struct head head = {
		.title = name[0] ? name : "A decision without a name",
		.question = "Fine-tune a model of our own, or prompt one that "
			    "exists?",
		.facts = facts,
	};

	snprintf(horizon, sizeof(horizon), "%d month%s", memo->result->horizon,
		memo->result->horizon == 1 ? "" : "s");
	day_write(day, memo->day);
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (known[i].words[0])
			facts[head.count++] = known[i];
	doc_head(memo->doc, &head);
}

static void write_foot(const struct memo *memo)
{
	char words[SENTENCE];
	struct pen pen = memo_pen(memo, words);
	struct place rate = SHARED_PLACE(IN_savings_discount_rate);

	say(&pen, "How to read the figures: a figure given as a range counts "
		  "with its middle, except in the odds. Present value counts a "
		  "payment for less "
		  "the later it comes: ");
	say_percent(&pen, session_base(memo->session, rate));
	say(&pen, " a year. A month has 730 hours. The command that makes this "
		  "session again, figure for figure: tuneornot get SESSION "
		  "--as-command.");
	doc_foot(memo->doc, words);
}

/* A report that has a comparison is one of both. */
void memo_write(struct document *doc)
{
	struct provenance provenance;
	const struct memo memo = {
		.doc = doc,
		.session = doc->report->session,
		.result = doc->report->result,
		.odds = doc->report->odds,
		.provenance = &provenance,
		.day = doc->report->day,
	};

	if (doc->report->comparison) {
		compare_write(doc);
		return;
	}
	provenance_find(&provenance, memo.session, memo.result,
		&memo.odds->tornado, memo.day);
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
}
