#include "token_sketch.h"

enum { SHARES_BITS = 6, EXACT = 2 << SHARES_BITS };

/* Above the exact ones, the seven leading binary digits tell the bucket. */
int token_bucket(uint32_t tokens)
{
	int shift = 0;

	while (tokens >> shift >= EXACT)
		shift++;
	return (int)(tokens >> shift) + (shift << SHARES_BITS);
}

static int shift_of(int bucket)
{
	return bucket < EXACT ? 0 : (bucket >> SHARES_BITS) - 1;
}

uint32_t token_bucket_least(int bucket)
{
	int shift = shift_of(bucket);

	return (uint32_t)(bucket - (shift << SHARES_BITS)) << shift;
}

uint32_t token_bucket_most(int bucket)
{
	return token_bucket_least(bucket) + (1u << shift_of(bucket)) - 1;
}

void token_sketch_merge(
	struct token_sketch *into, const struct token_sketch *from)
{
	for (int i = 0; i < TOKEN_BUCKETS; i++)
		into->count[i] += from->count[i];
}

double token_sketch_median(const struct token_sketch *sketch)
{
	uint64_t all = 0, seen = 0;

	for (int i = 0; i < TOKEN_BUCKETS; i++)
		all += sketch->count[i];
	for (int i = 0; i < TOKEN_BUCKETS; i++) {
		seen += sketch->count[i];
		if (seen && seen >= all - all / 2)
			return ((double)token_bucket_least(i) +
				       token_bucket_most(i)) /
			       2;
	}
	return 0;
}
