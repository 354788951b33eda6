#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "session_file.h"

static struct session session, again;

static bool parse(const char *text, size_t size, enum seal *seal,
	struct file_issue *issue)
{
	return session_file_parse("s.cfg", text, size, &session, seal, issue);
}

static bool accepts(const char *text, char words[1024])
{
	struct file_issue issue;
	bool accepted = parse(text, strlen(text), NULL, &issue);

	words[0] = '\0';
	if (!accepted)
		file_issue_words(&issue, words, 1024);
	return accepted;
}

#define TWO                                                                    \
	"options = ( { name = \"A\"; },\n { name = \"B\"; adaptation = "       \
	"\"tune\"; } );\n"

/* ---- what is refused, where, and with which words ------------------------ */

static const struct {
	const char *text;
	const char *where; /* the message begins with it */
	const char *words; /* and has these somewhere */
} refused[] = {
	/* nothing, or not text */
	{"", "s.cfg: ", "empty"},
	{"  \n# only a comment", "s.cfg: ", "empty"},
	{"name = \"caf\xe9\";", "s.cfg:1: ", "UTF-8"},
	{"format = 1;\nname = \"\xc0\xaf\";", "s.cfg:2: ", "UTF-8"},
	{"name = \"\xed\xa0\x80\";", "s.cfg:1: ", "UTF-8"},
	{"name = \"\\xff\";", "s.cfg:1: name: ", "UTF-8"},
	{"name = \"a\\x00b\";", "s.cfg:1: name: ", "\\x00"},
	{"\xff\xfe"
	 "f",
		"s.cfg:1: ", "UTF-8"},
	/* other files */
	{"@include \"/etc/passwd\"\n", "s.cfg:1: ", "@include"},
	{"@include \".\"", "s.cfg:1: ", "@include"},
	{"format = 1;\n \t@include \"/etc\"\n", "s.cfg:2: ", "@include"},
	{"volume: {\n@include \"x\"\n};", "s.cfg:2: volume: ", "@include"},
	{"name = \n@include \"x\"\n;", "s.cfg:2: name: ", "@include"},
	{"/* c */ @include \"x\"", "s.cfg:1: ", "@include"},
	/* cut and broken syntax */
	{"name = \"Supp", "s.cfg:1: name: ", "never ends"},
	{"format = 1;\n/* cut", "s.cfg:2: ", "never ends"},
	{"format = 1;\nvolume: {\n", "s.cfg:2: volume: ", "never closed"},
	{"options = ( { name = \"A\";\n }",
		"s.cfg:1: options: ", "never closed"},
	{"format = 1;\n}", "s.cfg:2: ", "not opened"},
	{"options = ( };", "s.cfg:1: options", "not opened"},
	{"format = 1;\nname \"x\";", "s.cfg:2: name: ", "without a name"},
	{"name = 'x';", "s.cfg:1: name: ", "means nothing"},
	{"format = 1;;", "s.cfg:1: ", "cannot be understood"},
	{"format = 1;\nname = ;", "s.cfg:2: ", "cannot be understood"},
	{"volume: { growth_per_month = .; };",
		"s.cfg:1: volume.growth_per_month: ", "no number"},
	{"((((((((((((((((((", "s.cfg:1: ", "too deep"},
	/* unknown keys */
	{"format = 1;\nnam = \"x\";", "s.cfg:2: nam: ", "name"},
	{"volume: {\n requests_per_mnth = \"1\"; };",
		"s.cfg:2: volume.requests_per_mnth: ", "requests_per_month"},
	{"options = ( {\n name = \"A\";\n imput_price = 1; } );",
		"s.cfg:3: options[0].imput_price: ", "input_price"},
	{"volum: { };", "s.cfg:1: volum: ", "volume"},
	/* given twice */
	{"name = \"a\";\n\nname = \"b\";", "s.cfg:3: name: ", "twice"},
	{"volume: {\n batch_share = \"1%\"; batch_share = \"2%\"; };",
		"s.cfg:2: volume.batch_share: ", "twice"},
	{"volume: { };\nvolume: { };", "s.cfg:2: volume: ", "twice"},
	{"options = ( { name = \"A\"; },\n{ name = \"B\"; labels = 1; labels "
	 "= 2; } );",
		"s.cfg:2: options[1].labels: ", "twice"},
	/* wrong types */
	{"name = 5;", "s.cfg:1: name: ", "text in quotes"},
	{"name = { a = 1; };", "s.cfg:1: name: ", "a group"},
	{"volume = 3;", "s.cfg:1: volume: ", "group { }"},
	{"volume = ( );", "s.cfg:1: volume: ", "group { }"},
	{"volume: { batch_share = ( 1 ); };",
		"s.cfg:1: volume.batch_share: ", "a list"},
	{"volume: { batch_share = [ 1 ]; };",
		"s.cfg:1: volume.batch_share: ", "an array"},
	{"volume: { batch_share = true; };",
		"s.cfg:1: volume.batch_share: ", "a number"},
	{"volume: { narrow_task = true; };",
		"s.cfg:1: volume.narrow_task: ", "in quotes"},
	{"quality: { tried_retrieval = \"true\"; };",
		"s.cfg:1: quality.tried_retrieval: ", "without quotes"},
	{"quality: { tried_retrieval = 1; };",
		"s.cfg:1: quality.tried_retrieval: ", "true or false"},
	{"options = { };", "s.cfg:1: options: ", "list ( )"},
	{"options = ( \"A\" );", "s.cfg:1: options[0]: ", "group { }"},
	{"a = [ 1, 2.0 ];", "s.cfg:1: ", "array"},
	/* values outside of their domain */
	{"volume: {\n\n batch_share = \"150%\"; };",
		"s.cfg:3: volume.batch_share: ", "too large"},
	{"volume: { batch_share = \"0,5\"; };",
		"s.cfg:1: volume.batch_share: ", "two ways"},
	{"savings: { horizon_months = 0; };",
		"s.cfg:1: savings.horizon_months: ", "too small"},
	{"savings: { horizon_months = 4294967320; };",
		"s.cfg:1: savings.horizon_months: ", "too large"},
	{"savings: { horizon_months = 18446744073709551640; };",
		"s.cfg:1: savings.horizon_months: ", "too large"},
	{"savings: { horizon_months = 24.5; };",
		"s.cfg:1: savings.horizon_months: ", "whole"},
	{"seed = 0xFFFFFFFFFFFFFFFFF;", "s.cfg:1: seed: ", "too large"},
	{"volume: { payload_tokens = 1e999; };",
		"s.cfg:1: volume.payload_tokens: ", "too large"},
	{"volume: { narrow_task = \"maybe\"; };",
		"s.cfg:1: volume.narrow_task: ", "maybe"},
	{"options = ( { name = \"A\"; priced_on = \"2026-02-30\"; } );",
		"s.cfg:1: options[0].priced_on: ", "day"},
	/* formats */
	{"format = 2;\nwhatever = 1;", "s.cfg:1: format: ", "newer"},
	{"format = 99999999999;", "s.cfg:1: format: ", "newer"},
	{"format = 0;", "s.cfg:1: format: ", "no format 0"},
	{"format = \"1\";", "s.cfg:1: format: ", "whole number"},
	{"format = 1.0;", "s.cfg:1: format: ", "whole number"},
	/* the whole */
	{TWO "savings: {\n incumbent = \"C\"; };",
		"s.cfg:4: savings.incumbent: ", "C"},
	{"options = ( { name = \"A\"; },\n { name = \"A\"; } );",
		"s.cfg:2: options[1].name: ", "A"},
	{"options = (\n { adaptation = \"tune\"; } );",
		"s.cfg:2: options[0].name: ", "no name"},
	{"quality: { eval_examples = 10;\n eval_passes = 11; };",
		"s.cfg:2: quality.eval_passes: ", "11"},
	{"options = ( {name=\"1\";}, {name=\"2\";}, {name=\"3\";}, "
	 "{name=\"4\";}, {name=\"5\";}, {name=\"6\";}, {name=\"7\";}, "
	 "{name=\"8\";},\n{name=\"9\";} );",
		"s.cfg:2: options[8]: ", "8 options"},
	/* evidence */
	{"evidence = \"x\";", "s.cfg:1: evidence: ", "list ( )"},
	{"evidence = ( 3 );", "s.cfg:1: evidence[0]: ", "group { }"},
	{"evidence = ( { input = \"volume.batch_share\";\n grade = "
	 "\"sure\"; } );",
		"s.cfg:2: evidence[0].grade: ", "measured"},
	{"evidence = ( { grade = \"guess\"; } );",
		"s.cfg:1: evidence[0].input: ", "which input"},
	{"evidence = ( { input = \"volume.batch_shar\"; grade = \"guess\"; "
	 "} );",
		"s.cfg:1: evidence[0].input: ", "batch_share"},
	{"evidence = ( { input = \"volume.batch_share\"; grade = "
	 "\"guess\"; page = \"3\"; } );",
		"s.cfg:1: evidence[0].page: ", "source"},
	{"evidence = ( { input = \"volume.batch_share\"; grade = "
	 "\"guess\"; source = 3; } );",
		"s.cfg:1: evidence[0].source: ", "in quotes"},
	{"evidence = ( { input = \"volume.batch_share\"; grade = \"guess\"; "
	 "},\n { input = \"volume.batch_share\"; grade = \"guess\"; } );",
		"s.cfg:2: evidence[1].input: ", "twice"},
	{TWO "evidence = ( { input = \"options[C].labels\"; grade = "
	     "\"guess\"; } );",
		"s.cfg:3: evidence[0].input: ", "C"},
	/* seals */
	{"sealed = true;\nformat = 1;\n", "s.cfg:1: sealed: ", "cut"},
	{"sealed = true;\nseal = \"crc32:00000000\";",
		"s.cfg:1: sealed: ", "cut"},
	{"sealed = \"true\";", "s.cfg:1: sealed: ", "true"},
	{"sealed = true;\nseal = 5;\n", "s.cfg:2: seal: ", "text"},
};

