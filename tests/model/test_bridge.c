/*
 * From one net saving to another: what differs, and the share of each change.
 */
#include "bridge.h"

#include <float.h>
#include <math.h>
#include <stdio.h>

#include "result.h"
#include "sessions.h"

static struct session a, b;
static struct bridge bridge, back;
static struct result result;

/* A prompted option, two tuned ones; all kinds of costs. */
static void begin(void)
{
	session_init(&a);
	session_add_option(&a, "Frontier");
	session_add_option(&a, "Tune");
	session_add_option(&a, "Own");
	set(&a, "volume.requests_per_month", "1M to 3M");
	set(&a, "volume.cache_hit_rate", "60%");
	set(&a, "quality.failure_cost", "$0.02");
	set(&a, "quality.bar", "90%");
	set(&a, "options[0].input_price", "2.5");
	set(&a, "options[0].cached_input_price", "0.25");
	set(&a, "options[0].output_price", "10");
	set(&a, "options[0].pass_rate", "94%");
	set(&a, "options[1].adaptation", "tune");
	set(&a, "options[1].input_price", "0.3");
	set(&a, "options[1].output_price", "1.2");
	set(&a, "options[1].pass_rate", "93%");
	set(&a, "options[1].labels", "20k");
	set(&a, "options[1].label_cost", "1");
	set(&a, "options[1].retrain_every_months", "6");
	set(&a, "options[1].refresh_share", "20%");
	set(&a, "options[1].live_after_months", "3");
	set(&a, "options[2].adaptation", "tune");
	set(&a, "options[2].serving", "selfhost");
	set(&a, "options[2].gpu_price_per_hour", "20"); /* too dear */
	set(&a, "options[2].pass_rate", "91%");
	b = a;
}

static double net_of(const struct session *session)
{
	evaluate(session, &result);
	return result.savings.net;
}

static void build(void)
{
	bridge_build(&a, &b, &bridge);
	cr_assert_eq(bridge.gap, BRIDGE_STANDS);
}

static void check_sum(void)
{
	double sum = 0, scale = fabs(bridge.from) + fabs(bridge.to);

	for (int i = 0; i < bridge.changes; i++) {
		sum += bridge.change[i].share;
		scale += fabs(bridge.change[i].share);
	}
	cr_assert_eq(bridge.from, net_of(&a));
	cr_assert_eq(bridge.to, net_of(&b));
	cr_assert_leq(fabs(sum - (bridge.to - bridge.from)),
		2 * DBL_EPSILON * scale, "%.17g is not %.17g", sum,
		bridge.to - bridge.from);
}

/* The difference of an input, in an option by its names, or NULL. */
static const struct difference *find_difference(
	const struct bridge *found, enum input input, int in_a, int in_b)
{
	for (int i = 0; i < found->differences; i++) {
		const struct difference *d = &found->difference[i];

		if (d->input == input && d->a == in_a && d->b == in_b)
			return d;
	}
	return NULL;
}

static double share_in(
	const struct bridge *found, enum input input, int in_a, int in_b)
{
	const struct difference *d = find_difference(found, input, in_a, in_b);

	cr_assert_not_null(d);
	cr_assert_geq(d->change, 0);
	return found->change[d->change].share;
}

static double share(enum input input, int option)
{
	return share_in(&bridge, input, option, option);
}

/* ---- the list of differences -------------------------------------------- */

Test(bridge, same_sessions_do_not_differ)
{
	begin();
	build();
	cr_assert_eq(bridge.differences, 0);
	cr_assert_eq(bridge.changes, 0);
	cr_assert_eq(bridge.from, bridge.to);
}

Test(bridge, values_count_and_not_how_they_were_typed)
{
	begin();
	set(&b, "volume.requests_per_month", "1,000,000 to 3,000,000");
	set(&b, "volume.instruction_tokens", "1500"); /* the default */
	set(&b, "savings.incumbent", "Frontier");     /* the first anyway */
	session_move_option(&b, 2, 0);
	build();
	cr_assert_eq(bridge.differences, 0);
}

Test(bridge, words_and_wider_ranges_are_listed_and_move_nothing)
{
	begin();
	set(&b, "name", "Another");
	set(&b, "upkeep.monitoring_owner", "Ada");
	set(&b, "quality.answer", "yes");
	set(&b, "volume.requests_per_month", "0.5M to 6M");
	build();
	cr_assert_eq(bridge.differences, 4);
	cr_assert_eq(bridge.changes, 0);
	for (int i = 0; i < bridge.differences; i++)
		cr_assert_eq(bridge.difference[i].change, -1);
	cr_assert_float_eq(bridge.from, bridge.to, 1e-6);
}

