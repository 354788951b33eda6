#include "session.h"

#include <criterion/criterion.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include "sessions.h"

/* ---- one value
 * ---------------------------------------------------------------- */

Test(session_set, every_default_can_be_set_by_hand)
{
	struct session session;
	struct issue issue;

	three_options(&session);
	for (int i = 0; i < INPUTS; i++) {
		enum input input = (enum input)i;
		struct place place = {input, input_is_option(input) ? 0 : -1};
		struct quantity before = session_quantity(&session, place);
		const char *text = session_text(&session, place);

		if (!*text)
			continue;
		cr_expect(session_set(&session, place, text, &issue), "%s: %s",
			input_table[i].key, issue.what);
		cr_expect(session_is_set(&session, place));
		if (input_table[i].kind != KIND_TEXT)
			cr_expect_eq(session_quantity(&session, place).low,
				before.low, "%s", input_table[i].key);
	}
}

Test(session_set, a_value_keeps_its_text_and_can_be_unset)
{
	struct session session;
	struct place place;

	session_init(&session);
	place = find(&session, "volume.requests_per_month");
	set(&session, "volume.requests_per_month", "  1.2M to  3M ");
	cr_expect_str_eq(session_text(&session, place), "1.2M to  3M");
	cr_expect_eq(session_quantity(&session, place).low, 1.2e6);
	cr_expect_eq(session_quantity(&session, place).high, 3e6);
	cr_expect_float_eq(
		session_base(&session, place), sqrt(1.2e6 * 3e6), 1e-6);
	session_unset(&session, place);
	cr_expect_eq(session_base(&session, place), 100000);
	set(&session, "volume.requests_per_month", "5");
	set(&session, "volume.requests_per_month", " ");
	cr_expect_not(session_is_set(&session, place));
	cr_expect_eq(session_base(&session, place), 100000);
}

Test(session_set, without_a_default_there_is_no_number)
{
	struct session session;

	three_options(&session);
	cr_expect(isnan(base(&session, "options[0].pass_rate")));
	cr_expect_str_eq(get(&session, "options[0].pass_rate"), "");
	set(&session, "options[0].pass_rate", "93%");
	cr_expect_eq(base(&session, "options[0].pass_rate"), 0.93);
	set(&session, "options[0].pass_rate", "");
	cr_expect(isnan(base(&session, "options[0].pass_rate")));
}

struct attempt {
	const char *key, *text;
	const char *what, *mend; /* parts of the words; NULL: it is accepted */
};

