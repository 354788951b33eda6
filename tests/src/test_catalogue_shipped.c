/* The files in share/catalogue: what a user may rely on. */
#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "catalogue_file.h"
#include "shelf.h"

#define FOLDER TEST_SOURCE "/share/catalogue"

/* The day on which the files were put together. */
static const char made[] = "2026-11-24";

static struct catalogue_store store;

static void complain_loudly(const struct file_issue *issue)
{
	char words[1024];

	file_issue_words(issue, words, sizeof(words));
	cr_assert_fail("%s", words);
}

static void load(void)
{
	setenv("TUNEORNOT_DATA", TEST_SOURCE "/share", 1);
	setenv("XDG_DATA_HOME", "/nonexistent", 1);
	cr_assert_eq(catalogue_load(&store, complain_loudly), 0);
}

static void release(void)
{
	catalogue_store_release(&store);
}

TestSuite(catalogue_shipped, .init = load, .fini = release);

static int on(const char *text)
{
	int day = 0;

	cr_assert(day_read(text, &day));
	return day;
}

static int count_kind(enum item_kind kind)
{
	int count = 0;

	for (int i = 0; i < store.catalogue.count; i++)
		count += store.catalogue.items[i].kind == kind;
	return count;
}

/* Is it the first item of its kind with its vendor? */
static bool is_new_vendor(int at, enum item_kind kind)
{
	const struct item *items = store.catalogue.items;

	if (items[at].kind != kind)
		return false;
	for (int i = 0; i < at; i++)
		if (items[i].kind == kind &&
			item_is_of(&items[i], items[at].text[ITEM_VENDOR]))
			return false;
	return true;
}

Test(catalogue_shipped, there_is_enough_of_everything)
{
	int vendors = 0;

	for (int i = 0; i < store.catalogue.count; i++)
		vendors += is_new_vendor(i, ITEM_MODEL);
	cr_expect_geq(count_kind(ITEM_MODEL), 60);
	cr_expect_geq(vendors, 10, "%d vendors", vendors);
	cr_expect_geq(count_kind(ITEM_TUNING), 50);
	cr_expect_geq(count_kind(ITEM_GPU), 12);
	cr_expect_geq(count_kind(ITEM_THROUGHPUT), 20);
	cr_expect_geq(count_kind(ITEM_LABELLING), 10);
	cr_expect_geq(count_kind(ITEM_ROLE), 3);
}

/* A price is found by the name of its file: api-acme.cfg has acme/large. */
static void check_sellers(const char *file, const struct catalogue *catalogue)
{
	static const char start[] = "api-";
	size_t length;

	if (strncmp(file, start, strlen(start)) != 0)
		return;
	file += strlen(start);
	length = strlen(file);
	for (int i = 0; i < catalogue->count; i++) {
		const char *id = catalogue->items[i].text[ITEM_ID];

		cr_expect(!strncmp(id, file, length) && id[length] == '/',
			"%s in api-%s.cfg", id, file);
	}
}

Test(catalogue_shipped, an_id_is_in_one_file_and_an_api_in_its_sellers)
{
	struct shelf shelf = {0};
	int total = 0;

	shelf_add_folder(&shelf, FOLDER, CATALOGUE_ENDING);
	cr_assert_geq(shelf.count, 4);
	for (int i = 0; i < shelf.count; i++) {
		struct catalogue_store alone = {0};
		struct file_issue issue;
		char path[PATH_MAX];

		snprintf(path, sizeof(path), FOLDER "/%s.cfg", shelf.name[i]);
		cr_assert(catalogue_file_read(path, false, &alone, &issue));
		check_sellers(shelf.name[i], &alone.catalogue);
		total += alone.catalogue.count;
		catalogue_store_release(&alone);
	}
	cr_expect_eq(total, store.catalogue.count);
	shelf_release(&shelf);
}

/* ---- every figure ------------------------------------------------------- */

static void check_figure(
	const struct item *item, const struct item_figure *figure)
{
	const struct item_field_row *row = &item_field_table[figure->field];
	const char *id = item->text[ITEM_ID];

	cr_expect(*figure->source, "%s: %s has no source", id, row->key);
	cr_expect_gt(figure->date, on("2015-01-01"), "%s: %s", id, row->key);
	cr_expect_leq(figure->date, on(made), "%s: %s", id, row->key);
	cr_expect(!figure->from || figure->from > figure->date,
		"%s: %s was announced after it held", id, row->key);
	if (!strncmp(row->unit, "$/Mtok", 6))
		cr_expect_leq(figure->value, 300, "%s: %s", id, row->key);
	if (!strcmp(row->unit, "$/h") || !strcmp(row->unit, "$/GPU-h"))
		cr_expect_leq(figure->value, 150, "%s: %s", id, row->key);
	cr_expect_leq(strlen(figure->text), 9, "%s: %s has float noise: %s", id,
		row->key, figure->text);
	cr_expect(figure->value > 0 || figure->field == EF_HOSTING_PER_HOUR,
		"%s: %s costs nothing", id, row->key);
}

