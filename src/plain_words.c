/*
 * The result in sentences: the panel, the verdict, what a change did.
 */
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "odds_words.h"
#include "plain_parts.h"
#include "report_memo.h"

enum { FEW = 3 }; /* figures that would flip it */

static void capital(char *words)
{
	words[0] = (char)toupper((unsigned char)words[0]);
}

static void money_words(
	const struct frame *frame, double value, char out[FIGURE_MAX])
{
	figure_money(out, FIGURE_MAX, value, session_currency(frame->session));
}

static bool is_compared(const struct frame *frame)
{
	return frame->result->baseline >= 0 && frame->result->tuned >= 0;
}

/* ---- the panel ---------------------------------------------------------- */

static void say_option(
	const struct plain *plain, const struct frame *frame, int option)
{
	const struct option_result *result = &frame->result->option[option];
	char money[FIGURE_MAX], why[200] = "";
	size_t used = 0;

	money_words(frame, result->ledger.total_pv, money);
	for (int i = 0; i < OBSTACLES; i++)
		if (result->obstacle[i])
			used += (size_t)snprintf(why + used, sizeof(why) - used,
				", %s", obstacle_words[i]);
	voice_say(&plain->voice, "%s: %s%s.",
		session_option_name(frame->session, option), money, why);
}

static void say_net(const struct plain *plain, const struct frame *frame)
{
	const struct result *result = frame->result;
	char money[FIGURE_MAX];

	money_words(frame, result->savings.net, money);
	voice_say(&plain->voice, "Net saving of %s over %s: %s.",
		session_option_name(frame->session, result->tuned),
		session_option_name(frame->session, result->baseline), money);
}

static void say_payback(const struct plain *plain, const struct frame *frame)
{
	const struct savings *savings = &frame->result->savings;
	char when[32], requests[FIGURE_MAX], where[80];

	if (savings->payback_month > 0)
		snprintf(when, sizeof(when), "Pays back in month %d",
			savings->payback_month);
	else
		snprintf(when, sizeof(when), "%s",
			savings->payback_month ? "Never pays back"
					       : "Pays back at once");
	figure_short(requests, sizeof(requests), savings->break_even_requests);
	if (isnan(savings->break_even_requests))
		snprintf(where, sizeof(where), "at %s volume",
			savings->net > 0 ? "any" : "no");
	else
		snprintf(where, sizeof(where), "%s %s requests a month",
			savings->break_even_side == SIDE_BELOW ? "below"
							       : "above",
			requests);
	voice_say(&plain->voice, "%s; saves %s.", when, where);
}

static void say_odds_of(const struct plain *plain, const struct frame *frame)
{
	char words[SENTENCE];
	struct pen pen =
		pen_on(words, sizeof(words), frame->session, frame->result);

	say_odds(&pen, frame->odds);
	voice_say(&plain->voice, "%s", words);
}

static void say_verdict(const struct plain *plain, const struct frame *frame)
{
	char verdict[64];

	verdict_short(&frame->result->verdict, verdict, sizeof(verdict));
	voice_say(&plain->voice, "Verdict: %s.", verdict);
}

void plain_panel(struct plain *plain)
{
	struct frame frame = program_frame(plain->program);

	if (frame.result->options)
		voice_say(&plain->voice,
			"Cost over %d month%s:", frame.result->horizon,
			frame.result->horizon == 1 ? "" : "s");
	for (int i = 0; i < frame.result->options; i++)
		say_option(plain, &frame, i);
	if (is_compared(&frame)) {
		say_net(plain, &frame);
		say_payback(plain, &frame);
	}
	say_odds_of(plain, &frame);
	say_verdict(plain, &frame);
}

/* ---- the verdict -------------------------------------------------------- */

/* "Volume yes, quality yes, latency no." */
static void say_path(const struct plain *plain, const struct frame *frame)
{
	char words[SENTENCE] = "";
	size_t used = 0;

	for (int i = 0; i < QUESTIONS; i++) {
		const struct gate *gate = &frame->result->gate[i];

		used += (size_t)snprintf(words + used, sizeof(words) - used,
			"%s%s %s", i ? ", " : "", question_names[i],
			answer_names[gate->answer]);
		if (!gate->followed)
			used += (size_t)snprintf(words + used,
				sizeof(words) - used, " (evidence: %s)",
				answer_names[gate->suggested]);
	}
	capital(words);
	voice_say(&plain->voice, "%s.", words);
}

