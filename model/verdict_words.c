/*
 * The five questions in words, and what to do when the answers stop at one.
 */
#include <stdio.h>

#include "gates.h"

const char *const question_titles[QUESTIONS] = {
	[VOLUME] = "Is it one narrow task with enough volume?",
	[QUALITY] = "Does the best prompting still fall short?",
	[LATENCY] = "Is a hosted API too slow, or ruled out?",
	[UPKEEP] = "Can you keep a tuned model up for years?",
	[SAVINGS] = "Does it save clearly more than it takes?",
};

static const char *const stop_actions[QUESTIONS] = {
	[VOLUME] = "Stay with a strong model and a good prompt: here the price "
		   "of tokens does not decide whether the product pays.",
	[QUALITY] = "Keep prompting: it does the job. Put the effort into the "
		    "prompt, retrieval and the test set.",
	[LATENCY] =
		"Use an API: it is fast enough and allowed, and then nobody "
		"has to run servers for a model.",
	[UPKEEP] = "Do not build it: a tuned model without people to maintain "
		   "and retrain it falls behind. Prompt instead.",
	[SAVINGS] = "Leave it: what tuning saves does not clearly outweigh the "
		    "work. Look again when volume or prices change.",
};

static const char *const find_out_actions[QUESTIONS] = {
	[VOLUME] = "Find out whether this is one narrow task with one metric, "
		   "how many requests come, and what one is worth.",
	[QUALITY] = "Try every rung of the prompting ladder, and test the best "
		    "prompt on enough examples to place it against the bar.",
	[LATENCY] =
		"State how long an answer may take, and measure the options "
		"against it: no one of them is known to fit.",
	[UPKEEP] = "Find out how many hours a month are really there for a "
		   "tuned model, and name an owner for each burden.",
	[SAVINGS] = "Measure what the savings rest on: the pass rates first, "
		    "then the figures with the widest ranges.",
};

const char *gate_action(enum outcome outcome, int at)
{
	switch (outcome) {
	case OUTCOME_STOP: return stop_actions[at];
	case OUTCOME_FIND_OUT: return find_out_actions[at];
	default:
		return "Tuning is worth a serious evaluation: run a pilot on "
		       "your own test set, beside the best prompt.";
	}
}

void verdict_short(const struct verdict *verdict, char *out, size_t size)
{
	switch (verdict->outcome) {
	case OUTCOME_TUNE: snprintf(out, size, "tune"); return;
	case OUTCOME_STOP:
		snprintf(out, size, "stop at %s", question_names[verdict->at]);
		return;
	default:
		snprintf(out, size, "find out first about %s",
			question_names[verdict->at]);
	}
}
