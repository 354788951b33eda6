/*
 * The answers: all that are set, and which ones a step has changed.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "plain_parts.h"

/* ---- the review --------------------------------------------------------- */

struct summary {
	char words[VOICE_BYTES];
	size_t used;
};

__attribute__((format(printf, 2, 3))) static void put(
	struct summary *summary, const char *words, ...)
{
	size_t room = sizeof(summary->words) - summary->used;
	va_list rest;
	int length;

	va_start(rest, words);
	length = vsnprintf(summary->words + summary->used, room, words, rest);
	va_end(rest);
	summary->used += (size_t)length < room ? (size_t)length : room - 1;
}

static bool ends_in(const struct summary *summary, char mark)
{
	return summary->used && summary->words[summary->used - 1] == mark;
}

static void put_value(struct summary *summary, const struct session *session,
	struct place place)
{
	char label[80], value[SESSION_TEXT + 1];

	plain_value(session, place, value, sizeof(value));
	if (!*value)
		return;
	plain_label(place.input, label, sizeof(label));
	put(summary, "%s%s: %s",
		!summary->used          ? ""
		: ends_in(summary, '.') ? " "
					: "; ",
		label, value);
}

/* The name heads what is said of an option, and the model stands on the first
 * question, too. */
static bool is_news(enum input input, int page)
{
	return input != IN_option_name &&
	       (page != PAGE_OPTIONS || (input != IN_option_model &&
						input != IN_option_priced_on));
}

/* One part of a page: "Frontier. Input price: 2; Output price: 10." */
static int say_part(const struct plain *plain, const struct route *route,
	int page, int from)
{
	struct frame frame = program_frame(plain->program);
	struct summary summary = {.used = 0};
	int end = route_skip(route, from);
	int part = route->part[from];
	bool is_option = part != PART_OWN && part != PART_ANSWER;

	for (int i = from; i < end; i++)
		if (is_news(route->place[i].input, page))
			put_value(&summary, frame.session, route->place[i]);
	if (!summary.used && part != PART_OWN)
		return end;
	if (!summary.used)
		put(&summary, "All at their defaults");
	voice_say(&plain->voice, "%s%s%s%s",
		is_option ? session_option_name(frame.session, part) : "",
		is_option ? ". " : "", summary.words,
		ends_in(&summary, '.') ? "" : ".");
	return end;
}

static void say_page(const struct plain *plain, struct route *route, int page)
{
	struct frame frame = program_frame(plain->program);

	route_make(route, frame.session, frame.result, page, false);
	if (page == PAGE_OPTIONS)
		voice_say(&plain->voice, "The session.");
	else
		voice_say(&plain->voice, "%d. %s", page + 1,
			question_titles[page]);
	for (int at = 0; at < route->count;)
		at = say_part(plain, route, page, at);
}

void plain_review(struct plain *plain)
{
	voice_blank();
	voice_say(&plain->voice, "Your answers.");
	say_page(plain, &plain->route, PAGE_OPTIONS);
	for (int page = 0; page < QUESTIONS; page++)
		say_page(plain, &plain->route, page);
	voice_blank();
	plain_verdict(plain);
}

/* ---- changes ------------------------------------------------------------ */

static void say_change(const struct plain *plain, struct place place)
{
	struct frame frame = program_frame(plain->program);
	char label[80], value[SESSION_TEXT + 1];

	plain_label(place.input, label, sizeof(label));
	plain_value(frame.session, place, value, sizeof(value));
	voice_say(&plain->voice, "%s%s%s: %s.",
		place.option < 0
			? ""
			: session_option_name(frame.session, place.option),
		place.option < 0 ? "" : ", ", label,
		*value ? value : "back to the default");
}

static void compare_at(const struct plain *plain, struct place place)
{
	struct frame frame = program_frame(plain->program);

	if (strcmp(session_text(frame.session, place),
		    session_text(&plain->before, place)) != 0)
		say_change(plain, place);
}

void plain_tell_changes(struct plain *plain)
{
	struct frame frame = program_frame(plain->program);
	int options = frame.session->options;

	for (int i = 0; i < SHARED_INPUTS; i++)
		compare_at(plain, SHARED_PLACE((enum input)i));
	if (options != plain->before.options) {
		voice_say(&plain->voice, "There %s %d option%s now.",
			options == 1 ? "is" : "are", options,
			options == 1 ? "" : "s");
		return;
	}
	for (int i = 0; i < options; i++)
		for (int input = SHARED_INPUTS; input < INPUTS; input++)
			compare_at(plain, (struct place){(enum input)input, i});
}
