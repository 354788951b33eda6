/*
 * Means with their ranges; see token_summary.h.
 */
#include <math.h>

#include "quantity.h"
#include "token_summary.h"
#include "token_time.h"

static struct token_range around(double mean, double error, bool by_days)
{
	double reach = QUANTITY_Z * error;

	return (struct token_range){.low = fmax(0, mean - reach),
		.mean = mean,
		.high = mean + reach,
		.known = true,
		.by_days = by_days};
}

/* Squared standard error of a mean where each day is one draw. */
static double error_by_days(
	const struct token_model *model, enum token_kind kind, double mean)
{
	double squares = 0, days = model->days;

	for (int i = 0; i < model->days; i++) {
		const struct token_day *day = &model->day[i];
		double off =
			(double)day->sum[kind] - mean * (double)day->requests;

		squares += off * off;
	}
	return squares * days / (days - 1) / (double)model->requests /
	       (double)model->requests;
}

static double error_by_requests(
	const struct token_model *model, enum token_kind kind, double mean)
{
	double n = (double)model->requests;
	struct token_wide wide = model->squares[kind];
	double squares =
		(double)wide.high * (double)TOKEN_WIDE + (double)wide.low;

	if (n < 2)
		return 0;
	return fmax(0, squares / n - mean * mean) / (n - 1);
}

struct token_range token_model_mean(
	const struct token_model *model, enum token_kind kind)
{
	bool by_days = model->days >= TOKEN_DAYS_LEAST &&
		       model->timed == model->requests;
	double mean;

	if (!model->requests)
		return (struct token_range){.known = false};
	mean = (double)model->sum[kind] / (double)model->requests;
	return around(mean,
		sqrt(by_days ? error_by_days(model, kind, mean)
			     : error_by_requests(model, kind, mean)),
		by_days);
}

/* ---- requests a month --------------------------------------------------- */

/* The standard error of the mean day over that mean: the whole days between
 * the first and the last, those without a request too. */
static double rate_error(const struct token_model *model, int first, int last)
{
	double days = last - first - 1, seen = 0, sum = 0, squares = 0, mean;

	for (int i = 0; i < model->days; i++) {
		double requests = (double)model->day[i].requests;

		if (model->day[i].day <= first || model->day[i].day >= last)
			continue;
		seen++;
		sum += requests;
	}
	mean = sum / days;
	for (int i = 0; i < model->days; i++) {
		double off = (double)model->day[i].requests - mean;

		if (model->day[i].day > first && model->day[i].day < last)
			squares += off * off;
	}
	squares += (days - seen) * mean * mean;
	return mean > 0 ? sqrt(squares / (days - 1) / days) / mean : 0;
}

struct token_range token_model_rate(
	const struct token_model *model, const struct token_summary *summary)
{
	double seconds = (double)(summary->last - summary->first);
	int first = (int)(summary->first / TOKEN_DAY);
	int last = (int)(summary->last / TOKEN_DAY);
	bool by_days = last - first > TOKEN_DAYS_LEAST && !model->crowded;
	double mean;

	if (seconds < TOKEN_SPAN_LEAST || !model->timed)
		return (struct token_range){.known = false};
	mean = (double)model->timed / seconds * 3600 * TOKEN_MONTH;
	return around(mean, by_days ? mean * rate_error(model, first, last) : 0,
		by_days);
}
