#include "repricing.h"

#include "price_alerts.h"
#include "sessions.h"

#include <math.h>
#include <string.h>

/* ---- a small catalogue -------------------------------------------------- */

static struct item_figure figures[3][8];
static struct item items[3];
static const struct catalogue catalogue = {items, 3};
static int day;

static int on(const char *text)
{
	int found = 0;

	cr_assert(day_read(text, &found), "%s", text);
	return found;
}

static void put(int item, enum item_field field, const char *text, double value,
	enum item_grade grade)
{
	figures[item][items[item].count++] =
		(struct item_figure){.field = field,
			.value = value,
			.text = text,
			.grade = grade,
			.of = "",
			.source = "price page",
			.note = "",
			.date = on("2026-11-10")};
}

static void name(int item, enum item_kind kind, const char *id)
{
	items[item] = (struct item){.kind = kind,
		.figures = figures[item],
		.remark = "",
		.dates_source = "dates page"};
	for (int i = 0; i < ITEM_TEXTS; i++)
		items[item].text[i] = "";
	items[item].text[ITEM_ID] = id;
}

static void set_up(void)
{
	day = on("2026-11-24");
	name(0, ITEM_MODEL, "acme/large");
	put(0, EF_INPUT, "2", 2, ITEM_QUOTED);
	put(0, EF_CACHED_INPUT, "0.20", 0.2, ITEM_QUOTED);
	put(0, EF_OUTPUT, "10", 10, ITEM_QUOTED);
	put(0, EF_BATCH_INPUT, "1", 1, ITEM_DERIVED);
	put(0, EF_BATCH_OUTPUT, "5", 5, ITEM_DERIVED);
	name(1, ITEM_TUNING, "ft:acme/small");
	put(1, EF_TRAINING_LORA_SFT, "0.48", 0.48, ITEM_QUOTED);
	put(1, EF_HOSTING_PER_GPU_HOUR, "5.49", 5.49, ITEM_QUOTED);
	name(2, ITEM_GPU, "gpu:h1");
	put(2, EF_LOW, "1.39", 1.39, ITEM_DERIVED);
	put(2, EF_HIGH, "2.79", 2.79, ITEM_DERIVED);
}
TestSuite(pricing, .init = set_up);

/* Prompted, tuned by a vendor, tuned on GPUs. */
static void begin(struct session *session)
{
	static const char *const names[] = {"Large", "Tuned", "Own"};

	session_init(session);
	for (int i = 0; i < 3; i++)
		session_add_option(session, names[i]);
	set(session, "options[1].adaptation", "tune");
	set(session, "options[2].adaptation", "tune");
	set(session, "options[2].serving", "selfhost");
}

static struct missing pick(
	struct session *session, const char *key, const struct item *item)
{
	struct pick wanted = {find(session, key), item, day};
	struct missing missing;
	struct issue issue;

	cr_assert(pricing_pick(session, &wanted, &missing, &issue), "%s: %s",
		key, issue.what);
	return missing;
}

static const char *source(const struct session *session, const char *key)
{
	const struct evidence *evidence =
		session_evidence(session, find(session, key));

	return evidence ? session_pool_text(session, evidence->source) : "";
}

static void type(struct session *session, const char *key, const char *text)
{
	struct edit edit = {EDIT_SET, find(session, key), 0, text};
	struct issue issue;

	if (!*text)
		edit.kind = EDIT_UNSET;
	cr_assert(session_edit(session, &edit, &issue), "%s", issue.what);
}

Test(pricing, an_option_has_no_price_until_somebody_says_one)
{
	struct session session;

	begin(&session);
	for (int i = 0; i < 3; i++)
		cr_expect(pricing_missing(&session, i), "option %d", i);
	set(&session, "options[0].output_price", "0");
	set(&session, "options[1].hosting_per_hour", "5");
	set(&session, "options[2].input_price", "3");
	cr_expect_not(pricing_missing(&session, 0), "0 is a price");
	cr_expect_not(pricing_missing(&session, 1));
	cr_expect(pricing_missing(&session, 2), "its GPUs have none");
	set(&session, "options[2].gpu_price_per_hour", "2");
	cr_expect_not(pricing_missing(&session, 2));
}

