/*
 * What the figures rest on: every input that differs from its default, with
 * its text as typed, how that was read, and where it comes from; and who
 * looks after a tuned model.
 */
#include <string.h>

#include "gates.h"
#include "report_memo.h"

enum { LABEL = 24, TYPED = 22, INDENT = PAGE_INDENT + 2 };

/*
 * Prices of one option often share a source: it is written once, below the
 * last of them. Evidence that waits for that is pending.
 */
struct listing {
	const struct memo *memo;
	struct table table; /* of the question at hand */
	const struct evidence *pending;
	bool named;  /* the option's name is out */
	bool parent; /* what "  price" and the like belong to is listed */
	bool any;    /* something is listed at all */
};

static bool same_origin(const struct session *session, const struct evidence *a,
	const struct evidence *b)
{
	if (!a || !b)
		return a == b;
	return a->grade == b->grade &&
	       !strcmp(session_pool_text(session, a->source),
		       session_pool_text(session, b->source)) &&
	       !strcmp(session_pool_text(session, a->date),
		       session_pool_text(session, b->date));
}

static void write_pending(struct listing *list)
{
	const struct session *session = list->memo->session;
	const struct evidence *evidence = list->pending;
	char words[PAGE_BYTES];
	const char *source, *date;

	list->pending = NULL;
	if (!evidence)
		return;
	source = session_pool_text(session, evidence->source);
	date = session_pool_text(session, evidence->date);
	snprintf(words, sizeof(words), "%s%s%s%s%s%s",
		grade_words[evidence->grade], source[0] ? ": " : "", source,
		date[0] ? " (" : "", date, date[0] ? ")" : "");
	table_row(&list->table, ROW_NOTE, words);
}

static void write_name(struct listing *list, struct place place)
{
	if (place.option >= 0 && !list->named)
		table_row(&list->table, ROW_SUBHEAD,
			session_option_name(list->memo->session, place.option));
	list->named = true;
}

/* A nought that says none or never. */
static bool is_none(const struct memo *memo, struct place place)
{
	return input_table[place.input].flags & INPUT_ZERO_IS_NONE &&
	       session_base(memo->session, place) == 0;
}

/* "1.2M to 3M", and how that was read: "1.9M requests". */
static void write_value(struct listing *list, struct place place)
{
	const struct memo *memo = list->memo;
	const char *typed = session_text(memo->session, place);
	char reading[SENTENCE];

	memo_reading(memo, place, reading, sizeof(reading));
	if (input_table[place.input].kind == KIND_SWITCH)
		typed = session_base(memo->session, place) != 0 ? "yes" : "no";
	if (place.option >= 0 &&
		!input_applies(
			place.input, session_form(memo->session, place.option)))
		snprintf(reading, sizeof(reading), "without effect");
	else if (is_none(memo, place))
		snprintf(reading, sizeof(reading), "none");
	table_cell(&list->table, typed);
	table_cell(&list->table, reading);
}

/* A number that was set counts as given, to its default too. */
static bool is_given(const struct memo *memo, struct place place)
{
	return memo_differs(memo, place) ||
	       (input_is_number(place.input) &&
		       session_is_set(memo->session, place));
}

static void write_input(struct listing *list, struct place place)
{
	const struct memo *memo = list->memo;
	const char *label = input_table[place.input].label;
	const struct evidence *evidence =
		session_evidence(memo->session, place);
	bool listed = is_given(memo, place);

	if (label[0] != ' ')
		list->parent = listed;
	if (!listed)
		return;
	if (!same_origin(memo->session, list->pending, evidence))
		write_pending(list);
	write_name(list, place);
	while (!list->parent && *label == ' ')
		label++;
	table_row(&list->table, place.option < 0 ? ROW_PLAIN : ROW_PART, label);
	write_value(list, place);
	list->pending = evidence;
}

static bool is_listed(enum input input)
{
	const struct input_row *row = &input_table[input];
	bool burden = strstr(row->key, "_owner") != NULL;

	if (row->group == GROUP_SESSION || burden)
		return false;
	if (input == IN_option_name || input == IN_option_adaptation ||
		input == IN_option_serving)
		return false; /* stand above, side by side */
	return strcmp(row->key, "answer") != 0 &&
	       strcmp(row->key, "reason") != 0;
}

