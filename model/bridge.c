/*
 * The shares of the changes.
 *
 * A mixture takes some changes from B and all else from A; its net saving is
 * worked out as that of any session, with baseline and tune chosen anew. What
 * a change does depends on what was changed before it: twice the requests are
 * worth more where a request saves more. So no single order is fair. A share
 * is the mean, over the orders, of the step that the change makes in each.
 * Within an order the steps telescope: they add up to B's net less A's, and
 * so do their means.
 */
#include "bridge.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "mixture.h"

/* ---- all orders --------------------------------------------------------- */

static void take_set(struct mixture *mixture, unsigned set, int changes)
{
	for (int i = 0; i < changes; i++)
		mixture->taken[i] = set >> i & 1;
}

static int set_size(unsigned set)
{
	int size = 0;

	for (; set; set &= set - 1)
		size++;
	return size;
}

/* In which share of all orders a change comes behind exactly these before it:
 * before! (changes - before - 1)! / changes! */
static double order_share(int before, int changes)
{
	double share = 1.0 / changes;

	for (int i = 1; i <= before; i++)
		share *= (double)i / (changes - i);
	return share;
}

/* Every set of changes once: that is 2^12 at the most. */
static void count_all_orders(struct mixture *mixture, struct bridge *bridge)
{
	double net[1 << BRIDGE_EXACT] = {0};
	int changes = bridge->changes;
	unsigned sets = 1u << changes;

	for (unsigned set = 0; set < sets; set++) {
		take_set(mixture, set, changes);
		net[set] = mixture_net(mixture);
	}
	for (int i = 0; i < changes; i++)
		for (unsigned set = 0; set < sets; set++)
			if (!(set >> i & 1))
				bridge->change[i].share +=
					order_share(set_size(set), changes) *
					(net[set | 1u << i] - net[set]);
}

/* ---- a sample of orders ------------------------------------------------- */

/* Room for some orders of the most changes there can be, and enough orders of
 * a few: a share is known to a few hundredths of what it varies by. */
enum { EVALUATIONS = 40000, ORDERS_MIN = 12, ORDERS_MAX = 500 };

struct turn {
	uint64_t draw;
	int change;
};

/* SplitMix64's finish: G. L. Steele and others, OOPSLA 2014. */
static uint64_t mix_bits(uint64_t x)
{
	x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9u;
	x = (x ^ x >> 27) * 0x94d049bb133111ebu;
	return x ^ x >> 31;
}

static uint64_t hash_name(const struct session *session, int option)
{
	uint64_t hash = 0xcbf29ce484222325u;

	if (option < 0)
		return 0;
	for (const char *at = session_option_name(session, option); *at; at++)
		hash = (hash ^ (unsigned char)*at) * 0x100000001b3u;
	return mix_bits(hash);
}

/* What a change is drawn by: the same whichever session comes first. */
static uint64_t identity(const struct bridge *bridge, int change,
	const struct session *a, const struct session *b)
{
	const struct difference *d =
		&bridge->difference[bridge->change[change].first];

	return mix_bits((uint64_t)d->input + 1) + hash_name(a, d->a) +
	       hash_name(b, d->b);
}

static int by_draw(const void *a, const void *b)
{
	const struct turn *x = a, *y = b;

	if (x->draw != y->draw)
		return x->draw < y->draw ? -1 : 1;
	return x->change - y->change;
}

/* The steps of one order, forwards or backwards, added to the shares. */
static void walk(struct mixture *mixture, struct bridge *bridge,
	const struct turn *turn, bool backwards)
{
	int changes = bridge->changes;
	double before = bridge->from;

	for (int i = 0; i < changes; i++)
		mixture->taken[i] = false;
	for (int i = 0; i < changes; i++) {
		int change = turn[backwards ? changes - 1 - i : i].change;
		double net;

		mixture->taken[change] = true;
		net = mixture_net(mixture);
		bridge->change[change].share += net - before;
		before = net;
	}
}

