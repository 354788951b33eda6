#include <ctype.h>
#include <string.h>

#include "report_memo.h"

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

/* "1 month", but "2 months" and "1 times". */
static void counted(char *out, size_t size, double value, const char *unit)
{
	size_t length = strlen(unit);
	char number[FIGURE_MAX];
	bool plural = length > 0 && unit[length - 1] == 's';

	if (value == 1 && plural && strcmp(unit, "times") != 0 &&
		!strchr(unit, '/'))
		length--;
	figure_short(number, sizeof(number), value);
	snprintf(out, size, "%s %.*s", number, (int)length, unit);
}

static void number_words(
	const struct memo *memo, struct place place, char *out, size_t size)
{
	double value = session_base(memo->session, place);
	const char *unit = input_table[place.input].unit;
	char number[FIGURE_MAX];

	if (!unit) {
		figure_short(out, size, value);
	} else if (unit[0] == '$') {
		figure_money(number, sizeof(number), value,
			session_currency(memo->session));
		snprintf(out, size, "%s%s", number, unit + 1);
	} else if (unit[0] == '%') {
		figure_percent(number, sizeof(number), value);
		snprintf(out, size, "%s%s", number, unit + 1);
	} else {
		counted(out, size, value, unit);
	}
}

void memo_reading(
	const struct memo *memo, struct place place, char *out, size_t size)
{
	if (input_is_number(place.input))
		number_words(memo, place, out, size);
	else
		snprintf(out, size, "%s", "");
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
