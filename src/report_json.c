/*
 * The JSON report: each function below builds one part of it.
 *
 * When memory runs out a part is NULL, and so is everything that it is put
 * into: a failure anywhere arrives at report_json(). What does not exist (NaN
 * in the model) is null. Texts leave as ASCII with escapes: no control
 * character and no trick of bidirectional text gets through.
 */
#include "report.h"

#include <jansson.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"

static void put(json_t **object, const char *key, json_t *value)
{
	if (json_object_set_new(*object, key, value) == 0)
		return;
	json_decref(*object);
	*object = NULL;
}

static void append(json_t **list, json_t *value)
{
	if (json_array_append_new(*list, value) == 0)
		return;
	json_decref(*list);
	*list = NULL;
}

static json_t *number(double value)
{
	return isfinite(value) ? json_real(value) : json_null();
}

static json_t *number_or_inf(double value)
{
	return isinf(value) ? json_string("inf") : number(value);
}

/* The user's text; bytes that are not UTF-8 become U+FFFD. */
static json_t *words(const char *text)
{
	char *plain = malloc(3 * strlen(text) + 1);
	char *end = plain;
	uint32_t rune;
	json_t *string;

	if (!plain)
		return NULL;
	for (int bytes; (bytes = text_decode(text, &rune)); text += bytes)
		end += text_encode(rune, end);
	string = json_stringn(plain, (size_t)(end - plain));
	free(plain);
	return string;
}

static json_t *option_name(const struct report *report, int option)
{
	if (option < 0)
		return json_null();
	return words(session_option_name(report->session, option));
}

static json_t *why_not(const struct option_result *option)
{
	json_t *list = json_array();

	for (int i = 0; i < OBSTACLES; i++)
		if (option->obstacle[i])
			append(&list, json_string(obstacle_names[i]));
	return list;
}

static json_t *by_category(const struct ledger *ledger)
{
	json_t *object = json_object();

	for (int i = 0; i < CATEGORIES; i++)
		put(&object, category_names[i], number(ledger->by_category[i]));
	return object;
}

static json_t *monthly(const struct ledger *ledger, int horizon)
{
	json_t *list = json_array();

	for (int month = 0; month <= horizon; month++)
		append(&list, number(ledger->monthly[month]));
	return list;
}

static json_t *option(const struct report *report, int i)
{
	const struct option_result *option = &report->result->option[i];
	const struct ledger *ledger = &option->ledger;
	json_t *object = json_object();

	put(&object, "name", option_name(report, i));
	put(&object, "adaptation",
		json_string(option->form.tuned ? "tune" : "prompt"));
	put(&object, "serving",
		json_string(option->form.selfhosted ? "selfhost" : "api"));
	put(&object, "feasible", json_boolean(option->feasible));
	put(&object, "why_not", why_not(option));
	put(&object, "pass_rate", number(option->pass_rate));
	put(&object, "latency_ms", number(option->latency_ms));
	put(&object, "total_pv", number(ledger->total_pv));
	put(&object, "total_nominal", number(ledger->total_nominal));
	put(&object, "cost_per_1k", number(option->cost_per_1k));
	put(&object, "cost_per_1k_good", number(option->cost_per_1k_good));
	put(&object, "people_hours", number(option->people_hours));
	put(&object, "by_category", by_category(ledger));
	put(&object, "monthly", monthly(ledger, report->result->horizon));
	return object;
}

static json_t *options(const struct report *report)
{
	json_t *list = json_array();

	for (int i = 0; i < report->result->options; i++)
		append(&list, option(report, i));
	return list;
}

static json_t *side(enum side side)
{
	switch (side) {
	case SIDE_ABOVE: return json_string("above");
	case SIDE_BELOW: return json_string("below");
	case SIDE_NONE: break;
	}
	return json_null();
}

static bool compared(const struct result *result)
{
	return result->baseline >= 0 && result->tuned >= 0;
}

static json_t *savings(const struct result *result)
{
	const struct savings *s = &result->savings;
	json_t *object;

	if (!compared(result))
		return json_null();
	object = json_object();
	put(&object, "running", number(s->running));
	put(&object, "overhead", number(s->overhead));
	put(&object, "net", number(s->net));
	put(&object, "ratio", number_or_inf(s->ratio));
	put(&object, "payback_month",
		s->payback_month < 0 ? json_null()
				     : json_integer(s->payback_month));
	put(&object, "break_even_requests", number(s->break_even_requests));
	put(&object, "break_even_side", side(s->break_even_side));
	return object;
}

static json_t *gate_evidence(
	const struct gate_evidence *evidence, enum question question)
{
	json_t *object = json_object();

	switch (question) {
	case VOLUME: put(&object, "share", number(evidence->share)); break;
	case QUALITY:
		put(&object, "low", number(evidence->low));
		put(&object, "high", number(evidence->high));
		put(&object, "examples_needed",
			number(evidence->examples_needed));
		break;
	case UPKEEP:
		put(&object, "required_hours",
			number(evidence->required_hours));
		break;
	default: break;
	}
	return object;
}

