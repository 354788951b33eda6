#include "catalogue_file.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct catalogue_store store;

static void release(void)
{
	catalogue_store_release(&store);
}

TestSuite(catalogue_file, .fini = release);

static bool parse(const char *text, bool own, struct file_issue *issue)
{
	return catalogue_file_parse(
		"mine.cfg", text, strlen(text), own, &store, issue);
}

static void take(const char *text, bool own)
{
	struct file_issue issue = {0};

	cr_assert(parse(text, own, &issue), "%d: %s", issue.line,
		issue.issue.what);
}

#define SOURCES "sources: { page = \"example.com/pricing\"; };\n"
#define SAID "source = \"page\"; date = \"2026-11-10\"; "

static const char good[] =
	"format = 1;\n" SOURCES "remarks: { long = \"As a whole.\"; };\n"
	"models = (\n"
	"  { id = \"acme/large\"; name = \"Large\"; vendor = \"Acme\";\n"
	"    retires = \"2027-03-01\"; dates_source = \"page\"; see = "
	"\"long\";\n"
	"    check = true; note = \"A note.\";\n"
	"    figures = (\n"
	"      { " SAID "input = \"2\"; output = 10; cached_input = 0.25; },\n"
	"      { " SAID "grade = \"derived\"; from = \"2027-01-01\";\n"
	"        note = \"said so\"; input = \"2.50\"; },\n"
	"      { " SAID "until = \"2026-12-24\"; of = \"off peak\";\n"
	"        input = \"1\"; } ); }\n"
	");\n"
	"gpus = ( { id = \"gpu:h1\"; name = \"H1\"; vendor = \"Zorg\";\n"
	"  figures = ( { " SAID "low = \"1\"; high = \"3\"; } ); } );\n";

Test(catalogue_file, a_good_file_is_read_whole)
{
	const struct item *item;
	const struct item_figure *figure;

	take(good, false);
	cr_assert_eq(store.catalogue.count, 2);
	item = catalogue_find(&store.catalogue, "acme/large");
	cr_assert(item);
	cr_expect_eq(item->kind, ITEM_MODEL);
	cr_expect_str_eq(item->text[ITEM_NAME], "Large");
	cr_expect_str_eq(item->text[ITEM_VENDOR], "Acme");
	cr_expect_str_eq(item->text[ITEM_NOTE], "A note.");
	cr_expect_str_eq(item->text[ITEM_METHOD], "");
	cr_expect_str_eq(item->remark, "As a whole.");
	cr_expect_str_eq(item->dates_source, "example.com/pricing");
	cr_expect_str_eq(item->file, "mine.cfg");
	cr_expect_eq(item->line, 5);
	cr_expect(item->check);
	cr_expect_not(item->own);
	cr_assert_eq(item->count, 5);
	figure = &item->figures[3];
	cr_expect_eq(figure->field, EF_INPUT);
	cr_expect_str_eq(figure->text, "2.50", "as it was written");
	cr_expect_eq(figure->value, 2.5);
	cr_expect_eq(figure->grade, ITEM_DERIVED);
	cr_expect_str_eq(figure->source, "example.com/pricing");
	cr_expect_str_eq(figure->note, "said so");
	cr_expect_gt(figure->from, figure->date);
	cr_expect_eq(item->figures[0].grade, ITEM_QUOTED);
	cr_expect_eq(item->figures[0].from, 0);
	cr_expect_str_eq(item->figures[1].text, "10", "a bare number");
	cr_expect_eq(item->figures[2].value, 0.25);
	cr_expect_str_eq(item->figures[4].of, "off peak");
}

/* ---- what can be wrong -------------------------------------------------- */

