#include "scenarios.h"

#include <math.h>
#include <string.h>

#include "cost.h"

/* ---- setting up ---------------------------------------------------------- */

static void spread(double *columns, const double *figures, size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (int l = 0; l < LANES; l++)
			columns[i * LANES + (size_t)l] = figures[i];
}

static struct option_traits traits_of(const struct facts *facts, int option)
{
	const struct option_facts *own = &facts->option[option];
	bool selfhosted = own->serving == SERVE_SELFHOST;

	return (struct option_traits){
		.tuned = own->adaptation == ADAPT_TUNE,
		.selfhosted = selfhosted,
		.autoscaled = own->autoscale != 0,
		.measured = own->measured,
		.ruled_out = !selfhosted && facts->shared.api_ruled_out != 0,
		.cached_input_priced = own->cached_input_priced,
		.cache_write_priced = own->cache_write_priced,
		.may_wait = facts->incumbent >= 0 && facts->incumbent != option,
		.gpus_per_replica = own->gpus_per_replica,
		.least_replicas = own->min_replicas,
	};
}

static void init_option(struct scenarios *s, int option)
{
	struct option_parts *parts = &s->parts[option];

	s->traits[option] = traits_of(&s->facts, option);
	spread((double *)&s->option[option],
		(const double *)&s->facts.option[option],
		sizeof(struct option_columns) / sizeof(double) / LANES);
	memset(parts, 0, sizeof(*parts));
	s->varies[option] = 0;
	s->stale[option] = PARTS_ALL;
}

void scenarios_init(struct scenarios *s, const struct facts *facts,
	const struct kernel *kernel)
{
	s->kernel = kernel ? kernel : kernel_best();
	s->facts = *facts;
	s->wanted = (1u << facts->options) - 1;
	s->shared_varies = 0;
	s->shared_stale = PARTS_ALL;
	memset(s->zero, 0, sizeof(s->zero));
	spread((double *)&s->shared, (const double *)&facts->shared,
		sizeof(struct shared_columns) / sizeof(double) / LANES);
	for (int i = 0; i < facts->options; i++)
		init_option(s, i);
	scenarios_work(s);
}

static void copy(double *to, const double *from)
{
	memcpy(to, from, LANES * sizeof(*to));
}

static double *column(struct scenarios *s, struct place place)
{
	size_t figure =
		(size_t)input_table[place.input].offset / sizeof(double);

	if (input_is_option(place.input))
		return (double *)&s->option[place.option] + figure * LANES;
	return (double *)&s->shared + figure * LANES;
}

double *scenarios_vary(struct scenarios *s, struct place place)
{
	unsigned parts = lanes_parts(place.input);

	if (input_is_option(place.input))
		s->varies[place.option] |= parts;
	else
		s->shared_varies |= parts;
	return column(s, place);
}

void scenarios_settle(struct scenarios *s, struct place place)
{
	spread(column(s, place), facts_at(&s->facts, place), 1);
	for (int i = 0; i < s->facts.options; i++) {
		s->stale[i] |= s->varies[i];
		s->varies[i] = 0;
	}
	s->shared_stale |= s->shared_varies;
	s->shared_varies = 0;
}

/* ---- the sums of one service -------------------------------------------- */

/* One service's sums, and what they are made of. */
struct sums_job {
	struct service_sums *sums;
	const struct option_parts *service; /* whose it is */
	const struct option_columns *figures;
	const struct option_traits *traits;
	bool prices_stay, failing_stays; /* from month to month */
	unsigned changed;
	struct series series;
};

static const unsigned priced =
	PART_CALL | PART_DISCOUNT | PART_PRICES | PART_LIVE;

/* What nothing is paid for need not be summed; a price that comes up from 0
 * finds a sum that was left out. */
static bool needs(const struct scenarios *s, const struct sums_job *job,
	const double *price, unsigned parts)
{
	return job->changed & parts && (price[0] > 0 || s->kernel->any(price));
}

