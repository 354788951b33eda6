/*
 * Where a figure comes from, and what the catalogue warns of, in words.
 */
#include <stdio.h>
#include <string.h>

#include "price_alerts.h"
#include "view.h"

/* ", 2026-11-10 (14 days ago)" */
static void date_words(
	const struct frame *frame, const char *date, char *out, size_t size)
{
	int day, age;

	out[0] = '\0';
	if (!*date)
		return;
	snprintf(out, size, ", %.10s", date);
	if (!frame->day || !day_read(date, &day) || day > frame->day)
		return;
	age = frame->day - day;
	snprintf(out, size, ", %.10s (%d day%s ago)", date, age,
		age == 1 ? "" : "s");
}

void origin_words(
	const struct frame *frame, struct place place, char *out, size_t size)
{
	const struct session *session = frame->session;
	const struct evidence *evidence = session_evidence(session, place);
	const char *source;
	char date[64];

	out[0] = '\0';
	if (!evidence)
		return;
	source = session_pool_text(session, evidence->source);
	date_words(frame, session_pool_text(session, evidence->date), date,
		sizeof(date));
	if (!strcmp(source, PRICING_OWN))
		snprintf(out, size, "your own price");
	else
		snprintf(out, size, "%s%s%s%.300s",
			grade_words[evidence->grade], date, *source ? ": " : "",
			source);
}

/* Nothing while the catalogue is not read. */
static int find_alerts(
	const struct frame *frame, struct price_alert alert[PRICE_ALERTS])
{
	if (!frame->catalogue || !frame->day)
		return 0;
	return price_alerts(
		frame->session, frame->catalogue, frame->day, alert);
}

void alert_words(const struct frame *frame, int option, char *out, size_t size)
{
	struct price_alert alert[PRICE_ALERTS];
	int count = find_alerts(frame, alert);

	out[0] = '\0';
	if (option >= 0 && pricing_missing(frame->session, option))
		snprintf(out, size,
			"%s has no price yet: take one from the catalogue",
			session_option_name(frame->session, option));
	for (int i = 0; i < count; i++) {
		if (alert[i].option != option)
			continue;
		price_alert_words(
			frame->session, &alert[i], frame->day, out, size);
		return;
	}
}

bool has_alert(const struct frame *frame, int option)
{
	struct price_alert alert[PRICE_ALERTS];
	int count = find_alerts(frame, alert);

	for (int i = 0; i < count; i++)
		if (alert[i].option == option && alert[i].kind != ALERT_DOUBTED)
			return true;
	return pricing_missing(frame->session, option);
}
