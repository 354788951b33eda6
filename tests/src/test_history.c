#include "history.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static const struct place requests = {IN_volume_requests_per_month, -1};

static void set(struct session *session, int number)
{
	char text[32];
	struct issue issue;

	snprintf(text, sizeof(text), "%d", number);
	cr_assert(session_set(session, requests, text, &issue));
}

static int number(const struct session *session)
{
	return (int)session_base(session, requests);
}

Test(history, a_hundred_steps_back_and_forth)
{
	struct history history = {.step = NULL};
	struct session session;

	session_init(&session);
	set(&session, 0);
	for (int i = 1; i <= 100; i++) {
		history_push(&history, &session);
		set(&session, i);
	}
	for (int i = 99; i >= 0; i--) {
		cr_assert(history_undo(&history, &session));
		cr_assert_eq(number(&session), i);
	}
	cr_expect(!history_undo(&history, &session));
	cr_expect_eq(number(&session), 0);
	for (int i = 1; i <= 100; i++) {
		cr_assert(history_redo(&history, &session));
		cr_assert_eq(number(&session), i);
	}
	cr_expect(!history_redo(&history, &session));
	history_release(&history);
}

Test(history, a_new_edit_forgets_what_could_be_redone)
{
	struct history history = {.step = NULL};
	struct session session;

	session_init(&session);
	set(&session, 1);
	history_push(&history, &session);
	set(&session, 2);
	cr_assert(history_undo(&history, &session));
	history_push(&history, &session);
	set(&session, 3);
	cr_expect(!history_redo(&history, &session));
	cr_assert(history_undo(&history, &session));
	cr_expect_eq(number(&session), 1);
	history_release(&history);
}

Test(history, options_come_back_whole)
{
	struct history history = {.step = NULL};
	struct session session, before;

	session_init(&session);
	session_add_option(&session, "One");
	session_add_option(&session, "Two");
	before = session;
	history_push(&history, &session);
	session_remove_option(&session, 0);
	cr_assert(history_undo(&history, &session));
	cr_expect(session_equal(&session, &before));
	history_release(&history);
}
