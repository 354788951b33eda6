#include "stepping.h"

#include <criterion/criterion.h>
#include <string.h>

#include "sessions.h"

static struct session session;

/* What a value becomes; "" when there is no step. */
static const char *stepped(
	const char *key, const char *text, int by, enum step_size size)
{
	static char words[100];

	session_init(&session);
	session_add_option(&session, "Small");
	if (*text)
		set(&session, key, text);
	if (!stepping_words(&session, find(&session, key), by, size, words,
		    sizeof(words)))
		words[0] = '\0';
	return words;
}

static const struct {
	const char *key, *from, *up, *down, *far_up, *far_down;
} steps[] = {
	{"volume.requests_per_month", "4M to 6M", "4.1M to 6.1M",
		"3.9M to 5.9M", "5M to 10M", "2M to 5M"},
	{"volume.requests_per_month", "4.97M", "5M", "4.9M", "5M", "2M"},
	{"volume.requests_per_month", "1M", "1.1M", "990k", "2M", "500k"},
	{"volume.requests_per_month", "1,234", "1.3k", "1.2k", "2k", "1k"},
	{"volume.requests_per_month", "0", "1", "", "1", ""},
	{"volume.requests_per_month", "", "110k", "99k", "200k", "50k"},
	{"volume.requests_per_month", "1T", "", "990B", "", "500B"},
	{"options[0].input_price", "$0.25", "$0.26", "$0.24", "$0.5", "$0.2"},
	{"options[0].input_price", "2", "2.1", "1.9", "5", "1"},
	{"quality.bar", "93%", "94%", "92%", "95%", "90%"},
	{"quality.bar", "0.07", "7.1%", "6.9%", "10%", "5%"},
	{"quality.bar", "99%", "99.1%", "98%", "99.5%", "98%"},
	{"quality.bar", "90%", "91%", "89%", "95%", "80%"},
	{"quality.bar", "50%", "51%", "49%", "80%", "20%"},
	{"quality.bar", "100%", "", "99%", "", "99%"},
	{"quality.bar", "0", "1%", "", "1%", ""},
	{"volume.growth_per_month", "0", "0.1%", "-0.1%", "1%", "-1%"},
	{"volume.growth_per_month", "0% to 1.5%", "0.1% to 1.6%",
		"-0.1% to 1.4%", "1% to 2%", "-1% to 1%"},
	{"volume.growth_per_month", "-50%", "-49%", "", "-45%", ""},
	{"quality.eval_examples", "1", "2", "0", "2", "0"},
	{"quality.eval_examples", "199", "200", "190", "200", "100"},
	{"savings.horizon_months", "24", "25", "23", "50", "20"},
	{"savings.horizon_months", "119", "120", "110", "120", "100"},
	{"options[0].pass_rate", "", "", "", "", ""},
	{"name", "four", "", "", "", ""},
};

Test(stepping, goes_to_round_figures_within_the_domain)
{
	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++) {
		const char *key = steps[i].key, *from = steps[i].from;

		cr_expect_str_eq(stepped(key, from, 1, STEP_FINE), steps[i].up,
			"%s %s up: %s", key, from,
			stepped(key, from, 1, STEP_FINE));
		cr_expect_str_eq(stepped(key, from, -1, STEP_FINE),
			steps[i].down, "%s %s down: %s", key, from,
			stepped(key, from, -1, STEP_FINE));
		cr_expect_str_eq(stepped(key, from, 1, STEP_FAR),
			steps[i].far_up, "%s %s far up: %s", key, from,
			stepped(key, from, 1, STEP_FAR));
		cr_expect_str_eq(stepped(key, from, -1, STEP_FAR),
			steps[i].far_down, "%s %s far down: %s", key, from,
			stepped(key, from, -1, STEP_FAR));
	}
}

/* Whatever field it is, the session takes what comes out, in either direction,
 * as far as it goes. */
Test(stepping, every_step_of_every_input_can_be_set)
{
	struct issue issue;
	char words[100];

	for (int i = 0; i < 4 * INPUTS; i++) {
		enum input input = (enum input)(i / 4);
		struct place place = {input, input_is_option(input) ? 0 : -1};
		int by = i & 1 ? 1 : -1, count = 0;
		enum step_size size = i & 2 ? STEP_FAR : STEP_FINE;

		session_init(&session);
		session_add_option(&session, "Small");
		while (count++ < 200 && stepping_words(&session, place, by,
						size, words, sizeof(words))) {
			double before = session_base(&session, place);

			cr_assert(session_set(&session, place, words, &issue),
				"%s = %s: %s", input_table[input].key, words,
				issue.what);
			cr_expect(
				by * (session_base(&session, place) - before) >
					0,
				"%s: %s", input_table[input].key, words);
		}
	}
}

Test(stepping, there_and_back_again_ends_at_the_round_figure)
{
	struct place place;
	struct issue issue;
	char words[100];

	session_init(&session);
	place = find(&session, "volume.requests_per_month");
	set(&session, "volume.requests_per_month", "1M");
	for (int i = 0; i < 60; i++) {
		cr_assert(stepping_words(&session, place, i < 30 ? 1 : -1,
			STEP_FINE, words, sizeof(words)));
		cr_assert(session_set(&session, place, words, &issue));
	}
	cr_expect_str_eq(words, "1M");
}