static void say_flips(const struct plain *plain, const struct frame *frame)
{
	const struct flips *flips = &frame->odds->flips;
	char words[SENTENCE];
	struct pen pen =
		pen_on(words, sizeof(words), frame->session, frame->result);

	if (flips->count == 0) {
		voice_say(&plain->voice, "What would flip it: %s", FLIPS_NONE);
		return;
	}
	say_flips_lead(&pen);
	for (int i = 0; i < flips->count && i < FEW; i++) {
		say(&pen, i ? "; or if " : " ");
		say_flip(&pen, &flips->flip[i]);
	}
	voice_say(&plain->voice, "%s.", words);
}

/* The one figure that is most worth knowing, if any is. */
static void say_measure(const struct plain *plain, const struct frame *frame)
{
	const struct simulation *simulation = &frame->odds->simulation;
	char words[SENTENCE], money[FIGURE_MAX];
	struct pen pen =
		pen_on(words, sizeof(words), frame->session, frame->result);

	if (simulation->measures == 0 ||
		!simulation_tells(simulation, &simulation->measure[0]))
		return;
	say_input(&pen, simulation->measure[0].place);
	money_words(frame, simulation->measure[0].value, money);
	voice_say(&plain->voice,
		"Measure first: %s; knowing it is worth at most %s.", words,
		money);
}

void plain_verdict(struct plain *plain)
{
	struct frame frame;

	program_answer(plain->program, true);
	frame = program_frame(plain->program);
	say_path(plain, &frame);
	say_verdict(plain, &frame);
	voice_say(&plain->voice, "%s", frame.result->verdict.action);
	if (!is_compared(&frame))
		return;
	say_flips(plain, &frame);
	say_measure(plain, &frame);
}

void plain_evidence(struct plain *plain, enum question question)
{
	struct frame frame = program_frame(plain->program);
	char words[SENTENCE];

	gate_explain(
		frame.session, frame.result, question, words, sizeof(words));
	voice_blank();
	voice_say(&plain->voice, "%s%sThe evidence says %s.", words,
		*words ? " " : "",
		answer_names[frame.result->gate[question].suggested]);
}

/* ---- what a change did -------------------------------------------------- */

static struct told told_of(const struct frame *frame)
{
	struct told told = {.options = frame->result->options};

	if (is_compared(frame))
		money_words(frame, frame->result->savings.net, told.net);
	verdict_short(
		&frame->result->verdict, told.verdict, sizeof(told.verdict));
	for (int i = 0; i < told.options; i++)
		money_words(frame, frame->result->option[i].ledger.total_pv,
			told.total[i]);
	return told;
}

static void say_net_change(const struct plain *plain, const struct told *now)
{
	const struct told *then = &plain->told;

	if (!*now->net)
		voice_say(&plain->voice, "Nothing to compare any more.");
	else if (*then->net)
		voice_say(&plain->voice, "Net saving now %s, was %s.", now->net,
			then->net);
	else
		voice_say(&plain->voice, "Net saving %s.", now->net);
}

/* The option in focus is none of the two that the net saving compares. */
static void say_total_change(const struct plain *plain, const struct told *now)
{
	const struct told *then = &plain->told;
	int option = plain->place.option;
	struct frame frame = program_frame(plain->program);

	if (option < 0 || option >= now->options ||
		now->options != then->options ||
		!strcmp(now->total[option], then->total[option]))
		return;
	voice_say(&plain->voice, "%s now costs %s, was %s.",
		session_option_name(frame.session, option), now->total[option],
		then->total[option]);
}

void plain_tell_result(struct plain *plain, bool silent)
{
	struct frame frame = program_frame(plain->program);
	struct told now = told_of(&frame);

	if (!silent && strcmp(now.net, plain->told.net) != 0)
		say_net_change(plain, &now);
	else if (!silent)
		say_total_change(plain, &now);
	if (!silent && strcmp(now.verdict, plain->told.verdict) != 0)
		voice_say(&plain->voice, "Verdict now: %s.", now.verdict);
	plain->told = now;
}
