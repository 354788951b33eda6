/*
 * One value: from what was typed to what it means, by its row of the table.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "day.h"
#include "session_parts.h"
#include "spelling.h"

/* ---- words -------------------------------------------------------------- */

bool text_trim(
	char out[SESSION_TEXT + 1], const char *text, struct issue *issue)
{
	static const char blanks[] = " \t\r\n";
	size_t length;

	text += strspn(text, blanks);
	length = strlen(text);
	while (length > 0 && strchr(blanks, text[length - 1]))
		length--;
	if (length > SESSION_TEXT) {
		issue_set(issue, SESSION_TEXT + 1, "%s is too long",
			issue_quote(text).text);
		return issue_mend(issue, "at most %d bytes fit, it has %zu",
			SESSION_TEXT, length);
	}
	memcpy(out, text, length);
	out[length] = '\0';
	return true;
}

/* Bytes of the UTF-8 character at text, or 0 where there is none: cut short,
 * longer than needed, a surrogate or beyond Unicode. */
static int character_length(const unsigned char *at)
{
	static const unsigned least[] = {0, 0, 0x80, 0x800, 0x10000};
	int length = at[0] < 0x80       ? 1
		     : at[0] >> 5 == 6  ? 2
		     : at[0] >> 4 == 14 ? 3
		     : at[0] >> 3 == 30 ? 4
					: 0;
	unsigned code = length > 1 ? at[0] & (0x7fU >> length) : at[0];

	for (int i = 1; i < length; i++) {
		if (at[i] >> 6 != 2)
			return 0;
		code = code << 6 | (at[i] & 0x3f);
	}
	if (length && (code < least[length] || code > 0x10ffff ||
			      (code >= 0xd800 && code <= 0xdfff)))
		return 0;
	return length;
}

/* C0, delete, and C1, which is U+0080 to U+009F. */
static bool is_control(const unsigned char *at)
{
	return at[0] < 0x20 || at[0] == 0x7f || (at[0] == 0xc2 && at[1] < 0xa0);
}

bool text_read(const char *text, struct issue *issue)
{
	const unsigned char *start = (const unsigned char *)text, *at = start;

	while (*at) {
		int length = character_length(at);
		int column = (int)(at - start) + 1;

		if (length == 0) {
			issue_set(issue, column,
				"%s is not valid UTF-8 at byte %d",
				issue_quote(text).text, column);
			return issue_mend(issue, "save or type it as UTF-8");
		}
		if (is_control(at)) {
			issue_set(issue, column,
				"%s has a control character at byte %d",
				issue_quote(text).text, column);
			return issue_mend(issue, "write it on one line, "
						 "with blanks for tabs");
		}
		at += length;
	}
	return true;
}

/* What may stand before a number must not look like a part of one. */
static bool read_currency(const char *text, struct issue *issue)
{
	enum { LONGEST = 12 };

	if (!text_read(text, issue))
		return false;
	if (strlen(text) <= LONGEST && !strpbrk(text, "0123456789-+%,_") &&
		*text != '.')
		return true;
	issue_set(issue, 1, "%s cannot stand before an amount",
		issue_quote(text).text);
	return issue_mend(issue, "use a sign or a short code without digits, "
				 "such as $ or CHF");
}

bool date_read(const char *text, struct issue *issue)
{
	int day;

	if (!*text || day_read(text, &day))
		return true;
	issue_set(issue, 1, "%s is not a day", issue_quote(text).text);
	return issue_mend(issue, "write year, month and day: 2026-10-31");
}

/* ---- switches and choices ----------------------------------------------- */

static bool read_switch(const char *text, struct quantity *quantity,
	const char **typed, struct issue *issue)
{
	static const char *const words[][2] = {
		{"false", "true"}, {"no", "yes"}, {"off", "on"}, {"0", "1"}};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		for (int on = 0; on <= 1; on++)
			if (!strcmp(text, words[i][on])) {
				*quantity = (struct quantity){on, on};
				*typed = words[0][on];
				return true;
			}
	issue_set(issue, 1, "%s is neither true nor false",
		issue_quote(text).text);
	return issue_mend(issue, "write true or false");
}

