/*
 * What is to be said of the field in focus: what is wrong with its text, how
 * it was read, and what it means.
 */
#include <stdio.h>
#include <string.h>

#include "view.h"

enum { WORDS = 600 };

static int draw_issue(
	struct area area, int row, enum role role, const struct issue *issue)
{
	char words[ISSUE_WORDS];

	issue_words(issue, words, sizeof(words));
	return canvas_wrap(area, row, role, words);
}

/* "reads as 1.2M to 3M, 1.9M in the middle" */
static void reading_words(
	struct quantity quantity, enum kind kind, char *out, size_t size)
{
	char low[FIGURE_MAX], high[FIGURE_MAX], base[FIGURE_MAX];

	figure_short(low, sizeof(low), quantity.low);
	figure_short(high, sizeof(high), quantity.high);
	figure_short(base, sizeof(base), quantity_base(quantity, kind));
	if (quantity_is_range(quantity))
		snprintf(out, size,
			"reads as %s to %s, %s in the middle; nine times in "
			"ten within",
			low, high, base);
	else
		snprintf(out, size, "reads as %s", low);
}

static int draw_typing(const struct ui *ui, const struct frame *frame,
	struct area area, struct place place)
{
	char words[WORDS];

	if (ui->issue.what[0])
		return draw_issue(area, 0, ui->refused ? ROLE_ERROR : ROLE_DIM,
			&ui->issue);
	if (!input_is_number(place.input) || !ui->editor.length)
		return 0;
	reading_words(session_quantity(frame->session, place),
		input_table[place.input].kind, words, sizeof(words));
	return canvas_wrap(area, 0, ROLE_NOTICE, words);
}

/* "Hosted tune, Input price: 0.15 to 0.3" */
static int draw_cell_value(
	const struct frame *frame, struct area area, struct place place)
{
	const struct session *session = frame->session;
	const char *label = input_table[place.input].label;
	const char *text = session_text(session, place);

	while (*label == ' ')
		label++;
	canvas_printf(area, 0, 0, ROLE_TITLE, "%s, %s: %s%s",
		session_option_name(session, place.option), label,
		session_is_set(session, place) || !*text ? "" : "default ",
		*text ? text : "not set");
	return 1;
}

/* Does a warning of the catalogue belong to it? */
static bool is_about_prices(enum input input)
{
	return pricing_knows(input) || input == IN_option_model ||
	       input == IN_option_priced_on ||
	       input == IN_option_base_life_months;
}

static int draw_alert(const struct frame *frame, struct area area, int row,
	struct place place)
{
	char words[WORDS];

	alert_words(frame, place.option, words, sizeof(words));
	return *words ? canvas_wrap(area, row, ROLE_UNSURE, words) : row;
}

static int draw_origin(const struct frame *frame, struct area area, int row,
	struct place place)
{
	char words[WORDS];

	origin_words(frame, place, words, sizeof(words));
	if (*words && row < area.rows)
		canvas_fit(area, row++, 0, area.columns, TEXT_LEFT, ROLE_LABEL,
			words);
	return row;
}

void field_detail(const struct ui *ui, const struct frame *frame,
	struct area area, struct place place)
{
	const struct input_row *input = &input_table[place.input];
	const struct draft *draft = draft_find(ui, place);
	bool at_rest = !ui->typing && !draft;
	bool priced =
		at_rest && place.option >= 0 && is_about_prices(place.input);
	char domain[FIGURE_MAX * 3];
	char words[WORDS];
	int row = 0;

	if (ui->typing)
		row = draw_typing(ui, frame, area, place);
	else if (draft)
		row = draw_issue(area, 0, ROLE_ERROR, &draft->issue);
	else if (place.option >= 0)
		row = draw_cell_value(frame, area, place);
	if (priced) {
		row = draw_alert(frame, area, row, place);
		row = draw_origin(frame, area, row, place);
	}
	domain[0] = '\0';
	if (input_is_number(place.input))
		input_domain(place.input, domain, sizeof(domain));
	if (domain[0] &&
		(ui->typing ? ui->issue.what[0] != '\0' : draft != NULL))
		snprintf(words, sizeof(words), "Takes %s. %s", domain,
			input->help); /* what would be right comes first */
	else
		snprintf(words, sizeof(words), "%s%s%s", input->help,
			domain[0] ? " Takes " : "", domain);
	row = canvas_wrap(area, row, ROLE_DIM, words);
	if (at_rest && !priced)
		draw_origin(frame, area, row, place);
}
