#include "pen.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "figure.h"

/* Of a name; no screen is wide enough for one without end. */
enum { NAME_BYTES = 48 };

struct pen pen_on(char *out, size_t size, const struct session *session,
	const struct result *result)
{
	out[0] = '\0';
	return (struct pen){
		.out = out, .size = size, .session = session, .result = result};
}

void pen_rest(struct pen *pen)
{
	while (pen->used > 0 && pen->out[pen->used - 1] == ' ')
		pen->out[--pen->used] = '\0';
}

/* The longest part of text of at most max bytes that ends with a character. */
static size_t whole_characters(const char *text, size_t max)
{
	size_t length = strlen(text);

	if (length <= max)
		return length;
	while (max > 0 && ((unsigned char)text[max] & 0xC0) == 0x80)
		max--;
	return max;
}

static void write_text(struct pen *pen, const char *text, size_t length)
{
	size_t room = pen->size - pen->used - 1;
	size_t fits = whole_characters(text, length < room ? length : room);

	memcpy(pen->out + pen->used, text, fits);
	pen->used += fits;
	pen->out[pen->used] = '\0';
}

void say(struct pen *pen, const char *text)
{
	write_text(pen, text, strlen(text));
}

void say_name(struct pen *pen, int option)
{
	write_text(pen, session_option_name(pen->session, option), NAME_BYTES);
}

void say_list(struct pen *pen, const char *const *items, int count)
{
	for (int i = 0; i < count; i++) {
		if (i > 0)
			say(pen, i + 1 < count ? ", " : " and ");
		say(pen, items[i]);
	}
}

double pen_base(const struct pen *pen, enum input input)
{
	return session_base(pen->session, SHARED_PLACE(input));
}

void say_money(struct pen *pen, double value)
{
	char figure[FIGURE_MAX];

	figure_money(
		figure, sizeof(figure), value, session_currency(pen->session));
	say(pen, figure);
}

void say_percent(struct pen *pen, double fraction)
{
	char figure[FIGURE_MAX];

	figure_percent(figure, sizeof(figure), fraction);
	say(pen, figure);
}

void say_whole(struct pen *pen, double value)
{
	char figure[FIGURE_MAX];

	/* Below 100 a ledger has cents. */
	if (value < 100)
		snprintf(figure, sizeof(figure), "%.0f", value);
	else
		figure_ledger(figure, sizeof(figure), round(value), "");
	say(pen, figure);
}

void say_figure(struct pen *pen, double value)
{
	char figure[FIGURE_MAX];

	figure_short(figure, sizeof(figure), value);
	say(pen, figure);
}
