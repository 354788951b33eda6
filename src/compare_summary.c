/*
 * What happened, in a few sentences that stand above everything else.
 */
#include <math.h>
#include <string.h>

#include "compare_parts.h"

static void say_verdicts(struct pen *pen, const struct comparison *c)
{
	const struct verdict *a = &c->a.result->verdict;
	const struct verdict *b = &c->b.result->verdict;

	if (a->outcome == b->outcome && a->at == b->at) {
		say(pen, "The verdict is the same: ");
		say_verdict(pen, c->a.result);
	} else {
		say(pen, "The verdict moves from ");
		say_verdict(pen, c->a.result);
		say(pen, " to ");
		say_verdict(pen, c->b.result);
	}
	say(pen, ".");
}

/* ---- the net saving ----------------------------------------------------- */

/* In its own currency. */
static void say_amount(
	struct pen *pen, const struct contender *of, double value)
{
	char words[WORDS];
	struct pen own = compare_pen(of, words, sizeof(words));

	say_money(&own, value);
	say(pen, words);
}

enum way { WAY_NONE, WAY_SAVES, WAY_COSTS };

static enum way way_of(const struct contender *of)
{
	double net = of->result->savings.net;

	return isnan(net) ? WAY_NONE : net > 0 ? WAY_SAVES : WAY_COSTS;
}

/* "saves $14k", "costs $3k more"; the verb is not said twice. */
static void say_net(struct pen *pen, const struct contender *of, bool verb)
{
	static const char *const verbs[] = {
		[WAY_NONE] = "has nothing to be compared with",
		[WAY_SAVES] = "saves ",
		[WAY_COSTS] = "costs ",
	};
	enum way way = way_of(of);

	if (verb)
		say(pen, verbs[way]);
	if (way != WAY_NONE)
		say_amount(pen, of, fabs(of->result->savings.net));
	say(pen, way == WAY_COSTS ? " more" : "");
}

static void say_nets(struct pen *pen, const struct comparison *c)
{
	double more = c->bridge->to - c->bridge->from;
	bool same = way_of(&c->a) == way_of(&c->b);

	if (same && way_of(&c->a) == WAY_NONE) {
		say(pen, " Neither has a net saving: a prompted or a tuned "
			 "option is missing.");
		return;
	}
	say(pen, " In A tuning ");
	say_net(pen, &c->a, true);
	say(pen, same ? ", and in B " : ", and in B it ");
	say_net(pen, &c->b, !same);
	if (c->bridge->gap == BRIDGE_STANDS && more != 0) {
		say(pen, more > 0 ? "; the net saving rises by "
				  : "; the net saving falls by ");
		say_amount(pen, &c->a, fabs(more));
	}
	say(pen, ".");
}

/* ---- where it comes from ------------------------------------------------ */

static void say_share_of(
	struct pen *pen, const struct comparison *c, const char *words)
{
	const struct change *change = &c->bridge->change[0];
	char amount[WORDS];

	say(pen, words);
	say_change(pen, c, change);
	figure_money(amount, sizeof(amount), change->share,
		session_currency(c->a.session));
	say(pen, change->share > 0 ? " (+" : " (");
	say(pen, amount);
	say(pen, ")");
}

/* How the largest share stands to the whole. */
static void say_largest(struct pen *pen, const struct comparison *c)
{
	double more = c->bridge->to - c->bridge->from;
	double part = c->bridge->change[0].share / more;

	if (c->bridge->changes == 1) {
		say(pen, " All of that comes from ");
		say_change(pen, c, &c->bridge->change[0]);
	} else if (!(part > 0)) {
		say_share_of(pen, c, " The largest step is ");
		say(pen, "; the other changes outweigh it");
	} else if (part > 1.02) {
		say_share_of(pen, c, " The largest step is ");
		say(pen, "; the other changes take some of it back");
	} else {
		say_share_of(pen, c,
			part >= 0.5 ? " Most of that comes from "
				    : " The largest part comes from ");
	}
	say(pen, ".");
}

static void say_why(struct pen *pen, const struct comparison *c)
{
	const struct bridge *bridge = c->bridge;

	if (bridge->gap != BRIDGE_STANDS)
		return;
	if (bridge->changes == 0 || bridge->change[0].share == 0)
		say(pen, " Nothing that differs moves the net saving.");
	else
		say_largest(pen, c);
}

void say_comparison(struct pen *pen, const struct comparison *comparison)
{
	if (comparison->bridge->differences == 0) {
		say(pen, "Nothing differs: both give the same answers, and "
			 "come to the same. ");
		say_verdicts(pen, comparison);
		return;
	}
	say_verdicts(pen, comparison);
	say_nets(pen, comparison);
	say_why(pen, comparison);
}
