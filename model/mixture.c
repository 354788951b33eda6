#include "mixture.h"

void mixture_begin(struct mixture *mixture, const struct session *a,
	const struct session *b, const struct pairing *pairing,
	const struct bridge *bridge)
{
	facts_base(&mixture->a, a);
	facts_base(&mixture->b, b);
	mixture->bridge = bridge;
	mixture->pairing = pairing;
	for (int i = 0; i < SESSION_OPTIONS; i++)
		mixture->gone[i] = mixture->come[i] = mixture->a_at[i] = -1;
	for (int i = 0; i < bridge->differences; i++) {
		const struct difference *d = &bridge->difference[i];

		if (!difference_is_option(d))
			continue;
		if (d->b < 0)
			mixture->gone[d->a] = d->change;
		else
			mixture->come[d->b] = d->change;
	}
	for (int i = 0; i < bridge->changes; i++)
		mixture->taken[i] = false;
}

static int put_option(struct facts *facts, const struct option_facts *option)
{
	facts->option[facts->options] = *option;
	return facts->options++;
}

/* A's that are still there, then B's that are there already. */
static void mix_options(struct mixture *mixture)
{
	struct facts *facts = &mixture->facts;

	facts->options = 0;
	for (int i = 0; i < mixture->b.options; i++)
		mixture->b_at[i] = -1;
	for (int i = 0; i < mixture->a.options; i++) {
		int gone = mixture->gone[i];

		if (gone >= 0 && mixture->taken[gone])
			continue;
		mixture->a_at[i] = put_option(facts, &mixture->a.option[i]);
		if (gone < 0)
			mixture->b_at[mixture->pairing->b_of[i]] =
				mixture->a_at[i];
	}
	for (int i = 0; i < mixture->b.options; i++)
		if (mixture->come[i] >= 0 && mixture->taken[mixture->come[i]])
			mixture->b_at[i] =
				put_option(facts, &mixture->b.option[i]);
}

/* An unset figure has a stand-in in its field: whether it is one comes, too. */
static void copy_stand_in(struct option_facts *to,
	const struct option_facts *from, enum input input)
{
	switch (input) {
	case IN_option_pass_rate: to->measured = from->measured; break;
	case IN_option_cached_input_price:
		to->cached_input_priced = from->cached_input_priced;
		break;
	case IN_option_cache_write_price:
		to->cache_write_priced = from->cache_write_priced;
		break;
	default: break;
	}
}

static void mix_figure(struct mixture *mixture, const struct difference *d)
{
	struct facts *facts = &mixture->facts;
	struct place to = difference_place_b(d), from = to;

	if (difference_is_option(d) || input_table[d->input].offset < 0)
		return;
	if (d->b >= 0) {
		to.option = mixture->b_at[d->b];
		copy_stand_in(&facts->option[to.option],
			&mixture->b.option[d->b], d->input);
	}
	*facts_at(facts, to) = *facts_at(&mixture->b, from);
}

static void mix_incumbent(struct mixture *mixture, bool of_b)
{
	struct facts *facts = &mixture->facts;

	facts->incumbent = of_b ? mixture->b_at[mixture->b.incumbent]
				: mixture->a_at[mixture->a.incumbent];
}

double mixture_net(struct mixture *mixture)
{
	const struct bridge *bridge = mixture->bridge;

	mixture->facts.shared = mixture->a.shared;
	mix_options(mixture);
	mix_incumbent(mixture, false);
	for (int i = 0; i < bridge->differences; i++) {
		const struct difference *d = &bridge->difference[i];

		if (d->change < 0 || !mixture->taken[d->change])
			continue;
		mix_figure(mixture, d);
		if (d->input == IN_savings_incumbent)
			mix_incumbent(mixture, true);
	}
	compare_options(&mixture->facts, &mixture->result);
	return compare_net(&mixture->result);
}
