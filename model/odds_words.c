#include "odds_words.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "figure.h"

/* ---- chances ------------------------------------------------------------- */

void say_share(struct pen *pen, double share)
{
	if (share > 0 && share < 0.005)
		say(pen, "under 1");
	else if (share < 1 && share >= 0.995)
		say(pen, "over 99");
	else
		say_whole(pen, round(100 * share));
}

void say_chance(struct pen *pen, double share)
{
	say_share(pen, share);
	say(pen, " of 100");
}

void say_rough_chance(struct pen *pen, double share, double error, bool sharp)
{
	if (sharp) {
		say_chance(pen, share);
		return;
	}
	say_whole(pen, round(100 * share));
	say(pen, " of 100, give or take ");
	say_whole(pen, ceil(200 * error));
}

/* ---- inputs and their values --------------------------------------------- */

void say_input(struct pen *pen, struct place place)
{
	char noun[64];

	if (place.option >= 0) {
		say_name(pen, place.option);
		say(pen, "'s ");
	}
	input_noun(place.input, noun, sizeof(noun));
	say(pen, noun);
}

/* Words behind which a noun's head has ended. */
static bool ends_head(const char *word)
{
	static const char *const words[] = {" of ", " per ", " to ", " for ",
		" that ", " until ", " between ", " a "};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (!strncmp(word, words[i], strlen(words[i])))
			return true;
	return false;
}

/* "requests per month" are many, the "price of training tokens" is one. */
static bool is_plural(const char *noun)
{
	size_t head = 0;

	while (noun[head] && !ends_head(noun + head))
		head++;
	return head > 1 && noun[head - 1] == 's' && noun[head - 2] != 's';
}

void input_value_words(const struct session *session, enum input input,
	double value, char *out, size_t size)
{
	const char *unit = input_table[input].unit;
	const char *rest = unit && unit[0] ? unit + 1 : "";
	char number[FIGURE_MAX], noun[64];

	input_noun(input, noun, sizeof(noun));
	figure_short(number, sizeof(number), value);
	if (unit && unit[0] == '$') {
		figure_money(number, sizeof(number), value,
			session_currency(session));
		snprintf(out, size, "%s%s", number, rest);
	} else if (unit && unit[0] == '%') {
		figure_percent(number, sizeof(number), value);
		snprintf(out, size, "%s%s", number,
			strstr(noun, " a year") ? "" : rest);
	} else if (unit && !strstr(noun, unit)) {
		snprintf(out, size, "%s %s", number, unit);
	} else {
		snprintf(out, size, "%s", number);
	}
}

/* ---- flips --------------------------------------------------------------- */

void say_flip(struct pen *pen, const struct flip *flip)
{
	bool rises = flip->flip > flip->base;
	char noun[64], there[64], now[64];
	bool hardly;

	input_noun(flip->place.input, noun, sizeof(noun));
	input_value_words(pen->session, flip->place.input, flip->flip, there,
		sizeof(there));
	input_value_words(
		pen->session, flip->place.input, flip->base, now, sizeof(now));
	hardly = !strcmp(there, now);
	say_input(pen, flip->place);
	say(pen, rises ? " rise" : " fall");
	say(pen, is_plural(noun) ? "" : "s");
	say(pen, hardly ? " just" : "");
	say(pen, rises ? " above " : " below ");
	say(pen, there);
	if (hardly)
		return;
	say(pen, " (now ");
	say(pen, now);
	say(pen, ")");
}

void say_flips_lead(struct pen *pen)
{
	double net = pen->result->savings.net;

	say(pen, net > 0 ? "Tuning saves " : "Tuning costs ");
	say_money(pen, fabs(net));
	say(pen, net > 0 ? " as it stands. It would not if"
			 : " more as it stands. It would save if");
}

/* ---- the net saving ------------------------------------------------------ */

bool say_none_feasible(struct pen *pen, const struct simulation *simulation)
{
	if (simulation->p_none_feasible <= 0.5)
		return false;
	say(pen, "Nothing here does the job in ");
	say_chance(pen, simulation->p_none_feasible);
	say(pen, " scenarios.");
	return true;
}

/* Worth a sentence only where it reads as another number. */
static void say_pays(struct pen *pen, const struct odds *odds)
{
	const struct simulation *simulation = &odds->simulation;
	char saves[64], pays[64];
	struct pen one =
		pen_on(saves, sizeof(saves), pen->session, pen->result);
	struct pen other =
		pen_on(pays, sizeof(pays), pen->session, pen->result);

	say_rough_chance(&one, simulation->p_net_positive,
		simulation->p_net_positive_error, odds->sharp);
	say_rough_chance(&other, simulation->p_pays, simulation->p_pays_error,
		odds->sharp);
	if (!strcmp(saves, pays))
		return;
	say(pen, " In ");
	say(pen, pays);
	say(pen, " it saves and ");
	say_name(pen, pen->result->tuned);
	say(pen, " does the job.");
}

void say_odds(struct pen *pen, const struct odds *odds)
{
	const struct simulation *simulation = &odds->simulation;

	if (isnan(simulation->p_net_positive)) {
		say(pen, "It takes a prompted and a tuned option to compare "
			 "them; one of the two is missing.");
		return;
	}
	if (simulation->measures == 0) {
		say(pen, "No figure is a range, so nothing is uncertain here: "
			 "give a low and a high end wherever you are not "
			 "sure.");
		return;
	}
	if (simulation_is_close(simulation))
		say(pen, "A close call. ");
	say(pen, "Tuning saves money in ");
	say_rough_chance(pen, simulation->p_net_positive,
		simulation->p_net_positive_error, odds->sharp);
	say(pen, " scenarios.");
	say_pays(pen, odds);
}

void say_net_range(struct pen *pen, const struct odds *odds)
{
	const struct spread *net = &odds->simulation.net;

	if (isnan(net->p50) || odds->simulation.measures == 0)
		return;
	if (net->p05 == net->p95) {
		say(pen, "None of the ranges moves the net saving: it is ");
		say_money(pen, net->p50);
		say(pen, ".");
		return;
	}
	say(pen, "Nine times in ten the net saving lies between ");
	say_money(pen, net->p05);
	say(pen, " and ");
	say_money(pen, net->p95);
	if (!odds->sharp) {
		say(pen, ", give or take ");
		say_money(pen, SPREAD_SURE * net->error);
	}
	say(pen, "; half of the time above ");
	say_money(pen, net->p50);
	say(pen, ".");
}

/* ---- measuring ----------------------------------------------------------- */

void say_measure_lead(struct pen *pen, const struct odds *odds)
{
	const struct simulation *simulation = &odds->simulation;

	if (simulation->measures == 0) {
		say(pen, "No figure is a range, so there is nothing to "
			 "measure.");
		return;
	}
	if (!simulation_tells(simulation, &simulation->measure[0])) {
		say(pen, "No single figure is worth measuring first: whatever "
			 "came out, the choice would be the same.");
		return;
	}
	say(pen, "The most that it is worth to know one figure before the "
		 "choice. To know them all: ");
	say_money(pen, simulation->evpi);
	if (!odds->sharp) {
		say(pen, ", give or take ");
		say_money(pen, simulation->evpi_reach);
	}
	say(pen, ".");
}