/* ---- filling in --------------------------------------------------------- */

Test(pricing, a_model_fills_an_options_prices_with_their_origin)
{
	static struct session session;

	begin(&session);
	cr_expect_eq(pick(&session, "options[0].model", &items[0]).count, 0);
	cr_expect_str_eq(get(&session, "options[0].model"), "acme/large");
	cr_expect_str_eq(get(&session, "options[0].input_price"), "2");
	cr_expect_str_eq(
		get(&session, "options[0].cached_input_price"), "0.20");
	cr_expect_str_eq(get(&session, "options[0].output_price"), "10");
	cr_expect_str_eq(get(&session, "options[0].batch_discount"), "50%");
	cr_expect_str_eq(get(&session, "options[0].priced_on"), "2026-11-10");
	cr_expect_str_eq(source(&session, "options[0].input_price"),
		"catalogue acme/large: price page");
	cr_expect_eq(session_evidence(
			     &session, find(&session, "options[0].input_price"))
			     ->grade,
		GRADE_CITED);
	cr_expect_eq(session_evidence(&session,
			     find(&session, "options[0].batch_discount"))
			     ->grade,
		GRADE_ESTIMATE);
}

Test(pricing, what_an_entry_does_not_say_is_unset_and_asked_for)
{
	static struct session session;
	struct missing missing;

	begin(&session);
	set(&session, "options[1].input_price", "7");
	missing = pick(&session, "options[1].model", &items[1]);
	cr_expect_str_eq(get(&session, "options[1].training_price"), "0.48");
	cr_expect_str_eq(get(&session, "options[1].hosting_per_hour"), "5.49");
	cr_expect_not(session_is_set(
		&session, find(&session, "options[1].input_price")));
	cr_assert_eq(missing.count, 2);
	cr_expect_eq(missing.input[0], IN_option_input_price);
	cr_expect_eq(missing.input[1], IN_option_output_price);
}

Test(pricing, a_field_of_its_own_is_filled_alone)
{
	static struct session session;

	begin(&session);
	set(&session, "options[2].model", "Qwen, own vLLM");
	pick(&session, "options[2].model", &items[2]);
	cr_expect_str_eq(get(&session, "options[2].model"), "Qwen, own vLLM");
	cr_expect_str_eq(
		get(&session, "options[2].gpu_price_per_hour"), "1.39 to 2.79");
	set(&session, "options[1].input_price", "7");
	pick(&session, "options[1].hosting_per_hour", &items[1]);
	cr_expect_str_eq(get(&session, "options[1].hosting_per_hour"), "5.49");
	cr_expect_str_eq(get(&session, "options[1].input_price"), "7");
	cr_expect_str_eq(get(&session, "options[1].training_price"), "0");
}

Test(pricing, an_entry_that_says_nothing_of_a_field_is_refused)
{
	static struct session session;
	struct pick wanted;
	struct missing missing;
	struct issue issue;

	begin(&session);
	wanted = (struct pick){
		find(&session, "options[1].training_per_hour"), &items[1], day};
	cr_expect_not(pricing_pick(&session, &wanted, &missing, &issue));
	cr_expect(strstr(issue.what, "ft:acme/small"), "%s", issue.what);
}

Test(pricing, dollars_are_not_taken_for_other_money)
{
	static struct session session;
	struct pick wanted;
	struct missing missing;
	struct issue issue;
	struct repricing repricing;

	begin(&session);
	set(&session, "currency", "€");
	set(&session, "options[0].model", "acme/large");
	set(&session, "options[0].input_price", "7");
	wanted = (struct pick){
		find(&session, "options[0].model"), &items[0], day};
	cr_expect_not(pricing_pick(&session, &wanted, &missing, &issue));
	cr_expect(strstr(issue.what, "dollars"), "%s", issue.what);
	repricing_find(&repricing, &session, &catalogue, day);
	cr_expect(repricing.foreign);
	cr_expect_eq(repricing.count, 0);
}