static void write_group(
	struct listing *list, enum question question, int option)
{
	int from = option < 0 ? 0 : SHARED_INPUTS;
	int to = option < 0 ? SHARED_INPUTS : INPUTS;

	list->named = option < 0;
	for (int i = from; i < to; i++) {
		struct place place = {.input = (enum input)i, .option = option};

		if (input_table[i].question == question &&
			is_listed(place.input))
			write_input(list, place);
	}
	write_pending(list);
}

static void write_introduction(struct document *doc)
{
	doc_lead(doc,
		"Each figure as it was typed and, behind it, the one value "
		"that counts here (of a range, its middle). Where its origin "
		"is known, that stands below it, or below the last of several "
		"figures with the same origin.");
}

static void write_question(struct listing *list, enum question question)
{
	struct titled title = memo_question(question);

	list->table = (struct table){
		.name = title.text, .indent = INDENT, .flow = 1, .bare = true};
	table_column(&list->table,
		&(struct column){.head = "Figure", .cells = LABEL});
	table_column(&list->table,
		&(struct column){.head = "As typed", .cells = TYPED, .gap = 2});
	table_column(&list->table, &(struct column){.head = "Counts as"});
	for (int option = -1; option < list->memo->result->options; option++)
		write_group(list, question, option);
	if (list->table.rows == 0 && !list->table.failed)
		return;
	if (!list->any)
		write_introduction(list->memo->doc);
	doc_subheading(list->memo->doc, title.text);
	doc_table(list->memo->doc, &list->table);
	list->any = true;
}

void memo_assumptions(const struct memo *memo)
{
	struct listing list = {.memo = memo};

	doc_heading(memo->doc, SECTION_ASSUMPTIONS);
	memo_provenance(memo);
	for (int question = 0; question < QUESTIONS; question++)
		write_question(&list, (enum question)question);
	if (!list.any)
		doc_paragraph(
			memo->doc, "Nothing yet: every figure is the default.");
	memo_defaults(memo);
}

/* ---- owners ------------------------------------------------------------- */

static void burden_hours(
	const struct memo *memo, int burden, char *out, size_t size)
{
	static const enum input hours[BURDENS] = {
		IN_upkeep_monitoring_hours,
		INPUTS, /* retraining: each option has its own */
		IN_upkeep_versioning_hours,
		IN_upkeep_tracking_hours,
		IN_upkeep_hiring_hours,
	};
	char number[FIGURE_MAX];

	if (hours[burden] == INPUTS) {
		snprintf(out, size, "by option");
		return;
	}
	figure_short(number, sizeof(number),
		session_base(memo->session, SHARED_PLACE(hours[burden])));
	snprintf(out, size, "%s h", number);
}

static void fill_owner(const struct memo *memo, struct table *table, int burden)
{
	static const char *const labels[BURDENS] = {
		"Watching for drift",
		"Retraining",
		"Versions and rollback",
		"Tracking new models",
		"Finding the people",
	};
	const char *owner =
		session_text(memo->session, SHARED_PLACE(gate_burdens[burden]));
	char hours[FIGURE_MAX];

	burden_hours(memo, burden, hours, sizeof(hours));
	table_row(table, ROW_PLAIN, labels[burden]);
	table_cell(table, hours);
	table_cell(table, owner[0] ? owner : "nobody yet");
}

void memo_owners(const struct memo *memo)
{
	struct table table = {.name = "Owners",
		.indent = PAGE_INDENT,
		.flow = 2,
		.bare = true};

	if (memo->result->tuned < 0)
		return;
	table_column(&table, &(struct column){.head = "Task", .cells = 24});
	table_column(&table, &(struct column){.head = "A month",
				     .align = TEXT_RIGHT,
				     .cells = 10,
				     .gap = 3});
	table_column(&table, &(struct column){.head = "Who"});
	for (int i = 0; i < BURDENS; i++)
		fill_owner(memo, &table, i);
	doc_heading(memo->doc, SECTION_OWNERS);
	doc_table(memo->doc, &table);
}