static void expect_refusal(
	const char *text, int line, const char *key, const char *words)
{
	struct file_issue issue = {0};
	char all[1024];

	cr_assert_not(parse(text, false, &issue), "%s", text);
	file_issue_words(&issue, all, sizeof(all));
	cr_expect_eq(issue.line, line, "%s", all);
	cr_expect_str_eq(issue.key, key, "%s", all);
	cr_expect(strstr(all, words), "no \"%s\" in: %s", words, all);
	cr_expect(issue.issue.mend[0], "no mend: %s", all);
	cr_expect_eq(store.catalogue.count, 0, "nothing of it is used");
}

/* An item with some keys in line 3, and figures in line 4. */
#define FILE_WITH(keys, figures)                                               \
	SOURCES "models = ( {\n" keys "\nfigures = ( { " figures " } ); } "    \
		");\n"
#define NAMES "id = \"a/b\"; name = \"B\"; vendor = \"A\";"

Test(catalogue_file, each_wrong_figure_is_told_with_its_place)
{
	static const struct {
		const char *figures, *key, *words;
	} rows[] = {
		{SAID "input = \"cheap\";", "models[0].figures[0].input",
			"\"cheap\" is not a plain number of $/Mtok"},
		{SAID "input = \"\";", "models[0].figures[0].input",
			"plain number"},
		{SAID "input = \".\";", "models[0].figures[0].input",
			"plain number"},
		{SAID "input = \"-1\";", "models[0].figures[0].input",
			"plain number"},
		{SAID "input = -1;", "models[0].figures[0].input",
			"plain number"},
		{SAID "input = \"1,5\";", "models[0].figures[0].input",
			"plain number"},
		{SAID "input = \"1.5.0\";", "models[0].figures[0].input",
			"plain number"},
		{SAID "input = \"4.35e-07\";", "models[0].figures[0].input",
			"plain number"},
		{SAID "input = { };", "models[0].figures[0].input",
			"plain number"},
		{SAID "input = \"135000\";", "models[0].figures[0].input",
			"check the unit"},
		{SAID "input = \"1\"; low = \"1\";", "models[0].figures[0].low",
			"there is no figure"},
		{SAID "imput = \"1\";", "models[0].figures[0].imput",
			"did you mean input?"},
		{SAID "grade = \"quotd\"; input = \"1\";",
			"models[0].figures[0].grade", "did you mean quoted?"},
		{SAID "from = \"2027-02-30\"; input = \"1\";",
			"models[0].figures[0].from",
			"\"2027-02-30\" is not a day"},
		{SAID "until = 2027; input = \"1\";",
			"models[0].figures[0].until", "not a day"},
		{"source = \"pge\"; date = \"2026-11-10\"; input = \"1\";",
			"models[0].figures[0].source", "did you mean page?"},
		{"source = 1; date = \"2026-11-10\"; input = \"1\";",
			"models[0].figures[0].source",
			"the name of a source belongs here"},
		{"date = \"2026-11-10\"; input = \"1\";",
			"models[0].figures[0]", "have no source"},
		{"source = \"page\"; input = \"1\";", "models[0].figures[0]",
			"have no date"},
		{SAID "input = \"1\"; }, { " SAID "input = \"2\";",
			"models[0].figures[1].input", "twice"},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		char text[1024];

		snprintf(text, sizeof(text), FILE_WITH(NAMES, "%s"),
			rows[i].figures);
		expect_refusal(text, 4, rows[i].key, rows[i].words);
	}
}