Test(session_file, refuses_with_place_key_and_mend)
{
	char words[1024];

	for (size_t i = 0; i < sizeof(refused) / sizeof(*refused); i++) {
		cr_expect_not(accepts(refused[i].text, words), "accepted: %s",
			refused[i].text);
		cr_expect(!strncmp(words, refused[i].where,
				  strlen(refused[i].where)) &&
				  strstr(words, refused[i].words),
			"\"%s\" gave \"%s\", not \"%s... %s\"", refused[i].text,
			words, refused[i].where, refused[i].words);
		cr_expect(strstr(words, "; "), "no mend: %s", words);
	}
}

/* ---- what is accepted ---------------------------------------------------- */

static const struct {
	const char *text, *key, *value;
} accepted[] = {
	{"format = 1;", "volume.material_share", "10%"},
	{"name = \"x\"", "name", "x"},
	{"name = \"x\"; # the end", "name", "x"},
	{"name = \"x\"; // the end", "name", "x"},
	{"\xef\xbb\xbfname = \"x\";", "name", "x"},
	{"format = 1;\r\nname = \"x\";\r\n", "name", "x"},
	{"name = \"a \" \"b\";", "name", "a b"},
	{"name = \"@include \\\"x\\\"\";", "name", "@include \"x\""},
	{"# @include \"x\"\n/*\n@include \"x\"\n*/ name = \"y\";", "name", "y"},
	{"name = \"/* no comment\";", "name", "/* no comment"},
	{"name = \"\xe2\x82\xac \\xe2\\x82\\xac\";", "name",
		"\xe2\x82\xac \xe2\x82\xac"},
	{"volume = { payload_tokens = 600 }", "volume.payload_tokens", "600"},
	{"volume: { payload_tokens = +0600L; };", "volume.payload_tokens",
		"600"},
	{"volume: { payload_tokens = 0x10; };", "volume.payload_tokens", "16"},
	{"volume: { requests_per_month = 3000000000; };",
		"volume.requests_per_month", "3000000000"},
	{"volume: { requests_per_month = 0xFFFFFFFF; };",
		"volume.requests_per_month", "4294967295"},
	{"volume: { growth_per_month = -.05; };", "volume.growth_per_month",
		"-0.05"},
	{"volume: { requests_per_month = 1.5e6; };",
		"volume.requests_per_month", "1500000"},
	{"seed = 4294967295;", "seed", "4294967295"},
	{"seed = \"7\"; scenarios = 5000;", "scenarios", "5000"},
	{"currency = \"CHF\"; volume: { value_per_request = \"CHF 2\"; };",
		"volume.value_per_request", "CHF 2"},
	{"volume: { value_per_request = \"CHF 2\"; }; currency = \"CHF\";",
		"volume.value_per_request", "CHF 2"},
	{"savings: { incumbent = \"B\"; };" TWO, "savings.incumbent", "B"},
	{"evidence = ( { input = \"options[B].labels\"; grade = \"guess\"; } "
	 ");" TWO,
		"options[1].name", "B"},
	{"options = ( );", "name", ""},
};

