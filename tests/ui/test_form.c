#include "form.h"

#include <criterion/criterion.h>
#include <string.h>

#include "text.h"

/* Four options as the wizard begins with. */
static void begin(struct session *session)
{
	static const char *const names[] = {
		"Frontier", "Small", "Hosted", "Own"};
	struct issue issue;

	session_init(session);
	for (int i = 0; i < 4; i++) {
		struct place tune = {IN_option_adaptation, i};
		struct place serve = {IN_option_serving, i};

		session_add_option(session, names[i]);
		session_set(session, tune, i < 2 ? "prompt" : "tune", &issue);
		session_set(session, serve, i < 3 ? "api" : "selfhost", &issue);
	}
}

static bool same(struct place a, struct place b)
{
	return a.input == b.input && a.option == b.option;
}

/* Every input can be reached on one page or another, rare ones with more. */
Test(form, every_input_stands_on_a_page)
{
	struct session session;
	struct form form;

	begin(&session);
	for (int i = 0; i < INPUTS; i++) {
		struct place place = {
			(enum input)i, input_is_option((enum input)i) ? 3 : -1};
		bool found = false;

		for (int page = 0; page < PAGES; page++) {
			form_make(&form, &session, page, true);
			found = found || form_find(&form, place) >= 0;
		}
		cr_expect(found, "%s is on no page", input_table[i].key);
	}
}

Test(form, tab_visits_every_place_once_and_backtab_returns)
{
	struct session session;
	struct form form;

	begin(&session);
	for (int page = 0; page < PAGES; page++) {
		struct place place, last;
		int forth = 0, back = 0;

		form_make(&form, &session, page, true);
		last = place = form_first(&form);
		while (form_next(&form, &place, 1)) {
			last = place;
			forth++;
		}
		cr_expect(same(last, form_last(&form)), "page %d", page);
		while (form_next(&form, &place, -1))
			back++;
		cr_expect(same(place, form_first(&form)), "page %d", page);
		cr_expect_eq(forth, back, "page %d", page);
	}
}

Test(form, rows_are_walked_in_one_column)
{
	struct session session;
	struct form form;
	struct place place = {IN_option_input_price, 2};

	begin(&session);
	form_make(&form, &session, VOLUME, false);
	cr_assert(form_step(&form, &place, 1));
	cr_expect_eq(place.option, 2);
	cr_expect_neq(place.input, IN_option_input_price);
	cr_assert(form_across(&form, &place, 1));
	cr_expect_eq(place.option, 3);
	cr_expect(!form_across(&form, &place, 1), "there is no fifth option");
}

Test(form, a_focus_on_what_is_gone_lands_near_it)
{
	struct session session;
	struct form form;
	struct place gone = {IN_option_pass_rate, 3};

	begin(&session);
	session_remove_option(&session, 3);
	form_make(&form, &session, QUALITY, false);
	cr_expect(same(form_focus(&form, gone),
		(struct place){IN_option_pass_rate, 2}));
	form_make(&form, &session, LATENCY, false);
	cr_expect(same(form_focus(&form, gone), form_first(&form)));
}

Test(form, rare_fields_show_when_they_are_set)
{
	struct session session;
	struct form form;
	struct place place = {IN_option_retrieval_tokens, 1};
	struct issue issue;

	begin(&session);
	form_make(&form, &session, VOLUME, false);
	cr_expect_eq(form_find(&form, place), -1);
	session_set(&session, place, "500", &issue);
	form_make(&form, &session, VOLUME, false);
	cr_expect_geq(form_find(&form, place), 0);
}

Test(form, gpu_rows_need_somebody_who_serves_himself)
{
	struct session session;
	struct form form;
	struct place place = {IN_option_gpu_price_per_hour, 0};

	begin(&session);
	session_remove_option(&session, 3);
	form_make(&form, &session, VOLUME, true);
	cr_expect_eq(form_find(&form, place), -1);
}

Test(form, without_options_the_questions_still_work)
{
	struct session session;
	struct form form;
	struct place place;

	session_init(&session);
	for (int page = 0; page < PAGES; page++) {
		form_make(&form, &session, page, true);
		place = form_first(&form);
		while (form_next(&form, &place, 1))
			cr_assert_lt(place.option, 0);
	}
}

Test(form, the_incumbent_is_chosen_among_the_options)
{
	struct session session;
	const char *words[FORM_WORDS];
	struct place place = SHARED_PLACE(IN_savings_incumbent);

	begin(&session);
	cr_assert_eq(form_words(&session, place, words), 5);
	cr_expect_str_eq(words[0], "");
	cr_expect_str_eq(words[2], "Small");
	place.input = IN_volume_requests_per_month;
	cr_expect_eq(form_words(&session, place, words), 0);
}

/* A column of 21 cells with a blank behind, and what a language with longer
 * words needs is seen here. */
Test(form, labels_are_whole_at_80_columns)
{
	for (int i = 0; i < SHARED_INPUTS; i++)
		cr_expect_leq(text_width(input_table[i].label), 20, "%s",
			input_table[i].label);
}
