#include "odds.h"

void odds_settle(const struct session *session, struct result *result,
	const struct simulation *simulation)
{
	struct facts facts;

	facts_base(&facts, session);
	result->savings.p_pays = simulation->p_pays;
	gates_answer(session, &facts, result);
}

void evaluate_odds(const struct session *session, struct result *result,
	struct odds *odds, struct odds_work *work)
{
	bool more;

	simulation_start(&work->simulator, session, result);
	do
		more = simulation_step(&work->simulator, 1e6);
	while (more);
	simulation_read(&work->simulator, &odds->simulation);
	find_tornado(session, result, &odds->tornado);
	flips_start(&work->flips, session, result);
	do
		more = flips_step(&work->flips);
	while (more);
	odds->flips = work->flips.found;
	odds_settle(session, result, &odds->simulation);
}
