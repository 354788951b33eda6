/*
 * The sessions in share/examples: what somebody who begins with one of them
 * may rely on. Prices that were copied from the catalogue are those that it
 * has on the day on which both were put together.
 */
#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "catalogue_store.h"
#include "session_file.h"
#include "shelf.h"
#include "template.h"

static const char made[] = "2026-11-24";

static struct catalogue_store store;
static struct shelf shelf;
static struct session session;
static struct result result;
static struct odds odds;
static struct odds_work work;

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
	shelf_add(&shelf, TEMPLATE_FOLDER, TEMPLATE_ENDING);
	cr_assert_geq(shelf.count, 6);
}

static void release(void)
{
	shelf_release(&shelf);
	catalogue_store_release(&store);
}

TestSuite(templates, .init = load, .fini = release);

static int on(const char *text)
{
	int day = 0;

	cr_assert(day_read(text, &day), "%s", text);
	return day;
}

static struct place place_of(enum input input, int option)
{
	return (struct place){.input = input, .option = option};
}

static void open_template(const char *name)
{
	struct file_issue issue;
	char path[512];
	enum seal seal;

	snprintf(
		path, sizeof(path), TEST_SOURCE "/share/examples/%s.cfg", name);
	cr_assert(session_file_read(path, &session, &seal, &issue), "%s: %s",
		name, issue.issue.what);
	cr_assert_eq(seal, SEAL_NONE, "%s was not written by hand", name);
}

static void for_each(void (*check)(const char *name))
{
	for (int i = 0; i < shelf.count; i++) {
		open_template(shelf.name[i]);
		check(shelf.name[i]);
	}
}

/* ---- the whole of one --------------------------------------------------- */

static void check_whole(const char *name)
{
	struct place place;
	struct issue issue;

	cr_expect(session_check(&session, &place, &issue), "%s: %s", name,
		issue.what);
	cr_expect(session_is_set(&session, SHARED_PLACE(IN_session_name)));
	cr_expect(session_is_set(&session, SHARED_PLACE(IN_session_notes)));
	cr_expect(session_is_set(&session, SHARED_PLACE(IN_savings_incumbent)),
		"%s: who serves today?", name);
}

Test(templates, each_is_read_without_a_notice)
{
	for_each(check_whole);
}

/* What the start screen and "tuneornot templates" show of it. */
static void check_words(const char *name)
{
	struct template_words words;

	template_describe(name, &words);
	cr_expect_str_eq(words.title,
		session_text(&session, SHARED_PLACE(IN_session_name)), "%s",
		name);
	cr_expect(*words.about, "%s", name);
	cr_expect_leq(strlen(name), 20, "%s", name);
	cr_expect_leq(strlen(words.about), 58, "%s: %s", name, words.about);
}

Test(templates, each_begins_with_its_name_and_what_it_is_about)
{
	for_each(check_words);
}

Test(templates, one_that_says_nothing_is_called_by_its_file)
{
	struct template_words words;

	template_describe("no-such-one", &words);
	cr_expect_str_eq(words.title, "No such one");
	cr_expect_str_eq(words.about, "");
}

static void check_options(const char *name)
{
	int small = session_option(&session, "Small prompted");
	int ways = 0;

	cr_expect_geq(session.options, 4, "%s", name);
	cr_assert_geq(small, 0, "%s has no honest opponent", name);
	cr_expect_not(session_form(&session, small).tuned, "%s", name);
	for (int i = 0; i < session.options; i++) {
		ways |= session_form(&session, i).tuned ? 1 : 2;
		if (session_form(&session, i).tuned &&
			session_form(&session, i).selfhosted)
			ways |= 4;
	}
	cr_expect_eq(ways, 7, "%s: a way to do it is missing", name);
}

Test(templates, each_has_four_options_and_a_small_prompted_one)
{
	for_each(check_options);
}

