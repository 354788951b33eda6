#include "catalogue.h"

#include <criterion/criterion.h>
#include <string.h>

static int on(const char *text)
{
	int day = 0;

	cr_assert(day_read(text, &day), "%s", text);
	return day;
}

#define TEXTS(the_id, the_name, the_vendor)                                    \
	{                                                                      \
		[ITEM_ID] = (the_id), [ITEM_NAME] = (the_name),                \
		[ITEM_VENDOR] = (the_vendor), [ITEM_METHOD] = "",              \
		[ITEM_WEIGHTS] = "", [ITEM_CLASS] = "", [ITEM_PRECISION] = "", \
		[ITEM_NOTE] = ""                                               \
	}

static struct item_figure figure(
	enum item_field field, const char *text, double value, const char *from)
{
	return (struct item_figure){.field = field,
		.value = value,
		.text = text,
		.of = "",
		.source = "page",
		.note = "",
		.date = on("2026-11-10"),
		.from = from ? on(from) : 0};
}

/* Sorted by id, as whoever makes a catalogue has to. */
static const struct item items[] = {
	{.kind = ITEM_MODEL,
		.text = TEXTS("acme/large", "Acme Large", "Acme"),
		.remark = ""},
	{.kind = ITEM_MODEL,
		.text = TEXTS("acme/small", "Acme Small", "Acme"),
		.remark = ""},
	{.kind = ITEM_TUNING,
		.text = TEXTS("ft:acme/small", "Acme Small", "Acme"),
		.remark = ""},
	{.kind = ITEM_GPU,
		.text = TEXTS("gpu:h1", "H1 80 GB", "Zorg Chips"),
		.remark = ""},
};
static const struct catalogue catalogue = {items, 4};

Test(catalogue, an_item_is_found_by_its_whole_id)
{
	for (int i = 0; i < catalogue.count; i++)
		cr_expect_eq(catalogue_find(&catalogue, items[i].text[ITEM_ID]),
			&items[i]);
	cr_expect_null(catalogue_find(&catalogue, "acme"));
	cr_expect_null(catalogue_find(&catalogue, "ACME/large"));
	cr_expect_null(catalogue_find(&catalogue, ""));
	cr_expect_null(catalogue_find(&(struct catalogue){0}, "acme/large"));
}

static bool matches(int item, const char *a, const char *b)
{
	const char *const words[] = {a, b};

	return item_matches(&items[item], words, b ? 2 : 1);
}

Test(catalogue, words_are_looked_for_in_all_texts)
{
	cr_expect(matches(0, "large", NULL));
	cr_expect(matches(0, "LARGE", "acme/"), "case does not count");
	cr_expect(matches(3, "h1", "zorg"));
	cr_expect(matches(3, "80 gb", NULL), "a word may have blanks");
	cr_expect_not(matches(0, "large", "small"), "all of them");
	cr_expect_not(matches(0, "largest", NULL));
	cr_expect(matches(0, "", NULL));
	cr_expect(item_matches(&items[0], NULL, 0), "no words: every entry");
}

Test(catalogue, a_vendor_is_the_whole_name)
{
	cr_expect(item_is_of(&items[0], "Acme"));
	cr_expect(item_is_of(&items[3], "zorg chips"));
	cr_expect_not(item_is_of(&items[3], "zorg"));
	cr_expect_not(item_is_of(&items[0], "Acme Inc"));
	cr_expect_not(item_is_of(&items[0], ""));
}

/* ---- figures on a day --------------------------------------------------- */

static void expect_on(const struct item *item, enum item_field field,
	const char *day, const char *wanted)
{
	const struct item_figure *found = item_figure_on(item, field, on(day));

	if (!wanted)
		cr_expect_null(found, "%s", day);
	else if (found)
		cr_expect_str_eq(found->text, wanted, "%s", day);
	else
		cr_expect_fail("%s: nothing", day);
}

Test(catalogue, an_announced_price_holds_from_its_day)
{
	const struct item_figure figures[] = {
		figure(EF_INPUT, "0.75", 0.75, NULL),
		figure(EF_INPUT, "1.50", 1.5, "2027-01-01"),
		figure(EF_INPUT, "2", 2, "2027-06-01"),
		figure(EF_OUTPUT, "4", 4, "2027-01-01"),
	};
	const struct item item = {.figures = figures, .count = 4};

	expect_on(&item, EF_INPUT, "2026-12-31", "0.75");
	expect_on(&item, EF_INPUT, "2027-01-01", "1.50");
	expect_on(&item, EF_INPUT, "2027-05-31", "1.50");
	expect_on(&item, EF_INPUT, "2028-01-01", "2");
	expect_on(&item, EF_OUTPUT, "2026-12-31", NULL);
	expect_on(&item, EF_OUTPUT, "2027-01-01", "4");
	expect_on(&item, EF_CACHED_INPUT, "2027-01-01", NULL);
}

