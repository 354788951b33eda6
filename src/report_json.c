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

#include "report_json_parts.h"
#include "text.h"

void json_put(json_t **object, const char *key, json_t *value)
{
	if (json_object_set_new(*object, key, value) == 0)
		return;
	json_decref(*object);
	*object = NULL;
}

void json_push(json_t **list, json_t *value)
{
	if (json_array_append_new(*list, value) == 0)
		return;
	json_decref(*list);
	*list = NULL;
}

json_t *json_figure(double value)
{
	return isfinite(value) ? json_real(value) : json_null();
}

static json_t *number_or_inf(double value)
{
	return isinf(value) ? json_string("inf") : json_figure(value);
}

/* The user's text; bytes that are not UTF-8 become U+FFFD. */
json_t *json_words(const char *text)
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

json_t *json_option_name(const struct report *report, int option)
{
	if (option < 0)
		return json_null();
	return json_words(session_option_name(report->session, option));
}

static json_t *why_not(const struct option_result *option)
{
	json_t *list = json_array();

	for (int i = 0; i < OBSTACLES; i++)
		if (option->obstacle[i])
			json_push(&list, json_string(obstacle_names[i]));
	return list;
}

static json_t *by_category(const struct ledger *ledger)
{
	json_t *object = json_object();

	for (int i = 0; i < CATEGORIES; i++)
		json_put(&object, category_names[i],
			json_figure(ledger->by_category[i]));
	return object;
}

static json_t *monthly(const struct ledger *ledger, int horizon)
{
	json_t *list = json_array();

	for (int month = 0; month <= horizon; month++)
		json_push(&list, json_figure(ledger->monthly[month]));
	return list;
}

static json_t *option(const struct report *report, int i)
{
	const struct option_result *option = &report->result->option[i];
	const struct ledger *ledger = &option->ledger;
	json_t *object = json_object();

	json_put(&object, "name", json_option_name(report, i));
	json_put(&object, "adaptation",
		json_string(option->form.tuned ? "tune" : "prompt"));
	json_put(&object, "serving",
		json_string(option->form.selfhosted ? "selfhost" : "api"));
	json_put(&object, "feasible", json_boolean(option->feasible));
	json_put(&object, "why_not", why_not(option));
	json_put(&object, "pass_rate", json_figure(option->pass_rate));
	json_put(&object, "latency_ms", json_figure(option->latency_ms));
	json_put(&object, "total_pv", json_figure(ledger->total_pv));
	json_put(&object, "total_nominal", json_figure(ledger->total_nominal));
	json_put(&object, "cost_per_1k", json_figure(option->cost_per_1k));
	json_put(&object, "cost_per_1k_good",
		json_figure(option->cost_per_1k_good));
	json_put(&object, "people_hours", json_figure(option->people_hours));
	json_put(&object, "by_category", by_category(ledger));
	json_put(&object, "monthly", monthly(ledger, report->result->horizon));
	return object;
}

