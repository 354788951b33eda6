/*
 * The catalogue in the wizard: filling in, being offered what has moved, and
 * being warned.
 */
#include <criterion/criterion.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "on_example.h"

/* A catalogue of one's own, so that ours may change. */
static const char acme[] =
	"sources: { page = \"acme.example/pricing\"; };\n"
	"models = (\n"
	"{ id = \"acme/large\"; name = \"Large\"; vendor = \"Acme\";\n"
	"  retires = \"2027-11-24\"; dates_source = \"page\";\n"
	"  figures = ( { source = \"page\"; date = \"2026-11-20\";\n"
	"    input = \"3\"; cached_input = \"0.3\"; output = \"15\"; } ); },\n"
	"{ id = \"acme/small\"; name = \"Small\"; vendor = \"Acme\";\n"
	"  figures = ( { source = \"page\"; date = \"2026-11-20\";\n"
	"    input = \"0.1\"; } ); } );\n";

static const char decision[] =
	"name = \"Old\";\n"
	"options = ( { name = \"Large\"; model = \"acme/large\";\n"
	"  priced_on = \"2026-01-31\"; input_price = \"2\";\n"
	"  output_price = \"15\"; },\n"
	"{ name = \"Tuned\"; adaptation = \"tune\"; input_price = \"1\"; } "
	");\n";

static void write_text(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	cr_assert(file, "%s", path);
	fputs(text, file);
	fclose(file);
}

static void begin_old(void)
{
	char folder[PATH_MAX];

	scratch_begin();
	mkdir("data", 0700);
	mkdir("data/tuneornot", 0700);
	mkdir("data/tuneornot/catalogue", 0700);
	write_text("data/tuneornot/catalogue/acme.cfg", acme);
	write_text("old.cfg", decision);
	cr_assert(realpath("data", folder));
	setenv("XDG_DATA_HOME", folder, 1);
	wizard = wizard_begin(24, 80, "old.cfg");
}

TestSuite(prices, .init = begin_old, .fini = end);

static const char *value(const char *key)
{
	const struct session *session = &wizard_program(wizard)->session;
	struct place place;
	struct issue issue;

	cr_assert(session_find(session, key, &place, &issue), "%s", key);
	return session_text(session, place);
}

/* The first price cell: behind the shared fields, the model and its day. */
static void go_to_input_price(void)
{
	wizard_press(wizard, KEY_HOME);
	for (int i = 0; i < 40 && !shows("Large, Input price"); i++)
		wizard_press(wizard, KEY_DOWN);
	cr_assert(shows("Large, Input price"));
}

Test(prices, what_has_moved_is_offered_when_an_old_session_is_opened)
{
	cr_expect(!shows("moved"), "not before the screen is there");
	wizard_settle(wizard);
	cr_expect(shows("1 price has moved"));
	cr_expect(shows("2 → 3"));
	wizard_press(wizard, "t");
	cr_expect_str_eq(value("options[0].input_price"), "3");
	cr_expect_str_eq(value("options[0].priced_on"), "2026-11-20");
	cr_expect(wizard_program(wizard)->dirty);
	wizard_press(wizard, "u");
	cr_expect_str_eq(value("options[0].input_price"), "2");
	cr_expect_str_eq(value("options[0].priced_on"), "2026-01-31");
	cr_expect(!wizard_program(wizard)->dirty, "one step takes all back");
}

Test(prices, they_can_be_kept)
{
	wizard_settle(wizard);
	wizard_press(wizard, "\033");
	cr_expect(!shows("2 → 3"));
	cr_expect_str_eq(value("options[0].input_price"), "2");
	cr_expect(!wizard_program(wizard)->dirty);
	wizard_settle(wizard);
	cr_expect(!shows("2 → 3"), "it is offered once");
	wizard_press(wizard, KEY_F8);
	cr_expect(shows("2 → 3"), "and again when asked for");
}

Test(prices, the_offer_is_in_nobodys_way)
{
	wizard_settle(wizard);
	wizard_press(wizard, "5M\r");
	cr_expect(!shows("2 → 3"));
	cr_expect_str_eq(value("volume.requests_per_month"), "5M");
}

Test(prices, who_is_at_work_already_sees_a_line_only)
{
	wizard_press(wizard, "5M\r");
	wizard_settle(wizard);
	cr_expect(!shows("2 → 3"));
	cr_expect(shows("1 price has moved since: v (F8) shows it."));
}

Test(prices, an_entry_fills_in_an_option)
{
	go_to_input_price();
	wizard_press(wizard, "c");
	cr_expect(shows("Catalogue: prices for Large"));
	cr_expect(shows("anthropic/"), "ours are there, too");
	wizard_press(wizard, "acme large");
	cr_expect(shows("1 found"));
	cr_expect(shows("it retires (2027-11-24)"));
	wizard_press(wizard, "\r");
	cr_expect(!shows("1 found"));
	cr_expect(shows("Taken from acme/large."));
	cr_expect_str_eq(value("options[0].input_price"), "3");
	cr_expect_str_eq(value("options[0].cached_input_price"), "0.3");
	cr_expect_str_eq(value("options[0].base_life_months"), "12");
	cr_expect(shows("cited, 2026-11-20 (4 days ago)"));
	wizard_press(wizard, "u");
	cr_expect_str_eq(value("options[0].input_price"), "2");
	cr_expect_str_eq(value("options[0].base_life_months"), "0");
}

Test(prices, what_an_entry_does_not_say_is_asked_for)
{
	go_to_input_price();
	wizard_press(wizard, "cacme small\r");
	cr_expect_str_eq(value("options[0].output_price"), "0");
	cr_expect(shows("which does not say: output price."));
}

Test(prices, a_price_that_is_typed_over_is_ones_own)
{
	go_to_input_price();
	wizard_press(wizard, "cacme large\r");
	wizard_press(wizard, "2.50\r");
	go_to_input_price();
	cr_expect(shows("your own price"));
	wizard_press(wizard, KEY_F8);
	cr_expect(shows("None of 2 prices has moved. 1 more is your own."));
}

Test(prices, a_model_that_retires_is_warned_of_where_it_stands)
{
	wizard_settle(wizard);
	wizard_press(wizard, "\033");
	cr_expect(shows("!"), "in the panel");
	go_to_input_price();
	cr_expect(shows("it retires on 2027-11-24"));
	wizard_press(wizard, KEY_F1);
	cr_expect(shows("Where it comes from: nothing is said of it yet."));
	cr_expect(shows("it retires on 2027-11-24"));
}

Test(prices, the_picker_is_left_without_a_trace)
{
	go_to_input_price();
	wizard_press(wizard, "cxyz");
	cr_expect(shows("0 found"));
	wizard_press(wizard, "\r");
	cr_expect(shows("0 found"), "there is nothing to take");
	wizard_press(wizard, "\033");
	cr_expect(!shows("0 found"));
	cr_expect(!wizard_program(wizard)->dirty);
}

Test(prices, the_catalogue_fits_small_screens)
{
	go_to_input_price();
	wizard_press(wizard, "cacme");
	wizard_resize(wizard, 12, 40);
	cr_expect(shows("acme/large"));
	cr_expect(shows("2 found"));
	wizard_resize(wizard, 1, 1);
	wizard_resize(wizard, 24, 80);
	wizard_press(wizard, "\r");
	cr_expect(shows("Taken from acme/large."));
}
