/*
 * The curve is the walk of cost.c over the months of a plan, for a volume of
 * one request, with each part of the bill put where it belongs: what grows
 * with the volume into linear, what does not into fixed, replicas into steps.
 *
 * The search goes outward from the base in both directions at once, 64 points
 * a decade. It asks only for the sign of a - b, so before it adds the steps
 * up it looks at the bounds, which take no loop:
 *
 *   max(sum w least, V sum w slope)  <=  sum w replicas(V)
 *                                    <=  V sum w slope + sum w max(least, 1)
 */
#include "volume_curve.h"

#include <math.h>

#include "plan.h"

#define SEARCH_LOW 1.0
#define SEARCH_HIGH 1e12
#define POINTS_A_DECADE 64
#define ROOT_PRECISION 1e-12

/* ---- building it -------------------------------------------------------- */

static bool same_step(const struct step *a, const struct step *b)
{
	return a->per_request == b->per_request && a->least == b->least &&
	       a->whole == b->whole;
}

static void add_step(struct volume_curve *curve, struct step step)
{
	struct step *next = &curve->step[curve->steps];

	curve->least += step.weight * step.least;
	curve->slope += step.weight * step.per_request;
	curve->slack += step.weight * fmax(step.least, 1);
	if (curve->steps > 0 && same_step(&next[-1], &step)) {
		next[-1].weight += step.weight;
		return;
	}
	*next = step;
	curve->steps++;
}

/* A month of one service; value is the present value of 1, for the share of
 * the month in which it serves, and requests those for one of month 1. */
static void add_service(struct volume_curve *curve,
	const struct service *service, struct weather weather, double value,
	double requests)
{
	double replica = value * service_per_replica(service, weather);

	curve->fixed +=
		value * (service->people + service_whatever(service, weather));
	curve->linear += value * requests *
			 (service_per_request(service, weather) +
				 service_failing(weather) * service->failure);
	if (replica > 0)
		add_step(curve,
			(struct step){.weight = replica,
				.per_request = requests *
					       service->replicas_per_request,
				.least = service->least_replicas,
				.whole = service->whole_replicas});
}

static double outlay_sum(const struct outlay *outlay)
{
	double sum = 0;

	for (int i = 0; i < CATEGORIES; i++)
		sum += outlay->money[i];
	return sum;
}

static void add_month(struct volume_curve *curve, const struct plan *plan,
	const struct month *month)
{
	double served = 1 - month->waiting;

	curve->fixed +=
		month->discount *
		(plan_retrainings(plan, month) * outlay_sum(&plan->retraining) +
			plan_migrations(plan, month) *
				outlay_sum(&plan->migration));
	if (served > 0)
		add_service(curve, &plan->own, month->own,
			month->discount * served, month->requests);
	if (month->waiting > 0)
		add_service(curve, &plan->meanwhile, month->meanwhile,
			month->discount * month->waiting, month->requests);
}

void volume_curve_of(
	struct volume_curve *curve, const struct facts *facts, int option)
{
	struct plan plan;
	struct month month;

	plan_of(&plan, facts, option);
	plan.requests = 1;
	curve->fixed = outlay_sum(&plan.upfront);
	curve->linear = 0;
	curve->least = curve->slope = curve->slack = 0;
	curve->steps = 0;
	for (month = plan_first_month(&plan); month.number <= plan.months;
		plan_next_month(&plan, &month))
		add_month(curve, &plan, &month);
}

/* ---- asking it ---------------------------------------------------------- */

static double step_replicas(const struct step *step, double requests)
{
	double wanted = requests * step->per_request;

	if (step->whole)
		wanted = ceil(wanted - 1e-9);
	return wanted > step->least ? wanted : step->least;
}

double volume_curve_at(const struct volume_curve *curve, double requests)
{
	double replicas = 0;

	for (int i = 0; i < curve->steps; i++)
		replicas += curve->step[i].weight *
			    step_replicas(&curve->step[i], requests);
	return curve->fixed + curve->linear * requests + replicas;
}

static double lower_bound(const struct volume_curve *curve, double requests)
{
	return curve->fixed + curve->linear * requests +
	       fmax(curve->least, curve->slope * requests);
}

static double upper_bound(const struct volume_curve *curve, double requests)
{
	return curve->fixed + (curve->linear + curve->slope) * requests +
	       curve->slack;
}

bool volume_curve_above(const struct volume_curve *a,
	const struct volume_curve *b, double requests)
{
	double a_high = upper_bound(a, requests);
	double b_high = upper_bound(b, requests);
	/* Rounding, and the hair's breadth of service_replicas(). */
	double doubt = 1e-8 * (a_high + b_high);

	if (lower_bound(a, requests) - b_high > doubt)
		return true;
	if (lower_bound(b, requests) - a_high > doubt)
		return false;
	return volume_curve_at(a, requests) > volume_curve_at(b, requests);
}

/* ---- the search --------------------------------------------------------- */

struct search {
	const struct volume_curve *a, *b;
	bool at_base;
};

/* Halve the bracket by ratio: inner is as at the base, outer is not. */
static double refine(const struct search *search, double inner, double outer)
{
	while (fabs(outer - inner) > ROOT_PRECISION * inner) {
		double middle = sqrt(inner) * sqrt(outer);

		if (middle == inner || middle == outer)
			break;
		if (volume_curve_above(search->a, search->b, middle) ==
			search->at_base)
			inner = middle;
		else
			outer = middle;
	}
	return outer;
}

/* One of the two directions: the last point looked at, and how to go on. */
struct direction {
	double at, factor, end;
	bool found;
	double root;
};

static bool arrived(const struct direction *way)
{
	return way->at == way->end;
}

static void look_further(const struct search *search, struct direction *way)
{
	double last = way->at;

	if (arrived(way))
		return;
	way->at *= way->factor;
	if (way->factor > 1 ? way->at > way->end : way->at < way->end)
		way->at = way->end;
	if (volume_curve_above(search->a, search->b, way->at) ==
		search->at_base)
		return;
	way->found = true;
	way->root = refine(search, last, way->at);
}

static bool up_is_nearer(
	const struct direction *up, const struct direction *down, double base)
{
	if (up->found && down->found)
		return up->root / base <= base / down->root;
	return up->found;
}

bool volume_curve_crossing(const struct volume_curve *a,
	const struct volume_curve *b, double base, struct crossing *crossing)
{
	struct search search = {.a = a, .b = b};
	double factor = pow(10, 1.0 / POINTS_A_DECADE);
	struct direction up = {
		.at = base, .factor = factor, .end = SEARCH_HIGH};
	struct direction down = {
		.at = base, .factor = 1 / factor, .end = SEARCH_LOW};

	if (!(base >= SEARCH_LOW && base <= SEARCH_HIGH))
		return false;
	search.at_base = volume_curve_above(a, b, base);
	while (!up.found && !down.found && !(arrived(&up) && arrived(&down))) {
		look_further(&search, &up);
		look_further(&search, &down);
	}
	if (!up.found && !down.found)
		return false;
	if (up_is_nearer(&up, &down, base))
		*crossing = (struct crossing){up.root, !search.at_base};
	else
		*crossing = (struct crossing){down.root, search.at_base};
	return true;
}
