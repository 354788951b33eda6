/*
 * The decision in a few sentences with money in them, and the path of five
 * questions that leads to it.
 */
#include <math.h>

#include "pricing.h"
#include "report_memo.h"

/* Below this share of the prompted option's total a net is as good as none. */
#define TIE 0.01

static void say_question(struct pen *pen, int question)
{
	char number[32];

	snprintf(number, sizeof(number), "question %d, ", question + 1);
	say(pen, number);
	say(pen, question_names[question]);
}

static void write_verdict(const struct memo *memo)
{
	const struct verdict *verdict = &memo->result->verdict;
	char words[SENTENCE];
	struct pen pen = memo_pen(memo, words);

	if (verdict->outcome == OUTCOME_TUNE) {
		say(&pen, "All five questions are answered yes.");
	} else {
		say(&pen, verdict->outcome == OUTCOME_STOP
				  ? "Do not fine-tune for this: "
				  : "Not decided yet: ");
		say_question(&pen, verdict->at);
		say(&pen, verdict->outcome == OUTCOME_STOP
				  ? ", is answered no."
				  : ", has no sure answer.");
	}
	doc_decision(memo->doc, &(struct decision){.outcome = verdict->outcome,
					.headline = words,
					.action = verdict->action});
}

static const char *reason_of(const struct memo *memo, enum question question)
{
	static const enum input reasons[QUESTIONS] = {
		[VOLUME] = IN_volume_reason,
		[QUALITY] = IN_quality_reason,
		[LATENCY] = IN_latency_reason,
		[UPKEEP] = IN_upkeep_reason,
		[SAVINGS] = IN_savings_reason,
	};

	return session_text(memo->session, SHARED_PLACE(reasons[question]));
}

static void overruled_words(
	const struct memo *memo, enum question question, char *out, size_t size)
{
	const struct gate *gate = &memo->result->gate[question];
	const char *reason = reason_of(memo, question);

	snprintf(out, size, "The evidence suggests %s. Overruled%s%s",
		answer_names[gate->suggested],
		reason[0] ? ": " : ", without a reason given.", reason);
}

/* What the question rests on at which the path stops; that of the last one is
 * the comparison, which follows anyway. */
static void write_why(const struct memo *memo)
{
	const struct verdict *verdict = &memo->result->verdict;
	enum question question = (enum question)verdict->at;
	char words[PAGE_BYTES];

	if (verdict->outcome == OUTCOME_TUNE)
		return;
	if (!memo->result->gate[question].followed)
		overruled_words(memo, question, words, sizeof(words));
	else if (question == SAVINGS)
		return;
	else
		gate_explain(memo->session, memo->result, question, words,
			sizeof(words));
	doc_paragraph(memo->doc, words);
}

static void say_over(const struct memo *memo, struct pen *pen)
{
	say(pen, " over ");
	say_whole(pen, memo->result->horizon);
	say(pen, memo->result->horizon == 1 ? " month" : " months");
}

/* What present value means is said once, here, where it first appears. */
static void write_cheapest(const struct memo *memo)
{
	int cheapest = memo->result->cheapest;
	char words[SENTENCE];
	struct pen pen = memo_pen(memo, words);
	struct place rate = SHARED_PLACE(IN_savings_discount_rate);

	if (cheapest < 0) {
		say(&pen, memo->result->options
				  ? "None of the options does what is asked of "
				    "it."
				  : "There are no options yet.");
	} else {
		say(&pen, "Of the options that will do, ");
		say_name(&pen, cheapest);
		say(&pen, " costs the least: ");
		say_money(&pen, memo->result->option[cheapest].ledger.total_pv);
		say_over(memo, &pen);
		say(&pen, ", in present value (what a later payment is worth "
			  "today, at ");
		say_percent(&pen, session_base(memo->session, rate));
		say(&pen, " a year).");
	}
	doc_paragraph(memo->doc, words);
}

static void write_unpriced(const struct memo *memo)
{
	int options = memo->session->options, count = 0, last = 0;
	char words[SENTENCE];
	struct pen pen = memo_pen(memo, words);

	for (int i = 0; i < options; i++) {
		if (!pricing_missing(memo->session, i))
			continue;
		count++;
		last = i;
	}
	if (!count)
		return;
	if (count == options) {
		say(&pen, "No option has a price yet: the totals");
	} else if (count == 1) {
		say_name(&pen, last);
		say(&pen, " has no price yet: its total");
	} else {
		say_whole(&pen, count);
		say(&pen, " of the options have no price yet: their totals");
	}
	say(&pen, count == 1 && options > 1 ? " leaves" : " leave");
	say(&pen, " out what answers cost.");
	doc_paragraph(memo->doc, words);
}

static void say_difference(const struct memo *memo, struct pen *pen)
{
	const struct result *result = memo->result;
	double net = result->savings.net;
	double total = result->option[result->baseline].ledger.total_pv;

	if (net > 0)
		say(pen, "tuning saves ");
	else
		say(pen, "tuning costs ");
	say_money(pen, fabs(net));
	say(pen, net > 0 ? "" : " more");
	say(pen, fabs(net) < TIE * total ? ", practically a tie." : ".");
}

