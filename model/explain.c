#include "explain.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "spelling.h"

/* ---- writing one -------------------------------------------------------- */

struct step *explain_step(struct explanation *explanation, enum step_sign sign,
	enum step_unit unit, double value, const char *words, ...)
{
	struct step *step = &explanation->step[explanation->steps];
	va_list arguments;

	if (explanation->steps < EXPLAIN_STEPS)
		explanation->steps++;
	*step = (struct step){.sign = sign, .unit = unit, .value = value};
	va_start(arguments, words);
	vsnprintf(step->words, sizeof(step->words), words, arguments);
	va_end(arguments);
	return step;
}

void explain_key(struct step *step, int option, const char *figure)
{
	if (option < 0)
		snprintf(step->key, sizeof(step->key), "%s", figure);
	else
		snprintf(step->key, sizeof(step->key), "options[%d].%s", option,
			figure);
}

void explain_note(struct explanation *explanation, const char *words, ...)
{
	size_t used = strlen(explanation->notes);
	va_list arguments;

	if (used && used + 1 < sizeof(explanation->notes)) {
		explanation->notes[used++] = ' ';
		explanation->notes[used] = '\0';
	}
	va_start(arguments, words);
	vsnprintf(explanation->notes + used, sizeof(explanation->notes) - used,
		words, arguments);
	va_end(arguments);
}

void explain_title(struct explanation *explanation, const char *words, ...)
{
	va_list arguments;

	va_start(arguments, words);
	vsnprintf(explanation->title, sizeof(explanation->title), words,
		arguments);
	va_end(arguments);
}

double explanation_walk(const struct explanation *explanation)
{
	double at = 0;

	for (int i = 0; i < explanation->steps; i++) {
		double value = explanation->step[i].value;

		switch (explanation->step[i].sign) {
		case STEP_FIRST: at = value; break;
		case STEP_PLUS: at += value; break;
		case STEP_MINUS: at -= value; break;
		case STEP_TIMES: at *= value; break;
		case STEP_OVER: at /= value; break;
		}
	}
	return at;
}

struct short_words short_number(double value)
{
	struct short_words words = {""};

	figure_short(words.text, sizeof(words.text), value);
	return words;
}

struct short_words short_percent(double value)
{
	struct short_words words = {""};

	figure_percent(words.text, sizeof(words.text), value);
	return words;
}

struct short_words short_money(const struct explained *explained, double value)
{
	struct short_words words = {""};

	figure_money(words.text, sizeof(words.text), value,
		session_currency(explained->session));
	return words;
}

/* ---- finding one -------------------------------------------------------- */

static const struct explain_row *find_row(
	const struct explain_row *rows, const char *name)
{
	for (; rows->name; rows++)
		if (!strcmp(rows->name, name))
			return rows;
	return NULL;
}

/* The figure's name behind "options[...].", and which option that is. */
static const char *option_figure(
	const struct session *session, const char *key, int *option)
{
	const char *behind = NULL, *at = key;
	char name_key[SESSION_TEXT];
	struct place place;
	struct issue issue;

	if (strncmp(key, "options[", strlen("options[")) != 0)
		return NULL;
	while ((at = strstr(at, "].")) != NULL)
		behind = at += 2;
	if (!behind)
		return NULL;
	snprintf(name_key, sizeof(name_key), "%.*sname", (int)(behind - key),
		key);
	if (!session_find(session, name_key, &place, &issue))
		return NULL;
	*option = place.option;
	return behind;
}

static void try_names(const struct explain_row *rows, const char *written,
	int *best, const char **name)
{
	for (; rows->name; rows++) {
		int distance = spelling_distance(written, rows->name);

		if (distance < *best) {
			*best = distance;
			*name = rows->name;
		}
	}
}

/* A figure was meant, or an input: whose name is nearer is said. */
static bool refuse(const char *key, const char *figure, struct issue *issue)
{
	const char *written = figure ? figure : key, *name = NULL;
	int best = 3;

	try_names(figure ? explain_option : explain_shared, written, &best,
		&name);
	if (!name)
		return false;
	issue_set(issue, 0, "there is no figure %s", issue_quote(key).text);
	issue_mend(issue, "did you mean %.*s%s?",
		figure ? (int)(figure - key) : 0, key, name);
	return true;
}

bool explain(const struct explained *explained, const char *key,
	struct explanation *explanation, struct issue *issue)
{
	int option = -1;
	const char *figure = option_figure(explained->session, key, &option);
	const struct explain_row *row =
		figure ? find_row(explain_option, figure)
		       : find_row(explain_shared, key);
	struct place place;

	*explanation = (struct explanation){.value = NAN};
	if (row) {
		row->explain(explained, option, explanation);
		return true;
	}
	if (session_find(explained->session, key, &place, issue)) {
		explain_input(explained, place, explanation);
		return true;
	}
	refuse(key, figure, issue);
	return false;
}