Test(catalogue, a_later_price_of_one_seller_replaces_no_other_seller)
{
	struct item_figure figures[] = {
		figure(EF_ON_DEMAND, "3", 3, NULL),
		figure(EF_ON_DEMAND, "4", 4, "2026-12-01"),
	};
	const struct item item = {.figures = figures, .count = 2};
	int day = on("2026-12-02");

	figures[0].of = "Acme";
	figures[1].of = "Zorg";
	cr_expect(item_figure_holds(&item, &figures[0], day));
	cr_expect(item_figure_holds(&item, &figures[1], day));
	figures[1].of = "Acme";
	cr_expect_not(item_figure_holds(&item, &figures[0], day));
}

Test(catalogue, what_was_promised_or_announced_has_to_be_looked_at_again)
{
	struct item_figure plain = figure(EF_INPUT, "1", 1, NULL);
	struct item_figure announced = figure(EF_INPUT, "2", 2, "2027-01-01");
	struct item_figure promised = plain;

	promised.until = on("2026-12-24");
	cr_expect_not(item_figure_is_doubtful(&plain, on("2030-01-01")));
	cr_expect_not(item_figure_is_doubtful(&announced, on("2026-12-31")));
	cr_expect(item_figure_is_doubtful(&announced, on("2027-01-01")));
	cr_expect_not(item_figure_is_doubtful(&promised, on("2026-12-24")));
	cr_expect(item_figure_is_doubtful(&promised, on("2026-12-25")));
	/* Read on a day when it held: it is a price like any other. */
	announced.date = on("2027-01-02");
	cr_expect_not(item_figure_is_doubtful(&announced, on("2027-02-01")));
}

/* ---- what changes when -------------------------------------------------- */

Test(catalogue, changes_come_in_the_order_of_their_days)
{
	struct item_figure figures[] = {
		figure(EF_INPUT, "1", 1, NULL),
		figure(EF_OUTPUT, "2", 2, "2027-01-01"),
	};
	const struct item item = {.figures = figures,
		.count = 2,
		.date = {[ITEM_CLOSED] = on("2026-05-07"),
			[ITEM_CLOSES] = on("2027-01-06"),
			[ITEM_RETIRES] = on("2026-12-11")}};
	struct item_change changes[ITEM_CHANGES];
	static const char *const days[] = {"2026-05-07", "2026-11-21",
		"2026-12-11", "2027-01-01", "2027-01-06"};

	figures[0].until = on("2026-11-21");
	cr_assert_eq(item_changes(&item, changes), 5);
	for (int i = 0; i < 5; i++)
		cr_expect_eq(changes[i].day, on(days[i]), "%d", i);
	cr_expect_eq(changes[0].kind, CHANGE_DATE);
	cr_expect_eq(changes[0].date, ITEM_CLOSED);
	cr_expect_eq(changes[1].kind, CHANGE_PROMISE);
	cr_expect_eq(changes[1].figure, &figures[0]);
	cr_expect_eq(changes[3].kind, CHANGE_PRICE);
	cr_expect_eq(changes[3].figure, &figures[1]);
}

Test(catalogue, most_items_never_change)
{
	struct item_change changes[ITEM_CHANGES];

	cr_expect_eq(item_changes(&items[0], changes), 0);
}

Test(catalogue, more_changes_than_there_is_room_for_are_left_out)
{
	static struct item_figure figures[100];
	const struct item item = {.figures = figures, .count = 100};
	struct item_change changes[ITEM_CHANGES];

	for (int i = 0; i < 100; i++) {
		figures[i] = figure(EF_INPUT, "1", 1, NULL);
		figures[i].from = 30000 - i;
	}
	cr_expect_eq(item_changes(&item, changes), ITEM_CHANGES);
}

/* ---- the tables --------------------------------------------------------- */

Test(catalogue, keys_are_unique_within_a_kind)
{
	for (int a = 0; a < ITEM_FIELDS; a++) {
		const struct item_field_row *row = &item_field_table[a];

		cr_assert(row->key && row->label && row->unit && row->kinds,
			"row %d", a);
		cr_expect_gt(row->most, 0, "%s", row->key);
		for (int b = 0; b < a; b++)
			cr_expect_str_neq(row->key, item_field_table[b].key);
	}
}
