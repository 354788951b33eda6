#include "explanation.h"

#include <math.h>
#include <string.h>

enum { SIGN = 2, VALUE = 16, WORDS = PAGE_CELLS - PAGE_INDENT - SIGN - VALUE };

/* Money in cents where it is an amount, in three digits where it is a price
 * of a request; numbers as exactly as they are short. */
static void value_words(enum step_unit unit, double value, const char *currency,
	char *out, size_t size)
{
	char digits[FIGURE_MAX];

	switch (unit) {
	case UNIT_MONEY:
		if (fabs(value) >= 0.1)
			figure_cents(out, size, value, currency);
		else
			figure_money(out, size, value, currency);
		return;
	case UNIT_PERCENT: figure_percent(out, size, value); return;
	default: break;
	}
	if (value == floor(value) && fabs(value) < 1e12)
		snprintf(digits, sizeof(digits), "%.0f", value);
	else
		figure_short(digits, sizeof(digits), value);
	snprintf(out, size, "%s%s", digits,
		unit == UNIT_MS       ? " ms"
		: unit == UNIT_HOURS  ? " h"
		: unit == UNIT_MONTHS ? " months"
				      : "");
}

static const char *sign_of(const struct page *page, enum step_sign sign)
{
	switch (sign) {
	case STEP_PLUS: return "+";
	case STEP_MINUS: return page->ascii ? "-" : "−";
	case STEP_TIMES: return page->ascii ? "x" : "×";
	case STEP_OVER: return page->ascii ? "/" : "÷";
	default: return " ";
	}
}

static void write_line(const struct page *page, const char *sign,
	const char *words, const char *value)
{
	struct line line = line_begin(page, PAGE_INDENT);

	line_put(&line, sign, SIGN, TEXT_LEFT);
	line_put(&line, words, WORDS, TEXT_LEFT);
	line_put(&line, value, VALUE, TEXT_RIGHT);
	line_end(&line);
}

static void write_steps(const struct page *page,
	const struct explanation *explanation, const char *currency)
{
	char value[FIGURE_MAX + 8];

	for (int i = 0; i < explanation->steps; i++) {
		const struct step *step = &explanation->step[i];

		value_words(step->unit, step->value, currency, value,
			sizeof(value));
		write_line(page, sign_of(page, step->sign), step->words, value);
	}
}

static void write_value(const struct page *page,
	const struct explanation *explanation, const char *currency)
{
	char value[FIGURE_MAX + 8];

	if (isnan(explanation->value))
		return;
	if (isinf(explanation->value))
		snprintf(value, sizeof(value), "without end");
	else
		value_words(explanation->unit, explanation->value, currency,
			value, sizeof(value));
	write_line(page, "=", "", value);
}

/* What of it can be asked further, each key once. */
static void write_keys(
	const struct page *page, const struct explanation *explanation)
{
	for (int i = 0; i < explanation->steps; i++) {
		const char *key = explanation->step[i].key;

		if (*key && explanation->step[i].value != 0)
			page_paragraph(page, PAGE_INDENT, "", key);
	}
}

static bool has_keys(const struct explanation *explanation)
{
	for (int i = 0; i < explanation->steps; i++)
		if (explanation->step[i].key[0] &&
			explanation->step[i].value != 0)
			return true;
	return false;
}

void explanation_write(const struct page *page,
	const struct explanation *explanation, const char *currency)
{
	page_paragraph(page, 0, "", explanation->title);
	page_rule(page);
	write_steps(page, explanation, currency);
	if (explanation->steps)
		write_value(page, explanation, currency);
	if (*explanation->notes) {
		if (explanation->steps)
			page_blank(page);
		page_paragraph(page, PAGE_INDENT, "", explanation->notes);
	}
	if (!has_keys(explanation))
		return;
	page_blank(page);
	page_paragraph(page, 0, "", "To be asked further with --explain:");
	write_keys(page, explanation);
}
