/*
 * Where the figures come from, as the memo says it.
 */
#include <ctype.h>

#include "day.h"
#include "gates.h"
#include "report_fixture.h"

enum { PROMPTED, TUNED };

static char words[1 << 18];

/* The memo with every run of blanks and ends of lines as one blank, so that
 * sentences can be looked for. */
static const char *memo(void)
{
	char *report, *out = words;

	work_out();
	report = report_of("text", false);
	for (const char *at = report; *at; at++)
		if (!isspace((unsigned char)*at))
			*out++ = *at;
		else if (out > words && out[-1] != ' ')
			*out++ = ' ';
	*out = '\0';
	free(report);
	return words;
}

static void says(const char *sentence)
{
	const char *section = strstr(memo(), "WHAT WE ASSUME");

	cr_assert(section);
	cr_expect(strstr(section, sentence), "no \"%s\" in %s", sentence,
		section);
}

static void is_silent_of(const char *sentence)
{
	cr_expect(!strstr(memo(), sentence), "\"%s\" is said", sentence);
}

static void vouch(enum input input, int option, const char *text,
	enum grade grade, const char *date)
{
	struct place place = {.input = input, .option = option};
	struct issue issue;

	set_text(input, option, text);
	cr_assert(session_add_evidence(
		&session, place, grade, "somebody", date, &issue));
}

static void begin(void)
{
	session_init(&session);
	session_add_option(&session, "Prompted");
	session_add_option(&session, "Tuned");
	set_text(IN_option_adaptation, TUNED, "tune");
	set_text(IN_session_scenarios, -1, "1000");
}

TestSuite(report_provenance, .init = begin);

Test(report_provenance, who_vouches_for_one_figure_and_for_several)
{
	is_silent_of("given here");
	set_text(IN_volume_requests_per_month, -1, "2M");
	says("1 figure is given here, without a stated origin. None of them "
	     "has a date.");
	set_text(IN_volume_payload_tokens, -1, "900");
	says("2 figures are given here, all without a stated origin.");
	vouch(IN_volume_payload_tokens, -1, "900", GRADE_GUESS, "");
	says("2 figures are given here: 1 guessed and 1 without a stated "
	     "origin; none is measured.");
	vouch(IN_volume_output_tokens, -1, "40", GRADE_MEASURED, "2026-11-10");
	vouch(IN_savings_engineer_rate, -1, "90", GRADE_CITED, "2026-11-10");
	vouch(IN_upkeep_hiring_hours, -1, "3", GRADE_CITED, "2026-11-10");
	says("5 figures are given here: 1 measured, 2 cited, 1 guessed and 1 "
	     "without a stated origin. 3 have a date.");
}

Test(report_provenance, how_old_they_are_and_counted_to_which_day)
{
	vouch(IN_volume_output_tokens, -1, "40", GRADE_MEASURED, "2026-08-01");
	says("1 has a date. Counted from the newest date here, 2026-08-01, "
	     "none is more than 90 days old; the oldest, output tokens, is of "
	     "2026-08-01.");
	vouch(IN_option_pass_rate, TUNED, "90%", GRADE_GUESS, "2026-11-10");
	says("Counted from the newest date here, 2026-11-10, 1 is more than 90 "
	     "days old; the oldest, output tokens, is of 2026-08-01.");
	is_silent_of("As of");
	cr_assert(day_read("2027-11-24", &day));
	says("2 have a date. As of 2027-11-24, 2 are more than 90 days old;");
	cr_expect(strstr(words, "As of 2027-11-24 Money in"), "its head");
	cr_assert(day_read("2026-10-30", &day));
	says("As of 2026-10-30, none is more than 90 days old; the oldest, "
	     "output tokens, is of 2026-08-01. 1 is dated after that day.");
}

Test(report_provenance, how_old_the_prices_are)
{
	set_text(IN_option_input_price, PROMPTED, "2");
	is_silent_of("1 price");
	set_text(IN_option_priced_on, PROMPTED, "2026-10-01");
	says("1 price is of 2026-10-01.");
	set_text(IN_option_input_price, TUNED, "1");
	says("1 price is of 2026-10-01; 1 has no date.");
	set_text(IN_option_priced_on, TUNED, "2026-10-02");
	says("2 prices are up to 1 day old.");
	cr_assert(day_read("2026-10-31", &day));
	says("2 prices are between 29 and 30 days old.");
	cr_expect(strstr(words, "(the oldest prices here are of 2026-10-01)"));
	cr_assert(day_read("2026-09-01", &day));
	says("2 prices are dated after that day.");
}

Test(report_provenance, what_makes_the_net_saving_uncertain)
{
	set_text(IN_option_setup_hours, TUNED, "100");
	is_silent_of("uncertainty of the net saving");
	set_text(IN_option_setup_hours, TUNED, "100 to 300");
	says("All of the uncertainty of the net saving comes from figures "
	     "without a stated origin.");
	vouch(IN_option_eval_hours, TUNED, "100 to 500", GRADE_GUESS, "");
	says("Of the uncertainty of the net saving, guesses make 80% and "
	     "figures without a stated origin 20% (each");
	vouch(IN_option_curation_hours, TUNED, "5 to 6", GRADE_CITED, "");
	says("guesses make 80%, figures without a stated origin 20% and cited "
	     "figures under 1% (each");
}

Test(report_provenance, what_was_left_at_its_default)
{
	set_text(IN_option_input_price, PROMPTED, "2");
	set_text(IN_quality_failure_cost, -1, "1");
	says("would move the net saving if they were different: • All options: "
	     "requests per month 100k, instruction tokens 1.5k,");
	says("horizon 24 months, discount rate 8% a year,");
	says("Tuned: pass rate 100% (not measured). At 0: input price,");
	set_text(IN_option_adaptation, TUNED, "prompt");
	is_silent_of("would move the net saving");
	says("figures are left at their defaults.");
}

Test(report_provenance, the_list_shows_what_is_given_and_what_it_is_for)
{
	set_text(IN_savings_horizon_months, -1, "24");
	says("Horizon 24 24 months");
	set_text(IN_option_gpu_price_per_hour, TUNED, "2");
	says("GPU price 2 without effect");
	set_text(IN_option_base_life_months, TUNED, "0");
	says("Base model lasts 0 none");
}

/* The next steps are few: others must be done for this one to have room. */
Test(report_provenance, guesses_are_counted_as_in_the_next_steps)
{
	for (int i = 0; i < RUNGS; i++)
		set_text(gate_rungs[i], -1, "yes");
	set_text(IN_option_pass_rate, PROMPTED, "90%");
	set_text(IN_option_pass_rate, TUNED, "90%");
	vouch(IN_volume_narrow_task, -1, "yes", GRADE_GUESS, "");
	is_silent_of("marked as a guess");
	vouch(IN_volume_payload_tokens, -1, "900", GRADE_GUESS, "");
	vouch(IN_option_gpu_price_per_hour, TUNED, "2", GRADE_GUESS, "");
	says("3 figures are given here: 1 guessed and 2 without a stated");
	cr_expect(strstr(words, "1 figure is marked as a guess below. Begin "
				"with payload tokens."));
}