Test(catalogue_file, each_wrong_key_is_told_with_its_place)
{
	static const struct {
		const char *keys, *key, *words;
		int line;
	} rows[] = {
		{"name = \"B\"; vendor = \"A\";", "models[0]", "has no id", 2},
		{"id = \"a\"; vendor = \"A\";", "models[0]", "has no name", 2},
		{"id = \"a\"; name = \"\"; vendor = \"A\";", "models[0]",
			"has no name", 2},
		{"id = \"a b\"; name = \"B\"; vendor = \"A\";", "models[0].id",
			"no blanks", 3},
		{"id = \"a\\x1b[0m\"; name = \"B\"; vendor = \"A\";",
			"models[0].id", "no control", 3},
		{"id = 7; name = \"B\"; vendor = \"A\";", "models[0].id",
			"a text in quotes", 3},
		{NAMES "vendr = \"A\";", "models[0].vendr",
			"did you mean vendor?", 3},
		{NAMES "method = \"SFT\";", "models[0].method",
			"there is no key", 3},
		{NAMES "retires = \"soon\"; dates_source = \"page\";",
			"models[0].retires", "\"soon\" is not a day", 3},
		{NAMES "retires = \"2027-01-01\";", "models[0]",
			"the dates have no source", 2},
		{NAMES "see = \"long\";", "models[0].see",
			"there is no remark \"long\"", 3},
		{NAMES "check = \"yes\";", "models[0].check", "true or false",
			3},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		char text[1024];

		snprintf(text, sizeof(text), FILE_WITH("%s", SAID "input = 1;"),
			rows[i].keys);
		expect_refusal(text, rows[i].line, rows[i].key, rows[i].words);
	}
}

Test(catalogue_file, wrong_lists_are_told)
{
	expect_refusal("format = 2;\n", 1, "format", "format 1");
	expect_refusal("format = 1;\nmodel = ();\n", 2, "model",
		"did you mean models?");
	expect_refusal("models = { };\n", 1, "models", "a list ( )");
	expect_refusal("sources = 3;\n", 1, "sources", "a group { }");
	expect_refusal(
		"models = ( \"x\" );\n", 1, "models[0]", "an entry is a group");
	expect_refusal(SOURCES "models = ( { " NAMES " } );", 2, "models[0]",
		"has no figures");
	expect_refusal(SOURCES "models = ( { " NAMES " figures = 1; } );", 2,
		"models[0].figures", "a list ( )");
	expect_refusal(SOURCES "models = ( { " NAMES " figures = (1); } );", 2,
		"models[0].figures[0]", "figures stand in groups");
	expect_refusal(
		FILE_WITH(NAMES, SAID), 2, "models[0]", "has no figures");
}

Test(catalogue_file, an_id_is_there_once_in_a_file)
{
	expect_refusal(SOURCES "models = (\n{ " NAMES "figures = ( { " SAID
			       "input = 1; } ); } );\ngpus = (\n{ " NAMES
			       "figures = ( { " SAID "low = 1; } ); } );\n",
		5, "", "line 3; keep one of them");
}

Test(catalogue_file, limits_are_told)
{
	static char text[40000];
	size_t used = 0;

	used += (size_t)snprintf(text, sizeof(text),
		SOURCES "gpus = ( {\n" NAMES "\nfigures = (\n");
	for (int i = 0; i < 129; i++)
		used += (size_t)snprintf(text + used, sizeof(text) - used,
			"%s{ of = \"%d\"; " SAID "on_demand = 1; }",
			i ? ",\n" : "", i);
	snprintf(text + used, sizeof(text) - used, "); } );\n");
	expect_refusal(text, 4, "gpus[0].figures", "128 are the most");

	used = (size_t)snprintf(
		text, sizeof(text), SOURCES "models = ( {\nid = \"");
	memset(text + used, 'x', 97);
	snprintf(text + used + 97, sizeof(text) - used - 97, "\";\n");
	strcat(text, "name = \"B\"; vendor = \"A\"; figures = ( { " SAID
		     "input = 1; } ); } );\n");
	expect_refusal(text, 3, "models[0].id", "96 bytes are the most");

	used = (size_t)snprintf(
		text, sizeof(text), SOURCES "models = ( {\nnote = \"");
	memset(text + used, 'x', 1001);
	snprintf(text + used + 1001, sizeof(text) - used - 1001, "\";\n} );\n");
	expect_refusal(text, 3, "models[0].note", "1000 bytes are the most");
}