static json_t *options(const struct report *report)
{
	json_t *list = json_array();

	for (int i = 0; i < report->result->options; i++)
		json_push(&list, option(report, i));
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

bool json_has_pair(const struct result *result)
{
	return result->baseline >= 0 && result->tuned >= 0;
}

static json_t *savings(const struct result *result)
{
	const struct savings *s = &result->savings;
	json_t *object;

	if (!json_has_pair(result))
		return json_null();
	object = json_object();
	json_put(&object, "running", json_figure(s->running));
	json_put(&object, "overhead", json_figure(s->overhead));
	json_put(&object, "net", json_figure(s->net));
	json_put(&object, "ratio", number_or_inf(s->ratio));
	json_put(&object, "payback_month",
		s->payback_month < 0 ? json_null()
				     : json_integer(s->payback_month));
	json_put(&object, "break_even_requests",
		json_figure(s->break_even_requests));
	json_put(&object, "break_even_side", side(s->break_even_side));
	return object;
}

static json_t *gate_evidence(
	const struct gate_evidence *evidence, enum question question)
{
	json_t *object = json_object();

	switch (question) {
	case VOLUME:
		json_put(&object, "share", json_figure(evidence->share));
		break;
	case QUALITY:
		json_put(&object, "low", json_figure(evidence->low));
		json_put(&object, "high", json_figure(evidence->high));
		json_put(&object, "examples_needed",
			json_figure(evidence->examples_needed));
		break;
	case UPKEEP:
		json_put(&object, "required_hours",
			json_figure(evidence->required_hours));
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

	json_put(&object, "question", json_string(question_names[question]));
	json_put(&object, "suggested",
		json_string(answer_names[gate->suggested]));
	json_put(&object, "answer", json_string(answer_names[gate->answer]));
	json_put(&object, "followed", json_boolean(gate->followed));
	json_put(&object, "reason",
		json_words(session_text(report->session, reason)));
	json_put(&object, "evidence", gate_evidence(&gate->evidence, question));
	return object;
}

static json_t *gates(const struct report *report)
{
	json_t *list = json_array();

	for (int question = 0; question < QUESTIONS; question++)
		json_push(&list, gate(report, (enum question)question));
	return list;
}

static json_t *verdict(const struct verdict *verdict)
{
	int at = verdict->at;
	json_t *object = json_object();

	json_put(&object, "outcome",
		json_string(outcome_names[verdict->outcome]));
	json_put(&object, "at",
		at < 0 ? json_null() : json_string(question_names[at]));
	json_put(&object, "action", json_string(verdict->action));
	return object;
}

static json_t *fits(const struct fits *fits)
{
	json_t *object = json_object();

	json_put(&object, "high_volume", json_boolean(fits->high_volume));
	json_put(&object, "latency", json_boolean(fits->latency));
	json_put(&object, "domain", json_boolean(fits->domain));
	json_put(&object, "massive_scale", json_boolean(fits->massive_scale));
	return object;
}

static json_t *whole(const struct report *report)
{
	const struct session *session = report->session;
	const struct result *result = report->result;
	json_t *object = json_object();

	json_put(&object, "report", json_integer(1));
	json_put(&object, "name",
		json_words(
			session_text(session, SHARED_PLACE(IN_session_name))));
	json_put(&object, "currency", json_words(session_currency(session)));
	json_put(&object, "horizon_months", json_integer(result->horizon));
	json_put(&object, "options", options(report));
	json_put(&object, "baseline",
		json_option_name(report, result->baseline));
	json_put(&object, "tuned", json_option_name(report, result->tuned));
	json_put(&object, "savings", savings(result));
	json_put(&object, "gates", gates(report));
	json_put(&object, "verdict", verdict(&result->verdict));
	json_put(&object, "fits", fits(&result->fits));
	json_put(&object, "simulation", report_json_simulation(report));
	json_put(&object, "tornado",
		report_json_tornado(&report->odds->tornado));
	json_put(&object, "flips", report_json_flips(&report->odds->flips));
	return object;
}

/* To a stream; a DEL, the one control character that jansson lets through,
 * can only stand in a string and is escaped as well. */
static int write_bytes(const char *bytes, size_t size, void *stream)
{
	FILE *out = stream;
	const char *end = bytes + size, *stop;

	for (; bytes < end; bytes = stop) {
		stop = memchr(bytes, 0x7f, (size_t)(end - bytes));
		if (!stop)
			stop = end;
		fwrite(bytes, 1, (size_t)(stop - bytes), out);
		if (stop < end && ++stop)
			fputs("\\u007f", out);
	}
	return ferror(out) ? -1 : 0;
}

bool json_write(FILE *out, json_t *root, bool one_line)
{
	size_t layout = one_line ? JSON_COMPACT : JSON_INDENT(1);
	size_t flags = layout | JSON_ENSURE_ASCII;
	bool written = root &&
		       json_dump_callback(root, write_bytes, out, flags) == 0 &&
		       putc('\n', out) != EOF && fflush(out) == 0;

	json_decref(root);
	return written;
}

bool report_json(FILE *out, const struct report *report)
{
	return json_write(out, whole(report), report->file != NULL);
}
