#include "repricing.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "figure.h"

/* ---- what has moved ----------------------------------------------------- */

/* A discount is rounded when it is worked out; all else is as it was read. */
static bool differs(
	const struct session *session, struct place place, const char *text)
{
	struct quantity old = session_quantity(session, place), new;
	struct issue issue;
	double least = place.input == IN_option_batch_discount ? 0.0006 : 0;

	if (!quantity_read(text, session_currency(session), &new, &issue))
		return false;
	return fabs(old.low - new.low) > least ||
	       fabs(old.high - new.high) > least;
}

static const struct price *price_in(
	const struct price *price, int count, enum input input)
{
	for (int i = 0; i < count; i++)
		if (price[i].input == input)
			return &price[i];
	return NULL;
}

static void check_price(struct repricing *repricing,
	const struct session *session, struct place place,
	const struct item *item, int day)
{
	struct price price[ITEM_PRICES];
	int count = pricing_of(item, day, price);
	const struct price *now = price_in(price, count, place.input);
	struct price_check *check = &repricing->check[repricing->count];

	if (!now)
		return;
	*check = (struct price_check){.place = place,
		.item = item,
		.now = *now,
		.moved = differs(session, place, now->text)};
	snprintf(check->before, sizeof(check->before), "%.60s",
		session_text(session, place));
	repricing->count++;
	repricing->moved += check->moved;
	repricing->priced[place.option] = true;
}

static void check_option(struct repricing *repricing,
	const struct session *session, const struct catalogue *catalogue,
	int option, int day)
{
	struct option_form form = session_form(session, option);

	for (int i = SHARED_INPUTS; i < INPUTS; i++) {
		struct place place = {(enum input)i, option};
		const struct item *item;

		if (!pricing_knows(place.input) ||
			!input_applies(place.input, form) ||
			!session_is_set(session, place))
			continue;
		item = pricing_item(session, place, catalogue);
		if (!item)
			continue;
		if (pricing_is_own(session, place))
			repricing->own++;
		else
			check_price(repricing, session, place, item, day);
	}
}

void repricing_find(struct repricing *repricing, const struct session *session,
	const struct catalogue *catalogue, int day)
{
	*repricing =
		(struct repricing){.foreign = !pricing_currency_fits(session)};
	for (int i = 0; i < session->options && !repricing->foreign; i++)
		check_option(repricing, session, catalogue, i, day);
}

/* ---- taking prices ------------------------------------------------------ */

static bool set_price(struct session *session, struct place place,
	const struct item *item, const struct price *price, struct issue *issue)
{
	char source[SESSION_TEXT], date[DAY_MAX];

	snprintf(source, sizeof(source), PRICING_SOURCE "%s: %.600s",
		item->text[ITEM_ID], price->figure->source);
	day_write(date, price->figure->date);
	return session_set(session, place, price->text, issue) &&
	       session_add_evidence(
		       session, place, price->grade, source, date, issue);
}

/* The prices of an option are as old as the oldest that is the catalogue's. */
static bool date_prices(
	struct session *session, int option, struct issue *issue)
{
	struct place place = {IN_option_priced_on, option};
	const char *oldest = "";
	char text[DAY_MAX];

	for (int i = 0; i < session->evidences; i++) {
		const struct evidence *evidence = &session->evidence[i];
		const char *date = session_pool_text(session, evidence->date);

		if (evidence->place.option != option || !*date ||
			!pricing_is_catalogue(session, evidence) ||
			!pricing_knows(evidence->place.input))
			continue;
		if (!*oldest || strcmp(date, oldest) < 0)
			oldest = date;
	}
	/* It stands in the pool, which setting may move. */
	snprintf(text, sizeof(text), "%.10s", oldest);
	return !*text || session_set(session, place, text, issue);
}

/* What has not moved was seen again, too: it gets the new date with the rest
 * of its option. */
bool repricing_take(struct session *session, const struct repricing *repricing,
	struct issue *issue)
{
	bool touched[SESSION_OPTIONS] = {false};

	for (int i = 0; i < repricing->count; i++)
		if (repricing->check[i].moved)
			touched[repricing->check[i].place.option] = true;
	for (int i = 0; i < repricing->count; i++) {
		const struct price_check *check = &repricing->check[i];

		if (touched[check->place.option] &&
			!set_price(session, check->place, check->item,
				&check->now, issue))
			return false;
	}
	for (int i = 0; i < session->options; i++)
		if (touched[i] && !date_prices(session, i, issue))
			return false;
	return true;
}

/* ---- filling in from an entry ------------------------------------------- */

double pricing_life(const struct item *item, int day)
{
	const double days_a_month = 365.25 / 12;

	if (!item->date[ITEM_RETIRES])
		return NAN;
	return fmax(0, (item->date[ITEM_RETIRES] - day) / days_a_month);
}

