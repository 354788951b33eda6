#include "odds.h"

#include <string.h>

/* Answer the gates again with the chance that tuning pays. */
static void settle(const struct session *session, struct result *result,
	const struct simulation *simulation)
{
	struct facts facts;

	facts_base(&facts, session);
	result->savings.p_pays = simulation->p_pays;
	gates_answer(session, &facts, result);
}

/* There is room for many more swings than there are: most of it stays as it
 * is. */
static void copy_tornado(struct tornado *to, const struct tornado *from)
{
	to->count = from->count;
	memcpy(to->swing, from->swing,
		(size_t)from->count * sizeof(from->swing[0]));
}

void odds_begin(const struct session *session, struct result *result,
	struct odds *odds, struct odds_work *work)
{
	simulation_start(&work->simulator, session, result);
	copy_tornado(&odds->tornado, &work->simulator.tornado);
	odds->flips.count = 0;
	odds->has_flips = false;
	odds_sharpen(work, ODDS_QUICK);
	odds_take(session, result, odds, work);
}

void odds_find_flips(const struct session *session, const struct result *result,
	struct odds *odds, struct odds_work *work)
{
	flips_start(&work->flips, session, result);
	while (flips_step(&work->flips))
		;
	odds->flips.count = work->flips.found.count;
	memcpy(odds->flips.flip, work->flips.found.flip,
		(size_t)odds->flips.count * sizeof(odds->flips.flip[0]));
	odds->has_flips = true;
}

bool odds_sharpen(struct odds_work *work, double scenarios)
{
	return simulation_step(&work->simulator, scenarios);
}

void odds_take(const struct session *session, struct result *result,
	struct odds *odds, struct odds_work *work)
{
	simulation_read(&work->simulator, &odds->simulation);
	odds->sharp = odds->simulation.scenarios >= work->simulator.target;
	settle(session, result, &odds->simulation);
}

void evaluate_odds(const struct session *session, struct result *result,
	struct odds *odds, struct odds_work *work)
{
	odds_begin(session, result, odds, work);
	odds_find_flips(session, result, odds, work);
	while (odds_sharpen(work, 1e6))
		;
	odds_take(session, result, odds, work);
}
