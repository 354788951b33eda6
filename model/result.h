/*
 * What the model has to say about a session: a plain value.
 *
 * Figures that do not exist are NaN here (isnan tells) and null in reports.
 */
#ifndef MODEL_RESULT_H
#define MODEL_RESULT_H

#include "cost.h"
#include "inputs.h"

/* Why an option will not do, in the order in which they are listed. */
enum obstacle {
	OBSTACLE_QUALITY,      /* pass rate below the bar */
	OBSTACLE_NOT_MEASURED, /* a bar, but no pass rate */
	OBSTACLE_LATENCY,
	OBSTACLE_API_RULED_OUT,
	OBSTACLES
};

extern const char *const obstacle_names[OBSTACLES]; /* "quality"... */

struct option_result {
	struct ledger ledger;
	struct option_form form;
	bool feasible;
	bool obstacle[OBSTACLES];
	double pass_rate; /* NaN: not measured */
	double latency_ms;
	double cost_per_1k;      /* nominal money per 1000 requests, or NaN */
	double cost_per_1k_good; /* per 1000 good answers, or NaN */
	double people_hours;     /* a month */
};

enum side { SIDE_NONE, SIDE_ABOVE, SIDE_BELOW };

/* Tuned against baseline; all NaN where one of the two is missing (then the
 * month is -1 and the side SIDE_NONE). */
struct savings {
	double running;    /* present value saved on serving and failures */
	double overhead;   /* present value of all that it costs more */
	double net;        /* running - overhead */
	double ratio;      /* running / overhead; +infinity: no overhead */
	int payback_month; /* -1: never */
	double break_even_requests; /* a month; NaN: none */
	enum side break_even_side;  /* the side on which tuning saves */
	double p_pays; /* chance that net > 0 and the tuned one is feasible */
};

/* What a gate's suggestion rests on. NaN where there is none. */
struct gate_evidence {
	double share;           /* volume: serving cost / value of a request */
	double low, high;       /* quality: 95 % interval of the pass rate */
	double examples_needed; /* quality: to settle it, all in all */
	double required_hours;  /* upkeep: a month, of the tuned option */
};

struct gate {
	enum answer suggested; /* yes, no or unsure; never auto */
	enum answer answer;    /* the user's, auto resolved */
	bool followed;         /* answer equals suggestion */
	struct gate_evidence evidence;
};

enum outcome { OUTCOME_TUNE, OUTCOME_STOP, OUTCOME_FIND_OUT };

struct verdict {
	enum outcome outcome;
	int at;             /* the question, or -1 with OUTCOME_TUNE */
	const char *action; /* what to do now, a sentence; static */
};

/* The four places where tuning earns its keep. */
struct fits {
	bool high_volume, latency, domain, massive_scale;
};

struct result {
	struct option_result option[SESSION_OPTIONS];
	int options;
	int horizon;     /* months */
	double requests; /* over the horizon */
	int baseline;    /* best prompted option, or -1 */
	int tuned;       /* best tuned option, or -1 */
	int cheapest;    /* feasible with the least total_pv, or -1 */
	struct savings savings;
	struct gate gate[QUESTIONS];
	struct verdict verdict;
	struct fits fits;
};

/* Everything above from a session; a pure function. */
void evaluate(const struct session *session, struct result *result);

/* ---- its parts, in the order in which evaluate() calls them ------------- */

/* compare.c: each option by itself, then baseline, tuned and savings. */
void compare_options(const struct facts *facts, struct result *result);
void compare_savings(const struct facts *facts, struct result *result);
/* The net saving alone, once the options are compared; NaN: no pair. */
double compare_net(const struct result *result);

/* gates.c: suggestions, answers, verdict, fits. */
void gates_answer(const struct session *session, const struct facts *facts,
	struct result *result);

/* Wilson's score interval of passes among examples (passes need not be
 * whole); z deviates wide. E. B. Wilson, JASA 22 (1927), 209-212. */
void wilson_interval(
	double passes, double examples, double z, double *low, double *high);

/* ---- words for results -------------------------------------------------- */

extern const char *const question_names[QUESTIONS];  /* "volume"... */
extern const char *const question_titles[QUESTIONS]; /* as a question */
extern const char *const answer_names[];             /* "auto"... */
extern const char *const outcome_names[];            /* "tune"... */

/* "tune", "stop at savings", "find out first about quality". */
void verdict_short(const struct verdict *verdict, char *out, size_t size);

/* One or two sentences: what the suggestion of a question rests on. */
void gate_explain(const struct session *session, const struct result *result,
	enum question question, char *out, size_t size);

#endif