Test(session_file, accepts_what_people_write)
{
	char words[1024];
	struct place place;
	struct issue issue;

	for (size_t i = 0; i < sizeof(accepted) / sizeof(*accepted); i++) {
		if (!accepts(accepted[i].text, words)) {
			cr_expect(false, "\"%s\": %s", accepted[i].text, words);
			continue;
		}
		cr_assert(session_find(
			&session, accepted[i].key, &place, &issue));
		cr_expect_str_eq(session_text(&session, place),
			accepted[i].value, "%s", accepted[i].text);
	}
}

/* The prose around a figure may not be lost when somebody else wrote it. */
Test(session_file, never_says_that_a_hand_written_file_is_whole)
{
	struct file_issue issue;
	enum seal seal = SEAL_WHOLE;

	cr_assert(parse("format = 1;", 11, &seal, &issue));
	cr_expect_eq(seal, SEAL_NONE);
}

Test(session_file, refuses_a_NUL_byte)
{
	static const char text[] = "name = \"a\";\n\0name = \"b\";";
	struct file_issue issue;

	cr_assert_not(parse(text, sizeof(text) - 1, NULL, &issue));
	cr_expect_eq(issue.line, 2);
}

/* ---- round trips --------------------------------------------------------- */

static void set(const char *key, const char *text)
{
	struct place place;
	struct issue issue;

	cr_assert(session_find(&session, key, &place, &issue), "%s", key);
	cr_assert(session_set(&session, place, text, &issue), "%s: %s", key,
		issue.what);
}