/* Every place of the session, shared ones first; false: that was the last. */
static bool next_place(struct place *place)
{
	if (place->input + 1 < (place->option < 0 ? (enum input)SHARED_INPUTS
						  : (enum input)INPUTS)) {
		place->input++;
		return true;
	}
	place->option++;
	place->input = SHARED_INPUTS;
	return place->option < session.options;
}

static void check_ranges(const char *name)
{
	struct place place = SHARED_PLACE((enum input)0);
	int ranges = 0;

	do
		ranges += input_is_quantity(place.input) &&
			  quantity_is_range(session_quantity(&session, place));
	while (next_place(&place));
	cr_expect_geq(ranges, 12, "%s: %d", name, ranges);
}

Test(templates, each_is_uncertain_where_the_world_is)
{
	for_each(check_ranges);
}

/* ---- evidence ----------------------------------------------------------- */

static void check_evidence(const char *name)
{
	for (int i = 0; i < session.evidences; i++) {
		const struct evidence *evidence = &session.evidence[i];
		char key[SESSION_KEY];

		session_key(evidence->place, key, sizeof(key));
		cr_expect(*session_pool_text(&session, evidence->source),
			"%s, %s: no source", name, key);
		cr_assert(evidence->date, "%s, %s: no date", name, key);
		cr_expect_leq(on(session_pool_text(&session, evidence->date)),
			on(made), "%s, %s", name, key);
		cr_expect(session_is_set(&session, evidence->place),
			"%s, %s: evidence of what was not said", name, key);
	}
}

Test(templates, all_evidence_has_a_source_and_a_day)
{
	for_each(check_evidence);
}

/* What decisions rest on. */
static const enum input weighty[] = {
	IN_volume_requests_per_month,
	IN_volume_value_per_request,
	IN_quality_eval_passes,
	IN_quality_failure_cost,
	IN_upkeep_changes_per_year,
	IN_option_input_price,
	IN_option_cached_input_price,
	IN_option_cache_write_price,
	IN_option_output_price,
	IN_option_batch_discount,
	IN_option_hosting_per_hour,
	IN_option_gpu_price_per_hour,
	IN_option_training_price,
	IN_option_training_per_hour,
	IN_option_label_cost,
	IN_option_pass_rate,
};

static bool is_weighty(enum input input)
{
	for (size_t i = 0; i < sizeof(weighty) / sizeof(*weighty); i++)
		if (weighty[i] == input)
			return true;
	return false;
}

static void check_weighty(const char *name)
{
	struct place place = SHARED_PLACE((enum input)0);

	do {
		char key[SESSION_KEY];

		session_key(place, key, sizeof(key));
		if (is_weighty(place.input) && session_is_set(&session, place))
			cr_expect(session_evidence(&session, place),
				"%s: where does %s come from?", name, key);
	} while (next_place(&place));
}

Test(templates, what_decides_has_evidence)
{
	for_each(check_weighty);
}

/* ---- prices out of the catalogue ---------------------------------------- */

/* Which figures of the catalogue an input is made of; the first there is. */
static const struct copied {
	enum input input;
	enum item_field low, other, high;
} copies[] = {
	{IN_option_input_price, EF_INPUT, EF_INPUT, EF_INPUT},
	{IN_option_cached_input_price, EF_CACHED_INPUT, EF_CACHED_INPUT,
		EF_CACHED_INPUT},
	{IN_option_cache_write_price, EF_CACHE_WRITE, EF_CACHE_WRITE,
		EF_CACHE_WRITE},
	{IN_option_output_price, EF_OUTPUT, EF_OUTPUT, EF_OUTPUT},
	{IN_option_batch_discount, EF_BATCH_INPUT, EF_BATCH_INPUT,
		EF_BATCH_INPUT},
	{IN_option_hosting_per_hour, EF_HOSTING_PER_HOUR,
		EF_HOSTING_PER_GPU_HOUR, EF_HOSTING_PER_HOUR},
	{IN_option_gpu_price_per_hour, EF_LOW, EF_LOW, EF_HIGH},
	{IN_option_training_price, EF_TRAINING_LORA_SFT, EF_TRAINING,
		EF_TRAINING_LORA_SFT},
	{IN_option_training_per_hour, EF_TRAINING_PER_HOUR,
		EF_TRAINING_PER_HOUR, EF_TRAINING_PER_HOUR},
	{IN_option_label_cost, EF_PER_LABEL, EF_PER_LABEL, EF_PER_LABEL},
};

