/*
 * From place to place: the route of the page, the next page, the headings.
 */
#include "plain_parts.h"

#include <string.h>

static struct frame frame_of(const struct plain *plain)
{
	return program_frame(plain->program);
}

/* ---- the route ---------------------------------------------------------- */

static void make_route(struct plain *plain)
{
	struct frame frame = frame_of(plain);

	route_make(&plain->route, frame.session, frame.result, plain->page,
		plain->more);
}

static void stand_at(struct plain *plain, int at)
{
	struct route *route = &plain->route;

	if (at >= route->count)
		at = route->count - 1;
	plain->at = at;
	plain->place = route->place[at];
}

void plain_settle(struct plain *plain)
{
	int found;

	if (plain->page == PLAIN_END)
		return;
	make_route(plain);
	found = route_find(&plain->route, plain->place);
	stand_at(plain, found >= 0 ? found : plain->at);
}

/* ---- moving ------------------------------------------------------------- */

/* To a page; it is named again. */
static void turn_to(struct plain *plain, int page)
{
	plain->page = page;
	plain->at = 0;
	plain->tries = 0;
	plain->named_page = -1;
}

void plain_go(struct plain *plain, int page)
{
	turn_to(plain, page);
	if (page == PLAIN_END)
		return;
	make_route(plain);
	stand_at(plain, 0);
}

void plain_go_to(struct plain *plain, int page, struct place place)
{
	turn_to(plain, page);
	plain->place = place;
	plain_settle(plain);
}

void plain_leave_page(struct plain *plain)
{
	int next = plain->page + 1 < QUESTIONS ? plain->page + 1 : PLAIN_END;

	if (plain->page == PAGE_OPTIONS)
		next = plain->back_page;
	if (plain->page == PAGE_OPTIONS && next != PLAIN_END)
		plain_go_to(plain, next, plain->back_place);
	else
		plain_go(plain, next);
}

static void step_to(struct plain *plain, int at)
{
	plain->tries = 0;
	if (at >= plain->route.count)
		plain_leave_page(plain);
	else
		stand_at(plain, at);
}

void plain_forward(struct plain *plain)
{
	plain_settle(plain);
	step_to(plain, plain->at + 1);
}

void plain_skip_part(struct plain *plain)
{
	if (plain->page != PLAIN_END)
		step_to(plain, route_skip(&plain->route, plain->at));
}

/* The last field of the page before. */
static void go_to_end_of(struct plain *plain, int page)
{
	plain_go(plain, page);
	stand_at(plain, plain->route.count - 1);
}

bool plain_backward(struct plain *plain)
{
	plain->tries = 0;
	if (plain->page == PLAIN_END)
		go_to_end_of(plain, SAVINGS);
	else if (plain->at > 0)
		stand_at(plain, plain->at - 1);
	else if (plain->page > 0 && plain->page < QUESTIONS)
		go_to_end_of(plain, plain->page - 1);
	else
		return false;
	return true;
}

/* ---- headings ----------------------------------------------------------- */

static void name_page(const struct plain *plain)
{
	voice_blank();
	if (plain->page == PAGE_OPTIONS)
		voice_say(&plain->voice, "The session and its options.");
	else
		voice_say(&plain->voice, "Question %d of %d. %s",
			plain->page + 1, QUESTIONS,
			question_titles[plain->page]);
}

static void name_part(struct plain *plain, int part)
{
	struct frame frame = frame_of(plain);

	if (part == PART_ANSWER) {
		plain_evidence(plain, (enum question)plain->page);
	} else if (part != PART_OWN) {
		voice_blank();
		voice_say(&plain->voice, "Option %d of %d: %s.", part + 1,
			frame.session->options,
			session_option_name(frame.session, part));
	}
}

void plain_announce(struct plain *plain)
{
	int part = plain->route.part[plain->at];

	if (plain->named_page != plain->page) {
		name_page(plain);
		plain->named_page = plain->page;
		plain->named_part = PART_OWN;
	}
	if (plain->named_part != part)
		name_part(plain, part);
	plain->named_part = part;
}