static void fill(void)
{
	struct place place;
	struct issue issue;

	session_init(&session);
	set("name", "Quotes \" and \\ and \\x41, @include \"x\"");
	set("notes", "# no comment /* here */ \xe2\x82\xac 3 \xf0\x9f\x98\x80");
	set("currency", "\xe2\x82\xac");
	set("seed", "4294967295");
	set("volume.requests_per_month", "1.2M to 3M");
	set("volume.value_per_request", "\xe2\x82\xac"
					"0.02");
	set("volume.narrow_task", "yes");
	set("quality.tried_retrieval", "true");
	set("quality.tried_few_shot", "false");
	cr_assert_eq(session_add_option(&session, "Zeta"), 0);
	cr_assert_eq(session_add_option(&session, "Alpha; } );"), 1);
	set("options[1].adaptation", "tune");
	set("options[1].labels", "5k to 20k");
	set("options[1].priced_on", "2026-10-31");
	set("savings.incumbent", "Zeta");
	cr_assert(session_find(&session, "options[1].labels", &place, &issue));
	cr_assert(session_add_evidence(&session, place, GRADE_CITED,
		"a \"page\"", "2026-10-31", &issue));
	cr_assert(session_find(
		&session, "volume.requests_per_month", &place, &issue));
	cr_assert(session_add_evidence(
		&session, place, GRADE_MEASURED, "gateway log", "", &issue));
	cr_assert(session_find(&session, "volume.narrow_task", &place, &issue));
	cr_assert(session_add_evidence(
		&session, place, GRADE_GUESS, "", "", &issue));
}

static void expect_round_trip(const char *what)
{
	struct file_issue issue;
	enum seal seal;
	size_t size, size_again;
	char *bytes = session_file_format(&session, &size), *bytes_again;

	cr_assert(session_file_parse(
			  "back.cfg", bytes, size, &again, &seal, &issue),
		"%s: %s", what, issue.issue.what);
	cr_expect_eq(seal, SEAL_WHOLE, "%s", what);
	cr_expect(session_equal(&session, &again), "%s", what);
	bytes_again = session_file_format(&again, &size_again);
	cr_expect(size == size_again && !memcmp(bytes, bytes_again, size),
		"%s: other bytes the second time", what);
	free(bytes);
	free(bytes_again);
}

Test(session_file, reads_back_what_it_wrote)
{
	fill();
	expect_round_trip("a filled session");
	session_init(&session);
	expect_round_trip("an empty session");
}

Test(session_file, writes_groups_only_that_hold_something)
{
	size_t size;
	char *bytes;

	session_init(&session);
	set("quality.bar", "90%");
	bytes = session_file_format(&session, &size);
	cr_expect(strstr(bytes, "\nquality:\n{\n  bar = \"90%\";\n};\n"), "%s",
		bytes);
	cr_expect_not(strstr(bytes, "volume"), "%s", bytes);
	cr_expect_not(strstr(bytes, "options"), "%s", bytes);
	free(bytes);
}

Test(session_file, keeps_the_vectors)
{
	char path[4096];
	struct file_issue issue;

	for (int i = 1; i <= 9; i++) {
		snprintf(path, sizeof(path), TEST_DATA "/vectors/case-%02d.cfg",
			i);
		cr_assert(session_file_read(path, &session, NULL, &issue),
			"%s: %s", path, issue.issue.what);
		expect_round_trip(path);
	}
}

