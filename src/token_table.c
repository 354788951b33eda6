#include "token_table.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "figure.h"
#include "token_time.h"

enum { INDENT = 1, LABEL = 25, COLUMN = 13, WORDS = 512 };

static const char *const kind_words[TOKEN_KINDS] = {
	[TOKEN_INPUT] = "input tokens",
	[TOKEN_CACHED] = "of them cached",
	[TOKEN_OUTPUT] = "visible output tokens",
	[TOKEN_REASONING] = "reasoning tokens",
};

/* ---- words -------------------------------------------------------------- */

/* 12,345 */
static const char *whole(char *out, uint64_t number)
{
	figure_ledger(out, FIGURE_MAX, (double)number, "");
	if (number < 100) /* which would have cents */
		snprintf(out, FIGURE_MAX, "%d", (int)number);
	return out;
}

double token_table_days(const struct token_summary *summary)
{
	return (double)(summary->last - summary->first) / TOKEN_DAY;
}

/* ---- at the head -------------------------------------------------------- */

static void print_head(
	const struct page *page, const struct token_summary *summary)
{
	char words[WORDS], requests[FIGURE_MAX];

	whole(requests, token_summary_requests(summary));
	if (!summary->first)
		snprintf(words, sizeof(words),
			"%s requests. No line says when it was: requests a "
			"month are not known.",
			requests);
	else
		snprintf(words, sizeof(words), "%s requests, %s to %s (UTC).",
			requests, token_time_date(summary->first).text,
			token_time_date(summary->last).text);
	page_paragraph(page, INDENT, "", words);
}

static void print_span(const struct page *page,
	const struct token_summary *summary, const struct token_model *total)
{
	double days = token_table_days(summary);
	char words[WORDS], figure[FIGURE_MAX];

	if (!summary->first)
		return;
	if (total->timed < total->requests) {
		snprintf(words, sizeof(words),
			"%s of the requests have no time; requests a month "
			"are those of the others.",
			whole(figure, total->requests - total->timed));
		page_paragraph(page, INDENT, "", words);
	}
	if (days * TOKEN_DAY < TOKEN_SPAN_LEAST) {
		page_paragraph(page, INDENT, "",
			"Less than an hour is no measure of a month: requests "
			"a month are not known.");
	} else if (days < TOKEN_WEEK) {
		figure_short(figure, sizeof(figure), days);
		snprintf(words, sizeof(words),
			"Beware: the log covers %s days. Less than a week "
			"knows nothing of weekends, so requests a month may "
			"be far off.",
			figure);
		page_paragraph(page, INDENT, "", words);
	}
}

static void print_skipped(
	const struct page *page, const struct token_summary *summary)
{
	char words[WORDS], figure[FIGURE_MAX];

	if (!token_summary_skipped(summary))
		return;
	snprintf(words, sizeof(words), "%s line%s skipped:",
		whole(figure, token_summary_skipped(summary)),
		token_summary_skipped(summary) == 1 ? "" : "s");
	page_paragraph(page, INDENT, "", words);
	for (int i = TOKEN_LINE_SKIPS; i < TOKEN_LINES; i++) {
		if (!summary->skipped[i])
			continue;
		snprintf(words, sizeof(words),
			"%s: ", whole(figure, summary->skipped[i]));
		page_paragraph(page, INDENT + 2, words, token_line_words[i]);
	}
}

/* ---- a block a model ---------------------------------------------------- */

static void put_cell(struct line *line, double value)
{
	char cell[FIGURE_MAX] = "-";

	if (value == floor(value))
		whole(cell, (uint64_t)value);
	else if (!isnan(value))
		figure_ledger(cell, sizeof(cell), value, "");
	line_put(line, cell, COLUMN, TEXT_RIGHT);
}

static void print_row(const struct page *page, const char *label,
	struct token_range range, double median)
{
	struct line line = line_begin(page, INDENT + 2);
	bool ranged = range.known && range.low < range.high;

