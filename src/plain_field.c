/*
 * One field: how it is asked for, explained, and answered.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "plain_parts.h"
#include "pricing.h"

/* ---- words -------------------------------------------------------------- */

/* A label that stands indented belongs to the one above it. */
static void indented_label(enum input input, char *out, size_t size)
{
	const char *label = input_table[input].label;
	int head = (int)input;

	if (input_table[input].noun) {
		input_noun(input, out, size);
		out[0] = (char)toupper((unsigned char)out[0]);
		return;
	}
	while (head > 0 && input_table[head].label[0] == ' ')
		head--;
	snprintf(out, size, "%s, %s", input_table[head].label,
		label + strspn(label, " "));
}

/* A colon stands behind the label, and so not in it: "Tried, instructions". */
void plain_label(enum input input, char *out, size_t size)
{
	const char *label = input_table[input].label;
	const char *colon = strchr(label, ':');

	if (*label == ' ')
		indented_label(input, out, size);
	else if (!colon)
		snprintf(out, size, "%s", label);
	else if (colon[-1] == ' ')
		snprintf(out, size, "%.*sto%s", (int)(colon - label), label,
			colon + 1);
	else
		snprintf(out, size, "%.*s,%s", (int)(colon - label), label,
			colon + 1);
}

static bool holds_word(const char *text, const char *word)
{
	for (size_t length = strlen(word); *text; text++)
		if (!strncasecmp(text, word, length))
			return true;
	return false;
}

static bool is_percentage(const struct input_row *row)
{
	return row->kind == KIND_FRACTION || (row->unit && *row->unit == '%');
}

/* With the session's currency for "$"; nothing that the label says already. */
static void unit_words(
	const struct session *session, enum input input, char *out, size_t size)
{
	const struct input_row *row = &input_table[input];
	const char *unit = row->unit ? row->unit : "";

	if (*unit == '$')
		snprintf(
			out, size, "%s%s", session_currency(session), unit + 1);
	else
		snprintf(out, size, "%s",
			holds_word(row->label, unit) ? "" : unit);
}

/* "-100% to 100% a year", "1 to 120 months" */
static void range_words(
	const struct session *session, enum input input, char *out, size_t size)
{
	char domain[FIGURE_MAX * 3], unit[64];
	const char *rest, *behind = unit;

	input_domain(input, domain, sizeof(domain));
	unit_words(session, input, unit, sizeof(unit));
	rest = domain + strcspn(domain, ";");
	if (*behind == '%')
		behind += 1 + (behind[1] == ' ');
	snprintf(out, size, "%.*s%s%s%s", (int)(rest - domain), domain,
		*behind ? " " : "", behind, rest);
}

/* Does the range tell anything that one would not guess? */
enum { NARROW = 1000 };
static bool has_narrow_range(const struct input_row *row)
{
	if (is_percentage(row))
		return row->min != 0 || row->max != 1;
	return row->min > 0.01 || row->max <= NARROW;
}

/* In a prompt every word is heard again and again: the range where it is
 * narrow, else the unit. */
static void hint_words(
	const struct session *session, enum input input, char *out, size_t size)
{
	static const char whole[] = "whole, ";
	char words[160];
	const char *hint = words;

	if (has_narrow_range(&input_table[input]))
		range_words(session, input, words, sizeof(words));
	else
		unit_words(session, input, words, sizeof(words));
	if (!strncmp(hint, whole, strlen(whole)))
		hint += strlen(whole);
	snprintf(out, size, "%s%s", *hint ? ", " : "", hint);
}

static void shown_value(const struct session *session, struct place place,
	const char *text, char *out, size_t size)
{
	const char *words[FORM_WORDS];

	if (form_words(session, place, words))
		text = form_word_shown(place.input, text);
	snprintf(out, size, "%s", text);
}

void plain_value(const struct session *session, struct place place, char *out,
	size_t size)
{
	out[0] = '\0';
	if (session_is_set(session, place))
		shown_value(session, place, session_text(session, place), out,
			size);
}

static bool is_none(const struct session *session, struct place place)
{
	return input_table[place.input].flags & INPUT_ZERO_IS_NONE &&
	       session_quantity(session, place).high == 0;
}

/* "4M to 6M"; "24, default"; "not set" */
static void current_words(const struct session *session, struct place place,
	char *out, size_t size)
{
	char shown[SESSION_TEXT + 1];

	shown_value(session, place, session_text(session, place), shown,
		sizeof(shown));
	if (!*shown)
		snprintf(out, size, "%s",
			input_is_number(place.input) ? "not set" : "empty");
	else
		snprintf(out, size, "%s%s%s", shown,
			is_none(session, place) ? ", none" : "",
			session_is_set(session, place) ? "" : ", default");
}