/* Months, and what falls due in them at each month's prices. */
static void sum_months(struct scenarios *s, struct sums_job *job)
{
	const struct kernel *kernel = s->kernel;
	const struct option_parts *service = job->service;
	bool hosted = needs(s, job, service->hosting, priced);
	bool served = needs(
		s, job, service->replica, priced | PART_GROWTH | PART_VOLUME);

	job->series.ratio = s->shared_parts.discount_factor;
	if (job->changed & (PART_DISCOUNT | PART_LIVE))
		kernel->sum(job->sums->time, &job->series);
	if (hosted && job->prices_stay)
		copy(job->sums->prices, job->sums->time);
	hosted = hosted && !job->prices_stay;
	if (!hosted && !served)
		return;
	kernel->product(s->ratio, s->shared_parts.discount_factor,
		service->price_factor);
	job->series.ratio = s->ratio;
	if (hosted)
		kernel->sum(job->sums->prices, &job->series);
	if (served)
		kernel->sum_replicas(job->sums->replicas, &job->series, service,
			job->traits, s->shared.requests_per_month,
			s->shared_parts.growth_factor);
}

static void sum_tokens(struct scenarios *s, struct sums_job *job)
{
	if (job->prices_stay) {
		copy(job->sums->priced_volume, job->sums->volume);
		return;
	}
	s->kernel->product(
		s->ratio, s->discounted_growth, job->service->price_factor);
	job->series.ratio = s->ratio;
	s->kernel->sum(job->sums->priced_volume, &job->series);
}

static void sum_failures(struct scenarios *s, struct sums_job *job)
{
	if (job->failing_stays) {
		s->kernel->failing(job->sums->failing, job->sums->volume,
			job->figures->pass_rate);
		return;
	}
	job->series.ratio = s->discounted_growth;
	s->kernel->sum_failing(job->sums->failing, &job->series,
		job->figures->pass_rate, job->service->failing_factor);
}

/* The volume itself is the sum of most of what hangs on it. */
static void sum_volumes(struct scenarios *s, struct sums_job *job)
{
	const unsigned grown = PART_DISCOUNT | PART_LIVE | PART_GROWTH;
	const struct option_parts *service = job->service;
	bool searched = needs(s, job, service->retrieval, PART_CALL | grown);
	bool tokens = needs(s, job, service->tokens, priced | PART_GROWTH);
	bool failures = needs(s, job, s->shared.failure_cost,
		PART_FAILURE | grown | PART_PASS | PART_FAILING);

	if (searched || (tokens && job->prices_stay) ||
		(failures && job->failing_stays)) {
		job->series.ratio = s->discounted_growth;
		s->kernel->sum(job->sums->volume, &job->series);
	}
	if (tokens)
		sum_tokens(s, job);
	if (failures)
		sum_failures(s, job);
}

/* What the job is about: an option's own service, or its incumbent's. */
static void serve(struct scenarios *s, struct sums_job *job, int option)
{
	const struct option_facts *facts = &s->facts.option[option];
	unsigned varies = s->varies[option];

	job->service = &s->parts[option];
	job->figures = &s->option[option];
	job->traits = &s->traits[option];
	job->prices_stay =
		!(varies & PART_PRICES) && facts->price_decline_per_year == 0;
	job->failing_stays =
		!(varies & PART_FAILING) && facts->failure_change_per_year == 0;
	sum_volumes(s, job);
	sum_months(s, job);
}

/* ---- one option ---------------------------------------------------------- */

static unsigned changes(const struct scenarios *s, int option)
{
	return s->shared_varies | s->shared_stale | s->varies[option] |
	       s->stale[option];
}