Test(bridge, options_are_matched_by_name_wherever_they_stand)
{
	begin();
	session_move_option(&b, 0, 2);
	set(&b, "options[Frontier].input_price", "5");
	build();
	cr_assert_eq(bridge.differences, 1);
	cr_assert_not_null(
		find_difference(&bridge, IN_option_input_price, 0, 2));
	cr_assert_eq(bridge.changes, 1);
}

Test(bridge, an_option_that_was_only_renamed_is_the_same)
{
	begin();
	set(&b, "options[Tune].name", "Hosted");
	set(&b, "savings.horizon_months", "36");
	build();
	cr_assert_eq(bridge.differences, 2);
	cr_assert_not_null(find_difference(&bridge, IN_option_name, 1, 1));
	cr_assert_eq(bridge.changes, 1);
	check_sum();
}

/* ---- shares ------------------------------------------------------------- */

Test(bridge, a_single_change_has_it_all)
{
	begin();
	set(&b, "volume.requests_per_month", "4M");
	build();
	cr_assert_eq(bridge.changes, 1);
	cr_assert_eq(share(IN_volume_requests_per_month, -1),
		net_of(&b) - net_of(&a));
	cr_assert_neq(bridge.from, bridge.to);
}

Test(bridge, what_has_no_effect_has_no_share)
{
	begin();
	set(&b, "volume.requests_per_month", "4M");
	set(&b, "upkeep.capacity_hours", "80");   /* for a gate only */
	set(&b, "options[2].min_replicas", "20"); /* not the best tune */
	build();
	cr_assert_eq(bridge.changes, 3);
	cr_assert_eq(share(IN_upkeep_capacity_hours, -1), 0);
	cr_assert_eq(share(IN_option_min_replicas, 2), 0);
	cr_assert_eq(bridge.difference[0].input, IN_volume_requests_per_month);
	cr_assert_eq(bridge.change[0].first, 0);
}

static const char *const five[][2] = {
	{"volume.requests_per_month", "5M to 9M"},
	{"options[1].pass_rate", "89%"}, /* too low: Own is taken */
	{"options[0].cached_input_price", ""},
	{"options[1].live_after_months", "6"},
	{"savings.incumbent", "Own"},
};
enum { FIVE = sizeof(five) / sizeof(*five) };

static void put(struct session *session, const char *key, const char *text)
{
	if (*text)
		set(session, key, text);
	else
		session_unset(session, find(session, key));
}

/* The net of A with these of the five, as a session of its own. */
static double mixed(unsigned of_b)
{
	static struct session mixture;

	mixture = a;
	for (int i = 0; i < FIVE; i++)
		if (of_b >> i & 1)
			put(&mixture, five[i][0], five[i][1]);
	return net_of(&mixture);
}

/* All orders one by one: the sum of what the changes do in each. */
static int walk_orders(unsigned before, double sum[FIVE])
{
	int orders = 0;

	if (before == (1u << FIVE) - 1)
		return 1;
	for (int i = 0; i < FIVE; i++) {
		int behind;

		if (before >> i & 1)
			continue;
		behind = walk_orders(before | 1u << i, sum);
		sum[i] += behind * (mixed(before | 1u << i) - mixed(before));
		orders += behind;
	}
	return orders;
}

/* walk_orders() counts the orders behind a step; those before it are told by
 * how often it is called: once for each. */
Test(bridge, shares_are_the_mean_over_all_orders)
{
	double sum[FIVE] = {0};
	int orders;

	begin();
	for (int i = 0; i < FIVE; i++)
		put(&b, five[i][0], five[i][1]);
	orders = walk_orders(0, sum);
	cr_assert_eq(orders, 120);
	build();
	cr_assert_eq(bridge.changes, FIVE);
	cr_assert(bridge.exact);
	for (int i = 0; i < FIVE; i++) {
		struct place place = find(&a, five[i][0]);

		cr_assert_float_eq(share(place.input, place.option),
			sum[i] / orders, 1e-6, "%s", five[i][0]);
		cr_assert_neq(sum[i], 0);
	}
	check_sum();
}

