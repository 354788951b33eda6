/*
 * A line is walked once. Its keys are looked up in one table, which says
 * where each of them counts; everything else is passed over. Numbers and
 * names that are written plainly are read here, since a log has millions of
 * them; the others go to jansson.
 */
#include "token_log.h"

#include <jansson.h>
#include <math.h>
#include <string.h>

#include "token_keys.h"
#include "token_time.h"

const char *const token_line_words[TOKEN_LINES] = {
	[TOKEN_LINE_BROKEN] = "it is no whole JSON object",
	[TOKEN_LINE_NO_USAGE] = "it has no usage with input and output tokens",
	[TOKEN_LINE_TWICE] = "it says the same thing twice, differently",
	[TOKEN_LINE_NUMBER] = "a count is no whole number from 0 to 10 million",
	[TOKEN_LINE_PARTS] =
		"more tokens are cached or reasoning than there are",
	[TOKEN_LINE_MODEL] = "the model's name is no text of 1 to 95 bytes",
	[TOKEN_LINE_LONG] = "it is longer than 32 MiB",
};

/* ---- what the line says ------------------------------------------------- */

struct usage {
	int64_t count[COUNTS]; /* -1: not given */
	struct json_span model;
	enum token_line trouble; /* or TOKEN_LINE_USE */
	int score;               /* 0: there is none */
};

struct object {
	struct json_walk *walk;
	enum token_place place;
	int level;              /* objects around it */
	struct json_span model; /* size 0: not given */
	bool two_models;
	struct usage counts; /* its own */
	struct usage best;   /* of what is in it */
	int64_t time;
	int time_rank; /* 0: not given */
};

static void forget(struct usage *usage)
{
	*usage = (struct usage){.trouble = TOKEN_LINE_USE};
	for (int i = 0; i < COUNTS; i++)
		usage->count[i] = -1;
}

static void begin(struct object *object, struct json_walk *walk,
	enum token_place place, int level)
{
	object->walk = walk;
	object->place = place;
	object->level = level;
	object->model.size = 0;
	object->two_models = false;
	object->time_rank = 0;
	forget(&object->counts);
	object->best.score = 0;
	object->best.trouble = TOKEN_LINE_USE;
}

static bool is_complete(const struct usage *usage)
{
	const int64_t *count = usage->count;

	return (count[COUNT_PROMPT] >= 0 || count[COUNT_INPUT] >= 0) &&
	       (count[COUNT_COMPLETION] >= 0 || count[COUNT_OUTPUT] >= 0);
}

/* Is it better than the best? */
static void offer(struct usage *best, const struct usage *usage)
{
	if (!usage->score || usage->score < best->score)
		return;
	if (usage->score == best->score &&
		memcmp(usage->count, best->count, sizeof(best->count)) != 0)
		best->trouble = TOKEN_LINE_TWICE;
	else if (usage->score > best->score)
		*best = *usage;
}

/* ---- single values ------------------------------------------------------ */

/* -1: it has to be read with care. */
static int64_t plain_number(struct json_span value)
{
	int64_t number = 0;

	if (value.size > 15 || (value.at[0] == '0' && value.size > 1))
		return -1;
	for (size_t i = 0; i < value.size; i++) {
		if (value.at[i] < '0' || value.at[i] > '9')
			return -1;
		number = 10 * number + (value.at[i] - '0');
	}
	return number;
}

/* NaN: it is no number. */
static double careful_number(struct json_span value)
{
	json_t *number =
		json_loadb(value.at, value.size, JSON_DECODE_ANY, NULL);
	double found = json_is_number(number) ? json_number_value(number) : NAN;

	json_decref(number);
	return found;
}

static void take_count(
	struct usage *usage, enum token_count which, struct json_span value)
{
	int64_t number = plain_number(value);

	if (value.at[0] == 'n') /* null: not given */
		return;
	if (number < 0) {
		double found = careful_number(value);

		if (found >= 0 && found <= TOKEN_MOST && found == floor(found))
			number = (int64_t)found;
	}
	if (number < 0 || number > TOKEN_MOST) {
		usage->trouble = TOKEN_LINE_NUMBER;
		number = 0; /* it was given */
	} else if (usage->count[which] >= 0 && usage->count[which] != number) {
		usage->trouble = TOKEN_LINE_TWICE;
	}
	usage->count[which] = number;
}

static void take_time(struct object *object, int rank, struct json_span value)
{
	int64_t number, time;
	bool found;

	if (rank < object->time_rank)
		return;
	number = plain_number(value);
	if (value.at[0] == '"')
		found = token_time_text(value.at + 1, value.size - 2, &time);
	else
		found = token_time_number(
			number >= 0 ? (double)number : careful_number(value),
			&time);
	if (!found)
		return;
	object->time = time;
	object->time_rank = rank;
}

static void take_model(struct object *object, struct json_span value)
{
	if (value.at[0] != '"')
		return;
	if (object->model.size &&
		(object->model.size != value.size ||
			memcmp(object->model.at, value.at, value.size) != 0))
		object->two_models = true;
	object->model = value;
}

/* ---- objects ------------------------------------------------------------ */

static void read_members(struct object *object);

static void read_usage(struct object *around, int score)
{
	struct object object;

	begin(&object, around->walk, IN_USAGE, around->level + 1);
	read_members(&object);
	if (!is_complete(&object.counts))
		return;
	object.counts.score = score - around->level;
	offer(&around->best, &object.counts);
}

static void read_details(struct object *around)
{
	struct object object;

	begin(&object, around->walk, IN_DETAILS, around->level + 1);
	object.counts = around->counts;
	read_members(&object);
	around->counts = object.counts;
}