static int orders_for(int changes)
{
	int orders = EVALUATIONS / (2 * changes);

	if (orders > ORDERS_MAX)
		return ORDERS_MAX;
	return orders < ORDERS_MIN ? ORDERS_MIN : orders;
}

/* An order and its reverse: what one prefers the other puts last. */
static void count_some_orders(struct mixture *mixture, struct bridge *bridge,
	const struct session *a, const struct session *b)
{
	struct turn turn[DIFFERENCES_MAX];
	int changes = bridge->changes, orders = orders_for(changes);

	for (int order = 0; order < orders; order++) {
		for (int i = 0; i < changes; i++)
			turn[i] = (struct turn){.change = i,
				.draw = mix_bits(identity(bridge, i, a, b) +
						 (uint64_t)(order + 1) *
							 0x9e3779b97f4a7c15u)};
		qsort(turn, (size_t)changes, sizeof(*turn), by_draw);
		walk(mixture, bridge, turn, false);
		walk(mixture, bridge, turn, true);
	}
	for (int i = 0; i < changes; i++)
		bridge->change[i].share /= 2.0 * orders;
}

/* ---- put in order ------------------------------------------------------- */

static int largest_first(const void *a, const void *b)
{
	const struct change *x = a, *y = b;
	double p = fabs(x->share), q = fabs(y->share);

	if (p != q)
		return p < q ? 1 : -1;
	return x->first - y->first;
}

static void sort_changes(struct bridge *bridge)
{
	int now[DIFFERENCES_MAX];

	qsort(bridge->change, (size_t)bridge->changes,
		sizeof(bridge->change[0]), largest_first);
	for (int i = 0; i < bridge->changes; i++)
		now[bridge->difference[bridge->change[i].first].change] = i;
	for (int i = 0; i < bridge->differences; i++)
		if (bridge->difference[i].change >= 0)
			bridge->difference[i].change =
				now[bridge->difference[i].change];
}

/* What the sums were rounded by goes to the largest share. */
static void settle(struct bridge *bridge)
{
	double sum = 0;

	for (int i = 0; i < bridge->changes; i++)
		sum += bridge->change[i].share;
	if (bridge->changes > 0)
		bridge->change[0].share += bridge->to - bridge->from - sum;
}

/* ---- the whole ---------------------------------------------------------- */

/* In their own functions: a result is large, and leaves the stack again. */
static double net_of(const struct session *session)
{
	struct facts facts;
	struct result result;

	facts_base(&facts, session);
	compare_options(&facts, &result);
	return compare_net(&result);
}

static enum bridge_gap find_gap(const struct session *a,
	const struct session *b, const struct bridge *bridge)
{
	if (strcmp(session_currency(a), session_currency(b)) != 0)
		return BRIDGE_CURRENCIES;
	if (isnan(bridge->from))
		return isnan(bridge->to) ? BRIDGE_NO_NET : BRIDGE_NO_NET_A;
	return isnan(bridge->to) ? BRIDGE_NO_NET_B : BRIDGE_STANDS;
}

static void drop_changes(struct bridge *bridge)
{
	bridge->changes = 0;
	for (int i = 0; i < bridge->differences; i++)
		bridge->difference[i].change = -1;
}

void bridge_build(
	const struct session *a, const struct session *b, struct bridge *bridge)
{
	struct mixture mixture;
	struct pairing pairing = {.b_of = {0}};

	bridge_differences(a, b, &pairing, bridge);
	bridge->from = net_of(a);
	bridge->to = net_of(b);
	bridge->gap = find_gap(a, b, bridge);
	bridge->exact = bridge->changes <= BRIDGE_EXACT;
	if (bridge->gap != BRIDGE_STANDS) {
		drop_changes(bridge);
		return;
	}
	mixture_begin(&mixture, a, b, &pairing, bridge);
	if (bridge->exact)
		count_all_orders(&mixture, bridge);
	else
		count_some_orders(&mixture, bridge, a, b);
	sort_changes(bridge);
	settle(bridge);
}