Test(bridge, the_largest_share_comes_first)
{
	begin();
	for (int i = 0; i < FIVE; i++)
		put(&b, five[i][0], five[i][1]);
	build();
	for (int i = 1; i < bridge.changes; i++)
		cr_assert_geq(fabs(bridge.change[i - 1].share),
			fabs(bridge.change[i].share));
	for (int i = 0; i < bridge.changes; i++)
		cr_assert_eq(
			bridge.difference[bridge.change[i].first].change, i);
}

/* The shares there and back differ in their sign only. */
static void check_back(void)
{
	bridge_build(&b, &a, &back);
	cr_assert_eq(back.changes, bridge.changes);
	cr_assert_eq(back.differences, bridge.differences);
	for (int i = 0; i < bridge.differences; i++) {
		const struct difference *d = &bridge.difference[i];

		if (d->change < 0)
			continue;
		cr_assert_float_eq(share_in(&back, d->input, d->b, d->a),
			-bridge.change[d->change].share, 1e-5);
	}
}

Test(bridge, the_way_back_has_the_same_shares_with_other_signs)
{
	begin();
	for (int i = 0; i < FIVE; i++)
		put(&b, five[i][0], five[i][1]);
	session_move_option(&b, 2, 0);
	build();
	check_back();
}

/* ---- many changes ------------------------------------------------------- */

static const char *const twenty[][2] = {
	{"volume.requests_per_month", "5M"},
	{"volume.growth_per_month", "2%"},
	{"volume.instruction_tokens", "2500"},
	{"volume.payload_tokens", "400"},
	{"volume.output_tokens", "100"},
	{"volume.cache_hit_rate", "90%"},
	{"volume.batch_share", "10%"},
	{"quality.failure_cost", "$0.03"},
	{"upkeep.changes_per_year", "8"},
	{"upkeep.monitoring_hours", "20"},
	{"savings.horizon_months", "36"},
	{"savings.discount_rate", "12%"},
	{"savings.engineer_rate", "140"},
	{"options[Frontier].input_price", "2"},
	{"options[Frontier].output_price", "8"},
	{"options[Frontier].pass_rate", "95%"},
	{"options[Tune].labels", "30k"},
	{"options[Tune].retrain_every_months", "9"},
	{"options[Tune].hosting_per_hour", "1"},
	{"options[Own].gpu_price_per_hour", "1.5"},
};

static void change_first(int count)
{
	begin();
	for (int i = 0; i < count; i++)
		put(&b, twenty[i][0], twenty[i][1]);
}

Test(bridge, twelve_changes_have_all_their_orders)
{
	change_first(BRIDGE_EXACT);
	build();
	cr_assert_eq(bridge.changes, BRIDGE_EXACT);
	cr_assert(bridge.exact);
	check_sum();
}

Test(bridge, twenty_changes_add_up_the_same_way_each_time)
{
	static struct bridge again;

	change_first(20);
	session_move_option(&b, 0, 2);
	build();
	cr_assert_eq(bridge.changes, 20);
	cr_assert_not(bridge.exact);
	check_sum();
	bridge_build(&a, &b, &again);
	for (int i = 0; i < 20; i++)
		cr_assert_eq(again.change[i].share, bridge.change[i].share);
	check_back();
}

/* Thirteen changes, one of them without effect: the other twelve have the
 * shares that they have alone, as near as a sample comes. */
Test(bridge, a_sample_of_orders_comes_near_all_of_them)
{
	double largest = 0;

	change_first(BRIDGE_EXACT);
	bridge_build(&a, &b, &back);
	set(&b, "upkeep.capacity_hours", "80");
	build();
	cr_assert_not(bridge.exact);
	cr_assert_eq(share(IN_upkeep_capacity_hours, -1), 0);
	for (int i = 0; i < back.changes; i++)
		largest = fmax(largest, fabs(back.change[i].share));
	for (int i = 0; i < BRIDGE_EXACT; i++) {
		enum input input = find(&a, twenty[i][0]).input;

		cr_assert_float_eq(share(input, -1),
			share_in(&back, input, -1, -1), 0.01 * largest, "%s",
			twenty[i][0]);
	}
}

/* ---- options that come and go ------------------------------------------- */

static int add_tune(struct session *session, const char *name)
{
	int option = session_add_option(session, name);
	struct issue issue;

	session_set(session, (struct place){IN_option_adaptation, option},
		"tune", &issue);
	session_set(session, (struct place){IN_option_pass_rate, option}, "95%",
		&issue);
	return option;
}