Test(pricing, the_life_of_a_model_ends_when_its_vendor_says)
{
	static struct session session;

	begin(&session);
	items[0].date[ITEM_RETIRES] = on("2027-11-24");
	pick(&session, "options[0].model", &items[0]);
	cr_expect_str_eq(get(&session, "options[0].base_life_months"), "12");
	cr_expect(strstr(
		source(&session, "options[0].base_life_months"), "2027-11-24"));
	items[0].date[ITEM_RETIRES] = 0;
	pick(&session, "options[0].model", &items[0]);
	cr_expect_str_eq(get(&session, "options[0].base_life_months"), "0");
	type(&session, "options[0].base_life_months", "9");
	items[0].date[ITEM_RETIRES] = on("2027-11-24");
	pick(&session, "options[0].model", &items[0]);
	cr_expect_str_eq(get(&session, "options[0].base_life_months"), "9",
		"what the user said is let alone");
	pick(&session, "options[0].base_life_months", &items[0]);
	cr_expect_str_eq(get(&session, "options[0].base_life_months"), "12",
		"unless asked for");
}

/* ---- asking again ------------------------------------------------------- */

Test(pricing, what_the_catalogue_confirms_has_not_moved)
{
	static struct session session;
	struct repricing repricing;

	begin(&session);
	pick(&session, "options[0].model", &items[0]);
	pick(&session, "options[1].model", &items[1]);
	pick(&session, "options[2].gpu_price_per_hour", &items[2]);
	repricing_find(&repricing, &session, &catalogue, day);
	cr_expect_eq(repricing.count, 4 + 2 + 1);
	cr_expect_eq(repricing.moved, 0);
}

Test(pricing, written_otherwise_is_not_moved)
{
	static struct session session;
	struct repricing repricing;

	begin(&session);
	set(&session, "options[0].model", "acme/large");
	set(&session, "options[0].input_price", "$2.00");
	set(&session, "options[0].batch_discount", "0.5");
	repricing_find(&repricing, &session, &catalogue, day);
	cr_expect_eq(repricing.count, 2);
	cr_expect_eq(repricing.moved, 0);
}

Test(pricing, what_has_moved_is_told_and_taken)
{
	static struct session session;
	struct repricing repricing;
	struct issue issue;

	begin(&session);
	set(&session, "options[0].model", "acme/large");
	set(&session, "options[0].priced_on", "2026-01-31");
	set(&session, "options[0].input_price", "3");
	set(&session, "options[0].output_price", "10");
	repricing_find(&repricing, &session, &catalogue, day);
	cr_assert_eq(repricing.count, 2);
	cr_assert_eq(repricing.moved, 1);
	cr_expect(repricing.check[0].moved);
	cr_expect_str_eq(repricing.check[0].before, "3");
	cr_expect_str_eq(repricing.check[0].now.text, "2");
	cr_assert(repricing_take(&session, &repricing, &issue));
	cr_expect_str_eq(get(&session, "options[0].input_price"), "2");
	cr_expect_str_eq(get(&session, "options[0].priced_on"), "2026-11-10");
	cr_expect_not(session_is_set(&session,
			      find(&session, "options[0].cached_input_price")),
		"what the user left out stays out");
	repricing_find(&repricing, &session, &catalogue, day);
	cr_expect_eq(repricing.moved, 0);
}

Test(pricing, the_evidence_of_a_price_goes_over_the_model)
{
	static struct session session;
	struct repricing repricing;

	begin(&session);
	pick(&session, "options[2].gpu_price_per_hour", &items[2]);
	figures[2][1].text = "3";
	figures[2][1].value = 3;
	repricing_find(&repricing, &session, &catalogue, day);
	cr_assert_eq(repricing.moved, 1);
	cr_expect_str_eq(repricing.check[0].now.text, "1.39 to 3");
}

