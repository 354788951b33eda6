#include "plain_route.h"

static void add(struct route *route, struct place place, int part)
{
	route->place[route->count] = place;
	route->part[route->count++] = part;
}

static bool is_asked(
	const struct session *session, struct place place, bool more)
{
	struct option_form form = session_form(session, place.option);
	int flags = input_table[place.input].flags;

	if (session_is_set(session, place))
		return true;
	if (!input_applies(place.input, form))
		return false;
	if (more)
		return true;
	return !(flags & INPUT_RARE) && (!(flags & INPUT_TUNE) || form.tuned);
}

static void add_option(struct route *route, const struct session *session,
	const struct form *form, int option, bool more)
{
	for (int i = 0; i < form->rows; i++) {
		struct place place = {form->row[i].input, option};

		if (form->row[i].kind == FORM_CELLS &&
			is_asked(session, place, more))
			add(route, place, option);
	}
}

/* The answer, and the reason where there is something to give one for. */
static void add_answer(struct route *route, const struct session *session,
	const struct form *form, const struct gate *gate)
{
	for (int i = form->rows - form->pinned; i < form->rows; i++) {
		struct place place = SHARED_PLACE(form->row[i].input);
		bool is_reason = input_table[place.input].kind == KIND_TEXT;

		if (!is_reason || !gate->followed ||
			session_is_set(session, place))
			add(route, place, PART_ANSWER);
	}
}

void route_make(struct route *route, const struct session *session,
	const struct result *result, int page, bool more)
{
	struct form form;

	form_make(&form, session, page, more);
	route->count = 0;
	for (int i = 0; i < form.rows - form.pinned; i++)
		if (form.row[i].kind == FORM_FIELD)
			add(route, SHARED_PLACE(form.row[i].input), PART_OWN);
	for (int i = 0; i < session->options; i++)
		add_option(route, session, &form, i, more);
	if (page < QUESTIONS)
		add_answer(route, session, &form, &result->gate[page]);
}

int route_find(const struct route *route, struct place place)
{
	for (int i = 0; i < route->count; i++)
		if (route->place[i].input == place.input &&
			route->place[i].option == place.option)
			return i;
	return -1;
}

int route_skip(const struct route *route, int at)
{
	int part = route->part[at];

	while (at < route->count && route->part[at] == part)
		at++;
	return at;
}
