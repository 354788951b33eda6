#include "session.h"

#include <criterion/criterion.h>
#include <string.h>

#include "sessions.h"

/* ---- keys
 * --------------------------------------------------------------------- */

Test(session_key, all_keys_are_found_again)
{
	struct session session;
	char key[SESSION_KEY];

	three_options(&session);
	for (int i = 0; i < INPUTS; i++) {
		enum input input = (enum input)i;
		struct place place = {input, input_is_option(input) ? 2 : -1};
		struct place found;

		session_key(place, key, sizeof(key));
		found = find(&session, key);
		cr_expect(found.input == input && found.option == place.option,
			"%s", key);
	}
}

Test(session_key, options_are_found_by_index_and_name)
{
	struct session session;

	three_options(&session);
	cr_expect_eq(find(&session, "options[Own].labels").option, 2);
	cr_expect_eq(find(&session, "options[Small, tuned].labels").option, 1);
	set(&session, "options[0].name", "a]. b [1].c");
	cr_expect_eq(find(&session, "options[a]. b [1].c].labels").option, 0);
	set(&session, "options[0].name", "1");
	cr_expect_eq(find(&session, "options[1].labels").option, 1);
	set(&session, "options[0].name", "70");
	cr_expect_eq(find(&session, "options[70].labels").option, 0);
	cr_expect_eq(find(&session, "options[0002].labels").option, 2);
}

Test(session_key, unknown_keys_are_refused_with_the_nearest)
{
	static const struct {
		const char *key, *mend;
	} rows[] = {
		{"volume.bach_share", "did you mean volume.batch_share?"},
		{"batch_share", "did you mean volume.batch_share?"},
		{"quality.batch_share", "did you mean volume.batch_share?"},
		{"nmae", "did you mean name?"},
		{"volume.Answer", "did you mean volume.answer?"},
		{"pass_rate", "did you mean options[0].pass_rate?"},
		{"options.labels", "did you mean options[0].labels?"},
		{"option[0].labels", "did you mean options[0].labels?"},
		{"options[0]labels", "did you mean options[0].labels?"},
		{"options[1].label", "did you mean options[1].labels?"},
		{"options[Own].labls", "did you mean options[Own].labels?"},
		{"options[own].labels", "did you mean options[Own].labels?"},
		{"options[Small].labels",
			"did you mean options[Small, tuned].labels?"},
		{"options[3].labels", "the options are 0 to 2"},
		{"options[99999999999999999999].labels",
			"the options are 0 to 2"},
		{"options[].labels", "did you mean options["},
		{"options[", "did you mean "},
		{"", "did you mean "},
	};
	struct session session;
	struct place place;
	struct issue issue;

	three_options(&session);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		cr_expect_not(
			session_find(&session, rows[i].key, &place, &issue),
			"%s is found", rows[i].key);
		cr_expect(strstr(issue.mend, rows[i].mend), "%s: %s; %s",
			rows[i].key, issue.what, issue.mend);
	}
}

Test(session_key, very_long_keys_are_refused)
{
	static char key[2 * SESSION_TEXT];
	struct session session;
	struct place place;
	struct issue issue;

	three_options(&session);
	memset(key, 'x', sizeof(key) - 1);
	cr_expect_not(session_find(&session, key, &place, &issue));
	memcpy(key, "options[", 8);
	memcpy(key + sizeof(key) - 9, "].labels", 8);
	cr_expect_not(session_find(&session, key, &place, &issue));
}