static const struct copied *copied_to(enum input input)
{
	for (size_t i = 0; i < sizeof(copies) / sizeof(*copies); i++)
		if (copies[i].input == input)
			return &copies[i];
	return NULL;
}

static const struct item *item_of(const char *id)
{
	const struct item *item = catalogue_find(&store.catalogue, id);

	cr_assert(item, "there is no %s", id);
	return item;
}

/* The entry that a text names as "catalogue ID: the source", or NULL. */
static const struct item *item_named(const char *source)
{
	static const char word[] = "catalogue ";
	const char *end = strstr(source, ": ");
	char id[100];

	if (strncmp(source, word, sizeof(word) - 1) != 0)
		return NULL;
	source += sizeof(word) - 1;
	cr_assert(end > source && end[2], "no ID or no source: %s", source);
	snprintf(id, sizeof(id), "%.*s", (int)(end - source), source);
	return item_of(id);
}

static double worth(const struct item *item, const struct item_figure *figure)
{
	const struct item_figure *input;

	if (figure->field != EF_BATCH_INPUT)
		return figure->value;
	input = item_figure_on(item, EF_INPUT, on(made));
	cr_assert(input);
	return 1 - figure->value / input->value;
}

/* The two figures; false: the entry does not know them. */
static bool copied_figures(const struct item *item, enum input input,
	const struct item_figure *ends[2])
{
	const struct copied *copied = copied_to(input);

	if (!copied)
		return false;
	ends[0] = item_figure_on(item, copied->low, on(made));
	ends[1] = item_figure_on(item, copied->high, on(made));
	if (!ends[0])
		ends[0] = ends[1] =
			item_figure_on(item, copied->other, on(made));
	return ends[0] && ends[1];
}

static void check_value(const char *name, struct place place,
	const struct item *item, const struct item_figure *ends[2])
{
	struct quantity quantity = session_quantity(&session, place);
	char key[SESSION_KEY];

	session_key(place, key, sizeof(key));
	cr_expect(fabs(quantity.low - worth(item, ends[0])) < 1e-12 &&
			  fabs(quantity.high - worth(item, ends[1])) < 1e-12,
		"%s: %s is %g to %g, %s has %s to %s", name, key, quantity.low,
		quantity.high, item->text[ITEM_ID], ends[0]->text,
		ends[1]->text);
}

static void check_origin(const char *name, const struct evidence *evidence,
	const struct item_figure *ends[2])
{
	int oldest =
		ends[0]->date < ends[1]->date ? ends[0]->date : ends[1]->date;
	enum grade grade =
		ends[0]->grade == ITEM_QUOTED ? GRADE_CITED : GRADE_ESTIMATE;
	char key[SESSION_KEY];

	session_key(evidence->place, key, sizeof(key));
	cr_expect_eq(evidence->grade, grade, "%s: %s", name, key);
	cr_expect_eq(on(session_pool_text(&session, evidence->date)), oldest,
		"%s: %s is of another day", name, key);
}

static void check_copies(const char *name)
{
	int copied = 0;

	for (int i = 0; i < session.evidences; i++) {
		const struct evidence *evidence = &session.evidence[i];
		const struct item *item = item_named(
			session_pool_text(&session, evidence->source));
		const struct item_figure *ends[2];
		char key[SESSION_KEY];

		if (!item)
			continue;
		session_key(evidence->place, key, sizeof(key));
		cr_assert(copied_figures(item, evidence->place.input, ends),
			"%s: %s cannot come from %s", name, key,
			item->text[ITEM_ID]);
		check_value(name, evidence->place, item, ends);
		check_origin(name, evidence, ends);
		copied++;
	}
	cr_expect(copied || !strcmp(name, "air-gapped-site"), "%s", name);
}