Test(bridge, options_come_and_go_one_by_one_where_others_stay)
{
	begin();
	session_remove_option(&b, 2);
	add_tune(&b, "New");
	set(&b, "volume.requests_per_month", "5M");
	build();
	cr_assert_eq(bridge.changes, 3);
	cr_assert_eq(share_in(&bridge, IN_option_name, 2, -1), 0);
	cr_assert_gt(share_in(&bridge, IN_option_name, -1, 2), 0);
	check_sum();
	check_back();
}

Test(bridge, options_come_and_go_together_where_none_would_be_left)
{
	begin();
	session_remove_option(&b, 2);
	session_remove_option(&b, 1);
	add_tune(&b, "New");
	set(&b, "volume.requests_per_month", "5M");
	build();
	cr_assert_eq(bridge.differences, 4);
	cr_assert_eq(bridge.changes, 2);
	cr_assert_eq(
		bridge.change[0].differences + bridge.change[1].differences, 4);
	cr_assert_eq(share_in(&bridge, IN_option_name, 2, -1),
		share_in(&bridge, IN_option_name, -1, 1));
	check_sum();
	check_back();
}

/* Eight of one and eight of the other: sixteen would not be a session. */
Test(bridge, eight_options_become_eight_others)
{
	char name[16];

	begin();
	while (a.options < SESSION_OPTIONS) {
		snprintf(name, sizeof(name), "A%d", a.options);
		add_tune(&a, name);
	}
	while (b.options > 0)
		session_remove_option(&b, 0);
	session_add_option(&b, "Another");
	set(&b, "options[0].input_price", "1");
	while (b.options < SESSION_OPTIONS) {
		snprintf(name, sizeof(name), "B%d", b.options);
		add_tune(&b, name);
	}
	set(&b, "savings.horizon_months", "12");
	build();
	cr_assert_eq(bridge.changes, 2);
	check_sum();
	check_back();
}

Test(bridge, the_incumbent_goes_with_its_option)
{
	begin();
	add_tune(&a, "Old");
	set(&a, "savings.incumbent", "Old");
	set(&b, "options[1].live_after_months", "9");
	build();
	cr_assert_eq(bridge.changes, 2);
	cr_assert_not_null(
		find_difference(&bridge, IN_savings_incumbent, -1, -1));
	check_sum();
	check_back();
}

Test(bridge, two_options_change_roles)
{
	begin();
	session_remove_option(&a, 2);
	session_remove_option(&b, 2);
	set(&b, "options[0].adaptation", "tune");
	set(&b, "options[1].adaptation", "prompt");
	build();
	cr_assert_eq(bridge.differences, 3); /* and the one that serves today */
	check_sum();
	check_back();
}

Test(bridge, serving_takes_its_prices_along)
{
	begin();
	set(&b, "options[1].serving", "selfhost");
	set(&b, "options[1].gpu_price_per_hour", "3");
	set(&b, "options[1].input_price", "0");
	set(&b, "options[1].labels", "30k");
	build();
	cr_assert_eq(bridge.changes, 2);
	cr_assert_eq(find_difference(&bridge, IN_option_serving, 1, 1)->change,
		find_difference(&bridge, IN_option_gpu_price_per_hour, 1, 1)
			->change);
	cr_assert_neq(find_difference(&bridge, IN_option_serving, 1, 1)->change,
		find_difference(&bridge, IN_option_labels, 1, 1)->change);
	check_sum();
}

/* ---- no bridge ---------------------------------------------------------- */

Test(bridge, nothing_converts_currencies)
{
	begin();
	set(&b, "currency", "CHF");
	set(&b, "volume.requests_per_month", "5M");
	bridge_build(&a, &b, &bridge);
	cr_assert_eq(bridge.gap, BRIDGE_CURRENCIES);
	cr_assert_eq(bridge.changes, 0);
	cr_assert_eq(bridge.differences, 2);
	cr_assert_eq(bridge.from, net_of(&a));
	cr_assert_eq(bridge.to, net_of(&b));
}

Test(bridge, a_session_without_a_pair_has_no_net)
{
	begin();
	session_remove_option(&b, 0);
	bridge_build(&a, &b, &bridge);
	cr_assert_eq(bridge.gap, BRIDGE_NO_NET_B);
	cr_assert_eq(bridge.changes, 0);
	cr_assert(isnan(bridge.to));
	bridge_build(&b, &a, &bridge);
	cr_assert_eq(bridge.gap, BRIDGE_NO_NET_A);
	bridge_build(&b, &b, &bridge);
	cr_assert_eq(bridge.gap, BRIDGE_NO_NET);
	cr_assert_eq(bridge.differences, 0);
}