Test(catalogue_file, hostile_text_is_refused_by_the_reader)
{
	struct file_issue issue = {0};

	cr_expect_not(parse("@include \"/etc/passwd\"\n", false, &issue));
	cr_expect_not(parse("models = ( {\n", false, &issue));
	cr_expect_not(parse("models = ( { id = \"\xff\"; } );", false, &issue));
	cr_expect_not(
		catalogue_file_read("no such.cfg", false, &store, &issue));
	cr_expect_not(catalogue_file_read("/dev/zero", false, &store, &issue));
	cr_expect_eq(store.catalogue.count, 0);
}

/* ---- two files ---------------------------------------------------------- */

static void take_one(const char *id, const char *price, bool own)
{
	char text[512];

	snprintf(text, sizeof(text),
		SOURCES "models = ( { id = \"%s\"; name = \"N\"; vendor = "
			"\"V\"; figures = ( { " SAID
			"input = \"%s\"; } ); } );",
		id, price);
	take(text, own);
}

Test(catalogue_file, a_later_file_replaces_items_and_keeps_the_rest)
{
	static const char *const ids[] = {"a", "b", "c", "d"};

	take_one("c", "1", false);
	take_one("a", "1", false);
	take_one("d", "1", false);
	take_one("a", "7", true);
	take_one("b", "2", true);
	take("", true);
	cr_assert_eq(store.catalogue.count, 4);
	for (int i = 0; i < 4; i++)
		cr_expect_str_eq(
			store.catalogue.items[i].text[ITEM_ID], ids[i]);
	cr_expect_str_eq(store.catalogue.items[0].figures->text, "7");
	cr_expect(store.catalogue.items[0].own);
	cr_expect_not(store.catalogue.items[2].own);
}

static int told;

static void count_issue(const struct file_issue *issue)
{
	cr_expect(strstr(issue->file, "broken.cfg"), "%s", issue->file);
	told++;
}

static void save(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	cr_assert(file, "%s", path);
	fputs(text, file);
	fclose(file);
}

/* Ours in one folder, the user's in another, one of whose files is wrong. */
Test(catalogue_file, the_users_folder_goes_over_ours)
{
	char folder[] = "/tmp/catalogue-XXXXXX", command[64];

	cr_assert(mkdtemp(folder));
	cr_assert_eq(chdir(folder), 0);
	setenv("TUNEORNOT_DATA", folder, 1);
	setenv("XDG_DATA_HOME", folder, 1);
	mkdir("catalogue", 0700);
	mkdir("tuneornot", 0700);
	mkdir("tuneornot/catalogue", 0700);
	save("catalogue/ours.cfg", good);
	save("tuneornot/catalogue/broken.cfg", "models = 3;");
	save("tuneornot/catalogue/mine.cfg",
		SOURCES "gpus = ( { id = \"gpu:h1\"; name = \"Mine\"; vendor = "
			"\"V\"; figures = ( { " SAID "low = 2; } ); } );");
	save("tuneornot/catalogue/notes.txt", "no catalogue");
	cr_expect_eq(catalogue_load(&store, count_issue), 1);
	cr_expect_eq(told, 1);
	cr_assert_eq(store.catalogue.count, 2);
	cr_expect_str_eq(
		catalogue_find(&store.catalogue, "gpu:h1")->text[ITEM_NAME],
		"Mine");
	cr_expect(catalogue_find(&store.catalogue, "gpu:h1")->own);
	catalogue_store_release(&store);

	/* Where both are the same folder its items are ours. */
	snprintf(command, sizeof(command), "%s/tuneornot", folder);
	setenv("TUNEORNOT_DATA", command, 1);
	cr_expect_eq(catalogue_load(&store, count_issue), 1);
	cr_assert_eq(store.catalogue.count, 1);
	cr_expect_not(store.catalogue.items[0].own);
	snprintf(command, sizeof(command), "rm -rf %s", folder);
	cr_expect_eq(system(command), 0);
}