Test(templates, what_is_said_to_be_of_the_catalogue_is_what_it_says)
{
	for_each(check_copies);
}

/* ---- models ------------------------------------------------------------- */

static void check_lives(const char *name, const struct item *item)
{
	const char *id = item->text[ITEM_ID];

	cr_expect_not(item->date[ITEM_CLOSED], "%s: %s is closed", name, id);
	cr_expect_not(item->date[ITEM_RETIRES], "%s: %s retires", name, id);
}

/* All prices that the catalogue has of a model, and said to be its own. */
static void check_model(const char *name, int option, const struct item *item)
{
	for (size_t i = 0; i < sizeof(copies) / sizeof(*copies); i++) {
		struct place place = place_of(copies[i].input, option);
		const struct item_figure *ends[2];
		const struct evidence *evidence;

		if (!copied_figures(item, copies[i].input, ends))
			continue;
		check_value(name, place, item, ends);
		evidence = session_evidence(&session, place);
		cr_assert(evidence);
		cr_expect_eq(item_named(session_pool_text(
				     &session, evidence->source)),
			item, "%s, %s", name, item->text[ITEM_ID]);
	}
}

/* "Qwen3.5-9B LoRA, Together": its first word is in some entry. */
static bool is_known(const char *model)
{
	char word[64];
	const char *words[] = {word};

	snprintf(word, sizeof(word), "%.*s", (int)strcspn(model, " ,"), model);
	for (int i = 0; i < store.catalogue.count; i++)
		if (item_matches(&store.catalogue.items[i], words, 1))
			return true;
	return false;
}

static void check_models(const char *name)
{
	for (int i = 0; i < session.options; i++) {
		const char *model =
			session_text(&session, place_of(IN_option_model, i));

		cr_expect(*model, "%s: option %d has no model", name, i);
		if (!strchr(model, '/')) {
			cr_expect(is_known(model), "%s: %s", name, model);
			continue;
		}
		check_lives(name, item_of(model));
		check_model(name, i, item_of(model));
	}
}

Test(templates, models_are_to_be_had_at_the_prices_of_the_catalogue)
{
	for_each(check_models);
}

/* ---- what they show ----------------------------------------------------- */

static void work_out(const char *name)
{
	open_template(name);
	evaluate(&session, &result);
	evaluate_odds(&session, &result, &odds, &work);
}

Test(templates, they_show_different_verdicts)
{
	static const struct {
		const char *name;
		enum outcome outcome;
		int at;
	} rows[] = {
		{"air-gapped-site", OUTCOME_FIND_OUT, QUALITY},
		{"document-extraction", OUTCOME_TUNE, -1},
		{"internal-assistant", OUTCOME_STOP, VOLUME},
		{"medical-coding", OUTCOME_TUNE, -1},
		{"support-triage", OUTCOME_STOP, SAVINGS},
		{"typing-assistant", OUTCOME_TUNE, -1},
	};

	cr_assert_eq(sizeof(rows) / sizeof(*rows), (size_t)shelf.count);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		work_out(rows[i].name);
		cr_expect_eq(result.verdict.outcome, rows[i].outcome, "%s",
			rows[i].name);
		cr_expect_eq(result.verdict.at, rows[i].at, "%s", rows[i].name);
	}
}

Test(templates, behind_an_air_gap_nothing_is_served_from_outside)
{
	work_out("air-gapped-site");
	cr_expect(
		session_base(&session, SHARED_PLACE(IN_latency_api_ruled_out)));
	for (int i = 0; i < session.options; i++)
		cr_expect(session_form(&session, i).selfhosted, "%s",
			session_option_name(&session, i));
}
