/*
 * The odds in the JSON report.
 */
#include "report_json_parts.h"

/* The four numbers of a spread, added to an object. */
static json_t *add_spread(json_t *object, const struct spread *spread)
{
	json_put(&object, "mean", json_figure(spread->mean));
	json_put(&object, "p05", json_figure(spread->p05));
	json_put(&object, "p50", json_figure(spread->p50));
	json_put(&object, "p95", json_figure(spread->p95));
	return object;
}

static json_t *odds(
	const struct report *report, const struct simulation *simulation, int i)
{
	const struct option_odds *odds = &simulation->option[i];
	json_t *object = json_object();

	json_put(&object, "name", json_option_name(report, i));
	object = add_spread(object, &odds->total_pv);
	json_put(&object, "p_feasible", json_figure(odds->p_feasible));
	json_put(&object, "p_cheapest", json_figure(odds->p_cheapest));
	json_put(&object, "regret", json_figure(odds->regret));
	return object;
}

static json_t *all_odds(
	const struct report *report, const struct simulation *simulation)
{
	json_t *list = json_array();

	for (int i = 0; i < report->result->options; i++)
		json_push(&list, odds(report, simulation, i));
	return list;
}

static json_t *input(struct place place)
{
	char key[SESSION_KEY];

	session_key(place, key, sizeof(key));
	return json_string(key);
}

static json_t *evppi(const struct simulation *simulation)
{
	json_t *list = json_array();

	for (int i = 0; i < simulation->measures; i++) {
		const struct measure_first *measure = &simulation->measure[i];
		json_t *object = json_object();

		json_put(&object, "input", input(measure->place));
		json_put(&object, "value", json_figure(measure->value));
		json_push(&list, object);
	}
	return list;
}

json_t *report_json_simulation(const struct report *report)
{
	struct place seed = SHARED_PLACE(IN_session_seed);
	const struct simulation *s = &report->odds->simulation;
	json_t *object = json_object();

	json_put(&object, "scenarios", json_integer((json_int_t)s->scenarios));
	json_put(&object, "seed",
		json_integer((json_int_t)session_base(report->session, seed)));
	json_put(&object, "net",
		json_has_pair(report->result)
			? add_spread(json_object(), &s->net)
			: json_null());
	json_put(&object, "p_net_positive", json_figure(s->p_net_positive));
	json_put(&object, "p_pays", json_figure(s->p_pays));
	json_put(&object, "p_none_feasible", json_figure(s->p_none_feasible));
	json_put(&object, "options", all_odds(report, s));
	json_put(&object, "evpi", json_figure(s->evpi));
	json_put(&object, "evppi", evppi(s));
	return object;
}

json_t *report_json_tornado(const struct tornado *tornado)
{
	json_t *list = json_array();

	for (int i = 0; i < tornado->count; i++) {
		const struct swing *swing = &tornado->swing[i];
		json_t *object = json_object();

		json_put(&object, "input", input(swing->place));
		json_put(&object, "low", json_figure(swing->low));
		json_put(&object, "high", json_figure(swing->high));
		json_put(&object, "net_low", json_figure(swing->net_low));
		json_put(&object, "net_high", json_figure(swing->net_high));
		json_push(&list, object);
	}
	return list;
}

json_t *report_json_flips(const struct flips *flips)
{
	json_t *list = json_array();

	for (int i = 0; i < flips->count; i++) {
		const struct flip *flip = &flips->flip[i];
		json_t *object = json_object();

		json_put(&object, "input", input(flip->place));
		json_put(&object, "base", json_figure(flip->base));
		json_put(&object, "flip", json_figure(flip->flip));
		json_push(&list, object);
	}
	return list;
}
