/*
 * What models, tuning, GPUs and people cost: items with figures, each with
 * its source, its date and its grade.
 *
 * Plain values that somebody else read and owns (src/catalogue_file.h);
 * everything here is const. What is not known has no figure: nothing is ever
 * filled in for it. Days are those of day.h; 0: none is given.
 */
#ifndef MODEL_CATALOGUE_H
#define MODEL_CATALOGUE_H

#include <stdbool.h>

#include "day.h"

enum item_kind {
	ITEM_MODEL,  /* of an API: prices of tokens */
	ITEM_TUNING, /* an offer to tune a model, and to serve the result */
	ITEM_GPU,
	ITEM_THROUGHPUT, /* of an open model on a GPU */
	ITEM_LABELLING,
	ITEM_ROLE, /* people by the hour */
	ITEM_KINDS
};

/* ---- texts, dates and figures of an item: a table each ----------------- */

#define ITEM_BIT(kind) (1u << (kind))

enum item_text {
	ITEM_ID,
	ITEM_NAME,
	ITEM_VENDOR,
	ITEM_METHOD,    /* "SFT, DPO", "RFT" */
	ITEM_WEIGHTS,   /* that are tuned: "LoRA", "full" */
	ITEM_CLASS,     /* of size: small, medium, large */
	ITEM_PRECISION, /* FP4, FP8 */
	ITEM_NOTE,
	ITEM_TEXTS
};

enum item_date {
	ITEM_CLOSED,      /* to new customers */
	ITEM_CLOSED_IDLE, /* to customers who do not use it */
	ITEM_CLOSES,      /* for everybody: the last training job */
	ITEM_KEPT,        /* the vendor promises that it lasts so long */
	ITEM_RETIRES,     /* answers no more */
	ITEM_DATES
};

enum item_field {
	EF_INPUT,
	EF_CACHED_INPUT,
	EF_OUTPUT,
	EF_CACHE_WRITE,
	EF_BATCH_INPUT,
	EF_BATCH_OUTPUT,
	EF_LONG_ABOVE,
	EF_LONG_INPUT,
	EF_LONG_CACHED_INPUT,
	EF_LONG_OUTPUT,
	EF_CONTEXT,
	EF_MOST_OUTPUT,
	EF_TRAINING,
	EF_TRAINING_LORA_SFT,
	EF_TRAINING_LORA_DPO,
	EF_TRAINING_FULL_SFT,
	EF_TRAINING_FULL_DPO,
	EF_TRAINING_DEVELOPER,
	EF_TRAINING_DATA_ZONE,
	EF_TRAINING_REGIONAL,
	EF_TRAINING_PER_HOUR,
	EF_TRAINING_PER_HOUR_DEVELOPER,
	EF_SHARING_INPUT,
	EF_SHARING_CACHED_INPUT,
	EF_SHARING_OUTPUT,
	EF_HOSTING_PER_HOUR,
	EF_HOSTING_PER_GPU_HOUR,
	EF_STORAGE_PER_MONTH,
	EF_STORAGE_PER_GB_MONTH,
	EF_MINIMUM_PER_JOB,
	EF_LOW,
	EF_HIGH,
	EF_ON_DEMAND,
	EF_RESERVED,
	EF_SPOT,
	EF_MARKETPLACE,
	EF_AVERAGE,
	EF_TOKENS_PER_GPU,
	EF_DECODE_PER_DEPLOYMENT,
	EF_PREFILL_PER_DEPLOYMENT,
	EF_REQUESTS_PER_SECOND,
	EF_SHARE_LOW,
	EF_SHARE_HIGH,
	EF_PER_LABEL,
	EF_PER_OBJECT,
	EF_PER_UNIT,
	EF_PER_HOUR,
	EF_MEDIAN,
	ITEM_FIELDS
};

struct item_kind_row {
	const char *list; /* its name in files: "models" */
	const char *name; /* for --kind: "model" */
	const char *title;
};
struct item_text_row {
	const char *key, *label;
	unsigned kinds;
};
struct item_date_row {
	const char *key;
	const char *before, *after; /* what is said until then, and then */
	unsigned kinds;
};
struct item_field_row {
	const char *key, *label, *unit;
	double most; /* more is surely a mistake in the unit */
	unsigned kinds;
};
extern const struct item_kind_row item_kind_table[ITEM_KINDS];
extern const struct item_text_row item_text_table[ITEM_TEXTS];
extern const struct item_date_row item_date_table[ITEM_DATES];
extern const struct item_field_row item_field_table[ITEM_FIELDS];

/* How far a figure can be trusted. */
enum item_grade {
	ITEM_QUOTED,   /* its source says it */
	ITEM_DERIVED,  /* it follows from a rule that the source says */
	ITEM_ESTIMATE, /* somebody's judgement */
	ITEM_GRADES
};
extern const char *const item_grade_names[ITEM_GRADES];

struct item_figure {
	enum item_field field;
	enum item_grade grade;
	double value;
	const char *text; /* the value as it was written: "0.0375" */
	const char *of;   /* which of several: a seller, token counts; or "" */
	const char *source; /* in words */
	const char *note;   /* or "" */
	int date;           /* on which the source was read */
	int from;           /* it is announced for that day */
	int until;          /* it is promised up to that day */
};

struct item {
	enum item_kind kind;
	const char *text[ITEM_TEXTS]; /* none: "" */
	const char *remark;           /* shared with other items; or "" */
	int date[ITEM_DATES];
	const char *dates_source;          /* in words; "" without dates */
	const struct item_figure *figures; /* in the order of the file */
	int count;
	bool check; /* its sources disagree: look before you rely on it */
	bool own;   /* from the user's folder */
	const char *file;
	int line;
};

struct catalogue {
	const struct item *items; /* by id, each id once */
	int count;
};

/* ---- looking things up -------------------------------------------------- */

/* NULL: there is none. */
const struct item *catalogue_find(
	const struct catalogue *catalogue, const char *id);

/* Does an item have all these words in its texts? Case does not count, and
 * words may be parts of words. */
bool item_matches(const struct item *item, const char *const *words, int count);

/* Is it this vendor's? Case does not count. */
bool item_is_of(const struct item *item, const char *vendor);

/* Is it the one for that day, as far as is known: begun, and not replaced by
 * a later one? */
bool item_figure_holds(
	const struct item *item, const struct item_figure *figure, int day);

/* The figure of a field that holds on a day, or NULL: not known. */
const struct item_figure *item_figure_on(
	const struct item *item, enum item_field field, int day);

/* Was it announced for a day that is past, and not read again since? Or
 * promised up to one? */
bool item_figure_is_doubtful(const struct item_figure *figure, int day);

/* ---- what changes when -------------------------------------------------- */

enum change_kind { CHANGE_DATE, CHANGE_PRICE, CHANGE_PROMISE };

struct item_change {
	int day;
	enum change_kind kind;
	enum item_date date;              /* with CHANGE_DATE */
	const struct item_figure *figure; /* with the others: from, or until */
};

enum { ITEM_CHANGES = 32 };

/* Past and future, in the order of the days; how many there are (the first
 * ITEM_CHANGES of them). */
int item_changes(
	const struct item *item, struct item_change changes[ITEM_CHANGES]);

#endif