static const char *nearest_word(const char *const *words, const char *text)
{
	const char *nearest = NULL;
	int best = 3; /* farther away it is no misspelling */

	for (; *words; words++) {
		int distance = spelling_distance(*words, text);

		if (distance < best) {
			best = distance;
			nearest = *words;
		}
	}
	return nearest;
}

static bool read_choice(enum input input, const char *text,
	struct quantity *quantity, struct issue *issue)
{
	const struct input_row *row = &input_table[input];
	int index = input_choice(input, text);
	const char *nearest;
	char domain[100];

	if (index >= 0) {
		*quantity = (struct quantity){index, index};
		return true;
	}
	nearest = nearest_word(row->choices, text);
	input_domain(input, domain, sizeof(domain));
	issue_set(issue, 1, "%s is not one of %s", issue_quote(text).text,
		domain);
	if (nearest)
		return issue_mend(issue, "did you mean %s?", nearest);
	return issue_mend(issue, "write %s", domain);
}

/* ---- numbers ------------------------------------------------------------ */

static bool refuse_number(enum input input, const char *text, const char *wrong,
	struct issue *issue)
{
	char domain[100];

	input_domain(input, domain, sizeof(domain));
	issue_set(issue, 0, "%s %s", issue_quote(text).text, wrong);
	return issue_mend(issue, "%s: %s",
		input_table[input].label +
			strspn(input_table[input].label, " "),
		domain);
}

static const char *wrong_with(
	const struct input_row *row, struct quantity quantity)
{
	bool range = quantity_is_range(quantity);

	if (quantity.low < row->min)
		return range ? "begins too low" : "is too small";
	if (quantity.high > row->max)
		return range ? "reaches too high" : "is too large";
	if (row->kind == KIND_WHOLE && range)
		return "is a range, and this must be one whole number";
	if (row->kind == KIND_WHOLE && quantity.low != floor(quantity.low))
		return "is not a whole number";
	if (row->flags & INPUT_ZERO_IS_NONE && range && quantity.low == 0)
		return "begins at 0, which stands for none here";
	return NULL;
}

static bool read_number(enum input input, const char *text,
	const char *currency, struct quantity *quantity, struct issue *issue)
{
	struct quantity read;
	const char *wrong;

	if (!quantity_read(text, currency, &read, issue))
		return false;
	wrong = wrong_with(&input_table[input], read);
	if (wrong)
		return refuse_number(input, text, wrong, issue);
	*quantity = read;
	return true;
}

/* ---- all kinds ---------------------------------------------------------- */

bool value_read(enum input input, const char *text, const char *currency,
	struct quantity *quantity, const char **typed, struct issue *issue)
{
	*typed = text;
	if (!*text) {
		*quantity = value_unset(input).quantity;
		return true;
	}
	switch (input_table[input].kind) {
	case KIND_TEXT:
		return input == IN_session_currency ? read_currency(text, issue)
						    : text_read(text, issue);
	case KIND_DATE: return date_read(text, issue);
	case KIND_SWITCH: return read_switch(text, quantity, typed, issue);
	case KIND_CHOICE: return read_choice(input, text, quantity, issue);
	case KIND_POSITIVE:
	case KIND_FRACTION:
	case KIND_SIGNED:
	case KIND_WHOLE: break;
	}
	return read_number(input, text, currency, quantity, issue);
}

struct value value_unset(enum input input)
{
	const char *fallback = input_table[input].fallback, *typed;
	struct value value = {.quantity = {NAN, NAN}};
	struct issue issue;

	if (fallback && *fallback)
		value_read(
			input, fallback, NULL, &value.quantity, &typed, &issue);
	return value;
}