static void say_unfit(const struct memo *memo, struct pen *pen, int option)
{
	const struct option_result *result = &memo->result->option[option];
	static const char *const names[OBSTACLES] = {
		[OBSTACLE_QUALITY] = "its pass rate is below the bar",
		[OBSTACLE_NOT_MEASURED] = "its pass rate is not measured",
		[OBSTACLE_LATENCY] = "it is too slow",
		[OBSTACLE_API_RULED_OUT] = "an API is ruled out",
	};
	const char *reasons[OBSTACLES];
	int count = 0;

	for (int i = 0; i < OBSTACLES; i++)
		if (result->obstacle[i])
			reasons[count++] = names[i];
	if (count == 0)
		return;
	say(pen, " ");
	say_name(pen, option);
	say(pen, " would not do as it is: ");
	say_list(pen, reasons, count);
	say(pen, ".");
}

static void write_comparison(const struct memo *memo)
{
	const struct result *result = memo->result;
	char words[SENTENCE];
	struct pen pen = memo_pen(memo, words);

	if (!memo_compared(memo))
		return;
	say(&pen, "The best tuned option, ");
	say_name(&pen, result->tuned);
	say(&pen, ", comes to ");
	say_money(&pen, result->option[result->tuned].ledger.total_pv);
	say(&pen, ", and the best prompted one, ");
	say_name(&pen, result->baseline);
	say(&pen, ", to ");
	say_money(&pen, result->option[result->baseline].ledger.total_pv);
	say(&pen, ": ");
	say_difference(memo, &pen);
	say_unfit(memo, &pen, result->tuned);
	say_unfit(memo, &pen, result->baseline);
	doc_paragraph(memo->doc, words);
}

/* How sure that is; a close call is called one. */
static void write_odds(const struct memo *memo)
{
	char words[SENTENCE];
	struct pen pen = memo_pen(memo, words);

	if (!memo_compared(memo) || memo->odds->simulation.measures == 0)
		return;
	say_odds(&pen, memo->odds);
	doc_paragraph(memo->doc, words);
}

/* Before anything else, where nothing does the job in most scenarios. */
static void write_warning(const struct memo *memo)
{
	char words[SENTENCE];
	struct pen pen = memo_pen(memo, words);

	if (!say_none_feasible(&pen, &memo->odds->simulation))
		return;
	say(&pen, " In each of these every option is too weak, too slow or "
		  "ruled out.");
	doc_paragraph(memo->doc, words);
}

void memo_decision(const struct memo *memo)
{
	doc_heading(memo->doc, SECTION_DECISION);
	write_warning(memo);
	write_verdict(memo);
	write_why(memo);
	write_cheapest(memo);
	write_unpriced(memo);
	write_comparison(memo);
	write_odds(memo);
}

/* ---- the path ----------------------------------------------------------- */

/* The way in figures: an answer beyond the stop stands in brackets, since it
 * did not decide. */
static void fill_path(const struct memo *memo, struct table *table)
{
	const struct verdict *verdict = &memo->result->verdict;
	int stop = verdict->outcome == OUTCOME_TUNE ? QUESTIONS : verdict->at;

	table_column(table, &(struct column){.head = "Question"});
	table_column(table, &(struct column){.head = "Answer"});
	for (int i = 0; i < QUESTIONS; i++) {
		const char *answer = answer_names[memo->result->gate[i].answer];
		char words[16];

		snprintf(words, sizeof(words), i <= stop ? "%s" : "(%s)",
			answer);
		table_row(
			table, ROW_PLAIN, memo_question((enum question)i).text);
		table_cell(table, words);
	}
	table_row(table, ROW_TOTAL, "Tune");
	table_cell(
		table, answer_names[stop == QUESTIONS
					    ? ANSWER_YES
					    : memo->result->gate[stop].answer]);
}

static void suggestion_words(
	const struct memo *memo, enum question question, char *out, size_t size)
{
	const struct gate *gate = &memo->result->gate[question];

	if (gate->followed)
		snprintf(out, size,
			"The evidence suggests %s, and the answer follows it.",
			answer_names[gate->suggested]);
	else
		overruled_words(memo, question, out, size);
}

static void write_gate(const struct memo *memo, enum question question)
{
	enum answer answer = memo->result->gate[question].answer;
	char why[SENTENCE], suggestion[PAGE_BYTES];

	gate_explain(memo->session, memo->result, question, why, sizeof(why));
	suggestion_words(memo, question, suggestion, sizeof(suggestion));
	doc_answered(memo->doc, &(struct answered){.number = question + 1,
					.title = question_titles[question],
					.answer = answer_names[answer],
					.kind = answer,
					.why = why,
					.suggestion = suggestion});
}

void memo_path(const struct memo *memo)
{
	struct table table = {.name = "The way through the five questions"};

	doc_heading(memo->doc, SECTION_QUESTIONS);
	fill_path(memo, &table);
	doc_picture(memo->doc, PICTURE_PATH, &table);
	for (int i = 0; i < QUESTIONS; i++)
		write_gate(memo, (enum question)i);
}