/* ---- asking ------------------------------------------------------------- */

static void choice_words(const struct session *session, struct place place,
	char *out, size_t size)
{
	const char *words[FORM_WORDS];
	int count = form_words(session, place, words);
	size_t used = 0;

	out[0] = '\0';
	for (int i = 0; i < count && used < size; i++)
		used += (size_t)snprintf(out + used, size - used, "%s%d) %s",
			i ? "  " : ": ", i + 1,
			form_word_shown(place.input, words[i]));
}

void plain_ask_field(struct plain *plain)
{
	struct frame frame = program_frame(plain->program);
	char label[80], what[SESSION_TEXT], current[SESSION_TEXT + 20];
	struct place place = plain->place;
	char number[16] = "";

	plain_label(place.input, label, sizeof(label));
	choice_words(frame.session, place, what, sizeof(what));
	if (!*what && input_is_number(place.input))
		hint_words(frame.session, place.input, what, sizeof(what));
	current_words(frame.session, place, current, sizeof(current));
	if (plain->page < QUESTIONS)
		snprintf(number, sizeof(number), "%d.", plain->page + 1);
	voice_ask(&plain->voice, "%s%d %s%s [%s]:", number, plain->at + 1,
		label, what, current);
}

/* ---- explaining --------------------------------------------------------- */

static void say_origin(const struct plain *plain, const struct session *session)
{
	const struct evidence *evidence =
		session_evidence(session, plain->place);
	const char *source, *date;

	if (!evidence)
		return;
	source = session_pool_text(session, evidence->source);
	date = session_pool_text(session, evidence->date);
	if (!strcmp(source, PRICING_OWN))
		source = "your own price";
	voice_say(&plain->voice, "Where it comes from: %s%s%s%s%s.",
		grade_words[evidence->grade], *date ? ", " : "", date,
		*source ? ": " : "", source);
}

void plain_help_field(struct plain *plain)
{
	const struct input_row *row = &input_table[plain->place.input];
	struct frame frame = program_frame(plain->program);
	bool number = input_is_number(plain->place.input);
	char range[160];

	voice_say(&plain->voice, "%s", row->help);
	range_words(frame.session, plain->place.input, range, sizeof(range));
	if (number)
		voice_say(&plain->voice, "Takes %s. Default: %s.", range,
			row->fallback ? row->fallback : "none");
	if (row->typical)
		voice_say(&plain->voice, "For example: %s.", row->typical);
	if (input_is_quantity(plain->place.input))
		voice_say(&plain->voice,
			"If you are not sure, give a range, such as %s: what "
			"you would bet nine to one on.",
			row->kind == KIND_POSITIVE ? "500k to 2M" : "3% to 8%");
	say_origin(plain, frame.session);
}

/* ---- answering ---------------------------------------------------------- */

static bool same_word(const char *a, const char *b)
{
	return !strcasecmp(a, b);
}

/* The word that line is, whole or by its beginning; -1: none, or several. */
static int choice_of(struct place place, const char *const *words, int count,
	const char *line)
{
	size_t length = strlen(line);
	int found = -1, alike = 0;

	for (int i = 0; i < count; i++) {
		const char *shown = form_word_shown(place.input, words[i]);

		if (same_word(line, shown) || same_word(line, words[i]))
			return i;
		if (!strncasecmp(line, shown, length)) {
			found = i;
			alike++;
		}
	}
	return alike == 1 ? found : -1;
}

/* The number of one, from 1; -1: it is none. */
static int number_of(int count, const char *line)
{
	char *end;
	long number = strtol(line, &end, 10);

	if (!isdigit((unsigned char)*line) || *end || number < 1 ||
		number > count)
		return -1;
	return (int)number - 1;
}

static bool read_choice(struct place place, const char *const *words, int count,
	const char *line, const char **text, struct issue *issue)
{
	int at = number_of(count, line);

	if (at < 0)
		at = choice_of(place, words, count, line);
	if (at < 0) {
		issue_set(issue, 1, "%s is none of the choices",
			issue_quote(line).text);
		return issue_mend(issue, "type a number from 1 to %d", count);
	}
	*text = words[at];
	return true;
}

bool plain_read_answer(const struct plain *plain, const char *line, char *text,
	size_t size, struct issue *issue)
{
	struct frame frame = program_frame(plain->program);
	const char *words[FORM_WORDS];
	int count = form_words(frame.session, plain->place, words);

	/* What would be a command is a text behind a backslash. */
	if (line[0] == '\\' && line[1] && strchr(":?<>", line[1]))
		line++;
	if (count &&
		!read_choice(plain->place, words, count, line, &line, issue))
		return false;
	snprintf(text, size, "%s", line);
	return true;
}
