#include <ctype.h>
#include <math.h>
#include <string.h>

#include "report_memo.h"

enum { LONGEST = 9 }; /* digits that are still shown one by one */

const char *const obstacle_words[OBSTACLES] = {
	[OBSTACLE_QUALITY] = "below bar",
	[OBSTACLE_NOT_MEASURED] = "not measured",
	[OBSTACLE_LATENCY] = "too slow",
	[OBSTACLE_API_RULED_OUT] = "API barred",
};

bool memo_compared(const struct memo *memo)
{
	return memo->result->baseline >= 0 && memo->result->tuned >= 0;
}

struct pen memo_pen(const struct memo *memo, char out[SENTENCE])
{
	return pen_on(out, SENTENCE, memo->session, memo->result);
}

struct titled memo_question(enum question question)
{
	struct titled title;

	snprintf(
		title.text, sizeof(title.text), "%s", question_names[question]);
	title.text[0] = (char)toupper((unsigned char)title.text[0]);
	return title;
}

/* 1,422 rather than 1.42k: what was typed as a point loses no digits. */
static void number_words(char *out, size_t size, double value, bool range)
{
	char digits[FIGURE_MAX];

	figure_exact(digits, sizeof(digits), value);
	if (range || strlen(digits) > LONGEST)
		figure_short(out, size, value);
	else if (value >= 1000 && value == floor(value))
		figure_ledger(out, size, value, "");
	else
		snprintf(out, size, "%s", digits);
}

/* "1 month", but "2 months" and "1 times". */
static void counted_words(
	char *out, size_t size, double value, bool range, const char *unit)
{
	size_t length = strlen(unit);
	char number[FIGURE_MAX];
	bool plural = length > 0 && unit[length - 1] == 's';

	if (value == 1 && plural && strcmp(unit, "times") != 0 &&
		!strchr(unit, '/'))
		length--;
	number_words(number, sizeof(number), value, range);
	snprintf(out, size, "%s %.*s", number, (int)length, unit);
}

/* A ledger shows cents below 100 and no more; a price may have more. */
static void money_words(
	char *out, size_t size, double value, bool range, const char *currency)
{
	char digits[FIGURE_MAX];
	const char *point;

	figure_exact(digits, sizeof(digits), value);
	point = strchr(digits, '.');
	if (range || strlen(digits) > LONGEST ||
		(point && (strlen(point) > 3 || value >= 100)))
		figure_money(out, size, value, currency);
	else
		figure_ledger(out, size, value, currency);
}

void memo_reading(
	const struct memo *memo, struct place place, char *out, size_t size)
{
	double value = session_base(memo->session, place);
	bool range = quantity_is_range(session_quantity(memo->session, place));
	const char *unit = input_table[place.input].unit;
	char number[FIGURE_MAX];

	if (!input_is_number(place.input)) {
		snprintf(out, size, "%s", "");
	} else if (!unit) {
		number_words(out, size, value, range);
	} else if (unit[0] == '$') {
		money_words(number, sizeof(number), value, range,
			session_currency(memo->session));
		snprintf(out, size, "%s%s", number, unit + 1);
	} else if (unit[0] == '%') {
		figure_percent(number, sizeof(number), value);
		snprintf(out, size, "%s%s", number, unit + 1);
	} else {
		counted_words(out, size, value, range, unit);
	}
}

struct amount memo_money(const struct memo *memo, double value)
{
	struct amount amount;

	figure_money(amount.text, sizeof(amount.text), value,
		session_currency(memo->session));
	return amount;
}

bool memo_differs(const struct memo *memo, struct place place)
{
	const char *fallback = input_table[place.input].fallback;
	const char *text = session_text(memo->session, place);
	struct quantity quantity, usual;
	struct issue issue;

	if (!session_is_set(memo->session, place))
		return false;
	if (!fallback)
		return text[0] != '\0';
	if (!input_is_number(place.input) ||
		!quantity_read(fallback, "", &usual, &issue))
		return strcmp(text, fallback) != 0;
	quantity = session_quantity(memo->session, place);
	return quantity.low != usual.low || quantity.high != usual.high;
}