static json_t *gate(const struct report *report, enum question question)
{
	static const enum input reasons[QUESTIONS] = {
		[VOLUME] = IN_volume_reason,
		[QUALITY] = IN_quality_reason,
		[LATENCY] = IN_latency_reason,
		[UPKEEP] = IN_upkeep_reason,
		[SAVINGS] = IN_savings_reason,
	};
	const struct gate *gate = &report->result->gate[question];
	struct place reason = SHARED_PLACE(reasons[question]);
	json_t *object = json_object();

	put(&object, "question", json_string(question_names[question]));
	put(&object, "suggested", json_string(answer_names[gate->suggested]));
	put(&object, "answer", json_string(answer_names[gate->answer]));
	put(&object, "followed", json_boolean(gate->followed));
	put(&object, "reason", words(session_text(report->session, reason)));
	put(&object, "evidence", gate_evidence(&gate->evidence, question));
	return object;
}

static json_t *gates(const struct report *report)
{
	json_t *list = json_array();

	for (int question = 0; question < QUESTIONS; question++)
		append(&list, gate(report, (enum question)question));
	return list;
}

static json_t *verdict(const struct verdict *verdict)
{
	int at = verdict->at;
	json_t *object = json_object();

	put(&object, "outcome", json_string(outcome_names[verdict->outcome]));
	put(&object, "at",
		at < 0 ? json_null() : json_string(question_names[at]));
	put(&object, "action", json_string(verdict->action));
	return object;
}

static json_t *fits(const struct fits *fits)
{
	json_t *object = json_object();

	put(&object, "high_volume", json_boolean(fits->high_volume));
	put(&object, "latency", json_boolean(fits->latency));
	put(&object, "domain", json_boolean(fits->domain));
	put(&object, "massive_scale", json_boolean(fits->massive_scale));
	return object;
}

/* The four numbers of a spread, added to an object. */
static json_t *add_spread(json_t *object, const struct spread *spread)
{
	put(&object, "mean", number(spread->mean));
	put(&object, "p05", number(spread->p05));
	put(&object, "p50", number(spread->p50));
	put(&object, "p95", number(spread->p95));
	return object;
}

static json_t *odds(
	const struct report *report, const struct simulation *simulation, int i)
{
	const struct option_odds *odds = &simulation->option[i];
	json_t *object = json_object();

	put(&object, "name", option_name(report, i));
	object = add_spread(object, &odds->total_pv);
	put(&object, "p_feasible", number(odds->p_feasible));
	put(&object, "p_cheapest", number(odds->p_cheapest));
	put(&object, "regret", number(odds->regret));
	return object;
}

static json_t *all_odds(
	const struct report *report, const struct simulation *simulation)
{
	json_t *list = json_array();

	for (int i = 0; i < report->result->options; i++)
		append(&list, odds(report, simulation, i));
	return list;
}

static json_t *simulation(const struct report *report)
{
	struct place seed = SHARED_PLACE(IN_session_seed);
	json_t *object = json_object();
	struct simulation s;

	simulation_base(report->result, &s);
	put(&object, "scenarios", json_integer((json_int_t)s.scenarios));
	put(&object, "seed",
		json_integer((json_int_t)session_base(report->session, seed)));
	put(&object, "net",
		compared(report->result) ? add_spread(json_object(), &s.net)
					 : json_null());
	put(&object, "p_net_positive", number(s.p_net_positive));
	put(&object, "p_pays", number(s.p_pays));
	put(&object, "p_none_feasible", number(s.p_none_feasible));
	put(&object, "options", all_odds(report, &s));
	put(&object, "evpi", number(s.evpi));
	put(&object, "evppi", json_array());
	return object;
}

static json_t *whole(const struct report *report)
{
	const struct session *session = report->session;
	const struct result *result = report->result;
	json_t *object = json_object();

	put(&object, "report", json_integer(1));
	put(&object, "name",
		words(session_text(session, SHARED_PLACE(IN_session_name))));
	put(&object, "currency", words(session_currency(session)));
	put(&object, "horizon_months", json_integer(result->horizon));
	put(&object, "options", options(report));
	put(&object, "baseline", option_name(report, result->baseline));
	put(&object, "tuned", option_name(report, result->tuned));
	put(&object, "savings", savings(result));
	put(&object, "gates", gates(report));
	put(&object, "verdict", verdict(&result->verdict));
	put(&object, "fits", fits(&result->fits));
	put(&object, "simulation", simulation(report));
	put(&object, "tornado", json_array());
	put(&object, "flips", json_array());
	return object;
}

/* To a stream; a DEL, the one control character that jansson lets through,
 * can only stand in a string and is escaped as well. */
static int write_bytes(const char *bytes, size_t size, void *stream)
{
	FILE *out = stream;

	for (size_t i = 0; i < size; i++) {
		if (bytes[i] == 0x7f)
			fputs("\\u007f", out);
		else
			putc(bytes[i], out);
	}
	return ferror(out) ? -1 : 0;
}

bool report_json(FILE *out, const struct report *report)
{
	json_t *root = whole(report);
	size_t flags = JSON_INDENT(1) | JSON_ENSURE_ASCII;
	bool written = root &&
		       json_dump_callback(root, write_bytes, out, flags) == 0 &&
		       putc('\n', out) != EOF && fflush(out) == 0;

	json_decref(root);
	return written;
}
