/*
 * The options side by side, in blocks of up to four.
 */
#include <math.h>
#include <string.h>

#include "report_memo.h"

enum {
	BLOCK = 4, /* options side by side at the most */
	INDENT = PAGE_INDENT - 1,
	LABEL = 24,
	COLUMNS = PAGE_CELLS - INDENT - LABEL,
	WIDEST = 17, /* a column, the blank before it included */
	NAME_LINES = 3,
	MONEY = COLUMNS / BLOCK - 1, /* cells of an amount */
};

struct block {
	const struct memo *memo;
	int first, count;
	int column;  /* cells of one, the blank before it included */
	bool ledger; /* whole units fit: $387,412 rather than $387k */
};

/* ---- cells -------------------------------------------------------------- */

typedef void cell_words(
	const struct block *block, int option, char *out, size_t size);

static const struct option_result *result_of(
	const struct block *block, int option)
{
	return &block->memo->result->option[option];
}

static void money_words(
	const struct block *block, double value, char *out, size_t size)
{
	const char *currency = session_currency(block->memo->session);

	if (isnan(value))
		snprintf(out, size, "-");
	else if (block->ledger)
		figure_ledger(out, size, value, currency);
	else
		figure_money(out, size, value, currency);
}

static void row(const struct block *block, const char *label, cell_words *words)
{
	struct line line = line_begin(&block->memo->page, INDENT);

	line_put(&line, label, LABEL, TEXT_LEFT);
	for (int i = 0; i < block->count; i++) {
		char cell[LINE_BYTES] = "";

		words(block, block->first + i, cell, sizeof(cell));
		line_fill(&line, " ", 1);
		line_put(&line, cell, block->column - 1, TEXT_RIGHT);
	}
	line_end(&line);
}

static void rule(const struct block *block)
{
	bool ascii = block->memo->page.ascii;
	struct line line = line_begin(&block->memo->page, INDENT + LABEL);

	for (int i = 0; i < block->count; i++) {
		line_fill(&line, " ", 1);
		line_fill(&line, ascii ? "-" : "─", block->column - 1);
	}
	line_end(&line);
}

static void adaptation_words(
	const struct block *block, int option, char *out, size_t size)
{
	snprintf(out, size, "%s",
		result_of(block, option)->form.tuned ? "tuned" : "prompted");
}

static void serving_words(
	const struct block *block, int option, char *out, size_t size)
{
	snprintf(out, size, "%s",
		result_of(block, option)->form.selfhosted ? "own GPUs" : "API");
}

static void feasible_words(
	const struct block *block, int option, char *out, size_t size)
{
	snprintf(out, size, "%s",
		result_of(block, option)->feasible ? "yes" : "no");
}

static void total_words(
	const struct block *block, int option, char *out, size_t size)
{
	money_words(
		block, result_of(block, option)->ledger.total_pv, out, size);
}

static void per_1k_words(
	const struct block *block, int option, char *out, size_t size)
{
	money_words(block, result_of(block, option)->cost_per_1k, out, size);
}

static void per_1k_good_words(
	const struct block *block, int option, char *out, size_t size)
{
	money_words(
		block, result_of(block, option)->cost_per_1k_good, out, size);
}

static void pass_rate_words(
	const struct block *block, int option, char *out, size_t size)
{
	double rate = result_of(block, option)->pass_rate;

	if (isnan(rate))
		snprintf(out, size, "not measured");
	else
		figure_percent(out, size, rate);
}

static void latency_words(
	const struct block *block, int option, char *out, size_t size)
{
	double latency = result_of(block, option)->latency_ms;
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
	const struct block *block, int option, char *out, size_t size)
{
	char number[FIGURE_MAX];

	figure_short(
		number, sizeof(number), result_of(block, option)->people_hours);
	snprintf(out, size, "%s h", number);
}

/* ---- rows --------------------------------------------------------------- */

/* Line n of a name that is wrapped to so many cells; the last is cut. */
static void name_line(const char *name, int cells, int n, char *out)
{
	size_t bytes = 0;

	for (int i = 0; i <= n; i++) {
		const char *next;

		bytes = text_wrap(name, cells, &next);
		if (i == n && n == NAME_LINES - 1)
			bytes = strlen(name);
		if (i < n)
			name = next;
	}
	snprintf(out, LINE_BYTES, "%.*s", (int)bytes, name);
}