static void work_parts(struct scenarios *s, int option)
{
	const struct kernel *kernel = s->kernel;
	struct option_parts *parts = &s->parts[option];
	const struct option_columns *own = &s->option[option];
	const struct option_traits *traits = &s->traits[option];
	unsigned changed = changes(s, option);

	if (changed & PART_CALL)
		kernel->call(parts, &s->shared, own, traits);
	if (changed & PART_PEOPLE)
		kernel->people(parts, &s->shared, own, traits);
	if (changed & PART_OUTLAY)
		kernel->outlay(parts, &s->shared, own, traits);
	if (changed & PART_PRICES)
		kernel->monthly_factor(
			parts->price_factor, own->price_decline_per_year, -1);
	if (changed & PART_FAILING)
		kernel->monthly_factor(
			parts->failing_factor, own->failure_change_per_year, 1);
	if (changed & (PART_LATENCY | PART_LIMITS | PART_PASS))
		kernel->feasible(parts, &s->shared, own, traits,
			s->facts.shared.scope == SCOPE_FIRST_TOKEN);
}

/* Months in which somebody may still wait, in any lane. */
static int waiting_months(const struct scenarios *s, int option)
{
	double longest;

	if (!s->traits[option].may_wait)
		return 0;
	longest = s->kernel->highest(s->option[option].live_after_months);
	return (int)fmin(ceil(longest), cost_horizon(&s->facts));
}

static void sum_renewals(struct scenarios *s, int option, unsigned changed,
	const struct series *series)
{
	const struct kernel *kernel = s->kernel;
	struct option_parts *parts = &s->parts[option];
	const struct option_columns *own = &s->option[option];

	if (changed & PART_RETRAIN ||
		(own->retrain_every_months[0] > 0 &&
			changed & (PART_DISCOUNT | PART_LIVE)))
		kernel->sum_accrued(parts->retrainings, series,
			own->retrain_every_months, series->live);
	if (changed & PART_LIFE ||
		(own->base_life_months[0] > 0 && changed & PART_DISCOUNT))
		kernel->sum_accrued(parts->migrations, series,
			own->base_life_months, s->zero);
}

static void work_option(struct scenarios *s, int option)
{
	int incumbent = s->facts.incumbent;
	unsigned changed = changes(s, option);
	struct option_parts *parts = &s->parts[option];
	int waiting = waiting_months(s, option);
	struct sums_job job = {
		.sums = &parts->own,
		.changed = changed,
		.series = {.first = s->shared_parts.discount_factor,
			.live = s->traits[option].may_wait
					? s->option[option].live_after_months
					: s->zero,
			.waiting = waiting,
			.months = cost_horizon(&s->facts)},
	};

	if (waiting > 0)
		changed |= changes(s, incumbent);
	if (!(changed & (PARTS_ALL & ~(PART_LATENCY | PART_LIMITS))))
		return;
	serve(s, &job, option);
	job.series.ratio = s->shared_parts.discount_factor;
	sum_renewals(s, option, job.changed, &job.series);
	if (waiting > 0) {
		job.sums = &parts->meanwhile;
		job.changed = changed;
		job.series.meanwhile = true;
		serve(s, &job, incumbent);
	}
	s->kernel->total(parts, waiting > 0 ? &s->parts[incumbent] : NULL,
		&s->shared, &s->traits[option]);
}

/* ---- all of them --------------------------------------------------------- */

static void work_shared(struct scenarios *s)
{
	unsigned changed = s->shared_varies | s->shared_stale;

	if (!(changed & (PART_GROWTH | PART_DISCOUNT)))
		return;
	if (changed & PART_GROWTH)
		s->kernel->growth_factor(s->shared_parts.growth_factor,
			s->shared.growth_per_month);
	if (changed & PART_DISCOUNT)
		s->kernel->discount_factor(s->shared_parts.discount_factor,
			s->shared.discount_rate);
	s->kernel->product(s->discounted_growth,
		s->shared_parts.discount_factor, s->shared_parts.growth_factor);
}

void scenarios_work(struct scenarios *s)
{
	work_shared(s);
	for (int i = 0; i < s->facts.options; i++)
		if (s->wanted >> i & 1 || i == s->facts.incumbent)
			work_parts(s, i);
	for (int i = 0; i < s->facts.options; i++)
		if (s->wanted >> i & 1)
			work_option(s, i);
	for (int i = 0; i < s->facts.options; i++)
		if (s->wanted >> i & 1 || i == s->facts.incumbent)
			s->stale[i] = 0;
	s->shared_stale = 0;
}
