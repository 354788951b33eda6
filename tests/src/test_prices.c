#include "prices.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "catalogue_file.h"

static struct catalogue_store store;
static char *text;

static void release(void)
{
	catalogue_store_release(&store);
	free(text);
}

TestSuite(prices, .fini = release);

static int on(const char *day)
{
	int number = 0;

	cr_assert(day_read(day, &number));
	return number;
}

static const char file[] =
	"sources: { page = \"acme.example/pricing\"; };\n"
	"remarks: { wind_down = \"They said so in May.\"; };\n"
	"models = (\n"
	"  { id = \"acme/large\"; name = \"Large\"; vendor = \"Acme\"; figures "
	"= (\n"
	"      { source = \"page\"; date = \"2026-11-10\"; input = \"2\"; },\n"
	"      { source = \"page\"; date = \"2026-11-01\"; output = \"10\"; "
	"},\n"
	"      { source = \"page\"; date = \"2026-11-10\"; from = "
	"\"2027-01-01\";\n"
	"        input = \"4\"; } ); },\n"
	"  { id = \"acme/a-model-with-a-name-that-is-far-too-long-for-it\";\n"
	"    name = \"Long\"; vendor = \"Acme\"; figures = (\n"
	"      { source = \"page\"; date = \"2026-11-23\"; input = \"1\"; } ); "
	"}\n"
	");\n"
	"tuning = (\n"
	"  { id = \"ft:acme/small\"; name = \"Small\"; vendor = \"Acme\";\n"
	"    closed = \"2026-05-07\"; closes = \"2027-01-06\";\n"
	"    dates_source = \"page\"; see = \"wind_down\"; figures = (\n"
	"      { source = \"page\"; date = \"2026-11-23\";\n"
	"        training_per_hour = \"100\"; } ); }\n"
	");\n";

static void take(const char *bytes, bool own)
{
	struct file_issue issue;

	cr_assert(catalogue_file_parse("mine.cfg", bytes, strlen(bytes), own,
			  &store, &issue),
		"%s", issue.issue.what);
}

/* What is printed, in text. */
static void print(const char *day, const char *id, bool ascii)
{
	size_t size;
	struct page page = {.ascii = ascii};

	free(text);
	page.out = open_memstream(&text, &size);
	cr_assert(page.out);
	if (id)
		price_show(
			&page, catalogue_find(&store.catalogue, id), on(day));
	else
		price_list(&page, &store.catalogue,
			&(struct price_filter){
				.kind = ITEM_KINDS, .day = on(day)});
	fclose(page.out);
}

static void expect(const char *words)
{
	cr_expect(strstr(text, words), "no \"%s\" in:\n%s", words, text);
}

Test(prices, a_list_has_a_table_for_each_kind)
{
	take(file, false);
	print("2026-11-24", NULL, true);
	cr_expect_str_eq(text, "\n"
			       "Models of APIs, $/Mtok\n"
			       "----------------------------------------------"
			       "--------------------------------\n"
			       "                                           "
			       "input   cached   output  days\n"
			       "acme/a-model-with-a-name-that-is-far-too-long-"
			       "for-it\n"
			       "                                               "
			       "1        -        -     1\n"
			       "acme/large                                     "
			       "2        -       10    23 a\n"
			       "\n"
			       "Offers to tune, $/Mtok trained and served; "
			       "hosting $/h\n"
			       "----------------------------------------------"
			       "--------------------------------\n"
			       "                               "
			       "training    input   output  hosting  days\n"
			       "ft:acme/small                     "
			       "100/h        -        -        -     1 C\n"
			       "\n"
			       "C  closed to new customers\n"
			       "a  a change of price is announced\n");
}

Test(prices, a_list_follows_the_day)
{
	take(file, false);
	print("2027-01-01", NULL, true);
	expect("acme/large                                     4        -"
	       "       10    61 ?\n");
	expect("?  needs a check\n");
	print("2026-05-06", NULL, true);
	expect("     0 c\n");
}

Test(prices, a_list_marks_the_users_own_entries)
{
	take(file, true);
	print("2026-11-24", NULL, true);
	expect("*  from your own folder\n");
}

Test(prices, an_entry_is_shown_with_its_sources_and_what_changes_when)
{
	take(file, false);
	print("2026-11-24", "acme/large", true);
	expect("\nLarge\n---");
	expect("   vendor         Acme\n");
	expect("On 2026-11-24\n");
	expect("   input                              2 $/Mtok         quoted  "
	       "   14 days [1]\n");
	expect("   output                            10 $/Mtok         quoted  "
	       "   23 days [2]\n");
	expect("Announced\n   input                              4 $/Mtok");
	expect("   2027-01-01  in 38 days     input is to become 4 $/Mtok\n");
	expect("   [1] 2026-11-10  acme.example/pricing\n");
	expect("   [2] 2026-11-01  acme.example/pricing\n");
	expect("\nOurs, line 4 of\n   mine.cfg\n");
	print("2027-02-01", "acme/large", true);
	expect("Before\n   input                              2 $/Mtok");
	expect("31 days ago    input was to become 4 $/Mtok\n");
}

Test(prices, dates_of_an_offer_are_told_before_and_after)
{
	take(file, true);
	print("2026-11-24", "ft:acme/small", true);
	expect("   2026-05-07  201 days ago   it is closed to new customers\n");
	expect("   2027-01-06  in 43 days     training ends for everybody\n");
	expect("   They said so in May.\n");
	expect("   [days] acme.example/pricing\n");
	expect("\nYour own, line 14 of\n   mine.cfg\n");
	print("2027-01-06", "ft:acme/small", true);
	expect("   2027-01-06  today          training has ended");
}

Test(prices, foreign_text_does_no_harm)
{
	static const char hostile[] =
		"sources: { page = \"\\x1b]0;owned\\x07\"; };\n"
		"models = ( { id = \"a/b\xe2\x80\xae\"; name = \"\\x1b[2J\";\n"
		"  vendor = \"V\\x9b\"; figures = ( { source = \"page\";\n"
		"  date = \"2026-11-10\"; of = \"\\x1b[31m\"; note = "
		"\"\\n\\r\";\n"
		"  input = \"1\"; } ); } );\n";
	char clean[sizeof(hostile)];
	char *bad;

	/* Bytes above 0x7f that are no UTF-8 are refused by the reader. */
	strcpy(clean, hostile);
	bad = strstr(clean, "\\x9b");
	memcpy(bad, "    ", 4);
	take(clean, false);
	for (int ascii = 0; ascii < 2; ascii++) {
		print("2026-11-24", NULL, ascii);
		cr_expect_null(strpbrk(text, "\x1b\r\x07"));
		cr_expect_null(strstr(text, "\xe2\x80\xae"));
		print("2026-11-24", "a/b\xe2\x80\xae", ascii);
		cr_expect_null(strpbrk(text, "\x1b\r\x07"));
		cr_expect_null(strstr(text, "\xe2\x80\xae"));
	}
}
