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

enum group group_asked(const char *name, size_t length)
{
	for (int group = GROUP_VOLUME; group < GROUP_OPTION; group++)
		if (strlen(group_names[group]) == length &&
			!memcmp(group_names[group], name, length))
			return (enum group)group;
	return GROUPS;
}

bool input_find(enum group group, const char *key, enum input *input)
{
	int first = group == GROUP_OPTION ? SHARED_INPUTS : 0;
	int end = group == GROUP_OPTION ? INPUTS : SHARED_INPUTS;

	for (int i = first; i < end; i++)
		if (input_table[i].group == group &&
			!strcmp(input_table[i].key, key)) {
			*input = (enum input)i;
			return true;
		}
	return false;
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

static bool is_capital(char letter)
{
	return letter >= 'A' && letter <= 'Z';
}

/* A label begins with a capital and may stand indented; "GPU" stays. */
void input_noun(enum input input, char *out, size_t size)
{
	const struct input_row *row = &input_table[input];
	const char *noun = row->noun ? row->noun : row->label;

	noun += strspn(noun, " ");
	snprintf(out, size, "%s", noun);
	if (is_capital(noun[0]) && !is_capital(noun[1]) && size > 0)
		out[0] = (char)(out[0] - 'A' + 'a');
}

/* The unit of a share is %, or begins with it: "% a year". */
static bool is_percentage(const struct input_row *row)
{
	return row->kind == KIND_FRACTION || (row->unit && *row->unit == '%');
}

/* An end of a domain: short where that is the whole truth. */
static void write_end(char out[FIGURE_MAX], double end)
{
	struct quantity read;
	struct issue issue;

	figure_short(out, FIGURE_MAX, end);
	if (!quantity_read(out, NULL, &read, &issue) || read.low != end)
		figure_exact(out, FIGURE_MAX, end);
}

static void write_number_domain(
	const struct input_row *row, char *out, size_t size)
{
	char min[FIGURE_MAX], max[FIGURE_MAX];

	if (is_percentage(row)) {
		figure_percent(min, sizeof(min), row->min);
		figure_percent(max, sizeof(max), row->max);
	} else {
		write_end(min, row->min);
		write_end(max, row->max);
	}
	snprintf(out, size, "%s%s to %s%s",
		row->kind == KIND_WHOLE ? "whole, " : "", min, max,
		row->flags & INPUT_ZERO_IS_NONE ? "; 0: none" : "");
}

static void write_choices(const char *const *choices, char *out, size_t size)
{
	size_t length = 0;

	for (int i = 0; choices[i] && length < size; i++) {
		const char *before = i == 0           ? ""
				     : choices[i + 1] ? ", "
						      : " or ";

		length += (size_t)snprintf(out + length, size - length, "%s%s",
			before, choices[i]);
	}
}

void input_domain(enum input input, char *out, size_t size)
{
	const struct input_row *row = &input_table[input];

	switch (row->kind) {
	case KIND_SWITCH: snprintf(out, size, "true or false"); return;
	case KIND_CHOICE: write_choices(row->choices, out, size); return;
	case KIND_TEXT: snprintf(out, size, "one line of text"); return;
	case KIND_DATE:
		snprintf(out, size, "a day, such as 2026-10-31");
		return;
	case KIND_POSITIVE:
	case KIND_FRACTION:
	case KIND_SIGNED:
	case KIND_WHOLE: break;
	}
	write_number_domain(row, out, size);
}
