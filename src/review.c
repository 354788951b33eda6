#include "review.h"

#include <math.h>
#include <string.h>

static double odds_of(const struct session *session, struct result *result,
	struct odds_work *work)
{
	static struct odds odds;

	evaluate(session, result);
	evaluate_odds(session, result, &odds, work);
	return odds.simulation.p_net_positive;
}

static bool verdict_differs(const struct verdict *a, const struct verdict *b)
{
	return a->outcome != b->outcome || a->at != b->at;
}

/* Nothing saved is on the side of a loss; no pair has no sign. */
static int sign_of(const struct result *result)
{
	double net = result->savings.net;

	return isnan(net) ? 0 : net > 0 ? 1 : -1;
}

bool review_work_out(struct review *review, const struct catalogue *catalogue,
	struct odds_work *work, struct issue *issue)
{
	const struct session *session = &review->session;
	const struct result *before = &review->before;
	const struct result *after = &review->after;

	repricing_find(&review->repricing, session, catalogue, review->day);
	review->alerts =
		price_alerts(session, catalogue, review->day, review->alert);
	memcpy(&review->repriced, session, session_size(session));
	if (!repricing_take(&review->repriced, &review->repricing, issue))
		return false;
	review->odds_before = odds_of(session, &review->before, work);
	review->odds_after = review->odds_before;
	review->after = review->before;
	if (review->repricing.moved)
		review->odds_after =
			odds_of(&review->repriced, &review->after, work);
	review->verdict_moved =
		verdict_differs(&before->verdict, &after->verdict);
	review->cheapest_moved = before->cheapest != after->cheapest;
	review->sign_moved = sign_of(before) != sign_of(after);
	return true;
}