static const struct attempt attempts[] = {
	{"volume.growth_per_month", "-50%", NULL, NULL},
	{"volume.growth_per_month", "-51%", "too small", "-50% to 100%"},
	{"volume.growth_per_month", "-60% to 0%", "too low", "-50% to 100%"},
	{"volume.growth_per_month", "101%", "too large", "-50% to 100%"},
	{"volume.growth_per_month", "0 to 200%", "too high", "-50% to 100%"},
	{"volume.requests_per_month", "1T", NULL, NULL},
	{"volume.requests_per_month", "2T", "\"2T\"", "0 to 1T"},
	{"volume.requests_per_month", "-1", "too small", "0 to 1T"},
	{"volume.requests_per_month", "0,5", "two ways", "0.5 or 5"},
	{"volume.requests_per_month", "lots", "\"lots\"", "500k to 2M"},
	{"options[0].utilisation", "0.5%", "too small", "1% to 100%"},
	{"quality.bar", "0", NULL, NULL},
	{"quality.bar", "80% to 90%", NULL, NULL},
	{"quality.bar", "0 to 90%", "begins at 0", "0: none"},
	{"latency.budget_ms", "0 to 5", "begins at 0", "0: none"},
	{"options[0].base_life_months", "0..12", "begins at 0", "0: none"},
	{"volume.payload_tokens", "0 to 5", NULL, NULL},
	{"savings.horizon_months", "36", NULL, NULL},
	{"savings.horizon_months", "36 to 36", NULL, NULL},
	{"savings.horizon_months", "12 to 36", "range", "1 to 120"},
	{"savings.horizon_months", "1.5", "not a whole", "1 to 120"},
	{"savings.horizon_months", "121", "too large", "1 to 120"},
	{"seed", "4294967295", NULL, NULL},
	{"seed", "4294967296", "too large", "4294967295"},
	{"volume.narrow_task", "yes", NULL, NULL},
	{"volume.narrow_task", "yse", "\"yse\"", "did you mean yes?"},
	{"volume.narrow_task", "perhaps", "\"perhaps\"", "no, yes or unsure"},
	{"options[0].adaptation", "tuned", "\"tuned\"", "did you mean tune?"},
	{"quality.tried_few_shot", "maybe", "\"maybe\"", "true or false"},
	{"options[0].priced_on", "2026-10-31", NULL, NULL},
	{"options[0].priced_on", "2024-02-29", NULL, NULL},
	{"options[0].priced_on", "2000-02-29", NULL, NULL},
	{"options[0].priced_on", "", NULL, NULL},
	{"options[0].priced_on", "2026-02-29", "\"2026-02-29\"", "2026-10-31"},
	{"options[0].priced_on", "1900-02-29", "not a day", "2026-10-31"},
	{"options[0].priced_on", "2026-04-31", "not a day", "2026-10-31"},
	{"options[0].priced_on", "2026-13-01", "not a day", "2026-10-31"},
	{"options[0].priced_on", "2026-00-01", "not a day", "2026-10-31"},
	{"options[0].priced_on", "2026-01-00", "not a day", "2026-10-31"},
	{"options[0].priced_on", "2026-1-1", "not a day", "2026-10-31"},
	{"options[0].priced_on", "31/10/2026", "not a day", "2026-10-31"},
	{"options[0].priced_on", "2026/10/31", "not a day", "2026-10-31"},
	{"notes", "Größe, 大きさ, 📏", NULL, NULL},
	{"notes", "a\tb", "control", "one line"},
	{"notes", "a\x1b[31mb", "control", "one line"},
	{"notes", "a\x7f", "control", "one line"},
	{"notes",
		"a\xc2\x85"
		"b",
		"control", "one line"},
	{"notes", "\xff", "UTF-8", "UTF-8"},
	{"notes", "a\xc3", "UTF-8", "UTF-8"},
	{"notes", "\xc0\xaf", "UTF-8", "UTF-8"},
	{"notes", "\xed\xa0\x80", "UTF-8", "UTF-8"},
	{"notes", "\xf4\x90\x80\x80", "UTF-8", "UTF-8"},
	{"currency", "CHF", NULL, NULL},
	{"currency", "R2", "\"R2\"", "without digits"},
	{"currency", "-", "\"-\"", "without digits"},
	{"currency", "a very long label", "label", "without digits"},
};

Test(session_set, checks_form_and_domain)
{
	struct session session, before;

	three_options(&session);
	for (size_t i = 0; i < sizeof(attempts) / sizeof(*attempts); i++) {
		const struct attempt *row = &attempts[i];
		struct issue issue = {{0}, {0}, 0};
		bool accepted;

		before = session;
		accepted = try_set(&session, row->key, row->text, &issue);
		cr_expect_eq(accepted, !row->what, "%s = %s: %s", row->key,
			row->text, issue.what);
		if (!row->what)
			continue;
		cr_expect(strstr(issue.what, row->what) &&
				  strstr(issue.mend, row->mend),
			"%s = %s: %s; %s", row->key, row->text, issue.what,
			issue.mend);
		cr_expect(session_equal(&before, &session),
			"%s = %s changed something", row->key, row->text);
	}
}

