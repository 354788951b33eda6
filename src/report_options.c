/*
 * The options side by side.
 */
#include <math.h>

#include "report_memo.h"

enum {
	INDENT = PAGE_INDENT - 1,
	LABEL = 24,
	MONEY = 12,  /* cells in which an amount should fit */
	CELL = 200,  /* bytes of one */
	MONTHS = 12, /* rows of a table of months, about */
};

struct beside {
	const struct memo *memo;
	struct table table;
	bool ledger; /* whole units fit: $387,412 rather than $387k */
};

/* ---- cells -------------------------------------------------------------- */

typedef void cell_words(
	const struct beside *beside, int option, char *out, size_t size);

static const struct option_result *result_of(
	const struct beside *beside, int option)
{
	return &beside->memo->result->option[option];
}

static void money_words(
	const struct beside *beside, double value, char *out, size_t size)
{
	const char *currency = session_currency(beside->memo->session);

	if (isnan(value))
		snprintf(out, size, "-");
	else if (beside->ledger)
		figure_ledger(out, size, value, currency);
	else
		figure_money(out, size, value, currency);
}

static void row(struct beside *beside, enum row_kind kind, const char *label,
	cell_words *words)
{
	table_row(&beside->table, kind, label);
	for (int i = 0; i < beside->memo->result->options; i++) {
		char cell[CELL] = "";

		words(beside, i, cell, sizeof(cell));
		table_cell(&beside->table, cell);
	}
}

static void adaptation_words(
	const struct beside *beside, int option, char *out, size_t size)
{
	snprintf(out, size, "%s",
		result_of(beside, option)->form.tuned ? "tuned" : "prompted");
}

static void serving_words(
	const struct beside *beside, int option, char *out, size_t size)
{
	snprintf(out, size, "%s",
		result_of(beside, option)->form.selfhosted ? "own GPUs"
							   : "API");
}

static void feasible_words(
	const struct beside *beside, int option, char *out, size_t size)
{
	snprintf(out, size, "%s",
		result_of(beside, option)->feasible ? "yes" : "no");
}

static void total_words(
	const struct beside *beside, int option, char *out, size_t size)
{
	money_words(
		beside, result_of(beside, option)->ledger.total_pv, out, size);
}

static void per_1k_words(
	const struct beside *beside, int option, char *out, size_t size)
{
	money_words(beside, result_of(beside, option)->cost_per_1k, out, size);
}

static void per_1k_good_words(
	const struct beside *beside, int option, char *out, size_t size)
{
	money_words(
		beside, result_of(beside, option)->cost_per_1k_good, out, size);
}

static void pass_rate_words(
	const struct beside *beside, int option, char *out, size_t size)
{
	double rate = result_of(beside, option)->pass_rate;

	if (isnan(rate))
		snprintf(out, size, "not measured");
	else
		figure_percent(out, size, rate);
}

static void latency_words(
	const struct beside *beside, int option, char *out, size_t size)
{
	double latency = result_of(beside, option)->latency_ms;
	bool seconds = latency >= 10000;
	char number[FIGURE_MAX];

	figure_short(number, sizeof(number),
		seconds ? latency / 1000 : round(latency));
	if (!seconds && latency >= 1000)
		snprintf(number, sizeof(number), "%d,%03d",
			(int)round(latency) / 1000, (int)round(latency) % 1000);
	snprintf(out, size, "%s %s", number, seconds ? "s" : "ms");
}

static void people_words(
	const struct beside *beside, int option, char *out, size_t size)
{
	char number[FIGURE_MAX];

	figure_short(number, sizeof(number),
		result_of(beside, option)->people_hours);
	snprintf(out, size, "%s h", number);
}

/* ---- rows --------------------------------------------------------------- */

/* The nth thing that an option misses, or "". */
static const char *obstacle(const struct option_result *option, int n)
{
	for (int i = 0; i < OBSTACLES; i++)
		if (option->obstacle[i] && n-- == 0)
			return obstacle_words[i];
	return "";
}

static void fill_obstacles(struct beside *beside)
{
	const struct result *result = beside->memo->result;

	for (int n = 0; n < OBSTACLES; n++) {
		bool any = false;

		for (int i = 0; i < result->options; i++)
			any |= obstacle(&result->option[i], n)[0] != '\0';
		if (!any)
			return;
		table_row(&beside->table, ROW_MORE, "");
		for (int i = 0; i < result->options; i++)
			table_cell(&beside->table,
				obstacle(&result->option[i], n));
	}
}

