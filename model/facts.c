#include "facts.h"

double *facts_at(struct facts *facts, struct place place)
{
	char *base = (char *)&facts->shared;

	if (input_is_option(place.input))
		base = (char *)&facts->option[place.option];
	return (double *)(void *)(base + input_table[place.input].offset);
}

static void take(
	struct facts *facts, const struct session *session, struct place place)
{
	if (input_table[place.input].offset >= 0)
		*facts_at(facts, place) = session_base(session, place);
}

/* A figure without a default: its stand-in while it is unset. */
static bool stand_in(double *field, double value, const struct session *session,
	enum input input, int option)
{
	bool set = session_is_set(
		session, (struct place){.input = input, .option = option});

	if (!set)
		*field = value;
	return set;
}

static void take_option(
	struct facts *facts, const struct session *session, int option)
{
	struct option_facts *own = &facts->option[option];

	for (int i = SHARED_INPUTS; i < INPUTS; i++)
		take(facts, session,
			(struct place){
				.input = (enum input)i, .option = option});
	own->measured = stand_in(
		&own->pass_rate, 1, session, IN_option_pass_rate, option);
	own->cached_input_priced = stand_in(&own->cached_input_price, 0,
		session, IN_option_cached_input_price, option);
	own->cache_write_priced = stand_in(&own->cache_write_price, 0, session,
		IN_option_cache_write_price, option);
}

void facts_base(struct facts *facts, const struct session *session)
{
	facts->options = session->options;
	facts->incumbent = session_incumbent(session);
	for (int i = 0; i < SHARED_INPUTS; i++)
		take(facts, session, SHARED_PLACE((enum input)i));
	for (int i = 0; i < session->options; i++)
		take_option(facts, session, i);
}