Test(pricing, a_price_typed_over_is_the_users_own)
{
	static struct session session;
	struct repricing repricing;

	begin(&session);
	pick(&session, "options[0].model", &items[0]);
	type(&session, "options[0].input_price", "2");
	cr_expect_str_eq(source(&session, "options[0].input_price"),
		"catalogue acme/large: price page", "the same text again");
	type(&session, "options[0].input_price", "1.50");
	cr_expect_str_eq(
		source(&session, "options[0].input_price"), PRICING_OWN);
	repricing_find(&repricing, &session, &catalogue, day);
	cr_expect_eq(repricing.own, 1);
	cr_expect_eq(repricing.moved, 0);
	type(&session, "options[0].input_price", "");
	cr_expect_str_eq(source(&session, "options[0].input_price"), "");
	type(&session, "volume.requests_per_month", "5");
	cr_expect_str_eq(source(&session, "volume.requests_per_month"), "");
}

Test(pricing, what_was_measured_is_let_alone)
{
	static struct session session;
	struct repricing repricing;
	struct issue issue;

	begin(&session);
	set(&session, "options[0].model", "acme/large");
	set(&session, "options[0].input_price", "1.80");
	session_add_evidence(&session, find(&session, "options[0].input_price"),
		GRADE_MEASURED, "October's bill", "", &issue);
	repricing_find(&repricing, &session, &catalogue, day);
	cr_expect_eq(repricing.own, 1);
	cr_expect_eq(repricing.count, 0);
}

/* ---- warnings ----------------------------------------------------------- */

static int alerts(const struct session *session, char words[256])
{
	struct price_alert alert[PRICE_ALERTS];
	int count = price_alerts(session, &catalogue, day, alert);

	words[0] = '\0';
	if (count)
		price_alert_words(session, &alert[0], day, words, 256);
	return count;
}

Test(pricing, a_model_that_retires_within_the_horizon_is_warned_of)
{
	static struct session session;
	char words[256];

	begin(&session);
	pick(&session, "options[0].model", &items[0]);
	cr_expect_eq(alerts(&session, words), 0);
	items[0].date[ITEM_RETIRES] = on("2027-03-01");
	cr_expect_eq(alerts(&session, words), 1);
	cr_expect(strstr(words, "Large: acme/large: it retires on 2027-03-01"),
		"%s", words);
	type(&session, "options[0].base_life_months", "3");
	cr_expect_eq(alerts(&session, words), 0, "it is counted");
	items[0].date[ITEM_RETIRES] = on("2026-11-01");
	cr_expect_eq(alerts(&session, words), 1);
	cr_expect(strstr(words, "has retired"), "%s", words);
	items[0].date[ITEM_RETIRES] = on("2029-03-01");
	cr_expect_eq(alerts(&session, words), 0, "beyond the horizon");
}

Test(pricing, an_offer_that_is_closed_is_warned_of)
{
	static struct session session;
	char words[256];

	begin(&session);
	pick(&session, "options[1].hosting_per_hour", &items[1]);
	items[1].date[ITEM_CLOSED] = on("2026-05-07");
	items[1].date[ITEM_CLOSES] = on("2027-01-06");
	cr_expect_eq(alerts(&session, words), 2);
	cr_expect(strstr(words, "closed to new customers (2026-05-07)"), "%s",
		words);
}

Test(pricing, an_announced_price_is_warned_of_where_it_is_used)
{
	static struct session session;
	char words[256];

	begin(&session);
	pick(&session, "options[0].model", &items[0]);
	put(0, EF_INPUT, "4", 4, ITEM_QUOTED);
	figures[0][5].from = on("2027-01-01");
	cr_expect_eq(alerts(&session, words), 1);
	cr_expect(strstr(words, "input is announced to be 4 $/Mtok from "
				"2027-01-01 on"),
		"%s", words);
	type(&session, "options[0].input_price", "");
	cr_expect_eq(alerts(&session, words), 0);
}
