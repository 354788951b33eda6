#include "outlook.h"

#include "pages.h"
#include "trace.h"

enum {
	PAUSE_MS = 50, /* between two keys of a fast typist: not yet */
	SLICE = 4096,  /* scenarios */
	FIRST_LOOK = 131072,
};

/* Their heads, and the numbers of a quick sample. */
static void expect_orders(struct order *orders)
{
	for (int i = 0; i < 3; i++)
		pages_expect(
			&orders[i], offsetof(struct order, value[ODDS_QUICK]));
}

/* Of the room to work in, what the first answer will write for certain. */
static void expect_work(
	struct simulator *simulator, const struct session *session)
{
	const size_t options = (size_t)session->options;
	struct scenarios *scenarios = &simulator->scenarios;
	struct ranged ranged;

	ranged_list(&ranged, session);
	pages_expect(simulator->draw,
		(size_t)ranged.count * sizeof(simulator->draw[0]));
	pages_expect(scenarios, offsetof(struct scenarios, option) +
					options * sizeof(scenarios->option[0]));
	pages_expect(scenarios->parts, options * sizeof(scenarios->parts[0]));
	for (size_t i = 0; i < options; i++)
		expect_orders(simulator->option_order[i]);
	expect_orders(simulator->net_order);
}

void outlook_begin(struct lookout *lookout, const struct session *session,
	struct outlook *outlook)
{
	evaluate(session, &outlook->result);
	outlook->odds.sharp = outlook->odds.has_flips = false;
	outlook->odds.simulation.measures = 0; /* of what was there before */
	lookout->session = session;
	lookout->outlook = outlook;
	lookout->answered = lookout->begun = false;
	lookout->next = FIRST_LOOK;
}

void outlook_answer(struct lookout *lookout)
{
	struct outlook *outlook = lookout->outlook;

	if (!lookout->session || lookout->answered)
		return;
	if (!lookout->expected) {
		expect_work(&lookout->work.simulator, lookout->session);
		lookout->expected = true;
	}
	odds_begin(lookout->session, &outlook->result, &outlook->odds,
		&lookout->work);
	lookout->answered = true;
	if (outlook->odds.sharp)
		lookout->session = NULL;
}

bool outlook_waits(const struct lookout *lookout, const struct outlook *outlook)
{
	struct ranged ranged;

	if (!outlook_is_sharpening(lookout, outlook) || lookout->answered)
		return false;
	ranged_list(&ranged, lookout->session);
	return ranged.count > 0;
}

bool outlook_is_sharpening(
	const struct lookout *lookout, const struct outlook *outlook)
{
	return lookout->session && lookout->outlook == outlook;
}

int outlook_patience(const struct lookout *lookout)
{
	if (!lookout->session)
		return -1;
	return lookout->begun ? 0 : PAUSE_MS;
}

/* Each look has four times the scenarios of the one before: figures settle in
 * a few steps, and a hundred thousand take just one. */
bool outlook_sharpen(struct lookout *lookout)
{
	struct outlook *outlook = lookout->outlook;
	bool more;

	if (!lookout->session)
		return false;
	if (!lookout->answered) {
		outlook_answer(lookout);
		return true;
	}
	lookout->begun = true;
	more = odds_sharpen(&lookout->work, SLICE);
	if (more && lookout->work.simulator.done < lookout->next)
		return false;
	lookout->next *= 4;
	odds_take(lookout->session, &outlook->result, &outlook->odds,
		&lookout->work);
	trace("worked out: %.0f scenarios%s",
		outlook->odds.simulation.scenarios,
		more ? ", more to come" : "");
	if (!more)
		lookout->session = NULL;
	return true;
}

void outlook_find_flips(struct lookout *lookout, const struct session *session,
	struct outlook *outlook)
{
	if (!outlook->odds.has_flips)
		odds_find_flips(session, &outlook->result, &outlook->odds,
			&lookout->work);
}

void outlook_finish(struct lookout *lookout, const struct session *session,
	struct outlook *outlook)
{
	if (!outlook->odds.sharp && !outlook_is_sharpening(lookout, outlook))
		outlook_begin(lookout, session, outlook);
	while (outlook_is_sharpening(lookout, outlook))
		outlook_sharpen(lookout);
	outlook_find_flips(lookout, session, outlook);
}

void outlook_move(struct lookout *lookout, const struct session *session,
	struct outlook *outlook)
{
	*outlook = *lookout->outlook;
	lookout->outlook = outlook;
	if (lookout->session)
		lookout->session = session;
}
