#include "price_alerts.h"

#include <stdio.h>

#include "figure.h"
#include "repricing.h"

enum { ENTRIES = 8 }; /* of one option */

struct search {
	const struct session *session;
	const struct catalogue *catalogue;
	int day, end; /* of the horizon */
	struct price_alert *alert;
	int count;
};

static double horizon_of(const struct session *session)
{
	return session_base(session, SHARED_PLACE(IN_savings_horizon_months));
}

static void add(struct search *search, struct price_alert alert)
{
	if (search->count < PRICE_ALERTS)
		search->alert[search->count++] = alert;
}

/* Base model lasts: at most a month longer than its vendor says? */
static bool life_is_counted(
	const struct search *search, int option, const struct item *item)
{
	struct place place = {IN_option_base_life_months, option};
	double life = session_base(search->session, place);

	return life > 0 && life <= pricing_life(item, search->day) + 1;
}

static void look_at_life(
	struct search *search, int option, const struct item *item)
{
	struct price_alert alert = {.option = option,
		.item = item,
		.kind = ALERT_RETIRES,
		.day = item->date[ITEM_RETIRES]};

	if (!alert.day || alert.day > search->end)
		return;
	if (alert.day <= search->day)
		alert.kind = ALERT_RETIRED;
	else if (life_is_counted(search, option, item))
		return;
	add(search, alert);
}

static void look_at_offer(
	struct search *search, int option, const struct item *item)
{
	static const enum item_date dates[] = {ITEM_CLOSED, ITEM_CLOSES};

	for (int i = 0; i < 2; i++) {
		int day = item->date[dates[i]];

		if (day && day <= search->end)
			add(search, (struct price_alert){.option = option,
					    .item = item,
					    .date = dates[i],
					    .day = day,
					    .kind = day <= search->day
							    ? ALERT_CLOSED
							    : ALERT_CLOSES});
	}
}

/* Only prices that the option has. */
static bool is_used(const struct search *search, int option,
	const struct item *item, const struct item_figure *figure)
{
	struct price price[ITEM_PRICES];
	int count = pricing_of(item, figure->from, price);

	for (int i = 0; i < count; i++)
		if (price[i].figure == figure &&
			session_is_set(search->session,
				(struct place){price[i].input, option}))
			return true;
	return false;
}

static void look_at_prices(
	struct search *search, int option, const struct item *item)
{
	bool doubted = item->check;

	for (int i = 0; i < item->count; i++) {
		const struct item_figure *figure = &item->figures[i];

		if (item_figure_holds(item, figure, search->day))
			doubted |= item_figure_is_doubtful(figure, search->day);
		if (figure->from > search->day && figure->from <= search->end &&
			is_used(search, option, item, figure))
			add(search, (struct price_alert){.option = option,
					    .item = item,
					    .kind = ALERT_CHANGES,
					    .day = figure->from,
					    .figure = figure});
	}
	if (doubted)
		add(search, (struct price_alert){.option = option,
				    .item = item,
				    .kind = ALERT_DOUBTED});
}

/* The entries of an option, each once; how many. */
static int entries_of(const struct search *search, int option,
	const struct item *entry[ENTRIES])
{
	const struct session *session = search->session;
	int count = 0;

	entry[0] = pricing_model(session, option, search->catalogue);
	count += entry[0] != NULL;
	for (int i = 0; i < session->evidences && count < ENTRIES; i++) {
		const struct evidence *evidence = &session->evidence[i];
		const struct item *item;
		int known = 0;

		if (evidence->place.option != option)
			continue;
		item = pricing_named(
			session_pool_text(session, evidence->source),
			search->catalogue);
		while (known < count && entry[known] != item)
			known++;
		if (item && known == count)
			entry[count++] = item;
	}
	return count;
}

int price_alerts(const struct session *session,
	const struct catalogue *catalogue, int day,
	struct price_alert alert[PRICE_ALERTS])
{
	struct search search = {.session = session,
		.catalogue = catalogue,
		.day = day,
		.end = day + (int)(horizon_of(session) * 365.25 / 12),
		.alert = alert};

	for (int option = 0; option < session->options; option++) {
		const struct item *entry[ENTRIES];
		int count = entries_of(&search, option, entry);

		for (int i = 0; i < count; i++) {
			look_at_life(&search, option, entry[i]);
			look_at_offer(&search, option, entry[i]);
			look_at_prices(&search, option, entry[i]);
		}
	}
	return search.count;
}

/* ---- words -------------------------------------------------------------- */

static void retires_words(const struct session *session,
	const struct price_alert *alert, int day, char *out, size_t size)
{
	char date[DAY_MAX], life[FIGURE_MAX], horizon[FIGURE_MAX];

	day_write(date, alert->day);
	figure_short(life, sizeof(life), pricing_life(alert->item, day));
	figure_short(horizon, sizeof(horizon), horizon_of(session));
	snprintf(out, size,
		"it retires on %s, in %s months, and the horizon is %s: set "
		"\"%s\"",
		date, life, horizon,
		input_table[IN_option_base_life_months].label);
}

static void changes_words(
	const struct price_alert *alert, char *out, size_t size)
{
	const struct item_field_row *row =
		&item_field_table[alert->figure->field];
	char date[DAY_MAX];

	day_write(date, alert->day);
	snprintf(out, size, "its %s is announced to be %.30s %s from %s on",
		row->label, alert->figure->text, row->unit, date);
}

void price_alert_words(const struct session *session,
	const struct price_alert *alert, int day, char *out, size_t size)
{
	const struct item_date_row *row = &item_date_table[alert->date];
	char date[DAY_MAX], what[256];

	day_write(date, alert->day);
	switch (alert->kind) {
	case ALERT_CLOSED:
		snprintf(what, sizeof(what), "%s (%s)", row->after, date);
		break;
	case ALERT_CLOSES:
		snprintf(what, sizeof(what), "%s on %s", row->before, date);
		break;
	case ALERT_RETIRED:
		snprintf(what, sizeof(what), "it has retired (%s)", date);
		break;
	case ALERT_RETIRES:
		retires_words(session, alert, day, what, sizeof(what));
		break;
	case ALERT_CHANGES: changes_words(alert, what, sizeof(what)); break;
	case ALERT_DOUBTED:
		snprintf(what, sizeof(what),
			"its price needs a check before you rely on it");
		break;
	}
	snprintf(out, size, "%s: %s: %s",
		session_option_name(session, alert->option),
		alert->item->text[ITEM_ID], what);
}
