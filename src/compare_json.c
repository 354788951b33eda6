/*
 * A comparison as JSON, made from the parts of the JSON report.
 */
#include <math.h>

#include "compare_parts.h"
#include "report_json_parts.h"

static json_t *input_key(const struct comparison *c, const struct difference *d)
{
	char key[SESSION_TEXT + SESSION_KEY];

	difference_key(c, d, key, sizeof(key));
	return json_words(key);
}

static json_t *option_of(const struct comparison *c, const struct difference *d)
{
	const char *option = difference_option(c, d);

	return option ? json_words(option) : json_null();
}

/* As typed; null where the option is not there, or nothing is set. */
static json_t *value(
	const struct contender *of, const struct difference *d, int option)
{
	struct place place = {.input = d->input, .option = option};
	const char *text;

	if (input_is_option(d->input) && option < 0)
		return json_null();
	text = session_text(of->session, place);
	if (d->input == IN_savings_incumbent) {
		option = session_incumbent(of->session);
		text = option < 0 ? ""
				  : session_option_name(of->session, option);
	}
	return *text ? json_words(text) : json_null();
}

static json_t *differences(const struct comparison *c)
{
	json_t *list = json_array();

	for (int i = 0; i < c->bridge->differences; i++) {
		const struct difference *d = &c->bridge->difference[i];
		json_t *object = json_object();

		json_put(&object, "input", input_key(c, d));
		json_put(&object, "option", option_of(c, d));
		json_put(&object, "a", value(&c->a, d, d->a));
		json_put(&object, "b", value(&c->b, d, d->b));
		json_push(&list, object);
	}
	return list;
}

/* ---- results ------------------------------------------------------------ */

static json_t *contender(const struct contender *of)
{
	struct place name = SHARED_PLACE(IN_session_name);
	json_t *object = json_object();

	json_put(&object, "file", json_words(of->file));
	json_put(&object, "name", json_words(session_text(of->session, name)));
	json_put(
		&object, "currency", json_words(session_currency(of->session)));
	return object;
}

/* A ratio may be infinite. */
static json_t *figure(double value)
{
	return isinf(value) ? json_string("inf") : json_figure(value);
}

static json_t *figures(double a, double b, double difference)
{
	json_t *object = json_object();

	json_put(&object, "a", figure(a));
	json_put(&object, "b", figure(b));
	json_put(&object, "difference", json_figure(difference));
	return object;
}

static json_t *verdict(const struct result *result)
{
	int at = result->verdict.at;
	json_t *object = json_object();

	json_put(&object, "outcome",
		json_string(outcome_names[result->verdict.outcome]));
	json_put(&object, "at",
		at < 0 ? json_null() : json_string(question_names[at]));
	return object;
}

static json_t *verdicts(const struct comparison *c)
{
	json_t *object = json_object();

	json_put(&object, "a", verdict(c->a.result));
	json_put(&object, "b", verdict(c->b.result));
	return object;
}

static json_t *name_of(const struct contender *of, int option)
{
	return option < 0
		       ? json_null()
		       : json_words(session_option_name(of->session, option));
}

static json_t *names(const struct comparison *c, const struct choice *choice)
{
	json_t *object = json_object();

	json_put(&object, "a", name_of(&c->a, choice->option(c->a.result)));
	json_put(&object, "b", name_of(&c->b, choice->option(c->b.result)));
	return object;
}

static json_t *totals(const struct comparison *c, int a, int b)
{
	double in_a = compare_total(&c->a, a), in_b = compare_total(&c->b, b);

	return figures(in_a, in_b, compare_currency(c) ? in_b - in_a : NAN);
}

static json_t *options(const struct comparison *c)
{
	struct pairs pairs;
	json_t *list = json_array();

	compare_pairs(c, &pairs);
	for (int i = 0; i < pairs.count; i++) {
		int a = pairs.a[i], b = pairs.b[i];
		json_t *object = json_object();

		json_put(&object, "name",
			json_words(compare_name(c, &pairs, i)));
		json_put(&object, "total_pv", totals(c, a, b));
		json_push(&list, object);
	}
	return list;
}

static json_t *results(const struct comparison *c)
{
	json_t *object = json_object();

	json_put(&object, "verdict", verdicts(c));
	for (int i = 0; i < choices; i++)
		json_put(&object, choice_table[i].key,
			names(c, &choice_table[i]));
	for (int i = 0; i < measures; i++) {
		const struct measure *measure = &measure_table[i];

		json_put(&object, measure->key,
			figures(measure->of(&c->a), measure->of(&c->b),
				measure_difference(c, measure)));
	}
	json_put(&object, "options", options(c));
	return object;
}

/* ---- the bridge --------------------------------------------------------- */

/* The others that belong to the same change. */
static json_t *others(const struct comparison *c, int change)
{
	const struct bridge *bridge = c->bridge;
	json_t *list = json_array();

	for (int i = 0; i < bridge->differences; i++)
		if (bridge->difference[i].change == change &&
			i != bridge->change[change].first)
			json_push(&list, input_key(c, &bridge->difference[i]));
	return list;
}

static json_t *shares(const struct comparison *c)
{
	const struct bridge *bridge = c->bridge;
	json_t *list = json_array();

	for (int i = 0; i < bridge->changes; i++) {
		const struct change *change = &bridge->change[i];
		const struct difference *d = &bridge->difference[change->first];
		json_t *object = json_object();

		json_put(&object, "input", input_key(c, d));
		json_put(&object, "option", option_of(c, d));
		json_put(&object, "with", others(c, i));
		json_put(&object, "share", json_figure(change->share));
		json_push(&list, object);
	}
	return list;
}

static json_t *why_not(enum bridge_gap gap)
{
	static const char *const words[] = {
		[BRIDGE_CURRENCIES] = "currencies",
		[BRIDGE_NO_NET_A] = "no_net_a",
		[BRIDGE_NO_NET_B] = "no_net_b",
		[BRIDGE_NO_NET] = "no_net",
	};

	return gap == BRIDGE_STANDS ? json_null() : json_string(words[gap]);
}

static json_t *bridge(const struct comparison *c)
{
	json_t *object = json_object();

	json_put(&object, "from", json_figure(c->bridge->from));
	json_put(&object, "to", json_figure(c->bridge->to));
	json_put(&object, "why_not", why_not(c->bridge->gap));
	json_put(&object, "orders",
		json_string(c->bridge->exact ? "all" : "sampled"));
	json_put(&object, "shares", shares(c));
	return object;
}

bool compare_json(FILE *out, const struct report *report)
{
	const struct comparison *comparison = report->comparison;
	json_t *root = json_object();

	json_put(&root, "compare", json_integer(1));
	json_put(&root, "a", contender(&comparison->a));
	json_put(&root, "b", contender(&comparison->b));
	json_put(&root, "differences", differences(comparison));
	json_put(&root, "results", results(comparison));
	json_put(&root, "bridge", bridge(comparison));
	return json_write(out, root, false);
}
