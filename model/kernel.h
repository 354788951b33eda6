/*
 * The work on columns of LANES numbers, in several builds of the same source.
 *
 * kernel_*.inc is compiled once for each kind of vector instructions;
 * kernel_best() picks the widest that this machine has. All of them give the
 * same numbers to the last bit: each lane is worked out by itself in the same
 * order of operations, and sums over lanes go through 8 partial sums always.
 *
 * The formulas are those of service.c, plan.c and cost.c, which work on one
 * scenario and are the reference in the tests.
 */
#ifndef MODEL_KERNEL_H
#define MODEL_KERNEL_H

#include <stdint.h>

#include "lanes.h"
#include "sampling.h"

/* How one input is drawn: centre + width x deviate on the scale of its shape,
 * cut to its domain. */
struct draw {
	enum shape shape;
	double centre, width;
	double min, max;
	bool cut;  /* may it come out beyond them? */
	bool wide; /* so wide that its polynomials are those of the deviate */
	struct stride stride;
	struct series_columns series;
};

/* A sum over months 1..months of first x ratio^(t-1), times the share of
 * month t in which the service serves. Nobody waits from month waiting on. */
struct series {
	const double *ratio, *first;
	const double *live; /* months until the option is live */
	int waiting, months;
	bool meanwhile; /* the incumbent's share, not the option's own */
};

/* What scenarios of a session are like once all options are worked out. */
struct verdicts {
	double loss[SESSION_OPTIONS][LANES];     /* L_i of choosing i */
	double regret[SESSION_OPTIONS][LANES];   /* ... over the least L_j */
	double cheapest[SESSION_OPTIONS][LANES]; /* 1: the cheapest feasible */
	double none_feasible[LANES];
};

/* How a column lies to two bounds. */
enum { PLACED_STRETCH = 16 };
struct placed {
	double below, at_low, at_high; /* numbers */
	uint32_t between; /* bit k: some of lanes 16 k to 16 k + 15 */
};

struct kernel {
	const char *name;

	/* Fill in the polynomials of an input. */
	void (*expand)(
		struct draw *draw, const struct series_columns *deviates);
	/* The scenarios of the block that begins with this point. */
	void (*draw)(double *out, const struct draw *draw, uint32_t point);

	/* The parts. */
	void (*monthly_factor)(double *out, const double *rate, double sign);
	void (*discount_factor)(double *out, const double *rate);
	void (*growth_factor)(double *out, const double *rate);
	void (*call)(struct option_parts *parts,
		const struct shared_columns *shared,
		const struct option_columns *own,
		const struct option_traits *traits);
	void (*people)(struct option_parts *parts,
		const struct shared_columns *shared,
		const struct option_columns *own,
		const struct option_traits *traits);
	void (*outlay)(struct option_parts *parts,
		const struct shared_columns *shared,
		const struct option_columns *own,
		const struct option_traits *traits);
	void (*feasible)(struct option_parts *parts,
		const struct shared_columns *shared,
		const struct option_columns *own,
		const struct option_traits *traits, bool first_token);

	/* The sums over months. */
	void (*product)(double *out, const double *a, const double *b);
	double (*highest)(const double *column);
	bool (*any)(const double *column); /* is any of it not 0? */
	void (*sum)(double *out, const struct series *series);
	/* ... of ratio^(t-1) min(1, (1 - pass_rate) factor^(t-1)) */
	void (*sum_failing)(double *out, const struct series *series,
		const double *pass_rate, const double *factor);
	/* The same where the share that fails stays: of the volume's sum. */
	void (*failing)(
		double *out, const double *volume, const double *pass_rate);
	/* ... of the replicas for requests x growth^(t-1) */
	void (*sum_replicas)(double *out, const struct series *series,
		const struct option_parts *parts,
		const struct option_traits *traits, const double *requests,
		const double *growth);
	/* What comes every so many months, from a start on. */
	void (*sum_accrued)(double *out, const struct series *series,
		const double *every, const double *start);

	void (*total)(struct option_parts *parts,
		const struct option_parts *incumbent,
		const struct shared_columns *shared,
		const struct option_traits *traits);

	/* The odds. */
	void (*judge)(struct verdicts *verdicts,
		struct option_parts *const *options, const int *fallback,
		int count);
	double (*add)(const double *column, int count);
	double (*add_squares)(const double *column, int count);
	/* The regrets of a block as rows of width, 4 or 8, in the order of the
	 * lattice; 0 from lane count on. */
	void (*rows)(double *rows, const struct verdicts *verdicts, int options,
		int width, int count);
	/* Such rows added into 32 rows, one a bin of this input's
	 * distribution. */
	void (*bin)(double *bins, const double *rows, int width,
		const struct draw *draw, uint32_t point);
	void (*place)(const double *column, double low, double high,
		struct placed *placed);
	/* In which of so many bars, each 1/each wide and the first from low on,
	 * a number lies; those beyond count at the ends. */
	void (*bars)(uint8_t *bar, const double *column, double low,
		double each, int bars);
};

enum { BINS = 32 };

/* The widest that this machine can run. */
const struct kernel *kernel_best(void);

/* One of all that this machine can run, from the plainest on, or NULL. */
const struct kernel *kernel_nth(int n);

#endif