static void fill_categories(struct beside *beside)
{
	static const char *const labels[CATEGORIES] = {
		[CATEGORY_BUILD] = "Building it",
		[CATEGORY_DATA] = "Data and labels",
		[CATEGORY_EVALUATION] = "Evaluation",
		[CATEGORY_TRAINING] = "Training runs",
		[CATEGORY_SERVING] = "Serving",
		[CATEGORY_MAINTENANCE] = "Maintenance",
		[CATEGORY_FAILURES] = "Failures",
	};
	const struct result *result = beside->memo->result;

	for (int category = 0; category < CATEGORIES; category++) {
		table_row(&beside->table, ROW_PART, labels[category]);
		for (int i = 0; i < result->options; i++) {
			const struct ledger *ledger = &result->option[i].ledger;
			char cell[CELL];

			money_words(beside, ledger->by_category[category], cell,
				sizeof(cell));
			table_cell(&beside->table, cell);
		}
	}
}

static void fill(struct beside *beside)
{
	row(beside, ROW_PLAIN, "Adapted by", adaptation_words);
	row(beside, ROW_PLAIN, "Served by", serving_words);
	row(beside, ROW_PLAIN, "Will it do?", feasible_words);
	fill_obstacles(beside);
	row(beside, ROW_PLAIN, "Pass rate", pass_rate_words);
	row(beside, ROW_PLAIN, "Latency", latency_words);
	row(beside, ROW_PLAIN, "People, hours a month", people_words);
	row(beside, ROW_PLAIN, "Per 1,000 requests", per_1k_words);
	row(beside, ROW_PLAIN, "Per 1,000 good answers", per_1k_good_words);
	table_row(&beside->table, ROW_SUBHEAD,
		"Where the money goes, in present value");
	fill_categories(beside);
	row(beside, ROW_TOTAL, "Total present value", total_words);
}

/* The totals are the largest amounts: do they fit in whole units? */
static bool ledger_fits(const struct memo *memo)
{
	for (int i = 0; i < memo->result->options; i++) {
		char words[FIGURE_MAX], clean[PAGE_BYTES];

		figure_ledger(words, sizeof(words),
			memo->result->option[i].ledger.total_pv,
			session_currency(memo->session));
		text_clean(clean, sizeof(clean), words);
		if (text_width(clean) > MONEY)
			return false;
	}
	return true;
}

void memo_options(const struct memo *memo)
{
	struct beside beside = {
		.memo = memo,
		.table = {.kind = TABLE_BESIDE,
			.name = "The options side by side",
			.indent = INDENT},
		.ledger = ledger_fits(memo),
	};

	if (memo->result->options == 0)
		return;
	table_column(
		&beside.table, &(struct column){.head = "", .cells = LABEL});
	for (int i = 0; i < memo->result->options; i++)
		table_column(&beside.table,
			&(struct column){
				.head = session_option_name(memo->session, i),
				.align = TEXT_RIGHT});
	fill(&beside);
	doc_heading(memo->doc, SECTION_OPTIONS);
	doc_table(memo->doc, &beside.table);
	doc_picture(memo->doc, PICTURE_MONEY, NULL);
}

/* ---- month by month ------------------------------------------------------ */

/* About a dozen months, evenly, and the last one. */
static void fill_months(const struct memo *memo, struct table *table)
{
	int horizon = memo->result->horizon;
	int step = (horizon + MONTHS - 1) / MONTHS;

	for (int month = 0;; month += step) {
		char words[FIGURE_MAX];

		if (month > horizon)
			month = horizon;
		snprintf(words, sizeof(words), "%d", month);
		table_row(table, ROW_PLAIN, words);
		for (int i = 0; i < memo->result->options; i++) {
			const struct ledger *ledger =
				&memo->result->option[i].ledger;

			table_cell(table,
				memo_money(memo, ledger->cumulative[month])
					.text);
		}
		if (month == horizon)
			return;
	}
}

void memo_curves(const struct memo *memo)
{
	struct table table = {.name = "Money spent up to each month"};

	if (memo->result->options == 0)
		return;
	table_column(
		&table, &(struct column){.head = "Month", .align = TEXT_RIGHT});
	for (int i = 0; i < memo->result->options; i++)
		table_column(&table,
			&(struct column){
				.head = session_option_name(memo->session, i),
				.align = TEXT_RIGHT});
	fill_months(memo, &table);
	doc_heading(memo->doc, SECTION_CURVES);
	doc_picture(memo->doc, PICTURE_CURVES, &table);
}