Test(catalogue_shipped, every_figure_has_a_source_a_day_and_a_sensible_value)
{
	for (int i = 0; i < store.catalogue.count; i++) {
		const struct item *item = &store.catalogue.items[i];

		for (int f = 0; f < item->count; f++)
			check_figure(item, &item->figures[f]);
	}
}

Test(catalogue_shipped, models_have_both_prices_and_output_costs_no_less)
{
	for (int i = 0; i < store.catalogue.count; i++) {
		const struct item *item = &store.catalogue.items[i];
		const struct item_figure *in, *out, *cached;

		if (item->kind != ITEM_MODEL)
			continue;
		in = item_figure_on(item, EF_INPUT, on(made));
		out = item_figure_on(item, EF_OUTPUT, on(made));
		cached = item_figure_on(item, EF_CACHED_INPUT, on(made));
		cr_assert(in && out, "%s", item->text[ITEM_ID]);
		cr_expect_geq(out->value, in->value, "%s", item->text[ITEM_ID]);
		cr_expect(!cached || cached->value <= in->value, "%s",
			item->text[ITEM_ID]);
	}
}

/* ---- GPUs --------------------------------------------------------------- */

/* low and high are the least and the most of the offers, as the file says. */
static void check_range(const struct item *item, const struct item_figure *low,
	const struct item_figure *high)
{
	double least = HUGE_VAL, most = 0;

	for (int i = 0; i < item->count; i++) {
		const struct item_figure *figure = &item->figures[i];

		if (figure->field != EF_ON_DEMAND &&
			figure->field != EF_AVERAGE)
			continue;
		least = fmin(least, figure->value);
		most = fmax(most, figure->value);
	}
	cr_expect_eq(low->value, least, "%s", item->text[ITEM_ID]);
	cr_expect_eq(high->value, most, "%s", item->text[ITEM_ID]);
}

Test(catalogue_shipped, twelve_gpus_have_a_range)
{
	int ranges = 0;

	for (int i = 0; i < store.catalogue.count; i++) {
		const struct item *item = &store.catalogue.items[i];
		const struct item_figure *low, *high;

		if (item->kind != ITEM_GPU)
			continue;
		low = item_figure_on(item, EF_LOW, on(made));
		high = item_figure_on(item, EF_HIGH, on(made));
		cr_expect_eq(!low, !high, "%s", item->text[ITEM_ID]);
		if (!low || !high)
			continue;
		check_range(item, low, high);
		ranges += low->value < high->value;
	}
	cr_expect_geq(ranges, 12, "%d", ranges);
}

/* ---- facts that the program's advice rests on --------------------------- */

static const struct item *item_of(const char *id)
{
	const struct item *item = catalogue_find(&store.catalogue, id);

	cr_assert(item, "%s", id);
	return item;
}

static void expect_figure(const char *id, enum item_field field,
	const char *day, const char *wanted)
{
	const struct item_figure *figure =
		item_figure_on(item_of(id), field, on(day));

	cr_assert(figure, "%s on %s", id, day);
	cr_expect_str_eq(
		figure->text, wanted, "%s on %s: %s", id, day, figure->text);
}

Test(catalogue_shipped, openai_closes_fine_tuning)
{
	for (int i = 0; i < store.catalogue.count; i++) {
		const struct item *item = &store.catalogue.items[i];

		if (item->kind != ITEM_TUNING || !item_is_of(item, "OpenAI"))
			continue;
		cr_expect_eq(item->date[ITEM_CLOSED], on("2026-05-07"));
		cr_expect_eq(item->date[ITEM_CLOSES], on("2027-01-06"));
		cr_expect(*item->remark);
	}
}

Test(catalogue_shipped, announced_prices_wait_for_their_day)
{
	expect_figure("google/gemini-3.8-flash", EF_INPUT, made, "0.75");
	expect_figure("google/gemini-3.8-flash", EF_INPUT, "2027-01-01", "1.5");
}

Test(catalogue_shipped, a_share_of_the_maxima_is_said)
{
	expect_figure("tp:to-count-on", EF_SHARE_LOW, made, "0.1");
	expect_figure("tp:to-count-on", EF_SHARE_HIGH, made, "0.4");
}

Test(catalogue_shipped, what_sources_disagree_on_is_marked)
{
	cr_expect(item_of("ft:together/le16b")->check);
	cr_expect(item_of("ft:openai/gpt-4o-2024-08-06")->check);
	cr_expect(item_figure_is_doubtful(
		item_figure_on(
			item_of("openai/gpt-5.6-sol"), EF_INPUT, on(made)),
		on(made)));
}
