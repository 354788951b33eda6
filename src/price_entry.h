/*
 * What the readers of price files share: an entry as it was read, the rules
 * that it must pass, and the entries that passed.
 *
 *	struct price_entry entry;
 *	price_entry_begin(&entry);
 *	... fill it in ...
 *	price_taking_add(taking, &entry)
 */
#ifndef SRC_PRICE_ENTRY_H
#define SRC_PRICE_ENTRY_H

#include <jansson.h>

#include "decimal.h"
#include "price_map.h"

enum {
	PRICE_FIELDS = EF_MOST_OUTPUT + 1, /* the first of enum item_field */
	PRICE_PERIODS = 8,
	PRICE_SOURCES = 250, /* different ones of a catalogue file */
	PRICE_TEXT = 200,    /* bytes of a name or a source */
	PRICE_KEY = 400,     /* bytes of a key: longer than an id may be */
};

/* Prices from a day on; NAN: not given. */
struct price_period {
	int from; /* 0: now */
	double value[PRICE_FIELDS];
	const char *note; /* or "" */
};

struct price_entry {
	char id[PRICE_KEY];
	const char *key; /* in the file; borrowed, like the texts below */
	const char *name, *vendor;
	const char *url; /* where the prices are from; NULL: not given */
	int line;
	int retires;
	bool text;      /* is it a model that reads and writes text? */
	bool no_number; /* something else stood where a number belongs */
	struct price_period period[PRICE_PERIODS]; /* the first begins now */
	int count;
};

/* A text model with one period, in which nothing is given. */
void price_entry_begin(struct price_entry *entry);
void price_period_begin(struct price_period *period);

/* The vendor, and the id: key is the model's name there. The vendor's own
 * words before it are replaced by ours. */
void price_entry_name(
	struct price_entry *entry, const char *provider, const char *key);

/* A number of a JSON object; NAN when it is not there or null. */
double price_entry_number(
	struct price_entry *entry, const json_t *object, const char *key);

/* A value in $/Mtok, or tokens, rounded to twelve digits: prices are moved by
 * ten to the shift. */
struct decimal price_decimal(enum item_field field, int shift, double value);

/* Why it cannot be taken; PRICE_SKIPS: it can. Figures that are of no use,
 * but do no harm, become NAN; zeros counts the prices among them. */
enum price_skip price_entry_check(
	struct price_entry *entry, int shift, bool free, int *zeros);

/* ---- those that passed -------------------------------------------------- */

struct price_taken {
	struct item item;
	int order; /* in the file */
};

struct price_taking {
	const struct price_map_rules *rules;
	struct catalogue_store *store; /* keeps the texts */
	struct price_map_tally *tally;
	struct file_issue *issue;
	const char *file;   /* kept in the store */
	const char *source; /* in words */
	int shift;          /* prices times ten to this are $/Mtok */
	bool known;         /* something had the shape that was expected */
	struct price_taken *taken;
	int count, room;
	const char *sources[PRICE_SOURCES];
	int source_count;
};

/* Take it or count why not. False: there is no memory. */
bool price_taking_add(struct price_taking *taking, struct price_entry *entry);

void price_taking_skip(
	struct price_taking *taking, enum price_skip why, const char *name);

/* Hand all of them over to the store. */
bool price_taking_finish(struct price_taking *taking);
void price_taking_release(struct price_taking *taking);

/* Always false. */
bool price_taking_no_memory(struct price_taking *taking);

/* ---- the bytes ---------------------------------------------------------- */

struct price_text {
	const char *at;
	size_t size;
	const char *counted; /* up to here there are lines - 1 line ends */
	int lines;
};

/* In which line is this byte? Ask in the order of the bytes. */
int price_text_line(struct price_text *text, const char *at);

/* One value of the text. NULL: it holds a number that is too large (*huge),
 * or is broken, which the issue then says. */
json_t *price_text_value(struct price_text *text, const char *at, size_t size,
	bool *huge, struct price_taking *taking);

/* It is no whole JSON: say where. Always false. */
bool price_text_broken(
	const struct price_text *text, struct price_taking *taking);

/* ---- the two readers ---------------------------------------------------- */

bool price_litellm_read(struct price_taking *taking, struct price_text *text);
bool price_genai_read(struct price_taking *taking, struct price_text *text);

#endif
