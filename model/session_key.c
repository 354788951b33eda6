/*
 * Keys: "name", "volume.batch_share", "options[0].labels",
 * "options[Small].labels".
 *
 * An option's name may hold any character: the last "]" of a key ends it.
 * Digits alone count options from 0, whatever their names are.
 */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "session_parts.h"
#include "spelling.h"

static const char options_bracket[] = "options[";

void session_key(struct place place, char *out, size_t size)
{
	const struct input_row *row = &input_table[place.input];

	if (row->group == GROUP_SESSION)
		snprintf(out, size, "%s", row->key);
	else if (row->group == GROUP_OPTION)
		snprintf(out, size, "%s%d].%s", options_bracket, place.option,
			row->key);
	else
		snprintf(out, size, "%s.%s", group_name(row->group), row->key);
}

/* ---- the nearest key ---------------------------------------------------- */

/* How far from what was written: of the whole keys, or, one letter farther, of
 * what stands behind the point. */
static int key_distance(const char *written, struct place place)
{
	const char *point = strrchr(written, '.');
	char key[SESSION_KEY];
	int whole, last;

	session_key(place, key, sizeof(key));
	whole = spelling_distance(written, key);
	last = 1 + spelling_distance(point ? point + 1 : written,
			   input_table[place.input].key);
	return whole < last ? whole : last;
}

static struct place nearest_key(
	const char *written, enum input first, enum input end, int option)
{
	struct place nearest = {first, option};
	int best = INT_MAX;

	for (int i = (int)first; i < (int)end; i++) {
		struct place place = {(enum input)i,
			input_is_option((enum input)i) ? option : -1};
		int distance = key_distance(written, place);

		if (distance < best) {
			best = distance;
			nearest = place;
		}
	}
	return nearest;
}

static bool refuse_key(const char *written, struct issue *issue)
{
	char key[SESSION_KEY];

	session_key(nearest_key(written, (enum input)0, INPUTS, 0), key,
		sizeof(key));
	issue_set(issue, 1, "there is no key %s", issue_quote(written).text);
	return issue_mend(issue, "did you mean %s?", key);
}

/* The option is known, its key is not: keep the option as it was written. */
static bool refuse_option_key(
	const char *written, const char *key, struct issue *issue)
{
	struct place nearest = nearest_key(key, SHARED_INPUTS, INPUTS, 0);

	issue_set(issue, (int)(key - written) + 1, "there is no key %s",
		issue_quote(written).text);
	return issue_mend(issue, "did you mean %.*s%s?",
		(int)(key - written < 120 ? key - written : 120), written,
		input_table[nearest.input].key);
}

/* ---- options ------------------------------------------------------------ */

static bool is_index(const char *name)
{
	return *name && name[strspn(name, "0123456789")] == '\0';
}

static bool refuse_option(const struct session *session, const char *name,
	const char *key, struct issue *issue)
{
	const char *nearest = NULL;
	int best = INT_MAX;

	issue_set(issue, (int)sizeof(options_bracket), "there is no option %s",
		issue_quote(name).text);
	for (int i = 0; i < session->options; i++) {
		const char *known = session_option_name(session, i);
		int distance = spelling_distance(name, known);

		if (*name && !strncmp(known, name, strlen(name)))
			distance = 0; /* only begun */
		if (distance < best) {
			best = distance;
			nearest = known;
		}
	}
	if (!nearest)
		return issue_mend(issue, "this session has no options yet");
	if (is_index(name))
		return issue_mend(
			issue, "the options are 0 to %d", session->options - 1);
	return issue_mend(issue, "did you mean %s%.60s]%s?", options_bracket,
		nearest, key);
}

/* Of what stands between the brackets: an index, or a name. */
static int find_option(const struct session *session, const char *name)
{
	if (is_index(name)) {
		long index = strtol(name, NULL, 10);

		if (index < session->options)
			return (int)index;
	}
	return *name ? session_option(session, name) : -1;
}

static bool find_option_key(const struct session *session, const char *written,
	struct place *place, struct issue *issue)
{
	const char *bracket = strrchr(written, ']');
	const char *start = written + strlen(options_bracket);
	char name[SESSION_TEXT + 1];
	int option;

	if (!bracket || bracket < start || bracket[1] != '.' ||
		bracket - start > SESSION_TEXT)
		return refuse_key(written, issue);
	memcpy(name, start, (size_t)(bracket - start));
	name[bracket - start] = '\0';
	option = find_option(session, name);
	if (option < 0)
		return refuse_option(session, name, bracket + 1, issue);
	place->option = option;
	return input_find(GROUP_OPTION, bracket + 2, &place->input) ||
	       refuse_option_key(written, bracket + 2, issue);
}

/* "name", or a question and what it asks: "volume.batch_share". */
static bool find_shared(const char *key, enum input *input)
{
	const char *point = strchr(key, '.');

	if (!point)
		return input_find(GROUP_SESSION, key, input);
	return input_find(
		group_asked(key, (size_t)(point - key)), point + 1, input);
}

bool session_find(const struct session *session, const char *key,
	struct place *place, struct issue *issue)
{
	enum input input;

	if (!strncmp(key, options_bracket, strlen(options_bracket)))
		return find_option_key(session, key, place, issue);
	if (!find_shared(key, &input))
		return refuse_key(key, issue);
	*place = SHARED_PLACE(input);
	return true;
}
