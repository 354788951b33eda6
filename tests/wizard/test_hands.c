/*
 * What the hands do beside typing: stepping through figures.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "on_example.h"

TestSuite(steps, .init = begin, .fini = end);

static const char *text_of(enum input input)
{
	return session_text(
		&wizard_program(wizard)->session, SHARED_PLACE(input));
}

Test(steps, plus_and_minus_step_a_range_and_the_panel_follows)
{
	cr_expect(shows("$819k"));
	wizard_press(wizard, "+");
	cr_expect_str_eq(text_of(IN_volume_requests_per_month), "4.1M to 6.1M");
	cr_expect(!shows("$819k"));
	wizard_press(wizard, "--");
	cr_expect_str_eq(text_of(IN_volume_requests_per_month), "3.9M to 5.9M");
	wizard_press(wizard, KEY_FAR_UP);
	cr_expect_str_eq(text_of(IN_volume_requests_per_month), "5M to 10M");
	wizard_press(wizard, KEY_FAR_DOWN);
	cr_expect_str_eq(text_of(IN_volume_requests_per_month), "2M to 5M");
}

Test(steps, one_undo_takes_back_a_run_of_steps_on_one_field)
{
	wizard_press(wizard, "+++++" KEY_FAR_UP);
	wizard_press(wizard, KEY_DOWN "+");
	wizard_press(wizard, "u");
	cr_expect_str_eq(text_of(IN_volume_growth_per_month), "0% to 1.5%");
	cr_expect_str_eq(text_of(IN_volume_requests_per_month), "5M to 10M");
	wizard_press(wizard, "u");
	cr_expect_str_eq(text_of(IN_volume_requests_per_month), "4M to 6M");
	wizard_press(wizard, "\022");
	cr_expect_str_eq(text_of(IN_volume_requests_per_month), "5M to 10M");
	wizard_press(wizard, KEY_UP "+u");
	cr_expect_str_eq(text_of(IN_volume_requests_per_month), "5M to 10M",
		"a step after an undo is one of its own");
}

Test(steps, a_minus_begins_a_number_where_it_may_be_negative)
{
	wizard_press(wizard, KEY_DOWN "-2%\r");
	cr_expect_str_eq(text_of(IN_volume_growth_per_month), "-2%");
}

Test(steps, while_typing_plus_is_typed_and_up_leaves_the_field)
{
	wizard_press(wizard, "1e+6" KEY_DOWN);
	cr_expect_str_eq(text_of(IN_volume_requests_per_month), "1e+6");
}
