/*
 * A review as one JSON object in one line.
 */
#include <jansson.h>

#include "report_json_parts.h"
#include "review.h"

static json_t *verdict(const struct verdict *verdict)
{
	json_t *object = json_object();

	json_put(&object, "outcome",
		json_string(outcome_names[verdict->outcome]));
	json_put(&object, "at",
		verdict->at < 0 ? json_null()
				: json_string(question_names[verdict->at]));
	return object;
}

static json_t *results(
	const struct review *review, const struct result *result, double odds)
{
	json_t *object = json_object();

	json_put(&object, "verdict", verdict(&result->verdict));
	json_put(&object, "cheapest",
		result->cheapest < 0
			? json_null()
			: json_words(session_option_name(
				  &review->session, result->cheapest)));
	json_put(&object, "net", json_figure(result->savings.net));
	json_put(&object, "p_net_positive", json_figure(odds));
	return object;
}

static json_t *moved_price(const struct price_check *check)
{
	json_t *object = json_object();
	char key[SESSION_KEY], date[DAY_MAX];

	session_key(check->place, key, sizeof(key));
	day_write(date, check->now.figure->date);
	json_put(&object, "input", json_string(key));
	json_put(&object, "before", json_words(check->before));
	json_put(&object, "after", json_words(check->now.text));
	json_put(&object, "entry", json_words(check->item->text[ITEM_ID]));
	json_put(&object, "source", json_words(check->now.figure->source));
	json_put(&object, "date", json_string(date));
	return object;
}

static json_t *moved_prices(const struct repricing *repricing)
{
	json_t *list = json_array();

	for (int i = 0; i < repricing->count; i++)
		if (repricing->check[i].moved)
			json_push(&list, moved_price(&repricing->check[i]));
	return list;
}

static json_t *warnings(const struct review *review)
{
	json_t *list = json_array();
	char words[600];

	for (int i = 0; i < review->alerts; i++) {
		price_alert_words(&review->session, &review->alert[i],
			review->day, words, sizeof(words));
		json_push(&list, json_words(words));
	}
	return list;
}

bool review_json(FILE *out, const struct review *review)
{
	json_t *object = json_object();
	char date[DAY_MAX];

	day_write(date, review->day);
	json_put(&object, "review", json_integer(1));
	json_put(&object, "file", json_words(review->file));
	json_put(&object, "date", json_string(date));
	json_put(&object, "verdict_moved", json_boolean(review->verdict_moved));
	json_put(&object, "cheapest_moved",
		json_boolean(review->cheapest_moved));
	json_put(&object, "sign_moved", json_boolean(review->sign_moved));
	json_put(&object, "before",
		results(review, &review->before, review->odds_before));
	json_put(&object, "after",
		results(review, &review->after, review->odds_after));
	json_put(
		&object, "prices_asked", json_integer(review->repricing.count));
	json_put(&object, "prices_own", json_integer(review->repricing.own));
	json_put(&object, "moved", moved_prices(&review->repricing));
	json_put(&object, "warnings", warnings(review));
	return json_write(out, object, true);
}
