/*
 * THE table: one row an input, and everything that is known of it.
 *
 * Forms, session files, --set, checks, help, reports and the model itself
 * read these rows. To add an input, add its row to inputs.def and use its
 * field of struct facts in a formula.
 *
 * Shared inputs exist once a session; option inputs once for each option.
 */
#ifndef MODEL_INPUTS_H
#define MODEL_INPUTS_H

#include <stdbool.h>
#include <stddef.h>

#include "quantity.h"

/* Where an input lives in the session file, and in its key. */
enum group {
	GROUP_SESSION, /* top level: "name" */
	GROUP_VOLUME,  /* "volume.growth_per_month" */
	GROUP_QUALITY,
	GROUP_LATENCY,
	GROUP_UPKEEP,
	GROUP_SAVINGS,
	GROUP_OPTION, /* "options[0].pass_rate", "options[Small].pass_rate" */
	GROUPS
};

/* The five questions in their order. */
enum question { VOLUME, QUALITY, LATENCY, UPKEEP, SAVINGS, QUESTIONS };

/* The group that holds a question's own inputs. */
static inline enum group question_group(enum question question)
{
	return (enum group)(GROUP_VOLUME + (int)question);
}

enum {
	INPUT_RARE = 1 << 0,         /* folded under "more" */
	INPUT_ZERO_IS_NONE = 1 << 1, /* 0 says none or never: no range from 0 */
	INPUT_NO_DEFAULT = 1 << 2,   /* unset means something of its own */
	INPUT_API = 1 << 3,          /* has no effect with selfhost serving */
	INPUT_SELFHOST = 1 << 4,     /* has no effect with api serving */
	INPUT_TUNE = 1 << 5,         /* ordinary only for a tuned option */
	INPUT_HIDDEN = 1 << 6,       /* in the file, not on a form */
};

/* Enumerators are IN_group_key: IN_volume_requests_per_month. */
enum input {
#define SHARED(group, key, ...) IN_##group##_##key,
#define SHARED_WORDS(group, key, ...) IN_##group##_##key,
#include "inputs.def"
	SHARED_INPUTS,
	LAST_SHARED = SHARED_INPUTS - 1,
#define OPTION(key, ...) IN_option_##key,
#define OPTION_WORDS(key, ...) IN_option_##key,
#include "inputs.def"
	INPUTS,
	OPTION_INPUTS = INPUTS - SHARED_INPUTS
};

struct input_row {
	const char *key;     /* in the file, without the group */
	const char *label;   /* for a form, at most 22 cells */
	const char *noun;    /* in a sentence; NULL: the label does */
	const char *unit;    /* "tokens", "$/Mtok"; $: the session's currency */
	const char *help;    /* what it means, a sentence or two */
	const char *typical; /* an example or a usual value, or NULL */
	const char *fallback;       /* the default, as a user would type it */
	const char *const *choices; /* words of a choice, NULL-terminated */
	double min, max;            /* the domain, ends included */
	enum group group;
	enum question question; /* the question it stands on; options too */
	enum kind kind;
	int flags;
	int offset; /* of its field in struct facts, or -1; see facts.h */
};

extern const struct input_row input_table[INPUTS];

static inline bool input_is_option(enum input input)
{
	return input >= SHARED_INPUTS;
}

/* The input of that key in a group; false: there is none. */
bool input_find(enum group group, const char *key, enum input *input);

/* Is it a number that may be a range? (positive, fraction or signed) */
bool input_is_quantity(enum input input);

/* Is it any number at all? (quantity or whole) */
bool input_is_number(enum input input);

/* Index of word among the input's choices, or -1. */
int input_choice(enum input input, const char *word);

/* What it is called in a sentence: "requests per month". */
void input_noun(enum input input, char *out, size_t size);

/* Does the input change anything for this adaptation and serving? */
struct option_form {
	bool tuned, selfhosted;
};
bool input_applies(enum input input, struct option_form form);

/* Write what may be set, in words: "0 to 1T", "-50% to 100%", "yes or no". */
void input_domain(enum input input, char *out, size_t size);

/* "volume", "options"...; "" for the session itself. */
const char *group_name(enum group group);
/* The question whose group has that name, of so many bytes; GROUPS: none. */
enum group group_asked(const char *name, size_t length);

/*
 * One input of one option, or of the session (option < 0).
 */
struct place {
	enum input input;
	int option;
};

static inline bool place_equal(struct place a, struct place b)
{
	return a.input == b.input && a.option == b.option;
}

#define SHARED_PLACE(in) ((struct place){.input = (in), .option = -1})

/* Words of choices, in the order of their values. */
enum { TRI_NO, TRI_YES, TRI_UNSURE };
enum answer { ANSWER_AUTO, ANSWER_YES, ANSWER_NO, ANSWER_UNSURE };
enum { SCOPE_FULL, SCOPE_FIRST_TOKEN };
enum { ADAPT_PROMPT, ADAPT_TUNE };
enum { SERVE_API, SERVE_SELFHOST };

#endif
