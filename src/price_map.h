/*
 * Price files of others, and ours, into a catalogue. Three shapes are known by
 * what is in them, whatever the file is called:
 *
 * - LiteLLM's model_prices_and_context_window.json: one object, a member a
 *   model, US dollars a token;
 * - data.json of genai-prices: an array of providers, US dollars a million
 *   tokens, with prices that begin on a day;
 * - our own catalogue files (catalogue_file.h).
 *
 *	struct catalogue_store store = {0};
 *	struct price_map_rules rules = {0};
 *	struct price_map_tally tally;
 *	catalogue_load(&store, complain_of_file);
 *	if (!price_map_load(path, &rules, &store, &tally, &issue))
 *		complain_of_file(&issue);
 *	... catalogue_find(&store.catalogue, "openai/gpt-6-luna") ...
 *
 * An entry of somebody else's file is taken if it can be true: a model that
 * reads and writes text, with a plain id, and with prices of input and output
 * above 0 that are not absurd. The others are passed over and counted, with
 * the reason. A file that is broken is refused as a whole.
 *
 * Ids are those of our catalogue: the vendor's word, "/", the model's name
 * there (price_vendors.h).
 */
#ifndef SRC_PRICE_MAP_H
#define SRC_PRICE_MAP_H

#include "catalogue_store.h"

enum price_map_format {
	PRICE_MAP_OWN,
	PRICE_MAP_LITELLM,
	PRICE_MAP_GENAI,
	PRICE_MAP_FORMATS
};

/* Why an entry is passed over: the first of these that holds. */
enum price_skip {
	PRICE_SKIP_NO_ENTRY, /* it is no JSON object */
	PRICE_SKIP_NO_TEXT,  /* no text model: embeddings, images, sound... */
	PRICE_SKIP_ID,       /* blanks, quotes, control characters; too long */
	PRICE_SKIP_NO_NUMBER,
	PRICE_SKIP_NEGATIVE,
	PRICE_SKIP_TOO_DEAR,
	PRICE_SKIP_NO_INPUT,
	PRICE_SKIP_NO_OUTPUT,
	PRICE_SKIP_ZERO,
	PRICE_SKIP_TWICE, /* another one of the same id stands further down */
	PRICE_SKIPS
};
/* In words: "no input price". */
extern const char *const price_skip_words[PRICE_SKIPS];

enum { PRICE_SKIP_NAMES = 4, PRICE_SKIP_NAME = 64 };

struct price_skipped {
	int count;
	/* The first of them, cut where they are long, and not yet made
	 * harmless. */
	char name[PRICE_SKIP_NAMES][PRICE_SKIP_NAME];
};

struct price_map_tally {
	enum price_map_format format;
	int day;   /* of the figures; 0: each has its own (our format) */
	int taken; /* entries */
	int zeros; /* lesser prices of 0 that were left out of them */
	struct price_skipped skipped[PRICE_SKIPS];
};

struct price_map_rules {
	int day;   /* of the figures; 0: price_map_day() */
	bool free; /* take prices of 0 */
};

enum { PRICE_MAP_BYTES = 64 * 1024 * 1024 };

/*
 * Read a file ("-": standard input) into a store, over what is there: its
 * entries take the place of those with the same id. All of them or none; on
 * false the issue says what is wrong.
 */
bool price_map_load(const char *path, const struct price_map_rules *rules,
	struct catalogue_store *store, struct price_map_tally *tally,
	struct file_issue *issue);

/* The same from memory, with a NUL behind it; name stands for the file, and
 * rules->day 0 for today. */
bool price_map_parse(const char *name, const char *bytes, size_t size,
	const struct price_map_rules *rules, struct catalogue_store *store,
	struct price_map_tally *tally, struct file_issue *issue);

/* The day on which a file was changed last, by the local calendar; today for
 * "-" and for what is not there. */
int price_map_day(const char *path);

#endif