/* Every number as its text, every text byte by byte. */
Test(session_file, keeps_texts_that_look_like_syntax)
{
	static const char *const texts[] = {"\\", "\\\\", "\"", "\\\"", "a\\",
		"\\n", "\\x1b", "//", "/*", "*/", "#", "{", "};", "= 1;",
		"crc32:00000000", "%s%n", "\xc2\xa0x", "\xef\xbf\xbd",
		"@include \".\""};

	session_init(&session);
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		set("notes", texts[i]);
		expect_round_trip(texts[i]);
	}
}

/* ---- seals --------------------------------------------------------------- */

Test(session_file, a_cut_file_is_never_accepted)
{
	struct file_issue issue;
	size_t size;
	char *bytes;

	fill();
	bytes = session_file_format(&session, &size);
	for (size_t cut = 0; cut < size; cut++) {
		char *part = malloc(cut + 1);

		memcpy(part, bytes, cut);
		cr_expect_not(session_file_parse("cut.cfg", part, cut, &again,
				      NULL, &issue),
			"accepted when cut to %zu of %zu bytes", cut, size);
		free(part);
	}
	free(bytes);
}

Test(session_file, what_is_shorter_than_a_seal_is_not_whole)
{
	static const char *const texts[] = {
		"seal=\"\";", "sealed=true;seal=\"\";\n", "seal=\"crc32:\";\n"};

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct file_issue issue;
		enum seal seal = SEAL_WHOLE;

		cr_assert(parse(texts[i], strlen(texts[i]), &seal, &issue),
			"%s", issue.issue.what);
		cr_expect_eq(seal, SEAL_CHANGED, "%s", texts[i]);
	}
}

Test(session_file, a_flipped_bit_is_never_taken_for_whole)
{
	struct file_issue issue;
	enum seal seal;
	size_t size;
	char *bytes;
	int changed = 0;

	fill();
	bytes = session_file_format(&session, &size);
	for (size_t bit = 0; bit < 8 * size; bit++) {
		bytes[bit / 8] ^= (char)(1 << bit % 8);
		if (session_file_parse(
			    "flip.cfg", bytes, size, &again, &seal, &issue)) {
			cr_expect_eq(seal, SEAL_CHANGED,
				"bit %zu taken for whole", bit);
			changed++;
		}
		bytes[bit / 8] ^= (char)(1 << bit % 8);
	}
	cr_expect_gt(changed, 0, "hand edits must be possible");
	free(bytes);
}

Test(session_file, an_edit_by_hand_is_read_with_a_notice)
{
	static const char head[] = "sealed = true;\nname = \"b\";\n";
	char text[100];
	struct file_issue issue;
	enum seal seal;

	snprintf(text, sizeof(text), "%sseal = \"crc32:01234567\";\n", head);
	cr_assert(parse(text, strlen(text), &seal, &issue));
	cr_expect_eq(seal, SEAL_CHANGED);
	/* Something added behind the seal, as a merge might. */
	snprintf(text, sizeof(text),
		"%sseal = \"crc32:01234567\";\nauthor = \"c\";\n", head);
	cr_assert(parse(text, strlen(text), &seal, &issue));
	cr_expect_eq(seal, SEAL_CHANGED);
}

/* The seal as any zlib would compute it. */
Test(session_file, the_seal_is_the_crc_of_all_before_it)
{
	static const char text[] = "sealed = true;\nname = \"b\";\n"
				   "seal = \"crc32:3DCDA771\";\n";
	struct file_issue issue;
	enum seal seal;

	cr_assert(parse(text, sizeof(text) - 1, &seal, &issue));
	cr_expect_eq(seal, SEAL_WHOLE);
}

/* ---- files --------------------------------------------------------------- */

Test(session_file, is_written_and_read_as_a_file)
{
	char folder[] = "/tmp/session-file-XXXXXX", path[64];
	struct file_issue issue;
	enum seal seal;

	cr_assert(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/s.cfg", folder);
	fill();
	cr_assert(session_file_write(path, &session, &issue));
	cr_assert(session_file_read(path, &again, &seal, &issue));
	cr_expect_eq(seal, SEAL_WHOLE);
	cr_expect(session_equal(&session, &again));
	unlink(path);
	rmdir(folder);
}

Test(session_file, messages_are_clean_for_a_terminal)
{
	char words[1024];

	cr_assert_not(accepts(
		"volume: { narrow_task = \"\\x1b]0;x\\x07\"; };", words));
	cr_expect_not(strpbrk(words, "\x1b\x07"), "%s", words);
}