	line_put(&line, label, LABEL - 2, TEXT_LEFT);
	put_cell(&line, range.known ? range.mean : NAN);
	put_cell(&line, ranged ? range.low : NAN);
	put_cell(&line, ranged ? range.high : NAN);
	put_cell(&line, median);
	line_end(&line);
}

static void print_columns(const struct page *page)
{
	static const char *const columns[] = {"mean", "p05", "p95", "median"};
	struct line line = line_begin(page, INDENT);

	line_put(&line, "", LABEL, TEXT_LEFT);
	for (int i = 0; i < 4; i++)
		line_put(&line, columns[i], COLUMN, TEXT_RIGHT);
	line_end(&line);
}

static void print_model(const struct page *page,
	const struct token_summary *summary, const struct token_model *model,
	const char *name)
{
	char words[WORDS], figure[FIGURE_MAX];

	snprintf(words, sizeof(words), "%s: %s requests, range by %s", name,
		whole(figure, model->requests),
		token_model_mean(model, TOKEN_INPUT).by_days ? "days"
							     : "requests");
	page_paragraph(page, INDENT, "", words);
	print_row(page, "requests a month", token_model_rate(model, summary),
		NAN);
	for (int i = 0; i < TOKEN_KINDS; i++)
		print_row(page, kind_words[i],
			token_model_mean(model, (enum token_kind)i),
			token_sketch_median(&model->sketch[i]));
}

/* ---- which models ------------------------------------------------------- */

/* Most requests first; by name where they are equal. */
static int compare_models(const void *a, const void *b)
{
	const struct token_model *one = *(struct token_model *const *)a;
	const struct token_model *two = *(struct token_model *const *)b;

	if (one->requests != two->requests)
		return one->requests < two->requests ? 1 : -1;
	return strcmp(one->name, two->name);
}

/* Those that are not shown apart, in one; NULL: out of memory. */
static struct token_model *gather(const struct token_summary *summary,
	struct token_model *const *sorted, int shown)
{
	struct token_model *rest = token_model_new("");
	bool done = rest != NULL;

	for (int i = shown; done && i < summary->models; i++)
		done = token_model_merge(rest, sorted[i]);
	if (done && summary->others)
		done = token_model_merge(rest, summary->others);
	if (done)
		return rest;
	token_model_free(rest);
	return NULL;
}

static bool print_models(const struct page *page,
	const struct token_summary *summary, struct token_model *const *sorted)
{
	int shown = summary->models <= TOKEN_TABLE_MODELS ? summary->models
							  : TOKEN_TABLE_MODELS;
	struct token_model *rest = gather(summary, sorted, shown);

	if (!rest)
		return false;
	for (int i = 0; i < shown; i++)
		print_model(page, summary, sorted[i],
			sorted[i]->name[0] ? sorted[i]->name
					   : "(no model's name)");
	if (rest->requests)
		print_model(page, summary, rest, "(the other models)");
	token_model_free(rest);
	return true;
}

bool token_table_print(const struct page *page,
	const struct token_summary *summary, const struct token_model *total)
{
	struct token_model *sorted[TOKEN_MODELS];

	memcpy(sorted, summary->model, sizeof(sorted));
	qsort(sorted, (size_t)summary->models, sizeof(*sorted), compare_models);
	print_head(page, summary);
	print_span(page, summary, total);
	print_skipped(page, summary);
	page_blank(page);
	print_columns(page);
	if (summary->models > 1)
		print_model(page, summary, total, "All models");
	if (!print_models(page, summary, sorted))
		return false;
	page_blank(page);
	page_paragraph(page, INDENT, "",
		"p05 and p95 are of the mean: nine times in ten it lies "
		"between them, told by how days vary where all requests have "
		"a time on 5 days or more, else by how requests vary. Medians "
		"are off by 0.8% at the most.");
	return true;
}