static bool refuse_entry(const struct pick *pick, struct issue *issue)
{
	char noun[64];

	input_noun(pick->place.input, noun, sizeof(noun));
	issue_set(issue, 0, "%s says nothing of the %s",
		issue_quote(pick->item->text[ITEM_ID]).text, noun);
	return issue_mend(issue, "choose another entry, or type it");
}

static bool pick_one(struct session *session, const struct pick *pick,
	struct place place, struct issue *issue)
{
	struct price price[ITEM_PRICES];
	int count = pricing_of(pick->item, pick->day, price);
	const struct price *found = price_in(price, count, place.input);

	if (!found)
		return refuse_entry(pick, issue);
	return set_price(session, place, pick->item, found, issue);
}

/* Rounded to a tenth; a model that goes within days has a tenth left. */
static bool set_life(
	struct session *session, const struct pick *pick, struct issue *issue)
{
	struct place place = {IN_option_base_life_months, pick->place.option};
	double life = pricing_life(pick->item, pick->day);
	char text[FIGURE_MAX], source[SESSION_TEXT], date[DAY_MAX];
	const struct evidence *evidence = session_evidence(session, place);
	bool asked = pick->place.input == place.input;
	bool ours = evidence && pricing_is_catalogue(session, evidence);

	if (session_is_set(session, place) && !ours && !asked)
		return true;
	if (isnan(life) && asked)
		return refuse_entry(pick, issue);
	if (isnan(life)) {
		session_unset(session, place);
		session_drop_evidence(session, place);
		return true;
	}
	figure_exact(text, sizeof(text), fmax(0.1, round(life * 10) / 10));
	day_write(date, pick->item->date[ITEM_RETIRES]);
	snprintf(source, sizeof(source),
		PRICING_SOURCE "%s: it retires on %s, %.500s",
		pick->item->text[ITEM_ID], date, pick->item->dates_source);
	day_write(date, pick->day);
	return session_set(session, place, text, issue) &&
	       session_add_evidence(
		       session, place, GRADE_ESTIMATE, source, date, issue);
}

/* The inputs that an entry of this kind can fill, as unset ones. */
static void clear_prices(struct session *session, const struct pick *pick)
{
	struct option_form form = session_form(session, pick->place.option);

	for (int i = SHARED_INPUTS; i < INPUTS; i++) {
		struct place place = {(enum input)i, pick->place.option};
		bool alone;

		if (!pricing_knows(place.input) ||
			!input_applies(place.input, form))
			continue;
		if (pricing_kind(session, place, &alone) != pick->item->kind)
			continue;
		session_unset(session, place);
		session_drop_evidence(session, place);
	}
}

static void find_missing(
	const struct session *session, int option, struct missing *missing)
{
	static const enum input wanted[] = {
		IN_option_input_price,
		IN_option_output_price,
		IN_option_hosting_per_hour,
		IN_option_training_price,
	};
	bool tuned = session_form(session, option).tuned;

	for (size_t i = 0; i < sizeof(wanted) / sizeof(*wanted); i++) {
		struct place place = {wanted[i], option};
		bool needed = tuned || i < 2;

		if (needed && !session_is_set(session, place))
			missing->input[missing->count++] = wanted[i];
	}
}

static bool pick_all(struct session *session, const struct pick *pick,
	struct missing *missing, struct issue *issue)
{
	int option = pick->place.option;
	struct price price[ITEM_PRICES];
	int count = pricing_of(pick->item, pick->day, price);

	clear_prices(session, pick);
	for (int i = 0; i < count; i++) {
		struct place place = {price[i].input, option};

		if (!set_price(session, place, pick->item, &price[i], issue))
			return false;
	}
	find_missing(session, option, missing);
	return session_set(session, (struct place){IN_option_model, option},
		       pick->item->text[ITEM_ID], issue) &&
	       set_life(session, pick, issue);
}

bool pricing_pick(struct session *session, const struct pick *pick,
	struct missing *missing, struct issue *issue)
{
	struct place place = pick->place;
	bool alone;

	missing->count = 0;
	if (!pricing_currency_fits(session)) {
		issue_set(issue, 0,
			"the catalogue is in US dollars, this session in %s",
			issue_quote(session_currency(session)).text);
		return issue_mend(issue, "type the prices in your currency");
	}
	if (pricing_kind(session, place, &alone) == ITEM_GPU)
		place.input = IN_option_gpu_price_per_hour;
	if (place.input == IN_option_base_life_months)
		return set_life(session, pick, issue);
	if (!(alone ? pick_one(session, pick, place, issue)
		    : pick_all(session, pick, missing, issue)))
		return false;
	return date_prices(session, place.option, issue);
}
