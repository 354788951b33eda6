#include "token_into.h"

#include <math.h>
#include <string.h>
#include <strings.h>

#include "figure.h"
#include "token_table.h"
#include "token_time.h"

enum { WORDS = 512 };

struct settling {
	const struct token_into *into;
	struct place *place;
	struct issue *issue;
};

/* ---- one input ---------------------------------------------------------- */

typedef int figure_writer(char *out, size_t size, double value);

/* "1.91k to 1.95k", or one figure where both read the same. */
static void range_text(
	char *out, size_t size, struct token_range range, figure_writer *write)
{
	char low[FIGURE_MAX], high[FIGURE_MAX];

	write(low, sizeof(low), range.low);
	write(high, sizeof(high), range.high);
	snprintf(out, size, "%s%s%s", low, strcmp(low, high) ? " to " : "",
		strcmp(low, high) ? high : "");
}

static void tell(const struct settling *settling, const char *words)
{
	page_paragraph(settling->into->page, 3, "", words);
}

static bool put(const struct settling *settling, struct place place,
	enum grade grade, const char *text)
{
	const struct token_into *into = settling->into;
	int64_t last = into->summary->last;
	char words[WORDS], key[SESSION_KEY];

	*settling->place = place;
	if (!session_set(into->session, place, text, settling->issue) ||
		!session_add_evidence(into->session, place, grade, into->source,
			last ? token_time_date(last).text : "",
			settling->issue))
		return false;
	session_key(place, key, sizeof(key));
	snprintf(words, sizeof(words), "%s=%s", key, text);
	tell(settling, words);
	return true;
}

static bool put_range(const struct settling *settling, struct place place,
	enum grade grade, struct token_range range, figure_writer *write)
{
	char text[2 * FIGURE_MAX + 8];

	range_text(text, sizeof(text), range, write);
	return put(settling, place, grade, text);
}

/* ---- volume ------------------------------------------------------------- */

static bool settle_requests(const struct settling *settling)
{
	const struct token_into *into = settling->into;
	double days = token_table_days(into->summary);

	if (days < 1) {
		tell(settling,
			"volume.requests_per_month is left as it was: the log "
			"does not tell a day or more.");
		return true;
	}
	return put_range(settling, SHARED_PLACE(IN_volume_requests_per_month),
		days < TOKEN_WEEK ? GRADE_ESTIMATE : GRADE_MEASURED,
		token_model_rate(into->total, into->summary), figure_short);
}

static void tell_unknown_split(const struct settling *settling)
{
	const struct token_model *total = settling->into->total;
	char words[WORDS], input[FIGURE_MAX], cached[FIGURE_MAX];

	figure_short(input, sizeof(input),
		token_model_mean(total, TOKEN_INPUT).mean);
	figure_short(cached, sizeof(cached),
		token_model_mean(total, TOKEN_CACHED).mean);
	snprintf(words, sizeof(words),
		"Instructions and payload are %s tokens together, %s of them "
		"cached; a log does not tell which are which. Set "
		"volume.instruction_tokens, and run this again for "
		"volume.payload_tokens and volume.cache_hit_rate.",
		input, cached);
	tell(settling, words);
}

static bool settle_payload(const struct settling *settling, double instructions)
{
	struct token_range input =
		token_model_mean(settling->into->total, TOKEN_INPUT);

	input.low -= instructions;
	input.high -= instructions;
	if (input.low < 0) {
		tell(settling, "volume.payload_tokens is left as it was: the "
			       "instruction tokens are more than all input.");
		return true;
	}
	return put_range(settling, SHARED_PLACE(IN_volume_payload_tokens),
		GRADE_MEASURED, input, figure_short);
}

static bool settle_cache(const struct settling *settling, double instructions)
{
	struct token_range cached =
		token_model_mean(settling->into->total, TOKEN_CACHED);

	if (cached.mean > instructions || !(instructions > 0)) {
		tell(settling,
			"volume.cache_hit_rate is left as it was: more is "
			"cached than the instruction tokens.");
		return true;
	}
	cached.low /= instructions;
	cached.high = fmin(1, cached.high / instructions);
	return put_range(settling, SHARED_PLACE(IN_volume_cache_hit_rate),
		GRADE_MEASURED, cached, figure_percent);
}

static bool settle_input(const struct settling *settling)
{
	const struct session *session = settling->into->session;
	struct place place = SHARED_PLACE(IN_volume_instruction_tokens);
	double instructions = session_base(session, place);

	if (!session_is_set(session, place)) {
		tell_unknown_split(settling);
		return true;
	}
	return settle_payload(settling, instructions) &&
	       settle_cache(settling, instructions);
}

/* ---- options ------------------------------------------------------------ */

static const char *without_vendor(const char *model)
{
	const char *slash = strrchr(model, '/');

	return slash ? slash + 1 : model;
}

/* "-2024-08-06", "-0613", "@20240620" */
static bool is_date(const char *suffix)
{
	size_t digits = 0;

	if (*suffix != '-' && *suffix != '@')
		return false;
	for (suffix++; *suffix; suffix++) {
		if (*suffix >= '0' && *suffix <= '9')
			digits++;
		else if (*suffix != '-')
			return false;
	}
	return digits >= 4;
}

bool token_into_matches(const char *option_model, const char *logged)
{
	const char *asked = without_vendor(option_model);
	const char *seen = without_vendor(logged);
	size_t length = strlen(asked);

	return length && !strncasecmp(asked, seen, length) &&
	       (!seen[length] || is_date(seen + length));
}

/* All models of the log that an option may mean; NULL: out of memory. */
static struct token_model *models_of(
	const struct token_summary *summary, const char *option_model)
{
	struct token_model *all = token_model_new("");

	for (int i = 0; all && i < summary->models; i++) {
		if (!token_into_matches(
			    option_model, summary->model[i]->name) ||
			token_model_merge(all, summary->model[i]))
			continue;
		token_model_free(all);
		return NULL;
	}
	return all;
}

static bool settle_option(const struct settling *settling, int option)
{
	const struct token_into *into = settling->into;
	const char *name = session_text(
		into->session, (struct place){IN_option_model, option});
	struct token_model *seen = models_of(into->summary, name);
	bool done = seen != NULL;

	if (done && seen->requests)
		done = put_range(settling,
			(struct place){IN_option_reasoning_tokens, option},
			GRADE_MEASURED, token_model_mean(seen, TOKEN_REASONING),
			figure_short);
	token_model_free(seen);
	return done;
}

bool token_into_session(
	const struct token_into *into, struct place *place, struct issue *issue)
{
	struct settling settling = {
		.into = into, .place = place, .issue = issue};

	if (!settle_requests(&settling) ||
		!put_range(&settling, SHARED_PLACE(IN_volume_output_tokens),
			GRADE_MEASURED,
			token_model_mean(into->total, TOKEN_OUTPUT),
			figure_short) ||
		!settle_input(&settling))
		return false;
	for (int i = 0; i < into->session->options; i++)
		if (!settle_option(&settling, i))
			return false;
	return true;
}