static void write_names(const struct block *block)
{
	const struct memo *memo = block->memo;

	for (int n = 0; n < NAME_LINES; n++) {
		struct line line = line_begin(&memo->page, INDENT + LABEL);
		bool any = false;

		for (int i = 0; i < block->count; i++) {
			char name[PAGE_BYTES], part[LINE_BYTES];

			page_clean(&memo->page, name, sizeof(name),
				session_option_name(
					memo->session, block->first + i));
			name_line(name, block->column - 1, n, part);
			line_fill(&line, " ", 1);
			line_put(&line, part, block->column - 1, TEXT_RIGHT);
			any |= part[0] != '\0';
		}
		if (any)
			line_end(&line);
	}
}

/* The nth thing that an option misses, or NULL. */
static const char *obstacle(const struct option_result *option, int n)
{
	for (int i = 0; i < OBSTACLES; i++)
		if (option->obstacle[i] && n-- == 0)
			return obstacle_words[i];
	return NULL;
}

static void write_obstacles(const struct block *block)
{
	for (int n = 0; n < OBSTACLES; n++) {
		struct line line =
			line_begin(&block->memo->page, INDENT + LABEL);
		bool any = false;

		for (int i = 0; i < block->count; i++) {
			const char *words =
				obstacle(result_of(block, block->first + i), n);

			line_fill(&line, " ", 1);
			line_put(&line, words ? words : "", block->column - 1,
				TEXT_RIGHT);
			any |= words != NULL;
		}
		if (any)
			line_end(&line);
	}
}

static void write_categories(const struct block *block)
{
	static const char *const labels[CATEGORIES] = {
		[CATEGORY_BUILD] = "  Building it",
		[CATEGORY_DATA] = "  Data and labels",
		[CATEGORY_EVALUATION] = "  Evaluation",
		[CATEGORY_TRAINING] = "  Training runs",
		[CATEGORY_SERVING] = "  Serving",
		[CATEGORY_MAINTENANCE] = "  Maintenance",
		[CATEGORY_FAILURES] = "  Failures",
	};

	for (int category = 0; category < CATEGORIES; category++) {
		struct line line = line_begin(&block->memo->page, INDENT);

		line_put(&line, labels[category], LABEL, TEXT_LEFT);
		for (int i = 0; i < block->count; i++) {
			const struct ledger *ledger =
				&result_of(block, block->first + i)->ledger;
			char cell[FIGURE_MAX];

			money_words(block, ledger->by_category[category], cell,
				sizeof(cell));
			line_fill(&line, " ", 1);
			line_put(&line, cell, block->column - 1, TEXT_RIGHT);
		}
		line_end(&line);
	}
}

static void write_block(const struct block *block)
{
	const struct page *page = &block->memo->page;

	write_names(block);
	rule(block);
	row(block, "Adapted by", adaptation_words);
	row(block, "Served by", serving_words);
	row(block, "Will it do?", feasible_words);
	write_obstacles(block);
	row(block, "Pass rate", pass_rate_words);
	row(block, "Latency", latency_words);
	row(block, "People, hours a month", people_words);
	row(block, "Per 1,000 requests", per_1k_words);
	row(block, "Per 1,000 good answers", per_1k_good_words);
	page_blank(page);
	page_paragraph(
		page, INDENT, "", "Where the money goes, in present value");
	write_categories(block);
	rule(block);
	row(block, "  Total present value", total_words);
}

/* The totals are the largest amounts: do they fit in whole units? */
static bool ledger_fits(const struct memo *memo)
{
	for (int i = 0; i < memo->result->options; i++) {
		char words[FIGURE_MAX], clean[PAGE_BYTES];

		figure_ledger(words, sizeof(words),
			memo->result->option[i].ledger.total_pv,
			session_currency(memo->session));
		page_clean(&memo->page, clean, sizeof(clean), words);
		if (text_width(clean) > MONEY)
			return false;
	}
	return true;
}

void memo_options(const struct memo *memo)
{
	int options = memo->result->options;
	int blocks = (options + BLOCK - 1) / BLOCK;
	struct block block = {.memo = memo, .ledger = ledger_fits(memo)};

	if (options == 0)
		return;
	page_heading(&memo->page, "THE OPTIONS SIDE BY SIDE");
	for (int i = 0; i < blocks; i++) {
		block.first = options * i / blocks;
		block.count = options * (i + 1) / blocks - block.first;
		block.column = COLUMNS / block.count;
		if (block.column > WIDEST)
			block.column = WIDEST;
		if (i > 0)
			page_blank(&memo->page);
		write_block(&block);
	}
}
