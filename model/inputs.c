#include "inputs.h"

#include <stdio.h>
#include <string.h>

#include "facts.h"
#include "figure.h"

static const char *const words_tri[] = {"no", "yes", "unsure", NULL};
static const char *const words_answer[] = {"auto", "yes", "no", "unsure", NULL};
static const char *const words_scope[] = {"full", "first_token", NULL};
static const char *const words_adaptation[] = {"prompt", "tune", NULL};
static const char *const words_serving[] = {"api", "selfhost", NULL};

/* inputs.def writes groups in lower case, as the session file does. */
#define group_session GROUP_SESSION
#define group_volume GROUP_VOLUME
#define group_quality GROUP_QUALITY
#define group_latency GROUP_LATENCY
#define group_upkeep GROUP_UPKEEP
#define group_savings GROUP_SAVINGS

/* The question that a group's own inputs stand on; the session's own have
 * none, and stand with the first. */
#define QUESTION_OF(g)                                                         \
	((enum question)((g) > GROUP_VOLUME ? (g)-GROUP_VOLUME : 0))

const struct input_row input_table[INPUTS] = {
#define SHARED(g, k, ...)                                                      \
	[IN_##g##_##k] = {.key = #k,                                           \
		.group = group_##g,                                            \
		.question = QUESTION_OF(group_##g),                            \
		.offset = offsetof(struct shared_facts, k),                    \
		__VA_ARGS__},
#define SHARED_WORDS(g, k, ...)                                                \
	[IN_##g##_##k] = {.key = #k,                                           \
		.group = group_##g,                                            \
		.question = QUESTION_OF(group_##g),                            \
		.offset = -1,                                                  \
		__VA_ARGS__},
#define OPTION(k, ...)                                                         \
	[IN_option_##k] = {.key = #k,                                          \
		.group = GROUP_OPTION,                                         \
		.offset = offsetof(struct option_facts, k),                    \
		__VA_ARGS__},
#define OPTION_WORDS(k, ...)                                                   \
	[IN_option_##k] = {                                                    \
		.key = #k, .group = GROUP_OPTION, .offset = -1, __VA_ARGS__},
#include "inputs.def"
};

static const char *const group_names[GROUPS] = {
	[GROUP_SESSION] = "",
	[GROUP_VOLUME] = "volume",
	[GROUP_QUALITY] = "quality",
	[GROUP_LATENCY] = "latency",
	[GROUP_UPKEEP] = "upkeep",
	[GROUP_SAVINGS] = "savings",
	[GROUP_OPTION] = "options",
};

const char *group_name(enum group group)
{
	return group_names[group];
}

bool input_is_quantity(enum input input)
{
	enum kind kind = input_table[input].kind;

	return kind == KIND_POSITIVE || kind == KIND_FRACTION ||
		kind == KIND_SIGNED;
}

bool input_is_number(enum input input)
{
	return input_is_quantity(input) ||
		input_table[input].kind == KIND_WHOLE;
}

int input_choice(enum input input, const char *word)
{
	const char *const *choices = input_table[input].choices;

	for (int i = 0; choices && choices[i]; i++)
		if (!strcmp(choices[i], word))
			return i;
	return -1;
}

bool input_applies(enum input input, struct option_form form)
{
	int flags = input_table[input].flags;

	if (flags & INPUT_API && form.selfhosted)
		return false;
	if (flags & INPUT_SELFHOST && !form.selfhosted)
		return false;
	return true;
}

void input_domain(enum input input, char *out, size_t size)
{
	const struct input_row *row = &input_table[input];
	char min[FIGURE_MAX], max[FIGURE_MAX];

	figure_exact(min, sizeof(min), row->min);
	figure_exact(max, sizeof(max), row->max);
	snprintf(out, size, "%s to %s", min, max);
}
