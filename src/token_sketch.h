/*
 * How counts of tokens are spread, in constant room: a histogram whose
 * quantiles are less than 1 % off, and exact below 128.
 *
 * Each power of two is cut into 64 buckets of the same width, so a bucket is
 * never wider than 1/64 of its values, and its middle is off by 1/128 of them
 * at the most. (The idea is HdrHistogram's, by Gil Tene; Masson, Rim and Lee,
 * "DDSketch", VLDB 2019, prove what such buckets promise.) Only whole numbers
 * are used: every machine finds the same bucket, and two sketches added up
 * are the very sketch of both together.
 */
#ifndef SRC_TOKEN_SKETCH_H
#define SRC_TOKEN_SKETCH_H

#include <stdint.h>

enum {
	TOKEN_MOST = 10000000, /* tokens of one kind in one request */
	TOKEN_BUCKETS = 1165,  /* bucket of TOKEN_MOST, plus one */
};

struct token_sketch {
	uint64_t count[TOKEN_BUCKETS];
};

/* Which bucket; tokens are 0..TOKEN_MOST. */
int token_bucket(uint32_t tokens);

/* The least and the greatest number that fall into a bucket. */
uint32_t token_bucket_least(int bucket);
uint32_t token_bucket_most(int bucket);

static inline void token_sketch_add(
	struct token_sketch *sketch, uint32_t tokens)
{
	sketch->count[token_bucket(tokens)]++;
}

/* Into: what was in it and what was in from. */
void token_sketch_merge(
	struct token_sketch *into, const struct token_sketch *from);

/* The middle of the bucket that holds the median; the lower one of two. 0
 * when nothing was added. */
double token_sketch_median(const struct token_sketch *sketch);

#endif
