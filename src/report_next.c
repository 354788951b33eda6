/*
 * What to do next: the verdict's action, and what follows from the figures.
 */
#include <math.h>
#include <string.h>

#include "day.h"
#include "gates.h"
#include "report_memo.h"

enum { STEPS = 5 }; /* at the most, the action and the last one included */

struct steps {
	const struct memo *memo;
	int count;
};

static void step(struct steps *steps, const char *words)
{
	steps->count++;
	doc_item(steps->memo->doc, LIST_NUMBERS, words);
}

/* Room for one more, with one kept for the last step? */
static bool room(const struct steps *steps)
{
	return steps->count < STEPS - 1;
}

/* Does the path reach this question without a no? */
static bool open_at(const struct memo *memo, enum question question)
{
	const struct verdict *verdict = &memo->result->verdict;

	return verdict->outcome != OUTCOME_STOP || (int)question < verdict->at;
}

static void step_ladder(struct steps *steps)
{
	static const char *const names[RUNGS] = {
		"rewriting the instructions with the failures in hand",
		"worked examples in the prompt",
		"a schema for the output",
		"smaller steps",
		"retrieval",
		"a stronger model",
	};
	char words[SENTENCE];
	struct pen pen = memo_pen(steps->memo, words);
	const char *left[RUNGS];
	int count = 0;

	for (int i = 0; i < RUNGS; i++)
		if (!gate_rung_tried(steps->memo->session, i))
			left[count++] = names[i];
	if (count == 0 || !room(steps))
		return;
	say(&pen, "Try what prompting has left: ");
	say_list(&pen, left, count);
	say(&pen, ". Each takes days, not months.");
	step(steps, words);
}

static void step_examples(struct steps *steps)
{
	const struct memo *memo = steps->memo;
	double needed = memo->result->gate[QUALITY].evidence.examples_needed;
	char words[SENTENCE];
	struct pen pen = memo_pen(memo, words);
	double tested = pen_base(&pen, IN_quality_eval_examples);

	if (isnan(needed) || needed <= tested || !room(steps))
		return;
	say(&pen, "Test ");
	say_whole(&pen, needed - tested);
	say(&pen, " more examples, ");
	say_whole(&pen, needed);
	say(&pen, " in all: at this pass rate that tells on which side of the "
		  "bar prompting stands.");
	step(steps, words);
}

static void step_measure(struct steps *steps)
{
	const struct result *result = steps->memo->result;
	char words[SENTENCE];
	struct pen pen = memo_pen(steps->memo, words);
	int count = 0;

	for (int i = 0; i < result->options; i++) {
		if (!isnan(result->option[i].pass_rate))
			continue;
		say(&pen, count++ ? ", " : "Measure the pass rate of ");
		say_name(&pen, i);
	}
	if (count == 0 || !room(steps))
		return;
	say(&pen, " on your own test set: until then it counts as if nothing "
		  "ever failed.");
	step(steps, words);
}

static void step_owners(struct steps *steps)
{
	static const char *const names[BURDENS] = {
		"watching for drift",
		"retraining",
		"versions and rollback",
		"tracking new models",
		"finding the people",
	};
	char words[SENTENCE];
	struct pen pen = memo_pen(steps->memo, words);
	const char *orphans[BURDENS];
	int count = 0;

	for (int i = 0; i < BURDENS; i++)
		if (!gate_burden_owned(steps->memo->session, i))
			orphans[count++] = names[i];
	if (count == 0 || !room(steps) || !open_at(steps->memo, UPKEEP) ||
		steps->memo->result->tuned < 0)
		return;
	say(&pen, "Name who does what nobody does yet: ");
	say_list(&pen, orphans, count);
	say(&pen, ".");
	step(steps, words);
}

/* The guess to replace first: a pass rate if there is one, or NULL. */
static const struct evidence *first_guess(const struct session *session)
{
	const struct evidence *first = NULL;

	for (int i = 0; i < session->evidences; i++) {
		const struct evidence *evidence = &session->evidence[i];
		bool rate = evidence->place.input == IN_option_pass_rate;

		if (evidence->grade != GRADE_GUESS ||
			!provenance_counts(session, evidence->place) ||
			!session_is_set(session, evidence->place))
			continue;
		if (!first ||
			(rate && first->place.input != IN_option_pass_rate))
			first = evidence;
	}
	return first;
}

static void step_know(struct steps *steps)
{
	const struct simulation *simulation = &steps->memo->odds->simulation;
	const struct measure_first *first = &simulation->measure[0];
	char words[SENTENCE];
	struct pen pen = memo_pen(steps->memo, words);

	if (simulation->measures == 0 || !simulation_tells(simulation, first) ||
		!room(steps))
		return;
	say(&pen, "Find out ");
	say_input(&pen, first->place);
	say(&pen, " better: of all ranges, knowing this one before the choice "
		  "is worth the most, up to ");
	say_money(&pen, first->value);
	say(&pen, ".");
	step(steps, words);
}

static void step_guesses(struct steps *steps)
{
	char words[SENTENCE];
	struct pen pen = memo_pen(steps->memo, words);
	int guesses = steps->memo->provenance->origin[GRADE_GUESS];
	const struct evidence *first = first_guess(steps->memo->session);

	if (!first || !room(steps))
		return;
	say(&pen, "Measure what is guessed so far: ");
	say_whole(&pen, guesses);
	say(&pen, guesses == 1 ? " figure is" : " figures are");
	say(&pen, " marked as a guess below. Begin with ");
	say_input(&pen, first->place);
	say(&pen, ".");
	step(steps, words);
}

static void step_sources(struct steps *steps)
{
	if (steps->memo->session->evidences > 0 || !room(steps))
		return;
	step(steps, "Note where the figures come from: no figure has a source "
		    "yet, so nobody can check them.");
}

static void step_ask_again(struct steps *steps)
{
	const struct memo *memo = steps->memo;
	const struct savings *savings = &memo->result->savings;
	char words[SENTENCE], oldest[DAY_MAX];
	struct pen pen = memo_pen(memo, words);

	day_write(oldest, memo->provenance->prices.oldest);
	say(&pen, "Ask again when prices or models change");
	if (oldest[0]) {
		say(&pen, " (the oldest prices here are of ");
		say(&pen, oldest);
		say(&pen, ")");
	}
	if (!isnan(savings->break_even_requests)) {
		double now = pen_base(&pen, IN_volume_requests_per_month);

		say(&pen, now > savings->break_even_requests
				  ? ", or when the volume falls to "
				  : ", or when the volume rises to ");
		say_figure(&pen, savings->break_even_requests);
		say(&pen, " requests a month");
	}
	say(&pen, ".");
	step(steps, words);
}

void memo_next_steps(const struct memo *memo)
{
	struct steps steps = {.memo = memo};

	doc_heading(memo->doc, SECTION_STEPS);
	step(&steps, memo->result->verdict.action);
	step_ladder(&steps);
	step_examples(&steps);
	step_measure(&steps);
	step_owners(&steps);
	step_know(&steps);
	step_guesses(&steps);
	step_sources(&steps);
	step_ask_again(&steps);
}