static void read_answer(struct object *around, enum token_place place)
{
	struct object object;

	begin(&object, around->walk, place, around->level + 1);
	read_members(&object);
	offer(&around->best, &object.best);
	if (object.best.score && object.time_rank >= around->time_rank) {
		around->time = object.time;
		around->time_rank = object.time_rank;
	}
}

static void read_object(struct object *object, const struct token_key *row)
{
	switch (row->role) {
	case ROLE_USAGE: read_usage(object, row->what); break;
	case ROLE_DETAILS: read_details(object); break;
	case ROLE_METADATA: read_answer(object, IN_METADATA); break;
	default: read_answer(object, IN_ANSWER);
	}
}

static void read_value(struct object *object, const struct token_key *row)
{
	struct json_span value;

	if (!json_walk_value(object->walk, &value) || !row)
		return;
	switch (row->role) {
	case ROLE_MODEL: take_model(object, value); break;
	case ROLE_TIME: take_time(object, row->what, value); break;
	case ROLE_COUNT:
		take_count(&object->counts, (enum token_count)row->what, value);
		break;
	default: break;
	}
}

static void finish(struct object *object)
{
	if (object->place == IN_LINE && is_complete(&object->counts)) {
		object->counts.score = SCORE_BARE;
		offer(&object->best, &object->counts);
	}
	if (!object->best.score || object->best.model.size)
		return;
	object->best.model = object->model;
	if (object->two_models)
		object->best.trouble = TOKEN_LINE_TWICE;
}

static void read_members(struct object *object)
{
	struct json_span key;

	while (json_walk_member(object->walk, &key)) {
		const struct token_key *row =
			token_key_find(key, object->place);

		if (row && row->role >= ROLE_USAGE &&
			object->level < TOKEN_LEVELS &&
			json_walk_object(object->walk))
			read_object(object, row);
		else
			read_value(object, row);
	}
	finish(object);
}

/* ---- the result --------------------------------------------------------- */

static int64_t at_least_zero(int64_t count)
{
	return count > 0 ? count : 0;
}

static int64_t all_input(const int64_t *count)
{
	if (count[COUNT_PROMPT] >= 0)
		return count[COUNT_PROMPT];
	return count[COUNT_INPUT] + at_least_zero(count[COUNT_CACHE_READ]) +
	       at_least_zero(count[COUNT_CACHE_WRITE]);
}

static enum token_line take_tokens(struct token_use *use, const int64_t *count)
{
	int64_t input = all_input(count);
	int64_t cached = count[COUNT_CACHED] >= 0
				 ? count[COUNT_CACHED]
				 : at_least_zero(count[COUNT_CACHE_READ]);
	int64_t output = count[COUNT_COMPLETION] >= 0 ? count[COUNT_COMPLETION]
						      : count[COUNT_OUTPUT];
	int64_t reasoning = at_least_zero(count[COUNT_REASONING]);

	/* Most vendors count reasoning as output; some count it beside. */
	if (count[COUNT_TOTAL] != input + output + reasoning)
		output -= reasoning;
	if (input > TOKEN_MOST)
		return TOKEN_LINE_NUMBER;
	if (cached > input || output < 0)
		return TOKEN_LINE_PARTS;
	use->tokens[TOKEN_INPUT] = (uint32_t)input;
	use->tokens[TOKEN_CACHED] = (uint32_t)cached;
	use->tokens[TOKEN_OUTPUT] = (uint32_t)output;
	use->tokens[TOKEN_REASONING] = (uint32_t)reasoning;
	return TOKEN_LINE_USE;
}

static bool is_plain_text(const char *at, size_t size)
{
	for (size_t i = 0; i < size; i++)
		if (at[i] < ' ' || at[i] > '~' || at[i] == '\\')
			return false;
	return true;
}

static enum token_line take_name(struct token_use *use, struct json_span model)
{
	json_t *text = NULL;
	const char *at;
	size_t size;

	use->model[0] = '\0';
	if (!model.size)
		return TOKEN_LINE_USE;
	at = model.at + 1;
	size = model.size - 2;
	if (!is_plain_text(at, size)) {
		text = json_loadb(model.at, model.size, JSON_DECODE_ANY, NULL);
		at = json_string_value(text);
		size = json_string_length(text);
	}
	if (at && size > 0 && size < sizeof(use->model)) {
		memcpy(use->model, at, size);
		use->model[size] = '\0';
	}
	json_decref(text);
	return use->model[0] ? TOKEN_LINE_USE : TOKEN_LINE_MODEL;
}

enum token_line token_log_line(
	const char *bytes, size_t size, struct token_use *use)
{
	struct json_walk walk = json_walk_begin(bytes, size);
	struct object line;
	enum token_line kind;

	if (!json_walk_peek(&walk) && walk.at == walk.end)
		return TOKEN_LINE_BLANK;
	if (!json_walk_object(&walk))
		return TOKEN_LINE_BROKEN;
	begin(&line, &walk, IN_LINE, 0);
	read_members(&line);
	if (!json_walk_end(&walk))
		return TOKEN_LINE_BROKEN;
	if (!line.best.score)
		return TOKEN_LINE_NO_USAGE;
	if (line.best.trouble != TOKEN_LINE_USE)
		return line.best.trouble;
	use->time = line.time_rank ? line.time : 0;
	kind = take_tokens(use, line.best.count);
	return kind == TOKEN_LINE_USE ? take_name(use, line.best.model) : kind;
}
