/*
 * How long the odds take, beside the plain way of working them out. Not a
 * test: it prints.
 *
 *	bench-odds [SESSION] [MONTHS]
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "session_file.h"
#include "support/plain_odds.h"

enum { ROUNDS = 15, PLAIN_SCENARIOS = 20000 };

static struct session session;
static struct result result;
static struct odds odds;
static struct odds_work work;
static struct simulation simulation;

static double milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* The median of some runs, after one that warms up. */
static double median(void (*run)(const void *), const void *with, int rounds)
{
	double took[ROUNDS];

	run(with);
	for (int i = 0; i < rounds; i++) {
		double begun = milliseconds();

		run(with);
		took[i] = milliseconds() - begun;
	}
	qsort(took, (size_t)rounds, sizeof(took[0]), by_size);
	return took[rounds / 2];
}

static void set(const char *key, const char *text)
{
	struct place place;
	struct issue issue;

	if (session_find(&session, key, &place, &issue) &&
		session_set(&session, place, text, &issue))
		return;
	fprintf(stderr, "%s = %s: %s\n", key, text, issue.what);
	exit(1);
}

/* ---- what is measured ---------------------------------------------------- */

static void run_whole(const void *unused)
{
	(void)unused;
	evaluate(&session, &result);
	evaluate_odds(&session, &result, &odds, &work);
}

static void run_simulation(const void *with)
{
	const struct simulation_setup *setup =
		(const struct simulation_setup *)with;

	simulation_start_as(&work.simulator, &session, &result, setup);
	while (simulation_step(&work.simulator, 1e9))
		;
	simulation_read(&work.simulator, &simulation);
}

static void run_tornado(const void *unused)
{
	(void)unused;
	find_tornado(&session, &result, &odds.tornado);
}

static void run_flips(const void *unused)
{
	(void)unused;
	flips_start(&work.flips, &session, &result);
	while (flips_step(&work.flips))
		;
}

/* The answer to a key: a quick sample. */
static void run_quick(const void *scenarios)
{
	simulation_start(&work.simulator, &session, &result);
	simulation_step(&work.simulator, *(const double *)scenarios);
	simulation_read(&work.simulator, &simulation);
}

static void run_plain(const void *with)
{
	simulation_start_as(&work.simulator, &session, &result,
		(const struct simulation_setup *)with);
	if (!plain_odds(&work.simulator, &session, &simulation))
		exit(1);
}

/* ---- what is printed ----------------------------------------------------- */

static void print_whole(void)
{
	static const double quick[] = {1024, 2048, 4096};

	printf("whole evaluation: %.2f ms (tornado %.3f, flips %.2f)\n",
		median(run_whole, NULL, ROUNDS),
		median(run_tornado, NULL, ROUNDS),
		median(run_flips, NULL, ROUNDS));
	for (int i = 0; i < 3; i++)
		printf("a key's answer from %.0f scenarios: %.3f ms\n",
			quick[i], median(run_quick, &quick[i], ROUNDS));
}

/* What comes out, for bench_odds_peers.py to lay beside what others get. */
static void print_odds(void)
{
	const struct spread *net = &simulation.net;

	printf("odds p_net_positive %.17g\n", simulation.p_net_positive);
	printf("odds p_pays %.17g\n", simulation.p_pays);
	printf("odds net_mean %.17g\nodds net_p05 %.17g\n", net->mean,
		net->p05);
	printf("odds net_p50 %.17g\nodds net_p95 %.17g\n", net->p50, net->p95);
	for (int i = 0; i < result.options; i++) {
		const struct option_odds *option = &simulation.option[i];

		printf("odds total_mean%d %.17g\nodds p_feasible%d %.17g\n",
			i + 1, option->total_pv.mean, i + 1,
			option->p_feasible);
	}
}

static void print_builds(void)
{
	const struct simulation_setup few = {.scenarios = PLAIN_SCENARIOS};
	double plain = PLAIN_SCENARIOS / median(run_plain, &few, 3) / 1e3;

	printf("plain, one after the other: %.3fM scenarios/s, net > 0 in "
	       "%.2f %%\n",
		plain, 100 * simulation.p_net_positive);
	for (int n = 0; kernel_nth(n); n++) {
		const struct simulation_setup setup = {
			.scenarios = 1e6, .kernel = kernel_nth(n)};
		double rate = 1e3 / median(run_simulation, &setup, 5);

		printf("%-8s %6.2fM scenarios/s, %5.1f times plain, net > 0 in "
		       "%.2f %%\n",
			setup.kernel->name, rate, rate / plain,
			100 * simulation.p_net_positive);
	}
	print_odds();
}

/* So many copies of the option that serves today. */
static void print_options(int options)
{
	const struct simulation_setup setup = {.scenarios = 100e3};
	struct session kept = session;

	while (session.options > 1)
		session_remove_option(&session, session.options - 1);
	while (session.options < options)
		session_copy_option(&session, 0);
	evaluate(&session, &result);
	printf("%6d options: %6.2f ms\n", options,
		median(run_simulation, &setup, ROUNDS));
	session = kept;
}

static void print_growth(void)
{
	static const char *const months[] = {"12", "24", "48", "96"};

	for (double n = 25e3; n <= 400e3; n *= 2) {
		const struct simulation_setup setup = {.scenarios = n};

		printf("%6.0f scenarios: %6.2f ms\n", n,
			median(run_simulation, &setup, ROUNDS));
	}
	for (int options = 2; options <= SESSION_OPTIONS; options *= 2)
		print_options(options);
	for (int i = 0; i < 4; i++) {
		const struct simulation_setup setup = {.scenarios = 100e3};

		set("savings.horizon_months", months[i]);
		evaluate(&session, &result);
		printf("%6s months: %6.2f ms\n", months[i],
			median(run_simulation, &setup, ROUNDS));
	}
}

int main(int count, char **arguments)
{
	const char *path = count > 1 ? arguments[1] : EXAMPLE;
	struct file_issue issue;
	static struct ranged ranged;

	if (!session_file_read(path, &session, NULL, &issue)) {
		fprintf(stderr, "%s cannot be read\n", path);
		return 1;
	}
	if (count > 2)
		set("savings.horizon_months", arguments[2]);
	set("scenarios", "100000");
	evaluate(&session, &result);
	ranged_list(&ranged, &session);
	printf("%d ranged inputs, %d options, %d months\n", ranged.count,
		result.options, result.horizon);
	print_whole();
	print_builds();
	print_growth();
	return 0;
}