Test(session_set, switches_take_the_words_of_people)
{
	static const char *const on[] = {"true", "yes", "on", "1"};
	static const char *const off[] = {"false", "no", "off", "0"};
	struct session session;

	session_init(&session);
	for (int i = 0; i < 4; i++) {
		set(&session, "latency.api_ruled_out", on[i]);
		cr_expect_str_eq(
			get(&session, "latency.api_ruled_out"), "true");
		cr_expect_eq(base(&session, "latency.api_ruled_out"), 1);
		set(&session, "latency.api_ruled_out", off[i]);
		cr_expect_str_eq(
			get(&session, "latency.api_ruled_out"), "false");
		cr_expect_eq(base(&session, "latency.api_ruled_out"), 0);
	}
}

Test(session_set, a_text_has_a_limit)
{
	static char text[SESSION_TEXT + 3];
	struct session session;
	struct issue issue;

	session_init(&session);
	memset(text, 'x', SESSION_TEXT);
	set(&session, "notes", text);
	cr_expect_str_eq(get(&session, "notes"), text);
	memset(text, 'x', SESSION_TEXT + 1);
	cr_expect_not(try_set(&session, "notes", text, &issue));
	cr_expect(strstr(issue.mend, "4000"), "%s", issue.mend);
}

Test(session_set, a_value_can_be_set_to_a_text_of_the_session_itself)
{
	struct session session;

	session_init(&session);
	set(&session, "author", "Ada");
	for (int i = 0; i < 20000; i++) {
		set(&session, "notes", get(&session, "author"));
		set(&session, "notes", "something else");
	}
	set(&session, "notes", get(&session, "author"));
	cr_expect_str_eq(get(&session, "notes"), "Ada");
}

/* ---- the currency
 * ------------------------------------------------------------- */

Test(session_set, a_new_currency_keeps_all_numbers_readable)
{
	static const char *const keys[] = {"savings.engineer_rate",
		"options[0].label_cost", "options[0].input_price",
		"quality.failure_cost", "options[1].label_cost"};
	static const char *const typed[] = {
		"CHF 120", "CHF1 to CHF 2k", "3 .. CHF 5", "$5", "7"};
	static const char *const after[] = {
		"120", "1 to 2k", "3 .. 5", "$5", "7"};
	struct session session, unset;

	three_options(&session);
	set(&session, "currency", "CHF");
	for (int i = 0; i < 5; i++)
		set(&session, keys[i], typed[i]);
	unset = session;
	session_unset(&unset, SHARED_PLACE(IN_session_currency));
	set(&session, "currency", "€");
	for (int i = 0; i < 5; i++) {
		struct place place = find(&session, keys[i]);
		struct quantity quantity = session_quantity(&session, place);

		cr_expect_str_eq(session_text(&session, place), after[i]);
		cr_expect_str_eq(session_text(&unset, place), after[i]);
		set(&session, keys[i], after[i]);
		cr_expect_eq(
			session_quantity(&session, place).high, quantity.high);
	}
}

Test(session_set, a_label_is_not_taken_out_of_the_middle)
{
	struct session session;

	session_init(&session);
	set(&session, "currency", "k");
	set(&session, "volume.requests_per_month", "k5k to k 2M");
	set(&session, "currency", "to");
	cr_expect_str_eq(
		get(&session, "volume.requests_per_month"), "5k to 2M");
	set(&session, "volume.requests_per_month", "to 5 to to 6");
	set(&session, "currency", "$");
	cr_expect_str_eq(get(&session, "volume.requests_per_month"), "5 to 6");
	set(&session, "currency", "a");
	set(&session, "volume.growth_per_month", "-a1%..a2%");
	set(&session, "currency", "b");
	cr_expect_str_eq(get(&session, "volume.growth_per_month"), "-1%..2%");
}

Test(session_set, the_locale_has_no_say)
{
	struct session session;

	if (!setlocale(LC_ALL, "de_DE.UTF-8")) {
		cr_skip_test("no locale de_DE.UTF-8 here");
	}
	three_options(&session);
	set(&session, "options[0].label_cost", "0.25 to 1.5");
	cr_expect_eq(session_quantity(
			     &session, find(&session, "options[0].label_cost"))
			     .low,
		0.25);
	setlocale(LC_ALL, "C");
}
